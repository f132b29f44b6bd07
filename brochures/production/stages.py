"""The stages from a composition to a judged file."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from brochures.compose.html import Composition
from brochures.compose.stamps import unstamped
from brochures.compose.templates import Templates
from brochures.design.copyfit_ladder import Fit
from brochures.findings import BrochureError, Finding
from brochures.geometry.pages import Sheets
from brochures.layout.checks.page_plan import Fill
from brochures.layout.copyfit import copyfit
from brochures.pdf.backs import register
from brochures.pdf.write import Pdf, pdf
from brochures.preflight import preflight
from brochures.press import Works, press, unclaimed
from brochures.press.step_and_repeat import impose
from brochures.project.edition import Edition
from brochures.project.paths import Shop


def _what_decides(composition: Composition) -> tuple[str, ...]:
    """Return what decides how a composition comes out, beside the house: its words and marks, and who prints it."""
    printer = repr(composition.job.print_shop) if composition.edition is Edition.PRESS else ""
    return unstamped(composition.html), unstamped(composition.marks), printer, repr(composition.back_move)


@dataclass(frozen=True)
class _Set:
    """What comes back from setting one composition; it may cross from one process to another."""

    findings: tuple[Finding, ...]
    data: bytes = b""
    pages: int = 0
    fill: tuple[Fill, ...] = ()
    sheets: Sheets = field(default_factory=Sheets)
    fit: Fit | None = None
    claim: str = ""
    moved: tuple[float, float] = (0.0, 0.0)


def converted_images(shop: Shop) -> Path:
    """Return the folder in which images that were converted to inks are kept for the next run."""
    return shop.out / ".images"


@dataclass(frozen=True)
class _Setter:
    """The stages from HTML to judged bytes."""

    shop: Shop
    templates: Templates
    typesetter: Any

    def _judged(self, made: Pdf) -> tuple[Pdf, tuple[Finding, ...]]:
        """Return ``made`` with what preflight finds in its bytes. A file that fails loses the name of the standard that it claimed."""
        found = preflight(made, self.templates.styles.families)
        if made.claim and any(finding.is_error for finding in found):
            made = unclaimed(made)
            found = tuple(dict.fromkeys((*found, *preflight(made, self.templates.styles.families))))
        return made, found

    def _to_press(self, made: Pdf) -> Pdf:
        """Return ``made`` in inks, with marks where its print shop wants them, and imposed where that is its file."""
        composition = made.composition
        form, print_shop = composition.job.format, composition.job.print_shop
        assert print_shop is not None  # noqa: S101 resolve refuses a press edition without one
        works = Works.of(print_shop, form, self.templates.styles, converted_images(self.shop))
        marks = b""
        if composition.marks:
            document, _ = self.typesetter.set(composition.marks, composition.medium, tagged=False)
            marks, _ = self.typesetter.write(document, {"labels": (), "preferences": {}}, tagged=False)
        if composition.parent is not None:
            return impose(press(made, works), composition.parent, marks, works)
        return press(made, works, marks)

    def __call__(self, composition: Composition) -> _Set:
        try:
            with unswept():
                laid_out = copyfit(self.templates, self.typesetter, composition)
                made = pdf(self.typesetter, laid_out)
                made = self._to_press(made) if composition.edition is Edition.PRESS else register(made)
                made, judged = self._judged(made)
                findings = (*made.findings, *judged)
        except BrochureError as refused:
            return _Set(refused.findings)
        if made.single:  # its pages were measured for the file that they stand in by themselves
            return _Set(findings, made.data, made.pages, fit=laid_out.composition.fit, claim=made.claim)
        return _Set(
            findings,
            made.data,
            made.pages,
            laid_out.fill,
            laid_out.sheets,
            laid_out.composition.fit,
            made.claim,
            made.moved,
        )


@contextmanager
def unswept() -> Iterator[None]:
    """Let Python look for no garbage while one file is made.

    The engine's boxes live until the file is judged, and to walk through them again and again costs as much as to check them.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
