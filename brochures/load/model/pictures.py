"""A picture as a block of a piece: which one, how wide, where, and which part of it."""

from __future__ import annotations

from enum import StrEnum

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from brochures.load.model.base import ImageName, Model, Text


class PictureWidth(StrEnum):
    """How much of the measure a picture takes, its caption with it."""

    FULL = "full"
    THREE_QUARTERS = "three-quarters"
    TWO_THIRDS = "two-thirds"
    HALF = "half"
    THIRD = "third"
    QUARTER = "quarter"


class Crop(StrEnum):
    """The shape that a photograph is cut to, width by height: 1 by 1, 2 by 3, 3 by 2, 16 by 9, 4 by 1."""

    SQUARE = "square"
    PORTRAIT = "portrait"
    LANDSCAPE = "landscape"
    WIDE = "wide"
    STRIP = "strip"


class Keep(StrEnum):
    """Which part of a photograph stays when it is cut."""

    CENTER = "center"
    TOP = "top"
    BOTTOM = "bottom"
    LEFT = "left"
    RIGHT = "right"


class Standing(StrEnum):
    """Where a picture stands that is narrower than the measure."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


class RoomPhotograph(Model):
    """A photograph of the clinic's own rooms, in a slot that has a scene without it: cut to the square of the slot, and printed in black ink alone."""

    image: ImageName
    keep: Keep = Keep.CENTER


class Picture(Model):
    """An image from ``content/images/images.yaml``, with its own alternative text.

    ``width`` and ``place`` say how wide it is and where it stands, ``crop`` and ``keep`` to which shape a photograph is cut and which part of it
    stays. What is cut off is not in the finished file.
    """

    image: ImageName
    caption: Text | None = None
    width: PictureWidth = PictureWidth.FULL
    place: Standing = Standing.LEFT
    crop: Crop | None = None
    keep: Keep | None = None

    @model_validator(mode="after")
    def _kept_of_what_is_cut(self) -> Picture:
        if self.keep is not None and self.crop is None:
            raise PydanticCustomError(
                "keep_alone", "'keep' says which part stays of a picture that is cut: write 'crop' too"
            )
        if self.width is PictureWidth.FULL and "place" in self.model_fields_set:
            raise PydanticCustomError(
                "place_alone",
                "'place' says where a picture stands that is narrower than the measure: write 'width' too",
            )
        return self
