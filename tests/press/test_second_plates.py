"""The plates that Ghostscript makes of a real press file: words stand on black alone, on white and on colour, and lie on what is below."""

from __future__ import annotations

import pytest
from PIL import Image

from brochures.preflight.press.ink_terms import is_black
from brochures.separations import Painted, things
from tests.press_room import PressRoom
from tests.separations.ghostscript import Plates, plates_by_ghostscript

PPI = 150

EVEN = 3
"""Of 255: less is how a reader rounds."""


@pytest.fixture(scope="module")
def plates(press_room: PressRoom, tmp_path_factory: pytest.TempPathFactory) -> list[Plates]:
    return plates_by_ghostscript(press_room.made.data, PPI, tmp_path_factory.mktemp("plates"))


def _black_words(press_room: PressRoom) -> list[Painted]:
    found = [
        one for one in things(press_room.made.data) if one.shows and one.lettering and all(map(is_black, one.colours))
    ]
    assert len(found) > 100
    return found


def _cut(plate: Image.Image, thing: Painted) -> tuple[int, int]:
    """Return the least and the most ink of a plate where ``thing`` stands."""
    scale, box = PPI / 72, thing.box
    edges = (round(box.left * scale), round(box.top * scale), round(box.right * scale), round(box.bottom * scale))
    low, high = plate.crop(edges).getextrema()
    return int(low), int(high)  # type: ignore[arg-type]  # one band


def test_black_words_are_on_the_black_plate_alone_and_knock_nothing_out(
    press_room: PressRoom, plates: list[Plates]
) -> None:
    grounds = set()
    for thing in _black_words(press_room):
        page = plates[thing.where.page - 1]
        assert _cut(page["Black"], thing)[1] > 200, thing
        for name in ("Cyan", "Magenta", "Yellow"):
            low, high = _cut(page[name], thing)
            # The ground alone, as even as without the words.
            assert high - low <= EVEN, (name, thing)
            grounds.add(high > EVEN)
    # There are words on paper and words on colour.
    assert grounds == {True, False}
