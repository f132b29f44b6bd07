"""The list under a page: each finding with its number, code and message, wrapped, in one column or two."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from brochures.findings import Finding
from brochures.proofs.canvas import DISC, Board, wrapped
from brochures.proofs.proof_style import Look
from brochures.proofs.subject import Pictured

LEADING = 21
"""From line to line, in px."""

GAP = 14
"""Between two findings, in px."""

MEASURE = 640
"""The longest line, in px: a list is read, not scanned."""

GUTTER = 40
"""Between two columns, in px."""

LEFT = 48
"""Where a single column begins, in px: below the page's own margin."""

INDENT = 2 * DISC + 14
"""How far words stand behind the number, in px."""


@dataclass(frozen=True)
class ListedFinding:
    """One thing to list: its number (0: none), severity, the code that leads it, lines of words, and the place where it is mended."""

    number: int
    severity: str
    code: str
    lines: tuple[str, ...]
    place: str

    @property
    def height(self) -> int:
        """Its height with the gap below it, in px."""
        return LEADING * (1 + len(self.lines)) + GAP


@dataclass(frozen=True)
class Entries:
    """What is listed, in columns of ``width`` px."""

    columns: tuple[tuple[ListedFinding, ...], ...]
    width: int


def entries(look: Look, pictured: Pictured, page: int, width: int) -> Entries:
    """Return the list under ``page`` in ``width`` px; under the first page stands also what lies on no page."""
    found = [(number, one) for number, one in pictured.numbered if one.page == page]
    loose: list[Finding] = []
    counted: Counter[str] = Counter()
    if page == min(pictured.pages):
        loose = [one for one in pictured.loose if one.code not in pictured.waiting or one.is_error]
        counted = Counter(one.code for one in pictured.loose if one not in loose)
    two = width >= 2 * MEASURE * 0.85 and len(found) + len(loose) + len(counted) > 1
    column = (width - GUTTER) // 2 if two else min(width, MEASURE + INDENT)
    listed = [_entry(look, number, one, column) for number, one in [*found, *((0, one) for one in loose)]]
    listed += [
        ListedFinding(0, "warning", code, (f"{number} {pictured.waiting[code]}",), "")
        for code, number in sorted(counted.items())
    ]
    return Entries(_columns(listed, two=two), column)


def height_of(listed: Entries) -> int:
    """Return how high the list is, in px."""
    return max((sum(entry.height for entry in column) for column in listed.columns), default=0)


def draw_entries(board: Board, listed: Entries, top: int) -> None:
    """Draw the list from ``top`` down, its columns across the board's middle or from its left margin."""
    used = len(listed.columns) * (listed.width + GUTTER) - GUTTER
    left = (board.image.width - used) // 2 if len(listed.columns) > 1 else LEFT
    for number, column in enumerate(listed.columns):
        x, y = left + number * (listed.width + GUTTER), top
        for entry in column:
            _draw(board, entry, x, y)
            y += entry.height


def _draw(board: Board, entry: ListedFinding, x: int, y: int) -> None:
    if entry.number:
        board.disc(x + DISC + 1, y + 11, entry.number, entry.severity)
    else:
        board.fill((x + DISC - 4, y + 10, x + DISC + 6, y + 12), "--rule")
    after = board.write(
        x + INDENT, y + 16, entry.code, "bold", size=15, role="--accent" if entry.severity == "error" else "--ink"
    )
    after = board.write(after + 10, y + 16, entry.severity, "text", size=15, role="--ink-soft")
    if entry.place:
        board.write(after + 10, y + 16, entry.place, "text", size=13, role="--ink-soft")
    for row, line in enumerate(entry.lines, 1):
        board.write(x + INDENT, y + 16 + LEADING * row, line)


def _entry(look: Look, number: int, one: Finding, width: int) -> ListedFinding:
    room = width - INDENT
    lines = wrapped(look, one.message, "text", 15, room)
    head = look.font("bold", 15).getlength(one.code) + look.font("text", 15).getlength(one.severity) + 20
    place = wrapped(look, str(one.place), "text", 13, max(round(room - head), 1))
    return ListedFinding(number, str(one.severity), one.code, tuple(lines), place[0] if len(place) == 1 else "")


def _columns(listed: Sequence[ListedFinding], *, two: bool) -> tuple[tuple[ListedFinding, ...], ...]:
    """Return ``listed`` in one column, or in two that are as even as they can be."""
    if not two:
        return (tuple(listed),) if listed else ()
    heights = [entry.height for entry in listed]
    cut = min(range(1, len(listed)), key=lambda at: (max(sum(heights[:at]), sum(heights[at:])), at))
    return tuple(listed[:cut]), tuple(listed[cut:])
