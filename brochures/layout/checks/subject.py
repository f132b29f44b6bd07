"""The subject of the checks of layout: a composition with its measured pages, and quick answers about both. Every check of layout reads this."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from brochures.compose.html import Composition
from brochures.compose.passage_numbers import FACTS, place_of
from brochures.findings import NOWHERE, Place
from brochures.geometry.box import Box
from brochures.geometry.pages import Line, MeasuredPages, Region
from brochures.geometry.passages import Origin, cut, letters, origins

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

_LAST = {FACTS: 1, "content/labels.yaml": 2}
"""Where words are written that stand beside those of a writer: facts about the clinic, and what says which fact it is."""

SHOWN = 8
"""How many words of a text a finding shows."""


@dataclass(frozen=True)
class Pages:
    """The pages of one composition."""

    composition: Composition
    sheets: MeasuredPages

    def written(self, origin: Origin) -> Place:
        """Return where the letter at ``origin`` is written."""
        return place_of(origin, self.composition.passages)

    def place_of(self, line: Line) -> Place:
        """Return where the first word of ``line`` is written, the block's place where it has none that anybody wrote.

        Where a writer's words stand beside a fact about the clinic, theirs is the place, and that of a fact beside its label.
        """
        places = [self.written(one) for one in origins(line.stretches)]
        if not places:
            return self.place_of_block(self.sheets.paragraphs[line.paragraph].block)
        return min(places, key=lambda place: _LAST.get(place.file, 0))

    def place_in(self, line: Line, words: str) -> Place:
        """Return where ``words``, which ``line`` holds, are written, or as much of them as it holds; else the place of the line."""
        seen, wanted = letters(line.text), letters(words)
        held = next((size for size in range(len(wanted), 0, -1) if seen.endswith(wanted[:size])), 0)
        start = seen.find(wanted) if wanted in seen else len(seen) - held
        first = next(origins(cut(line.stretches, start, start + 1)), None) if wanted in seen or held else None
        return self.written(first) if first else self.place_of(line)

    def place_of_block(self, block: str) -> Place:
        """Return where the first words of ``block``, ``section-block``, are written; nowhere where it has none."""
        return self._blocks.get(block, NOWHERE)

    @cached_property
    def _blocks(self) -> dict[str, Place]:
        """The place of each block that has words."""
        found: dict[str, Place] = {}
        for passage in self.composition.job.passages:
            if passage.section >= 0:
                key = f"{passage.section}-{passage.block}" if passage.block >= 0 else f"{passage.section}"
                found.setdefault(key, passage.writing.place(0))
        return found


def place_of_part(pages: Pages, number: int) -> Place:
    """Return where the part ``number`` of a piece that flows is titled; that of the piece for what stands before its first part."""
    found = pages.place_of_block(str(number))
    return pages.composition.job.place if found == NOWHERE else found


def named(region: Region) -> str:
    """Return what a finding calls ``region``."""
    what = PARTS.get(region.kind, f"the {region.kind}")
    if region.kind == "page":
        return f"{what} {region.page}"
    return f"{what} '{region.name}'" if region.name and region.name != region.kind else what


UNSEEN = dict.fromkeys(map(ord, "\N{WORD JOINER}\N{ZERO WIDTH SPACE}"))
"""What is set into words to say where their lines may end, and is not seen."""


def shown(text: str) -> str:
    """Return the first words of ``text``, with an ellipsis where more follow."""
    words = text.translate(UNSEEN).split()
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
