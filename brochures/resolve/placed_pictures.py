"""Placed pictures: a picture of ``images.yaml`` as a block of a piece shows it, cut to the shape that the block asks for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from PIL import Image as Pixels

from brochures.design.css import FACES, font_files
from brochures.findings import Finding, Place, codes
from brochures.load.catalogue import Entry
from brochures.load.model.forms import Image
from brochures.load.model.pictures import Crop, Keep, Picture, RoomPhotograph
from brochures.project.paths import Project
from brochures.resolve.images import drawn_in, faults, unsaid
from brochures.resolve.job import PlacedPicture

_SHAPES = {Crop.SQUARE: "1/1", Crop.PORTRAIT: "2/3", Crop.LANDSCAPE: "3/2", Crop.WIDE: "16/9", Crop.STRIP: "4/1"}
_KEPT = {
    Keep.CENTER: "0.5,0.5", Keep.TOP: "0.5,0", Keep.BOTTOM: "0.5,1", Keep.LEFT: "0,0.5", Keep.RIGHT: "1,0.5",
}  # fmt: skip

MOST_CUT = 0.4
"""The share of a photograph that its slot may cut away: one of 3 by 2 loses a third in a square, one of 16 by 9 more than this."""


def placed(
    block: Picture, entry: Entry[Image], project: Project, language: str, put: Callable[[str], Place]
) -> tuple[PlacedPicture, tuple[Finding, ...]]:
    """Return the picture of ``block``, declared as ``entry``, as it is shown among words in ``language``, and what is wrong with it.

    ``put`` says where a key of the block is written.
    """
    image = entry.thing
    path = project.content / "images" / image.file
    shown = project.relative(path)
    faces = font_files(project.styles / FACES)
    found = list(faults(path, image.file, shown, entry.place("file"), faces))
    if language in image.alt:
        found += unsaid(path, image.file, image.alt[language], entry.place("alt"), faces)
    else:
        message = f"'{block.image}' has no alternative text in '{language}'"
        found.append(codes.NO_WORDING.at(entry.place("alt"), message, "say in words what the picture shows"))
    cut = ""
    if block.crop is not None:
        cut = f"?{_SHAPES[block.crop]},{_KEPT[block.keep or Keep.CENTER]}"
        if path.suffix.lower() == ".svg":
            message = f"'{block.image}' is a drawing (SVG), and only photographs are cut"
            found.append(
                codes.UNCUT.at(put("crop"), message, "take 'crop' out, or cut the drawing in the drawing program")
            )
    alt, literals = image.alt.get(language, ""), drawn_in(path, shown)
    return PlacedPicture(block.image, shown, alt, put("image"), literals, cut), tuple(found)


def in_a_slot(
    block: RoomPhotograph, entry: Entry[Image], project: Project, language: str, put: Callable[[str], Place]
) -> tuple[PlacedPicture, tuple[Finding, ...]]:
    """Return the photograph of ``block`` as ``placed`` does, cut to a square and in grays, and what is wrong with it."""
    whole = Picture(image=block.image, crop=Crop.SQUARE, keep=block.keep)
    picture, found = placed(whole, entry, project, language, lambda key: put("image" if key == "crop" else key))
    wrong = () if found else _wrong_shape(project.content / "images" / entry.thing.file, block.image, put("image"))
    return replace(picture, cut=f"{picture.cut},grey"), (*found, *wrong)


def _wrong_shape(path: Path, name: str, at: Place) -> Iterator[Finding]:
    """Yield that so much of the photograph at ``path`` would be cut away that it is not the picture that was taken."""
    with Pixels.open(path) as photograph:
        wide, high = photograph.size
    short = min(wide, high)
    share = 1 - short / max(wide, high)
    if share > MOST_CUT:
        yield codes.WRONG_SHAPE.at(
            at,
            f"'{name}' is {wide} x {high} pixels, and its slot is a square: {share:.0%} of it would be cut away",
            f"cut it yourself to what is to be seen, {short} x {short} pixels at most; or take 'photograph' out: the scene stands there",
        )
