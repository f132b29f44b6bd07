"""Resolve: names into things. After this stage nothing is looked up by name, and there is no clock and no network."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from brochures import codes
from brochures.findings import BrochureError, Finding, Place
from brochures.formats import Format, read_format
from brochures.job import Block, Call, ClinicFact, HelplineCard, Job, Picture, Section, Source, Statement, Study
from brochures.load import Catalogue, Entry
from brochures.mistakes import near
from brochures.model import base, blocks
from brochures.model.clinic import Clinic
from brochures.model.forms import Form, FormSection
from brochures.model.piece import Brochure, Packet
from brochures.model.statements import Audience
from brochures.pictures import not_an_image
from brochures.shop import Shop
from brochures.tokens import Desk, read_words

READING_LEAVES_OUT = frozenset({"cover", "sources", "version"})
"""Blocks that belong to the folded sheet and not to its words in reading form."""


def resolve(shop: Shop, catalogue: Catalogue, slug: str) -> Job:
    """Return the job of the piece called ``slug``. Raise ``BrochureError`` with every name that could not be followed."""
    entry = catalogue.pieces[slug]
    resolver = _Resolver(shop, catalogue, entry)
    job = resolver.job(slug)
    if resolver.findings or resolver.spoiled or job is None:
        raise BrochureError(*(finding.about(slug) for finding in dict.fromkeys(resolver.findings)))
    return job


class _Resolver:
    """Follows the names of one piece and gathers what could not be followed."""

    def __init__(self, shop: Shop, catalogue: Catalogue, entry: Entry[Any]) -> None:
        self.shop = shop
        self.catalogue = catalogue
        self.entry = entry
        self.findings: list[Finding] = []
        self.spoiled = False
        """Whether a name was written in a file with mistakes: then the job is incomplete, and the file says why."""

    def job(self, slug: str) -> Job | None:
        piece = self.entry.thing
        form = self._format(piece)
        self._document(piece)
        sections = self._panels(self.entry, form) if isinstance(piece, Brochure) else self._parts(piece)
        if form is None or self.catalogue.clinic is None or self.catalogue.spoiled.holds("label"):
            return None
        return Job(
            slug=slug, title=piece.title, subject=piece.subject, document=piece.document, format=form,
            audience=piece.audience, language=piece.language, editions=tuple(str(edition) for edition in piece.editions),
            version=piece.version.number, dated=self.shop.epoch or piece.version.date, review=piece.review,
            lead=getattr(piece, "lead", ""), sections=sections,
            clinic={name: self._fact(name, self.entry.place()) for name in Clinic.model_fields},
            labels={name: label.thing[piece.language] for name, label in self.catalogue.shelf("label").items() if piece.language in label.thing},
            place=self.entry.place("review"),
        )  # fmt: skip

    def _format(self, piece: Brochure | Packet) -> Format | None:
        try:
            return read_format(self.shop.styles / "formats", piece.format, self.entry.place("format"))
        except BrochureError as wrong:
            self.findings += wrong.findings
            return None

    def _document(self, piece: Brochure | Packet) -> None:
        known = sorted(path.stem for path in (self.shop.templates / "documents").glob("*.html"))
        if piece.document not in known:
            self.findings.append(
                codes.BAD_FORMAT.at(
                    self.entry.place("document"),
                    f"there is no document type '{piece.document}'",
                    near(piece.document, known),
                )
            )

    def _panels(self, entry: Entry[Any], form: Format | None) -> tuple[Section, ...]:
        piece = entry.thing
        order = [panel.name for panel in form.panels] if form else list(piece.panels)
        for name in piece.panels:
            if name not in order:
                place = entry.manuscript.place(("panels", name), key=True)
                self.findings.append(
                    codes.BAD_FORMAT.at(place, f"the format '{piece.format}' has no panel '{name}'", near(name, order))
                )
        for name in order:
            if not piece.panels.get(name):
                self.findings.append(
                    codes.BAD_FORMAT.at(
                        entry.place("panels", name),
                        f"the panel '{name}' has no words",
                        f"write '{name}:' with its blocks",
                    )
                )
        return tuple(
            Section(
                name,
                "",
                piece.audience,
                self._blocks(entry, piece, piece.audience, piece.panels[name], ("panels", name)),
            )
            for name in order
            if name in piece.panels
        )

    def _parts(self, piece: Packet) -> tuple[Section, ...]:
        sections = []
        for number, part in enumerate(piece.parts):
            audience = part.audience or piece.audience
            if part.reading is None:
                found = self._blocks(self.entry, piece, audience, part.blocks, ("parts", number, "blocks"))
            else:
                found, audience = self._reading(part.reading, self.entry.place("parts", number, "reading"))
            sections.append(Section(part.id, part.title, audience, found, reading=part.reading is not None))
        return tuple(sections)

    def _reading(self, slug: str, place: Place) -> tuple[tuple[Block, ...], Audience]:
        entry = self.catalogue.pieces.get(slug)
        if entry is None or not isinstance(entry.thing, Brochure):
            brochures = (name for name, other in self.catalogue.pieces.items() if isinstance(other.thing, Brochure))
            self._unknown("piece", slug, place, brochures)
            return (), Audience.PATIENT
        brochure = entry.thing
        try:
            form = read_format(self.shop.styles / "formats", brochure.format, entry.place("format"))
        except BrochureError as wrong:
            self.findings += wrong.findings
            return (), brochure.audience
        sections = self._panels(entry, form)
        kept = (block for section in sections for block in section.blocks if block.component not in READING_LEAVES_OUT)
        return tuple(kept), brochure.audience

    def _blocks(
        self,
        entry: Entry[Any],
        piece: Any,
        audience: Audience,
        written: Iterable[blocks.Block],
        route: tuple[str | int, ...],
    ) -> tuple[Block, ...]:
        found = []
        for number, block in enumerate(written):
            here = _Here(entry, audience, piece.language, (*route, number, block.component))
            found.append(Block(block.component, self._thing(getattr(block, block.component), here)))
        return tuple(found)

    def _thing(self, value: Any, here: _Here) -> Any:  # noqa: PLR0911 one for each kind of name
        """Return ``value`` with every name in it replaced by the thing it names."""
        match value:
            case base.StatementName():
                return self._statement(value, here)
            case base.StudyName():
                entry = self._entry("study", value, here.place)
                return entry and Study(value, entry.thing, self._cited((value,), here.place))
            case base.HelplineName():
                entry = self._entry("help line", value, here.place)
                return entry and HelplineCard(value, entry.thing, Call(entry.thing.call))
            case base.FormName():
                return self._form(value, here)
            case base.ImageName():
                return self._picture(value, here)
            case base.ClinicFactName():
                return self._fact(value, here.place)
            case base.Model():
                return {name: self._thing(getattr(value, name), here.into(name)) for name in type(value).model_fields}
            case tuple():
                return tuple(self._thing(part, here.into(number)) for number, part in enumerate(value))
        return value

    def _entry(self, kind: str, name: str, place: Place) -> Entry[Any] | None:
        shelf = self.catalogue.shelf(kind)
        if name not in shelf:
            self._unknown(kind, name, place, shelf)
        return shelf.get(name)

    def _unknown(self, kind: str, name: str, place: Place, known: Iterable[str]) -> None:
        if not self._spoils(kind, name):
            self.findings.append(codes.UNKNOWN_NAME.at(place, f"there is no {kind} '{name}'", near(name, list(known))))

    def _spoils(self, kind: str, name: str) -> bool:
        """Return whether the thing is in a file with mistakes, and remember that the job is then incomplete."""
        spoils = (kind, name) in self.catalogue.spoiled
        self.spoiled = self.spoiled or spoils
        return spoils

    def _statement(self, name: str, here: _Here) -> Statement | None:
        entry = self._entry("statement", name, here.place)
        if entry is None:
            return None
        statement = entry.thing
        sources = tuple(
            source
            for number, cited in enumerate(statement.sources)
            for source in self._cited((cited,), entry.place("sources", number))
        )
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
        words, findings = read_words(
            wording[here.language], Desk(self.catalogue, self._fact, self._spoils), entry, route
        )
        self.findings += findings
        return Statement(
            name, statement.kind, words, sources, statement.review, entry.manuscript.place(entry.route, key=True)
        )

    def _cited(self, names: Iterable[str], place: Place) -> tuple[Source, ...]:
        found = []
        for name in names:
            entry = self.catalogue.shelf("study").get(name) or self._entry("source", name, place)
            if entry is not None:
                found.append(Source(name, entry.thing.short, entry.thing.cite))
        return tuple(found)

    def _form(self, name: str, here: _Here) -> dict[str, Any] | None:
        entry = self._entry("form", name, here.place)
        if entry is None:
            return None
        form: Form = entry.thing
        sections = tuple(self._form_section(section, entry, number) for number, section in enumerate(form.sections))
        return {"title": form.title, "intro": form.intro, "sections": sections}

    def _form_section(self, section: FormSection, entry: Entry[Any], number: int) -> dict[str, Any]:
        note = None
        if section.note:
            desk = Desk(self.catalogue, self._fact, self._spoils)
            words, findings = read_words(section.note, desk, entry, ("sections", number, "note"))
            note = words.lead
            self.findings += findings
        return {"title": section.title, "note": note, "fields": section.fields}

    def _fact(self, name: str, place: Place) -> ClinicFact:
        if name not in Clinic.model_fields:
            self.findings.append(
                codes.UNKNOWN_NAME.at(place, f"there is no clinic fact '{name}'", near(name, Clinic.model_fields))
            )
            return ClinicFact(name, None, place)
        clinic = self.catalogue.clinic
        if clinic is None:
            return ClinicFact(name, None, place)
        where = (
            clinic.manuscript.place((name,), key=True)
            if (name,) in clinic.manuscript.spots
            else Place(clinic.manuscript.file)
        )
        return ClinicFact(name, getattr(clinic.thing, name), where)

    def _picture(self, name: str, here: _Here) -> Picture | None:
        entry = self._entry("image", name, here.place)
        if entry is None:
            return None
        image = entry.thing
        path = self.shop.content / "images" / image.file
        trouble = not_an_image(path)
        if trouble:
            self.findings.append(
                codes.BAD_IMAGE.at(
                    entry.place("file"), f"'{image.file}' {trouble}", "put the right file into content/images/"
                )
            )
        if here.language not in image.alt:
            self.findings.append(
                codes.NO_WORDING.at(
                    entry.place("alt"),
                    f"'{name}' has no alternative text in '{here.language}'",
                    "say in words what the picture shows",
                )
            )
        return Picture(name, self.shop.relative(path), image.alt.get(here.language, ""))


class _Here:
    """Where in a piece a name was written, and for whom."""

    def __init__(self, entry: Entry[Any], audience: Audience, language: str, route: tuple[str | int, ...]) -> None:
        self.entry = entry
        self.audience = audience
        self.language = language
        self.route = route

    @property
    def place(self) -> Place:
        return self.entry.place(*self.route)

    def into(self, step: str | int) -> _Here:
        return _Here(self.entry, self.audience, self.language, (*self.route, step))
