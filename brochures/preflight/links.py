"""What the links of a finished file say of themselves, held against the composition: a screen reader says these words and no others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import lxml.html
from pypdf import PdfReader

from brochures.compose.html import Composition
from brochures.compose.links import PAGE
from brochures.findings import Finding, Place, codes
from brochures.findings.check import check

LABELS = "link."
"""How the names of the labels begin that describe links. In a language without them the words of a link describe it."""


@dataclass(frozen=True)
class _Link:
    """Where a link leads (``#name``: inside the file) and what it says of itself."""

    target: str
    words: str


@check(
    codes.LINKS,
    looks_for="links that do not say what they do in the words that were composed, or that are not in the file",
    source="ISO 14289-1, 7.18.5",
)
def descriptions(file: PdfReader, composition: Composition) -> Iterator[Finding]:
    """Yield each link of ``file`` whose words are not those of ``composition``, and each of those that is nowhere in it."""
    if not composition.linked:
        return
    composed: dict[str, set[str]] = {}
    for link in _composed(composition, file):
        composed.setdefault(link.target, set()).add(link.words)
    found = dict.fromkeys(_in_file(file))
    for link, page in found:
        words = composed.get(link.target, set())
        if not words:
            said = f"a link leads to '{link.target}', which no template wrote"
            yield _finding(said, "write it in a template, with 'links'").about(page=page)
        elif "" not in words and link.words not in words:
            wanted = " or ".join(f"'{one}'" for one in sorted(words))
            said = f"the link to '{link.target}' says '{link.words}', and was to say {wanted}"
            yield _finding(said, "set it with 'links', which describes it").about(page=page)
    there = {link.target for link, _ in found}
    places = {f"#{name}" for name in file.named_destinations}
    described = any(name.startswith(LABELS) for name in composition.job.labels)
    for target, words in composed.items():
        if target.startswith("#") and target not in places:
            continue  # it leads nowhere, and the layout engine said so
        if target not in there:
            yield _finding(f"the link to '{target}' is not in the file", "look for a style that hides its words")
        elif "" in words and described:
            mend = "give it an aria-label, or set it with 'links'"
            yield _finding(f"the link to '{target}' does not say what it does", mend)


def _finding(said: str, mend: str) -> Finding:
    return codes.LINKS.at(Place(), said, mend)


def _composed(composition: Composition, file: PdfReader) -> Iterator[_Link]:
    """Yield each link of the composition, with the page of its target in ``file`` where its words tell that."""
    targets = file.named_destinations
    for anchor in lxml.html.document_fromstring(composition.html).iter("a"):
        address = anchor.get("href") or ""
        words = anchor.get("aria-label") or ""
        if PAGE in words and address[1:] in targets:
            words = words.replace(PAGE, str((file.get_destination_page_number(targets[address[1:]]) or 0) + 1))
        if address:
            yield _Link(address, words)


def _in_file(file: PdfReader) -> Iterator[tuple[_Link, int]]:
    """Yield each link of the file with its page, from 1."""
    for number, page in enumerate(file.pages, 1):
        for reference in page.get("/Annots", ()):
            annotation = reference.get_object()
            target = _target(annotation)
            if annotation.get("/Subtype") == "/Link" and target:
                yield _Link(target, str(annotation.get("/Contents", ""))), number


def _target(annotation: Any) -> str:
    """Return where a link leads, empty where nobody can tell: that is told as a link that leads nowhere."""
    inside = annotation.get("/Dest")
    if isinstance(inside, str):
        return f"#{inside}"
    action = annotation.get("/A")
    return str(action.get_object().get("/URI", "")) if action is not None else ""
