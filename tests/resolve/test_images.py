"""Whether a picture's file is what its name says, and what of a drawing the engine would leave out."""

from __future__ import annotations

from pathlib import Path

import pytest

from brochures.design.css import font_files
from brochures.findings import Finding, Place, Severity
from brochures.project.paths import ROOT
from brochures.resolve.images import faults, unsaid
from tests.resolve.pictures import SRGB, saved, scene

FACES = font_files(ROOT / "styles" / "tokens" / "faces.css")
AT = Place("content/images/images.yaml", 3, 11)

PNG, JPEG, SVG = saved(scene(), "PNG"), saved(scene()), b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'>"


def _faults(tmp_path: Path, name: str, data: bytes | None) -> list[Finding]:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    return list(faults(tmp_path / name, name, f"content/images/{name}", AT, FACES))


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.png", PNG),
        ("a.PNG", PNG),
        ("a.jpg", JPEG),
        ("a.jpeg", JPEG),
        ("a.svg", SVG + b"</svg>"),
        ("a.SVG", b"<?xml version='1.0'?>" + SVG + b"</svg>"),
        ("a.svg", b"<!-- drawn here -->" + SVG + b"</svg>"),
        ("a.svg", b"\xef\xbb\xbf\r\n\t " + SVG + b"</svg>"),
        ("a.svg", b"<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'http://a.example/svg11.dtd'>\n" + SVG + b"</svg>"),
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
        ("a.svg", b"<html/>", "is not a SVG picture: its first element is <html>, not <svg>"),
        ("a.svg", b"a leaf", "is not a SVG picture: its first bytes are not those of one"),
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


def test_a_drawing_that_breaks_off_is_told_in_the_drawing(tmp_path: Path) -> None:
    assert _faults(tmp_path, "a.svg", SVG + b"\n<g></svg>") == [
        Finding(
            "RES-104",
            Severity.ERROR,
            "'a.svg' is not a SVG picture: an element ends here that did not begin here",
            "save the drawing anew from the drawing program",
            Place("content/images/a.svg", 2, 6),
        )
    ]


def test_what_would_not_be_printed_as_it_is_drawn_is_told_of_drawings_alone(tmp_path: Path) -> None:
    (found,) = _faults(tmp_path, "a.svg", SVG + b"\n <set/></svg>")
    assert (found.code, found.place) == ("RES-107", Place("content/images/a.svg", 2, 2))
    assert found.message == "the engine leaves <set> out of 'a.svg'"
    assert found.help == "flatten it in the drawing program: make shapes of it, or a picture of enough pixels"
    assert _faults(tmp_path, "a.png", PNG + b"<set/>") == []


def test_a_name_that_differs_in_capitals_only_is_told_as_it_is_spelled(tmp_path: Path) -> None:
    (tmp_path / "Room.JPG").write_bytes(JPEG)
    (found,) = _faults(tmp_path, "room.jpg", None)
    assert (found.code, found.help) == ("RES-104", "there is 'Room.JPG': write it so, capitals too")


def test_a_profile_that_cannot_be_used_has_a_code_of_its_own(tmp_path: Path) -> None:
    (found,) = _faults(tmp_path, "room.jpg", saved(scene(), icc_profile=SRGB[:200]))
    assert (found.code, found.place, found.help) == ("RES-108", AT, "save it again with the profile sRGB")
    assert found.message.startswith("'room.jpg' has a colour profile that cannot be read")


def test_words_that_an_alternative_text_does_not_hold_are_told_of_drawings_alone(tmp_path: Path) -> None:
    drawing, photograph, torn = tmp_path / "a.svg", tmp_path / "a.png", tmp_path / "b.svg"
    drawing.write_bytes(SVG + b"<text font-family='Source Serif'>Riverwoods</text></svg>")
    photograph.write_bytes(PNG)
    torn.write_bytes(SVG)
    (found,) = unsaid(drawing, "a.svg", "A tree", AT, FACES)
    assert (found.code, found.place) == ("RES-115", AT)
    for path in (photograph, torn, tmp_path / "none.svg"):
        assert [*unsaid(path, path.name, "A tree", AT, FACES)] == []
