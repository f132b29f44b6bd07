"""Ignored styles: what the engine leaves out of the style sheets, told once a run and not once a page."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from brochures.design.checks.subject import StyleSheets
from brochures.design.checks.values import left_out
from brochures.design.sheets import INDEX
from brochures.findings import Finding, Place, codes
from brochures.project.edition import Edition

if TYPE_CHECKING:
    from brochures.engine.messages import Message
    from brochures.engine.typesetter import Typesetter

UNREADABLE = frozenset({codes.ENCODING.name, codes.UNCLOSED_STYLE.name, codes.UNREAD_STYLE.name})
"""What keeps a style sheet from being read as it was meant."""

_QUOTED = re.compile(r"unsupported selector, '(.*)'$")
"""How the engine tells of a selector: by its text, and not by its line."""


def ignored_styles(typesetter: Typesetter, sheets: StyleSheets, told: Collection[Finding] = ()) -> tuple[Finding, ...]:
    """Return what the engine leaves out of the style sheets, without what ``told`` says already of the same line or file."""
    has_index = any(sheet.name == INDEX for sheet in sheets.sheets)
    if not has_index or any(finding.code in UNREADABLE for finding in told):
        return ()  # there is nothing to read, or what is said of it follows from what was told
    found = [*left_out(sheets, typesetter, told)]
    try:
        said = [message for medium in Edition for message in typesetter.about_styles(medium)]
    except Exception as wrong:  # noqa: BLE001 the engine may break down on a style in any way
        broke = f"{type(wrong).__name__}: {wrong}".split("\n")[0].replace(f"{typesetter.root}/", "")
        mend = "undo the last change to a style"
        return (*found, codes.ENGINE_BROKE.at(Place(f"styles/{INDEX}"), broke, mend))
    return tuple(dict.fromkeys((*found, *_new(said, [*told, *found], sheets))))


def _new(said: Iterable[Message], known: Collection[Finding], sheets: StyleSheets) -> Iterator[Finding]:
    lines = {(finding.place.file, finding.place.line) for finding in known}
    for message in said:
        found = _selector(message, sheets) or _placed(message)
        is_told = bool(message.resource) and any(message.resource in finding.message for finding in known)
        if (found.place.file, found.place.line) not in lines and not is_told:
            yield found


def _placed(message: Message) -> Finding:
    return replace(message.finding, place=Place(message.resource)) if message.resource else message.finding


def _selector(message: Message, sheets: StyleSheets) -> Finding | None:
    """Return the finding at the rule whose selector ``message`` quotes, without a place; None where it quotes none."""
    quoted = _QUOTED.search(message.finding.message)
    if quoted is None:
        return None
    for sheet in sheets.sheets:
        for rule in sheet.all_rules():
            if rule.selector == " ".join(quoted[1].split()):
                said = f"'{rule.selector}' is no selector that the engine reads: the rule is left out"
                return codes.PASSED_OVER.at(rule.place, said, "correct the selector, or leave the rule out")
    return None
