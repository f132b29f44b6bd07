"""Risks are set as large as benefits, measured on the page."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from brochures.geometry.box import Box
from brochures.geometry.pages import Paragraph, Sheets
from brochures.geometry.passages import Stretch
from brochures.layout.checks.prominence import smaller
from brochures.layout.checks.subject import Pages
from tests.layout.checks.handmade import composed, line, sheet
from tests.miniature import Miniature, errors_of


def _marked(mini: Miniature) -> None:
    mini.replace(
        "content/house/parts.yaml", "fold: {}", "fold: {always: [{part: risks, beside: benefits, not_in: [sources]}]}"
    )
    mini.replace(
        "content/ketamine.yaml",
        "sources: [mini-trial, mini-label]",
        "sources: [mini-trial, mini-label]\n    part: risks",
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
    told = list(smaller(Pages(composition, Sheets((sheet(2, lines=lines),), paragraphs))))
    assert [re.search(r"is ([\d.]+) pt, at 'You may feel'", one.message)[1] for one in told] == found  # type: ignore[index]
    for one, which in zip(told, ("largest", "smallest"), strict=False):
        assert (one.code, one.page, one.area) == ("EDT-403", 2, (0, 0, 90, 12))
        assert one.message == (
            f"the {which} type that says what harm it may do is {size:g} pt, at 'You may feel'; "
            f"the {which} that says what good it may do is 12 pt"
        )
        assert one.help == "set both in the same component or size"
