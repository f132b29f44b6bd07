"""Sizes of type: the floors of the house, which hold in every edition."""

from __future__ import annotations

import re
from collections.abc import Iterator

from brochures.design.checks.subject import StyleSheets
from brochures.design.css import points
from brochures.design.sheets import Declaration
from brochures.design.tokens import AUDIENCES, TokenError, Tokens
from brochures.findings import Finding, codes
from brochures.findings.check import check
from brochures.geometry.units import POINTS

FLOORS = {
    "--full-size": 12.0, "--full-leading": 15.0, "--full-leading-least": 15.0,
    "--small-size": 10.0, "--small-leading": 13.0, "--small-leading-least": 13.0,
    "--note-size": 9.0, "--dense-size": 9.0, "--plot-size": 8.0, "--card-size": 9.0, "--card-note-size": 6.0, "--marks-size": 6.0,
    "--poster-size": 24.0,
}  # fmt: skip
"""The floors of the house style for every brand, in pt (docs/print.md, Type size)."""

READ = {"patient": {"--text-size": 12.0, "--leading": 15.0}, "clinician": {"--text-size": 10.0, "--leading": 13.0}}
"""The floors of running text for each kind of reader, in pt."""

LEAST = 6.0
"""The least size of any token of type, in pt: what goes beside the trim, and the version of a card."""

NO_TYPE = frozenset({"--qr-size"})
"""What sounds like a size of type and is none: how wide a code is printed."""

DRAWN = 8.0
"""The least size of type that stands outside of the tokens, in pt: that of words in a drawing."""

TOKENS = "tokens"

_VAR = re.compile(r"var\((--[\w-]+)\)")
_SHARE = re.compile(r"calc\(\s*([\d.]+[a-z]+)\s*([*/])\s*([\d.]+)\s*\)")


@check(
    codes.SMALL_TYPE, looks_for="sizes and leadings of the tokens below the floors", source="docs/print.md, Type size"
)
def floors(styles: StyleSheets) -> Iterator[Finding]:
    """Find each token of a size or leading that has a value below its floor, once, for whoever reads it."""
    tokens = styles.styles.tokens
    for name in tokens.names:
        for audience in AUDIENCES:
            value, least = _in_points(tokens, name, audience), _floor(name, audience)
            if value is not None and value < least:
                yield from _small(name, (value, least, audience), tokens)
                break


def _floor(name: str, audience: str) -> float:
    if name in READ[audience]:
        return READ[audience][name]
    return FLOORS.get(name, LEAST if _is_size(name) else 0.0)


def _in_points(tokens: Tokens, name: str, audience: str, written: str = "") -> float | None:
    """Return the length that ``name`` has for ``audience``, or as it is ``written``, in pt; None where it is none."""
    other = _VAR.fullmatch(written)
    try:
        return _length(tokens.value(other[1] if other else name, audience) if other or not written else written)
    except (TokenError, ValueError):
        return None


def _length(text: str) -> float:
    """Return a length, or one that is multiplied or divided, in pt. Raise ``ValueError`` where it is none."""
    found = _SHARE.fullmatch(text)
    if found is None:
        return points(text)
    by = float(found[3])
    return points(found[1]) * by if found[2] == "*" else points(found[1]) / (by or 1)


def _small(name: str, measured: tuple[float, float, str], tokens: Tokens) -> Iterator[Finding]:
    """Yield the finding at the declaration that makes ``name`` too small; none where it takes a value that is itself below its floor."""
    value, least, audience = measured
    for one in tokens.declared:
        if one.name == name and _in_points(tokens, name, audience, one.value) == value:
            other = _VAR.fullmatch(one.value)
            its_own = _in_points(tokens, other[1], audience) if other else None
            if other and its_own is not None and its_own < _floor(other[1], audience):
                return
            reader = f" for a {audience}" if name in READ[audience] else ""
            said = f"'{name}: {one.value}' comes to {value:g} pt{reader}, and the floor is {least:g} pt"
            yield codes.SMALL_TYPE.at(one.place, said, f"write {least:g}pt or more")
            return


def _own_points(one: Declaration) -> float | None:
    try:
        return _length(one.text)
    except ValueError:
        return None


@check(
    codes.SMALL_TYPE,
    looks_for="sizes of type below the floors that are written outside of the tokens",
    source="docs/print.md, Type size",
)
def outside(styles: StyleSheets) -> Iterator[Finding]:
    """Find each size that is written by itself below what a drawing may have, and each token that is lowered outside of the tokens."""
    for declared in (*(sheet.declarations for sheet in styles.sheets if sheet.folder != TOKENS), styles.inline):
        for one in declared:
            least = min(_floor(one.name, audience) for audience in AUDIENCES) if one.is_variable else DRAWN
            value = next((size for size in _sizes(one) if 0 < size < least), None)
            if value is not None:
                said = f"'{one}' is {value:g} pt, and the floor is {least:g} pt"
                yield codes.SMALL_TYPE.at(
                    one.place, said, f"use a token of styles/tokens/type.css, or write {least:g}pt or more"
                )


def _sizes(one: Declaration) -> Iterator[float]:
    """Yield the size of type that ``one`` writes by itself, in pt."""
    if one.is_variable:
        value = _own_points(one)
        if value is not None:
            yield value
    elif one.name in {"font", "font-size"}:
        lengths = (token for token in one.value if token.type == "dimension")
        first = next(lengths, None)
        if first is not None and first.lower_unit in POINTS:
            yield float(first.value) * POINTS[first.lower_unit]


def _is_size(name: str) -> bool:
    return name.endswith("-size") and name not in NO_TYPE and "background" not in name


@check(
    codes.IMPORTANT,
    looks_for="declarations that override the order of the styles",
    source="docs/designers.md, The cascade",
)
def important(styles: StyleSheets) -> Iterator[Finding]:
    """Find each declaration that is made important."""
    for declared in (*(sheet.declarations for sheet in styles.sheets), styles.inline):
        for one in declared:
            if one.important:
                mend = "take '!important' out: a later layer of styles/index.css wins by itself"
                yield codes.IMPORTANT.at(
                    one.place, f"'{one}' is made important, which turns the order of the layers round", mend
                )
