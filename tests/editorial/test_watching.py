"""What may have changed since: when a piece is told of it, and how hard."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from brochures.editorial import editorial, next_change
from brochures.findings import Severity
from brochures.resolve.ticket import resolve
from tests.miniature import TODAY, Miniature

ITEM = """\
watch:
  label:
    what: Is there a newer label?
    where: ["https://www.fda.gov"]
    touches: [{touches}]
    by: {by}
    looked: {looked}
"""
WARNING, ERROR = Severity.WARNING, Severity.ERROR


def _job(mini: Miniature, looked: str, by: str = "2026-03-02", touches: str = "program.outpatient") -> Any:
    whole = f"{{day: {looked}, by: A. Reader, found: none}}" if looked else "{}"
    mini.write("content/watch.yaml", ITEM.format(touches=touches, by=by, looked=whole))
    return resolve(mini.project, mini.load(), "fold")


@pytest.mark.parametrize(
    ("looked", "by", "release", "said"),
    [
        ("", "2026-03-02", False, [(WARNING, "'label' was never looked up: Is there a newer label?")]),
        ("", "2026-03-02", True, [(ERROR, "'label' was never looked up: Is there a newer label?")]),
        ("2026-02-01", "2026-03-02", True, []),
        ("2026-02-01", "2026-03-01", False, [(WARNING, "'label' was to be looked up again by 2026-03-01: Is there a newer label?")]),
        ("2026-03-01", "2026-03-02", True, []),
        ("2026-03-02", "2026-03-09", False, []),
        ("2026-03-02", "2026-03-09", True, [(ERROR, "'label' was not looked up before 2026-03-02, which is not yet: Is there a newer label?")]),
    ],
)  # fmt: skip
def test_when_a_piece_is_told(mini: Miniature, looked: str, by: str, release: bool, said: list[Any]) -> None:  # noqa: FBT001 a case
    found = editorial(_job(mini, looked, by), TODAY, release=release)
    assert [(one.severity, one.message) for one in found if one.code == "REL-401"] == said


def test_a_piece_that_prints_nothing_of_it_is_not_told(mini: Miniature) -> None:
    mini.append("content/ketamine.yaml", "\n  ketamine.spare:\n    kind: advice\n    patient: {en: Rest.}\n")
    found = editorial(_job(mini, "", touches="ketamine.spare"), TODAY)
    assert [one for one in found if one.code == "REL-401"] == []


def test_the_next_change_of_a_piece_is_the_day_under_by(mini: Miniature) -> None:
    assert next_change(_job(mini, "2026-02-01", "2026-03-05"), TODAY) == date(2026, 3, 5)
    assert next_change(_job(mini, "2026-03-03", "2026-03-05"), TODAY) == date(2026, 3, 3)
