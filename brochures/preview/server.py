"""The server: it listens on the loopback, watches the files, and has pages set in a process of its own. All three end together."""

from __future__ import annotations

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator, Callable
from threading import Thread
from types import FrameType

import uvicorn
from starlette.applications import Starlette
from starlette.routing import Mount

from brochures.cli.previewing.messages import Told
from brochures.cli.previewing.shown import Shown
from brochures.cli.previewing.worker import Worker
from brochures.preview.editing import end_editing
from brochures.preview.guard import LOOPBACK, Door, Guard
from brochures.preview.routes import EDITING, READING
from brochures.preview.served import Served
from brochures.preview.watching import changes

PATIENCE = 1
"""How long open pages may keep the server from ending, in seconds."""


def application(
    served: Served, door: Door, life: Callable[[Starlette], contextlib.AbstractAsyncContextManager[None]] | None = None
) -> Guard:
    """Return what answers at ``door`` from ``served``; ``life`` is what begins and ends with it."""
    app = Starlette(routes=[Mount(f"/{door.token}", routes=[*READING, *EDITING])], lifespan=life)
    app.state.served = served
    return Guard(app, door)


def listening(port: int) -> socket.socket:
    """Return a socket that listens on the loopback at ``port`` (0: any that is free). Raise ``OSError`` where it cannot."""
    return socket.create_server((LOOPBACK, port))


class _Server(uvicorn.Server):
    """A server that lets its open pages go before it ends."""

    def __init__(self, config: uvicorn.Config, let_go: Callable[[], None]) -> None:
        super().__init__(config)
        self._let_go = let_go

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        self._let_go()
        super().handle_exit(sig, frame)


def serve(shown: Shown, listener: socket.socket, door: Door) -> None:
    """Serve what is ``shown`` at ``door`` until somebody presses Ctrl-C. Raise ``OSError`` where files cannot be watched."""
    worker = Worker(shown.project)
    served = Served(shown, worker)
    refused: list[OSError] = []

    @contextlib.asynccontextmanager
    async def life(app: Starlette) -> AsyncIterator[None]:
        loop, stop = asyncio.get_running_loop(), asyncio.Event()

        def hear(told: Told) -> None:
            loop.call_soon_threadsafe(served.hear, told)

        def listen() -> None:
            worker.listen(hear)
            with contextlib.suppress(RuntimeError):  # of a loop that has ended, too
                loop.call_soon_threadsafe(served.events.tell, {"event": "ended"})

        Thread(target=listen, daemon=True).start()

        async def watch() -> None:
            try:
                async for changed in changes(shown.project.root, stop):
                    worker.wish(changed)
            except OSError as wrong:
                refused.append(wrong)
                server.handle_exit(0, None)

        watching = loop.create_task(watch())
        yield
        stop.set()
        end_editing(app)
        await watching

    config = uvicorn.Config(
        application(served, door, life), log_config=None, access_log=False, server_header=False, date_header=False, lifespan="on",
        timeout_graceful_shutdown=PATIENCE, ws="none", loop="asyncio", http="h11",
    )  # fmt: skip
    server = _Server(config, served.events.close)
    try:
        with contextlib.suppress(KeyboardInterrupt):
            server.run([listener])
    finally:
        worker.end()
    if refused:
        raise refused[0]
