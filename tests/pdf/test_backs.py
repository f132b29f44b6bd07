"""Register: the backs of desk editions are moved by what the clinic has measured, and nothing else is; without a measure no byte is."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest

from brochures.findings import Finding
from brochures.preflight.extracted_text import read
from tests.facts import Element
from tests.miniature import Miniature, errors_of

pytestmark = pytest.mark.slow

MM = 72 / 25.4
DESK = {"fold (desk)", "pack (desk)"}


def _with(mini: Miniature, offsets: str) -> None:
    """Let the clinic have measured ``offsets``."""
    text = (mini.root / "content" / "clinic.yaml").read_text(encoding="utf-8").partition("office:")[0]
    mini.write("content/clinic.yaml", f"{text}office:\n  back_offset:\n{offsets}" if offsets else text)


@pytest.fixture
def project(mini: Miniature) -> Miniature:
    """The miniature project with a packet that is printed in the office, too: a picture stands on each of its pages."""
    mini.replace("content/packets/pack.yaml", "editions: [screen]", "editions: [screen, desk]")
    return mini


def _words(path: Path) -> list[tuple[int, str, float, float]]:
    return [(run.page, run.text, run.box.left, run.box.top) for run in read(path.read_bytes(), look=False)]


def _moved(before: Path, after: Path) -> dict[int, set[tuple[float, float]]]:
    """Return by page how far its words went between two files, to the right and up in mm."""
    found: dict[int, set[tuple[float, float]]] = {}
    for one, other in zip(_words(before), _words(after), strict=True):
        assert one[:2] == other[:2]
        shift = round((other[2] - one[2]) / MM, 2) + 0.0, round((one[3] - other[3]) / MM, 2) + 0.0
        found.setdefault(one[0], set()).add(shift)
    return found


@pytest.mark.parametrize(
    ("edge", "piece", "pages"),
    [("short_edge", "fold", [2]), ("long_edge", "pack", [2, 4])],
)
def test_backs_move_against_what_was_measured_and_fronts_stay(
    project: Miniature, tmp_path: Path, edge: str, piece: str, pages: list[int]
) -> None:
    assert errors_of(project.build().findings) == []
    true = {
        name: (project.path(name)).read_bytes() for name in ("fold.desk", "pack.desk", "fold.screen", "pack.screen")
    }
    before = tmp_path / "before.pdf"
    before.write_bytes(true[f"{piece}.desk"])
    _with(project, f"    {edge}: {{right: 0.5mm, up: -1mm}}\n")
    assert errors_of(project.build().findings) == []
    assert set(project.told) == {f"{piece} (desk)"}
    moved = _moved(before, project.path(f"{piece}.desk"))
    assert moved == {page: {(-0.5, 1.0)} if page in pages else {(0.0, 0.0)} for page in moved}
    assert set(pages) <= set(moved)
    for name in true.keys() - {f"{piece}.desk"}:
        assert project.path(name).read_bytes() == true[name]


def _outline(element: Element) -> tuple[object, ...]:
    """Return the tags and words of a structure tree, without the boxes of its figures."""
    return element.tag, element.alt, tuple(kid if isinstance(kid, str) else _outline(kid) for kid in element.content)


def test_boxes_tags_and_wishes_stay(project: Miniature) -> None:
    project.build()
    before = project.facts("pack.desk")
    _with(project, "    long_edge: {right: 2mm, up: 1.5mm}\n")
    project.build()
    after = project.facts("pack.desk")
    assert after.boxes == before.boxes
    assert after.preferences == before.preferences
    assert after.labels == before.labels
    assert _outline(after.tree) == _outline(before.tree)
    assert after.texts == before.texts


def _figures(data: bytes) -> dict[int, list[tuple[float, ...]]]:
    """Return the boxes that the structure tree keeps of figures, by page."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
        found: dict[int, list[tuple[float, ...]]] = {}
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Dictionary) and thing.get("/S") == pikepdf.Name.Figure:
                for one in thing.A if isinstance(thing.A, pikepdf.Array) else [thing.A]:
                    found.setdefault(pages[thing.Pg.objgen], []).append(tuple(map(float, one.BBox)))
        return found


def test_the_boxes_of_figures_move_with_their_page(project: Miniature) -> None:
    project.replace("content/packets/pack.yaml", "lead: What is in it.", "lead: What is in it. And more of it.")
    project.build()
    before = _figures(project.path("pack.desk").read_bytes())
    _with(project, "    long_edge: {right: -2mm, up: 0mm}\n")
    project.build()
    after = _figures(project.path("pack.desk").read_bytes())
    assert before.keys() == after.keys()
    assert before
    for page, boxes in before.items():
        shift = 0 if page % 2 else 2 * MM
        assert after[page] == [
            pytest.approx((left + shift, bottom, right + shift, top), abs=0.001) for left, bottom, right, top in boxes
        ]


@pytest.mark.parametrize(
    "none", ["", "    long_edge: {right: 0mm, up: 0mm}\n    short_edge: {right: -0mm, up: +0in}\n"]
)
def test_a_true_printer_changes_no_byte(project: Miniature, none: str) -> None:
    project.build()
    before = {name: project.path(name).read_bytes() for name in ("fold.desk", "pack.desk")}
    _with(project, none)
    project.build(force=True)
    assert {name: project.path(name).read_bytes() for name in before} == before


def test_the_same_measure_gives_the_same_bytes(project: Miniature) -> None:
    _with(project, "    short_edge: {right: 1mm, up: 2mm}\n")
    project.build()
    before = project.path("fold.desk").read_bytes()
    project.build(force=True)
    assert project.path("fold.desk").read_bytes() == before


def _mistakes(mini: Miniature, text: str) -> list[Finding]:
    mini.append("content/clinic.yaml", f"office:\n{text}")
    return list(mini.load().findings)


@pytest.mark.parametrize(
    ("text", "message", "line"),
    [
        ("  back_offset: {long_edge: {right: 7mm}}\n", "'7mm' is more than 6 mm", 6),
        ("  back_offset: {long_edge: {up: -0.25in}}\n", "'-0.25in' is more than 6 mm", 6),
        ("  back_offset: {short_edge: {up: 1}}\n", "'1' is not an offset: write 1mm, -0.5mm or 0.02in", 6),
        ("  back_offset: {short_edge: {left: 1mm}}\n", "unknown key 'left'", 6),
        ("  back_offset: {right: 1mm}\n", "unknown key 'right'", 6),
        ("  paper_thickness: 4\n", "'4' is not a length", 6),
        ("  paper_thickness: 0in\n", "'0in' is not how thick a sheet of paper is", 6),
        ("  paper_thickness: 4mm\n", "'4mm' is not how thick a sheet of paper is", 6),
    ],
)  # fmt: skip
def test_what_is_wrong_with_the_office_is_told_at_its_line(mini: Miniature, text: str, message: str, line: int) -> None:
    (finding,) = _mistakes(mini, text)
    assert message in finding.message
    assert finding.help
    assert (finding.place.file, finding.place.line) == ("content/clinic.yaml", line)


def test_the_most_that_can_be_measured_is_quiet(mini: Miniature) -> None:
    assert _mistakes(mini, "  back_offset: {long_edge: {right: 6mm, up: -6mm}}\n  paper_thickness: 0.1mm\n") == []
