"""Own words: what a piece itself is signed with, and in their order the names of what else it prints."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from typing import Any

from brochures.load.model.roles import HELPLINE
from brochures.resolve.foreign_file import ForeignFile
from brochures.resolve.inline_text import ClinicFact
from brochures.resolve.job import Destination, Job, Passage, ResolvedBlock, Role, SpecimenSheet
from brochures.resolve.signed_words import text_of

_BY_NAME = {Role.STATEMENT: "statement", Role.FORM: "form", Role.HELPLINE: HELPLINE, Role.STUDY: "study"}
"""What a piece holds by name: the words are signed elsewhere, and the piece's signature says that they stand there."""

_LISTS = frozenset({"notes", "source_links", "unverified", "watch", "sign_off", "dashboard"})
"""Blocks of the editorial notes: what they list is under no signature (docs/writers.md, Signing)."""

_LOOKS = frozenset({"width", "place"})
"""Settings that say where a thing stands on the page and how wide it is, and change nothing that is read."""


def own_words(job: Job) -> Iterator[str]:
    """Yield the words of the piece itself, the choices that print, hide or weigh words, and the names of what else it prints."""
    places: dict[tuple[int, int], list[Passage]] = {}
    for passage in job.passages:
        places.setdefault((passage.section, passage.block), []).append(passage)
    outside = places.get((-1, -1), [])
    audience = job.audience
    yield from _said(one for one in outside if one.role is Role.TITLE)
    yield from (text_of((job.clinic["name"],)), f"[for {audience}]")
    for number, section in enumerate(job.sections):
        if section.audience != audience:
            audience = section.audience
            yield f"[for {audience}]"
        yield from _said(places.get((number, -1), []))
        for position, block in enumerate(section.blocks):
            yield from _choices(block)
            yield from _said(places.get((number, position), []))
    yield from _said(one for one in outside if one.role is not Role.TITLE)
    yield from _drawn(job)


def _said(passages: Iterable[Passage]) -> Iterator[str]:
    """Yield what is printed in one place: words, or once the name of the thing whose words they are."""
    before = ""
    for passage in passages:
        kind = _kind(passage)
        said = f"[{kind} {passage.name}]" if kind else text_of(passage.words)
        if passage.role is not Role.LABEL and said and not (kind and said == before):
            yield said
        before = said


def _kind(passage: Passage) -> str | None:
    """Return as what the words of ``passage`` are signed elsewhere; a text of law with the form or statement that quotes it."""
    if passage.role is Role.LAW:
        return "form" if passage.component == "form" else "statement"
    return _BY_NAME.get(passage.role)


def _choices(block: ResolvedBlock) -> Iterator[str]:
    """Yield which component sets ``block``, and what was chosen for it besides words."""
    yield f"[{block.component}]"
    if isinstance(block.content, ForeignFile):
        yield f"[{block.content.name}, SHA-256 {block.content.digest}]"
    if block.component not in _LISTS:
        yield from _chosen(block.content, block.component)


def _chosen(value: Any, path: str) -> Iterator[str]:
    match value:
        case SpecimenSheet():
            for block in value.blocks:
                yield from _choices(block)
        case Mapping():
            for name, part in value.items():
                if name not in _LOOKS:
                    yield from _chosen(part, f"{path}.{name}")
        case tuple():
            for number, part in enumerate(value, 1):
                yield from _chosen(part, f"{path}.{number}")
        case ClinicFact():
            yield f"[{path}: {value.name}]"
        case bool() | int() | Enum() if value:
            yield f"[{path}: {value}]"


def _drawn(job: Job) -> Iterator[str]:
    """Yield which outcomes are drawn as arrays, and where codes lead."""
    for section in job.sections:
        for block in section.blocks:
            if block.component == "icon_array":
                yield from (
                    f"[{role}: {pick['outcome']} of {pick['study'].name}]"
                    for role in ("found", "found_no_difference", "harms")
                    for pick in block.content[role]
                )
            yield from (f"[code: {to.address or to.name}]" for to in block.things(Destination))
