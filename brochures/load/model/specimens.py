"""``specimens/<component>.yaml``: a block of a component as a writer would write it: its example, its test, and its place in the pattern book."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from brochures.load.model.base import Model
from brochures.load.model.components import Block
from brochures.load.model.statements import Audience


class Setting(StrEnum):
    """Where a specimen stands: in a panel of a folded sheet, or across a page."""

    PANEL = "panel"
    PAGE = "page"


class Specimen(Model):
    """Blocks that show one component, for whom, and where it may stand."""

    audience: Audience
    places: Annotated[tuple[Setting, ...], Field(min_length=1)]
    blocks: Annotated[tuple[Block, ...], Field(min_length=1)]
