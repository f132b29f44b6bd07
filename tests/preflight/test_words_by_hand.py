"""Each check of words asked at its limits, on readings made by hand: whole findings, with their place, page and area."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pytest
from pikepdf import Array, Dictionary, Name, String
from pypdf import PdfReader
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

from brochures.compose.html import Composition
from brochures.findings import Finding
from brochures.geometry.box import Box
from brochures.geometry.pages import Line
from brochures.preflight.extracted_text import Run
from brochures.preflight.generated_text import alternatives, contents, heads, proof_lines, running
from brochures.preflight.text_conservation import hidden, lost, order, stray
from brochures.preflight.text_subject import Reading
from brochures.project.edition import Edition
from tests.layout.checks.handmade import composed
from tests.miniature import Miniature
from tests.preflight.readings import panel, proof, reading, run, said
from tests.separations.handmade import Made

Told = tuple[str, str, str, str, int, tuple[float, ...] | None]


@pytest.fixture(scope="module")
def piece(tmp_path_factory: pytest.TempPathFactory) -> Composition:
    mini = Miniature.copied_to(tmp_path_factory.mktemp("words") / "project")
    return composed(mini, Edition.DESK)


def _told(check: Callable[[Reading], Any], one: Reading) -> list[Told]:
    found: list[Finding] = list(check(one))
    return [(f"{f.code} {f.severity}", f.message, f.help, str(f.place), f.page, f.area) for f in found]


def _messages(check: Callable[[Reading], Any], one: Reading) -> list[str]:
    return [message for _, message, *_ in _told(check, one)]


LOST = "look for a style that hides them, or a box that the page cuts off"


def test_what_is_missing_is_told_once_for_each_passage_with_its_first_letters(piece: Composition) -> None:
    texts = [
        said("Call us at any hour", "flap", passage=0, block="0-0"),
        said("day or night", "flap", passage=0, block="0-0"),
        said("Ask for more", "flap", passage=1, block="0-0"),
        said("nobody wrote it"),
    ]
    place = piece.passages[0].place(0)
    letter = "content/brochures/fold.yaml:2:" + str(place.column + 7)
    assert _told(lost, reading(piece, texts)) == [
        ("PRE-201 error", "25 letters of the panel 'flap' are not in the finished file, from 'Call us at any hour'", LOST, str(place), 0, None),
        ("PRE-201 error", "10 letters of the panel 'flap' are not in the finished file, from 'Ask for more'", LOST, str(piece.passages[1].place(0)), 0, None),
        ("PRE-201 error", "13 letters of the piece are not in the finished file, from 'nobody wrote it'", LOST, "", 0, None),
    ]  # fmt: skip
    (half,) = _told(lost, reading(piece, texts[:1], [run("Call us")]))
    assert half[1] == "9 letters of the panel 'flap' are not in the finished file, from 'atanyhour'"
    assert half[3].rpartition(":")[0] == letter.rpartition(":")[0]
    assert half[3] != str(place)
    long = "a" * 50
    assert _messages(lost, reading(piece, [said(f"b {long}")], [run("b")])) == [
        f"50 letters of the piece are not in the finished file, from '{long[:40]}'"
    ]
    assert _told(lost, reading(piece, texts[:1], [run("Call us at any hour")])) == []


OUTSIDE = "let the panel hold its words"


def test_words_that_nobody_composed_are_told_once_a_page(piece: Composition) -> None:
    runs = [run("odd one", 10, 20), run("another", 30, 40), run("third", 50, 60, 2)]
    mend = "compose the words in a template, or declare what makes them"
    assert _told(stray, reading(piece, [], runs, pages=2)) == [
        (
            "PRE-202 error",
            "2 runs of words that the piece does not have here, from 'odd one'",
            mend,
            "",
            1,
            (10, 20, 46, 30),
        ),
        (
            "PRE-202 error",
            "1 run of words that the piece does not have here, from 'third'",
            mend,
            "",
            2,
            (50, 60, 80, 70),
        ),
    ]


@pytest.mark.parametrize(
    ("left", "top", "page", "stands"),
    [
        (102, 100, 1, True), (48.1, 100, 1, True), (47.9, 100, 1, False), (201.9, 100, 1, True), (202.1, 100, 1, False),
        (100, 38.1, 1, False), (100, 88.1, 1, True), (100, 87.9, 1, False), (100, 201.9, 1, True), (100, 202.1, 1, False), (102, 100, 2, False),
    ],
)  # fmt: skip
def test_words_stand_in_their_panel_or_hang_out_by_two_pt(
    piece: Composition, left: float, top: float, page: int, *, stands: bool
) -> None:
    texts = [said("five words", "flap", passage=0)]
    home = panel("flap", Box(100 if left > 90 else 104, 100, 200, 200))
    one = replace(run("fivewords", left, top, page), shown="five words")
    one = replace(one, box=Box(left, top, left + 54, top + 10))
    expected = (
        "PRE-202 error",
        "1 run of words of the panel 'flap' stand outside of it, from 'five words'",
        OUTSIDE,
        str(piece.passages[0].place(0)),
        page,
        (left, top, left + 54, top + 10),
    )
    assert _told(stray, reading(piece, texts, [one], pages=2, regions=[home])) == ([] if stands else [expected])


def test_a_panel_that_is_overset_has_said_so_already(piece: Composition) -> None:
    texts = [said("words", "flap")]
    over = Line(0, Box(100, 100, 150, 230), 220, 12, "words")
    home = panel("flap", Box(100, 100, 200, 200), lines=(over,))
    assert _told(stray, reading(piece, texts, [run("words", 400, 300)], regions=[home])) == []


HIDDEN = "look for a box that clips or covers it, the edge of the sheet, or a colour too near that of its ground"


@pytest.mark.parametrize(("seen", "share"), [(0.6, ""), (0.599, "60"), (0.2, "20"), (0.004, "0")])
def test_words_must_show_six_tenths_of_their_ink(piece: Composition, seen: float, share: str) -> None:
    texts = [said("Call us", "flap", passage=0)]
    expected = (
        "PRE-203 error",
        f"only {share} % of 'Call us' can be seen",
        HIDDEN,
        str(piece.passages[0].place(0)),
        1,
        (5, 6, 41, 16),
    )
    found = _told(hidden, reading(piece, texts, [run("Call us", 5, 6, seen=seen)]))
    assert found == ([expected] if share else [])


def test_hidden_words_of_one_block_are_told_together(piece: Composition) -> None:
    texts = [
        said("Call us", "flap", block="0-0"),
        said("now", "flap", block="0-0"),
        said("or not", "flap", block="0-1"),
    ]
    runs = [
        run("Call us", seen=0.1),
        run("now", 0, 20, seen=0.3),
        run("or not", 0, 40, seen=0),
        run("stray", 0, 60, seen=0.5),
    ]
    assert _messages(hidden, reading(piece, texts, runs)) == [
        "only 20 % of 'Call us now' can be seen",
        "only 0 % of 'or not' can be seen",
        "only 50 % of 'stray' can be seen",
    ]


@pytest.mark.parametrize(
    ("left", "top", "over"),
    [
        (0, 6.4, True),
        (0, 6.6, False),
        (0, -6.4, True),
        (0, -6.6, False),
        (38.9, 0, True),
        (39.1, 0, False),
        (0, 10, False),
        (60, 0, False),
    ],
)
def test_words_lie_over_each_other_from_a_third_of_the_smaller_on(
    piece: Composition, left: float, top: float, *, over: bool
) -> None:
    texts = [said("under them", passage=0), said("over words")]
    under = replace(run("underthem", 0, 0), shown="under them", box=Box(0, 0, 60, 10))
    upper = replace(run("overwords", 0, 0), shown="over words", box=Box(left, top, left + 60, top + 10))
    found = _told(hidden, reading(piece, texts, [under, upper]))
    expected = (
        "PRE-203 error",
        "'over words' is printed over 'under them'",
        HIDDEN,
        str(piece.passages[0].place(0)),
        1,
        (0, 0, 60, 10),
    )
    assert found == ([expected] if over else [])


def test_words_of_two_pages_never_lie_over_each_other(piece: Composition) -> None:
    texts = [said("one"), said("two"), said("small")]
    assert _messages(hidden, reading(piece, texts, [run("one"), run("two", page=2)], pages=2)) == []
    small = replace(run("small", 2, 2), box=Box(2, 2, 4, 4))
    assert _messages(hidden, reading(piece, texts, [small, run("one")])) == ["'one' is printed over 'small'"]
    flat = replace(run("small", 2, 2), box=Box(2, 2, 2, 4))
    assert _messages(hidden, reading(piece, texts, [flat, run("one")])) == []


ORDER = "put the words into the template in the order of reading; data-order sets the order of panels"


@pytest.mark.parametrize(
    ("left", "top", "told"), [(0, 88.4, True), (0, 88.6, False), (59, 50, True), (60, 50, False), (0, 130, False)]
)
def test_down_a_panel_no_words_stand_above_those_before_them(
    piece: Composition, left: float, top: float, *, told: bool
) -> None:
    texts = [said("before them", "flap"), said("after", "flap", passage=0)]
    before = replace(run("beforethem", 0, 100), shown="before them", box=Box(0, 100, 60, 110))
    after = run("after", left, top)
    found = _told(order, reading(piece, texts, [before, after]))
    message = "'after' stands above 'before them', although it comes after it"
    expected = ("PRE-204 error", message, ORDER, str(piece.passages[0].place(0)), 1, (left, top, left + 30, top + 10))
    assert found == ([expected] if told else [])


def test_the_order_is_that_of_one_panel_and_told_once_a_page(piece: Composition) -> None:
    texts = [said("one", "a"), said("two", "b"), said("three", "a"), said("four", "a"), said("five")]
    runs = [run("one", 0, 300), run("two", 0, 100), run("three", 0, 200), run("four", 0, 100), run("five", 0, 0)]
    assert _messages(order, reading(piece, texts, runs)) == ["'three' stands above 'one', although it comes after it"]
    over = [replace(one, page=2) if one.text == "three" else one for one in runs]
    assert _messages(order, reading(piece, texts, over, pages=2)) == []


def test_in_a_tagged_file_the_structure_says_the_order(piece: Composition) -> None:
    texts = [
        said("one", passage=0),
        said("two", passage=1),
        said("plot", role="drawing"),
        said("3", role="unread"),
        said("last"),
    ]
    runs = [run(text.shown, 10 * number, mark=number) for number, text in enumerate(texts)]
    ranks = {(1, 0): 5, (1, 1): 4, (1, 2): 0, (1, 3): 0, (1, 4): 5}
    found = _told(order, reading(piece, texts, runs, ranks=ranks))
    message = "'two' is read before 'one', although it comes after it"
    assert found == [("PRE-204 error", message, ORDER, str(piece.passages[1].place(0)), 1, (10, 0, 28, 10))]
    fine = {(1, 0): 0, (1, 1): 0, (1, 4): 1}
    assert _told(order, reading(piece, texts, runs, ranks=fine)) == []
    assert _messages(order, reading(piece, texts, runs, ranks={(1, 0): 0, (1, 4): 1})) == [
        "'two' is in no place of the structure, although it comes after it"
    ]


MARGIN = "look at the margin boxes in styles/page.css"


def _running(
    piece: Composition,
    margins: Mapping[tuple[int, str], tuple[Run, ...]],
    *texts: str,
    pages: int = 3,
    labels: Mapping[str, str] | None = None,
) -> list[Told]:
    composed_texts = [said(text, role="running", group=number) for number, text in enumerate(texts)]
    return _told(
        running,
        reading(proof(piece, **(labels or {})), [*composed_texts, said("A heading")], pages=pages, margins=margins),
    )


@pytest.mark.parametrize(
    ("words", "page", "labels", "right"),
    [
        ("The packet", 1, {}, True),
        ("A heading", 1, {}, True),
        ("2", 2, {}, True),
        ("2", 1, {}, False),
        ("2 of 3", 2, {}, True),
        ("2 of 4", 2, {}, False),
        ("Another", 1, {}, False),
        ("Page 2 of 3", 2, {"page": "Page", "page.of": "of"}, True),
        ("2 of 3", 2, {"page": "Page", "page.of": "of"}, False),
        ("Page 1 of 3", 2, {"page": "Page", "page.of": "of"}, False),
    ],
)
def test_a_running_head_is_a_text_of_the_piece_or_the_number_of_its_page(
    piece: Composition, words: str, page: int, labels: dict[str, str], *, right: bool
) -> None:
    texts = ("The packet",) if words == "The packet" else ()
    message = f"the running head or foot '{words}' is neither a text of the piece nor page {page} of 3"
    plain = {"page": "", "page.of": ""} | labels
    named = {key: value for key, value in plain.items() if labels}
    bare = replace(piece, job=replace(piece.job, labels={}))
    found = _running(bare, {(page, "@top-left"): (run(words, 7, 8, page),)}, *texts, labels=named)
    width = 6 * len(words.replace(" ", ""))
    assert found == ([] if right else [("PRE-205 error", message, MARGIN, "", page, (7, 8, 7 + width, 18))])


def test_a_running_text_that_stands_on_no_page_is_told(piece: Composition) -> None:
    mend = "let a margin box of styles/page.css take it with element()"
    assert _running(piece, {}, "The packet") == [
        ("PRE-205 error", "the running text 'thepacket' stands on no page", mend, "", 0, None)
    ]
    assert [found[1] for found in _running(piece, {}, "x" * 50)] == [f"the running text '{'x' * 40}' stands on no page"]
    parts = (run("The "), run("packet"))
    assert _running(piece, {(1, "@top-left"): parts}, "The packet") == []


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        (("A heading, sheet 1 of 2", "A heading, sheet 2 of 2"), []),
        (("A heading, sheet 1 of 2", "A heading, sheet 1 of 2"), [3]),
        (("A heading, sheet 1 of 3", "A heading, sheet 2 of 3"), [2, 3]),
    ],
)
def test_the_sheets_of_a_form_are_counted_under_their_title(
    piece: Composition, words: tuple[str, str], wrong: list[int]
) -> None:
    margins = {(page, "@top-left"): (run(text, page=page),) for page, text in zip((2, 3), words, strict=True)}
    found = _running(piece, margins, labels={"form.sheet": "sheet", "page.of": "of"})
    assert [page for *_, page, _ in found] == wrong


def _leads(**targets: int) -> PdfReader:
    """Return a file of three pages with named places, by the number of their page."""
    made = Made()
    for _ in range(3):
        made.page("")
    for name, page in targets.items():
        pages = made.pdf.pages
        dests = made.pdf.Root.get("/Names", Dictionary(Dests=Dictionary(Names=[])))
        dests.Dests.Names.append(String(name))
        dests.Dests.Names.append(Array([pages[page - 1].obj, Name.XYZ, 0, 0, 0]))
        made.pdf.Root.Names = dests
    return PdfReader(io.BytesIO(made.written()))


def test_numbers_in_a_list_of_contents_are_those_of_their_targets(piece: Composition) -> None:
    numbers = (run("2", 5, 6), run("word"), run("3", 5, 26))
    about: dict[str, Any] = {"references": ("one", "two"), "generated": numbers, "file": _leads(one=2, two=3)}
    assert _told(contents, reading(piece, **about)) == []
    mend = "let its number come from target-counter() of the same target"
    message = "the page reference to 'two' says 3, and it lies on page 1"
    about["file"] = _leads(one=2, two=1)
    assert _told(contents, reading(piece, **about)) == [("PRE-205 error", message, mend, "", 1, (5, 26, 11, 36))]
    about["file"] = _leads(one=2)
    assert _messages(contents, reading(piece, **about)) == [
        "the page reference to 'two' says 3, and it lies nowhere in the file"
    ]
    about["generated"] = numbers[:2]
    few = (
        "PRE-205 error",
        "2 page references have 1 numbers",
        "give each its number with target-counter()",
        "",
        0,
        None,
    )
    assert _told(contents, reading(piece, **about)) == [few]
    assert _told(contents, reading(piece, generated=(run("7"),))) == []


def test_the_head_of_a_table_is_wanted_whole_on_each_page_of_it(piece: Composition) -> None:
    texts = [
        said("Medicine", role="head", table=0),
        said("Dose", role="head", table=0),
        said("Other", role="head", table=1),
    ]
    tables = {1: frozenset({0}), 2: frozenset({0, 1})}
    right = (run("Dose"), run("Medicine"), run("Other", page=2), run("Medicine", page=2), run("Dose", page=2))
    assert _told(heads, reading(piece, texts, pages=3, tables=tables, heads=right)) == []
    message = "the heads of the tables on page 2 say 'othermedicine' and should say 'medicinedoseother'"
    mend = "let the head of a table stand in a thead, and nothing but it"
    found = _told(heads, reading(piece, texts, pages=3, tables=tables, heads=right[:4]))
    assert found == [("PRE-205 error", message, mend, "", 2, (0, 0, 300, 400))]
    more = (*right, run("Dose", page=3))
    assert _messages(heads, reading(piece, texts, pages=3, tables=tables, heads=more)) == [
        "the heads of the tables on page 3 say 'dose' and should say ''"
    ]


@pytest.mark.parametrize(
    ("is_proof", "said_on", "wrong"),
    [
        (True, (1, 2), {}),
        (True, (1,), {2: "does not say that it is a proof"}),
        (False, (), {}),
        (False, (2,), {2: "says that it is a proof, and is none"}),
    ],
)
def test_a_proof_says_so_on_every_page_and_nothing_else_does(
    piece: Composition, said_on: tuple[int, ...], wrong: dict[int, str], *, is_proof: bool
) -> None:
    one = replace(proof(piece, **{"proof.line": "Not for use"}), proof=is_proof)
    runs = [part for page in said_on for part in (run("Not for ", page=page), run("use", page=page))]
    mend = "print the proof line once on each sheet, where 'proof' is set"
    assert _told(proof_lines, reading(one, runs=runs, pages=2)) == [
        ("PRE-205 error", f"page {page} {message}", mend, "", page, None) for page, message in wrong.items()
    ]
    unnamed = replace(proof(piece, **{"proof.line": ""}), proof=is_proof)
    assert _told(proof_lines, reading(unnamed, pages=2)) == []


def test_each_alternative_text_is_in_the_structure_as_often_as_it_was_composed(piece: Composition) -> None:
    tagged = replace(piece, edition=Edition.SCREEN)
    figure = DictionaryObject({NameObject("/Alt"): TextStringObject("A leaf")})
    tree = (DictionaryObject(), figure)
    message = "the alternative text 'A leaf' is not in the file"
    missing = ("PRE-206 error", message, "look for a style that hides the picture", "", 0, None)
    for texts, expected in ((("A  leaf",), []), (("A leaf", "A leaf"), [missing]), (("A tree",), ["A tree"])):
        found = _told(alternatives, reading(tagged, alternatives=texts, tree=tree))
        assert found == expected or [one[1] for one in found] == ["the alternative text 'A tree' is not in the file"]
    assert _told(alternatives, reading(piece, alternatives=("A leaf",))) == []
