"""PDF/X-1a: the older standard, which a print shop asks for by its preset. It knows no transparency; a file with any is refused."""

from __future__ import annotations

import io
from typing import Any

import pikepdf
import pytest
from pikepdf import Dictionary, Name

from brochures.load.model.printers import Standard
from brochures.pdf.file import File
from tests.press.damage import Damage, damaged, told
from tests.press_room import PressRoom


@pytest.fixture(scope="module")
def made(press_room: PressRoom) -> File:
    return press_room.made_by("program-trifold", standard=Standard.X1A)


def test_a_file_without_transparency_keeps_what_it_claims(made: File) -> None:
    assert told(made) == []


def test_it_says_so_where_the_standard_wants_it_and_nowhere_else(made: File) -> None:
    assert made.data.startswith(b"%PDF-1.4")
    with pikepdf.open(io.BytesIO(made.data)) as pdf:
        assert str(pdf.docinfo.GTS_PDFXVersion) == "PDF/X-1a:2003"
        assert b"GTS_PDFXVersion" not in pdf.Root.Metadata.read_bytes()
        assert not [page for page in pdf.pages if "/Group" in page.obj]


def _state(key: str, value: Any) -> Damage:
    def damage(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].Resources.ExtGState.Odd = Dictionary({key: value})

    return damage


def _masked(pdf: pikepdf.Pdf) -> None:
    mask = pdf.make_stream(b"\x80", Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1, BitsPerComponent=8)
    mask.ColorSpace = Name.DeviceGray
    image = pdf.make_stream(b"\0" * 4, Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1, BitsPerComponent=8)
    image.ColorSpace, image.SMask = Name.DeviceCMYK, mask
    pdf.pages[1].add_resource(image, Name.XObject, Name("/Photo"))


def _grouped(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.Group = Dictionary(S=Name.Transparency, CS=Name.DeviceCMYK)


BROKEN: dict[str, tuple[str, Damage, str]] = {
    "half a fill": ("PRS-208", _state("/ca", 0.5), "something is painted at 50%"),
    "half a line": ("PRS-208", _state("/CA", 0.25), "something is painted at 25%"),
    "a blend": ("PRS-208", _state("/BM", Name.Multiply), "something is blended (/Multiply)"),
    "a picture with a mask": ("PRS-208", _masked, "something is seen through a mask"),
    "a group": ("PRS-208", _grouped, "a drawing or page is a transparency group"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_any_transparency_is_told_once_with_what_it_is(made: File, name: str) -> None:
    code, damage, message = BROKEN[name]
    assert told(damaged(made, damage)) == [
        (code, f"{message}, and PDF/X-1a allows " + ("none" if name == "a group" else "no transparency"))
    ]


@pytest.mark.parametrize("name", [name for name in BROKEN if name != "a picture with a mask"])
def test_pdf_x_4_lets_the_same_pass(press_room: PressRoom, name: str) -> None:
    assert told(damaged(press_room.made, BROKEN[name][1])) == []
