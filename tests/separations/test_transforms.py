"""Matrices of a file: read in words, and what they make of rectangles and lengths."""

from __future__ import annotations

import math

import pytest
from pikepdf import Array, Dictionary, Matrix

from brochures.geometry.pdf_box import PdfBox
from brochures.separations.transforms import IDENTITY, own_matrix, placed, read_matrix, scales

TURNED = Matrix(0, 1, -1, 0, 100, 0)
"""A quarter turn to the left, and 100 pt to the right."""


def test_six_numbers_are_a_matrix_and_five_are_none() -> None:
    assert read_matrix(Array([1, 2, 3, 4, 5, 6.5])) == Matrix(1, 2, 3, 4, 5, 6.5)
    with pytest.raises(ValueError, match="expected 6"):
        read_matrix([1, 2, 3, 4, 5])


def test_content_without_a_matrix_stays_where_it_is() -> None:
    assert own_matrix(Dictionary()) == IDENTITY
    assert own_matrix(Dictionary(Matrix=Array([0, 1, -1, 0, 100, 0]))) == TURNED


def test_a_turned_rectangle_stays_upright() -> None:
    assert placed(TURNED, PdfBox(10, 20, 30, 50)) == (50, 10, 80, 30)


@pytest.mark.parametrize(
    ("matrix", "least", "most"),
    [
        (IDENTITY, 1, 1),
        (TURNED, 1, 1),
        (Matrix(2, 0, 0, 0.5, 9, 9), 0.5, 2),
        (Matrix(1, 0, 0, 0, 0, 0), 0, 1),
        (Matrix(0, 0, 0, 0, 0, 0), 0, 0),
        (Matrix(1, 0, 1, 1, 0, 0), (math.sqrt(5) - 1) / 2, (math.sqrt(5) + 1) / 2),
    ],
)
def test_a_length_becomes_something_between_least_and_most(matrix: Matrix, least: float, most: float) -> None:
    assert scales(matrix) == pytest.approx((least, most))
