"""Citation files within the screen edition: these and no others, byte for byte; read by those who would use them."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from pikepdf import Array, Name, String
from pypdf import PdfReader

from brochures.findings import Finding
from brochures.pdf.file import File
from brochures.preflight.attached_files import attached_files
from brochures.project.edition import Edition
from brochures.resolve.job import CitedSource
from tests.addressed import addressed_file

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def file(shared: Path) -> File:
    return addressed_file(shared)


def _told(file: File, change: Callable[[Any], None] = lambda _: None) -> list[Finding]:
    with pikepdf.open(io.BytesIO(file.data)) as pdf:
        change(pdf)
        written = io.BytesIO()
        pdf.save(written)
    return list(attached_files(PdfReader(io.BytesIO(written.getvalue())), file.composition))


def _first(pdf: Any) -> Any:
    return pdf.Root.Names.EmbeddedFiles.Names[1]


def test_the_files_of_a_piece_are_right(file: File) -> None:
    assert len(file.composition.attached) == 2
    assert _told(file) == []


def _another_file(pdf: Any) -> None:
    held = pdf.Root.Names.EmbeddedFiles.Names
    more = pdf.make_indirect(pikepdf.Dictionary(_first(pdf)))
    more.F = more.UF = String("else.ris")
    pdf.Root.Names.EmbeddedFiles.Names = Array([*held, more.UF, more])
    pdf.Root.AF = Array([*pdf.Root.AF, more])


def _other_bytes(pdf: Any) -> None:
    _first(pdf).EF.F.write(b"TY  - JOUR")


def _one_less(pdf: Any) -> None:
    pdf.Root.Names.EmbeddedFiles.Names = Array([*pdf.Root.Names.EmbeddedFiles.Names][2:])
    pdf.Root.AF = Array([*pdf.Root.AF][1:])


def _another_relation(pdf: Any) -> None:
    _first(pdf).AFRelationship = Name.Data


def _not_of_the_document(pdf: Any) -> None:
    pdf.Root.AF = Array([*pdf.Root.AF][1:])


def _another_name(pdf: Any) -> None:
    _first(pdf).F = String("a.exe")


@pytest.mark.parametrize(
    "change",
    [_another_file, _other_bytes, _one_less, _another_relation, _not_of_the_document, _another_name],
    ids=["another file", "other bytes", "one less", "another relation", "not of the document", "another name"],
)
def test_what_is_attached_and_not_declared_is_told(file: File, change: Callable[[Any], None]) -> None:
    assert {one.code for one in _told(file, change)} == {"PRE-116"}


def test_a_piece_that_declares_none_is_left_to_the_check_of_what_acts(file: File) -> None:
    bare = replace(file, composition=replace(file.composition, attached=()))
    assert _told(bare) == []


def test_on_paper_there_is_nothing_to_attach(shared: Path) -> None:
    desk = addressed_file(shared, Edition.DESK)
    assert desk.composition.attached == ()
    assert not PdfReader(io.BytesIO(desk.data)).attachments


def test_a_reference_manager_reads_each_source_of_the_piece(file: File) -> None:
    carried = {name: held[0] for name, held in PdfReader(io.BytesIO(file.data)).attachments.items()}
    cited = {source.name: source.cite for source in file.composition.job.things(CitedSource)}
    ris = {one["id"]: one for one in rispy.loads(carried["referral-packet.ris"].decode())}
    bib = {
        one.key: {field.key: field.value for field in one.fields}
        for one in parse_string(carried["referral-packet.bib"].decode()).entries
    }
    assert set(ris) == set(bib) == set(cited)
    for name, cite in cited.items():
        assert ris[name].get("title") == (str(cite.title) if cite.title else None)
        assert ris[name].get("doi") == cite.DOI == bib[name].get("doi")
        assert len(ris[name].get("authors", [])) == len(cite.author)
        year = str(cite.issued.year) if cite.issued else None
        assert ris[name].get("year") == year == bib[name].get("year")


def test_no_title_that_nobody_has_read_is_in_them(file: File) -> None:
    unread = [
        cite.working_title for source in file.composition.job.things(CitedSource) if (cite := source.cite).working_title
    ]
    whole = b"".join(one.data for one in file.composition.attached).decode()
    assert not [title for title in unread if str(title) in whole]
