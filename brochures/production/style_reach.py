"""Style reach: which style sheets can touch one composed text, so that a change to the others sets no page again.

A rule can touch a text only where the text has every class and every value of an attribute that its selector asks for. Nothing finer is
asked: a sheet that might touch a text is taken to touch it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from brochures.project.manifest import digest

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_PRELUDE = re.compile(r"([^{};]+)\{")
_DENIED = re.compile(r":not\([^()]*(?:\([^()]*\)[^()]*)*\)")
_ASKED = re.compile(r'\.([A-Za-z][\w-]*)|\[[\w-]+="([^"]*)"\]')
_GROUPS = ("@media", "@layer", "@supports", "@container")
"""What only holds rules, which are looked at by themselves."""

_CLASSES = re.compile(r'\bclass="([^"]*)"')
_VALUES = re.compile(r'="([^"]*)"')

WEB = "web/"
"""Below ``styles/``: sheets of the edition for the web, which no page of paper reads."""

Need = frozenset[str]
"""The classes and values that a selector asks for, all of them."""


@dataclass(frozen=True)
class SheetReach:
    """One style sheet: its name below ``styles/``, the digest of its text, and what its selectors ask for, one set for each."""

    name: str
    digest: str
    needs: frozenset[Need]
    balanced: bool = True
    """Whether every brace and comment that opens is closed."""

    def touches(self, there: Need) -> bool:
        """Whether a text with the classes and values ``there`` may be touched."""
        return any(need <= there for need in self.needs)


@dataclass(frozen=True)
class StyleReach:
    """Every style sheet of a project, and the digest of what else its styles are made of: fonts and profiles."""

    sheets: tuple[SheetReach, ...]
    others: str

    @classmethod
    def of(cls, folder: Path) -> StyleReach:
        """Read ``folder``. What cannot be read there is left out: whoever reads it for what it says tells it."""
        sheets: list[SheetReach] = []
        others: list[str] = []
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            name = path.relative_to(folder).as_posix()
            if path.suffix == ".css":
                text = _bytes(path).decode(errors="replace")
                bare = _COMMENT.sub(" ", text)
                sheets.append(SheetReach(name, digest(text), frozenset(_needs(bare)), _is_balanced(bare)))
            else:
                at = path.stat()
                others += [name, f"{at.st_size} {at.st_mtime_ns}"]
        return cls(tuple(sheets), digest(*others))

    @property
    def balanced(self) -> bool:
        """Whether every brace and comment that opens in a sheet is closed."""
        return all(one.balanced for one in self.sheets)

    def beyond(self, html: str) -> frozenset[str]:
        """Return the names of the style sheets that cannot touch ``html``."""
        there = frozenset(_there(html))
        return frozenset(one.name for one in self.sheets if not one.touches(there))

    def digest(self, html: str, *, web: bool) -> str:
        """Return the digest of all that may touch ``html``; ``web``: it is the page for the web."""
        beyond = self.beyond(html)
        touching = (one for one in self.sheets if (web or not one.name.startswith(WEB)) and one.name not in beyond)
        return digest(self.others, *(f"{one.name} {one.digest}" for one in touching))


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _is_balanced(text: str) -> bool:
    return text.count("{") == text.count("}") and "/*" not in text


def _needs(text: str) -> Iterator[Need]:
    for prelude in _PRELUDE.findall(text):
        if not prelude.strip().startswith(_GROUPS):
            for selector in _DENIED.sub("", prelude).split(","):
                yield frozenset(one or value for one, value in _ASKED.findall(selector))
    if "@import" in text:
        yield frozenset()


def _there(html: str) -> Iterator[str]:
    for names in _CLASSES.findall(html):
        yield from names.split()
    yield from _VALUES.findall(html)
