"""Signing: the commands approve and reviews. What they need of the content is imported when they run: a build that has nothing to do reads none."""

from __future__ import annotations

from pathlib import Path

import click

from brochures.cli import requests
from brochures.cli.arguments import ROOT, Command, examples, named_in, pieces
from brochures.cli.editing.writing_alone import writer
from brochures.cli.telling import refusing, show, writing
from brochures.project.exit_codes import ExitCode
from brochures.project.paths import Project

WITHIN = 30
"""Days: what falls due so soon is told as due."""


@click.command(cls=Command, epilog=examples('approve crisis-card --by "Ada Reader, MD" --role medical-director'))
@click.argument("names", nargs=-1, required=True, metavar="SLUG|STATEMENT...", shell_complete=pieces)
@click.option("--by", required=True, metavar="NAME", help='Who has read the words and signs, such as "Ada Reader, MD".')
@click.option(
    "--role",
    required=True,
    metavar="ROLE",
    shell_complete=named_in("roles"),
    help="In which role: a name in content/house/roles.yaml.",
)
@click.option("--until", default="", metavar="DATE", help="Until when the signature holds (as long as the role says).")
@click.option("--yes", is_flag=True, help="Do not ask before signing, for scripts.")
@ROOT
def approve(names: tuple[str, ...], by: str, role: str, until: str, root: Path | None, *, yes: bool) -> None:
    """Sign what a piece prints, or single statements, forms, help lines or studies, after showing every word of it."""
    from brochures.cli import approving

    project = Project.open(root, None)
    with refusing():
        catalogue = approving.sound(project)
        who = approving.signer(catalogue, by, role, until, project.today)
        wanted = approving.to_sign(approving.named(project, catalogue, names), who, WITHIN)
        for line in approving.shown(wanted, who):
            click.echo(line)
        if not wanted.left:
            click.echo(f"nothing to sign as '{role}'")
            return
        asked = f"Sign these {len(wanted.left)} texts as {who.called} ({who.may.title}), until {who.until}?"
        if not yes and not click.confirm(asked):
            click.echo("nothing was signed")
            raise click.exceptions.Exit(ExitCode.ERRORS)
    with writing(project), writer(project, "./build.py approve"):
        approving.sign(project, wanted.left, who)
    click.echo(
        f"signed {len(wanted.left)} texts as {who.called} ({who.may.title}), until {who.until}: content/reviews.yaml"
    )


@click.command(cls=Command, epilog=examples("reviews", "reviews crisis-card --role counsel --within 90"))
@click.argument("slugs", nargs=-1, metavar="[SLUG]...", shell_complete=pieces)
@click.option(
    "--within", type=click.IntRange(min=0), default=WITHIN, metavar="DAYS", help="What falls due so soon is due (30)."
)
@click.option(
    "--role",
    default=None,
    metavar="ROLE",
    shell_complete=named_in("roles"),
    help="Only this role: a name in content/house/roles.yaml.",
)
@ROOT
def reviews(slugs: tuple[str, ...], within: int, role: str | None, root: Path | None) -> None:
    """List what is signed, void, due and unsigned, for each role."""
    from brochures.cli import approving

    project = Project.open(root, None)
    requests.known(project, slugs)
    with refusing():
        catalogue = approving.sound(project)
    lines, findings = approving.standing(project, catalogue, slugs, within, role)
    for line in lines:
        click.echo(line)
    show(findings, "text", fold=False)
    raise click.exceptions.Exit(requests.exit_code(findings))
