"""Sign-off sheet: how each piece stands with each role, as a table to sign by hand, and the same and more as counts on a dashboard.

Paper is proof of who signed; the ledger is none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from brochures.findings import BrochureError
from brochures.load.catalogue import Catalogue
from brochures.load.model.notes import Decision, Verdict
from brochures.project.paths import Project
from brochures.resolve.editorial_rules import roles
from brochures.resolve.inline_text import ClinicFact
from brochures.resolve.job import Job, PrintedStatement, ResolvedBlock
from brochures.resolve.review_states import SignatureState, states

SHEET, DASHBOARD = "sign_off", "dashboard"


@dataclass(frozen=True)
class SignOffRow:
    """How one piece stands with one role: how many texts are signed, void or past due, and unsigned."""

    slug: str
    title: str
    version: str
    role: str
    signed: int
    void: int
    unsigned: int


@dataclass(frozen=True)
class PieceCount:
    """What a piece, or all together, print and what of it waits, each thing once.

    Statements, links to sources, those of them that wait, facts of the clinic that are missing, things to look up, texts that are signed and unsigned.
    """

    title: str
    statements: int
    links: int
    waiting: int
    facts: int
    to_look_up: int
    signed: int
    unsigned: int


@dataclass(frozen=True)
class MessageCount:
    """How many messages of one section of the web page have each verdict, and what became of them."""

    section: str
    verdicts: tuple[int, ...]
    decisions: tuple[int, ...]


def with_sheet(project: Project, catalogue: Catalogue, job: Job, resolve: Callable[[str], Job]) -> Job:
    """Return ``job`` with its sign-off sheet and dashboard filled in, where it has them; ``resolve`` makes jobs of the other pieces."""
    if not any(block.component in {SHEET, DASHBOARD} for section in job.sections for block in section.blocks):
        return job
    pieces = tuple(_pieces(catalogue, job, resolve))
    sections = tuple(
        replace(section, blocks=tuple(_filled(project, catalogue, block, pieces) for block in section.blocks))
        for section in job.sections
    )
    return replace(job, sections=sections)


def _pieces(catalogue: Catalogue, job: Job, resolve: Callable[[str], Job]) -> Iterator[Job]:
    for slug in catalogue.pieces:
        try:
            yield job if slug == job.slug else resolve(slug)
        except BrochureError:
            continue  # whoever builds the piece is told


def _filled(project: Project, catalogue: Catalogue, block: ResolvedBlock, pieces: tuple[Job, ...]) -> ResolvedBlock:
    if block.component == SHEET:
        return replace(block, content={**block.content, "rows": tuple(_rows(project, catalogue, pieces))})
    if block.component == DASHBOARD:
        counts = {
            "messages": (messages := tuple(_messages(catalogue))),
            "all_messages": _together(messages),
            "verdicts": tuple(map(str, Verdict)),
            "decisions": tuple(map(str, Decision)),
            "pieces": tuple(_count(project, catalogue, piece.title, [piece]) for piece in pieces),
            "all_pieces": _count(project, catalogue, "", pieces),
        }
        return replace(block, content={**block.content, **counts})
    return block


def _rows(project: Project, catalogue: Catalogue, pieces: tuple[Job, ...]) -> Iterator[SignOffRow]:
    known = roles(catalogue)
    for piece in pieces:
        found = [*states(piece.signed, known, project.today, 0)]
        for name, role in known.items():
            counted = Counter(one.state for one in found if one.role == name)
            signed = counted[SignatureState.SIGNED] + counted[SignatureState.DUE]
            unsigned = counted[SignatureState.UNSIGNED]
            if counted:
                void = counted.total() - signed - unsigned
                yield SignOffRow(piece.slug, piece.title, piece.version, role.title, signed, void, unsigned)


def _count(project: Project, catalogue: Catalogue, title: str, pieces: Sequence[Job]) -> PieceCount:
    """Return what ``pieces`` print together and what of it waits; a text counts once, however many print it and whoever may sign it."""
    today, known = project.today, roles(catalogue)
    statements = {one.name: one for piece in pieces for one in piece.things(PrintedStatement)}
    links = [source for one in statements.values() for source in one.sources]
    found = [state for piece in pieces for state in states(piece.signed, known, today, 0)]
    in_force = {one.words.thing for one in found if one.state in {SignatureState.SIGNED, SignatureState.DUE}}
    watched = {name: item for piece in pieces for name, (item, _) in piece.rules.watch.items()}
    return PieceCount(
        title, len(statements), len(links), sum(source.link is not None and source.link.waits for source in links), len(_missing(pieces)),
        sum(item.waits(today) and not statements.keys().isdisjoint(item.touches) for item in watched.values()),
        len(in_force), len({one.words.thing for one in found} - in_force),
    )  # fmt: skip


def _missing(pieces: Sequence[Job]) -> set[str]:
    """Return the names of the facts that only the clinic knows, that ``pieces`` print or depend on, and that nobody has given."""
    facts = (fact for piece in pieces for fact in (*piece.things(ClinicFact), *piece.undecided))
    return {fact.name for fact in facts if fact.value is None}


def _messages(catalogue: Catalogue) -> Iterator[MessageCount]:
    """Yield the counts of each section of the notes, in the order of the web page."""
    notes = [entry.thing for entry in catalogue.shelf("note").values()]
    for section in dict.fromkeys(note.section for note in notes):
        verdicts = Counter(note.verdict for note in notes if note.section == section)
        decisions = Counter(note.decision for note in notes if note.section == section)
        yield MessageCount(section, tuple(verdicts[one] for one in Verdict), tuple(decisions[one] for one in Decision))


def _together(rows: Sequence[MessageCount]) -> MessageCount:
    """Return the counts of all sections as one row."""
    verdicts, decisions = ([getattr(row, kind) for row in rows] for kind in ("verdicts", "decisions"))
    return MessageCount("", *(tuple(map(sum, zip(*counts, strict=True))) for counts in (verdicts, decisions)))
