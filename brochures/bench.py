"""The bench: where compositions become finished files, several at a time, and where what is still true is left alone."""

from __future__ import annotations

import gc
import multiprocessing
import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from brochures import manifest
from brochures.compose import PRESS, Composition
from brochures.copyfit import copyfit
from brochures.findings import BrochureError, Finding
from brochures.fit import Fit
from brochures.layout.plan import Fill
from brochures.pdf import Pdf, pdf
from brochures.preflight import preflight
from brochures.press import Works, press, unclaimed
from brochures.press.imposing import impose
from brochures.register import register
from brochures.sheets import Sheets
from brochures.shop import Shop
from brochures.stylebook import FACES, font_families

if TYPE_CHECKING:
    from brochures.engine.typesetter import Typesetter


@dataclass(frozen=True)
class Made:
    """One edition after preflight: its bytes, or the record of the file that is still true, and its findings.

    ``sheets`` and ``fill`` are its measured pages, with errors too; empty where they are on record or the engine broke down.
    ``composition`` has the copyfit that was used, ``claim`` is the standard for the press that the file says it keeps.
    """

    composition: Composition
    digest: str
    findings: tuple[Finding, ...]
    data: bytes = b""
    pages: int = 0
    record: Mapping[str, Any] | None = None
    fill: tuple[Fill, ...] = ()
    sheets: Sheets = field(default_factory=Sheets)
    claim: str = ""
    moved: tuple[float, float] = (0.0, 0.0)
    """How far what is on every second page was moved, to the right and up in pt."""

    @property
    def good(self) -> bool:
        """Whether nothing speaks against publishing it."""
        return not any(finding.is_error for finding in self.findings)


def _what_decides(composition: Composition) -> tuple[str, ...]:
    """Return what decides how a composition comes out, beside the house: its words and marks, and who prints it."""
    printer = repr(composition.job.print_shop) if composition.edition == PRESS else ""
    return composition.html, composition.marks, printer, repr(composition.back_move)


class Bench:
    """Makes compositions into files. The typesetter is opened when the first page needs setting, and not before."""

    def __init__(
        self,
        shop: Shop,
        house: str,
        pieces: Mapping[str, Any],
        start: Callable[[Shop], Typesetter],
        tell: Callable[[str], None],
    ) -> None:
        """Work for ``shop``; ``house`` is the digest of styles and program, ``pieces`` what is on record."""
        self._shop = shop
        self._house = house
        self._pieces = pieces
        self._start = start
        self._tell = tell
        self._typesetter: Typesetter | None = None

    def make(self, compositions: Sequence[Composition], jobs: int = 0) -> list[Made]:
        """Return each composition made, in order; ``jobs`` at a time (0: one for each processor)."""
        digests = [manifest.digest(*_what_decides(composition), self._house) for composition in compositions]
        made = [self._on_record(composition, digest) for composition, digest in zip(compositions, digests, strict=True)]
        todo = [number for number, one in enumerate(made) if one is None]
        if todo:
            try:
                self._typesetter = self._start(self._shop)
            except BrochureError as refused:
                return [Made(composition, "", refused.findings) for composition in compositions]
        for number, done in zip(todo, self._set([compositions[number] for number in todo], jobs), strict=True):
            composition = replace(compositions[number], fit=done.fit or compositions[number].fit)
            made[number] = Made(
                composition, digests[number], done.findings, done.data, done.pages,
                fill=done.fill, sheets=done.sheets, claim=done.claim, moved=done.moved,
            )  # fmt: skip
        return [one for one in made if one is not None]

    def versions(self) -> dict[str, str]:
        """Return the versions of the engine, empty where nothing was set."""
        return self._typesetter.versions() if self._typesetter else {}

    def _on_record(self, composition: Composition, digest: str) -> Made | None:
        record = self._pieces.get(composition.slug, {}).get("outputs", {}).get(composition.name)
        if record is None or record["digest"] != digest or not manifest.whole(self._shop, record):
            return None
        return Made(
            composition, digest, tuple(map(Finding.from_dict, record["findings"])), pages=record["pages"], record=record
        )

    def _set(self, compositions: Sequence[Composition], jobs: int) -> Iterator[_Set]:
        try:
            families = font_families(self._shop.styles / FACES) if compositions else frozenset()
        except BrochureError as missing:
            yield from [_Set(missing.findings)] * len(compositions)
            return
        setter = _Setter(self._shop, self._typesetter, families)
        workers = min(jobs or _processors(), len(compositions))
        if workers < 2:  # noqa: PLR2004 a pool of one only costs
            for composition in compositions:
                self._tell(f"{composition.slug} ({composition.name})")
                yield setter(composition)
            return
        _inherited.append(setter)
        try:
            with ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("fork")) as pool:
                for composition, result in zip(compositions, pool.map(_set_in_worker, compositions), strict=True):
                    self._tell(f"{composition.slug} ({composition.name})")
                    yield result
        finally:
            _inherited.pop()


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


@dataclass(frozen=True)
class _Setter:
    """The stages from HTML to judged bytes."""

    shop: Shop
    typesetter: Any
    families: frozenset[str]

    def _judged(self, made: Pdf) -> tuple[Pdf, tuple[Finding, ...]]:
        """Return ``made`` with what preflight finds in its bytes. A file that fails loses the name of the standard that it claimed."""
        found = preflight(made, self.families)
        if made.claim and any(finding.is_error for finding in found):
            made = unclaimed(made)
            found = tuple(dict.fromkeys((*found, *preflight(made, self.families))))
        return made, found

    def _to_press(self, made: Pdf) -> Pdf:
        """Return ``made`` in inks, with marks where its print shop wants them, and imposed where that is its file."""
        composition = made.composition
        form, print_shop = composition.job.format, composition.job.print_shop
        assert print_shop is not None  # noqa: S101 resolve refuses a press edition without one
        works = Works.of(print_shop, form, self.shop)
        marks = b""
        if composition.marks:
            document, _ = self.typesetter.set(composition.marks, PRESS, tagged=False)
            marks, _ = self.typesetter.write(document, {"labels": (), "preferences": {}}, tagged=False)
        if composition.parent is not None:
            return impose(press(made, works), composition.parent, marks, works)
        return press(made, works, marks)

    def __call__(self, composition: Composition) -> _Set:
        try:
            with unswept():
                laid_out = copyfit(self.shop, self.typesetter, composition)
                made = pdf(self.typesetter, laid_out)
                made = self._to_press(made) if composition.edition == PRESS else register(made)
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


_inherited: list[_Setter] = []
"""What a forked worker finds ready: an open typesetter cannot be sent to it."""


def _set_in_worker(composition: Composition) -> _Set:
    return _inherited[-1](composition)


def _processors() -> int:
    """Return how many files may be set at a time: one where a process cannot be forked with fonts open (macOS, Windows)."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1
