"""Citation exports: what a library's program or PubMed says of a paper, as a record of ``studies.yaml`` that nobody has read yet.

Nothing is filled in that the export does not say. Its title is a working title, which is never printed, until somebody has read the paper.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from brochures.findings import BrochureError, Place, codes
from brochures.load.list_files import scalar

UNWRITTEN = "To be written: nobody has read the paper yet"
"""What stands where only a reader can say something. Printed, it is refused as a placeholder (EDT-304)."""

LARGEST = 5 * 2**20
"""The most bytes of an export; one citation with its abstract has a few thousand."""


@dataclass(frozen=True)
class Export:
    """One citation in the terms of ``Citation``. ``authors`` are persons (family, given) or bodies (name, empty); ``fate``: what became of the paper, and who says so."""

    type: str
    title: str
    authors: tuple[tuple[str, str | None], ...]
    issued: tuple[int, ...]
    et_al: bool = False
    fields: Mapping[str, str] = field(default_factory=dict)
    fate: tuple[str, str] | None = None

    @property
    def year(self) -> int:
        """The year in which it came out."""
        return self.issued[0]


def refused(file: str, message: str) -> BrochureError:
    """Return that ``file`` makes no record."""
    return BrochureError(
        codes.NO_RECORD.at(Place(file), message, "export this one citation, whole; or write its record by hand")
    )


def unread(file: str, message: str, line: int = 0, column: int = 0) -> BrochureError:
    """Return that ``file`` cannot be read."""
    return BrochureError(
        codes.UNREAD_EXPORT.at(
            Place(file, line, column),
            message,
            "export the citation once more: PubMed XML from PubMed, RIS from nearly every other place",
        )
    )


def checked(export: Export, file: str) -> Export:
    """Return ``export``. Raise ``BrochureError`` where it lacks what a record cannot be without."""
    lacks = [
        name
        for name, there in (("title", export.title), ("author", export.authors), ("year", export.issued))
        if not there
    ]
    if not {"container_title", "publisher", "DOI", "URL"} & set(export.fields):
        lacks.append("journal, publisher, DOI or address")
    if lacks:
        raise refused(file, f"the citation has no {', no '.join(lacks)}")
    return export


def plain(text: str | None) -> str:
    """Return ``text`` with single blanks and none at its ends."""
    return " ".join((text or "").split())


def name_of(export: Export) -> str:
    """Return the name that records have here: family and year, such as ``grabski-2022``."""
    family = unicodedata.normalize("NFKD", export.authors[0][0]).encode("ascii", "ignore").decode().lower()
    word = re.sub(r"[^a-z0-9]+", "-", family).strip("-") or "paper"
    return f"{word}-{export.year}"


def same_paper(export: Export, record: Any) -> bool:
    """Whether ``record`` of the content cites the same paper: by its number in PubMed, its DOI or its title."""
    cite = record.cite
    ids = [(getattr(cite, key), export.fields.get(key)) for key in ("PMID", "DOI")]
    titles = (cite.title or cite.working_title or "", export.title)
    pairs = [*ids, titles]
    return any(mine and other and mine.casefold() == other.casefold() for mine, other in pairs)


def record_lines(export: Export, source: str, day: date) -> Iterator[str]:
    """Yield the record of ``export`` as it stands below its name in ``studies.yaml``; ``source`` is the file, read on ``day``."""
    yield f"# From a citation export ({source}) on {day}. Nobody has read the paper. Read it; then say what kind it is, how it was done,"
    yield "# what it found and its limits, move 'working_title' to 'title', and take away what is no longer so."
    yield "kind: article"
    yield f"short: {scalar(f'{export.authors[0][0]} {export.year}')}"
    yield "cite:"
    yield from (f"  {line}" for line in _cite(export))
    yield "verification: unverified"
    yield "unverified:"
    yield f"  - {scalar('everything: the record is that of a citation export, and nobody has read the paper')}"
    if export.fate:
        yield "status:"
        yield f"  kind: {export.fate[0]}"
        yield f"  note: {scalar(export.fate[1])}"
    yield "limits:"
    yield f"  - {scalar(UNWRITTEN)}"
    yield f"design: {scalar(UNWRITTEN)}"
    yield f"summary: {scalar(UNWRITTEN)}"


def _cite(export: Export) -> Iterator[str]:
    yield f"type: {export.type}"
    yield f"working_title: {scalar(export.title)}"
    yield "author:"
    yield from (f"  - {_author(*author)}" for author in export.authors)
    if export.et_al:
        yield "et_al: true"
    parts = zip(("year", "month", "day"), export.issued, strict=False)
    yield f"issued: {{{', '.join(f'{name}: {number}' for name, number in parts)}}}"
    yield from (f"{key}: {scalar(value)}" for key, value in export.fields.items())


def _author(family: str, given: str | None) -> str:
    if given is None:
        return f"{{literal: {scalar(family)}}}"
    return f"{{family: {scalar(family)}{f', given: {scalar(given)}' if given else ''}}}"


def known_fields(found: Sequence[tuple[str, str | None]]) -> dict[str, str]:
    """Return those of the fields that say something, in their order."""
    return {key: text for key, value in found if (text := plain(value))}
