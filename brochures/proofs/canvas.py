"""The canvas that a proof is drawn on: lines in pens, words in faces, all in px from its top left corner."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import cycle

from PIL import Image, ImageDraw

from brochures.geometry.box import Box, PixelBox
from brochures.proofs.proof_style import MARKS, Look, Pen

DISC = 11
"""Radius of a finding's number, in px."""

FINE = 4
"""How much finer a disc is drawn than it is shown, so that its edge is smooth."""


@dataclass(frozen=True)
class Frame:
    """Where a page lies on a board: its top left corner in px, and how many px make a pt."""

    left: int
    top: int
    scale: float

    def box(self, box: Box) -> PixelBox:
        """Return ``box``, in pt from the trim's top left corner, in px of the board."""
        return (
            self.left + round(box.left * self.scale),
            self.top + round(box.top * self.scale),
            self.left + round(box.right * self.scale),
            self.top + round(box.bottom * self.scale),
        )


@dataclass(frozen=True)
class Board:
    """An image with the means to draw on it."""

    look: Look
    image: Image.Image
    _taken: list[tuple[int, int]] = field(default_factory=list)

    @classmethod
    def of(cls, look: Look, width: int, height: int, role: str = "--paper") -> Board:
        """Return an empty board of ``width`` by ``height`` px on a ground of ``role``."""
        return cls(look, Image.new("RGB", (width, height), look[role]))

    @property
    def _draw(self) -> ImageDraw.ImageDraw:
        return ImageDraw.Draw(self.image)

    def fill(self, box: PixelBox, role: str) -> None:
        """Fill ``box`` with the colour of ``role``."""
        if box[2] > box[0] and box[3] > box[1]:
            self._draw.rectangle((box[0], box[1], box[2] - 1, box[3] - 1), fill=self.look[role])

    def tint(self, box: PixelBox, role: str, share: float) -> None:
        """Lay a veil of the colour of ``role`` over ``box``; ``share`` 1 would hide what is below."""
        whole = (max(box[0], 0), max(box[1], 0), min(box[2], self.image.width), min(box[3], self.image.height))
        if whole[2] > whole[0] and whole[3] > whole[1]:
            part = self.image.crop(whole)
            self.image.paste(Image.blend(part, Image.new("RGB", part.size, self.look[role]), share), whole[:2])

    def across(self, left: int, right: int, y: int, pen: Pen, *, halo: bool = True) -> None:
        """Draw a level line from ``left`` to ``right``; its halo keeps it visible on a dark ground."""
        for start, end in _dashes(left, right, pen):
            self._stroke((start, y, end, y + pen.width), pen, halo=halo)

    def down(self, x: int, top: int, bottom: int, pen: Pen, *, halo: bool = True) -> None:
        """Draw an upright line from ``top`` to ``bottom``."""
        for start, end in _dashes(top, bottom, pen):
            self._stroke((x, start, x + pen.width, end), pen, halo=halo)

    def outline(self, box: PixelBox, pen: Pen, *, halo: bool = True) -> None:
        """Draw the four sides of ``box``, inside of it."""
        left, top, right, bottom = box
        self.across(left, right, top, pen, halo=halo)
        self.across(left, right, bottom - pen.width, pen, halo=halo)
        self.down(left, top, bottom, pen, halo=halo)
        self.down(right - pen.width, top, bottom, pen, halo=halo)

    def corners(self, box: PixelBox, pen: Pen, arm: int) -> None:
        """Draw the corners of ``box`` with arms of ``arm`` px."""
        left, top, right, bottom = box
        for y in (top, bottom - pen.width):
            self.across(left, left + arm, y, pen)
            self.across(right - arm, right, y, pen)
        for x in (left, right - pen.width):
            self.down(x, top, top + arm, pen)
            self.down(x, bottom - arm, bottom, pen)

    def write(self, x: int, y: int, words: str, face: str = "text", *, size: int = 15, role: str = "--ink") -> int:
        """Write ``words`` from ``x`` on the baseline ``y``; return where they end."""
        font = self.look.font(face, size)
        self._draw.text((x, y), words, font=font, fill=self.look[role], anchor="ls")
        return x + round(font.getlength(words))

    def centre(self, x: int, y: int, words: str, face: str = "text", *, size: int = 15, role: str = "--ink") -> None:
        """Write ``words`` around ``x`` on the baseline ``y``."""
        self.write(x - round(self.look.font(face, size).getlength(words) / 2), y, words, face, size=size, role=role)

    def disc(self, x: int, y: int, number: int, severity: str) -> None:
        """Draw a finding's number around a point: reversed for an error, in a ring for what weighs less."""
        pen = MARKS[severity]
        side = (2 * DISC + 3) * FINE
        shape = Image.new("L", (side, side), 0)
        ring = Image.new("L", (side, side), 0)
        ImageDraw.Draw(shape).ellipse((0, 0, side - 1, side - 1), fill=255)
        edge = FINE * 3 // 2
        ImageDraw.Draw(ring).ellipse((edge, edge, side - 1 - edge, side - 1 - edge), fill=255)
        if severity != "error":
            edge += FINE * 2
            ImageDraw.Draw(ring).ellipse((edge, edge, side - 1 - edge, side - 1 - edge), fill=0)
        at = (x - DISC - 1, y - DISC - 1)
        small = (2 * DISC + 3, 2 * DISC + 3)
        for mask, role in ((shape, "--paper"), (ring, pen.role)):
            self.image.paste(
                self.look[role], (*at, at[0] + small[0], at[1] + small[1]), mask.resize(small, Image.Resampling.BOX)
            )
        text, size = str(number), 13 if number < 100 else 10  # noqa: PLR2004 three figures need room
        self._draw.text(
            (x + 0.5, y + 0.5), text, font=self.look.font("bold", size), anchor="mm",
            fill=self.look["--paper" if severity == "error" else pen.role],
        )  # fmt: skip

    def mark(self, box: PixelBox, severity: str) -> None:
        """Outline the box of a finding, a little way off it."""
        pen = MARKS[severity]
        room = pen.width + 2
        grown = (box[0] - room, box[1] - room, box[2] + room, box[3] + room)
        if severity == "error":
            self.tint(grown, pen.role, 0.08)
        self.outline(grown, pen)

    def number(self, box: PixelBox, number: int, severity: str, within: PixelBox) -> None:
        """Write a finding's number left of its first line, or below where another one stands; always inside of ``within``."""
        step, lowest, rightmost = 2 * DISC + 1, within[3] - DISC, within[2] - DISC
        x = min(max(box[0] - DISC - 8, within[0] + DISC), rightmost)
        y = min(max(box[1] + min(DISC, (box[3] - box[1]) // 2), within[1] + DISC), lowest)
        while near := [other for other, level in self._taken if abs(x - other) < step and abs(y - level) < step]:
            if y < lowest:
                y = min(y + step, lowest)
            else:
                x = max(near) + step
        self._taken.append((x, y))
        self.disc(x, y, number, severity)

    def _stroke(self, box: PixelBox, pen: Pen, *, halo: bool) -> None:
        if halo:
            self.tint((box[0] - 1, box[1] - 1, box[2] + 1, box[3] + 1), "--paper", 0.55)
        self.fill(box, pen.role)


def wrapped(look: Look, words: str, face: str, size: int, width: int) -> list[str]:
    """Return ``words`` in lines of at most ``width`` px; a word that is wider is broken."""
    font = look.font(face, size)
    lines = [""]
    for word in words.split():
        longer = f"{lines[-1]} {word}".strip()
        if font.getlength(longer) <= width or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
        while font.getlength(lines[-1]) > width and len(lines[-1]) > 1:
            fits = max(
                count
                for count in range(1, len(lines[-1]) + 1)
                if count == 1 or font.getlength(lines[-1][:count]) <= width
            )
            lines[-1:] = [lines[-1][:fits], lines[-1][fits:]]
    return lines


def _dashes(start: int, end: int, pen: Pen) -> Iterator[tuple[int, int]]:
    """Yield the strokes of a line from ``start`` to ``end``."""
    if not pen.dashes:
        yield start, end
        return
    for number, length in enumerate(cycle(pen.dashes)):
        if start >= end:
            return
        if number % 2 == 0:
            yield start, min(start + length, end)
        start += length
