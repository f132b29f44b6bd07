"""Gate words: what the gate says of one statement or label, in the pieces that print it, and what of it new words bring or mend."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from brochures.cli.editing.state import ContentState
from brochures.cli.editing.texts import LABEL, EditableText
from brochures.editorial import let_pass, unprinted
from brochures.editorial.galley import Galley
from brochures.editorial.readability import sample_of
from brochures.findings import Finding, Severity, codes
from brochures.findings.report import WAITING
from brochures.load.catalogue import Catalogue
from brochures.load.model.statements import Audience
from brochures.resolve.editorial_rules import waivers
from brochures.resolve.job import Job, PrintedStatement, Role
from brochures.resolve.unprinted import unprinted_words

_PLACE = re.compile(r"(?::\d+)+")


@dataclass(frozen=True)
class GateSays:
    """One thing that is found in the words: what, in plain words, how it is mended, where, in which pieces, and whether new words bring it."""

    finding: Finding
    title: str
    pieces: tuple[str, ...]
    is_new: bool

    @property
    def refuses(self) -> bool:
        """Whether the words are not saved for it."""
        return self.is_new and self.finding.severity is Severity.ERROR


@dataclass(frozen=True)
class ReadingGrade:
    """How hard words read: the grade, and above which it is told and refused; None where that is not measured for such readers."""

    grade: float
    warning: float | None
    error: float | None


def printing(jobs: Mapping[str, Job], text: EditableText) -> tuple[str, ...]:
    """Return the pieces that print ``text``, by slug."""
    return tuple(slug for slug, job in jobs.items() if _prints(job, text))


def _prints(job: Job, text: EditableText) -> bool:
    if job.language != text.language:
        return False
    if text.kind == LABEL:
        return text.name in job.labels
    return any((one.name, str(one.audience)) == (text.name, text.audience) for one in job.things(PrintedStatement))


def findings_about(
    state: ContentState, jobs: Mapping[str, Job], text: EditableText, unprinted_in: Sequence[Job]
) -> tuple[Finding, ...]:
    """Return what is found in the content with ``text`` in it: when loading, and by the gate in ``jobs``.

    Where no piece prints it, its words are read alone: ``unprinted_in`` are all pieces then. What only people can supply is left out: a form
    cannot mend it.
    """
    project, catalogue = state.project, state.catalogue
    found = [*catalogue.findings]
    for job in jobs.values():
        found += state.said_of(job)
    if unprinted_in and text.kind != LABEL:
        jobs_of_words, lost = unprinted_words(project, catalogue, unprinted_in)
        found += (*unprinted(jobs_of_words), *lost)
    passed = let_pass(found, waivers(catalogue), project.today)
    return tuple(finding for finding in passed if finding.code not in WAITING)


def said(
    before: ContentState, old: Sequence[Finding], after: ContentState, new: Sequence[Finding], text: EditableText
) -> tuple[GateSays, ...]:
    """Return what the new words bring, wherever it is told, and what was found in this statement before and still is; the worst first."""
    known = Counter(map(_alike, old))
    lines = _lines(after.catalogue, text) or _lines(before.catalogue, text)
    brought: list[tuple[Finding, bool]] = []
    for finding in new:
        is_new = not known[_alike(finding)]
        known[_alike(finding)] -= not is_new
        if is_new or (finding.place.file == text.file and finding.place.line in lines):
            brought.append((finding, is_new))
    return _joined(brought)


def mended(old: Sequence[Finding], new: Sequence[Finding]) -> tuple[GateSays, ...]:
    """Return what was found before, and the new words mend."""
    left = Counter(map(_alike, new))
    gone = []
    for finding in old:
        if left[_alike(finding)]:
            left[_alike(finding)] -= 1
        else:
            gone.append((finding, False))
    return _joined(gone)


def _alike(finding: Finding) -> tuple[str, str, str, str]:
    """Return what a finding is known by when the lines of its file have moved."""
    return finding.code, finding.piece, finding.place.file, _PLACE.sub("", finding.message)


def _joined(found: Iterable[tuple[Finding, bool]]) -> tuple[GateSays, ...]:
    """Return each finding once, with all pieces in which it is found."""
    pieces: dict[tuple[str, str, object], list[str]] = {}
    first: dict[tuple[str, str, object], tuple[Finding, bool]] = {}
    for finding, is_new in found:
        key = (finding.code, finding.message, finding.place)
        first.setdefault(key, (finding, is_new))
        pieces.setdefault(key, []).append(finding.piece)
    told = [
        GateSays(finding, codes.ALL[finding.code].title, tuple(dict.fromkeys(filter(None, pieces[key]))), is_new)
        for key, (finding, is_new) in first.items()
    ]
    return tuple(
        sorted(told, key=lambda one: (not one.is_new, list(Severity).index(one.finding.severity), one.finding.place))
    )


def _lines(catalogue: Catalogue, text: EditableText) -> range:
    """Return the lines of the file on which the thing of ``text`` is written; none where it cannot be read."""
    entry = catalogue.shelf(text.kind).get(text.name)
    if entry is None:
        return range(0)
    spot = entry.manuscript.spots[entry.route]
    return range(spot.key[0] + 1, spot.end[0] + 1 + (spot.end[1] > 0))


def grade_of(job: Job, text: EditableText) -> ReadingGrade | None:
    """Return the grade of the statement of ``text`` as ``job`` prints it: its lead and points together; None where it has no words there, or no grade."""
    galley = Galley.of(job)
    rule = galley.words.reading
    prose = [
        one
        for one in galley.of_roles(Role.STATEMENT, audience=Audience(text.audience) if text.audience else None)
        if one.passage.name == text.name
    ]
    places = dict.fromkeys((one.passage.section, one.passage.block) for one in prose)
    once = [one for one in prose if (one.passage.section, one.passage.block) == next(iter(places))]
    if rule.grade is None or not once:
        return None
    limit = rule.grade_limit if text.audience == Audience.PATIENT else None
    return ReadingGrade(
        round(sample_of(galley, once).grade(rule.grade), 1),
        float(limit.warning) if limit else None,
        float(limit.error) if limit else None,
    )
