"""Layout, stage 5: a composition into a ``Layout``: measured pages. What does not fit, lies too near an edge or breaks badly is a finding.

``copyfit``          ``copyfit()``: lays out, and makes what is overset fit, step by step
``contents_list``    a list of contents for what turns out long
``checks``           what is looked for on measured pages
``text_room``        how much room one text takes
``engine_messages``  what the engine said, told where it was written

It raises ``BrochureError`` when the engine breaks down.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from brochures.compose.html import Composition
from brochures.findings import BrochureError, Finding, Place, codes
from brochures.findings.check import Check
from brochures.findings.plain_words import in_words
from brochures.geometry.pages import MeasuredPages
from brochures.layout.checks import baseline_grid, breaks, overset, page_fill, page_plan, prominence, safe_area, sides
from brochures.layout.checks.page_plan import Fill
from brochures.layout.checks.subject import Pages
from brochures.layout.engine_messages import told

if TYPE_CHECKING:
    from brochures.engine.typesetter import Typesetter

CHECKS: Sequence[Check[[Pages]]] = (
    overset.overset,
    page_plan.planned, page_plan.blank, sides.shared, page_fill.short, page_fill.needless,
    safe_area.near_trim, safe_area.near_fold, safe_area.unprintable, safe_area.moved_off,
    breaks.headings, breaks.lone_words, breaks.lone_lines, breaks.rows, breaks.tokens, breaks.headlines,
    baseline_grid.off_grid,
    prominence.smaller,
)  # fmt: skip
"""Every check, in the order of the codes."""


@dataclass(frozen=True)
class Layout:
    """The pages of one composition, measured, and what was found on them; ``fill`` is the budget of each panel or page."""

    composition: Composition
    document: Any
    findings: tuple[Finding, ...]
    sheets: MeasuredPages = field(default_factory=MeasuredPages)
    fill: tuple[Fill, ...] = ()


def layout(typesetter: Typesetter, composition: Composition) -> Layout:
    """Return the pages of ``composition``. Raise ``BrochureError`` when the engine breaks down."""
    try:
        document, said = typesetter.set(composition.html, composition.medium, tagged=composition.tagged)
        sheets = typesetter.sheets(document)
    except Exception as wrong:
        raise BrochureError(broken(composition, wrong, typesetter.root)) from wrong
    pages = Pages(composition, sheets)
    found = (finding for check in CHECKS for finding in check(pages))
    return Layout(
        composition,
        document,
        (*told(said, composition), *(finding.about(composition.slug, composition.medium) for finding in found)),
        sheets,
        tuple(page_plan.fill(pages)),
    )


def broken(composition: Composition, wrong: Exception, root: Path) -> Finding:
    """Return the finding for an engine that stopped with an error of its own, without the path of the machine's folder."""
    message = f"the layout engine stopped: {in_words(wrong)}".replace(f"{root}/", "")
    return codes.ENGINE_BROKE.at(
        Place(f"templates/documents/{composition.job.document}.html"),
        message,
        "undo the last change to a template or style",
    ).about(composition.slug, composition.medium)
