from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from brochures.load.model.studies import Trial
from brochures.resolve.job import Study


def made(**changes: Any) -> Study:
    """A trial with one outcome; ``outcomes`` and the trial's own fields may be changed."""
    base: dict[str, Any] = {
        "kind": "trial", "short": "Trial, 2020", "cite": {"type": "article-journal", "title": "A trial"},
        "verification": "primary", "limits": ["Small."], "design": "Randomized", "population": "Adults", "n": 40,
        "arms": [{"name": "ketamine", "n": 20}, {"name": "placebo", "n": 20}],
        "intervention": {"drug": "k", "dose": "d", "route": "r", "infusions": "i", "therapy": "t"},
        "comparator": "placebo", "follow_up": "4 weeks",
        "outcomes": [outcome()],
    }  # fmt: skip
    record = Trial.model_validate({**base, **changes})
    return Study(changes.get("short", "trial"), record, ())


def outcome(**changes: Any) -> dict[str, Any]:
    """An outcome with an interval; anything may be changed."""
    return {
        "id": "relapse", "measure": "Relapse", "comparison": "ketamine against placebo", "better": "lower",
        "effect": {"measure": "odds ratio", "value": "0.80", "low": "0.31", "high": "2.10"},
        "direction": "no difference shown", "follow_up": "4 weeks", **changes,
    }  # fmt: skip


@pytest.fixture(name="made")
def _made() -> Callable[..., Study]:
    return made


@pytest.fixture(name="outcome")
def _outcome() -> Callable[..., dict[str, Any]]:
    return outcome
