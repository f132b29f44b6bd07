"""Signed everywhere: what is signed in some pieces, or in the whole content."""

from __future__ import annotations

from collections.abc import Iterable

from brochures.findings import BrochureError, Finding
from brochures.load.catalogue import Catalogue
from brochures.project.paths import Project
from brochures.resolve.signed_things import statements_of
from brochures.resolve.signed_words import SignedWords
from brochures.resolve.ticket import resolve


def all_signed_words(
    project: Project, catalogue: Catalogue, slugs: Iterable[str] = ()
) -> tuple[tuple[SignedWords, ...], tuple[Finding, ...]]:
    """Return everything that is signed in the pieces ``slugs``, or in the whole content, and what could not be followed."""
    chosen = [*slugs]
    found: list[SignedWords] = []
    findings: list[Finding] = []
    for slug in chosen or catalogue.pieces:
        try:
            found += resolve(project, catalogue, slug).signed
        except BrochureError as refused:
            findings += refused.findings
    found += () if chosen else statements_of(project, catalogue)
    return tuple({words.thing: words for words in found}.values()), tuple(dict.fromkeys(findings))
