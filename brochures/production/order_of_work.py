"""Order of work: what several processes make first, and which files one of them makes together.

The largest come first, so that no process is left with a long one when the others have nothing more to do (R. L. Graham, Bounds on multiprocessing timing anomalies,
1969). Editions of one piece go together, since what copyfit took in the first is tried first in the others; but those of a long packet are shared out.
"""

from __future__ import annotations

from collections.abc import Sequence

from brochures.compose.html import Composition

SHARES = 2
"""A piece that is more than one of so many parts of what each process has to do is not made by one of them alone."""


def in_lots(compositions: Sequence[Composition], processes: int) -> list[list[int]]:
    """Return the places of ``compositions`` in lots for ``processes``, the largest lot first. Work is measured by letters of HTML."""
    sizes = [len(one.html) for one in compositions]
    most = sum(sizes) / processes / SHARES
    pieces: dict[str, list[int]] = {}
    for place, one in enumerate(compositions):
        pieces.setdefault(one.slug, []).append(place)
    lots: list[list[int]] = []
    for places in pieces.values():
        whole = sum(sizes[place] for place in places) <= most
        lots += [places] if whole else [[place] for place in places]
    return sorted(lots, key=lambda lot: -sum(sizes[place] for place in lot))
