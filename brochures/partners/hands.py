"""Hands: who makes the packets of a run. Processes of this machine, an existing Dask cluster, or any executor that a caller has."""

from __future__ import annotations

import multiprocessing
import os
import pickle
import sys
import tempfile
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from brochures.findings import UsageError
from brochures.partners.bodies import PartnerBody
from brochures.partners.making import PartnerPacket, packets_for
from brochures.partners.partner import Partner

AT_A_TIME = 16
"""Partners that are handed out together: so many cost a message between processes little, and are little to lose."""

AHEAD = 4
"""Lots that wait for each process, so that none stands idle and a list of any length takes no more memory."""


@dataclass(frozen=True)
class Hands:
    """An ``executor``, how many it works with at a time, and how it is ``lent`` a body: in what form a task gets it."""

    executor: Executor
    count: int
    lent: Callable[[PartnerBody], Any]

    def make(
        self, lots: Iterable[tuple[PartnerBody, Sequence[Partner]]]
    ) -> Iterator[tuple[PartnerBody, list[PartnerPacket]]]:
        """Yield what is made of each of ``lots``, in their order, never more of them under way than the hands can take."""
        held: dict[str, Any] = {}
        waiting: deque[tuple[PartnerBody, Future[list[PartnerPacket]]]] = deque()
        for body, partners in lots:
            if body.digest not in held:
                held[body.digest] = self.lent(body)
            waiting.append((body, self.executor.submit(packets_for, held[body.digest], partners)))
            while len(waiting) >= self.count * AHEAD:
                first, future = waiting.popleft()
                yield first, future.result()
        while waiting:
            first, future = waiting.popleft()
            yield first, future.result()


class _Here(Executor):
    """Does each task at once, in this process: for one processor, and where processes cannot be forked."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        done: Future[Any] = Future()
        try:
            done.set_result(fn(*args, **kwargs))
        except Exception as wrong:  # noqa: BLE001 it is raised where the result is asked for
            done.set_exception(wrong)
        return done


@contextmanager
def processes(jobs: int | None = None) -> Iterator[Hands]:
    """Work with ``jobs`` processes of this machine (None: one for each processor); one works in this process."""
    count = (jobs or len(os.sched_getaffinity(0))) if sys.platform == "linux" else 1
    if count == 1:
        yield Hands(_Here(), 1, lambda body: body)
        return
    with tempfile.TemporaryDirectory(prefix="bodies-") as folder:
        context = multiprocessing.get_context("fork")
        with ProcessPoolExecutor(count, context) as pool:
            yield Hands(pool, count, lambda body: _lent(Path(folder), body))


def _lent(folder: Path, body: PartnerBody) -> Path:
    """Return a file that holds ``body`` for every process: it is written once, and not sent with each task."""
    path = folder / f"{body.digest}.body"
    path.write_bytes(pickle.dumps(body))
    return path


@contextmanager
def cluster(address: str) -> Iterator[Hands]:
    """Work with the Dask cluster whose scheduler is at ``address``. Raise ``UsageError`` where it is not there, or Dask is not installed.

    A body is sent to each worker once. A lot whose worker is lost is made again by another.
    """
    try:
        from distributed import Client  # noqa: PLC0415 an extra: few have a cluster
    except ImportError as missing:
        raise UsageError(
            "--scheduler needs Dask: install it with '.venv/bin/python -m pip install distributed'"
        ) from missing
    try:
        client = Client(address, timeout="10s", set_as_default=False)
    except (OSError, TimeoutError, ValueError) as wrong:
        raise UsageError(f"no scheduler answers at '{address}': {wrong}") from wrong
    with client:
        count = max(1, sum(client.nthreads().values()))
        yield Hands(
            client.get_executor(pure=False), count, lambda body: client.scatter(body, broadcast=True, hash=False)
        )
