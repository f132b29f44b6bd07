"""The subject of the press checks: the finished file, opened, beside what was meant."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from pypdf import PdfReader

from brochures.design.print_shop import PrintShop
from brochures.findings import NOWHERE, Place
from brochures.geometry.box import Box
from brochures.geometry.passages import NONE
from brochures.load.model.printers import Printer
from brochures.pdf.file import File, Imposed
from brochures.preflight.finished_file import NOTHING, Shipped
from brochures.separations import Painted, Unreadable, things


@dataclass(frozen=True)
class Subject:
    """A file for the press: ``file`` reads its structure, ``made`` has its bytes and what was meant, ``print_shop`` will print it.

    ``shipped`` is what the house ships, its profiles among it.
    """

    file: PdfReader
    made: File
    print_shop: PrintShop
    shipped: Shipped = NOTHING

    @property
    def printer(self) -> Printer:
        """What its print shop wants."""
        return self.print_shop.printer

    @property
    def ink_limit(self) -> float:
        """The most ink that its paper carries, in per cent."""
        return self.print_shop.ink_limit(self.made.composition.format)

    @cached_property
    def _read(self) -> tuple[tuple[Painted, ...], Unreadable | None]:
        try:
            return things(self.made.data), None
        except Unreadable as wrong:
            return (), wrong

    @property
    def things(self) -> tuple[Painted, ...]:
        """Whatever its pages paint, in the order of painting, read once; nothing where that cannot be told."""
        return self._read[0]

    @property
    def unreadable(self) -> Unreadable | None:
        """Why it cannot be told what its pages paint."""
        return self._read[1]

    @property
    def visible(self) -> Iterator[Painted]:
        """What of it leaves ink on the paper, or takes it away."""
        return (thing for thing in self.things if thing.shows and not thing.is_mask)

    def picture_at(self, thing: Painted) -> tuple[Place, Place]:
        """Return the file of the picture that was laid out where ``thing``, an image, is painted, and where the piece puts it.

        Neither is known of an imposed sheet: its pages were not laid out, they are repeated.
        """
        laid_out = (sheet.art for sheet in self.made.sheets.pages if sheet.number == thing.where.page)
        shown = (
            art.picture for every in laid_out for art in every if art.resource and art.box.holds_middle(thing.box, 0)
        )
        found = (self.made.composition.pictures[number] for number in shown if number != NONE)
        return next(((Place(picture.file), picture.place) for picture in found), (NOWHERE, NOWHERE))

    @property
    def metric(self) -> bool:
        """Whether its places are told in mm, and not in inches."""
        return self.made.composition.format.metric

    @cached_property
    def trims(self) -> Sequence[Box]:
        """The trim of each page, in pt from its own top left corner."""
        return [Box(0, 0, float(page.trimbox.width), float(page.trimbox.height)) for page in self.file.pages]

    @cached_property
    def bleeds(self) -> Sequence[Box]:
        """The bleed of each page, in pt from the top left corner of its trim."""
        boxes = ((page.bleedbox, page.trimbox) for page in self.file.pages)
        return [
            Box(*map(float, (bleed.left - trim.left, trim.top - bleed.top, bleed.right - trim.left, trim.top - bleed.bottom)))
            for bleed, trim in boxes
        ]  # fmt: skip


@dataclass(frozen=True)
class ImposedSubject(Subject):
    """A sheet with copies of a card."""

    made: Imposed
