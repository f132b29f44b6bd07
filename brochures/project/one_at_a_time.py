"""One at a time: one program holds something for a while, and another that wants it is told at once who has it, and since when."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import BinaryIO

from brochures.findings import BrochureError, Place, codes
from brochures.project.lock import lock_file
from brochures.project.paths import now
from brochures.project.private_files import private_folder

_HERE: dict[Path, HeldPath] = {}
"""What this process holds: the system lets a process take a lock that it has already."""

_GUARD = Lock()


@dataclass(frozen=True)
class Holder:
    """Who holds something: what it is called, the number of its process, and since when."""

    called: str
    process: int
    since: str

    def __str__(self) -> str:
        """Return it as a finding says it."""
        return f"{self.called} (process {self.process}), since {self.since}"


@dataclass(frozen=True)
class HeldPath:
    """Something that is held until ``release``, or until this process ends."""

    path: Path
    holder: Holder
    file: BinaryIO

    def release(self) -> None:
        """Let go of it."""
        with _GUARD:
            if _HERE.pop(self.path, None) is not None:
                with suppress(OSError):  # Windows removes no file that is open elsewhere
                    self.path.unlink()
                with suppress(OSError):
                    _note(self.path).unlink()
                self.file.close()


def take(path: Path, called: str) -> HeldPath:
    """Hold what the file ``path`` stands for; ``called`` says who does.

    Raise ``BrochureError`` with who holds it where somebody does, and where the system lets nobody write there.
    """
    with _GUARD:
        if path in _HERE:
            raise _told(_HERE[path].holder)
        private_folder(path.parent)
        try:
            file = lock_file(path, lambda: _refuse(path))
        except OSError as wrong:
            said = f"{path.parent} cannot be written: {wrong.strerror or wrong}"
            raise BrochureError(codes.CANNOT_SAVE.at(Place(path.parent.name), said, "allow writing there")) from wrong
        held = _HERE[path] = HeldPath(path, Holder(called, os.getpid(), now()), file)
        with suppress(OSError):
            _note(path).write_text(json.dumps(vars(held.holder)), encoding="utf-8")
        return held


def _refuse(path: Path) -> None:
    try:
        holder = Holder(**json.loads(_note(path).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        holder = Holder("another program", 0, "a moment ago")
    raise _told(holder)


def _told(holder: Holder) -> BrochureError:
    return BrochureError(
        codes.BEING_EDITED.at(
            Place("content"),
            f"{holder} writes there; nothing was written",
            "wait until it has finished, or close it, and try again",
        )
    )


def _note(path: Path) -> Path:
    """Return where it is written who holds ``path``: a file that is locked cannot be read everywhere."""
    return path.with_name(f"{path.name}-holder")
