"""What several processes make first: the largest, editions of a piece together, those of a long packet shared out."""

from __future__ import annotations

from typing import Any, NamedTuple

import pytest

from brochures.production.order_of_work import in_lots


class Sized(NamedTuple):
    slug: str
    html: str


def _lots(processes: int, *files: tuple[str, int]) -> list[str]:
    compositions: Any = [Sized(slug, "x" * size) for slug, size in files]
    lots = in_lots(compositions, processes)
    assert sorted(place for lot in lots for place in lot) == [*range(len(files))]
    return [" ".join(f"{files[place][0]}{files[place][1]}" for place in lot) for lot in lots]


@pytest.mark.parametrize(
    ("processes", "lots"),
    [
        pytest.param(2, ["packet90", "packet70", "card9 card8 card8", "fold5 fold5"], id="two"),
        pytest.param(1, ["packet90", "packet70", "card9 card8 card8", "fold5 fold5"], id="one"),
        pytest.param(8, ["packet90", "packet70", "fold5 fold5", "card9", "card8", "card8"], id="eight"),
    ],
)
def test_the_largest_lot_comes_first_and_a_piece_stays_together_where_it_is_small(
    processes: int, lots: list[str]
) -> None:
    files = (("fold", 5), ("packet", 70), ("card", 9), ("fold", 5), ("card", 8), ("packet", 90), ("card", 8))
    assert _lots(processes, *files) == lots


def test_two_processes_end_at_nearly_the_same_time() -> None:
    sizes = (3, 5, 4, 60, 50, 30, 20, 8, 7, 6)
    ends = [0, 0]
    for lot in _lots(2, *((f"piece{number}-", size) for number, size in enumerate(sizes))):
        ends[ends.index(min(ends))] += sum(int(one.rpartition("-")[2]) for one in lot.split())
    assert sum(sizes) / max(ends) > 1.85
