"""Where a statement is printed: read off the pieces as they are written, before any of them is resolved."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from brochures.load.catalogue import Catalogue
from brochures.load.model.base import Model, StatementName


def printed_in(catalogue: Catalogue) -> Mapping[str, tuple[str, ...]]:
    """Return the slugs of the pieces that print each statement themselves, by the statement's name."""
    found: dict[str, dict[str, None]] = {}
    for slug, entry in catalogue.pieces.items():
        for name in _statements(entry.thing):
            found.setdefault(name, {})[slug] = None
    return {name: tuple(slugs) for name, slugs in found.items()}


def _statements(value: Any) -> Iterator[str]:
    if isinstance(value, StatementName):
        yield value
    elif isinstance(value, Model):
        for field in type(value).model_fields:
            yield from _statements(getattr(value, field))
    elif isinstance(value, tuple):
        for part in value:
            yield from _statements(part)
    elif isinstance(value, dict):
        for part in value.values():
            yield from _statements(part)
