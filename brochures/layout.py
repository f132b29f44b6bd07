"""Layout: HTML into pages. What does not fit, and everything that the engine says, becomes a finding."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from brochures import codes
from brochures.compose import Composition
from brochures.findings import BrochureError, Finding, Place

if TYPE_CHECKING:
    from brochures.engine.typesetter import Typesetter


@dataclass(frozen=True)
class Layout:
    """The pages of one composition, and what was found while they were set."""

    composition: Composition
    document: Any
    findings: tuple[Finding, ...]


def layout(typesetter: Typesetter, composition: Composition) -> Layout:
    """Return the pages of ``composition``. Raise ``BrochureError`` when the engine breaks down."""
    try:
        document, said = typesetter.set(composition.html, composition.edition, tagged=composition.tagged)
    except Exception as wrong:
        raise BrochureError(broken(composition, wrong, typesetter.root)) from wrong
    findings = [*said, *_page_count(composition, len(document.pages)), *_oversets(typesetter, document)]
    return Layout(
        composition, document, tuple(finding.about(composition.slug, composition.edition) for finding in findings)
    )


def broken(composition: Composition, wrong: Exception, root: Path) -> Finding:
    """Return the finding for an engine that stopped with an error of its own, without the path of the machine's folder."""
    message = f"{type(wrong).__name__}: {wrong}".split("\n")[0].replace(f"{root}/", "")
    return codes.ENGINE_BROKE.at(
        Place(f"templates/documents/{composition.job.document}.html"),
        message,
        "undo the last change to a template or style",
    ).about(composition.slug, composition.edition)


def _page_count(composition: Composition, pages: int) -> list[Finding]:
    planned = composition.pages
    if not planned or pages == planned:
        return []
    return [
        codes.PAGE_COUNT.at(
            Place(), f"{pages} pages instead of {planned}", "look for a sheet that breaks over to the next page"
        )
    ]


def _oversets(typesetter: Typesetter, document: Any) -> list[Finding]:
    return [
        codes.OVERSET.at(
            Place(),
            f"the panel '{over.panel}' is overset by {over.by:g} pt at the {over.side}, at '…{over.words}'",
            "cut words in this panel",
        ).about(page=over.page)
        for over in typesetter.oversets(document)
    ]
