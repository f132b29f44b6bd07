"""Make the files of Plain Zero: Atkinson Hyperlegible, as published, with a zero that has no slash.

A slashed zero is read as 8 or 9 by programs that read print, and by people who do not expect the slash. The counter of the zero is
the one that its two halves are cut from: every point of the published outline stays, and each end of a half goes on, along its
tangent, to the end of the other. Widths, kerning and all other glyphs stay, so no line of text breaks elsewhere.

The licence (OFL.txt beside the files) allows it, and wants the copyright and the licence kept; no name is reserved. Run
``python -m styles.fonts.make_plain_zero`` after the published files change; a test holds that the files are what this makes.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from fontTools.pens.ttGlyphPen import TTGlyphPointPen
from fontTools.ttLib import TTFont

HERE = Path(__file__).parent
PUBLISHED = HERE / "atkinson-hyperlegible"
MADE = HERE / "plain-zero"
FAMILY = "Plain Zero"
STYLES = {"Regular": "Regular", "Italic": "Italic", "Bold": "Bold", "BoldItalic": "Bold Italic"}
"""The styles, by the end of the file's name, as the file names them."""

MAKER = (8, 11, 12)
"""Name records that say who vouches for a file and where to ask: the makers of the published face do not for this one."""

Point = tuple[float, float]
Contour = list[tuple[Point, bool]]
"""The points of a closed outline, each with whether it lies on the curve."""


def main() -> None:
    """Write the files."""
    MADE.mkdir(exist_ok=True)
    for ending in STYLES:
        made_path(ending).write_bytes(made(ending))
    (MADE / "OFL.txt").write_bytes((PUBLISHED / "OFL.txt").read_bytes())


def made_path(ending: str) -> Path:
    """Return where the file of a style lies."""
    return MADE / f"PlainZero-{ending}.ttf"


def made(ending: str) -> bytes:
    """Return the file of a style; the same bytes in each run."""
    font = TTFont(PUBLISHED / f"AtkinsonHyperlegible-{ending}.ttf", recalcTimestamp=False)
    _draw_zero(font)
    _rename(font, ending)
    del font["DSIG"]  # it signs the published bytes
    file = BytesIO()
    font.save(file)
    return file.getvalue()


def _draw_zero(font: TTFont) -> None:
    """Draw the zero with one counter, without the published hints, which count its points; the tabular zero is made of it."""
    outside, right, left = _contours(font)
    pen = TTGlyphPointPen(None)
    for contour in (outside, whole_counter(right, left)):
        pen.beginPath()
        for place, on in contour:
            # A point off the curve has no segment; the format works out the one between two of them.
            pen.addPoint(place, segmentType="qcurve" if on else None)
        pen.endPath()
    font["glyf"]["zero"] = pen.glyph()


def _contours(font: TTFont) -> list[Contour]:
    points, ends, flags = font["glyf"]["zero"].getCoordinates(font["glyf"])
    listed = [(place, bool(flag & 1)) for place, flag in zip(points, flags, strict=True)]
    starts = [0, *(end + 1 for end in ends)]
    return [listed[start : end + 1] for start, end in zip(starts, ends, strict=False)]


def whole_counter(right: Contour, left: Contour) -> Contour:
    """Return the outline that two halves were cut from by a slash; each has its straight cut as its one side between two points."""
    first, second = _from_cut(right), _from_cut(left)
    return [*first, (_meeting(first, second), False), *second, (_meeting(second, first), False)]


def _from_cut(half: Contour) -> Contour:
    """Return ``half`` from one end of its cut to the other: the points that lie side by side, both on the curve."""
    cut = next(index for index, (_, on) in enumerate(half) if on and half[index - 1][1])
    return half[cut:] + half[:cut]


def _meeting(before: Contour, after: Contour) -> Point:
    """Return where the tangent at the end of one curve meets the one at the start of the next."""
    ((back_x, back_y), _), ((x, y), _) = before[-2:]
    ((next_x, next_y), _), ((far_x, far_y), _) = after[:2]
    run, rise, turn, climb = x - back_x, y - back_y, far_x - next_x, far_y - next_y
    share = ((next_x - x) * climb - (next_y - y) * turn) / (run * climb - rise * turn)
    return round(x + share * run), round(y + share * rise)


def _rename(font: TTFont, ending: str) -> None:
    style = STYLES[ending]
    names = font["name"]
    for record in MAKER:
        names.removeNames(nameID=record)
    for record, words in {
        1: FAMILY,
        3: f"1.006;PlainZero-{ending}",
        4: f"{FAMILY} {style}",
        6: f"PlainZero-{ending}",
        10: f"Made from AtkinsonHyperlegible-{ending} 1.006: the zero has no slash, and is not hinted. Not a release of its makers.",
    }.items():
        names.setName(words, record, 3, 1, 0x409)


if __name__ == "__main__":
    main()
