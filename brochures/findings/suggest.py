"""Did you mean: the known name that a mistyped one probably is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

SHOWN = 12
"""How many known names a hint lists."""


LEAST = 3
"""A part of a name is taken for the whole from as many letters on."""


def closest(word: str, names: Iterable[str]) -> str:
    """Return which of ``names`` was probably meant by ``word``, whatever its capitals; nothing where none is like it."""
    from difflib import get_close_matches  # noqa: PLC0415 where everything is spelled right nobody asks

    by_letters = {name.lower(): name for name in sorted(names)}
    close = get_close_matches(word.lower(), by_letters, n=1, cutoff=0.6)
    part_of = [name for name in by_letters if len(word) >= LEAST and word.lower() in name]
    found = close or (part_of if len(part_of) == 1 else [])
    return by_letters[found[0]] if found else ""


def near(word: str, known: Iterator[str] | Mapping[str, Any] | tuple[str, ...] | list[str]) -> str:
    """Return a hint that names what ``word`` probably means, or what there is."""
    names = sorted(str(name) for name in known)
    close = closest(str(word), names)
    if close:
        return f"did you mean '{close}'?"
    return f"known here: {', '.join(names[:SHOWN])}{' …' if len(names) > SHOWN else ''}" if names else ""
