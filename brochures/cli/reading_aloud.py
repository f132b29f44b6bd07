"""Reading aloud: the command that tells what a screen reader says of a finished file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from brochures.cli import requests
from brochures.cli.arguments import OUT, ROOT, Command, OneOf, pieces
from brochures.cli.making import make
from brochures.cli.telling import show, writing
from brochures.findings import UsageError
from brochures.project.edition import Edition
from brochures.project.exit_codes import ExitCode
from brochures.project.manifest import OnRecord
from brochures.project.paths import Project

PDF = ".pdf"


@click.command(cls=Command)
@click.argument("name", metavar="SLUG|FILE.pdf", shell_complete=pieces)
@click.option(
    "--for",
    "--edition",
    "edition",
    type=OneOf([*map(str, Edition)]),
    default=str(Edition.SCREEN),
    help="Which edition (screen).",
)
@OUT
@ROOT
def outline(name: str, edition: str, out: Path | None, root: Path | None) -> None:
    """Print the spoken order: what a screen reader says of a finished file, line by line, read from its tags."""
    from brochures.production import spoken  # noqa: PLC0415 it imports what reads PDF files

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
