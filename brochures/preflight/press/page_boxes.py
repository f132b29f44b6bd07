"""Page boxes: boxes that say where it is cut, and how far its colours run over (docs/print.md, Boxes)."""

from __future__ import annotations

from collections.abc import Iterator

from pypdf import PageObject

from brochures.findings import Finding, Place, codes
from brochures.findings.check import check
from brochures.geometry.units import ROUNDING
from brochures.preflight.press.subject import Subject


@check(
    codes.PRESS_BOXES,
    looks_for="pages without a trim, bleed or media box of their own, boxes that reach out of each other, pages that are turned or scaled",
    source="ISO 15930-7, 6.11; GWG 2022, R0002 and R0003; docs/print.md, Boxes",
)
def boxes(subject: Subject) -> Iterator[Finding]:
    """Yield pages whose boxes are missing, not nested, not from zero, or that are turned or scaled."""
    for number, page in enumerate(subject.file.pages, 1):
        for trouble in _troubles(page):
            yield codes.PRESS_BOXES.at(Place(), trouble, "let the press stage write the boxes").about(page=number)


def _troubles(page: PageObject) -> Iterator[str]:
    missing = [name for name in ("/MediaBox", "/TrimBox", "/BleedBox") if name not in page]
    if missing:
        yield f"the page does not say its {' and '.join(missing)} itself"
        return
    media, bleed, trim = page.mediabox, page.bleedbox, page.trimbox
    if abs(media.left) > ROUNDING or abs(media.bottom) > ROUNDING:
        yield f"the media box begins at {float(media.left):g}, {float(media.bottom):g} instead of zero"
    for name, inner, outer in (("trim", trim, bleed), ("bleed", bleed, media)):
        if (
            inner.left < outer.left - ROUNDING or inner.bottom < outer.bottom - ROUNDING
            or inner.right > outer.right + ROUNDING or inner.top > outer.top + ROUNDING
        ):  # fmt: skip
            yield f"the {name} box reaches out of the box around it"
    for name in ("/CropBox", "/ArtBox", "/Rotate", "/UserUnit"):
        if name in page:
            yield f"the page has a {name}"


@check(codes.PRESS_BLEED, looks_for="pages with less bleed than the print shop asks for", source="docs/print.md, Bleed")
def bleed_box(subject: Subject) -> Iterator[Finding]:
    """Yield pages with less bleed than the print shop wants on a side."""
    wanted = subject.made.composition.room.bleed
    for number, page in enumerate(subject.file.pages, 1):
        trim, bleed = page.trimbox, page.bleedbox
        sides = (trim.left - bleed.left, trim.bottom - bleed.bottom, bleed.right - trim.right, bleed.top - trim.top)
        least = float(min(sides))
        if least < wanted - ROUNDING:
            yield codes.PRESS_BLEED.at(
                Place(), f"the bleed is {least:.2f} pt, {wanted:g} pt are wanted", "let the press stage write the boxes"
            ).about(page=number)


@check(
    codes.PRESS_BOXES,
    looks_for="pages of another trim size than the first",
    source="GWG 2022, R0004; docs/print.md, Boxes",
)
def same_size(subject: Subject) -> Iterator[Finding]:
    """Yield pages of another trim size than the first."""
    sizes = [(round(float(page.trimbox.width), 1), round(float(page.trimbox.height), 1)) for page in subject.file.pages]
    for number, size in enumerate(sizes, 1):
        if size != sizes[0]:
            yield codes.PRESS_BOXES.at(
                Place(),
                f"this page is {size[0]:g} x {size[1]:g} pt, the first is {sizes[0][0]:g} x {sizes[0][1]:g} pt",
                "make two files of it",
            ).about(page=number)
