"""Risks are set as large as benefits, measured on the page."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from brochures.compose.html import Composition
from brochures.compose.passage_numbers import passages_of
from brochures.findings import Finding
from brochures.geometry.box import Box
from brochures.geometry.pages import Line, MeasuredPage, MeasuredPages, Paragraph
from brochures.geometry.passages import Stretch
from brochures.layout.checks.prominence import smaller
from brochures.layout.checks.subject import Pages
from brochures.resolve.job import PrintedStatement
from tests.layout.checks.handmade import composed, line, sheet
from tests.miniature import BOTH_SOURCES, Miniature, errors_of


def _marked(mini: Miniature) -> None:
    mini.replace(
        "content/house/parts.yaml", "fold: {}", "fold: {always: [{part: risks, beside: benefits, not_in: [sources]}]}"
    )
    mini.replace(
        "content/ketamine.yaml",
        BOTH_SOURCES,
        f"{BOTH_SOURCES}\n    part: risks",
    )
    mini.replace("content/program.yaml", "program.call:\n", "program.call:\n    part: benefits\n")


@pytest.mark.parametrize(
    ("style", "found"),
    [
        pytest.param("", [], id="the same size"),
        pytest.param(
            "[data-panel=inside-middle] p, [data-panel=inside-middle] ul { font-size: 10pt; }",
            ["EDT-403"] * 4,
            id="risks smaller",
        ),
        pytest.param("[data-panel=flap] p { font-size: 13pt; }", ["EDT-403"] * 4, id="benefits larger"),
        pytest.param("[data-panel=inside-middle] p { font-size: 13pt; }", [], id="risks larger"),
    ],
)
def test_risks_are_no_smaller_than_benefits_on_the_page(mini: Miniature, style: str, found: list[str]) -> None:
    _marked(mini)
    mini.append("styles/base.css", style + "\n")
    findings = [finding for finding in mini.check("fold") if finding.code == "EDT-403"]
    assert errors_of(findings) == found
    assert all("what harm" in finding.message and finding.page for finding in findings)


CALL = "Call us at {clinic:phone}, or {call:emergency-911}."


@pytest.mark.parametrize(
    ("size", "found"),
    [
        pytest.param(12.0, [], id="as large"),
        pytest.param(11.75, [], id="smaller by a quarter of a pt"),
        pytest.param(11.74, ["11.74"] * 2, id="smaller by a hair more"),
        pytest.param(13.0, [], id="larger"),
    ],
)
def test_sizes_that_differ_by_a_quarter_of_a_pt_look_the_same(mini: Miniature, size: float, found: list[str]) -> None:
    _marked(mini)
    composition = composed(mini)
    blocks = {
        block.content.name: f"{number}-{position}"
        for number, section in enumerate(composition.job.sections)
        for position, block in enumerate(section.blocks)
        if block.component == "statement"
    }
    paragraphs = {
        1: Paragraph(1, "p", (), blocks["ketamine.effects"], 15, size),
        2: Paragraph(2, "p", (), blocks["program.call"], 15, 12),
    }
    numbers = {text.text: number for number, text in enumerate(composition.passages)}
    lines = (
        replace(
            line(Box(0, 0, 90, 12), "You may feel", 1, size=size), stretches=(Stretch(0, numbers["You may feel"]),)
        ),
        replace(line(Box(0, 20, 90, 32), "Call us at", 2), stretches=(Stretch(0, numbers[CALL]),)),
        line(Box(0, 40, 90, 52), "1", 1, size=6),
    )
    told = list(smaller(Pages(composition, MeasuredPages((sheet(2, lines=lines),), paragraphs))))
    assert [re.search(r"is ([\d.]+) pt, at 'You may feel'", one.message)[1] for one in told] == found  # type: ignore[index]
    for one, which in zip(told, ("largest", "smallest"), strict=False):
        assert (one.code, one.page, one.area) == ("EDT-403", 2, (0, 0, 90, 12))
        assert one.message == (
            f"the {which} type that says what harm it may do is {size:g} pt, at 'You may feel'; "
            f"the {which} that says what good it may do is 12 pt"
        )
        assert one.help == "set both in the same component or size"


@pytest.fixture(scope="module")
def marked(tmp_path_factory: pytest.TempPathFactory) -> Composition:
    """The folded piece, in which one statement says what harm there is and another what good."""
    mini = Miniature.copied_to(tmp_path_factory.mktemp("prominence") / "project")
    _marked(mini)
    return composed(mini)


def _line(composition: Composition, part: str, size: float, number: int) -> tuple[Line, str]:
    """Return a line of ``size`` that prints the statement that is marked as ``part``, and the block it stands in."""
    for section, one in enumerate(composition.job.sections):
        for position, block in enumerate(one.blocks):
            for statement in block.things(PrintedStatement):
                if statement.part == part:
                    passage = next(passages_of(statement.wording.lead[0].text))
                    box = Box(10, 20 * number, 110, 20 * number + 15)
                    stretches = (Stretch(0, passage, 0),)
                    return Line(
                        number, box, 90, size, f"{part} at {size}", stretches=stretches
                    ), f"{section}-{position}"
    raise AssertionError(part)


def _found(composition: Composition, *parts: tuple[str, float]) -> list[Finding]:
    """Return what is found where each of ``parts`` is set in a size, one line each, those of risks on page 2."""
    lines = [(part, *_line(composition, part, size, number)) for number, (part, size) in enumerate(parts)]
    paragraphs = {line.paragraph: Paragraph(line.paragraph, "p", (), block, 15, 12) for _, line, block in lines}
    pages = [
        MeasuredPage(
            number, 792, 612, lines=tuple(line for part, line, _ in lines if (part == "risks") is (number == 2))
        )
        for number in (1, 2)
    ]
    return list(smaller(Pages(composition, MeasuredPages(tuple(pages), paragraphs))))


@pytest.mark.parametrize(("size", "told"), [(12.0, 0), (11.75, 0), (11.74, 2)])
def test_a_quarter_of_a_pt_is_the_same_size(marked: Composition, size: float, told: int) -> None:
    assert len(_found(marked, ("benefits", 12.0), ("risks", size))) == told


def test_the_largest_and_the_smallest_type_of_both_are_compared(marked: Composition) -> None:
    found = _found(marked, ("benefits", 12), ("benefits", 20), ("risks", 10), ("risks", 14))
    parts = marked.job.rules.parts
    assert [(one.code, str(one.severity), one.message, one.help, one.page, one.area) for one in found] == [
        (
            "EDT-403",
            "error",
            f"the {which} type that says {parts['risks'].says} is {size:g} pt, at 'risks at {size}'; the {which} that says {parts['benefits'].says} is {other} pt",
            "set both in the same component or size",
            2,
            (10, top, 110, top + 15),
        )
        for which, size, other, top in (("largest", 14, 20, 60), ("smallest", 10, 12, 40))
    ]
    assert {str(one.place).partition(":")[0] for one in found} == {"content/ketamine.yaml"}


def test_where_one_of_the_two_is_not_printed_there_is_nothing_to_compare(marked: Composition) -> None:
    assert _found(marked, ("risks", 6)) == []
    assert _found(marked, ("benefits", 20)) == []


def test_a_part_that_is_wanted_for_a_subject_is_compared_too_and_once(marked: Composition) -> None:
    rules = marked.job.rules
    assert rules.rule is not None
    (need,) = rules.rule.always
    for always, naming, told in (
        ((), {"ketamine": (need,)}, 2),
        ((need,), {"ketamine": (need,)}, 2),
        ((), {}, 0),
        ((need.model_copy(update={"beside": None}),), {}, 0),
        ((need.model_copy(update={"part": "none"}),), {}, 0),
    ):
        rule = rules.rule.model_copy(update={"always": always, "naming": naming})
        composition = replace(marked, job=replace(marked.job, rules=replace(rules, rule=rule)))
        assert len(_found(composition, ("benefits", 12), ("risks", 10))) == told
    no_rule = replace(marked, job=replace(marked.job, rules=replace(rules, rule=None)))
    assert _found(no_rule, ("benefits", 12), ("risks", 10)) == []
