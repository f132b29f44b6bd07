"""Locks: one run at a time writes into a folder. The system holds each lock and lets go of it when its process ends, however it ends."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from brochures.findings import BrochureError
from brochures.project.atomic import refused, sweep

LOCK = ".lock"
"""The file in a folder that is locked while a run writes there."""

_BUSY = frozenset({errno.EACCES, errno.EAGAIN, errno.EDEADLK, getattr(errno, "EDEADLOCK", errno.EDEADLK)})
"""What the system answers where another process holds a lock."""


@contextmanager
def locked(folder: Path, waiting: Callable[[], None]) -> Iterator[None]:
    """Hold ``folder`` for this process alone; where another one holds it, call ``waiting`` and wait until that has finished.

    What a run that was killed had begun to write there is swept away. The folder is made, and removed again if nothing came into it. Raise ``BrochureError`` where it cannot be made or written. Where the
    disk knows no locks, as some network disks do, nothing is held.
    """
    fresh = [path for path in (folder, *folder.parents) if not path.exists()]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        held = lock_file(folder / LOCK, waiting)
    except OSError as wrong:
        raise refused(folder, wrong) from wrong
    try:
        sweep(folder)
        yield
    finally:
        with suppress(OSError):  # Windows removes no file that is open in a run that waits
            (folder / LOCK).unlink()
        held.close()
        with suppress(OSError):
            for path in fresh:
                path.rmdir()


def tidy(folder: Path) -> None:
    """Sweep away what a run that was killed left in ``folder``, where one did and nobody writes there now."""
    if (folder / LOCK).exists() and not is_held(folder):
        with suppress(BrochureError), locked(folder, lambda: None):
            pass


def is_held(folder: Path) -> bool:
    """Return whether a process that lives holds ``folder``."""
    try:
        with (folder / LOCK).open("r+b") as file:
            _take(file, wait=False)
    except OSError as wrong:
        return wrong.errno in _BUSY
    return False


def hold(folder: Path) -> BinaryIO:
    """Return the lock of ``folder``, which nobody else knows yet; it is held until it is closed or this process ends."""
    return lock_file(folder / LOCK, lambda: None)


def lock_file(path: Path, waiting: Callable[[], None]) -> BinaryIO:
    """Return the open file at ``path``, locked; where another process holds it call ``waiting`` first, which may raise instead.

    One that was removed while we waited for it locks nothing: then it is done again. Raise ``OSError`` where it cannot be made.
    """
    while True:
        file = path.open("a+b")
        try:
            _taken(file, waiting)
            if _is_at(path, file):
                return file
        except BaseException:
            file.close()
            raise
        file.close()


def _taken(file: BinaryIO, waiting: Callable[[], None]) -> None:
    try:
        _take(file, wait=False)
    except OSError as wrong:
        if wrong.errno in _BUSY:
            waiting()
            _take(file, wait=True)


def _is_at(path: Path, file: BinaryIO) -> bool:
    try:
        return os.path.samestat(path.stat(), os.fstat(file.fileno()))
    except FileNotFoundError:
        return False


def _take(file: BinaryIO, *, wait: bool) -> None:
    """Lock ``file``; raise ``OSError`` where another process holds it and we do not ``wait``."""
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415 no other system has it

        file.seek(0)
        while True:
            try:
                msvcrt.locking(file.fileno(), msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
            except OSError as wrong:  # it gives up after ten seconds
                if wait and wrong.errno in _BUSY:
                    continue
                raise
            return
    import fcntl  # noqa: PLC0415 Windows lacks it

    # A lock of this kind (POSIX.1, fcntl) is not handed on to the workers, which may outlive a run that was killed.
    fcntl.lockf(file, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
