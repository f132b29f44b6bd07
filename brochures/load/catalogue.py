"""Load: content files into a catalogue of checked models, every mistake in every file told in one run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Generic, TypeVar

from brochures.findings import Finding, Place, codes
from brochures.load.bad_links import bad_links, unknown_statements
from brochures.load.checked_files import LEDGERS, checked
from brochures.load.consents import unlike, untold
from brochures.load.content_files import FOLDERS, LAW, PIECES, SHELF, content_files
from brochures.load.cross_checks import contradictory, in_panels, not_yet_out, not_yet_read, unread_titles
from brochures.load.helplines import disagreements
from brochures.load.law_words import altered
from brochures.load.model.base import Model
from brochures.load.model.clinic import Clinic, ClinicFacts
from brochures.load.model.law import LawFile
from brochures.load.model.piece import Brochure, Packet, Piece
from brochures.load.model.specimens import Specimen
from brochures.load.slugs import slug_of
from brochures.load.unread_files import unread_files
from brochures.load.unused_pictures import undeclared, unprinted_files, unused
from brochures.load.watch_list import watch_list
from brochures.load.yaml_source import Manuscript, Route
from brochures.project.paths import Project

Thing = TypeVar("Thing")


@dataclass(frozen=True)
class Entry(Generic[Thing]):
    """One named thing of the catalogue, with the manuscript and route where it is written."""

    thing: Thing
    manuscript: Manuscript
    route: Route

    def place(self, *route: str | int) -> Place:
        """Return the place of the value at ``route`` inside this thing."""
        return self.manuscript.place((*self.route, *route))

    def place_in(self, offset: int, *route: str | int) -> Place:
        """Return the place of the character at ``offset`` of the text at ``route`` of this thing."""
        return self.manuscript.writing((*self.route, *route)).place(offset)


Shelf = Mapping[str, Entry[Any]]


@dataclass(frozen=True)
class Spoiled:
    """What cannot be used because its file has mistakes: names that could be read, kinds of which not even names could."""

    names: frozenset[tuple[str, str]] = frozenset()
    kinds: frozenset[str] = frozenset()

    def __contains__(self, kind_and_name: tuple[str, str]) -> bool:
        """Whether the thing may well exist in a file with mistakes."""
        return kind_and_name in self.names or kind_and_name[0] in self.kinds

    def __bool__(self) -> bool:
        """Whether any file has mistakes."""
        return bool(self.names or self.kinds)

    def holds(self, kind: str) -> bool:
        """Whether anything of ``kind`` may be in a file with mistakes."""
        return kind in self.kinds or any(kind == one for one, _ in self.names)


@dataclass(frozen=True)
class Catalogue:
    """All content by kind and name. ``spoiled`` names things whose file has mistakes: they are written, but cannot be used."""

    clinic: Entry[Clinic] | None
    shelves: Mapping[str, Shelf]
    pieces: Mapping[str, Entry[Piece]]
    spoiled: Spoiled = field(default=Spoiled())
    findings: tuple[Finding, ...] = field(default=())

    def shelf(self, kind: str) -> Shelf:
        """Return the things of one kind (``statement``, ``study``, ``source``, ``help line``, ``form``, ``image``) by name."""
        return self.shelves.get(kind, {})


_KINDS = {
    "statements": "statement",
    "studies": "study",
    "sources": "source",
    "helplines": "help line",
    "forms": "form",
    "images": "image",
    "labels": "label",
    "notes": "note",
    "words": "word list",
    "parts": "part",
    "documents": "document",
    "names": "list of names",
    "languages": "language",
    "facts": "facts of the house",
    "waivers": "waiver",
    "watch": "thing to look up",
    "conditions": "printing condition",
    "printers": "printer",
    "texts": "text of law",
    "wordings": "wording of a consent",
    "roles": "role",
    "signatures": "signature",
    "printed": "printed version",
}


def load(project: Project, instead: Mapping[str, bytes] | None = None) -> Catalogue:
    """Read every content file of ``project``. Mistakes become findings of the catalogue; nothing is raised.

    ``instead`` holds what is read in the place of some files, by their names below ``content/``: words that are tried and not saved.
    """
    findings: list[Finding] = []
    good: list[tuple[str, Manuscript, Model]] = []
    names: set[tuple[str, str]] = set()
    kinds: set[str] = set()
    beside = tuple(unread_files(project))
    findings += (one.finding for one in beside)
    meant = {name for one in beside for name in one.meant}
    for name in meant:
        folder = name.partition("/")[0]
        names |= {("piece", slug_of(name)), ("specimen", slug_of(name))} if folder in FOLDERS else set()
        kinds |= _kinds_of(SHELF[name]) if name in SHELF else _kinds_of(LawFile) if folder == LAW else set()
    for name, model in content_files(project, {one.name for one in beside}, meant):
        value, manuscript, found = checked(project, name, model, (instead or {}).get(name))
        findings += found
        if value is not None and manuscript is not None:
            good.append((name, manuscript, value))
        elif model in LEDGERS or (manuscript is None and model not in {*PIECES.values(), Specimen}):
            kinds |= _kinds_of(model)
        else:
            names |= _names_in(name, model, manuscript.data if manuscript else None)
    clinic, shelves, pieces = _shelve(good, findings, names)
    if not names and not kinds:  # else nobody can tell what is declared and shown
        told = {one.name.removeprefix("images/") for one in beside}
        findings += _pictures(project, told, shelves["image"], pieces, shelves["specimen"])
    unread = Spoiled(frozenset(names), frozenset(kinds))
    findings += unknown_statements(shelves, unread.__contains__)
    findings += watch_list(shelves, unread.__contains__, project.today)
    incomplete = unread.holds("text of law") or unread.holds("wording of a consent")
    unlawful = untold(shelves) if incomplete else unlike(shelves)
    _cross_check(shelves, pieces, project.today, findings, names, unlawful=unlawful)
    return Catalogue(clinic, shelves, pieces, Spoiled(frozenset(names), frozenset(kinds)), tuple(findings))


def _pictures(project: Project, told: Iterable[str], images: Shelf, *shown: Shelf) -> Iterator[Finding]:
    """Yield files that are no pictures of ``images`` and not ``told`` of, and pictures and files that none of ``shown`` shows."""
    yield from undeclared(
        project.content / "images", (one.thing.file for one in images.values()), told, "content/images"
    )
    things = [entry.thing for shelf in shown for entry in shelf.values()]
    yield from unused({name: one.manuscript.place(one.route, key=True) for name, one in images.items()}, things)
    yield from unprinted_files(project.content / "foreign", things, "content/foreign")


def _kinds_of(model: type[Model]) -> set[str]:
    kinds = {_KINDS[group] for group in model.model_fields if group in _KINDS} or {"clinic fact"}
    return kinds | ({"source"} if "study" in kinds else set())


def _names_in(name: str, model: type[Model], data: Any) -> set[tuple[str, str]]:
    if model in {Brochure, Packet}:
        return {("piece", slug_of(name))}
    if model is Specimen:
        return {("specimen", slug_of(name))}
    if model is Clinic:
        return {("clinic fact", fact) for fact in ClinicFacts.model_fields}
    return {
        (kind, str(key))
        for group, things in (data if isinstance(data, dict) else {}).items()
        if group in _KINDS and isinstance(things, dict)
        for key in things
        for kind in ({_KINDS[group], "source"} if group == "studies" else {_KINDS[group]})
    }


def _shelve(  # noqa: C901 one for each kind of file
    files: list[tuple[str, Manuscript, Model]], findings: list[Finding], spoiled: set[tuple[str, str]]
) -> tuple[Entry[Clinic] | None, dict[str, dict[str, Entry[Any]]], dict[str, Entry[Piece]]]:
    clinic: Entry[Clinic] | None = None
    shelves: dict[str, dict[str, Entry[Any]]] = {kind: {} for kind in (*_KINDS.values(), "specimen")}
    pieces: dict[str, Entry[Piece]] = {}
    for name, manuscript, value in files:
        if isinstance(value, Clinic):
            clinic = Entry(value, manuscript, ())
        elif isinstance(value, Specimen):
            shelves["specimen"][slug_of(name)] = Entry(value, manuscript, ())
        elif isinstance(value, Brochure | Packet):
            if not _add(pieces, slug_of(name), Entry(value, manuscript, ()), findings):
                spoiled.add(("piece", slug_of(name)))
        else:
            for group in _KINDS.keys() & type(value).model_fields.keys():
                for key, thing in _named(getattr(value, group)):
                    kind = _KINDS[group]
                    if not _add(shelves[kind], key, Entry(thing, manuscript, (group, key)), findings):
                        spoiled.add((kind, key))
    for key in [key for key in shelves["study"] if key in shelves["source"]]:
        findings.append(_twice(key, shelves["source"][key], shelves["study"][key]))
        spoiled |= {("study", key), ("source", key)}
    for key, entry in shelves["help line"].items():
        told = [
            codes.HELPLINE.at(entry.place(*one.route), f"{key}: {one.message}", one.mend)
            for one in disagreements(entry.thing)
        ]
        findings += told
        spoiled |= {("help line", key)} if told else set()
    for kind, key in spoiled:  # of two things with one name neither is used: it would be chance which is printed
        (pieces if kind == "piece" else shelves.get(kind, {})).pop(key, None)
    return clinic, shelves, pieces


def _named(things: Any) -> Iterator[tuple[Any, Any]]:
    """Yield the names and values of a group of things; those of a list are named by their number."""
    yield from enumerate(things) if isinstance(things, tuple) else things.items()


def _cross_check(
    shelves: dict[str, dict[str, Entry[Any]]],
    pieces: dict[str, Entry[Piece]],
    today: date,
    findings: list[Finding],
    spoiled: set[tuple[str, str]],
    *,
    unlawful: Iterable[tuple[str, str, Finding | None]],
) -> None:
    """Note what does not agree, and take away what contradicts itself: nothing may be drawn from it."""
    wrong = [*unlawful, *contradictory(shelves), *bad_links(shelves, today), *altered(shelves["text of law"])]
    for kind, name, finding in wrong:
        findings += [finding] if finding else []
        spoiled |= {(kind, name), ("source", name)} if kind == "study" else {(kind, name)}
        shelves[kind].pop(name, None)
    findings += (*not_yet_out(shelves, today), *not_yet_read(shelves["text of law"], today), *unread_titles(shelves))
    findings += in_panels(pieces)


def _add(shelf: dict[str, Entry[Any]], key: str, entry: Entry[Any], findings: list[Finding]) -> bool:
    """Put ``entry`` on its ``shelf`` and return whether its name was free."""
    if key in shelf:
        findings.append(_twice(key, entry, shelf[key]))
        return False
    shelf[key] = entry
    return True


def _twice(key: str, second: Entry[Any], first: Entry[Any]) -> Finding:
    return codes.DUPLICATE_NAME.at(
        second.manuscript.place(second.route, key=True),
        f"the name '{key}' is given a second time; the first is at {first.manuscript.place(first.route, key=True)}",
        "give one of the two another name",
    )
