"""A piece: its job ticket and its own words. ``brochures/<slug>.yaml`` and ``packets/<slug>.yaml``."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, Field, field_validator, model_validator
from pydantic_core import PydanticCustomError

from brochures.load.model.base import Day, Language, Model, Name, PieceName, StatementName, Text
from brochures.load.model.clinic import Switch
from brochures.load.model.components import Block
from brochures.load.model.partners import PartnerDefaults, Partners
from brochures.load.model.statements import Audience
from brochures.project.edition import Edition


class VersionTicket(Model):
    """Which version this is and when it was made; every date in a finished file comes from here."""

    number: Text
    date: Day


LONGEST_TITLE = 120
"""In letters: a title stands on one cover, in the bookmarks and in the window of a reader."""


def _fits_a_cover(text: str) -> str:
    if len(text) > LONGEST_TITLE:
        raise PydanticCustomError(
            "long_title",
            "a title of {length} letters, and there is room for {most}",
            {"length": len(text), "most": LONGEST_TITLE},
        )
    return text


Title = Annotated[Text, AfterValidator(_fits_a_cover)]
"""What a piece is called, in at most 120 letters."""


class Ticket(Model):
    """What the job is: its title, form, readers, language, editions and version."""

    title: Title
    subject: Text
    document: Name
    format: Name
    audience: Audience
    language: Language
    editions: tuple[Edition, ...] = Field(min_length=1)
    version: VersionTicket

    @field_validator("editions")
    @classmethod
    def _each_edition_once(cls, editions: tuple[Edition, ...]) -> tuple[Edition, ...]:
        for edition in editions:
            if editions.count(edition) > 1:
                raise PydanticCustomError(
                    "edition_twice", "the edition '{edition}' stands twice", {"edition": str(edition)}
                )
        return editions


class Brochure(Ticket):
    """A piece with panels of fixed size, each filled with blocks."""

    panels: dict[Name, tuple[Block, ...]]


class CitationFormat(StrEnum):
    """A format in which reference managers take sources."""

    RIS = "ris"
    BIBTEX = "bibtex"


class PacketPart(Model):
    """One part of a packet: its own blocks, the words of a brochure in reading form, a brochure as it is, or somebody else's PDF file.

    ``pdf`` is the name of such a file in ``content/foreign/``; ``says`` what is seen on those of its pages that hold no words, one text each.

    ``by_fax``: it is sent on by fax, so it is set in black on white, in 12 pt. ``when``: it is printed only where that is so of the clinic,
    and then adds ``adds_pages`` to those that are planned. ``may_end_early`` says why its last page may stay short, and is not printed.
    ``runs_on``: it begins where the part before ends, and not on a page of its own. ``on_front``: it stands between cover and contents, and is none of the
    parts that are listed there. ``in_columns``: its headings and running words stand in two columns across the page. ``without``: statements of the
    brochure that make no sense within the packet.
    """

    id: Name
    title: Text
    audience: Audience | None = None
    blocks: tuple[Block, ...] = ()
    reading: PieceName | None = None
    facsimile: PieceName | None = None
    pdf: Text | None = None
    says: tuple[Text, ...] = ()
    by_fax: Annotated[bool, Field(strict=False)] = False
    when: Switch | None = None
    adds_pages: Annotated[int, Field(ge=0, le=99)] = 0
    may_end_early: Text | None = None
    runs_on: Annotated[bool, Field(strict=False)] = False
    on_front: Annotated[bool, Field(strict=False)] = False
    in_columns: Annotated[bool, Field(strict=False)] = False
    without: tuple[StatementName, ...] = ()

    @model_validator(mode="after")
    def _blocks_or_reading(self) -> PacketPart:
        if sum(map(bool, (self.blocks, self.reading, self.facsimile, self.pdf))) != 1:
            raise PydanticCustomError(
                "part_content", "a part has either 'blocks', 'reading', 'facsimile' or 'pdf': one of them, and not none"
            )
        if self.adds_pages and self.when is None:
            raise PydanticCustomError(
                "part_pages", "'adds_pages' goes with 'when': other parts are in 'pages' of the piece"
            )
        return self

    @model_validator(mode="after")
    def _pages_of_its_own(self) -> PacketPart:
        set_so = [name for name in ("by_fax", "runs_on", "on_front", "in_columns", "without") if getattr(self, name)]
        if self.pdf and set_so:
            raise PydanticCustomError(
                "part_of_pdf",
                "a part with 'pdf' has pages of its own, and '{key}' is for words that are set here",
                {"key": set_so[0]},
            )
        if self.says and not self.pdf:
            raise PydanticCustomError("part_says", "'says' is for pages of a 'pdf', and the part has none")
        return self


class Packet(Ticket):
    """Ordered parts that flow over pages, with a contents page. ``pages`` is how many are planned: one more is an error.

    Where nothing is printed on paper they need not be planned: a document that follows its records is as long as those are. ``partners``
    says how a list is read of those who get a copy with their name on it. ``citations``: its screen edition carries its sources in these formats.
    """

    pages: Annotated[int, Field(ge=1, le=999)] | None = None
    lead: Text
    citations: tuple[CitationFormat, ...] = ()
    parts: Annotated[tuple[PacketPart, ...], Field(min_length=1)]
    partners: Partners | None = None

    @model_validator(mode="after")
    def _paper_is_planned(self) -> Packet:
        if self.pages is None and not {*self.editions} <= {Edition.SCREEN, Edition.WEB}:
            raise PydanticCustomError("pages_unplanned", "nobody has planned its 'pages', and it is printed on paper")
        return self

    @model_validator(mode="after")
    def _part_ids_differ(self) -> Packet:
        ids = [part.id for part in self.parts]
        for name in ids:
            if ids.count(name) > 1:
                raise PydanticCustomError("part_twice", "two parts have the id '{id}'", {"id": str(name)})
        return self

    @model_validator(mode="after")
    def _partners_get_what_there_is(self) -> Packet:
        defaults = self.partners.defaults if self.partners else PartnerDefaults()
        ids = {str(part.id) for part in self.parts}
        for name in defaults.parts:
            if name not in ids:
                raise PydanticCustomError(
                    "partner_part",
                    "'partners' names the part '{id}', and the packet has none of this id",
                    {"id": str(name), "mend": f"name one of its parts: {', '.join(sorted(ids))}"},
                )
        if defaults.language not in {None, self.language}:
            raise PydanticCustomError(
                "partner_language",
                "'partners' names the language '{named}', and the packet is in '{own}'",
                {
                    "named": str(defaults.language),
                    "own": self.language,
                    "mend": f"write {self.language}, or leave it out",
                },
            )
        return self


Piece = Brochure | Packet
