"""Contents list: a piece in large print gets a list of contents where it turns out long.

How long it is nobody knows before it was laid out. One with many words is laid out with the list at once: behind the list the piece begins on a page of its own, so
that its pages there are no more than it would fill without. Where they do not prove it long, it is laid out without the list first.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from brochures.compose.html import Composition, with_contents
from brochures.compose.templates import Templates
from brochures.layout import Layout, layout
from brochures.project.edition import Edition

if TYPE_CHECKING:
    from brochures.engine.typesetter import Typesetter

SHORT = 4
"""How many pages are found one's way in without a list of contents (docs/print.md, Large print)."""

MANY = 3000
"""So many letters fill about seven pages in large print: it pays to lay them out with the list at once."""

NUMBER = "large__page"
"""The class of a page's number in the list (``templates/documents/large.html``)."""

_TAG = re.compile(r"<[^>]*>")


def listed(
    templates: Templates, typesetter: Typesetter, composition: Composition, laid_out: Callable[[], Layout]
) -> Layout:
    """Return ``composition`` as it is ``laid_out``, with a list of contents where it is in large print and more than ``SHORT`` pages.

    Raise ``BrochureError`` when the engine breaks down.
    """
    if composition.edition is not Edition.LARGE:
        return laid_out()
    with_list = layout(typesetter, with_contents(templates, composition)) if _has_many(composition.html) else None
    if with_list is not None and _pages_behind_list(with_list) > SHORT:
        return with_list
    pages = laid_out()
    if len(pages.document.pages) <= SHORT:
        return pages
    return with_list or layout(typesetter, with_contents(templates, pages.composition))


def _has_many(html: str) -> bool:
    return len("".join(_TAG.sub(" ", html.partition("<body")[2]).split())) > MANY


def _pages_behind_list(made: Layout) -> int:
    """Return how many pages come after the list of contents, 0 where there is none."""
    sheets = made.sheets
    numbers = {number for number, paragraph in sheets.paragraphs.items() if NUMBER in paragraph.classes}
    listing = [page.number for page in sheets.pages if any(line.paragraph in numbers for line in page.lines)]
    return len(sheets.pages) - listing[-1] if listing else 0
