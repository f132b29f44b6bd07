"""The brief for clinicians as a finished file: its pages, and every figure of its table and plots against the records."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import pytest
import yaml
from pypdf import PdfReader
from pypdfium2 import PdfDocument

from brochures.compose.html import compose
from brochures.compose.templates import Templates
from brochures.findings.report import WAITING
from brochures.project.edition import Edition
from brochures.resolve.job import CitedSource
from tests.facts import Element, Facts, squeezed
from tests.plots import circles, heights, intervals
from tests.real import RealDocuments

BRIEF = "evidence-brief"
FRONT, PLOTS, TABLE, BACK = 1, 2, 3, 4
CALLS = {"tel:911", "tel:988", "tel:+18006624357", "tel:+18002221222"}
INTERVAL = re.compile(r"([\N{MINUS SIGN}\d.]+)\((\N{MINUS SIGN}?[\d.]+)to(\N{MINUS SIGN}?[\d.]+)\)")
SMALLEST, TEXT = 9.0, 10.0
COPYFIT_USED = "FIT-101"
"""The note on how far words were drawn together: its pages are full by design."""


@dataclass(frozen=True)
class Brief:
    """The brief as it was built for these tests, its composed HTML, and the trials that it shows, as they are written."""

    screen: Facts
    desk: Facts
    html: str
    trials: dict[str, dict[str, Any]]
    cited: tuple[CitedSource, ...]


@pytest.fixture(scope="module")
def brief(real: RealDocuments) -> Brief:
    told = [finding for finding in real.findings(BRIEF) if finding.code not in WAITING]
    assert [finding for finding in told if finding.code != COPYFIT_USED] == []
    project, job = real.project, real.job(BRIEF)
    (table,) = (block.content for one in job.sections for block in one.blocks if block.component == "study_table")
    records = yaml.load((project.content / "studies.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)["studies"]  # noqa: S506 text, lists and mappings only
    names = [study.name for study in table["studies"]]
    return Brief(
        real.facts(f"{BRIEF}.screen"),
        real.facts(f"{BRIEF}.desk"),
        compose(Templates.read(project), job, Edition.SCREEN, proof=True)[0].html,
        {name: records[name] for name in names},
        tuple({source.name: source for source in job.things(CitedSource)}.values()),
    )


@pytest.fixture(scope="module")
def rows(brief: Brief) -> dict[str, str]:
    """What the table prints of each trial, without spaces, by the trial's name."""
    (table,) = (
        one
        for one in brief.screen.tree.all("Table")
        if any("Five small trials" in cap.text for cap in one.all("Caption"))
    )
    bodies = [squeezed(body.text) for body in table.all("TBody")]
    return dict(zip(brief.trials, bodies, strict=True))


def test_a_plot_is_heard_once_in_its_table(brief: Brief) -> None:
    """The drawing over a table would say the same numbers again; the circles of people say what no table does."""
    assert [figure.alt for figure in brief.screen.tree.all("Figure") if "circles" not in figure.alt] == []
    said = brief.screen.tree.text
    for found in set(INTERVAL.findall(squeezed(said))):
        assert squeezed(said).count("{}({}to{})".format(*found)) <= 2, "in the plot's table and in that of the trials"


def test_four_letter_pages_lie_on_one_sheet_that_is_folded_once(brief: Brief) -> None:
    assert brief.screen.sizes == [(612.0, 792.0)] * 4
    assert brief.desk.sizes == [(1224.0, 792.0)] * 2
    for file in (brief.screen, brief.desk):
        for boxes, size in zip(file.boxes, file.sizes, strict=True):
            assert boxes["/MediaBox"] == boxes["/TrimBox"] == (0, 0, *size)
    wishes = brief.desk.preferences
    assert (wishes["/PrintScaling"], wishes["/Duplex"]) == ("/None", "/DuplexFlipShortEdge")


def test_the_sheet_has_the_back_beside_the_front_and_page_two_beside_page_three(brief: Brief) -> None:
    sides = {"Safety over time": (1, "left"), "The evidence in brief": (1, "right"), "Confirmed relapse": (2, "left"), "Five small trials": (2, "right")}  # fmt: skip
    document = PdfDocument(brief.desk.data)
    for words, (page, side) in sides.items():
        text = document[page - 1].get_textpage()
        first, _ = text.search(words).get_next()
        assert ("left" if text.get_charbox(first)[0] < 612 else "right") == side
    document.close()


def test_the_front_says_that_the_use_is_off_label_what_is_not_known_and_who_should_not_have_it(brief: Brief) -> None:
    words = squeezed(brief.screen.texts[FRONT - 1])
    for part in (
        "off-label",
        "Contraindicated on the label",
        "Harm from repeated use",
        "What is not known",
        "no guideline that backs",
    ):
        assert squeezed(part) in words
    assert squeezed("Version 1.1, November 30, 2026") in words


def test_the_front_shows_everyone_who_took_part_and_sets_other_doses_apart(brief: Brief) -> None:
    (strip,) = (
        one for one in brief.screen.tree.all("Table") if any("Who took part" in cap.text for cap in one.all("Caption"))
    )
    recent, apart = (squeezed(body.text) for body in strip.all("TBody"))
    assert [record["short"] for record in brief.trials.values() if squeezed(record["short"]) not in recent] == []
    assert [word in apart for word in ("heroin", "notcomparable", "favorsketamine")] == [True, True, False]
    numbers = [int(number) for number in re.findall(r"(\d+) circles, one for each person", brief.html)]
    assert numbers[: len(brief.trials)] == [int(record["n"]) for record in brief.trials.values()]
    found = circles(brief.screen.data, FRONT)
    assert len(found) == sum(numbers) > 400
    assert len({tone for *_, tone in found}) == 1


def test_the_back_has_the_help_lines_and_says_that_it_is_no_advice(brief: Brief) -> None:
    assert {link.uri for link in brief.screen.links if link.page == BACK} >= CALLS
    words = squeezed(brief.screen.texts[BACK - 1])
    assert squeezed("does not replace the label, clinical judgment") in words


def test_the_table_gives_of_every_trial_what_its_record_says(brief: Brief, rows: dict[str, str]) -> None:
    for name, record in brief.trials.items():
        given = record["intervention"]
        wanted = [record["short"], record["design"], record["population"], f"n = {record['n']}", record["follow_up"]]
        wanted += [
            f"{given['drug'].capitalize()} {given['dose']}",
            given["route"],
            given["infusions"],
            given["therapy"],
        ]
        wanted += [record["comparator"], *record["limits"]]
        wanted += [f"{arm['n']} {arm['name']}" for arm in record.get("arms", ())]
        wanted += [record["n_note"].removesuffix(".")] if "n_note" in record else []
        assert [words for words in wanted if squeezed(words).casefold() not in rows[name].casefold()] == []


def test_every_outcome_of_a_trial_stands_in_its_row_with_its_interval_and_its_direction(
    brief: Brief, rows: dict[str, str]
) -> None:
    for name, record in brief.trials.items():
        printed = rows[name].casefold()
        for outcome in record["outcomes"]:
            wanted = [outcome["measure"], outcome["comparison"], outcome["direction"], outcome.get("note", "")]
            wanted += [f"{rate['percent']}%" for rate in outcome.get("rates", ())]
            assert [words for words in wanted if squeezed(words).casefold() not in printed] == []
        directions = sum(printed.count(squeezed(words)) for words in {one["direction"] for one in record["outcomes"]})
        assert directions == len(record["outcomes"])


def test_no_interval_stands_in_a_row_that_its_record_does_not_hold(brief: Brief, rows: dict[str, str]) -> None:
    for name, record in brief.trials.items():
        effects = (outcome["effect"] for outcome in record["outcomes"])
        recorded = [tuple(one[key] for key in ("value", "low", "high")) for one in effects if "low" in one]
        printed = [
            tuple(number.replace("\N{MINUS SIGN}", "-") for number in found) for found in INTERVAL.findall(rows[name])
        ]
        assert sorted(printed) == sorted(recorded)


def test_the_rule_by_which_the_trials_were_chosen_stands_beside_their_list(brief: Brief) -> None:
    words = squeezed(brief.screen.texts[TABLE - 1])
    for part in ("How these trials were chosen: randomized", "no systematic search", "a trial may be missing"):
        assert squeezed(part) in words
    assert "injectionintomuscle" in words
    assert all("intravenous" in record["intervention"]["route"] for record in brief.trials.values())


def test_the_table_tells_the_harms_of_every_trial_or_that_nobody_read_them(brief: Brief, rows: dict[str, str]) -> None:
    for name, record in brief.trials.items():
        assert squeezed(f"Harms: {record.get('safety', 'not in what we read of it.')}") in rows[name]
    assert {"safety" in record for record in brief.trials.values()} == {True, False}


def test_every_mark_of_the_plots_stands_at_its_record_s_value_beside_its_words(brief: Brief) -> None:
    effects = [outcome["effect"] for record in brief.trials.values() for outcome in record["outcomes"]]
    recorded = [tuple(float(one[key]) for key in ("low", "value", "high")) for one in effects if "low" in one]
    read = intervals(brief.html)
    assert len(read) == len(recorded) > 3
    for numbers in recorded:
        assert any(got == pytest.approx(numbers, rel=0.02, abs=0.15) for got in read), numbers
    texts = [f"{one['value']} (" for one in effects if "low" in one]
    words, squares = heights(brief.screen.data, PLOTS, texts)
    assert len(squares) == len(recorded)
    for middle in words:
        assert min(abs(middle - square) for square in squares) < 2


def test_the_page_of_plots_names_every_trial_and_every_outcome(brief: Brief) -> None:
    words = squeezed(brief.screen.texts[PLOTS - 1])
    for record in brief.trials.values():
        assert squeezed(record["short"]) in words
        for outcome in record["outcomes"]:
            assert squeezed(outcome["measure"]) in words


def test_every_reference_mark_has_its_reference_and_every_reference_its_mark(brief: Brief) -> None:
    listed = {f"reference-{number}" for number in range(1, len(brief.cited) + 1)}
    marks = [link for link in brief.screen.links if link.target.startswith("reference-")]
    assert {link.to_page for link in marks} == {BACK}
    assert {link.target for link in marks} <= listed
    numbers = {number for element in brief.screen.tree.all("NonStruct", "Link") for number in _numbers(element)}
    assert numbers == set(range(1, len(brief.cited) + 1))
    words = squeezed(brief.screen.texts[BACK - 1])
    for number, source in enumerate(brief.cited, 1):
        assert f"{number}." in words
        assert squeezed(source.cite.DOI or source.cite.title or "").casefold() in words.casefold(), source.name


def _numbers(element: Element) -> set[int]:
    """Return the numbers that a reference mark such as ``1,3–5`` stands for."""
    found: set[int] = set()
    for part in element.text.replace(" ", "").split(","):
        ends = part.split("\N{EN DASH}")
        if all(end.isdigit() for end in ends) and int(ends[-1]) < 100:
            found |= set(range(int(ends[0]), int(ends[-1]) + 1))
    return found


def test_type_is_as_large_as_the_house_asks(brief: Brief) -> None:
    for number, page in enumerate(PdfReader(brief.screen.file.stream).pages, 1):
        sizes: list[tuple[str, float]] = []

        def note(
            text: str, matrix: Any, words: Any, _: Any, size: float, sizes: list[tuple[str, float]] = sizes
        ) -> None:
            if text.strip():
                sizes.append((text.strip(), round(abs(size * words[3] * matrix[3]), 1)))

        page.extract_text(visitor_text=note)
        assert len(sizes) > 20
        small = {
            words: size for words, size in sizes if size < SMALLEST and not re.fullmatch(r"[\d,\N{EN DASH}]+", words)
        }
        assert small == {}
        if number in {FRONT, BACK}:
            assert sum(len(words) for words, size in sizes if size == TEXT) > 900


def test_on_the_front_risks_are_as_large_as_benefits(brief: Brief) -> None:
    sizes: dict[str, float] = {}

    def note(text: str, matrix: Any, words: Any, _: Any, size: float) -> None:
        sizes.setdefault(squeezed(text), abs(size * words[3] * matrix[3]))

    brief.screen.file.pages[FRONT - 1].extract_text(visitor_text=note)
    benefit = next(size for words, size in sizes.items() if words.startswith("Ketamineisnotapproved"))
    assert next(size for words, size in sizes.items() if words.startswith("Knownrisks")) == benefit


def test_every_page_can_be_found_by_its_headings(brief: Brief) -> None:
    pages = [section for section in brief.screen.tree.kids if section.tag == "Sect"]
    assert len(pages) == 4
    heads = [[element.text for element in page.all("H1", "H2", "Caption")] for page in pages]
    assert all(heads)
    assert heads[0][0] == brief.screen.title
