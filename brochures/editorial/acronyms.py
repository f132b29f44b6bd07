"""Acronyms: letters that stand for words, spelled out where a reader first meets them."""

from __future__ import annotations

from collections.abc import Iterator

from brochures.editorial.galley import Galley
from brochures.editorial.name_endings import name_endings
from brochures.editorial.sentences import Prose
from brochures.findings import Finding, codes
from brochures.findings.check import check
from brochures.load.model.statements import Audience
from brochures.load.model.words import Acronyms
from brochures.resolve.job import Role

READ = (Role.TITLE, Role.STATEMENT, Role.PIECE, Role.FORM)
"""Words that are read one after the other; tables of studies are looked things up in."""

READERS = {Audience.PATIENT: "patients", Audience.CLINICIAN: "clinicians"}


@check(
    codes.ACRONYM,
    looks_for="acronyms that a reader meets before they are spelled out",
    source="docs/writers.md, Word lists",
)
def acronyms(galley: Galley) -> Iterator[Finding]:
    """Yield each acronym that a reader meets before it is spelled out."""
    rule = galley.words.reading.acronyms
    if rule is None:
        return
    known = set(rule.known)
    met = {Audience.PATIENT: known, Audience.CLINICIAN: known | set(rule.clinicians)}
    for prose in galley.of_roles(*READ):
        audience = prose.passage.audience
        if audience is Audience.CLINICIAN and not rule.clinicians:
            continue
        for at, written in _written(galley, prose, rule):
            if written not in met[audience]:
                met[audience].add(written)
                if not _spelled_out(prose, at):
                    yield codes.ACRONYM.at(
                        prose.place_of(at),
                        f"'{written}' is not spelled out where {READERS[audience]} first meet it",
                        f"write the words in full, with ({written}) after them, or do without",
                    )


def _written(galley: Galley, prose: Prose, rule: Acronyms) -> Iterator[tuple[int, str]]:
    """Yield each acronym of ``prose`` that is no part of a name, with its token, without the ending of its plural."""
    named = galley.spans(prose, galley.words.names)
    endings = name_endings(galley, prose)
    for at, token in enumerate(prose.tokens):
        if token.kind != "word" or at in endings:
            continue
        written = (
            prose.text[token.start : token.end].removesuffix("’s").removesuffix("'s").removesuffix(rule.plural or "")
        )
        if len(written) > 1 and written.isupper() and not any(one.first <= at <= one.last for one in named):
            yield at, written


def _spelled_out(prose: Prose, at: int) -> bool:
    """Return whether the acronym stands in brackets after words, or words in brackets after it."""
    token = prose.tokens[at]
    in_brackets = prose.text[max(token.start - 1, 0) : token.start] == "(" and at > 1
    return in_brackets or prose.text[token.end : token.end + 2] in {" (", "\u00a0("}
