"""Upkeep: the commands that explain a finding, write the editor's schemas, and remove what no piece makes any more."""

from __future__ import annotations

from pathlib import Path

import click

from brochures.cli import requests
from brochures.cli.arguments import OUT, ROOT, Command, code_names, examples
from brochures.cli.telling import refusing, writing
from brochures.project.paths import Project


@click.command(cls=Command, epilog=examples("clean --dry-run"))
@click.option("--dry-run", is_flag=True, help="Only show what would be removed.")
@OUT
@ROOT
def clean(dry_run: bool, root: Path | None, out: Path | None) -> None:
    """Remove files from out/ that no piece makes any more, if they are ours and unchanged. Says which, and what it leaves alone."""
    from brochures.load.catalogue import load
    from brochures.pipeline import made_of
    from brochures.project.leftovers import clear, leftovers

    project = Project.open(root, out)
    with writing(project):
        left = leftovers(project, made_of(load(project)))
        if not dry_run:
            clear(project, left)
    for line in requests.left_over(left, dry_run=dry_run):
        click.echo(line)


@click.command(cls=Command, epilog=examples("schema"))
@ROOT
def schema(root: Path | None) -> None:
    """Write the editor's schema files to content/.schema/."""
    from brochures.load.editor_schema import write_schemas

    project = Project.open(root, None)
    with refusing():
        for name in write_schemas(project):
            click.echo(f"content/.schema/{name}")


@click.command(cls=Command, epilog=examples("explain LOD-201", "explain edt-304"))
@click.argument("code", shell_complete=code_names)
@ROOT
def explain(code: str, root: Path | None) -> None:  # noqa: ARG001 every command takes --root
    """Say what a finding code means, such as 'LOD-104'."""
    from brochures.pipeline import explained

    click.echo(requests.explain(code, explained()))
