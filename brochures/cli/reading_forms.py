"""Reading forms: the command read-form, for what was filled in on a screen and came back. What it reads is written where it is told, and nowhere else."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from brochures.cli import requests
from brochures.cli.arguments import ROOT, Command, OneOf, examples
from brochures.cli.telling import refusing, show
from brochures.project.exit_codes import ExitCode
from brochures.project.paths import Project
from brochures.project.private_files import private_file

if TYPE_CHECKING:
    from brochures.partners.returned.answers import ReadFile

FORMATS = ("json", "csv", "fhir")

LARGEST = 64 * 2**20
"""The most bytes of a file that is read; a packet has one million."""


@click.command(name="read-form", cls=Command, epilog=examples("read-form in/ --to answers.json"))
@click.argument(
    "files", nargs=-1, required=True, metavar="FILE|FOLDER...", type=click.Path(exists=True, path_type=Path)
)
@click.option(
    "--to",
    "target",
    required=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="Where the answers go; only you can read that file.",
)
@click.option("--as", "form", type=OneOf(FORMATS), help="How they are written; without it the ending of --to says so.")
@ROOT
def read_form(files: tuple[Path, ...], target: Path, form: str | None, root: Path | None) -> None:
    """Read forms that were filled in on a screen; say what is missing or malformed. No answer is shown, kept or logged."""
    gc.enable()  # it may take long
    from brochures.load.catalogue import load
    from brochures.partners.returned.fhir import as_fhir
    from brochures.partners.returned.written import as_csv, as_json

    form = form or target.suffix.removeprefix(".").lower()
    writers = dict(zip(FORMATS, (as_json, as_csv, as_fhir), strict=True))
    if form not in writers:
        raise click.UsageError(f"'{target.name}' ends neither with .json nor with .csv: say which it is with --as")
    project = Project.open(root, None)
    with refusing():
        read = [*read_files(project, load(project), files)]
    forms = [one for file in read for one in file.forms]
    findings = tuple(finding for file in read for finding in file.findings)
    show(findings, "text", fold=False)
    if forms:
        with refusing(), private_file(target) as file:
            file.write(writers[form](forms))
        click.echo(f"{target}: {len(forms)} {'form' if len(forms) == 1 else 'forms'}")
    raise click.exceptions.Exit(requests.exit_code(findings) if forms else ExitCode.ERRORS)


def read_files(project: Project, catalogue: Any, files: Iterable[Path]) -> Iterator[ReadFile]:
    """Yield what each of ``files`` holds, those of a folder in the order of their names."""
    from brochures.partners import returned

    known = _known(project, catalogue)
    titles = [entry.thing.title for entry in catalogue.shelf("form").values()]
    clinic, offered = _clinic(catalogue), partial(_offered, catalogue)
    for name, data in _bytes(files):
        yield returned.read_form(name, data, known, clinic, titles, offered=offered)


def _known(project: Project, catalogue: Any) -> Any:
    """Return what finds the forms of a piece by its slug; each piece is resolved once."""
    from brochures.resolve import resolve
    from brochures.resolve.job import FormSheet

    @cache
    def known(slug: str) -> Mapping[str, FormSheet]:
        if slug not in catalogue.pieces:
            return {}
        return {sheet.name: sheet for sheet in resolve(project, catalogue, slug).things(FormSheet)}

    return known


def _offered(catalogue: Any) -> list[str]:
    """Return the slugs of pieces with forms: a form that does not say of which piece it is may be one of theirs."""
    parts = ((slug, getattr(entry.thing, "parts", ())) for slug, entry in catalogue.pieces.items())
    return [slug for slug, held in parts if any(getattr(block, "form", None) for part in held for block in part.blocks)]


def _clinic(catalogue: Any) -> str:
    return "" if catalogue.clinic is None else catalogue.clinic.thing.name or ""


def _bytes(paths: Iterable[Path]) -> Iterator[tuple[str, bytes]]:
    """Yield the name and the bytes of each file, those of a folder in the order of their names. What cannot be read is told as empty."""
    for path in paths:
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if file.is_file() and not file.name.startswith("."):
                small = file.stat().st_size <= LARGEST
                yield str(file), file.read_bytes() if small else b""
