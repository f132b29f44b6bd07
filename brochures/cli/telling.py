"""Telling: findings on paper or screen, and commands that hold ``out/`` for themselves."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial

import click

from brochures.findings import BrochureError, Finding, report
from brochures.project.exit_codes import ExitCode
from brochures.project.lock import locked
from brochures.project.paths import Project

FORMS = ("text", "json", "sarif", "github")
"""How findings are printed: for people, as the list of the contract, as SARIF 2.1.0, as commands to the log of a GitHub workflow."""

_COLOURS = {"error": "red", "warning": "yellow", "note": "cyan"}


def show(findings: Sequence[Finding], form: str, *, fold: bool, encoding: str = "utf-8", err: bool = False) -> None:
    """Print ``findings`` as ``form`` (``FORMS``) has them, in letters of ``encoding``; with ``fold`` what waits for people is counted.

    ``err``: on standard error, beside data.
    """
    text = printed(findings, form, fold=fold, encoding=encoding)
    if text:
        click.echo(text, nl=False, err=err, color=False if os.environ.get("NO_COLOR") else None)


def printed(findings: Sequence[Finding], form: str, *, fold: bool, encoding: str) -> str:
    """Return what ``show`` prints, with its colours and the end of its last line; nothing where there is nothing to print."""
    if form == "json":
        text = report.as_json(findings, encoding)
    elif form == "sarif":
        from brochures.findings.sarif import as_sarif

        text = as_sarif(findings, encoding)
    elif form == "github":
        from brochures.findings.annotations import as_annotations

        text = as_annotations(findings)
    else:
        text = report.as_text(findings, lambda text, tone: click.style(text, fg=_COLOURS[tone]), fold=fold)
    return f"{text}\n" if text else ""


@contextmanager
def writing(project: Project) -> Iterator[None]:
    """Hold ``out/`` for this run alone, and remove what a run that was killed left there; where it cannot be written say so and exit 1."""
    wait = partial(click.echo, f"build.py: another run writes into {project.out}: waiting for it", err=True)
    with refusing(), locked(project.out, wait):
        yield


@contextmanager
def refusing() -> Iterator[None]:
    """Print what keeps a command from doing anything at all, and exit 1."""
    try:
        yield
    except BrochureError as refused:
        show(refused.findings, "text", fold=False)
        raise click.exceptions.Exit(ExitCode.ERRORS) from refused
