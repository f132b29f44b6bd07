"""Proofs, crops and the contact sheet are drawn as they were when somebody last looked at them, pixel for pixel but for soft edges."""

from __future__ import annotations

import io
from collections.abc import Mapping

import pytest
from PIL import Image, ImageChops

from tests.proofs.handmade import DRAWN, pictures

NAMES = sorted(path.name for path in DRAWN.glob("*.png"))
SOFT = 64
"""How far a pixel may differ, of 255: edges of letters differ between versions of the library that draws them."""

FEW = 12
"""How many pixels may differ by more: fewer than a letter has that stands elsewhere."""


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Image.Image]:
    return pictures(tmp_path_factory.mktemp("drawn"))


def test_every_picture_is_compared(drawn: Mapping[str, Image.Image]) -> None:
    assert sorted(drawn) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_picture_is_drawn_as_it_was(drawn: Mapping[str, Image.Image], name: str) -> None:
    now, before = drawn[name].convert("RGB"), Image.open(io.BytesIO((DRAWN / name).read_bytes())).convert("RGB")
    assert now.size == before.size
    worst = ImageChops.difference(now, before).convert("L").point(lambda value: 255 if value > SOFT else 0)
    assert sum(worst.histogram()[255:]) <= FEW, "look at it; if it is right: .venv/bin/python -m tests.proofs.handmade"
