"""Measurements: what a file for the press has, page by page, whether or not a check minds it."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from pypdf import PdfReader

from brochures.geometry.box import Box
from brochures.preflight.press.ink_coverage import PPI, fullest
from brochures.preflight.press.ink_terms import printed, unprinted
from brochures.separations import Painted, Plates, separations, things


@dataclass(frozen=True)
class Measured:
    """One page: its trim and media in pt, its least bleed, the inks that print inside of the trim, and the least of what it holds.

    ``ink`` is the most that lies on a square of 15 mm, all inks together, in per cent. ``resolution`` is that of its coarsest image in
    pixels to the inch, ``type_size`` that of its smallest type in pt; None where it has none.
    """

    number: int
    trim: tuple[float, float]
    media: tuple[float, float]
    bleed: float
    inks: tuple[str, ...]
    ink: float
    resolution: float | None
    type_size: float | None


def measured(data: bytes) -> tuple[Measured, ...]:
    """Return what each page of ``data`` has inside of its trim. Raise ``Unreadable`` or ``Inseparable`` where its painting cannot be followed."""
    painted = [one for one in things(data) if one.shows]
    knives = unprinted(painted)
    plates = [printed(one, knives) for one in separations(data, PPI, "trim")]
    return tuple(
        Measured(
            number,
            *_boxes(page),
            _inks(plates[number - 1]),
            round(fullest(plates[number - 1]).ink, 1),
            _least(_resolutions(mine)),
            _least(_type_sizes(mine)),
        )
        for number, page in enumerate(PdfReader(io.BytesIO(data)).pages, 1)
        for mine in [[one for one in painted if one.where.page == number and one.box.meets(_trim(page))]]
    )


def _inks(plates: Plates) -> tuple[str, ...]:
    return tuple(name for name, plate in plates.items() if plate.getbbox())


def _trim(page: Any) -> Box:
    return Box(0.0, 0.0, float(page.trimbox.width), float(page.trimbox.height))


def _boxes(page: Any) -> tuple[tuple[float, float], tuple[float, float], float]:
    trim, bleed, media = page.trimbox, page.bleedbox, page.mediabox
    sides = (trim.left - bleed.left, trim.bottom - bleed.bottom, bleed.right - trim.right, bleed.top - trim.top)
    size = round(float(trim.width), 2), round(float(trim.height), 2)
    return size, (round(float(media.width), 2), round(float(media.height), 2)), round(float(min(sides)), 2)


def _resolutions(painted: Iterable[Painted]) -> Iterator[float]:
    return (one.picture.ppi for one in painted if one.picture is not None)


def _type_sizes(painted: Iterable[Painted]) -> Iterator[float]:
    return (one.lettering.size for one in painted if one.lettering is not None)


def _least(values: Iterable[float]) -> float | None:
    found = list(values)
    return round(min(found), 1) if found else None
