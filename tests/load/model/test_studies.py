"""Outcomes of a trial: which are told together, and which way all of its main ones point."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from brochures.load.model.studies import Trial, TrialVerdict

OUTCOME = {"measure": "m", "comparison": "a against b", "effect": {"measure": "direction only"}, "direction": "no difference shown"}  # fmt: skip


TRIAL = {
    "kind": "trial", "short": "A", "cite": {"type": "report", "title": "A"}, "verification": "primary", "design": "d",
    "population": "p", "n": 4, "comparator": "c", "follow_up": "f", "limits": ["small"],
    "intervention": {"drug": "a", "dose": "b", "route": "c", "infusions": "d", "therapy": "e"},
    "outcomes": [{"id": "one", **OUTCOME}, {"id": "two", **OUTCOME}],
}  # fmt: skip


def _trial(**named: list[str]) -> Trial:
    return Trial.model_validate({**TRIAL, "together": {"en": named}})


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


KETAMINE, NONE, DOSE, SESSIONS = "favors ketamine", "no difference shown", "favors higher dose", "favors more sessions"


@pytest.mark.parametrize(
    ("main", "others", "verdict"),
    [
        ((KETAMINE, KETAMINE), (), TrialVerdict.BETTER), ((NONE, NONE), (), TrialVerdict.NO_DIFFERENCE), ((KETAMINE, NONE), (), TrialVerdict.MIXED),
        ((KETAMINE,), (NONE,), TrialVerdict.BETTER), ((NONE,), (KETAMINE,), TrialVerdict.NO_DIFFERENCE), ((), (KETAMINE, NONE), TrialVerdict.MIXED),
        ((DOSE,), (KETAMINE,), TrialVerdict.OTHER_DOSE), ((SESSIONS, NONE), (), TrialVerdict.OTHER_DOSE),
    ],
)  # fmt: skip
def test_a_trial_points_where_all_of_its_main_outcomes_do(
    main: tuple[str, ...], others: tuple[str, ...], verdict: TrialVerdict
) -> None:
    named = [(one, True) for one in main] + [(one, False) for one in others]
    outcomes = [
        {**OUTCOME, "id": f"o{number}", "direction": one, "primary": primary}
        for number, (one, primary) in enumerate(named)
    ]
    assert Trial.model_validate({**TRIAL, "outcomes": outcomes}).verdict is verdict
