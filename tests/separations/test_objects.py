"""What is noted of text, lines, fills and colours, in pages written by hand."""

from __future__ import annotations

from typing import Any

import pytest
from pikepdf import Array, Dictionary, Name

from brochures.geometry.box import Box
from brochures.separations import Painted, things
from tests.separations.handmade import Made, painted


def _one(data: bytes) -> Painted:
    (thing,) = things(data)
    return thing


def _values(thing: Painted) -> tuple[float, ...]:
    return thing.colour.values if thing.colour else ()


def _near(box: Box, *edges: float) -> bool:
    return (box.left, box.top, box.right, box.bottom) == pytest.approx(edges, abs=0.01)


def _with(kind: str, name: str, thing: Any, content: str) -> bytes:
    made = Made()
    made.name(kind, name, thing)
    made.page(content)
    return made.written()


@pytest.mark.parametrize(
    ("content", "family", "inks"),
    [
        ("0.1 0.2 0.3 0.4 k", "DeviceCMYK", {"Cyan": 0.1, "Magenta": 0.2, "Yellow": 0.3, "Black": 0.4}),
        ("/DeviceCMYK cs 1 0 0 0 sc", "DeviceCMYK", {"Cyan": 1, "Magenta": 0, "Yellow": 0, "Black": 0}),
        ("/DeviceCMYK cs", "DeviceCMYK", {"Cyan": 0, "Magenta": 0, "Yellow": 0, "Black": 1}),
        ("", "DeviceGray", {"Black": 1}),
        ("0.25 g", "DeviceGray", {"Black": 0.75}),
        ("0 0 0 rg", "DeviceRGB", None),
        ("/DeviceRGB cs 1 0 0 scn", "DeviceRGB", None),
    ],
)
def test_device_colours_are_amounts_of_ink(content: str, family: str, inks: dict[str, float] | None) -> None:
    thing = _one(painted(f"{content} 0 0 10 10 re f"))
    assert thing.colour
    assert thing.colour.space.family == family
    assert thing.colour.inks == (None if inks is None else pytest.approx(inks))


def _profile(made: Made, components: int) -> Array:
    return Array([Name.ICCBased, made.stream(b"a profile", N=components)])


@pytest.mark.parametrize(
    ("space", "content", "name", "inks"),
    [
        (lambda made: _profile(made, 3), "1 0 0 scn", "ICCBased 3", None),
        (lambda made: _profile(made, 4), "1 0 0 0 scn", "ICCBased 4", None),
        (lambda _: Array([Name.CalRGB, Dictionary(WhitePoint=[1, 1, 1])]), "1 0 0 sc", "CalRGB", None),
        (lambda _: Array([Name.CalGray, Dictionary(WhitePoint=[1, 1, 1])]), "1 sc", "CalGray", None),
        (lambda _: Array([Name.Lab, Dictionary(WhitePoint=[1, 1, 1])]), "50 0 0 sc", "Lab", None),
        (lambda made: made.spot("PANTONE 347 C"), ".7 scn", "Separation PANTONE 347 C", {"PANTONE 347 C": 0.7}),
        (lambda made: made.spot("PANTONE 347 C"), "", "Separation PANTONE 347 C", {"PANTONE 347 C": 1}),
        (lambda made: made.spot("All"), ".5 scn", "Separation All", {"All": 0.5}),
        (lambda made: made.spot("None"), ".5 scn", "Separation None", {}),
        (
            lambda _: Array([Name.DeviceN, Array([Name.Cyan, Name.Gold, Name("/None")]), Name.DeviceCMYK, Dictionary()]),
            ".1 .2 .3 scn", "DeviceN Cyan Gold None", {"Cyan": 0.1, "Gold": 0.2},
        ),
        (
            lambda _: Array([Name.Indexed, Name.DeviceCMYK, 1, b"\0\0\0\0\xff\0\0\xff"]),
            "1 sc", "Indexed DeviceCMYK", {"Cyan": 1, "Magenta": 0, "Yellow": 0, "Black": 1},
        ),
        (lambda _: Array([Name.Indexed, Name.DeviceRGB, 0, b"\0\0\0"]), "0 sc", "Indexed DeviceRGB", None),
    ],
)  # fmt: skip
def test_other_colour_spaces_are_told_by_family_and_inks(
    space: Any, content: str, name: str, inks: dict[str, float] | None
) -> None:
    made = Made()
    made.name("ColorSpace", "X", space(made))
    made.page(f"/X cs {content} 0 0 10 10 re f")
    thing = _one(made.written())
    assert thing.colour
    assert str(thing.colour.space) == name
    assert thing.colour.inks == (None if inks is None else pytest.approx(inks))


def test_a_default_space_says_what_a_device_space_is() -> None:
    made = Made()
    made.name("ColorSpace", "DefaultRGB", _profile(made, 3))
    made.page("1 0 0 rg 0 0 10 10 re f")
    assert str(_one(made.written()).space) == "ICCBased 3"


def test_boxes_count_from_the_top_left_corner_of_the_trim() -> None:
    made = Made(bleed=9)
    made.page("0 0 20 30 re f")
    made.page("9 89 20 20 re f")
    below, corner = things(made.written())
    assert (below.where.page, corner.where.page) == (1, 2)
    assert _near(below.box, -9, 79, 11, 109)
    assert _near(corner.box, 0, 0, 20, 20)


def test_a_fill_and_a_stroke_of_one_path_are_two_things_in_order() -> None:
    fill, stroke = things(painted("1 0 0 0 k 0 1 0 0 K 2 w 10 10 50 30 re B"))
    assert (fill.kind, stroke.kind) == ("fill", "stroke")
    assert (_values(fill), _values(stroke)) == ((1, 0, 0, 0), (0, 1, 0, 0))
    assert _near(fill.box, 10, 60, 60, 90)
    assert _near(stroke.box, 9, 59, 61, 91)


def test_paths_are_measured_where_their_curves_turn() -> None:
    curve = _one(painted("10 10 m 10 50 90 50 90 10 c f"))
    assert _near(curve.box, 10, 60, 90, 90)
    assert _near(_one(painted("10 10 m 20 30 40 10 v h f")).box, 10, 100 - 10 - 80 / 9, 40, 90)
    assert things(painted("10 10 m f")) == ()


@pytest.mark.parametrize(
    ("content", "width"),
    [
        ("1 w", 1),
        ("", 1),
        ("0.25 w 3 0 0 .5 0 0 cm", 0.125),
        ("4 w .5 .5 -.5 .5 0 0 cm", 2.828),
        ("0 w", 0),
    ],
)
def test_strokes_have_the_width_of_the_smaller_scale(content: str, width: float) -> None:
    thing = _one(painted(f"{content} 1 1 m 20 1 l S"))
    assert thing.width == pytest.approx(width, abs=0.001)
    assert thing.shows


def test_settings_give_widths_too() -> None:
    assert _one(_with("ExtGState", "Thin", Dictionary(LW=0.3), "/Thin gs 1 1 m 9 9 l S")).width == pytest.approx(0.3)


@pytest.mark.parametrize(
    ("content", "thickness"),
    [
        ("10 10 50 .2 re f", 0.2),
        ("10 10 .4 -50 re f", 0.4),
        (".5 0 0 2 0 0 cm 10 10 .4 50 re f", 0.2),
        ("0 .25 -.25 0 99 0 cm 10 10 40 2 re f", 0.5),
        ("10 10 m 60 10 l 60 10.3 l 10 10.3 l h f", 0.3),
        ("10 10 50 5 re 10 30 50 .2 re f*", 0.2),
        ("10 10 50 50 re 10.2 10.2 49.5 49.5 re f*", 0.2),
        ("10.2 10.2 49.5 49.5 re 10 10 50 50 re f*", 0.2),
        ("10 60 50 0 re 10 59.3 50 .7 re f*", 0.7),
        ("10 10 50 50 re 10.2 10.2 49.5 49.5 re f", 49.5),
        ("10 10 50 50 re 10 10 50 50 re 10 10 5 3 re f*", 3),
        ("10 10 50 50 re 10 10 50 50 re f*", None),
        ("10 10 50 50 re 30 30 50 50 re f*", 50),
        ("10 10 m 60 10 l 30 40 l h f", None),
        ("10 10 m 60 10 60 10.2 10 10.2 c h f", None),
    ],
)
def test_thin_rectangles_are_measured_as_lines_are(content: str, thickness: float | None) -> None:
    assert _one(painted(content)).thickness == (None if thickness is None else pytest.approx(thickness, abs=1e-3))


@pytest.mark.parametrize(
    ("content", "box"),
    [
        ("20 20 50 50 re W n 0 0 40 100 re f", (20, 30, 40, 80)),
        ("2 0 0 2 0 0 cm 10 10 25 25 re W* n 0 0 20 50 re f", (20, 30, 40, 80)),
        ("q 0 0 5 5 re W n Q 10 10 20 20 re f", (10, 70, 30, 90)),
        ("20 20 m 70 20 l 45 70 l h W n 0 0 200 100 re f", (20, 30, 70, 80)),
    ],
)
def test_clips_cut_boxes(content: str, box: tuple[float, ...]) -> None:
    thing = _one(painted(content))
    assert _near(thing.box, *box)
    assert thing.shows


def test_what_a_clip_hides_is_noted_as_hidden() -> None:
    thing = _one(painted("0 0 5 5 re W n 10 10 20 20 re f"))
    assert not thing.shows
    assert (thing.box.width, thing.box.height) == (0, 0)
    assert not _one(painted("300 10 20 20 re f")).shows


def test_overprint_is_told_for_fills_and_strokes_apart() -> None:
    fill, stroke = things(_with("ExtGState", "X", Dictionary(OP=False, op=True, OPM=1), "/X gs 1 1 9 9 re B"))
    assert (fill.overprint, fill.overprint_mode) == (True, 1)
    assert (stroke.overprint, stroke.overprint_mode) == (False, 1)
    fill, stroke = things(_with("ExtGState", "X", Dictionary(OP=True), "/X gs 1 1 9 9 re B"))
    assert (fill.overprint, stroke.overprint, fill.overprint_mode) == (True, True, 0)


def test_transparency_is_told() -> None:
    fill, stroke = things(_with("ExtGState", "X", Dictionary(ca=0.3, CA=0.6, BM=Name.Multiply), "/X gs 1 1 9 9 re B"))
    assert (fill.alpha, stroke.alpha) == (0.3, 0.6)
    assert (fill.blend, stroke.blend) == ("Multiply", "Multiply")
    plain = _one(painted("1 1 9 9 re f"))
    assert (plain.alpha, plain.blend, plain.soft_mask) == (1, "Normal", False)


def test_marked_content_tells_its_number() -> None:
    first, second, third = things(
        painted("/P <</MCID 3>> BDC 1 1 5 5 re f /Span BMC 1 1 5 5 re f EMC EMC /Artifact BMC 1 1 5 5 re f EMC")
    )
    assert (first.mark, second.mark, third.mark) == (3, 3, None)
