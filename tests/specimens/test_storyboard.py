"""A treatment day in pictures: each frame has its own, with words of its own, in the order of the day, and the floor it stands on."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from brochures.load.model.figures import FramePicture
from brochures.project.paths import ROOT
from tests.miniature import Miniature
from tests.specimens.gallery import PLACES, specimens

SPECIMEN = specimens()["storyboard"]
FRAMES = next(iter(SPECIMEN.blocks))["storyboard"]["frames"]


def _labels(gallery: Miniature) -> dict[str, str]:
    found = gallery.load().shelf("label")
    return {name: found[f"storyboard.{name}"].thing["en"] for name in FramePicture}


def test_the_specimen_shows_every_picture_that_may_be_named_once() -> None:
    assert [frame["picture"] for frame in FRAMES] == list(FramePicture)


def test_every_picture_is_drawn_under_its_name_and_no_other_is() -> None:
    drawn = (ROOT / "templates" / "frames.html").read_text(encoding="utf-8")
    assert re.findall(r'macro (\w+)\(\) %}\n{{ room\("(\w+)"\) }}', drawn) == [(name, name) for name in FramePicture]


@pytest.mark.parametrize("place", PLACES)
def test_each_frame_is_read_as_its_picture_its_caption_and_its_words(gallery: Miniature, place: str) -> None:
    facts, says = gallery.facts(f"{SPECIMEN.slug(place)}.screen"), _labels(gallery)
    items = list(facts.tree.all("LI"))
    assert len(items) == len(FRAMES)
    for item, frame in zip(items, FRAMES, strict=True):
        (figure,) = item.all("Figure")
        assert figure.alt == says[frame["picture"]]
        assert frame["caption"] in item.text


@pytest.mark.parametrize(("place", "columns"), [("panel", 2), ("page", 3)])
def test_frames_lie_in_two_columns_of_a_panel_and_in_three_of_a_page(
    gallery: Miniature, place: str, columns: int
) -> None:
    facts = gallery.facts(f"{SPECIMEN.slug(place)}.screen")
    corners = [facts.places(1, frame["caption"])[0] for frame in FRAMES]
    lefts, tops = {round(x / 4) for x, *_ in corners}, {round(top / 4) for *_, top in corners}
    assert (len(lefts), len(tops)) == (columns, len(FRAMES) // columns)


FRAME = {"picture": "leaving", "caption": "C"}


@pytest.mark.parametrize(
    ("frames", "told"),
    [
        ([{"picture": "flying", "caption": "C"}], "'flying'"),
        ([FRAME] * 7, "at most 6, it has 7"),
        ([FRAME] * 6, ""),
    ],
    ids=["a picture that there is not", "seven frames", "six frames"],
)
def test_a_picture_that_there_is_not_or_a_seventh_frame_is_told_at_its_line(
    tmp_path: Path, frames: list[dict[str, str]], told: str
) -> None:
    mini = Miniature.copied_to(tmp_path / "mini")
    head = (mini.root / "content/brochures/fold.yaml").read_text(encoding="utf-8").split("panels:")[0]
    written = f"{head}panels:\n  front:\n    - storyboard:\n        frames: {json.dumps(frames)}\n"
    mini.write("content/brochures/day.yaml", written)
    found = [one for one in mini.load().findings if one.place.file == "content/brochures/day.yaml"]
    assert [told in one.message for one in found] == [True] * bool(told)
    assert {one.place.line for one in found} <= {len(written.splitlines())}
