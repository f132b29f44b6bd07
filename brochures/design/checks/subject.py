"""What the checks of the styles look at: every style sheet, taken apart, and the texts of the templates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from html import unescape

import tinycss2

from brochures.design.bracket_scan import line_and_column
from brochures.design.checks.template_names import TemplateNames, names_in
from brochures.design.sheets import Declaration, Rule, Sheet
from brochures.design.styles import Styles
from brochures.findings import Place

_JINJA = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_ATTRIBUTE = re.compile(
    r"\sstyle\s*=\s*([\"'])(?P<style>.*?)\1|\s(?P<name>font-family)\s*=\s*([\"'])(?P<face>.*?)\4",
    re.DOTALL | re.IGNORECASE,
)
_QUOTE = re.compile(r"&(?:quot|apos|#34|#39|#x22|#x27);", re.IGNORECASE)
"""A quotation mark as an attribute may hold it; in its place stand the mark and spaces, so that all places stay what they are."""

_IMPORTANT = re.compile(r"!\s*important\s*$", re.IGNORECASE)
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
    def attributes(self) -> tuple[Rule, ...]:
        """Every ``style`` attribute of a template, and each face that a drawing in one names, as a rule without a selector.

        A declaration whose value a template works out has none here.
        """
        return tuple(rule for file, text in self.templates.items() for rule in _attributes(text, file))

    @cached_property
    def inline(self) -> tuple[Declaration, ...]:
        """Every declaration in an attribute of a template."""
        return tuple(one for rule in self.attributes for one in rule.declarations)

    @cached_property
    def written(self) -> TemplateNames:
        """The elements and attributes that the templates write."""
        return names_in(self.templates.values())

    @property
    def rules(self) -> Iterator[Rule]:
        """Every rule of a style sheet that styles something, and every attribute of a template."""
        yield from (rule for sheet in self.sheets for rule in sheet.all_rules() if rule.keyword != "font-face")
        yield from self.attributes

    @cached_property
    def given(self) -> frozenset[str]:
        """Every variable that a template gives a value."""
        return frozenset(name for text in self.templates.values() for name in GIVEN.findall(text))


def _attributes(text: str, file: str) -> Iterator[Rule]:
    plain = _JINJA.sub(lambda found: re.sub(r"[^\n]", _WORKED_OUT, found[0]), text)
    for attribute in _ATTRIBUTE.finditer(plain):
        start = attribute.start("face") if attribute["face"] is not None else attribute.start("style")
        place = Place(file, *line_and_column(text, start))
        if attribute["face"] is not None:
            name = attribute.start("name")
            face = Place(file, *line_and_column(text, name))
            declared = [_declaration("font-family", _with_quotes(attribute["face"]), face)]
        else:
            declared = [*_inline(_with_quotes(attribute["style"]), start, text, file)]
        yield Rule("", (), place, tuple(declared))


def _with_quotes(value: str) -> str:
    return _QUOTE.sub(lambda found: unescape(found[0]) + " " * (len(found[0]) - 1), value)


def _inline(style: str, at: int, text: str, file: str) -> Iterator[Declaration]:
    """Yield each declaration of the attribute ``style``, which stands at the offset ``at`` of ``text``."""
    for written in style.split(";"):
        name, colon, value = written.partition(":")
        if colon and _WORKED_OUT not in name:
            start = at + len(name) - len(name.lstrip())
            yield _declaration(name.strip(), value, Place(file, *line_and_column(text, start)))
        at += len(written) + 1


def _declaration(name: str, value: str, place: Place) -> Declaration:
    plain, important = _IMPORTANT.subn("", value)
    tokens = () if _WORKED_OUT in value else tuple(tinycss2.parse_component_value_list(plain))
    return Declaration(name if name.startswith("--") else name.lower(), tokens, important=bool(important), place=place)
