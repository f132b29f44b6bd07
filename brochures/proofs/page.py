"""The picture of a page: the page itself, what was planned and found on it drawn over it, and beside it what that is."""

from __future__ import annotations

from collections.abc import Sequence

from PIL import Image

from brochures.findings import Finding
from brochures.geometry.box import Box, PixelBox
from brochures.geometry.lengths import inches
from brochures.geometry.pages import MeasuredPage, Region
from brochures.geometry.units import INCH
from brochures.layout.checks.page_plan import Fill
from brochures.proofs.canvas import Board, Frame
from brochures.proofs.finding_list import draw_entries, entries, height_of
from brochures.proofs.proof_style import CORNER, FOLD, LEAST, MARKS, REGION, TRIM, WANTED, Look, Pen
from brochures.proofs.subject import Pictured

PPI = 110
"""Pixels to the inch of a page."""

MARGIN = 48
"""Room beside a page, in px."""

HEAD = 112
"""Room above a page, in px: what it is, and its folds."""

FOOT = 72
"""Room below a page, in px: its regions."""

NARROWEST = 760
"""A board is at least so wide, in px, so that a card has room for its legend."""

SAMPLE = 36
"""The length of a line in the legend, in px."""

ROW = 30
"""A row of the legend, in px."""

FULL = 100.0
"""Fill in per cent from which on a region is overset."""


def draw_page(look: Look, pictured: Pictured, sheet: MeasuredPage, picture: Image.Image) -> Image.Image:
    """Return the proof of one page, whose picture is given at ``PPI``."""
    found = [(number, one) for number, one in pictured.numbered if one.page == sheet.number]
    width = max(picture.width + 2 * MARGIN, NARROWEST)
    items = _legend(pictured, sheet, [one for _, one in found])
    rows = _rows(look, items, width - 2 * MARGIN)
    listed = entries(look, pictured, sheet.number, width - 2 * MARGIN)
    legend = HEAD + picture.height + FOOT
    below = legend + ROW * len(rows) + 36
    board = Board.of(look, width, below + height_of(listed) + MARGIN, "--paper")
    board.fill((0, 0, width, legend), "--ground-water")
    frame = Frame((width - picture.width) // 2, HEAD, PPI / INCH)
    board.image.paste(picture, (frame.left, frame.top))
    _head(board, pictured, sheet, found)
    _overlay(board, pictured, sheet, frame)
    _regions(board, pictured, sheet, frame)
    within = (
        frame.left - MARGIN + 6,
        frame.top - 26,
        frame.left + picture.width + MARGIN - 6,
        frame.top + picture.height + 29,
    )
    boxes = [(number, one, frame.box(Box(*one.area)), Box(*one.area)) for number, one in found if one.area is not None]
    for _, one, pixels, area in boxes:
        if area.meets(sheet.trim):
            board.mark(_inside(pixels, _grown(frame.box(sheet.trim), 4)), one.severity)
    for number, one, pixels, _ in boxes:
        board.number(pixels, number, one.severity, within)
    for row, line in enumerate(rows):
        _draw_row(board, line, legend + 40 + ROW * row)
    draw_entries(board, listed, below)
    return board.image


def _head(board: Board, pictured: Pictured, sheet: MeasuredPage, found: Sequence[tuple[int, Finding]]) -> None:
    look, right = board.look, board.image.width - MARGIN
    x = board.write(MARGIN, 44, pictured.file.composition.slug, "title", size=28, role="--ink-strong")
    side = pictured.side(sheet.number)
    facts = [
        pictured.file.composition.name,
        f"page {sheet.number} of {len(pictured.pages)}",
        *([side] if side else []),
        f"{inches(sheet.width)} \N{MULTIPLICATION SIGN} {inches(sheet.height)} in",
    ]
    words = "  ·  ".join(facts)
    told = _counted([one for _, one in found])
    role = "--accent" if any(one.is_error for _, one in found) else "--ink-soft"
    wide = round(look.font("bold", 15).getlength(told))
    if x + 18 + look.font("text", 15).getlength(words) < right - wide - 18:
        board.write(x + 18, 44, words, role="--ink-soft")
    else:
        board.write(MARGIN, 68, words, role="--ink-soft")
    board.write(right - wide, 44, told, "bold", role=role)


def _counted(found: Sequence[Finding]) -> str:
    parts = [
        f"{count} {severity}{'' if count == 1 else 's'}"
        for severity in MARKS
        if (count := sum(one.severity == severity for one in found))
    ]
    return ", ".join(parts) or "nothing found on this page"


def _overlay(board: Board, pictured: Pictured, sheet: MeasuredPage, frame: Frame) -> None:
    left, top, right, bottom = frame.box(sheet.trim)
    board.outline((left - TRIM.width, top - TRIM.width, right + TRIM.width, bottom + TRIM.width), TRIM, halo=False)
    for distance, pen in ((pictured.reach.wanted, WANTED), (pictured.reach.least, LEAST)):
        inner = Box(distance, distance, sheet.width - distance, sheet.height - distance)
        board.outline(frame.box(inner), pen)
    for fold in pictured.folds(sheet.number):
        x = frame.left + round(fold * frame.scale)
        board.down(x - FOLD.width // 2, top - 18, bottom + 18, FOLD)
        board.centre(x, top - 26, f"fold {inches(fold)} in", "bold", size=14, role="--ink-strong")


def named(sheet: MeasuredPage) -> list[Region]:
    """Return the regions of ``sheet`` that are drawn: its panels, or the area of a page whose words flow."""
    panels = [region for region in sheet.regions if region.kind == "panel"]
    return panels or [region for region in sheet.regions if region.kind == "page"]


def _regions(board: Board, pictured: Pictured, sheet: MeasuredPage, frame: Frame) -> None:
    budget = {fill.region: fill for fill in pictured.file.fill if fill.page == sheet.number}
    for region in named(sheet):
        box = frame.box(region.on_sheet)
        board.outline(_grown(box, 1), REGION)
        board.corners(_grown(box, 4), CORNER, 14)
        if region.name in budget:
            label = region.name if region.kind == "panel" else f"page {region.name}"
            _budget(board, box, frame.box(sheet.trim)[3] + 42, label, budget[region.name])


def _inside(box: PixelBox, within: PixelBox) -> PixelBox:
    """Return the part of ``box`` that lies inside of ``within``."""
    return max(box[0], within[0]), max(box[1], within[1]), min(box[2], within[2]), min(box[3], within[3])


def _grown(box: PixelBox, by: int) -> PixelBox:
    """Return ``box`` larger by so many px on each side, so that a line around it covers no letter."""
    return box[0] - by, box[1] - by, box[2] + by, box[3] + by


def _budget(board: Board, box: PixelBox, y: int, label: str, fill: Fill) -> None:
    """Write what a region holds below it, with a bar of the share of its height that is used."""
    over = fill.percent > FULL
    x = board.write(box[0], y, label, "bold", size=15, role="--ink-strong")
    board.write(
        x + 12, y, f"{fill.words} words  ·  {fill.percent:.1f} % full" + (", overset" if over else ""),
        "bold" if over else "text", size=15, role="--accent" if over else "--ink",
    )  # fmt: skip
    bar = (box[0], y + 9, box[2], y + 15)
    board.fill(bar, "--paper")
    used = box[0] + round((box[2] - box[0]) * min(fill.percent, FULL) / FULL)
    board.fill((bar[0], bar[1], used, bar[3]), "--accent" if over else "--stream-three")
    board.outline(bar, Pen("--rule", 1), halo=False)


def _legend(pictured: Pictured, sheet: MeasuredPage, found: Sequence[Finding]) -> list[tuple[Pen, str]]:
    """Return the lines that are on this page, with what they are."""
    items = [
        (TRIM, "trim"),
        (WANTED, f"safe area, wanted: {inches(pictured.reach.wanted)} in"),
        (LEAST, f"safe area, needed: {inches(pictured.reach.least)} in"),
    ]
    if pictured.folds(sheet.number):
        items.append((FOLD, "fold, from the left edge"))
    if named(sheet):
        items.append((CORNER, "panel" if pictured.file.composition.format.sides else "text area"))
    severities = {str(one.severity) for one in found if one.area is not None}
    return items + [(pen, severity) for severity, pen in MARKS.items() if severity in severities]


def _rows(look: Look, items: Sequence[tuple[Pen, str]], width: int) -> list[list[tuple[int, Pen, str]]]:
    """Return the legend in rows, each of its items with its place from the left."""
    rows: list[list[tuple[int, Pen, str]]] = [[]]
    x, font = 0, look.font("text", 14)
    for pen, words in items:
        wide = SAMPLE + 10 + round(font.getlength(words))
        if rows[-1] and x + wide > width:
            rows.append([])
            x = 0
        rows[-1].append((x, pen, words))
        x += wide + 24
    return rows


def _draw_row(board: Board, row: Sequence[tuple[int, Pen, str]], y: int) -> None:
    for x, pen, words in row:
        left, right = MARGIN + x, MARGIN + x + SAMPLE
        if pen is CORNER:
            board.outline((left, y - 12, right, y + 2), REGION, halo=False)
            board.corners((left, y - 12, right, y + 2), CORNER, 6)
        elif pen in MARKS.values():
            board.outline((left, y - 12, right, y + 2), pen, halo=False)
        else:
            board.across(left, right, y - 5 - pen.width // 2, pen, halo=False)
        board.write(right + 10, y, words, size=14)
