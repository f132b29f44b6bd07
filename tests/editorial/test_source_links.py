"""Links to sources, on jobs made by hand: which wait, what a record does not carry, and what names no source at all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from brochures.editorial import editorial, unprinted
from brochures.editorial.galley import Galley
from brochures.editorial.source_links import not_carried, program_sources, waiting_links
from brochures.findings import Finding, Place, Severity
from brochures.load.model.base import SourceName, StatementName
from brochures.load.model.forms import FormKind
from brochures.load.model.source_links import SourceLink
from brochures.load.model.sources import Citation, NotCarried
from brochures.load.model.statements import Audience, Kind
from brochures.load.positions import Writing
from brochures.resolve.inline_text import Plain, Wording
from brochures.resolve.job import (
    CitedSource,
    FormSheet,
    Job,
    Passage,
    PrintedStatement,
    ResolvedBlock,
    Role,
    Section,
)
from tests.editorial.gate import PATIENT, house_job

WHOLE = SourceLink(id=SourceName("label"), at="5.1", says="monitor", read="example.org, 2026-02-03")
BARE = SourceLink(id=SourceName("label"))
PLACED = WHOLE.model_copy(update={"read": ""})
Told = tuple[str, str, str, str]


def _told(found: Iterable[Finding]) -> list[Told]:
    return [(one.code, str(one.severity), str(one.place), one.message) for one in found]


def _source(name: str = "label", line: int = 5, **about: Any) -> CitedSource:
    return CitedSource(name, name, Citation(type="webpage", title="A page"), Place("content/a.yaml", line, 8), **about)


def _statement(name: str, *sources: CitedSource, kind: Kind = Kind.FACT) -> PrintedStatement:
    return PrintedStatement(
        name, kind, Wording((Plain(name),)), sources, None, Audience.PATIENT, Place("content/a.yaml", 1, 3)
    )


def _says(name: str, text: str) -> Passage:
    writing = Writing(text, text, Place("words", 1, 1))
    return Passage(Role.STATEMENT, (Plain(text),), writing, PATIENT, 0, 0, "statement", name)


def _job(*things: Any, said: Iterable[Passage] = (), language: str = "en") -> Job:
    section = Section("s", "", PATIENT, (ResolvedBlock("statement", things, "words", ()),))
    title = Passage(Role.TITLE, (Plain("T"),), Writing("T", "T", Place("words", 1, 1)), PATIENT)
    return replace(house_job(), slug="fold", language=language, sections=(section,), passages=(title, *said))


def _carries(what: str, *statements: str, **words: str) -> NotCarried:
    names = tuple(map(StatementName, statements))
    return NotCarried(what=what, why="why", statements=names, words={key: (word,) for key, word in words.items()})


# ---------------------------------------------------------------- links that wait


@pytest.mark.parametrize(
    ("link", "said"),
    [
        (BARE, ["'fact' does not say where in 'label' it stands"]),
        (PLACED, ["'fact' does not say where and when 'label' was read"]),
        (WHOLE, []),
        (None, []),
    ],
)
def test_a_link_waits_until_it_says_where_and_was_read(link: SourceLink | None, said: list[str]) -> None:
    job = _job(_statement("fact", _source(link=link)))
    told = [("REL-301", "warning", "content/a.yaml:5:8", message) for message in said]
    assert _told(waiting_links(job, Severity.WARNING)) == told


def test_each_link_is_told_once_however_often_its_statement_is_printed() -> None:
    fact = _statement("fact", _source(link=BARE), _source("study", 6, link=BARE))
    assert [place for _, _, place, _ in _told(waiting_links(_job(fact, fact), Severity.WARNING))] == [
        "content/a.yaml:5:8",
        "content/a.yaml:6:8",
    ]


def test_the_links_of_a_form_wait_too() -> None:
    place = Place("content/forms.yaml", 4, 15)
    links = ((BARE, place), (WHOLE, place))
    sheet = FormSheet("referral", FormKind.CLINICAL, "T", "I", None, (), place, links)
    said = ("REL-301", "error", "content/forms.yaml:4:15", "'referral' does not say where in 'label' it stands")
    assert _told(waiting_links(_job(sheet, sheet), Severity.ERROR)) == [said]


def test_a_source_that_a_code_leads_to_is_no_link_from_words() -> None:
    assert _told(waiting_links(_job(_source()), Severity.ERROR)) == []


def test_a_waiting_link_is_warned_of_and_refused_for_release() -> None:
    waits = _job(_statement("fact", _source(link=BARE)))
    for release, severity in ((False, "warning"), (True, "error")):
        found = [one for one in editorial(waits, date(2026, 3, 1), release=release) if one.code == "REL-301"]
        assert [(str(one.severity), one.piece) for one in found] == [(severity, "fold")]


# ---------------------------------------------------------------- what a record does not carry


def test_a_statement_that_the_record_names_may_not_link_to_it() -> None:
    weak = _source(does_not_carry=(_carries("a thing", "fact"),))
    strong = _source("study", 6)
    message = "'fact' rests on 'label', whose record does not carry this: a thing (why)"
    for sources in ((weak,), (strong, weak)):
        found = not_carried(Galley.of(_job(_statement("fact", *sources))))
        assert _told(found) == [("EDT-106", "error", "content/a.yaml:5:8", message)]
    for quiet in (_statement("other", weak), _statement("fact", strong), _statement("fact")):
        assert _told(not_carried(Galley.of(_job(quiet)))) == []


TALE = "Go home with an adult."


@pytest.mark.parametrize(
    ("said", "language", "told"),
    [
        (TALE, "en", True),
        ("Go home with adults.", "en", True),
        ("Go home.", "en", False),
        ("Of those given ketamine, an adulterated one.", "en", False),
        (TALE, "es", False),
    ],
)
def test_words_that_the_record_does_not_carry_need_another_source(said: str, language: str, *, told: bool) -> None:
    weak = _source(does_not_carry=(_carries("an escort", en="an adult"), _carries("adults", en="adults")))
    job = _job(_statement("new", weak), said=[_says("new", said), _says("other", TALE)], language=language)
    found = _told(not_carried(Galley.of(job)))
    assert bool(found) is told
    assert all(one[:3] == ("EDT-106", "error", "content/a.yaml:5:8") for one in found)


def test_words_are_let_pass_where_one_of_the_sources_may_carry_them() -> None:
    escort = _carries("an escort", en="adult")
    weak, weaker, strong = _source(does_not_carry=(escort,)), _source("b", 6, does_not_carry=(escort,)), _source("c", 7)
    for sources, places in (((weak, strong), []), ((weak, weaker), [5, 6]), ((weak, weaker, strong), [])):
        job = _job(_statement("new", *sources), said=[_says("new", TALE)])
        assert [one.place.line for one in not_carried(Galley.of(job))] == places


def test_a_record_that_names_the_statement_and_its_words_tells_it_once() -> None:
    weak = _source(does_not_carry=(_carries("an escort", "new", en="adult"),))
    job = _job(_statement("new", weak), said=[_says("new", TALE)])
    assert len(_told(not_carried(Galley.of(job)))) == 1


# ---------------------------------------------------------------- what the clinic itself does


def test_what_the_clinic_does_names_no_source() -> None:
    message = "'care' says what the clinic does, and names 'label', 'study'"
    for kind in Kind:
        job = _job(_statement("care", _source(), _source("study", 6), kind=kind))
        told = [("EDT-107", "error", "content/a.yaml:5:8", message)] if kind is Kind.PROGRAM else []
        assert _told(program_sources(Galley.of(job))) == told
    assert _told(program_sources(Galley.of(_job(_statement("care", kind=Kind.PROGRAM))))) == []


def test_words_that_no_piece_prints_are_held_to_their_records_too() -> None:
    job = _job(
        _statement("fact", _source(does_not_carry=(_carries("a thing", "fact"),))),
        _statement("care", _source(), kind=Kind.PROGRAM),
    )
    assert [one.code for one in unprinted([job])] == ["EDT-106", "EDT-107"]
