"""Printing: the commands handoff, impose and calibrate, for print shops and for the office printer."""

from __future__ import annotations

from pathlib import Path

import click

from brochures.cli import requests
from brochures.cli.arguments import OUT, ROOT, Command, examples, named_in, pieces
from brochures.cli.making import make, started
from brochures.cli.telling import show, writing
from brochures.project.edition import Edition
from brochures.project.exit_codes import ExitCode
from brochures.project.paths import Project


@click.command(cls=Command, epilog=examples("handoff program-trifold --printer online-us"))
@click.argument("slug", shell_complete=pieces)
@click.option(
    "--printer",
    required=True,
    metavar="NAME",
    shell_complete=named_in("printers"),
    help="Who prints it: a name in content/printers.yaml.",
)
@click.option("--release", is_flag=True, help="Refuse a piece that lacks clinic facts or a signed review.")
@OUT
@ROOT
def handoff(slug: str, printer: str, release: bool, out: Path | None, root: Path | None) -> None:
    """Make a folder and a zip for a print shop: press file, spec sheet, pictures, preflight report, checksums."""
    from brochures.pipeline import Order, build

    project = Project.open(root, out)
    requests.known(project, (slug,))
    order = Order.for_print_shop(slug, printer, release=release)
    with writing(project):
        report = started(lambda start, tell: build(project, order, start, tell))
    requests.print_shop(printer, report.printers)
    show(report.findings, "text", fold=not release)
    for line in requests.handed(report):
        click.echo(line)
    raise click.exceptions.Exit(requests.exit_code(report.findings))


@click.command(cls=Command, epilog=examples("impose crisis-card --printer office"))
@click.argument("slug", shell_complete=pieces)
@click.option(
    "--printer",
    required=True,
    metavar="NAME",
    shell_complete=named_in("printers"),
    help="Who prints it: a printer of content/printers.yaml that has 'impose'.",
)
@OUT
@ROOT
def impose(slug: str, printer: str, out: Path | None, root: Path | None) -> None:
    """Repeat a card on the sheets of one print shop, with crop marks; its press edition lies beside it."""
    from brochures.load.catalogue import load

    project = Project.open(root, out)
    requests.known(project, (slug,))
    folder = requests.imposes(project, load(project).shelf("printer"), printer)
    with writing(project):
        made = make(folder, (slug,), (Edition.PRESS,), jobs=1, printer=printer)
    show(made.findings, "text", fold=True)
    requests.imposed(slug, printer, made)
    for line in requests.listed(folder, made):
        click.echo(line)
    raise click.exceptions.Exit(requests.exit_code(made.findings))


@click.command(cls=Command, epilog=examples("calibrate", "calibrate --language es"))
@click.option("--language", default="en", metavar="CODE", help="Of the words on the sheets: en or es.")
@OUT
@ROOT
def calibrate(language: str, out: Path | None, root: Path | None) -> None:
    """Make the sheets that show how far the office printer puts the back off the front, and which numbers to write where."""
    from brochures.load.catalogue import load
    from brochures.production.calibration import calibration

    project = Project.open(root, out)
    catalogue = load(project)
    requests.language(language, catalogue.shelf("label"))
    with writing(project):
        paths, findings = started(lambda start, _: calibration(project, catalogue, start(project), language))
    show(findings, "text", fold=True)
    for path in paths:
        click.echo(str(path))
    raise click.exceptions.Exit(requests.exit_code(findings) if paths else ExitCode.ERRORS)
