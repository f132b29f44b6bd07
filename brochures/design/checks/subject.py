"""What the checks of the styles look at: every style sheet, taken apart, and the texts of the templates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

import tinycss2

from brochures.design.bracket_scan import line_and_column
from brochures.design.sheets import Declaration, Sheet
from brochures.design.styles import Styles
from brochures.findings import Place

_JINJA = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_ATTRIBUTE = re.compile(r"\sstyle=([\"'])(.*?)\1", re.DOTALL)
_WORKED_OUT = "\x00"

GIVEN = re.compile(r"(--[a-z][\w-]*)\s*:(?!\w)", re.IGNORECASE)
"""A variable that a template gives its value."""


@dataclass(frozen=True)
class StyleSheets:
    """The styles, and the text of each template by the path that findings name."""

    styles: Styles
    templates: Mapping[str, str]

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        """Every style sheet that can be read."""
        return tuple(sheet for sheet in self.styles.sheets if not sheet.wrong)

    @property
    def unreadable(self) -> tuple[Sheet, ...]:
        """Every other style sheet."""
        return tuple(sheet for sheet in self.styles.sheets if sheet.wrong)

    @cached_property
    def variables(self) -> Mapping[str, tuple[Declaration, ...]]:
        """Every variable that a style sheet gives a value, by name, with each place where it does."""
        found: dict[str, list[Declaration]] = {}
        for sheet in self.sheets:
            for one in sheet.declarations:
                if one.is_variable:
                    found.setdefault(one.name, []).append(one)
        return {name: tuple(places) for name, places in found.items()}

    @cached_property
    def inline(self) -> tuple[Declaration, ...]:
        """Every declaration in a ``style`` attribute of a template; one whose value a template works out has none here."""
        return tuple(one for file, text in self.templates.items() for one in _inline(text, file))

    @cached_property
    def given(self) -> frozenset[str]:
        """Every variable that a template gives a value."""
        return frozenset(name for text in self.templates.values() for name in GIVEN.findall(text))


def _inline(text: str, file: str) -> Iterator[Declaration]:
    plain = _JINJA.sub(lambda found: re.sub(r"[^\n]", _WORKED_OUT, found[0]), text)
    for attribute in _ATTRIBUTE.finditer(plain):
        at = attribute.start(2)
        for written in attribute[2].split(";"):
            name, colon, value = written.partition(":")
            if colon and _WORKED_OUT not in name:
                start = at + len(name) - len(name.lstrip())
                place = Place(file, *line_and_column(text, start))
                tokens = () if _WORKED_OUT in value else tuple(tinycss2.parse_component_value_list(value))
                yield Declaration(name.strip(), tokens, important=False, place=place)
            at += len(written) + 1
