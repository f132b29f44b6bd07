"""Balance: what a picture of results must hold beside what it wants to show, before any of it is drawn."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from brochures.findings import Finding, Place, codes
from brochures.findings.suggest import near
from brochures.load.catalogue import Entry
from brochures.load.model.figures import ForestPlot, IconArray, OutcomeOf, PeopleInTrials, TrialStrip
from brochures.load.model.statements import Audience
from brochures.load.model.studies import Direction, Outcome, Trial, TrialVerdict

Shelf = Mapping[str, Entry[Any]]
At = Callable[..., Place]

ROLES = ("found", "found_no_difference", "harms")
"""The three lists of an icon array."""

PAIR = 2
"""A result is a comparison: fewer groups than this show nothing."""


Picture = IconArray | ForestPlot | PeopleInTrials | TrialStrip


def weigh(block: Picture, studies: Shelf, audience: Audience, language: str, at: At) -> Iterator[Finding]:
    """Yield what is wrong with a picture of results for ``audience``; ``at`` gives the place of a part of the block.

    Studies that are not on the shelf are passed over: they are told where names are followed.
    """
    match block:
        case ForestPlot():
            yield from _forest(block, studies, audience, at)
        case IconArray():
            yield from _array(block, studies, at)
        case PeopleInTrials():
            yield from _everyone(block.studies, studies, at)
            yield from _in_short(block, studies, language, at)
        case TrialStrip():
            yield from _everyone(block.studies, studies, at)


def _everyone(named: tuple[str, ...], studies: Shelf, at: At) -> Iterator[Finding]:
    """Yield each recent trial that is left out of ``named``, and each of those that is none."""
    recent = {name for name, entry in studies.items() if isinstance(entry.thing, Trial) and entry.thing.recent}
    for number, name in enumerate(named):
        if name in studies and (name not in recent or studies[name].thing.verdict is TrialVerdict.OTHER_DOSE):
            yield codes.NOT_DRAWN.at(
                at("studies", number),
                f"'{name}' is none of the recent trials that compare ketamine with something else",
                "leave it out, or write 'recent: true' in its record where the rule of 'evidence.selection' takes it in",
            )
        if name in named[:number]:
            yield codes.NOT_DRAWN.at(
                at("studies", number),
                f"'{name}' is named twice: its people would be counted twice",
                "leave it out here",
            )
    for name in sorted(recent - set(named)):
        yield codes.NO_COUNTERWEIGHT.at(
            at("studies"), f"'{name}' is a recent trial and is left out: this would not be everyone", f"add {name} here"
        )


def _in_short(block: PeopleInTrials, studies: Shelf, language: str, at: At) -> Iterator[Finding]:
    for number, name in enumerate(block.studies):
        record = studies[name].thing if name in studies else None
        if isinstance(record, Trial) and language not in record.in_short:
            yield codes.NOT_DRAWN.at(
                at("studies", number),
                f"'{name}' has no plain words for a picture in '{language}'",
                f"write 'in_short: {{{language}: {{name: …, found: …}}}}' in its record",
            )


def _array(block: IconArray, studies: Shelf, at: At) -> Iterator[Finding]:
    for role in ROLES:
        for number, pick in enumerate(getattr(block, role)):
            if pick.study in studies:
                yield from _pick(role, pick, studies[pick.study].thing, lambda *step, r=role, n=number: at(r, n, *step))
    shown = {(pick.study, pick.outcome) for pick in block.found_no_difference}
    for study, outcome in _without_difference(studies):
        if (study, outcome.id) not in shown and not outcome.harm and not _lacks(studies[study].thing, outcome):
            yield codes.NO_COUNTERWEIGHT.at(
                at("found_no_difference"),
                f"'{outcome.id}' of '{study}' found no difference, can be drawn, and is left out",
                f"add {{study: {study}, outcome: {outcome.id}}} here",
            )


def _pick(role: str, pick: OutcomeOf, record: Any, at: At) -> Iterator[Finding]:
    if not isinstance(record, Trial):
        yield _not_drawn(at("study"), f"'{pick.study}' is not a trial")
        return
    outcome = record.outcome(pick.outcome)
    if outcome is None:
        known = tuple(one.id for one in record.outcomes)
        yield codes.UNKNOWN_NAME.at(
            at("outcome"), f"'{pick.study}' has no outcome '{pick.outcome}'", near(pick.outcome, known)
        )
        return
    lacks = _lacks(record, outcome)
    if lacks:
        yield _not_drawn(at("outcome"), f"'{outcome.id}' of '{pick.study}' has no {lacks}")
    if role == "found_no_difference" and outcome.direction is not Direction.NO_DIFFERENCE_SHOWN:
        yield codes.NO_COUNTERWEIGHT.at(
            at("outcome"),
            f"'{outcome.id}' of '{pick.study}' is no result without a difference: its record says '{outcome.direction}'",
            "name an outcome whose record says 'no difference shown'",
        )
    if role == "harms" and not outcome.harm:
        yield codes.NO_COUNTERWEIGHT.at(
            at("outcome"),
            f"'{outcome.id}' of '{pick.study}' is no harm",
            "name an outcome whose record says 'harm: true'",
        )


def _lacks(record: Trial, outcome: Outcome) -> str:
    """Return the first thing that ``outcome`` lacks to be drawn as an array, nothing where it lacks nothing."""
    rates = {rate.arm: rate for rate in outcome.rates}
    for arm in outcome.groups or tuple(arm.name for arm in record.arms):
        if arm not in rates:
            return f"rate for the group '{arm}'"
    if len(rates) < PAIR:
        return "rate for a second group"
    for rate in outcome.rates:
        if rate.percent is None and (rate.count is None or rate.of is None):
            return f"rate for the group '{rate.arm}'"
        if record.group(rate) is None:
            return f"number of people for the group '{rate.arm}'"
    return "" if outcome.follow_up else "time at which it was measured (follow_up)"


def _not_drawn(place: Place, message: str) -> Finding:
    return codes.NOT_DRAWN.at(
        place,
        message,
        "draw an outcome whose record gives rate, number of people and time for every group; where there is none, draw nothing",
    )


def _forest(block: ForestPlot, studies: Shelf, audience: Audience, at: At) -> Iterator[Finding]:
    if audience is Audience.PATIENT:
        yield codes.PLOT_FOR_PATIENTS.at(
            at(), "a forest plot stands among words for patients", "say in words what the trials found, or use a table"
        )
    shown: list[Outcome] = []
    for number, name in enumerate(block.studies):
        if name not in studies:
            continue
        record = studies[name].thing
        if not isinstance(record, Trial):
            yield codes.NOT_DRAWN.at(
                at("studies", number), f"'{name}' is not a trial", "leave it out: only trials have outcomes"
            )
            continue
        shown += record.outcomes
        for outcome in record.outcomes:
            missing = "'better: higher' or 'better: lower'" if outcome.better is None else ""
            missing = missing or ("a comparison written as 'one group against another'" if not outcome.sides else "")
            if missing and outcome.effect.low is not None and outcome.effect.high is not None:
                yield codes.NOT_DRAWN.at(
                    at("studies", number),
                    f"'{outcome.id}' of '{name}' has an interval, but not {missing}",
                    "add it to the record, so that both sides of the plot can be labelled",
                )
    others = dict.fromkeys(study for study, _ in _without_difference(studies) if study not in block.studies)
    if others and not any(outcome.direction is Direction.NO_DIFFERENCE_SHOWN for outcome in shown):
        yield codes.NO_COUNTERWEIGHT.at(
            at("studies"),
            "none of these trials has an outcome without a difference, but the records have such trials",
            f"add one that belongs here: {', '.join(others)}",
        )


def _without_difference(studies: Shelf) -> Iterator[tuple[str, Outcome]]:
    for name, entry in studies.items():
        if isinstance(entry.thing, Trial):
            for outcome in entry.thing.outcomes:
                if outcome.direction is Direction.NO_DIFFERENCE_SHOWN:
                    yield name, outcome
