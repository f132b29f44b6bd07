"""Axes: where a value stands on a line, and which values are written below it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from math import exp, log

STEPS = (Decimal(1), Decimal(2), Decimal(5))
"""Ticks stand at these and at their tenfolds, so that any reader can count on from one to the next."""

MOST_SPACES = 6
"""More spaces between ticks than this would crowd the labels of an axis in a column."""


@dataclass(frozen=True)
class Axis:
    """A straight or logarithmic axis, ``width`` pt long, from its first tick to its last. ``level`` is where nothing differs.

    A ``mirrored`` axis has its first tick at the right: its values are the same, only their order on the page is turned. Its left
    end stands ``start`` pt from the left of its drawing.
    """

    ticks: tuple[Decimal, ...]
    level: Decimal
    width: float
    mirrored: bool = False
    start: float = 0.0

    @property
    def is_log(self) -> bool:
        """Whether equal ratios take equal room: then a half and a double are as far from 1."""
        return self.level == 1

    @property
    def labels(self) -> tuple[tuple[str, float], ...]:
        """Each tick as it is written, and where: ``20`` and never ``2E+1``."""
        return tuple((f"{tick:f}", self.x(tick)) for tick in self.ticks)

    def x(self, value: Decimal) -> float:
        """Return where ``value`` stands, in pt from the left of the drawing."""
        low, high = self._scaled(self.ticks[0]), self._scaled(self.ticks[-1])
        share = (self._scaled(value) - low) / (high - low)
        return round(self.start + (1 - share if self.mirrored else share) * self.width, 2)

    def value(self, x: float) -> float:
        """Return the value that stands at ``x``: the way back, for whoever checks a drawing against its record."""
        low, high = self._scaled(self.ticks[0]), self._scaled(self.ticks[-1])
        share = (x - self.start) / self.width
        scaled = low + (1 - share if self.mirrored else share) * (high - low)
        return exp(scaled) if self.is_log else scaled

    @property
    def reach(self) -> tuple[float, float]:
        """How far the axis goes to the left and to the right of its level, in the units that are drawn equally long."""
        first, level, last = (self._scaled(value) for value in (self.ticks[0], self.level, self.ticks[-1]))
        return (last - level, level - first) if self.mirrored else (level - first, last - level)

    def _scaled(self, value: Decimal) -> float:
        return log(value) if self.is_log else float(value)


def ratio_axis(values: Sequence[Decimal], width: float) -> Axis:
    """Return a logarithmic axis that holds ``values`` and 1, with ticks at 1, 2, 5 and their tenfolds and tenths.

    Raise ``ValueError`` where a value is not above 0.
    """
    low, high = min(*values, Decimal(1)), max(*values, Decimal(1))
    if low <= 0:
        raise ValueError(f"{low} is no ratio")
    tenfolds = range(low.adjusted() - 1, high.adjusted() + 2)
    series = [step.scaleb(power) for power in tenfolds for step in STEPS]
    first = max(tick for tick in series if tick <= low)
    last = min(tick for tick in series if tick >= high)
    if first == last:
        first, last = Decimal("0.5"), Decimal(2)
    return Axis(tuple(tick for tick in series if first <= tick <= last), Decimal(1), width)


def difference_axis(values: Sequence[Decimal], width: float) -> Axis:
    """Return a straight axis that holds ``values`` and 0, with round ticks at equal distances."""
    low, high = min(*values, Decimal(0)), max(*values, Decimal(0))
    span = high - low or Decimal(1)
    tenfolds = range(span.adjusted() - 1, span.adjusted() + 2)
    for step in (step.scaleb(power) for power in tenfolds for step in STEPS):
        first = (low / step).to_integral_value(ROUND_FLOOR)
        last = (high / step).to_integral_value(ROUND_CEILING)
        if last - first <= MOST_SPACES:
            break
    return Axis(tuple(number * step for number in range(int(first), int(max(last, first + 1)) + 1)), Decimal(0), width)


def level_share(groups: Iterable[Sequence[Axis]]) -> float:
    """Return at which share of their width the levels of all axes are to stand: half-way between the outermost that they would have.

    Axes of one group have one scale.
    """
    shares = [left / (left + right) for left, right in map(_reach, groups)]
    return (min(shares) + max(shares)) / 2


def in_line(axes: Sequence[Axis], share: float, width: float) -> tuple[Axis, ...]:
    """Return ``axes`` on one scale, each with its level at ``share`` of ``width``: one ends before the drawing does that needs no more."""
    left, right = _reach(axes)
    scale = min(share * width / left if left else width, (1 - share) * width / right if right else width)
    return tuple(
        replace(axis, start=share * width - axis.reach[0] * scale, width=sum(axis.reach) * scale) for axis in axes
    )


def _reach(axes: Sequence[Axis]) -> tuple[float, float]:
    return max(axis.reach[0] for axis in axes), max(axis.reach[1] for axis in axes)
