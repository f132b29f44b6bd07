"""The stopwatch: how long something takes. It never goes back, as the clock of a computer may, and says nothing of the day."""

from __future__ import annotations

from time import monotonic


def seconds() -> float:
    """Return the seconds since some moment before; what counts is the difference of two of them in one run."""
    return monotonic()
