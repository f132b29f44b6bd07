"""Signatures of tests: a project in which somebody has signed every word, as the words are now."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import date

from brochures.findings import BrochureError
from brochures.load.catalogue import Catalogue, load
from brochures.load.list_files import sign
from brochures.load.model.reviews import NAMES, Signature
from brochures.project.paths import Project
from brochures.resolve.signed_things import statements_of
from brochures.resolve.signed_words import SignedWords
from brochures.resolve.ticket import resolve

LEDGER = "content/reviews.yaml"
KEYS = {kind: key for key, kind in NAMES.items()}
ON, UNTIL = date(2026, 1, 2), date(2027, 1, 2)
OTHER_DAYS = {"program.call": date(2027, 3, 4), "fold": date(2027, 2, 3)}
"""Until when signatures under some things hold, so that not all fall due on one day."""


def signature(words: SignedWords, by: str = "B. Writer", role: str = "medical-director") -> Signature:
    """Return the signature of ``by`` under ``words`` as they are."""
    kind, name, audience, language = words.thing
    which = {"audience": audience, "language": language} if audience else {}
    return Signature.model_validate({
        KEYS[kind]: name, **which, "by": by, "role": role, "signed": ON, "until": OTHER_DAYS.get(name, UNTIL), "digest": words.digest,
        "words": words.words, "sources": words.sources,
    })  # fmt: skip


def all_signed(project: Project, catalogue: Catalogue) -> list[SignedWords]:
    """Return everything in ``project`` that is signed and can be followed."""
    found = {words.thing: words for words in statements_of(project, catalogue)}
    for slug in catalogue.pieces:
        try:
            found |= {words.thing: words for words in resolve(project, catalogue, slug).signed}
        except BrochureError:
            continue  # the run tells why
    return [*found.values()]


def sign_all(project: Project) -> None:
    """Let somebody sign every word of ``project`` as it is now; nothing where the ledger was written by hand or the content cannot be read."""
    ledger = project.root / LEDGER
    ledger.unlink(missing_ok=True)
    text = _ledger(project, _state(project))
    if text:
        ledger.write_bytes(text)


def sign_all_but(project: Project, changes: Mapping[str, Mapping[str, object] | None]) -> None:
    """Let somebody sign every word of ``project`` but what is named in ``changes`` as None; others named there have some fields changed."""
    ledger = project.root / LEDGER
    ledger.unlink(missing_ok=True)
    signatures = [signature(words) for words in all_signed(project, load(project))]
    kept = [
        one.model_copy(update=dict(changes.get(one.name) or {}))
        for one in signatures
        if changes.get(one.name, {}) is not None
    ]
    sign(project, kept)


_TEXTS: dict[str, bytes] = {}


def _ledger(project: Project, state: str) -> bytes:
    if state not in _TEXTS:
        words = all_signed(project, load(project))
        if words:
            sign(project, [signature(one) for one in words])
        ledger = project.root / LEDGER
        _TEXTS[state] = ledger.read_bytes() if ledger.exists() else b""
    return _TEXTS[state]


def _state(project: Project) -> str:
    """Return a digest of all that the words of ``project`` are made of."""
    found = hashlib.sha256()
    for folder in (project.content, project.styles / "formats"):
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                found.update(f"{path.relative_to(project.root)}".encode() + path.read_bytes())
    return found.hexdigest()
