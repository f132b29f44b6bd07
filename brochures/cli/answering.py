"""Answering: what a run with nothing to do says, and how it is kept for a run that asks the same."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import click

from brochures.cli import requests
from brochures.cli.telling import printed, show
from brochures.findings import Finding
from brochures.project.edition import Edition
from brochures.project.kept_answer import keep_answer
from brochures.project.manifest import OnRecord
from brochures.project.paths import Project


def nothing_to_do(
    project: Project,
    slugs: Sequence[str],
    editions: Sequence[Edition],
    kept: tuple[Finding, ...],
    *,
    release: bool,
    form: str,
    encoding: str,
) -> None:
    """Print what is ``kept`` on record, and say that nothing is to be done; keep both for a run that asks the same."""
    told = f"nothing to do: {project.out}{'/' if project.out.is_dir() else ''} is up to date"
    show(kept, form, fold=True, encoding=encoding)
    click.echo(told, err=True)

    def again() -> tuple[bool, date | None]:
        on_record = OnRecord.read(project)
        same = requests.still_true(project, on_record, slugs, editions, release=release) == kept
        pieces = [on_record.pieces[slug] for slug in slugs or project.slugs() if slug in on_record.pieces]
        days = [date.fromisoformat(piece["true_until"]) for piece in pieces if piece["true_until"]]
        return same, min(days, default=None)

    keep_answer(project, printed(kept, form, fold=True, encoding=encoding), told, again)
