"""Dots: one for each person who took part in a trial, all alike."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from brochures.load.model.studies import Trial
from brochures.resolve.job import Study

MOST_A_ROW = 33
"""So many circles a row at most, a third of a hundred: no trial that we know leaves one circle alone in its last row."""

LARGEST_PITCH, LEAST_PITCH = 8.5, 6.5
"""How far circles lie apart from center to center, in pt: not more, so that five trials fit a page; not less, so that each is seen."""

STRIP_ROWS = 2
"""How many rows a strip has: in a single one, circles of a trial with a hundred people would be mere points."""

SHARE = 0.8
"""How much of the pitch is circle; the rest parts it from the next."""


@dataclass(frozen=True)
class Dots:
    """The ``centers`` of circles of one ``radius``, row by row from the upper left, in an area of ``width`` by ``height``, in pt."""

    centers: tuple[tuple[float, float], ...]
    radius: float
    width: float
    height: float


def people(studies: Iterable[Study]) -> int:
    """Return how many people took part in the trials together."""
    return sum(study.record.n for study in studies if isinstance(study.record, Trial))


def people_in_rows(count: int, width: float) -> Dots:
    """Return ``count`` circles, 33 a row, or as many as ``width`` pt hold at the least pitch. Circles are whole.

    Raise ``ValueError`` where not one circle fits.
    """
    a_row = min(MOST_A_ROW, int(width / LEAST_PITCH))
    if a_row < 1:
        raise ValueError(f"{width} pt hold no circle")
    return _in_rows(count, a_row, min(LARGEST_PITCH, width / a_row))


def in_a_strip(count: int, pitch: float) -> Dots:
    """Return ``count`` circles in columns of two, ``pitch`` pt from center to center: how long the strip is, tells how many there are."""
    places = (divmod(number, STRIP_ROWS) for number in range(count))
    centers = tuple((round((column + 0.5) * pitch, 2), round((row + 0.5) * pitch, 2)) for column, row in places)
    return Dots(centers, round(pitch * SHARE / 2, 2), round(_columns(count) * pitch, 2), round(STRIP_ROWS * pitch, 2))


def strip_pitch(studies: Iterable[Study], width: float) -> float:
    """Return how far the dots of a strip lie apart, in pt, so that the largest of the trials fills ``width``."""
    most = max((study.record.n for study in studies if isinstance(study.record, Trial)), default=1)
    return round(width / _columns(most), 3)


def _columns(count: int) -> int:
    """Return how many columns of a strip ``count`` circles take."""
    return -(-count // STRIP_ROWS)


def _in_rows(count: int, a_row: int, pitch: float) -> Dots:
    """Return ``count`` circles, ``a_row`` in each row but the last, ``pitch`` pt from center to center."""
    places = (divmod(number, a_row) for number in range(count))
    centers = tuple((round((column + 0.5) * pitch, 2), round((row + 0.5) * pitch, 2)) for row, column in places)
    rows = -(-count // a_row)
    return Dots(centers, round(pitch * SHARE / 2, 2), round(a_row * pitch, 2), round(rows * pitch, 2))
