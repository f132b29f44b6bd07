"""RIS: one citation as nearly every library's program exports it, read with rispy."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import rispy

from brochures.load.citation_exports import LARGEST, Export, checked, known_fields, plain, refused, unread

TYPES = {
    "JOUR": "article-journal", "EJOUR": "article-journal", "JFULL": "article-journal", "INPR": "article-journal",
    "RPRT": "report", "GOVDOC": "report", "BOOK": "book", "EBOOK": "book", "CHAP": "chapter", "ECHAP": "chapter",
    "ELEC": "webpage", "WEB": "webpage", "NEWS": "article-newspaper",
}  # fmt: skip
"""What RIS calls each type of ``Citation``."""

_NUMBERS = re.compile(r"\d+")
_DOI = re.compile(r"10\.\d{4,9}/\S+")
DAY = slice(0, 3)
"""Year, month and day stand in front of what else a date of RIS says."""


def ris_export(data: bytes, file: str) -> Export:
    """Return the citation in ``data``, which findings call ``file``. Raise ``BrochureError`` where there is none, or not one alone."""
    if len(data) > LARGEST:
        raise unread(file, f"the file has {len(data):,} bytes: no export of one citation is so large")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        raise unread(file, f"byte {wrong.start + 1} is no UTF-8") from wrong
    try:
        entries = rispy.loads(text, enforce_list_tags=False)
    except (OSError, ValueError, KeyError, IndexError) as wrong:
        raise unread(file, f"it is no RIS: {wrong}") from wrong
    if len(entries) != 1:
        raise refused(file, f"it holds {len(entries) or 'no'} whole citations ('TY  -' to 'ER  -'), and one is wanted")
    return checked(_export(entries[0], file), file)


def _export(entry: Mapping[str, Any], file: str) -> Export:
    named = str(entry.get("type_of_reference", ""))
    if named not in TYPES:
        raise refused(file, f"its type is '{named}'. Those that are known: {', '.join(TYPES)}")
    authors = [*entry.get("first_authors", ()), *entry.get("authors", ())]
    doi = _DOI.search(_one(entry, file, "doi"))
    found = known_fields([
        ("container_title", _one(entry, file, "alternate_title3", "journal_name", "secondary_title")),
        ("publisher", _one(entry, file, "publisher") if named not in {"JOUR", "EJOUR", "JFULL", "INPR"} else ""),
        ("volume", _one(entry, file, "volume")),
        ("issue", _one(entry, file, "number")),
        ("page", "-".join(filter(None, [_one(entry, file, "start_page"), _one(entry, file, "end_page")]))),
        ("DOI", doi[0] if doi else ""),
        ("URL", next((url for url in entry.get("urls", ()) if url.startswith(("http://", "https://"))), "")),
    ])  # fmt: skip
    return Export(
        TYPES[named],
        plain(_one(entry, file, "title", "primary_title")).removesuffix("."),
        tuple(_author(plain(author)) for author in authors if plain(author)),
        tuple(_issued(_one(entry, file, "date", "year", "publication_year"))),
        fields=found,
    )


def _one(entry: Mapping[str, Any], file: str, *keys: str) -> str:
    """Return what the first of ``keys`` says that the citation has; one that it has twice cannot be decided here."""
    for key in keys:
        value = entry.get(key)
        if isinstance(value, list):
            raise refused(file, f"it has {len(value)} of '{key.replace('_', ' ')}', and one is wanted")
        if value:
            return str(value)
    return ""


def _author(name: str) -> tuple[str, str | None]:
    """Return a person's family and given name, which RIS parts by a comma; what has none is a body."""
    family, comma, given = name.partition(",")
    return (plain(family), plain(given).replace(", ", " ")) if comma else (name, None)


def _issued(text: str) -> Iterator[int]:
    """Yield year, month and day of ``2019/03/14/`` as far as they are told; a season behind the last stroke is none of them."""
    for number, part in enumerate(re.split(r"[/-]", text)[DAY]):
        found = _NUMBERS.fullmatch(part.strip())
        if not found or int(part) > (9999, 12, 31)[number] or int(part) < 1:
            return
        yield int(part)
