#!/usr/bin/env python3
"""The command line: reads the arguments, calls `brochures`, prints what was found, sets the exit code.

The first lines use the standard library only: they hand over to the project's own Python in .venv.
"""

import os
import sys

from brochures.project import environment
from brochures.project.exit_codes import ExitCode


def _enter_environment() -> None:
    """Go on in .venv with the same arguments; without one that can be used say so in a line, and exit 3."""
    root = os.path.dirname(os.path.realpath(__file__))
    ended = environment.entered(root, sys.argv)
    if ended is not None:
        code, told = ended
        sys.stderr.write(told)
        raise SystemExit(code)


if __name__ == "__main__":
    _enter_environment()

import io
from collections.abc import Callable, Collection
from pathlib import Path
from typing import Any

import click

from brochures.cli import requests
from brochures.cli.arguments import HELP, OUT, ROOT, VERSION, BuildByDefault, OneOf, pieces
from brochures.cli.faxing import fax
from brochures.cli.making import make
from brochures.cli.printing import calibrate, handoff, impose
from brochures.cli.reading_forms import read_form
from brochures.cli.signing import approve, reviews
from brochures.cli.telling import refusing, show, writing
from brochures.project.edition import Edition
from brochures.project.lock import tidy
from brochures.project.manifest import OnRecord
from brochures.project.paths import Project

NOTES = "editorial-notes"
"""The slug of the piece that prints the editorial notes."""


def _tell_version(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
    """Print the version that ``pyproject.toml`` gives, the only place where it is written."""
    if not asked:
        return
    import tomllib

    project = tomllib.loads((Path(__file__).parent / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    click.echo(f"build.py, version {project['version']}")
    ctx.exit()


@click.group(cls=BuildByDefault, context_settings={"help_option_names": [*HELP], "max_content_width": 100})
@click.option(
    *VERSION, is_flag=True, is_eager=True, expose_value=False, callback=_tell_version, help="Show the version and exit."
)  # fmt: skip
def main() -> None:
    """Make the clinic's brochures and packets from content/ into out/.

    Without a command: build. Without a SLUG: all pieces. './build.py list' shows what there is.
    """


_EDITIONS = click.option(
    "--for",
    "editions",
    type=OneOf([*map(str, Edition)]),
    multiple=True,
    callback=lambda _, __, names: tuple(map(Edition, names)),
    help=f"Only this edition; may be repeated. {'; '.join(f'{edition}: for {edition.for_whom}' for edition in Edition)}.",
)


for command in (approve, reviews, handoff, impose, calibrate, fax, read_form):
    main.add_command(command)


def _making_options(command: Callable[..., Any]) -> Callable[..., Any]:
    for option in (
        click.option("--format", "form", type=OneOf(["text", "json"]), default="text", help="How to print findings."),
        click.option("--jobs", type=click.IntRange(min=1), help="How many files at a time (one for each processor)."),
        OUT,
        click.option("--release", is_flag=True, help="Refuse pieces that lack clinic facts or a signed review."),
        _EDITIONS,
        click.argument("slugs", nargs=-1, metavar="[SLUG]...", shell_complete=pieces),
    ):
        command = option(command)
    return ROOT(command)


@main.command()
@_making_options
@click.option("--force", is_flag=True, help="Set every page again, even where nothing changed.")
def build(
    slugs: tuple[str, ...], editions: tuple[Edition, ...], force: bool, release: bool,
    root: Path | None, out: Path | None, jobs: int | None, form: str,
) -> None:  # fmt: skip
    """Make pieces into out/. What is still true is left alone."""
    project = Project.open(root, out)
    requests.known(project, slugs, main.commands)
    kept = None if force else requests.still_true(project, OnRecord.read(project), slugs, editions, release=release)
    if kept is not None:
        tidy(project.out)
        show(kept, form, fold=True, encoding=sys.stdout.encoding or "utf-8")
        click.echo(f"nothing to do: {project.out}{'/' if project.out.is_dir() else ''} is up to date", err=True)
        return
    with writing(project):
        made = make(project, slugs, editions, release=release, force=force, jobs=jobs)
    show(made.findings, form, fold=not release, encoding=sys.stdout.encoding or "utf-8")
    for line in requests.listed(project, made):
        click.echo(line, err=True)
    sys.exit(requests.exit_code(made.findings))


@main.command()
@_making_options
@click.option("--layout", is_flag=True, help="After the findings: words, fill, grid and copyfit of every page.")
def check(
    layout: bool, slugs: tuple[str, ...], editions: tuple[Edition, ...], release: bool,
    root: Path | None, out: Path | None, jobs: int | None, form: str,
) -> None:  # fmt: skip
    """Run every gate and list every finding; nothing is published."""
    if layout and form == "json":
        raise click.UsageError("--layout is a table for people and JSON is a list of findings: leave one of them out")
    project = Project.open(root, out)
    requests.known(project, slugs)
    made = make(project, slugs, editions, release=release, force=True, publish=False, look=layout, jobs=jobs)
    show(made.findings, form, fold=False, encoding=sys.stdout.encoding or "utf-8")
    for line in requests.links(made.links.links, made.links.waiting):
        click.echo(line, err=True)
    if layout:
        from brochures.publish.layout_report import survey

        click.echo(("\n" if made.findings else "") + survey(made.files))
    sys.exit(requests.exit_code(made.findings))


@main.command()
@click.argument("slug", required=False, shell_complete=pieces)
@click.option(
    "--contact-sheet", "sheet", is_flag=False, flag_value="", metavar="[FILE.png]",
    help="One picture of all pieces at one scale, instead of a SLUG; it goes to FILE.png, or to out/contact-sheet.png.",
)  # fmt: skip
@_EDITIONS
@OUT
@ROOT
def proof(
    slug: str | None, sheet: str | None, editions: tuple[Edition, ...], out: Path | None, root: Path | None
) -> None:
    """Draw every page of a piece as a picture, with its trim, safe area, folds, panels and findings; with errors, too.

    Or, with --contact-sheet: build what changed and draw all pieces in one picture.
    """
    project = Project.open(root, out)
    requests.one_proof(project, slug, sheet, editions)
    with writing(project):
        paths, findings = _pages(project, slug, editions) if slug else _family(project, sheet)
    show(findings, "text", fold=not slug)
    for path in paths:
        click.echo(str(path))
    sys.exit(requests.exit_code(findings) if paths else ExitCode.ERRORS)


@main.command()
@OUT
@ROOT
def notes(root: Path | None, out: Path | None) -> None:
    """Print the editorial notes as a PDF for the medical director: what became of each message of the web page."""
    project = Project.open(root, out)
    requests.known(project, (NOTES,))
    with writing(project):
        made = make(project, (NOTES,), (), jobs=1)
    show(tuple(finding for finding in made.findings if finding.piece in {"", NOTES}), "text", fold=True)
    for one in made.published:
        click.echo(str(project.out / one.record["path"]))
    sys.exit(requests.exit_code(made.findings))


@main.command()
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


@main.command(name="list")
@ROOT
def list_pieces(root: Path | None) -> None:
    """List the pieces: slug, editions, title."""
    from brochures.load.catalogue import load

    project = Project.open(root, None)
    catalogue = load(project)
    for slug, entry in catalogue.pieces.items():
        click.echo(f"{slug:24} {', '.join(entry.thing.editions):14} {entry.thing.title}")
    show(catalogue.findings, "text", fold=False)
    sys.exit(requests.exit_code(catalogue.findings))


@main.command()
@ROOT
def schema(root: Path | None) -> None:
    """Write the editor's schema files to content/.schema/."""
    from brochures.load.editor_schema import write_schemas

    project = Project.open(root, None)
    with refusing():
        for name in write_schemas(project):
            click.echo(f"content/.schema/{name}")


@main.command()
@click.argument("code")
@ROOT
def explain(code: str, root: Path | None) -> None:  # noqa: ARG001 every command takes --root
    """Say what a finding code means, such as 'LOD-104'."""
    from brochures.pipeline import explained

    click.echo(requests.explain(code, explained()))


def _pages(project: Project, slug: str, editions: tuple[Edition, ...]) -> tuple[tuple[Path, ...], tuple[Any, ...]]:
    """Draw the pages of one piece; return the pictures, and what was found."""
    from brochures.publish.page_pictures import draw_pages

    made = make(project, (slug,), editions, force=True, publish=False, look=True)
    paths, refused = draw_pages(project, slug, made.files, made.about(slug))
    return paths, (*made.findings, *refused)


def _family(project: Project, sheet: str | None) -> tuple[tuple[Path, ...], tuple[Any, ...]]:
    """Build what changed, then draw the contact sheet of what is whole; return the picture, and what was found."""
    from brochures.publish.contact_sheet import CONTACT_SHEET, contact_sheet

    good: Collection[str] = project.slugs()
    findings = requests.still_true(project, OnRecord.read(project), (), (), release=False)
    if findings is None:
        made = make(project, (), ())
        good, findings = {one.piece for one in made.published}, made.findings
    paths, refused = contact_sheet(project, Path(sheet).resolve() if sheet else project.out / CONTACT_SHEET, good)
    return paths, (*findings, *refused)


def _run() -> None:
    """Run the command line; what the system or the environment refuses is told in words."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a code page lacks letters that findings quote
            stream.reconfigure(errors="backslashreplace")
    try:
        main(prog_name="build.py")
    except ImportError as missing:
        told = f"the project's environment is damaged ({missing}): remove the folder .venv, then {environment.mend('')}"
    except OSError as refused:
        told = f"the system refused: {refused.strerror}{f': {refused.filename}' if refused.filename else ''}"
    click.echo(f"build.py: {told}", err=True)
    sys.exit(ExitCode.CANNOT_RUN)


if __name__ == "__main__":
    _run()
