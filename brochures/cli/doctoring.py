"""Doctoring: the command doctor for help, the tab key and wrong usage. The rest of it needs no click (``doctor``)."""

from __future__ import annotations

from pathlib import Path

import click

from brochures.cli.arguments import OUT, ROOT, Command, OneOf, examples


@click.command(cls=Command, epilog=examples("doctor", "doctor --format json"))
@click.option("--format", "form", type=OneOf(["text", "json"]), default="text", help="Lines, or the same as JSON.")
@OUT
@ROOT
def doctor(form: str, root: Path | None, out: Path | None) -> None:
    """Look at this machine and say what of all that the program needs is missing.

    Python, its environment and packages against the lock files, Pango and HarfBuzz, fonts and profiles with their checksums and licences, the
    schema for editors, whether out/ can be written, room on the disk, and the programs that only tests need. Beside what is missing stands
    the line that mends it on this system. It runs where nothing else does. Exit code: 0 all is there; 1 a file or folder is wrong;
    3 the program cannot run.
    """
    from brochures.cli import doctor as looking

    looks = looking.examined(root, out)
    if form == "json":
        click.echo(looking.as_json(looks))
    else:
        for line in looking.as_lines(looks):
            click.echo(line)
    raise click.exceptions.Exit(looking.exit_code(looks))
