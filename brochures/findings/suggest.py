"""Did you mean: the known name that a mistyped one probably is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any

SHOWN = 12
"""How many known names a hint lists."""


def near(word: str, known: Iterator[str] | Mapping[str, Any] | tuple[str, ...] | list[str]) -> str:
    """Return a hint that names what ``word`` probably means, or what there is."""
    names = sorted(str(name) for name in known)
    close = get_close_matches(str(word), names, n=1, cutoff=0.6)
    if close:
        return f"did you mean '{close[0]}'?"
    return f"known here: {', '.join(names[:SHOWN])}{' …' if len(names) > SHOWN else ''}" if names else ""
