"""What the catalog of a file says beyond its pages, and what becomes of an engine that breaks down while it writes."""

from __future__ import annotations

from dataclasses import fields, replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from brochures.compose.html import Composition
from brochures.engine.messages import Message
from brochures.findings import BrochureError, Finding, Place, Severity, codes
from brochures.geometry.pages import MeasuredPage, MeasuredPages
from brochures.layout import Layout
from brochures.layout.checks.page_plan import Fill
from brochures.pdf.file import File, Imposed
from brochures.pdf.write import _catalog, pdf
from brochures.project.edition import Edition, FileKind
from tests.layout.checks.handmade import composed
from tests.miniature import Miniature


@pytest.fixture(scope="module")
def mini(tmp_path_factory: pytest.TempPathFactory) -> Miniature:
    return Miniature.copied_to(tmp_path_factory.mktemp("write") / "project")


@pytest.fixture(scope="module")
def desk(mini: Miniature) -> Composition:
    return composed(mini, Edition.DESK)


SHOWN = {"DisplayDocTitle": True}
AT_DESK = {**SHOWN, "PrintScaling": "/None", "PickTrayByPDFSize": True}


def test_at_the_desk_a_file_says_how_it_is_printed(desk: Composition) -> None:
    flips = "/DuplexFlipLongEdge" if desk.format.flips_on_long_edge else "/DuplexFlipShortEdge"
    assert _catalog(desk) == {"labels": ["Outside", "Inside"], "preferences": {**AT_DESK, "Duplex": flips}}
    turned = replace(desk, format=replace(desk.format, width=desk.format.height, height=desk.format.width))
    assert turned.format.flips_on_long_edge is not desk.format.flips_on_long_edge
    assert _catalog(turned)["preferences"]["Duplex"] in {"/DuplexFlipLongEdge", "/DuplexFlipShortEdge"} - {flips}
    one = replace(desk, format=replace(desk.format, sides=desk.format.sides[:1]))
    assert _catalog(one) == {"labels": ["Outside"], "preferences": {**AT_DESK, "Duplex": "/Simplex"}}


def test_elsewhere_a_file_asks_for_nothing_but_its_title(desk: Composition) -> None:
    for other in (
        replace(desk, edition=Edition.SCREEN), replace(desk, edition=Edition.PRESS), replace(desk, edition=None),
        replace(desk, kind=FileKind.INSTRUCTIONS), replace(desk, kind=FileKind.IMPOSED),
    ):  # fmt: skip
        assert _catalog(other)["preferences"] == SHOWN


def test_sides_are_called_in_words(desk: Composition) -> None:
    sides = tuple(replace(desk.format.sides[0], name=name) for name in ("sheet-1-front", "back"))
    assert _catalog(replace(desk, format=replace(desk.format, sides=sides)))["labels"] == [
        "Sheet 1 front",
        "Back",
    ]


class _Engine:
    """Writes what it is given to write, or breaks down."""

    root = Path("/somewhere/project")

    def __init__(self, said: tuple[Message, ...] = (), wrong: str = "") -> None:
        self.said, self.wrong = said, wrong
        self.asked: list[tuple[Any, Any, bool]] = []

    def write(self, document: Any, catalog: Any, *, tagged: bool) -> tuple[bytes, tuple[Message, ...]]:
        self.asked.append((document, catalog, tagged))
        if self.wrong:
            raise KeyError(self.wrong)
        return b"bytes", self.said


FIRST = codes.PAGE_COUNT.at(Place("a.yaml", 1, 2), "said in layout")


def _laid_out(desk: Composition) -> Layout:
    document = SimpleNamespace(pages=[1, 2, 3])
    return Layout(desk, document, (FIRST,), MeasuredPages((MeasuredPage(1, 792, 612),)), (Fill(1, "flap", 3, 20.0),))


def test_a_file_holds_its_bytes_its_pages_and_what_was_found_on_the_way(desk: Composition) -> None:
    said = codes.ENGINE_SAID.at(Place(), "said in writing")
    engine: Any = _Engine((Message(said),))
    laid_out = _laid_out(desk)
    made = pdf(engine, laid_out)
    assert made == File(
        desk, b"bytes", 3, (FIRST, said.about("fold", "desk")), sheets=laid_out.sheets, fill=laid_out.fill
    )
    assert engine.asked == [(laid_out.document, _catalog(desk), False)]
    assert (made.claim, made.moved, made.builds, made.digest) == (None, (0.0, 0.0), frozenset(), None)


def test_an_engine_that_breaks_down_tells_that_after_what_was_found_before(desk: Composition) -> None:
    engine: Any = _Engine(wrong="/somewhere/project/styles/base.css")
    with pytest.raises(BrochureError) as stopped:
        pdf(engine, _laid_out(desk))
    mend = "undo the last change to a template or style"
    place = Place(f"templates/documents/{desk.job.document}.html")
    broke = Finding(
        codes.ENGINE_BROKE.name,
        Severity.ERROR,
        "the layout engine stopped: there is no field 'styles/base.css'",
        mend,
        place,
        "fold",
        "desk",
    )
    assert stopped.value.findings == (FIRST, broke)


@pytest.mark.parametrize(("weight", "good"), [(None, True), ("note", True), ("warning", True), ("error", False)])
def test_a_file_is_good_where_no_error_speaks_against_it(desk: Composition, weight: str | None, *, good: bool) -> None:
    found = (replace(FIRST, severity=Severity(weight)),) if weight else ()
    assert File(desk, b"", 1, found).good is good


def test_what_a_file_need_not_have_is_given_by_name() -> None:
    named = {one.name for one in fields(Imposed) if one.kw_only}
    assert named == {one.name for one in fields(File) if one.kw_only} | {"single", "parent"}
    assert [one.name for one in fields(File) if not one.kw_only] == ["composition", "data", "pages", "findings"]
    assert [one.name for one in fields(File) if not one.repr] == ["data"]
