"""Cards on a parent sheet: in register whichever way the sheet is turned, each copy with its bleed, one file for the press."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass, replace

import pikepdf
import pypdfium2
import pytest

from brochures.cli.previewing.seen_files import seen_file
from brochures.compose.html import Composition, compose
from brochures.compose.templates import Templates
from brochures.design.css import FACES, font_families
from brochures.design.format_files import read_format
from brochures.design.formats import Format
from brochures.design.imposition import Copy, ParentSheet, parent_sheet
from brochures.design.print_shop import PrintShop
from brochures.findings import BrochureError, Finding
from brochures.geometry.box import Box
from brochures.load.catalogue import load
from brochures.load.model.printers import Printer, Turn
from brochures.pdf.file import File, Imposed
from brochures.preflight import preflight
from brochures.press import PressSetup
from brochures.press.step_and_repeat import impose
from brochures.production.preview_files import PreviewFiles, beside
from brochures.production.workers import Workers
from brochures.project.edition import Edition, FileKind
from brochures.project.paths import ROOT
from brochures.resolve.ticket import resolve
from brochures.separations import Painted, things
from brochures.separations.resources import MARKS
from tests.facts import Facts
from tests.miniature import Miniature
from tests.press_room import PressRoom

pytestmark = pytest.mark.slow

INCH, MM = 72.0, 72 / 25.4
CARD = "crisis-card"


@dataclass(frozen=True)
class Cards:
    """The crisis card for the office's sheets: its single pages, the file with the copies, and what it was made with."""

    made: Imposed
    setup: PressSetup
    marks: bytes

    @property
    def parent(self) -> ParentSheet:
        """The sheet that was meant."""
        return self.made.parent

    def again(self, parent: ParentSheet) -> Imposed:
        """Return the same card on another sheet."""
        composition = replace(self.made.composition, parent=parent)
        return impose(replace(self.made.single, composition=composition), parent, self.marks, self.setup)

    def told(self, made: File) -> list[tuple[str, str]]:
        """Return what preflight says about ``made``."""
        found = preflight(made, font_families(ROOT / "styles" / FACES))
        return [(finding.code, finding.message) for finding in found]


def _compositions(press_room: PressRoom, slug: str, printer: str) -> tuple[Composition, ...]:
    job = resolve(press_room.project, load(press_room.project), slug, printer)
    return compose(Templates.read(press_room.project), job, Edition.PRESS, proof=True)


@pytest.fixture(scope="module")
def imposed(press_room: PressRoom) -> Cards:
    from brochures.layout import layout  # noqa: PLC0415 only here
    from brochures.pdf.write import pdf  # noqa: PLC0415
    from brochures.press import press  # noqa: PLC0415

    single, sheet = _compositions(press_room, CARD, "office")
    assert (single.kind, sheet.kind) == (FileKind.PIECE, FileKind.IMPOSED)
    drawn = pdf(press_room.typesetter, layout(press_room.typesetter, sheet))
    assert sheet.job.print_shop is not None
    setup = press_room.works_of(sheet.job)
    document, _ = press_room.typesetter.set(sheet.marks, "press", tagged=False)
    marks, _ = press_room.typesetter.write(document, {"labels": (), "preferences": {}}, tagged=False)
    assert sheet.parent is not None
    return Cards(impose(press(drawn, setup), sheet.parent, marks, setup), setup, marks)


def test_the_sheet_is_shown_in_the_preview_inside_its_cuts(imposed: Cards, press_room: PressRoom) -> None:
    seen = seen_file(PreviewFiles(press_room.project, None, None), imposed.made, "1", 0)  # type: ignore[arg-type]
    assert (seen.edition, len(seen.sheets)) == ("press-imposed", imposed.made.pages)
    drawn = pypdfium2.PdfDocument(imposed.made.data)[0].get_trimbox()
    wide, high = seen.sheets[0].width, seen.sheets[0].height
    assert (wide, high) == pytest.approx((drawn[2] - drawn[0], drawn[3] - drawn[1]), abs=0.02)
    assert str(FileKind.IMPOSED) in beside(imposed.made.composition.job)


def _shop(name: str, press_room: PressRoom, **changes: object) -> PrintShop:
    job = resolve(press_room.project, load(press_room.project), CARD, "office")
    assert job.print_shop is not None
    printer = job.print_shop.printer
    return replace(job.print_shop, name=name, printer=printer.model_copy(update=changes))


def _form(name: str) -> Format:
    from brochures.findings import NOWHERE  # noqa: PLC0415

    return read_format(ROOT / "styles" / "formats", name, NOWHERE)


def test_eight_cards_stand_on_letter_as_the_trade_has_it(press_room: PressRoom) -> None:
    parent = parent_sheet(_form("wallet-card"), _shop("office", press_room))
    assert parent is not None
    assert (parent.columns, parent.rows) == (2, 4)
    assert (parent.left / INCH, parent.top / INCH) == (0.625, 1.125)
    copies = parent.copies(back=False)
    assert {(copy.x / INCH, copy.y / INCH) for copy in copies} == {
        (0.625 + 3.75 * column, 1.125 + 2.25 * row) for column in range(2) for row in range(4)
    }


def test_metric_cards_stand_on_a4(press_room: PressRoom) -> None:
    parent = parent_sheet(_form("card-85x55"), _shop("office", press_room))
    assert parent is not None
    assert (round(parent.width / MM), round(parent.height / MM)) == (210, 297)
    assert (parent.columns, parent.rows) == (2, 4)
    assert (round(parent.left / MM, 3), round(parent.top / MM, 3)) == (17, 29.5)
    assert round(parent.gutter / MM, 3) == 6


@pytest.mark.parametrize("sheet", ["8.5in x 11in", "19in x 13in"])
@pytest.mark.parametrize("turn", list(Turn))
def test_backs_lie_behind_their_fronts_whichever_way_the_sheet_is_turned(
    press_room: PressRoom, sheet: str, turn: Turn
) -> None:
    print_shop = _shop("office", press_room)
    assert print_shop.printer.impose is not None
    impose_as = print_shop.printer.impose.model_copy(update={"sheet": sheet, "turn": turn})
    parent = parent_sheet(_form("wallet-card"), _shop("office", press_room, impose=impose_as))
    assert parent is not None
    # A sheet is turned about one of its edges: a point of the back lies behind its mirror image about that edge's direction.
    about_upright = (parent.height > parent.width) == (turn is Turn.LONG_EDGE)
    for front, back in zip(parent.copies(back=False), parent.copies(back=True), strict=True):
        behind = (
            (parent.width - front.x - parent.card_width, front.y)
            if about_upright
            else (front.x, parent.height - front.y - parent.card_height)
        )
        assert (back.x, back.y) == pytest.approx(behind)
        assert back.turned is not about_upright


def test_only_cards_are_imposed(press_room: PressRoom) -> None:
    for name in (
        "letter-booklet",
        "letter-roll-fold",
        "letter-half-fold",
        "tabloid-poster",
        "letter-folder",
        "a5-booklet",
    ):
        assert parent_sheet(_form(name), _shop("office", press_room)) is None


def test_a_booklet_goes_to_the_print_shop_as_single_pages_in_reading_order(press_room: PressRoom) -> None:
    (composition,) = _compositions(press_room, "ketamine-facts", "office")
    drawn, setup, _ = press_room.set("ketamine-facts", "office")
    from brochures.press import press  # noqa: PLC0415

    facts = Facts(press(drawn, setup).data)
    assert composition.parent is None
    assert facts.sizes == [(396.0, 612.0)] * 12
    assert [label.lower() for label in facts.labels] == [
        side.name.replace("-", " ") for side in composition.job.format.sides
    ]
    for page, section in zip(
        facts.texts, sorted(composition.job.format.panels, key=lambda panel: panel.order), strict=True
    ):
        if section.name.startswith("page-"):
            assert section.name.removeprefix("page-") in page.split()


def test_the_sheet_passes_every_check_of_the_press(imposed: Cards) -> None:
    assert imposed.told(imposed.made) == []


def test_the_sheet_is_one_file_for_the_press_with_boxes_of_its_own(imposed: Cards) -> None:
    facts = Facts(imposed.made.data)
    trim = (45.0, 81.0, 567.0, 711.0)
    bleed = (36.0, 72.0, 576.0, 720.0)
    assert facts.boxes == [{"/MediaBox": (0.0, 0.0, 612.0, 792.0), "/TrimBox": trim, "/BleedBox": bleed}] * 2
    assert not any(key in page for page in facts.file.pages for key in ("/Rotate", "/CropBox", "/Annots"))
    assert len(facts.catalog["/OutputIntents"]) == 1
    assert facts.labels == ["Front", "Back"]
    assert b"PDF/X-4" in facts.catalog["/Metadata"].get_data()


def test_each_page_is_one_form_drawn_eight_times_and_nothing_leads_into_a_structure(imposed: Cards) -> None:
    with pikepdf.open(io.BytesIO(imposed.made.data)) as pdf:
        assert not {"/StructTreeRoot", "/MarkInfo"} & set(pdf.Root.keys())
        for number, page in enumerate(pdf.pages, 1):
            drawn = [str(one.operands[0]) for one in pikepdf.parse_content_stream(page) if str(one.operator) == "Do"]
            assert drawn == [f"/{MARKS}{number}", *["/Card"] * 8]
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
                assert not {"/StructParents", "/StructParent"} & set(thing.keys())
            if isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") == pikepdf.Name.Form:
                marks = [
                    one for one in pikepdf.parse_content_stream(thing) if str(one.operator) in {"BDC", "BMC", "EMC"}
                ]
                assert marks == []


def test_the_same_card_gives_the_same_bytes(imposed: Cards) -> None:
    assert imposed.again(imposed.parent).data == imposed.made.data


def _placed(one: Painted, copy: Copy, parent: ParentSheet) -> Box:
    """Return the box on the sheet's trim of what lies at ``one.box`` on the card's."""
    x, y, box = copy.x - parent.left, copy.y - parent.top, one.box
    if not copy.turned:
        return Box(x + box.left, y + box.top, x + box.right, y + box.bottom)
    right, foot = x + parent.card_width, y + parent.card_height
    return Box(right - box.right, foot - box.bottom, right - box.left, foot - box.top)


def _key(one: Painted, box: Box) -> tuple[object, ...]:
    ink = (one.colour.space.family, one.colour.values) if one.colour else ()
    return (
        one.kind,
        tuple(round(edge, 1) + 0.0 for edge in (box.left, box.top, box.right, box.bottom)),
        ink,
        one.overprint,
    )


@pytest.mark.parametrize("upright", [True, False])
def test_every_object_of_every_copy_is_in_its_place_in_its_ink(imposed: Cards, *, upright: bool) -> None:
    parent = replace(imposed.parent, upright=upright)
    made = imposed.again(parent)
    assert imposed.told(made) == []
    singles, sheet = list(things(made.single.data)), list(things(made.data))
    for page in (1, 2):
        meant = [
            _key(one, _placed(one, copy, parent))
            for copy in parent.copies(back=page == 2)
            for one in singles
            if one.where.page == page
        ]
        found = [
            _key(one, one.box)
            for one in sheet
            if one.where.page == page and not one.where.steps[0].name.startswith(MARKS)
        ]
        assert sorted(map(repr, found)) == sorted(map(repr, meant))


def test_crop_marks_stand_at_both_ends_of_every_cut_outside_of_all_bleeds_in_black(imposed: Cards) -> None:
    marks = [one for one in things(imposed.made.data) if one.where.page == 1 and one.kind == "stroke" and one.where.steps[0].name.startswith(MARKS)]  # fmt: skip
    parent = imposed.parent
    ends = {
        (round((mark.box.left + mark.box.right) / 2, 2), round((mark.box.top + mark.box.bottom) / 2, 2))
        for mark in marks
    }
    width, height = parent.right - parent.left, parent.foot - parent.top
    upright = {(round(x - parent.left, 2), y) for x in parent.upright_cuts for y in (-21.0, height + 21.0)}
    level = {(x, round(y - parent.top, 2)) for y in parent.level_cuts for x in (-21.0, width + 21.0)}
    assert ends == upright | level
    for mark in marks:
        outside = mark.box.right < -9 or mark.box.left > width + 9 or mark.box.bottom < -9 or mark.box.top > height + 9
        assert outside
        assert mark.width == pytest.approx(0.25)
        assert mark.colour is not None
        assert mark.colour.values == (0, 0, 0, 1)


Damage = Callable[[pikepdf.Pdf], None]


def _content(old: bytes, new: bytes) -> Damage:
    def damage(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[0].obj
        data = page.Contents.read_bytes()
        assert old in data
        page.Contents = pdf.make_stream(data.replace(old, new, 1))

    return damage


def _box(key: str, *edges: float) -> Damage:
    return lambda pdf: pdf.pages[1].obj.__setitem__(key, pikepdf.Array(edges))


def _tagged(pdf: pikepdf.Pdf) -> None:
    pdf.Root.MarkInfo = pikepdf.Dictionary(Marked=True)


def _in_the_tree(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.StructParents = 0


def _without_a_mark(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].contents_add(b"0 0 0 0 k 40 712 10 80 re f")


def _one_side(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[1]


def _covered(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].contents_add(b"0 0 0 0 k 60 700 100 5 re f")


BROKEN: dict[str, tuple[str, Damage, str]] = {
    "a copy a point to the right": ("PRS-603", _content(b"36.0000 558.0000 cm", b"37.0000 558.0000 cm"), "copy 1 of 8 looks otherwise"),
    "a copy left out": ("PRS-603", _content(b"q 1 0 0 1 306.0000 558.0000 cm /Card Do Q", b""), "copy 2 of 8 has 0 letters"),
    "a copy covered": ("PRS-603", _covered, "copy 1 of 8 looks otherwise"),
    "a low trim": (
        "PRS-602", _box("/TrimBox", 45, 81, 567, 710),
        "the trim box is 45.00 81.00 567.00 710.00, it should be 45.00 81.00 567.00 711.00",
    ),
    "another paper": ("PRS-602", _box("/MediaBox", 0, 0, 595, 842), "the media box is"),
    "called tagged": ("PRS-602", _tagged, "the file still has a /MarkInfo"),
    "a page in a tree": ("PRS-602", _in_the_tree, "the page still has a place in a structure"),
    "a mark covered": ("PRS-602", _without_a_mark, "the upright cut at 0.625 in has no mark at an end"),
    "no backs": ("PRS-602", _one_side, "there are 1 sides for a card with 2"),
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_a_sheet_that_is_not_as_planned_is_told(imposed: Cards, name: str) -> None:
    code, damage, message = BROKEN[name]
    with pikepdf.open(io.BytesIO(imposed.made.data)) as pdf:
        damage(pdf)
        written = io.BytesIO()
        pdf.save(written)
    told = imposed.told(replace(imposed.made, data=written.getvalue()))
    assert any(found == code and message in said for found, said in told), told


ALIKE: dict[str, Damage] = {
    "a trim that is low by rounding": _box("/TrimBox", 45, 81, 567, 710.995),
    "a copy a thousandth of a point to the right": _content(b"36.0000 558.0000 cm", b"36.0010 558.0000 cm"),
}


@pytest.mark.parametrize("name", ALIKE)
def test_a_sheet_that_is_as_planned_but_for_rounding_passes(imposed: Cards, name: str) -> None:
    with pikepdf.open(io.BytesIO(imposed.made.data)) as pdf:
        ALIKE[name](pdf)
        written = io.BytesIO()
        pdf.save(written)
    assert imposed.told(replace(imposed.made, data=written.getvalue())) == []


TOO_SMALL = {
    "narrow": ("PRS-601", "4.3in x 11in"),
    "low": ("PRS-601", "8.5in x 2.8in"),
}


@pytest.mark.parametrize("name", TOO_SMALL)
def test_a_sheet_too_small_for_one_copy_is_told_where_it_is_written(press_room: PressRoom, name: str) -> None:
    code, sheet = TOO_SMALL[name]
    print_shop = _shop("office", press_room)
    assert print_shop.printer.impose is not None
    small = print_shop.printer.impose.model_copy(update={"sheet": sheet})
    with pytest.raises(BrochureError) as refused:
        parent_sheet(_form("wallet-card"), _shop("office", press_room, impose=small))
    (finding,) = refused.value.findings
    assert (finding.code, finding.place.file) == (code, "content/printers.yaml")
    assert finding.place.line > 0
    assert "holds not one copy of 3.5 x 2 in" in finding.message
    assert finding.help == "name a sheet of 4.34 x 2.84 in or larger"


def test_a_sheet_that_just_holds_one_copy_passes(press_room: PressRoom) -> None:
    impose = _shop("office", press_room).printer.impose
    assert impose is not None
    enough = impose.model_copy(update={"sheet": "4.34in x 2.84in"})
    parent = parent_sheet(_form("wallet-card"), _shop("office", press_room, impose=enough))
    assert parent is not None
    assert (parent.columns, parent.rows) == (1, 1)


def _mistakes(mini: Miniature, old: str, new: str) -> list[Finding]:
    text = (ROOT / "content" / "printers.yaml").read_text(encoding="utf-8")
    assert old in text
    mini.write("content/printers.yaml", text.replace(old, new, 1))
    return list(mini.load().findings)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (", gutter: 0.25in", ", gutter: 0.2in", "a gutter of 0.2in is narrower than twice the bleed of 0.125in"),
        ("metric_gutter: 6mm", "metric_gutter: 5mm", "a gutter of 5mm is narrower than twice the bleed of 3mm"),
        ("sheet: 8.5in x 11in", "sheet: letter", "'letter' is not a sheet"),
        ("sheet: 8.5in x 11in", "sheet: 0in x 11in", "'0in x 11in' is not a sheet"),
        ("turn: long edge", "turn: about", "'about' is not one of long edge, short edge"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_parent_sheet_is_told_at_its_line(
    mini: Miniature, old: str, new: str, message: str
) -> None:
    (finding,) = _mistakes(mini, old, new)
    assert message in finding.message
    assert finding.help
    line = (mini.root / finding.place.file).read_text(encoding="utf-8").splitlines()[finding.place.line - 1]
    assert "impose:" in line


def test_a_gutter_of_just_twice_the_bleed_is_quiet(mini: Miniature) -> None:
    assert _mistakes(mini, "gutter: 0.25in", "gutter: 0.25in") == []


def test_marks_of_a_print_shop_are_drawn_and_cover_nothing(press_room: PressRoom) -> None:
    drawn, setup, marks = press_room.set(CARD, "offset-coated")
    from brochures.press import press  # noqa: PLC0415

    made = press(drawn, setup, marks)
    assert press(drawn, setup, marks).data == made.data
    document = pypdfium2.PdfDocument(made.data)
    picture = document[0].render(scale=4, grayscale=True).to_pil()
    document.close()
    mark = picture.crop((4 * 36 - 2, 4 * 10, 4 * 36 + 3, 4 * 20))
    assert mark.getextrema()[0] < 240
    assert picture.crop((4 * 45, 4 * 45, 4 * 200, 4 * 120)).getextrema()[0] < 100


def test_workers_make_the_sheet_beside_the_single_pages(press_room: PressRoom) -> None:
    compositions = _compositions(press_room, CARD, "office")
    workers = Workers(
        press_room.project, Templates.read(press_room.project), lambda _: press_room.typesetter, lambda _: None
    )
    single, sheet = workers.make(compositions, jobs=1)
    assert single.good
    assert sheet.good
    assert isinstance(sheet, Imposed)
    assert (sheet.composition.kind, sheet.pages, len(sheet.sheets.pages)) == (FileKind.IMPOSED, 2, 0)
    assert isinstance(single.composition.job.print_shop and single.composition.job.print_shop.printer, Printer)
