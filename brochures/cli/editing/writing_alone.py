"""Writing alone: one program at a time writes words or signatures into ``content/``."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from brochures.project.one_at_a_time import take
from brochures.project.paths import Project

WRITER = ".writer"
"""Who writes into ``content/`` just now."""


@contextmanager
def writer(project: Project, called: str) -> Iterator[None]:
    """Write into ``content/`` alone; raise ``BrochureError`` with who does where another program does just now."""
    held = take(project.before / WRITER, called)
    try:
        yield
    finally:
        held.release()
