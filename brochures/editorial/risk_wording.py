"""Risk wording: what patients are told about how likely something is, in one form that can be pictured and compared."""

from __future__ import annotations

from collections.abc import Iterator

from brochures.editorial.galley import Galley
from brochures.editorial.phrase_matcher import Span
from brochures.editorial.sentences import Prose
from brochures.editorial.typed_results import RECORDS
from brochures.findings import Finding, codes
from brochures.findings.check import check
from brochures.load.model.statements import Audience
from brochures.resolve.job import Role


@check(
    codes.CHANCE_FORM,
    looks_for="chances that are not told as 'about 48 of 100'",
    source="docs/writers.md, Studies and their figures",
)
def form(galley: Galley) -> Iterator[Finding]:
    """Yield each chance that is not told as 'about 48 of 100'."""
    rule = galley.words.chances
    for prose in _for_patients(galley):
        for span in _spans(galley, prose, rule.refused):
            yield codes.CHANCE_FORM.at(
                prose.place_of(*span),
                f"'{prose.said(*span)}' is not how chances are told to patients",
                "write it as 'about 48 of 100', from a reference such as {result:STUDY.OUTCOME:rate:ARM|of 100}",
            )
        rounded = {span.last + 1 for span in galley.spans(prose, rule.about)}
        for span in _spans(galley, prose, rule.good):
            if rule.about and span.first not in rounded:
                yield codes.CHANCE_FORM.at(
                    prose.place_of(*span),
                    f"'{prose.said(*span)}' is rounded, and does not say so",
                    f"write '{rule.about[0]}' before it",
                )


@check(
    codes.DENOMINATOR,
    looks_for="chances out of different numbers in one piece",
    source="docs/writers.md, Studies and their figures",
)
def denominators(galley: Galley) -> Iterator[Finding]:
    """Yield each chance that is told out of another number than the first one in the piece."""
    first: str = ""
    for prose in _for_patients(galley):
        if prose.passage.section < 0:
            continue
        for span in _spans(galley, prose, galley.words.chances.good):
            of = prose.tokens[span.last].text
            first = first or of
            if of != first:
                yield codes.DENOMINATOR.at(
                    prose.place_of(*span),
                    f"'{prose.said(*span)}' is out of {of}, the first chance in this piece out of {first}",
                    f"tell every chance in this piece out of {first}",
                )


@check(
    codes.BARE_CHANCE,
    looks_for="chances without the people and the time that they are about",
    source="docs/writers.md, Studies and their figures",
)
def company(galley: Galley) -> Iterator[Finding]:
    """Yield each chance without the number of people and the time that it is about."""
    rule = galley.words.chances
    for prose in _for_patients(galley):
        spans = _spans(galley, prose, rule.good)
        if not spans:
            continue
        near = galley.beside(prose)
        missing = []
        if rule.people and not any(_counted(galley, one) for one in near):
            missing.append("how many people were asked")
        if rule.time and not any(galley.holds(one, rule.time) for one in near):
            missing.append("over what time")
        if missing:
            yield codes.BARE_CHANCE.at(
                prose.place_of(*spans[0]),
                f"'{prose.said(*spans[0])}' does not say {' or '.join(missing)}",
                "say both in the same statement: {study:STUDY:n} people, and the weeks or months",
            )


@check(
    codes.RELATIVE_RISK,
    looks_for="risks for patients that are told as a multiple or a share of another",
    source="docs/writers.md, Studies and their figures",
)
def relative(galley: Galley) -> Iterator[Finding]:
    """Yield each risk that is told as a multiple or share of another."""
    for prose in _for_patients(galley):
        for span in _spans(galley, prose, galley.words.chances.relative):
            yield codes.RELATIVE_RISK.at(
                prose.place_of(*span),
                f"'{prose.said(*span)}' is a relative risk, which sounds larger than it is",
                "tell both chances, each as 'about 48 of 100', or say only which was more",
            )


@check(
    codes.PATIENT_DOSE,
    looks_for="amounts of medicine in words for patients",
    source="docs/writers.md, Studies and their figures",
)
def doses(galley: Galley) -> Iterator[Finding]:
    """Yield each amount of medicine in words for patients."""
    for prose in _for_patients(galley):
        for span in galley.spans(prose, galley.words.chances.doses):
            yield codes.PATIENT_DOSE.at(
                prose.place_of(*span),
                f"'{prose.said(*span)}' is a dose",
                "leave the dose out of words for patients; their prescriber sets it",
            )


def _for_patients(galley: Galley) -> Iterator[Prose]:
    return (
        prose
        for prose in galley.prose
        if prose.passage.audience is Audience.PATIENT and prose.passage.role not in {*RECORDS, Role.LABEL}
    )


def _counted(galley: Galley, prose: Prose) -> bool:
    """Return whether ``prose`` says of how many people a chance is, drawn from a record and not its own round number."""
    rule = galley.words.chances
    chances = galley.spans(prose, rule.good)
    return any(
        not prose.typed(prose.tokens[span.first].start)
        and not any(one.first <= span.first <= one.last for one in chances)
        for span in galley.spans(prose, rule.people)
    )


def _spans(galley: Galley, prose: Prose, phrases: tuple[str, ...]) -> list[Span]:
    """Return where ``phrases`` stand, but for figures that are typed apart."""
    apart = galley.spans(prose, galley.words.figures.apart)
    return [span for span in galley.spans(prose, phrases) if not span.within(apart)]
