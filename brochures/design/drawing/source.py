"""The text of an SVG file into elements, each with its line and column.

The standard library's parser (expat) reads no other file, and refuses entities that grow without end.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element
from xml.parsers import expat

SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"
DEEPEST = 100
"""Elements within one another: drawings have ten or twenty, and the layout engine breaks down at some hundreds."""

_GROWS = "its abbreviations (entities) grow without end"
_REASONS = {
    expat.errors.XML_ERROR_NO_ELEMENTS: "the file breaks off before its first element ends",
    expat.errors.XML_ERROR_UNCLOSED_TOKEN: "the file breaks off within a tag",
    expat.errors.XML_ERROR_UNCLOSED_CDATA_SECTION: "the file breaks off within a style",
    expat.errors.XML_ERROR_TAG_MISMATCH: "an element ends here that did not begin here",
    expat.errors.XML_ERROR_DUPLICATE_ATTRIBUTE: "an attribute is written twice in one element",
    expat.errors.XML_ERROR_UNDEFINED_ENTITY: "'&' begins a name that the file does not explain",
    expat.errors.XML_ERROR_UNBOUND_PREFIX: "a prefix before ':' is used that no xmlns explains",
    expat.errors.XML_ERROR_JUNK_AFTER_DOC_ELEMENT: "something stands behind the end of the drawing",
    expat.errors.XML_ERROR_AMPLIFICATION_LIMIT_BREACH: _GROWS,
    expat.errors.XML_ERROR_RECURSIVE_ENTITY_REF: "an abbreviation (entity) stands within itself",
}  # fmt: skip
"""What stops the parser, in words; of anything else it is told that it is no XML."""


class NotADrawingError(ValueError):
    """The file is no SVG drawing, or not a whole one: why, and at which line and column (from 1; 0 where it is none at all)."""

    def __init__(self, why: str, line: int = 0, column: int = 0) -> None:
        super().__init__(why)
        self.line = line
        self.column = column


@dataclass(frozen=True)
class Markup:
    """A tree of elements, and of each where it begins: line and column (from 1), the text of its start tag, and where its words begin."""

    root: Element
    tags: dict[Element, tuple[int, int, str]]
    words: dict[Element, tuple[int, int]]

    def place(self, element: Element, name: str = "", *, styled: bool = False) -> tuple[int, int]:
        """Return line and column of ``element``, or of ``name`` where its start tag writes it: as an attribute, or in its style."""
        line, column, tag = self.tags[element]
        start = re.search(r"\bstyle\s*=", tag) if styled else None
        pattern = re.compile(rf"(?<![\w-]){re.escape(name)}\s*[:=]", re.IGNORECASE)
        found = pattern.search(tag, start.end() if start else 0) if name else None
        if found is None:
            return line, column
        before = tag[: found.start()]
        return line + before.count("\n"), (column if "\n" not in before else -before.rfind("\n")) + found.start()


def read(data: bytes) -> Markup:
    """Return the elements of the drawing in ``data``. Raise ``NotADrawingError`` where there are none."""
    if data.startswith(b"\x1f\x8b"):
        raise NotADrawingError("it is packed (SVGZ); unpack it, or save it as plain SVG")
    reader = _Reader(data)
    root = reader.run()
    if _local(root.tag) != "svg":
        raise NotADrawingError(f"its first element is <{_local(root.tag)}>, not <svg>")
    return Markup(root, reader.tags, reader.words)


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


class _Reader:
    """Builds elements while expat reads, and notes where they stand."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.tags: dict[Element, tuple[int, int, str]] = {}
        self.words: dict[Element, tuple[int, int]] = {}
        self.ends: dict[Element, int] = {}
        self.letters = 0
        self.explained = {"amp", "lt", "gt", "quot", "apos"}
        self.root: Element | None = None
        self.open: list[Element] = []
        self.last: Element | None = None
        self.parser = expat.ParserCreate(namespace_separator="}")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.SkippedEntityHandler = lambda name, _: self._elsewhere(name)
        self.parser.ExternalEntityRefHandler = lambda context, *_: self._elsewhere((context or "").rpartition("\f")[2])
        self.parser.EntityDeclHandler = self._explains

    def run(self) -> Element:
        try:
            self.parser.Parse(self.data, True)  # noqa: FBT003 the end of the text, a positional flag of the standard library
        except expat.ExpatError as wrong:
            self._refuse(expat.ErrorString(wrong.code), wrong.lineno, wrong.offset + 1)
        except (LookupError, ValueError) as wrong:
            if isinstance(wrong, NotADrawingError):
                raise
            raise NotADrawingError("its first line names an encoding that nobody knows") from wrong
        assert self.root is not None  # noqa: S101 expat refuses a text without an element
        return self.root

    def _refuse(self, error: str | None, line: int, column: int) -> None:
        if self.root is None and b"<svg" not in self.data:
            raise NotADrawingError("its first bytes are not those of one")
        raise NotADrawingError(_REASONS.get(error or "", "this is not XML as its rules want it"), line, column)

    def _explains(self, name: str, _: bool, value: str | None, *__: str | None) -> None:  # noqa: FBT001 the parser's signature
        if value is not None:
            self.explained.add(name)

    def _elsewhere(self, name: str) -> int:
        raise NotADrawingError(f"'&{name};' is explained in another file, which is not read", *self._here())

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        element = Element(_braced(name), {_braced(key): value for key, value in attributes.items()})
        if len(self.open) > DEEPEST:
            raise NotADrawingError(f"more than {DEEPEST} elements stand one within the other", *self._here())
        if self.open:
            self.open[-1].append(element)
        else:
            self.root = element
        tag = self._tag()
        for entity in re.findall(r"&(\w[\w.-]*);", tag):
            if entity not in self.explained:
                self._elsewhere(entity)
        self.tags[element] = (*self._here(), tag)
        self.ends[element] = self.parser.CurrentByteIndex + len(tag.encode())
        self.open.append(element)
        self.last = None

    def _end(self, _: str) -> None:
        self.last = self.open.pop()

    def _text(self, text: str) -> None:
        self.letters += len(text)
        if self.letters > len(self.data) * 4 + 100_000:
            raise NotADrawingError(_GROWS, *self._here())
        if self.last is not None:
            self.last.tail = (self.last.tail or "") + text
        else:
            element = self.open[-1]
            if element.text is None:
                self.words[element] = self._after_tag(element)
            element.text = (element.text or "") + text

    def _here(self) -> tuple[int, int]:
        return self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1

    def _tag(self) -> str:
        """Return the text of the start tag that the parser is at."""
        at = self.parser.CurrentByteIndex
        found = re.compile(rb"<(?:[^>\"']|\"[^\"]*\"|'[^']*')*>").match(self.data, at)
        return found[0].decode("utf-8", "replace") if found else ""

    def _after_tag(self, element: Element) -> tuple[int, int]:
        """Return line and column of what follows the start tag of ``element``, and a CDATA mark, if there is one."""
        line, column, tag = self.tags[element]
        space = re.compile(rb"\s*<!\[CDATA\[").match(self.data, self.ends[element])
        before = tag + (space[0].decode() if space else "")
        return line + before.count("\n"), len(before) - (before.rfind("\n") if "\n" in before else -column)


def _braced(name: str) -> str:
    """Return ``name`` as an element tree writes it, with its namespace in braces."""
    return "{" + name if "}" in name else name
