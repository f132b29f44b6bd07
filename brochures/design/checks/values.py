"""Properties and values that the engine leaves out. It is asked itself, after the variables in a value were followed to each of theirs."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Protocol

import tinycss2

from brochures.design.checks.subject import StyleSheets
from brochures.design.checks.units import UNITS
from brochures.design.sheets import Declaration, every
from brochures.findings import Finding, Place, codes
from brochures.findings.check import check
from brochures.findings.suggest import near

MOST = 24
"""How many values of one declaration are tried: those of its variables, one after another."""

DEEP = 8
"""How far a variable is followed through others."""


class Engine(Protocol):
    """What the layout engine knows of properties."""

    @property
    def properties(self) -> tuple[str, ...]:
        """The name of every property that it knows."""

    def refused(self, declarations: Sequence[tuple[str, str]]) -> Sequence[str | None]:
        """Return of each property with its value why it is left out (empty: without a reason), None where it is taken."""


@dataclass(frozen=True)
class _Tried:
    """A value of a declaration with its variables followed, and the variables' declarations that gave it."""

    use: Declaration
    text: str
    by: tuple[Declaration, ...]

    @property
    def asked(self) -> tuple[str, str]:
        return self.use.name, self.text


@check(
    codes.UNKNOWN_PROPERTY,
    codes.REFUSED_VALUE,
    looks_for="properties and values of the styles that the engine leaves out",
    source="docs/designers.md, CSS that the engine does not know; docs/engine.md, Private parts",
)
def left_out(styles: StyleSheets, engine: Engine, told: Collection[Finding] = ()) -> Iterator[Finding]:
    """Find each declaration that the engine leaves out, and each value of a variable that it takes nowhere.

    What stands on a line that ``told`` speaks of is not tried, nor what takes its value from there.
    """
    known = {(finding.place.file, finding.place.line) for finding in told}
    values = _Values(styles)
    everywhere = (*(one for sheet in styles.sheets for one in sheet.declarations), *styles.inline)
    uses = [one for one in everywhere if not one.is_variable and not _is_among(one, known)]
    names = engine.properties
    plain = [one for one in uses if one.name in names and one.text and not _has_unknown_unit(one)]
    yield from (_unknown(one, names) for one in uses if one.name not in names)
    tried = [one for use in plain for one in values.of(use) if not any(_is_among(by, known) for by in one.by)]
    reasons = dict(zip(tried, engine.refused([one.asked for one in tried]), strict=True))
    yield from _blamed(reasons)


def _is_among(one: Declaration, lines: Collection[tuple[str, int]]) -> bool:
    return (one.place.file, one.place.line) in lines


def _unknown(one: Declaration, names: tuple[str, ...]) -> Finding:
    said = f"there is no property '{one.name}' for print, and '{one}' is left out"
    return codes.UNKNOWN_PROPERTY.at(one.place, said, near(one.name, names))


def _has_unknown_unit(one: Declaration) -> bool:
    return any(token.type == "dimension" and token.lower_unit not in UNITS for token in every(one.value))


def _blamed(reasons: Mapping[_Tried, str | None]) -> Iterator[Finding]:
    """Yield one finding for each declaration that is left out with all its values, and for each value of a variable that fits nowhere."""
    fits = {by for tried, reason in reasons.items() if reason is None for by in tried.by}
    fitting_uses = {tried.use for tried, reason in reasons.items() if reason is None}
    told: dict[Declaration, list[tuple[_Tried, str]]] = {}
    for tried, reason in reasons.items():
        if reason is not None:
            told.setdefault(_cause(tried, fits, fitting_uses), []).append((tried, reason))
    for cause, found in told.items():
        tried, reason = found[0]
        yield _refused(cause, tried, reason, len({one.use for one, _ in found}) - 1)


def _cause(tried: _Tried, fits: set[Declaration], fitting_uses: set[Declaration]) -> Declaration:
    """Return what is to be mended: a variable that fits nowhere, or where another of its values fits; else the declaration itself."""
    never = [by for by in tried.by if by not in fits]
    if never and (tried.use in fitting_uses or not _is_plain_slip(tried)):
        return never[-1]
    return tried.by[-1] if tried.by and tried.use in fitting_uses else tried.use


def _is_plain_slip(tried: _Tried) -> bool:
    """Whether the declaration has other words beside its variables, in which the slip may be."""
    words = [token for token in tried.use.value if token.type not in {"whitespace", "comment"}]
    return len(words) > 1


def _refused(cause: Declaration, tried: _Tried, reason: str, more: int) -> Finding:
    why = "" if reason in {"", "invalid value"} else f" ({reason})"
    if cause is tried.use:
        followed = f", which comes to '{tried.use.name}: {tried.text}'," if tried.by else ""
        said = f"'{cause}'{followed} is not taken by the engine{why}: it is left out"
    else:
        elsewhere = f" and {more} more" if more else ""
        said = f"'{cause}' is no value for '{tried.use}' ({_where(tried.use.place)}{elsewhere}){why}: that is left out"
    return codes.REFUSED_VALUE.at(cause.place, said, _mend(cause))


def _where(place: Place) -> str:
    return f"{place.file}:{place.line}"


def _mend(one: Declaration) -> str:
    numbers = [token for token in every(one.value) if token.type == "number" and token.value]
    if numbers and not any(token.type in {"dimension", "percentage"} for token in every(one.value)):
        return "write a value that the property has, and a number with its unit, such as pt (docs/designers.md)"
    return "write a value that the property has (docs/designers.md lists what the engine does not know)"


class _Values:
    """The values that declarations have when their variables are followed."""

    def __init__(self, styles: StyleSheets) -> None:
        self._styles = styles
        self._known: dict[str, tuple[tuple[str, tuple[Declaration, ...]], ...]] = {}

    @cached_property
    def _given(self) -> frozenset[str]:
        return self._styles.given - set(self._styles.variables)

    def of(self, use: Declaration) -> list[_Tried]:
        """Return the values of ``use``; none where a variable in it has its value from a template alone."""
        return [_Tried(use, " ".join(text.split()), by) for text, by in self._followed(use.value, DEEP)]

    def _followed(self, tokens: Sequence[Any], deep: int) -> tuple[tuple[str, tuple[Declaration, ...]], ...]:
        """Return the texts that ``tokens`` come to: all first values, and each other value of one variable beside the first of the others."""
        parts = [self._part(token, deep) for token in tokens]
        if not all(parts):
            return ()
        first = [part[0] for part in parts]
        found = {_joined(first): None}
        for number, part in enumerate(parts):
            for other in part[1:]:
                found[_joined([*first[:number], other, *first[number + 1 :]])] = None
        return tuple(found)[:MOST]

    def _part(self, token: Any, deep: int) -> tuple[tuple[str, tuple[Declaration, ...]], ...]:
        if token.type == "function" and token.lower_name == "var":
            return self._variable(token, deep)
        if token.type == "function":
            inner = self._followed(token.arguments, deep)
            return (
                tuple((f"{token.name}({text})", by) for text, by in inner)
                if token.arguments
                else ((f"{token.name}()", ()),)
            )
        if token.type == "comment":
            return ((" ", ()),)
        return ((tinycss2.serialize([token]), ()),)

    def _variable(self, token: Any, deep: int) -> tuple[tuple[str, tuple[Declaration, ...]], ...]:
        name = next((word.value for word in token.arguments if word.type == "ident"), "")
        if name not in self._known:
            self._known[name] = ()  # what leads back to itself has no value, and is told by another check
            found: dict[tuple[str, tuple[Declaration, ...]], None] = {}
            for one in self._styles.variables.get(name, ()) if deep else ():
                for text, by in self._followed(one.value, deep - 1):
                    found[text.strip(), (one, *by)] = None
            self._known[name] = tuple(found)[:MOST]
        return self._known[name]


def _joined(parts: Sequence[tuple[str, tuple[Declaration, ...]]]) -> tuple[str, tuple[Declaration, ...]]:
    return "".join(text for text, _ in parts), tuple(one for _, by in parts for one in by)
