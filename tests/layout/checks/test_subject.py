"""The subject of the checks: a line knows the place where its words are written, whatever else says the same."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import cast

import pytest

from brochures.compose.html import Composition
from brochures.compose.passage_numbers import PassageNumbers, place_of
from brochures.findings import NOWHERE, Place
from brochures.geometry.box import Box
from brochures.geometry.pages import Line, MeasuredPage, MeasuredPages, Paragraph, Region
from brochures.geometry.passages import Origin, Stretch, count
from brochures.layout.checks.breaks import tokens
from brochures.layout.checks.overset import overset
from brochures.layout.checks.subject import Pages, area, counted, named, shown
from brochures.load.positions import Writing
from brochures.resolve.inline_text import Call, ClinicFact
from brochures.resolve.passages import printed
from brochures.resolve.ticket import resolve
from tests.layout.checks.handmade import composed
from tests.miniature import Miniature

PROGRAM = "content/program.yaml"
LAST = "Bring a list with you."


@pytest.fixture
def twins(mini: Miniature) -> Miniature:
    """Return a project whose flap prints two statements that end with the same words."""
    mini.replace(PROGRAM, "We offer care in the daytime.", f"We offer care in the daytime. {LAST}")
    mini.replace(PROGRAM, "Call us at {clinic:phone}, or {call:emergency-911}.", f"Come when you can. {LAST}")
    mini.replace(
        "content/brochures/fold.yaml",
        "    - statement: program.call\n",
        "    - statement: program.outpatient\n    - statement: program.call\n",
    )
    return mini


def test_two_texts_with_the_same_end_are_told_apart(twins: Miniature) -> None:
    twins.append("styles/base.css", "p { width: 110pt }\n")
    made = twins.build("fold", publish=False, editions=("screen",)).files[0]
    pages = Pages(made.composition, made.sheets)
    (flap,) = (region for region in made.sheets.panels if region.name == "flap")
    places = [str(pages.place_of(line)) for line in flap.lines if line.text in LAST]
    assert places, [line.text for line in flap.lines]
    assert {place.rsplit(":", 1)[0] for place in places} == {f"{PROGRAM}:6", f"{PROGRAM}:13"}


def test_a_fault_in_the_second_is_told_at_the_second(twins: Miniature) -> None:
    long = f"Come when you can. {LAST}"
    twins.replace(PROGRAM, long, f"{long} " + f"{LAST} " * 200)
    faults = [one for one in twins.check("fold", editions=("screen",)) if one.code == "OVR-201"]
    assert faults
    assert all("Bring a list" in one.message or "list with you" in one.message for one in faults)
    assert {(one.place.file, one.place.line) for one in faults} == {(PROGRAM, 13)}
    assert all(one.place.column > 100 for one in faults)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Pages:
    return Pages(
        composed(Miniature.copied_to(tmp_path_factory.mktemp("subject") / "project")), MeasuredPages((), {1: PARAGRAPH})
    )


PARAGRAPH = Paragraph(1, "p", (), "0-0", 15, 12)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("one two three four five six seven eight", "one two three four five six seven eight"),
        ("1 2 3 4 5 6 7 8 9", "1 2 3 4 5 6 7 8…"),
        ("  one\n two ", "one two"),
        ("a" * 60, "a" * 60),
        ("a" * 61, "a" * 57 + "…"),
        ("", ""),
    ],
)
def test_a_finding_shows_eight_words_of_a_text(text: str, words: str) -> None:
    assert shown(text) == words


def test_things_are_counted_in_words() -> None:
    assert [counted(number, "line") for number in (0, 1, 2)] == ["0 lines", "1 line", "2 lines"]


def test_a_box_is_kept_as_four_numbers() -> None:
    assert area(Box(1, 2, 3, 4)) == (1, 2, 3, 4)


@pytest.mark.parametrize(
    ("kind", "name", "called"),
    [
        ("panel", "flap", "the panel 'flap'"), ("card", "card", "the card"), ("block", "b", "the block 'b'"),
        ("field", "date", "the form field 'date'"), ("cell", "", "the table cell"), ("page", "3", "the text area of page 7"),
        ("margin", "@top-left", "the running head or foot '@top-left'"), ("badge", "", "the badge"),
    ],
)  # fmt: skip
def test_a_region_is_called_by_its_kind_and_name(kind: str, name: str, called: str) -> None:
    assert named(Region(kind, name, 7, Box(0, 0, 1, 1), "")) == called


def test_a_line_has_the_place_of_its_first_word_or_else_of_its_block(pages: Pages) -> None:
    passages = pages.composition.passages
    line = Line(1, Box(0, 0, 1, 1), 1, 12, "words", stretches=(Stretch(0), Stretch(2, 1, 3), Stretch(4, 0)))
    assert pages.place_of(line) == pages.written(Origin(1, 3)) == place_of(Origin(1, 3), passages)
    bare = replace(line, stretches=())
    assert pages.place_of(bare) == pages.place_of_block("0-0") != NOWHERE


def test_a_block_has_the_place_of_its_first_words(pages: Pages) -> None:
    job = pages.composition.job
    firsts: dict[str, Place] = {}
    for passage in job.passages:
        if passage.section >= 0 and passage.block >= 0:
            firsts.setdefault(f"{passage.section}-{passage.block}", passage.writing.place(0))
    assert len(firsts) > 2
    assert {key: pages.place_of_block(key) for key in firsts} == firsts
    whole = replace(next(one for one in job.passages if one.block >= 0), section=7, block=-1)
    outside = replace(whole, section=-1)
    composition = replace(pages.composition, job=replace(job, passages=(outside, whole)))
    assert Pages(composition, MeasuredPages()).place_of_block("7") == whole.writing.place(0)
    assert Pages(composition, MeasuredPages()).place_of_block("-1") == NOWHERE
    assert pages.place_of_block("99-0") == pages.place_of_block("") == NOWHERE


# ---------------------------------------------------------------- where words of a line are written

FACTS, LABELS, WORDS = "content/clinic.yaml", "content/labels.yaml", "content/program.yaml"


def _written(*parts: tuple[str, str]) -> tuple[Pages, Line]:
    """Return pages with a line of ``parts``, each of a file and the text that is written on its line 3."""
    passages = tuple(Writing(text, text, Place(file, 3, 1)) for file, text in parts)
    at, stretches = 0, []
    for number, (_, text) in enumerate(parts):
        stretches.append(Stretch(at, number, 0))
        at += count(text)
    line = Line(1, Box(0, 0, 9, 9), 9, 12, " ".join(text for _, text in parts), stretches=tuple(stretches))
    composition = SimpleNamespace(passages=passages, job=SimpleNamespace(passages=()))
    return Pages(cast("Composition", composition), MeasuredPages((), {1: Paragraph(1, "p", (), "", 15.0, 12.0)})), line


@pytest.mark.parametrize(
    ("parts", "place"),
    [
        ([(WORDS, "Call")], WORDS), ([(FACTS, "847"), (WORDS, "now")], WORDS), ([(LABELS, "Phone"), (FACTS, "847")], FACTS),
        ([(LABELS, "Phone"), (WORDS, "now")], WORDS), ([(LABELS, "Phone")], LABELS), ([], ""),
    ],
)  # fmt: skip
def test_a_line_is_placed_by_the_words_of_a_writer_before_facts_and_labels(
    parts: list[tuple[str, str]], place: str
) -> None:
    pages, line = _written(*parts)
    assert pages.place_of(line).file == place


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("847-555", Place(FACTS, 3, 1)), ("0200", Place(FACTS, 3, 9)), ("now", Place(WORDS, 3, 1)), ("Phone", Place(LABELS, 3, 1)),
        ("now it goes on in the next line", Place(WORDS, 3, 1)), ("nothing of it", Place(WORDS, 3, 1)), ("", Place(LABELS, 3, 1)),
    ],
)  # fmt: skip
def test_words_of_a_line_are_placed_by_themselves_as_far_as_it_holds_them(words: str, place: Place) -> None:
    pages, line = _written((LABELS, "Phone"), (FACTS, "847-555-0200"), (WORDS, "now"))
    assert pages.place_in(line, words) == place


def test_what_a_reference_prints_of_the_clinic_is_written_among_its_facts(mini: Miniature) -> None:
    mini.append("content/clinic.yaml", "intake_contact: Ms. Doe\n")
    mini.replace("content/program.yaml", "Call us at", "Ask {clinic:intake_contact}, or call us at")
    job = resolve(mini.project, mini.load(), "fold")
    (passage,) = (one for one in job.passages if "Ms. Doe" in printed(one.words))
    numbers, found = PassageNumbers(), {}
    for run in passage.words:
        text = run.value if isinstance(run, ClinicFact) else run.text
        stamped = numbers.stamped(text or "", text or "")
        found[str(stamped)] = [place_of(Origin(one.passage, one.offset), numbers.writings) for one in stamped.stretches]  # type: ignore[attr-defined]
    assert found["Ms. Doe"] == [Place(FACTS, 5, 17)]
    assert found["847-555-0200"] == [Place(FACTS, 3, 8)]
    assert [found[run.text][0].file for run in passage.words if isinstance(run, Call) and run.line] == [WORDS]


def test_a_broken_number_and_a_word_that_is_too_long_are_told_where_they_are_written() -> None:
    pages, whole = _written((WORDS, "Call"), (FACTS, "847-555-0200"))
    first = replace(whole, text="Call 847-", box=Box(0, 0, 200, 9))
    second = Line(1, Box(0, 9, 40, 18), 18, 12, "555-0200", ends=True, stretches=(Stretch(0, 1, 3),))
    html = SimpleNamespace(
        html="<p>Call 847-555-0200</p>",
        passages=pages.composition.passages,
        job=SimpleNamespace(passages=()),
        edition=None,
    )
    region = Region("panel", "flap", 1, Box(0, 0, 50, 90), "", (replace(whole, box=Box(0, 0, 200, 9)),))
    sheets = MeasuredPages(
        (MeasuredPage(1, 100, 100, (region,), (first, second), ()),),
        {1: Paragraph(1, "p", (), "", 15.0, 12.0)},
    )
    both = Pages(cast("Composition", html), sheets)
    assert [one.place for one in tokens(both)] == [Place(FACTS, 3, 1)]
    assert [one.place for one in overset(both)] == [Place(FACTS, 3, 1)]
