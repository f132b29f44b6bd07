"""Fields of a finished file, held against the composition: those that were stamped into its forms are there, whole, and no others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import lxml.html
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from brochures.compose.fill_in import FIELD, KIND, SAYS, STATE, VERSION, FieldKind, about, bare_heads
from brochures.compose.html import Composition
from brochures.findings import Finding, Place, codes
from brochures.findings.check import check

TEMPLATE = Place("templates/components/form.html")

_MADE_AS = {FieldKind.BOX: "/Btn", FieldKind.RADIO: "/Btn", FieldKind.SIGNATURE: "/Sig"}
"""What each kind is in a file; every other one is text."""

_ACTS = {"/A": "an action", "/AA": "a script or another action"}

_AGAIN = "build again with --force; if it stays, report it"

_DEEPEST = 16
"""Fields within fields that are followed; a name has at most five parts."""


@dataclass(frozen=True)
class _Meant:
    """A field as it was composed: what it is made as, and what each of its boxes stands for and says."""

    made_as: str
    boxes: dict[str, set[str]] = field(default_factory=dict)


@dataclass(frozen=True)
class _Found:
    """A field of a file by its whole name: itself, what it has from those that hold it, and its widgets."""

    name: str
    kind: str
    appearance: str
    acts: tuple[str, ...]
    widgets: tuple[Any, ...]
    words: str


def is_meant(composition: Composition) -> bool:
    """Return whether anything of ``composition`` is to be filled in on the screen."""
    return composition.fillable and FIELD in composition.html


@check(
    codes.FIELDS,
    looks_for="fields that are not those of the piece’s forms, that do something by themselves, or that a reader cannot fill in or hear",
    source="ISO 32000-1, 12.7; ISO 14289-1, 7.18",
)
def fields(file: PdfReader, composition: Composition) -> Iterator[Finding]:
    """Yield what is wrong with the fields of ``file``: strange, lost, active, unnamed or incomplete ones."""
    form = file.root_object.get("/AcroForm", DictionaryObject()).get_object()
    meant = _meant(composition) if is_meant(composition) else {}
    if not meant and not form:
        yield from _loose(file, set())
        return
    hidden = {f"{name}.{VERSION}" for name in about(composition.job)} if meant else set()
    unprinted = bare_heads(composition.job)
    found = {one.name: one for one in _found(form)}
    yield from _of_form(form)
    for name, one in found.items():
        if name in meant:
            yield from (_wrong(name, what) for what in _faults(one, meant[name], form))
        elif name not in hidden:
            yield _wrong(name, "is of no form of the piece", "take it out of the template")
    for name in (*meant, *sorted(hidden)):
        if name not in found and name not in unprinted:
            yield _wrong(name, "is not in the file", _AGAIN)
    yield from _loose(file, {_key(widget) for one in found.values() for widget in one.widgets})


def _wrong(name: str, what: str, mend: str = _AGAIN) -> Finding:
    return codes.FIELDS.at(TEMPLATE, f"the field '{name}' {what}", mend)


def _meant(composition: Composition) -> Mapping[str, _Meant]:
    """Return every field that the composition has boxes for, by its name."""
    meant: dict[str, _Meant] = {}
    for box in lxml.html.document_fromstring(composition.html).iterfind(f".//*[@{FIELD}]"):
        kind = FieldKind(box.get(KIND) or "")
        one = meant.setdefault(box.get(FIELD) or "", _Meant(_MADE_AS.get(kind, "/Tx")))
        one.boxes.setdefault(box.get(STATE) or "", set()).add(box.get(SAYS) or "")
    return meant


def _of_form(form: Any) -> Iterator[Finding]:
    """Yield what is wrong with the fields of a file as a whole."""
    if form.get("/NeedAppearances", False) == True:  # noqa: E712 pypdf’s own false counts as true
        yield codes.FIELDS.at(TEMPLATE, "the file leaves it to the reader what its fields look like", _AGAIN)
    for key, what in (("/XFA", "a second form, in XFA"), ("/CO", "fields that are worked out by a script")):
        if key in form:
            yield codes.FIELDS.at(TEMPLATE, f"the file holds {what}", "take it out of the template")


def _found(form: Any) -> Iterator[_Found]:
    """Yield every last field of ``form``."""
    for root in form.get("/Fields", ()):
        yield from _inside(root.get_object(), "", {}, (), 0)


def _inside(one: Any, above: str, given: Mapping[str, str], acts: tuple[str, ...], depth: int) -> Iterator[_Found]:
    name = ".".join(part for part in (above, str(one.get("/T", ""))) if part)
    given = {key: str(one.get(key, given.get(key, ""))) for key in ("/FT", "/DA", "/TU")}
    acts = (*acts, *_doing(one))
    kids = [kid.get_object() for kid in one.get("/Kids", ())]
    named = [kid for kid in kids if "/T" in kid]
    if named and depth < _DEEPEST:
        for kid in named:
            yield from _inside(kid, name, given, acts, depth + 1)
        return
    widgets = tuple(kids or ([one] if one.get("/Subtype") == "/Widget" else []))
    acts += tuple(what for kid in kids for what in _doing(kid))
    yield _Found(name, given["/FT"], given["/DA"], acts, widgets, given["/TU"])


def _doing(one: Any) -> list[str]:
    return [what for key, what in _ACTS.items() if key in one]


def _faults(found: _Found, meant: _Meant, form: Any) -> Iterator[str]:
    """Yield what is wrong with a field that was composed."""
    yield from (f"has {what}" for what in dict.fromkeys(found.acts))
    if found.kind != meant.made_as:
        yield f"is of the type {found.kind.removeprefix('/') or 'none'}, and was to be {meant.made_as.removeprefix('/')}"
        return
    if found.kind == "/Tx" and not _font(found.appearance, form):
        yield "is typed in a font that the form does not hold"
    said = {words for each in meant.boxes.values() for words in each}
    if any(str(widget.get("/TU", found.words)) not in said for widget in found.widgets):
        yield "does not say what it is"
    states = {state for widget in found.widgets for state in _states(widget)}
    if found.kind == "/Btn" and states != {*meant.boxes, "Off"}:
        yield f"has the states {', '.join(sorted(states)) or 'none'}, and was to have {', '.join(sorted({*meant.boxes, 'Off'}))}"
    if not found.widgets or any(not _painted(widget) for widget in found.widgets):
        yield "does not say what it looks like"


def _font(appearance: str, form: Any) -> bool:
    """Whether the font that ``appearance`` names is one that ``form`` holds."""
    fonts = form.get("/DR", DictionaryObject()).get_object().get("/Font", DictionaryObject()).get_object()
    return appearance.split(" ", maxsplit=1)[0] in fonts


def _states(widget: Any) -> list[str]:
    normal = _normal(widget)
    return [] if normal is None or hasattr(normal, "get_data") else [str(name).removeprefix("/") for name in normal]


def _painted(widget: Any) -> bool:
    normal = _normal(widget)
    return normal is not None and bool(hasattr(normal, "get_data") or normal)


def _normal(widget: Any) -> Any:
    appearance = widget.get("/AP", DictionaryObject()).get_object().get("/N")
    return None if appearance is None else appearance.get_object()


def _key(widget: Any) -> Any:
    return widget.indirect_reference and widget.indirect_reference.idnum


def _loose(file: PdfReader, ours: set[Any]) -> Iterator[Finding]:
    """Yield widgets on pages that belong to none of the fields that were read."""
    for number, page in enumerate(file.pages, 1):
        for reference in page.get("/Annots", ()):
            one = reference.get_object()
            if one.get("/Subtype") == "/Widget" and _key(one) not in ours:
                what = "a box to fill in belongs to no field of the file"
                yield codes.FIELDS.at(TEMPLATE, what, "take it out of the template").about(page=number)
