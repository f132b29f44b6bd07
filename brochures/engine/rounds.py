"""Rounds: the engine lays pages out again and again until every page number that their words name is right.

A trial of copyfit asks whether panels hold their words, and for nothing else: its numbers stay as the first round has them.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from brochures.engine.private_api import documents

_layout = documents.layout_document
_one: list[bool] = [False]


def install() -> None:
    """Put the wrapper in the engine's place. Doing so twice changes nothing."""
    documents.layout_document = _laid_out


@contextmanager
def limited(*, to_one: bool) -> Iterator[None]:
    """Let what is laid out in here be laid out ``to_one`` round, else to as many as the engine takes."""
    before, _one[0] = _one[0], to_one
    try:
        yield
    finally:
        _one[0] = before


def _laid_out(html: Any, root: Any, context: Any) -> Any:
    return _layout(html, root, context, max_loops=1) if _one[0] else _layout(html, root, context)
