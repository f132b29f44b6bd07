"""A smaller picture: which words of its block make it fit, where a block shows a picture that is too high for its place."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from brochures.geometry.pages import Art, Region
from brochures.geometry.passages import NONE
from brochures.layout.checks.subject import Pages

WIDTHS = {"three-quarters": 3 / 4, "two-thirds": 2 / 3, "half": 1 / 2, "third": 1 / 3, "quarter": 1 / 4}
"""How much of the measure each width of a picture takes, the widest first (``styles/components/picture.css``)."""

CROPS = {"landscape": 3 / 2, "wide": 16 / 9, "strip": 4 / 1}
"""The shapes that are lower than they are wide, width by height, the highest first (``resolve.images``)."""

_ROUNDING = 0.01


def of_block(region: Region, block: str) -> Art | None:
    """Return the picture that ``block`` shows in ``region``, None where it shows none."""
    shown = (art for art in region.art if art.kind == "image" and art.picture != NONE and art.block == block)
    return next(shown, None) if block else None


def mend(pages: Pages, region: Region, picture: Art, by: float) -> str:
    """Return the smallest edit that makes ``picture``, of ``region``, lower by ``by`` pt."""
    words = f"make the picture {ceil(by)} pt less high"
    edits = " or ".join(f"'{edit}'" for edit in _edits(pages, region, picture, by))
    return (
        f"{words}: write {edits} in its block, or cut words beside it" if edits else f"{words}, or cut words beside it"
    )


def beside_words(pages: Pages, region: Region, by: float) -> str:
    """Return the other way to make room for words of ``region`` that reach ``by`` pt too far: a smaller picture, empty where there is none."""
    for picture in region.art:
        edits = [f"'{edit}'" for edit in _edits(pages, region, picture, by)]
        if picture.kind == "image" and edits:
            return f", or write {' or '.join(edits)} in the block of the picture"
    return ""


def _edits(pages: Pages, region: Region, picture: Art, by: float) -> Iterator[str]:
    if picture.picture == NONE or picture.box.height <= by:
        return
    left, width = picture.box.height - by, picture.box.width
    if not pages.composition.pictures[picture.picture].file.lower().endswith(".svg"):
        yield from [f"crop: {name}" for name, shape in CROPS.items() if width / shape <= left + _ROUNDING][:1]
    most = width / region.box.width * left / picture.box.height
    yield from [f"width: {name}" for name, part in WIDTHS.items() if part <= most + _ROUNDING][:1]
