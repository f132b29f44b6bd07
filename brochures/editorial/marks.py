"""Marks of other programs, which would be printed letter by letter: in words, in the clinic's facts, in records, and in what nobody prints yet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from brochures.editorial.galley import Galley
from brochures.findings import Finding, Place, codes
from brochures.findings.check import check
from brochures.load.catalogue import Catalogue
from brochures.load.model.base import Model
from brochures.load.model.names_and_titles import TAG
from brochures.load.model.sources import Citation
from brochures.load.text_places import Written
from brochures.load.yaml_source import Manuscript, Route
from brochures.resolve.references import KINDS

MARKS = re.compile(
    r"</?[a-zA-Z][^<>\n]*>"  # HTML: <b>, </p>, <br/>, <a href="…">
    r"|&(?:[a-zA-Z]{2,8}|#\d{1,6}|#[xX][0-9a-fA-F]{1,5});"  # its names for characters: &nbsp; &#160;
    r"|\[[^\[\]\n]+\]\([^()\s]*\)"  # Markdown: [text](address)
    r"|(?<![\w*])(\*{1,3})(?=[^\s*])[^*\n]*[^\s*]\1(?![\w*])"  # **bold**, *slanted*
    r"|(?<![\w_])(_{1,3})(?=[^\s_])[^_\n]*[^\s_]\2(?![\w_])"  # __bold__, _slanted_
    r"|~~[^~\n]+~~|`[^`\n]+`"
    r"|^#{1,6} "
    r"|\[/?(?:b|i|u|url|img|list|color|size)(?:=[^\]]*)?\]"  # forums: [b]
    rf"|\{{(?:{'|'.join(KINDS)}):[^{{}}\n]*\}}"  # a reference where none is followed: in a heading or label
    r"|\\(?:[nrt](?![a-z])|textbf|textit|emph)"  # line ends and tabs of programs, LaTeX
)
"""What means something elsewhere and would be printed letter by letter here."""

_ADDRESS = re.compile(r"https?://\S*|10\.\d{4,9}/\S*")
"""A text that is an address and nothing else: signs in it are its own."""

_CITED_TITLE = ("cite", "title")
"""Where a record has the title of what it cites: it may hold tags, which are set."""

_NOT_PRINTED = ("word list", "signature")
"""Kinds of entries in whose files words stand that are looked for, or were signed elsewhere."""

_PATTERNS = frozenset({"file_name"})
"""Fields that are written in signs of their own: the name of a file for a print shop."""


@check(
    codes.MARKUP,
    looks_for="marks of web pages and chats that would be printed letter by letter",
    source="docs/writers.md, What words are refused for",
)
def markup(galley: Galley) -> Iterator[Finding]:
    """Yield the first mark of another program in each text, and in what its references print."""
    for prose in galley.prose:
        told: set[bool] = set()
        for one in MARKS.finditer(prose.text):
            if prose.typed(one.start()) not in told:  # what a reference prints is mended elsewhere
                told.add(prose.typed(one.start()))
                yield _finding(one[0], prose.place(one.start(), one.end()))


@check(
    codes.MARKUP,
    looks_for="the same marks in facts about the clinic, and in records of sources and studies",
    source="docs/writers.md, What words are refused for",
)
def in_records(galley: Galley) -> Iterator[Finding]:
    """Yield the first mark in each text that the piece draws from elsewhere, and in each fact about the clinic."""
    read = {prose.passage.writing.place(0) for prose in galley.prose}
    for value in (galley.job.clinic, galley.job.sections):
        for text, set_tags in _written(value):
            found = _first(text, set_tags=set_tags)
            if found and text.writing.place(0) not in read:
                yield _finding(found[0], text.writing.place(text.offset + found.start()))


def unprinted_marks(catalogue: Catalogue, said: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the first mark in each text of ``catalogue`` that no piece prints; ``said`` is what was found in words already."""
    told = {finding.place for finding in said}
    found = (
        _finding(mark[0], manuscript.writing(route).place(mark.start()))
        for manuscript in _manuscripts(catalogue)
        for route, text in _texts(manuscript.data)
        for mark in [_first(text, set_tags=route[-2:] == _CITED_TITLE)]
        if mark and not mark[0].startswith("{")
    )
    return tuple(one for one in found if one.place not in told)


def _finding(mark: str, place: Place) -> Finding:
    return codes.MARKUP.at(place, f"'{mark}' would be printed as it is", "write the words without these signs")


def _first(text: str, *, set_tags: bool) -> re.Match[str] | None:
    """Return the first mark in ``text``; with ``set_tags`` those that a title may hold are none."""
    if _ADDRESS.fullmatch(text):
        return None
    found = MARKS.finditer(text)
    return next((one for one in found if not (set_tags and TAG.fullmatch(one[0]))), None)


def _written(value: Any, *, set_tags: bool = False) -> Iterator[tuple[Written, bool]]:
    """Yield each text in ``value`` that knows its place, and whether tags are set in it."""
    if isinstance(value, Written):
        yield value, set_tags
    elif isinstance(value, tuple):
        for part in value:
            yield from _written(part)
    else:
        for name, part in _parts(value):
            yield from _written(part, set_tags=isinstance(value, Citation) and name == _CITED_TITLE[-1])


def _parts(value: Any) -> Iterator[tuple[Any, Any]]:
    """Yield what ``value`` holds, each part with its name."""
    if isinstance(value, Mapping):
        yield from value.items()
    elif isinstance(value, Model):
        yield from ((name, getattr(value, name)) for name in value.model_fields_set)
    elif is_dataclass(value):
        yield from ((one.name, getattr(value, one.name)) for one in fields(value))


def _manuscripts(catalogue: Catalogue) -> Iterator[Manuscript]:
    """Yield every file of ``catalogue`` once, but the word lists, whose words are looked for, and the ledger, which repeats words."""
    entries = [entry for shelf in (*catalogue.shelves.values(), catalogue.pieces) for entry in shelf.values()]
    entries += [catalogue.clinic] if catalogue.clinic else []
    lists = {entry.manuscript.file for kind in _NOT_PRINTED for entry in catalogue.shelf(kind).values()}
    yield from {one.manuscript.file: one.manuscript for one in entries if one.manuscript.file not in lists}.values()


def _texts(data: Any, route: Route = ()) -> Iterator[tuple[Route, str]]:
    if isinstance(data, str):
        yield route, data
    elif isinstance(data, list):
        for number, item in enumerate(data):
            yield from _texts(item, (*route, number))
    elif isinstance(data, Mapping):
        for key, item in data.items():
            if key not in _PATTERNS:
                yield from _texts(item, (*route, key))
