"""Required parts: what a document of a type must say, and where. Which those are is declared in ``house/parts.yaml``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from brochures.editorial.galley import Galley
from brochures.editorial.sentences import Prose
from brochures.findings import Finding, Place, codes
from brochures.findings.check import check
from brochures.load.model.parts import Need, RequiredPart
from brochures.resolve.inline_text import ClinicFact
from brochures.resolve.job import HelplineCard, ResolvedBlock, Role


@dataclass(frozen=True)
class _PartPlace:
    """Where a part stands: section, block, and the place of the words that say it."""

    section: int
    block: ResolvedBlock
    place: Place


@check(
    codes.UNDECLARED_DOCUMENT,
    looks_for="document types of which nobody has said what they must hold",
    source="docs/writers.md, What a document must say",
)
def undeclared(galley: Galley) -> Iterator[Finding]:
    """Yield a piece whose document type nobody has declared the parts of."""
    rules = galley.job.rules
    if rules.parts and rules.rule is None:
        yield codes.UNDECLARED_DOCUMENT.at(
            galley.title_place,
            f"nothing says which parts a document of type '{galley.job.document}' must have",
            f"add '{galley.job.document}:' under 'documents' in content/house/parts.yaml",
        )


@check(
    codes.MISSING_PART,
    looks_for="parts that a document must have and does not",
    source="docs/writers.md, What a document must say",
)
def missing(galley: Galley) -> Iterator[Finding]:
    """Yield each part that is not there."""
    for need, part in _needed(galley):
        if not _spots(galley, need.part, part):
            yield codes.MISSING_PART.at(
                galley.title_place, f"the piece does not say {part.says}", _mend(need.part, part)
            )


@check(
    codes.UNSAID_PART,
    looks_for="statements that are marked as a part and do not say it",
    source="docs/writers.md, What a document must say",
)
def unsaid(galley: Galley) -> Iterator[Finding]:
    """Yield each statement whose mark names a part that its words do not say."""
    for name, phrases in galley.words.parts.items():
        part = galley.job.rules.parts.get(name)
        for statement in galley.statements.values():
            if part is None or statement.part != name:
                continue
            said = [prose for prose in galley.of_roles(Role.STATEMENT) if prose.passage.name == statement.name]
            for audience in dict.fromkeys(prose.passage.audience for prose in said):
                mine = [prose for prose in said if prose.passage.audience is audience]
                if not any(galley.holds(prose, phrases) for prose in mine):
                    yield codes.UNSAID_PART.at(
                        mine[0].place(),
                        f"'{statement.name}' is marked 'part: {name}' and does not say {part.says}",
                        f"say it, with words such as '{phrases[0]}', or take the mark from these words and put it where that is said",
                    )


@check(
    codes.MISPLACED_PART,
    looks_for="parts that come too late, or not beside what they temper",
    source="docs/writers.md, What a document must say",
)
def misplaced(galley: Galley) -> Iterator[Finding]:
    """Yield each part that comes too late, or does not stand beside the one that it must temper."""
    for need, part in _needed(galley):
        spots = _spots(galley, need.part, part)
        if not spots:
            continue
        first = min(spots, key=lambda spot: spot.section)
        in_front = sum(section.on_front for section in galley.job.sections)
        if need.within is not None and first.section >= need.within + in_front:
            here = galley.job.sections[first.section].name
            yield codes.MISPLACED_PART.at(
                first.place,
                f"the piece does not say {part.says} before '{here}', its number {first.section + 1} in reading order",
                f"say it within the first {need.within}",
            )
        if need.beside is not None:
            yield from _apart(galley, need, part, spots)


def _apart(galley: Galley, need: Need, part: RequiredPart, spots: Sequence[_PartPlace]) -> Iterator[Finding]:
    """Yield each place of the other part that has this one neither in its section nor in the one before or after it."""
    other = galley.job.rules.parts[need.beside or ""]
    sections = {spot.section for spot in spots}
    for spot in _spots(galley, need.beside or "", other):
        if not sections & {spot.section - 1, spot.section, spot.section + 1}:
            yield codes.MISPLACED_PART.at(
                spot.place,
                f"the piece says here {other.says}, and not beside it {part.says}",
                f"print a statement marked 'part: {need.part}' in the same panel or part, or the next",
            )


@check(
    codes.SMALL_PART,
    looks_for="parts in a component that is set smaller than the words that they temper",
    source="docs/writers.md, What a document must say",
)
def small(galley: Galley) -> Iterator[Finding]:
    """Yield each part that is set in smaller type than the words that it tempers."""
    for need, part in _needed(galley):
        for spot in _spots(galley, need.part, part):
            if spot.block.component in need.not_in:
                yield codes.SMALL_PART.at(
                    spot.place,
                    f"the piece says {part.says} in '{spot.block.component}', which is set in smaller type",
                    "print it as a statement, in a notice or in a list",
                )


@check(
    codes.OUT_OF_PLACE,
    looks_for="blocks of a document that may hold its parts only",
    source="docs/writers.md, What a document must say",
)
def out_of_place(galley: Galley) -> Iterator[Finding]:
    """Yield each block of a document that may hold its parts only."""
    rule = galley.job.rules.rule
    if rule is None or not rule.only:
        return
    allowed = {id(spot.block) for need, part in _needed(galley) for spot in _spots(galley, need.part, part)}
    told = set()
    for prose in galley.prose:
        here = prose.passage
        if here.section < 0 or here.block < 0 or (here.section, here.block) in told:
            continue
        told.add((here.section, here.block))
        if id(galley.job.sections[here.section].blocks[here.block]) not in allowed:
            yield codes.OUT_OF_PLACE.at(
                prose.place(),
                f"a document of type '{galley.job.document}' holds its required parts only, and no '{here.component}'",
                "take the block out",
            )


@check(
    codes.LINES_OUT_OF_ORDER,
    looks_for="help lines that stand in another order than the parts of the house have",
    source="docs/designers.md, Numbers to call in a crisis",
)
def lines_out_of_order(galley: Galley) -> Iterator[Finding]:
    """Yield the first help line of each block that stands in another order than a part of its component has them."""
    for section in galley.job.sections:
        for block in section.blocks:
            cards = list(block.things(HelplineCard))
            for part in galley.job.rules.parts.values():
                if part.component != block.component:
                    continue
                ranked = [card for card in cards if card.name in part.lines]
                wanted = sorted(ranked, key=lambda card: part.lines.index(card.name))
                if ranked != wanted:
                    stray = next(card for card, other in zip(ranked, wanted, strict=True) if card is not other)
                    yield codes.LINES_OUT_OF_ORDER.at(
                        stray.place,
                        f"'{stray.name}' stands before '{wanted[ranked.index(stray)].name}', and everywhere else behind it",
                        f"write the lines in the order {', '.join(card.name for card in wanted)}",
                    )
                    break


def _needed(galley: Galley) -> Iterator[tuple[Need, RequiredPart]]:
    """Yield what the document type always needs, and what it needs for each subject that the piece names."""
    rule, parts = galley.job.rules.rule, galley.job.rules.parts
    if rule is None:
        return
    needs = list(rule.always)
    for subject, more in rule.naming.items():
        phrases = galley.words.subjects.get(subject, ())
        if any(galley.holds(prose, phrases) for prose in galley.prose if _is_read(prose)):
            needs += more
    for need in needs:
        if need.part in parts:
            yield need, parts[need.part]


def _is_read(prose: Prose) -> bool:
    return prose.passage.section >= 0 or prose.passage.role is Role.TITLE


def _spots(galley: Galley, name: str, part: RequiredPart) -> list[_PartPlace]:
    """Return where the part called ``name`` stands: a statement that is marked with it, or its component with its lines."""
    sections = galley.job.sections
    found = [
        _PartPlace(section, sections[section].blocks[block], statement.place)
        for statement, section, block in galley.placed
        if statement.part == name
    ]
    for number, section in enumerate(sections):
        for block in section.blocks:
            if block.component == part.component:
                lines = {card.name for card in block.things(HelplineCard)}
                facts = {fact.name for fact in block.things(ClinicFact)}
                if lines >= set(part.lines) and facts >= set(part.facts):
                    found.append(_PartPlace(number, block, galley.title_place))
    return found


def _mend(name: str, part: RequiredPart) -> str:
    if part.component is None:
        return f"print a statement marked 'part: {name}'"
    held = (("lines", part.lines), ("facts", part.facts))
    with_ = " and".join(f" with the {name} {', '.join(values)}" for name, values in held if values)
    return f"add a block '{part.component}:'{with_}"
