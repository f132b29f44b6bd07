"""Contradictions: records whose parts do not agree with each other: people and groups, counts and shares, years and days.

Only what cannot be true is told: a difference that the record itself explains (``n_note``) is let pass.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from brochures.load.model.sources import Citation, Issued
from brochures.load.model.studies import Outcome, Rate, Trial
from brochures.load.yaml_source import Route

Contradiction = tuple[Route, str]
"""Where in the record, and both of what does not agree."""

HUNDRED = 100

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_PAGES = re.compile(r"(\d+)\s*[-\u2013]\s*(\d+)")
_DOI_ADDRESS = re.compile(r"https?://(?:dx\.)?doi\.org/(.+)", re.IGNORECASE)


def in_trial(trial: Trial) -> Iterator[Contradiction]:
    """Yield what in the numbers of ``trial`` cannot be true together."""
    groups = sum(arm.n for arm in trial.arms)
    if trial.arms and groups != trial.n and trial.n_note is None:
        sum_ = " + ".join(str(arm.n) for arm in trial.arms)
        yield ("n",), f"the trial has {trial.n} people, and its groups have {sum_} = {groups}"
    names = [arm.name for arm in trial.arms]
    for number, name in enumerate(names):
        if name in names[:number]:
            yield (
                ("arms", number, "name"),
                f"two groups are called '{name}', numbers {names.index(name) + 1} and {number + 1}",
            )
    for number, outcome in enumerate(trial.outcomes):
        for route, message in _in_outcome(trial, outcome):
            yield ("outcomes", number, *route), message


def _in_outcome(trial: Trial, outcome: Outcome) -> Iterator[Contradiction]:
    arms = [rate.arm for rate in outcome.rates]
    for number, rate in enumerate(outcome.rates):
        if rate.arm in arms[:number]:
            yield (
                ("rates", number, "arm"),
                f"the group '{rate.arm}' has two rates, numbers {arms.index(rate.arm) + 1} and {number + 1}",
            )
        for field, message in _in_rate(trial, rate):
            yield ("rates", number, field), message
    people = [rate.of for rate in outcome.rates if rate.of is not None]
    if len(set(arms)) == len(people) > 1 and sum(people) > trial.n and trial.n_note is None:
        yield (
            ("rates",),
            f"the rates are of {' + '.join(map(str, people))} = {sum(people)} people, and the trial has {trial.n}",
        )


def _in_rate(trial: Trial, rate: Rate) -> Iterator[tuple[str, str]]:
    group = next((arm.n for arm in trial.arms if arm.name == rate.arm), trial.n)
    whole = rate.of or group
    if rate.of is not None and rate.of > group:
        yield "of", f"the rate is of {rate.of} people, and '{rate.arm}' has {group}"
    if rate.count is not None and rate.count > whole:
        yield "count", f"{rate.count} people had the outcome, and '{rate.arm}' has {whole}"
    if rate.percent is None:
        return
    if not 0 <= rate.percent <= HUNDRED:
        yield "percent", f"{rate.percent}% is no share of a group: one lies between 0 and 100"
    elif (
        rate.count is not None
        and rate.count <= whole
        and (rate.of is not None or rate.arm in {arm.name for arm in trial.arms})
    ):
        exact = Decimal(HUNDRED * rate.count) / whole
        if abs(exact - rate.percent) >= Decimal(1).scaleb(int(rate.percent.as_tuple().exponent)):
            yield "percent", f"{rate.percent}% is written, and {rate.count} of {whole} are {exact:.1f}%"


def in_citation(cite: Citation) -> Iterator[Contradiction]:
    """Yield what in the days, pages and addresses of ``cite`` cannot be true."""
    for name, day in _days(cite):
        for field, message in _in_day(day):
            yield (name, field), message
    if cite.issued and cite.accessed and _last(cite.accessed) < first_day(cite.issued):
        yield ("accessed",), f"it was read in {_spoken(cite.accessed)}, and came out in {_spoken(cite.issued)}"
    pages = _PAGES.fullmatch(cite.page or "")
    if pages and len(pages[1]) == len(pages[2]) and int(pages[1]) > int(pages[2]):
        yield ("page",), f"the pages end on {pages[2]} and begin on {pages[1]}"
    linked = _DOI_ADDRESS.fullmatch(cite.URL or "")
    if linked and cite.DOI and linked[1].casefold() != cite.DOI.casefold():
        yield ("URL",), f"the address leads to the DOI {linked[1]}, and the record has {cite.DOI}"


def not_yet(cite: Citation, today: date) -> Iterator[Contradiction]:
    """Yield the days of ``cite`` that have not come on the day ``today``: a year was mistyped, or the clock of the computer is wrong."""
    for name, day in _days(cite):
        if first_day(day) > today:
            yield (name,), f"'{name}' is {_spoken(day)}, and today is {today}"


def _days(cite: Citation) -> Iterator[tuple[str, Issued]]:
    return ((name, day) for name, day in (("issued", cite.issued), ("accessed", cite.accessed)) if day is not None)


def in_names(name: str, short: str, cite: Citation) -> Iterator[Contradiction]:
    """Yield the years in the name of a record and in what it is called that are not the one in which it came out."""
    if cite.issued is None:
        return
    said = {
        route: (text, years)
        for route, text in (((), name), (("short",), short))
        if (years := _YEAR.findall(text)) and str(cite.issued.year) not in years
    }
    if len(said) > 1:
        yield ("cite", "issued", "year"), f"it came out in {cite.issued.year}, and '{name}' and '{short}' say otherwise"
    else:
        for route, (text, years) in said.items():
            yield route, f"'{text}' says {years[-1]}, and it came out in {cite.issued.year}"


def _in_day(day: Issued) -> Iterator[tuple[str, str]]:
    if day.day is None:
        return
    if day.month is None:
        yield "day", f"there is a day, {day.day}, and no month"
    elif day.day > calendar.monthrange(day.year, day.month)[1]:
        yield (
            "day",
            f"{_spoken(day)} is not in the calendar: that month has {calendar.monthrange(day.year, day.month)[1]} days",
        )


def first_day(day: Issued) -> date:
    """Return the first day that may be meant."""
    month = day.month or 1
    return date(day.year, month, min(day.day or 1, calendar.monthrange(day.year, month)[1]))


def _last(day: Issued) -> date:
    """Return the last day that may be meant."""
    month = day.month or 12
    longest = calendar.monthrange(day.year, month)[1]
    return date(day.year, month, min(day.day or longest, longest))


def _spoken(day: Issued) -> str:
    return "-".join(f"{part:02}" for part in (day.year, day.month, day.day) if part is not None)
