"""Making: one run of the pipeline for a command, and what the terminal hears of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from brochures.cli import requests
from brochures.cli.progress import Teller
from brochures.project.edition import Edition
from brochures.project.exit_codes import ExitCode
from brochures.project.paths import Project


def make(
    project: Project,
    slugs: tuple[str, ...],
    editions: tuple[Edition, ...],
    **how: Any,
) -> Any:
    """Return the report of one run; ``how`` is the rest of an ``Order``."""
    from brochures.engine import system_libraries
    from brochures.pipeline import Order, build

    order = Order(slugs, editions, machine=repr(sorted(system_libraries.versions().items())), **how)
    made = started(lambda start, tell: build(project, order, start, tell))
    requests.offered(slugs, editions, made.editions)
    return made


def started(run: Callable[..., Any]) -> Any:
    """Return what ``run`` returns, given what starts the engine and what hears of each file; without an engine say so and exit 3."""
    from brochures.engine import EngineMissingError, start

    try:
        with Teller() as tell:
            return run(start, tell)
    except EngineMissingError as missing:
        click.echo(f"build.py: {missing}", err=True)
        raise click.exceptions.Exit(ExitCode.CANNOT_RUN) from missing
