"""A stream written anew: nothing is lost, a path stays whole, and what one that is made of it chose follows the graphics state."""

from __future__ import annotations

from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from brochures.separations.errors import Unreadable
from brochures.separations.graphics_state import State
from brochures.separations.interpreter import read
from brochures.separations.objects import Where
from brochures.separations.path import Path
from brochures.separations.resources import OpenFile
from brochures.separations.rewriter import Rewriter
from brochures.separations.walker import MarkedContent, Walk

EVERYTHING = (
    "q 1 0 0 1 5 5 cm 2 w /S gs 0.5 g /DeviceRGB CS 1 0 0 SC /Pattern cs /P scn 0 0 m 1 2 3 4 5 6 c h 0 0 9 9 re W n "
    "0 0 9 9 re B* BT /F 9 Tf 1 0 0 1 0 0 Tm (a) Tj [(b) 10] TJ ET /I Do /X Do /G sh /Span BMC EMC Q"
)


class _Widths(Rewriter):
    """Chooses the width of a line before each path, of 1 for even-odd ones and 2 for others, and notes how the path reaches."""

    def __init__(self) -> None:
        super().__init__()
        self.given: list[Any] = []
        self.traced: list[Any] = []

    def path(self, walk: Walk, path: Path, operator: str) -> None:
        width = 1 if operator.endswith("*") else 2
        self._once("width", width, ("w", width))
        self.given.append(path.bounds)
        self.traced.append(self._traced(walk).bounds)
        super().path(walk, path, operator)


def _followed(content: str, writer: Rewriter) -> list[str]:
    pdf = pikepdf.new()
    form = pdf.make_stream(b"", Subtype=Name.Form, BBox=Array([0, 0, 1, 1]))
    image = pdf.make_stream(
        b"\0", Subtype=Name.Image, Width=1, Height=1, ColorSpace=Name.DeviceGray, BitsPerComponent=8
    )
    resources = Dictionary(
        ExtGState=Dictionary(S=Dictionary(LW=3)),
        Font=Dictionary(F=Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)),
        Pattern=Dictionary(P=Dictionary(PatternType=2)),
        Shading=Dictionary(G=Dictionary(ShadingType=2)),
        XObject=Dictionary(I=image, X=form),
    )
    file = OpenFile(pdf)
    file.begin_page()
    stream = pdf.make_stream(content.encode())
    read(Walk(writer, file.resources(resources), State(), where=Where(1), mark=MarkedContent()), stream)
    stream.write(writer.content)
    return [
        " ".join([*(str(operand) for operand in one.operands), str(one.operator)])
        for one in pikepdf.parse_content_stream(stream)
    ]


def test_whatever_is_not_changed_comes_out_as_it_went_in() -> None:
    pdf = pikepdf.new()
    before = [str(one.operator) for one in pikepdf.parse_content_stream(pdf.make_stream(EVERYTHING.encode()))]
    writer = Rewriter()
    assert [line.split()[-1] for line in _followed(EVERYTHING, writer)] == before
    assert writer.used == {"/S", "/P", "/I", "/X", "/G"}


def test_nothing_comes_between_a_path_and_what_ends_it() -> None:
    lines = _followed("0 0 m 9 9 l S 1 1 5 5 re W* n", _Widths())
    assert lines == ["2 w", "0 0 m", "9 9 l", "S", "1 1 5 5 re", "W*", "n"]


def test_what_was_chosen_is_chosen_again_after_a_saved_state_came_back() -> None:
    lines = _followed("0 0 9 9 re f q 0 0 9 9 re f* Q 0 0 9 9 re f 0 0 9 9 re f*", _Widths())
    assert [line for line in lines if line.endswith(" w")] == ["2 w", "1 w", "1 w"]


def test_a_path_is_measured_only_where_one_asks() -> None:
    writer = _Widths()
    _followed("2 0 0 2 10 0 cm 0 0 5 5 re f 1 1 m 2 3 l S", writer)
    assert writer.given == [None, None]
    assert [tuple(bounds) for bounds in writer.traced] == [(10, 0, 20, 10), (12, 2, 14, 6)]


@pytest.mark.parametrize(
    ("content", "wrong"),
    [
        ("Q", "nothing was saved"),
        ("q", "before all is closed"),
        ("(a) Tj", "text has no font|text outside"),
        ("/Y gs", "no ExtGState /Y"),
        ("1 0 0 no", "no operator no"),
    ],
)
def test_a_stream_that_breaks_the_rules_is_not_written(content: str, wrong: str) -> None:
    with pytest.raises(Unreadable, match=wrong):
        _followed(content, Rewriter())
