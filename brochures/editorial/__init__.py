"""Editorial, stage 3: a ``Job`` into findings. What a piece says must have a source, be plain and honest, and be signed by people.

``galley``                   one piece for the checks: its prose, and what word lists find in it
``sentences``                a passage as a reader takes it in
``phrase_matcher``           the words of a list in prose
``syllables``                how many a word has
``negation``                 where a word that claims too much is denied or quoted
``sources``                  what a fact rests on
``source_links``             where in a source a sentence stands, and whether the source carries it
``typed_results``            results that were typed and not drawn
``do_not_print``             figures and words that a record forbids
``claims``                   what promises, praises or lowers people
``carried_on``               a sentence with the one that it goes on from
``house_facts``              what contradicts a fact of the house
``fact_rules``               what is wrong with the facts of the house themselves
``results_together``         outcomes of a trial that stand together
``risk_wording``             how likely something is, in one form
``required_parts``           what a document must say, and where
``readability``              grade, hard words, sentences, voice, lists
``acronyms``                 letters spelled out where they are first met
``name_endings``             legal forms and degrees, which are part of a name
``house_style``              words and titles that the house writes otherwise
``languages``                words of another language than the piece's
``marks``                   marks of other programs, which would be printed
``typed_addresses``         what is typed where nobody can touch it
``slips``                   words twice in a row
``clinic_name``              the clinic under another name than its own
``placeholders_and_phones``  words never meant to be printed, numbers nobody verified
``law_words``                words of law that were typed, and not quoted
``sign_off``                 what only people can supply
``ledger``                   signatures under what no piece prints
``signatures``               what is wrong with those under words
``word_difference``          two wordings beside each other
``watching``                 what may have changed since, and nobody has looked up
``unread``                   what nothing was looked for in
``foreign_pages``            what is told of somebody else's PDF
``waivers``                  what somebody lets pass

Each check is a small function from a galley to findings; what words it looks for stands in the content, by language. It raises nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from brochures.editorial import (
    acronyms,
    claims,
    clinic_name,
    do_not_print,
    house_facts,
    house_style,
    languages,
    law_words,
    marks,
    placeholders_and_phones,
    readability,
    required_parts,
    results_together,
    risk_wording,
    slips,
    source_links,
    sources,
    typed_addresses,
    typed_results,
)
from brochures.editorial.fact_rules import about_facts
from brochures.editorial.foreign_pages import foreign_pages
from brochures.editorial.galley import Galley
from brochures.editorial.marks import unprinted_marks
from brochures.editorial.sign_off import sign_off_days, waiting
from brochures.editorial.unread import unread
from brochures.editorial.waivers import about_waivers, let_pass, unused
from brochures.editorial.watching import touching, watching
from brochures.findings import Finding, Severity
from brochures.findings.check import Check
from brochures.resolve.job import Job

CHECKS: Sequence[Check[[Galley]]] = (
    sources.no_source, sources.weak_sources, sources.retracted, sources.corrected, source_links.not_carried, source_links.program_sources,
    typed_results.uncited, typed_results.typed_results, do_not_print.never_print, do_not_print.unclear_bans, results_together.told_apart,
    risk_wording.form, risk_wording.denominators, risk_wording.company, risk_wording.relative, risk_wording.doses,
    claims.claims, claims.praise, claims.people_first, house_facts.contradicted,
    placeholders_and_phones.placeholders, placeholders_and_phones.telephone, placeholders_and_phones.unverified,
    required_parts.undeclared, required_parts.missing, required_parts.unsaid, required_parts.misplaced, required_parts.small, required_parts.out_of_place, required_parts.lines_out_of_order,
    readability.grade, readability.hard_words, readability.long_sentences, readability.passive_voice, readability.long_lists, acronyms.acronyms,
    house_style.spelling, house_style.titles, languages.foreign_words, marks.markup, marks.in_records, slips.repeated, clinic_name.other_name, law_words.typed_law,
    typed_addresses.out_of_reach,
)  # fmt: skip
"""Every check, in the order of the codes."""

OF_WORDS: Sequence[Check[[Galley]]] = (
    sources.no_source, sources.weak_sources, sources.retracted, sources.corrected, source_links.not_carried, source_links.program_sources,
    typed_results.uncited, typed_results.typed_results, do_not_print.never_print, do_not_print.unclear_bans, results_together.told_apart,
    risk_wording.form, risk_wording.company, risk_wording.relative, risk_wording.doses,
    claims.claims, claims.praise, claims.people_first, house_facts.contradicted,
    placeholders_and_phones.placeholders, placeholders_and_phones.telephone, placeholders_and_phones.unverified,
    readability.long_sentences, house_style.spelling, languages.foreign_words, marks.markup, slips.repeated, clinic_name.other_name, law_words.typed_law,
)  # fmt: skip
"""The checks of words that are not yet part of a piece."""

__all__ = [
    "CHECKS",
    "about_facts",
    "about_waivers",
    "editorial",
    "let_pass",
    "next_change",
    "unprinted",
    "unprinted_marks",
    "unused",
]


def editorial(job: Job, today: date, *, release: bool = False) -> tuple[Finding, ...]:
    """Return the findings about the words of ``job`` on the day ``today``; what is missing is an error with ``release``."""
    galley, severity = Galley.of(job), Severity.ERROR if release else Severity.WARNING
    found = [
        *waiting(job, today, severity),
        *source_links.waiting_links(job, severity),
        *watching(job, today, severity),
        *unread(job, severity),
        *foreign_pages(job),
    ]
    found += (finding for check in CHECKS for finding in check(galley))
    return tuple(dict.fromkeys(finding.about(job.slug) for finding in found))


def unprinted(jobs: Sequence[Job]) -> tuple[Finding, ...]:
    """Return the findings about the words of ``jobs`` that hold what no piece prints."""
    found = (
        replace(finding, message=f"{finding.message} (no piece prints it yet)")
        for job in jobs
        for galley in [Galley.of(job)]
        for check in OF_WORDS
        for finding in check(galley)
    )
    return tuple(dict.fromkeys(found))


def next_change(job: Job, today: date) -> date | None:
    """Return the next day on which the findings about ``job`` change although nothing was edited."""
    days = [*sign_off_days(job)]
    days += [waived.waiver.expires for waived in job.rules.waivers]
    days += [day for _, item, _ in touching(job) for day in (item.by, item.looked.day)]
    return min((day for day in days if day is not None and day > today), default=None)
