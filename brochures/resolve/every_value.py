"""Every value: what a block or a part of one holds, found in one walk."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any


def everything(value: Any) -> Iterator[Any]:
    """Yield ``value`` and every value of ours in it, in reading order."""
    if isinstance(value, tuple):
        for part in value:
            yield from everything(part)
    elif isinstance(value, Mapping):
        for part in value.values():
            yield from everything(part)
    elif is_dataclass(value):
        yield value
        for field in fields(value):
            yield from everything(getattr(value, field.name))
