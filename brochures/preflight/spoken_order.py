"""Spoken order: what a screen reader says of a finished file, in its order, read from the tags and from nothing else.

ISO 32000-1, 14.8.4 (roles), 14.9 (what is heard in the place of words), 12.7.3 (fields). Artifacts are in no element, and are not said.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pypdf import PdfReader
from pypdf.errors import DependencyError, PyPdfError
from pypdf.generic import DictionaryObject
from pypdfium2 import PdfiumError

from brochures.preflight.composed_roles import CALLED
from brochures.preflight.extracted_text import Run
from brochures.preflight.extracted_text import read as read_words
from brochures.preflight.spoken_things import Widget, link_in_words, scope_in_words
from brochures.preflight.spoken_words import ITEMS, SpokenWords, between, heard
from brochures.preflight.structure_tree import Held, TagElement, TagTree, read
from brochures.preflight.text_subject import page_numbers

SAID = {
    "P": "paragraph", "BlockQuote": "quotation", "Caption": "caption", "Note": "note", "TH": "heading cell", "TD": "cell",
    **{f"H{level}": f"heading {level}" for level in range(1, 7)},
}  # fmt: skip
"""What is said before the words of an element."""

GROUPS = {"L": "list", "Table": "table", "TOC": "contents"}
"""Elements that hold others: what is said before them."""

INSIDE = frozenset({"LBody", "Lbl", "Span", "NonStruct", "Reference", "Quote", "Em", "Strong", "Link"})
"""Elements that begin no line of their own."""


@dataclass(frozen=True)
class SpokenLine:
    """What is said in one go: ``depth`` is how far it stands in, ``page`` (from 1; 0: none) where its first words are printed."""

    depth: int
    page: int
    role: str
    words: str = ""

    def __str__(self) -> str:
        """Return it as it is shown."""
        return f"{'  ' * self.depth}{self.role}{f': {self.words}' if self.words else ''}"


@dataclass(frozen=True)
class Spoken:
    """What is said of one file: its title, language and number of pages, and every line; not ``tagged``: none, for nobody knows the order."""

    title: str
    language: str
    pages: int
    tagged: bool
    lines: tuple[SpokenLine, ...] = ()

    def __iter__(self) -> Iterator[str]:
        """Yield the lines as they are shown, the number of each page before what begins on it."""
        yield f"title: {self.title or 'none'}; language: {self.language or 'none'}; pages: {self.pages}"
        page = 0
        for line in self.lines:
            if line.page and line.page != page:
                page = line.page
                yield f"--- page {page}"
            yield str(line)


def spoken(data: bytes) -> Spoken | None:
    """Return what is said of the file ``data``; None where it is no PDF file that can be read."""
    try:
        file = PdfReader(io.BytesIO(data))
        return _spoken(file, data)
    except (PyPdfError, PdfiumError, DependencyError, LookupError, AttributeError, ValueError, TypeError):
        return None


def _spoken(file: PdfReader, data: bytes) -> Spoken:
    root: Any = file.root_object
    title = str(file.metadata.title or "") if file.metadata else ""
    whole = Spoken(title, str(root.get("/Lang", "")), len(file.pages), tagged="/StructTreeRoot" in root)
    if not whole.tagged:
        return whole
    tree = read(root["/StructTreeRoot"].get_object(), page_numbers(file))
    runs: dict[tuple[int, int], list[Run]] = {}
    for run in read_words(data, look=False):
        runs.setdefault((run.page, run.mark), []).append(run)
    speaker = _Speaker(SpokenWords(tree, runs), _annotations(file))
    return replace(whole, lines=tuple(speaker.lines(tree)))


def _annotations(file: PdfReader) -> dict[int, tuple[int, DictionaryObject]]:
    """Return each annotation with its page, by the number of its object."""
    found: dict[int, tuple[int, DictionaryObject]] = {}
    for page, one in enumerate(file.pages, 1):
        held: Any = one.get("/Annots")
        for reference in held.get_object() if held is not None else ():
            found[getattr(reference, "idnum", 0)] = page, reference.get_object()
    return found


class _OpenLine:
    """A line that is being said: its words so far, and the run that it ended with."""

    def __init__(self, element: TagElement, line: SpokenLine) -> None:
        self.element, self.line = element, line
        self.said: list[str] = []
        self.last: Run | None = None

    def add(self, words: str, runs: Sequence[Run] = ()) -> None:
        if words:
            before = between(self.last, runs[0]) if self.last and runs else " "
            self.said += [before if self.said else "", words]
            self.last = runs[-1] if runs else None

    def run(self, run: Run) -> None:
        if self.said:
            self.said.append(between(self.last, run) if self.last else " ")
        self.said.append(run.shown)
        self.last = run


class _Speaker:
    def __init__(self, words: SpokenWords, annotations: Mapping[int, tuple[int, DictionaryObject]]) -> None:
        self.words, self.annotations = words, annotations
        self.level = 0
        self.open: _OpenLine | None = None
        self.numbers: dict[int, int] = {}

    def lines(self, tree: TagTree) -> Iterator[SpokenLine]:
        silent: TagElement | None = None
        for step in tree.steps:
            element = step.parent if isinstance(step, Held) else step
            if silent is not None and silent in element.path and step is not silent:
                if not (isinstance(step, Held) and step.key):
                    continue
            else:
                silent = None
            if isinstance(step, Held):
                yield from self._held(step)
                continue
            yield from self._begin(step)
            if heard(step) or step.role == "Link":
                silent = step
        yield from self._end()

    def _begin(self, element: TagElement) -> Iterator[SpokenLine]:
        role = element.role
        if self._goes_on(element):
            if role == "Link" or heard(element):
                self._inline(element)
            return
        yield from self._end()
        depth = self.level + sum(one.role in GROUPS for one in element.path[:-1])
        if role in GROUPS:
            yield SpokenLine(depth, self.words.page(element), self._group(element))
        elif role in ITEMS:
            self.open = _OpenLine(element, SpokenLine(depth, self.words.page(element), self._item(element)))
        elif role in SAID or role == "Link" or heard(element):
            if role[:1] == "H" and role[1:].isdigit():
                self.level = int(role[1:])
                depth = self.level - 1
            self.open = _OpenLine(element, SpokenLine(depth, self.words.page(element), self._role(element)))
            if heard(element) or role == "Link":
                self._inline(element)

    def _goes_on(self, element: TagElement) -> bool:
        """Whether ``element`` is said in the line that is open: words in a paragraph, and the first paragraph of an item."""
        held = self.open
        if held is None or held.element not in element.path[:-1]:
            return False
        if element.role in INSIDE or element.role == "Figure":
            return True
        first = element.role == "P" and held.element.role in {*ITEMS, "TD", "TH"}
        return first or (element.role not in {*SAID, *GROUPS, *ITEMS} and element.role != "Form")

    def _inline(self, element: TagElement) -> None:
        assert self.open is not None  # noqa: S101 only called in an open line
        if element.role == "Link":
            self.open.add(f"[link {self._link(element)}]", self.words.runs_of(element))
        elif element.role == "Figure" and self.open.element is not element:
            self.open.add(f"[picture: {heard(element)}]")
        else:
            self.open.add(heard(element))

    def _link(self, element: TagElement) -> str:
        keys = [key for key, holder in self.words.tree.objects if holder is element]
        each = [self.annotations[key][1] for key in keys if key in self.annotations]
        return link_in_words(self.words.of(element), each)

    def _held(self, held: Held) -> Iterator[SpokenLine]:
        if held.key and held.parent.role != "Link":
            yield from self._field(held)
        elif held.number >= 0 and not held.key:
            for run in self.words.at(held):
                if self.open is None:
                    depth = self.level + sum(one.role in GROUPS for one in held.parent.path)
                    self.open = _OpenLine(held.parent, SpokenLine(depth, held.page, "words"))
                self.open.run(run)

    def _field(self, held: Held) -> Iterator[SpokenLine]:
        page, raw = self.annotations.get(held.key, (0, DictionaryObject()))
        depth = self.level + sum(one.role in GROUPS for one in held.parent.path)
        before = self.open
        yield from self._end()
        yield SpokenLine(depth, page, "field", str(Widget.of(raw)))
        if before is not None:
            self.open = _OpenLine(before.element, replace(before.line, role="words"))

    def _end(self) -> Iterator[SpokenLine]:
        if self.open is not None and (self.open.said or self.open.line.role not in {"words", "paragraph"}):
            yield replace(self.open.line, words="".join(self.open.said))
        self.open = None

    def _group(self, element: TagElement) -> str:
        called = GROUPS[element.role]
        if element.role == "Table":
            rows = self.words.inside(element, "TR")
            return f"{called} of {rows} {'row' if rows == 1 else 'rows'}"
        count = self.words.items(element)
        return f"{called} of {count} {'item' if count == 1 else 'items'}"

    def _item(self, element: TagElement) -> str:
        around = element.parent
        number = self.numbers[id(around)] = self.numbers.get(id(around), 0) + 1
        return f"item {number} of {self.words.items(around) if around else number}"

    def _role(self, element: TagElement) -> str:
        if element.role in {"TD", "TH"}:
            return ", ".join(
                [SAID[element.role], *scope_in_words(element, self.words.under(element), self.words.heads_of(element))]
            )
        language = str(element.raw.get("/Lang", ""))
        said = SAID.get(element.role) or CALLED.get(element.role, element.role).removeprefix("a ")
        return f"{said} (language {language})" if language else said
