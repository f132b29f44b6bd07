"""Contrast of the finished pages: words against their ground, and the edges of fields, as a reader sees them (WCAG 2.2, 1.4.3 and 1.4.11)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import lxml.html

from brochures.compose.typography import squeezed
from brochures.findings import NOWHERE, Finding, Place, codes
from brochures.findings.check import check
from brochures.layout.checks.subject import area, shown
from brochures.preflight.finished_file import FinishedFile
from brochures.preflight.text_looks import DrawnPage, TextLook, finely, ratio

TEXT, LARGE, EDGE = 4.5, 3.0, 3.0
"""The least contrast of words, of large words, and of the edge of a field."""

AROUND = 6.0
"""How far from a field its edge may lie, in pt."""

LEAST_EDGE = 6.0
"""How much of its edge must stand out, in square pt: 12 pt of a line of half a pt."""


@check(
    codes.LOW_CONTRAST,
    looks_for="words of a screen edition that stand out less than 4.5 to 1 from the ground behind them, large ones less than 3 to 1",
    source="WCAG 2.2, 1.4.3",
)
def words(opened: FinishedFile) -> Iterator[Finding]:
    """Yield, once for each page and colour of ground, the first words that hardly stand out."""
    told: set[tuple[int, float]] = set()
    for look in opened.looks:
        least = LARGE if look.is_large else TEXT
        key = look.page, round(look.contrast, 2)
        if look.contrast < least and key not in told:
            told.add(key)
            said = f"'{shown(look.shown)}' ({look.size:g} pt) has a contrast of {_down(look.contrast):g} to 1 with its ground, and needs {least:g}"
            mend = "take a darker role for the words, or a lighter ground"
            yield codes.LOW_CONTRAST.at(_place(opened, look), said, mend).on(area(look.box), look.page)


def _down(contrast: float) -> float:
    """Return a contrast in two digits, never rounded up to what it does not reach."""
    return int(contrast * 100) / 100


def _place(opened: FinishedFile, look: TextLook) -> Place:
    """Return where the words of ``look`` are written."""
    for run in opened.reading.runs:
        if run.page == look.page and look.box.meets(run.box) and run.box.holds_middle(look.box, 1.0):
            return opened.reading.place_of(run)
    return NOWHERE


@check(
    codes.LOW_CONTRAST,
    looks_for="fields to fill in whose box or line stands out less than 3 to 1",
    source="WCAG 2.2, 1.4.11",
)
def edges(opened: FinishedFile) -> Iterator[Finding]:
    """Yield each field around which nothing stands out."""
    widgets = [one for one in opened.annotations if one.kind == "Widget" and one.raw.get("/Rect") is not None]
    for number, drawn in finely(opened.made.data, sorted({one.page for one in widgets})):
        for one in (one for one in widgets if one.page == number):
            rect: Any = one.raw["/Rect"]
            found = _edge(drawn, [float(edge) for edge in rect])
            if found < EDGE:
                name = shown(str(one.raw.get("/TU", "")))
                said = f"nothing around the field '{name}' stands out more than {_down(found):g} to 1, and its edge needs {EDGE:g}"
                yield codes.LOW_CONTRAST.at(NOWHERE, said, "give its box a darker border").about(page=one.page)


@check(
    codes.PALE_PICTURE,
    looks_for="pictures with an alternative text of which nothing stands out 3 to 1",
    source="WCAG 2.2, 1.4.11",
)
def graphics(opened: FinishedFile) -> Iterator[Finding]:
    """Yield each picture that says what it shows and of which nothing stands out from what most of it is."""
    pages = {id(element): page for page, _, element in opened.tree.marks}
    composed = _drawn(opened)
    figures = [
        one
        for one in opened.tree.elements
        if one.role == "Figure" and "/BBox" in one.attributes and squeezed(str(one.raw.get("/Alt", ""))) in composed
    ]
    held = {number: [one for one in figures if pages.get(id(one)) == number] for number in sorted(set(pages.values()))}
    for number, drawn in finely(opened.made.data, [number for number, found in held.items() if found]):
        for one in held[number]:
            found = _most_contrast(drawn, [float(edge) for edge in one.attributes["/BBox"]])
            if found < EDGE:
                words = str(one.raw["/Alt"])
                said = f"nothing of the picture '{shown(words)}' stands out more than {_down(found):g} to 1, and what it shows needs {EDGE:g}"
                place = opened.place_of_element(composed[squeezed(words)])
                yield codes.PALE_PICTURE.at(place, said, "draw what it shows in a darker role").about(page=number)


def _most_contrast(drawn: DrawnPage, box: list[float]) -> float:
    """Return the contrast that so much of what is in ``box`` has at least with what most of it is, in greys."""
    part = drawn.ground(*box)
    if part is None:
        return EDGE
    counts = part.histogram()
    most = counts.index(max(counts))
    rates = sorted(
        ((ratio((most,) * 3, (grey,) * 3), count) for grey, count in enumerate(counts) if count), reverse=True
    )
    seen = 0
    for rate, count in rates:
        seen += count
        if seen >= LEAST_EDGE * drawn.scale**2:
            return rate
    return EDGE


def _drawn(opened: FinishedFile) -> Mapping[str, Any]:
    """Return the pictures of what was composed by their alternative texts, without those that are only room to write in."""
    pictures = lxml.html.document_fromstring(opened.composition.html).iter("svg", "img")
    shown_ones = (one for one in pictures if one.tag == "img" or len(one) > 1)
    return {squeezed(one.get("alt") or one.findtext("title") or ""): one for one in shown_ones}


def _edge(drawn: DrawnPage, rect: list[Any]) -> float:
    """Return the contrast of what stands out most in and around ``rect`` with what most of it is, in greys."""
    x0, y0, x1, y1 = rect
    part = drawn.ground(x0 - AROUND, y0 - AROUND, x1 + AROUND, y1 + AROUND)
    if part is None:
        return 1.0
    counts = part.histogram()
    most = counts.index(max(counts))
    least = LEAST_EDGE * drawn.scale**2
    return max(ratio((most,) * 3, (grey,) * 3) for grey, count in enumerate(counts) if count >= least or grey == most)
