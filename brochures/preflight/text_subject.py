"""A reading: what the finished file says, beside what was composed and what was laid out. The checks of words read this."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from pypdf import PdfReader
from pypdf.generic import DictionaryObject, IndirectObject

from brochures.compose.html import Composition
from brochures.compose.typography import squeezed
from brochures.findings import NOWHERE, Place
from brochures.geometry.box import Box
from brochures.geometry.pages import Line, Region
from brochures.geometry.passages import count, cut, origins
from brochures.layout.checks.subject import Pages
from brochures.pdf.file import File
from brochures.preflight.expected_text import Composed, Said, composed
from brochures.preflight.extracted_text import Run, read
from brochures.preflight.text_matching import Match, match

HANGING = 2.0
"""How far a run may hang out of its line and still belong to it, in pt: accents, descenders."""


@dataclass(frozen=True)
class Reading:
    """What the file says: every run of words, those of running heads and feet apart; what was composed; how the two agree."""

    pages: Pages
    composed: Composed
    printed: tuple[Said, ...]
    """The composed texts that the pages themselves print, in the order of reading; ``match`` counts in these."""
    runs: tuple[Run, ...]
    margins: Mapping[tuple[int, str], tuple[Run, ...]]
    match: Match
    generated: tuple[Run, ...]
    """What style sheets made: counters, page references, the markers of lists."""
    heads: tuple[Run, ...]
    """The heads of tables, on each page of theirs."""
    tree: tuple[DictionaryObject, ...]
    ranks: Mapping[tuple[int, int], int] | None
    """The turn in which each marked piece of content is read, by page and mark; ``None`` where the file is not tagged."""
    file: PdfReader

    @classmethod
    def of(cls, made: File, file: PdfReader) -> Reading:
        """Read ``made``; ``file`` is the same file, opened."""
        pages, said = Pages(made.composition, made.sheets), composed(made.composition.html)
        margins = [region for region in made.sheets.regions if region.kind == "margin"]
        body: list[Run] = []
        apart: dict[tuple[int, str], list[Run]] = {}
        runs = [_home(run, *made.moved) for run in read(made.data) if not _on_the_edge(run, made.composition)]
        for run in runs:
            margin = _within(run, margins)
            if margin is None:
                body.append(run)
            else:
                apart.setdefault((run.page, margin.name), []).append(run)
        ranks = _ranks(file) if made.composition.tagged else None
        if ranks is not None:
            body.sort(key=lambda run: ranks.get((run.page, run.mark), len(ranks)))
        printed = [text for text in said.texts if text.role not in {"running", "head"}]
        printed.sort(key=lambda text: text.turn)
        lines = _Lines(pages)
        generated = [run for run in body if lines.makes(run)]
        repeated = [run for run in body if lines.heads(run)]
        known = set(map(id, (*generated, *repeated)))
        agreed = match(printed, [run for run in body if id(run) not in known], made.sheets.panels)
        return cls(
            pages, said, tuple(printed), tuple(runs), {key: tuple(found) for key, found in apart.items()}, agreed,
            tuple(generated), tuple(repeated), tuple(elements(file.root_object.get("/StructTreeRoot", DictionaryObject()))), ranks, file,
        )  # fmt: skip

    @cached_property
    def _said(self) -> dict[int, tuple[Said, int]]:
        """The text that each run is a part of, and how many letters of it come before the run."""
        found: dict[int, tuple[Said, int]] = {}
        for index, runs in self.match.found.items():
            letters = 0
            for run in runs:
                found[id(run)] = self.printed[index], letters
                letters += count(run.text)
        return found

    def said_by(self, run: Run) -> Said | None:
        """Return the composed text that ``run`` is a part of."""
        said, _ = self._said.get(id(run), (None, 0))
        return said

    def place_of(self, run: Run) -> Place:
        """Return where the first word of ``run`` is written; nowhere where nobody composed it."""
        said, letters = self._said.get(id(run), (None, 0))
        return self.place_in(said, letters) if said else NOWHERE

    def place_in(self, said: Said, letter: int = 0) -> Place:
        """Return where ``said`` is written from its ``letter`` on (from 0), the block's place where nobody wrote it."""
        first = next(origins(cut(said.stretches, letter, count(said.text))), None)
        return self.pages.written(first) if first else self.pages.place_of_block(said.block)


def _on_the_edge(run: Run, composition: Composition) -> bool:
    """Whether ``run`` stands beyond the bleed of a press sheet, where marks and the slug line are."""
    form, reach = composition.format, composition.room.bleed
    if not composition.room.margin:
        return False
    x, y = (run.box.left + run.box.right) / 2, (run.box.top + run.box.bottom) / 2
    return not (-reach <= x <= form.width + reach and -reach <= y <= form.height + reach)


def _home(run: Run, right: float, up: float) -> Run:
    """Return ``run`` where it was laid out: on every second page what was laid out may have been moved to the ``right`` and ``up``."""
    if run.page % 2 or not (right or up):
        return run
    box = Box(run.box.left - right, run.box.top + up, run.box.right - right, run.box.bottom + up)
    return replace(run, box=box, letters=tuple(_home(letter, right, up) for letter in run.letters))


class _Lines:
    """The laid-out lines of each page that hold what style sheets make, and the repeated heads of tables."""

    def __init__(self, pages: Pages) -> None:
        self.made: dict[int, list[tuple[Box, str]]] = {}
        self.head: dict[int, list[tuple[Box, str]]] = {}
        for sheet in pages.sheets.pages:
            for line in sheet.lines:
                made = _made(line, pages)
                if made:
                    self.made.setdefault(sheet.number, []).append((line.box, squeezed(made).casefold()))
                if pages.sheets.paragraphs[line.paragraph].role == "head":
                    self.head.setdefault(sheet.number, []).append((line.box, squeezed(line.text).casefold()))

    def makes(self, run: Run) -> bool:
        return _in_a_line(run, self.made.get(run.page, ()))

    def heads(self, run: Run) -> bool:
        return _in_a_line(run, self.head.get(run.page, ()))


def elements(node: Any) -> Iterator[DictionaryObject]:
    """Yield every element of a structure tree, in reading order."""
    waiting = [node]
    while waiting:
        item = waiting.pop()
        item = item.get_object() if isinstance(item, IndirectObject) else item
        if isinstance(item, DictionaryObject):
            yield item
            kids = item.get("/K", [])
            kids = kids.get_object() if isinstance(kids, IndirectObject) else kids
            waiting += reversed(kids) if isinstance(kids, list) else [kids]


def _ranks(file: PdfReader) -> dict[tuple[int, int], int]:
    return {mark: rank for rank, mark in enumerate(marks(file.root_object.get("/StructTreeRoot"), page_numbers(file)))}


def page_numbers(file: PdfReader) -> dict[int, int]:
    """Return the number of each page of ``file``, from 1, by that of its object."""
    return {page.indirect_reference.idnum: at for at, page in enumerate(file.pages, 1) if page.indirect_reference}


def marks(node: Any, numbers: Mapping[int, int]) -> Iterator[tuple[int, int]]:
    """Yield page and mark of every marked piece of content of ``node``, in reading order (ISO 32000-1, 14.7.4); ``numbers`` are of pages."""
    waiting: list[tuple[Any, int]] = [(node, 0)]
    while waiting:
        item, page = waiting.pop()
        item = item.get_object() if isinstance(item, IndirectObject) else item
        if isinstance(item, int):
            yield page, int(item)
        elif isinstance(item, list):
            waiting += [(kid, page) for kid in reversed(item)]
        elif isinstance(item, DictionaryObject):
            own = item.raw_get("/Pg") if "/Pg" in item else None
            page = numbers.get(own.idnum, page) if isinstance(own, IndirectObject) else page
            if "/MCID" in item:
                yield page, int(item["/MCID"])  # type: ignore[call-overload]
            elif "/K" in item:
                waiting.append((item.raw_get("/K"), page))


def _made(line: Line, pages: Pages) -> str:
    """Return what a style sheet put into ``line``: all of it in a list's marker."""
    return line.text if pages.sheets.paragraphs[line.paragraph].tag.endswith("::marker") else line.generated


def _in_a_line(run: Run, lines: Any) -> bool:
    return any(box.holds_middle(run.box, HANGING) and run.text in text for box, text in lines)


def _within(run: Run, margins: list[Region]) -> Region | None:
    found = (region for region in margins if region.page == run.page and region.box.holds_middle(run.box, HANGING))
    return next(found, None)
