"""File difference: two finished files of one piece page by page: which words went and came, where on the page something looks different."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops, ImageFilter

from brochures.design.format_files import read_format
from brochures.design.formats import Format
from brochures.findings import NOWHERE, BrochureError
from brochures.geometry.units import INCH

__all__ = ["FileDifference", "Format", "Hunk", "PageDifference", "changes", "file_difference", "form_of"]

PPI = 80
"""Pixels to the inch at which pages are compared and shown."""

SEEN = 24
"""A pixel is another one where one of its colours is off by more, of 255: less is the edge of a letter that lies a hair off."""

NEAR = 9
"""Pixels around a changed one that are marked with it; an odd number."""

SLACK = 1.0
"""In pt: a page may be so far from the size of its format and is still laid out by it."""

MARK = (196, 60, 20)
"""The colour of what changed: sRGB."""


@dataclass(frozen=True)
class Hunk:
    """Words that went and words that came in their place; ``panel`` where they stood or stand, empty where it is not known."""

    panel: str
    gone: tuple[str, ...]
    come: tuple[str, ...]


@dataclass(frozen=True)
class PageDifference:
    """One page before and after, by its number from 1; None where there is no such page. ``panels`` are those that look different.

    ``share`` is the share of its pixels that changed, from 0 to 1; the pictures are PNG files, empty where there is no page.
    """

    before: int | None
    after: int | None
    hunks: tuple[Hunk, ...] = ()
    panels: tuple[str, ...] = ()
    share: float = 0.0
    old: bytes = b""
    new: bytes = b""


@dataclass(frozen=True)
class FileDifference:
    """How many pages a file had and has, and each page that is not what it was."""

    pages: tuple[int, int]
    changed: tuple[PageDifference, ...]

    @property
    def gone(self) -> int:
        """How many words went."""
        return sum(len(hunk.gone) for page in self.changed for hunk in page.hunks)

    @property
    def come(self) -> int:
        """How many words came."""
        return sum(len(hunk.come) for page in self.changed for hunk in page.hunks)


Columns = tuple[tuple[str, float, float], ...]
"""The panels of a page, each with where it begins and ends, in pt from the left; none where it is one."""


@dataclass(frozen=True)
class ReadPage:
    """One page as it is read: the words of each panel, and its picture."""

    words: tuple[tuple[str, tuple[str, ...]], ...]
    image: Image.Image
    columns: Columns

    @property
    def text(self) -> tuple[str, ...]:
        """All its words."""
        return tuple(word for _, words in self.words for word in words)


def file_difference(before: bytes, after: bytes, form: Format | None = None) -> FileDifference:
    """Return what is different between two files of one piece; ``form`` is its format, by which panels are told apart.

    Raise ``ValueError`` where one of them cannot be opened.
    """
    old, new = [*_pages(before, form)], [*_pages(after, form)]
    changed = []
    for one, other in _aligned(old, new):
        found = _compared(old, new, one, other)
        if found is not None:
            changed.append(found)
    return FileDifference((len(old), len(new)), tuple(changed))


def form_of(styles: Path, name: str) -> Format | None:
    """Return the format of this name, as ``styles`` have it; None where they have none."""
    try:
        return read_format(styles / "formats", name, NOWHERE)
    except BrochureError:
        return None


def _pages(data: bytes, form: Format | None) -> Iterator[ReadPage]:
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as wrong:
        raise ValueError(str(wrong)) from wrong
    try:
        for number in range(len(document)):
            page = document[number]
            columns = _columns(page, number, form)
            text = page.get_textpage()
            image = page.render(scale=PPI / INCH).to_pil().convert("RGB")
            yield ReadPage(tuple(_words(text, page, columns)), image, columns)
    finally:
        document.close()


def _columns(page: pypdfium2.PdfPage, number: int, form: Format | None) -> Columns:
    """Return the panels of a page that is a side of ``form`` at its own size."""
    if form is None or number >= len(form.sides) or abs(page.get_width() - form.width) > SLACK:
        return ()
    panels = form.sides[number].panels
    return tuple((panel.name, panel.x, panel.x + panel.width) for panel in panels)


def _words(
    text: pypdfium2.PdfTextPage, page: pypdfium2.PdfPage, columns: Columns
) -> Iterator[tuple[str, tuple[str, ...]]]:
    width, height = page.get_size()
    for name, left, right in columns or (("", 0.0, width),):
        found = (
            text.get_text_bounded(left=left, bottom=0, right=right, top=height) if columns else text.get_text_range()
        )
        yield name, tuple(found.replace("\ufffe", "").split())


def _aligned(old: Sequence[ReadPage], new: Sequence[ReadPage]) -> Iterator[tuple[int | None, int | None]]:
    """Yield which page became which, by their words: pages between two that stayed are taken in turn."""
    matcher = SequenceMatcher(None, [page.text for page in old], [page.text for page in new], autojunk=False)
    for _, begin, end, start, stop in matcher.get_opcodes():
        for step in range(max(end - begin, stop - start)):
            one, other = begin + step, start + step
            yield one if one < end else None, other if other < stop else None


def _compared(
    old: Sequence[ReadPage], new: Sequence[ReadPage], one: int | None, other: int | None
) -> PageDifference | None:
    before = None if one is None else old[one]
    after = None if other is None else new[other]
    numbers = (None if one is None else one + 1, None if other is None else other + 1)
    hunks = tuple(_hunks(before, after))
    if before is None or after is None:
        shown = [_png(page.image) if page else b"" for page in (before, after)]
        return PageDifference(*numbers, hunks, (), 1.0, *shown)
    mask = _mask(before.image, after.image)
    share = mask.histogram()[255] / (mask.width * mask.height)
    if not share and not hunks:
        return None
    panels = tuple(_touched(mask, after.columns))
    return PageDifference(*numbers, hunks, panels, share, _png(before.image), _png(_marked(after.image, mask)))


def _hunks(before: ReadPage | None, after: ReadPage | None) -> Iterator[Hunk]:
    old, new = dict(before.words if before else ()), dict(after.words if after else ())
    for panel in dict.fromkeys((*old, *new)):
        yield from changes(panel, old.get(panel, ()), new.get(panel, ()))


def changes(panel: str, old: Sequence[str], new: Sequence[str]) -> Iterator[Hunk]:
    """Yield each run of words that is not in both, in the order of the page; where only a blank is read otherwise, none."""
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for _, begin, end, start, stop in matcher.get_opcodes():
        if "".join(old[begin:end]) != "".join(new[start:stop]):
            yield Hunk(panel, tuple(old[begin:end]), tuple(new[start:stop]))


def _mask(old: Image.Image, new: Image.Image) -> Image.Image:
    """Return what changed as white on black; pages of two sizes are laid on one another at their top left corner."""
    size = (max(old.width, new.width), max(old.height, new.height))
    laid = []
    for image in (old, new):
        sheet = Image.new("RGB", size, "white")
        sheet.paste(image)
        laid.append(sheet)
    off = ImageChops.difference(*laid)
    most = ImageChops.lighter(ImageChops.lighter(off.getchannel("R"), off.getchannel("G")), off.getchannel("B"))
    return most.point([255 if level > SEEN else 0 for level in range(256)])


def _touched(mask: Image.Image, columns: Columns) -> Iterator[str]:
    for name, left, right in columns:
        if mask.crop((round(left * PPI / INCH), 0, round(right * PPI / INCH), mask.height)).getbbox():
            yield name


def _marked(image: Image.Image, mask: Image.Image) -> Image.Image:
    """Return ``image`` with a tint over what changed and a little around it."""
    around = mask.filter(ImageFilter.MaxFilter(NEAR)).crop((0, 0, image.width, image.height))
    tinted = Image.blend(image, Image.new("RGB", image.size, MARK), 0.25)
    return Image.composite(tinted, image, around)


def _png(image: Image.Image) -> bytes:
    buffer = io.BytesIO()
    image.quantize(128).save(buffer, "PNG", optimize=True)
    return buffer.getvalue()
