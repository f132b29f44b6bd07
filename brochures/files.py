"""Files: how anything is written into ``out/``. Beside its target and renamed, so that nothing is ever half written."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from brochures import codes
from brochures.findings import BrochureError, Place


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
