"""Faxed file: what a fax machine can send, and what is left of it at the other end (docs/print.md, Fax)."""

from __future__ import annotations

import io
from collections.abc import Iterator

from PIL import Image

from brochures.compose.typography import squeezed
from brochures.findings import Finding, Place, codes
from brochures.findings.check import check
from brochures.geometry.box import Box
from brochures.geometry.units import INCH, LINE_ROUNDING, TYPE_ROUNDING
from brochures.layout.checks.subject import area
from brochures.load.model.forms import FormKind
from brochures.preflight.finished_file import FinishedFile
from brochures.separations import Painted

LEAST = 12.0
"""The smallest type, in pt: that of all of it, small print too."""

THIN = 1.5
"""The thinnest line in pt: two of the 98 lines of a coarse raster are 1.47."""

A_LINE = 4.0
"""What is thinner than this in pt is a line, and no area."""

HEAVIEST = 100_000
"""How many bytes a page takes at most in either raster."""

BLACK_AND_WHITE = (0.0, 1.0)
"""What the numbers of a colour are that is black or white, in grey and in RGB."""


@check(codes.FAX_TINT, looks_for="colours and greys in what is faxed", source="docs/print.md, Fax")
def tints(opened: FinishedFile) -> Iterator[Finding]:
    """Yield the first thing on each page that is painted in neither black nor white."""
    for page, things in opened.painted.items():
        for thing in things:
            if thing.alpha < 1 or thing.shading is not None or not all(map(_is_plain, map(_numbers, [thing]))):
                yield codes.FAX_TINT.at(
                    opened.place_at(thing),
                    f"{thing.kind} is painted in {_called(thing)}, which is neither black nor white",
                    "give the token that paints it black or white in styles/tokens/fax.css",
                ).on(area(thing.box), page)
                break


def _numbers(thing: Painted) -> tuple[float, ...]:
    """Return the numbers of the colour that ``thing`` is painted in; none of a picture, whose dots are judged by themselves."""
    return () if thing.colour is None or thing.kind == "image" else thing.colour.direct.values


def _is_plain(values: tuple[float, ...]) -> bool:
    return len(set(values)) <= 1 and all(value in BLACK_AND_WHITE for value in values)


def _called(thing: Painted) -> str:
    if thing.shading is not None:
        return "a gradient"
    if thing.alpha < 1:
        return f"a colour that is {thing.alpha:.0%} solid"
    return " ".join(f"{value:.3g}" for value in _numbers(thing))


@check(codes.FAX_SMALL, looks_for="type in a fax below 12 pt", source="docs/print.md, Fax")
def small(opened: FinishedFile) -> Iterator[Finding]:
    """Yield the smallest type of each page that is too small for a fax."""
    for page, things in opened.lettered.items():
        size, thing = min(((one.lettering.size, one) for one in things if one.lettering), key=lambda pair: pair[0])
        if size < LEAST - TYPE_ROUNDING:
            yield codes.FAX_SMALL.at(
                opened.place_at(thing),
                f"type of {size:.4g} pt is smaller than {LEAST:g} pt",
                "let a token set it that has 12 pt or more in styles/tokens/fax.css",
            ).on(area(thing.box), page)


@check(codes.FAX_THIN, looks_for="lines in a fax below 1.5 pt", source="docs/print.md, Fax")
def thin(opened: FinishedFile) -> Iterator[Finding]:
    """Yield the thinnest line of each page that is too thin for a fax."""
    for page, things in opened.painted.items():
        widths = [(width, one) for one in things if (width := _width(one)) is not None]
        width, thing = min(widths, key=lambda pair: pair[0], default=(THIN, None))
        if thing is not None and width < THIN - LINE_ROUNDING:
            yield codes.FAX_THIN.at(
                opened.place_at(thing),
                f"a line of {width:.3g} pt is thinner than {THIN:g} pt",
                "make it 1.5 pt or wider in styles/documents/fax-components.css",
            ).on(area(thing.box), page)


def _width(thing: Painted) -> float | None:
    """Return how wide ``thing`` is in pt if it is a line that leaves black; None for any other."""
    if thing.lettering is not None or (thing.colour is not None and all(map(bool, _numbers(thing)))):
        return None
    if thing.width is not None:
        return thing.width
    return thing.thickness if thing.thickness is not None and thing.thickness < A_LINE else None


@check(
    codes.FAX_UNSIGNED,
    looks_for="pages of a fax without a sender or a number, and a fax without a cover sheet before it",
    source="docs/print.md, Fax",
)
def unsigned(opened: FinishedFile) -> Iterator[Finding]:
    """Yield each page that does not name the clinic and its number among all, and that nothing says whom a fax is for."""
    composition, labels = opened.composition, opened.composition.job.labels
    sheets = opened.made.sheets.pages
    clinic = squeezed(composition.job.clinic["name"].value or "").casefold()
    for sheet in sheets:
        said = [squeezed(line.text).casefold() for line in sheet.lines if _runs(line.box, sheet.regions)]
        counted = squeezed(f"{labels.get('page', '')}{sheet.number}{labels.get('page.of', '')}{len(sheets)}").casefold()
        lacks = [what for what, text in (("its sender", clinic), ("its number", counted)) if not any(text in one for one in said)]  # fmt: skip
        if lacks:
            yield codes.FAX_UNSIGNED.at(
                Place(), f"page {sheet.number} does not name {' nor '.join(lacks)}", "let a margin box of styles/page.css say it"
            ).on(area(sheet.trim), sheet.number)  # fmt: skip
    blocks = [block for section in composition.job.sections for block in section.blocks]
    if not any(block.component == "form" and block.content.kind is FormKind.COVER for block in blocks):
        yield codes.FAX_UNSIGNED.at(
            composition.job.place,
            "nothing stands before it that says whom it is for, and what to do when it reaches somebody else",
            "give it a part with a form of 'kind: cover', or take 'fax' out of its editions",
        )


def _runs(box: Box, regions: object) -> bool:
    return any(region.kind == "margin" and region.box.holds_middle(box, 2) for region in regions)  # type: ignore[attr-defined]


@check(codes.FAX_HEAVY, looks_for="pages of a fax above 100 kB", source="docs/print.md, Fax")
def heavy(opened: FinishedFile) -> Iterator[Finding]:
    """Yield each page that takes too long to send, in the raster in which it is heaviest."""
    for page, sizes in enumerate(zip(*(one.sizes for one in opened.made.beside), strict=True), 1):
        if max(sizes) > HEAVIEST:
            yield codes.FAX_HEAVY.at(
                Place(),
                f"page {page} takes {max(sizes) / 1000:.0f} kB, more than {HEAVIEST / 1000:.0f}",
                "take out the picture or the dark ground that makes it so",
            ).on(area(opened.made.sheets.pages[page - 1].trim), page)


@check(codes.FAX_EMPTY, looks_for="pictures in a fax of which one bit leaves nothing", source="docs/print.md, Fax")
def empty(opened: FinishedFile) -> Iterator[Finding]:
    """Yield each picture of the piece that comes out of the fax all white or all black."""
    shown = [(sheet, art) for sheet in opened.made.sheets.pages for art in sheet.art if art.kind == "image"]
    for raster in opened.made.beside[-1:] if shown else ():
        with Image.open(io.BytesIO(raster.data)) as file:
            for sheet, art in shown:
                file.seek(sheet.number - 1)
                dots = file.convert("L").crop(_in_dots(art.box, sheet.width, sheet.height, file.size)).getextrema()
                if dots[0] == dots[1]:
                    where = opened.composition.pictures[art.picture].place if art.picture >= 0 else Place()
                    yield codes.FAX_EMPTY.at(
                        where,
                        f"of the picture ({art.name}) {'nothing' if dots[0] else 'nothing but black'} is left in one bit",
                        "give the fax another picture, of lines in black on white, or leave it out there",
                    ).on(area(art.box), sheet.number)


def _in_dots(box: Box, width: float, height: float, size: tuple[int, int]) -> tuple[int, int, int, int]:
    """Return where ``box`` lies on a page of ``width`` and ``height`` pt that is ``size`` dots large."""
    across, down = 204 / INCH, size[1] / height
    left = (size[0] - width * across) / 2
    return (
        round(left + box.left * across), round(box.top * down),
        max(round(left + box.right * across), round(left + box.left * across) + 1), max(round(box.bottom * down), round(box.top * down) + 1),
    )  # fmt: skip
