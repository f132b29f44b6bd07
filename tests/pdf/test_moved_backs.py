"""What is moved with the back of a sheet, and by how much: contents, patterns, notes and the boxes of figures, on pages made by hand."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from brochures.compose.html import Composition, compose
from brochures.compose.templates import Templates
from brochures.pdf.backs import move_backs
from brochures.pdf.file import File
from brochures.project.edition import Edition
from brochures.resolve.ticket import resolve
from tests.miniature import Miniature


@pytest.fixture
def desk(mini: Miniature) -> Composition:
    job = resolve(mini.project, mini.load(), "fold")
    composition: Composition = compose(Templates.read(mini.project), job, Edition.DESK, proof=False)[0]
    return composition


def _pages(number: int) -> bytes:
    """Return pages of 200 x 100 pt, each with a gradient, a tile, a note and a figure in the structure tree."""
    pdf = pikepdf.new()
    tree = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot, K=Array()))
    tile = pdf.make_stream(b"0 0 2 2 re f", PatternType=1, PaintType=1, TilingType=1, XStep=5, YStep=5)
    tile.BBox, tile.Resources = Array([0, 0, 5, 5]), Dictionary()
    gradient = pdf.make_indirect(Dictionary(PatternType=2, Matrix=[2, 0, 0, 3, 10, 20]))
    resources = pdf.make_indirect(Dictionary(Pattern=Dictionary(G=gradient, T=tile)))
    for _ in range(number):
        page = pdf.add_blank_page(page_size=(200, 100))
        page.obj.Resources = resources
        page.obj.Contents = pdf.make_stream(b"0 0 50 50 re f")
        page.obj.Annots = Array([Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[10, 20, 30, 50])])
        about = Dictionary(O=Name.Layout, BBox=[1, 2, 3, 5])
        figure = Dictionary(S=Name.Figure, Pg=page.obj, A=about)
        tree.K.append(pdf.make_indirect(figure))
    tree.K.append(pdf.make_indirect(Dictionary(S=Name.P, A=Array([Dictionary(O=Name.Layout)]), K=0)))
    pdf.Root.StructTreeRoot = tree
    written = io.BytesIO()
    pdf.save(written)
    return written.getvalue()


def _registered(desk: Composition, right: float, up: float, pages: int = 2) -> File:
    return move_backs(File(replace(desk, back_move=(right, up)), _pages(pages), pages, ()))


def _facts(made: File) -> list[dict[str, Any]]:
    with pikepdf.open(io.BytesIO(made.data)) as pdf:
        figures = list(pdf.Root.StructTreeRoot.K)
        return [
            {
                "gradient": [float(part) for part in page.obj.Resources.Pattern.G.Matrix],
                "tile": [float(part) for part in page.obj.Resources.Pattern.T.get("/Matrix", [])],
                "note": [float(edge) for edge in page.obj.Annots[0].Rect],
                "figure": [float(edge) for edge in figure.A.BBox],
                "contents": page.obj.Contents.read_bytes().split(b"\n")[0],
            }
            for page, figure in zip(pdf.pages, figures, strict=False)
        ]


FRONT = {
    "gradient": [2, 0, 0, 3, 10, 20], "tile": [], "note": [10, 20, 30, 50], "figure": [1, 2, 3, 5], "contents": b"0 0 50 50 re f",
}  # fmt: skip


def test_all_that_lies_on_a_back_moves_to_the_right_and_up(desk: Composition) -> None:
    back = {
        "gradient": [2, 0, 0, 3, 13, 16],
        "tile": [1, 0, 0, 1, 3, -4],
        "note": [13, 16, 33, 46],
        "figure": [4, -2, 6, 1],
        "contents": b"q 1 0 0 1 3.0000 -4.0000 cm",
    }
    made = _registered(desk, 3, -4, pages=5)
    assert _facts(made) == [FRONT, back, FRONT, back, FRONT]
    assert made.moved == (3, -4)


@pytest.mark.parametrize(("right", "up"), [(0.5, 0.0), (0.0, 0.5), (-0.5, 0.0), (0.0, -0.5)])
def test_a_back_may_move_one_way_only(desk: Composition, right: float, up: float) -> None:
    front, back = _facts(_registered(desk, right, up))
    assert front == FRONT
    assert (back["gradient"][4:], back["tile"][4:]) == ([10 + right, 20 + up], [right, up])
    assert back["note"] == [10 + right, 20 + up, 30 + right, 50 + up]
    assert back["figure"] == [1 + right, 2 + up, 3 + right, 5 + up]


def test_where_nothing_is_off_the_file_is_the_same(desk: Composition) -> None:
    made = File(replace(desk, back_move=(0.0, 0.0)), _pages(2), 2, ())
    assert move_backs(made) is made


def test_what_is_moved_stands_between_a_saved_state_and_its_end(desk: Composition) -> None:
    with pikepdf.open(io.BytesIO(_registered(desk, 3, -4).data)) as pdf:
        lines = [line for line in pdf.pages[1].Contents.read_bytes().decode().split("\n") if line]
    assert lines == ["q 1 0 0 1 3.0000 -4.0000 cm", "0 0 50 50 re f", "Q"]


def test_the_same_move_makes_the_same_bytes(desk: Composition) -> None:
    data = _pages(2)
    made = File(replace(desk, back_move=(1.0, 2.0)), data, 2, ())
    assert move_backs(made).data == move_backs(made).data
