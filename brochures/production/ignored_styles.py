"""Ignored styles: what the engine leaves out of the style sheets, told once a run and not once a page."""

from __future__ import annotations

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


def ignored_styles(typesetter: Typesetter, sheets: StyleSheets, told: Collection[Finding] = ()) -> tuple[Finding, ...]:
    """Return what the engine leaves out of the style sheets, without what ``told`` says already of the same line or file."""
    if not any(sheet.name == INDEX for sheet in sheets.sheets):
        return ()  # there is nothing to read
    lines = {(finding.place.file, finding.place.line) for finding in told}
    left = left_out(sheets, typesetter)
    found = [finding for finding in left if (finding.place.file, finding.place.line) not in lines]
    try:
        said = [message for medium in Edition for message in typesetter.about_styles(medium)]
    except Exception as wrong:  # noqa: BLE001 the engine may break down on a style in any way
        broke = f"{type(wrong).__name__}: {wrong}".split("\n")[0].replace(f"{typesetter.root}/", "")
        mend = "undo the last change to a style"
        return (*found, codes.ENGINE_BROKE.at(Place(f"styles/{INDEX}"), broke, mend))
    return tuple(dict.fromkeys((*found, *_new(said, [*told, *found]))))


def _new(said: Iterable[Message], known: Collection[Finding]) -> Iterator[Finding]:
    lines = {(finding.place.file, finding.place.line) for finding in known}
    for message in said:
        place = Place(message.resource) if message.resource else message.finding.place
        if (place.file, place.line) not in lines and not any(
            place.file in finding.message for finding in known if place.file
        ):
            yield replace(message.finding, place=place)
