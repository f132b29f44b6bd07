"""The pipeline: the stages in order. If ``build()`` stops fitting on a screen, something leaked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from brochures.compose.html import compose
from brochures.compose.templates import Templates
from brochures.editorial import CHECKS as WORD_CHECKS
from brochures.editorial import about_waivers, editorial, let_pass, next_change, unprinted, unused
from brochures.findings import BrochureError, Finding
from brochures.findings.explained import Explained
from brochures.findings.explained import explained as explain
from brochures.findings.report import WAITING, sorted_findings
from brochures.handoff import Handed, handoff
from brochures.load.catalogue import Catalogue, load
from brochures.production.checks import CHECKS as PAGE_AND_FILE_CHECKS
from brochures.production.made import Made
from brochures.production.workers import Bench
from brochures.project import atomic as files
from brochures.project import manifest
from brochures.project.edition import Edition, FileKind
from brochures.project.paths import Shop
from brochures.proofs import FOLDER, Plate, proofs, read_look
from brochures.publish.outputs import Published, publish
from brochures.resolve.editorial_rules import waivers
from brochures.resolve.job import Job
from brochures.resolve.ticket import resolve
from brochures.resolve.unprinted import overmatter

if TYPE_CHECKING:
    from brochures.engine.typesetter import Typesetter

Given = TypeVar("Given")
Value = TypeVar("Value")


@dataclass(frozen=True)
class Order:
    """What to make: pieces (none: all), editions (none: each piece's own), and how. ``jobs`` 0: one for each processor.

    ``printer``: the print shop that the press edition is made for (none: the default one).
    ``look``: set pieces whose words have errors, too, for somebody who wants to see their pages; they are never published.
    """

    slugs: tuple[str, ...] = ()
    editions: tuple[Edition, ...] = ()
    release: bool = False
    force: bool = False
    publish: bool = True
    look: bool = False
    jobs: int = 0
    printer: str = ""


@dataclass(frozen=True)
class Report:
    """What was found, what is now in ``out/``, the editions that each piece has, each file that was made, and all print shops."""

    findings: tuple[Finding, ...]
    published: tuple[Published, ...] = ()
    editions: Mapping[str, tuple[Edition, ...]] = field(default_factory=dict)
    made: tuple[Made, ...] = ()
    printers: tuple[str, ...] = ()


def build(shop: Shop, order: Order, start: Callable[[Shop], Typesetter], tell: Callable[[str], None]) -> Report:
    """Make what ``order`` asks for. ``start`` opens the typesetter when a page needs setting; ``tell`` hears of each file."""
    found = manifest.inputs(shop)
    record = manifest.read(shop.manifest)
    catalogue = load(shop)
    findings = list(catalogue.findings)
    try:
        templates = Templates.read(shop)
    except BrochureError as refused:
        return Report(sorted_findings([*findings, *refused.findings]))

    slugs = [slug for slug in order.slugs or shop.slugs() if slug in catalogue.pieces]
    jobs = _each(slugs, lambda slug: resolve(shop, catalogue, slug, order.printer), findings)
    editions = {job.slug: job.editions for job in jobs}
    words = {job.slug: editorial(job, shop.today, release=order.release) for job in jobs}
    findings += (finding for about in words.values() for finding in about)
    loose = () if order.slugs else _unprinted(shop, catalogue, jobs)
    findings += loose
    ready = [job for job in jobs if not any(finding.is_error for finding in words[job.slug])]

    wanted = [
        (job, edition)
        for job in (jobs if order.look else ready)
        for edition in job.editions
        if edition in (order.editions or job.editions)
    ]
    sheets = _each(wanted, lambda pair: compose(templates, *pair, proof=_waits(words[pair[0].slug])), findings)
    compositions = [composition for sheet in sheets for composition in sheet]

    bench = Bench(shop, templates, start, tell, house=found.house, pieces={} if order.force else record["pieces"])
    made = [_let_pass(one, catalogue, shop.today) for one in bench.make(compositions, order.jobs)]
    findings += (finding for one in made for finding in one.findings)

    whole = [job for job in ready if _is_whole(job.slug, wanted, made)]
    letting = [*about_waivers(waivers(catalogue), shop.today)]
    if len(whole) == len(shop.slugs()) and not order.editions:
        letting += unused(findings, waivers(catalogue), shop.today)
    findings += letting
    if not order.publish:
        return Report(sorted_findings(findings), (), editions, tuple(made), tuple(catalogue.shelf("printer")))
    published, refusals = publish(shop, record, bench.versions(), [
        (job, words[job.slug], next_change(job, shop.today), [one for one in made if one.composition.slug == job.slug])
        for job in whole
    ], "" if letting or loose or any(finding.is_error for finding in catalogue.findings) else manifest.state(found, release=order.release))  # fmt: skip
    return Report(sorted_findings([*findings, *refusals]), published, editions, tuple(made))


def prove(shop: Shop, slug: str, report: Report) -> tuple[tuple[Path, ...], tuple[Finding, ...]]:
    """Draw the files of the piece ``slug`` that ``report`` made, in place of older pictures. Return where they lie, or why not."""
    folder, look, paths = shop.out / slug / FOLDER, read_look(shop.styles), []
    about = tuple(finding for finding in report.findings if finding.piece == slug and not finding.edition)
    try:
        files.remove(folder, f"{slug}.*.png", slug)
        for one in report.made:
            made = one.composition
            if made.slug != slug or not one.data:
                continue
            whole = about if made.kind is FileKind.PIECE else ()
            plate = Plate(slug, made.edition, made.name, one.data, one.sheets, made.format, one.fill, one.findings, whole, WAITING, one.moved)  # fmt: skip
            for picture in proofs(look, plate):
                files.replace(folder / picture.name, picture.data, slug, made.medium)
                paths.append(folder / picture.name)
    except BrochureError as refused:
        return tuple(paths), refused.findings
    return tuple(paths), ()


def hand_over(
    shop: Shop,
    slug: str,
    printer: str,
    start: Callable[[Shop], Typesetter],
    tell: Callable[[str], None],
    *,
    release: bool,
) -> tuple[Report, Handed | None]:
    """Make the press edition of ``slug`` for ``printer`` and the folder and zip for that print shop; None where a finding forbids it."""
    report = build(
        shop, Order((slug,), (Edition.PRESS,), release, force=True, publish=False, printer=printer), start, tell
    )
    if not report.made or not all(one.good for one in report.made):
        return report, None
    made, *imposed = report.made
    about = tuple(finding for finding in report.findings if finding.piece == slug and not finding.edition)
    try:
        return report, handoff(shop, made, about, Bench(shop, Templates.read(shop), start, tell), *imposed)
    except BrochureError as refused:
        return replace(report, findings=sorted_findings([*report.findings, *refused.findings])), None


def _unprinted(shop: Shop, catalogue: Catalogue, jobs: Iterable[Job]) -> tuple[Finding, ...]:
    """Return what is found in words that no piece prints: they are mended best before somebody prints them."""
    left, lost = overmatter(shop, catalogue, [*jobs])
    return (*lost, *unprinted(left, shop.today))


def _each(things: Iterable[Given], stage: Callable[[Given], Value], findings: list[Finding]) -> list[Value]:
    """Return ``stage`` of each thing; where it can make no value, its findings join the others."""
    values = []
    for thing in things:
        try:
            values.append(stage(thing))
        except BrochureError as refused:
            findings += refused.findings
    return values


def _waits(findings: Iterable[Finding]) -> bool:
    """Whether a piece waits for what only people can supply: then it is a proof."""
    return any(finding.code in WAITING for finding in findings)


def _let_pass(made: Made, catalogue: Catalogue, today: date) -> Made:
    """Return ``made`` with what a waiver lets pass as notes; it is then made anew in every run that looks at it."""
    passed = let_pass(made.findings, waivers(catalogue), today)
    return made if passed == made.findings else replace(made, findings=passed, digest="")


def _is_whole(slug: str, wanted: Iterable[tuple[object, str]], made: Iterable[Made]) -> bool:
    """Whether every wanted edition of the piece was made without an error: a piece is published whole or not at all."""
    editions = {edition for job, edition in wanted if job.slug == slug}  # type: ignore[attr-defined]
    mine = [one for one in made if one.composition.slug == slug]
    return bool(editions) and editions == {one.composition.edition for one in mine} and all(one.good for one in mine)


def explained() -> dict[str, Explained]:
    """Return every finding code by its name, with what the checks of all stages look for."""
    return explain((*WORD_CHECKS, *PAGE_AND_FILE_CHECKS))
