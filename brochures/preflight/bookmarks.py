"""Bookmarks of a finished file, held against the headings that were laid out: each is there, once, in its place in the outline and on its page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import hypot
from operator import itemgetter
from typing import Any

from pypdf.generic import DictionaryObject, IndirectObject

from brochures.compose.typography import squeezed
from brochures.findings import Finding, Place, codes
from brochures.findings.check import check
from brochures.geometry.pages import Bookmark, Region
from brochures.layout.checks.subject import shown
from brochures.preflight.composed_roles import is_heading
from brochures.preflight.finished_file import FinishedFile

MOST = 10_000
"""Bookmarks that are followed: an outline may lead back to itself."""

_MEND = "build again with --force; if it stays, report it"


@dataclass(frozen=True)
class OutlineEntry:
    """A bookmark: how deep it stands (0: outermost), its words, and the page that it leads to (0: none)."""

    depth: int
    words: str
    page: int


@check(
    codes.NAVIGATION,
    looks_for="bookmarks that are missing, are called otherwise than their headings, lead to another page, or do something else",
    source="ISO 32000-1, 12.3.3",
)
def bookmarks(opened: FinishedFile) -> Iterator[Finding]:
    """Yield the first bookmark that is not as it was laid out, and each that acts."""
    laid_out = opened.made.sheets.bookmarks
    if laid_out is None:
        return
    held = [*_held(opened)]
    wanted, found = (
        _nested(_as_read(opened, laid_out) if opened.composition.tagged else laid_out),
        [entry for entry, _ in held],
    )
    if not found and not opened.composition.job.format.sides:
        return  # told with the page labels
    for entry, raw in held:
        if "/A" in raw:
            said = f"the bookmark '{shown(entry.words)}' does something else than to lead to a place"
            yield codes.NAVIGATION.at(Place(), said, _MEND)
    for number, (one, other) in enumerate(zip(wanted, found, strict=False), 1):
        if one != other:
            said = f"bookmark {number} is {_in_words(other)}, and was to be {_in_words(one)}"
            yield codes.NAVIGATION.at(Place(), said, _MEND)
            return
    if len(wanted) != len(found):
        yield codes.NAVIGATION.at(Place(), f"the file has {len(found)} bookmarks, and was to have {len(wanted)}", _MEND)


def _as_read(opened: FinishedFile, laid_out: Sequence[Bookmark]) -> list[Bookmark]:
    """Return bookmarks in the order of reading: those of panels panel by panel, wherever each lies on the sheet.

    So the tags have it; in a file without any they stay in the order of the sheet.
    """
    texts = opened.reading.composed.texts
    turns = {said.region: said.turn for said in texts if said.region}
    flow = next((said.turn for said in texts if not said.region), 0)
    panels = opened.made.sheets.panels
    headings: dict[str, list[int]] = {}
    for said in texts:
        if not said.region and said.element is not None and is_heading(said.element):
            headings.setdefault(squeezed(said.shown), []).append(said.turn)

    def turn(mark: Bookmark) -> int:
        own = headings.get(squeezed(mark.words))
        if own:
            return own.pop(0)
        return turns.get(_panel(mark, panels), flow) if any(panel.page == mark.page for panel in panels) else flow

    return [mark for _, mark in sorted(((turn(mark), mark) for mark in laid_out), key=itemgetter(0))]


def _panel(mark: Bookmark, panels: Sequence[Region]) -> str:
    """Return the name of the panel that ``mark`` stands in or nearest to."""
    x, y = mark.at

    def distance(panel: Region) -> float:
        box = panel.on_sheet
        return hypot(max(box.left - x, 0, x - box.right), max(box.top - y, 0, y - box.bottom))

    return min((panel for panel in panels if panel.page == mark.page), key=distance).name


def _nested(laid_out: Sequence[Bookmark]) -> list[OutlineEntry]:
    """Return the entries that bookmarks of these levels make: each stands below the last one before it of a lower level."""
    levels: list[int] = []
    found = []
    for one in laid_out:
        while levels and levels[-1] >= one.level:
            levels.pop()
        found.append(OutlineEntry(len(levels), " ".join(one.words.split()), one.page))
        levels.append(one.level)
    return found


def _held(opened: FinishedFile) -> Iterator[tuple[OutlineEntry, DictionaryObject]]:
    """Yield each bookmark of the file, with its dictionary, in the order in which a reader shows them."""
    outlines: Any = opened.root.get("/Outlines")
    waiting: list[tuple[Any, int]] = [(outlines.get_object().get("/First"), 0)] if outlines is not None else []
    count = 0
    while waiting and count < MOST:
        held, depth = waiting.pop()
        item = held.get_object() if held is not None else None
        if isinstance(item, DictionaryObject):
            count += 1
            yield OutlineEntry(depth, " ".join(str(item.get("/Title", "")).split()), _page(item, opened)), item
            waiting += [(item.get("/Next"), depth), (item.get("/First"), depth + 1)]


def _page(item: DictionaryObject, opened: FinishedFile) -> int:
    place: Any = item.get("/Dest")
    place = place.get_object() if place is not None else None
    if isinstance(place, str):
        named = opened.file.named_destinations.get(place)
        return (opened.file.get_destination_page_number(named) or 0) + 1 if named is not None else 0
    raw = list.__getitem__(place, 0) if isinstance(place, list) and place else None
    return opened.page_numbers.get(raw.idnum, 0) if isinstance(raw, IndirectObject) else 0


def _in_words(entry: OutlineEntry) -> str:
    return (
        f"'{shown(entry.words)}' on page {entry.page}, {entry.depth + 1} deep"
        if entry.page
        else f"'{shown(entry.words)}', which leads nowhere"
    )
