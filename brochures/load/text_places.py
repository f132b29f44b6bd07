"""Text places: texts that know where they are written. ``load`` makes one of every text of the content, and nothing needs to search for it later."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from brochures.load.model.base import Model
from brochures.load.positions import Writing
from brochures.load.yaml_source import Manuscript, Route


class Written(str):
    """A text, or a part of one, with the manuscript and the route where it is written. To whoever compares or sets it, it is the text.

    ``offset`` is where the part begins in the text. ``fixed`` marks what stands for a reference, which is written there in other words.
    """

    manuscript: Manuscript
    route: Route
    offset: int
    fixed: bool

    _writing: Writing | None

    __slots__ = ("_writing", "fixed", "manuscript", "offset", "route")

    @classmethod
    def at(cls, text: str, manuscript: Manuscript, route: Route, offset: int = 0, *, fixed: bool = False) -> Written:
        """Return ``text``, which is written in ``manuscript`` at ``route``."""
        self = cls(text)
        self.manuscript, self.route, self.offset, self.fixed = manuscript, route, offset, fixed
        self._writing = None
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
        return Written.at(text, whole.manuscript, whole.route, whole.offset + offset, fixed=True)
    return text


def _changed(value: Model, manuscript: Manuscript, route: Route) -> Iterator[tuple[str, Any]]:
    """Yield the fields of ``value`` that hold texts, by name; a field may be written under another name than its own."""
    fields = type(value).model_fields
    for name in value.model_fields_set:
        was = getattr(value, name)
        now = written(was, manuscript, (*route, fields[name].alias or name))
        if now is not was:
            yield name, now
