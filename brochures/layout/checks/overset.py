"""Overset: what reaches past a region, by how much, where it begins, why, and the smallest edit that fits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from brochures.findings import Finding, codes
from brochures.findings.check import check
from brochures.geometry.box import Box, Side
from brochures.geometry.pages import SIDES, Art, Line, Region
from brochures.layout.checks import smaller_picture
from brochures.layout.checks.subject import Pages, area, counted, named, shown

OVERSET_TOLERANCE = 0.25
"""Overflow up to this is rounding, in pt."""


@dataclass(frozen=True)
class Overset:
    """How far a region's content reaches past one of its sides, in pt; ``lines`` are those that do not fit, ``art`` the worst of the rest."""

    region: Region
    side: Side
    by: float
    lines: tuple[Line, ...]
    art: Art | None

    @property
    def words(self) -> int:
        """How many words do not fit."""
        return sum(line.words for line in self.lines)


def oversets(region: Region) -> Iterator[Overset]:
    """Yield each side of ``region`` that its content reaches past; declared bleed art is not content."""
    lines = [(line, line.box.past(region.box)) for line in region.lines]
    art = [(one, one.box.past(region.box)) for one in region.art]
    for side in SIDES:
        over = [(line, past[side]) for line, past in lines if past[side] > OVERSET_TOLERANCE]
        worst = max(
            ((one, past[side]) for one, past in art if past[side] > OVERSET_TOLERANCE),
            key=lambda pair: pair[1],
            default=None,
        )
        by = max([amount for _, amount in over] + ([worst[1]] if worst else []), default=0.0)
        if by:
            leads = worst is not None and worst[1] >= by - OVERSET_TOLERANCE
            yield Overset(
                region, side, round(by, 1), tuple(line for line, _ in over), worst[0] if leads and worst else None
            )


@check(
    codes.OVERSET,
    looks_for="words, pictures and painted boxes that reach out of their panel, card, field, cell or page",
    source="docs/designers.md, Panels and pages",
)
def overset(pages: Pages) -> Iterator[Finding]:
    """Yield a finding for each side of each region that is overset."""
    for region in pages.sheets.regions:
        for over in oversets(region):
            yield _finding(pages, over)


def _finding(pages: Pages, over: Overset) -> Finding:
    region = over.region
    begins = over.lines[0] if over.lines else _last(region.lines)
    place = pages.place_of(begins) if begins else pages.place_of_block(region.block)
    if over.side in {"left", "right"} and over.lines:
        widest = max(over.lines, key=lambda line: len(_longest(line)))
        place = pages.place_in(widest, _longest(widest))
    amount = f"{named(region)} is overset by {over.by:g} pt at the {over.side}"
    if over.lines and over.side in {"bottom", "top"}:
        amount += f": {counted(len(over.lines), 'line')}, {counted(over.words, 'word')}"
    if over.lines:
        amount += f", from '{shown(over.lines[0].text)}'"
    cause, mend = _cause(pages, over)
    box = _around(over)
    return codes.OVERSET.at(place, f"{amount}; {cause}", mend).on(area(box), region.page)


def _cause(pages: Pages, over: Overset) -> tuple[str, str]:
    """Return the likely cause, and the smallest edit that fits."""
    region, side = over.region, over.side
    across = side in {"left", "right"}
    room = region.box.width if across else region.box.height
    picture = _picture(pages, over)
    if picture is not None:
        size = picture.box.width if across else picture.box.height
        cause = f"a picture is {size:.0f} pt {'wide' if across else 'high'}, the room is {room:.0f}"
        narrow = f"make the picture {ceil(over.by)} pt less wide, or cut words beside it"
        return cause, narrow if across else smaller_picture.mend(pages, region, picture, over.by)
    if across and over.lines:
        word = max((_longest(line) for line in over.lines), key=len)
        widest = max(line.box.width for line in over.lines)
        if widest > region.box.width:
            return (
                f"'{shown(word)}' cannot be broken: its line is {widest:.0f} pt wide, the room is {room:.0f}",
                "print a shorter address that leads to the same page, or give it a wider place"
                if {"@", "/"} & set(word) or "." in word[:-1]
                else "use a shorter word, or write it as two",
            )
        return "it stands outside by its position", "let the style place it inside, or declare it with data-bleed"
    for kept in region.kept:
        if not across and kept.box.height > region.box.height + OVERSET_TOLERANCE:
            return (
                f"a block that is kept together is {kept.box.height:.0f} pt high, the room is {room:.0f}",
                "shorten the block, or let its style break it",
            )
    lines = _to_cut(pages, over)
    words = sum(line.words for line in lines)
    if side == "bottom" and words:
        cut = f"cut about {counted(words, 'word')} here, or move {'them' if words > 1 else 'it'} to another place"
        return "too much text", cut + smaller_picture.beside_words(pages, region, over.by)
    return "it stands outside by its position", "let the style place it inside, or declare it with data-bleed"


def _longest(line: Line) -> str:
    """Return the longest word of ``line``: the one that no other line could hold."""
    return max(line.text.split(), key=len, default="")


def _picture(pages: Pages, over: Overset) -> Art | None:
    """Return the picture that does not fit: the one that reaches out furthest, or the one whose caption does."""
    if over.art is not None and over.art.kind == "image":
        return over.art
    if over.side != "bottom" or not over.lines:
        return None
    return smaller_picture.of_block(over.region, pages.sheets.paragraphs[over.lines[0].paragraph].block)


def _to_cut(pages: Pages, over: Overset) -> Sequence[Line]:
    """Return the lines at the region's end that must go for the rest to fit."""
    lines = over.region.lines
    if not lines:
        return ()
    leading = pages.sheets.paragraphs[lines[-1].paragraph].leading or 1
    return lines[-max(len(over.lines), ceil((over.by - OVERSET_TOLERANCE) / leading)) :]


def _last(lines: Sequence[Line]) -> Line | None:
    return lines[-1] if lines else None


def _around(over: Overset) -> Box:
    """Return the box, on the sheet, of what reaches out; in a region that was turned, the region itself."""
    if over.region.frame is not None:
        return over.region.on_sheet
    boxes = [line.box for line in over.lines] + ([over.art.box] if over.art else [])
    box = boxes[0]
    for other in boxes[1:]:
        box = box.around(other)
    return box
