"""Editions of a piece, and what each of their files is. Standard library only: the command line offers them before a model is defined."""

from __future__ import annotations

from enum import StrEnum


class Edition(StrEnum):
    """One reproduction of a piece."""

    SCREEN = "screen"
    DESK = "desk"
    PRESS = "press"
    WEB = "web"
    LARGE = "large"
    FAX = "fax"

    @property
    def for_whom(self) -> str:
        """Who gets it."""
        return {
            Edition.SCREEN: "people who read it on a screen",
            Edition.DESK: "the clinic's own printer",
            Edition.PRESS: "a print shop",
            Edition.WEB: "a web site, as one page of HTML",
            Edition.LARGE: "readers with low vision",
            Edition.FAX: "a fax machine",
        }[self]

    @property
    def tagged(self) -> bool:
        """Whether it carries a structure tree (ISO 14289-1) even where its words stand in panels."""
        return self not in {Edition.DESK, Edition.WEB}

    @property
    def linked(self) -> bool:
        """Whether it leads somewhere when it is touched; PDF/X allows nothing of the kind inside the bleed (ISO 15930-7, 6.12)."""
        return self in {Edition.SCREEN, Edition.WEB, Edition.LARGE}

    @property
    def paged(self) -> bool:
        """Whether it is a PDF file of pages. The other is one page that flows, made for a browser."""
        return self is not Edition.WEB

    @property
    def ending(self) -> str:
        """What the name of its file ends with."""
        return "pdf" if self.paged else "html"

    @property
    def fillable(self) -> bool:
        """Whether its forms are filled in on the screen; on paper a pen does that."""
        return self is Edition.SCREEN

    @property
    def names_boxes(self) -> bool:
        """Whether the boxes of its forms say which field each is: for somebody who fills them in on the screen, or for the answers of a form that came back."""
        return self.fillable or self is Edition.FAX

    @property
    def at_desk(self) -> bool:
        """Whether the clinic's own printer prints it, which does not reach the edges of a sheet."""
        return self is Edition.DESK

    @property
    def reflowed(self) -> bool:
        """Whether its words flow over pages of its own, one column wide, whatever the panels of the piece are."""
        return self in {Edition.LARGE, Edition.FAX}

    @property
    def faxed(self) -> bool:
        """Whether it is sent line by line by a fax machine, in black and white."""
        return self is Edition.FAX

    @property
    def beside(self) -> tuple[str, ...]:
        """What is made of its finished file and lies beside it, by name: a fax in both rasters of a fax machine."""
        return ("fax-fine", "fax-standard") if self is Edition.FAX else ()

    @property
    def cut(self) -> bool:
        """Whether its sheets are larger than its pages and cut to the trim: then it has bleed, and inks for colours."""
        return self is Edition.PRESS


class FileKind(StrEnum):
    """What a file is. The piece itself is named after its edition, what lies beside it after its own kind."""

    PIECE = "piece"
    INSTRUCTIONS = "desk-instructions"
    """The sheet beside a folded desk edition: how to print and fold it. Also the name of its document type."""
    IMPOSED = "press-imposed"
    """Many copies of a card on a parent sheet, beside the press edition for a printer that imposes."""
    SPEC_SHEET = "spec-sheet"
    """What tells a print shop what is printed and how. Also the name of its document type."""
    PREFLIGHT_REPORT = "preflight-report"
    """What tells a print shop what preflight found. Also the name of its document type."""
