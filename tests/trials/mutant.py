"""A mutant: one small mistake in one file of the program."""

from __future__ import annotations

import difflib
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mutant:
    """One mistake: bytes ``start`` to ``end`` of a file are written as ``text`` instead."""

    file: str
    """Relative to the project, with slashes."""
    lines: tuple[int, int]
    """The first and last line of what is changed."""
    kind: str
    start: int
    end: int
    text: str

    @property
    def place(self) -> str:
        """The file and the line, as a finding would name them."""
        return f"{self.file}:{self.lines[0]}"

    def applied(self, source: bytes) -> bytes:
        """Return the file with the mistake in it."""
        return source[: self.start] + self.text.encode() + source[self.end :]

    def compiles(self, source: bytes) -> bool:
        """Say whether the file with the mistake in it is Python still."""
        try:
            compile(self.applied(source), self.file, "exec")
        except (SyntaxError, ValueError):
            return False
        return True

    def diff(self, source: bytes) -> str:
        """Return the lines that differ, the old ones with a minus and the new ones with a plus."""
        old, new = (text.decode().splitlines() for text in (source, self.applied(source)))
        lines = list(difflib.unified_diff(old, new, n=0, lineterm=""))
        return "\n".join(line for line in lines[2:] if not line.startswith("@@"))
