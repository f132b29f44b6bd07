"""Cells: what is wrong with the text of any cell, and the text as it is printed. No finding quotes what stands there."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from brochures.findings import Finding, codes
from brochures.findings.table_cells import SHIELD, is_formula
from brochures.load.model.partners import PartnerField
from brochures.partners.table import ListCell, column

LONGEST: Mapping[PartnerField, int] = {
    PartnerField.NAME: 80,
    PartnerField.CREDENTIAL: 60,
    PartnerField.ORGANISATION: 120,
    PartnerField.SALUTATION: 120,
    PartnerField.ADDRESS: 400,
    PartnerField.STREET: 100,
    PartnerField.STREET_2: 100,
    PartnerField.CITY: 80,
    PartnerField.STATE: 60,
    PartnerField.ZIP: 12,
    PartnerField.FAX: 40,
    PartnerField.EMAIL: 254,  # RFC 5321, 4.5.3.1.3, without the brackets
    PartnerField.PHONE: 40,
    PartnerField.NPI: 20,
    PartnerField.LANGUAGE: 20,
    PartnerField.PARTS: 600,
}
"""Letters that a cell may have. Whether they fit their line is measured when they are set."""

LINES = frozenset({PartnerField.ADDRESS, PartnerField.PARTS})
"""Where several lines may stand below each other."""

NUMBERS = frozenset({
    PartnerField.ADDRESS, PartnerField.STREET, PartnerField.STREET_2, PartnerField.ZIP, PartnerField.FAX, PartnerField.PHONE, PartnerField.NPI,
})  # fmt: skip
"""Where a number of a table program is what was typed."""

DIALLED = frozenset({PartnerField.FAX, PartnerField.PHONE})

_PATH = re.compile(r"(?:^|[\\/])\.\.?(?:[\\/]|$)|^[A-Za-z]:[\\/]|^[\\/~][\\/\w]|^\\\\|^file:", re.IGNORECASE)
"""The path of a file on any system. ``c/o`` and ``and/or`` are none."""

_JOINERS = "\u200c\u200d"
"""Signs between letters that some scripts are written with (Unicode, 23.2)."""

_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_ENDS = "\r\n\x0b\x0c\x85\u2028\u2029"


@dataclass(frozen=True)
class CleanCell:
    """The text of a cell as it is printed, or why it cannot be; ``notes`` tell what was changed of its signs."""

    text: str = field(default="", repr=False)
    fault: Finding | None = None
    notes: tuple[Finding, ...] = ()


def clean(cell: ListCell, field: PartnerField, head: str) -> CleanCell:
    """Return the text of ``cell``, which stands in the column of ``field`` with the head ``head``; of several faults the first."""
    text = cell.text
    if not text and not cell.odd:
        return CleanCell()
    if field in DIALLED and text.startswith(f"{SHIELD}+"):
        text = text[len(SHIELD) :]  # as rows that were set aside are written
    text = text.strip(" \u00a0\r\n" if field in LINES else " \u00a0")
    for rule in _RULES:
        told = rule(text, cell, field, head)
        if told is not None:
            return CleanCell(fault=told)
    whole = text if text.isascii() else unicodedata.normalize("NFC", text)
    lines = (" ".join(line.split()) for line in whole.splitlines())
    notes = () if whole == text else (_composed(cell, head),)
    return CleanCell("\n".join(filter(None, lines)), notes=notes)


def _composed(cell: ListCell, head: str) -> Finding:
    said = f"the {head} has letters and accents apart; they are printed in one piece"
    return codes.COMPOSED_NAME.at(cell.place, said, "nothing needs to be done")


def _no_words(_: str, cell: ListCell, field: PartnerField, head: str) -> Finding | None:
    if cell.odd or (cell.number and field not in NUMBERS):
        said = f"the {head} is kept as {cell.odd or 'a number'}, and words belong there"
        return codes.NOT_WORDS_IN_CELL.at(cell.place, said, "format the column as text, and type the cell again")
    return None


def _broken(text: str, cell: ListCell, _: PartnerField, head: str) -> Finding | None:
    if "\ufffd" in text:
        at = text.index("\ufffd") + 1
        said = f"the {head} has bytes that are no letter, in the place of its letter {at} ({column(cell.place.column)})"
        return codes.BROKEN_LETTERS.at(cell.place, said, "type it again, and save the list as CSV UTF-8")
    return None


def _formula(text: str, cell: ListCell, field: PartnerField, head: str) -> Finding | None:
    if is_formula(text) and not (field in DIALLED and text.startswith("+")):
        said = f"the {head} begins as a formula does, with {_named(text.lstrip()[0])}"
        return codes.FORMULA_CELL.at(cell.place, said, "write the words alone")
    return None


def _unseen(text: str, cell: ListCell, field: PartnerField, head: str) -> Finding | None:
    if text.isprintable():
        return None
    for at, sign in enumerate(text, 1):
        if sign in _ENDS:
            if field in LINES:
                continue
            said = f"the {head} has an end of a line behind its letter {at - 1}"
            return codes.UNSEEN_IN_CELL.at(cell.place, said, "write it in one line")
        if sign not in _JOINERS and unicodedata.category(sign) in _UNSEEN:
            said = f"the {head} has a sign that nobody sees, {_named(sign)}, as its letter {at}"
            return codes.UNSEEN_IN_CELL.at(cell.place, said, "type the cell again")
    return None


def _path(text: str, cell: ListCell, _: PartnerField, head: str) -> Finding | None:
    if _PATH.search(text):
        return codes.PATH_IN_CELL.at(cell.place, f"the {head} is the path of a file", "write the name")
    return None


def _long(text: str, cell: ListCell, field: PartnerField, head: str) -> Finding | None:
    length = len(text) if text.isascii() else len(unicodedata.normalize("NFC", text))
    if length > LONGEST[field]:
        said = f"the {head} has {length:,} letters, and may have {LONGEST[field]}"
        return codes.LONG_CELL.at(cell.place, said, "shorten it, or take apart what ran together")
    return None


def _named(sign: str) -> str:
    return f"U+{ord(sign):04X} ({unicodedata.name(sign, 'a control character').lower()})"


Rule = Callable[[str, ListCell, PartnerField, str], Finding | None]

_RULES: tuple[Rule, ...] = (_no_words, _broken, _unseen, _formula, _path, _long)
