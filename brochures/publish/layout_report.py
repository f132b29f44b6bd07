"""The survey: what the pages of finished files measure, as tables for a designer. Words, fill, grid and copyfit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from brochures.findings.report import as_table
from brochures.layout.checks.baseline_grid import grids
from brochures.layout.checks.subject import Pages
from brochures.production import File

FILL = ("piece", "file", "page", "panel", "words", "fill %")
GRID = ("piece", "file", "page", "leading pt", "lines", "on the grid", "worst pt off")
FIT = ("piece", "file", "panels", "copyfit")


def survey(files: Iterable[File]) -> str:
    """Return the tables of ``files``: what each panel or page holds, the grid of each folded side, and the copyfit used."""
    laid_out = [one for one in files if one.sheets.pages]
    missing = "no page was laid out: the findings say why"
    fill = [FILL, *(row for one in laid_out for row in fill_rows(one))]
    grid = [GRID, *(row for one in laid_out for row in grid_rows(one))]
    fit = [FIT, *(row for one in laid_out for row in fit_rows(one))]
    tables = [as_table(fill, frozenset({2, 4, 5})), as_table(grid, frozenset({2, 3, 4, 5, 6})), as_table(fit)]
    kept = [table for table, rows in zip(tables, (fill, grid, fit), strict=True) if len(rows) > 1]
    return "\n\n".join(kept) or missing


def fill_rows(one: File) -> Iterator[Sequence[str]]:
    """Yield a row for each panel, or for each page that flows, which then has no name of its own."""
    panels = {region.name for region in one.sheets.panels}
    for fill in one.fill:
        yield (
            one.composition.slug, one.composition.name, str(fill.page),
            fill.region if fill.region in panels else "", str(fill.words), f"{fill.percent:.1f}",
        )  # fmt: skip


def grid_rows(one: File) -> Iterator[Sequence[str]]:
    """Yield a row for each grid of each side of a folded sheet."""
    for grid in grids(Pages(one.composition, one.sheets)):
        yield (
            one.composition.slug, one.composition.name, str(grid.page), f"{grid.leading:g}",
            str(grid.lines), str(grid.whole), f"{grid.deviation:.2f}",
        )  # fmt: skip


def fit_rows(one: File) -> Iterator[Sequence[str]]:
    """Yield a row for each group of panels that copyfit changed, or one that says that nothing was."""
    where = (one.composition.slug, one.composition.name)
    steps = len(one.composition.fit.ladder.settings) - 1
    rows = [
        (*where, " ".join(regions), f"{step} of {steps} steps: " + ", ".join(f"{name.removeprefix('--')} {value}" for name, value in setting.items()))
        for regions, setting, step in one.composition.fit.used()
    ]  # fmt: skip
    yield from rows or [(*where, "all", "as designed")]
