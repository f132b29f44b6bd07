"""Poses: people as tables of numbers, 100 high when they stand. y grows downwards from the ground at 0; from the side they look to the right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

TALL = 100
"""How high somebody who stands is, in the numbers of a pose."""

HEAD = TALL / 6.5
"""A head of a grown-up."""

CHILD_HEAD = TALL / 5


@dataclass(frozen=True)
class CutOut:
    """One shape of a pose: ``tone`` is what it is (coat, legs, head, aid; limbs are told from the coat that they lie on), ``cut`` how it is cut from its numbers.

    A ``limb`` is joints of x, y and thickness, an ``outline`` corners of x, y and softness, a ``disc`` its middle, width and
    height, a ``ring`` its middle, width and thickness.
    """

    tone: str
    cut: str
    numbers: tuple[tuple[float, ...], ...]


def _coat(*corners: tuple[float, float, float]) -> CutOut:
    return CutOut("coat", "outline", corners)


def _sleeve(*joints: tuple[float, float, float]) -> CutOut:
    return CutOut("coat", "limb", joints)


def _leg(*joints: tuple[float, float, float]) -> CutOut:
    return CutOut("legs", "limb", joints)


def _limb(*joints: tuple[float, float, float]) -> CutOut:
    return CutOut("limbs", "limb", joints)


def _head(x: float, y: float, nape: tuple[float, float], size: float = HEAD) -> tuple[CutOut, CutOut]:
    """Return neck and head: the middle of the head, and where the neck goes into the coat."""
    return (
        CutOut("head", "limb", ((x, y + size * 0.2, size * 0.4), (*nape, size * 0.36))),
        CutOut("head", "disc", ((x, y, size * 0.86, size),)),
    )


_TOP = -TALL + HEAD / 2
_LAP = 27.0
"""How high a seat is."""

_STANDING_LEGS = (
    _leg((-4, -48, 8.6), (-4.2, -25, 6.4), (-3.9, -3, 4)),
    _leg((-4, -1.9, 3.8), (-5.6, -1.7, 3.4)),
    _leg((4, -48, 8.6), (5.2, -25, 6.4), (6.6, -3, 4)),
    _leg((6.7, -1.9, 3.8), (8.6, -1.7, 3.4)),
)

_BACK = _coat(
    *(
        (-3.2, -84.6, 0.5),
        (-9.6, -80.6, 0.9),
        (-10.6, -73, 0.8),
        (-7.6, -62, 1),
        (-10.4, -38, 0.1),
        (-0.9, -37.6, 0),
        (0, -50, 0),
    ),
    *((0.9, -37.6, 0), (10.8, -38, 0.1), (8, -62, 1), (10.8, -73, 0.8), (10, -80.4, 0.9), (3.2, -84.6, 0.5)),
)

_SIDE = _coat(
    *((-3, -84.2, 0.5), (-6.4, -78, 0.8), (-7.2, -68, 1), (-6.4, -58, 1), (-10.4, -37.5, 0.1)),
    *((9.4, -38, 0.1), (6.6, -58, 1), (6.8, -70, 1), (5.2, -79, 0.8), (3.2, -83.6, 0.5)),
)

_WALKING_LEGS = (
    _leg((-1.5, -46, 9.6), (-3.2, -25, 6.8), (-13, -6.4, 4.2)),
    _leg((-13.2, -5.6, 3.6), (-9.8, -1.6, 3)),
    _leg((1.5, -46, 9.6), (8.4, -26, 7), (11, -3.4, 4.2)),
    _leg((11, -1.9, 3.8), (15.4, -1.9, 3.2)),
)

_WALKING_BACK_ARM = _sleeve((-1.5, -77.4, 6.4), (-9.6, -64.5, 5.8), (-13.4, -51.5, 4.2))

_STANDING_SIDE_LEGS = (
    _leg((-1.8, -46, 9), (-3.6, -25, 6.6), (-6.4, -3, 4)),
    _leg((-6.2, -1.9, 3.8), (-1.6, -1.9, 3.2)),
    _leg((1.8, -46, 9), (3.4, -25, 6.6), (3.4, -3, 4)),
    _leg((3.6, -1.9, 3.8), (8.2, -1.9, 3.2)),
)


def _sitting_legs(seat: float = _LAP) -> tuple[CutOut, ...]:
    return (
        _leg((0, -seat - 4.8, 10.6), (23, -seat - 4.2, 8)),
        _leg((23.2, -seat - 4.4, 7.6), (24.6, -16, 6.6), (23.6, -3.4, 4.2)),
        _leg((23.8, -1.9, 3.8), (29, -1.9, 3.2)),
    )


def _sitting_body(seat: float = _LAP) -> tuple[CutOut, ...]:
    back = ((-3.4, -35.8, 0.5), (-7, -29, 0.8), (-8, -16, 1), (-7.4, -0.2, 0.3))
    front = ((9, 0.2, 0.5), (13, -5.4, 0.5), (6.4, -13.6, 0.9), (6.4, -26, 1), (4.2, -33, 0.8), (2.4, -35.6, 0.5))
    return (
        *_head(2.4, -seat - 44.8, (-0.6, -seat - 34)),
        _coat(*((x, y - seat, soft) for x, y, soft in (*back, *front))),
    )


def _seated(arm: Sequence[tuple[float, float, float]], seat: float = _LAP) -> tuple[CutOut, ...]:
    """Return somebody on a seat, with the arm's joints counted from the seat."""
    return (*_sitting_legs(seat), *_sitting_body(seat), _sleeve(*((x, y - seat, thick) for x, y, thick in arm)))


_ON_LAP = ((-1, -29.4, 6.8), (3, -15.5, 6), (16, -9.8, 4.2))

_BENCH_BACK = _coat(
    *(
        (-3.2, -_LAP - 36.4, 0.5),
        (-9.6, -_LAP - 32.4, 0.9),
        (-10.4, -_LAP - 25, 0.8),
        (-8.4, -_LAP - 12, 1),
        (-11, -_LAP + 2, 0.4),
    ),
    *(
        (11, -_LAP + 2, 0.4),
        (8.4, -_LAP - 12, 1),
        (10.4, -_LAP - 25, 0.8),
        (9.6, -_LAP - 32.4, 0.9),
        (3.2, -_LAP - 36.4, 0.5),
    ),
)

_BENCH_LEGS = (
    _leg((-5, -_LAP, 8), (-5.6, -3, 4.2)),
    _leg((-5.8, -1.9, 3.8), (-7.4, -1.7, 3.4)),
    _leg((5, -_LAP, 8), (5.8, -3, 4.2)),
    _leg((5.9, -1.9, 3.8), (7.8, -1.7, 3.4)),
)

_BENCH_ARMS = (
    _sleeve((-8.4, -_LAP - 29.4, 6.4), (-12, -_LAP - 15, 5.8), (-9, -_LAP - 2, 4.4)),
    _sleeve((8.4, -_LAP - 29.4, 6.4), (12, -_LAP - 15, 5.8), (9, -_LAP - 2, 4.4)),
)

HAIR: Mapping[str, tuple[tuple[tuple[float, float, float], ...], ...]] = {
    "short": (),
    "bun": (((-0.46, -0.14, 0.4), (-0.5, -0.1, 0.4)),),
    "bob": (((-0.02, -0.04, 0.92), (-0.1, 0.34, 0.8)),),
    "long": (((-0.06, 0, 0.86), (-0.14, 0.5, 0.6), (-0.16, 0.86, 0.36)),),
}
"""Hair beside the head, as joints counted from the middle of the head in heads."""

POSES: Mapping[str, tuple[CutOut, ...]] = {
    "standing": (
        *_STANDING_LEGS,
        *_head(0.4, _TOP, (0, -83)),
        _sleeve((-8.4, -77.6, 6.4), (-12.2, -62, 5.6), (-11, -48, 4.2)),
        _sleeve((8.8, -77.6, 6.4), (13.4, -62.5, 5.6), (8.8, -52, 4.6)),
        _BACK,
    ),
    "arm-round-standing": (
        *_STANDING_LEGS,
        *_head(1.6, _TOP, (0, -83)),
        _sleeve((-8.4, -77.6, 6.4), (-12.2, -62, 5.6), (-11, -48, 4.2)),
        _BACK,
        _sleeve((8, -77.4, 6.6), (17, -70, 5.8), (28, -73, 4.4)),
    ),
    "walking": (
        *_WALKING_LEGS,
        *_head(2.2, _TOP, (0.4, -83)),
        _sleeve((2, -77, 6.2), (8.2, -64, 5.4), (14, -54, 4)),
        _WALKING_BACK_ARM,
        _SIDE,
    ),
    "arm-in-arm": (
        *_WALKING_LEGS,
        *_head(2.2, _TOP, (0.4, -83)),
        _WALKING_BACK_ARM,
        _SIDE,
        _sleeve((1, -77, 6.4), (4.4, -61.5, 5.6), (15, -60.5, 4.2)),
    ),
    "reaching": (
        *_STANDING_SIDE_LEGS,
        *_head(2.4, _TOP, (0.4, -83)),
        _SIDE,
        _sleeve((0.4, -77, 6.6), (6, -62.5, 5.8), (19, -64, 4.2)),
    ),
    "calling": (
        *_STANDING_SIDE_LEGS,
        *_head(2.4, _TOP, (0.4, -83)),
        _SIDE,
        _sleeve((0.4, -77, 6.6), (9.6, -66, 5.8), (8.8, -86, 4.2)),
        CutOut("aid", "limb", ((9.6, -96, 3), (8.6, -86, 3))),
    ),
    "kneeling-calling": (
        _leg((0, -22, 9.6), (6, -5, 7.4)),
        _leg((6, -4.4, 6.6), (-14, -3.2, 4.4)),
        _leg((-14, -3, 3.8), (-18.6, -1.9, 3.8)),
        *_head(2.4, _TOP + 24, (0.4, -59)),
        _coat(*((x, y + 24, soft) for x, y, soft in _SIDE.numbers)),
        _sleeve((1, -53, 6.4), (14, -36, 5.6), (23, -15.5, 4.4)),
        _sleeve((-0.4, -53, 6.6), (12, -49, 5.8), (5.4, -60, 4.4)),
        CutOut("aid", "limb", ((0.8, -71.6, 5), (4.6, -62.6, 5))),
    ),
    # Seen from the front: one shoulder and one hip over the other, all of the body on the floor. The head lies on one arm, the hand of the
    # other is under its cheek; the lower leg is stretched, the upper knee lies on the floor before it.
    "lying-on-side": (
        _limb((-27, -9.4, 6.6), (-44, -6.4, 5.6), (-63, -4.6, 4.4)),
        _leg((8, -10, 9.6), (30, -8.6, 7.4), (50, -7.4, 4.6)),
        _leg((50, -7.4, 4), (53, -12.6, 3.4)),
        CutOut("head", "limb", ((-41, -17.4, HEAD * 0.42), (-30, -17, HEAD * 0.4))),
        _coat(
            *((-31, -24, 0.6), (-26, -27.4, 0.9), (-16, -26.4, 0.9), (-4, -24, 1), (10, -27, 0.7), (14, -22, 0.5)),
            *((14, -10, 0.5), (10, -5.4, 0.5), (-8, -6, 1), (-24, -5.4, 0.8), (-30, -8, 0.6), (-32.4, -16, 0.7)),
        ),
        _limb((8, -20.6, 10.6), (16, -5, 8.2)),
        _limb((15, -4, 7.6), (36, -2.4, 4.8)),
        _limb((36, -2.4, 4), (39.6, -5.4, 3.4)),
        _limb((-24.4, -21.4, 7), (-17, -7.4, 6.2)),
        _limb((-17, -7, 6), (-44, -11.4, 4.6)),
        CutOut("head", "disc", ((-45.4, -19.4, HEAD, HEAD * 0.9),)),
    ),
    "cane": (
        _leg((-1.6, -45, 9.4), (-2.6, -24, 6.6), (-8, -4.6, 4)),
        _leg((-8, -3.4, 3.6), (-4, -1.7, 3.2)),
        _leg((1.4, -45, 9.4), (6, -25, 6.8), (6.4, -3.4, 4.2)),
        _leg((6.6, -1.9, 3.8), (11.2, -1.9, 3.2)),
        CutOut("aid", "limb", ((15.4, -44.6, 1.7), (18.4, -45.4, 1.7), (19, -42.4, 1.7), (20.4, -0.8, 1.6))),
        *_head(6.8, _TOP + 2.6, (2.8, -80.6)),
        _coat(
            *((-0.6, -82.4, 0.5), (-5, -77.6, 0.8), (-7, -68, 1), (-6.8, -57, 1), (-9.6, -36.5, 0.1)),
            *((8.4, -37, 0.1), (6.6, -56, 1), (8, -69, 1), (7.4, -77, 0.8), (5.6, -81, 0.5)),
        ),
        _sleeve((1.6, -75, 6.6), (5.6, -59.5, 5.8), (16, -47.4, 4.2)),
    ),
    "sitting": _seated(_ON_LAP),
    "sitting-hand-out": _seated(((-1, -29.4, 6.8), (4.6, -17, 6), (17.5, -18.4, 4.2))),
    "sitting-behind": (*_BENCH_LEGS, *_head(0, -_LAP - 45, (0, -_LAP - 34)), *_BENCH_ARMS, _BENCH_BACK),
    "arm-round": (
        *_BENCH_LEGS,
        *_head(1.4, -_LAP - 45, (0, -_LAP - 34)),
        _BENCH_ARMS[0],
        _BENCH_BACK,
        _sleeve((7.8, -_LAP - 29.6, 6.6), (17, -_LAP - 22.5, 5.8), (29, -_LAP - 26, 4.4)),
    ),
    "reclining": (
        _leg((0, -_LAP - 3, 10.6), (23, -_LAP - 6, 8)),
        _leg((23, -_LAP - 6, 7.6), (33, -_LAP + 0.6, 6.4), (43, -_LAP + 5, 4.4)),
        _leg((43.4, -_LAP + 4.6, 3.8), (45.8, -_LAP - 0.4, 3.2)),
        *_head(-28.4, -_LAP - 32.6, (-22, -_LAP - 24)),
        _coat(
            *(
                (-25.6, -_LAP - 24, 0.5),
                (-24.4, -_LAP - 17.4, 0.8),
                (-13.6, -_LAP - 5.6, 1),
                (-5.4, -_LAP + 2.4, 0.8),
                (9, -_LAP + 2, 0.3),
            ),
            *(
                (13, -_LAP - 9.2, 0.3),
                (3, -_LAP - 11, 0.9),
                (-8.6, -_LAP - 21.6, 1),
                (-16.4, -_LAP - 27.6, 0.8),
                (-20.6, -_LAP - 28.6, 0.5),
            ),
        ),
        _sleeve((-17, -_LAP - 22.4, 6.6), (-6, -_LAP - 11.4, 6), (9.4, -_LAP - 11.8, 4.2)),
    ),
    "wheelchair": (
        CutOut("aid", "limb", ((-11, -52, 1.7), (-9.4, -50, 1.7), (-8.6, -20, 1.7))),
        CutOut("aid", "limb", ((-8.6, -29, 1.7), (20, -29, 1.7), (26.4, -6.6, 1.7), (32, -5.4, 1.7))),
        *_seated(((-1, -29.4, 6.8), (0.4, -15, 6), (12, -12.4, 4.2)), 30),
        CutOut("aid", "ring", ((-3, -17.4, 34.8, 2.2),)),
        CutOut("aid", "ring", ((21.4, -4.6, 9.2, 2),)),
        CutOut("aid", "disc", ((-3, -17.4, 4.4, 4.4),)),
    ),
    "child": (
        _leg((-4.4, -42, 9.4), (-4.8, -22, 7.6), (-4.4, -3.4, 5.4)),
        _leg((-4.6, -2.3, 4.6), (-6.4, -2.1, 4.2)),
        _leg((4.4, -42, 9.4), (5.6, -22, 7.6), (6.8, -3.4, 5.4)),
        _leg((7, -2.3, 4.6), (9, -2.1, 4.2)),
        *_head(0, -TALL + CHILD_HEAD / 2, (0, -79), CHILD_HEAD),
        _sleeve((-8.6, -73.6, 7.4), (-14, -60, 6.6), (-13, -47, 5.2)),
        _sleeve((8.6, -73.6, 7.4), (15.4, -68, 6.6), (19.6, -78, 5.2)),
        _coat(
            *((-4, -80, 0.5), (-10, -76.4, 0.9), (-10.8, -68, 0.8), (-9.4, -56, 1), (-13, -34, 0.1)),
            *((13, -34, 0.1), (9.4, -56, 1), (10.8, -68, 0.8), (10, -76.4, 0.9), (4, -80, 0.5)),
        ),
    ),
}
"""Each pose from the back to the front, by the name that templates give."""
