"""Private files: what names people is readable for its owner alone, from its first byte on."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from brochures.project.atomic import UNFINISHED, refused
from brochures.project.lock import LOCK

OWNER_FOLDER, OWNER_FILE = 0o700, 0o600
"""Who may enter a folder and read a file that names people: whoever ran the command."""


def private_folder(path: Path) -> None:
    """Make the folder ``path`` where it is not there, and let nobody else in. Raise ``BrochureError`` where the system refuses."""
    try:
        path.mkdir(mode=OWNER_FOLDER, parents=True, exist_ok=True)
        if path.stat().st_mode & 0o777 != OWNER_FOLDER:
            path.chmod(OWNER_FOLDER)
    except OSError as wrong:
        raise refused(path / LOCK if path.is_file() else path, wrong) from wrong  # a file in its place is told as that


@contextmanager
def private_file(path: Path) -> Iterator[BinaryIO]:
    """Open a file that becomes ``path`` when all is written, and that only its owner may read; where anything goes wrong ``path`` stays what it was.

    Raise ``BrochureError`` where the system refuses.
    """
    fresh = path.with_name(f".{os.urandom(6).hex()}{UNFINISHED}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_FILE)
    except OSError as wrong:
        raise refused(path, wrong) from wrong
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
        fresh.replace(path)
    except OSError as wrong:
        raise refused(path, wrong) from wrong
    finally:
        with suppress(OSError):
            fresh.unlink()
