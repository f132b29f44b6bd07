"""Gradients of drawings in the finished bytes: shadings, and cells that every reader draws."""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name
from PIL import Image

from brochures.pdf.gradients import MARGIN, untiled

MATRIX = [120, 0, 0, -90, 30, 105]


def _file(content: bytes, drawn: bytes, *, mask: bool = False, matrix: list[int] = MATRIX) -> bytes:
    """Return a file with one page that is filled by a tile, as the engine writes a gradient: a cell with a group in it."""
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(180, 120))
    states = {"/a1": Dictionary(ca=1)}
    if mask:
        soft = pdf.make_stream(b"/s0 sh", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 1, 1]))
        states["/s0"] = pdf.make_indirect(Dictionary(SMask=Dictionary(S=Name.Luminosity, G=soft)))
    ramp = Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array([1, 0, 0]), C1=Array([0, 0, 1]), N=1)
    shading = Dictionary(ShadingType=2, ColorSpace=Name.DeviceRGB, Coords=Array([0, 0, 1, 0]), Function=ramp)
    inner = Dictionary(Shading=Dictionary({"/s0": pdf.make_indirect(shading)}), ExtGState=Dictionary(states))
    group = pdf.make_stream(drawn, Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 1, 1]), Resources=inner)
    outer = Dictionary(ExtGState=Dictionary(states), XObject=Dictionary({"/x0": group}))
    tile = pdf.make_stream(
        content, Type=Name.Pattern, PatternType=1, PaintType=1, TilingType=1,
        BBox=Array([0, 0, 1, 1]), XStep=1, YStep=1, Matrix=Array(matrix), Resources=outer,
    )  # fmt: skip
    page.obj.Resources = pdf.make_indirect(Dictionary(Pattern=Dictionary({"/p0": tile, "/p1": tile})))
    page.obj.Contents = pdf.make_stream(b"/Pattern cs /p0 scn 30 15 120 90 re f")
    written = io.BytesIO()
    pdf.save(written)
    return written.getvalue()


def _drawn(data: bytes, folder: Path) -> tuple[int, ...]:
    """Return the colour in the middle of the page as poppler draws it; the test fails where that is missing."""
    program = shutil.which("pdftoppm")
    if program is None:
        pytest.fail("'pdftoppm' is missing: run 'sh .ci/setup readers', or install it")
    (folder / "tile.pdf").write_bytes(data)
    subprocess.run([program, "-r", "36", "-singlefile", "tile.pdf", "tile"], cwd=folder, check=True, timeout=60)  # noqa: S603 the program that was just found
    with Image.open(folder / "tile.ppm") as drawn:
        pixel = drawn.getpixel((45, 30))
    assert isinstance(pixel, tuple)
    return tuple(map(int, pixel))


@pytest.mark.slow
def test_poppler_draws_the_shading_and_leaves_the_tile_blank(tmp_path: Path) -> None:
    tile = _file(b"/a1 gs\n/x0 Do", b"/s0 sh")
    assert _drawn(tile, tmp_path) == (255, 255, 255)
    red, green, blue = _drawn(untiled(tile), tmp_path)
    assert (green, red > 90, blue > 90) == (0, True, True)


def _patterns(data: bytes) -> tuple[pikepdf.Pdf, Any, Any]:
    """Return the file in ``data``, which must stay open, and the pattern under each of its two names."""
    pdf = pikepdf.open(io.BytesIO(data))
    patterns = pdf.pages[0].obj.Resources.Pattern
    return pdf, patterns["/p0"], patterns["/p1"]


def test_an_opaque_gradient_is_a_shading_pattern() -> None:
    made = untiled(_file(b"/a1 gs\n/x0 Do", b"/s0 sh"))
    _pdf, pattern, again = _patterns(made)
    assert (int(pattern.PatternType), [*map(int, pattern.Matrix)], int(pattern.Shading.ShadingType)) == (2, MATRIX, 2)
    assert again.objgen == pattern.objgen
    assert b"/PatternType 1" not in made


def test_a_gradient_that_is_seen_through_has_one_cell_measured_in_pt() -> None:
    _pdf, pattern, _ = _patterns(untiled(_file(b"/a1 gs\n/x0 Do", b"/s0 gs\n/s0 sh", mask=True)))
    assert int(pattern.PatternType) == 1
    assert [*map(float, pattern.Matrix)] == [1, 0, 0, -1, 30, 105]
    first, last = -MARGIN, 1 + MARGIN
    assert [*map(float, pattern.BBox)] == [first * 120, first * 90, last * 120, last * 90]
    assert (float(pattern.XStep), float(pattern.YStep)) == ((last - first) * 120, (last - first) * 90)
    assert pattern.read_bytes() == b"120.000000 0 0 90.000000 0 0 cm\n/s0 gs\n/s0 sh"
    assert [*map(float, pattern.Resources.ExtGState["/s0"].SMask.G.BBox)] == [first, first, last, last]
    assert "/s0" in pattern.Resources.Shading


@pytest.mark.parametrize(
    ("content", "drawn"),
    [(b"q 0 0 1 1 re f Q", b"/s0 sh"), (b"/a1 gs\n/x0 Do", b"q /s0 sh Q 0 0 1 1 re f"), (b"/x0 Do /x0 Do", b"/s0 sh")],
)
def test_a_tile_that_is_no_gradient_stays_as_it_is(content: bytes, drawn: bytes) -> None:
    _pdf, pattern, _ = _patterns(untiled(_file(content, drawn)))
    assert (int(pattern.PatternType), pattern.read_bytes(), float(pattern.XStep)) == (1, content, 1)


def test_a_file_without_tiles_keeps_its_bytes_and_others_get_the_same_each_time() -> None:
    plain = _file(b"", b"").replace(b"/PatternType 1", b"/PatternType 2")
    assert untiled(plain) is plain
    data = _file(b"/a1 gs\n/x0 Do", b"/s0 sh")
    assert untiled(data) == untiled(data)
