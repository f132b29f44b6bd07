#!/usr/bin/env python3
"""The command line: reads the arguments, calls `brochures`, prints what was found, sets the exit code.

The first lines use the standard library only: they hand over to the project's own Python in .venv.
"""

import os
import sys


def _enter_environment() -> None:
    """Go on in .venv with the same arguments; without one that fits the lock file, say so and exit 3."""
    root = os.path.dirname(os.path.realpath(__file__))
    home = os.path.join(root, ".venv")
    lock = "requirements.lock"
    try:
        with open(os.path.join(home, lock), "rb") as mine, open(os.path.join(root, lock), "rb") as wanted:
            ready = mine.read() == wanted.read()
    except OSError:
        ready = False
    if not ready:
        sys.stderr.write("build.py: the project's environment is missing; make it with: make\n")
        if os.name == "nt":
            from brochures.engine.needs import install_lines

            sys.stderr.write(f"  Windows: {install_lines()['Windows']}\n")
        raise SystemExit(3)
    # Folders are compared, not programs: the Python in .venv is a link to the one that made it.
    if os.path.realpath(sys.prefix) == os.path.realpath(home):
        return
    if os.name == "nt":
        import subprocess

        python = os.path.join(home, "Scripts", "python.exe")
        raise SystemExit(subprocess.call([python, *sys.argv]))  # noqa: S603 (our own Python, our own arguments)
    python = os.path.join(home, "bin", "python")
    os.execv(python, [python, *sys.argv])  # noqa: S606 (there is nothing for a shell to do)


_enter_environment()

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from brochures import manifest, report
from brochures.findings import Finding
from brochures.shop import BuildDateError, NotAShopError, Shop

EDITIONS = ("screen", "desk", "press")
NOTES = "editorial-notes"
"""The slug of the piece that prints the editorial notes."""


class BuildByDefault(click.Group):
    """A group whose first word may be left out: then it is ``build``."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put ``build`` before anything that is neither a command nor a wish for help."""
        if not args or (args[0] not in self.commands and args[0] not in {"--help", "-h", "--version"}):
            args = ["build", *args]
        return super().parse_args(ctx, args)


@click.group(cls=BuildByDefault, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name=None, version="0.1.0", prog_name="build.py")
def main() -> None:
    """Make the clinic's brochures and packets from content/ into out/.

    Without a command: build. Without a SLUG: all pieces. './build.py list' shows what there is.
    """


def _root_options(command: Callable[..., Any]) -> Callable[..., Any]:
    return click.option(
        "--root", type=click.Path(path_type=Path), help="Another folder with content/, templates/ and styles/."
    )(command)


_OUT = click.option("--out", type=click.Path(path_type=Path), help="Where finished files go (out/ in the root).")
_EDITIONS = click.option(
    "--for", "editions", type=click.Choice(EDITIONS), multiple=True, help="Only this edition; may be repeated."
)


def _making_options(command: Callable[..., Any]) -> Callable[..., Any]:
    for option in (
        click.option(
            "--format", "form", type=click.Choice(["text", "json"]), default="text", help="How findings are printed."
        ),
        click.option(
            "--jobs", type=click.IntRange(min=1), help="How many files to set at a time (one for each processor)."
        ),
        _OUT,
        click.option("--release", is_flag=True, help="Refuse pieces that lack clinic facts or a signed review."),
        _EDITIONS,
        click.argument("slugs", nargs=-1, metavar="[SLUG]..."),
    ):
        command = option(command)
    return _root_options(command)


@main.command()
@_making_options
@click.option("--force", is_flag=True, help="Set every page again, even where nothing changed.")
def build(
    slugs: tuple[str, ...],
    editions: tuple[str, ...],
    force: bool,
    release: bool,
    root: Path | None,
    out: Path | None,
    jobs: int | None,
    form: str,
) -> None:
    """Make pieces into out/. What is still true is left alone."""
    shop = _shop(root, out)
    _known(shop, slugs)
    found, record = manifest.inputs(shop), manifest.read(shop.manifest)
    wanted = slugs or shop.slugs()
    kept = None if force else manifest.nothing_to_do(shop, record, found, wanted, editions, release=release)
    if kept is not None:
        _offered(slugs, editions, {slug: piece["editions"] for slug, piece in record["pieces"].items()})
        _print(kept, form, fold=True)
        click.echo(f"nothing to do: {shop.out}{'/' if shop.out.is_dir() else ''} is up to date", err=True)
        return
    made = _make(shop, slugs, editions, release=release, force=force, jobs=jobs)
    _print(made.findings, form, fold=not release)
    for one in made.published:
        record = one.record
        state = "proof" if record["proof"] else "final"
        fresh = "" if one.fresh else "  (unchanged)"
        click.echo(
            f"{shop.out / record['path']}  {record['pages']} pages  {record['bytes'] / 1024:.0f} kB  {state}{fresh}",
            err=True,
        )
    _exit(made.findings)


@main.command()
@_making_options
@click.option("--layout", is_flag=True, help="After the findings: words, fill, grid and copyfit of every page.")
def check(
    layout: bool,
    slugs: tuple[str, ...],
    editions: tuple[str, ...],
    release: bool,
    root: Path | None,
    out: Path | None,
    jobs: int | None,
    form: str,
) -> None:
    """Run every gate and list every finding; nothing is published."""
    if layout and form == "json":
        raise click.UsageError("--layout is a table for people and JSON is a list of findings: leave one of them out")
    shop = _shop(root, out)
    _known(shop, slugs)
    made = _make(shop, slugs, editions, release=release, force=True, publish=False, look=layout, jobs=jobs)
    _print(made.findings, form, fold=False)
    if layout:
        from brochures.survey import survey

        click.echo(("\n" if made.findings else "") + survey(made.made))
    _exit(made.findings)


@main.command()
@click.argument("slug")
@_EDITIONS
@_OUT
@_root_options
def proof(slug: str, editions: tuple[str, ...], out: Path | None, root: Path | None) -> None:
    """Draw every page as a picture, with its trim, safe area, folds, panels and findings; with errors, too."""
    from brochures.pipeline import prove

    shop = _shop(root, out)
    _known(shop, (slug,))
    made = _make(shop, (slug,), editions, force=True, publish=False, look=True)
    paths, refused = prove(shop, slug, made)
    _print((*made.findings, *refused), "text", fold=False)
    for path in paths:
        click.echo(str(path))
    sys.exit(1 if not paths else _code((*made.findings, *refused)))


@main.command()
@_OUT
@_root_options
def notes(root: Path | None, out: Path | None) -> None:
    """Print the editorial notes as a PDF for the medical director: what became of each message of the web page."""
    shop = _shop(root, out)
    _known(shop, (NOTES,))
    made = _make(shop, (NOTES,), (), jobs=1)
    _print(tuple(finding for finding in made.findings if finding.piece in {"", NOTES}), "text", fold=True)
    for one in made.published:
        click.echo(str(shop.out / one.record["path"]))
    _exit(made.findings)


@main.command(name="list")
@_root_options
def list_pieces(root: Path | None) -> None:
    """List the pieces: slug, editions, title."""
    from brochures.load import load

    shop = _shop(root, None)
    catalogue = load(shop)
    for slug, entry in catalogue.pieces.items():
        click.echo(f"{slug:24} {', '.join(entry.thing.editions):14} {entry.thing.title}")
    _print(catalogue.findings, "text", fold=False)
    _exit(catalogue.findings)


@main.command()
@_root_options
def schema(root: Path | None) -> None:
    """Write the editor's schema files to content/.schema/."""
    from brochures.schema import write_schemas

    shop = _shop(root, None)
    for name in write_schemas(shop):
        click.echo(f"content/.schema/{name}")


@main.command()
@click.argument("code")
@_root_options
def explain(code: str, root: Path | None) -> None:  # noqa: ARG001 every command takes --root
    """Say what a finding code means, such as 'LOD-104'."""
    from brochures import codes

    known = codes.ALL.get(code.upper())
    if known is None:
        msg = f"there is no code '{code}'. The codes are: {', '.join(sorted(codes.ALL))}"
        raise click.UsageError(msg)
    click.echo(f"{known.name} ({known.severity}): {known.title}\n\n{known.explanation}")


def _make(
    shop: Shop, slugs: tuple[str, ...], editions: tuple[str, ...], *, jobs: int | None = None, **how: bool
) -> Any:
    """Return the report of one run; ``how`` are the switches of an ``Order``."""
    from brochures.engine import EngineMissingError, start
    from brochures.pipeline import Order, build

    order = Order(slugs, editions, jobs=jobs or 0, **how)
    try:
        made = build(shop, order, start, lambda what: click.echo(f"set {what}", err=True))
    except EngineMissingError as missing:
        click.echo(f"build.py: {missing}. Install them with:", err=True)
        for system, line in missing.lines.items():
            click.echo(f"  {system}: {line}", err=True)
        sys.exit(3)
    _offered(slugs, editions, made.editions)
    return made


def _offered(slugs: tuple[str, ...], editions: tuple[str, ...], offered: Any) -> None:
    """Refuse an edition that a piece, named on the line, is not made in."""
    for slug in slugs:
        if editions and slug in offered and not set(editions) & set(offered[slug]):
            msg = f"'{slug}' has no edition {' or '.join(editions)}. Its editions are: {', '.join(offered[slug])}"
            raise click.UsageError(msg)


def _shop(root: Path | None, out: Path | None) -> Shop:
    try:
        return Shop.open(root, out)
    except BuildDateError as wrong:
        raise click.UsageError(str(wrong)) from wrong
    except NotAShopError as wrong:
        here = (
            ", ".join(sorted(path.name for path in wrong.root.iterdir())[:12])
            if wrong.root.is_dir()
            else "no such folder"
        )
        msg = f"{wrong} (there: {here}). Name a folder that holds all three with --root, or leave it out."
        raise click.UsageError(msg) from wrong


def _known(shop: Shop, slugs: tuple[str, ...]) -> None:
    there = shop.slugs()
    for slug in slugs:
        if slug not in there:
            msg = f"there is no piece '{slug}'. The pieces are: {', '.join(there)}"
            raise click.UsageError(msg)


def _print(findings: tuple[Finding, ...], form: str, *, fold: bool) -> None:
    if form == "json":
        click.echo(report.as_json(findings))
    elif findings:
        colours = {"error": "red", "warning": "yellow", "note": "cyan"}
        text = report.as_text(findings, lambda text, tone: click.style(text, fg=colours[tone]), fold=fold)
        click.echo(text, color=False if os.environ.get("NO_COLOR") else None)


def _exit(findings: tuple[Finding, ...]) -> None:
    sys.exit(_code(findings))


def _code(findings: tuple[Finding, ...]) -> int:
    return 1 if any(finding.is_error for finding in findings) else 0


if __name__ == "__main__":
    main(prog_name="build.py")
