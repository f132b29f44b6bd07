"""Faxing: the command fax, for a piece with its cover sheet, for some of its forms alone, or for forms that somebody filled in."""

from __future__ import annotations

from pathlib import Path

import click

from brochures.cli import requests
from brochures.cli.arguments import OUT, ROOT, Command, examples, pieces
from brochures.cli.making import make
from brochures.cli.telling import show, writing
from brochures.project.edition import Edition
from brochures.project.paths import Project


@click.command(
    cls=Command,
    epilog=examples(
        "fax referral-packet",
        "fax referral-packet --form referral",
        "fax referral-packet --filled in/referral.pdf --to faxes/",
    ),
)
@click.argument("slug", shell_complete=pieces)
@click.option(
    "--form", "forms", multiple=True, metavar="NAME", help="Only this form of content/forms.yaml; may be repeated."
)
@click.option(
    "--filled",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="The forms that were filled in in this PDF file, with their answers; needs --to.",
)
@click.option(
    "--to",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="FOLDER",
    help="Where the fax of --filled goes; only you can read its files.",
)
@click.option("--release", is_flag=True, help="Refuse a piece that lacks clinic facts or a signed review.")
@OUT
@ROOT
def fax(
    slug: str, forms: tuple[str, ...], filled: Path | None, folder: Path | None, release: bool,
    out: Path | None, root: Path | None,
) -> None:  # fmt: skip
    """Make what a fax machine sends: a cover sheet and all of a piece, or only some of its forms, empty or as somebody filled them in."""
    from brochures.load.catalogue import load

    if (filled is None) != (folder is None):
        raise click.UsageError("--filled FILE and --to FOLDER go together")
    if filled is not None and forms:
        raise click.UsageError("--filled makes a fax of the forms that are filled in in its file: leave out --form")
    project = Project.open(root, out)
    requests.known(project, (slug,))
    if filled is not None and folder is not None:
        from brochures.cli.filled_faxes import filled_fax

        raise click.exceptions.Exit(filled_fax(project, slug, filled, folder, release=release))
    chosen = tuple(sorted(set(forms)))
    if chosen:
        project = requests.faxes(project, load(project), slug, chosen)
    with writing(project):
        made = make(project, (slug,), (Edition.FAX,), jobs=1, release=release, forms=chosen)
    show(made.findings, "text", fold=not release)
    for line in requests.listed(project, made):
        click.echo(line)
    raise click.exceptions.Exit(requests.exit_code(made.findings))
