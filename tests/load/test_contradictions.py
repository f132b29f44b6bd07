"""What in a record cannot be true together, with both numbers; and what is only unusual."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from brochures.load.contradictions import in_citation, in_names, in_trial, not_yet
from brochures.load.model.sources import Citation
from brochures.load.model.studies import Trial

TODAY = date(2026, 3, 1)

TRIAL: dict[str, Any] = {
    "kind": "trial",
    "short": "A trial, 2020",
    "cite": {"type": "report", "title": "A trial"},
    "verification": "primary",
    "design": "random",
    "population": "adults",
    "n": 40,
    "arms": [{"name": "one", "n": 18}, {"name": "two", "n": 22}],
    "intervention": {"drug": "a", "dose": "b", "route": "c", "infusions": "d", "therapy": "e"},
    "comparator": "two",
    "follow_up": "4 weeks",
    "limits": ["small"],
}


def _trial(*rates: dict[str, Any], **changes: Any) -> Trial:
    outcome = {
        "id": "relapse",
        "measure": "relapse",
        "comparison": "one against two",
        "effect": {"measure": "direction only"},
        "rates": list(rates),
        "direction": "no difference shown",
    }
    return Trial.model_validate(TRIAL | {"outcomes": [outcome]} | changes)


def _said(trial: Trial) -> list[tuple[str, str]]:
    return [(".".join(map(str, route)), message) for route, message in in_trial(trial)]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        pytest.param({}, [], id="in order"),
        pytest.param({"n": 41}, [("n", "the trial has 41 people, and its groups have 18 + 22 = 40")], id="more than its groups"),
        pytest.param({"n": 39}, [("n", "the trial has 39 people, and its groups have 18 + 22 = 40")], id="fewer than its groups"),
        pytest.param({"n": 41, "n_note": "Enrolled; 40 came."}, [], id="with a word about it"),
        pytest.param({"n": 41, "arms": []}, [], id="without groups"),
        pytest.param(
            {"arms": [{"name": "one", "n": 18}, {"name": "one", "n": 22}]},
            [("arms.1.name", "two groups are called 'one', numbers 1 and 2")],
            id="two groups of one name",
        ),
    ],
)  # fmt: skip
def test_people_are_those_of_the_groups(changes: dict[str, Any], said: list[tuple[str, str]]) -> None:
    assert _said(_trial(**changes)) == said


RATE = "outcomes.0.rates.0."


@pytest.mark.parametrize(
    ("rate", "said"),
    [
        pytest.param({"count": 18}, [], id="all of a group"),
        pytest.param({"count": 19}, [(f"{RATE}count", "19 people had the outcome, and 'one' has 18")], id="one more"),
        pytest.param({"count": 16, "of": 16}, [], id="all who were looked at"),
        pytest.param({"count": 17, "of": 16}, [(f"{RATE}count", "17 people had the outcome, and 'one' has 16")], id="one more than those"),
        pytest.param({"count": 3, "of": 19}, [(f"{RATE}of", "the rate is of 19 people, and 'one' has 18")], id="of more than there are"),
        pytest.param({"percent": "100"}, [], id="everybody"),
        pytest.param({"percent": "100.1"}, [(f"{RATE}percent", "100.1% is no share of a group: one lies between 0 and 100")], id="more than everybody"),
        pytest.param({"percent": "-1"}, [(f"{RATE}percent", "-1% is no share of a group: one lies between 0 and 100")], id="fewer than nobody"),
        pytest.param({"percent": "48.2"}, [], id="a share alone"),
        pytest.param({"count": 6, "of": 18, "percent": "33.3"}, [], id="rounded down"),
        pytest.param({"count": 12, "of": 18, "percent": "66.6"}, [], id="cut off"),
        pytest.param({"count": 12, "percent": "67"}, [], id="of the group"),
        pytest.param({"count": 12, "percent": "68"}, [(f"{RATE}percent", "68% is written, and 12 of 18 are 66.7%")], id="of another count"),
        pytest.param({"count": 12, "percent": "66.8"}, [(f"{RATE}percent", "66.8% is written, and 12 of 18 are 66.7%")], id="off in its last digit"),
        pytest.param({"count": 0, "of": 18, "percent": "0"}, [], id="nobody"),
    ],
)  # fmt: skip
def test_counts_and_shares_are_those_of_their_group(rate: dict[str, Any], said: list[tuple[str, str]]) -> None:
    assert _said(_trial({"arm": "one", **rate})) == said


def test_rates_of_a_trial_without_groups_are_of_all() -> None:
    rates = ({"arm": "one", "count": 41}, {"arm": "two", "count": 3, "percent": "90"})
    assert _said(_trial(*rates, arms=[])) == [(f"{RATE}count", "41 people had the outcome, and 'one' has 40")]
    parts = ({"arm": "one", "of": 20}, {"arm": "two", "of": 21})
    message = "the rates are of 20 + 21 = 41 people, and the trial has 40"
    assert _said(_trial(*parts, arms=[])) == [("outcomes.0.rates", message)]
    assert _said(_trial(*parts, arms=[], n_note="Each was given both.")) == []
    assert _said(_trial(parts[0], {"arm": "two", "of": 20}, arms=[])) == []


def test_a_group_has_one_rate() -> None:
    said = _said(_trial({"arm": "one", "count": 3}, {"arm": "two", "count": 4}, {"arm": "one", "count": 5}))
    assert said == [("outcomes.0.rates.2.arm", "the group 'one' has two rates, numbers 1 and 3")]


@pytest.mark.parametrize(
    ("cite", "said"),
    [
        pytest.param({"issued": {"year": 2024, "month": 2, "day": 29}}, [], id="a leap day"),
        pytest.param({"issued": {"year": 2023, "month": 2, "day": 29}}, [("issued.day", "2023-02-29 is not in the calendar: that month has 28 days")], id="no leap day"),
        pytest.param({"issued": {"year": 2023, "day": 9}}, [("issued.day", "there is a day, 9, and no month")], id="a day of no month"),
        pytest.param({"issued": {"year": 2024, "month": 5}, "accessed": {"year": 2024}}, [], id="read in the year"),
        pytest.param({"issued": {"year": 2024, "month": 5}, "accessed": {"year": 2024, "month": 4}}, [("accessed", "it was read in 2024-04, and came out in 2024-05")], id="read before"),
        pytest.param({"issued": {"year": 2024}, "accessed": {"year": 2023, "month": 12, "day": 31}}, [("accessed", "it was read in 2023-12-31, and came out in 2024")], id="read the day before"),
        pytest.param({"page": "123-130"}, [], id="pages"),
        pytest.param({"page": "123-8"}, [], id="pages cut short"),
        pytest.param({"page": "130–123"}, [("page", "the pages end on 123 and begin on 130")], id="pages backwards"),
        pytest.param({"DOI": "10.1000/ab", "URL": "https://doi.org/10.1000/AB"}, [], id="one address"),
        pytest.param({"DOI": "10.1000/ab", "URL": "https://doi.org/10.1000/ac"}, [("URL", "the address leads to the DOI 10.1000/ac, and the record has 10.1000/ab")], id="two addresses"),
        pytest.param({"DOI": "10.1000/ab", "URL": "https://example.org/10.1000/ac"}, [], id="an address of its own"),
    ],
)  # fmt: skip
def test_days_pages_and_addresses_of_a_citation_agree(cite: dict[str, Any], said: list[tuple[str, str]]) -> None:
    record = Citation.model_validate({"type": "report", "title": "A report", **cite})
    assert [(".".join(map(str, route)), message) for route, message in in_citation(record)] == said


@pytest.mark.parametrize(
    ("name", "short", "said"),
    [
        ("smith-2020-trial", "Smith 2020", []),
        ("smith-trial", "Smith, of 20201 patients", []),
        ("smith-2020-trial", "Smith, data of 2019 and 2020", []),
        ("smith-2019-trial", "Smith 2020", [("", "'smith-2019-trial' says 2019, and it came out in 2020")]),
        ("smith-2020-trial", "Smith 2019", [("short", "'Smith 2019' says 2019, and it came out in 2020")]),
        ("smith-2019", "Smith 2019", [("cite.issued.year", "it came out in 2020, and 'smith-2019' and 'Smith 2019' say otherwise")]),
    ],
)  # fmt: skip
def test_a_year_in_a_name_is_the_year_of_the_record(name: str, short: str, said: list[tuple[str, str]]) -> None:
    cite = Citation.model_validate({"type": "report", "title": "A report", "issued": {"year": 2020}})
    assert [(".".join(map(str, route)), message) for route, message in in_names(name, short, cite)] == said
    assert [*in_names(name, short, cite.model_copy(update={"issued": None}))] == []


@pytest.mark.parametrize(
    ("cite", "said"),
    [
        pytest.param({"issued": {"year": 2026}}, [], id="this year"),
        pytest.param({"issued": {"year": 2026, "month": 3, "day": 1}}, [], id="today"),
        pytest.param({"issued": {"year": 2026, "month": 3, "day": 2}}, [("issued", "'issued' is 2026-03-02, and today is 2026-03-01")], id="tomorrow"),
        pytest.param({"issued": {"year": 2026, "month": 4}}, [("issued", "'issued' is 2026-04, and today is 2026-03-01")], id="next month"),
        pytest.param({"accessed": {"year": 2027}}, [("accessed", "'accessed' is 2027, and today is 2026-03-01")], id="read next year"),
    ],
)  # fmt: skip
def test_a_day_to_come_is_told(cite: dict[str, Any], said: list[tuple[str, str]]) -> None:
    record = Citation.model_validate({"type": "report", "title": "A report", **cite})
    assert [(".".join(map(str, route)), message) for route, message in not_yet(record, TODAY)] == said
