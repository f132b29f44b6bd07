"""Progress: what a run tells while files are made: which file, how many there are, and what share of the work is behind it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from brochures.compose.html import Composition


class FileTurn(str):
    """The turn of one file, in words: ``fold (screen)``. It is number ``number`` of ``total``; ``share`` of all the work is done, from 0 to 1."""

    __slots__ = ("number", "share", "total")
    number: int
    total: int
    share: float

    @classmethod
    def of(cls, composition: Composition, number: int, total: int, share: float) -> FileTurn:
        """Return the turn of ``composition``."""
        turn = cls(f"{composition.slug} ({composition.name})")
        turn.number, turn.total, turn.share = number, total, share
        return turn


def turns(compositions: Sequence[Composition], *, done: bool) -> Iterator[FileTurn]:
    """Yield the turn of each of ``compositions``, told before it is made, or with ``done`` after that.

    Work is measured by letters of HTML: a packet takes as long as twenty cards.
    """
    whole = sum(len(composition.html) for composition in compositions) or 1
    behind = 0
    for number, composition in enumerate(compositions, 1):
        after = behind + len(composition.html)
        yield FileTurn.of(composition, number, len(compositions), (after if done else behind) / whole)
        behind = after
