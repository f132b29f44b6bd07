"""Files: how anything is written into ``out/``. Beside its target and renamed, so that nothing is ever half written."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from brochures.findings import BrochureError, Place, codes

UNFINISHED = ".unfinished"
"""How the name of a file or folder ends that is still being written."""

_PLACES = ("", "*/", "*/proof/", "*/handoff/")
"""Where in ``out/`` something is written, and in the folder of each print shop."""

LONGEST = 260
"""Letters in a path that Windows opens without being told otherwise (docs.microsoft.com, Maximum Path Length Limitation)."""


def replace(path: Path, data: bytes, slug: str = "", edition: str = "", *, mode: int | None = None) -> None:
    """Make ``data`` the content of ``path``, its folders included. Raise ``BrochureError`` where the system refuses.

    Who may read it is said by ``mode`` (None: what the system gives new files, ``umask``).
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            _written(path, data, mode)
        except FileNotFoundError:  # a run that begins sweeps away what it takes for abandoned
            _written(path, data, mode)
    except OSError as wrong:
        raise refused(path, wrong, slug, edition) from wrong


def _written(path: Path, data: bytes, mode: int | None) -> None:
    temporary = _beside(path)
    try:
        with temporary.open("xb") as file:
            file.write(data)
        if mode is not None:
            temporary.chmod(mode)
        temporary.replace(path)
    except OSError:
        with suppress(OSError):
            temporary.unlink()
        raise


def replace_folder(folder: Path, contents: Mapping[str, bytes], slug: str = "", edition: str = "") -> None:
    """Make ``contents``, bytes by name, all that is in ``folder``. It is made beside it, so that nothing is half written.

    Raise ``BrochureError`` where the system refuses; then the folder is what it was.
    """
    fresh, old = _beside(folder), _beside(folder)
    try:
        fresh.mkdir(parents=True)
        for name, data in contents.items():
            (fresh / name).write_bytes(data)
        if folder.exists():
            folder.replace(old)
        try:
            fresh.replace(folder)
        except OSError:
            if old.exists():
                old.replace(folder)
            raise
    except OSError as wrong:
        raise refused(folder, wrong, slug, edition) from wrong
    finally:
        for path in (fresh, old):
            _remove_folder(path)


def remove(folder: Path, pattern: str, slug: str = "") -> None:
    """Delete the files in ``folder`` that ``pattern`` matches. Raise ``BrochureError`` where the system refuses."""
    for path in sorted(folder.glob(pattern)):
        try:
            path.unlink()
        except OSError as wrong:
            raise refused(path, wrong, slug, "") from wrong


def sweep(out: Path) -> None:
    """Remove from ``out/`` what a run that was killed had begun to write. Nobody else may be writing there."""
    for folder in (out, *out.glob("printers/*/")):
        for place in _PLACES:
            for path in folder.glob(f"{place}.*{UNFINISHED}"):
                if path.is_dir():
                    _remove_folder(path)
                else:
                    with suppress(OSError):
                        path.unlink()


def refused(path: Path, wrong: OSError, slug: str = "", edition: str = "") -> BrochureError:
    """Return that the system does not let us write ``path``: the real folder, the reason in words, and what to do about it."""
    reason, mend = _reason(path, wrong)
    return BrochureError(
        codes.CANNOT_WRITE.at(Place(path.name), f"cannot write {path}: {reason}", mend).about(slug, edition)
    )


def _beside(path: Path) -> Path:
    """Return a name beside ``path`` that nothing has, short even where that of ``path`` is as long as can be."""
    return path.with_name(f".{os.urandom(6).hex()}{UNFINISHED}")


ELSEWHERE = "or name another folder with --out"

_REASONS: Mapping[int, tuple[str, str]] = {
    errno.ENOSPC: ("the disk is full", f"free some space, {ELSEWHERE}"),
    errno.EDQUOT: ("your share of the disk is full", f"free some space, {ELSEWHERE}"),
    errno.EFBIG: ("the file is too large for this disk", "name a folder on another disk with --out"),
    errno.EROFS: ("the disk can only be read", "name a folder that can be written with --out"),
    errno.EACCES: ("writing there is not allowed", f"allow writing there, {ELSEWHERE}"),
    errno.EPERM: ("writing there is not allowed", f"allow writing there, {ELSEWHERE}"),
    errno.EISDIR: ("a folder of this name is in the way", "rename or remove that folder"),
    errno.ELOOP: ("a link leads in a circle", f"remove the link, {ELSEWHERE}"),
    errno.ENAMETOOLONG: ("the name is too long for this disk", "shorten the name, or name a folder nearer to the top with --out"),
    errno.EIO: ("the disk does not work", f"look at the disk, {ELSEWHERE}"),
    errno.ENOENT: ("the folder is not there, and cannot be made", f"look whether the disk is still there, {ELSEWHERE}"),
}  # fmt: skip


def _reason(path: Path, wrong: OSError) -> tuple[str, str]:
    """Return why ``path`` cannot be written, and what to do about it."""
    number = wrong.errno or 0
    if number in {errno.ENOTDIR, errno.EEXIST}:
        for file in _files_above(path):
            return f"{file} is a file, and should be a folder", f"rename or remove that file, {ELSEWHERE}"
    if os.name == "nt" and number == errno.ENOENT and len(str(path)) >= LONGEST - len(UNFINISHED):
        number = errno.ENAMETOOLONG
    if os.name == "nt" and number == errno.EACCES and path.exists():
        return "it is open in another program", "close it in the viewer, and build again"
    unknown = (wrong.strerror or str(wrong), f"look whether the folder is there and can be written, {ELSEWHERE}")
    return _REASONS.get(number, unknown)


def _files_above(path: Path) -> Iterator[Path]:
    """Yield what stands as a file where a folder is needed for ``path``."""
    for above in path.parents:
        with suppress(OSError):
            if above.exists() and not above.is_dir():
                yield above


def _remove_folder(path: Path) -> None:
    import shutil  # noqa: PLC0415 a run with nothing to do removes nothing

    shutil.rmtree(path, ignore_errors=True)


def unwritable(folder: Path) -> str:
    """Return why no file can be written into ``folder``, or where there is none yet into the nearest above it; empty where one can. Nothing is left."""
    import tempfile  # noqa: PLC0415 a run with nothing to do never asks

    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    try:
        with tempfile.TemporaryFile(dir=folder):
            return ""
    except OSError as refused:
        return refused.strerror or str(refused)
