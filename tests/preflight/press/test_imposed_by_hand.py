"""The sheet with copies, made by hand: boxes, marks at the cuts and the copies themselves, each right and each wrong in one way."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import pytest
from pikepdf import Array, Dictionary
from pypdf import PdfReader

from brochures.compose.html import Composition
from brochures.design.imposition import ParentSheet
from brochures.pdf.file import File, Imposed
from brochures.preflight.press import imposed_sheet
from brochures.preflight.press.subject import ImposedSubject
from tests.miniature import Miniature
from tests.preflight.press.handmade import Damage, press_piece, told
from tests.press.damage import print_shop_of
from tests.separations.handmade import Made, typed

PARENT = ParentSheet(300, 200, 100, 50, columns=2, rows=2, gutter=18, bleed=9, upright=True)
TURNED = replace(PARENT, upright=False)
CARD = "0 1 0 0 k 0 0 30 68 re f 0 0 0 1 k 60 12 20 8 re f BT /F 10 Tf 20 30 Td {} Tj ET"
AGAIN = "build it again with --force; if it stays, report it"


@pytest.fixture(scope="module")
def piece(tmp_path_factory: pytest.TempPathFactory) -> Composition:
    return press_piece(Miniature.copied_to(tmp_path_factory.mktemp("imposed") / "project"))


def _single(piece: Composition, pages: int = 2) -> File:
    made = Made((100, 50), bleed=9)
    made.name("Font", "F", made.font())
    for number in range(pages):
        made.page(CARD.format(typed("front" if not number else "back")))
    return File(piece, made.written(), pages, ())


def _lines(parent: ParentSheet, left_out: tuple[str, int, int] | None = None) -> str:
    """Return the marks at both ends of every cut, without one: its way, its number and its end."""
    out = ["0 0 0 1 K 0.5 w"]
    for way, cuts in (("upright", parent.upright_cuts), ("level", parent.level_cuts)):
        for number, at in enumerate(cuts):
            for end in (0, 1):
                if (way, number, end) == left_out:
                    continue
                before, after = (parent.top, parent.foot) if way == "upright" else (parent.left, parent.right)
                ends = (before - 12, before - 30) if not end else (after + 12, after + 30)
                points = [(at, one) if way == "upright" else (one, at) for one in ends]
                (x1, y1), (x2, y2) = ((x, parent.height - y) for x, y in points)
                out.append(f"{x1} {y1} m {x2} {y2} l S")
    return " ".join(out)


def _subject(
    piece: Composition,
    parent: ParentSheet = PARENT,
    *,
    words: dict[tuple[int, int], str] | None = None,
    more: str = "",
    left_out: tuple[str, int, int] | None = None,
    damage: Damage | None = None,
    single: int = 2,
) -> ImposedSubject:
    """Return a sheet of four copies; ``words`` are those of single copies, by page and number; ``more`` is painted over page 2."""
    made = Made((300, 200))
    made.name("Font", "F", made.font())
    trim = [parent.left, parent.height - parent.foot, parent.right, parent.height - parent.top]
    grown = [trim[0] - 9, trim[1] - 9, trim[2] + 9, trim[3] + 9]
    for page in (1, 2):
        parts = [_lines(parent, left_out if page == 2 else None)]
        for number, copy in enumerate(parent.copies(back=page == 2), 1):
            x, y = copy.x - 9, parent.height - copy.y - 50 - 9
            place = f"-1 0 0 -1 {x + 118} {y + 68}" if copy.turned else f"1 0 0 1 {x} {y}"
            said = (words or {}).get((page, number), "front" if page == 1 else "back")
            parts.append(f"q {place} cm {CARD.format(typed(said))} Q")
        made.page(" ".join([*parts, more if page == 2 else ""]))
    for one in made.pdf.pages:
        one.obj.TrimBox, one.obj.BleedBox = Array(trim), Array(grown)
    if damage is not None:
        damage(made.pdf)
    data = made.written()
    whole = Imposed(replace(piece, parent=parent), data, 2, (), single=_single(piece, single), parent=parent)
    return ImposedSubject(PdfReader(io.BytesIO(data)), whole, print_shop_of(whole))


@pytest.mark.parametrize("parent", [PARENT, TURNED], ids=["turned up about the upright axis", "about the level axis"])
def test_a_sheet_as_it_was_planned_has_nothing_against_it(piece: Composition, parent: ParentSheet) -> None:
    subject = _subject(piece, parent)
    for check in (imposed_sheet.planned, imposed_sheet.untagged, imposed_sheet.marked, imposed_sheet.copies):
        assert told(check(subject)) == []


@pytest.mark.parametrize(
    ("key", "box", "message"),
    [
        (
            "/MediaBox",
            [0, 0, 300.02, 200],
            "the media box is 0.00 0.00 300.02 200.00, it should be 0.00 0.00 300.00 200.00",
        ),
        (
            "/TrimBox",
            [41.02, 41, 259, 159],
            "the trim box is 41.02 41.00 259.00 159.00, it should be 41.00 41.00 259.00 159.00",
        ),
        (
            "/TrimBox",
            [41, 41, 259, 158.98],
            "the trim box is 41.00 41.00 259.00 158.98, it should be 41.00 41.00 259.00 159.00",
        ),
        (
            "/BleedBox",
            [32, 32, 268, 169],
            "the bleed box is 32.00 32.00 268.00 169.00, it should be 32.00 32.00 268.00 168.00",
        ),
        ("/BleedBox", [32, 32.005, 268, 168], ""),
    ],
)
def test_the_boxes_are_those_of_all_copies_together(
    piece: Composition, key: str, box: list[float], message: str
) -> None:
    subject = _subject(piece, damage=lambda pdf: pdf.pages[1].obj.__setitem__(key, Array(box)))
    found = [one for one in told(imposed_sheet.planned(subject)) if key != "/MediaBox" or "media" in one[1]]
    assert found == ([("PRS-602 error 2", message, AGAIN, "")] if message else [])


def test_what_is_left_of_a_structure_is_told(piece: Composition) -> None:
    def damage(pdf: Any) -> None:
        pdf.Root.StructTreeRoot = Dictionary()
        pdf.Root.MarkInfo = Dictionary(Marked=True)
        pdf.pages[1].obj.StructParents = 0

    assert told(imposed_sheet.untagged(_subject(piece, damage=damage))) == [
        ("PRS-602 error 0", "the file still has a /StructTreeRoot", AGAIN, ""),
        ("PRS-602 error 0", "the file still has a /MarkInfo", AGAIN, ""),
        ("PRS-602 error 2", "the page still has a place in a structure", AGAIN, ""),
    ]


@pytest.mark.parametrize(
    ("left_out", "cut"),
    [
        (("upright", 0, 0), "upright cut at 0.569"),
        (("upright", 2, 1), "upright cut at 2.208"),
        (("level", 1, 0), "level cut at 1.264"),
        (("level", 3, 1), "level cut at 2.208"),
    ],
)
def test_every_cut_has_a_mark_at_both_ends(piece: Composition, left_out: tuple[str, int, int], cut: str) -> None:
    assert told(imposed_sheet.marked(_subject(piece, left_out=left_out))) == [
        ("PRS-602 error 2", f"the {cut} in has no mark at an end", "draw it there", "templates/marks.html")
    ]


@pytest.mark.parametrize(("light", "seen"), [(0.9, True), (0.96, False)])
def test_a_mark_is_ink_that_can_be_seen(piece: Composition, light: float, *, seen: bool) -> None:
    line = f"{light} G 0.5 w 41 {PARENT.height - 29} m 41 {PARENT.height - 11} l S"
    subject = _subject(piece, left_out=("upright", 0, 0), more=line.replace("0.5 w", "3 w"))
    assert (not told(imposed_sheet.marked(subject))) is seen


@pytest.mark.parametrize(
    ("page", "number", "said", "trouble"),
    [
        (1, 3, "fronts", "has 6 letters, the card has 5"),
        (2, 1, "kcab", "looks otherwise than the card on"),
        (2, 4, "bacl", "has other letters"),
    ],
)
def test_a_copy_that_says_something_else_is_told_with_its_number(
    piece: Composition, page: int, number: int, said: str, trouble: str
) -> None:
    found = told(imposed_sheet.copies(_subject(piece, words={(page, number): said})))
    assert {(code, mend, place) for code, _, mend, place in found} == {(f"PRS-603 error {page}", AGAIN, "")}
    messages = [message for _, message, *_ in found]
    assert messages[0].startswith(f"copy {number} of 4 {trouble}")
    assert messages[-1].startswith(f"copy {number} of 4 looks otherwise than the card on ")
    assert len(messages) == 1 + ("letters" in trouble)


@pytest.mark.parametrize("parent", [PARENT, TURNED])
@pytest.mark.parametrize(("size", "share"), [(1.5, ""), (4, "0.2"), (10, "1.3")])
def test_a_copy_may_differ_by_a_few_specks(piece: Composition, parent: ParentSheet, size: float, share: str) -> None:
    copy = parent.copies(back=True)[1]
    spot = f"0 0 0 1 k {copy.x + 50} {parent.height - copy.y - 20} {size} {size} re f"
    found = told(imposed_sheet.copies(_subject(piece, parent, more=spot)))
    message = f"copy 2 of 4 looks otherwise than the card on {share} % of its area"
    assert found == ([("PRS-603 error 2", message, AGAIN, "")] if share else [])


def test_a_sheet_has_as_many_sides_as_its_card(piece: Composition) -> None:
    message = "there are 2 sides for a card with 1"
    assert told(imposed_sheet.copies(_subject(piece, single=1))) == [("PRS-602 error 0", message, AGAIN, "")]
