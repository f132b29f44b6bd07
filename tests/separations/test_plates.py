"""What lies on each plate: knocked out, overprinted, in forms, patterns, shadings and masks."""

from __future__ import annotations

import pytest
from pikepdf import Array, Dictionary, Name

from brochures.separations import Inseparable, separations
from tests.separations.handmade import Made, typed
from tests.separations.plate_pixels import ink_at, plates_of

GROUP = Dictionary(S=Name.Transparency, CS=Name.DeviceCMYK, I=True)


def _made(content: str | bytes) -> bytes:
    made = Made()
    made.overprints()
    made.name("ColorSpace", "Spot", made.spot("Gold"))
    made.name("ColorSpace", "All", made.spot("All"))
    made.name("ColorSpace", "None", made.spot("None"))
    made.name("ColorSpace", "K", made.spot("Black"))
    made.name("ColorSpace", "Two", Array([Name.DeviceN, Array([Name.Cyan, Name.Gold]), Name.DeviceCMYK, Dictionary()]))
    made.page(content)
    return made.written()


UNDER = "0 .4 1 0 k 0 0 200 100 re f /Spot cs .6 scn /On gs 0 0 200 100 re f /Off gs "
"""Magenta, yellow and a spot colour all over the page."""


@pytest.mark.parametrize(
    ("content", "ink"),
    [
        ("", {"Magenta": 40, "Yellow": 100, "Gold": 60}),
        ("0 0 0 1 k", {"Black": 100}),
        ("/On gs 0 0 0 1 k", {"Magenta": 40, "Yellow": 100, "Black": 100, "Gold": 60}),
        ("/On gs .2 0 0 .5 k", {"Cyan": 20, "Magenta": 40, "Yellow": 100, "Black": 50, "Gold": 60}),
        ("/Zero gs 0 0 0 1 k", {"Black": 100, "Gold": 60}),
        ("/On gs 0 0 0 0 k", {"Magenta": 40, "Yellow": 100, "Gold": 60}),
        ("0 0 0 0 k", {}),
        ("0 g", {"Black": 100}),
        ("/On gs .2 g", {"Black": 80, "Gold": 60}),
        ("/Spot cs .3 scn", {"Gold": 30}),
        ("/On gs /Spot cs .3 scn", {"Magenta": 40, "Yellow": 100, "Gold": 30}),
        ("/Zero gs /Spot cs 0 scn", {"Magenta": 40, "Yellow": 100}),
        ("/K cs .3 scn", {"Black": 30}),
        ("/On gs /K cs .3 scn", {"Magenta": 40, "Yellow": 100, "Black": 30, "Gold": 60}),
        ("/Two cs .1 .2 scn", {"Cyan": 10, "Gold": 20}),
        ("/On gs /Two cs .1 .2 scn", {"Cyan": 10, "Magenta": 40, "Yellow": 100, "Gold": 20}),
        ("/All cs .5 scn", {"Cyan": 50, "Magenta": 50, "Yellow": 50, "Black": 50, "Gold": 50, "All": 50}),
        ("/None cs 1 scn", {"Magenta": 40, "Yellow": 100, "Gold": 60}),
    ],
)
def test_what_lies_on_each_plate_after_one_colour_is_laid_over_others(content: str, ink: dict[str, int]) -> None:
    over = f"{content} 20 20 40 40 re f" if content else ""
    plates = plates_of(_made(f"{UNDER} {over}"))
    assert ink_at(plates, 40, 60) == ink
    assert ink_at(plates, 150, 60) == {"Magenta": 40, "Yellow": 100, "Gold": 60}


def test_yellow_stays_under_black_text_that_overprints() -> None:
    made = Made()
    made.overprints()
    made.name("Font", "F", made.font())
    for setting in ("On", "Off"):
        made.page(f"0 0 1 0 k 0 0 200 100 re f /{setting} gs 0 0 0 1 k BT /F 90 Tf 10 20 Td {typed('Water')} Tj ET")
    over, out = separations(made.written(), 72, "trim")
    assert over["Yellow"].getextrema() == (255, 255)
    assert out["Yellow"].getextrema() == (0, 255)
    letters = out["Black"].point(lambda value: 255 - value)
    assert out["Yellow"].tobytes() == letters.tobytes()


def test_strokes_overprint_by_their_own_setting() -> None:
    made = Made()
    made.name("ExtGState", "G", Dictionary(OP=True, op=False, OPM=1))
    made.page("0 0 1 0 k 0 0 200 100 re f /G gs 0 0 0 1 k 0 0 0 1 K 10 w 20 20 60 60 re B")
    plates = plates_of(made.written())
    assert ink_at(plates, 50, 50) == {"Black": 100}
    assert ink_at(plates, 17, 50) == {"Yellow": 100, "Black": 100}


def test_what_lies_outside_of_the_box_is_not_drawn_and_a_box_is_whole_pixels() -> None:
    made = Made((100, 50), bleed=9)
    made.page("1 0 0 0 k 0 0 118 9 re f")
    data = made.written()
    sizes = {box: next(separations(data, 150, box))["Cyan"] for box in ("trim", "bleed", "media")}
    assert {box: plate.size for box, plate in sizes.items()} == {
        "trim": (208, 104),
        "bleed": (246, 142),
        "media": (246, 142),
    }
    assert sizes["trim"].getextrema() == (0, 0)
    assert sizes["media"].getpixel((5, 141)) == 255
    assert sizes["media"].getpixel((5, 100)) == 0


def test_every_page_has_the_plates_of_the_process_and_its_own_spots() -> None:
    made = Made()
    made.name("ColorSpace", "Spot", made.spot("Gold"))
    made.page("")
    made.page("/Spot cs 0 0 9 9 re f")
    first, second = separations(made.written(), 72, "trim")
    assert list(first) == ["Cyan", "Magenta", "Yellow", "Black"]
    assert list(second) == ["Cyan", "Magenta", "Yellow", "Black", "Gold"]
    assert all(plate.getextrema() == (0, 0) for plate in first.values())


def test_colours_chosen_outside_reach_into_forms_and_groups_are_laid_as_one() -> None:
    made = Made()
    made.name("ExtGState", "Half", Dictionary(ca=0.5))
    made.name(
        "XObject", "X", made.form("0 0 20 20 re f 0 1 0 0 k 5 5 5 5 re f", (0, 0, 10, 10), Matrix=[2, 0, 0, 2, 0, 0])
    )
    made.name("XObject", "G", made.form("1 0 0 0 k 0 0 40 40 re f 0 0 0 1 k 20 0 40 40 re f", Group=GROUP))
    made.page("0 0 1 0 k 100 0 100 100 re f 1 0 0 0 k /X Do /Half gs 1 0 0 1 120 20 cm /G Do")
    plates = plates_of(made.written())
    assert ink_at(plates, 5, 95) == {"Cyan": 100}
    assert ink_at(plates, 15, 85) == {"Magenta": 100}
    assert ink_at(plates, 25, 95) == {}
    assert ink_at(plates, 130, 60) == {"Cyan": 50, "Yellow": 50}
    assert ink_at(plates, 150, 60) == {"Yellow": 50, "Black": 50}


def test_a_soft_mask_thins_what_it_covers_on_every_plate() -> None:
    made = Made()
    veil = made.form(
        "1 g 0 0 100 100 re f .4 g 100 0 100 100 re f", Group=Dictionary(S=Name.Transparency, CS=Name.DeviceGray)
    )
    made.name("ExtGState", "M", Dictionary(SMask=Dictionary(S=Name.Luminosity, G=veil)))
    made.name("ExtGState", "No", Dictionary(SMask=Name("/None")))
    made.page("0 0 1 0 k 0 0 200 100 re f /M gs 1 0 0 0 k 0 20 200 80 re f /No gs 0 0 0 1 k 0 0 200 20 re f")
    plates = plates_of(made.written())
    assert ink_at(plates, 50, 40) == {"Cyan": 100}
    assert ink_at(plates, 150, 40) == {"Cyan": 40, "Yellow": 60}
    assert ink_at(plates, 150, 90) == {"Black": 100}


OVER = "1 0 0 0 k 0 0 40 40 re f /On gs 0 0 0 1 k 20 0 40 40 re f"
"""Cyan, and black that overprints half of it and as much beside it."""


@pytest.mark.parametrize(("isolated", "beside"), [(False, {"Yellow": 100, "Black": 100}), (True, {"Black": 100})])
def test_an_isolated_group_overprints_itself_and_knocks_out_what_is_below(
    isolated: bool,  # noqa: FBT001
    beside: dict[str, int],
) -> None:
    made = Made()
    made.overprints()
    made.name("XObject", "G", made.form(OVER, Group=Dictionary(S=Name.Transparency, CS=Name.DeviceCMYK, I=isolated)))
    made.page("0 0 1 0 k 0 0 200 100 re f /G Do 0 0 0 1 k /On gs 100 0 40 40 re f")
    plates = plates_of(made.written())
    assert ink_at(plates, 10, 80) == {"Cyan": 100}
    assert ink_at(plates, 30, 80) == {"Cyan": 100, "Black": 100}
    assert ink_at(plates, 50, 80) == beside
    assert ink_at(plates, 120, 80) == {"Yellow": 100, "Black": 100}


def test_in_an_isolated_group_a_line_may_overprint_what_its_fill_knocks_out() -> None:
    made = Made()
    made.name("ExtGState", "Line", Dictionary(OP=True, op=False, OPM=1))
    made.name("XObject", "G", made.form("/Line gs 1 0 0 0 k 0 0 0 1 K 20 w 20 20 60 60 re b", Group=GROUP))
    made.page("0 0 1 0 k 0 0 200 100 re f /G Do")
    plates = plates_of(made.written())
    assert ink_at(plates, 50, 50) == {"Cyan": 100}
    assert ink_at(plates, 25, 50) == {"Cyan": 100, "Black": 100}
    assert ink_at(plates, 15, 50) == {"Black": 100}


def test_shadings_run_on_each_plate_by_their_own_functions() -> None:
    made = Made()
    made.overprints()
    one = Dictionary(FunctionType=2, Domain=[0, 1], C0=[1, 0, 0, 0], C1=[0, 0, 1, 0], N=1)
    flat = made.stream(
        bytes([0, 255, 0, 128] * 2), FunctionType=0, Domain=[0, 1], Range=[0, 1] * 4, Size=[2], BitsPerSample=8
    )
    both = Dictionary(FunctionType=3, Domain=[0, 1], Functions=Array([one, flat]), Bounds=[0.5], Encode=[0, 1, 0, 1])
    axis = Dictionary(ShadingType=2, ColorSpace=Name.DeviceCMYK, Coords=[0, 0, 200, 0], Function=both)
    spot = Dictionary(
        ShadingType=2, ColorSpace=made.spot("Gold"), Coords=[0, 0, 200, 0], Extend=[True, True],
        Function=Dictionary(FunctionType=2, Domain=[0, 1], C0=[0.2], C1=[0.2], N=1),
    )  # fmt: skip
    made.name("Shading", "A", axis)
    made.name("Pattern", "P", Dictionary(PatternType=2, Shading=spot))
    made.page(
        "0 0 0 1 k 0 0 200 100 re f q 0 40 200 60 re W n /A sh Q /Pattern cs /P scn 0 0 100 40 re f /On gs 100 0 100 40 re f"
    )
    plates = plates_of(made.written())
    assert ink_at(plates, 150, 30) == {"Magenta": 100, "Black": 50}
    middle = ink_at(plates, 50, 30)
    assert middle == {"Cyan": pytest.approx(50, abs=1), "Yellow": pytest.approx(50, abs=1)}
    assert ink_at(plates, 50, 80) == {"Gold": 20}
    assert ink_at(plates, 150, 80) == {"Gold": 20, "Black": 100}


def test_tilings_knock_out_where_they_paint_and_nowhere_else() -> None:
    made = Made()
    tile = {
        "PatternType": 1,
        "TilingType": 1,
        "BBox": [0, 0, 40, 40],
        "XStep": 40,
        "YStep": 40,
        "Resources": Dictionary(),
    }
    made.name("Pattern", "T", made.stream("1 0 0 0 k 0 0 20 20 re f", PaintType=1, **tile))
    made.name("Pattern", "U", made.stream("0 0 20 20 re f", PaintType=2, **tile))
    made.name("ColorSpace", "C", Array([Name.Pattern, made.spot("Gold")]))
    made.page("0 0 1 0 k 0 0 200 100 re f /Pattern cs /T scn 0 0 80 80 re f /C cs .3 /U scn 120 0 80 80 re f")
    plates = plates_of(made.written())
    assert [ink_at(plates, *place) for place in ((10, 90), (30, 90), (50, 50), (130, 90), (150, 90))] == [
        {"Cyan": 100}, {"Yellow": 100}, {"Cyan": 100}, {"Gold": 30}, {"Yellow": 100},
    ]  # fmt: skip


def test_a_pattern_keeps_its_place_in_a_form_that_inherits_it() -> None:
    made = Made()
    tile = {
        "PatternType": 1,
        "TilingType": 1,
        "BBox": [0, 0, 40, 40],
        "XStep": 40,
        "YStep": 40,
        "Resources": Dictionary(),
    }
    made.name("Pattern", "T", made.stream("1 0 0 0 k 0 0 20 20 re f", PaintType=1, **tile))
    made.name("XObject", "X", made.form("0 0 80 80 re f", Matrix=[1, 0, 0, 1, 10, 0]))
    made.page("/Pattern cs /T scn /X Do")
    plates = plates_of(made.written())
    assert [ink_at(plates, x, 90) for x in (5, 15, 25, 45)] == [{}, {"Cyan": 100}, {}, {"Cyan": 100}]


def test_fonts_that_draw_have_their_own_colors() -> None:
    made = Made()
    drawings = Dictionary(
        a=made.stream("1000 0 0 0 1000 1000 d1 0 0 1000 1000 re f"),
        b=made.stream("1000 0 d0 0 1 0 0 k 0 0 1000 1000 re f"),
    )
    font = Dictionary(
        Type=Name.Font, Subtype=Name.Type3, FontBBox=[0, 0, 1000, 1000], FontMatrix=[0.001, 0, 0, 0.001, 0, 0], FirstChar=97,
        LastChar=98, Widths=[1000, 1000], CharProcs=drawings, Encoding=Dictionary(Differences=Array([97, Name.a, Name.b])),
    )  # fmt: skip
    made.name("Font", "T", made.pdf.make_indirect(font))
    made.page("0 0 1 0 k 0 0 200 100 re f 1 0 0 0 k BT /T 40 Tf 10 20 Td (ab) Tj ET")
    plates = plates_of(made.written())
    assert [ink_at(plates, x, 60) for x in (5, 30, 70)] == [{"Yellow": 100}, {"Cyan": 100}, {"Magenta": 100}]


def test_what_is_hidden_is_on_no_plate_and_the_look_of_an_annotation_is() -> None:
    made = Made()
    off = made.pdf.make_indirect(Dictionary(Type=Name.OCG, Name="Notes"))
    made.pdf.Root.OCProperties = Dictionary(OCGs=Array([off]), D=Dictionary(OFF=Array([off])))
    made.name("Properties", "Off", off)
    look = made.form("0 0 0 1 k 0 0 10 10 re f", (0, 0, 10, 10))
    stamp = Dictionary(Type=Name.Annot, Subtype=Name.Stamp, Rect=[100, 20, 140, 60], F=4, AP=Dictionary(N=look))
    made.page("/OC /Off BDC 1 0 0 0 k 0 0 50 100 re f EMC", Annots=Array([stamp]))
    plates = plates_of(made.written())
    assert [ink_at(plates, x, 60) for x in (20, 120)] == [{}, {"Black": 100}]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("1 0 0 rg 0 0 9 9 re f", "page 1: fill in DeviceRGB"),
        ("1 0 0 RG 0 0 9 9 re S", "page 1: stroke in DeviceRGB"),
        ("/X Do", "page 1, form X: text in Lab"),
        ("9 0 0 9 0 0 cm /I Do", "page 1: image in DeviceRGB"),
        ("/S sh", "page 1: shading in ICCBased 3"),
        ("/Pattern cs /P scn 0 0 9 9 re f", "page 1: fill in ICCBased 3"),
    ],
)
def test_a_colour_without_inks_is_refused_with_its_place(content: str, said: str) -> None:
    made = Made()
    made.name("Font", "F", made.font())
    made.name("ColorSpace", "L", Array([Name.Lab, Dictionary(WhitePoint=[1, 1, 1])]))
    made.name("XObject", "X", made.form(f"/L cs 50 0 0 sc BT /F 9 Tf {typed('a')} Tj ET"))
    made.name("XObject", "I", made.image(bytes(12), (2, 2), Name.DeviceRGB))
    profile = Array([Name.ICCBased, made.stream(b"a profile", N=3)])
    function = Dictionary(FunctionType=2, Domain=[0, 1], C0=[1, 0, 0], C1=[0, 0, 0], N=1)
    shading = Dictionary(ShadingType=2, ColorSpace=profile, Coords=[0, 0, 9, 0], Function=function)
    made.name("Shading", "S", shading)
    made.name("Pattern", "P", Dictionary(PatternType=2, Shading=shading))
    made.page(content)
    with pytest.raises(Inseparable, match=said):
        separations(made.written(), 72)
