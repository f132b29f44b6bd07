"""Every component as a specimen: it is set without a finding, and what it draws is what its record says."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from decimal import ROUND_HALF_UP, Decimal
from html import unescape
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from brochures.compose.drawings.forest_plot import interval
from brochures.compose.html import compose
from brochures.compose.templates import Templates
from brochures.load.catalogue import Catalogue
from brochures.load.model.components import Block
from brochures.load.model.figures import Icon
from brochures.load.model.studies import RATIOS, Better, Outcome, Trial
from brochures.project.edition import Edition
from brochures.project.paths import ROOT
from brochures.resolve.ticket import resolve
from tests.miniature import Miniature
from tests.plots import SVG, drawings, heights, intervals
from tests.specimens.gallery import specimens

SPECIMENS = specimens()
SHOWN = [(name, place) for name, specimen in SPECIMENS.items() for place in specimen.places]

NO_SPECIMEN = {
    "cover": "it fills the front of a folded sheet and is set with it",
    "letter": "it is a whole page, set with the referral packet",
    "notes": "it prints the editorial notes, and belongs to no brochure",
    "references": "it lists what a whole piece cites",
    "source_links": "it prints statements beside their sources, in the editorial notes",
    "unverified": "it prints what the editorial notes could not verify",
    "watch": "it lists what to look up before a release, in the editorial notes",
    "sign_off": "it lists how each piece stands with each role, in the editorial notes",
    "dashboard": "it counts what the editorial notes tell",
    "pattern": "it draws the tokens, icons and formats, and is set with the pattern book",
    "specimen": "it sets the specimens of the pattern book",
    "unshown": "it lists what the pattern book cannot show",
    "sources": "it lists what a whole piece cites; every specimen has it at its foot",
}
"""Components without a specimen, and why."""

SMALLEST_TYPE, SMALLEST_NOTE, THINNEST = 8.0, 9.0, 0.5


@pytest.fixture(scope="module")
def catalogue(gallery: Miniature) -> Catalogue:
    return gallery.load()


def _html(gallery: Miniature, catalogue: Catalogue, name: str, place: str) -> str:
    job = resolve(gallery.project, catalogue, SPECIMENS[name].slug(place))
    (composition,) = compose(Templates.read(gallery.project), job, Edition.SCREEN, proof=False)
    return composition.html


def _trial(catalogue: Catalogue, name: str) -> Trial:
    found: Trial = catalogue.shelf("study")[name].thing
    return found


def test_every_component_has_a_specimen_or_a_reason_to_have_none() -> None:
    assert set(SPECIMENS) | set(NO_SPECIMEN) == set(Block.model_fields)
    assert set(SPECIMENS) & set(NO_SPECIMEN) == set()
    for name, specimen in SPECIMENS.items():
        assert any(name in block for block in specimen.blocks), name


@pytest.mark.parametrize(("name", "place"), SHOWN)
def test_a_specimen_is_one_sheet_and_its_drawings_are_vectors_with_words(
    gallery: Miniature, name: str, place: str
) -> None:
    data = gallery.path(f"{SPECIMENS[name].slug(place)}.screen").read_bytes()
    document = pypdfium2.PdfDocument(data)
    try:
        (page,) = document
        kinds = {item.type for item in page.get_objects()}
        assert pdfium.FPDF_PAGEOBJ_TEXT in kinds
        assert (pdfium.FPDF_PAGEOBJ_IMAGE in kinds) is (name == "picture"), "it alone shows a picture of pixels"
    finally:
        document.close()


@pytest.mark.parametrize(("name", "place"), SHOWN)
def test_type_and_lines_of_a_drawing_are_large_enough_to_print(
    gallery: Miniature, catalogue: Catalogue, name: str, place: str
) -> None:
    for drawing in drawings(_html(gallery, catalogue, name, place)):
        scale = _scale(drawing)
        for part in drawing.iter():
            if "font-size" in part.attrib:
                assert float(part.attrib["font-size"]) * scale >= SMALLEST_TYPE
            if part.attrib.get("stroke", "none") != "none":
                assert float(part.attrib["stroke-width"]) * scale >= THINNEST
        assert (drawing.get("aria-hidden") == "true") != (drawing.get("role") == "img")
        if drawing.get("role") == "img":
            title = drawing.find(f"{SVG}title")
            assert title is not None
            says_blank = drawing.get("class") == "blank__says"
            assert says_blank or len((title.text or "").strip()) > 10


def _scale(drawing: ET.Element) -> float:
    """Return how many pt one unit of the drawing is, where the drawing says it; others are drawn 1:1 or larger."""
    width = re.search(r"width: ([\d.]+)pt", drawing.get("style", ""))
    return float(width[1]) / float(drawing.attrib["viewBox"].split()[2]) if width else 1.0


def test_the_signs_are_those_that_may_be_named() -> None:
    text = (ROOT / "templates" / "components" / "icon.html").read_text(encoding="utf-8")
    assert sorted(re.findall(r'^  "([a-z-]+)": "M', text, re.MULTILINE)) == sorted(Icon)
    for path in re.findall(r'": "(M[^"]+)"', text):
        absolute = [float(number) for number in re.findall(r"(?<![\d.])-?\d+(?:\.\d+)?", path)]
        assert all(0 <= number <= 24 for number in absolute), path


def _effects(catalogue: Catalogue) -> list[Outcome]:
    (block,) = SPECIMENS["forest_plot"].blocks
    trials = [_trial(catalogue, name) for name in block["forest_plot"]["studies"]]
    return [outcome for trial in trials for outcome in trial.outcomes if interval(outcome.effect)]


def test_every_mark_of_a_forest_plot_stands_at_its_record_s_value(gallery: Miniature, catalogue: Catalogue) -> None:
    html = _html(gallery, catalogue, "forest_plot", "page")
    read = intervals(html)
    recorded = [(e.low, e.value, e.high) for e in (outcome.effect for outcome in _effects(catalogue))]
    assert len(read) == len(recorded) > 3
    for numbers in recorded:
        expected = tuple(float(number) for number in numbers if number is not None)
        assert any(got == pytest.approx(expected, rel=0.02, abs=0.15) for got in read), expected


def test_a_forest_plot_prints_every_number_of_its_records_and_every_trial(
    gallery: Miniature, catalogue: Catalogue
) -> None:
    (block,) = SPECIMENS["forest_plot"].blocks
    html = _html(gallery, catalogue, "forest_plot", "page")
    words = unescape(re.sub(r"<[^>]+>", " ", html)).replace("\N{NO-BREAK SPACE}", " ").replace("\N{WORD JOINER}", "")
    for effect in (outcome.effect for outcome in _effects(catalogue)):
        assert f"{effect.value} ({effect.low} to {effect.high})".replace("-", "\N{MINUS SIGN}") in words
    trials = [_trial(catalogue, name) for name in block["forest_plot"]["studies"]]
    for trial in trials:
        assert trial.short in words
        for outcome in trial.outcomes:
            assert outcome.measure in words
            assert outcome.comparison in words
    cells = [int(number) for number in re.findall(r"\bn = (\d+)", words)]
    drawn = [trial.people(one) for trial in trials for one in trial.outcomes if interval(one.effect)]
    listed = {
        (trial.short, one.comparison): trial.people(one)
        for trial in trials
        for one in trial.outcomes
        if not interval(one.effect)
    }
    assert sorted(cells) == sorted([*drawn, *listed.values()])


def test_the_words_of_a_forest_plot_stand_beside_their_marks(gallery: Miniature, catalogue: Catalogue) -> None:
    """The geometry reckons with heights of rows: here the engine has set them."""
    texts = [f"{outcome.effect.value} (" for outcome in _effects(catalogue)]
    numbers, squares = heights(gallery.path("forest-plot-page.screen").read_bytes(), 1, texts)
    assert len(squares) == len(numbers) == len(intervals(_html(gallery, catalogue, "forest_plot", "page")))
    for number in numbers:
        assert min(abs(number - square) for square in squares) < 2


def test_a_forest_plot_takes_no_side(gallery: Miniature, catalogue: Catalogue) -> None:
    """Nothing but the squares is filled, and both sides of no difference are named in one weight."""
    html = _html(gallery, catalogue, "forest_plot", "page")
    plots = [one for one in drawings(html) if one.get("class") == "forest-plot__drawing"]
    assert len(plots) == 3, "of days without alcohol, of relapse, and of therapy alone"
    for plot in plots:
        assert {path.get("fill") for path in plot.iter(f"{SVG}path")} == {"none"}
    sides = re.findall(r'<div class="forest-plot__sides">(.*?)</div>', html, re.DOTALL)
    assert len(sides) == len(plots)
    assert all(side.count("<span") == 2 and "<b" not in side for side in sides)


def test_the_axes_and_squares_of_a_forest_plot_say_what_is_unusual(gallery: Miniature, catalogue: Catalogue) -> None:
    html = _html(gallery, catalogue, "forest_plot", "page")
    effects = _effects(catalogue)
    squares = [square for one in drawings(html) for square in one.iter(f"{SVG}rect")]
    hollow = [square for square in squares if square.get("stroke")]
    assert len(hollow) == sum(one.second_hand for one in effects) == 2
    less = {(one.measure, one.effect.measure) for one in effects if one.better is Better.LOWER}
    assert html.count("Less is better; axis reversed") == len(less) == 1


@pytest.mark.parametrize("place", SPECIMENS["icon_array"].places)
def test_as_many_icons_are_filled_as_the_record_s_rate_says(
    gallery: Miniature, catalogue: Catalogue, place: str
) -> None:
    (block,) = SPECIMENS["icon_array"].blocks
    picks = [pick for role in ("found", "found_no_difference", "harms") for pick in block["icon_array"][role]]
    expected: list[tuple[int, int, str]] = []
    for pick in picks:
        trial = _trial(catalogue, pick["study"])
        outcome = trial.outcome(pick["outcome"])
        assert outcome is not None
        assert len(outcome.rates) == len(trial.arms)
        for rate in outcome.rates:
            share: Any = rate.percent if rate.percent is not None else Decimal(100 * (rate.count or 0)) / (rate.of or 1)
            expected.append((int(share.quantize(Decimal(1), ROUND_HALF_UP)), trial.group(rate) or 0, rate.arm))
    html = _html(gallery, catalogue, "icon_array", place)
    grids = [drawing for drawing in drawings(html) if drawing.get("role") == "img"]
    read = []
    sizes = set()
    for drawing in grids:
        circles = list(drawing.iter(f"{SVG}circle"))
        assert len(circles) == 100
        title = drawing.findtext(f"{SVG}title") or ""
        people = re.search(r"(\d+) people", title)
        assert people is not None
        read.append((sum(circle.get("fill") != "none" for circle in circles), int(people[1]), title.split(":")[0]))
        sizes.add(drawing.attrib["style"])
        assert f"{read[-1][0]} of 100" in title
    assert read == expected
    assert len(sizes) == 1, "found, not found and harms take the same room"


def test_a_ratio_and_a_difference_never_share_a_plot(catalogue: Catalogue) -> None:
    measures = {outcome.effect.measure for outcome in _effects(catalogue)}
    assert measures & RATIOS
    assert measures - RATIOS
