"""Interruption: somebody may stop the engine between two of its steps, such as the pages of a long piece."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager

STEPS = "weasyprint.progress"
"""The log in which the engine tells each of its steps (its docs, "Logging")."""


@contextmanager
def asked_between_steps(ask: Callable[[], None]) -> Iterator[None]:
    """Call ``ask`` before each step of the engine inside the block; what it raises ends the work. It must be no ``Exception``, which the stages take for a fault of the engine."""

    def heard(_: logging.LogRecord) -> bool:
        ask()
        return False

    logger = logging.getLogger(STEPS)
    level = logger.level
    logger.addFilter(heard)
    logger.setLevel(logging.INFO)
    try:
        yield
    finally:
        logger.setLevel(level)
        logger.removeFilter(heard)
