"""Columns: how the blocks of a panel stand, across its whole width or in columns, for document types that name which do what."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import groupby

from brochures.resolve.job import ResolvedBlock

IN_A_ROW = 2
"""How many columns stand side by side in a row."""


@dataclass(frozen=True)
class Strip:
    """What stands between what is above and what is below it: blocks in the whole width, or columns of blocks side by side."""

    whole: tuple[ResolvedBlock, ...] = ()
    columns: tuple[tuple[ResolvedBlock, ...], ...] = ()


def flowing(blocks: Sequence[ResolvedBlock], spanning: Collection[str]) -> tuple[Strip, ...]:
    """Return ``blocks`` with those of components in ``spanning`` across the panel, the others in one text that flows in columns."""
    if not spanning:
        return (Strip(whole=tuple(blocks)),)
    found = groupby(blocks, key=lambda block: block.component in spanning)
    return tuple(Strip(whole=tuple(group)) if spans else Strip(columns=(tuple(group),)) for spans, group in found)


def paired(blocks: Sequence[ResolvedBlock], spanning: Collection[str], beginning: Collection[str]) -> tuple[Strip, ...]:
    """Return ``blocks`` in rows of two columns. A component in ``beginning`` begins a column, one in ``spanning`` ends the row.

    What comes before the first column, or after a row that has ended, takes the whole width.
    """
    strips: list[Strip] = []
    columns: list[list[ResolvedBlock]] = []
    for block in blocks:
        begins = block.component in beginning
        if columns and (block.component in spanning or (begins and len(columns) == IN_A_ROW)):
            strips.append(_row(columns))
            columns = []
        if begins:
            columns.append([block])
        elif columns:
            columns[-1].append(block)
        else:
            strips.append(Strip(whole=(block,)))
    return (*strips, _row(columns)) if columns else tuple(strips)


def _row(columns: Sequence[Sequence[ResolvedBlock]]) -> Strip:
    return Strip(columns=tuple(map(tuple, columns)))
