"""Outcomes of a trial that are told together: what the model takes, and what it refuses."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from brochures.load.model.studies import Trial

OUTCOME = {"measure": "m", "comparison": "a against b", "effect": {"measure": "direction only"}, "direction": "no difference shown"}  # fmt: skip


def _trial(**named: list[str]) -> Trial:
    return Trial.model_validate(
        {
            "kind": "trial", "short": "A", "cite": {"type": "report", "title": "A"}, "verification": "primary", "design": "d",
            "population": "p", "n": 4, "comparator": "c", "follow_up": "f", "limits": ["small"],
            "intervention": {"drug": "a", "dose": "b", "route": "c", "infusions": "d", "therapy": "e"},
            "outcomes": [{"id": "one", **OUTCOME}, {"id": "two", **OUTCOME}], "together": {"en": named},
        }
    )  # fmt: skip


def test_two_outcomes_of_a_trial_are_told_together() -> None:
    assert _trial(one=["days"], two=["relaps*"]).together == {"en": {"one": ("days",), "two": ("relaps*",)}}


@pytest.mark.parametrize(
    ("named", "says"),
    [
        ({"one": ["days"]}, "two outcomes or more"),
        ({"one": ["days"], "three": ["other"]}, "no outcome has the id 'three'"),
        ({"one": ["days"], "two": []}, "at least 1"),
    ],
)
def test_what_is_told_together_are_outcomes_of_the_trial(named: dict[str, list[str]], says: str) -> None:
    with pytest.raises(ValidationError, match=says):
        _trial(**named)
