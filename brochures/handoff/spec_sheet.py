"""Spec sheet: what a print shop must know of a job that its file does not say aloud."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import PurePath

from brochures.compose.drawings import flat_size
from brochures.compose.html import Told
from brochures.design.css import points
from brochures.design.formats import SHEET_PAGES
from brochures.design.imposition import ParentSheet
from brochures.design.print_shop import Marks, Printer, PrintingCondition, PrintShop, Standard, Stock
from brochures.preflight.press.measurements import Measured
from brochures.production import File

DRAWN = 4
"""So many sides of sheets are drawn at most: those of the outermost and of the innermost sheet."""


@dataclass(frozen=True)
class Inked:
    """Pages that are printed in the same inks."""

    pages: tuple[str, ...]
    inks: tuple[str, ...]


@dataclass(frozen=True)
class Spec(Told):
    """The job as the print shop sees it: ``pages`` in the order of the file, ``inked`` by page, lengths in pt, inks in per cent."""

    file: str
    proof: bool
    claim: Standard | None
    printer: Printer
    condition: PrintingCondition
    profile: str
    ink_limit: float
    bleed: float
    safe: float
    pages: tuple[str, ...]
    inked: tuple[Inked, ...]
    sheets: int
    turns_on_long_edge: bool
    folded: bool
    coarsest: float | None
    content: str
    """The first eight digits of the digest of what is printed, as the slug line has them."""
    imposed: str | None = None
    """The file with copies on a sheet, for a print shop that wants one."""
    parent: ParentSheet | None = None

    @classmethod
    def of(cls, made: File, print_shop: PrintShop, pages: Sequence[Measured], file: str) -> Spec:
        """Return what is said of the press file ``made``, whose pages were measured."""
        form, printer = made.composition.format, print_shop.printer
        condition = print_shop.condition(form)
        names = tuple(side.name for side in form.sides) or tuple(str(page.number) for page in pages)
        width, height = flat_size(form)
        return cls(
            file, made.composition.proof, made.claim, printer, condition,
            PurePath(printer.profile or condition.profile).name,
            print_shop.ink_limit(form),
            made.composition.room.bleed, points(printer.safe), names, tuple(_inked(names, pages)),
            len(names) // SHEET_PAGES if form.bound else 1, height > width, any(side.folds for side in form.sides),
            min((page.resolution for page in pages if page.resolution is not None), default=None),
            made.composition.digest[:8],
        )  # fmt: skip

    @property
    def marks(self) -> tuple[str, ...]:
        """The marks around the trim, by their names; no fold marks where no page of the file is folded."""
        wanted = (name for name in Marks.model_fields if getattr(self.printer.marks, name))
        return tuple(name for name in wanted if name != "fold" or self.folded)

    @property
    def is_cover_stock(self) -> bool:
        """Whether the paper is so heavy that a fold must be scored first (docs/print.md, Folds)."""
        return self.printer.stock is Stock.COVER


def _inked(names: Sequence[str], pages: Sequence[Measured]) -> Iterator[Inked]:
    """Yield pages beside each other that have the same inks."""
    for inks, group in groupby(zip(names, pages, strict=True), key=lambda pair: pair[1].inks):
        yield Inked(tuple(name for name, _ in group), inks)
