"""Template errors: what a template asked for and did not get, told at its line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import TypeVar

import jinja2

from brochures.compose.typography import spoken_day
from brochures.findings import BrochureError, Finding, Place, codes
from brochures.findings.plain_words import in_words
from brochures.findings.suggest import near
from brochures.load.model.labels import DATE_FORM, MONTHS
from brochures.resolve.job import Job

Thing = TypeVar("Thing")

DEFINE = "define it in styles/tokens/ or content/labels.yaml, or correct its name"


class UnknownNameError(Exception):
    """A template asked for a token or label that is not defined, or not for everybody; ``mend`` says what to do."""

    def __init__(self, message: str, mend: str = DEFINE) -> None:
        """Keep what to do."""
        super().__init__(message)
        self.mend = mend


class EmptyPageError(Exception):
    """A template wrote nothing; the text is its file."""


def written(html: str, template: str) -> str:
    """Return ``html``, which ``template`` wrote. Raise ``EmptyPageError`` where that is nothing: no later stage can read it."""
    if not html.strip():
        raise EmptyPageError(template)
    return html


def named(kind: str, things: Mapping[str, str]) -> Callable[[str], str]:
    """Return what a template calls to get one of ``things``; ``kind`` is what they are, for the finding where it asks for none of them."""

    def get(name: str) -> str:
        if name not in things:
            msg = f"there is no {kind} '{name}'; {near(name, things)}"
            raise UnknownNameError(msg)
        return things[name]

    return get


class Labels:
    """What templates call to get a label. Those that have no words in the language of the piece are gathered, and told at once."""

    def __init__(self, job: Job) -> None:
        """Give out the labels of ``job``."""
        self._job = job
        self._get = named("label", job.labels)
        self._lacking: dict[str, None] = {}

    def get(self, name: str) -> str:
        """Return the label ``name``. Raise ``UnknownNameError`` where no language has it."""
        if name in self._job.labels or name not in self._job.untranslated:
            return self._get(name)
        self._lacking[name] = None
        return self._job.untranslated[name][0]

    def spoken_day(self, day: date) -> str:
        """Return ``day`` as it is said in the language of the piece."""
        for name in (DATE_FORM, MONTHS):
            if name in self._job.untranslated:
                self.get(name)
        return spoken_day(day, self._job.labels)

    def needed(self, *names: str) -> tuple[str, ...]:
        """Return labels that no template asks for. Raise ``BrochureError`` with those that are nowhere, or not in the language of the piece."""
        known = {*self._job.labels, *self._job.untranslated}
        absent = [name for name in names if name not in known]
        if absent:
            said = f"there is no label '{absent[0]}', which a page that flows needs"
            place = Place("content/labels.yaml")
            raise BrochureError(
                codes.NO_LABEL.at(place, said, f"write it there: '{absent[0]}: {{{self._job.language}: …}}'")
            )
        found = tuple(map(self.get, names))
        self.refuse_lacking()
        return found

    def refuse_lacking(self) -> None:
        """Raise ``BrochureError`` with each label that was asked for and has no words in the language."""
        lacking = [finding.about(self._job.slug) for finding in self._told()]
        if lacking:
            raise BrochureError(*lacking)

    def _told(self) -> Iterator[Finding]:
        known = self._job.rules.languages.get(self._job.language.partition("-")[0])
        language = known.name if known else f"words in '{self._job.language}'"
        for name in self._lacking:
            said, place = self._job.untranslated[name]
            yield codes.NO_LABEL.at(
                place,
                f"no {language} for '{name}' ('{said}')",
                f"write '{self._job.language}:' beside the words of the other languages",
            )


def each_or_refused(things: Iterable[Thing], fill: Callable[[Thing], Thing]) -> tuple[Thing, ...]:
    """Return ``fill`` of each thing. Raise ``BrochureError`` with what keeps any of them from it: all of a piece's files are told at once."""
    filled: list[Thing] = []
    findings: list[Finding] = []
    for thing in things:
        try:
            filled.append(fill(thing))
        except BrochureError as refused:
            findings += refused.findings
    if findings:
        raise BrochureError(*dict.fromkeys(findings))
    return tuple(filled)


def template_finding(wrong: Exception) -> Finding:
    """Return the finding for a template's mistake, at the last line of a template that the error passed through.

    Templates bear their paths below the root of the project as the names of their files.
    """
    place = Place("templates")
    if isinstance(wrong, jinja2.TemplateSyntaxError) and wrong.filename:
        place = Place(wrong.filename, wrong.lineno)
    trace = wrong.__traceback__
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        if file.endswith(".html"):
            place = Place(file, trace.tb_lineno)
        trace = trace.tb_next
    if isinstance(wrong, EmptyPageError):
        return codes.TEMPLATE.at(
            Place(str(wrong)), "it writes nothing", "restore it, or begin it with '{% extends \"base.html\" %}'"
        )
    if isinstance(wrong, UnknownNameError):
        return codes.NO_TOKEN.at(place, str(wrong), wrong.mend)
    if isinstance(wrong, jinja2.TemplateNotFound):
        return codes.TEMPLATE.at(
            place, f"there is no template '{wrong.name}'", "add the file, or correct the name that asks for it"
        )
    if isinstance(wrong, RecursionError):
        mend = "take out the 'include', 'extends', 'import' or call that leads back to its own file or macro"
        return codes.TEMPLATE.at(place, in_words(wrong), mend)
    return codes.TEMPLATE.at(place, in_words(wrong), "correct the field's name, or the syntax, on this line")
