"""The walk through all that a file could paint: each place in which a screen's colour can stand, told with its name."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest
from pikepdf import Array, Dictionary, Name, String
from pypdf import PdfReader

from brochures.compose.html import Composition
from brochures.pdf.file import File
from brochures.preflight.press.colour_spaces import inks_only
from tests.miniature import Miniature
from tests.preflight.press.handmade import press_piece, told
from tests.press.damage import subject_of
from tests.separations.handmade import Made

Make = Callable[[Made], object]
RED, CMYK, GRAY = Name.DeviceRGB, Name.DeviceCMYK, Name.DeviceGray


@pytest.fixture(scope="module")
def piece(tmp_path_factory: pytest.TempPathFactory) -> Composition:
    return press_piece(Miniature.copied_to(tmp_path_factory.mktemp("walk") / "project"))


def _named(kind: str, name: str, thing: Any) -> Make:
    return lambda made: made.name(kind, name, thing(made) if callable(thing) else thing)


def _shading(space: Any) -> Dictionary:
    return Dictionary(ShadingType=2, ColorSpace=space, Coords=[0, 0, 1, 1])


def _tile(content: str, **about: Any) -> Make:
    def make(made: Made) -> None:
        made.name("Pattern", "P", made.stream(content, PatternType=1, PaintType=1, BBox=Array([0, 0, 9, 9]), **about))

    return make


def _mask(content: str) -> Make:
    return _named("ExtGState", "M", lambda made: Dictionary(SMask=Dictionary(G=made.form(content))))


def _image(space: Any, **about: Any) -> Make:
    return _named("XObject", "I", lambda made: made.image(b"abc", (1, 1), space, **about))


def _inner(content: str) -> Make:
    def make(made: Made) -> None:
        form = made.form(content)
        del form["/Resources"]
        made.name("XObject", "F", form)

    return make


def _borrowing(made: Made) -> None:
    _inner("/L cs")(made)
    made.name("ColorSpace", "L", Array([Name.Lab, Dictionary()]))


def _twice(made: Made) -> None:
    form = made.form("1 0 0 rg /Two Do")
    made.name("XObject", "One", form)
    made.name("XObject", "Two", form)


INLINE = "BI /W 1 /H 1 /BPC 8 /CS /RGB ID abc EI"
CASES: dict[str, tuple[str, Make | None, list[tuple[str, str]]]] = {
    "rg": ("1 0 0 rg", None, [("the page", "DeviceRGB")]),
    "RG": ("1 0 0 RG", None, [("the page", "DeviceRGB")]),
    "both, told once": ("1 0 0 rg 1 0 0 RG", None, [("the page", "DeviceRGB")]),
    "cs": ("/DeviceRGB cs", None, [("the page", "DeviceRGB")]),
    "CS": ("/DeviceRGB CS", None, [("the page", "DeviceRGB")]),
    "a space by name": ("/L cs", _named("ColorSpace", "L", Array([Name.Lab, Dictionary()])), [("the page", "Lab")]),
    "an index of RGB": ("/X CS", _named("ColorSpace", "X", Array([Name.Indexed, RED, 0, String("abc")])), [("the page", "DeviceRGB")]),
    "spaces of inks": ("/DeviceCMYK cs /DeviceGray CS /Pattern cs /S cs", _named("ColorSpace", "S", Array([Name.Separation, Name("/Gold"), CMYK])), []),
    "two inks": ("/N cs", _named("ColorSpace", "N", Array([Name.DeviceN, Array(), CMYK])), []),
    "a profile": ("/P cs", _named("ColorSpace", "P", Array([Name.ICCBased, Dictionary(N=4)])), [("the page", "ICCBased")]),
    "a space that is not used": ("", _named("ColorSpace", "L", Array([Name.Lab, Dictionary()])), []),
    "an image in the text": (INLINE, None, [("the page", "an image inside its own text")]),
    "ink": ("0 1 0 0 k 0 1 0 0 K 0 g 0 G", None, []),
    "an image": ("", _image(RED), [("the page, image /I", "DeviceRGB")]),
    "an image of ink": ("", _image(CMYK), []),
    "an image of no space": ("", _image(None), []),
    "a mask": ("", _image(RED, ImageMask=True), []),
    "an image of an index": ("", _image(Array([Name.Indexed, RED, 0, String("abc")])), [("the page, image /I", "DeviceRGB")]),
    "a drawing": ("", _named("XObject", "F", lambda made: made.form("1 0 0 rg")), [("the page, drawing /F", "DeviceRGB")]),
    "a drawing with the page's names": ("", _borrowing, [("the page, drawing /F", "Lab")]),
    "a drawing that calls itself": ("", _twice, [("the page, drawing /One", "DeviceRGB")]),
    "a tile": ("", _tile("1 0 0 RG"), [("the page, pattern /P", "DeviceRGB")]),
    "a tile of ink": ("", _tile("0 g"), []),
    "a gradient pattern": ("", _named("Pattern", "G", Dictionary(PatternType=2, Shading=_shading(RED))), [("the page, gradient /G", "DeviceRGB")]),
    "a gradient pattern of ink": ("", _named("Pattern", "G", Dictionary(PatternType=2, Shading=_shading(CMYK))), []),
    "a gradient": ("", _named("Shading", "S", _shading(Array([Name.Lab, Dictionary()]))), [("the page, gradient /S", "Lab")]),
    "a gradient of ink": ("", _named("Shading", "S", _shading(GRAY)), []),
    "a soft mask": ("", _mask("1 0 0 rg"), [("the page, mask /M", "DeviceRGB")]),
    "a soft mask of gray": ("", _mask("0 g"), []),
    "no soft mask": ("", _named("ExtGState", "M", Dictionary(SMask=Name("/None"))), []),
    "a state": ("", _named("ExtGState", "M", Dictionary(ca=1)), []),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_a_screen_s_colour_is_told_with_the_way_to_it(piece: Composition, name: str) -> None:
    content, make, expected = CASES[name]
    made = Made()
    if make is not None:
        make(made)
    made.resources["/Odd"] = Dictionary()
    made.page(content)
    data = made.written()
    found = told(inks_only(subject_of(File(piece, data, 1, ()), PdfReader(io.BytesIO(data)))))
    mend = "use a token of styles/tokens/: the press stage sets its inks"
    assert found == [
        ("PRS-301 error 1", f"{where} paints in {space}, which is not ink", mend, "") for where, space in expected
    ]


def test_each_page_is_told_by_itself(piece: Composition) -> None:
    made = Made()
    made.name("XObject", "F", made.form("1 0 0 rg"))
    made.page("")
    made.page("0 0 1 rg")
    data = made.written()
    found = told(inks_only(subject_of(File(piece, data, 2, ()), PdfReader(io.BytesIO(data)))))
    assert [(code, message.partition(" paints")[0]) for code, message, *_ in found] == [
        ("PRS-301 error 1", "the page, drawing /F"), ("PRS-301 error 2", "the page"), ("PRS-301 error 2", "the page, drawing /F"),
    ]  # fmt: skip
