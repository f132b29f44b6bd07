"""Whether a picture's file is what its name says, and what of a drawing the engine would leave out."""

from __future__ import annotations

from pathlib import Path

import pytest

from brochures.findings import Finding, Place, Severity
from brochures.resolve.images import faults
from tests.resolve.pictures import SRGB, saved, scene

AT = Place("content/images/images.yaml", 3, 11)

PNG, JPEG, SVG = saved(scene(), "PNG"), saved(scene()), b"<svg xmlns='http://www.w3.org/2000/svg'>"


def _faults(tmp_path: Path, name: str, data: bytes | None) -> list[Finding]:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    return list(faults(tmp_path / name, name, f"content/images/{name}", AT))


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.png", PNG),
        ("a.PNG", PNG),
        ("a.jpg", JPEG),
        ("a.jpeg", JPEG),
        ("a.svg", SVG),
        ("a.svg", b"<?xml version='1.0'?>" + SVG),
        ("a.svg", b"<!-- drawn here -->" + SVG),
        ("a.svg", b"\xef\xbb\xbf\r\n\t " + SVG),
    ],
)
def test_a_picture_of_its_kind_is_taken(tmp_path: Path, name: str, data: bytes) -> None:
    assert _faults(tmp_path, name, data) == []


@pytest.mark.parametrize(
    ("name", "data", "trouble"),
    [
        ("a.png", bytes(64), "is not a PNG picture: its first bytes are not those of one"),
        ("a.png", PNG[:7] + b"!", "is not a PNG picture: its first bytes are not those of one"),
        ("a.jpg", b"\xff\xd9" + JPEG[2:], "is not a JPG picture: its first bytes are not those of one"),
        ("a.jpeg", b"\xff\xd8", "is not a JPEG picture: its first bytes are not those of one"),
        ("a.svg", b"<html>", "is not a SVG picture: its first bytes are not those of one"),
        ("a.svg", b"", "is not a SVG picture: its first bytes are not those of one"),
        ("a.svg", None, "is not there"),
    ],
)
def test_what_is_no_picture_of_its_kind_is_told_where_it_is_named(
    tmp_path: Path, name: str, data: bytes | None, trouble: str
) -> None:
    assert _faults(tmp_path, name, data) == [
        Finding("RES-104", Severity.ERROR, f"'{name}' {trouble}", "put the right file into content/images/", AT)
    ]


@pytest.mark.parametrize(
    ("part", "column", "what"),
    [
        ("<filter id='f'>", 1, "<filter>"),
        ("<g><foreignObject/></g>", 4, "<foreignObject>"),
        ("<script>", 1, "<script>"),
        ("<animate x='1'/>", 1, "<animate>"),
        ("<animateTransform/>", 1, "<animateTransform>"),
        ("<set/>", 1, "<set>"),
        ("<g filter='url(#f)'/>", 4, "filter url(#f)"),
        ('<g style="filter: blur(2px)"/>', 11, "filter blur"),
        ("<g filter = url(#f) />", 4, "filter url(#f)"),
    ],
)
def test_what_the_engine_passes_over_in_a_drawing_is_told_at_its_place(
    tmp_path: Path, part: str, column: int, what: str
) -> None:
    ((place, message, mend),) = (
        (one.place, one.message, one.help) for one in _faults(tmp_path, "a.svg", SVG + b"\n\n" + part.encode())
    )
    assert place == Place("content/images/a.svg", 3, column)
    assert message == f"the engine leaves {what} out of 'a.svg'"
    assert mend == "flatten it in the drawing program: make shapes of it, or a picture of enough pixels"


@pytest.mark.parametrize(
    "part", ["<settings/>", "<g class='filter'/>", "<g fill='url(#f)'/>", "<filterless/>", "filter"]
)
def test_a_near_miss_in_a_drawing_is_let_be(tmp_path: Path, part: str) -> None:
    assert _faults(tmp_path, "a.svg", SVG + part.encode()) == []


def test_each_place_of_a_drawing_is_told_and_other_pictures_are_not_read(tmp_path: Path) -> None:
    found = _faults(tmp_path, "a.svg", SVG + b"<set/><script>\n<set/>")
    assert [(one.place.line, one.place.column) for one in found] == [(1, 41), (1, 47), (2, 1)]
    assert _faults(tmp_path, "a.png", PNG + b"<script>") == []


def test_a_name_that_differs_in_capitals_only_is_told_as_it_is_spelled(tmp_path: Path) -> None:
    (tmp_path / "Room.JPG").write_bytes(JPEG)
    (found,) = _faults(tmp_path, "room.jpg", None)
    assert (found.code, found.help) == ("RES-104", "there is 'Room.JPG': write it so, capitals too")


def test_a_profile_that_cannot_be_used_has_a_code_of_its_own(tmp_path: Path) -> None:
    (found,) = _faults(tmp_path, "room.jpg", saved(scene(), icc_profile=SRGB[:200]))
    assert (found.code, found.place, found.help) == ("RES-108", AT, "save it again with the profile sRGB")
    assert found.message.startswith("'room.jpg' has a colour profile that cannot be read")
