"""Filled faxes: the fax of forms that somebody filled in on a screen. It is written where it is told, for its owner alone, and no answer is kept, shown or logged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import click

from brochures.cli import requests
from brochures.cli.making import started
from brochures.cli.reading_forms import read_files
from brochures.cli.telling import refusing, show
from brochures.findings import Finding
from brochures.project.edition import Edition
from brochures.project.exit_codes import ExitCode
from brochures.project.paths import Project
from brochures.project.private_files import private_file


def filled_fax(project: Project, slug: str, filled: Path, folder: Path, *, release: bool) -> ExitCode:
    """Write the fax of what is filled in in the file ``filled`` into ``folder``, and say what was found. Return how the command ends.

    The pages are set and judged without an answer, as those of any fax; then the answers are set on them, and read back.
    """
    from brochures.load.catalogue import load
    from brochures.partners.returned.faxed import faxed_answers, kept_from_fax

    with refusing():
        catalogue = load(project)
        (read,) = read_files(project, catalogue, (filled,))
    kept = kept_from_fax(str(filled), slug, read.forms)
    if kept or not read.forms:
        return _told((*read.findings, *kept))
    names = tuple(sorted(form.stamp.form for form in read.forms))
    report = started(partial(_built, project, slug, names, release))
    if not report.files or any(finding.is_error for finding in report.findings):
        return _told((*read.findings, *report.findings))
    with refusing():
        made = faxed_answers(report.files[0], read.forms, project.styles)
    if not made.good:
        return _told((*read.findings, *report.findings, *made.findings))
    show((*read.findings, *report.findings, *made.findings), "text", fold=True)
    with refusing():
        for path, data in _files(folder, filled.stem, made):
            with private_file(path) as file:
                file.write(data)
            click.echo(str(path))
    return requests.exit_code((*read.findings, *report.findings, *made.findings))


def _told(findings: Sequence[Finding]) -> ExitCode:
    """Show ``findings``, for which nothing was made."""
    show(findings, "text", fold=True)
    return ExitCode.ERRORS


def _built(project: Project, slug: str, names: tuple[str, ...], release: bool, start: Any, tell: Any) -> Any:
    from brochures.pipeline import Order, build

    wanted = Order((slug,), (Edition.FAX,), release, force=True, publish=False, jobs=1, forms=names)
    return build(project, wanted, start, tell)


def _files(folder: Path, stem: str, made: Any) -> Iterator[tuple[Path, bytes]]:
    yield folder / f"{stem}.fax.pdf", made.data
    for one in made.beside:
        yield folder / f"{stem}.{one.name}.tif", one.data
