"""Signed words: what in a piece is signed, each thing with its very words and sources, and with the signatures that the ledger has for it.

Every word of a piece is under one signature: that of a statement's wording, a form, a help line, the record of a study that is shown,
or else that of the piece, which also holds what stands in it and in which order (docs/writers.md, Signing).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from brochures.findings import Place
from brochures.load.catalogue import Catalogue, Entry
from brochures.load.model.base import Model
from brochures.load.model.reviews import Signature
from brochures.load.model.roles import SigningRole
from brochures.resolve.inline_text import ClinicFact, Run, Words

Thing = tuple[str, str, str, str]
"""What is signed: kind and name; audience and language, empty where the thing has none."""

NOT_WORDS = frozenset({"verification", "unverified", "do_not_print", "accessed"})
"""The fields of a record that say how it was seen, and are no words of it."""


@dataclass(frozen=True)
class KeptSignature:
    """A signature with the place where it is kept, and its role as the project defines it: None where it does not."""

    signature: Signature
    place: Place
    role: SigningRole | None
    places: Mapping[str, Place]
    """Where its keys are written."""


@dataclass(frozen=True)
class SignedWords:
    """Words that are signed together. ``signs_as`` is what a role must be allowed to sign; ``place`` where the thing is written, ``at`` its words."""

    thing: Thing
    signs_as: str
    words: tuple[str, ...]
    sources: tuple[str, ...]
    place: Place
    at: Place
    signatures: tuple[KeptSignature, ...] = ()

    @property
    def name(self) -> str:
        """The name of the thing."""
        return self.thing[1]

    @property
    def called(self) -> str:
        """What it is called in a finding: ``statement 'program.call' (patient, en)``."""
        return called(self.thing)

    @property
    def digest(self) -> str:
        """The digest of the words and their sources."""
        return digest(self.words, self.sources)

    def may_be_signed_by(self, kept: KeptSignature) -> bool:
        """Whether the role of ``kept`` may sign such words."""
        return kept.role is not None and self.signs_as in kept.role.signs

    def in_force(self, today: date) -> Iterator[Signature]:
        """Yield the signatures that hold on the day ``today``."""
        for kept in self.signatures:
            signed = kept.signature
            good = is_whole(signed) and signed.digest == self.digest == digest_of(signed)
            now = signed.signed is not None and signed.until is not None and signed.signed <= today < signed.until
            if good and now and self.may_be_signed_by(kept):
                yield signed


def called(thing: Thing) -> str:
    """Return what ``thing`` is called in a finding."""
    kind, name, *which = thing
    wording = ", ".join(part for part in which if part)
    return f"{kind} '{name}'" + (f" ({wording})" if wording else "")


def digest(words: Iterable[str], sources: Iterable[str]) -> str:
    """Return the digest of words and their sources: SHA-256, in hexadecimal digits."""
    return hashlib.sha256(json.dumps([[*words], [*sources]], ensure_ascii=False).encode()).hexdigest()


def digest_of(signature: Signature) -> str:
    """Return the digest of the words that are kept beside a signature."""
    return digest(signature.words, signature.sources)


def is_whole(signature: Signature) -> bool:
    """Whether a signature says who signed, as what, when, until when, and which words."""
    return all((is_person(signature.by), signature.role, signature.signed, signature.until, signature.digest))


def is_person(name: str | None) -> bool:
    """Whether ``name`` may be that of a person: two words that have letters."""
    return sum(any(map(str.isalpha, word)) for word in (name or "").split()) > 1


def text_of(words: Words) -> str:
    """Return runs as they are printed; a fact that the clinic has not given is named."""
    return "".join(map(_shown, words)).strip()


def _shown(run: Run) -> str:
    return run.value or f"[{run.name}]" if isinstance(run, ClinicFact) else run.text


def source_lines(links: Iterable[Any], catalogue: Catalogue) -> tuple[str, ...]:
    """Return each of ``links`` as one line: the source, its address, the place in it and what it says there."""
    return tuple(_source_line(link, catalogue) for link in links)


def _source_line(link: Any, catalogue: Catalogue) -> str:
    entry = catalogue.shelf("study").get(link.id) or catalogue.shelf("source").get(link.id)
    cite = entry.thing.cite if entry is not None else None
    address = (cite.address or cite.title) if cite else ""
    said = f"“{link.says}”" if link.says else ""
    return "; ".join(part for part in (link.id, address, link.at, said) if part)


def record_lines(record: Any, path: str = "") -> Iterator[str]:
    """Yield each value of a record on a line of its own, with where it stands in it."""
    if isinstance(record, Model):
        fields = type(record).model_fields
        record = {fields[name].alias or name: getattr(record, name) for name in fields if name not in NOT_WORDS}
    if isinstance(record, Mapping):
        for name, value in record.items():
            yield from record_lines(value, f"{path}.{name}".lstrip("."))
    elif isinstance(record, tuple):
        for number, value in enumerate(record, 1):
            yield from record_lines(value, f"{path}.{number}")
    elif record is not None and record is not False:
        yield f"{path}: {record}"


def signatures_of(
    catalogue: Catalogue, things: Container[Thing] | None = None
) -> Mapping[Thing, tuple[KeptSignature, ...]]:
    """Return what the ledger has by the thing that was signed: for ``things``, or for all."""
    found: dict[Thing, list[KeptSignature]] = {}
    for entry in catalogue.shelf("signature").values():
        thing = entry.thing.thing
        if things is None or thing in things:
            found.setdefault(thing, []).append(kept_signature(catalogue, entry))
    return {thing: tuple(kept) for thing, kept in found.items()}


def kept_signature(catalogue: Catalogue, entry: Entry[Signature]) -> KeptSignature:
    """Return the signature of ``entry`` with its place and its role."""
    role = catalogue.shelf("role").get(entry.thing.role or "")
    places = {key: entry.place(key) for key in Signature.model_fields}
    return KeptSignature(entry.thing, entry.place(), role.thing if role else None, places)
