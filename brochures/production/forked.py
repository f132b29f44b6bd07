"""Forked: one piece of work done by several processes that find ready what all of it needs, and are sent only what differs."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from brochures.production.workers import at_a_time, end_with_parent


@dataclass(frozen=True)
class Hands:
    """Who works: an ``executor``, how many work at a time, and ``submit``, which hands out the work on what is held under a key."""

    executor: Executor
    count: int
    submit: Callable[[str, Any], Future[Any]]


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
def forked(work: Callable[[Any, Any], Any], held: Mapping[str, Any], jobs: int | None = None) -> Iterator[Hands]:
    """Let ``jobs`` processes (None: one for each processor) do ``work`` on one of the things ``held`` and on what is submitted with its key.

    The things are not sent: processes are forked when all of them are there.
    """
    count = at_a_time(jobs)
    if count == 1:
        here = _Here()
        yield Hands(here, 1, lambda key, given: here.submit(work, held[key], given))
        return
    _held.append((work, held))
    try:
        with ProcessPoolExecutor(count, multiprocessing.get_context("fork"), end_with_parent) as pool:
            yield Hands(pool, count, lambda key, given: pool.submit(_do, key, given))
    finally:
        _held.pop()


_held: list[tuple[Callable[[Any, Any], Any], Mapping[str, Any]]] = []
"""What a forked process finds ready."""


def _do(key: str, given: Any) -> Any:
    work, held = _held[-1]
    return work(held[key], given)
