"""Groups: those that change nothing are painted straight on the page, so that black type in them overprints; the others stay."""

from __future__ import annotations

import io

import pikepdf
import pytest
from pikepdf import Dictionary, Name

from brochures.press.flatten_groups import ungroup
from brochures.separations import things
from tests.press_room import PressRoom
from tests.separations.handmade import Made, typed
from tests.separations.plate_pixels import ink_at, plates_of

WORDS = f"/On gs 0 0 0 1 k BT /F 40 Tf 20 30 Td {typed('II')} Tj ET"


def _apart() -> Dictionary:
    return Dictionary(Type=Name.Group, S=Name.Transparency, I=True, CS=Name.DeviceCMYK)


def _file(laid: str, words: str = WORDS, **group: object) -> Made:
    """Return a file with black words in an isolated group, on a full ground of yellow; ``laid`` is how the group is laid on it."""
    made = Made()
    made.overprints()
    made.name("Font", "F", made.font())
    made.name("ExtGState", "Half", Dictionary(ca=0.5, CA=0.5))
    made.name("ExtGState", "Whole", Dictionary(ca=1, CA=1, BM=Name.Normal, SMask=Name("/None")))
    made.name("ExtGState", "Multiply", Dictionary(BM=Name.Multiply))
    mask = made.form("0.5 g 0 0 200 100 re f", Group=Dictionary(S=Name.Transparency, CS=Name.DeviceGray))
    made.name("ExtGState", "Masked", Dictionary(SMask=Dictionary(S=Name.Luminosity, G=mask)))
    made.name(
        "XObject",
        "Apart",
        made.form(
            words, Group=Dictionary({**dict(_apart().items()), **{f"/{key}": value for key, value in group.items()}})
        ),
    )
    made.page(f"0 0 1 0 k 0 0 200 100 re f {laid}")
    return made


def _is_apart(made: Made) -> bool:
    ungroup(made.pdf)
    return "/Group" in made.resources.XObject.Apart


def test_black_words_in_a_group_that_changes_nothing_overprint_what_is_below_it() -> None:
    made = _file("/Apart Do")
    before = plates_of(made.written())
    ungroup(made.pdf)
    after = plates_of(made.written())
    words = [(x, y) for x in range(20, 60) for y in range(35, 70) if ink_at(before, x, y).get("Black") == 100]
    assert words
    assert {ink_at(before, *place).get("Yellow", 0) for place in words} == {0}
    assert {ink_at(after, *place).get("Yellow", 0) for place in words} == {100}


@pytest.mark.parametrize(
    ("laid", "stays"),
    [
        ("/Apart Do", False),
        ("/Whole gs /Apart Do", False),
        ("q /Half gs Q /Apart Do", False),
        ("/Half gs /Whole gs /Apart Do", False),
        ("/Half gs /Apart Do", True),
        ("q /Masked gs /Apart Do Q", True),
        ("q /Multiply gs /Apart Do Q", True),
        ("/Apart Do /Half gs /Apart Do", True),
    ],
)
def test_a_group_stays_where_it_is_laid_otherwise_than_its_parts_would_be(laid: str, stays: bool) -> None:  # noqa: FBT001 what is told
    assert _is_apart(_file(laid)) == stays


def test_a_group_with_a_blend_mode_in_it_or_in_which_parts_knock_out_stays() -> None:
    assert _is_apart(_file("/Apart Do", f"/Multiply gs {WORDS}"))
    assert _is_apart(_file("/Apart Do", K=True))


@pytest.mark.parametrize(("settings", "stays"), [("/Half gs", True), ("/Whole gs", False)])
def test_a_group_inside_a_drawing_is_laid_as_the_drawing_is(settings: str, stays: bool) -> None:  # noqa: FBT001 what is told
    made = _file(f"{settings} /Plain Do")
    made.name("XObject", "Plain", made.form("/Apart Do"))
    assert _is_apart(made) == stays


def test_a_group_inside_a_group_is_taken_out_alone() -> None:
    made = _file("/Half gs /Outer Do")
    made.name("XObject", "Outer", made.form("/Apart Do", Group=_apart()))
    assert not _is_apart(made)
    assert "/Group" in made.resources.XObject.Outer


def test_the_group_of_a_mask_and_those_that_a_pattern_holds_are_not_forgotten() -> None:
    made = _file("/Pattern cs /P scn 0 0 200 100 re f /Masked gs 0 0 9 9 re f")
    cell = made.stream(
        "/Apart Do", PatternType=1, PaintType=1, TilingType=1, BBox=[0, 0, 9, 9], XStep=9, YStep=9,
        Resources=made.resources,
    )  # fmt: skip
    made.name("Pattern", "P", cell)
    assert not _is_apart(made)
    assert "/Group" in made.resources.ExtGState.Masked.SMask.G


DRAWING = """<html lang="en"><title>A drawing</title><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 30" width="90pt" height="30pt">
<rect width="90" height="30" fill="#ffffff"/><text x="45" y="20" fill="#000000" font-size="9" text-anchor="middle">middle</text>
<text x="90" y="20" fill="#000000" font-size="9" text-anchor="end" opacity="0.5">end</text></svg></html>"""
"""Words in the middle and at the end of a drawing, as a forest plot has them; those at the end let something through."""


def test_words_that_the_engine_centres_overprint_on_the_page(press_room: PressRoom) -> None:
    document, _ = press_room.typesetter.set(DRAWING, "press", tagged=False)
    data, _ = press_room.typesetter.write(document, {"labels": (), "preferences": {}}, tagged=False)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        ungroup(pdf)
        written = io.BytesIO()
        pdf.save(written)
    before, after = (
        [one.alpha for one in things(bytes_of) if one.shows and one.lettering and one.isolated]
        for bytes_of in (data, written.getvalue())
    )
    assert set(before) == {0.5, 1.0}
    assert set(after) == {0.5}
