"""A true press edition of the real brochure, made once, with the works that it was made by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from brochures.compose.html import compose
from brochures.compose.templates import Templates
from brochures.design.styles import Styles
from brochures.engine import start
from brochures.layout.copyfit import copyfit
from brochures.load.catalogue import load
from brochures.pdf.file import File
from brochures.pdf.write import pdf
from brochures.press import PressSetup, press
from brochures.production.stages import converted_images
from brochures.project.edition import Edition
from brochures.project.paths import ROOT, Project
from brochures.resolve.job import Job
from brochures.resolve.ticket import resolve
from tests.real import DAY

PIECE = "program-trifold"


@dataclass(frozen=True)
class PressRoom:
    """The real project with its typesetter; ``job`` is the brochure's, ``drawn`` its pages in sRGB, ``made`` its press edition."""

    project: Project
    typesetter: Any
    job: Job
    drawn: File
    setup: PressSetup
    made: File
    _set: dict[Any, tuple[File, PressSetup, bytes | None]] = field(default_factory=dict)
    _made: dict[Any, File] = field(default_factory=dict)
    """What was set and made before, by what was asked for."""

    def made_by(self, slug: str, printer: str = "", **wishes: object) -> File:
        """Return the press edition of ``slug`` for ``printer`` (the default where it is empty), who has other ``wishes``."""
        asked = (slug, printer, *sorted(wishes.items()))
        if asked not in self._made:
            self._made[asked] = press(*self.set(slug, printer, **wishes))
        return self._made[asked]

    def works_of(self, job: Job) -> PressSetup:
        """Return what the print shop of ``job`` prints by."""
        assert job.print_shop is not None
        styles = Styles.read(self.project.styles)
        return PressSetup.of(job.print_shop, job.format, styles, converted_images(self.project))

    def set(self, slug: str, printer: str = "", **wishes: object) -> tuple[File, PressSetup, bytes | None]:
        """Return the pages of ``slug`` in sRGB, what ``printer`` prints by, and the marks that it wants, None where it wants none."""
        asked = (slug, printer, *sorted(wishes.items()))
        if asked not in self._set:
            self._set[asked] = self._drawn(slug, printer, wishes)
        return self._set[asked]

    def _drawn(self, slug: str, printer: str, wishes: Mapping[str, object]) -> tuple[File, PressSetup, bytes | None]:
        job = resolve(self.project, load(self.project), slug, printer)
        assert job.print_shop is not None
        wanted = job.print_shop.printer.model_copy(update=wishes)
        job = replace(job, print_shop=replace(job.print_shop, printer=wanted))
        assert job.print_shop is not None
        templates = Templates.read(self.project)
        composition, *_ = compose(templates, job, Edition.PRESS, proof=True)
        drawn = pdf(self.typesetter, copyfit(templates, self.typesetter, composition))
        marks: bytes | None = None
        if composition.marks:
            document, _ = self.typesetter.set(composition.marks, "press", tagged=False)
            marks, _ = self.typesetter.write(document, {"labels": (), "preferences": {}}, tagged=False)
        return drawn, self.works_of(composition.job), marks


@pytest.fixture(scope="session")
def press_room(tmp_path_factory: pytest.TempPathFactory) -> PressRoom:
    project = Project.open(ROOT, tmp_path_factory.mktemp("press"), DAY)
    room = PressRoom(project, start(project), None, None, None, None)  # type: ignore[arg-type]  # filled in below
    drawn, setup, _ = room.set(PIECE)
    made = press(drawn, setup)
    return PressRoom(
        project, room.typesetter, drawn.composition.job, drawn, setup, made, room._set, {(PIECE, ""): made}
    )
