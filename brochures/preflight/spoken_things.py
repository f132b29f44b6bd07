"""What is said of a link, a field and a cell, beside their words (ISO 32000-1, 12.5.6.5, 12.7.3 and 14.8.5.7)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from pypdf.generic import DictionaryObject, TextStringObject

from brochures.preflight.structure_tree import TagElement

DEEPEST = 16
"""Fields inside fields that are followed."""

READ_ONLY, REQUIRED, MULTILINE, RADIO, BUTTON = (1 << bit for bit in (0, 1, 12, 15, 16))
"""Flags of fields (12.7.3.1, 12.7.4.2.1 and 12.7.4.3)."""

OFF = "/Off"
"""The state of a box that is not checked."""


def link_in_words(words: str, annotations: Sequence[DictionaryObject]) -> str:
    """Return what is said of a link that is touched at ``words``: these, its description where that differs, and where it leads."""
    described = next((" ".join(str(one["/Contents"]).split()) for one in annotations if one.get("/Contents")), "")
    target = next((found for one in annotations if (found := _target(one))), "nowhere")
    said = f"'{words}'" if words else "without words"
    more = f", described '{described}'" if described and described != words else ""
    return f"{said}{more}, to {target}"


def _target(annotation: DictionaryObject) -> str:
    action: Any = annotation.get("/A")
    action = action.get_object() if action is not None else {}
    if "/URI" in action:
        return str(action["/URI"])
    place: Any = action.get("/D", annotation.get("/Dest"))
    if isinstance(place, TextStringObject | str):
        return f"#{str(place).removeprefix('/')}"
    return "a place in the file" if place is not None else ""


def scope_in_words(cell: TagElement, under: Sequence[str], heads: int) -> Iterator[str]:
    """Yield what is said of a cell: which cells it heads, how far it reaches, and ``under`` which headings it stands."""
    if cell.role == "TH":
        scope = str(cell.attributes.get("/Scope", "")).removeprefix("/").lower()
        yield f"of a {scope}" if scope else "of neither row nor column"
        yield f"for {heads} {'cell' if heads == 1 else 'cells'}"
    elif under:
        yield f"under {' / '.join(under)}"
    else:
        yield "under no heading"
    for key, what in (("/ColSpan", "columns"), ("/RowSpan", "rows")):
        count = int(cell.attributes.get(key, 1))
        if count > 1:
            yield f"over {count} {what}"


@dataclass(frozen=True)
class Widget:
    """A field as it is met: what it is, its name, what its group asks where the name does not say so, and its states."""

    kind: str
    name: str
    asks: str
    states: tuple[str, ...]

    @classmethod
    def of(cls, raw: DictionaryObject) -> Widget:
        """Return what the annotation ``raw`` says of itself and takes from the fields around it."""
        flags = int(_own(raw, "/Ff") or 0)
        kind = _kind(str(_own(raw, "/FT") or ""), flags)
        name, asks = str(raw.get("/TU", "")), str(_parent(raw).get("/TU", ""))
        told = not name or name.startswith(asks.partition(";")[0])
        return cls(kind, name or asks, "" if told else asks, tuple(_states(raw, kind, flags)))

    def __str__(self) -> str:
        """Return what is said."""
        name = f"'{self.name}'" if self.name else "without a name"
        return ", ".join([f"{self.kind} {name}", *([f"of '{self.asks}'"] if self.asks else []), *self.states])


def _kind(kind: str, flags: int) -> str:
    if kind == "/Btn":
        return "radio button" if flags & RADIO else "button" if flags & BUTTON else "check box"
    return {"/Tx": "text", "/Ch": "choice", "/Sig": "signature"}.get(kind, "unknown")


def _states(raw: DictionaryObject, kind: str, flags: int) -> Iterator[str]:
    if flags & REQUIRED:
        yield "required"
    if flags & READ_ONLY:
        yield "read only"
    if kind in {"radio button", "check box"}:
        yield "checked" if str(raw.get("/AS", OFF)) != OFF else "not checked"
    elif kind == "text":
        if flags & MULTILINE:
            yield "several lines"
        value = str(_own(raw, "/V") or "")
        yield f"holds '{value}'" if value else "empty"


def _parent(raw: DictionaryObject) -> DictionaryObject:
    held: Any = raw.get("/Parent")
    found = held.get_object() if held is not None else None
    return found if isinstance(found, DictionaryObject) else DictionaryObject()


def _own(raw: DictionaryObject, key: str) -> Any:
    """Return what ``raw`` or a field around it says under ``key`` (12.7.3.1: what is inherited)."""
    one = raw
    for _ in range(DEEPEST):
        if key in one:
            return one[key]
        one = _parent(one)
    return None
