"""Saving: a content file that is written where nobody else has changed it since, with the rights that it has. Else nothing is written."""

from __future__ import annotations

import os
from pathlib import Path

from brochures.findings import BrochureError, Place, codes
from brochures.load.file_text import file_bytes
from brochures.project.atomic import ELSEWHERE, replace

_MAY_WRITE = 0o200
"""The right of a file's owner to write it (POSIX.1, sys/stat.h)."""


def save(path: Path, file: str, before: bytes, after: bytes) -> None:
    """Make ``after`` the content of the file ``path``, which findings call ``file``, where it is still ``before``.

    Raise ``BrochureError`` where it is not, where it may only be read, and where the system refuses: then the file is what it was.
    """
    real = path.resolve()
    if file_bytes(real, file) != before:
        raise BrochureError(
            codes.CHANGED_MEANWHILE.at(
                Place(file),
                "the file was changed since it was read; nothing was saved",
                "load the page again, and save once more",
            )
        )
    mode = real.stat().st_mode & 0o777
    if not mode & _MAY_WRITE or not os.access(real, os.W_OK):
        raise BrochureError(
            codes.CANNOT_SAVE.at(
                Place(file), "the file may only be read; nothing was saved", "allow writing to it (in its properties)"
            )
        )
    try:
        replace(real, after, mode=mode)
    except BrochureError as refused:
        raise unsaved(refused, file) from refused


def unsaved(refused: BrochureError, file: str) -> BrochureError:
    """Return that words of ``file`` were not saved because the system ``refused`` to write."""
    said = refused.findings[0]
    mend = said.help.removesuffix(f", {ELSEWHERE}")
    return BrochureError(codes.CANNOT_SAVE.at(Place(file), f"{said.message}; nothing was saved", mend))
