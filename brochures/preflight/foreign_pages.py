"""Foreign pages in the finished file: every page of somebody else's PDF that was to be placed is there, whole, once, in order, in its frame.

All other checks read the file without them (``own_pages``): their words, fonts and outlines are not ours, and were looked at when they came.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import pypdfium2
from PIL import Image, ImageChops
from pypdf import PdfReader
from pypdf.generic import ContentStream, DictionaryObject

from brochures.compose.foreign_pages import ForeignPlace, foreign_places
from brochures.compose.typography import squeezed
from brochures.findings import Finding, Place, codes
from brochures.findings.check import check
from brochures.geometry.box import Box
from brochures.geometry.pdf_box import PdfBox
from brochures.pdf.appended import Trailer, appended, stream_object
from brochures.pdf.file import File
from brochures.pdf.foreign_pages import FORM
from brochures.preflight.finished_file import FinishedFile, dictionaries

SLACK = 1.0
"""How far a page may stand out of its frame, in pt: the engine counts in px."""

SCALE_SLACK = 0.005
"""How far its scale may be from the one that was told, of 1."""

FINE = 2
"""How many pixels a pt has in the pictures of two pages that are compared."""

CELL = 16
"""In pixels: in squares as wide they are compared, so that half a pixel beside the other is no difference."""

DIFFERENT = 24
"""How much lighter or darker such a square may be, of 255: one line of small type has 40 and more."""

DASHES = "\x02\ufffe\N{SOFT HYPHEN}\N{MINUS SIGN}"
"""What PDFium returns for a dash at the end of a line, and a sign that it takes for one."""

_EMPTY = "/Type /XObject /Subtype /Form /BBox [0 0 1 1]"
_MEND = "build again with --force; if it stays, report it with the file"
Matrix = tuple[float, float, float, float, float, float]


@dataclass(frozen=True)
class PlacedSheet:
    """One such page as the file draws it: on which page of ours, from 1, which form (its name and the number of its object), and where."""

    page: int
    name: str
    key: int
    form: DictionaryObject
    matrix: Matrix

    @property
    def box(self) -> PdfBox:
        """Where it stands, in pt from the lower left corner of the page."""
        a, b, c, d, e, f = self.matrix
        edges = PdfBox.of(self.form["/BBox"])  # type: ignore[arg-type]
        points = [(x, y) for x in (edges.left, edges.right) for y in (edges.bottom, edges.top)]
        return PdfBox.around((a * x + c * y + e, b * x + d * y + f) for x, y in points)


@dataclass(frozen=True)
class ForeignPages:
    """What is drawn in the file, beside what was to be."""

    opened: FinishedFile

    @cached_property
    def drawn(self) -> Sequence[PlacedSheet]:
        """Every such page, in the order of pages."""
        return [*_drawn(self.opened.file)]

    @cached_property
    def wanted(self) -> Sequence[ForeignPlace]:
        """What was to be placed, in order."""
        return [*foreign_places(self.opened.composition.job)]

    @property
    def pairs(self) -> Iterator[tuple[ForeignPlace, PlacedSheet]]:
        """Yield what was to be placed with what is drawn in its turn."""
        return zip(self.wanted, self.drawn, strict=False)

    @property
    def moved(self) -> tuple[float, float]:
        """How far what is on every second page was moved, to the right and up in pt."""
        return self.opened.made.moved


def own_pages(made: File, file: PdfReader) -> File:
    """Return ``made`` with its foreign pages emptied; ``file`` is the same file, opened. Nothing else of its bytes is touched."""
    keys = {one.key for one in _drawn(file)}
    if not keys:
        return made
    empty = {key: stream_object(b"", _EMPTY) for key in keys}
    return replace(made, data=made.data + appended(Trailer.of(made.data), empty, bytes(16)))


def _drawn(file: PdfReader) -> Iterator[PlacedSheet]:
    for number, page in enumerate(file.pages, 1):
        held: Any = page.get("/Resources", DictionaryObject()).get_object().get("/XObject", DictionaryObject())
        named = {name: one for name, one in held.get_object().items() if name.startswith(FORM)}
        contents = page.get_contents() if named else None
        for name, matrix in _calls(contents, file) if contents is not None else ():
            if name in named:
                yield PlacedSheet(number, name, held.get_object().raw_get(name).idnum, named[name].get_object(), matrix)


def _calls(contents: Any, file: PdfReader) -> Iterator[tuple[str, Matrix]]:
    """Yield the name of each form or picture that ``contents`` draw, with the matrix that it is drawn by (ISO 32000-1, 8.3.4)."""
    seen: Matrix = (1, 0, 0, 1, 0, 0)
    above: list[Matrix] = []
    for operands, operator in ContentStream(contents, file).operations:
        if operator == b"q":
            above.append(seen)
        elif operator == b"Q" and above:
            seen = above.pop()
        elif operator == b"cm":
            seen = _times(tuple(map(float, operands)), seen)  # type: ignore[arg-type]
        elif operator == b"Do":
            yield str(operands[0]), seen


def _times(one: Matrix, other: Matrix) -> Matrix:
    a, b, c, d, e, f = one
    p, q, r, s, t, u = other
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


@check(
    codes.PLACED_PAGES,
    looks_for="pages of somebody else's PDF that are not in the file, stand there twice or in another order, or look otherwise than in their own file",
    source="docs/staff.md, A notice of your own",
)
def placed(pages: ForeignPages) -> Iterator[Finding]:
    """Yield each page that is not there once, in its turn, as it looks in its file."""
    if len(pages.drawn) != len(pages.wanted):
        said = f"{len(pages.wanted)} pages of somebody else were to be placed, and {len(pages.drawn)} are"
        yield codes.PLACED_PAGES.at(Place(), said, _MEND)
    for turn, (place, one) in enumerate(pages.pairs):
        if turn and one.page <= pages.drawn[turn - 1].page:
            said = f"{_named(place)} stands on a page with another"
            yield codes.PLACED_PAGES.at(Place(), said, _MEND).about(page=one.page)
    mine = pypdfium2.PdfDocument(pages.opened.made.data)
    for place, one in pages.pairs:
        theirs = pypdfium2.PdfDocument(place.data)
        worst = _difference(mine[one.page - 1], one.box, theirs[place.number - 1])
        theirs.close()
        if worst > DIFFERENT:
            said = f"{_named(place)} looks otherwise than in its file: a part of it is {worst} of 255 lighter or darker"
            yield codes.PLACED_PAGES.at(Place(), said, _MEND).about(page=one.page)
    mine.close()


def _difference(page: Any, box: PdfBox, other: Any) -> int:
    """Return how much the lightness of ``box`` on ``page`` differs most from the page ``other``, in squares."""
    left, _, _, top = page.get_trimbox()
    edges = (box.left - left, top - box.top, box.right - left, top - box.bottom)
    seen = page.render(scale=FINE, grayscale=True).to_pil().crop(tuple(round(FINE * edge) for edge in edges))
    drawn = other.render(scale=FINE * box.width / other.get_width(), grayscale=True).to_pil()
    wide, high = min(seen.width, drawn.width), min(seen.height, drawn.height)
    inside = (FINE, FINE, max(wide - FINE, FINE + 1), max(high - FINE, FINE + 1))  # without the hairline around it
    cells = (max(wide // CELL, 1), max(high // CELL, 1))
    both = [one.crop(inside).resize(cells, Image.Resampling.BOX) for one in (seen, drawn)]
    extremes: Any = ImageChops.difference(*both).getextrema()
    return int(extremes[1])


@check(
    codes.PLACED_WORDS,
    looks_for="pages of somebody else's PDF that do not say what their file says",
    source="docs/staff.md, A notice of your own",
)
def words(pages: ForeignPages) -> Iterator[Finding]:
    """Yield each page whose words, read by PDFium in its frame, are not those that were read in its file."""
    document = pypdfium2.PdfDocument(pages.opened.made.data)
    for place, one in pages.pairs:
        box = one.box
        read = document[one.page - 1].get_textpage().get_text_bounded(*box)
        said, meant = _bare(read), _bare(place.words)
        if said != meant:
            at = next(
                (at for at, (a, b) in enumerate(zip(said, meant, strict=False)) if a != b), min(len(said), len(meant))
            )
            message = f"{_named(place)} says '{said[at : at + 30]}' where its file says '{meant[at : at + 30]}'"
            yield codes.PLACED_WORDS.at(Place(), message, _MEND).about(page=one.page)
    document.close()


def _bare(text: str) -> str:
    """Return ``text`` as it compares: without spaces, and without dashes, which PDFium marks otherwise at the end of what it takes for a line."""
    return "".join(sign for sign in squeezed(text) if sign not in DASHES and unicodedata.category(sign) != "Pd")


@check(
    codes.PLACED_FRAME,
    looks_for="pages of somebody else's PDF that stand out of their frame, or are scaled otherwise than was told",
    source="docs/staff.md, A notice of your own",
)
def framed(pages: ForeignPages) -> Iterator[Finding]:
    """Yield each page that is turned, stretched or of another scale, or that leaves the room that the layout has for it."""
    for place, one in pages.pairs:
        a, b, c, d, *_ = one.matrix
        said = ""
        if max(abs(b), abs(c)) > SCALE_SLACK or abs(a - d) > SCALE_SLACK:
            said = f"{_named(place)} is turned or stretched"
        elif abs(a - place.scale) > SCALE_SLACK:
            said = f"{_named(place)} is printed at {a:.1%} of its size, and {place.scale:.1%} was told"
        elif not any(_within(one, region, pages) for region in _rooms(pages, one)):
            said = f"{_named(place)} stands out of the room between head and foot"
        if said:
            mend = "look for a style that changes '.foreign__page'"
            yield codes.PLACED_FRAME.at(Place("styles/components/foreign.css"), said, mend).about(page=one.page)


def _rooms(pages: ForeignPages, one: PlacedSheet) -> Iterator[Box]:
    """Yield the room between head and foot of the page that ``one`` is on."""
    for region in pages.opened.made.sheets.regions:
        if region.kind == "page" and region.page == one.page:
            yield region.box


def _within(one: PlacedSheet, room: Box, pages: ForeignPages) -> bool:
    trim = pages.opened.file.pages[one.page - 1].trimbox
    right, up = pages.moved if one.page % 2 == 0 else (0.0, 0.0)
    box = one.box.moved(-right, -up).from_corner(PdfBox(*map(float, trim)))
    return (
        box.left >= room.left - SLACK
        and box.top >= room.top - SLACK
        and box.right <= room.right + SLACK
        and box.bottom <= room.bottom + SLACK
    )


HARM = ("/AA", "/A", "/JS", "/OC", "/AF", "/StructParents", "/StructParent", "/PieceInfo", "/Ref")
"""Entries that no part of a placed page has: what acts, layers, tags of another document, data of other programs."""


@check(
    codes.PLACED_HARM,
    looks_for="scripts, layers, tags and fonts that are not embedded in placed pages of somebody else's PDF",
    source="ISO 32000-1, 8.11 and 12.6; ISO 14289-1, 7.21.4.1",
)
def harmless(pages: ForeignPages) -> Iterator[Finding]:
    """Yield what of placed pages acts, can be hidden, or would be printed in another font."""
    for place, one in pages.pairs:
        told: dict[str, None] = {}
        for held in dictionaries(one.form):
            told |= dict.fromkeys(f"holds {key}" for key in HARM if key in held)
            described: Any = held.get("/FontDescriptor")
            if described is not None and not any(str(key).startswith("/FontFile") for key in described.get_object()):
                told[f"sets '{str(held.get('/BaseFont', '')).removeprefix('/')}', which is not embedded"] = None
        for said in told:
            yield codes.PLACED_HARM.at(Place(), f"{_named(place)} {said}", _MEND).about(page=one.page)


def _named(place: ForeignPlace) -> str:
    return f"page {place.number} of '{place.name}'"


CHECKS = (placed, words, framed, harmless)
"""The checks of placed pages, in the order of their codes."""
