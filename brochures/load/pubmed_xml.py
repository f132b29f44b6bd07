"""PubMed XML: one citation as PubMed exports it (dtd.nlm.nih.gov, PubMedArticle), read with Python's own Expat; entities are refused before they can grow."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers.expat import ExpatError, ParserCreate

from brochures.findings import BrochureError
from brochures.load.citation_exports import LARGEST, Export, checked, known_fields, plain, refused, unread

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

FATES = {"RetractionIn": "retracted", "ErratumIn": "corrected", "UpdateIn": "superseded"}
"""How PubMed says what became of a paper, the worst first."""


def pubmed_export(data: bytes, file: str) -> Export:
    """Return the citation in ``data``, which findings call ``file``. Raise ``BrochureError`` where there is none, or not one alone."""
    articles = [*_tree(data, file).iter("PubmedArticle")]
    if len(articles) != 1:
        raise refused(file, f"it holds {len(articles) or 'no'} citations of PubMed, and one is wanted")
    whole = articles[0]
    article = whole.find("MedlineCitation/Article")
    if article is None:
        raise refused(file, "the citation has no article in it")
    ids = {one.get("IdType"): plain(_text(one)) for one in whole.iterfind("PubmedData/ArticleIdList/ArticleId")}
    listed = article.find("AuthorList")
    found = known_fields([
        ("container_title", article.findtext("Journal/Title")),
        ("volume", article.findtext("Journal/JournalIssue/Volume")),
        ("issue", article.findtext("Journal/JournalIssue/Issue")),
        ("page", article.findtext("Pagination/MedlinePgn")),
        ("DOI", ids.get("doi") or article.findtext("ELocationID[@EIdType='doi']")),
        ("PMID", whole.findtext("MedlineCitation/PMID")),
        ("PMCID", ids.get("pmc")),
    ])  # fmt: skip
    export = Export(
        "article-journal",
        _title(article.find("ArticleTitle")),
        tuple(_authors(listed)),
        tuple(_issued(article.find("Journal/JournalIssue/PubDate"))),
        et_al=listed is not None and listed.get("CompleteYN") == "N",
        fields=found,
        fate=_fate(whole),
    )
    return checked(export, file)


def _tree(data: bytes, file: str) -> Element:
    """Return the root of ``data``."""
    if len(data) > LARGEST:
        raise unread(file, f"the file has {len(data):,} bytes: no export of one citation is so large")
    builder, parser = TreeBuilder(), ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.data

    def declared(name: str, *_: object) -> None:
        raise unread(file, f"it declares the entity '{name}'", parser.CurrentLineNumber, parser.CurrentColumnNumber + 1)

    parser.EntityDeclHandler = declared
    try:
        parser.Parse(data, True)  # noqa: FBT003 the parser's own order
        return builder.close()
    except BrochureError:
        raise
    except (ExpatError, ValueError, AssertionError, LookupError) as wrong:
        told = str(wrong).partition(":")[0] or "nothing is in it"
        raise unread(file, f"it is no XML: {told}", parser.ErrorLineNumber, parser.ErrorColumnNumber + 1) from wrong


def _text(element: Element | None) -> str:
    """Return the text of an element without the marks in it."""
    return plain("".join(element.itertext())) if element is not None else ""


def _title(element: Element | None) -> str:
    """Return a title without the brackets of a translated one and the full stop that PubMed ends each with."""
    return _text(element).removesuffix(".").removeprefix("[").removesuffix("]").removesuffix(".")


def _authors(listed: Element | None) -> Iterator[tuple[str, str | None]]:
    for author in listed.iterfind("Author") if listed is not None else ():
        family = plain(author.findtext("LastName"))
        group = _text(author.find("CollectiveName"))
        if family:
            yield family, plain(author.findtext("ForeName")) or plain(author.findtext("Initials"))
        elif group:
            yield group, None


def _issued(dated: Element | None) -> Iterator[int]:
    """Yield year, month and day as far as they are told; of ``MedlineDate``, such as ``2019 Jan-Feb``, the year alone."""
    if dated is None:
        return
    year = plain(dated.findtext("Year")) or plain(dated.findtext("MedlineDate"))[:4]
    if not year.isdecimal():
        return
    yield int(year)
    month = plain(dated.findtext("Month")).lower()
    number = int(month) if month.isdecimal() else MONTHS.index(month[:3]) + 1 if month[:3] in MONTHS else 0
    if number:
        yield number
        day = plain(dated.findtext("Day"))
        if day.isdecimal():
            yield int(day)


def _fate(whole: Element) -> tuple[str, str] | None:
    notes = [*whole.iterfind("MedlineCitation/CommentsCorrectionsList/CommentsCorrections")]
    for kind, fate in FATES.items():
        for note in notes:
            if note.get("RefType") == kind:
                return (
                    fate,
                    f"PubMed says so: {plain(note.findtext('RefSource')) or kind}. Read what was changed before citing it.",
                )
    types = {_text(one) for one in whole.iterfind("MedlineCitation/Article/PublicationTypeList/PublicationType")}
    return ("retracted", "PubMed says so.") if "Retracted Publication" in types else None
