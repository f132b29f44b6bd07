"""Character sets that the reader of HTML reads up to: each is made into a pattern once.

tinyhtml5 2.1 means to keep these patterns, but keeps each under the pattern itself in place of its characters, and so makes all of them anew: a tenth of the
time in which a sheet is set.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from brochures.engine.private_api import html_input

Asked = tuple[Collection[str], bool]
"""Characters, and whether they are what is read (else all but them)."""


class _Patterns(dict[Asked, re.Pattern[str]]):
    """Patterns of runs of characters, each made when it is first asked for."""

    def __missing__(self, asked: Asked) -> re.Pattern[str]:
        characters, themselves = asked
        codes = "".join(f"\\U{ord(one):08x}" for one in characters)
        self[asked] = re.compile(f"[{'' if themselves else '^'}{codes}]+")
        return self[asked]


def install() -> None:
    """Put patterns that are kept in the place of the reader's own. Doing so twice changes nothing."""
    if not isinstance(html_input.characters_until_regex, _Patterns):
        html_input.characters_until_regex = _Patterns()
