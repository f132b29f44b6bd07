"""Two readings of colour agree: the walk through every stream of the file, and the interpreter that follows what the pages paint."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from brochures.pdf.file import File
from brochures.preflight.press import colour_spaces, ink
from tests.press.damage import subject_of
from tests.press_room import PressRoom
from tests.separations.handmade import Made, typed

RED, CMYK, GRAY = Name.DeviceRGB, Name.DeviceCMYK, Name.DeviceGray
WHITE_POINT = Dictionary(WhitePoint=[0.96, 1, 0.82])


def _profile(made: Made, size: int) -> Any:
    return Array([Name.ICCBased, made.stream(b"", N=size)])


def _space(space: Any, values: str) -> Callable[[Made], None]:
    """Return how a page is made that paints an area in ``space``."""

    def make(made: Made) -> None:
        made.name("ColorSpace", "S", space(made) if callable(space) else space)
        made.page(f"/S cs {values} scn 0 0 9 9 re f")

    return make


def _content(content: str) -> Callable[[Made], None]:
    return lambda made: made.page(content)


def _words(colour: str) -> Callable[[Made], None]:
    def make(made: Made) -> None:
        made.name("Font", "F", made.font())
        made.page(f"{colour} BT /F 9 Tf {typed('ink')} Tj ET")

    return make


def _image(space: Any, **about: Any) -> Callable[[Made], None]:
    def make(made: Made) -> None:
        made.name("XObject", "I", made.image(bytes(12), (1, 1), space(made) if callable(space) else space, **about))
        made.page("10 0 0 10 0 0 cm /I Do")

    return make


def _ramp(size: int) -> Dictionary:
    return Dictionary(FunctionType=2, Domain=[0, 1], N=1, C0=[0] * size, C1=[1] * size)


def _gradient(space: Any, size: int, *, pattern: bool) -> Callable[[Made], None]:
    def make(made: Made) -> None:
        shading = Dictionary(ShadingType=2, ColorSpace=space, Coords=[0, 0, 9, 9], Function=_ramp(size))
        if pattern:
            made.name("Pattern", "P", Dictionary(PatternType=2, Shading=shading))
        else:
            made.name("Shading", "S", shading)
        made.page("/Pattern cs /P scn 0 0 9 9 re f" if pattern else "/S sh")

    return make


def _tiling(content: str) -> Callable[[Made], None]:
    def make(made: Made) -> None:
        box = Array([0, 0, 9, 9])
        cell = made.stream(content, PatternType=1, PaintType=1, TilingType=1, BBox=box, XStep=9, YStep=9, Resources=made.resources)  # fmt: skip
        made.name("Pattern", "P", cell)
        made.page("/Pattern cs /P scn 0 0 50 50 re f")

    return make


def _deep(content: str) -> Callable[[Made], None]:
    def make(made: Made) -> None:
        made.name("XObject", "In", made.form(content))
        made.name("XObject", "Out", made.form("/In Do"))
        made.page("/Out Do")

    return make


def _masked(content: str) -> Callable[[Made], None]:
    def make(made: Made) -> None:
        group = made.form(content, Group=Dictionary(S=Name.Transparency, CS=GRAY))
        made.name("ExtGState", "M", Dictionary(SMask=Dictionary(S=Name.Luminosity, G=group)))
        made.page("/M gs 0 0 0 1 k 0 0 9 9 re f")

    return make


def _separation(base: Any, size: int) -> Array:
    return Array([Name.Separation, Name("/Gold"), base, _ramp(size)])


CORPUS: dict[str, tuple[bool, Callable[[Made], None]]] = {
    "an area in CMYK": (True, _content("0 1 0 0 k 0 0 9 9 re f")),
    "an area in gray": (True, _content("0 g 0 0 9 9 re f")),
    "the first colour": (True, _content("0 0 9 9 re f")),
    "text in CMYK": (True, _words("0 0 0 1 k")),
    "a spot": (True, _space(_separation(CMYK, 4), "1")),
    "two spots in one": (True, _space(Array([Name.DeviceN, Array([Name("/Gold"), Name("/Black")]), CMYK, _ramp(4)]), "1 1")),
    "an image in CMYK": (True, _image(CMYK)),
    "an image of an index of inks": (True, _image(Array([Name.Indexed, CMYK, 0, String("abcd")]))),
    "a mask": (True, _image(None, ImageMask=True, bits=1)),
    "a gradient in CMYK": (True, _gradient(CMYK, 4, pattern=False)),
    "a pattern in CMYK": (True, _tiling("0 1 0 0 k 0 0 4 4 re f")),
    "a soft mask in gray": (True, _masked("0.5 g 0 0 9 9 re f")),
    "an area in RGB": (False, _content("1 0 0 rg 0 0 9 9 re f")),
    "a line in RGB": (False, _content("1 0 0 RG 0 0 m 9 9 l S")),
    "text in RGB": (False, _words("1 0 0 rg")),
    "RGB by its name": (False, _content("/DeviceRGB cs 1 0 0 sc 0 0 9 9 re f")),
    "Lab": (False, _space(Array([Name.Lab, WHITE_POINT]), "50 0 0")),
    "calibrated RGB": (False, _space(Array([Name.CalRGB, WHITE_POINT]), "1 0 0")),
    "calibrated gray": (False, _space(Array([Name.CalGray, WHITE_POINT]), "1")),
    "a profile of three": (False, _space(lambda made: _profile(made, 3), "1 0 0")),
    "a profile of four": (False, _space(lambda made: _profile(made, 4), "1 0 0 0")),
    "a profile of one": (False, _space(lambda made: _profile(made, 1), "1")),
    "an image in RGB": (False, _image(RED)),
    "an image with a profile": (False, _image(lambda made: _profile(made, 3))),
    "an image of an index of RGB": (False, _image(Array([Name.Indexed, RED, 0, String("abc")]))),
    "a gradient in RGB": (False, _gradient(RED, 3, pattern=False)),
    "a gradient in RGB as a colour": (False, _gradient(RED, 3, pattern=True)),
    "a pattern in RGB": (False, _tiling("1 0 0 rg 0 0 4 4 re f")),
    "a drawing in a drawing in RGB": (False, _deep("1 0 0 rg 0 0 4 4 re f")),
    "a soft mask in RGB": (False, _masked("1 0 0 rg 0 0 9 9 re f")),
}  # fmt: skip
"""Whether each page is all ink, and how it is made."""


def _pages(made: File) -> tuple[set[int], set[int]]:
    """Return the pages of which each of the two readings says that they are not all ink."""
    subject = subject_of(made)
    assert subject.unreadable is None
    one, other = (
        {finding.page for finding in check(subject)} for check in (colour_spaces.inks_only, ink.painted_in_inks)
    )
    return one, other


@pytest.mark.parametrize("name", CORPUS)
def test_both_readings_say_what_is_ink(press_room: PressRoom, name: str) -> None:
    is_ink, make = CORPUS[name]
    made = Made()
    make(made)
    one, other = _pages(replace(press_room.made, data=made.written()))
    assert one == other == (set() if is_ink else {1})


def test_both_readings_agree_on_a_true_file_before_and_after_the_press_stage(press_room: PressRoom) -> None:
    assert _pages(press_room.drawn) == ({1, 2}, {1, 2})
    assert _pages(press_room.made) == (set(), set())


def test_what_is_in_the_file_and_not_painted_is_seen_by_the_walk_alone(press_room: PressRoom) -> None:
    with pikepdf.open(io.BytesIO(press_room.made.data)) as pdf:
        pdf.pages[0].Resources.Shading = Dictionary(Sky=Dictionary(ShadingType=2, ColorSpace=RED, Coords=[0, 0, 1, 1]))
        written = io.BytesIO()
        pdf.save(written)
    one, other = _pages(replace(press_room.made, data=written.getvalue()))
    assert (bool(one), bool(other)) == (True, False)
