"""A picture that is too high says which words of its block make it fit, whether it reaches out itself or its caption does."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

import pytest

from brochures.geometry.box import Box
from brochures.geometry.pages import Art, Line, Region
from brochures.layout.checks.overset import overset
from brochures.layout.checks.smaller_picture import CROPS, WIDTHS
from brochures.load.model.pictures import Crop, PictureWidth
from tests.layout.checks.handmade import Desk, composed, line, panel, sheet
from tests.miniature import Miniature

ROOM = Box(100, 100, 300, 200)


@pytest.fixture(scope="module")
def drawing(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return Desk(composed(Miniature.copied_to(tmp_path_factory.mktemp("smaller") / "project")))


@pytest.fixture(scope="module")
def photograph(drawing: Desk) -> Desk:
    (leaf,) = drawing.composition.pictures
    return Desk(replace(drawing.composition, pictures=(replace(leaf, file="content/images/leaf.jpg"),)))


def _mend(desk: Desk, art: Art, *words: Line) -> str:
    region: Region = panel("front", ROOM, words, [art])
    (found,) = desk.found(overset, sheet(regions=[region]))
    return found.help


def _picture(width: float, top: float, bottom: float) -> Art:
    return Art("image", "img", Box(100, top, 100 + width, bottom), picture=0)


@pytest.mark.parametrize(
    ("width", "bottom", "mend"),
    [
        (200, 214.0, "14 pt less high: write 'crop: strip' or 'width: three-quarters' in its block"),
        (200, 230.0, "30 pt less high: write 'crop: strip' or 'width: two-thirds' in its block"),
        (150, 214.0, "14 pt less high: write 'crop: wide' or 'width: half' in its block"),
        (130, 214.0, "14 pt less high: write 'crop: landscape' or 'width: half' in its block"),
        (40, 214.0, "14 pt less high: write 'crop: landscape', or"),
    ],
)
def test_a_photograph_is_cut_or_narrowed(photograph: Desk, width: float, bottom: float, mend: str) -> None:
    found = _mend(photograph, _picture(width, bottom - 104, bottom))
    assert found.startswith(f"make the picture {mend}".removesuffix(", or"))
    assert found.endswith(", or cut words beside it")
    assert ("width" in found) is ("width" in mend)


@pytest.mark.parametrize(
    ("picture", "more"),
    [
        (_picture(200, 100, 180), ", or write 'crop: strip' or 'width: three-quarters' in the block of the picture"),
        (_picture(200, 100, 109), ""),
        (replace(_picture(200, 100, 180), picture=-1), ""),
    ],
    ids=["a picture", "a flat one", "one of the styles"],
)
def test_words_that_do_not_fit_beside_a_picture_have_another_way(photograph: Desk, picture: Art, more: str) -> None:
    words = line(Box(100, 190, 160, 210), "two words")
    assert _mend(photograph, picture, words) == f"cut about 2 words here, or move them to another place{more}"


def test_a_drawing_is_narrowed_and_not_cut(drawing: Desk) -> None:
    assert _mend(drawing, _picture(200, 110, 214)) == (
        "make the picture 14 pt less high: write 'width: three-quarters' in its block, or cut words beside it"
    )


def test_what_is_wholly_outside_cannot_be_made_to_fit(photograph: Desk) -> None:
    assert _mend(photograph, _picture(200, 200, 214)) == "make the picture 14 pt less high, or cut words beside it"


def test_a_picture_of_the_styles_has_no_block(photograph: Desk) -> None:
    art = replace(_picture(200, 110, 214), picture=-1)
    assert _mend(photograph, art) == "make the picture 14 pt less high, or cut words beside it"


def test_the_words_are_those_of_the_block() -> None:
    assert set(WIDTHS) == set(PictureWidth) - {PictureWidth.FULL}
    assert list(WIDTHS.values()) == sorted(WIDTHS.values(), reverse=True)
    assert set(CROPS) < set(Crop)
    assert MappingProxyType(CROPS) == {"landscape": 1.5, "wide": 16 / 9, "strip": 4.0}
