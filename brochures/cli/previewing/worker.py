"""The process that sets pages: it hears wishes, does one step after the other, and leaves one where something newer is wanted."""

from __future__ import annotations

import gc
from collections.abc import Callable

from brochures.cli.previewing.messages import Told, Wish
from brochures.production.own_process import Connection, OwnProcess
from brochures.project.paths import Project


class Worker:
    """This end of the process that sets pages."""

    def __init__(self, project: Project) -> None:
        """Begin it for ``project``."""
        self._apart = OwnProcess.start(work, project)

    def wish(self, wish: Wish) -> None:
        """Say what is wanted from now on."""
        self._apart.connection.send(wish)

    def listen(self, hear: Callable[[Told], None]) -> None:
        """Give ``hear`` everything that it tells, until it ends."""
        try:
            while True:
                hear(self._apart.connection.recv())
        except (EOFError, OSError):
            return

    def end(self) -> None:
        """Let it end."""
        self._apart.end()


def work(connection: Connection, project: Project) -> None:
    """Do what is wished for through ``connection``, the newest first, until nobody is at the other end."""
    from brochures.cli.previewing.run import OvertakenError, PreviewRun

    def ask() -> None:
        if connection.poll():
            raise OvertakenError

    run = PreviewRun(project, connection.send, ask)
    idle = False
    while True:
        while idle or connection.poll():
            run.wish(connection.recv())
            idle = False
        try:
            idle = not run.step()
        except OvertakenError:
            continue
        except (EOFError, BrokenPipeError, ConnectionResetError):
            raise
        except Exception as wrong:  # noqa: BLE001 whatever a stage may break down with, the page says so and goes on
            run.broke(wrong)
        if idle:
            gc.collect()
