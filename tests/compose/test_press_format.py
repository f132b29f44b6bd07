"""What a print shop's paper and order of sides make of a folded piece's format."""

from __future__ import annotations

from dataclasses import replace

import pytest

from brochures.compose.html import Composition, compose
from brochures.compose.templates import Templates
from brochures.load.model.printers import SideOrder, Stock
from brochures.project.edition import Edition
from brochures.project.paths import ROOT
from brochures.resolve.ticket import resolve
from tests.miniature import Miniature

FOLD, FORMAT = "content/brochures/fold.yaml", "styles/formats/mini-roll.css"


def _composed(mini: Miniature, stock: Stock = Stock.TEXT, order: SideOrder = SideOrder.OUTSIDE_FIRST) -> Composition:
    mini.replace(FOLD, "editions: [screen, desk]", "editions: [screen, press]")
    mini.write("content/printers.yaml", (ROOT / "content/printers.yaml").read_bytes())
    job = resolve(mini.project, mini.load(), "fold")
    assert job.print_shop is not None
    printer = job.print_shop.printer.model_copy(update={"stock": stock, "order": order})
    job = replace(job, print_shop=replace(job.print_shop, printer=printer))
    composition: Composition = compose(Templates.read(mini.project), job, Edition.PRESS, proof=False)[0]
    return composition


def _narrower_by(mini: Miniature, tuck: float) -> None:
    """Let the panel that folds in be narrower by ``tuck`` pt."""
    wide = (792 + tuck) / 3
    mini.write(
        FORMAT,
        f":root {{ --sheet-width: 792pt; --sheet-height: 612pt; --outside: flap {wide - tuck}pt back {wide}pt front {wide}pt;"
        f" --inside: inside-left {wide}pt inside-middle {wide}pt inside-right {wide - tuck}pt;"
        " --reading-order: front inside-left flap inside-middle inside-right back; }",
    )


@pytest.mark.parametrize(
    ("stock", "drawn", "printed"),
    [
        pytest.param(Stock.TEXT, 4.5, 4.5, id="a sixteenth of an inch, as text stock wants"),
        pytest.param(Stock.TEXT, 4.41, 4.5, id="a hair less"),
        pytest.param(Stock.TEXT, 6.0, 6.0, id="more than text stock wants"),
        pytest.param(Stock.COVER, 9.0, 9.0, id="an eighth of an inch, as cover stock wants"),
        pytest.param(Stock.COVER, 8.91, 9.0, id="a hair less than cover stock wants"),
        pytest.param(Stock.COVER, 4.5, 9.0, id="as text stock wants"),
    ],
)
def test_the_panel_that_folds_in_is_as_narrow_as_the_paper_wants(
    mini: Miniature, stock: Stock, drawn: float, printed: float
) -> None:
    _narrower_by(mini, drawn)
    flap, back, _ = _composed(mini, stock).format.sides[0].panels
    assert back.width - flap.width == pytest.approx(printed, abs=0.001)


@pytest.mark.parametrize(
    ("order", "sides"),
    [(SideOrder.OUTSIDE_FIRST, ["outside", "inside"]), (SideOrder.INSIDE_FIRST, ["inside", "outside"])],
)
def test_the_sides_come_in_the_order_of_the_shop(mini: Miniature, order: SideOrder, sides: list[str]) -> None:
    assert [side.name for side in _composed(mini, order=order).format.sides] == sides
