"""Compose: a job and an edition into one HTML text. Pure: it reads no file, and the same values give the same text, to the letter."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from markupsafe import Markup

from brochures.compose.citation_files import CitationFile, citation_files
from brochures.compose.citations import Reference, number_sources, references
from brochures.compose.cited_places import with_ways_back
from brochures.compose.facsimile import body, embedded, ladder_of
from brochures.compose.fill_in import FillIn
from brochures.compose.literal_colours import literal_colours
from brochures.compose.passage_numbers import stamp, unstamped
from brochures.compose.setter import Setter
from brochures.compose.smarten import smartened
from brochures.compose.template_errors import Labels, each_or_refused, template_finding, written
from brochures.compose.templates import Templates
from brochures.design.copyfit_ladder import Fit
from brochures.design.formats import Format, Room
from brochures.design.imposition import ParentSheet, crept, parent_sheet
from brochures.design.literal_colours import Literal
from brochures.design.print_shop import PrintShop
from brochures.findings import BrochureError, Place
from brochures.load.positions import Writing
from brochures.project.edition import Edition, FileKind
from brochures.resolve.job import Job, PlacedPicture, Section

MARKS = "marks.html"
"""The template of what stands around the trim of a press sheet."""

NO_EDITION = "handoff"
"""What a sheet is set as that goes with a job to a print shop and is of no edition: no style of ``styles/editions`` is for it."""

NO_ROOM = Room()
"""Of an edition that is not cut."""

STILL = (0.0, 0.0)
"""Of pages that are not moved."""


class Told:
    """What a sheet beside the piece tells of it that its job does not hold: the fields that its template reads."""


@dataclass(frozen=True)
class Composition:
    """One file as HTML, of the document type ``document``. ``edition`` is None for a sheet that goes with a job to a print shop.

    ``pages`` is how many are planned, ``planned_at`` where that is written; ``fit`` is how far copyfit went. ``room`` is what lies
    around the trim, ``marks`` a second text with the marks for it, None where there are none. ``told`` is what a sheet beside the
    piece tells of it that its job does not hold.
    """

    slug: str
    edition: Edition | None
    kind: FileKind
    document: str
    html: str
    job: Job
    format: Format
    proof: bool
    pages: int
    planned_at: Place
    fit: Fit
    room: Room = NO_ROOM
    marks: str | None = None
    listed: tuple[Reference, ...] = ()
    """Its reference list, set once for all that is composed of it."""
    parent: ParentSheet | None = None
    """The sheet that its pages are repeated on, for an imposed file."""
    told: Told | None = None
    back_move: tuple[float, float] = STILL
    """How far what is on every second page is moved, to the right and up in pt."""
    only: tuple[str, ...] = ()
    """The forms that are sent of it, behind its cover sheet; none: all of it."""
    with_contents: bool = False
    """Whether it has a list of contents, of an edition that is given one when it turns out long."""
    passages: tuple[Writing, ...] = ()
    """Every text that is printed, by the number that it has in the HTML's stamps."""
    pictures: tuple[PlacedPicture, ...] = ()
    """Every picture, once for each place where it is put, by its number."""
    attached: tuple[CitationFile, ...] = ()
    """The files that it carries."""
    literals: tuple[Literal, ...] = ()
    """Of a press edition: the colours that its styles and templates name by themselves."""

    @property
    def digest(self) -> str:
        """The SHA-256 of the content, in hexadecimal digits: of the HTML without its stamps, which only say where it is written."""
        return hashlib.sha256(unstamped(self.html).encode()).hexdigest()

    @property
    def name(self) -> str:
        """What its file is called: after its edition, or after what it is where it lies beside the piece."""
        return self.medium if self.kind is FileKind.PIECE else str(self.kind)

    @property
    def medium(self) -> str:
        """What its pages are set as, as ``@media`` of the styles has it, and what findings in it are told under."""
        return NO_EDITION if self.edition is None else str(self.edition)

    @property
    def print_shop(self) -> PrintShop | None:
        """Who prints it: of a press edition, which is not made without one."""
        return self.job.print_shop if self.edition is not None and self.edition.cut else None

    @property
    def tagged(self) -> bool:
        """Whether the finished file carries a structure tree: on paper, too, where words flow, for it says in which order they are read."""
        flows = self.paged and not self.format.sides and self.kind is not FileKind.INSTRUCTIONS
        return flows or (self.edition is not None and self.edition.tagged)

    @property
    def printed_at_desk(self) -> bool:
        """Whether the clinic's own printer prints it as a piece, and no sheet beside one."""
        return self.edition is Edition.DESK and self.kind is FileKind.PIECE

    @property
    def fillable(self) -> bool:
        """Whether its forms are filled in on the screen."""
        return self.edition is not None and self.edition.fillable

    @property
    def paged(self) -> bool:
        """Whether it becomes a PDF file of pages, and not one page that flows."""
        return self.edition is None or self.edition.paged

    @property
    def ending(self) -> str:
        """What the name of its file ends with."""
        return "pdf" if self.edition is None else self.edition.ending

    @property
    def linked(self) -> bool:
        """Whether numbers and reference marks lead somewhere when they are touched."""
        return self.edition is not None and self.edition.linked


def compose(
    templates: Templates, job: Job, edition: Edition, *, proof: bool, only: Sequence[str] = ()
) -> tuple[Composition, ...]:
    """Return every file of ``edition``: the piece and, for a folded one at the desk, a sheet on how to print and fold it.

    ``only`` names the forms that are faxed, none: all of the piece. For a printer that imposes, the press edition of a card is followed by the sheet with its copies. Raise ``BrochureError`` at the template's line where a template cannot be filled.
    """
    attached = citation_files(job) if edition.linked and edition.paged else ()
    job, passages, pictures = smartened(job)
    room, print_shop = NO_ROOM, job.print_shop if edition.cut else None
    if print_shop is not None:
        job = replace(job, format=print_shop.as_printed(job.format))
        room = print_shop.room(job.format)
    ladder = ladder_of(templates, job)
    listed = references(number_sources(job), templates.styles, job.language, str(job.labels.get("link.open", "")))
    literals = literal_colours(templates, job, (f"documents/{job.document}.html", MARKS)) if edition.cut else ()
    if edition.reflowed:
        flowing = Composition(
            job.slug, edition, FileKind.PIECE, str(edition), "", job, job.format.reflowed(str(edition)), proof, 0, job.planned_at, Fit(), listed=listed,
            passages=passages, pictures=pictures, only=tuple(only),
        )  # fmt: skip
        return (replace(flowing, html=_html(templates, flowing)),)
    form = job.format.at_desk if edition is Edition.DESK else job.format
    form = crept(form, job.office.caliper) if edition is Edition.DESK and job.format.bound else form
    piece = Composition(
        job.slug, edition, FileKind.PIECE, job.document, "", job, form, proof, form.pages or job.pages, job.planned_at, Fit(ladder), room, listed=listed,
        passages=passages, pictures=pictures, literals=literals, attached=attached,
        back_move=job.office.back_move(long_edge=form.flips_on_long_edge) if edition is Edition.DESK and form.pages != 1 else STILL,
    )  # fmt: skip
    instructions = Composition(
        job.slug, edition, FileKind.INSTRUCTIONS, FileKind.INSTRUCTIONS, "", job, job.format.at_desk.portrait, proof=False, pages=1,
        planned_at=job.place, fit=Fit(), passages=passages, pictures=pictures,
    )  # fmt: skip
    wanted = (piece, instructions) if edition is Edition.DESK and job.format.sides else (piece,)
    parent = None if print_shop is None else parent_sheet(form, print_shop)
    if parent is not None:
        wanted = (piece, replace(piece, kind=FileKind.IMPOSED, parent=parent))
    composed = each_or_refused(wanted, lambda one: replace(one, html=_html(templates, one)))
    return tuple(
        replace(one, marks=_html(templates, one, template=MARKS)) if room.margin or one.parent else one
        for one in composed
    )


def compose_again(templates: Templates, composition: Composition, fit: Fit, pages: Sequence[int] = ()) -> Composition:
    """Return ``composition`` with the setting ``fit``; with ``pages`` (from 1) only those of a folded piece, for a trial.

    Of a packet a trial holds what it shows as it is, whatever its pages are.
    """
    again = replace(composition, fit=fit, pages=len(pages) or composition.pages)
    return replace(again, html=_html(templates, again, pages))


def with_contents(templates: Templates, composition: Composition) -> Composition:
    """Return ``composition`` with a list of contents."""
    again = replace(composition, with_contents=True)
    return replace(again, html=_html(templates, again))


def _html(templates: Templates, composition: Composition, pages: Sequence[int] = (), template: str = "") -> str:
    labels = Labels(composition.job)
    try:
        filled = templates.environment.get_template(template or f"documents/{composition.document}.html")
        made = filled.render(_context(templates, composition, pages, labels))
        html = with_ways_back(written(stamp(made), f"templates/{filled.name}"))
    except Exception as wrong:
        raise BrochureError(template_finding(wrong).about(composition.slug, composition.medium)) from wrong
    labels.refuse_lacking()
    return html


def _facsimile(
    templates: Templates,
    composition: Composition,
    section: Section,
    labels: Labels,
    keys: Mapping[int, str],
    *,
    turn: int,
) -> Markup:
    """Return the pages of the brochure that ``section`` shows, as its own template sets them: with its own reference numbers, unlinked.

    Its title is read in the turn ``turn``, its panels in those after it.
    """
    if section.facsimile is None:
        return Markup("")
    job = embedded(composition.job, section, section.facsimile)
    listed = references(number_sources(job), templates.styles, job.language)
    reflowed = composition.edition is not None and composition.edition.reflowed
    form = composition.format if reflowed else job.format
    inner = replace(composition, job=job, document=job.document, format=form, listed=listed)
    context = _context(templates, inner, (), labels, keys)
    context |= {"within": {"section": section, "title": composition.job.title}, "turn": turn}
    document = composition.document if reflowed else job.document
    return body(templates.environment.get_template(f"documents/{document}.html").render(context))


def _context(
    templates: Templates,
    composition: Composition,
    pages: Sequence[int],
    labels: Labels,
    keys: Mapping[int, str] | None = None,
) -> dict[str, Any]:
    """Return what templates know of one composition; ``pages`` (from 1) are those that are set, none: all.

    ``keys`` are those of the blocks of the packet that it stands in.
    """
    job = composition.job
    sides = composition.format.sides if job.format.bound else job.format.sides
    context: dict[str, Any] = {
        "job": job,
        "edition": composition.edition,
        "form": composition.format,
        "room": composition.room,
        "parent": composition.parent,
        "digest": composition.digest,
        "proof": composition.proof,
        "told": composition.told,
        "sides": [side for number, side in enumerate(sides, 1) if not pages or number in pages],
        "fit": lambda region: _fitted(composition.fit, region),
        "listed": composition.listed,
        "only": composition.only,
        "with_contents": composition.with_contents,
        "label": labels.get,
        "fill": FillIn(labels.get, active=composition.edition is not None and composition.edition.names_boxes),
        "spoken_day": labels.spoken_day,
        "token": templates.token(composition.medium),
    }
    setter = Setter(templates.environment, context, linked=composition.linked and keys is None, paged=composition.paged)
    setter.keys = keys or setter.keys
    context |= {
        "reflowed": composition.edition is not None and composition.edition.reflowed,
        "linked": setter.links.active,
        "links": setter.links,
        "set": setter.block,
        "key": setter.key,
        "words": setter.words,
        "wording": setter.wording,
        "marks": setter.marks,
        "ended": setter.ended,
        "cite": setter.cite,
        "within": None,
        "parts": [section for section in job.sections if section.facsimile or not pages],
        "turn": 0,
        "facsimile": lambda section, turn: _facsimile(templates, composition, section, labels, setter.keys, turn=turn),
    }
    return context


def _fitted(fit: Fit, region: str) -> Markup:
    """Return the attributes that set ``region`` as copyfit wants it, none where it is set as designed."""
    css = fit.css(region)
    return Markup(' data-fit style="{}"').format(css) if css else Markup("")
