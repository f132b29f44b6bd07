"""Health of files: fonts, profiles, the editors' schema, and the folder for what is made. Standard library only, as ``health``."""

from __future__ import annotations

import hashlib
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from brochures.cli.health import NOTE, OK, Examination, wrong
from brochures.project.atomic import unwritable
from brochures.project.exit_codes import ExitCode
from brochures.project.kept_copies import FOLDER, MOST, KeptCopies
from brochures.project.paths import Project

RESTORE = "restore it from version control: git checkout -- {}"

_SUM = re.compile(r"^([0-9a-f]{64})  (\S+)$", re.MULTILINE)
"""A line of checksums as ``sha256sum`` writes and reads them."""

LEAST_FREE, ENOUGH_FREE = 50 * 2**20, 500 * 2**20
"""Bytes: below the first a build may break off; all pieces with their proofs, and ``.venv`` made anew, fit into the second."""


def of_files(project: Project) -> Iterator[Examination]:
    """Yield the looks at what ``project`` brings along, and at where its files go."""
    yield from _fonts(project)
    yield from _profiles(project)
    yield _schema(project)
    yield _written(project)
    yield _room(project)
    yield _kept(project)


def _fonts(project: Project) -> Iterator[Examination]:
    folder = project.styles / "fonts"
    if not (folder / "fonts.conf").is_file():
        yield _broken(
            "fonts",
            f"{project.relative(folder)}/fonts.conf is missing: fonts of the machine would be used",
            project,
            folder / "fonts.conf",
        )
    there = sorted(path for path in folder.rglob("*") if path.suffix.lower() in {".ttf", ".otf"})
    yield _summed("fonts", project, folder, there)
    unlicensed = sorted({path.parent.name for path in there if not any(path.parent.glob("*.txt"))})
    if unlicensed:
        yield _broken("licences of fonts", f"missing in {', '.join(unlicensed)}", project, folder)
    else:
        yield Examination("licences of fonts", OK, f"beside each of {len({path.parent for path in there})} families")


def _profiles(project: Project) -> Iterator[Examination]:
    folder = project.styles / "profiles"
    there = sorted(folder.glob("*.icc"))
    damaged = [path.name for path in there if not _is_profile(path)]
    if damaged:
        yield _broken("colour profiles", f"{', '.join(damaged)}: no whole CMYK profile", project, folder)
    elif not there:
        yield Examination("colour profiles", NOTE, "none: no press edition can be made")
    else:
        yield _summed("colour profiles", project, folder, there)


def _is_profile(path: Path) -> bool:
    """Whether a file is a whole profile of four inks, as its head has it (ICC.1:2010, 7.2: size, colour space, signature)."""
    try:
        data = path.read_bytes()
    except OSError:
        return False
    return data[36:40] == b"acsp" and data[16:20] == b"CMYK" and int.from_bytes(data[:4], "big") == len(data)


def _summed(what: str, project: Project, folder: Path, there: list[Path]) -> Examination:
    """Return the look at files whose checksums stand in the README of their ``folder``."""
    try:
        sums = {name: total for total, name in _SUM.findall((folder / "README.md").read_text(encoding="utf-8"))}
    except (OSError, ValueError):
        sums = {}
    names = {path.relative_to(folder).as_posix(): path for path in there}
    lost = [name for name in sums if name not in names]
    changed = [name for name, path in names.items() if name in sums and _sum(path) != sums[name]]
    faults = [f"{name} is missing" for name in lost] + [
        f"{name} is not the one that README.md has the checksum of" for name in changed
    ]
    if faults:
        return _broken(what, "; ".join(faults), project, folder / (lost + changed)[0])
    if not names:
        return _broken(what, "none", project, folder)
    unlisted = len([name for name in names if name not in sums])
    told = f"; {unlisted} without a checksum in README.md" if unlisted else ", each with the right checksum"
    return Examination(what, NOTE if unlisted else OK, f"{len(names)} files{told}")


def _sum(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""


def _broken(what: str, seen: str, project: Project, path: Path) -> Examination:
    return wrong(what, seen, RESTORE.format(project.relative(path)), ExitCode.ERRORS)


def _schema(project: Project) -> Examination:
    """Return the look at the schema files that the first lines of content files name."""
    named = re.compile(r"\$schema=(\S+)")
    lost = set()
    for path in sorted(project.content.rglob("*.yaml")):
        try:
            with path.open(encoding="utf-8") as file:
                found = named.search(file.readline())
        except (OSError, ValueError):
            continue
        if found and not (path.parent / found[1]).is_file():
            lost.add(Path(found[1]).name)
    if lost:
        return Examination(
            "schema for editors",
            NOTE,
            f"{', '.join(sorted(lost))} missing: editors complete nothing",
            "./build.py schema",
        )
    return Examination("schema for editors", OK, "all that content files name are there")


def _written(project: Project) -> Examination:
    """Return the look at whether files can be written into ``out/``; the file that tries it is gone at once."""
    why = unwritable(project.out)
    if why:
        told = f"{project.out} cannot be written: {why}"
        return wrong(
            "folder for files",
            told,
            "choose another with --out, or have its owner give you the right to write",
            ExitCode.ERRORS,
        )
    return Examination("folder for files", OK, f"{project.out} can be written")


def _room(project: Project) -> Examination:
    place = project.out if project.out.exists() else project.root
    try:
        free = shutil.disk_usage(place).free
    except OSError as refused:
        return Examination("room on the disk", NOTE, f"cannot be asked: {refused.strerror}")
    seen = f"{free / 2**20:,.0f} MB free"
    if free < LEAST_FREE:
        return wrong("room on the disk", seen, f"free {ENOUGH_FREE // 2**20} MB", ExitCode.ERRORS)
    return Examination(
        "room on the disk",
        OK if free >= ENOUGH_FREE else NOTE,
        seen,
        "" if free >= ENOUGH_FREE else f"free {ENOUGH_FREE // 2**20} MB",
    )


def _kept(project: Project) -> Examination:
    count, size = KeptCopies.of(project).held()
    told = f"{count} copies in {size / 2**20:.0f} MB of at most {MOST // 2**20} MB in {project.relative(project.out / FOLDER)}/; it may be deleted at any time"
    return Examination("kept to spare work", OK, told if count else "nothing yet")
