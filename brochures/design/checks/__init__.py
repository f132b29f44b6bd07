"""Checks of the styles as they are written, before a page is set: what is wrong is told once, with style sheet, line and column.

``subject``            what they look at: every style sheet and the texts of the templates
``written``            halves that are missing, lost semicolons and colons
``variables``          asked for and not there, there and not asked for, asking for one another
``units``              numbers and colours that are none
``sums``               sums that cannot be done
``values``             properties and values that the engine leaves out
``colours``            colours that are no tokens
``accidental_inks``    borders that look raised, the colour of marks on the piece
``ink_colours``        inks that print another colour, type too weak for its ground
``classes``            named like their file, and written by a template
``faces``              families, weights, slopes and font files
``sizes``              floors, and that every size is a token
``table_of_contents``  what is read, in which layer, for which edition
``letters``            letters that are not what was typed, signs of web pages
``page_names``         names of pages and running heads that nothing answers to
``passed_over``        rules that the engine skips, and what never holds in print
``template_names``     the elements and attributes that templates write

``style_findings()`` runs those that need no engine; ``values.left_out`` asks the engine.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from brochures.design.checks import (
    accidental_inks,
    classes,
    colours,
    faces,
    ink_colours,
    letters,
    page_names,
    passed_over,
    sizes,
    sums,
    table_of_contents,
    units,
    values,
    variables,
    written,
)
from brochures.design.checks.subject import StyleSheets
from brochures.findings import Finding, Place, codes
from brochures.findings.check import Check

READING: Sequence[Check[[StyleSheets]]] = (written.halves, written.declarations)
"""What keeps a style sheet from being read as it was meant: the other checks would speak of what follows from it."""

CHECKS: Sequence[Check[[StyleSheets]]] = (
    table_of_contents.contents, passed_over.at_rules, passed_over.selectors, page_names.names,
    variables.undefined, variables.circles, variables.unused,
    letters.letters, letters.marks,
    units.units, units.digits, sums.sums,
    colours.literal, ink_colours.far_inks, ink_colours.weak, accidental_inks.raised, accidental_inks.marks,
    classes.prefixes, classes.unused,
    faces.font_list, faces.files, faces.unknown, faces.cuts,
    sizes.floors, sizes.outside, sizes.important,
)  # fmt: skip
"""The others, in the order of the codes."""

ALL: Sequence[Check[Any]] = (*READING, *CHECKS, values.left_out)

STOPS = frozenset({"STY-1", "STY-2", "STY-5"})
"""How the codes begin of what the engine would leave out: pages that are set without it are not what was designed."""


def style_findings(styles: StyleSheets) -> tuple[Finding, ...]:
    """Return what is wrong with ``styles`` as they are written. Where one cannot be read, that alone."""
    found = [finding for check in READING for finding in check(styles)]
    unread = [
        codes.ENCODING.at(Place(sheet.file), sheet.wrong, "save the file as UTF-8") for sheet in styles.unreadable
    ]
    if found or unread:
        return (*unread, *found)
    return (*(finding for check in CHECKS for finding in check(styles)), *ink_colours.inks(styles))


def stops(findings: Sequence[Finding]) -> bool:
    """Whether ``findings`` say that the engine would leave something out: then no page is set."""
    return any(finding.is_error and (finding.code[:5] in STOPS or finding.code[:3] == "LOD") for finding in findings)
