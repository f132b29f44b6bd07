"""Links of the real screen editions, touched where their words stand: PDFium, which shares no code with the writer, finds each."""

from __future__ import annotations

import io
from collections.abc import Iterator
from math import hypot
from typing import Any

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from brochures.preflight.extracted_text import read
from tests.real import RealDocuments

pytestmark = pytest.mark.slow

PIECES = {
    "crisis-card": 9, "evidence-brief": 61, "family-guide": 20, "ketamine-facts": 49, "patient-guide": 200,
    "program-overview": 22, "program-trifold": 29, "referral-packet": 300, "treatment-day-card": 13, "waiting-room-poster": 3,
}  # fmt: skip
"""How many links each has at least."""

NEAR = 8.9
"""Half of 18 pt, which is 24 CSS px, but for what is lost in rounding."""

ROUNDING = 0.01

COMMA = 3
"""How far two areas in one mark are apart at most, in pt."""

ALONG = (0.02, 0.25, 0.5, 0.75, 0.98)
DOWN = (0.05, 0.5, 0.95)
"""Where each run of words is touched, in its own width and height."""


@pytest.mark.parametrize("slug", PIECES)
def test_a_touch_on_any_word_of_a_link_leads_where_it_says(real: RealDocuments, slug: str) -> None:
    data = real.path(f"{slug}.screen").read_bytes()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        meant = dict(_words(pdf))
        assert sum(len(page.obj.get("/Annots", ())) for page in pdf.pages) >= PIECES[slug]
        heights = [float(page.trimbox[3]) for page in pdf.pages]
        rects = {
            (number, *_edges(note.Rect)): _target(note)
            for number, page in enumerate(pdf.pages, 1)
            for note in _links(page)
        }
    document = pypdfium2.PdfDocument(data)
    missed, touched = [], 0
    for run in read(data, look=False):
        if (run.page, run.mark) not in meant:
            continue
        page, top = document[run.page - 1], heights[run.page - 1]
        for x in (run.box.left + run.box.width * share for share in ALONG):
            for y in (top - run.box.top - run.box.height * share for share in DOWN):
                touched += 1
                found = next(
                    (one for where, one in rects.items() if _is_at(where, run.page, _touched(page, x, y))), None
                )
                if found != meant[run.page, run.mark]:
                    missed.append((run.page, run.shown, found))
    document.close()
    assert missed == []
    assert touched >= PIECES[slug] * len(ALONG) * len(DOWN)


@pytest.mark.parametrize("slug", PIECES)
def test_numbers_to_call_and_sources_are_large_or_apart(real: RealDocuments, slug: str) -> None:
    """A circle of 18 pt around the middle of a small area meets no other area and no other circle (WCAG 2.2, 2.5.8), in sentences, too.

    Only what stands inside a mark, such as the dash of 6-8, has no more room than it is wide.
    """
    with pikepdf.open(real.path(f"{slug}.screen")) as pdf:
        pages = [[(_target(note), _edges(note.Rect)) for note in _links(page)] for page in pdf.pages]
    close = [
        (number, target, other)
        for number, links in enumerate(pages, 1)
        for target, area in links
        if target.startswith(("tel:", "sms:", "reference-")) and _is_small(area) and not _is_inside(area, links)
        for other, beside in links
        if other != target
        and (_apart(area, beside) < NEAR or (_is_small(beside) and _between(area, beside) < 2 * NEAR))
    ]
    assert close == []


def _links(page: pikepdf.Page) -> list[Any]:
    return [note for note in page.obj.get("/Annots", ()) if note.Subtype == pikepdf.Name.Link]


def _is_inside(area: tuple[float, ...], links: list[tuple[str, tuple[float, ...]]]) -> bool:
    """Whether other links of the same mark, or the number before it, stand at the left and at the right of ``area``."""
    beside = [one for _, one in links if abs(one[1] + one[3] - area[1] - area[3]) < 2 * COMMA]
    return any(abs(one[2] - area[0]) < COMMA for one in beside) and any(abs(one[0] - area[2]) < COMMA for one in beside)


def _is_small(area: tuple[float, ...]) -> bool:
    return min(area[2] - area[0], area[3] - area[1]) < 2 * NEAR


def _apart(one: tuple[float, ...], other: tuple[float, ...]) -> float:
    x, y = (one[0] + one[2]) / 2, (one[1] + one[3]) / 2
    return hypot(max(other[0] - x, 0, x - other[2]), max(other[1] - y, 0, y - other[3]))


def _between(one: tuple[float, ...], other: tuple[float, ...]) -> float:
    return hypot((other[0] + other[2] - one[0] - one[2]) / 2, (other[1] + other[3] - one[1] - one[3]) / 2)


def _is_at(where: tuple[float, ...], page: int, touched: tuple[float, ...]) -> bool:
    """Whether an area, a page and its edges, is the one that was touched, whose edges PDFium has in single precision."""
    return (
        where[0] == page
        and bool(touched)
        and max(abs(a - b) for a, b in zip(where[1:], touched, strict=True)) < ROUNDING
    )


def _touched(page: Any, x: float, y: float) -> tuple[float, ...]:
    """Return the edges of the link at a point, none where there is none."""
    link, edges = pdfium.FPDFLink_GetLinkAtPoint(page, x, y), pdfium.FS_RECTF()
    if not link or not pdfium.FPDFLink_GetAnnotRect(link, edges):
        return ()
    return _edges((edges.left, edges.bottom, edges.right, edges.top))


def _edges(rect: Any) -> tuple[float, ...]:
    a, b, c, d = map(float, rect)
    return min(a, c), min(b, d), max(a, c), max(b, d)


def _target(note: Any) -> str:
    return str(note.Dest) if "/Dest" in note else str(note.A.URI)


def _words(pdf: pikepdf.Pdf) -> Iterator[tuple[tuple[int, int], str]]:
    """Yield page and mark of all that is inside a link, with where it leads."""
    pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
    waiting: list[tuple[Any, str]] = [(pdf.Root.StructTreeRoot.K[0], "")]
    while waiting:
        element, target = waiting.pop()
        held = [kid.Obj for kid in element.K if isinstance(kid, pikepdf.Dictionary) and "/Obj" in kid]
        notes = [note for note in held if note.Subtype == pikepdf.Name.Link]
        target = _target(notes[0]) if notes else target
        for kid in element.K:
            if not isinstance(kid, pikepdf.Dictionary):
                yield from [((pages[element.Pg.objgen], int(kid)), target)] if target else ()
            elif "/MCID" in kid:
                yield from [((pages[kid.Pg.objgen], int(kid.MCID)), target)] if target else ()
            elif "/S" in kid:
                waiting.append((kid, target))
