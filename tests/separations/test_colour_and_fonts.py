"""Colours, layers and fonts by hand: what each lays on a plate, which layers are on, how far each glyph goes on."""

from __future__ import annotations

from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from brochures.geometry.pdf_box import PdfBox
from brochures.separations.colour import ALL, CMYK, GRAY, PATTERN, RGB, Colour, Space, component, first, indexed, laid
from brochures.separations.errors import Unreadable
from brochures.separations.fonts import LINE, read_font
from brochures.separations.layers import Layers, layer_name
from brochures.separations.objects import Face, Step, Where
from brochures.separations.plates import SETTINGS, _ending
from brochures.separations.separations import _pixels
from brochures.separations.spaces import read_space

GOLD = Space("Separation", 1, ("Gold",))
EVERY = Space("Separation", 1, (ALL,))
NOTHING = Space("Separation", 1, ("None",))
TWO = Space("DeviceN", 3, ("Gold", "None", "Black"))
INDEX = Space("Indexed", 1, base=CMYK, table=bytes((255, 0, 0, 0, 0, 51, 0, 255)))


@pytest.mark.parametrize(
    ("space", "values", "inks"),
    [
        (CMYK, (0.1, 0.2, 0.3, 1.5), {"Cyan": 0.1, "Magenta": 0.2, "Yellow": 0.3, "Black": 1.0}),
        (GRAY, (0.25,), {"Black": 0.75}), (GRAY, (-1,), {"Black": 1.0}), (RGB, (1, 0, 0), None),
        (GOLD, (0.5,), {"Gold": 0.5}), (NOTHING, (0.5,), {}), (TWO, (0.1, 0.2, 0.3), {"Gold": 0.1, "Black": 0.3}),
        (INDEX, (0,), {"Cyan": 1.0, "Magenta": 0.0, "Yellow": 0.0, "Black": 0.0}),
        (INDEX, (1.9,), {"Cyan": 0.0, "Magenta": 0.2, "Yellow": 0.0, "Black": 1.0}),
        (INDEX, (9,), {"Cyan": 0.0, "Magenta": 0.2, "Yellow": 0.0, "Black": 1.0}),
        (INDEX, (-9,), {"Cyan": 1.0, "Magenta": 0.0, "Yellow": 0.0, "Black": 0.0}),
    ],
)  # fmt: skip
def test_a_colour_is_so_much_of_each_ink(
    space: Space, values: tuple[float, ...], inks: dict[str, float] | None
) -> None:
    assert Colour(space, values).inks == inks


@pytest.mark.parametrize(
    ("space", "inks", "name", "begins"),
    [
        (CMYK, ("Cyan", "Magenta", "Yellow", "Black"), "DeviceCMYK", (0, 0, 0, 1)), (GRAY, ("Black",), "DeviceGray", (0,)),
        (RGB, None, "DeviceRGB", (0, 0, 0)), (GOLD, ("Gold",), "Separation Gold", (1,)), (NOTHING, (), "Separation None", (1,)),
        (TWO, ("Gold", "Black"), "DeviceN Gold None Black", (1, 1, 1)), (PATTERN, None, "Pattern", ()),
        (INDEX, ("Cyan", "Magenta", "Yellow", "Black"), "Indexed DeviceCMYK", (0,)), (Space("ICCBased", 4), None, "ICCBased 4", (0, 0, 0, 0)),
        (Space("Indexed", 1), None, "Indexed None", (0,)),
    ],
)  # fmt: skip
def test_a_space_says_its_inks_its_name_and_its_first_colour(
    space: Space, inks: tuple[str, ...] | None, name: str, begins: tuple[float, ...]
) -> None:
    assert (space.inks, str(space), first(space).values) == (inks, name, begins)


def test_an_index_gives_its_whole_colours_and_what_is_none_says_so() -> None:
    assert [colour.values for colour in indexed(INDEX)] == [(1, 0, 0, 0), (0, 0.2, 0, 1)]
    cut = Space("Indexed", 1, base=RGB, table=bytes(5))
    assert [colour.values for colour in indexed(cut)] == [(0, 0, 0)]
    with pytest.raises(ValueError, match="DeviceCMYK is no index"):
        indexed(CMYK)


@pytest.mark.parametrize(
    ("space", "plate", "index"),
    [
        (CMYK, "Cyan", 0),
        (CMYK, "Black", 3),
        (CMYK, "Gold", None),
        (TWO, "Black", 2),
        (EVERY, "Gold", 0),
        (RGB, "Cyan", None),
        (GRAY, "Black", 0),
    ],
)
def test_which_number_of_a_colour_is_for_a_plate(space: Space, plate: str, index: int | None) -> None:
    assert component(space, plate) == index


HALF = (0.5, 0, 0, 0.2)


@pytest.mark.parametrize(
    ("space", "values", "plate", "overprint", "mode", "amount"),
    [
        (CMYK, HALF, "Cyan", False, 0, 0.5), (CMYK, HALF, "Magenta", False, 1, 0.0), (CMYK, HALF, "Magenta", True, 0, 0.0),
        (CMYK, HALF, "Magenta", True, 1, None), (CMYK, HALF, "Cyan", True, 1, 0.5), (CMYK, HALF, "Gold", False, 0, 0.0),
        (CMYK, HALF, "Gold", True, 0, None), (GRAY, (0.2,), "Black", True, 1, 0.8), (GRAY, (1,), "Black", True, 1, 0.0),
        (GRAY, (0.2,), "Cyan", True, 0, 0.0), (GRAY, (0.2,), "Gold", True, 0, None), (GOLD, (0.3,), "Gold", True, 1, 0.3),
        (GOLD, (0.0,), "Gold", True, 1, 0.0), (GOLD, (0.3,), "Cyan", False, 0, 0.0), (GOLD, (0.3,), "Cyan", True, 0, None),
        (NOTHING, (1,), "Cyan", False, 0, None), (EVERY, (0.3,), "Cyan", True, 0, 0.3), (INDEX, (0,), "Magenta", True, 1, 0.0),
    ],
)  # fmt: skip
def test_how_much_a_colour_lays_on_a_plate(  # noqa: PLR0917 the case
    space: Space,
    values: tuple[float, ...],
    plate: str,
    overprint: bool,  # noqa: FBT001 the case
    mode: int,
    amount: float | None,
) -> None:
    assert laid(Colour(space, values), plate, overprint=overprint, mode=mode) == (
        None if amount is None else pytest.approx(amount)
    )


def test_a_colour_of_a_screen_lays_nothing_that_can_be_told() -> None:
    with pytest.raises(ValueError, match="DeviceRGB gives no inks"):
        laid(Colour(RGB, (1, 0, 0)), "Cyan")


def test_a_place_is_told_from_the_page_on() -> None:
    where = Where(2, (Step("form", "Card"), Step("soft mask", "M")))
    assert str(where) == "page 2, form Card, soft mask M"
    assert (where.within("soft mask"), where.within("form"), where.within("glyph")) == (True, True, False)


@pytest.mark.parametrize(
    ("policy", "groups", "shows"),
    [
        (None, "ab", True), (None, "bb", False), (None, "", True), ("AnyOn", "ab", True), ("AllOn", "ab", False), ("AllOn", "aa", True),
        ("AllOff", "ab", False), ("AllOff", "bb", True), ("AnyOff", "ab", True), ("AnyOff", "aa", False), (None, "a", True), (None, "b", False),
    ],
)  # fmt: skip
def test_a_membership_shows_by_its_policy(policy: str | None, groups: str, *, shows: bool) -> None:
    pdf = pikepdf.new()
    on, off = (pdf.make_indirect(Dictionary(Type=Name.OCG, Name=name)) for name in ("On", "Off"))
    known = {"a": on, "b": off}
    for base, told in ((None, {"OFF": [off]}), ("/OFF", {"ON": [on]})):
        default = Dictionary({f"/{key}": Array(value) for key, value in told.items()})
        if base:
            default.BaseState = Name(base)
        pdf.Root.OCProperties = Dictionary(D=default)
        layers = Layers(pdf)
        member = Dictionary(Type=Name.OCMD)
        if len(groups) == 1:
            member.OCGs = known[groups]
        elif groups:
            member.OCGs = Array([known[one] for one in groups])
        if policy:
            member.P = Name(f"/{policy}")
        assert layers.shows(member) is shows
        assert (layers.shows(on), layers.shows(off)) == (True, False)
        assert layer_name(member) == ", ".join({"a": "On", "b": "Off"}[one] for one in groups)
    assert layer_name(Dictionary(Type=Name.OCG)) == "unnamed"
    assert Layers(pikepdf.new()).shows(on)


def _composite(encoding: str = "/Identity-H", **about: Any) -> Any:
    inner = Dictionary({f"/{key}": value for key, value in about.items()})
    return Dictionary(
        Subtype=Name.Type0, BaseFont=Name("/ABCDEF+A"), Encoding=Name(encoding), DescendantFonts=Array([inner])
    )


def test_a_composite_font_has_widths_by_ranges() -> None:
    font = read_font(_composite(W=Array([3, Array([500, 600]), 10, 12, 700, 20, Array([800])]), DW=400))
    assert [font.wide(code) for code in (2, 3, 4, 5, 9, 10, 12, 13, 20)] == [
        0.4,
        0.5,
        0.6,
        0.4,
        0.4,
        0.7,
        0.7,
        0.4,
        0.8,
    ]
    assert font.codes(b"\0\3\1\4\5") == (3, 260)
    assert (font.composite, font.face, font.ascent, font.descent) == (True, Face("ABCDEF+A", embedded=False), *LINE)
    assert read_font(_composite()).wide(7) == 1
    assert read_font(_composite("/Identity-V", W=Array([3, Array([500])]))).wide(3) == 0.5
    assert read_font(_composite("/UniJIS", W=Array([3, Array([500])]))).wide(3) == 1


@pytest.mark.parametrize(
    ("about", "reach"),
    [
        ({}, LINE), ({"Ascent": 900, "Descent": -200}, (0.9, -0.2)), ({"FontBBox": [0, -300, 900, 800]}, (0.8, -0.3)),
        ({"Ascent": 0, "Descent": 0, "FontBBox": [0, 0, 9, 0]}, LINE), ({"Ascent": 900, "FontBBox": [0, -300, 900, 800]}, (0.9, 0)),
    ],
)  # fmt: skip
def test_letters_reach_as_far_as_their_font_says(about: dict[str, Any], reach: tuple[float, float]) -> None:
    descriptor = Dictionary({f"/{key}": value for key, value in about.items()})
    font = read_font(Dictionary(Subtype=Name.Type1, BaseFont=Name.A, FontDescriptor=descriptor))
    assert (font.ascent, font.descent) == reach


def test_a_simple_font_has_widths_from_its_first_code_on() -> None:
    about: dict[str, Any] = {"/Subtype": Name.Type1, "/BaseFont": Name.A}
    font = read_font(Dictionary({**about, "/FirstChar": 65, "/Widths": Array([500, 600])}))
    assert [font.wide(code) for code in (64, 65, 66, 67)] == [0, 0.5, 0.6, 0]
    assert (font.codes(b"AB"), font.composite) == ((65, 66), False)
    assert read_font(Dictionary(about)).wide(65) == 0.5
    missing = Dictionary({**about, "/FontDescriptor": Dictionary(MissingWidth=250)})
    assert read_font(missing).wide(65) == 0.25
    for kind in ("FontFile", "FontFile2", "FontFile3"):
        inside = Dictionary({**about, "/FontDescriptor": Dictionary({f"/{kind}": 1})})
        assert read_font(inside).face == Face("A", embedded=True)
    assert read_font(Dictionary(Subtype=Name.Type1)).face == Face("unnamed", embedded=False)


@pytest.mark.parametrize(
    ("operator", "fill", "stroke"),
    [
        ("f", "f", "S"), ("F", "f", "S"), ("f*", "f*", "S"), ("S", "f", "S"), ("s", "f", "s"), ("B", "f", "S"), ("B*", "f*", "S"),
        ("b", "f", "s"), ("b*", "f*", "s"),
    ],
)  # fmt: skip
def test_a_path_ends_on_a_plate_with_no_more_than_is_inked(operator: str, fill: str, stroke: str) -> None:
    assert _ending(operator, fills=True, strokes=True) == operator
    assert _ending(operator, fills=True, strokes=False) == fill
    assert _ending(operator, fills=False, strokes=True) == stroke
    assert _ending(operator, fills=False, strokes=False) == "n"


@pytest.mark.parametrize(
    ("box", "ppi", "pixels"),
    [((0, 0, 72, 36), 100, (100, 50)), ((0, 0, 0.1, 0.1), 10, (1, 1)), ((9, 9, 81, 45.2), 127, (127, 64))],
)
def test_a_plate_has_whole_pixels_and_one_at_least(box: tuple[float, ...], ppi: float, pixels: tuple[int, int]) -> None:
    assert _pixels(PdfBox(*box), ppi) == pixels


def _nowhere(_: str) -> None:
    return None


def test_spaces_in_terms_of_spaces_are_followed_six_deep() -> None:
    for depth, told in ((6, True), (7, False)):
        space: Any = Name.DeviceCMYK
        for _ in range(depth):
            space = Array([Name.Pattern, space])
        if told:
            assert read_space(space, _nowhere).family == "Pattern"
            continue
        with pytest.raises(Unreadable, match="a colour space is defined by itself"):
            read_space(space, _nowhere)


@pytest.mark.parametrize(
    ("written", "space"),
    [
        (Array([Name.Pattern]), Space("Pattern", 0)), (Array([Name.Pattern, Name.DeviceCMYK]), Space("Pattern", 4, base=CMYK)),
        (Array([Name.CalGray, Dictionary()]), Space("CalGray", 1)), (Array([Name.CalRGB, Dictionary()]), Space("CalRGB", 3)),
        (Array([Name.Lab, Dictionary()]), Space("Lab", 3)), (Array([Name.ICCBased, Dictionary(N=4)]), Space("ICCBased", 4)),
        (Array([Name.Separation, Name("/Gold"), Name.DeviceCMYK]), GOLD), (Array([Name.DeviceRGB]), RGB),
        (Array([Name.DeviceN, Array([Name("/Gold"), Name("/None"), Name("/Black")]), Name.DeviceCMYK]), TWO),
        (Array([Name.Indexed, Name.DeviceGray, 1, b"abc"]), Space("Indexed", 1, base=GRAY, table=b"ab")),
    ],
)  # fmt: skip
def test_a_space_is_read_from_what_defines_it(written: Any, space: Space) -> None:
    assert read_space(written, _nowhere) == space


@pytest.mark.parametrize(
    ("written", "wrong"),
    [
        (Array(), "what should be a colour space is neither a name nor a list"), (3, "what should be a colour space is neither a name nor a list"),
        (Name("/Odd"), "there is no colour space /Odd"), (Array([Name.Indexed, Name.DeviceRGB, 0, b"ab"]), "an index holds no colour"),
    ],
)  # fmt: skip
def test_what_is_no_space_is_told(written: Any, wrong: str) -> None:
    with pytest.raises(Unreadable, match=wrong):
        read_space(written, _nowhere)


def test_where_a_font_does_not_say_letters_reach_three_quarters_up_and_a_quarter_down() -> None:
    assert LINE == (0.75, -0.25)
    assert frozenset(
        {"/LW", "/LC", "/LJ", "/ML", "/D", "/Font", "/SMask", "/CA", "/ca", "/AIS", "/TK", "/FL", "/SA"}
    ) == set(SETTINGS)
