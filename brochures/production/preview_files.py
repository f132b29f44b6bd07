"""Files for somebody who watches them change: set first, so that they can be seen, and judged after that. Nothing is published.

The engine, the templates and the styles stay open from one change to the next.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from brochures.compose.html import Composition, compose
from brochures.compose.templates import Templates
from brochures.design.checks import READING, style_findings
from brochures.findings import Finding
from brochures.layout.checks.safe_area import reach_of
from brochures.pdf.file import File
from brochures.production.ignored_styles import ignored_styles
from brochures.production.kept_files import Records
from brochures.production.stages import Stages
from brochures.production.style_reach import StyleReach
from brochures.project.edition import Edition
from brochures.project.manifest import digest
from brochures.project.paths import Project
from brochures.resolve.job import Job

if TYPE_CHECKING:
    from brochures.engine.typesetter import Typesetter

_PICTURE = re.compile(r'"(content/[^"?]+)')
"""A picture of the content, as a composed text names it."""


@dataclass(frozen=True)
class PreviewFiles:
    """What stays open: the stages with templates, styles and engine, and which styles touch what."""

    project: Project
    stages: Stages
    reach: StyleReach

    @classmethod
    def open(cls, project: Project, start: Callable[[Project], Typesetter]) -> PreviewFiles:
        """Read templates and styles of ``project`` and open the engine. Raise ``BrochureError`` where that cannot be."""
        templates = Templates.read(project)
        return cls(project, Stages(project, templates, start(project)), StyleReach.of(project.styles))

    def reopened(self) -> PreviewFiles:
        """Return the same with templates and styles as they are now. Raise ``BrochureError`` where they cannot be read."""
        templates = Templates.read(self.project)
        typesetter = self.stages.typesetter.reopened()
        return replace(
            self, stages=Stages(self.project, templates, typesetter), reach=StyleReach.of(self.project.styles)
        )

    @property
    def unreadable_styles(self) -> tuple[Finding, ...]:
        """What keeps a style sheet from being read as it was meant."""
        sheets = self.stages.templates.sheets
        return tuple(finding for check in READING for finding in check(sheets) if finding.is_error)

    def wrong_styles(self) -> tuple[Finding, ...]:
        """Return all that is wrong with the styles; the engine is asked, too, which takes seconds."""
        sheets = self.stages.templates.sheets
        found = style_findings(sheets)
        return (*found, *ignored_styles(self.stages.typesetter, sheets, found))

    def composed(self, job: Job, edition: Edition, *, proof: bool) -> Composition:
        """Return the piece itself in ``edition``, without the sheets beside it. Raise ``BrochureError`` where a template cannot be filled."""
        return compose(self.stages.templates, job, edition, proof=proof)[0]

    def digest(self, composition: Composition) -> str:
        """Return the digest of all that decides how ``composition`` looks: its words, the styles, and the pictures that it shows."""
        styles = self.reach.digest(composition.html, web=not composition.paged)
        pictures = (_sum(self.project.root / name) for name in sorted(set(_PICTURE.findall(composition.html))))
        return digest(Records(self.project, styles, {}).digest(composition), *pictures)

    def set(self, composition: Composition) -> File:
        """Return ``composition`` as it looks, not yet judged. Raise ``BrochureError`` where it cannot be set."""
        return self.stages.unjudged(composition)

    def judged(self, file: File) -> File:
        """Return ``file`` with what preflight finds in its bytes."""
        return self.stages.judge(file)

    def safe_area(self, composition: Composition) -> tuple[float, float]:
        """Return how near the trim words should come and how near they may, in pt."""
        found = reach_of(composition)
        return found.wanted, found.least


def _sum(path: Path) -> str:
    try:
        return digest(path.read_bytes().hex())
    except OSError:  # whoever sets it says so
        return ""
