"""Leftovers: files in ``out/`` that were published and that no piece makes any more. They look as finished as the others.

A piece that is deleted or renamed, an edition that is taken out and a print shop that is struck off leave their files behind.
What goes with a piece, its proofs and what was handed over, is left when the piece is gone.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from brochures.findings import Finding, Place, codes
from brochures.project import manifest
from brochures.project.atomic import refused
from brochures.project.paths import Project

PRINTERS = "printers"
"""The folder in ``out/`` that holds a folder for each print shop whose files were asked for."""

FAXES = "faxes"
"""The folder in ``out/`` that holds a folder for each choice of forms that were faxed alone."""

SUMS = "SHA256SUMS"
"""The file in a folder for a print shop that ``sha256sum -c`` reads."""

PROOFS, HANDOFF = "proof", "handoff"
"""The folders of a piece in ``out/`` that hold more than its editions."""

NO_PIECES = frozenset({PRINTERS, FAXES, "calibration"})
"""Folders in ``out/`` that are named after no piece."""


@dataclass(frozen=True)
class MadeOf:
    """What is made: the editions of each piece, and the print shops that have a folder of their own. None: not known."""

    editions: Mapping[str, Collection[str]] | None = None
    printers: Collection[str] | None = None


@dataclass(frozen=True)
class Leftover:
    """A file of ours that is made no more. ``ours`` is false where it does not hold what was published, or nothing says that it was."""

    path: Path
    piece: str
    ours: bool


def leftovers(project: Project, made: MadeOf) -> tuple[Leftover, ...]:
    """Return what lies in ``out/`` and in the folder of each print shop and each fax there, and is made no more, by its path."""
    found = [*_in_folder(project, made)]
    for folder in sorted((project.out / PRINTERS).glob("*/")):
        gone = made.printers is not None and folder.name not in made.printers
        found += _in_folder(replace(project, out=folder), made, gone=gone)
    for folder in sorted((project.out / FAXES).glob("*/")):
        found += _in_folder(replace(project, out=folder), made)
    return tuple(dict.fromkeys(found))


def told(project: Project, left: Iterable[Leftover]) -> tuple[Finding, ...]:
    """Return a finding for each folder with leftovers."""
    folders: dict[Path, list[str]] = {}
    for one in left:
        folders.setdefault(one.path.parent, []).append(one.path.name)
    return tuple(
        codes.LEFT_OVER.at(
            Place(project.relative(folder)),
            f"no piece makes {'this' if len(names) == 1 else f'these {len(names)}'} any more: {', '.join(names)}",
            "'./build.py clean' removes what was made here and is as it was",
        )
        for folder, names in folders.items()
    )


def clear(project: Project, left: Iterable[Leftover]) -> None:
    """Delete each of ``left`` that is ours, the folders that are empty then, and what the manifests say of it.

    Raise ``BrochureError`` where the system refuses; what was deleted until then is gone.
    """
    for one in left:
        if one.ours:
            try:
                one.path.unlink()
            except OSError as wrong:
                raise refused(one.path, wrong, one.piece) from wrong
            _remove_empty(one.path.parents, project.out)
    _forget(project)
    for folder in (*(project.out / PRINTERS).glob("*/"), *(project.out / FAXES).glob("*/")):
        _forget(replace(project, out=folder))
        if not manifest.read(folder / project.manifest.name)["pieces"]:
            with suppress(OSError):
                (folder / project.manifest.name).unlink()
        _remove_empty((folder, folder.parent), project.out)


def _remove_empty(folders: Iterable[Path], out: Path) -> None:
    for folder in folders:
        if folder == out:
            return
        with suppress(OSError):
            folder.rmdir()


def _forget(project: Project) -> None:
    """Take out of a manifest the pieces that are gone and the files that are not there."""
    if not project.manifest.is_file():
        return
    found = manifest.read(project.manifest)
    pieces = {slug: piece for slug, piece in found["pieces"].items() if slug in project.slugs()}
    left = {path: total for path, total in found["left"].items() if (project.out / path).is_file()}
    manifest.write(project.manifest, {**found, "pieces": pieces, "left": left})


def _in_folder(project: Project, made: MadeOf, *, gone: bool = False) -> Iterator[Leftover]:
    """Yield the leftovers of one folder with a manifest; all of it is, where what it was made for is ``gone``."""
    found = manifest.read(project.manifest)
    slugs = () if gone else project.slugs()
    outputs = {output["path"]: (slug, output) for slug, output in _outputs(found["pieces"])}
    unmade = {path for path, (slug, output) in outputs.items() if _is_unmade(slug, output, slugs, made)}
    left = {path: str(outputs[path][1]["sha256"]) for path in unmade}
    left |= {path: total for path, total in found["left"].items() if path not in outputs}
    for path, total in sorted(left.items()):
        file = project.out / path
        if file.is_file():
            yield Leftover(file, path.partition("/")[0], _digest(file) == total)
    on_record = {project.out / path for path in left}
    for folder in sorted(project.out.glob("*/")):
        if folder.name not in {*slugs, *NO_PIECES}:
            yield from (one for one in _of_piece(folder) if one.path not in on_record)


def _outputs(pieces: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    return ((slug, output) for slug, piece in pieces.items() for output in piece["outputs"].values())


def _is_unmade(slug: str, output: Mapping[str, Any], slugs: Collection[str], made: MadeOf) -> bool:
    """Return whether a file on record is of a piece that is gone, or of an edition that is made no more."""
    editions = (made.editions or {}).get(slug)
    return slug not in slugs or (editions is not None and output["edition"] not in editions)


def _of_piece(folder: Path) -> Iterator[Leftover]:
    """Yield what lies in the ``folder`` of a piece that is gone and is not on record: proofs, what was handed over, and older files."""
    slug = folder.name
    files = (path for ending in ("pdf", "html", "tif") for path in folder.glob(f"{slug}.*.{ending}"))
    for path in sorted(files):
        yield Leftover(path, slug, ours=False)
    for path in sorted((folder / PROOFS).glob(f"{slug}.*.png")):
        yield Leftover(path, slug, ours=True)
    for sums in sorted((folder / HANDOFF).glob(f"*/{SUMS}")):
        yield from _handed(slug, sums)


def _handed(slug: str, sums: Path) -> Iterator[Leftover]:
    """Yield the files of a folder for a print shop that it has sums of, those sums, and the zip of it, which holds them to the letter."""
    data = sums.read_bytes()
    for line in data.decode("utf-8", "replace").splitlines():
        total, _, name = line.partition("  ")
        path = sums.parent / Path(name).name
        if path.is_file():
            yield Leftover(path, slug, _digest(path) == total)
    yield Leftover(sums, slug, ours=True)
    for archive in sorted(sums.parent.parent.glob(f"{slug}_{sums.parent.name}*.zip")):
        yield Leftover(archive, slug, data in archive.read_bytes())


def _digest(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""
