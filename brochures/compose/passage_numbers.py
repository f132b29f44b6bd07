"""Passage numbers: the number of its passage goes with every run of words, from the job into the HTML and, as an attribute, to all later stages.

In a job that is composed a text is ``Stamped``. Where a template prints it, signs that no text may hold (noncharacters, Unicode 23.7)
stand around it until the page is whole; then they become the attribute ``data-passage`` of the element that holds the words. Words that
a template joins or takes apart by other means than its filters have no stamp any more, and are as written in the template.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from html import unescape
from typing import Any

from markupsafe import Markup, escape

from brochures.findings import Place
from brochures.geometry.passages import NONE, Origin, Stretch, count, cut, offset_of, read, written
from brochures.load.positions import Writing
from brochures.load.text_places import Written

ATTRIBUTE = "data-passage"
"""Of an element: the passages that the words directly inside it come from."""

PICTURE = "data-picture"
"""Of an image: the number of the picture that it shows, one for each place where a picture is put."""

FACTS = "content/clinic.yaml"
"""Where the facts about the clinic are written."""

_OPEN, _SHUT, _END, _PICTURE = "\ufdd0", "\ufdd1", "\ufdd2", "\ufdd3"
_FILE = re.compile(rf"{_PICTURE}(\d+){_SHUT}")
_TOKEN = re.compile(
    rf"<!--.*?-->|<(/?)([a-zA-Z][\w:-]*)[^>]*>|{_OPEN}([^{_SHUT}]*){_SHUT}|{_END}|{_FILE.pattern}", re.DOTALL
)
_SIGNS = re.compile(rf"{_OPEN}[^{_SHUT}]*{_SHUT}|{_END}|{_FILE.pattern}")
_STAMP = re.compile(rf' (?:{ATTRIBUTE}|{PICTURE})="[^"]*"')

_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)
"""Elements that hold nothing and are not closed (HTML, 13.1.2)."""


class Stamped(str):
    """A text with the stretches that tell which passages it comes from."""

    stretches: tuple[Stretch, ...]

    __slots__ = ("stretches",)

    @classmethod
    def of(cls, text: str, stretches: Iterable[Stretch]) -> Stamped:
        """Return ``text``, which comes from ``stretches``."""
        self = cls(text)
        self.stretches = tuple(stretches)
        return self

    def __reduce__(self) -> tuple[Any, ...]:
        """Go to another process with its stretches."""
        return Stamped.of, (str(self), self.stretches)


class ShownPicture(str):
    """The file of a picture, with the number of the place where the picture is put."""

    number: int

    __slots__ = ("number",)

    @classmethod
    def of(cls, file: str, number: int) -> ShownPicture:
        """Return ``file``, shown as picture ``number``."""
        self = cls(file)
        self.number = number
        return self

    def __reduce__(self) -> tuple[Any, ...]:
        """Go to another process with its number."""
        return ShownPicture.of, (str(self), self.number)


class PassageNumbers:
    """Gives every text its passage's number, the same for all parts of one text."""

    def __init__(self) -> None:
        """Begin with none."""
        self.writings: list[Writing] = []
        self._numbers: dict[tuple[str, tuple[str | int, ...]], int] = {}

    def stamped(self, text: str, as_set: str) -> str:
        """Return ``as_set``, which is ``text`` as typography sets it, with the number of its passage; as it is where ``text`` knows no place."""
        if not isinstance(text, Written):
            return as_set
        if text.source is not None and text.source.manuscript.file == FACTS:
            text = text.source  # what is wrong with it on the page is mended there, and not where it is referred to
        key = (text.manuscript.file, text.route)
        if key not in self._numbers:
            self._numbers[key] = len(self.writings)
            self.writings.append(text.writing)
        number = self._numbers[key]
        before = count(self.writings[number].text[: text.offset]) if text.offset else 0
        return Stamped.of(as_set, (Stretch(0, number, before, text.fixed),))


def place_of(origin: Origin, passages: Sequence[Writing], sign: str = "") -> Place:
    """Return where the letter at ``origin`` is written, or the ``sign`` that is no letter and stands before it."""
    writing = passages[origin.passage]
    at = offset_of(writing.text, origin.offset)
    if sign and not count(sign):
        before = offset_of(writing.text, origin.offset - 1) + 1 if origin.offset else 0
        found = writing.text.find(sign, before, at)
        at = found if found >= 0 else at
    return writing.place(at)


def passages_of(text: str | None) -> Iterator[int]:
    """Yield the numbers of the passages that ``text`` comes from, none where it has no stamp."""
    if isinstance(text, Stamped):
        yield from (one.passage for one in text.stretches if one.passage != NONE)


def kept(setting: Callable[[str], str]) -> Callable[[str], str]:
    """Return the filter ``setting``, which leaves all letters as they are, so that it keeps a text's stamp, too."""

    def keep(text: str) -> str:
        done = setting(text)
        return Stamped.of(done, text.stretches) if isinstance(text, Stamped) else done

    return keep


def part_of(text: str, start: int, end: int) -> str:
    """Return ``text[start:end]`` with its part of the stamp."""
    part = text[start:end]
    if not isinstance(text, Stamped):
        return part
    first = count(text[:start])
    return Stamped.of(part, cut(text.stretches, first, first + count(part)))


def joined(texts: Iterable[Any], between: str = "") -> str:
    """Return ``texts`` as one with ``between`` in every joint, each part with its stamp."""
    found: list[Stretch] = []
    parts: list[str] = []
    length, joint = 0, count(between)
    for text in texts:
        if parts:
            length += joint
        found += (replace(one, at=one.at + length) for one in getattr(text, "stretches", (Stretch(0),)))
        parts.append(str(text))
        length += count(parts[-1])
        found.append(Stretch(length))
    return Stamped.of(between.join(parts), found)


def signed(value: Any) -> Any:
    """Return a stamped text as HTML between the signs that say where it comes from, and anything else as it is."""
    if isinstance(value, ShownPicture):
        return Markup(f"{_PICTURE}{value.number}{_SHUT}{escape(str(value))}")  # noqa: S704 escaped
    if not isinstance(value, Stamped):
        return value
    return Markup(f"{_OPEN}{written(value.stretches)}{_SHUT}{escape(str(value))}{_END}")  # noqa: S704 escaped


def unsigned(html: str) -> str:
    """Return ``html`` without the signs."""
    return _SIGNS.sub("", html)


def unstamped(html: str) -> str:
    """Return ``html`` without stamps: the content, and not where it is written."""
    return _STAMP.sub("", html)


def stamp(html: str) -> str:
    """Return ``html`` with the signs in it made attributes of the elements that they stand in."""
    page = _Page()
    at = 0
    for token in _TOKEN.finditer(html):
        page.text(html[at : token.start()])
        page.token(token)
        at = token.end()
    page.text(html[at:])
    return "".join(page.out)


class _Element:
    """An open element: where its tag stands in what was written, how many letters it holds itself, and where they come from."""

    __slots__ = ("letters", "name", "position", "stretches")

    def __init__(self, name: str, position: int) -> None:
        self.name = name
        self.position = position
        self.letters = 0
        self.stretches: list[Stretch] = []


class _Page:
    """Writes the page anew while it reads it."""

    def __init__(self) -> None:
        self.out: list[str] = []
        self.open = [_Element("", 0)]

    def text(self, text: str) -> None:
        if text:
            self.out.append(text)
            self.open[-1].letters += count(unescape(text) if "&" in text else text)

    def token(self, token: re.Match[str]) -> None:
        whole, closes, name, stretches = token[0], token[1], token[2], token[3]
        inner = self.open[-1]
        if stretches is not None:
            inner.stretches += (replace(one, at=one.at + inner.letters) for one in read(stretches))
        elif whole[0] == _PICTURE:
            pass
        elif whole == _END:
            inner.stretches.append(Stretch(inner.letters))
        elif closes:
            self._close(name)
            self.out.append(whole)
        else:
            self.out.append(_tag(whole, name))
            if name and name not in _VOID and not whole.endswith("/>"):
                self.open.append(_Element(name, len(self.out) - 1))

    def _close(self, name: str) -> None:
        if not any(element.name == name for element in self.open):
            return
        while self.open[-1].name != name:
            self._write(self.open.pop())
        self._write(self.open.pop())

    def _write(self, element: _Element) -> None:
        """Put the stamp of ``element`` into its tag, with the number of its letters as the end."""
        if not element.stretches:
            return
        told = _told(element.stretches, element.letters)
        tag = self.out[element.position]
        name = 1 + len(element.name)
        self.out[element.position] = f'{tag[:name]} {ATTRIBUTE}="{written(told)}"{tag[name:]}'


def _tag(tag: str, name: str | None) -> str:
    """Return the tag of an element without signs, and with the number of the picture whose file stands in it."""
    shown = _FILE.search(tag) if name else None
    if shown and name:
        tag = f'{tag[: 1 + len(name)]} {PICTURE}="{shown[1]}"{tag[1 + len(name) :]}'
    return unsigned(tag) if _SHUT in tag else tag


def _told(stretches: Iterable[Stretch], end: int) -> list[Stretch]:
    """Return ``stretches`` in order, one for each place, and the end of the text. A passage of signs without a letter keeps its place."""
    told: list[Stretch] = []
    for one in stretches:
        if told and told[-1].at == one.at:
            if one.passage == NONE:
                continue
            told.pop()
        if one.passage != NONE or (told and told[-1].passage != NONE):
            told.append(one)
    return [*told, Stretch(end)] if told and told[-1] != Stretch(end) else told
