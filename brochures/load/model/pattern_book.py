"""What a pattern book shows beside specimens."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from brochures.load.model.base import Model, SpecimenName, Text

Specimens = Annotated[tuple[SpecimenName, ...], Field(min_length=1, max_length=2)]
"""One specimen across the page, or two side by side, each as wide as a panel."""


class Pattern(StrEnum):
    """What of the project a pattern book can show, read off the styles and templates themselves."""

    COLOURS = "colours"
    ROLES = "roles"
    TYPE = "type"
    SPACE = "space"
    MOTIF = "motif"
    PEOPLE = "people"
    FRAMES = "frames"
    PANORAMAS = "panoramas"
    VIGNETTES = "vignettes"
    ICONS = "icons"
    FORMATS = "formats"
    NAMES = "names"


class Unshown(Model):
    """A component that has no specimen: which, and where it can be seen instead, or why nowhere."""

    component: Text
    because: Text
