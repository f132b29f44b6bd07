"""The pipeline: ``build()`` calls the ten stages in order, each a frozen value in and out.

``production`` runs the four that need the typesetter and its workers: layout with copyfit, pdf, press and preflight.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import chain
from typing import TypeVar

from brochures import production
from brochures.compose import compose
from brochures.compose.templates import Templates
from brochures.design.checks import ALL as STYLE_CHECKS
from brochures.design.checks import stops, style_findings
from brochures.editorial import CHECKS as WORD_CHECKS
from brochures.editorial import (
    about_facts,
    about_waivers,
    editorial,
    let_pass,
    next_change,
    unprinted,
    unprinted_marks,
    unused,
)
from brochures.editorial.ledger import about_ledger
from brochures.findings import BrochureError, Finding, codes
from brochures.findings.explained import Explained
from brochures.findings.explained import explained as explain
from brochures.findings.report import WAITING, about_piece, sorted_findings
from brochures.handoff import Handed, PressJob, handoff
from brochures.load import Catalogue, load
from brochures.production import File, Made, Records, Refused, Start, Workers
from brochures.production.checks import CHECKS as PAGE_AND_FILE_CHECKS
from brochures.production.known_findings import known_findings
from brochures.project.edition import Edition
from brochures.project.kept_copies import KeptCopies
from brochures.project.leftovers import MadeOf, leftovers, told
from brochures.project.manifest import OnRecord, state
from brochures.project.paths import Project
from brochures.publish import Published, WholePiece, publish, record_final, whole_pieces
from brochures.resolve import Job, resolve
from brochures.resolve.addressed import Addressed
from brochures.resolve.citing import NO_LINKS, LinkCount, count_links
from brochures.resolve.editorial_rules import waivers
from brochures.resolve.signed_things import statements_of
from brochures.resolve.unprinted import unprinted_words
from brochures.resolve.waived import Waived

OF_STYLES = frozenset({codes.IGNORED_STYLE.name, codes.NO_INKS.name})
"""What is found in a file and is written in a style sheet: a style that is passed over, and a colour without inks."""

Given = TypeVar("Given")
Value = TypeVar("Value")
LetPass = Callable[[Iterable[Finding]], tuple[Finding, ...]]
"""What puts in the place of each finding that a waiver speaks of a note."""


@dataclass(frozen=True)
class Order:
    """What to make: pieces (none: all), editions (none: each piece's own), and how. ``jobs`` at a time (None: one for each processor).

    ``printer``: who the press edition is made for (None: the default print shop); ``handoff``: hand it over; ``forms``: fax only these.
    ``look``: set pieces whose words have errors, too, for somebody who wants to see their pages; they are never published.
    ``addressed``: set packets with a partner's name on them. ``machine``: what of it decides how pages come out, such as the version of Pango.
    """

    slugs: tuple[str, ...] = ()
    editions: tuple[Edition, ...] = ()
    release: bool = False
    force: bool = False
    publish: bool = True
    look: bool = False
    jobs: int | None = None
    printer: str | None = None
    handoff: bool = False
    addressed: Addressed | None = None
    forms: tuple[str, ...] = ()
    machine: str = ""

    @classmethod
    def for_print_shop(cls, slug: str, printer: str, *, release: bool) -> Order:
        """Return the order to make the press edition of ``slug`` anew and hand it over to ``printer``; ``out/`` stays what it is."""
        return cls((slug,), (Edition.PRESS,), release, force=True, publish=False, printer=printer, handoff=True)


@dataclass(frozen=True)
class Report:
    """What was found, what is now in ``out/``, the editions that each piece has, what became of each file, and all print shops.

    ``handed`` is what lies ready for a print shop; None where none was asked for, or a finding forbids it. ``links`` counts links to sources.
    """

    findings: tuple[Finding, ...]
    published: tuple[Published, ...] = ()
    editions: Mapping[str, tuple[Edition, ...]] = field(default_factory=dict)
    made: tuple[Made, ...] = ()
    printers: tuple[str, ...] = ()
    handed: Handed | None = None
    links: LinkCount = NO_LINKS

    @property
    def files(self) -> tuple[File, ...]:
        """The files that were made in this run, with errors too."""
        return tuple(one for one in self.made if isinstance(one, File))

    def about(self, slug: str) -> tuple[Finding, ...]:
        """Return what was found in the piece ``slug`` as a whole."""
        return about_piece(self.findings, slug)


@dataclass(frozen=True)
class Wanted:
    """An edition to compose, as a proof where its piece waits for what only people can supply."""

    job: Job
    edition: Edition
    proof: bool


def build(project: Project, order: Order, start: Start, tell: Callable[[str], None]) -> Report:
    """Make what ``order`` asks for. ``start`` opens the typesetter when a page needs setting; ``tell`` hears of each file."""
    on_record = OnRecord.read(project)
    catalogue = load(project)
    try:
        templates = Templates.read(project)
    except BrochureError as refused:
        return Report(sorted_findings([*catalogue.findings, *refused.findings]))
    copies = KeptCopies.of(project, on_record.inputs.program, order.machine, anew=order.force)
    workers = Workers(project, templates, start, tell, look=order.look, copies=copies)
    styles = _styles(order, templates, workers, copies)
    rules = waivers(catalogue)
    passed = partial(let_pass, waivers=rules, today=project.today)

    pieces = _pieces(project, order, catalogue)
    jobs, unresolved = _each(pieces, lambda slug: resolve(project, catalogue, slug, order.printer, order.addressed))
    words = {job.slug: passed(editorial(job, project.today, release=order.release)) for job in jobs}
    found_loose = (*about_facts(catalogue), *_unprinted(project, order, catalogue, jobs, chain(*words.values())))
    loose = (*passed(found_loose), *_ledger(project, order, catalogue, jobs))

    wanted = [] if stops(styles) and not order.look else _wanted(order, jobs, words)
    composed, uncomposed = _each(wanted, lambda one: compose(templates, one.job, one.edition, proof=one.proof, only=order.forms))  # fmt: skip

    records = Records(project, on_record.inputs.program, {} if order.force else on_record.pieces, copies)
    made = _with_waivers(production.make([*chain(*composed)], workers, records, order.jobs), passed)

    found = (
        *catalogue.findings,
        *styles,
        *unresolved,
        *chain(*words.values()),
        *loose,
        *uncomposed,
        *_in_files(made, styles),
    )
    editions = [(one.job, one.edition) for one in wanted]
    whole = whole_pieces(editions, words, made, partial(next_change, today=project.today))
    letting = _about_waivers(project, order, rules, whole, found)
    found = (*found, *letting)

    depends_on = _state(on_record, order, catalogue, (*letting, *loose, *styles))
    good = _publishable(order, whole, styles)
    published, unpublished = publish(project, on_record, workers.versions(), good, depends_on, copies=copies)
    handed, unhanded = _each(_press_jobs(order, made, found, styles), lambda job: handoff(project, job, workers))
    unrecorded = record_final(project, jobs, _final(order, published, handed), depends_on)
    left = () if order.slugs else told(project, leftovers(project, made_of(catalogue)))
    return Report(
        sorted_findings([*found, *unpublished, *unhanded, *unrecorded, *left]), published, {job.slug: job.editions for job in jobs},
        made, tuple(catalogue.shelf("printer")), next(iter(handed), None), count_links(catalogue.shelves),
    )  # fmt: skip


def _styles(order: Order, templates: Templates, workers: Workers, copies: KeptCopies) -> tuple[Finding, ...]:
    """Return what is wrong with the styles; what the engine says of them, too, where it will not be asked when the first page is set, or pages are set all the same."""
    found = known_findings(copies, templates.sheets, "styles", style_findings)
    return (*found, *workers.ignored_styles(found)) if order.look or stops(found) else found


def made_of(catalogue: Catalogue) -> MadeOf:
    """Return what the content makes: the editions of each piece that could be loaded, and the print shops that impose."""
    shops = catalogue.shelf("printer")
    printers = None if catalogue.spoiled.holds("printer") else [name for name, one in shops.items() if one.thing.impose]
    return MadeOf({slug: entry.thing.editions for slug, entry in catalogue.pieces.items()}, printers)


def _each(things: Iterable[Given], stage: Callable[[Given], Value]) -> tuple[list[Value], tuple[Finding, ...]]:
    """Return ``stage`` of each thing, and the findings of those of which it can make no value."""
    values: list[Value] = []
    findings: list[Finding] = []
    for thing in things:
        try:
            values.append(stage(thing))
        except BrochureError as refused:
            findings += refused.findings
    return values, tuple(findings)


def _pieces(project: Project, order: Order, catalogue: Catalogue) -> list[str]:
    """Return the slugs of the pieces that are asked for and could be loaded."""
    return [slug for slug in order.slugs or project.slugs() if slug in catalogue.pieces]


def _unprinted(
    project: Project, order: Order, catalogue: Catalogue, jobs: Sequence[Job], said: Iterable[Finding]
) -> tuple[Finding, ...]:
    """Return what is found in words that no piece prints, by a run that looks at all: they are mended best before somebody prints them."""
    if order.slugs:
        return ()
    left, lost = unprinted_words(project, catalogue, jobs)
    loose = unprinted(left)
    return (*lost, *loose, *unprinted_marks(catalogue, (*said, *loose)))


def _ledger(project: Project, order: Order, catalogue: Catalogue, jobs: Sequence[Job]) -> tuple[Finding, ...]:
    """Return what is wrong with signatures that are under none of the words of ``jobs``; of some pieces only, what is under nothing."""
    others = None if order.slugs or catalogue.spoiled else statements_of(project, catalogue)
    return tuple(about_ledger(catalogue, jobs, others, project.today, release=order.release))


def _wanted(order: Order, jobs: Iterable[Job], words: Mapping[str, Sequence[Finding]]) -> list[Wanted]:
    """Return the editions to compose: of pieces whose words have no error, or of all for somebody who wants to look at them."""
    return [
        Wanted(job, edition, proof=any(finding.code in WAITING for finding in words[job.slug]))
        for job in jobs
        if order.look or not _has_errors(words[job.slug])
        for edition in job.editions
        if edition in (order.editions or job.editions)
    ]


def _with_waivers(made: Iterable[Made], let_pass: LetPass) -> tuple[Made, ...]:
    """Return ``made`` with what a waiver lets pass as notes; a file is then made anew in every run that looks at it."""
    return tuple(_with_waiver(one, let_pass(one.findings)) for one in made)


def _with_waiver(made: Made, passed: tuple[Finding, ...]) -> Made:
    if passed == made.findings:
        return made
    return replace(made, findings=passed) if isinstance(made, Refused) else replace(made, findings=passed, digest=None)


def _in_files(made: Iterable[Made], styles: Iterable[Finding]) -> Iterator[Finding]:
    """Yield what is found in files, but what ``styles`` tell already of the same line."""
    told = {(finding.place.file, finding.place.line) for finding in styles}
    for one in made:
        for finding in one.findings:
            if finding.code not in OF_STYLES or (finding.place.file, finding.place.line) not in told:
                yield finding


def _state(on_record: OnRecord, order: Order, catalogue: Catalogue, said: Sequence[Finding]) -> str | None:
    """Return the digest of all that the run depends on; None where it ``said`` something that no piece's record holds."""
    if said or catalogue.findings:
        return None
    return state(on_record.inputs, release=order.release)


def _about_waivers(
    project: Project, order: Order, rules: Sequence[Waived], whole: Sequence[WholePiece], found: Iterable[Finding]
) -> tuple[Finding, ...]:
    """Return what is to be said of waivers themselves; that one lets nothing pass is known after a look at everything."""
    everything = len(whole) == len(project.slugs()) and not order.editions
    return (*about_waivers(rules, project.today), *(unused(found, rules, project.today) if everything else ()))


def _publishable(order: Order, whole: tuple[WholePiece, ...], styles: Iterable[Finding]) -> tuple[WholePiece, ...]:
    """Return which of the pieces are to be published: none where that is not asked for, or a style is wrong: styles are every piece's."""
    return whole if order.publish and not _has_errors(styles) else ()


def _press_jobs(
    order: Order, made: Sequence[Made], found: Iterable[Finding], styles: Iterable[Finding]
) -> list[PressJob]:
    """Return what is to be handed over: one job, none where it is not asked for or a finding forbids it."""
    files = [one for one in made if isinstance(one, File) and one.good]
    if not order.handoff or not files or len(files) < len(made) or _has_errors(styles):
        return []
    job = PressJob.of(files, sorted_findings(found))
    return [] if job is None else [job]


def _final(order: Order, published: Iterable[Published], handed: Iterable[Handed]) -> set[str]:
    """Return the pieces of which a run for release has made what is no proof."""
    made = {one.piece for one in published if not one.record["proof"]}
    return (made | {slug for one in handed if not one.proof for slug in order.slugs}) if order.release else set()


def _has_errors(findings: Iterable[Finding]) -> bool:
    return any(finding.is_error for finding in findings)


def explained() -> dict[str, Explained]:
    """Return every finding code by its name, with what the checks of all stages look for."""
    return explain((*STYLE_CHECKS, *WORD_CHECKS, *PAGE_AND_FILE_CHECKS))
