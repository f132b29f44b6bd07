"""Signed things: what a piece, or the whole content, has that is signed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from brochures.load.catalogue import Catalogue
from brochures.load.model.base import StatementName
from brochures.load.model.forms import ANSWERS
from brochures.load.model.roles import HELPLINE, PIECE, STUDY
from brochures.load.model.statements import Audience
from brochures.project.paths import Project
from brochures.resolve.form_sheets import FormLine
from brochures.resolve.inline_text import Call
from brochures.resolve.job import CitedSource, Destination, FormSheet, Job, PrintedStatement, Study
from brochures.resolve.lookup import NameLookup, NamePlace
from brochures.resolve.own_words import own_words
from brochures.resolve.signed_words import (
    SignedWords,
    digest,
    record_lines,
    signatures_of,
    source_lines,
    text_of,
)


def signed_in(catalogue: Catalogue, job: Job) -> tuple[SignedWords, ...]:
    """Return what ``job`` prints that is signed, the piece's own words first."""
    found = [_piece(job), *_statements(catalogue, job), *_forms(catalogue, job), *_records(catalogue, job)]
    return with_signatures(catalogue, {one.thing: one for one in found}.values())


def with_signatures(catalogue: Catalogue, things: Iterable[SignedWords]) -> tuple[SignedWords, ...]:
    """Return ``things``, each with what the ledger has for it."""
    found = [*things]
    ledger = signatures_of(catalogue, {one.thing for one in found})
    return tuple(replace(one, signatures=ledger.get(one.thing, ())) for one in found)


def statements_of(project: Project, catalogue: Catalogue) -> tuple[SignedWords, ...]:
    """Return every wording of every statement of the content, printed or not, that can be followed."""
    found = []
    for name, entry in catalogue.shelf("statement").items():
        for audience in Audience:
            for language in getattr(entry.thing, audience) or {}:
                here = NamePlace(entry, audience, language, (str(audience), language))
                statement = NameLookup(project, catalogue).thing(StatementName(name), here)
                if statement is not None:
                    found.append(_statement(catalogue, statement, audience, language))
    return with_signatures(catalogue, found)


def job_with_signatures(project: Project, catalogue: Catalogue, job: Job) -> Job:
    """Return ``job`` with what the ledger and the record of printed versions have for it."""
    signed = signed_in(catalogue, job)
    until = {
        one.thing[:2]: max(signature.until for signature in held if signature.until)
        for one in signed
        if (held := [*one.in_force(project.today)])
    }
    versions = [entry.thing for entry in catalogue.shelf("printed version").values()]
    same = [one for one in versions if (one.piece, one.version) == (job.slug, job.version)]
    return replace(job, signed=signed, until=until, printed=same[-1] if same else None)


def all_words(job: Job) -> dict[str, str]:
    """Return a digest of each thing whose words ``job`` prints, references included, by what it is called."""
    found = {one.called: one.digest for one in job.signed}
    for source in job.things(CitedSource):
        found[f"reference '{source.name}'"] = digest(record_lines(source.cite), ())
    return found


def printed_digest(job: Job) -> str:
    """Return the digest of all words that ``job`` prints."""
    return digest(record_lines(all_words(job)), ())


def _piece(job: Job) -> SignedWords:
    return SignedWords(
        ("piece", job.slug, "", ""), PIECE, tuple(own_words(job)), (), job.place, job.place,
    )  # fmt: skip


def _statements(catalogue: Catalogue, job: Job) -> Iterator[SignedWords]:
    for section in job.sections:
        for block in section.blocks:
            for statement in block.things(PrintedStatement):
                yield _statement(catalogue, statement, statement.audience, job.language)


def _statement(catalogue: Catalogue, statement: PrintedStatement, audience: Audience, language: str) -> SignedWords:
    entry = catalogue.shelf("statement")[statement.name]
    wording = statement.wording
    return SignedWords(
        ("statement", statement.name, str(audience), language), str(statement.kind),
        tuple(map(text_of, wording.parts)), source_lines(entry.thing.sources, catalogue),
        statement.place, entry.place(str(audience), language),
    )  # fmt: skip


def _forms(catalogue: Catalogue, job: Job) -> Iterator[SignedWords]:
    for form in job.things(FormSheet):
        entry = catalogue.shelf("form")[form.name]
        yield SignedWords(
            ("form", form.name, "", ""), f"{form.kind} form", tuple(_form_lines(form)),
            source_lines(entry.thing.sources, catalogue), form.place, form.place,
        )  # fmt: skip


def _form_lines(form: FormSheet) -> Iterator[str]:
    """Yield each text and each choice of ``form`` as it is printed, with where it stands in it; how wide and high a field is says nothing."""
    head = {"title": form.title, "kind": form.kind, "intro": form.intro, "before_use": form.before_use}
    sections = tuple(
        {
            **section,
            "note": text_of(section["note"]) if section["note"] else None,
            "fields": tuple(map(_asked, section["fields"])),
        }
        for section in form.sections
    )
    yield from record_lines({**head, "sections": sections})


def _asked(line: FormLine) -> Mapping[str, Any]:
    """Return all of ``line`` that is asked: not how much room it has, and the answers only where they are others than usual."""
    asked = {**vars(line), "label": text_of(line.label), "columns": tuple(column.label for column in line.columns)}
    unsaid = {"name", "width", "lines", *(("answers",) if line.answers == ANSWERS else ())}
    return {part: value for part, value in asked.items() if part not in unsaid}


def _records(catalogue: Catalogue, job: Job) -> Iterator[SignedWords]:
    """Yield the help lines that ``job`` names and the studies that it shows, each with its whole record."""
    lines = [("help line", one.line) for one in (*job.things(Call), *job.things(Destination)) if one.line]
    for kind, name in [*lines, *(("study", study.name) for study in job.things(Study))]:
        entry = catalogue.shelf(kind)[name]
        place = entry.manuscript.place(entry.route, key=True)
        yield SignedWords(
            (kind, name, "", ""), {"help line": HELPLINE, "study": STUDY}[kind], tuple(record_lines(entry.thing)), (), place, place
        )  # fmt: skip
