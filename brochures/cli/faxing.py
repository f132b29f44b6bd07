"""Faxing: the command fax, for a piece with its cover sheet, or for some of its forms alone."""

from __future__ import annotations

from pathlib import Path

import click

from brochures.cli import requests
from brochures.cli.arguments import OUT, ROOT, Command, examples, pieces
from brochures.cli.making import make
from brochures.cli.telling import show, writing
from brochures.project.edition import Edition
from brochures.project.paths import Project


@click.command(cls=Command, epilog=examples("fax referral-packet", "fax referral-packet --form referral"))
@click.argument("slug", shell_complete=pieces)
@click.option(
    "--form", "forms", multiple=True, metavar="NAME", help="Only this form of content/forms.yaml; may be repeated."
)
@click.option("--release", is_flag=True, help="Refuse a piece that lacks clinic facts or a signed review.")
@OUT
@ROOT
def fax(slug: str, forms: tuple[str, ...], release: bool, out: Path | None, root: Path | None) -> None:
    """Make what a fax machine sends: a cover sheet and all of a piece, or only some of its forms."""
    from brochures.load.catalogue import load

    project = Project.open(root, out)
    requests.known(project, (slug,))
    chosen = tuple(sorted(set(forms)))
    if chosen:
        project = requests.faxes(project, load(project), slug, chosen)
    with writing(project):
        made = make(project, (slug,), (Edition.FAX,), jobs=1, release=release, forms=chosen)
    show(made.findings, "text", fold=not release)
    for line in requests.listed(project, made):
        click.echo(line)
    raise click.exceptions.Exit(requests.exit_code(made.findings))
