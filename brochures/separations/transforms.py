"""What ``pikepdf.Matrix`` does not do: say in words that a file's matrix is none, place a ``PdfBox``, and tell what becomes of a length."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Any

from pikepdf import Matrix, Object, Rectangle

from brochures.geometry.pdf_box import PdfBox

IDENTITY = Matrix()


def read_matrix(numbers: Iterable[Any]) -> Matrix:
    """Return six numbers of a file as a matrix (ISO 32000-1, 8.3.4). Raise ``ValueError`` when they are not six."""
    a, b, c, d, e, f = map(float, numbers)
    return Matrix(a, b, c, d, e, f)


def own_matrix(content: Object) -> Matrix:
    """Return the matrix of a form, a pattern or the look of an annotation. Raise ``ValueError`` when it is none."""
    written: Any = content.get("/Matrix")
    return IDENTITY if written is None else read_matrix(written)


def placed(matrix: Matrix, box: PdfBox) -> PdfBox:
    """Return the upright rectangle around ``box`` as ``matrix`` places it."""
    around = matrix.transform(Rectangle(*box))
    return PdfBox(around.llx, around.lly, around.urx, around.ury)


def scales(matrix: Matrix) -> tuple[float, float]:
    """Return what ``matrix`` makes of a length of 1: in the direction in which that is least, and where it is most."""
    a, b, c, d, _, _ = matrix.shorthand
    squares, area = a * a + b * b + c * c + d * d, abs(a * d - b * c)
    larger = math.sqrt((squares + math.sqrt(max(squares * squares - 4 * area * area, 0.0))) / 2)
    return (area / larger if larger else 0.0), larger
