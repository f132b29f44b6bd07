"""Follow: one name into the thing it names, with a finding for each that leads nowhere. The inner half of resolve."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from brochures.findings import Finding, Place, codes
from brochures.findings.suggest import near
from brochures.load.catalogue import Catalogue, Entry, Shelf
from brochures.load.helplines import contradictions
from brochures.load.model import base, components, figures, for_signers, pictures
from brochures.load.model.clinic import ClinicFacts
from brochures.load.model.source_links import SourceLink
from brochures.load.model.sources import Verification
from brochures.load.model.statements import Audience
from brochures.load.yaml_source import Route
from brochures.project.paths import Project, component_key
from brochures.resolve.citing import cited, linked
from brochures.resolve.evidence_balance import weigh
from brochures.resolve.form_sheets import form_sheet
from brochures.resolve.inline_text import Call, ClinicFact, Words
from brochures.resolve.job import (
    CitedSource,
    Destination,
    FormSheet,
    HelplineCard,
    PlacedPicture,
    PrintedStatement,
    ResolvedBlock,
    SpecimenSheet,
    Study,
)
from brochures.resolve.notes import Linked, WordsReader, linked_things, notes, to_look_up, unverified
from brochures.resolve.placed_pictures import in_a_slot, placed
from brochures.resolve.references import Desk, read_paragraph, read_words


class NamePlace:
    """Where in a piece a name was written, and for whom."""

    def __init__(self, entry: Entry[Any], audience: Audience, language: str, route: tuple[str | int, ...]) -> None:
        self.entry = entry
        self.audience = audience
        self.language = language
        self.route = route

    @property
    def place(self) -> Place:
        """Return the place where the name was written."""
        return self.entry.place(*self.route)

    def into(self, step: str | int) -> NamePlace:
        """Return the place one key or list position further in."""
        return NamePlace(self.entry, self.audience, self.language, (*self.route, step))


class NameLookup:
    """Looks up the names of one piece and gathers what could not be followed."""

    def __init__(self, project: Project, catalogue: Catalogue) -> None:
        """Follow names into ``catalogue``, and pictures into ``project``."""
        self.project = project
        self.catalogue = catalogue
        self.findings: list[Finding] = []
        self.spoiled = False
        """Whether a name was written in a file with mistakes: then the job is incomplete, and the file says why."""

    def thing(self, value: Any, here: NamePlace) -> Any:  # noqa: C901, PLR0911, PLR0912 one for each kind of name
        """Return ``value`` with every name in it replaced by the thing it names."""
        match value:
            case base.StatementName():
                return self._statement(value, here)
            case base.StudyName():
                entry = self._entry("study", value, here.place)
                return entry and Study(value, entry.thing, self._cited((value,), here.place))
            case base.HelplineName():
                entry = self._entry("help line", value, here.place)
                return entry and HelplineCard(value, entry.thing, Call(entry.thing.call, value), here.place)
            case base.SpecimenName():
                return self._specimen(value, here)
            case base.FormName():
                return self._form(value, here)
            case base.ClinicFactName():
                return self.fact(value, here.place)
            case for_signers.Notes():
                place = here.into("section" if value.section else "title").place
                found = notes(self.catalogue, value.section, place, self._reader(here), self.unknown)
                return {"title": value.title, "notes": found, "hard": value.section is None}
            case for_signers.Unverified():
                return {"title": value.title, "records": tuple(unverified(self.catalogue, self.unknown))}
            case for_signers.SourceLinks():
                return {"title": value.title, "things": self._linked_things(value.of, here)}
            case for_signers.Watch():
                return {"title": value.title, "rows": tuple(to_look_up(self.catalogue))}
            case pictures.Picture():
                shown = {"caption": value.caption, "width": value.width, "place": value.place}
                return {"image": self._picture(value, here), **shown}
            case pictures.RoomPhotograph():
                return self._photograph(value, here)
            case components.Qr():
                return {"title": value.title, "to": self._destination(value, here)}
            case figures.IconArray() | figures.ForestPlot() | figures.PeopleInTrials() | figures.TrialStrip():
                self.findings += weigh(
                    value,
                    self.catalogue.shelf("study"),
                    here.audience,
                    here.language,
                    lambda *step: here.entry.place(*here.route, *step),
                )
                return self._fields(value, here)
            case base.Model():
                return self._fields(value, here)
            case tuple():
                return tuple(self.thing(part, here.into(number)) for number, part in enumerate(value))
        return value

    def _fields(self, value: base.Model, here: NamePlace) -> dict[str, Any]:
        return {name: self.thing(getattr(value, name), here.into(name)) for name in type(value).model_fields}

    def _entry(self, kind: str, name: str, place: Place) -> Entry[Any] | None:
        shelf = self.catalogue.shelf(kind)
        if name not in shelf:
            self.unknown(kind, name, place, shelf)
        return shelf.get(name)

    def unknown(self, kind: str, name: str, place: Place, known: Iterable[str]) -> None:
        """Note that ``name`` names no ``kind``, unless it is in a file with mistakes."""
        if not self._spoils(kind, name):
            self.findings.append(codes.UNKNOWN_NAME.at(place, f"there is no {kind} '{name}'", near(name, list(known))))

    def _spoils(self, kind: str, name: str) -> bool:
        """Return whether the thing is in a file with mistakes, and remember that the job is then incomplete."""
        spoils = (kind, name) in self.catalogue.spoiled
        self.spoiled = self.spoiled or spoils
        return spoils

    def _statement(self, name: str, here: NamePlace) -> PrintedStatement | None:
        entry = self._entry("statement", name, here.place)
        if entry is None:
            return None
        statement = entry.thing
        sources = self._linked(statement.sources, entry)
        wording = getattr(statement, here.audience) or {}
        if here.language not in wording:
            self.findings.append(
                codes.NO_WORDING.at(
                    here.place,
                    f"'{name}' has no {here.audience} wording in '{here.language}'",
                    f"write '{here.audience}: {{{here.language}: …}}' at {entry.manuscript.place(entry.route, key=True)}, or print another statement",
                )
            )
            return None
        route = (here.audience, here.language)
        words, findings = read_words(wording[here.language], self._desk(here.language), entry, route)
        self.findings += findings
        self._part(statement.part, entry)
        place = entry.manuscript.place(entry.route, key=True)
        return PrintedStatement(name, statement.kind, words, sources, statement.part, here.audience, place)

    def _part(self, name: str | None, entry: Entry[Any]) -> None:
        known = self.catalogue.shelf("part")
        if name and known and name not in known:
            self.unknown("part", name, entry.place("part"), known)

    def _cited(self, names: Iterable[str], place: Place) -> tuple[CitedSource, ...]:
        return cited(self.catalogue, names, place, self.unknown)

    def _linked(self, links: Iterable[SourceLink], entry: Entry[Any]) -> tuple[CitedSource, ...]:
        return linked(self.catalogue, links, entry, self.unknown)

    def _linked_things(self, file: str, here: NamePlace) -> tuple[Linked, ...]:
        return linked_things(self.catalogue, file, self._reader(here), self.unknown)

    def _reader(self, here: NamePlace) -> WordsReader:
        desk = self._desk(here.language)
        # What is wrong with a wording is told where a piece prints it.
        return WordsReader(here.language, lambda wording, entry, route: read_words(wording, desk, entry, route)[0])

    def _destination(self, code: components.Qr, here: NamePlace) -> Destination | None:
        """Return where ``code`` leads, with a finding where nobody has seen an address."""
        if code.clinic is not None:
            fact = self.fact(code.clinic, here.into("clinic").place)
            return Destination(fact.value, fact.name, fact=fact)
        kind, name = ("help line", str(code.helpline)) if code.helpline else ("source", str(code.source))
        place = here.into("helpline" if code.helpline else "source").place
        entry = self.catalogue.shelf("study").get(name) or self._entry(kind, name, place)
        if entry is None:
            return None
        record = entry.thing
        address = record.cite.address if record.cite else None
        if address is None or record.verification is Verification.UNVERIFIED:
            why = "has neither a DOI nor a web address" if address is None else "was not seen where it leads"
            self.findings.append(
                codes.NO_ADDRESS.at(
                    place, f"'{name}' {why}", "lead to a record whose address was seen, or add the address to this one"
                )
            )
        if code.helpline:
            self.findings += [
                codes.HELPLINE.at(here.into("title").place, fact, mend)
                for fact, mend in contradictions(record, code.title)
            ]
            return Destination(address, record.name, line=name)
        return Destination(address, record.short, self._cited((name,), place))

    def words(self, entry: Entry[Any], route: Route) -> Words:
        """Return the text at ``route`` of ``entry`` as runs."""
        text = entry.manuscript.writing((*entry.route, *route)).text
        words, findings = read_paragraph(text, self._desk(str(route[-1])), entry, route)
        self.findings += findings
        return words

    def _desk(self, language: str) -> Desk:
        return Desk(self.catalogue, self.fact, self._spoils, language)

    def _specimen(self, name: str, here: NamePlace) -> SpecimenSheet | None:
        entry = self._entry("specimen", name, here.place)
        if entry is None:
            return None
        shown = entry.thing
        found = []
        for number, block in enumerate(shown.blocks):
            inner = NamePlace(entry, shown.audience, here.language, ("blocks", number, block.component))
            content = self.thing(getattr(block, block.component), inner)
            found.append(ResolvedBlock(block.component, content, entry.manuscript.file, inner.route))
        return SpecimenSheet(component_key(name), shown.audience, tuple(map(str, shown.places)), tuple(found))

    def _form(self, name: str, here: NamePlace) -> FormSheet | None:
        entry = self._entry("form", name, here.place)
        if entry is None:
            return None
        self._linked(entry.thing.sources, entry)

        def read(text: str, route: Route) -> Words:
            words, findings = read_paragraph(text, self._desk(here.language), entry, route)
            self.findings += findings
            return words

        return form_sheet(name, entry, read)

    def fact(self, name: str, place: Place) -> ClinicFact:
        """Return the clinic's fact called ``name``, which was asked for at ``place``."""
        if name not in ClinicFacts.model_fields:
            self.findings.append(
                codes.UNKNOWN_NAME.at(place, f"there is no clinic fact '{name}'", near(name, ClinicFacts.model_fields))
            )
            return ClinicFact(name, None, place)
        clinic = self.catalogue.clinic
        if clinic is None:
            return ClinicFact(name, None, place)
        return ClinicFact(name, getattr(clinic.thing, name), self.place_of_fact(name))

    def place_of_fact(self, name: str) -> Place:
        """Return where ``name`` is written in ``clinic.yaml``; the file where it is not."""
        clinic = self.catalogue.clinic
        if clinic is None or (name,) not in clinic.manuscript.spots:
            return Place("content/clinic.yaml")
        return clinic.manuscript.place((name,), key=True)

    def _photograph(self, block: pictures.RoomPhotograph, here: NamePlace) -> PlacedPicture | None:
        """Return the photograph of ``block`` as its square slot shows it, in grays."""
        entry = self._entry("image", block.image, here.into("image").place)
        if entry is None:
            return None
        picture, found = in_a_slot(block, entry, self.project, here.language, lambda key: here.into(key).place)
        self.findings += found
        return picture

    def _picture(self, block: pictures.Picture, here: NamePlace) -> PlacedPicture | None:
        """Return the picture of ``block`` as it is shown there."""
        entry = self._entry("image", block.image, here.into("image").place)
        if entry is None:
            return None
        picture, found = placed(block, entry, self.project, here.language, lambda key: here.into(key).place)
        self.findings += found
        return picture


def untranslated(labels: Shelf, language: str) -> dict[str, tuple[str, Place]]:
    """Return the labels that have no words in ``language``: what each says in another one, and where it is written."""
    return {
        name: (next(iter(entry.thing.values())), entry.manuscript.place(entry.route, key=True))
        for name, entry in labels.items()
        if language not in entry.thing and entry.thing
    }
