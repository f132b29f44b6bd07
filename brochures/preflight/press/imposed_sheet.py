"""The imposed sheet: as it was planned, without a structure, and every copy on it the page that was judged (docs/print.md, Imposition).

PDFium draws each copy by itself, cut out with its bleed and turned back, and the single page beside it; what differs is told.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pypdfium2
from PIL import Image, ImageChops

from brochures.design.imposition import MARK_REACH, mark_distance
from brochures.findings import Finding, Place, codes
from brochures.findings.check import check
from brochures.geometry.pdf_box import PdfBox
from brochures.geometry.units import INCH, ROUNDING
from brochures.preflight.press.subject import ImposedSubject

SCALE = 2
"""Pixels to the pt: enough for half a point of a shift to be seen at every edge."""

DIFFERS = 64
"""How much lighter or darker a pixel must be to be another one, of 255: edges are drawn a little softer when they are turned."""

FAINT = 240
"""How light, of 255, the faintest line of a mark is drawn at that scale."""

SPECKS = 12
"""How many pixels may differ, at that scale."""

_MEND = "build it again with --force; if it stays, report it"


@check(
    codes.IMPOSED_SHEET,
    looks_for="sheets of the wrong size, and trim or bleed boxes that do not go around all copies",
    source="docs/print.md, Imposition",
)
def planned(subject: ImposedSubject) -> Iterator[Finding]:
    """Yield sheets of another size than the printer's, or whose trim is not that of all copies together."""
    parent = subject.made.parent
    height = parent.height
    trim = PdfBox(parent.left, height - parent.foot, parent.right, height - parent.top)
    meant = {"media": PdfBox(0.0, 0.0, parent.width, height), "trim": trim, "bleed": trim.grown(parent.bleed)}
    for number, page in enumerate(subject.file.pages, 1):
        for name, edges in meant.items():
            box = getattr(page, f"{name}box")
            found = PdfBox(*map(float, (box.left, box.bottom, box.right, box.top)))
            if any(abs(one - other) > ROUNDING for one, other in zip(found, edges, strict=True)):
                yield codes.IMPOSED_SHEET.at(
                    Place(), f"the {name} box is {_spoken(found)}, it should be {_spoken(edges)}", _MEND
                ).about(page=number)


@check(
    codes.IMPOSED_SHEET,
    looks_for="tags of the single pages that are left on the sheet",
    source="docs/print.md, Imposition",
)
def untagged(subject: ImposedSubject) -> Iterator[Finding]:
    """Yield what is left of a structure: it would lead to pages that are not in the file."""
    for name in ("/StructTreeRoot", "/MarkInfo"):
        if name in subject.file.root_object:
            yield codes.IMPOSED_SHEET.at(Place(), f"the file still has a {name}", _MEND)
    for number, page in enumerate(subject.file.pages, 1):
        if "/StructParents" in page:
            yield codes.IMPOSED_SHEET.at(Place(), "the page still has a place in a structure", _MEND).about(page=number)


@check(
    codes.IMPOSED_SHEET,
    looks_for="cuts without crop marks at both ends",
    source="docs/print.md, Imposition; docs/print.md, Marks and slug line",
)
def marked(subject: ImposedSubject) -> Iterator[Finding]:
    """Yield cuts without a mark at one of their ends: nobody could cut there."""
    parent = subject.made.parent
    away = mark_distance(parent.bleed) + MARK_REACH / 2
    ends = [
        *(("upright", x, end) for x in parent.upright_cuts for end in (parent.top - away, parent.foot + away)),
        *(("level", y, end) for y in parent.level_cuts for end in (parent.left - away, parent.right + away)),
    ]
    document = pypdfium2.PdfDocument(subject.made.data)
    try:
        for number, page in enumerate(document, 1):
            picture = page.render(scale=SCALE, grayscale=True).to_pil()
            bare = [
                (way, cut)
                for way, cut, end in ends
                if not _ink(picture, *((cut, end) if way == "upright" else (end, cut)))
            ]
            for way, cut in dict.fromkeys(bare):
                yield codes.IMPOSED_SHEET.at(
                    Place("templates/marks.html"),
                    f"the {way} cut at {cut / INCH:.3f} in has no mark at an end",
                    "draw it there",
                ).about(page=number)
    finally:
        document.close()


def _ink(picture: Image.Image, x: float, y: float) -> bool:
    """Whether there is ink within half a point of ``x`` and ``y``, in pt from the top left corner."""
    left, top = round(SCALE * x - 1), round(SCALE * y - 1)
    darkest, _ = picture.crop((left, top, left + 2, top + 2)).getextrema()
    return bool(darkest < FAINT)  # type: ignore[operator]  # one band, so a pair of numbers


@check(
    codes.IMPOSED_COPY,
    codes.IMPOSED_SHEET,
    looks_for="copies that do not look and read like the single page",
    source="docs/print.md, Imposition",
)
def copies(subject: ImposedSubject) -> Iterator[Finding]:
    """Yield copies that look or read otherwise than the page that they are copies of."""
    parent = subject.made.parent
    sheets, singles = pypdfium2.PdfDocument(subject.made.data), pypdfium2.PdfDocument(subject.made.single.data)
    try:
        if len(sheets) != len(singles):
            message = f"there are {len(sheets)} sides for a card with {len(singles)}"
            yield codes.IMPOSED_SHEET.at(Place(), message, _MEND)
            return
        for number, (sheet, single) in enumerate(zip(sheets, singles, strict=True), 1):
            bleed = single.get_bleedbox()
            picture, letters = _cut(single, bleed, turned=False), _letters(single, bleed)
            for turn, copy in enumerate(parent.copies(back=number > 1), 1):
                left, bottom = copy.x - parent.bleed, parent.height - copy.y - parent.card_height - parent.bleed
                edges = PdfBox(left, bottom, left + bleed[2] - bleed[0], bottom + bleed[3] - bleed[1])
                for trouble in _troubles(sheet, edges, picture, letters, turned=copy.turned):
                    yield codes.IMPOSED_COPY.at(
                        Place(), f"copy {turn} of {len(parent.copies(back=False))} {trouble}", _MEND
                    ).about(page=number)
    finally:
        sheets.close()
        singles.close()


def _troubles(sheet: Any, edges: PdfBox, picture: Image.Image, letters: str, *, turned: bool) -> Iterator[str]:
    read = _letters(sheet, edges)
    if read != letters:
        yield (
            f"has {len(read)} letters, the card has {len(letters)}"
            if len(read) != len(letters)
            else "has other letters"
        )
    differs = ImageChops.difference(picture, _cut(sheet, edges, turned=turned))
    count = sum(differs.histogram()[DIFFERS:])
    if count > SPECKS:
        share = 100 * count / (differs.width * differs.height)
        yield f"looks otherwise than the card on {share:.1f} % of its area"


def _cut(page: Any, edges: PdfBox, *, turned: bool) -> Image.Image:
    """Return what ``page`` shows inside of ``edges``, in grays, a pixel less on every side, turned back where it was turned."""
    whole = page.get_cropbox()
    page.set_cropbox(*edges)
    drawn = page.render(scale=SCALE, rotation=180 if turned else 0, grayscale=True).to_pil()
    page.set_cropbox(*whole)
    return drawn.crop((1, 1, drawn.width - 1, drawn.height - 1))  # type: ignore[no-any-return]


def _letters(page: Any, edges: PdfBox) -> str:
    """Return the letters inside of ``edges``, sorted: a page that stands upside down is read in another order."""
    words = page.get_textpage().get_text_bounded(*edges)
    return "".join(sorted("".join(words.split()).replace("\ufffe", "-").replace("\x02", "-")))


def _spoken(edges: PdfBox) -> str:
    return " ".join(f"{edge:.2f}" for edge in edges)
