"""Locating: the command where, which tells what prints a statement, source, study, form or help line, what names it, and who signed it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from brochures.cli import requests
from brochures.cli.arguments import ROOT, Command, examples, things
from brochures.cli.telling import show
from brochures.findings import BrochureError, Finding, UsageError
from brochures.findings.report import as_table
from brochures.findings.suggest import closest
from brochures.project.edition import Edition
from brochures.project.paths import Project

if TYPE_CHECKING:
    from brochures.load.catalogue import Catalogue
    from brochures.resolve.job import Job
    from brochures.resolve.whereabouts import PrintedIn, Thing


@click.command(
    cls=Command,
    epilog=examples("where ketamine.off-label", "where ketamine.off-label --pages", "where grabski-2022-kare"),
)
@click.argument("name", metavar="NAME", shell_complete=things)
@click.option(
    "--pages", is_flag=True, help="Set the pieces now and tell the pages, too; this takes as long as a build."
)
@ROOT
def where(name: str, root: Path | None, *, pages: bool) -> None:
    """Tell where a statement is printed, what names it, and who signed it.

    NAME is that of a statement, source, study, form, help line, text of law or picture. Panels and parts are read off the content as
    it is now. Pages are known only after a layout: --pages makes one, of screen editions or what each piece has first; it does not look into out/.
    """
    from brochures.load.catalogue import load
    from brochures.resolve.whereabouts import things_called

    project = Project.open(root, None)
    catalogue = load(project)
    found = things_called(catalogue, name)
    if not found:
        raise _unknown(name, catalogue)
    jobs, findings = _jobs(project, catalogue)
    set_now = _set_now(project, jobs, found) if pages else None
    for thing in found:
        for line in _told(project, catalogue, thing, jobs, set_now):
            click.echo(line)
    left_out = tuple(one for one in (*catalogue.findings, *findings) if one.is_error)
    if left_out:
        click.echo("what is told above is not all: some content has errors", err=True)
    show(left_out, "text", fold=False)
    raise click.exceptions.Exit(requests.exit_code(left_out))


def _unknown(name: str, catalogue: Catalogue) -> UsageError:
    from brochures.resolve.whereabouts import KINDS, known_names

    spoiled = [kind for kind in KINDS if (kind, name) in catalogue.spoiled]
    if spoiled:
        return UsageError(f"'{name}' may be in a file with mistakes: './build.py check' lists them")
    close = closest(name, known_names(catalogue))
    kinds = f"{', '.join(KINDS[:-1])} or {KINDS[-1]}"
    return UsageError(f"there is no {kinds} '{name}'" + (f": did you mean '{close}'?" if close else ""))


def _jobs(project: Project, catalogue: Catalogue) -> tuple[tuple[Job, ...], tuple[Finding, ...]]:
    """Return each piece that can be followed, and why others cannot."""
    from brochures.resolve.ticket import resolve

    jobs: list[Job] = []
    findings: list[Finding] = []
    for slug in catalogue.pieces:
        try:
            jobs.append(resolve(project, catalogue, slug))
        except BrochureError as refused:
            findings += refused.findings
    return tuple(jobs), tuple(findings)


def _set_now(project: Project, jobs: Sequence[Job], found: Iterable[Thing]) -> dict[str, Any]:
    """Return the file of each piece that prints one of ``found``, set now, by its slug: its screen edition, else the first that it has."""
    from brochures.cli.making import make
    from brochures.resolve.whereabouts import printed_in

    wanted = [job for job in jobs if any(True for thing in found for _ in printed_in(job, thing))]
    files: dict[str, Any] = {}
    for screen in (True, False):
        slugs = [job.slug for job in wanted if (Edition.SCREEN in job.editions) == screen]
        editions = (Edition.SCREEN,) if screen else ()
        if slugs:
            made = make(project, tuple(slugs), editions, force=True, publish=False, look=True)
            for one in (one for one in made.files if one.composition.name == one.composition.medium):
                files.setdefault(one.composition.slug, one)
    return files


def _told(
    project: Project, catalogue: Catalogue, thing: Thing, jobs: Sequence[Job], set_now: dict[str, Any] | None
) -> Iterator[str]:
    from brochures.resolve.whereabouts import namings, printed_in

    yield f"{thing.kind} '{thing.name}'  {thing.place}"
    printed = [(job, one) for job in jobs for one in printed_in(job, thing)]
    yield ""
    yield _heading(len({one.piece for _, one in printed}), set_now)
    if printed:
        head = ("piece", "panel or part") if set_now is None else ("piece", "panel or part", "edition", "pages")
        yield _indented([head, *(_row(job, one, thing, set_now) for job, one in printed)])
    named = namings(catalogue, thing)
    yield ""
    yield (
        f"named in {len(named)} {'place' if len(named) == 1 else 'places'}" if named else "named nowhere in the content"
    )
    if named:
        yield _indented([("in", "name", "place"), *((one.kind, one.name, str(one.place)) for one in named)])
    yield from _signatures(project, catalogue, thing)
    yield ""


def _heading(pieces: int, set_now: dict[str, Any] | None) -> str:
    if not pieces:
        return "printed in no piece"
    how = (
        "as the content is now; --pages tells the pages, too" if set_now is None else "pages as they were set just now"
    )
    return f"printed in {pieces} {'piece' if pieces == 1 else 'pieces'} ({how})"


def _row(job: Job, one: PrintedIn, thing: Thing, set_now: dict[str, Any] | None) -> tuple[str, ...]:
    if set_now is None:
        return one.piece, one.called
    file = set_now.get(job.slug)
    if file is None:
        return one.piece, one.called, "-", "could not be set"
    return one.piece, one.called, file.composition.name, _pages(file, one, thing) or "not told apart"


def _pages(file: Any, one: PrintedIn, thing: Thing) -> str:
    """Return the pages of ``file`` with words of ``thing`` in the section ``one``; where it has no words of its own there, those of the blocks that hold it."""
    from brochures.resolve.whereabouts import places_of_words

    composition, sheets = file.composition, file.sheets
    places = places_of_words(composition.job, thing, one.section)
    words = {number for number, writing in enumerate(composition.passages) if writing.start in places}
    blocks = {f"{one.section}-{block}" for block in one.blocks}
    lines = [
        (page.number, sheets.paragraphs[line.paragraph].block, line) for page in sheets.pages for line in page.lines
    ]
    own = [
        page for page, block, line in lines if block in blocks and any(part.passage in words for part in line.stretches)
    ]
    held = [page for page, block, _ in lines if block in blocks]
    return ranges(own) or (f"{ranges(held)} (its block)" if held else "")


def ranges(pages: Iterable[int]) -> str:
    """Return ``pages`` as people write them: ``3, 5-7``."""
    runs: list[list[int]] = []
    for page in sorted(set(pages)):
        if runs and page == runs[-1][-1] + 1:
            runs[-1].append(page)
        else:
            runs.append([page])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)


def _signatures(project: Project, catalogue: Catalogue, thing: Thing) -> Iterator[str]:
    """Yield who signed the wordings of ``thing``, and which of them nobody has."""
    from brochures.resolve.signed_everywhere import all_signed_words

    words, _ = all_signed_words(project, catalogue)
    mine = [one for one in words if one.thing[:2] == (thing.kind, thing.name)]
    if not mine:
        return
    yield ""
    yield "signed"
    rows = [("what", "by", "until")]
    for one in mine:
        holds = [*one.in_force(project.today)]
        rows += [(one.called, f"{held.signer} ({held.role})", str(held.until)) for held in holds] or [
            (one.called, "nobody", "-")
        ]
    yield _indented(rows)


def _indented(rows: Sequence[Sequence[str]]) -> str:
    return "\n".join(f"  {line}" for line in as_table(rows).splitlines())
