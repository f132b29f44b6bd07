"""A file of two pages, set by the engine, that has a bit of everything: headings, lists, a table, pictures, links, bookmarks."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pypdf import PdfReader

from brochures.compose.html import Composition
from brochures.engine.typesetter import Typesetter
from brochures.findings import Finding
from brochures.findings.check import Check
from brochures.layout import layout
from brochures.pdf.file import File
from brochures.pdf.write import pdf
from brochures.preflight import Shipped, preflight
from brochures.preflight.finished_file import FinishedFile
from tests.layout.checks.handmade import composed
from tests.miniature import Miniature
from tests.trials.pdf_surgery import Surgery, operated

FAMILIES = frozenset({"Atkinson Hyperlegible"})

PAGE = """<html lang="{language}"><head><title>{title}</title><style>
@page {{ size: 792pt 612pt; margin: 40pt; bleed: 0 }}
html {{ font: 12pt/16pt "Atkinson Hyperlegible" }} h1, h2 {{ font-size: 16pt }} h1 {{ bookmark-level: 1 }} h2, h3 {{ bookmark-level: 2 }}
ul ul {{ list-style: disc }} svg {{ display: block; width: 20pt; height: 20pt }}
</style></head><body>{body}</body></html>"""

BODY = """
<h1>Care at home</h1>
<p>Call <a href="tel:911" aria-label="Call 911">911</a> or <a href="tel:988" aria-label="Call 988">988</a> in a crisis.</p>
<p>Read <a href="https://clinic.example/a" aria-label="Open clinic.example">clinic.example</a> or
  <a href="#doses" aria-label="Go to page {page}: Doses">Doses</a>, and <a href="#more" aria-label="Go to page {page}: More">More</a>.</p>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" role="img"><title>A leaf</title><path d="M0 0h9v9z" fill="#000"/></svg>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" role="img"><title>A tree</title><path d="M0 0h9v9z" fill="#000"/></svg>
<ul><li>Rest.</li><li>Eat well.<ul><li>Fruit.</li><li>Bread.</li></ul></li></ul>
<ol><li>Sleep.</li><li>Walk.</li></ol>
<h2 id="doses" style="break-before: page">Doses</h2>
<table><caption>What was given</caption>
<thead><tr><th scope="col">Trial</th><th scope="col">Dose</th><th scope="col">People</th></tr></thead>
<tbody><tr><th scope="row">First</th><td>0.5 mg</td><td>80</td></tr><tr><th scope="row">Second</th><td>0.8 mg</td><td>10</td></tr></tbody></table>
<h2 id="more">More</h2><p>Last words.</p>
"""


@dataclass(frozen=True)
class SmallFile:
    """The file, what was shipped for it, and how it is asked."""

    made: File
    shipped: Shipped

    def damaged(self, surgery: Surgery) -> File:
        """Return the file with a damage done to it."""
        return replace(self.made, data=operated(self.made.data, surgery))

    def opened(self, surgery: Surgery | None = None) -> FinishedFile:
        """Return the file, opened, with a damage done to it."""
        made = self.made if surgery is None else self.damaged(surgery)
        return FinishedFile(PdfReader(io.BytesIO(made.data), strict=True), made, self.shipped)

    def told(self, check: Check[Any], surgery: Surgery | None = None) -> list[str]:
        """Return what one check says of the file with a damage done to it."""
        return [finding.message for finding in check(self.opened(surgery))]

    def found(self, surgery: Surgery | None = None) -> tuple[Finding, ...]:
        """Return what preflight says of the file with a damage done to it."""
        return preflight(self.made if surgery is None else self.damaged(surgery), FAMILIES, self.shipped)


def small_file(
    folder: Path, typesetter: Typesetter, change: Callable[[Composition], Composition] | None = None, body: str = BODY
) -> SmallFile:
    """Return the file with ``body`` in it; ``change`` is done to its composition first."""
    mini = Miniature.copied_to(folder / "project")
    piece = composed(mini)
    piece = replace(piece, job=replace(piece.job, labels={"link.call": "Call {number}"}))
    html = PAGE.replace("{page}", "{{page}}").format(language=piece.job.language, title=piece.job.title, body=body)
    piece = replace(piece, html=html)
    piece = piece if change is None else change(piece)
    return SmallFile(pdf(typesetter, layout(typesetter, piece)), Shipped.of(mini.project.styles))
