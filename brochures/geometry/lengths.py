"""Lengths: lengths in pt as people write them."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from brochures.geometry.units import INCH, MM


def inches(points: float) -> str:
    """Return a length in pt as inches, as a designer writes it: ``3.625``."""
    return f"{points / INCH:.4f}".rstrip("0").rstrip(".")


def millimetres(points: float) -> str:
    """Return a length in pt as millimetres, to a hundredth: ``93.66``."""
    exact = Decimal(f"{points / MM:.6f}")
    return f"{exact.quantize(Decimal('0.01'), ROUND_HALF_UP):f}".rstrip("0").rstrip(".")


def length_of(points: float, *, metric: bool) -> str:
    """Return a length in pt in both units, the one that it was planned in first: ``3.625 in (92.08 mm)``."""
    if metric:
        return f"{millimetres(points)} mm ({_near(points)} in)"
    return f"{inches(points)} in ({millimetres(points)} mm)"


def size_of(size: tuple[float, float], *, metric: bool) -> str:
    """Return width and height in pt in both units, the one that they were planned in first."""
    times = " \N{MULTIPLICATION SIGN} "
    in_mm = f"{times.join(map(millimetres, size))} mm"
    return f"{in_mm} ({times.join(map(_near, size))} in)" if metric else f"{times.join(map(inches, size))} in ({in_mm})"


def _near(points: float) -> str:
    """Return a length that was planned in mm as inches, to a hundredth."""
    return f"{points / INCH:.2f}".rstrip("0").rstrip(".")
