"""Revisions: what an earlier state in git would print, built in a folder of its own. The project's own files are not touched."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from brochures.findings import UsageError
from brochures.project.exit_codes import ExitCode
from brochures.project.paths import ROOT, Project

_PROGRAM = "import sys; sys.path.insert(0, sys.argv.pop(1)); import build; build._run()"
"""Runs the program of a folder with the libraries of this one."""


class RevisionError(UsageError):
    """There is no such revision, or nothing of it can be built."""


def commit_of(project: Project, revision: str) -> str:
    """Return the whole name of the commit that ``revision`` means. Raise ``RevisionError`` where there is none."""
    if revision.startswith("-"):
        raise RevisionError(f"'{revision}' is no revision")
    said = _git(project, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    if said.returncode:
        raise RevisionError(f"'{revision}' is no folder, and no revision that git knows in {project.root}")
    return said.stdout.decode().strip()


@contextmanager
def built(project: Project, commit: str, slugs: Sequence[str], editions: Sequence[str]) -> Iterator[Path]:
    """Give the folder with what the state ``commit`` prints: its words, templates and styles, set by its own program where it has one.

    The libraries are those of today. Raise ``RevisionError`` where nothing can be built; a piece with errors is merely not there.
    """
    with tempfile.TemporaryDirectory(prefix="revision-") as folder:
        tree, out = Path(folder) / "tree", Path(folder) / "out"
        _unpack(project, commit, tree)
        program = tree if (tree / "build.py").is_file() and (tree / "brochures").is_dir() else ROOT
        order = ["build", *_there(tree, slugs), "--root", str(tree), "--out", str(out), "--format", "json"]
        ended = _run(program, tree, [*order, *(part for edition in editions for part in ("--for", edition))])
        if ended == ExitCode.WRONG_USAGE:  # of a piece that has none of the editions
            ended = _run(program, tree, order)
        if ended not in {ExitCode.DONE, ExitCode.ERRORS}:
            raise RevisionError(f"the state {commit[:10]} cannot be built with the libraries of today: see above")
        yield out


def _run(program: Path, tree: Path, order: Sequence[str]) -> int:
    """Run the program in the folder ``program`` with the libraries of this one, its findings unheard; return how it ended."""
    ended = subprocess.run(  # noqa: S603 our own Python, the program of a revision that somebody named
        [sys.executable, "-P", "-c", _PROGRAM, str(program), *order],
        stdout=subprocess.DEVNULL,
        check=False,
        cwd=tree,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
    )
    return ended.returncode


def _there(tree: Path, slugs: Sequence[str]) -> list[str]:
    """Return those of ``slugs`` that the state has."""
    folders = [tree / "content" / name for name in ("brochures", "packets")]
    there = [slug for slug in slugs if any((folder / f"{slug}.yaml").is_file() for folder in folders)]
    if slugs and not there:
        raise RevisionError(f"that state has no piece {' or '.join(slugs)}")
    return there


def _unpack(project: Project, commit: str, tree: Path) -> None:
    packed = _git(project, "archive", "--format=tar", commit)
    if packed.returncode:
        raise RevisionError(f"git cannot pack {commit[:10]}: {packed.stderr.decode(errors='replace').strip()}")
    with tarfile.open(fileobj=io.BytesIO(packed.stdout)) as archive:
        archive.extractall(tree, filter="data")
    if not (tree / "content").is_dir():
        raise RevisionError(f"there was no project in this folder at {commit[:10]}")


def _git(project: Project, *order: str) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(  # noqa: S603 git with a revision that was checked
            ["git", "-C", str(project.root), *order],  # noqa: S607 wherever the system has it
            capture_output=True,
            check=False,
        )
    except OSError as missing:
        raise RevisionError("git is not installed here: './build.py doctor' has the line that installs it") from missing
