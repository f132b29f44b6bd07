"""What is noted inside of forms, patterns, masks, fonts that draw, annotations and layers."""

from __future__ import annotations

from typing import Any

import pytest
from pikepdf import Array, Dictionary, Name, Object

from brochures.separations import Painted, Step, Unreadable, resources, things
from tests.separations.handmade import Made, typed

GROUP = Dictionary(S=Name.Transparency, CS=Name.DeviceCMYK)


def _edges(thing: Painted) -> tuple[float, float, float, float]:
    return thing.box.left, thing.box.top, thing.box.right, thing.box.bottom


def test_forms_in_forms_place_scale_and_clip_what_they_hold() -> None:
    made = Made()
    made.name("Font", "F", made.font())
    inner = f"0 1 0 0 k 0 0 50 50 re f 2 w 5 5 m 45 5 l S BT /F 20 Tf {typed('a')} Tj ET"
    made.name("XObject", "In", made.form(inner, (0, 0, 40, 40), Matrix=[0.5, 0, 0, 0.5, 10, 10]))
    made.name("XObject", "Out", made.form("q 2 0 0 2 0 0 cm /In Do Q 1 1 1 1 re f", Matrix=[1, 0, 0, 1, 5, 5]))
    made.page("1 0 0 0 k /Out Do")
    fill, line, letter, outer = things(made.written())
    assert [str(one.where) for one in (fill, outer)] == ["page 1, form Out, form In", "page 1, form Out"]
    assert _edges(fill) == pytest.approx((25, 35, 65, 75))
    assert line.width == pytest.approx(2)
    assert letter.lettering
    assert letter.lettering.size == pytest.approx(20)
    assert fill.colour
    assert outer.colour
    assert (fill.colour.values, outer.colour.values) == ((0, 1, 0, 0), (1, 0, 0, 0))


def test_a_form_without_resources_uses_those_around_it() -> None:
    made = Made()
    made.name("ColorSpace", "Spot", made.spot("Gold"))
    bare = made.stream("/Spot cs 1 scn 0 0 5 5 re f", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 9, 9])
    made.name("XObject", "X", bare)
    made.page("/X Do")
    (thing,) = things(made.written())
    assert str(thing.space) == "Separation Gold"


def test_groups_pass_on_how_they_are_laid_on_the_page() -> None:
    made = Made()
    made.name("ExtGState", "Half", Dictionary(ca=0.5, BM=Name.Multiply))
    made.name("ExtGState", "Full", Dictionary(ca=1, BM=Name.Normal))
    made.name("XObject", "G", made.form("/Full gs 0 0 5 5 re f", Group=GROUP))
    made.name("XObject", "P", made.form("/Full gs 0 0 5 5 re f"))
    made.page("/Half gs /G Do /P Do")
    group, plain = things(made.written())
    assert (group.alpha, group.blend) == (0.5, "Multiply")
    assert (plain.alpha, plain.blend) == (1, "Normal")


def test_what_lies_in_an_isolated_group_says_so() -> None:
    made = Made()
    made.name("XObject", "In", made.form("0 0 5 5 re f", Group=GROUP))
    alone = Dictionary(S=Name.Transparency, CS=Name.DeviceCMYK, I=True)
    made.name("XObject", "Out", made.form("0 0 5 5 re f /In Do", Group=alone))
    made.page("/In Do /Out Do")
    assert [thing.isolated for thing in things(made.written())] == [False, True, True]


def _tile(made: Made, paint: int, content: str) -> Object:
    return made.stream(
        content, PatternType=1, PaintType=paint, TilingType=1, BBox=[0, 0, 20, 20], XStep=20, YStep=20,
        Resources=made.resources, Matrix=[0.5, 0, 0, 0.5, 0, 0],
    )  # fmt: skip


def test_a_tiling_is_followed_once_all_over_what_it_fills() -> None:
    made = Made()
    made.name("Pattern", "T", _tile(made, 1, "1 0 0 0 k 2 w 0 0 m 9 9 l S 0 0 10 .4 re f"))
    made.page("0 1 0 0 k /Pattern cs /T scn 10 10 80 40 re f")
    filled, line, thin = things(made.written())
    assert filled.space
    assert filled.space.family == "Pattern"
    assert filled.colours == ()
    assert line.where.steps == (Step("pattern", "T"),)
    assert line.box == thin.box == filled.box
    assert line.width == pytest.approx(1)
    assert thin.thickness == pytest.approx(0.2)
    assert thin.colour
    assert thin.colour.values == (1, 0, 0, 0)


def test_an_uncoloured_tiling_takes_its_colour_from_outside() -> None:
    made = Made()
    made.name("ColorSpace", "C", Array([Name.Pattern, Name.DeviceCMYK]))
    made.name("Pattern", "T", _tile(made, 2, "1 0 0 rg 0 0 10 10 re f"))
    made.page("/C cs 0 .3 0 .9 /T scn 10 10 80 40 re f")
    _, cell = things(made.written())
    assert cell.colour
    assert cell.colour.inks == {"Cyan": 0, "Magenta": 0.3, "Yellow": 0, "Black": 0.9}


@pytest.mark.parametrize(
    ("dictionary", "layers"),
    [
        (Dictionary(ShadingType=2, Coords=[0, 0, 1, 0]), 2),
        (Dictionary(ShadingType=3, Coords=[0, 0, 0, 0, 0, 9]), 3),
    ],
)
def test_shadings_tell_their_space_and_the_colours_they_name(dictionary: Dictionary, layers: int) -> None:
    made = Made()
    one = Dictionary(FunctionType=2, Domain=[0, 1], C0=[1, 0, 0, 0], C1=[0, 0, 1, 0.5], N=1)
    sampled = made.stream(
        bytes([255, 0, 0, 0, 0, 0, 255, 255]),
        FunctionType=0,
        Domain=[0, 1],
        Range=[0, 1] * 4,
        Size=[2],
        BitsPerSample=8,
    )
    stitched = Dictionary(
        FunctionType=3, Domain=[0, 1], Functions=Array([one, sampled]), Bounds=[0.5], Encode=[0, 1, 0, 1]
    )
    dictionary.ColorSpace, dictionary.Function = Name.DeviceCMYK, stitched
    made.name("Shading", "S", dictionary)
    made.name("Pattern", "P", Dictionary(PatternType=2, Shading=dictionary))
    made.page("q 10 10 20 20 re W n /S sh Q /Pattern cs /P scn 50 50 10 10 re f")
    alone, pattern = things(made.written())
    assert (alone.kind, pattern.kind) == ("shading", "fill")
    assert _edges(alone) == pytest.approx((10, 70, 30, 90))
    for thing in (alone, pattern):
        assert thing.shading
        assert thing.shading.type == layers
        assert str(thing.space) == "DeviceCMYK"
        assert [colour.values for colour in thing.colours] == [(1, 0, 0, 0), (0, 0, 1, 0.5), (0, 0, 1, 1)]


def test_a_shading_of_single_functions_names_its_ends() -> None:
    made = Made()
    parts = [Dictionary(FunctionType=2, Domain=[0, 1], C0=[0], C1=[end], N=1) for end in (0.1, 0.2, 0.3, 0.4)]
    shading = Dictionary(ShadingType=2, ColorSpace=Name.DeviceCMYK, Coords=[0, 0, 1, 0], Function=Array(parts))
    made.name("Shading", "S", shading)
    made.page("/S sh")
    (thing,) = things(made.written())
    assert [colour.values for colour in thing.colours] == [(0, 0, 0, 0), (0.1, 0.2, 0.3, 0.4)]


def test_soft_masks_are_told_and_their_groups_marked_as_masks() -> None:
    made = Made()
    group = made.form("1 0 0 rg 0 0 50 50 re f", Group=GROUP)
    made.name("ExtGState", "M", Dictionary(SMask=Dictionary(S=Name.Luminosity, G=group)))
    made.name("ExtGState", "No", Dictionary(SMask=Name("/None")))
    made.page("0 g /M gs 0 0 9 9 re f /No gs 0 0 9 9 re f")
    mask, masked, free = things(made.written())
    assert mask.is_mask
    assert str(mask.where) == "page 1, soft mask M"
    assert not masked.is_mask
    assert (masked.soft_mask, free.soft_mask) == (True, False)


def _drawn_font(made: Made, **glyphs: str) -> Dictionary:
    drawings = Dictionary({f"/{name}": made.stream(content) for name, content in glyphs.items()})
    names = [Name(f"/{name}") for name in glyphs]
    return Dictionary(
        Type=Name.Font, Subtype=Name.Type3, Name=Name.Drawn, FontBBox=[0, 0, 1000, 1000], FontMatrix=[0.001, 0, 0, 0.001, 0, 0],
        FirstChar=97, LastChar=96 + len(names), Widths=[1000] * len(names), CharProcs=drawings, Resources=made.resources,
        Encoding=Dictionary(Differences=Array([97, *names])),
    )  # fmt: skip


def test_fonts_that_draw_are_followed() -> None:
    made = Made()
    square, red = "1000 0 0 0 750 750 d1 1 0 0 rg 0 0 750 750 re f", "1000 0 d0 1 0 0 0 k 0 0 500 500 re f"
    made.name("Font", "T", made.pdf.make_indirect(_drawn_font(made, square=square, red=red)))
    made.page("0 0 0 .5 k BT /T 20 Tf 10 10 Td (ab) Tj ET")
    text, one, other = things(made.written())
    assert text.lettering
    assert text.lettering.face.embedded
    assert text.lettering.size == pytest.approx(20)
    assert _edges(text) == pytest.approx((10, 70, 50, 90))
    assert one.where.steps == (Step("glyph", "square"),)
    assert one.colour
    assert other.colour
    assert (one.colour.values, other.colour.values) == ((0, 0, 0, 0.5), (1, 0, 0, 0))
    assert _edges(one) == pytest.approx((10, 75, 25, 90))
    assert _edges(other) == pytest.approx((30, 80, 40, 90))


@pytest.mark.parametrize(("flags", "shows"), [(4, True), (0, False), (6, False)])
def test_the_look_of_annotations_is_followed(flags: int, shows: bool) -> None:  # noqa: FBT001
    made = Made()
    look = made.form("1 0 0 rg 0 0 10 10 re f", (0, 0, 10, 10))
    stamp = Dictionary(Type=Name.Annot, Subtype=Name.Stamp, Rect=[20, 20, 60, 40], F=flags, AP=Dictionary(N=look))
    link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 9, 9])
    box = Dictionary(
        Type=Name.Annot,
        Subtype=Name.Text,
        Rect=[0, 0, 10, 10],
        F=flags,
        AS=Name.On,
        AP=Dictionary(N=Dictionary(On=look)),
    )
    made.page("", Annots=Array([stamp, link, box]))
    stamped, ticked = things(made.written())
    assert stamped.where.steps == (Step("annotation", "Stamp"),)
    assert _edges(stamped) == pytest.approx((20, 60, 60, 80))
    assert (stamped.shows, ticked.shows) == (shows, shows)


def _layered(made: Made, content: str, **more: Any) -> tuple[Painted, ...]:
    on = made.pdf.make_indirect(Dictionary(Type=Name.OCG, Name="Art"))
    off = made.pdf.make_indirect(Dictionary(Type=Name.OCG, Name="Notes"))
    made.pdf.Root.OCProperties = Dictionary(OCGs=Array([on, off]), D=Dictionary(OFF=Array([off])))
    made.name("Properties", "On", on)
    made.name("Properties", "Off", off)
    for policy in ("AllOn", "AnyOn", "AnyOff", "AllOff"):
        groups = Array([on, off])
        made.name("Properties", policy, Dictionary(Type=Name.OCMD, OCGs=groups, P=Name(f"/{policy}")))
    made.name("XObject", "X", made.form("0 0 5 5 re f", OC=off))
    made.page(content, **more)
    return things(made.written())


def test_layers_are_told_and_what_is_off_does_not_show() -> None:
    on, off, inside, after = _layered(
        Made(),
        "/OC /On BDC 0 0 5 5 re f EMC /OC /Off BDC 0 0 5 5 re f /P <</MCID 2>> BDC 0 0 5 5 re f EMC EMC 0 0 5 5 re f",
    )
    assert [(one.layer, one.shows) for one in (on, off, inside, after)] == [
        ("Art", True), ("Notes", False), ("Notes", False), ("", True),
    ]  # fmt: skip
    assert inside.mark == 2


def test_layers_of_forms_and_memberships_are_heeded() -> None:
    policies = ("AllOn", "AnyOn", "AnyOff", "AllOff")
    content = "/X Do " + " ".join(f"/OC /{policy} BDC 0 0 5 5 re f EMC" for policy in policies)
    form, *found = _layered(Made(), content)
    assert (form.layer, form.shows) == ("Notes", False)
    assert [one.shows for one in found] == [False, True, True, False]
    assert found[0].layer == "Art, Notes"


def test_what_contains_itself_ends() -> None:
    made = Made()
    made.name("XObject", "X", made.form("/X Do"))
    made.page("/X Do")
    with pytest.raises(Unreadable, match=r"page 1, form X.* lies in more than 16"):
        things(made.written())


def test_what_grows_without_end_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resources, "MOST", 2000)
    made = Made()
    for level in range(15):
        made.name("XObject", f"X{level}", made.form(f"/X{level + 1} Do " * 10))
    made.name("XObject", "X15", made.form("0 0 1 1 re f"))
    made.page("/X0 Do")
    with pytest.raises(Unreadable, match="more than 2000 operators"):
        things(made.written())
