from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from click.testing import Result

from tests.miniature import TODAY, Miniature

Tool = Callable[..., Result]

WATCH = """watch:
  newer-label:
    what: Is there a newer label?
    where: ["https://example.org/label"]
    touches: [program.call]
    by: {by}
    looked: {looked}
"""
LOOKED = "{day: 2026-02-01, by: A. Reader, found: no newer one}"


def _watch(mini: Miniature, by: date, looked: str = LOOKED) -> None:
    mini.write("content/watch.yaml", WATCH.format(by=by, looked=looked))


def _waiver(mini: Miniature, expires: date) -> None:
    mini.write(
        "content/waivers.yaml",
        f"waivers:\n  half:\n    {{code: EDT-201, thing: program.call, reason: Round., expires: {expires}}}\n",
    )


def _found(tool: Tool, days: int) -> list[tuple[str, str, str]]:
    result = tool("stale", "--days", str(days), "--format", "json")
    return [(one["day"], one["kind"], one["state"]) for one in json.loads(result.stdout)]


def test_nothing_due_says_until_when_it_looked(tool: Tool) -> None:
    result = tool("stale")
    assert (result.exit_code, result.stdout) == (0, f"nothing falls due until {TODAY + timedelta(30)}\n")


def test_all_three_kinds_stand_in_one_list_by_date(tool: Tool, mini: Miniature) -> None:
    _watch(mini, date(2026, 12, 31))
    _waiver(mini, date(2027, 1, 1))
    mini.sign_but({"program.call": {"until": date(2026, 12, 30)}})
    result = tool("stale", "--days", "306")
    assert result.exit_code == 0
    assert [line.split()[0] for line in result.stdout.splitlines()[:4]] == [
        "DUE",
        "2026-12-30",
        "2026-12-31",
        "2027-01-01",
    ]
    assert "statement 'program.call' (patient, en)" in result.stdout
    assert "half (EDT-201)" in result.stdout
    assert "content/watch.yaml:2:3" in result.stdout


@pytest.mark.parametrize("kind", ["signature", "to look up", "waiver"])
def test_a_day_counts_from_the_last_that_is_looked_at(tool: Tool, mini: Miniature, kind: str) -> None:
    day = TODAY + timedelta(10)
    if kind == "signature":
        mini.sign_but({"program.call": {"until": day}})
    elif kind == "waiver":
        _waiver(mini, day)
    else:
        _watch(mini, day)
    assert _found(tool, 9) == []
    assert _found(tool, 10) == [(str(day), kind, "due")]


@pytest.mark.parametrize(("kind", "state"), [("to look up", "past due"), ("waiver", "past due")])
def test_what_is_due_today_is_past_due_and_listed_whatever_the_days(
    tool: Tool, mini: Miniature, kind: str, state: str
) -> None:
    if kind == "waiver":
        _waiver(mini, TODAY)
    else:
        _watch(mini, TODAY)
    assert _found(tool, 0) == [(str(TODAY), kind, state)]


def test_what_nobody_has_ever_looked_up_waits_already(tool: Tool, mini: Miniature) -> None:
    _watch(mini, date(2030, 1, 1), "{}")
    assert _found(tool, 0) == [("2030-01-01", "to look up", "never looked up")]


def test_a_piece_that_cannot_be_followed_is_told(tool: Tool, mini: Miniature) -> None:
    mini.replace("content/packets/pack.yaml", "- statement: ketamine.effects", "- statement: ketamine.effect")
    result = tool("stale", "--format", "json")
    assert (result.exit_code, json.loads(result.stdout)) == (1, [])
    assert "RES-101 error" in result.stderr
