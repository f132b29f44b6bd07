"""Files: how anything is written into ``out/``. Beside its target and renamed, so that nothing is ever half written."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from brochures.findings import BrochureError, Place, codes


def replace(path: Path, data: bytes, slug: str = "", edition: str = "") -> None:
    """Make ``data`` the content of ``path``, its folders included. Raise ``BrochureError`` where the system refuses."""
    temporary = ""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(temporary).chmod(0o644)
        Path(temporary).replace(path)
    except OSError as wrong:
        if temporary:
            with suppress(OSError):
                Path(temporary).unlink()
        raise _refused(path, wrong, slug, edition) from wrong


def replace_folder(folder: Path, contents: Mapping[str, bytes], slug: str = "", edition: str = "") -> None:
    """Make ``contents``, bytes by name, all that is in ``folder``. It is made beside it, so that nothing is half written.

    Raise ``BrochureError`` where the system refuses; then the folder is what it was.
    """
    temporary: list[Path] = []
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        fresh, old = (Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent)) for _ in range(2))
        temporary += [fresh, old]
        fresh.chmod(0o755)
        for name, data in contents.items():
            (fresh / name).write_bytes(data)
            (fresh / name).chmod(0o644)
        if folder.exists():
            folder.replace(old / folder.name)
        try:
            fresh.replace(folder)
        except OSError:
            (old / folder.name).replace(folder)
            raise
    except OSError as wrong:
        raise _refused(folder, wrong, slug, edition) from wrong
    finally:
        for path in temporary:
            shutil.rmtree(path, ignore_errors=True)


def remove(folder: Path, pattern: str, slug: str = "") -> None:
    """Delete the files in ``folder`` that ``pattern`` matches. Raise ``BrochureError`` where the system refuses."""
    for path in sorted(folder.glob(pattern)):
        try:
            path.unlink()
        except OSError as wrong:
            raise _refused(path, wrong, slug, "") from wrong


def _refused(path: Path, wrong: OSError, slug: str, edition: str) -> BrochureError:
    return BrochureError(
        codes.CANNOT_WRITE.at(
            Place(path.name),
            f"cannot write into {path.parent.name}/: {wrong.strerror}",
            "free some space, or allow writing there",
        ).about(slug, edition)
    )
