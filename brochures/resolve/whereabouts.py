"""Whereabouts: where one thing of the content is printed, and where it is named. Read off resolved jobs, off pages as they were set, and off the files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from brochures.findings import Place
from brochures.load.catalogue import Catalogue, Entry
from brochures.load.model.base import (
    FormName,
    HelplineName,
    ImageName,
    LawName,
    Model,
    Name,
    SourceName,
    StatementName,
    StudyName,
)
from brochures.load.yaml_source import Route
from brochures.resolve.inline_text import Call, LawWords
from brochures.resolve.job import (
    CitedSource,
    Destination,
    FormSheet,
    HelplineCard,
    Job,
    PlacedPicture,
    PrintedStatement,
    ResolvedBlock,
    Study,
)
from brochures.resolve.notes import Linked
from brochures.resolve.references import TOKEN

KINDS = ("statement", "source", "study", "form", "help line", "text of law", "image")
"""What can be looked for, in the order in which a name is looked up."""

_NAMED_BY: Mapping[str, tuple[type[Name], ...]] = {
    "statement": (StatementName,),
    "source": (SourceName,),
    "study": (StudyName, SourceName),
    "form": (FormName,),
    "help line": (HelplineName,),
    "text of law": (LawName,),
    "image": (ImageName,),
}
_IN_WORDS = {"study": ("study:", "result:"), "help line": ("call:",), "text of law": ("law:",)}
"""How a reference inside of words begins that leads to a thing of each kind."""

_UNPRINTED = frozenset({"signature", "printed version", "label"})
"""Shelves that hold words once more as they were, or name nothing."""


@dataclass(frozen=True)
class Thing:
    """What is looked for: its kind and name, and the entry where it is written."""

    kind: str
    name: str
    entry: Entry[Any]

    @property
    def place(self) -> Place:
        """Where it is written."""
        return self.entry.manuscript.place(self.entry.route, key=True)


@dataclass(frozen=True)
class Naming:
    """A place in the content that names it: in which thing, of which kind."""

    kind: str
    name: str
    place: Place


@dataclass(frozen=True)
class PrintedIn:
    """A panel of a brochure or a part of a packet that prints it: the piece, the panel's name or the part's title, and the blocks by number."""

    piece: str
    section: int
    called: str
    blocks: tuple[int, ...]


def things_called(catalogue: Catalogue, name: str) -> tuple[Thing, ...]:
    """Return everything that is called ``name``; a study is a source, too, and is told once."""
    return tuple(Thing(kind, name, catalogue.shelf(kind)[name]) for kind in KINDS if name in catalogue.shelf(kind))


def known_names(catalogue: Catalogue) -> tuple[str, ...]:
    """Return every name that can be looked for."""
    return tuple(dict.fromkeys(str(name) for kind in KINDS for name in catalogue.shelf(kind)))


def printed_in(job: Job, thing: Thing) -> Iterator[PrintedIn]:
    """Yield each section of ``job`` that prints ``thing``, in reading order."""
    for number, section in enumerate(job.sections):
        blocks = tuple(place for place, block in enumerate(section.blocks) if _prints(block, thing))
        if blocks:
            yield PrintedIn(job.slug, number, section.title or section.name, blocks)


def _prints(block: ResolvedBlock, thing: Thing) -> bool:
    return any(_is(one, thing) for one in block.things(object))


def _is(one: Any, thing: Thing) -> bool:
    """Whether ``one`` value of a block is ``thing``, or leads to it."""
    match one:
        case PrintedStatement() | FormSheet() | PlacedPicture() | LawWords():
            kinds = {PrintedStatement: "statement", FormSheet: "form", PlacedPicture: "image", LawWords: "text of law"}
            return (kinds[type(one)], one.name) == (thing.kind, thing.name)
        case Linked():
            return thing.kind in {"statement", "form"} and one.name == thing.name
        case Study() | CitedSource():
            return thing.kind in {"study", "source"} and one.name == thing.name
        case HelplineCard():
            return thing.kind == "help line" and one.name == thing.name
        case Call() | Destination():
            return thing.kind == "help line" and one.line == thing.name
    return False


def namings(catalogue: Catalogue, thing: Thing) -> tuple[Naming, ...]:
    """Return every place in the content that names ``thing``, by file and line; the ledger of signatures is none of them."""
    shelves = {kind: shelf for kind, shelf in catalogue.shelves.items() if kind not in _UNPRINTED}
    found = [
        Naming(kind, str(name), place)
        for kind, shelf in {**shelves, "piece": catalogue.pieces}.items()
        for name, entry in shelf.items()
        for place in _places(entry, thing)
    ]
    return tuple(sorted(dict.fromkeys(found), key=lambda one: one.place))


def _places(entry: Entry[Any], thing: Thing) -> Iterator[Place]:
    for route, text in _texts(entry.thing, ()):
        if isinstance(text, Name):
            if isinstance(text, _NAMED_BY[thing.kind]) and text == thing.name:
                yield entry.place(*route)
        elif any(_leads_to(match[1], thing) for match in TOKEN.finditer(text)):
            yield entry.place(*route)


def _leads_to(token: str, thing: Thing) -> bool:
    """Whether the reference ``token`` leads to ``thing``: ``result:STUDY.OUTCOME:FORM`` and ``study:STUDY:FIELD`` name more than it."""
    return any(
        token.startswith(start)
        and (token.removeprefix(start) + ":").replace(".", ":").startswith(f"{thing.name.replace('.', ':')}:")
        for start in _IN_WORDS.get(thing.kind, ())
    )


def _texts(value: Any, route: Route) -> Iterator[tuple[Route, str]]:
    """Yield each text of a model with its route, under the keys as they are written."""
    if isinstance(value, str):
        yield route, value
    elif isinstance(value, Model):
        for name, field in type(value).model_fields.items():
            yield from _texts(getattr(value, name), (*route, field.alias or name))
    elif isinstance(value, Mapping):
        for name, part in value.items():
            yield from _texts(part, (*route, name))
    elif isinstance(value, tuple):
        for number, part in enumerate(value):
            yield from _texts(part, (*route, number))


def places_of_words(job: Job, thing: Thing, section: int) -> frozenset[Place]:
    """Return where the words of ``thing`` itself are written that a section of ``job`` prints; none of a source, which has no words."""
    return frozenset(
        passage.writing.start
        for passage in job.passages
        if (passage.name, passage.section) == (thing.name, section) and thing.kind != "source"
    )
