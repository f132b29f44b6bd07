"""Tokens: the custom properties of ``styles/tokens/``, which may have one value for patients and another for clinicians.

A token is asked for by its name and by who reads the words that it sets. Whoever does not say for whom gets only what is the same for
everybody: the size of text, say, is refused, since one of its two values would be wrong in silence.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from brochures.design.css import Declared, declared, token_files
from brochures.findings import Place
from brochures.findings.suggest import near
from brochures.project.edition import Edition

AUDIENCES = ("patient", "clinician")
"""Who reads, as ``data-audience`` of a page says it."""

_VAR = re.compile(r"var\((--[\w-]+)\)")
_CONDITION = re.compile(r"\[data-(\w+)(?:=[\"']?([\w-]+)[\"']?)?\]")
_MEDIUM = re.compile(rf"@media ({'|'.join(Edition)}) ")
_PAGE = re.compile(rf"(?::root)?(?:{_CONDITION.pattern})*")
"""The selector of a whole page: its root, or where it says for whom, in which format or of which document type it is."""


class TokenError(ValueError):
    """A token has no value, or not one value for everybody; the text says which, and how to ask."""


@dataclass(frozen=True)
class Tokens:
    """Custom properties as they are written, in the order in which they are read."""

    declared: tuple[Declared, ...]

    @classmethod
    def read(cls, *paths: Path) -> Tokens:
        """Return the tokens that ``paths`` declare. Raise ``BrochureError`` where one cannot be read."""
        return cls(tuple(one for path in paths for one in declared(path)))

    @classmethod
    def of(cls, styles: Path) -> Tokens:
        """Return the tokens in ``styles/tokens/``. Raise ``BrochureError`` where a file cannot be read."""
        return cls.read(*token_files(styles))

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Every name with its ``--``, in the order of first mention."""
        return tuple(dict.fromkeys(one.name for one in self.declared))

    def value(self, name: str, audience: str = "") -> str:
        """Return the value of ``name`` for ``audience`` (none: for everybody), each ``var()`` followed.

        Raise ``TokenError`` where there is no such token, or where it is asked for everybody and differs.
        """
        if name not in self.names:
            msg = f"there is no token '{name}'; {near(name, self.names)}"
            raise TokenError(msg)
        if audience:
            return self._one(name, audience)
        elsewhere = sorted(
            {one.selector for one in self.declared if one.name == name and not _holds_anywhere(one.selector)}
        )
        if elsewhere:
            msg = f"the token '{name}' has another value for '{elsewhere[0]}'"
            raise TokenError(msg)
        values = {reader: self._one(name, reader) for reader in AUDIENCES}
        if len(set(values.values())) > 1:
            said = " and ".join(f"{value} for a {reader}" for reader, value in values.items())
            msg = f"the token '{name}' is {said}"
            raise TokenError(msg)
        return values[AUDIENCES[0]]

    @property
    def media(self) -> tuple[str, ...]:
        """The editions for which some of them have another value, which stands in an ``@media`` of the edition's name."""
        found = (_MEDIUM.match(one.selector) for one in self.declared)
        return tuple(dict.fromkeys(medium[1] for medium in found if medium))

    def in_medium(self, medium: str) -> Tokens:
        """Return the tokens as the edition ``medium`` has them."""
        own = f"@media {medium} "
        inside = [one for one in self.declared if one.selector.startswith(own)]
        return Tokens((*self.declared, *(replace(one, selector=one.selector.removeprefix(own)) for one in inside)))

    @cached_property
    def shared(self) -> Mapping[str, str]:
        """The value of each token that is the same for everybody, by name; the others are left out."""
        return {name: value for name in self.names if (value := self._alike(name))}

    def _alike(self, name: str) -> str:
        try:
            return self.value(name)
        except TokenError:
            return ""

    def written(self, file: str, audience: str) -> Mapping[str, str]:
        """Return what the token file called ``file`` declares for ``audience``, as it is written: no ``var()`` is followed."""
        return {one.name: one.value for one in self.declared if one.file == file and _holds(one.selector, audience)}

    def place(self, name: str) -> Place:
        """Return where ``name`` is first written."""
        return next((one.place for one in self.declared if one.name == name), Place("styles/tokens"))

    def _one(self, name: str, audience: str) -> str:
        values = self._by_audience[audience]
        if name not in values:
            selectors = ", ".join(f"'{one.selector}'" for one in self.declared if one.name == name)
            msg = f"the token '{name}' is set for {selectors} only, and not for a {audience}; set it for ':root'"
            raise TokenError(msg)
        return values[name]

    @cached_property
    def _by_audience(self) -> Mapping[str, Mapping[str, str]]:
        return {audience: _followed(self.declared, audience) for audience in AUDIENCES}


def _followed(properties: Sequence[Declared], audience: str) -> dict[str, str]:
    raw = {one.name: one.value for one in properties if _holds(one.selector, audience)}
    return {name: _follow(value, raw) for name, value in raw.items()}


def _holds(selector: str, audience: str) -> bool:
    """Whether a rule with ``selector`` is for the pages of ``audience``, of whatever format and document type."""
    pages = [part.strip() for part in selector.split(",") if part.strip() and _PAGE.fullmatch(part.strip())]
    return any(
        all(
            kind in {"document", "format"} or (kind == "audience" and of in {"", audience})
            for kind, of in _CONDITION.findall(page)
        )
        for page in pages
    )


def _holds_anywhere(selector: str) -> bool:
    """Whether a rule with ``selector`` is for pages of whatever kind; one for an edition alone is none of the others' concern."""
    return _MEDIUM.match(selector) is not None or any(_holds(selector, audience) for audience in AUDIENCES)


def _follow(value: str, raw: Mapping[str, str]) -> str:
    for _ in range(8):
        changed = _VAR.sub(lambda match: raw.get(match[1], match[0]), value)
        if changed == value:
            break
        value = changed
    return value
