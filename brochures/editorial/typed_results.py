"""Typed results: a result is drawn from its record, and never typed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from brochures.editorial.galley import Galley
from brochures.editorial.sentences import Prose
from brochures.findings import Finding, codes
from brochures.findings.check import check
from brochures.load.model.studies import Trial
from brochures.resolve.inline_text import Figure
from brochures.resolve.job import Role
from brochures.resolve.passages import offsets

RECORDS = frozenset({Role.STUDY, Role.CLINIC, Role.HELPLINE})
"""Words of records: figures are at home there."""


@check(
    codes.TYPED_RESULT,
    looks_for="results of studies that were typed instead of referred to",
    source="docs/writers.md, Numbers and facts that are written elsewhere",
)
def typed_results(galley: Galley) -> Iterator[Finding]:
    """Yield each result that was typed. Ages, times, doses, limits, laws and the like are typed apart."""
    figures = galley.words.figures
    for prose in galley.prose:
        if prose.passage.role in RECORDS:
            continue
        told = -1
        apart = galley.spans(prose, figures.apart)
        for span in sorted(galley.spans(prose, figures.results)):
            numbers = [at for at in range(span.first, span.last + 1) if galley.number(prose, at)] or [span.first]
            loose = [
                at
                for at in numbers
                if prose.typed(prose.tokens[at].start) and not any(one.first <= at <= one.last for one in apart)
            ]
            if loose and span.first > told:
                told = span.last
                said = prose.said(*span)
                yield codes.TYPED_RESULT.at(
                    prose.place_of(loose[0]), f"'{said}' is typed", _reference(galley, prose, said)
                )


@check(
    codes.UNCITED_FIGURE,
    looks_for="figures of a study that the statement does not cite",
    source="docs/writers.md, Studies and their figures",
)
def uncited(galley: Galley) -> Iterator[Finding]:
    """Yield each figure that is drawn from a study which its statement does not cite."""
    for prose in galley.of_roles(Role.STATEMENT):
        statement = galley.statements.get(prose.passage.name)
        if statement is None:
            continue
        cited = {source.name for source in statement.sources}
        for run, shown, _ in offsets(prose.passage):
            if isinstance(run, Figure) and run.study and run.study not in cited:
                yield codes.UNCITED_FIGURE.at(
                    prose.place(shown),
                    f"{run.text} is drawn from '{run.study}', which '{statement.name}' does not cite",
                    f"add '{run.study}' to its sources",
                )


def _reference(galley: Galley, prose: Prose, said: str) -> str:
    """Return the mend: the very reference, where a record that the words cite has this number."""
    wanted = set(re.findall(r"\d+(?:\.\d+)?", said))
    statement = galley.statements.get(prose.passage.name)
    cited = [source.name for source in statement.sources] if statement else list(galley.job.rules.studies)
    for name in cited:
        for number, reference in _printable(name, galley.job.rules.studies.get(name)).items():
            if number in wanted:
                return f"write {reference} in the place of {number}"
    return "write a reference to the study's record, such as {result:STUDY.OUTCOME:value|exact} or {study:STUDY:n}"


def _printable(name: str, record: object) -> Mapping[str, str]:
    if not isinstance(record, Trial):
        return {}
    found = {str(record.n): f"{{study:{name}:n}}"}
    for outcome in record.outcomes:
        path = f"{{result:{name}.{outcome.id}:"
        found |= {str(getattr(outcome.effect, field)): f"{path}{field}|exact}}" for field in ("value", "low", "high")}
        found |= {str(rate.percent): f"{path}rate:{rate.arm}|exact}}" for rate in outcome.rates}
    return found
