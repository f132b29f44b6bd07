"""Watching: which files of a project change, told within a few hundredths of a second."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

from watchfiles import DefaultFilter, awatch

from brochures.cli.previewing.messages import Changed

DEBOUNCE, STEP = 30, 5
"""How long changes are gathered at most, and how long after the last one nothing more is waited for, in ms: an editor writes a file in several goes."""

FOLDERS = ("content", "templates", "styles")


async def changes(root: Path, stop: asyncio.Event) -> AsyncIterator[Changed]:
    """Yield what changes below ``root`` until ``stop``. Raise ``OSError`` where the system cannot watch."""
    folders = [root / name for name in FOLDERS]
    async for found in awatch(
        *folders, watch_filter=DefaultFilter(), debounce=DEBOUNCE, step=STEP, stop_event=stop, recursive=True
    ):
        yield Changed(tuple(sorted({Path(path).relative_to(root).as_posix() for _, path in found})))
