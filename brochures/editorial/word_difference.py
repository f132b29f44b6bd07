"""Word difference: two wordings beside each other, for a person who must see what was changed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

AROUND = 6
"""Words that are told before the first change and after the last."""

MOST = 60
"""Words that are told of one wording: of a longer stretch its begin."""

_WORD = re.compile(r"\S+")


def difference(before: Sequence[str], after: Sequence[str]) -> str:
    """Return both wordings where they differ, and which words became which. ``before`` and ``after`` are lines of words."""
    old, new = _words(before), _words(after)
    first = next(
        (number for number, pair in enumerate(zip(old, new, strict=False)) if pair[0] != pair[1]),
        min(len(old), len(new)),
    )
    last = _same_at_the_end(old[first:], new[first:])
    middle = old[first : len(old) - last], new[first : len(new) - last]
    whole = f"“{_excerpt(old, first, last)}” is now “{_excerpt(new, first, last)}”"
    changes = [_change(*change) for change in _changes(*middle)]
    return f"{whole} ({'; '.join(changes[:3])}{f'; and {len(changes) - 3} more' if len(changes) > 3 else ''})"  # noqa: PLR2004 what a line has room for


def _words(lines: Sequence[str]) -> list[str]:
    """Return the words of ``lines``, with a stroke between two of those."""
    return [word for number, line in enumerate(lines) for word in (["/"] if number else []) + _WORD.findall(line)]


def _same_at_the_end(old: Sequence[str], new: Sequence[str]) -> int:
    """Return how many words both end with."""
    count = 0
    for one, other in zip(reversed(old), reversed(new), strict=False):
        if one != other:
            break
        count += 1
    return count


def _excerpt(words: Sequence[str], first: int, last: int) -> str:
    """Return ``words`` from a little before the word ``first`` to a little beyond the one that ``last`` words follow."""
    begin, end = max(first - AROUND, 0), min(len(words) - last + AROUND, len(words))
    shown = words[begin:end]
    cut = shown[:MOST]
    return f"{'… ' if begin else ''}{' '.join(cut)}{' …' if end < len(words) or len(cut) < len(shown) else ''}"


def _changes(old: Sequence[str], new: Sequence[str]) -> list[tuple[str, str]]:
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return [
        (" ".join(old[begin:end]), " ".join(new[start:stop]))
        for kind, begin, end, start, stop in matcher.get_opcodes()
        if kind != "equal"
    ]


def _change(old: str, new: str) -> str:
    if not old:
        return f"“{new}” was added"
    return f"“{old}” became “{new}”" if new else f"“{old}” was taken out"
