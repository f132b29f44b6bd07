"""Citation files: the sources of a piece as RIS and BibTeX, for the reference manager of whoever reads it. Its screen edition carries them.

A title that nobody has read is in none of them. The formats: Research Information Systems, RIS Format Specifications; BibTeX 0.99d.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

import rispy
from bibtexparser.library import Library
from bibtexparser.model import Block, Entry, Field
from bibtexparser.writer import write

from brochures.compose.citations import number_sources
from brochures.load.model.piece import CitationFormat
from brochures.load.model.sources import Author, Citation
from brochures.resolve.job import Job

_RIS = {
    "article-journal": "JOUR", "report": "RPRT", "webpage": "ELEC", "legislation": "STAT", "book": "BOOK", "chapter": "CHAP",
    "article-newspaper": "NEWS",
}  # fmt: skip
_BIBTEX = {
    "article-journal": "article",
    "report": "techreport",
    "book": "book",
    "chapter": "incollection",
    "article-newspaper": "article",
}

_TEX = str.maketrans({
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
})  # fmt: skip
"""Signs that TeX takes for orders."""

_AS_IT_IS = frozenset({"doi", "url", "year", "volume", "number", "pages"})


@dataclass(frozen=True)
class CitationFile:
    """A file that goes with a piece: its name, its media type, what it is in words, and its bytes."""

    name: str
    media_type: str
    says: str
    data: bytes = field(repr=False)

    @property
    def digest(self) -> str:
        """The SHA-256 of its bytes."""
        return hashlib.sha256(self.data).hexdigest()


def citation_files(job: Job) -> tuple[CitationFile, ...]:
    """Return the files that ``job`` asks for; none where it cites nothing."""
    cited = {name: source.cite for name, source in number_sources(job).items()}
    made: Mapping[CitationFormat, tuple[str, str, Callable[[Mapping[str, Citation]], str]]] = {
        CitationFormat.RIS: ("ris", "application/x-research-info-systems", _as_ris),
        CitationFormat.BIBTEX: ("bib", "application/x-bibtex", _as_bibtex),
    }
    files = []
    for form in job.citations if cited else ():
        ending, media_type, written = made[form]
        says = str(job.labels.get(f"citations.{form}", ending))
        files.append(CitationFile(f"{job.slug}.{ending}", media_type, says, written(cited).encode()))
    return tuple(files)


def _as_ris(cited: Mapping[str, Citation]) -> str:
    return str(rispy.dumps([_ris(name, cite) for name, cite in cited.items()], enforce_list_tags=False))


def _ris(name: str, cite: Citation) -> dict[str, object]:
    first, _, last = (cite.page or "").partition("-")
    found = {
        "type_of_reference": _RIS[cite.type],
        "id": name,
        "authors": [_author(one) for one in cite.author],
        "title": cite.title,
        "secondary_title": cite.container_title,
        "publisher": cite.publisher,
        "year": str(cite.issued.year) if cite.issued else None,
        "date": _date(cite),
        "volume": cite.volume,
        "number": cite.issue or cite.number,
        "start_page": first,
        "end_page": last,
        "doi": cite.DOI,
        "accession_number": cite.PMID,
        "urls": [address] if (address := cite.URL or cite.address) else [],
    }
    return {key: value for key, value in found.items() if value}


def _date(cite: Citation) -> str:
    """Return the day of publication as RIS writes it, with what is not known left empty: ``2022/03/``."""
    if cite.issued is None or cite.issued.month is None:
        return ""
    return f"{cite.issued.year}/{cite.issued.month:02d}/{f'{cite.issued.day:02d}' if cite.issued.day else ''}"


def _author(one: Author) -> str:
    if one.literal is not None:
        return one.literal
    return ", ".join(str(part) for part in (one.family, one.given, one.suffix) if part)


def _as_bibtex(cited: Mapping[str, Citation]) -> str:
    entries: list[Block] = [
        Entry(_BIBTEX.get(cite.type, "misc"), name, [*_bibtex(cite)]) for name, cite in cited.items()
    ]
    return write(Library(entries))


def _bibtex(cite: Citation) -> Iterator[Field]:
    held = {
        "author": " and ".join(_bibtex_author(one) for one in cite.author) + (" and others" if cite.et_al else ""),
        "title": cite.title,
        "booktitle" if cite.type == "chapter" else "journal": cite.container_title,
        "institution" if cite.type == "report" else "publisher": cite.publisher,
        "year": str(cite.issued.year) if cite.issued else None,
        "volume": cite.volume,
        "number": cite.issue or cite.number,
        "pages": (cite.page or "").replace("-", "--"),
        "doi": cite.DOI,
        "url": cite.URL or cite.address,
    }
    for key, value in held.items():
        if value:
            # Inner braces keep capitals as they are written: a reference manager makes small letters of them.
            whole = value if key in _AS_IT_IS else value if key == "author" else f"{{{value.translate(_TEX)}}}"
            yield Field(key, f"{{{whole}}}")


def _bibtex_author(one: Author) -> str:
    if one.literal is not None:
        return f"{{{one.literal.translate(_TEX)}}}"
    return ", ".join(str(part).translate(_TEX) for part in (one.family, one.suffix, one.given) if part)
