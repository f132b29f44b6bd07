"""Creep: the inner sheets of a thick booklet are moved towards the spine, by exactly the paper's thickness each; a thin one stays."""

from __future__ import annotations

import shutil
from datetime import date
from functools import cache

import pytest

from brochures.compose.html import Composition, compose
from brochures.compose.templates import Templates
from brochures.engine import start
from brochures.engine.typesetter import Typesetter
from brochures.findings import Finding
from brochures.layout import layout
from brochures.load.catalogue import load
from brochures.pdf.write import pdf
from brochures.preflight.extracted_text import read
from brochures.project.edition import Edition
from brochures.project.paths import ROOT, Project
from brochures.resolve.ticket import resolve

pytestmark = pytest.mark.slow

WIDTH = 396.0
"""Of a page of half Letter, in pt."""

THICKNESS = 0.006 * 72
"""Of the paper in these tests, in pt."""

HEAD = """title: A long booklet
subject: How sheets creep
document: booklet
format: {form}
audience: patient
language: en
editions: [screen, desk, press]
version: {{number: "1.0", date: 2026-01-02}}
panels:
"""


def _names(pages: int) -> list[str]:
    return ["front", *(f"page-{number}" for number in range(2, pages)), "back"]


def _word(page: int) -> str:
    return f"Leaf{page}x"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The real project with two more booklets, of 8 and of 20 pages with a word on each."""
    root = tmp_path_factory.mktemp("creep")
    for name in ("content", "templates", "styles"):
        shutil.copytree(ROOT / name, root / name)
    clinic = root / "content" / "clinic.yaml"
    text = clinic.read_text(encoding="utf-8")
    assert "paper_thickness: 0.004in" in text
    clinic.write_text(text.replace("paper_thickness: 0.004in", "paper_thickness: 0.006in"), encoding="utf-8")
    for pages in (12, 16, 20):
        names = _names(pages)
        (root / "styles" / "formats" / f"book-{pages}.css").write_text(
            f':root[data-format="book-{pages}"] {{ --sheet-width: 5.5in; --sheet-height: 8.5in; '
            f"--bound: {' '.join(names)}; --desk-sheet: 11in 8.5in; }}\n",
            encoding="utf-8",
        )
        panels = f"  front:\n    - cover: {{title: {_word(1)}, support: A booklet}}\n"
        panels += "".join(f"  {name}:\n    - heading: {_word(page)}\n" for page, name in enumerate(names[1:], 2))
        piece = root / "content" / "brochures" / f"book-{pages}.yaml"
        piece.write_text(HEAD.format(form=f"book-{pages}") + panels, encoding="utf-8")
        index = root / "styles" / "index.css"
        index.write_text(
            index.read_text(encoding="utf-8") + f'@import url("formats/book-{pages}.css") layer(formats);\n',
            encoding="utf-8",
        )
    return Project.open(root, today=date(2026, 3, 1))


@cache
def _typesetter(project: Project) -> Typesetter:
    return start(project)


def _composition(project: Project, pages: int, edition: Edition) -> Composition:
    return compose(Templates.read(project), resolve(project, load(project), f"book-{pages}"), edition, proof=False)[0]


@cache
def _places(project: Project, pages: int, edition: Edition) -> tuple[dict[int, tuple[int, float]], tuple[Finding, ...]]:
    """Return the page and the left edge in pt of each word in the finished file, by the page of the booklet, and what layout found."""
    typesetter = _typesetter(project)
    laid_out = layout(typesetter, _composition(project, pages, edition))
    runs = {run.text: (run.page, run.box.left) for run in read(pdf(typesetter, laid_out).data, look=False)}
    return {page: runs[_word(page).casefold()] for page in range(1, pages + 1)}, laid_out.findings


def _creep(project: Project, pages: int) -> dict[int, float]:
    """Return how far the word of each page stands nearer to the spine at the desk than on the screen, in pt."""
    screen, _ = _places(project, pages, Edition.SCREEN)
    desk, findings = _places(project, pages, Edition.DESK)
    assert not [finding for finding in findings if finding.is_error and finding.code.startswith(("LAY-2", "OVR"))]
    # The spine is the middle of the sheet: even pages lie left of it, odd ones right.
    found = {}
    for page in range(1, pages + 1):
        shift = desk[page][1] - screen[page][1] - (0 if page % 2 == 0 else WIDTH)
        found[page] = round(shift if page % 2 == 0 else -shift, 3)
    return found


def _sheet(page: int, pages: int) -> int:
    """Return the sheet that a page lies on, 0 for the outermost: pages 1, 2, n-1 and n are on it."""
    return (min(page, pages + 1 - page) - 1) // 2


def test_each_inner_sheet_is_nearer_to_the_spine_by_one_thickness_of_paper(project: Project) -> None:
    creep = _creep(project, 20)
    assert creep == {page: pytest.approx(_sheet(page, 20) * THICKNESS, abs=0.002) for page in range(1, 21)}
    assert max(creep.values()) == pytest.approx(4 * THICKNESS, abs=0.002)


@pytest.mark.parametrize("pages", [12, 16])
def test_a_thin_booklet_stays_as_it_is(project: Project, pages: int) -> None:
    assert set(_creep(project, pages).values()) == {0.0}


def test_a_print_shop_gets_single_pages_without_creep(project: Project) -> None:
    composition = _composition(project, 20, Edition.PRESS)
    assert [panel.creep for panel in composition.format.panels] == [0.0] * 20
    assert (composition.format.width, composition.pages) == (WIDTH, 20)
    screen, _ = _places(project, 20, Edition.SCREEN)
    press, _ = _places(project, 20, Edition.PRESS)
    assert press == screen


def test_the_fold_stays_in_the_middle_of_the_sheet(project: Project) -> None:
    assert {side.folds for side in _composition(project, 20, Edition.DESK).format.sides} == {(WIDTH,)}
