"""Icon arrays: a rate as so many of 100 people, every group of a trial on the same grid."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from brochures.load.model.studies import Outcome, Rate, Trial
from brochures.resolve.job import Study

HUNDRED = 100
ROW = 10
"""Icons in a row, and rows in a grid."""


@dataclass(frozen=True)
class Group:
    """One group of a trial: ``of_hundred`` of 100 had the outcome, ``people`` were in it, ``count`` of them where on record."""

    name: str
    of_hundred: int
    is_more_than_none: bool
    people: int
    count: int | None


def groups(study: Study, outcome: str) -> tuple[Group, ...]:
    """Return every group of ``outcome``, in the order of the record. All of them: there is no way to ask for one."""
    record = study.record
    found = record.outcome(outcome) if isinstance(record, Trial) else None
    return () if found is None else tuple(_group(record, rate) for rate in found.rates)  # type: ignore[arg-type]


def _group(record: Trial, rate: Rate) -> Group:
    share = exact_share(rate)
    people = record.group(rate)
    if share is None or people is None:
        raise ValueError(f"'{rate.arm}' has no rate or no number of people")
    rounded = int(share.quantize(Decimal(1), ROUND_HALF_UP))
    return Group(rate.arm, rounded, share > 0, people, rate.count)


def exact_share(rate: Rate) -> Decimal | None:
    """Return ``rate`` in per cent: as the trial printed it, or else from its count."""
    if rate.percent is not None:
        return rate.percent
    return None if rate.count is None or rate.of is None else Decimal(HUNDRED * rate.count) / rate.of


def grid(size: float, gap: float) -> tuple[tuple[float, float], ...]:
    """Return the centers of 100 icons of ``size`` pt, ``gap`` pt apart, in the order in which they are filled.

    They fill row by row from the lower left, as a glass fills, so that two grids can be compared at their tops.
    """
    step = size + gap
    return tuple(
        (round(size / 2 + column * step, 2), round(size / 2 + (ROW - 1 - row) * step, 2))
        for row in range(ROW)
        for column in range(ROW)
    )


def outcome_of(study: Study, name: str) -> Outcome | None:
    """Return the outcome called ``name`` of a trial."""
    return study.record.outcome(name) if isinstance(study.record, Trial) else None
