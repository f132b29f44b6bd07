"""The crop of a finding: the part of the page where it lies, enlarged, with its box outlined."""

from __future__ import annotations

from PIL import Image

from brochures.findings import Finding
from brochures.geometry.box import Box, PixelBox
from brochures.geometry.pages import MeasuredPage
from brochures.geometry.units import INCH
from brochures.proofs.canvas import Board, Frame
from brochures.proofs.proof_style import FOLD, TRIM, Look
from brochures.proofs.subject import Pictured

PPI = 220
"""Pixels to the inch of a crop."""

MARGIN = 45.0
"""What is shown around a finding, in pt."""

SMALLEST = 200
"""A crop is at least so wide and so high, in px."""

BEYOND = 216.0
"""How much is shown outside of the trim at most, in pt: what lies out there is not on the paper."""


def draw_crop(
    look: Look, pictured: Pictured, sheet: MeasuredPage, picture: Image.Image, numbered: tuple[int, Finding]
) -> Image.Image:
    """Return the crop of one finding with an area, from the page's picture at ``PPI``."""
    number, finding = numbered
    scale = PPI / INCH
    box = Box(*(finding.area or (0.0,) * 4))
    left, right = _span(box.left, box.right, sheet.width)
    top, bottom = _span(box.top, box.bottom, sheet.height)
    board = Board.of(look, round((right - left) * scale), round((bottom - top) * scale), "--ground-water")
    frame = Frame(-round(left * scale), -round(top * scale), scale)
    board.image.paste(picture, (frame.left, frame.top))
    trim = frame.box(sheet.trim)
    board.outline((trim[0] - 2, trim[1] - 2, trim[2] + 2, trim[3] + 2), TRIM, halo=False)
    for fold in pictured.folds(sheet.number):
        board.down(trim[0] + round(fold * scale) - FOLD.width // 2, trim[1] - 18, trim[3] + 18, FOLD)
    inside: PixelBox = (4, 4, board.image.width - 4, board.image.height - 4)
    board.mark(frame.box(box), finding.severity)
    board.number(frame.box(box), number, finding.severity, inside)
    return board.image


def _span(start: float, end: float, length: float) -> tuple[float, float]:
    """Return from where to where a crop shows a side of ``length`` pt on which a finding reaches from ``start`` to ``end``."""
    low, high = max(start - MARGIN, -BEYOND), min(end + MARGIN, length + BEYOND)
    low, high = min(low, length - MARGIN), max(high, MARGIN)
    missing = max(0.0, (SMALLEST + 1) * INCH / PPI - (high - low)) / 2
    return low - missing, high + missing
