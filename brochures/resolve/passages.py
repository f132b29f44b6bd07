"""Passages: every run of words that a piece prints, in reading order, with the place where each is written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from brochures.findings import Place
from brochures.load.catalogue import Catalogue, Entry
from brochures.load.model.base import Model
from brochures.load.model.statements import Audience
from brochures.load.text_places import is_text, own_place
from brochures.resolve.inline_text import ClinicFact, Plain, Run, Words, is_law
from brochures.resolve.job import (
    CitedSource,
    HelplineCard,
    Job,
    Passage,
    PlacedPicture,
    PrintedStatement,
    ResolvedBlock,
    Role,
    SpecimenSheet,
    Study,
)
from brochures.resolve.references import TOKEN

ReadWords = Callable[[Entry[Any], tuple[str | int, ...]], Words]

RECORD = ("design", "population", "n_note", "comparator", "follow_up", "intervention", "arms", "outcomes", "limits")
"""The fields of a study's record whose words a table prints."""

OUTCOME_TEXTS = ("measure", "comparison", "follow_up", "note")
"""The fields of an outcome whose words a forest plot prints."""

ARRAY_TEXTS = ("measure", "follow_up", "rates", "note")
"""The fields of an outcome whose words an icon array prints."""

FORM_TEXTS = ("hint", "options", "write_in", "columns")
"""The fields of a form's field that are printed after its label."""

HELPLINE_TEXTS = ("name", "call", "ask", "signs", "also", "text", "tty", "for", "hours")
"""The fields of a help line that are printed."""


def passages(catalogue: Catalogue, job: Job, read: ReadWords) -> tuple[Passage, ...]:
    """Return what ``job`` prints. ``read`` follows the references in words that the job itself does not hold as runs."""
    return tuple(_Scribe(catalogue, job, read).everything())


def printed(words: Words) -> str:
    """Return runs as one text; a fact that is missing is an empty one."""
    return "".join(_value(run) for run in words)


def _value(run: Run) -> str:
    return run.value or "" if isinstance(run, ClinicFact) else run.text


def offsets(passage: Passage) -> Iterator[tuple[Run, int, int]]:
    """Yield each run with where it begins in the printed and in the written text."""
    shown = written = 0
    tokens = [match.end() - match.start() for match in TOKEN.finditer(passage.writing.text)]
    for run in passage.words:
        yield run, shown, written
        shown += len(_value(run))
        written += len(run.text) if isinstance(run, Plain) else tokens.pop(0) if tokens else 0


def written_at(passage: Passage, offset: int, end: int | None = None) -> Place:
    """Return where the character at ``offset`` of the printed text is written.

    What a reference prints is written where the reference stands. Words up to ``end`` that a reference prints alone are written in the
    thing that it refers to, where that has them as they are.
    """
    here: tuple[Run, int, int] = (Plain(""), 0, 0)
    for one in offsets(passage):
        if one[1] > offset:
            break
        here = one
    run, shown, written = here
    if isinstance(run, Plain):
        return passage.writing.place(written + offset - shown)
    own = own_place(_value(run), offset - shown) if end is not None and end <= shown + len(_value(run)) else None
    return own or passage.writing.place(written)


@dataclass(frozen=True)
class _Setting:
    """Whose words are read, for whom, and where they will stand."""

    entry: Entry[Any]
    audience: Audience
    section: int = -1
    block: int = -1
    component: str = ""

    def at(self, entry: Entry[Any]) -> _Setting:
        return replace(self, entry=entry)


class _Scribe:
    """Reads one piece from its title to its last label."""

    def __init__(self, catalogue: Catalogue, job: Job, read: ReadWords) -> None:
        self.catalogue = catalogue
        self.job = job
        self.read = read
        self.pieces = {
            entry.manuscript.file: entry
            for entry in (*catalogue.pieces.values(), *catalogue.shelf("specimen").values())
        }

    def everything(self) -> Iterator[Passage]:
        job = self.job
        own = _Setting(self.catalogue.pieces[job.slug], job.audience)
        for field in ("title", "subject", "lead"):
            if getattr(job, field):
                yield self._text(Role.TITLE, own, (field,))
        for number, section in enumerate(job.sections):
            if section.title:
                yield self._text(
                    Role.TITLE,
                    replace(own, audience=section.audience, section=number),
                    ("parts", section.number, "title"),
                )
            if section.facsimile:
                shown = self.catalogue.pieces[section.facsimile.slug]
                yield self._text(Role.TITLE, _Setting(shown, section.audience, number), ("title",))
            for position, block in enumerate(section.blocks):
                spot = _Setting(self.pieces[block.file], section.audience, number, position, block.component)
                yield from self._block(block, spot)
        yield from self._plain_lines()
        for name in job.labels:
            entry = self.catalogue.shelf("label")[name]
            yield self._text(Role.LABEL, own.at(entry), (job.language,), name)

    def _block(self, block: ResolvedBlock, spot: _Setting) -> Iterator[Passage]:
        if block.component in {"notes", "source_links", "unverified", "watch", "sign_off", "dashboard"}:
            yield self._text(Role.PIECE, spot, (*block.route, "title"))
        elif block.component == "specimen":
            for sheet in block.content:
                yield from self._specimen(sheet, spot)
        elif block.component == "foreign":
            for number in range(sum(bool(page.says) for page in block.content.pages)):
                yield self._text(Role.PICTURE, spot, (*block.route[:-1], "says", number))
        elif block.component == "form":
            yield from self._form(block, spot)
        elif block.component == "forest_plot":
            yield from self._forest_plot(block, spot)
        elif block.component == "icon_array":
            yield from self._icon_array(block, spot)
        elif block.component in {"people_in_trials", "trial_strip"}:
            yield from self._trials(block.content, spot, block.route)
        else:
            yield from self._thing(block.content, spot, block.route)

    def _specimen(self, sheet: SpecimenSheet, spot: _Setting) -> Iterator[Passage]:
        for block in sheet.blocks:
            entry = self.pieces[block.file]
            yield from self._block(
                block, replace(spot, entry=entry, audience=sheet.audience, component=block.component)
            )

    def _thing(self, value: Any, spot: _Setting, route: tuple[str | int, ...]) -> Iterator[Passage]:  # noqa: C901 one for each kind of thing
        match value:
            case PrintedStatement():
                yield from self._statement(value, spot)
            case Study():
                yield from self._record(value.name, spot)
            case HelplineCard():
                entry = self.catalogue.shelf("help line")[value.name]
                yield from self._texts(Role.HELPLINE, spot.at(entry), HELPLINE_TEXTS, value.name)
            case PlacedPicture():
                entry = self.catalogue.shelf("image")[value.name]
                if value.alt:
                    yield self._text(Role.PICTURE, spot.at(entry), ("alt", self.job.language), value.name)
            case ClinicFact():
                if value.value and self.catalogue.clinic:
                    yield self._text(Role.CLINIC, spot.at(self.catalogue.clinic), (value.name,), value.name)
            case Mapping():
                for key, part in value.items():
                    yield from self._thing(part, spot, (*route, key))
            case tuple():
                for number, part in enumerate(value):
                    yield from self._thing(part, spot, (*route, number))
            case str() if is_text(value):
                yield self._text(Role.PIECE, spot, route)

    def _statement(self, statement: PrintedStatement, spot: _Setting) -> Iterator[Passage]:
        entry = self.catalogue.shelf("statement")[statement.name]
        here, route = spot.at(entry), (str(spot.audience), self.job.language)
        lead, items = statement.wording.lead, statement.wording.items
        if statement.wording.is_law:
            for words in statement.wording.parts:
                yield self._text(Role.LAW, here, route, statement.name, words)
            return
        if not items:
            yield self._text(Role.STATEMENT, here, route, statement.name, lead)
            return
        first = self._text(Role.STATEMENT, here, (*route, "lead"), statement.name, lead)
        yield replace(first, continues=True)
        for number, item in enumerate(items):
            yield self._text(Role.STATEMENT, here, (*route, "items", number), statement.name, item)

    def _record(self, name: str, spot: _Setting) -> Iterator[Passage]:
        entry = self.catalogue.shelf("study")[name]
        yield from self._texts(Role.STUDY, spot.at(entry), RECORD, name)

    def _forest_plot(self, block: ResolvedBlock, spot: _Setting) -> Iterator[Passage]:
        yield self._text(Role.PIECE, spot, (*block.route, "title"))
        for study in block.content["studies"]:
            for number in range(len(study.record.outcomes)):
                yield from self._outcome(study.name, number, OUTCOME_TEXTS, spot)
        yield from self._thing(block.content.get("before_harms"), spot, block.route)

    def _icon_array(self, block: ResolvedBlock, spot: _Setting) -> Iterator[Passage]:
        yield self._text(Role.PIECE, spot, (*block.route, "title"))
        for role in ("found", "found_no_difference", "harms"):
            for pick in block.content[role]:
                ids = [outcome.id for outcome in pick["study"].record.outcomes]
                yield from self._outcome(pick["study"].name, ids.index(pick["outcome"]), ARRAY_TEXTS, spot)

    def _trials(self, content: Mapping[str, Any], spot: _Setting, route: tuple[str | int, ...]) -> Iterator[Passage]:
        """Yield what a picture of ``studies`` prints: its title where it has one, then each trial as it is called, or in short."""
        if "title" in content:
            yield self._text(Role.PIECE, spot, (*route, "title"))
        for study in content["studies"]:
            entry = self.catalogue.shelf("study")[study.name]
            if spot.audience is Audience.PATIENT:
                for field in ("name", "found"):
                    yield self._text(Role.STUDY, spot.at(entry), ("in_short", self.job.language, field), study.name)
            else:
                yield self._text(Role.STUDY, spot.at(entry), ("short",), study.name)
        if content.get("apart"):
            yield from self._trials(content["apart"], spot, (*route, "apart"))

    def _outcome(self, study: str, number: int, fields: Iterable[str], spot: _Setting) -> Iterator[Passage]:
        entry = self.catalogue.shelf("study")[study]
        outcome = entry.thing.outcomes[number]
        for field in fields:
            yield from self._values(
                Role.STUDY, spot.at(entry), getattr(outcome, field), ("outcomes", number, field), study
            )

    def _form(self, block: ResolvedBlock, spot: _Setting) -> Iterator[Passage]:
        piece = spot.entry.manuscript.data
        for step in block.route:
            piece = piece[step]
        entry = self.catalogue.shelf("form")[piece]
        here = spot.at(entry)
        yield from self._texts(Role.FORM, here, ("title", "intro", "before_use"), piece)
        for number, section in enumerate(entry.thing.sections):
            route = ("sections", number)
            yield self._text(Role.FORM, here, (*route, "title"), piece)
            if section.note:
                yield self._text(Role.FORM, here, (*route, "note"), piece, block.content.sections[number]["note"])
            for position, line in enumerate(block.content.sections[number]["fields"]):
                at = (*route, "fields", position)
                role = Role.LAW if is_law(line.label) else Role.FORM
                yield self._text(role, here, (*at, "label"), piece, line.label)
                for name in FORM_TEXTS:
                    yield from self._values(Role.FORM, here, getattr(line, name), (*at, name), piece)

    def _plain_lines(self) -> Iterator[Passage]:
        """Yield the plain-words line of each study that the piece cites: it is written for patients."""
        for name in dict.fromkeys(source.name for source in self.job.things(CitedSource) if source.kind == "study"):
            entry = self.catalogue.shelf("study")[name]
            route = ("plain", self.job.language)
            if self.job.language in (entry.thing.plain or {}):
                spot = _Setting(entry, Audience.PATIENT)
                yield self._text(Role.PLAIN, spot, route, name, self.read(entry, route))

    def _texts(self, role: Role, spot: _Setting, fields: Iterable[str], name: str) -> Iterator[Passage]:
        for field in fields:
            value = getattr(spot.entry.thing, "for_" if field == "for" else field, None)
            yield from self._values(role, spot, value, (field,), name)

    def _values(
        self, role: Role, spot: _Setting, value: Any, route: tuple[str | int, ...], name: str
    ) -> Iterator[Passage]:
        """Yield every text in a part of a record; its numbers and fixed choices are not words of a writer."""
        if isinstance(value, Model):
            for field in type(value).model_fields:
                yield from self._values(role, spot, getattr(value, field), (*route, field), name)
        elif isinstance(value, tuple):
            for number, part in enumerate(value):
                yield from self._values(role, spot, part, (*route, number), name)
        elif is_text(value):
            yield self._text(role, spot, route, name)

    def _text(
        self, role: Role, spot: _Setting, route: tuple[str | int, ...], name: str = "", words: Words | None = None
    ) -> Passage:
        """Return the text at ``route``; ``words`` are its runs where references in it were followed."""
        writing = spot.entry.manuscript.writing((*spot.entry.route, *route))
        runs = (Plain(writing.text),) if words is None else words
        return Passage(role, runs, writing, spot.audience, spot.section, spot.block, spot.component, name)
