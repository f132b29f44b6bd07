"""Recolouring: each way in which a page can carry a colour comes out in the inks of its token, and black overprints where it should."""

from __future__ import annotations

import io
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from brochures.design.inks import Inks, Spot
from brochures.findings import BrochureError
from brochures.press import press
from brochures.press.to_inks import Recolourer
from tests.press_room import PressRoom

RIVER, BLACK, WHITE, PANTONE, DIE = (14, 74, 88), (27, 27, 27), (255, 255, 255), (200, 16, 46), (255, 0, 255)
INKS = Inks(
    {
        RIVER: (1.0, 0.0, 0.0, 0.62),
        BLACK: (0.0, 0.0, 0.0, 1.0),
        WHITE: (0.0, 0.0, 0.0, 0.0),
        PANTONE: Spot("PANTONE 186 C", 0.4, (0.0, 1.0, 0.81, 0.04)),
        DIE: Spot("Die", 1.0, (0.0, 1.0, 0.0, 0.0), "cutting"),
    },
    {},
)


def _colour(rgb: tuple[int, int, int]) -> str:
    return " ".join(f"{part / 255:.6f}" for part in rgb)


def _worked(content: str, **resources: Any) -> tuple[list[str], Recolourer, pikepdf.Page]:
    """Return the instructions of a page with ``content`` after the work on it, who did it, and the page."""
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(200, 200))
    page.obj.Contents = pdf.make_stream(content.encode())
    page.obj.Resources = Dictionary(
        {
            f"/{key}": pdf.make_indirect(value) if isinstance(value, pikepdf.Object) else value
            for key, value in resources.items()
        }
    )
    page.obj.Resources.Font = Dictionary(F=Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
    work = Recolourer(pdf, INKS)
    work.pages()
    return _lines(page.obj.Contents), work, page


def _lines(stream: Any) -> list[str]:
    return [
        " ".join([*(str(operand).removeprefix("/") for operand in one.operands), str(one.operator)])
        for one in pikepdf.parse_content_stream(stream)
    ]


def test_fills_and_strokes_become_the_inks_of_their_token() -> None:
    lines, work, _ = _worked(f"{_colour(RIVER)} rg 0 0 50 50 re f {_colour(RIVER)} RG 4 w 0 0 m 9 9 l S")
    assert "1 0 0 0.62 k" in lines
    assert "1 0 0 0.62 K" in lines
    assert not [line for line in lines if line.endswith((" rg", " RG"))]
    assert work.colours.strays == []


def test_a_spot_is_a_separation_with_its_tint_and_stand_in() -> None:
    lines, work, page = _worked(f"{_colour(PANTONE)} rg 0 0 50 50 re f")
    assert lines[:2] == ["PressSpot0 cs", "0.4 scn"]
    space = page.obj.Resources.ColorSpace["/PressSpot0"]
    assert (str(space[0]), str(space[1]), str(space[2])) == ("/Separation", "/PANTONE 186 C", "/DeviceCMYK")
    assert [float(amount) for amount in space[3].C1] == [0.0, 1.0, 0.81, 0.04]
    assert list(work.colours.spots) == ["PANTONE 186 C"]


def test_a_die_line_overprints_on_a_layer_that_says_it_is_cut_there() -> None:
    lines, work, page = _worked(f"{_colour(DIE)} RG 1 w 0 0 m 9 9 l S {_colour(BLACK)} RG 3 w 0 0 m 5 5 l S")
    start = lines.index("PressOverprint gs")
    assert lines[start:] == [
        "PressOverprint gs", "OC PressCutting BDC", "0 0 m", "9 9 l", "S", "EMC",
        "0 0 0 1 K", "3 w", "PressKnockout gs", "0 0 m", "5 5 l", "S",
    ]  # fmt: skip
    layer = page.obj.Resources.Properties.PressCutting
    assert layer.GTS_Metadata.GTS_ProcStepsGroup == Name.Structural
    assert layer.GTS_Metadata.GTS_ProcStepsType == Name.Cutting
    work.colours.write_layers()
    shown = work.colours.pdf.Root.OCProperties
    assert [str(one.Name) for one in shown.OCGs] == ["Cutting"]
    assert "/AS" not in shown.D
    assert "/OFF" not in shown.D


def test_nothing_stands_between_a_path_and_its_paint() -> None:
    lines, _, _ = _worked(
        f"{_colour(BLACK)} rg 0 0 100 0.5 re f 5 5 10 10 re W n {_colour(RIVER)} rg 0 0 50 50 re 1 1 9 9 re f*"
    )
    for number, line in enumerate(lines):
        if line.endswith(" re"):
            assert lines[number + 1].split()[-1] in {"re", "f", "f*", "W"}


@pytest.mark.parametrize(
    ("paint", "overprints"),
    [
        (f"{_colour(BLACK)} rg BT /F 11 Tf (a) Tj ET", True),
        (f"{_colour(BLACK)} rg 0 0 100 0.5 re f", True),
        (f"{_colour(BLACK)} rg 0 0 100 50 re f", False),
        (f"{_colour(BLACK)} RG 0.5 w 0 0 m 9 9 l S", True),
        (f"{_colour(BLACK)} RG 3 w 0 0 m 9 9 l S", False),
        (f"0.1 0 0 0.1 0 0 cm {_colour(BLACK)} RG 3 w 0 0 m 9 9 l S", True),
        (f"10 0 0 10 0 0 cm {_colour(BLACK)} rg 0 0 100 0.5 re f", False),
        (f"{_colour(WHITE)} rg BT /F 11 Tf (a) Tj ET", False),
        (f"{_colour(RIVER)} rg BT /F 11 Tf (a) Tj ET", False),
    ],
)
def test_black_type_and_thin_black_rules_overprint_and_nothing_else_does(paint: str, overprints: bool) -> None:  # noqa: FBT001 what is told
    lines, _, page = _worked(paint)
    set_state = [line for line in lines if line.endswith(" gs")]
    assert set_state == ["PressOverprint gs" if overprints else "PressKnockout gs"]
    states = page.obj.Resources.ExtGState
    assert [bool(states.PressOverprint[key]) for key in ("/OP", "/op", "/OPM")] == [True, True, True]
    assert [bool(states.PressKnockout[key]) for key in ("/OP", "/op")] == [False, False]


@pytest.mark.parametrize(
    ("fill", "settings"),
    [(WHITE, "PressOverprintLines gs"), (RIVER, "PressOverprintLines gs"), (BLACK, "PressOverprintLines gs")],
)
def test_a_thin_black_line_around_an_area_overprints_and_the_area_does_not(
    fill: tuple[int, int, int], settings: str
) -> None:
    lines, _, page = _worked(f"{_colour(fill)} rg {_colour(BLACK)} RG .5 w 0 0 100 50 re B")
    assert [line for line in lines if line.endswith(" gs")] == [settings]
    written = page.obj.Resources.ExtGState.PressOverprintLines
    assert [bool(written[key]) for key in ("/OP", "/op", "/OPM")] == [True, False, True]


def test_white_on_top_of_black_type_knocks_out_again() -> None:
    lines, _, _ = _worked(f"{_colour(BLACK)} rg BT /F 9 Tf (a) Tj ET {_colour(WHITE)} rg BT /F 9 Tf (b) Tj ET")
    assert [line for line in lines if line.endswith(" gs")] == ["PressOverprint gs", "PressKnockout gs"]


def test_what_a_saved_state_gives_back_is_known() -> None:
    lines, _, _ = _worked(
        f"{_colour(BLACK)} rg BT /F 9 Tf (a) Tj ET q {_colour(RIVER)} rg 0 0 9 9 re f Q BT /F 9 Tf (b) Tj ET"
    )
    assert [line for line in lines if line.endswith(" gs")] == ["PressOverprint gs", "PressKnockout gs"]


def test_a_page_that_paints_before_it_chooses_a_colour_paints_in_black_ink() -> None:
    lines, _, _ = _worked("0 0 50 50 re f")
    assert lines[:2] == ["0 0 0 1 k", "0 0 0 1 K"]


def test_grey_becomes_black_ink_only() -> None:
    lines, _, _ = _worked("0.25 g 0 0 50 50 re f")
    assert "0 0 0 0.75 k" in lines


@pytest.mark.parametrize(
    ("content", "spaces", "colour"),
    [
        ("1 0 0 rg 0 0 9 9 re f", {}, "#ff0000"),
        ("/L cs 50 20 20 scn 0 0 9 9 re f", {"L": Array([Name.Lab, Dictionary(WhitePoint=[0.96, 1, 0.82])])}, "a colour of the Lab space"),
        ("/R cs 0 1 0 scn 0 0 9 9 re f", {"R": Array([Name.CalRGB, Dictionary(WhitePoint=[0.96, 1, 0.82])])}, "#00ff00"),
        ("BI /W 1 /H 1 /BPC 8 /CS /RGB ID abc EI", {}, "an image inside the page's own text"),
    ],
)  # fmt: skip
def test_a_colour_that_no_token_names_is_kept_for_a_finding(content: str, spaces: dict[str, Any], colour: str) -> None:
    _, work, _ = _worked(content, ColorSpace=Dictionary({f"/{key}": value for key, value in spaces.items()}))
    assert [(stray.colour, stray.page, stray.where) for stray in work.colours.strays] == [(colour, 1, "the page")]


def test_a_drawing_inside_a_drawing_is_recoloured_once_and_named() -> None:
    pdf = pikepdf.new()
    inner = pdf.make_stream(f"{_colour(RIVER)} rg 0 0 9 9 re f 0 1 0 rg 0 0 9 9 re f".encode())
    inner.Type, inner.Subtype, inner.BBox, inner.Resources = Name.XObject, Name.Form, [0, 0, 9, 9], Dictionary()
    outer = pdf.make_stream(b"/I Do /I Do")
    outer.Type, outer.Subtype, outer.BBox = Name.XObject, Name.Form, [0, 0, 9, 9]
    outer.Resources = Dictionary(XObject=Dictionary(I=inner))
    outer.Group = Dictionary(Type=Name.Group, S=Name.Transparency, CS=Name.DeviceRGB)
    page = pdf.add_blank_page(page_size=(200, 200))
    page.obj.Contents, page.obj.Resources = pdf.make_stream(b"/O Do"), Dictionary(XObject=Dictionary(O=outer))
    work = Recolourer(pdf, INKS)
    work.pages()
    assert "1 0 0 0.62 k" in _lines(page.obj.Resources.XObject.O.Resources.XObject.I)
    assert Name.DeviceCMYK == outer.Group.CS
    assert [(stray.colour, stray.where) for stray in work.colours.strays] == [
        ("#00ff00", "the page, drawing /O, drawing /I")
    ]


def test_the_ends_of_a_gradient_are_inks() -> None:
    def ramp(one: tuple[int, int, int], other: tuple[int, int, int]) -> Dictionary:
        return Dictionary(
            FunctionType=2, Domain=[0, 1], N=1, C0=[part / 255 for part in one], C1=[part / 255 for part in other]
        )

    stitched = Dictionary(
        FunctionType=3, Domain=[0, 1], Bounds=[0.5], Encode=[0, 1, 0, 1],
        Functions=[ramp(WHITE, RIVER), ramp(RIVER, PANTONE)],
    )  # fmt: skip
    shading = Dictionary(ShadingType=2, ColorSpace=Name.DeviceRGB, Coords=[0, 0, 1, 1], Function=stitched)
    _, work, page = _worked("/S sh", Shading=Dictionary(S=shading))
    done = page.obj.Resources.Shading.S
    assert done.ColorSpace == Name.DeviceCMYK
    ends = [[float(part) for part in function[end]] for function in done.Function.Functions for end in ("/C0", "/C1")]
    assert ends == [[0, 0, 0, 0], [1, 0, 0, 0.62], [1, 0, 0, 0.62], [0, 0.4, 0.324, 0.016]]
    assert work.colours.strays == []


def test_a_soft_mask_stays_grey() -> None:
    pdf = pikepdf.new()
    group = pdf.make_stream(b"1 1 1 rg 0 0 9 9 re f 1 0 0 rg 0 0 4 4 re f")
    group.Type, group.Subtype, group.BBox, group.Resources = Name.XObject, Name.Form, [0, 0, 9, 9], Dictionary()
    group.Group = Dictionary(S=Name.Transparency, CS=Name.DeviceRGB)
    page = pdf.add_blank_page(page_size=(200, 200))
    page.obj.Contents = pdf.make_stream(b"/M gs")
    state = Dictionary(SMask=Dictionary(S=Name.Luminosity, G=group))
    page.obj.Resources = Dictionary(ExtGState=Dictionary(M=state))
    work = Recolourer(pdf, INKS)
    work.pages()
    assert [line for line in _lines(group) if line.endswith(" g")] == ["1 g", "0.3 g"]
    assert Name.DeviceGray == group.Group.CS
    assert work.colours.strays == []


def test_a_colour_of_the_marks_that_no_token_names_is_told(press_room: PressRoom) -> None:
    marks = pikepdf.new()
    for _ in range(2):
        marks.add_blank_page(page_size=(200, 200)).contents_add(b"1 0 0 rg 0 0 5 5 re f")
    written = io.BytesIO()
    marks.save(written)
    with pytest.raises(BrochureError) as refused:
        press(press_room.drawn, press_room.setup, written.getvalue())
    assert [(one.code, one.page) for one in refused.value.findings] == [("PRS-103", 1), ("PRS-103", 2)]


@pytest.mark.parametrize(
    ("paint", "overprints"),
    [
        pytest.param("RG 1.99 w 0 0 m 9 9 l S", True, id="a line a hair under 2 pt"),
        pytest.param("RG 2 w 0 0 m 9 9 l S", False, id="a line of 2 pt"),
        pytest.param("rg 0 0 100 1.99 re f", True, id="an area a hair thinner than 2 pt"),
        pytest.param("rg 0 0 100 2 re f", False, id="an area 2 pt thin"),
        pytest.param("rg 0 0 1.99 100 re f", True, id="an upright area a hair thinner"),
        pytest.param("rg 0 0 2 100 re f", False, id="an upright area of 2 pt"),
    ],
)
def test_black_overprints_where_it_is_thinner_than_two_pt(paint: str, *, overprints: bool) -> None:
    lines, _, _ = _worked(f"{_colour(BLACK)} {paint}")
    assert ("PressOverprint gs" in lines) is overprints
