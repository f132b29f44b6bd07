"""What a pattern book shows beside specimens."""

from __future__ import annotations

from enum import StrEnum

from brochures.load.model.base import Model, Text


class Pattern(StrEnum):
    """What of the project a pattern book can show, read off the styles and templates themselves."""

    COLOURS = "colours"
    ROLES = "roles"
    TYPE = "type"
    SPACE = "space"
    MOTIF = "motif"
    ICONS = "icons"
    FORMATS = "formats"


class Unshown(Model):
    """A component that has no specimen: which, and where it can be seen instead, or why nowhere."""

    component: Text
    because: Text
