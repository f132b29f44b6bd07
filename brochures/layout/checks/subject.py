"""Pages: a composition with its measured sheets, and quick answers about both. Every check of layout reads this."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from brochures.compose.html import Composition
from brochures.compose.typography import letters
from brochures.findings import NOWHERE, Place
from brochures.geometry.box import Box
from brochures.geometry.pages import Line, Region, Sheets
from brochures.resolve.job import Passage
from brochures.resolve.passages import printed, written_at

PARTS = {
    "panel": "the panel",
    "card": "the card",
    "block": "the block",
    "field": "the form field",
    "cell": "the table cell",
    "page": "the text area of page",
    "margin": "the running head or foot",
}
"""What a region is called in a finding, by its kind."""

SHOWN = 8
"""How many words of a text a finding shows."""


@dataclass(frozen=True)
class Pages:
    """The pages of one composition."""

    composition: Composition
    sheets: Sheets

    def place(self, block: str, words: str) -> Place:
        """Return where ``words``, printed in ``block``, are written; where that is not clear, where the block is."""
        found = self._passages.get(block, ())
        wanted = letters(words)
        for length in (len(wanted), 24, 12):
            part = wanted[:length]
            for passage, text in found:
                at = text.find(part) if part else -1
                if at >= 0:
                    return written_at(passage, _offset(printed(passage.words), at))
        return written_at(found[0][0], 0) if found else NOWHERE

    def place_of(self, line: Line) -> Place:
        """Return where the first word of ``line`` is written."""
        return self.place(self.sheets.paragraphs[line.paragraph].block, line.text)

    @cached_property
    def _passages(self) -> dict[str, list[tuple[Passage, str]]]:
        """The passages of each block, ``section-block``, with their letters."""
        found: dict[str, list[tuple[Passage, str]]] = {}
        for passage in self.composition.job.passages:
            if passage.section >= 0:
                key = f"{passage.section}-{passage.block}" if passage.block >= 0 else f"{passage.section}"
                found.setdefault(key, []).append((passage, letters(printed(passage.words))))
        return found


def named(region: Region) -> str:
    """Return what a finding calls ``region``."""
    what = PARTS.get(region.kind, f"the {region.kind}")
    if region.kind == "page":
        return f"{what} {region.page}"
    return f"{what} '{region.name}'" if region.name and region.name != region.kind else what


def shown(text: str) -> str:
    """Return the first words of ``text``, with an ellipsis where more follow."""
    words = text.split()
    cut = " ".join(words[:SHOWN])
    if len(cut) > 60:  # noqa: PLR2004 a 200-letter word is not shown whole
        return f"{cut[:57]}…"
    return f"{cut}…" if len(words) > SHOWN else cut


def area(box: Box) -> tuple[float, float, float, float]:
    """Return ``box`` as a finding keeps it."""
    return box.left, box.top, box.right, box.bottom


def counted(number: int, what: str) -> str:
    """Return ``number`` with ``what``, in the plural where it is not one."""
    return f"{number} {what}{'' if number == 1 else 's'}"


def _offset(text: str, at: int) -> int:
    """Return the offset in ``text`` of its letter or digit numbered ``at``."""
    seen = 0
    for offset, sign in enumerate(text):
        size = len(letters(sign))
        if seen + size > at:
            return offset
        seen += size
    return 0
