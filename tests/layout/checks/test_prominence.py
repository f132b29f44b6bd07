"""Risks are set as large as benefits, measured on the page."""

from __future__ import annotations

import pytest

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
