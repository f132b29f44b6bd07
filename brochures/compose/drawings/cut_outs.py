"""What people are cut from: coats, arms, legs and heads, as numbers of a pose. y grows downwards from the ground at 0."""

from __future__ import annotations

from dataclasses import dataclass

TALL = 100
"""How high somebody who stands is, in the numbers of a pose."""

HEAD = TALL / 6.5
"""A head of a grown-up."""

CHILD_HEAD = TALL / 5


@dataclass(frozen=True)
class CutOut:
    """One shape of a pose: ``tone`` is what it is (coat, legs, head, aid), ``cut`` how it is cut, ``over`` whether an edge parts it from those below.

    A ``limb`` is joints of x, y and thickness, an ``outline`` corners of x, y and softness, a ``disc`` its middle, width and
    height, a ``ring`` its middle, width and thickness.
    """

    tone: str
    cut: str
    numbers: tuple[tuple[float, ...], ...]
    over: bool = False


def coat(*corners: tuple[float, float, float]) -> CutOut:
    """Return a coat from its corners."""
    return CutOut("coat", "outline", corners)


def sleeve(*joints: tuple[float, float, float]) -> CutOut:
    """Return an arm, from the shoulder."""
    return CutOut("coat", "limb", joints)


def leg(*joints: tuple[float, float, float]) -> CutOut:
    """Return a leg or a foot."""
    return CutOut("legs", "limb", joints)


def over(tone: str, *joints: tuple[float, float, float]) -> CutOut:
    """Return an arm or a leg of somebody that lies over the rest of them, parted from it by an edge of paper."""
    return CutOut(tone, "limb", joints, over=True)


def head(x: float, y: float, nape: tuple[float, float], size: float = HEAD) -> tuple[CutOut, CutOut]:
    """Return neck and head: the middle of the head, and where the neck goes into the coat."""
    return (
        CutOut("head", "limb", ((x, y + size * 0.2, size * 0.4), (*nape, size * 0.36))),
        CutOut("head", "disc", ((x, y, size * 0.86, size),)),
    )
