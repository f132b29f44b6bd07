"""The calibration sheet, tried as a person would: the printer's offset is simulated, read off the lines, written down, and cancelled."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import pytest

from brochures.compose.drawings.calibration import BACK_PITCH, MOST
from brochures.compose.html import compose
from brochures.compose.templates import Templates
from brochures.design.formats import A4, Format, Panel, Side
from brochures.engine import start
from brochures.layout import layout
from brochures.load.catalogue import Catalogue, load
from brochures.load.model.office import BackOffset, BackOffsets, Office
from brochures.pdf.backs import move_backs
from brochures.pdf.file import File
from brochures.pdf.write import pdf
from brochures.preflight.extracted_text import read
from brochures.production.calibration import drawn, papers
from brochures.project.edition import Edition
from brochures.project.paths import ROOT, Project
from brochures.resolve.ticket import resolve
from brochures.separations import Painted, things
from tests.facts import Facts

pytestmark = pytest.mark.slow

MM = 72 / 25.4
BLACK = 0.7
"""How thick the lines of the scales are at most, in pt."""


@dataclass(frozen=True)
class Desk:
    """The real project with its typesetter and content."""

    project: Project
    catalogue: Catalogue
    typesetter: Any

    def sheet(self, form: Format, language: str = "en") -> bytes:
        """Return the sheet for ``form``."""
        return drawn(Templates.read(self.project), self.catalogue, self.typesetter, form, language)[0].data


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    project = Project.open(ROOT, tmp_path_factory.mktemp("desk"))
    return Desk(project, load(project), start(project))


def _form(width: float, height: float) -> Format:
    sides = (Side("front", (Panel("front", 0, width, 0),)), Side("back", (Panel("back", 0, width, 1),)))
    return Format("calibration", width, height, sides)


@pytest.fixture(scope="module")
def sheets(desk: Desk) -> dict[str, bytes]:
    """Each sheet in English, set once."""
    return {name: desk.sheet(form) for name, form in FORMS.items()}


FORMS = {
    "letter.long-edge": _form(612, 792),
    "letter.short-edge": _form(792, 612),
    "a4.long-edge": _form(*A4),
    "a4.short-edge": _form(*reversed(A4)),
}


def test_the_house_needs_letter_upright_and_lying(desk: Desk) -> None:
    assert [(form.width, form.height) for form in papers(desk.project, desk.catalogue)] == [(612, 792), (792, 612)]


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("name", FORMS)
def test_it_is_set_without_a_finding_in_both_languages(desk: Desk, name: str, language: str) -> None:
    sheet, findings = drawn(Templates.read(desk.project), desk.catalogue, desk.typesetter, FORMS[name], language)
    assert findings == ()
    assert sheet.name == f"calibration.{name}"
    facts = Facts(sheet.data)
    form = FORMS[name]
    assert facts.sizes == [pytest.approx((form.width, form.height), abs=0.01)] * 2
    assert facts.preferences["/Duplex"] == ("/DuplexFlipLongEdge" if "long" in name else "/DuplexFlipShortEdge")
    assert facts.preferences["/PrintScaling"] == "/None"
    assert ("Hoja de calibración" if language == "es" else "Calibration sheet") in facts.texts[0]
    assert f"{name.partition('.')[2].replace('-', '_')}: {{right" in facts.texts[1]


def test_the_same_sheet_has_the_same_bytes(desk: Desk, sheets: dict[str, bytes]) -> None:
    assert desk.sheet(FORMS["letter.long-edge"]) == sheets["letter.long-edge"]


def test_the_line_to_measure_is_a_hundred_millimeters_long(sheets: dict[str, bytes]) -> None:
    level = [one for one in things(sheets["letter.long-edge"]) if one.where.page == 1 and one.box.height < 1]
    assert round(max(one.box.width for one in level) / MM, 1) == 100.0


@dataclass(frozen=True)
class Scale:
    """The lines of one scale as they lie on the paper, seen from the back: those of both sides along it, and the numbers beside them."""

    front: list[float]
    back: list[tuple[float, float]]

    def read(self) -> float:
        """Return the number where two lines make one; where none do, the number between the two that are nearest."""
        apart = sorted((min(abs(line - other) for other in self.front), value) for line, value in self.back)
        (nearest, value), (next_nearest, neighbour) = apart[:2]
        if nearest < 0.1 * MM:
            return value
        assert next_nearest == pytest.approx(nearest, abs=0.1 * MM)
        return (value + neighbour) / 2


def _numbers(data: bytes) -> list[tuple[float, float, float]]:
    """Return the numbers of the back with the middle of each, from the sheet's top left corner in pt."""
    found = []
    for run in read(data, look=False):
        text = run.shown.replace("\N{MINUS SIGN}", "-")
        if run.page == 2 and run.box.height < 12 and text.lstrip("-").isdigit() and abs(int(text)) <= MOST:
            found.append((float(text), (run.box.left + run.box.right) / 2, (run.box.top + run.box.bottom) / 2))
    return found


def _strokes(data: bytes, page: int) -> list[Painted]:
    return [
        one for one in things(data) if one.kind == "stroke" and one.where.page == page and (one.width or 1) <= BLACK
    ]


def _scales(data: bytes, form: Format, right: float, up: float) -> tuple[Scale, Scale]:
    """Return both scales of a sheet whose back the printer put ``right`` and ``up``, in mm, held against the light, the back to the eye."""
    foot_front, side_front = [], []
    for one in _strokes(data, 1):
        if one.box.height > 45:
            foot_front.append(form.width - (one.box.left + one.box.right) / 2)
        elif one.box.width > 45:
            side_front.append((one.box.top + one.box.bottom) / 2)
    numbers = _numbers(data)
    foot, side = [], []
    for one in _strokes(data, 2):
        x, y = (one.box.left + one.box.right) / 2, (one.box.top + one.box.bottom) / 2
        if one.box.height > 30 and one.box.top > form.height / 2 + 90:
            value = min(numbers, key=lambda number: abs(number[1] - x) + abs(number[2] - one.box.bottom))[0]
            foot.append((x + right * MM, value))
        elif one.box.width > 30 and x > form.width / 2 + 100:
            value = min(numbers, key=lambda number: abs(number[2] - y) + abs(number[1] - one.box.right))[0]
            side.append((y - up * MM, value))
    assert len(foot_front) == len(side_front) == len(foot) == len(side) == 2 * MOST + 1
    return Scale(foot_front, foot), Scale(side_front, side)


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize(("right", "up"), [(0, 0), (1, 2), (-1, -3), (0.5, -1), (1.5, -0.5), (6, -6), (-6, 6)])
def test_what_the_printer_does_is_what_a_person_reads(
    sheets: dict[str, bytes], name: str, right: float, up: float
) -> None:
    foot, side = _scales(sheets[name], FORMS[name], right, up)
    assert (foot.read(), side.read()) == (right, up)


def test_no_wrong_pair_can_meet() -> None:
    # A line of the front goes at most 6 mm from its own line of the back by the scale, and 6 mm more by the printer.
    assert BACK_PITCH > 2 * MOST * MM


@pytest.mark.parametrize(("slug", "edge"), [("crisis-card", "long_edge"), ("program-trifold", "short_edge")])
def test_what_was_read_and_written_down_is_cancelled(desk: Desk, slug: str, edge: str) -> None:
    right, up = 1.0, 2.0
    office = Office(back_offset=BackOffsets(**{edge: BackOffset(right=f"{right:g}mm", up=f"{up:g}mm")}))
    job = resolve(desk.project, desk.catalogue, slug)
    made = [_made(desk, replace(job, office=one)) for one in (Office(), office)]
    true, moved = (
        {(run.page, run.text, n): run.box for n, run in enumerate(read(one.data, look=False))} for one in made
    )
    for key, box in true.items():
        # The printer puts what is on the back where it should not be; the file has it as far off the other way.
        x = moved[key].left + (right * MM if key[0] == 2 else 0)
        y = moved[key].top - (up * MM if key[0] == 2 else 0)
        assert (x, y) == pytest.approx((box.left, box.top), abs=0.01)


def _made(desk: Desk, job: Any) -> File:
    composition = compose(Templates.read(desk.project), job, Edition.DESK, proof=True)[0]
    return move_backs(pdf(desk.typesetter, layout(desk.typesetter, composition)))


def test_the_sheet_itself_is_never_moved(desk: Desk, sheets: dict[str, bytes]) -> None:
    assert desk.catalogue.clinic is not None
    office = Office(back_offset=BackOffsets(long_edge=BackOffset(right="3mm", up="3mm")))
    clinic = replace(desk.catalogue.clinic, thing=desk.catalogue.clinic.thing.model_copy(update={"office": office}))
    other = replace(desk, catalogue=replace(desk.catalogue, clinic=clinic))
    assert other.sheet(FORMS["letter.long-edge"]) == sheets["letter.long-edge"]
