"""What the command preview was asked for, and what keeps it from running, as findings."""

from __future__ import annotations

import os
import re
from pathlib import Path

import click

from brochures.cli.requests import known
from brochures.cli.telling import show
from brochures.engine import EngineMissingError, system_libraries
from brochures.findings import Finding, Place, UsageError, codes
from brochures.project.exit_codes import ExitCode
from brochures.project.paths import Project

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_UNSAFE = ("javascript:", "data:", "vbscript:", "blob:")


def asked_for(root: Path | None, out: Path | None, slug: str | None) -> Project:
    """Return the project at ``root``; without an engine say so and exit 3. Raise ``UsageError`` where it is none, or has no piece ``slug``."""
    project = Project.open(root, out)
    known(project, () if slug is None else (slug,))
    missing = system_libraries.missing()
    if missing:
        click.echo(f"build.py: {EngineMissingError(missing)}", err=True)
        raise click.exceptions.Exit(ExitCode.CANNOT_RUN)
    return project


def refused(finding: Finding) -> click.exceptions.Exit:
    """Print ``finding``; return what ends the command with it."""
    show((finding,), "text", fold=False)
    return click.exceptions.Exit(ExitCode.ERRORS)


def on_terminal() -> bool:
    """Whether somebody sits at a terminal, and so may want a browser."""
    try:
        return os.isatty(1)
    except OSError:
        return False


def editor_pattern(pattern: str) -> str:
    """Return ``pattern``, the address that opens a file in an editor. Raise ``UsageError`` where it is none."""
    if not _SCHEME.match(pattern) or pattern.lower().startswith(_UNSAFE) or "{path}" not in pattern:
        raise UsageError(
            f"'{pattern}' is no address of an editor: it begins with the editor's scheme and names {{path}}, as 'vscode://file/{{path}}:{{line}}:{{column}}'"
        )
    return pattern


def cannot_listen(port: int | None, wrong: OSError) -> Finding:
    """Return that no page can be served at ``port`` (None: at any)."""
    where = f"port {port} of this computer" if port else "no port of this computer"
    verb = "cannot be listened on" if port else "can be listened on"
    mend = (
        "choose another --port, or leave it out: then one that is free is taken"
        if port
        else "look which program keeps it"
    )
    return codes.NO_PORT.at(Place(), f"{where} {verb}: {wrong.strerror or wrong}", mend)


def cannot_watch(wrong: OSError) -> Finding:
    """Return that changes to files cannot be seen."""
    return codes.NO_WATCH.at(
        Place(wrong.filename or ""),
        f"changes to files cannot be seen: {wrong.strerror or wrong}",
        "make the folders readable; on Linux let more files be watched: sysctl fs.inotify.max_user_watches=524288",
    )
