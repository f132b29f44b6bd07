"""A process of its own for work that goes on while somebody else answers: it hears and tells through one connection."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any

from brochures.production.workers import end_with_parent

__all__ = ["Connection", "OwnProcess"]

PATIENCE = 2.0
"""How long a process may take to end by itself, in seconds."""


@dataclass(frozen=True)
class OwnProcess:
    """A process and this end of its connection."""

    process: BaseProcess
    connection: Connection

    @classmethod
    def start(cls, work: Callable[..., None], *given: Any) -> OwnProcess:
        """Begin ``work(connection, *given)``. It is a fresh Python, so that it shares neither threads nor open fonts with this one; it ends when this one does."""
        context = multiprocessing.get_context("spawn")
        here, there = context.Pipe()
        process = context.Process(target=_work, args=(work, there, *given), daemon=True)
        process.start()
        there.close()
        return cls(process, here)

    def end(self) -> None:
        """Let it end, at once where it is at work."""
        self.connection.close()
        self.process.terminate()
        self.process.join(PATIENCE)


def _work(work: Callable[..., None], connection: Connection, *given: Any) -> None:
    end_with_parent()
    try:
        work(connection, *given)
    except (EOFError, OSError, KeyboardInterrupt):
        return  # nobody listens any more
