"""Contents list: a piece in large print gets a list of contents where it turns out long.

How long it is nobody knows before it was laid out, so that one is laid out twice.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from brochures.compose.html import with_contents
from brochures.compose.templates import Templates
from brochures.layout import Layout, layout
from brochures.project.edition import Edition

if TYPE_CHECKING:
    from brochures.engine.typesetter import Typesetter

SHORT = 4
"""How many pages are found one's way in without a list of contents (docs/print.md, Large print)."""


def listed(templates: Templates, typesetter: Typesetter, pages: Layout) -> Layout:
    """Return ``pages``, with a list of contents where they are in large print and more than ``SHORT``.

    Raise ``BrochureError`` when the engine breaks down.
    """
    if pages.composition.edition is not Edition.LARGE or len(pages.document.pages) <= SHORT:
        return pages
    return layout(typesetter, with_contents(templates, pages.composition))
