"""Typography of words: what the writer need not think of. Numbers keep their units, short prefixes their words."""

from __future__ import annotations

import re

NO_BREAK = "\N{NO-BREAK SPACE}"
JOINER = "\N{WORD JOINER}"

_UNITS = "hours?|minutes?|days?|weeks?|months?|years?|people|mg/kg|mg|pt|mm|in|cm|CFR|U\\.S\\.C\\.|percentage"
_NUMBER_UNIT = re.compile(rf"(\d) (?={_UNITS}\b)")
_UNIT_NUMBER = re.compile(r"\b(CFR|U\.S\.C\.|Part|part|TIP|[Pp]age|[Vv]ersion|[Pp]hase) (?=\d)")
_SHORT_PREFIX = re.compile(r"\b(\w{1,3})-(?=\w)")


def typeset(text: str) -> str:
    """Return ``text`` with no-break spaces between numbers and units, and no line break after a prefix such as ``off-``."""
    text = _NUMBER_UNIT.sub(rf"\1{NO_BREAK}", text)
    text = _UNIT_NUMBER.sub(rf"\1{NO_BREAK}", text)
    return _SHORT_PREFIX.sub(rf"\1{JOINER}-{JOINER}", text)


def signed(number: object) -> str:
    """Return a number with a true minus sign."""
    return str(number).replace("-", "\N{MINUS SIGN}")
