"""Layout as a whole: what an engine that breaks down is told as, and what every finding of a layout says of its file."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from brochures.compose.html import Composition
from brochures.engine.messages import Message
from brochures.findings import BrochureError, Finding, Place, Severity, codes
from brochures.geometry.box import Box
from brochures.geometry.pages import Line, MeasuredPage, MeasuredPages, Paragraph
from brochures.layout import broken, layout
from brochures.layout.checks.page_plan import Fill
from brochures.project.edition import Edition
from tests.layout.checks.handmade import HEIGHT, WIDTH, composed, panel
from tests.miniature import Miniature


@pytest.fixture(scope="module")
def composition(tmp_path_factory: pytest.TempPathFactory) -> Composition:
    return composed(Miniature.copied_to(tmp_path_factory.mktemp("layout") / "project"), Edition.DESK)


def _broken(composition: Composition) -> Finding:
    file = f"templates/documents/{composition.job.document}.html"
    return Finding(codes.ENGINE_BROKE.name, Severity.ERROR, "the layout engine stopped: there is no field 'styles/base.css'", "undo the last change to a template or style", Place(file), "fold", "desk")  # fmt: skip


def test_an_engine_that_breaks_down_is_told_in_one_line_without_the_folders_of_the_machine(
    composition: Composition,
) -> None:
    root = Path("/somewhere/project")
    assert broken(composition, KeyError("/somewhere/project/styles/base.css"), root) == _broken(composition)
    assert broken(composition, ValueError("one\ntwo"), root).message == "the layout engine stopped: one"


class _Engine:
    """Sets what it is given to set, or breaks down."""

    root = Path("/somewhere/project")

    def __init__(self, sheets: MeasuredPages, said: tuple[Message, ...] = (), wrong: str = "") -> None:
        self.measured = sheets
        self.said = said
        self.wrong = wrong
        self.asked: list[tuple[str, str, bool]] = []

    def set(self, html: str, medium: str, *, tagged: bool) -> tuple[Any, tuple[Message, ...]]:
        self.asked.append((html, medium, tagged))
        return SimpleNamespace(name="document"), self.said

    def sheets(self, document: Any) -> MeasuredPages:
        assert document.name == "document"
        if self.wrong:
            raise KeyError(self.wrong)
        return self.measured


def _sheets() -> MeasuredPages:
    """Return a front whose only line lies 0.125 in from its left edge, and no back."""
    line = Line(1, Box(9, 100, 90, 115), 112, 12, "three words here")
    region = panel("front", Box(0, 0, 200, 600), [line])
    page = MeasuredPage(1, WIDTH, HEIGHT, (region,), (line,))
    return MeasuredPages((page,), {1: Paragraph(1, "p", (), "", 15, 12)})


def test_a_layout_holds_its_pages_their_budget_and_what_was_found_first_what_the_engine_said(
    composition: Composition,
) -> None:
    said = codes.ENGINE_SAID.at(Place("styles/base.css", 3, 4), "something new", "look")
    engine: Any = _Engine(_sheets(), (Message(said),))
    made = layout(engine, composition)
    assert engine.asked == [(composition.html, "desk", False)]
    assert (made.composition, made.sheets, made.document.name) == (composition, engine.measured, "document")
    assert made.fill == (Fill(1, "front", 3, 19.2),)
    assert [(one.code, one.piece, one.edition, one.page) for one in made.findings] == [
        ("ENG-105", "fold", "desk", 0),
        ("LAY-101", "fold", "desk", 0),
        ("LAY-201", "fold", "desk", 1),
    ]
    assert str(made.findings[0].place) == "styles/base.css:3:4"


def test_an_engine_that_breaks_down_while_it_is_asked_stops_the_piece(composition: Composition) -> None:
    engine: Any = _Engine(_sheets(), wrong="/somewhere/project/styles/base.css")
    with pytest.raises(BrochureError) as stopped:
        layout(engine, composition)
    assert stopped.value.findings == (_broken(composition),)
