"""Results together: outcomes of one trial that are told together or not at all, such as the two main outcomes that it was planned for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from brochures.editorial.galley import Galley
from brochures.editorial.phrase_matcher import PhraseBook, Phrases
from brochures.editorial.sentences import Prose
from brochures.findings import Finding, codes
from brochures.findings.check import check
from brochures.load.model.studies import Trial
from brochures.resolve.job import PrintedStatement, Role, Study

Named = Mapping[str, Phrases]
"""The words that name each outcome of one trial, by its id."""


@check(
    codes.HALF_A_RESULT,
    looks_for="words that tell one of a trial's main outcomes and leave out the others",
    source="docs/writers.md, Studies and their figures",
)
def told_apart(galley: Galley) -> Iterator[Finding]:
    """Yield each passage that names an outcome under ``together`` of a trial that it is about, and not all the others."""
    trials = dict(_trials(galley))
    told: set[tuple[str, int, int, str]] = set()
    for prose in galley.prose:
        for trial in _about(galley, prose):
            spot = prose.passage
            key = (spot.name or prose.text, spot.section, spot.block, trial)
            if trial in trials and key not in told:
                for finding in _halved(galley, prose, trial, trials[trial]):
                    told.add(key)
                    yield finding


def _halved(galley: Galley, prose: Prose, trial: str, named: Named) -> Iterator[Finding]:
    book = PhraseBook(tuple(named.values()), galley.words.numbers, galley.words.possessives)
    here = book.scan(prose.copy)
    said = {
        id(phrases)
        for one in galley.beside(prose)
        for phrases in named.values()
        if book.scan(one.copy).get(id(phrases))
    }
    missing = [outcome for outcome, phrases in named.items() if id(phrases) not in said]
    first = next((here[id(phrases)][0] for phrases in named.values() if here.get(id(phrases))), None)
    if first is not None and missing:
        yield codes.HALF_A_RESULT.at(
            prose.place_of(*first),
            f"'{prose.said(*first)}' is told of '{trial}', and nothing of {_listed(missing)}",
            f"say here what the trial found of {_listed(missing)}, too: {_listed(named[missing[0]][:2])}",
        )


def _about(galley: Galley, prose: Prose) -> Iterator[str]:
    """Yield the trials that ``prose`` is about: those that its statement cites, or that its picture or table shows."""
    passage = prose.passage
    if passage.role is Role.STATEMENT:
        statement: PrintedStatement | None = galley.statements.get(passage.name)
        yield from (source.name for source in statement.sources) if statement else ()
    elif passage.role is Role.PLAIN:
        yield passage.name
    elif passage.role is Role.PIECE and passage.section >= 0:
        block = galley.job.sections[passage.section].blocks[passage.block]
        yield from dict.fromkeys(study.name for study in block.things(Study))


def _trials(galley: Galley) -> Iterator[tuple[str, Named]]:
    for name, record in galley.job.rules.studies.items():
        if isinstance(record, Trial) and galley.job.language in record.together:
            yield name, {str(outcome): words for outcome, words in record.together[galley.job.language].items()}


def _listed(words: Sequence[str]) -> str:
    return " and ".join(f"'{word}'" for word in words)
