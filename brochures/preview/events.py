"""Events: what every open page is told while it is open (HTML Standard, 9.2)."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

STILL_THERE = 15.0
"""After so many seconds of silence a line says that the server is still there."""


class Events:
    """Pages that listen. It is used by one thread alone, that of the server."""

    def __init__(self) -> None:
        """Begin with nobody listening."""
        self._listeners: set[asyncio.Queue[str | None]] = set()
        self._closed = False

    def tell(self, event: dict[str, Any]) -> None:
        """Tell every page."""
        for listener in self._listeners:
            listener.put_nowait(f"data: {json.dumps(event)}\n\n")

    def close(self) -> None:
        """Let every page go."""
        self._closed = True
        for listener in self._listeners:
            listener.put_nowait(None)

    async def listen(self) -> AsyncIterator[str]:
        """Yield what one page is told, as a stream of events; it is asked to come back after half a second where the stream breaks."""
        mine: asyncio.Queue[str | None] = asyncio.Queue()
        self._listeners.add(mine)
        try:
            yield 'retry: 500\n\ndata: {"event": "hello"}\n\n'
            while not self._closed:
                try:
                    told = await asyncio.wait_for(mine.get(), STILL_THERE)
                except TimeoutError:
                    told = ": still there\n\n"
                if told is None:
                    return
                yield told
        finally:
            self._listeners.discard(mine)
