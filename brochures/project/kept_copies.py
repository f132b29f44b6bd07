"""Kept copies: what an earlier run worked out, by a digest of all that decides it, so that no later run need work it out again.

Each is a file in ``out/.kept/`` that begins with its own checksum. One that is damaged, cut short or of another form counts for nothing and
is removed. The folder may be deleted at any time, by anybody; where it cannot be written nothing is kept, and nothing is told of it.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from brochures.findings import BrochureError
from brochures.project.atomic import UNFINISHED, replace
from brochures.project.leftovers import FAXES, PRINTERS
from brochures.project.paths import Project

FOLDER = ".kept"
"""The folder in ``out/``."""

MOST = 256 * 2**20
"""Bytes that are kept at most: what was not used for the longest time is dropped. All pieces in all editions take a twentieth of it."""

FORM = b"kept copy, form 1\n"
_SUM = 64


@dataclass(frozen=True)
class KeptCopies:
    """The copies in ``folder``. ``basis`` is of the program and the libraries of the machine: what they decide need not be in a key.

    ``anew``: nothing is found, so that all is worked out again, and kept.
    """

    folder: Path
    basis: str
    anew: bool = False

    @classmethod
    def of(cls, project: Project, *basis: str, anew: bool = False) -> KeptCopies:
        """Return those of ``project``, for a run that depends on ``basis``. Folders in ``out/`` for a print shop or a fax have none of their own."""
        shared = project.out.parent.name in {PRINTERS, FAXES}
        out = project.out.parent.parent if shared else project.out
        return cls(out / FOLDER, "\0".join(basis), anew)

    def find(self, *key: str) -> bytes | None:
        """Return the copy that is kept under ``key``, None where there is none that is whole."""
        if self.anew:
            return None
        path = self._path(key)
        try:
            data = path.read_bytes()
        except OSError:
            return None
        kept = data[len(FORM) + _SUM + 1 :]
        if data[: len(FORM) + _SUM] == FORM + hashlib.sha256(kept).hexdigest().encode():
            with suppress(OSError):
                os.utime(path)
            return kept
        with suppress(OSError):
            path.unlink()
        return None

    def keep(self, data: bytes, *key: str, first: bool = False) -> None:
        """Keep ``data`` under ``key`` where there is an ``out/`` with something in it that can be written: where nothing was made, nothing is left.

        ``first``: even where ``out/`` is empty, because what is made of it comes there next.
        """
        if first or self._is_wanted():
            with suppress(BrochureError):
                replace(self._path(key), FORM + hashlib.sha256(data).hexdigest().encode() + b"\n" + data)

    def held(self) -> tuple[int, int]:
        """Return how many copies there are, and their bytes."""
        sizes = [size for _, size, _ in self._files()]
        return len(sizes), sum(sizes)

    def bound(self, most: int = MOST) -> None:
        """Drop what was not used for the longest time until no more than ``most`` bytes are kept."""
        found = sorted(self._files(), key=lambda one: -one[0])
        total = 0
        for _, size, path in found:
            total += size
            if total > most:
                with suppress(OSError):
                    path.unlink()

    def _is_wanted(self) -> bool:
        with suppress(OSError), os.scandir(self.folder.parent) as entries:
            return any(not entry.name.startswith(".") for entry in entries)
        return False

    def _files(self) -> Iterable[tuple[int, int, Path]]:
        """Yield when each copy was used last, its size and its path."""
        with suppress(OSError), os.scandir(self.folder) as entries:
            for entry in entries:
                with suppress(OSError):
                    if entry.is_file(follow_symlinks=False) and not entry.name.endswith(UNFINISHED):
                        told = entry.stat(follow_symlinks=False)
                        yield told.st_mtime_ns, told.st_size, Path(entry.path)

    def _path(self, key: Iterable[str]) -> Path:
        return self.folder / hashlib.sha256("\0".join((self.basis, *key)).encode()).hexdigest()
