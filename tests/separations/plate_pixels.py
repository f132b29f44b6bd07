"""Plates, looked at pixel by pixel: 72 to the inch, so that a pixel is a pt."""

from __future__ import annotations

from collections.abc import Mapping

from PIL import Image

from brochures.separations import separations


def plates_of(data: bytes) -> Mapping[str, Image.Image]:
    (plates,) = separations(data, 72, "trim")
    return plates


def ink_at(plates: Mapping[str, Image.Image], x: int, y: int) -> dict[str, int]:
    """Return the ink of each plate in per cent at a place in pt from the top left corner; plates without any are left out."""
    amounts = {name: plate.tobytes()[y * plate.width + x] for name, plate in plates.items()}
    return {name: round(amount / 2.55) for name, amount in amounts.items() if amount}
