"""What a finished file says of itself, on small files made by hand: whole findings for each thing that is wrong."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String
from pypdf import PdfReader

from brochures.compose.html import Composition
from brochures.findings import Finding
from brochures.pdf.file import File
from brochures.preflight import examine, file_structure, preflight
from brochures.project.edition import Edition
from tests.layout.checks.handmade import composed
from tests.miniature import Miniature
from tests.separations.handmade import Made

Damage = Callable[[Pdf], object]
SIZE = "let @page take its size from the format's tokens"
BASE = "give base.html its language and title"
OURS = "use a font of styles/fonts/"
TEMPLATE = "take it out of the template"


@pytest.fixture(scope="module")
def screen(tmp_path_factory: pytest.TempPathFactory) -> Composition:
    return composed(Miniature.copied_to(tmp_path_factory.mktemp("file") / "project"))


@pytest.fixture(scope="module")
def flowing(tmp_path_factory: pytest.TempPathFactory) -> Composition:
    return composed(Miniature.copied_to(tmp_path_factory.mktemp("flow") / "project"), slug="pack")


def _element(kind: str, *kids: Any, **about: Any) -> Dictionary:
    return Dictionary(Type=Name.StructElem, S=Name(f"/{kind}"), K=Array(list(kids)), **about)


def _file(piece: Composition, damage: Damage | None = None) -> PdfReader:
    """Return a tagged file of two pages with a heading, a picture, a link and a font, with ``damage`` done to it."""
    made = Made((piece.format.width, piece.format.height))
    made.name("Font", "F", made.font())
    for _ in range(2):
        made.page("", Annots=[Dictionary(Subtype=Name.Link, Dest=String("one")), Dictionary(Subtype=Name.Link)])
    pdf = made.pdf
    tree = _element("Document", _element("H1"), _element("H2"), _element("Figure", Alt=String("A leaf")))
    pdf.Root.StructTreeRoot = Dictionary(K=Array([tree]))
    pdf.Root.MarkInfo = Dictionary(Marked=True)
    pdf.Root.Lang = String(piece.job.language)
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    pdf.Root.PageLabels = Dictionary(Nums=[])
    pdf.Root.Names = Dictionary(Dests=Dictionary(Names=[String("one"), Array([pdf.pages[0].obj, Name.XYZ, 0, 0, 0])]))
    pdf.docinfo["/Title"] = str(piece.job.title)
    if damage is not None:
        damage(pdf)
    return PdfReader(io.BytesIO(made.written()))


def _told(found: Any) -> list[tuple[str, str, str, str, int]]:
    findings: list[Finding] = list(found)
    return [(f"{one.code} {one.severity}", one.message, one.help, str(one.place), one.page) for one in findings]


def _all(piece: Composition, damage: Damage | None = None) -> list[tuple[str, str, str, str, int]]:
    file = _file(piece, damage)
    checks: tuple[Any, ...] = (
        file_structure.page_size,
        file_structure.tags,
        file_structure.navigation,
        file_structure.active,
    )
    return [one for check in checks for one in _told(check(file, piece))]


def _root(key: str, value: Any) -> Damage:
    return lambda pdf: pdf.Root.__setitem__(key, value)


def _without(key: str) -> Damage:
    return lambda pdf: pdf.Root.__delitem__(key)


def _tree(*elements: Dictionary) -> Damage:
    return lambda pdf: pdf.Root.StructTreeRoot.__setitem__("/K", Array([_element("Document", *elements)]))


def _lacks(what: str) -> list[tuple[str, str, str, str, int]]:
    return [("PRE-103 error", f"the file lacks {what}", BASE, "templates/base.html", 0)]


def _skips(level: int, before: int, place: str = "") -> list[tuple[str, str, str, str, int]]:
    said = f"a heading of level {level} follows one of level {before} (ISO 14289-1, 7.4.2)"
    return [("PRE-103 error", said, "write 'heading:' where a 'subheading:' has no heading above it", place, 0)]


def _holds(name: str) -> list[tuple[str, str, str, str, int]]:
    return [("PRE-105 error", f"the file holds {name}", TEMPLATE, "", 0)]


NO_ALT = [("PRE-103 error", "a picture has no alternative text", "give the drawing a <title>, or mark it aria-hidden when it only decorates", "", 0)]  # fmt: skip
CASES: dict[str, tuple[Damage | None, list[tuple[str, str, str, str, int]]]] = {
    "a good file": (None, []),
    "no mark": (_without("/MarkInfo"), _lacks("the mark of a tagged file")),
    "marked as not tagged": (_root("/MarkInfo", Dictionary(Marked=False)), _lacks("the mark of a tagged file")),
    "no language": (_without("/Lang"), _lacks("the language 'en'")),
    "another language": (_root("/Lang", String("fr")), _lacks("the language 'en'")),
    "another title": (lambda pdf: pdf.docinfo.__setitem__("/Title", "Other"), _lacks("the title '{title}'")),
    "no title": (lambda pdf: pdf.docinfo.__delitem__("/Title"), _lacks("the title '{title}'")),
    "a title that is not shown": (_root("/ViewerPreferences", Dictionary(DisplayDocTitle=False)), _lacks("a title that is shown")),
    "no wishes": (_without("/ViewerPreferences"), _lacks("a title that is shown")),
    "no structure": (_without("/StructTreeRoot"), _lacks("a structure tree")),
    "a first heading of level 2": (_tree(_element("H2")), _skips(2, 0, "content/brochures/fold.yaml:20:16")),
    "a level left out": (_tree(_element("H1"), _element("P"), _element("H3"), _element("H4")), _skips(3, 1)),
    "levels that come back": (_tree(_element("H1"), _element("H2"), _element("H3"), _element("H1"), _element("H2")), []),
    "no heading at all": (_tree(_element("H7"), _element("H"), _element("P")), []),
    "a picture without words": (_tree(_element("H1"), _element("Figure")), NO_ALT),
    "a picture with no words": (_tree(_element("Figure", Alt=String(""))), NO_ALT),
    "no labels": (_without("/PageLabels"), [("PRE-104 error", "the pages have no labels", "write them in the pdf stage", "", 0)]),
    "links to nowhere": (_root("/Names", Dictionary()), [("PRE-104 error", "a link leads to 'one', which is not in the file", "give the target its id", "", page) for page in (1, 2)]),
    "an action": (_root("/OpenAction", Dictionary()), _holds("/OpenAction")),
    "actions": (_root("/AA", Dictionary()), _holds("/AA")),
    "a form": (_root("/AcroForm", Dictionary()), _holds("/AcroForm")),
    "a collection": (_root("/Collection", Dictionary()), _holds("/Collection")),
    "a script": (lambda pdf: pdf.Root.Names.__setitem__("/JavaScript", Dictionary()), _holds("/JavaScript")),
    "an attachment": (lambda pdf: pdf.Root.Names.__setitem__("/EmbeddedFiles", Dictionary()), _holds("/EmbeddedFiles")),
    "a turned page": (lambda pdf: pdf.pages[1].obj.__setitem__("/Rotate", 90), [("PRE-101 error", "the page is 792 x 612 pt, the format 792 x 612 pt", SIZE, "styles/formats/{form}.css", 2)]),
    "a page that is not turned": (lambda pdf: pdf.pages[1].obj.__setitem__("/Rotate", 0), []),
    "a wider page": (lambda pdf: pdf.pages[0].obj.__setitem__("/TrimBox", Array([0, 0, 792.51, 612])), [("PRE-101 error", "the page is 792.51 x 612 pt, the format 792 x 612 pt", SIZE, "styles/formats/{form}.css", 1)]),
    "a lower page": (lambda pdf: pdf.pages[0].obj.__setitem__("/TrimBox", Array([0, 0, 792, 611.49])), [("PRE-101 error", "the page is 792 x 611.49 pt, the format 792 x 612 pt", SIZE, "styles/formats/{form}.css", 1)]),
    "a page as large as it should be": (lambda pdf: pdf.pages[0].obj.__setitem__("/TrimBox", Array([0.5, 0.5, 792, 612])), []),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_one_thing_made_wrong_gives_its_whole_finding(screen: Composition, name: str) -> None:
    damage, expected = CASES[name]
    filled = [
        (code, message.format(title=screen.job.title), mend, place.format(form=screen.format.name), page)
        for code, message, mend, place, page in expected
    ]
    assert _all(screen, damage) == filled


def test_a_file_without_tags_needs_none_where_none_were_meant(screen: Composition) -> None:
    desk = replace(screen, edition=Edition.DESK)
    assert _all(desk, _without("/StructTreeRoot")) == []


def test_a_piece_that_flows_has_bookmarks(flowing: Composition) -> None:
    found = [one for one in _all(flowing) if one[0].startswith("PRE-104")]
    assert found == [("PRE-104 error", "the file has no bookmarks", "set bookmark-level on the headings", "", 0)]


def _fonts(**about: Any) -> Damage:
    def damage(pdf: Pdf) -> None:
        for page in pdf.pages:
            page.obj.Resources.Font.Odd = Dictionary(Type=Name.Font, **about)

    return damage


OUR_FONT = frozenset({"Atkinson"})


def test_fonts_are_embedded_and_of_the_clinic(screen: Composition) -> None:
    assert _told(file_structure.fonts(_file(screen), OUR_FONT)) == []
    not_ours = "the font 'Atkinson' is not one of ours"
    assert _told(file_structure.fonts(_file(screen), frozenset({"Source"}))) == [
        ("PRE-102 error", not_ours, OURS, "", 0)
    ]
    for about, name in (
        ({"BaseFont": Name("/ABCDEF+Times")}, "Times"),
        ({"BaseFont": Name.Times, "FontDescriptor": Dictionary(FontName=Name("/ABCDEF+Other"))}, "Other"),
        ({}, "?"),
    ):
        found = _told(file_structure.fonts(_file(screen, _fonts(**about)), OUR_FONT))
        assert found == [("PRE-102 error", f"the font '{name}' is not embedded", OURS, "", 0)]


@pytest.mark.parametrize("kind", ["FontFile", "FontFile2", "FontFile3"])
def test_a_font_is_embedded_by_its_program(screen: Composition, kind: str) -> None:
    def damage(pdf: Pdf) -> None:
        stream: Any = pdf.make_stream(b"")
        descriptor = Dictionary({"/FontName": Name("/ABCDEF+Atkinson-Next-Bold"), f"/{kind}": stream})
        _fonts(BaseFont=Name.Other, FontDescriptor=descriptor)(pdf)

    assert _told(file_structure.fonts(_file(screen, damage), frozenset({"Atkinson", "Atkinson Next"}))) == []


def test_a_file_that_cannot_be_read_stops_all_checks_but_one(screen: Composition) -> None:
    (ran,) = examine(File(screen, b"no pdf", 2, ()), OUR_FONT)
    assert (ran.name, ran.codes, ran.looks_for) == (
        "file_structure.unreadable",
        ("PRE-106",),
        "a file that a second program cannot read",
    )
    ((code, message, mend, place, page),) = _told(ran.findings)
    assert (code, mend, place, page) == ("PRE-106 error", "build again with --force; if it stays, report it", "", 0)
    assert message.partition(":")[0] in {"PdfReadError", "PdfStreamError"}
    assert [(one.piece, one.edition) for one in preflight(File(screen, b"no pdf", 2, ()), OUR_FONT)] == [
        ("fold", "screen")
    ]


def test_every_check_of_a_piece_is_examined_in_the_order_of_its_room(screen: Composition) -> None:
    made = Made((792, 612))
    made.name("Font", "F", made.font())
    made.page("")
    made.page("")
    ran = examine(File(screen, made.written(), 2, ()), OUR_FONT)
    assert [one.name for one in ran] == [
        *(f"file_structure.{name}" for name in ("page_size", "tags", "navigation", "active")),
        "links.descriptions",
        "form_fields.fields",
        "attached_files.attached_files",
        "file_structure.fonts",
        "file_structure.frame",
        *(f"active_content.{name}" for name in ("actions", "notes", "entries")),
        "own_claims.claimed",
        "bookmarks.bookmarks",
        "glyph_outlines.outlines",
        "link_areas.areas",
        *(f"text_conservation.{name}" for name in ("lost", "stray", "hidden", "order")),
        *(f"generated_text.{name}" for name in ("running", "contents", "heads", "proof_lines", "alternatives")),
        *(f"contrast.{name}" for name in ("words", "edges", "graphics")),
        *(f"look_alikes.{name}" for name in ("alternatives", "headings", "tables", "colours")),
        *(f"structure_marks.{name}" for name in ("marks", "painted", "parents")),
        *(f"structure_roles.{name}" for name in ("roles", "pictures", "spoken")),
        "structure_tables.tables",
        *(f"link_ends.{name}" for name in ("ends", "places", "loose")),
    ]
    told = {finding.code for one in ran for finding in one.findings}
    assert told == {"PRE-103", "PRE-104", "PRE-107", "PRE-113", "PRE-201", "PRE-206"}
