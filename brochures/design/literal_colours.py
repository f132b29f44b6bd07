"""Literal colours: those that a style, a template or a drawing names by itself and not by a token, each with its place.

A press prints tokens: of any other colour nobody said in which inks it prints, and whoever wrote it must be told where.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tinycss2.color5 import parse_color

from brochures.findings import Place

_COMMENT = re.compile(r"/\*.*?\*/|<!--.*?-->|\{#.*?#\}", re.DOTALL)
_WRITTEN = re.compile(r"(?<![&\w(])(?<!href=[\"'])#[0-9a-fA-F]{3,8}\b|(?<![\w-])(?:rgb|hsl)a?\([^()]*\)")
_PROPERTY = re.compile(
    r"(?<![\w-])(?:(?:stop-|flood-|lighting-)?color|background(?:-color)?|border[a-z-]*|outline[a-z-]*|fill|stroke)\s*[:=]\s*[\"']?([^;\"'{}<>]*)"
)
_NAME = re.compile(r"(?<![\w#.(-])[a-zA-Z]{3,}(?![\w(-])")


@dataclass(frozen=True)
class Literal:
    """A colour as ``#rrggbb``, and where it is written."""

    colour: str
    place: Place


def literals(text: str, file: str) -> Iterator[Literal]:
    """Yield the colours that ``text``, which findings call ``file``, names by themselves: a style, a template or a drawing (SVG)."""
    bare = _COMMENT.sub(lambda comment: re.sub(r"[^\n]", " ", comment[0]), text)
    found = {match.start(): match[0] for match in _WRITTEN.finditer(bare)}
    for value in _PROPERTY.finditer(bare):
        found |= {value.start(1) + name.start(): name[0] for name in _NAME.finditer(value[1])}
    for at, written in sorted(found.items()):
        colour = _colour(written)
        if colour:
            line = text.count("\n", 0, at) + 1
            yield Literal(colour, Place(file, line, at - text.rfind("\n", 0, at)))


def _colour(written: str) -> str:
    """Return ``written`` as ``#rrggbb``, empty where it is no colour, none that is seen, or that of something else."""
    colour = parse_color(written)
    if colour is None or isinstance(colour, str) or colour.alpha == 0:
        return ""
    parts = (max(0, min(255, round(part * 255))) for part in colour.to("srgb").coordinates)
    return "#{:02x}{:02x}{:02x}".format(*parts)
