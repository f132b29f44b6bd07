"""Inks by accident: borders that look raised, of which the engine works out the shades, and the colour of marks on the piece itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from brochures.design.checks.subject import StyleSheets
from brochures.design.inks import ALL
from brochures.design.sheets import Declaration, asked
from brochures.findings import Finding, Place, codes
from brochures.findings.check import check

TOKENS = "tokens"
"""The folder of the style sheets that say which colours there are."""

MARKS = "/marks.html"
"""The template of what stands around the trim of a press sheet."""

RAISED = frozenset({"inset", "outset", "groove", "ridge"})

_LINES = re.compile(r"(?:border|outline|column-rule)(?:-(?!image|radius|spacing|collapse)[a-z-]+)?")
"""The properties that draw lines."""

_IN_TEMPLATE = re.compile(rf"(?<![\w-])({_LINES.pattern})\s*:\s*([^;\"'{{}}<>]*)", re.IGNORECASE)
_VARIABLE = re.compile(r"--[\w-]+")
_WORD = re.compile(r"(?<![\w-])[a-z]+(?![\w(-])", re.IGNORECASE)


@check(
    codes.RAISED_BORDER,
    looks_for="borders, outlines and column rules that look raised: inset, outset, groove and ridge",
    source="docs/designers.md, Colours and inks",
)
def raised(styles: StyleSheets) -> Iterator[Finding]:
    """Find each line that looks raised, where a style sheet, a variable of a border or a template says so."""
    given = _given_to_lines(styles)
    for sheet in styles.sheets:
        for one in sheet.declarations:
            if _LINES.fullmatch(one.name) or one.name in given:
                yield from (_told(word, str(one), one.place) for word in _raised(one))
    for file, text in styles.templates.items():
        for line in _IN_TEMPLATE.finditer(text):
            for word in _WORD.findall(line[2]):
                if word.lower() in RAISED:
                    yield _told(word, f"{line[1]}: {line[2].strip()}", _place(file, text, line.start()))


@check(
    codes.MARKS_COLOUR,
    looks_for="the colour of registration marks in what the styles and templates paint",
    source="docs/print.md, Spot colours and die lines",
)
def marks(styles: StyleSheets) -> Iterator[Finding]:
    """Find each place where the colour that prints on every plate is asked for; marks around the sheet ask for it in their own template."""
    names = _on_every_plate(styles)
    for sheet in styles.sheets:
        if sheet.folder != TOKENS:
            for one in sheet.declarations:
                yield from (_of_marks(name, one.place) for name, _, _ in asked(one.value) if name in names)
    for file, text in styles.templates.items():
        if not file.endswith(MARKS):
            for found in _VARIABLE.finditer(text):
                if found[0] in names:
                    yield _of_marks(found[0], _place(file, text, found.start()))


def _of_marks(name: str, place: Place) -> Finding:
    return codes.MARKS_COLOUR.at(
        place,
        f"'{name}' prints on every plate: it is for marks around the sheet",
        "use var(--ink), which prints in black alone",
    )


def _on_every_plate(styles: StyleSheets) -> frozenset[str]:
    """Return every variable that stands for the ink of every plate, by itself or by way of others."""
    found = {
        name.removesuffix("-spot")
        for name, places in styles.variables.items()
        if name.endswith("-spot") and any(one.text.strip("\"'").rpartition(" ")[0] == ALL for one in places)
    }
    while True:
        more = {
            name
            for name, places in styles.variables.items()
            if any(other in found for one in places for other, _, _ in asked(one.value))
        }
        if more <= found:
            return frozenset(found)
        found |= more


def _place(file: str, text: str, at: int) -> Place:
    return Place(file, text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))


def _told(word: str, written: str, place: Place) -> Finding:
    return codes.RAISED_BORDER.at(
        place,
        f"'{written}': of '{word}' the engine makes two shades near black, and nobody said in which inks they print",
        f"write 'solid' or 'double' instead of '{word}'",
    )


def _raised(one: Declaration) -> Iterator[str]:
    """Yield each word of ``one`` that makes a line look raised."""
    return (token.value for token in one.value if token.type == "ident" and token.lower_value in RAISED)


def _given_to_lines(styles: StyleSheets) -> frozenset[str]:
    """Return every variable that a line takes, through other variables too."""
    found: set[str] = set()
    lines = (one for sheet in styles.sheets for one in sheet.declarations if _LINES.fullmatch(one.name))
    left = [name for one in lines for name, _, _ in asked(one.value)]
    while left:
        name = left.pop()
        if name not in found:
            found.add(name)
            left += [other for one in styles.variables.get(name, ()) for other, _, _ in asked(one.value)]
    return frozenset(found)
