from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from brochures.findings import BrochureError
from brochures.load.citation_exports import LARGEST, Export, name_of, record_lines
from brochures.load.model.studies import StudiesFile
from brochures.load.pubmed_xml import pubmed_export
from brochures.load.ris import ris_export
from brochures.load.yaml_source import manuscript_of

ARTICLE = """<PubmedArticle><MedlineCitation><PMID Version="1">12345678</PMID><Article>
<Journal><JournalIssue><Volume>12</Volume><Issue>3</Issue><PubDate>{date}</PubDate></JournalIssue><Title>Journal of Examples</Title></Journal>
<ArticleTitle>A trial of <i>something</i> in people.</ArticleTitle><Pagination><MedlinePgn>165-83</MedlinePgn></Pagination>
<ELocationID EIdType="doi" ValidYN="Y">10.1000/xyz.1</ELocationID>
<AuthorList CompleteYN="{complete}"><Author><LastName>Müller-Lee</LastName><ForeName>Ann B</ForeName></Author>
<Author><CollectiveName>Example Group</CollectiveName></Author></AuthorList>
<PublicationTypeList><PublicationType>{type}</PublicationType></PublicationTypeList></Article>{notes}</MedlineCitation>
<PubmedData><ArticleIdList><ArticleId IdType="pmc">PMC123</ArticleId></ArticleIdList></PubmedData></PubmedArticle>"""
DOCTYPE = '<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle//EN" "https://dtd.nlm.nih.gov/pubmed.dtd">'
FEBRUARY = "<Year>2024</Year><Month>Feb</Month><Day>07</Day>"
RIS = """TY  - JOUR
AU  - Lee, Ann
AU  - Doe, J. P.
AU  - Example Group
TI  - Sleep and rest.
JF  - Journal of Examples
PY  - 2023/03//spring
VL  - 4
IS  - 2
SP  - 11
EP  - 19
DO  - https://doi.org/10.1000/abc
UR  - https://journal.example.org/abc
ER  -
"""


def xml(count: int = 1, **parts: str) -> bytes:
    filled = {"date": FEBRUARY, "complete": "Y", "type": "Journal Article", "notes": "", **parts}
    article = ARTICLE.format(**filled)
    return f'<?xml version="1.0" ?>\n{DOCTYPE}\n<PubmedArticleSet>{article * count}</PubmedArticleSet>'.encode()


def test_a_citation_of_pubmed_is_read() -> None:
    assert pubmed_export(xml(), "one.xml") == Export(
        "article-journal",
        "A trial of something in people",
        (("Müller-Lee", "Ann B"), ("Example Group", None)),
        (2024, 2, 7),
        fields={
            "container_title": "Journal of Examples", "volume": "12", "issue": "3", "page": "165-83",
            "DOI": "10.1000/xyz.1", "PMID": "12345678", "PMCID": "PMC123",
        },
    )  # fmt: skip


def test_a_citation_as_ris_is_read() -> None:
    for text in (RIS, RIS.replace("\n", "\r\n"), "\ufeff" + RIS):
        assert ris_export(text.encode(), "one.ris") == Export(
            "article-journal",
            "Sleep and rest",
            (("Lee", "Ann"), ("Doe", "J. P."), ("Example Group", None)),
            (2023, 3),
            fields={
                "container_title": "Journal of Examples", "volume": "4", "issue": "2", "page": "11-19",
                "DOI": "10.1000/abc", "URL": "https://journal.example.org/abc",
            },
        )  # fmt: skip


@pytest.mark.parametrize(
    ("dated", "issued"),
    [
        ("<Year>2019</Year>", (2019,)),
        ("<Year>2019</Year><Season>Spring</Season>", (2019,)),
        ("<Year>2019</Year><Month>11</Month>", (2019, 11)),
        ("<MedlineDate>2019 Jan-Feb</MedlineDate>", (2019,)),
        ("<Year>2019</Year><Day>3</Day>", (2019,)),
    ],
)
def test_a_date_is_taken_as_far_as_it_is_told(dated: str, issued: tuple[int, ...]) -> None:
    assert pubmed_export(xml(date=dated), "one.xml").issued == issued


@pytest.mark.parametrize(
    ("told", "issued"),
    [("2023", (2023,)), ("2023/00/00/", (2023,)), ("2023-05-31", (2023, 5, 31)), ("2023/13", (2023,))],
)
def test_a_date_of_ris_is_taken_as_far_as_it_is_one(told: str, issued: tuple[int, ...]) -> None:
    assert ris_export(RIS.replace("2023/03//spring", told).encode(), "one.ris").issued == issued


def _noted(kind: str) -> str:
    note = f'<CommentsCorrections RefType="{kind}"><RefSource>J Ex. 2025</RefSource></CommentsCorrections>'
    return f"<CommentsCorrectionsList>{note}</CommentsCorrectionsList>"


@pytest.mark.parametrize(
    ("parts", "fate"),
    [
        ({"type": "Retracted Publication"}, "retracted"),
        ({"notes": _noted("RetractionIn")}, "retracted"),
        ({"notes": _noted("ErratumIn")}, "corrected"),
        ({"notes": _noted("CommentIn")}, None),
    ],
)
def test_what_became_of_a_paper_goes_along(parts: Mapping[str, Any], fate: str | None) -> None:
    found = pubmed_export(xml(**parts), "one.xml").fate
    assert (found[0] if found else None) == fate


def test_a_list_of_authors_that_is_not_whole_says_so() -> None:
    assert pubmed_export(xml(complete="N"), "one.xml").et_al
    assert not pubmed_export(xml(), "one.xml").et_al


BOMB = '<!DOCTYPE a [<!ENTITY x "xx"><!ENTITY y "&x;&x;">]><PubmedArticleSet>&y;</PubmedArticleSet>'
UNREADABLE = {
    "an entity": ("TOO-101", "xml", BOMB.encode(), "it declares the entity 'x'"),
    "no XML": ("TOO-101", "xml", b"TY  - JOUR", "it is no XML: syntax error"),
    "a file cut off": ("TOO-101", "xml", xml()[:-30], "it is no XML: unclosed token"),
    "nothing": ("TOO-101", "xml", b"", "it is no XML: no element found"),
    "an unknown encoding": (
        "TOO-101",
        "xml",
        b'<?xml version="1.0" encoding="x-none"?><a/>',
        "it is no XML: unknown encoding",
    ),
    "too much XML": ("TOO-101", "xml", b" " * (LARGEST + 1), "the file has 5,242,881 bytes"),
    "no UTF-8": ("TOO-101", "ris", RIS.replace("Ann", "Änn").encode("latin-1"), "byte 23 is no UTF-8"),
    "too much RIS": ("TOO-101", "ris", b" " * (LARGEST + 1), "the file has 5,242,881 bytes"),
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_what_cannot_be_read_is_told(name: str) -> None:
    _refused(*UNREADABLE[name])


NO_RECORD = {
    "two citations of PubMed": ("TOO-102", "xml", xml(2), "it holds 2 citations of PubMed, and one is wanted"),
    "no citation of PubMed": ("TOO-102", "xml", b"<html/>", "it holds no citations of PubMed"),
    "no article": (
        "TOO-102",
        "xml",
        b"<PubmedArticle><MedlineCitation/></PubmedArticle>",
        "the citation has no article in it",
    ),
    "no year": ("TOO-102", "xml", xml(date="<Month>Feb</Month>"), "the citation has no year"),
    "no author": ("TOO-102", "ris", RIS.replace("AU  -", "ED  -").encode(), "the citation has no author"),
    "no title and no year": (
        "TOO-102",
        "ris",
        RIS.replace("TI  -", "T9  -").replace("PY  -", "P9  -").encode(),
        "the citation has no title, no year",
    ),
    "nowhere": (
        "TOO-102",
        "ris",
        b"TY  - JOUR\nAU  - Lee, A.\nTI  - Rest\nPY  - 2020\nER  -\n",
        "the citation has no journal, publisher, DOI or address",
    ),
    "a citation cut off": ("TOO-102", "ris", RIS.replace("ER  -", "").encode(), "it holds no whole citations"),
    "two of RIS": ("TOO-102", "ris", (RIS * 2).encode(), "it holds 2 whole citations"),
    "another kind": ("TOO-102", "ris", RIS.replace("JOUR", "SLIDE").encode(), "its type is 'SLIDE'"),
    "two volumes": ("TOO-102", "ris", RIS.replace("VL  - 4", "VL  - 4\nVL  - 5").encode(), "it has 2 of 'volume'"),
}


@pytest.mark.parametrize("name", NO_RECORD)
def test_what_makes_no_record_is_told(name: str) -> None:
    _refused(*NO_RECORD[name])


def _refused(code: str, form: str, data: bytes, message: str) -> None:
    with pytest.raises(BrochureError) as refused:
        (pubmed_export if form == "xml" else ris_export)(data, f"one.{form}")
    (finding,) = refused.value.findings
    assert (finding.code, finding.place.file) == (code, f"one.{form}")
    assert finding.message.startswith(message)
    assert finding.help


@pytest.mark.parametrize(
    "export", [pubmed_export(xml(type="Retracted Publication"), "a"), ris_export(RIS.encode(), "a")]
)
def test_a_record_says_what_the_export_says_and_that_nobody_has_read_it(export: Export) -> None:
    text = "\n".join(record_lines(export, "a", date(2026, 3, 1)))
    plain = manuscript_of(text, "a")[0].data
    record = StudiesFile.model_validate({"studies": {name_of(export): plain}}).studies[name_of(export)]  # type: ignore[index]
    assert record.verification == "unverified"
    assert record.cite.title is None
    assert record.cite.working_title == export.title
    assert [author.family or author.literal for author in record.cite.author] == [name for name, _ in export.authors]
    assert {key: getattr(record.cite, key) for key in export.fields} == export.fields
    assert (record.status is None) == (export.fate is None)
    written = {"type", "working_title", "author", "issued", *export.fields}
    assert set(plain["cite"]) == written
    assert set(plain) <= {
        "kind",
        "short",
        "cite",
        "verification",
        "unverified",
        "status",
        "limits",
        "design",
        "summary",
    }


@pytest.mark.parametrize(
    ("family", "name"), [("Müller-Lee", "muller-lee-2024"), ("O’Neill", "oneill-2024"), ("李", "paper-2024")]
)
def test_a_record_is_called_after_family_and_year(family: str, name: str) -> None:
    assert name_of(Export("article-journal", "t", ((family, ""),), (2024, 1))) == name
