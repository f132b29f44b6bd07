"""Units of length, and how exact lengths are. Every length in the program is in pt, unless its docstring says mm, in or px."""

from __future__ import annotations

from collections.abc import Mapping

MM_PER_INCH = 25.4

INCH = 72.0
"""An inch in pt: the unit of a page is 1/72 in (ISO 32000-1, 8.3.2.3)."""

MM = INCH / MM_PER_INCH
"""A millimetre in pt."""

PX = 0.75
"""A px of CSS in pt: there are 96 to the inch (CSS Values 4, 6.2)."""

POINTS: Mapping[str, float] = {"in": INCH, "mm": MM, "cm": INCH / 2.54, "pc": 12.0, "pt": 1.0, "px": PX}
"""The units of CSS that have a fixed length, in pt."""

ROUNDING = 0.01
"""Lengths on a page that differ by less, in pt, are the same: what is left is arithmetic between inches, mm and pt."""

SAME_POINT = 0.001
"""Points that lie nearer to each other, in pt, are one: a file writes its numbers to four decimals."""

LINE_ROUNDING = 0.0005
"""Widths of lines that differ by less, in pt, are the same: the thinnest that is judged has 0.125 pt, so they are told more finely."""

TYPE_ROUNDING = 0.005
"""Sizes of type that differ by less, in pt, are the same: a size is told to a hundredth."""

PAINTED_ROUNDING = 0.05
"""How much further, in pt, a painted thing may reach than was drawn: corners of boxes go through matrices and clips."""
