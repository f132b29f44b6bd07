"""Where the links of a finished file are touched: over their words, at their height, none over another, each large enough for a finger."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import hypot
from typing import Any

from pypdf.generic import DictionaryObject, IndirectObject

from brochures.findings import Finding, Place, codes
from brochures.findings.check import check
from brochures.geometry.box import Box
from brochures.geometry.pdf_box import PdfBox
from brochures.preflight.extracted_text import Run
from brochures.preflight.links import target_in_file
from brochures.preflight.text_subject import Reading, marks, page_numbers

LEAST = 18.0
"""How wide and how high a link is to be, in pt: 24 CSS px (WCAG 2.2, 2.5.8)."""

ROUNDING = 0.1
"""What is lost where edges are written in hundredths and added up, in pt."""

HANGING = 1.0
"""How far ink may reach past the area of its link, in pt: the foot of a bracket, the tail of a letter."""

WITHIN = frozenset({"/Span", "/NonStruct", "/Link", "/Reference", "/Lbl"})
"""What stands in a line and not for itself (ISO 32000-1, 14.8.4.4), the number of an item among it."""


@dataclass(frozen=True)
class LinkArea:
    """One area that leads to ``target``. ``link`` is the number of the element of the tree it is of; ``in_words``: it stands in a sentence."""

    target: str
    page: int
    box: Box
    link: int
    in_words: bool

    @property
    def is_small(self) -> bool:
        """Whether it is narrower or lower than ``LEAST``."""
        return min(self.box.width, self.box.height) < LEAST - ROUNDING


@check(
    codes.LINK_AREAS,
    looks_for="links whose areas miss their words, lie over each other, or are too small and too close to touch",
    source="WCAG 2.2, 2.5.8; ISO 32000-1, 12.5.6.5",
)
def areas(reading: Reading) -> Iterator[Finding]:
    """Yield each link that is not found where its words are, that another one covers, or that is too small beside another one."""
    if not reading.pages.composition.linked:
        return
    links = [element for element in reading.tree if element.get("/S") == "/Link"]
    by_page: dict[int, list[LinkArea]] = {}
    for area in _areas(reading, links):
        by_page.setdefault(area.page, []).append(area)
    numbers = page_numbers(reading.file)
    owner = {place: number for number, element in enumerate(links) for place in marks(element, numbers)}
    for run in reading.runs:
        if (run.page, run.mark) in owner:
            yield from _missed(run, owner[run.page, run.mark], by_page.get(run.page, ()))
    for page, found in by_page.items():
        for finding in (*_over_each_other(found), *_too_close(found)):
            yield finding.about(page=page)


def _missed(run: Run, link: int, on_page: Sequence[LinkArea]) -> Iterator[Finding]:
    """Yield that ``run``, words of the ``link`` of this number, is not found where it stands."""
    own = [area for area in on_page if area.link == link]
    over = [area for area in own if area.box.holds_middle(run.box, ROUNDING)]
    if not over:
        where = f"its area is {_size(own[0].box)}, elsewhere" if own else "it has no area on this page"
        yield _finding(f"'{run.shown}' is a link, and {where}").about(page=run.page)
    elif _cuts(
        _together([one.box for one in on_page if one.target == over[0].target and one.box.meets(run.box)]), run.box
    ):
        yield _finding(
            f"'{run.shown}' is a link, {_size(run.box)}, and its area only {_size(over[0].box)}"
        ).about(page=run.page)  # fmt: skip


def _together(boxes: Sequence[Box]) -> Box:
    """Return the box around ``boxes``: the areas of a link that goes on over lines, which lead to one place."""
    return Box(
        min(box.left for box in boxes), min(box.top for box in boxes),
        max(box.right for box in boxes), max(box.bottom for box in boxes),
    )  # fmt: skip


def _cuts(area: Box, words: Box) -> bool:
    return max(words.past(area).values()) > HANGING


def _over_each_other(found: Sequence[LinkArea]) -> Iterator[Finding]:
    for number, one in enumerate(found):
        for other in found[number + 1 :]:
            shared = Box(
                max(one.box.left, other.box.left), max(one.box.top, other.box.top),
                min(one.box.right, other.box.right), min(one.box.bottom, other.box.bottom),
            )  # fmt: skip
            if one.link != other.link and min(shared.width, shared.height) > ROUNDING:
                yield _finding(f"the link to '{other.target}' lies over that to '{one.target}', by {_size(shared)}")


def _too_close(found: Sequence[LinkArea]) -> Iterator[Finding]:
    for one in (area for area in found if area.is_small):
        for other in found:
            if one.link == other.link or one.target == other.target or (one.in_words and other.in_words):
                continue
            apart, least = _apart(one.box, other.box), LEAST / 2
            if other.is_small and _between(one.box, other.box) < LEAST - ROUNDING:
                apart, least = _between(one.box, other.box), LEAST
            if apart < least - ROUNDING:
                said = f"the link to '{one.target}' is {_size(one.box)}, and its middle {apart:.1f} pt from "
                said += f"{'the middle of ' if least == LEAST else ''}the link to '{other.target}'"
                yield _finding(said)
                break


def _finding(said: str) -> Finding:
    return codes.LINK_AREAS.at(Place(), said, "give the words of links more room, or fewer links")


def _size(box: Box) -> str:
    return f"{max(box.width, 0):.1f} x {max(box.height, 0):.1f} pt"


def _middle(box: Box) -> tuple[float, float]:
    return (box.left + box.right) / 2, (box.top + box.bottom) / 2


def _between(one: Box, other: Box) -> float:
    """Return how far the middles of both are apart, in pt."""
    (x, y), (u, v) = _middle(one), _middle(other)
    return hypot(u - x, v - y)


def _apart(one: Box, other: Box) -> float:
    """Return how far the middle of ``one`` is from the nearest point of ``other``, in pt."""
    x, y = _middle(one)
    return hypot(max(other.left - x, 0, x - other.right), max(other.top - y, 0, y - other.bottom))


def _areas(reading: Reading, links: Sequence[DictionaryObject]) -> Iterator[LinkArea]:
    """Yield the area of each annotation that is a link; one that no element holds is of an element of its own."""
    owners = _owners(links)
    sentences: dict[int, bool] = {}
    for number, page in enumerate(reading.file.pages, 1):
        trim = PdfBox.of(page.trimbox)
        for reference in page.get("/Annots", ()):
            annotation = reference.get_object()
            if annotation.get("/Subtype") == "/Link":
                owner = owners.get(reference.idnum, -reference.idnum)
                box = PdfBox.of(annotation["/Rect"]).from_corner(trim)
                in_words = owner >= 0 and _in_words(links[owner], sentences)
                yield LinkArea(target_in_file(annotation), number, box, owner, in_words)


def _owners(links: Sequence[DictionaryObject]) -> Mapping[int, int]:
    """Return which link holds each annotation, by the number of its object."""
    return {
        kid.raw_get("/Obj").idnum: number
        for number, element in enumerate(links)
        for kid in _kids(element)
        if isinstance(kid, DictionaryObject) and "/Obj" in kid
    }


def _in_words(link: DictionaryObject, known: dict[int, bool]) -> bool:
    """Whether the block that ``link`` stands in has words beside links; ``known`` keeps the answers, by the number of the block's object."""
    block = link.raw_get("/P") if "/P" in link else None
    while isinstance(block, IndirectObject) and block.get_object().get("/S") in WITHIN:  # type: ignore[union-attr]
        block = block.get_object().raw_get("/P")  # type: ignore[union-attr]
    if not isinstance(block, IndirectObject):
        return False
    if block.idnum not in known:
        known[block.idnum] = _has_words(block.get_object())
    return known[block.idnum]


def _has_words(element: Any) -> bool:
    """Whether anything in ``element`` is marked that is no link."""
    if not isinstance(element, DictionaryObject):
        return isinstance(element, int)
    if element.get("/S") == "/Link" or "/Obj" in element:
        return False
    return "/MCID" in element or any(_has_words(kid) for kid in _kids(element))


def _kids(element: DictionaryObject) -> list[Any]:
    kids = element.get("/K", [])
    return [kid.get_object() for kid in (kids if isinstance(kids, list) else [kids])]
