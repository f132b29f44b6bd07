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
    if ended is None:
        _answer_at_once(root)
    if sys.argv[1:2] == ["doctor"] and sys.version_info[:2] >= environment.OLDEST:
        _look_at_the_machine(sys.argv[2:])
    if ended is not None:
        code, told = ended
        sys.stderr.write(told)
        raise SystemExit(code)
    damaged = environment.damage()
    if damaged:
        sys.stderr.write(damaged)
        raise SystemExit(ExitCode.CANNOT_RUN)


def _answer_at_once(root: str) -> None:
    """End here where this very order was answered before and all that it depends on is as it was."""
    from brochures.project.quick_answer import bare, quick_answer

    plain = {(stream.encoding or "").lower() for stream in (sys.stdout, sys.stderr)} <= {"utf-8", "utf8"}
    said = quick_answer(sys.argv[1:], root) if plain else None
    if said is None:
        return
    coloured = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    try:
        sys.stdout.write(said[0] if coloured else bare(said[0]))
        sys.stdout.flush()
        sys.stderr.write(f"{said[1]}\n")
    except OSError as refused:
        sys.stderr.write(f"build.py: the system refused: {refused.strerror}\n")
        os._exit(ExitCode.CANNOT_RUN)  # what could not be written would be tried again
    raise SystemExit(ExitCode.DONE)


def _look_at_the_machine(arguments: list[str]) -> None:
    """Run ``doctor`` before any library is imported, for one that is missing or broken; come back where help or wrong usage is to be told."""
    from brochures.cli.doctor import at_once

    ended = at_once(arguments)
    if ended is not None:
        code, told = ended
        (sys.stderr if code == ExitCode.WRONG_USAGE else sys.stdout).write(f"{told}\n")
        raise SystemExit(code)


if __name__ == "__main__":
    _enter_environment()

import io
from collections.abc import Callable, Collection
from pathlib import Path
from typing import Any

import click

from brochures.cli import requests
from brochures.cli.answering import nothing_to_do
from brochures.cli.arguments import (
    HELP,
    OUT,
    ROOT,
    VERSION,
    BuildByDefault,
    CommandShelf,
    OneOf,
    examples,
    pieces,
)
from brochures.cli.making import make
from brochures.cli.progress import summary
from brochures.cli.telling import FORMS, refusing, show, writing
from brochures.project.edition import Edition
from brochures.project.lock import tidy
from brochures.project.manifest import OnRecord
from brochures.project.paths import Project
from brochures.project.stopwatch import seconds

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


ELSEWHERE = {
    "approve": "signing:approve",
    "calibrate": "printing:calibrate",
    "clean": "upkeep:clean",
    "doctor": "doctoring:doctor",
    "explain": "upkeep:explain",
    "fax": "faxing:fax",
    "handoff": "printing:handoff",
    "impose": "printing:impose",
    "list": "listing:list_pieces",
    "new": "beginning:new",
    "outline": "reading_aloud:outline",
    "packets": "partner_packets:packets",
    "read-form": "reading_forms:read_form",
    "reviews": "signing:reviews",
    "schema": "upkeep:schema",
    "sent": "sent_packets:sent",
    "stale": "falling_due:stale",
    "text": "reading_aloud:text",
    "where": "locating:where",
}
"""The commands that live in ``brochures/cli/``: module and name of each. A run imports that which it was asked for."""

PREVIEW = {"preview": "brochures.preview.command:preview"}
"""The command whose room stands above ``cli``."""


@click.group(
    cls=BuildByDefault,
    commands=CommandShelf({name: f"brochures.cli.{home}" for name, home in ELSEWHERE.items()} | PREVIEW),
    context_settings={"help_option_names": [*HELP], "max_content_width": 100},
)
@click.option(
    *VERSION, is_flag=True, is_eager=True, expose_value=False, callback=_tell_version, help="Show the version and exit."
)  # fmt: skip
def main() -> None:
    """Make the clinic's brochures and packets from content/ into out/.

    Without a command: build. Without a SLUG: all pieces. './build.py list' shows what there is.
    """


_EDITIONS = click.option(
    "--for",
    "--edition",
    "editions",
    type=OneOf([*map(str, Edition)]),
    multiple=True,
    callback=lambda _, __, names: tuple(map(Edition, names)),
    help=f"Only this edition; may be repeated. {'; '.join(f'{edition}: for {edition.for_whom}' for edition in Edition)}.",
)


def _making_options(command: Callable[..., Any]) -> Callable[..., Any]:
    for option in (
        click.option("--jobs", type=click.IntRange(min=1), help="How many files at a time (one for each processor)."),
        OUT,
        click.option("--release", is_flag=True, help="Refuse pieces that lack clinic facts or a signed review."),
        _EDITIONS,
        click.argument("slugs", nargs=-1, metavar="[SLUG]...", shell_complete=pieces),
    ):
        command = option(command)
    return ROOT(command)


@main.command(epilog=examples("build", "program-trifold --for desk", "--release"))
@_making_options
@click.option("--format", "form", type=OneOf(FORMS[:2]), default="text", help="How to print findings.")
@click.option("--force", is_flag=True, help="Set every page again, even where nothing changed.")
def build(
    slugs: tuple[str, ...], editions: tuple[Edition, ...], force: bool, release: bool,
    root: Path | None, out: Path | None, jobs: int | None, form: str,
) -> None:  # fmt: skip
    """Make pieces into out/. What is still true is left alone.

    Findings go to standard output. Progress goes to standard error, with the time left on a terminal, and then a table of what was made:
    pages, size, time, and findings of each file.
    """
    began = seconds()
    project = Project.open(root, out)
    requests.known(project, slugs, main.commands)
    kept = None if force else requests.still_true(project, OnRecord.read(project), slugs, editions, release=release)
    if kept is not None:
        tidy(project.out)
        nothing_to_do(
            project, slugs, editions, kept, release=release, form=form, encoding=sys.stdout.encoding or "utf-8"
        )
        return
    with writing(project):
        made = make(project, slugs, editions, release=release, force=force, jobs=jobs)
    show(made.findings, form, fold=not release, encoding=sys.stdout.encoding or "utf-8")
    for line in summary(made, project.out, seconds() - began):
        click.echo(line, err=True)
    sys.exit(requests.exit_code(made.findings))


@main.command(epilog=examples("check", "check program-trifold --layout", "check --format sarif > findings.sarif"))
@_making_options
@click.option("--format", "form", type=OneOf(FORMS), default="text", help="How to print findings.")
@click.option("--layout", is_flag=True, help="After the findings: words, fill, grid and copyfit of every page.")
def check(
    layout: bool, slugs: tuple[str, ...], editions: tuple[Edition, ...], release: bool,
    root: Path | None, out: Path | None, jobs: int | None, form: str,
) -> None:  # fmt: skip
    """Run every gate and list every finding; nothing is published."""
    if layout and form != "text":
        raise click.UsageError(
            f"--layout is a table for people and {form.upper()} is a list of findings: leave one of them out"
        )
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


@main.command(epilog=examples("proof crisis-card --for press", "proof --contact-sheet family.png"))
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


@main.command(epilog=examples("notes"))
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


@main.command(
    epilog=examples(
        "diff HEAD~1 HEAD --piece program-trifold", "diff /tmp/before out --html diff.html", "diff HEAD out"
    )
)
@click.argument("before", metavar="A")
@click.argument("after", metavar="B")
@click.option(
    "--piece", "slugs", multiple=True, metavar="SLUG", shell_complete=pieces, help="Only this piece; may be repeated."
)
@click.option(
    "--for", "edition", type=OneOf([*map(str, Edition)]), help="Which edition is compared (screen, where there is one)."
)
@click.option(
    "--html",
    "page",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write a page with pictures, too.",
)
@ROOT
def diff(
    before: str, after: str, slugs: tuple[str, ...], edition: str | None, page: Path | None, root: Path | None
) -> None:
    """Tell what is different between two builds: words, pages, panels, pictures.

    A and B are folders with finished files, such as out/, or revisions of git. A revision is unpacked into a temporary folder and built
    there by its own program, with the libraries of today; without --piece all pieces are, which takes as long as a build. Files
    are compared as a reader sees them: words page by page, and pictures of the pages. Exit code 0, whether anything is different or not.
    """
    from contextlib import ExitStack

    from brochures.project.atomic import replace
    from brochures.project.revisions import built, commit_of
    from brochures.publish.comparison import as_lines, compared
    from brochures.publish.comparison_page import comparison_page

    project = Project.open(root, None)
    chosen = None if edition is None else Edition(edition)
    ways = [(name, Path(name).expanduser()) for name in (before, after)]
    commits = [None if path.is_dir() else commit_of(project, name) for name, path in ways]
    with ExitStack() as stack:
        editions = (chosen or Edition.SCREEN,)
        old, new = (
            path if commit is None else stack.enter_context(built(project, commit, slugs, editions))
            for commit, (_, path) in zip(commits, ways, strict=True)
        )
        found = compared(project, (old, new), slugs, chosen)
    for line in as_lines(found):
        click.echo(line)
    if page is not None:
        with refusing():
            replace(page, comparison_page(found, before, after).encode())
        click.echo(str(page), err=True)


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
