"""What acts in a finished file: actions, annotations and attachments. Whatever was not composed has no place in it.

Nothing is looked up in a list of what is known to be bad: an action may open what was composed, and every other is told of.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pypdf.generic import DictionaryObject, StreamObject

from brochures.findings import NOWHERE, Finding, codes
from brochures.findings.check import check
from brochures.preflight.declared import attached, fillable
from brochures.preflight.finished_file import Annotation, FinishedFile

TRIGGERS = {"/AA": "at an event", "/PA": "when its address is opened", "/OpenAction": "when the file is opened"}
"""Where an action can hang beside the one that a link does when it is touched (ISO 32000-1, 12.6.3, 12.5.6.5 and 7.7.2)."""

ACTIONS = frozenset({"/URI", "/GoTo"})
"""What a link may do when it is touched: open an address, or go to a place in the file (ISO 32000-1, 12.6.4)."""

ATTACHED = {"/AF": "an attached file", "/EF": "an attached file"}
"""Entries of dictionaries that hold a file which is not named among those of the whole file."""

HELD = {
    **ATTACHED,
    "/JS": "a script", "/XFA": "a form that runs", "/Renditions": "media", "/RichMediaContent": "media", "/Movie": "a movie",
    "/Sound": "a sound", "/3DD": "a model", "/AlternatePresentations": "a slide show", "/Requirements": "demands on the reader", "/Perms": "permissions",
    "/Legal": "a legal attestation", "/PieceInfo": "data of another program", "/Threads": "article threads", "/SpiderInfo": "data of a web capture",
}  # fmt: skip
"""Entries of dictionaries that no file of ours has, by what they hold."""

TOLD = frozenset({"/AA", "/OpenAction", "/AcroForm", "/Collection"})
"""Entries of the catalog that the structure of the file tells of."""

FLAGS = {1: "invisible", 2: "hidden", 6: "not shown on screens"}
"""The flags of an annotation that hide it, by their bit, from 1 (ISO 32000-1, table 165)."""

CATALOG = frozenset({
    "/Type", "/Version", "/Pages", "/Lang", "/MarkInfo", "/Metadata", "/Names", "/Dests", "/Outlines", "/PageMode", "/PageLabels", "/StructTreeRoot",
    "/ViewerPreferences",
})  # fmt: skip
"""The entries of a catalog that a file for reading or for the office has (ISO 32000-1, table 28)."""

PAGE = frozenset({
    "/Type", "/Parent", "/Resources", "/MediaBox", "/CropBox", "/BleedBox", "/TrimBox", "/ArtBox", "/Rotate", "/UserUnit", "/Contents", "/Annots", "/Tabs",
    "/StructParents", "/Group",
})  # fmt: skip
"""Those of a page (ISO 32000-1, table 30)."""

_MEND = "take it out of the template; if no template has it, build again with --force"


@check(
    codes.ACTIVE,
    looks_for="scripts, actions and media anywhere in the file, and whatever a link does but open its address",
    source="ISO 32000-1, 12.6; ISO 14289-1, 7.19",
)
def actions(opened: FinishedFile) -> Iterator[Finding]:
    """Yield what runs by itself, and what a link does when it is touched and should not."""
    names: Any = opened.root.get("/Names", DictionaryObject())
    named = bool(attached(opened.composition)) or "/EmbeddedFiles" in names.get_object()
    told: dict[str, None] = {}
    for held in opened.dictionaries:
        for key in held:
            if key in TRIGGERS and not (held is opened.root and key in TOLD):
                told[f"something acts {TRIGGERS[key]} ({_done(held, key)})"] = None
            elif key in HELD and not (named and key in ATTACHED):
                told[f"the file holds {HELD[key]} ({key})"] = None
    for one in opened.annotations:
        for action in _chain(one.raw):
            if str(action.get("/S")) not in ACTIONS:
                told[
                    f"what is touched on page {one.page} does something else than to open an address ({action.get('/S', 'nothing named')})"
                ] = None
    for said in told:
        yield codes.ACTIVE.at(NOWHERE, said, _MEND)


@check(
    codes.ACTIVE,
    looks_for="notes, buttons and other annotations that are no links of the piece, and any that are hidden or have no area",
    source="ISO 32000-1, 12.5; ISO 14289-1, 7.18",
)
def notes(opened: FinishedFile) -> Iterator[Finding]:
    """Yield annotations that nobody composed, and those that cannot be seen."""
    fields = fillable(opened.composition)
    for one in opened.annotations:
        name = str(one.raw.get("/T", ""))
        if one.kind == "Widget" and fields:
            said = _unseen(one)
        elif one.kind != "Link":
            said = f"the page has an annotation that nobody composed ({one.kind or 'of no kind'}{f', {name}' if name else ''})"
        else:
            said = _unseen(one)
        if said:
            yield codes.ACTIVE.at(NOWHERE, said, _MEND).about(page=one.page)


@check(
    codes.ACTIVE,
    looks_for="entries of the catalog and of pages that no file for reading or for the office needs: layers, plug-ins, page transitions",
    source="ISO 32000-1, 7.7.2 and 7.7.3",
)
def entries(opened: FinishedFile) -> Iterator[Finding]:
    """Yield what the catalog and the pages hold beside what every file of ours has. A file for the press has checks of its own."""
    if opened.composition.print_shop is not None:
        return
    wanted = CATALOG | ({"/AcroForm"} if fillable(opened.composition) else set())
    wanted |= {"/AF"} if attached(opened.composition) else set()
    for key in opened.root:
        if key not in wanted and key not in TOLD and key not in HELD:
            yield codes.ACTIVE.at(NOWHERE, f"the file holds {key}, which no file of ours has", _MEND)
    for number, page in enumerate(opened.file.pages, 1):
        for key in page:
            if key not in PAGE and key not in TRIGGERS and key not in HELD:
                yield codes.ACTIVE.at(NOWHERE, f"the page holds {key}, which no page of ours has", _MEND).about(
                    page=number
                )


def _unseen(one: Annotation) -> str:
    """Return how an annotation is hidden, empty where it is not. The area of links is looked at with what they cover."""
    flags: Any = one.raw.get("/F", 0)
    hidden = [words for bit, words in FLAGS.items() if int(flags) & 1 << bit - 1]
    if hidden:
        return f"annotation {one.number} of the page ({one.kind}) is {' and '.join(hidden)}"
    left, bottom, right, top = (float(side) for side in one.raw.get("/Rect", (0, 0, 0, 0)))
    if one.kind != "Link" and not (right - left and top - bottom):
        return f"annotation {one.number} of the page ({one.kind}) has no area"
    if "/OC" in one.raw:
        return f"annotation {one.number} of the page ({one.kind}) lies on a layer, which can be off"
    return ""


def _chain(annotation: DictionaryObject) -> Iterator[DictionaryObject]:
    """Yield what happens when an annotation is touched, and what follows on that, once each."""
    seen: set[int] = set()
    waiting: list[Any] = [annotation.get("/A")]
    while waiting:
        held = waiting.pop()
        action = held.get_object() if held is not None else None
        if isinstance(action, list):
            waiting += action
        elif isinstance(action, DictionaryObject) and id(action) not in seen:
            seen.add(id(action))
            yield action
            waiting.append(action.get("/Next"))


def _done(held: DictionaryObject, key: str) -> str:
    """Return what is done, as far as the file names it."""
    what: Any = held[key]
    action = what.get_object()
    if isinstance(action, StreamObject) or not isinstance(action, DictionaryObject):
        return key
    return str(action.get("/S", ", ".join(sorted(map(str, action))) or key))
