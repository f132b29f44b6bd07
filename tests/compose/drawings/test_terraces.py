"""The three banks: one below the other, each darker, with room for people between them and a river from the first to the last."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from brochures.compose.drawings.people import figure
from brochures.compose.drawings.terraces import BELOW, SIDES, TONES, terraces

SIZES = [(84.0, 192.0), (70.0, 160.0)]


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_people_stand_on_three_banks_as_far_apart_as_each_other(width: float, height: float) -> None:
    found = terraces(width, height)
    assert len(found.grounds) == SIDES
    assert [below - above for above, below in pairwise(found.grounds)] == pytest.approx([height / 3] * 2)
    assert found.grounds[-1] == pytest.approx(height * (1 - BELOW))


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_whoever_stands_on_a_bank_does_not_reach_the_bank_above_nor_the_edge(width: float, height: float) -> None:
    found = terraces(width, height)
    for foot, ground in zip((0, *(above + height * BELOW for above in found.grounds)), found.grounds, strict=False):
        assert figure(width / 2, ground, found.adult).top > foot


def test_each_bank_is_a_layer_nearer_than_the_one_above_and_the_river_lies_on_all() -> None:
    tones = [shape.tone for shape in terraces(84, 192).shapes]
    assert list(dict.fromkeys(tones)) == [*TONES, "river", "stream-one", "stream-two", "stream-three"]


def test_the_river_runs_from_the_first_bank_over_the_foot_and_within_the_edges() -> None:
    (path,) = (shape.path for shape in terraces(84, 192).shapes if shape.tone == "river")
    places = [(float(x), float(y)) for x, y in re.findall(r"(-?[\d.]+) (-?[\d.]+)(?=[CL ]|Z)", path)]
    assert min(x for x, _ in places) > 84 / 2
    assert max(x for x, _ in places) <= 84
    assert min(y for _, y in places) == pytest.approx(terraces(84, 192).grounds[0], abs=3)
    assert max(y for _, y in places) > 192


def test_the_same_measures_give_the_same_banks() -> None:
    assert terraces(84, 192).shapes == terraces(84, 192).shapes
