"""Listing: the command list, with how things stand with each piece. What is on record and still true is not looked at again."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

import click

from brochures.cli import requests
from brochures.cli.arguments import OUT, ROOT, Command, OneOf, examples
from brochures.cli.telling import show
from brochures.findings import Finding, codes
from brochures.findings.report import as_table
from brochures.project.manifest import OnRecord, nothing_to_do
from brochures.project.paths import Project

WIDEST = 100
"""In letters: a line of the table."""

OF_SIGNATURES = frozenset(
    code.name
    for code in (
        codes.NOT_REVIEWED,
        codes.REVIEW_DATE,
        codes.VOID_SIGNATURE,
        codes.UNKNOWN_ROLE,
        codes.MAY_NOT_SIGN,
        codes.INCOMPLETE_SIGNATURE,
        codes.BAD_DIGEST,
        codes.SIGNED_TWICE,
    )
)
"""What says that words lack a signature that holds."""


@dataclass(frozen=True)
class PieceState:
    """How things stand with one piece. ``pages`` has those of each edition that was built; ``errors`` are those of its words.

    ``state`` is ``errors``, ``never built``, ``proof`` or ``final``; ``up_to_date`` whether a build would leave all its files as they are.
    ``unsigned`` counts texts without a signature that holds; None where its words could not be followed.
    """

    piece: str
    title: str
    state: str
    errors: int
    unsigned: int | None
    editions: tuple[str, ...]
    pages: Mapping[str, int]
    version: str
    dated: str
    up_to_date: bool = field(default=False, kw_only=True)

    @property
    def called(self) -> str:
        """The state in words for the table."""
        if self.errors:
            return f"{self.errors} {'error' if self.errors == 1 else 'errors'}"
        return f"{self.state}, old" if self.pages and not self.up_to_date else self.state

    @property
    def signed(self) -> str:
        """Whether all its words are signed, and how many are not."""
        return {None: "?", 0: "yes"}.get(self.unsigned, f"no, {self.unsigned}")

    @property
    def extent(self) -> str:
        """Its pages, edition by edition; once where all are alike."""
        counts = dict.fromkeys(self.pages[name] for name in self.editions if name in self.pages)
        return "/".join(map(str, counts)) or "-"


@click.command(name="list", cls=Command, epilog=examples("list", "list --format json"))
@click.option("--format", "form", type=OneOf(["text", "json"]), default="text", help="A table, or the same as JSON.")
@OUT
@ROOT
def list_pieces(form: str, root: Path | None, out: Path | None) -> None:
    """List the pieces and how things stand with each.

    STATE is what lies in out/: a proof or final; 'old' where a build would make it anew. Errors are those of content and
    words as they are now; what is wrong with pages is told by 'check'. SIGNED counts the texts that still lack a signature.
    """
    project = Project.open(root, out)
    found, findings = pieces_as_they_stand(project)
    if form == "json":
        click.echo(json.dumps([asdict(one) for one in found], indent=1, ensure_ascii=False))
    elif found:
        click.echo(table(found))
    show(findings, "text", fold=False, err=form == "json")
    raise click.exceptions.Exit(requests.exit_code(findings))


def pieces_as_they_stand(project: Project) -> tuple[tuple[PieceState, ...], tuple[Finding, ...]]:
    """Return how things stand with each piece of ``project``, and what is wrong with the content files."""
    on_record = OnRecord.read(project)
    true = {slug: nothing_to_do(project, on_record, (slug,), (), release=False) for slug in project.slugs()}
    kept = {slug: findings for slug, findings in true.items() if findings is not None}
    if len(kept) == len(true):
        return tuple(_on_record(slug, on_record.pieces[slug], kept[slug]) for slug in true), ()
    return _looked_at(project, on_record, kept)


def _looked_at(
    project: Project, on_record: OnRecord, kept: Mapping[str, Sequence[Finding]]
) -> tuple[tuple[PieceState, ...], tuple[Finding, ...]]:
    from brochures.load.catalogue import load

    catalogue = load(project)
    states = []
    for slug in project.slugs():
        entry = catalogue.pieces.get(slug)
        if slug in kept:
            states.append(_on_record(slug, on_record.pieces[slug], kept[slug]))
        elif entry is None:
            wrong = [one for one in catalogue.findings if one.is_error and one.place.file.endswith(f"/{slug}.yaml")]
            states.append(_unread(slug, on_record.pieces.get(slug, {}), len(wrong) or 1))
        else:
            states.append(_as_it_is_now(project, catalogue, slug, on_record.pieces.get(slug, {})))
    return tuple(states), catalogue.findings


def _on_record(slug: str, record: Mapping[str, Any], findings: Sequence[Finding]) -> PieceState:
    """Return the state of a piece of which all is on record and still true."""
    unsigned = len({one for one in findings if one.code in OF_SIGNATURES})
    head = (record["title"], _made(record), 0, unsigned, tuple(record["editions"]))
    version = (record.get("version", ""), record.get("dated", ""))
    return PieceState(slug, *head, _pages(record), *version, up_to_date=True)


def _unread(slug: str, record: Mapping[str, Any], errors: int) -> PieceState:
    """Return the state of a piece whose file has mistakes."""
    return PieceState(slug, "", "errors", errors, None, (), _pages(record), "", "")


def _as_it_is_now(project: Project, catalogue: Any, slug: str, record: Mapping[str, Any]) -> PieceState:
    """Return the state of a piece whose words are looked at anew."""
    from brochures.editorial import editorial, let_pass
    from brochures.findings import BrochureError
    from brochures.resolve.editorial_rules import waivers
    from brochures.resolve.ticket import resolve

    ticket = catalogue.pieces[slug].thing
    version = (ticket.version.number, ticket.version.date.isoformat())
    state = PieceState(
        slug, ticket.title, _made(record), 0, None, tuple(map(str, ticket.editions)), _pages(record), *version
    )
    try:
        found = editorial(resolve(project, catalogue, slug), project.today)
    except BrochureError as refused:
        return replace(state, state="errors", errors=len(refused.findings))
    found = let_pass(found, waivers(catalogue), project.today)
    errors = sum(one.is_error for one in found)
    unsigned = len({one for one in found if one.code in OF_SIGNATURES})
    return replace(state, state="errors" if errors else state.state, errors=errors, unsigned=unsigned)


def _made(record: Mapping[str, Any]) -> str:
    outputs = record.get("outputs", {}).values()
    if not outputs:
        return "never built"
    return "proof" if any(one["proof"] for one in outputs) else "final"


def _pages(record: Mapping[str, Any]) -> dict[str, int]:
    return {name: one["pages"] for name, one in record.get("outputs", {}).items() if name == one["edition"]}


HEADS = ("PIECE", "STATE", "SIGNED", "PAGES", "EDITIONS", "DATED", "TITLE")


def table(found: Sequence[PieceState]) -> str:
    """Return ``found`` as a table of at most ``WIDEST`` letters a line; titles are cut to what is left."""
    lines = as_table([HEADS, *(row for one in found for row in _row(one))], frozenset({3})).splitlines()
    return "\n".join(line if len(line) <= WIDEST else f"{line[: WIDEST - 1].rstrip()}…" for line in lines)


def _row(one: PieceState) -> Iterator[tuple[str, ...]]:
    editions = " ".join(one.editions)
    yield (one.piece, one.called, one.signed, one.extent, editions or "-", one.dated or "-", one.title)
