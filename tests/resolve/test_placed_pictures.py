"""A picture as a block shows it: which part of it, how wide and where, down to the finished page."""

from __future__ import annotations

import re

import pytest

from brochures.compose.html import compose
from brochures.compose.templates import Templates
from brochures.findings import Finding
from brochures.project.edition import Edition
from brochures.project.paths import ROOT
from brochures.resolve.job import PlacedPicture
from brochures.resolve.ticket import resolve
from tests.miniature import Miniature
from tests.resolve.pictures import saved, scene

FOLD, IMAGES = "content/brochures/fold.yaml", "content/images/images.yaml"


@pytest.fixture
def photo(mini: Miniature) -> Miniature:
    """The miniature project with a photograph in the place of its leaf."""
    mini.remove("content/images/leaf.svg")
    mini.write("content/images/leaf.jpg", saved(scene()))
    mini.replace(IMAGES, "leaf.svg", "leaf.jpg")
    return mini


def _shown(mini: Miniature, block: str) -> PlacedPicture:
    mini.replace(FOLD, "{image: leaf}", f"{{image: leaf{block}}}")
    (picture,) = resolve(mini.project, mini.load(), "fold").things(PlacedPicture)
    assert isinstance(picture, PlacedPicture)
    return picture


@pytest.mark.parametrize(
    ("block", "end"),
    [
        ("", ""),
        (", crop: square", "?1/1,0.5,0.5"),
        (", crop: portrait, keep: center", "?2/3,0.5,0.5"),
        (", crop: landscape, keep: left", "?3/2,0,0.5"),
        (", crop: wide, keep: top", "?16/9,0.5,0"),
        (", crop: strip, keep: bottom", "?4/1,0.5,1"),
        (", crop: strip, keep: right", "?4/1,1,0.5"),
        (", width: half, place: center", ""),
    ],
)
def test_what_is_kept_stands_at_the_end_of_the_address(photo: Miniature, block: str, end: str) -> None:
    picture = _shown(photo, block)
    assert (picture.file, picture.cut) == ("content/images/leaf.jpg", end)
    assert str(picture.place) == f"{FOLD}:18:24"


def test_the_page_asks_for_what_is_kept_and_no_more(photo: Miniature) -> None:
    _shown(photo, ", crop: strip, keep: top")
    composition, *_ = compose(
        Templates.read(photo.project), resolve(photo.project, photo.load(), "fold"), Edition.SCREEN, proof=False
    )
    assert 'src="content/images/leaf.jpg?4/1,0.5,0"' in composition.html
    assert [picture.file for picture in composition.pictures] == ["content/images/leaf.jpg"]


@pytest.mark.slow
def test_what_is_cut_off_is_not_in_the_finished_file(photo: Miniature) -> None:
    photo.replace(FOLD, "{image: leaf}", "{image: leaf, crop: strip, keep: top}")
    report = photo.build("fold")
    assert [found for found in report.findings if found.is_error] == []
    sizes = re.findall(rb"/Width (\d+)|/Height (\d+)", photo.path("fold.screen").read_bytes())
    assert sorted(int(width or height) for width, height in sizes) == [40, 160]


def test_a_drawing_is_not_cut(mini: Miniature) -> None:
    mini.replace(FOLD, "{image: leaf}", "{image: leaf, crop: square}")
    (found,) = mini.check("fold")
    assert (found.code, str(found.place)) == ("RES-112", f"{FOLD}:18:36")
    assert found.message == "'leaf' is a drawing (SVG), and only photographs are cut"
    assert found.help == "take 'crop' out, or cut the drawing in the drawing program"


def _in_a_slot(photo: Miniature, size: tuple[int, int], keep: str = "") -> list[Finding]:
    """Put a photograph of ``size`` in pixels into the slot of a topic, and return what is said of its shape."""
    photo.write("content/images/leaf.jpg", saved(scene(*size)))
    photo.replace(FOLD, "picture: {image: leaf}", f"topic: {{title: Our rooms, photograph: {{image: leaf{keep}}}}}")
    return [found for found in photo.check("fold") if found.code == "RES-117"]


@pytest.mark.parametrize("size", [(160, 120), (120, 120), (150, 90)])
def test_a_photograph_that_is_nearly_a_square_goes_into_a_slot(photo: Miniature, size: tuple[int, int]) -> None:
    assert _in_a_slot(photo, size) == []


@pytest.mark.parametrize(("size", "share"), [((160, 90), "44%"), ((80, 160), "50%")])
def test_a_photograph_of_another_shape_than_its_slot_is_told(
    photo: Miniature, size: tuple[int, int], share: str
) -> None:
    (found,) = _in_a_slot(photo, size)
    assert str(found.place) == f"{FOLD}:18:53"
    assert f"is {size[0]} x {size[1]} pixels" in found.message
    assert f"{share} of it would be cut away" in found.message
    assert f"{min(size)} x {min(size)} pixels at most" in str(found.help)


def test_a_slot_shows_a_square_in_grays_of_what_is_to_be_kept(photo: Miniature) -> None:
    assert _in_a_slot(photo, (160, 120), ", keep: left") == []
    (picture,) = resolve(photo.project, photo.load(), "fold").things(PlacedPicture)
    assert picture.cut == "?1/1,0,0.5,grey"
    assert picture.alt == "A leaf"


@pytest.mark.parametrize(
    "word", ["full", "three-quarters", "two-thirds", "half", "third", "quarter", "center", "right"]
)
def test_each_width_and_place_has_its_style(word: str) -> None:
    style = (ROOT / "styles" / "components" / "picture.css").read_text(encoding="utf-8")
    template = (ROOT / "templates" / "components" / "picture.html").read_text(encoding="utf-8")
    assert (f".picture--{word} {{" in style) is (word != "full"), "a picture takes the whole measure by itself"
    assert "picture--{{ content.width }} picture--{{ content.place }}" in template
