"""What a rule finds in a drawing."""

from __future__ import annotations

from dataclasses import dataclass

from brochures.design.drawing.parts import Part

LEFT_OUT = "the engine leaves {what} out of '{name}'"
MISDRAWN = "the engine does not draw {what} in '{name}' as it is meant"
DISPUTED = "PDF readers show {what} in '{name}' in different ways"
FLATTEN = "flatten it in the drawing program: make shapes of it, or a picture of enough pixels"


@dataclass(frozen=True)
class DrawingFault:
    """``what`` is not printed as it is drawn; ``how`` says what becomes of it. Line and column from 1."""

    line: int
    column: int
    what: str
    how: str
    mend: str = FLATTEN

    def told(self, name: str, others: int) -> str:
        """Return the fault in words, in the drawing ``name``, with in how many ``others`` places it stands."""
        more = f", here and in {others} other place{'s' * (others > 1)}" if others else ""
        return self.how.format(what=self.what, name=name) + more


def left_out(part: Part, what: str, name: str = "", mend: str = FLATTEN) -> DrawingFault:
    """Return the fault that the engine leaves ``what`` out of ``part``, where ``name`` is written."""
    return DrawingFault(*part.place(name), what, LEFT_OUT, mend)


def wrong(part: Part, what: str, name: str = "", mend: str = FLATTEN) -> DrawingFault:
    """Return the fault that the engine draws ``what`` of ``part`` in another way than it is meant, where ``name`` is written."""
    return DrawingFault(*part.place(name), what, MISDRAWN, mend)


def differs(part: Part, what: str, name: str = "", mend: str = FLATTEN) -> DrawingFault:
    """Return the fault that PDF readers do not agree on ``what`` of ``part``, where ``name`` is written."""
    return DrawingFault(*part.place(name), what, DISPUTED, mend)
