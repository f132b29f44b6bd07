"""People: six and a half heads tall, feet on the ground, inside their box, in every pose, build and size, on either side."""

from __future__ import annotations

import re

import pytest

from brochures.compose.drawings.people import PaperFigure, figure
from brochures.compose.drawings.poses import HAIR, POSES

UPRIGHT = ["standing", "arm-round-standing", "walking", "arm-in-arm", "reaching"]


def _heads(found: PaperFigure) -> list[tuple[float, float, float]]:
    """Return left, top and height of each head: an oval of two arcs."""
    ovals = (
        re.fullmatch(r"M(\S+) (\S+)A(\S+) (\S+) 0 0 1 .*", part.path) for part in found.parts if part.tone == "head"
    )
    return [(float(oval[1]), float(oval[2]) - float(oval[4]), 2 * float(oval[4])) for oval in ovals if oval]


@pytest.mark.parametrize("pose", UPRIGHT)
@pytest.mark.parametrize("height", [40, 60, 230])
def test_a_grown_up_who_stands_is_six_and_a_half_heads_tall(pose: str, height: float) -> None:
    found = figure(0, 300, height, pose=pose)
    ((_, top, head),) = _heads(found)
    assert found.bottom - found.top == pytest.approx(height, rel=0.01)
    assert top == pytest.approx(found.top, abs=0.02)
    assert height / head == pytest.approx(6.5, abs=0.01)


@pytest.mark.parametrize("pose", [pose for pose in POSES if pose != "reclining"])
@pytest.mark.parametrize("facing", ["left", "right"])
def test_everybody_stands_on_the_ground(pose: str, facing: str) -> None:
    found = figure(80, 112, 100, pose=pose, facing=facing)
    assert found.bottom == pytest.approx(112, abs=0.4)


def test_who_reclines_lies_above_the_ground() -> None:
    found = figure(80, 112, 100, pose="reclining")
    assert 112 - 25 < found.bottom < 112 - 15


def _parts(pose: str, tone: str) -> list[list[tuple[float, float, float]]]:
    """Return the joints or corners of each shape of ``pose`` in ``tone``; y grows downwards from the floor at 0."""
    return [[(x, y, rest[0]) for x, y, *rest in shape.numbers] for shape in POSES[pose] if shape.tone == tone]


def test_who_lies_on_one_side_lies_on_the_floor_and_cannot_be_taken_for_prone() -> None:
    """One shoulder over the other, no air below the body, knee and elbow before it, the head on an arm with a hand under the cheek."""
    ((coat,),) = (_parts("lying-on-side", "coat"),)
    top, foot = min(y for _, y, _ in coat), max(y for _, y, _ in coat)
    assert foot - top > 20, "as deep as shoulders are broad"
    assert foot > -6, "the body lies on the floor"
    under, *knee, upper_arm, forearm = _parts("lying-on-side", "limbs")
    head = next(shape.numbers[0] for shape in POSES["lying-on-side"] if (shape.tone, shape.cut) == ("head", "disc"))
    assert under[-1][0] < head[0] < under[0][0], "the lower arm lies under the head, and beyond it"
    assert abs(forearm[-1][0] - head[0]) < 3, "the hand is under the cheek"
    assert head[1] < forearm[-1][1] < under[1][1]
    assert upper_arm[0][1] < top + 8, "the upper arm begins at the upper shoulder"
    thigh, shin, _ = knee
    assert thigh[0][1] < top + 8
    assert thigh[1][1] > -7, "the knee is on the floor"
    assert abs(shin[0][0] - shin[1][0]) > 15, "the shin lies along it"
    (straight, _) = _parts("lying-on-side", "legs")
    assert all(y < -5 for _, y, _ in straight), "the lower leg lies behind the knee"


def test_the_hand_of_who_calls_rests_on_a_shoulder_and_the_telephone_is_at_the_ear() -> None:
    ((_, _, (x, y, _)), (_, elbow, hand)) = _parts("kneeling-calling", "coat")[1:]
    assert -20 < y < -10 < x < 30, "as high as the shoulder of somebody who lies before"
    (phone,) = _parts("kneeling-calling", "aid")
    head = next(shape.numbers[0] for shape in POSES["kneeling-calling"] if (shape.tone, shape.cut) == ("head", "disc"))
    assert abs((phone[0][0] + phone[1][0]) / 2 - head[0]) < 3
    assert abs(phone[1][1] - hand[1]) < 4 < abs(elbow[1] - head[1])


def test_a_child_is_smaller_and_five_heads_tall() -> None:
    ((_, _, head),) = _heads(figure(0, 0, 50, pose="child"))
    assert 50 / head == pytest.approx(5, abs=0.01)


def test_who_sits_is_lower_than_who_stands() -> None:
    standing, sitting = figure(0, 0, 60), figure(0, 0, 60, pose="sitting")
    assert (sitting.bottom - sitting.top) / (standing.bottom - standing.top) == pytest.approx(0.79, abs=0.03)


@pytest.mark.parametrize("pose", POSES)
@pytest.mark.parametrize("hair", HAIR)
def test_every_point_lies_in_the_box(pose: str, hair: str) -> None:
    found = figure(120, 200, 100, pose=pose, hair=hair, breadth=1.2)
    for part in found.parts:
        for end in re.finditer(r"(?:M| )(-?[\d.]+) (-?[\d.]+)(?=[A-Z])", part.path):
            x, y = float(end[1]), float(end[2])
            assert found.left - 0.1 <= x <= found.right + 0.1, (part.tone, x)
            assert found.top - 0.1 <= y <= found.bottom + 0.1, (part.tone, y)


def test_facing_left_mirrors_facing_right() -> None:
    right, left = figure(0, 0, 60, pose="sitting"), figure(0, 0, 60, pose="sitting", facing="left")
    assert (left.left, left.right) == pytest.approx((-right.right, -right.left), abs=0.01)
    assert (left.top, left.bottom) == (right.top, right.bottom)


def test_a_broader_person_has_a_broader_coat_and_the_same_head() -> None:
    usual, broad = figure(0, 0, 60), figure(0, 0, 60, breadth=1.2)
    assert broad.right - broad.left == pytest.approx(1.2 * (usual.right - usual.left), rel=0.05)
    assert _heads(broad) == _heads(usual)


def test_only_a_cane_a_telephone_and_a_wheelchair_are_aids() -> None:
    assert {pose for pose in POSES if any(part.tone == "aid" for part in figure(0, 0, 60, pose=pose).parts)} == {
        "calling",
        "kneeling-calling",
        "cane",
        "wheelchair",
    }


@pytest.mark.parametrize("wrong", [{"pose": "flying"}, {"hair": "blue"}, {"facing": "up"}])
def test_who_cannot_be_drawn_is_named_with_those_who_can(wrong: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="standing, arm-round-standing"):
        figure(0, 0, 60, **wrong)
