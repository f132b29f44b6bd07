"""A file that was set, as the preview shows it: sheets with their panels, regions, lines and folds, and the passages of its words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from brochures.cli.previewing.values import SeenFile, SeenFold, SeenLine, SeenPassage, SeenRegion, SeenSheet, edges
from brochures.production import Imposed

if TYPE_CHECKING:
    from brochures.production import File
    from brochures.production.preview_files import PreviewFiles

KINDS = {
    "statement": "statement",
    "study": "study",
    "plain line": "study",
    "form": "form",
    "help line": "help line",
    "picture": "image",
    "text of law": "text of law",
}
"""The kind of thing in the content whose words a passage prints, by the role of the passage."""

PLATES = ("Cyan", "Magenta", "Yellow", "Black")
"""The plates of every press file."""


def seen_file(files: PreviewFiles, file: File, version: str, took: float) -> SeenFile:
    """Return ``file`` as the preview shows it."""
    composition = file.composition
    form = composition.format
    if isinstance(file, Imposed):
        sheets = tuple(_with_copies(file.parent, number) for number in range(1, file.pages + 1))
        return SeenFile(
            composition.slug, composition.name, composition.job.title, version, composition.proof, form.name, sheets, (), file.data,
            seconds=took, plates=PLATES,
        )  # fmt: skip
    safe = files.safe_area(composition)
    sides = form.sides if len(form.sides) == len(file.sheets.pages) else ()
    sheets = tuple(
        _sheet(page, sides[number] if sides else None, _fill(file, page.number), safe, composition.room.bleed)
        for number, page in enumerate(file.sheets.pages)
    )
    return SeenFile(
        composition.slug, composition.name, composition.job.title, version, composition.proof, form.name, sheets,
        tuple(seen_passages(composition)), file.data, file.moved, form.bound, took, _fold(files, composition),
        PLATES if composition.print_shop else (), not composition.paged,
    )  # fmt: skip


def _with_copies(parent: Any, number: int) -> SeenSheet:
    """Return a sheet with many copies of a card, laid out as ``parent`` says, inside the cuts around all of them."""
    width, height = round(parent.right - parent.left, 2), round(parent.foot - parent.top, 2)
    return SeenSheet(number, "", width, height, (), (), (), (), (0.0, 0.0), round(parent.bleed, 2))


def pages_of_parts(file: File) -> dict[int, tuple[int, ...]]:
    """Return the pages that the words of each part stand on, by the number of the part."""
    found: dict[int, list[int]] = {}
    for page in file.sheets.pages:
        blocks = {file.sheets.paragraphs[line.paragraph].block for line in page.lines}
        for part in {int(block.partition("-")[0]) for block in blocks if block.partition("-")[0].isdecimal()}:
            found.setdefault(part, []).append(page.number)
    return {part: tuple(pages) for part, pages in found.items()}


def touched_parts(before: Any, after: Any) -> list[int]:
    """Return the numbers of the parts that print other words in the job ``after`` than in ``before``; none where the parts are others."""
    if len(before.sections) != len(after.sections):
        return []
    printed_before, printed_after = _printed(before), _printed(after)
    return [number for number in range(len(after.sections)) if printed_before.get(number) != printed_after.get(number)]


def _printed(job: Any) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = {}
    for one in job.passages:
        found.setdefault(one.section, []).append(one.words)
    return found


def _fold(files: PreviewFiles, composition: Any) -> SeenFold | None:
    found = files.folded(composition)
    return SeenFold(found.inside, found.outside, found.turns) if found else None


def _fill(file: File, page: int) -> Mapping[str, Any]:
    return {one.region: one for one in file.fill if one.page == page}


def _sheet(page: Any, side: Any, fill: Mapping[str, Any], safe: tuple[float, float], bleed: float) -> SeenSheet:
    panels = tuple((panel.name, round(panel.x, 2), round(panel.width, 2)) for panel in side.panels) if side else ()
    folds = tuple(round(fold, 2) for fold in side.folds) if side else ()
    regions = tuple(_region(region, fill) for region in page.regions)
    lines = tuple(_line(line) for line in page.lines if line.text.strip())
    width, height = round(page.width, 2), round(page.height, 2)
    return SeenSheet(
        page.number, side.name if side else "", width, height, folds, panels, regions, lines, safe, round(bleed, 2)
    )


def _region(region: Any, fill: Mapping[str, Any]) -> SeenRegion:
    counted = fill.get(region.name) if region.kind in {"panel", "page"} else None
    if counted is None:
        return SeenRegion(region.kind, region.name, edges(region.on_sheet))
    return SeenRegion(region.kind, region.name, edges(region.on_sheet), counted.words, counted.percent)


def _line(line: Any) -> SeenLine:
    parts = tuple((one.at, one.passage, one.offset, one.fixed) for one in line.stretches)
    return SeenLine(edges(line.box), round(line.baseline, 2), round(line.size, 2), line.text, parts)


def seen_passages(composition: Any) -> Iterator[SeenPassage]:
    """Yield the passages of ``composition`` by number, each with the thing whose words they are."""
    owners = {passage.writing.start: passage for passage in composition.job.passages}
    for writing in composition.passages:
        owner = owners.get(writing.start)
        kind = KINDS.get(str(owner.role), "") if owner else ""
        yield SeenPassage(writing.text, writing.raw, writing.start, kind, str(owner.name) if owner and kind else "")
