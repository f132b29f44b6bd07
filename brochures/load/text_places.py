"""Text places: texts that know where they are written. ``load`` makes one of every text of the content, and nothing needs to search for it later."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from brochures.findings import Place
from brochures.load.model.base import Model
from brochures.load.positions import Writing
from brochures.load.yaml_source import Manuscript, Route


class Written(str):
    """A text, or a part of one, with the manuscript and the route where it is written. To whoever compares or sets it, it is the text.

    ``offset`` is where the part begins in the text. ``fixed`` marks what stands for a reference, which is written there in other words;
    ``source`` is then the text that the reference prints, where that knows its own place.
    """

    manuscript: Manuscript
    route: Route
    offset: int
    fixed: bool
    source: Written | None

    _writing: Writing | None

    __slots__ = ("_writing", "fixed", "manuscript", "offset", "route", "source")

    @classmethod
    def at(cls, text: str, manuscript: Manuscript, route: Route, offset: int = 0) -> Written:
        """Return ``text``, which is written in ``manuscript`` at ``route``."""
        self = cls(text)
        self.manuscript, self.route, self.offset = manuscript, route, offset
        self.fixed, self.source, self._writing = False, None, None
        return self

    def __reduce__(self) -> tuple[type[str], tuple[str]]:
        """Go to another process as plain text: compose has given each text its number by then."""
        return str, (str(self),)

    @property
    def writing(self) -> Writing:
        """The whole text as it stands in its file."""
        if self._writing is None:
            self._writing = self.manuscript.writing(self.route)
        return self._writing


def is_text(value: object) -> bool:
    """Whether ``value`` is a text of the content: neither a name nor one of several fixed choices."""
    return type(value) in {str, Written}


def written(value: Any, manuscript: Manuscript, route: Route = ()) -> Any:
    """Return ``value``, the checked model of ``manuscript`` or a part of it at ``route``, with every text in it as one that knows its place."""
    if type(value) is str:
        return Written.at(value, manuscript, route) if route in manuscript.spots else value
    if isinstance(value, Model):
        changed = dict(_changed(value, manuscript, route))
        return value.model_copy(update=changed) if changed else value
    if isinstance(value, tuple):
        return tuple(written(part, manuscript, (*route, number)) for number, part in enumerate(value))
    if isinstance(value, Mapping):
        return {key: written(part, manuscript, (*route, str(key))) for key, part in value.items()}
    return value


def part(text: str, start: int, end: int) -> str:
    """Return ``text[start:end]``, which knows its place where ``text`` does."""
    if isinstance(text, Written):
        return Written.at(text[start:end], text.manuscript, text.route, text.offset + start)
    return text[start:end]


def standing_at(text: str, whole: str, offset: int) -> str:
    """Return ``text``, which a reference at ``offset`` of ``whole`` stands for, as written where that reference is."""
    if isinstance(whole, Written):
        found = Written.at(text, whole.manuscript, whole.route, whole.offset + offset)
        found.fixed = True
        found.source = text if isinstance(text, Written) else None
        return found
    return text


def own_place(text: str, offset: int) -> Place | None:
    """Return where the character at ``offset`` of ``text`` was typed; behind a reference, in what the reference prints. None where nobody knows."""
    typed = text.source if isinstance(text, Written) and text.fixed else text
    return typed.writing.place(typed.offset + offset) if isinstance(typed, Written) else None


def _changed(value: Model, manuscript: Manuscript, route: Route) -> Iterator[tuple[str, Any]]:
    """Yield the fields of ``value`` that hold texts, by name; a field may be written under another name than its own."""
    fields = type(value).model_fields
    for name in value.model_fields_set:
        was = getattr(value, name)
        now = written(was, manuscript, (*route, fields[name].alias or name))
        if now is not was:
            yield name, now
