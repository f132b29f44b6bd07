"""Texts: what can be edited in a form, a statement's words or a label, where it is written, and what it rests on."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from brochures.findings import BrochureError, Place, UsageError, codes
from brochures.findings.suggest import closest
from brochures.load.catalogue import Catalogue, Entry
from brochures.load.model.sources import Verification
from brochures.load.model.statements import Audience, Statement
from brochures.load.yaml_source import Route

STATEMENT, LABEL = "statement", "label"
"""The kinds of things whose words the form edits."""


@dataclass(frozen=True)
class EditableText:
    """One text that the form edits. ``part`` is empty, ``lead``, or the number of a point, from 1; a label has no audience."""

    kind: str
    name: str
    audience: str
    language: str
    part: str
    words: str
    written: str
    """The words with the blanks around them, as the file has them."""
    file: str
    route: Route
    place: Place

    @property
    def key(self) -> str:
        """What it is asked for by: ``statement/ketamine.off-label/patient/en``."""
        return "/".join(filter(None, (self.kind, self.name, self.audience, self.language, self.part)))

    @property
    def digest(self) -> str:
        """The digest of the words, by which it is known whether somebody changed them meanwhile: SHA-256."""
        return hashlib.sha256(self.written.encode()).hexdigest()

    @property
    def called(self) -> str:
        """What people call it: ``statement 'program.call' (patient, en), point 2``."""
        part = f", point {self.part}" if self.part.isdigit() else ", lead" if self.part else ""
        which = ", ".join(filter(None, (self.audience, self.language)))
        return f"{self.kind} '{self.name}' ({which}){part}"


@dataclass(frozen=True)
class SourceBeside:
    """A source beside the words: what it is, where in it they stand, what it says there, and whether somebody has read it there."""

    name: str
    title: str
    address: str
    at: str
    says: str
    read: str
    verified: str
    place: Place

    @property
    def waits(self) -> str:
        """What nobody has done yet; empty where the source was read and says it."""
        if not self.at:
            return "nobody has said yet where in it these words stand"
        if not self.read:
            return "nobody has said yet where and when it was read"
        if self.verified == Verification.UNVERIFIED:
            return "its record was not verified"
        return ""


def all_texts(catalogue: Catalogue) -> Iterator[EditableText]:
    """Yield every text that can be edited, statements first."""
    for name, entry in catalogue.shelf(STATEMENT).items():
        yield from _of_statement(name, entry)
    for name, entry in catalogue.shelf(LABEL).items():
        for language in entry.thing:
            yield _text((LABEL, str(name), "", language, ""), entry, (language,))


def text_of(catalogue: Catalogue, key: str) -> EditableText:
    """Return the text that ``key`` names. Raise ``UsageError`` where there is none."""
    kind, _, rest = key.partition("/")
    name = rest.partition("/")[0]
    found = [one for one in texts_of(catalogue, kind, name) if one.key == key]
    if found:
        return found[0]
    if (kind, name) in catalogue.spoiled:
        raise UsageError(f"{kind} '{name}' is in a file with mistakes: './build.py check' lists them; mend those first")
    close = closest(name, catalogue.shelf(kind))
    raise UsageError(f"there are no words '{key}' to edit" + (f": did you mean '{close}'?" if close else ""))


def texts_of(catalogue: Catalogue, kind: str, name: str) -> tuple[EditableText, ...]:
    """Return every text of one statement or label."""
    entry = catalogue.shelf(kind).get(name)
    if entry is None or kind not in {STATEMENT, LABEL}:
        return ()
    if kind == STATEMENT:
        return tuple(_of_statement(name, entry))
    return tuple(_text((LABEL, name, "", language, ""), entry, (language,)) for language in entry.thing)


def text_at(catalogue: Catalogue, place: Place) -> EditableText:
    """Return the text whose words begin at ``place``. Raise ``BrochureError`` with that place where the form does not edit what is written there."""
    for text in all_texts(catalogue):
        if text.place == place:
            return text
    raise BrochureError(
        codes.NOT_FOR_THE_FORM.at(
            place,
            "this is no statement and no label, and has rules that one field cannot show",
            f"edit it in its file: {place}",
        )
    )


def found_by(catalogue: Catalogue, wanted: str) -> tuple[EditableText, ...]:
    """Return the texts with every word of ``wanted`` in them or in their names, whatever their capitals are."""
    words = wanted.casefold().split()
    if not words:
        return ()
    return tuple(
        one for one in all_texts(catalogue) if all(word in f"{one.name} {one.words}".casefold() for word in words)
    )


def sources_beside(catalogue: Catalogue, text: EditableText) -> tuple[SourceBeside, ...]:
    """Return the sources of the statement that ``text`` belongs to, as they are linked; a label has none."""
    if text.kind != STATEMENT:
        return ()
    entry: Entry[Statement] = catalogue.shelf(STATEMENT)[text.name]
    return tuple(_source(catalogue, entry, number) for number in range(len(entry.thing.sources)))


def _source(catalogue: Catalogue, entry: Entry[Statement], number: int) -> SourceBeside:
    link = entry.thing.sources[number]
    record = catalogue.shelf("study").get(link.id) or catalogue.shelf("source").get(link.id)
    cite = record.thing.cite if record else None
    title = (cite.title or cite.working_title or "") if cite else ""
    return SourceBeside(
        str(link.id), title, (cite.address or "") if cite else "", link.at, link.says, link.read,
        str(record.thing.verification) if record else "", entry.place("sources", number),
    )  # fmt: skip


def _of_statement(name: str, entry: Entry[Statement]) -> Iterator[EditableText]:
    for audience in Audience:
        for language, wording in (getattr(entry.thing, audience) or {}).items():
            route, which = (str(audience), language), (STATEMENT, str(name), str(audience), language)
            if isinstance(wording, str):
                yield _text((*which, ""), entry, route)
                continue
            yield _text((*which, "lead"), entry, (*route, "lead"))
            for number in range(len(wording.items)):
                yield _text((*which, str(number + 1)), entry, (*route, "items", number))


def _text(which: tuple[str, str, str, str, str], entry: Entry[Any], route: Route) -> EditableText:
    whole = (*entry.route, *route)
    written = str(entry.manuscript.value(whole))
    return EditableText(*which, written.strip(), written, entry.manuscript.file, whole, entry.manuscript.place(whole))
