"""Pages that are moved: their patterns go along, each once, though the engine's pages share their resources."""

from __future__ import annotations

import io
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from brochures.design.formats import Room
from brochures.pdf.move_contents import move_figures, move_patterns
from brochures.press import press
from brochures.press.page_boxes import group, set_boxes
from tests.press_room import PressRoom


@pytest.fixture
def pdf() -> pikepdf.Pdf:
    """Two pages of 200 x 100 pt with 9 pt of bleed that share a gradient and a tile."""
    pdf = pikepdf.new()
    tile = pdf.make_stream(b"0 0 0 1 k 0 0 2 2 re f", PatternType=1, PaintType=1, TilingType=1, XStep=5, YStep=5)
    tile.BBox, tile.Resources = Array([0, 0, 5, 5]), Dictionary()
    shading = Dictionary(ShadingType=2, ColorSpace=Name.DeviceCMYK, Coords=[0, 0, 1, 0])
    gradient = Dictionary(PatternType=2, Shading=shading, Matrix=[2, 0, 0, 2, 10, 20])
    resources = pdf.make_indirect(Dictionary(Pattern=Dictionary(G=pdf.make_indirect(gradient), T=tile)))
    for _ in range(2):
        page = pdf.add_blank_page(page_size=(218, 118))
        page.obj.Resources = resources
        page.obj.TrimBox = Array([9, 9, 209, 109])
        page.obj.Contents = pdf.make_stream(b"/Pattern cs /G scn 0 0 50 50 re f")
    return pdf


def _places(page: pikepdf.Page) -> dict[str, list[float]]:
    patterns: Any = page.obj.Resources.Pattern
    return {
        name: [float(part) for part in one.get("/Matrix", [1, 0, 0, 1, 0, 0])][4:] for name, one in patterns.items()
    }


def test_a_page_that_is_moved_takes_its_patterns_along_and_leaves_those_of_the_others(pdf: pikepdf.Pdf) -> None:
    move_patterns(pdf, pdf.pages[1], 3, -4)
    assert _places(pdf.pages[0]) == {"/G": [10, 20], "/T": [0, 0]}
    assert _places(pdf.pages[1]) == {"/G": [13, 16], "/T": [3, -4]}
    tile = pdf.pages[1].obj.Resources.Pattern.T
    assert tile.read_bytes() == b"0 0 0 1 k 0 0 2 2 re f"
    assert int(tile.XStep) == 5


def test_room_for_marks_moves_every_page_once(pdf: pikepdf.Pdf) -> None:
    for page in pdf.pages:
        set_boxes(pdf, page, 200, 100, Room(9, 27))
    # 36 pt around the trim, 9 of which were there.
    assert [_places(page) for page in pdf.pages] == [{"/G": [37, 47], "/T": [27, 27]}] * 2
    assert [float(edge) for edge in pdf.pages[0].obj.MediaBox] == [0, 0, 272, 172]
    assert [float(edge) for edge in pdf.pages[1].obj.BleedBox] == [27, 27, 245, 145]


def test_pages_that_stay_where_they_are_keep_what_they_share(pdf: pikepdf.Pdf) -> None:
    for page in pdf.pages:
        set_boxes(pdf, page, 200, 100, Room(9, 0))
    assert pdf.pages[0].obj.Resources.objgen == pdf.pages[1].obj.Resources.objgen


def test_a_file_that_was_changed_leaves_the_next_one_alone(press_room: PressRoom) -> None:
    first = press(press_room.drawn, press_room.setup)
    with pikepdf.open(io.BytesIO(first.data)) as changed:
        changed.pages[0].obj.Group = group()
        changed.pages[0].obj.Group.CS = changed.make_indirect(Name.DeviceGray)
        assert press(press_room.drawn, press_room.setup).data == first.data


def _figures(pdf: pikepdf.Pdf, *attributes: Any) -> list[Any]:
    """Return elements with these attributes, on the first page, in a tree that leads back to itself."""
    kids = [pdf.make_indirect(Dictionary(S=Name.Figure, Pg=pdf.pages[0].obj, A=one)) for one in attributes]
    group: Any = pdf.make_indirect(Dictionary(S=Name.Div, K=Array([*kids, 3])))
    kids[0].K = Array([group])
    pdf.Root.StructTreeRoot = Dictionary(K=group)
    return kids


def test_of_figures_every_box_is_moved_once(pdf: pikepdf.Pdf) -> None:
    box = Dictionary(O=Name.Layout, BBox=[1, 2, 3, 4])
    kids = _figures(
        pdf,
        Array([Dictionary(O=Name.Table), box, 1]),
        Dictionary(BBox=[0.00004, 0, 10.00006, 5]),
        Dictionary(O=Name.List),
    )
    move_figures(pdf.Root, 10, -20)
    assert [float(edge) for edge in kids[0].A[1].BBox] == [11, -18, 13, -16]
    assert [float(edge) for edge in kids[1].A.BBox] == [10, -20, 20.0001, -15]
    assert "/BBox" not in kids[2].A


@pytest.mark.parametrize(("page", "moved"), [(0, True), (1, False)])
def test_of_figures_those_of_the_pages_that_are_moved_are_moved(pdf: pikepdf.Pdf, page: int, *, moved: bool) -> None:
    first, second = _figures(pdf, Dictionary(BBox=[1, 2, 3, 4]), Dictionary(BBox=[1, 2, 3, 4]))
    del second["/Pg"]
    move_figures(pdf.Root, 1, 1, [pdf.pages[page].obj.objgen])
    assert [float(edge) for edge in first.A.BBox] == ([2, 3, 4, 5] if moved else [1, 2, 3, 4])
    assert [float(edge) for edge in second.A.BBox] == [1, 2, 3, 4]


def test_a_file_without_a_structure_has_no_figures(pdf: pikepdf.Pdf) -> None:
    move_figures(pdf.Root, 1, 1)
    assert "/StructTreeRoot" not in pdf.Root


def test_a_pattern_that_is_moved_is_a_whole_copy(pdf: pikepdf.Pdf) -> None:
    tile: Any = pdf.pages[0].obj.Resources.Pattern.T
    tile.write(b"78da4b040000620062", filter=Array([Name.ASCIIHexDecode, Name.FlateDecode]))
    shared = pdf.pages[1].obj.Resources
    move_patterns(pdf, pdf.pages[1], 3, -4)
    moved: Any = pdf.pages[1].obj.Resources.Pattern
    assert (moved.T.read_bytes(), tile.read_bytes()) == (b"a", b"a")
    assert (int(moved.T.XStep), [int(edge) for edge in moved.T.BBox]) == (5, [0, 0, 5, 5])
    assert [float(part) for part in moved.G.Matrix] == [2, 0, 0, 2, 13, 16]
    assert (moved.G.is_indirect, moved.T.is_indirect) == (True, True)
    assert int(moved.G.PatternType) == 2
    assert pdf.pages[1].obj.Resources.objgen != shared.objgen
    assert pdf.pages[0].obj.Resources.objgen == shared.objgen


def test_a_page_that_stays_or_has_no_patterns_keeps_its_resources(pdf: pikepdf.Pdf) -> None:
    before = pdf.pages[0].obj.Resources.objgen
    move_patterns(pdf, pdf.pages[0], 0, 0)
    assert pdf.pages[0].obj.Resources.objgen == before
    pdf.pages[0].obj.Resources = Dictionary(Font=Dictionary())
    move_patterns(pdf, pdf.pages[0], 1, 1)
    assert list(pdf.pages[0].obj.Resources.keys()) == ["/Font"]


def test_figures_that_stand_in_the_tree_itself_are_moved_each(pdf: pikepdf.Pdf) -> None:
    kids = [Dictionary(S=Name.Figure, A=Dictionary(BBox=[1, 2, 3, 4])) for _ in range(3)]
    pdf.Root.StructTreeRoot = Dictionary(K=Dictionary(S=Name.Div, K=Array(kids)))
    move_figures(pdf.Root, 1, 1)
    tree: Any = pdf.Root.StructTreeRoot
    assert [[float(edge) for edge in kid.A.BBox] for kid in tree.K.K] == [[2, 3, 4, 5]] * 3
