"""Reading aloud: what a screen reader says of a finished file, and the words of a piece as plain text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from brochures.cli import requests
from brochures.cli.arguments import OUT, ROOT, Command, OneOf, examples, pieces
from brochures.cli.making import make
from brochures.cli.telling import refusing, show, writing
from brochures.findings import Finding, UsageError
from brochures.findings.report import WAITING
from brochures.project import atomic
from brochures.project.edition import Edition
from brochures.project.exit_codes import ExitCode
from brochures.project.manifest import OnRecord
from brochures.project.paths import Project

PDF = ".pdf"


@click.command(cls=Command, epilog=examples("outline program-trifold", "outline referral-packet.pdf"))
@click.argument("name", metavar="SLUG|FILE.pdf", shell_complete=pieces)
@click.option(
    "--for",
    "--edition",
    "edition",
    type=OneOf([str(one) for one in Edition if one.paged]),
    default=str(Edition.SCREEN),
    help="Which edition (screen).",
)
@OUT
@ROOT
def outline(name: str, edition: str, out: Path | None, root: Path | None) -> None:
    """Print the spoken order: what a screen reader says of a finished file, line by line, read from its tags."""
    from brochures.production import spoken

    path = Path(name)
    data = _bytes(path) if path.suffix.lower() == PDF else finished(Project.open(root, out), name, Edition(edition))
    said = spoken(data)
    if said is None:
        raise UsageError(f"'{name}' is no PDF file, or is damaged")
    for line in said:
        click.echo(line)
    if not said.tagged:
        click.echo(
            "This file has no tags: a screen reader guesses in which order its words are read. The screen edition has them.",
            err=True,
        )
        raise click.exceptions.Exit(ExitCode.ERRORS)


WIDTHS = ("72", "80")
"""Letters in a line: what e-mail keeps whole, and what a terminal shows."""


@click.command(cls=Command, epilog=examples("text program-trifold", "text family-guide --to family-guide.txt"))
@click.argument("slug", shell_complete=pieces)
@click.option(
    "--to", "target", type=click.Path(dir_okay=False, path_type=Path), help="Write it to this file (else it is shown)."
)
@click.option("--width", type=OneOf(WIDTHS), default=WIDTHS[0], help="Letters in a line (72).")
@ROOT
def text(slug: str, target: Path | None, width: str, root: Path | None) -> None:
    """Print the words of a piece as plain text, in the order of reading: for e-mail, or to be read without any layout."""
    project = Project.open(root, None)
    requests.known(project, (slug,))
    with refusing():
        words, findings = _words(project, slug, int(width))
    show(findings, "text", fold=True)
    if words is None:
        raise click.exceptions.Exit(ExitCode.ERRORS)
    if target is None:
        click.echo(words.encode(), nl=False)
        return
    atomic.replace(target, words.encode())
    click.echo(str(target), err=True)


def _words(project: Project, slug: str, width: int) -> tuple[str | None, tuple[Finding, ...]]:
    """Return the words of a piece, none where they have errors, and what was found of errors in them."""
    from brochures.editorial import editorial, let_pass
    from brochures.load.catalogue import load
    from brochures.production import plain
    from brochures.resolve import resolve
    from brochures.resolve.editorial_rules import waivers

    catalogue = load(project)
    job = resolve(project, catalogue, slug)
    found = let_pass(editorial(job, project.today, release=False), waivers(catalogue), project.today)
    wrong = tuple(finding for finding in (*catalogue.findings, *found) if finding.is_error)
    if wrong:
        return None, wrong
    return plain(project, job, width, proof=any(finding.code in WAITING for finding in found)), ()


def _bytes(path: Path) -> bytes:
    if not path.is_file():
        raise UsageError(f"there is no file '{path}'")
    return path.read_bytes()


def finished(project: Project, slug: str, edition: Edition) -> bytes:
    """Return the finished file of a piece: the one in ``out/`` where it is up to date, else one that is made now, with errors, too."""
    requests.known(project, (slug,))
    record = OnRecord.read(project)
    if requests.still_true(project, record, (slug,), (edition,), release=False) is not None:
        kept: Path = project.out / record.pieces[slug]["outputs"][edition]["path"]
        return kept.read_bytes()
    with writing(project):
        made = make(project, (slug,), (edition,), look=True)
    found = next(_data(project, made, edition), None)
    if found is None:
        show(made.findings, "text", fold=True)
        raise click.exceptions.Exit(requests.exit_code(made.findings) or ExitCode.ERRORS)
    return found


def _data(project: Project, made: Any, edition: Edition) -> Iterator[bytes]:
    yield from (one.data for one in made.files if one.composition.name == edition)
    yield from ((project.out / one.record["path"]).read_bytes() for one in made.published if one.name == edition)
