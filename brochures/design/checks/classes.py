"""Classes: each begins with the name of its file, and a template writes it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from enum import EnumType, StrEnum
from functools import cache
from itertools import pairwise

from brochures.design.checks.subject import StyleSheets
from brochures.design.sheets import Rule, Sheet, every
from brochures.findings import Finding, Place, Severity, codes
from brochures.findings.check import check
from brochures.load.model import components, figures, forms, statements

COMPONENTS = "components"
"""The folder whose classes are called as their file."""

BY_RUNS = frozenset({"blank", "blank__says", "number", "reference-mark", "references__small-capitals"})
"""Classes that the program writes itself, into runs of words."""

CHOICES = tuple(
    str(value)
    for module in (components, figures, forms, statements)
    for kind in vars(module).values()
    if isinstance(kind, EnumType) and issubclass(kind, StrEnum)
    for value in kind
)
"""The words that the content may choose from: a template ends the name of a class with them."""

CLOSE = 0.8
"""How like two names must be for one to be a slip of the other (the ratio of ``difflib``)."""

_WORD = re.compile(r"[a-z][a-z0-9]*(?:(?:-|--|__|_)[a-z0-9]+)*", re.IGNORECASE)
_OPEN = re.compile(r"([a-z][a-z0-9]*(?:(?:-|--|__|_)[a-z0-9]+)*--)(?:\{\{|['\"]\s*~)", re.IGNORECASE)
"""The beginning of a class that a template ends with what a key of the content says."""

_KIND = r"(--[a-z0-9]+([-_][a-z0-9]+)*)?"
_PART = r"(__[a-z0-9]+(-[a-z0-9]+)*)?"


def _classes(rule: Rule) -> list[str]:
    tokens = [] if rule.keyword else [*every(rule.prelude)]
    return [str(name.value) for dot, name in pairwise(tokens) if dot == "." and name.type == "ident"]


def _own(sheet: Sheet) -> re.Pattern[str]:
    """Return what the classes of a component are called."""
    return re.compile(rf"{re.escape(sheet.stem)}{_PART}{_KIND}")


@check(
    codes.CLASS_PREFIX,
    looks_for="classes of components that do not begin with the name of their file",
    source="docs/designers.md, The cascade",
)
def prefixes(styles: StyleSheets) -> Iterator[Finding]:
    """Find each rule of a component whose first class is of another name, and each that names a part of another component."""
    components = {sheet.stem for sheet in styles.sheets if sheet.folder == COMPONENTS}
    for sheet in styles.sheets:
        if sheet.folder == COMPONENTS:
            own = _own(sheet)
            for rule in sheet.all_rules():
                foreign = [name for name in _classes(rule) if not own.fullmatch(name) and name not in components]
                if foreign:
                    yield _foreign(sheet, rule, foreign[0], styles)


def _foreign(sheet: Sheet, rule: Rule, name: str, styles: StyleSheets) -> Finding:
    close = get_close_matches(name, [one for one in _written(styles) if one.startswith(sheet.stem)], n=1, cutoff=0.6)
    mend = (
        f"did you mean '{close[0]}'?"
        if close
        else f"call it '{sheet.stem}__PART' or '{sheet.stem}--KIND', here and in the template"
    )
    return codes.CLASS_PREFIX.at(
        rule.place, f"the class '{name}' does not begin with '{sheet.stem}', the name of its file", mend
    )


@check(
    codes.UNUSED_CLASS,
    looks_for="classes of the styles that no template writes",
    source="docs/designers.md, What is checked in the styles",
)
def unused(styles: StyleSheets) -> Iterator[Finding]:
    """Find each class that no template writes, once: a slip where a template writes nearly the same, else only told."""
    if not styles.templates:
        return
    written, begun = _written(styles), _begun(styles)
    told: set[str] = set()
    for sheet in styles.sheets:
        for rule in sheet.all_rules():
            for name in _classes(rule):
                is_foreign = sheet.folder == COMPONENTS and not _own(sheet).fullmatch(name)
                is_known = name in written or _is_ended(name, begun, written)
                if name not in told and not is_known and not is_foreign:
                    told.add(name)
                    yield _unused(name, rule.place, styles)


def _is_ended(name: str, begun: tuple[str, ...], written: frozenset[str]) -> bool:
    """Whether a template begins ``name`` and the content may end it: with a word that is no slip of one of its choices."""
    if not name.startswith(begun):
        return False
    end = name.rpartition("--")[2]
    return end in written or end in CHOICES or not get_close_matches(end, CHOICES, n=1, cutoff=0.7)


def _unused(name: str, place: Place, styles: StyleSheets) -> Finding:
    styled = {one for sheet in styles.sheets for rule in sheet.all_rules() for one in _classes(rule)}
    bare = {one: where for one, where in _in_attributes(styles).items() if one not in styled}
    close = get_close_matches(name, sorted(bare), n=1, cutoff=CLOSE)
    if close:
        said = f"no template writes the class '{name}'; {bare[close[0]]} writes '{close[0]}', which has no style"
        return codes.UNUSED_CLASS.at(place, said, f"did you mean '{close[0]}'?", severity=Severity.ERROR)
    end = name.rpartition("--")[2] if name.startswith(_begun(styles)) else ""
    choices = get_close_matches(end, CHOICES, n=1, cutoff=0.7)
    if choices:
        meant = f"did you mean '{name.removesuffix(end)}{choices[0]}'?"
        said = f"no template writes the class '{name}': the content has no '{end}' to end it with"
        return codes.UNUSED_CLASS.at(place, said, meant, severity=Severity.ERROR)
    known = get_close_matches(name, sorted(styled & _written(styles)), n=1, cutoff=CLOSE)
    mend = (
        f"did you mean '{known[0]}'? If not, take the rule out"
        if known
        else "take the rule out, or write the class in a template"
    )
    return codes.UNUSED_CLASS.at(place, f"no template writes the class '{name}'", mend)


@cache
def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text))


def _written(styles: StyleSheets) -> frozenset[str]:
    """Return every word of the templates that may be a class, and those that the program writes."""
    return BY_RUNS.union(*(_words(text) for text in styles.templates.values()), _documents(styles))


def _documents(styles: StyleSheets) -> frozenset[str]:
    """Return the names of the document types, which are classes of their sheets."""
    return frozenset(sheet.stem for sheet in styles.sheets if sheet.folder == "documents")


def _begun(styles: StyleSheets) -> tuple[str, ...]:
    """Return the beginnings of classes that a template ends with what the content says, with those of the program."""
    found = {begun for text in styles.templates.values() for begun in _OPEN.findall(text)}
    return (*sorted(found), *(f"{name}--" for name in sorted(BY_RUNS)))


def _in_attributes(styles: StyleSheets) -> Mapping[str, Place]:
    """Return each class that stands whole in a template, with the place where it first does."""
    found: dict[str, Place] = {}
    for file, text in styles.templates.items():
        for attribute in re.finditer(r'class="([^"{}]*)', text):
            place = Place(file, text.count("\n", 0, attribute.start()) + 1)
            for name in attribute[1].split():
                if not name.endswith("-"):  # what the content ends
                    found.setdefault(name, place)
    return found
