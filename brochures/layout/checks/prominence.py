"""Prominence: what tempers a promise is set as large as the promise, measured on the page (house/parts.yaml: ``beside``)."""

from __future__ import annotations

from collections.abc import Iterator

from brochures.compose.passage_numbers import passages_of
from brochures.findings import Finding, codes
from brochures.findings.check import check
from brochures.geometry.pages import Line
from brochures.geometry.passages import origins
from brochures.layout.checks.subject import Pages, area, shown
from brochures.resolve.inline_text import ClinicFact
from brochures.resolve.job import PrintedStatement

SAME = 0.25
"""Sizes that differ by less look the same, in pt."""


@check(
    codes.SMALL_PART,
    looks_for="risks and other parts that a document must have, set in smaller type than what they temper",
    source="docs/writers.md, What a document must say",
)
def smaller(pages: Pages) -> Iterator[Finding]:
    """Yield what a document must say beside something else, such as risks beside benefits, where its type is smaller than that."""
    rules = pages.composition.job.rules
    if rules.rule is None:
        return
    for need in dict.fromkeys((*rules.rule.always, *(one for more in rules.rule.naming.values() for one in more))):
        part, other = rules.parts.get(need.part), rules.parts.get(need.beside or "")
        if part is None or other is None:
            continue
        tempers, promises = list(_lines(pages, need.part)), list(_lines(pages, need.beside or ""))
        for which, pick in (("largest", max), ("smallest", min)):
            if not tempers or not promises:
                break
            page, line = pick(tempers, key=_size)
            promise = pick(promises, key=_size)[1].size
            if line.size < promise - SAME:
                yield codes.SMALL_PART.at(
                    pages.place_of(line),
                    f"the {which} type that says {part.says} is {line.size:g} pt, at '{shown(line.text)}'; the {which} that says {other.says} is {promise:g} pt",
                    "set both in the same component or size",
                ).on(area(line.box), page)


def _size(pair: tuple[int, Line]) -> float:
    return pair[1].size


def _lines(pages: Pages, part: str) -> Iterator[tuple[int, Line]]:
    """Yield the lines, with their page, that print a statement marked as ``part``."""
    said = {
        f"{number}-{position}": {
            passage
            for statement in block.things(PrintedStatement)
            if statement.part == part
            for words in statement.wording.parts
            for run in words
            for passage in passages_of(run.value if isinstance(run, ClinicFact) else run.text)
        }
        for number, section in enumerate(pages.composition.job.sections)
        for position, block in enumerate(section.blocks)
    }
    for sheet in pages.sheets.pages:
        for line in pages.sheets.body(sheet):
            passages = said.get(pages.sheets.paragraphs[line.paragraph].block, ())
            if any(origin.passage in passages for origin in origins(line.stretches)):
                yield sheet.number, line
