"""Files for somebody who watches them change: set first, so that they can be seen, and judged after that. Nothing is published.

The engine, the templates and the styles stay open from one change to the next.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from brochures.compose.drawings.folding import leaves
from brochures.compose.html import Composition, compose, compose_again
from brochures.compose.templates import Templates
from brochures.design.checks import READING, style_findings
from brochures.design.imposition import parent_sheet
from brochures.findings import Finding
from brochures.layout import Layout
from brochures.layout.checks.safe_area import reach_of
from brochures.layout.copyfit import Taken
from brochures.pdf.file import File
from brochures.production.ignored_styles import ignored_styles
from brochures.production.kept_files import Records
from brochures.production.stages import Stages
from brochures.production.style_reach import StyleReach
from brochures.project.edition import Edition, FileKind
from brochures.project.manifest import digest
from brochures.project.paths import Project
from brochures.resolve.job import Job

if TYPE_CHECKING:
    from brochures.engine.typesetter import Typesetter

_PICTURE = re.compile(r'"(content/[^"?]+)')
"""A picture of the content, as a composed text names it."""


SIDES = 2
"""Of a sheet of paper."""

Strip = tuple[str, float, float]
"""A panel: its name, its left edge on its side and its width, in pt."""


@dataclass(frozen=True)
class Folded:
    """The panels of one sheet from left to right as its inside shows them, each with the panel behind it, and with which turn each fold between them is made (1: first)."""

    inside: tuple[Strip, ...]
    outside: tuple[Strip, ...]
    turns: tuple[int, ...]


@dataclass(frozen=True)
class PreviewFiles:
    """What stays open: the stages with templates, styles and engine, and which styles touch what."""

    project: Project
    stages: Stages
    reach: StyleReach
    lean: dict[frozenset[str], Typesetter] = field(default_factory=dict)

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
            self,
            stages=Stages(self.project, templates, typesetter, self.stages.taken),
            reach=StyleReach.of(self.project.styles),
            lean={},
        )

    @property
    def unreadable_styles(self) -> tuple[Finding, ...]:
        """What keeps a style sheet from being read as it was meant; asked only where a brace is missing, since it takes a quarter of a second."""
        if self.reach.balanced:
            return ()
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

    def composed_file(self, job: Job, name: str, *, proof: bool) -> Composition | None:
        """Return the edition or the file beside it that is called ``name``, None where there is none now. Raise ``BrochureError`` where a template cannot be filled."""
        made = compose(self.stages.templates, job, Edition(name.partition("-")[0]), proof=proof)
        return next((one for one in made if one.name == name), None)

    def digest(self, composition: Composition) -> str:
        """Return the digest of all that decides how ``composition`` looks: its words, the styles, and the pictures that it shows."""
        styles = self.reach.digest(composition.html, web=not composition.paged)
        pictures = (_sum(self.project.root / name) for name in sorted(set(_PICTURE.findall(composition.html))))
        return digest(Records(self.project, styles, {}).digest(composition), *pictures)

    def part(self, whole: Composition, job: Job, number: int) -> Composition:
        """Return the part ``number`` of the packet ``job`` alone, its sources numbered as in ``whole``, the packet as it was composed last.

        Raise ``BrochureError`` where a template cannot be filled.
        """
        alone = replace(job, sections=(job.sections[number],))
        made = compose(self.stages.templates, alone, Edition(whole.medium), proof=whole.proof)[0]
        return compose_again(self.stages.templates, replace(made, listed=whole.listed), made.fit)

    def has_parts(self, composition: Composition) -> bool:
        """Whether it is a packet, of which a part can be set alone."""
        whole = composition.kind is FileKind.PIECE and not composition.format.sides
        return whole and self.can_be_sketched(composition)

    def can_be_sketched(self, composition: Composition) -> bool:
        """Whether there is a faster way to what ``composition`` looks like than to make its file."""
        edition = composition.edition
        return composition.paged and composition.print_shop is None and (edition is None or not edition.beside)

    def sketched(self, composition: Composition) -> File:
        """Return ``composition`` as it looks with the copyfit that its piece took last: for a picture, never to be judged. Raise ``BrochureError`` where it cannot be set."""
        stages = self.stages
        if not stages.typesetter.has_read(composition.medium):
            stages = replace(stages, typesetter=self._lean(self.reach.beyond(composition.html)))
        return stages.sketched(composition)

    def _lean(self, beyond: frozenset[str]) -> Typesetter:
        """Return a typesetter for which the style sheets ``beyond`` are empty, so that it reads the others in a fraction of the time."""
        if beyond not in self.lean:
            styles = self.project.styles
            self.lean[beyond] = self.stages.typesetter.reopened([styles / name for name in beyond])
        return self.lean[beyond]

    def set(self, composition: Composition) -> File:
        """Return the file of ``composition``, not yet judged; the copyfit that it takes is the first that is tried next time. Raise ``BrochureError`` where it cannot be set."""
        file = self.stages.unjudged(composition)
        if composition.kind is FileKind.PIECE:
            self.stages.taken.pop(composition.slug, None)
        if file.composition.fit.steps:
            self.stages.taken[composition.slug] = Taken.by(Layout(file.composition, None, (), file.sheets))
        return file

    def judged(self, file: File) -> File:
        """Return ``file`` with what preflight finds in its bytes."""
        return self.stages.judge(file)

    def safe_area(self, composition: Composition) -> tuple[float, float]:
        """Return how near the trim words should come and how near they may, in pt."""
        found = reach_of(composition)
        return found.wanted, found.least

    def folded(self, composition: Composition) -> Folded | None:
        """Return how the one sheet of ``composition`` is folded; None where it is not, or where there are several sheets."""
        sides = leaves(composition.format) if composition.format.sides and not composition.format.bound else ()
        if len(sides) != SIDES or not sides[1].folds:
            return None
        inside, outside = sides[1].panels, sides[0].panels[::-1]
        return Folded(
            tuple((panel.name, panel.x, panel.width) for panel in inside),
            tuple((panel.name, panel.x, panel.width) for panel in outside),
            tuple(fold.turn for fold in sides[1].folds),
        )


def beside(job: Job) -> tuple[str, ...]:
    """Return the names of the files that lie beside the editions of ``job``, as ``compose`` makes them."""
    shop = job.print_shop if Edition.PRESS in job.editions else None
    found = {
        FileKind.INSTRUCTIONS: Edition.DESK in job.editions and bool(job.format.sides),
        FileKind.IMPOSED: shop is not None and parent_sheet(shop.as_printed(job.format), shop) is not None,
    }
    return tuple(str(kind) for kind, there in found.items() if there)


def _sum(path: Path) -> str:
    try:
        return digest(path.read_bytes().hex())
    except OSError:  # whoever sets it says so
        return ""
