"""What the checks of words read: where each run belongs, what style sheets made, and in which turn it is read; on files made by hand."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from pikepdf import Array, Dictionary, Name
from pypdf import PdfReader

from brochures.compose.html import Composition
from brochures.design.formats import Room
from brochures.geometry.box import Box
from brochures.geometry.pages import Line, MeasuredPage, MeasuredPages, Paragraph, Region
from brochures.layout.checks.subject import Pages
from brochures.pdf.file import File
from brochures.preflight.extracted_text import LINE_END_HYPHENS, Run
from brochures.preflight.text_subject import Reading, _home, _in_a_line, _Lines, _on_the_edge, _ranks, _within, elements
from brochures.project.edition import Edition
from tests.layout.checks.handmade import composed
from tests.miniature import Miniature
from tests.preflight.readings import run
from tests.separations.handmade import Made


@pytest.fixture(scope="module")
def piece(tmp_path_factory: pytest.TempPathFactory) -> Composition:
    return composed(Miniature.copied_to(tmp_path_factory.mktemp("subject") / "project"), Edition.DESK)


@pytest.mark.parametrize(
    ("x", "y", "beyond"),
    [(0, 0, False), (-9, 50, False), (-9.1, 50, True), (801, 50, False), (801.1, 50, True), (50, -9, False), (50, -9.1, True), (50, 621, False), (50, 621.1, True)],
)  # fmt: skip
def test_what_stands_beyond_the_bleed_of_a_sheet_with_marks_is_no_word_of_the_piece(
    piece: Composition, x: float, y: float, *, beyond: bool
) -> None:
    one = replace(run("mark"), box=Box(x - 5, y - 3, x + 5, y + 3))
    marked = replace(piece, room=Room(9, 27))
    assert (marked.format.width, marked.format.height) == (792, 612)
    assert _on_the_edge(one, marked) is beyond
    assert _on_the_edge(one, replace(piece, room=Room(9, 0))) is False


def test_words_of_a_back_are_read_where_they_were_laid_out() -> None:
    letter = Run(2, "a", "a", Box(10, 20, 15, 30), 1, 1.0)
    back = replace(letter, text="ab", letters=(letter, letter))
    moved = _home(back, 3, -4)
    assert moved.box == Box(7, 16, 12, 26)
    assert [one.box for one in moved.letters] == [Box(7, 16, 12, 26)] * 2
    assert _home(replace(back, page=1), 3, -4).box == back.box
    assert _home(replace(back, page=3), 3, -4).box == back.box
    assert _home(back, 0, 0) is back
    assert (_home(back, 0, 5).box, _home(back, 5, 0).box) == (Box(10, 25, 15, 35), Box(5, 20, 10, 30))


@pytest.mark.parametrize(("away", "inside"), [(0, True), (2, True), (2.1, False)])
def test_a_run_may_hang_two_pt_out_of_its_line(away: float, *, inside: bool) -> None:
    lines = [(Box(100, 100, 200, 110), "3oneofmany")]
    for box in (Box(140, 108 + away, 150, 112 + away), Box(140, 98 - away, 150, 102 - away), Box(198 + away, 100, 202 + away, 110), Box(98 - away, 100, 102 - away, 110)):  # fmt: skip
        assert _in_a_line(replace(run("one"), box=box), lines) is inside
        assert _in_a_line(replace(run("two"), box=box), lines) is False
        margin = Region("margin", "@top", 1, lines[0][0], "")
        assert (_within(replace(run("one"), box=box), [margin]) is margin) is inside
        assert _within(replace(run("one", page=2), box=box), [margin]) is None


def _line(paragraph: int, top: float, text: str, generated: str = "") -> Line:
    box = Box(100, top, 200, top + 10)
    return replace(Line(paragraph, box, box.bottom, 10, text), generated=generated)


def _sheets() -> MeasuredPages:
    lines = (_line(1, 100, "A Head"), _line(2, 120, "words 3", "3"), _line(3, 140, "•"), _line(4, 160, "plain"))
    paragraphs = {
        1: Paragraph(1, "th", (), "", 12, 10, role="head"), 2: Paragraph(2, "p", (), "", 12, 10), 3: Paragraph(3, "li::marker", (), "", 12, 10),
        4: Paragraph(4, "p", (), "", 12, 10),
    }  # fmt: skip
    margin = Region("margin", "@bottom", 1, Box(100, 300, 200, 310), "")
    return MeasuredPages((MeasuredPage(1, 400, 400, (margin,), lines), MeasuredPage(2, 400, 400)), paragraphs)


def test_heads_of_tables_and_what_styles_make_are_known_by_their_lines(piece: Composition) -> None:
    known = _Lines(Pages(piece, _sheets()))
    assert {page: [text for _, text in held] for page, held in known.made.items()} == {1: ["3", "•"]}
    assert {page: [text for _, text in held] for page, held in known.head.items()} == {1: ["ahead"]}
    assert known.heads(run("A Head", 100, 100))
    assert not known.heads(run("A Head", 100, 100, 2))
    assert not known.heads(run("plain", 100, 160))
    assert known.makes(run("3", 100, 120))
    assert known.makes(run("•", 100, 140))
    assert not known.makes(run("words", 100, 120))
    assert not known.makes(run("3", 100, 120, 2))


def _made(words: Mapping[str, tuple[float, float]], pages: int = 1) -> bytes:
    made = Made((400, 400))
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)
    made.name("Font", "F", font)
    parts = [f"BT /F 8 Tf {x} {400 - y - 9} Td ({text}) Tj ET" for text, (x, y) in words.items()]
    for _ in range(pages):
        made.page(" ".join(parts))
    return made.written()


def test_a_reading_parts_words_margins_heads_and_what_was_made(piece: Composition) -> None:
    words = {"Head": (102, 100), "words": (102, 120), "3": (140, 120), "foot": (102, 300), "plain": (102, 160)}
    data = _made(words)
    html = "<p>words</p><p>plain</p><p>gone</p>"
    made = File(replace(piece, html=html), data, 1, (), sheets=_sheets())
    reading = Reading.of(made, PdfReader(io.BytesIO(data)))
    assert [one.text for one in reading.runs] == ["head", "words", "3", "foot", "plain"]
    assert {key: [one.text for one in runs] for key, runs in reading.margins.items()} == {(1, "@bottom"): ["foot"]}
    assert [one.text for one in reading.heads] == ["head"]
    assert [one.text for one in reading.generated] == ["3"]
    assert [said.text for said in reading.printed] == ["words", "plain", "gone"]
    assert {index: [one.text for one in runs] for index, runs in reading.match.found.items()} == {
        0: ["words"],
        1: ["plain"],
    }
    assert (reading.match.missing, reading.match.stray) == ({2: "gone"}, ())
    assert reading.ranks is None
    said = reading.said_by(reading.runs[1])
    assert said is not None
    assert said.text == "words"
    assert reading.said_by(reading.runs[3]) is None
    assert str(reading.place_of(reading.runs[3])) == ""


def _tagged() -> PdfReader:
    """Return a file of two pages whose structure reads page 2 first, with marks named in each of the ways that ISO 32000 knows."""
    made = Made((100, 100))
    for _ in range(2):
        made.page("")
    first, second = (page.obj for page in made.pdf.pages)
    pdf = made.pdf
    inner = pdf.make_indirect(Dictionary(S=Name.Span, K=3))
    link = pdf.make_indirect(Dictionary(S=Name.Link, K=Array([Dictionary(Type=Name.OBJR, Obj=first), 4])))
    kids = Array([
        pdf.make_indirect(Dictionary(S=Name.P, Pg=second, K=Array([1, inner]))),
        pdf.make_indirect(Dictionary(S=Name.P, Pg=first, K=Array([Dictionary(Type=Name.MCR, Pg=second, MCID=7), 0, link]))),
        pdf.make_indirect(Dictionary(S=Name.P, Pg=first)),
    ])  # fmt: skip
    pdf.Root.StructTreeRoot = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot, K=pdf.make_indirect(Dictionary(S=Name.Document, K=kids))))  # fmt: skip
    return PdfReader(io.BytesIO(made.written()))


def test_the_turn_of_each_mark_is_that_of_the_structure() -> None:
    assert _ranks(_tagged()) == {(2, 1): 0, (2, 3): 1, (2, 7): 2, (1, 0): 3, (1, 4): 4}


def test_the_elements_of_a_structure_come_in_the_order_of_reading() -> None:
    root: Any = _tagged().root_object["/StructTreeRoot"]
    assert [str(one.get("/S", "-")) for one in elements(root)] == [
        "-", "/Document", "/P", "/Span", "/P", "-", "/Link", "-", "/P",
    ]  # fmt: skip
    assert list(elements({})) == []


def test_a_hyphen_at_a_line_s_end_is_a_hyphen() -> None:
    assert "one\ufffe two\x02\x00 three-".translate(LINE_END_HYPHENS) == "one- two- three-"
