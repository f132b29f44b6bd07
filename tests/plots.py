"""Forest plots read back: from the composed HTML, as a reader with a ruler would, and from a page of the finished file."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence
from ctypes import c_uint

import pypdfium2
import pypdfium2.raw as pdfium

SVG = "{http://www.w3.org/2000/svg}"

ROUND, SMALLER_THAN_A_SIGN = 12, 8.2
"""Points of the four curves of which a circle is made; how wide the circle of a person is at most, in pt."""

LINE_OF_A_HOLLOW_SQUARE = 1.2
"""How thick it is, in pt: the bounds of a drawn line reach so much past it in all."""

_LINE = re.compile(r"M([\d.]+) ([\d.]+)H([\d.]+)M")


def drawings(html: str) -> list[ET.Element]:
    """Return every drawing of ``html``."""
    return [ET.fromstring(text) for text in re.findall(r"<svg.*?</svg>", html, re.DOTALL)]  # noqa: S314 our own drawings


def intervals(html: str) -> list[tuple[float, float, float]]:
    """Return low, value and high of every mark of the plots in ``html``, read off the ticks of its own axis."""
    read = []
    for drawing in drawings(html):
        if drawing.get("class") != "forest-plot__drawing":
            continue
        ticks = [
            (float(part.attrib["x"]), float((part.text or "").replace("\N{MINUS SIGN}", "-")))
            for part in drawing.iter(f"{SVG}text")
            if part.get("text-anchor") == "middle"
        ]
        for (left, level, right), square in zip(_lines(drawing), drawing.iter(f"{SVG}rect"), strict=True):
            side = float(square.attrib["height"])
            assert abs(float(square.attrib["y"]) + side / 2 - level) < 0.03, "a square stands on its line"
            middle = float(square.attrib["x"]) + float(square.attrib["width"]) / 2
            low, high = sorted((_value(ticks, left), _value(ticks, right)))  # an axis may run backward
            read.append((low, _value(ticks, middle), high))
    return read


def heights(data: bytes, page: int, texts: Sequence[str]) -> tuple[list[float], list[float]]:
    """Return the middle of each of ``texts`` and of each square drawn on ``page`` (from 1), in pt from the foot of the page."""
    document = pypdfium2.PdfDocument(data)
    try:
        sheet = document[page - 1]
        words = sheet.get_textpage()
        middles = []
        for text in texts:
            index, _ = words.search(text).get_next()
            _, bottom, _, top = words.get_charbox(index)
            middles.append((bottom + top) / 2)
        boxes = [item.get_bounds() for item in sheet.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH])]
        squares = [
            (bottom + top) / 2
            for left, bottom, right, top in boxes
            if 7.9 < top - bottom < 14.1 + LINE_OF_A_HOLLOW_SQUARE and abs((top - bottom) - (right - left)) < 0.05
        ]
        return middles, squares
    finally:
        document.close()


def circles(data: bytes, page: int) -> list[tuple[float, float, tuple[int, ...]]]:
    """Return width, height and colour of each circle of a person on ``page`` (from 1): round, and smaller than a verdict's sign."""
    document = pypdfium2.PdfDocument(data)
    try:
        found = []
        for item in document[page - 1].get_objects([pdfium.FPDF_PAGEOBJ_PATH]):
            left, foot, right, top = item.get_bounds()
            parts = (pdfium.FPDFPath_GetPathSegment(item, n) for n in range(pdfium.FPDFPath_CountSegments(item)))
            curves = [pdfium.FPDFPathSegment_GetType(part) for part in parts].count(pdfium.FPDF_SEGMENT_BEZIERTO)
            if curves == ROUND and 0.5 < right - left < SMALLER_THAN_A_SIGN:
                tone = [c_uint() for _ in range(4)]
                pdfium.FPDFPageObj_GetFillColor(item, *tone)
                found.append((round(right - left, 1), round(top - foot, 1), tuple(one.value for one in tone)))
        return found
    finally:
        document.close()


def _lines(drawing: ET.Element) -> Iterator[tuple[float, float, float]]:
    """Yield the line of each interval: left end, height, right end."""
    for part in drawing.iter(f"{SVG}path"):
        if part.get("stroke-width") == "1":
            found = _LINE.match(part.attrib["d"])
            assert found is not None
            yield float(found[1]), float(found[2]), float(found[3])


def _value(ticks: Sequence[tuple[float, float]], x: float) -> float:
    """Return the value at ``x`` of an axis, read off its two outer ticks."""
    (x0, low), (x1, high) = ticks[0], ticks[-1]
    share = (x - x0) / (x1 - x0)
    return low * (high / low) ** share if low > 0 else low + share * (high - low)
