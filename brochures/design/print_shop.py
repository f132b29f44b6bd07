"""The print shop of a job: who prints its press edition, and what that means for one format."""

from __future__ import annotations

from dataclasses import dataclass

from brochures.design.css import points
from brochures.design.formats import Format, Room
from brochures.findings import NOWHERE, Place
from brochures.load.model.printers import Marks, Printer, PrintingCondition, SideOrder, Standard, Stock

__all__ = ["MARKS_REACH", "Marks", "PrintShop", "Printer", "PrintingCondition", "Standard", "Stock"]

MARKS_REACH = 36.0
"""How far marks and slug line reach beyond the trim, in pt (docs/print.md, Marks and slug line)."""

TUCKS = {Stock.TEXT: 4.5, Stock.COVER: 9.0}
"""How much narrower the panel is that folds in, in pt: 1/16 in, and 1/8 in for heavy paper (docs/print.md, Folds)."""


@dataclass(frozen=True)
class PrintShop:
    """Who prints the press edition: the shop, the conditions that it prints US and metric formats by, and where it is written."""

    name: str
    printer: Printer
    us_condition: PrintingCondition
    metric_condition: PrintingCondition
    place: Place
    sheet_place: Place = NOWHERE
    """Where the parent sheet of its cards is written, for a shop that has one."""

    def as_printed(self, form: Format) -> Format:
        """Return ``form`` as it is printed: with room for the panel that folds in, and its sides in the order of the shop's files."""
        tucked = form.tucked(TUCKS[self.printer.stock])
        return tucked.inside_first if self.printer.order is SideOrder.INSIDE_FIRST else tucked

    def condition(self, form: Format) -> PrintingCondition:
        """Return the condition by which ``form`` is printed."""
        return self.metric_condition if form.metric else self.us_condition

    def ink_limit(self, form: Format) -> float:
        """Return the most ink that ``form`` may carry, all inks together, in per cent: the shop's own limit, or that of the condition."""
        return self.condition(form).ink_limit if self.printer.ink_limit is None else self.printer.ink_limit

    def room(self, form: Format) -> Room:
        """Return what lies around the trim of ``form``, marks included where the shop wants any."""
        bleed = points(self.printer.metric_bleed if form.metric else self.printer.bleed)
        return Room(bleed, MARKS_REACH - bleed if self.printer.marks.any else 0.0)
