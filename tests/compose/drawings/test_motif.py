"""The river: the same course for the same measures, three streams from one source to one mouth, in any size."""

from __future__ import annotations

import re

import pytest

from brochures.compose.drawings.motif import STEPS, river
from brochures.project.paths import ROOT

SIZES = [(284, 216), (396, 612), (288, 648), (252, 144), (792, 1224), (44, 16)]


def _points(path: str) -> list[tuple[float, float]]:
    numbers = [float(number) for number in re.findall(r"-?\d+(?:\.\d+)?", path)]
    points = list(zip(numbers[::2], numbers[1::2], strict=True))
    return [points[0], *points[3::3]]


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_three_streams_leave_one_source_and_meet_in_one_mouth(width: int, height: int) -> None:
    source, mouth = (0.0, height / 2), (float(width), height / 2)
    found = river(source, mouth, spread=height * 0.3, contours=2, gap=2, source_gap=0.5)
    assert len(found.streams) == 3
    for stream in found.streams:
        points = _points(stream.middle)
        assert len(points) == STEPS + 1
        assert points[0] == pytest.approx(source, abs=0.01)
        assert points[-1] == pytest.approx(mouth, abs=0.01)
        assert len(stream.contours) == 2
    middles = [_points(stream.middle)[STEPS // 2][1] for stream in found.streams]
    assert middles == sorted(middles, reverse=True)
    assert middles[0] - middles[2] == pytest.approx(height * 0.6, abs=0.02)


def test_a_stop_lies_on_its_stream() -> None:
    found = river((0, 0), (100, 0), spread=20, meander=3)
    for number, stream in enumerate(found.streams):
        x, y = found.stop(number, 0.5)
        assert (x, y) == pytest.approx(_points(stream.middle)[STEPS // 2], abs=0.02)


def test_the_same_measures_give_the_same_river_to_the_letter() -> None:
    once = river((1, 2), (300, 40), spread=30, contours=3, gap=4, meander=2)
    again = river((1, 2), (300, 40), spread=30, contours=3, gap=4, meander=2)
    assert once.streams == again.streams
    assert not re.search(r"e-|-0[ C]|-0$", "".join(stream.middle for stream in once.streams))


def test_no_path_is_pasted_into_the_motif() -> None:
    text = (ROOT / "templates" / "motif.html").read_text(encoding="utf-8")
    assert max(map(len, text.splitlines())) < 260
    assert re.findall(r'd="M[\d.]', text) == []
    weights = [float(found) for found in re.findall(r"\b([0-2]\.\d+)\b(?=[,)])", text)]
    assert min(weight for weight in weights if weight >= 0.5) >= 0.5
