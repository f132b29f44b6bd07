"""From a composition to a judged file: the four stages that need the typesetter, in their order."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from brochures.compose.html import Composition
from brochures.compose.templates import Templates
from brochures.design.print_shop import PrintShop
from brochures.findings import BrochureError, Finding
from brochures.layout.contents_list import listed
from brochures.layout.copyfit import NOTHING_TAKEN, Taken, copyfit, trusting
from brochures.layout.engine_messages import told
from brochures.pdf.access_claim import without_claim
from brochures.pdf.backs import move_backs
from brochures.pdf.file import File
from brochures.pdf.write import pdf
from brochures.preflight import Shipped, preflight
from brochures.press import PressSetup, press, unclaimed
from brochures.press.fax_pages import fax_pages
from brochures.press.step_and_repeat import impose
from brochures.production.results import Refused
from brochures.production.web_file import web_file
from brochures.project.kept_copies import KeptCopies
from brochures.project.paths import Project
from brochures.project.stopwatch import seconds

if TYPE_CHECKING:
    from brochures.engine.typesetter import Typesetter


MUCH = 1_000_000
"""So many objects take about 200 MB: what short pieces leave behind in all their editions is less, and to look for it takes a thirtieth of their time."""


def converted_images(project: Project) -> Path:
    """Return the folder in which images that were converted to inks are kept for the next run."""
    return project.out / ".images"


@dataclass(frozen=True)
class Stages:
    """What the stages need beside a composition: the project, its templates and styles, and an open typesetter."""

    project: Project
    templates: Templates
    typesetter: Typesetter
    taken: dict[str, Taken] = field(default_factory=dict)
    """What copyfit took in the first edition of each piece that needed any, for its other editions to begin with."""
    copies: KeptCopies | None = None
    """What earlier runs worked out."""

    def make(self, composition: Composition) -> File | Refused:
        """Return the judged file of ``composition``, or why there is none."""
        began = seconds()
        try:
            with unswept():
                return replace(self.judge(self.unjudged(composition)), seconds=seconds() - began)
        except BrochureError as refused:
            return Refused(composition, refused.findings)

    def unjudged(self, composition: Composition) -> File:
        """Return the file of ``composition`` as it is set, before anybody looks at its bytes. Raise ``BrochureError`` where there is none."""
        if not composition.paged:
            return web_file(self.project, self.templates.styles, composition)
        with unswept():
            known = self.taken.get(composition.slug, NOTHING_TAKEN)
            engine = self.templates, self.typesetter
            pages = listed(*engine, composition, lambda: copyfit(*engine, composition, known, copies=self.copies))
            if pages.composition.fit.steps:
                self.taken.setdefault(composition.slug, Taken.by(pages))
            file = pdf(self.typesetter, pages)
            if composition.edition is not None and composition.edition.beside:
                file = replace(file, beside=fax_pages(file.data))
            print_shop = composition.print_shop
            return move_backs(file) if print_shop is None else self.to_press(file, print_shop)

    def sketched(self, composition: Composition) -> File:
        """Return the file of ``composition`` as it looks with the copyfit that its piece took last, untagged: enough for a picture. Raise ``BrochureError`` where there is none."""
        with unswept():
            known = self.taken.get(composition.slug, NOTHING_TAKEN)
            engine = self.templates, self.typesetter
            pages = listed(*engine, composition, lambda: trusting(*engine, composition, known, copies=self.copies))
            return move_backs(pdf(self.typesetter, pages, tags=False))

    def to_press(self, file: File, print_shop: PrintShop) -> File:
        """Return ``file`` in the inks of ``print_shop``, with marks where it wants them, and imposed where that is its file."""
        composition = file.composition
        setup = PressSetup.of(print_shop, composition.job.format, self.templates.styles, converted_images(self.project))
        marks, said = self._marks(composition)
        file = replace(file, findings=(*file.findings, *said))
        if composition.parent is None or marks is None:
            return press(file, setup, marks)
        return impose(press(file, setup), composition.parent, marks, setup)

    def judge(self, file: File) -> File:
        """Return ``file`` with what preflight finds in its bytes. One that fails loses the name of the standard that it claimed."""
        styles = self.templates.styles
        shipped = Shipped.of(styles.folder)
        found = preflight(file, styles.families, shipped)
        if any(finding.is_error for finding in found) and (file.claim is not None or file.claims_access):
            file = unclaimed(file) if file.claim is not None else without_claim(file)
            found = tuple(dict.fromkeys((*found, *preflight(file, styles.families, shipped))))
        return replace(file, findings=(*file.findings, *found))

    def _marks(self, composition: Composition) -> tuple[bytes | None, tuple[Finding, ...]]:
        """Return a file with one page of marks for each page of ``composition``, None where there are none, and what the engine said."""
        if composition.marks is None:
            return None, ()
        document, set_so = self.typesetter.set(composition.marks, composition.medium, tagged=False)
        marks, written_so = self.typesetter.write(document, {"labels": (), "preferences": {}}, tagged=False)
        return marks, tuple(told((*set_so, *written_so), composition))


@contextmanager
def unswept() -> Iterator[None]:
    """Let Python look for no garbage while one file is made, but for what the files before it left behind, where that is ``MUCH``.

    The engine's boxes live until the file is judged, and to walk through them again and again costs as much as to check them.
    """
    was = gc.isenabled()
    gc.disable()
    if gc.get_count()[0] > MUCH:
        gc.collect(0)
    try:
        yield
    finally:
        if was:
            gc.enable()
