"""Resolve: names into things. After this stage no name of the content is looked up, and there is no clock and no network.

What later stages open they are told by path: the pictures of a job, and the profile of its printing condition.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from brochures.design.format_files import read_format
from brochures.design.formats import Format
from brochures.design.print_shop import PrintShop
from brochures.findings import BrochureError, codes
from brochures.findings.suggest import near
from brochures.load.catalogue import Catalogue, Entry
from brochures.load.model import components
from brochures.load.model.clinic import ClinicFacts
from brochures.load.model.piece import Brochure, Packet, PacketPart
from brochures.load.model.statements import Audience
from brochures.project.edition import Edition
from brochures.project.paths import Project
from brochures.resolve.addressed import Addressed
from brochures.resolve.editorial_rules import NO_RULES, editorial_rules
from brochures.resolve.facsimile import Facsimile, facsimile
from brochures.resolve.foreign_part import COMPONENT, foreign_part
from brochures.resolve.job import Job, ResolvedBlock, Section
from brochures.resolve.lookup import NameLookup, NamePlace, untranslated
from brochures.resolve.passages import passages
from brochures.resolve.sign_off_sheet import with_sheet
from brochures.resolve.signed_things import job_with_signatures
from brochures.resolve.switches import is_so, planned_pages, undecided

READING_LEAVES_OUT = frozenset({"cover", "masthead", "contact", "crisis", "sources", "references", "version"})
"""Blocks that every piece has for itself, and that a packet has elsewhere: they are not part of a piece's words in reading form."""

EVERY_PIECE_NEEDS = (
    "label",
    "word list",
    "part",
    "document",
    "list of names",
    "language",
    "waiver",
    "role",
    "signature",
    "printed version",
)
"""Kinds of which nothing may be in a file with mistakes: a gate without its word lists would let everything pass."""


def resolve(
    project: Project, catalogue: Catalogue, slug: str, printer: str | None = None, addressed: Addressed | None = None
) -> Job:
    """Return the job of the piece called ``slug``, for the press of ``printer`` (None: the default one), or with a partner's name on it.

    Raise ``BrochureError`` with every name that could not be followed.
    """
    job = _resolved(project, catalogue, slug, printer, addressed)
    return with_sheet(project, catalogue, job, lambda other: _resolved(project, catalogue, other, None))


def _resolved(
    project: Project, catalogue: Catalogue, slug: str, printer: str | None, addressed: Addressed | None = None
) -> Job:
    """Return the job of one piece, a sign-off sheet in it still empty.

    Raise ``BrochureError`` with every name that could not be followed.
    """
    entry = catalogue.pieces[slug]
    resolver = _Resolver(project, catalogue, entry, printer, addressed)
    job = resolver.job(slug)
    if job is not None and not resolver.findings and not resolver.follow.spoiled:
        job = replace(
            job, passages=passages(catalogue, job, resolver.follow.words), rules=editorial_rules(catalogue, job)
        )
        job = job_with_signatures(project, catalogue, job)
    if resolver.findings or resolver.follow.spoiled or job is None:
        raise BrochureError(*(finding.about(slug) for finding in dict.fromkeys(resolver.findings)))
    return job


class _Resolver:
    """Sets out one piece: its format, its sections in reading order, and the things in them."""

    def __init__(
        self,
        project: Project,
        catalogue: Catalogue,
        entry: Entry[Any],
        printer: str | None,
        addressed: Addressed | None,
    ) -> None:
        self.project, self.printer, self.addressed = project, printer, addressed
        self.catalogue = catalogue
        self.entry = entry
        self.follow = NameLookup(project, catalogue)
        self.findings = self.follow.findings

    def job(self, slug: str) -> Job | None:
        piece = self.entry.thing
        form = self._format(piece)
        self._document(piece)
        sections = self._panels(self.entry, form) if isinstance(piece, Brochure) else self._parts(piece, form)
        if form is None or self.catalogue.clinic is None or any(map(self.catalogue.spoiled.holds, EVERY_PIECE_NEEDS)):
            return None
        return Job(
            slug=slug, title=piece.title, subject=piece.subject, document=piece.document, format=form,
            audience=piece.audience, language=piece.language, editions=piece.editions,
            pages=0 if self.addressed else planned_pages(self.catalogue, piece, form), addressed=self.addressed, citations=getattr(piece, "citations", ()), planned_at=self.entry.place("pages" if getattr(piece, "pages", None) else "format"),
            version=piece.version.number, dated=self.project.epoch or piece.version.date,
            lead=getattr(piece, "lead", ""), sections=sections,
            clinic={name: self.follow.fact(name, self.entry.place()) for name in ClinicFacts.model_fields},
            labels={name: label.thing[piece.language] for name, label in self.catalogue.shelf("label").items() if piece.language in label.thing},
            place=self.entry.place("title"), passages=(), rules=NO_RULES, print_shop=self._print_shop(piece),
            office=self.catalogue.clinic.thing.office, language_at=self.entry.place("language"), version_at=self.entry.place("version", "number"),
            undecided=undecided(self.catalogue, piece, self.follow.place_of_fact), untranslated=untranslated(self.catalogue.shelf("label"), piece.language),
        )  # fmt: skip

    def _print_shop(self, piece: Brochure | Packet) -> PrintShop | None:
        """Return who prints the press edition, None where there is none; a print shop that was named asks for one."""
        if Edition.PRESS not in piece.editions:
            if self.printer:
                there = ", ".join(piece.editions)
                self.findings.append(
                    codes.NO_PRESS_EDITION.at(
                        self.entry.place("editions"),
                        f"this piece is made for {there} only, so there is nothing for a print shop",
                        "add 'press' to its editions, or send another piece",
                    )
                )
            return None
        print_shops = self.catalogue.shelf("printer")
        name = self.printer or next((name for name, entry in print_shops.items() if entry.thing.default), "")
        if name not in print_shops:
            self._no_print_shop(name)
            return None
        printer = print_shops[name].thing
        conditions = self.catalogue.shelf("printing condition")
        return PrintShop(
            name,
            printer,
            conditions[printer.condition].thing,
            conditions[printer.metric_condition].thing,
            print_shops[name].manuscript.place(print_shops[name].route, key=True),
            print_shops[name].place("impose", "sheet"),
        )

    def _no_print_shop(self, name: str) -> None:
        """Note that there is no print shop, unless ``printers.yaml`` has mistakes: then those are told, and not this."""
        place, print_shops = self.entry.place("editions"), self.catalogue.shelf("printer")
        if name:
            self.follow.unknown("printer", name, place, print_shops)
        elif any(map(self.catalogue.spoiled.holds, ("printer", "printing condition"))):
            self.follow.spoiled = True
        else:
            self.findings.append(
                codes.UNKNOWN_NAME.at(
                    place,
                    "the press edition needs a print shop, and there is no file content/printers.yaml",
                    "restore content/printers.yaml from version control, or take 'press' out of the editions",
                )
            )

    def _format(self, piece: Brochure | Packet) -> Format | None:
        try:
            return read_format(self.project.styles / "formats", piece.format, self.entry.place("format"))
        except BrochureError as wrong:
            self.findings += wrong.findings
            return None

    def _document(self, piece: Brochure | Packet) -> None:
        known = sorted(path.stem for path in (self.project.templates / "documents").glob("*.html"))
        if piece.document not in known:
            self.findings.append(
                codes.BAD_FORMAT.at(
                    self.entry.place("document"),
                    f"there is no document type '{piece.document}'",
                    near(piece.document, known),
                )
            )
        for edition in (one for one in piece.editions if one.reflowed and str(one) not in known):
            said = f"the edition '{edition}' sets the words anew, and there is no template for it"
            mend = f"restore templates/documents/{edition}.html, or take '{edition}' out of the editions"
            self.findings.append(codes.BAD_FORMAT.at(self.entry.place("editions"), said, mend))

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

    def _parts(self, piece: Packet, form: Format | None) -> tuple[Section, ...]:
        return tuple(
            self._part(piece, part, number, form)
            for number, part in enumerate(piece.parts)
            if part.when is None or is_so(self.catalogue, part.when)
            if self.addressed is None or self.addressed.has(part)
        )

    def _part(self, piece: Packet, part: PacketPart, number: int, form: Format | None) -> Section:
        audience, shown = part.audience or piece.audience, None
        if part.pdf:
            found = self._foreign(piece, part, number, form)
        elif part.reading or part.facsimile:
            found, audience, shown = self._brochure(part, number)
        else:
            found = self._blocks(self.entry, piece, audience, part.blocks, ("parts", number, "blocks"))
        return Section(
            part.id, part.title, audience, found, part.reading is not None, part.by_fax, number, part.may_end_early or "", shown,
            part.runs_on, part.on_front, part.in_columns,
        )  # fmt: skip

    def _foreign(self, piece: Packet, part: PacketPart, number: int, form: Format | None) -> tuple[ResolvedBlock, ...]:
        """Return the pages of the PDF file that ``part`` prints as a block; none where it cannot be printed."""
        made = foreign_part(self.project, piece, part, form, partial(self.entry.place, "parts", number))
        self.findings += made.wrong
        route = ("parts", number, "pdf")
        return (ResolvedBlock(COMPONENT, made.file, self.entry.manuscript.file, route),) if made.file else ()

    def _brochure(self, part: PacketPart, number: int) -> tuple[tuple[ResolvedBlock, ...], Audience, Facsimile | None]:
        """Return the blocks of the brochure that ``part`` prints, for whom it is, and where they stand when it is shown as it is."""
        slug, field = (part.reading, "reading") if part.reading else (part.facsimile, "facsimile")
        entry = self.catalogue.pieces.get(slug or "")
        place = self.entry.place("parts", number, field)
        if entry is None or not isinstance(entry.thing, Brochure):
            brochures = (name for name, other in self.catalogue.pieces.items() if isinstance(other.thing, Brochure))
            self.follow.unknown("piece", slug or "", place, brochures)
            return (), Audience.PATIENT, None
        brochure = entry.thing
        try:
            form = read_format(self.project.styles / "formats", brochure.format, entry.place("format"))
        except BrochureError as wrong:
            self.findings += wrong.findings
            return (), brochure.audience, None
        sections = self._panels(entry, form)
        blocks = self._without(part, number, [block for section in sections for block in section.blocks])
        if part.reading:
            return tuple(one for one in blocks if one.component not in READING_LEAVES_OUT), brochure.audience, None
        return blocks, brochure.audience, facsimile(str(slug), brochure, form, sections)

    def _without(self, part: PacketPart, number: int, blocks: Sequence[ResolvedBlock]) -> tuple[ResolvedBlock, ...]:
        """Return ``blocks`` but for those of a statement that ``part`` leaves out; a name that none of them has is told."""
        statements = [block for block in blocks if block.component == "statement"]
        alone = {block.content.name: block for block in statements if block.content is not None}
        for at, name in enumerate(part.without):
            if name not in alone and all(block.content is not None for block in statements):
                self.follow.unknown("statement", name, self.entry.place("parts", number, "without", at), alone)
        return tuple(block for block in blocks if not any(block is alone.get(name) for name in part.without))

    def _blocks(
        self,
        entry: Entry[Any],
        piece: Any,
        audience: Audience,
        written: Iterable[components.Block],
        route: tuple[str | int, ...],
    ) -> tuple[ResolvedBlock, ...]:
        found = []
        for number, block in enumerate(written):
            here = NamePlace(entry, audience, piece.language, (*route, number, block.component))
            content = self.follow.thing(getattr(block, block.component), here)
            found.append(ResolvedBlock(block.component, content, entry.manuscript.file, here.route))
        return tuple(found)
