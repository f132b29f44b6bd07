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


def _disc(pose: str) -> tuple[float, ...]:
    """Return the head of ``pose``: its middle, width and height."""
    return next(shape.numbers[0] for shape in POSES[pose] if (shape.tone, shape.cut) == ("head", "disc"))


def test_who_lies_on_one_side_lies_on_the_floor_and_cannot_be_taken_for_prone() -> None:
    """One shoulder over the other, no air below the body, knee and elbow before it, the head low with a hand under the cheek."""
    under, body, upper, shoulder = _parts("lying-on-side", "coat")
    top, foot = min(y for _, y, _ in body), max(y for _, y, _ in body)
    assert foot - top > 18, "as deep as shoulders are broad, seen from a little above"
    assert foot > -6, "the body lies on the floor"
    head = _disc("lying-on-side")
    assert under[-1][0] < head[0] < under[0][0], "the lower arm lies before the face, and beyond it"
    assert abs(upper[-1][0] - head[0]) < 4, "the hand is under the cheek"
    assert head[1] < upper[-1][1] < under[1][1]
    assert max(shoulder[0][1], upper[0][1]) < top + 8, "the upper arm begins at the upper shoulder"
    assert -head[1] < -top, "the mouth is lower than the shoulder"


def test_the_upper_leg_of_who_lies_on_one_side_keeps_them_from_rolling_on() -> None:
    """Bent at right angles at hip and knee, the knee on the floor before the body; the lower leg is straight."""
    straight, _, upper, _ = _parts("lying-on-side", "legs")
    (hip, knee, ankle) = upper
    assert knee[1] > -7, "the knee is on the floor"
    assert abs(knee[0] - hip[0]) < 0.3 * (knee[1] - hip[1]), "the thigh lies across the body"
    assert abs(ankle[1] - knee[1]) < 0.1 * (ankle[0] - knee[0]), "the shin lies along it"
    assert all(y < -9 for _, y, _ in straight), "the lower leg lies behind the knee"
    assert max(y for _, y, _ in straight) - min(y for _, y, _ in straight) < 2


@pytest.mark.parametrize("pose", ["lying-on-side", "kneeling-calling"])
def test_limbs_that_lie_over_a_body_are_its_own_and_have_an_edge(pose: str) -> None:
    """Whose arm or leg it is must be seen at once: it has the tone of the coat or the legs of whom it belongs to."""
    over = [part for part in figure(0, 0, 60, pose=pose).parts if part.over]
    assert {part.tone for part in over} == {"coat", "legs"}
    assert len(over) >= 3


def test_the_hand_of_who_calls_rests_on_a_shoulder_and_the_telephone_is_at_the_ear() -> None:
    _, reaching, calling, _ = _parts("kneeling-calling", "coat")
    (x, y, _) = reaching[-1]
    assert -6 < y < 0, "as low as the shoulder of somebody who lies before"
    assert x > 20
    (phone,) = _parts("kneeling-calling", "aid")
    middle, high, wide, _ = _disc("kneeling-calling")
    assert abs((phone[0][0] + phone[1][0]) / 2 - middle) < wide / 4, "at the ear: the face before it is free"
    assert phone[0][1] < high < phone[1][1]
    assert abs(phone[1][1] - calling[-1][1]) < 4 < abs(calling[1][1] - high), "a hand holds it"


def test_who_calls_kneels_on_two_legs() -> None:
    shins = [joints for joints in _parts("kneeling-calling", "legs") if all(y > -5 for _, y, _ in joints)]
    assert len(shins) == 2


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
