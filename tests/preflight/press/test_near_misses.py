"""Files for the press that just keep a rule: what each check must let pass, beside the files of the other modules that break it."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name
from pypdf import PdfReader

from brochures.pdf.file import File
from brochures.preflight.press.forbidden_content import LARGEST, size
from tests.press.damage import Damage, damaged, laid, painted, subject_of, told_codes
from tests.press_room import PressRoom

SQUARE = 15.5 * 72 / 25.4
"""The side of an area that holds the square over which ink is averaged, in pt."""


def _page(key: str, value: Any) -> Damage:
    return lambda pdf: pdf.pages[0].obj.__setitem__(key, value)


def _trapped(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo["/Trapped"] = Name("/True")
    packet = pdf.Root.Metadata.read_bytes()
    assert b"Trapped>False<" in packet
    pdf.Root.Metadata.write(packet.replace(b"Trapped>False<", b"Trapped>True<"))


def _intent_of_an_archive(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OutputIntents.append(Dictionary(Type=Name.OutputIntent, S=Name.GTS_PDFA1))


def _layers_that_are_on(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OCProperties = Dictionary(OCGs=[], D=Dictionary(Order=[], ON=[]))


def _ascii(pdf: pikepdf.Pdf) -> None:
    stream = pdf.make_stream(b"")
    stream.write(b"41>", filter=Name.ASCIIHexDecode)
    pdf.Root.Odd = stream


def _black_and_grey(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.Group.CS = Name.DeviceGray


def _embedded(pdf: pikepdf.Pdf) -> None:
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Courant)
    font.FontDescriptor = Dictionary(Type=Name.FontDescriptor, FontFile=pdf.make_stream(b""))
    pdf.pages[0].Resources.Font.Odd = font


def _one_dot(pdf: pikepdf.Pdf) -> None:
    pdf.pages[1].obj.Contents = pdf.make_stream(b"0 0 0 1 k 100 100 1 1 re f")


def _plain(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].Resources.ExtGState.Odd = Dictionary(BM=Name.Normal)
    pdf.pages[0].contents_add(b"q /Odd gs 0 1 0 0 k 100 100 50 50 re f Q")


RULES: dict[str, tuple[str, Damage]] = {
    "a media box that begins at zero but for rounding": ("PRS-201", _page("/MediaBox", Array([0.009, 0, 810, 630]))),
    "bleed that is short by rounding": ("PRS-202", _page("/BleedBox", Array([0.009, 0, 810, 630]))),
    "trapping that is done": ("PRS-204", _trapped),
    "a second intent that is not for the press": ("PRS-205", _intent_of_an_archive),
    "layers that are on": ("PRS-206", _layers_that_are_on),
    "a stream in letters": ("PRS-207", _ascii),
    "transparency in grey": ("PRS-208", _black_and_grey),
    "a font of nearly that name, in the file": ("PRS-209", _embedded),
    "colour that stops at the trim over less than 3 mm": ("PRS-210", painted("0 0 0 1 k 300 610 7 11 re f")),
    "a page with a dot of ink": ("PRS-211", _one_dot),
    "as much ink as the paper carries": ("PRS-212", painted(f".75 .75 .75 .75 k 200 300 {SQUARE} {SQUARE} re f")),
    "a blend that is none": ("PRS-213", _plain),
    "gray, which is an ink": ("PRS-301", laid("/Off gs .5 g 100 -200 90 90 re f")),
    "an operator that readers may pass over": ("PRS-302", painted("BX EX")),
    "a line in CMYK": ("PRS-303", laid("/Off gs 0 1 0 0 K 2 w 100 -200 m 172 -200 l S")),
    "dark text of 12 pt": ("PRS-304", laid("/Off gs .75 .68 .67 .9 k BT /F 12 Tf 100 -200 Td <00030004> Tj ET")),
    "a headline with 280 % of ink": ("PRS-305", laid("/Off gs .7 .6 .5 1 k BT /F 30 Tf 100 -200 Td <00030004> Tj ET")),
    "an area in black alone": ("PRS-306", laid("/On gs 0 0 0 1 k 100 -200 90 90 re f")),
    "an ink of the four as a spot": ("PRS-307", laid("/On gs /Key cs 1 scn 100 -200 90 90 re f")),
}  # fmt: skip
"""The code that must not be told, and what is done to a true file."""


@pytest.mark.parametrize("name", RULES)
def test_a_file_that_just_keeps_the_rule_passes(press_room: PressRoom, name: str) -> None:
    code, damage = RULES[name]
    assert code not in told_codes(damaged(press_room.made, damage))


def test_the_newest_version_of_pdf_that_the_standard_allows_passes(press_room: PressRoom) -> None:
    made = damaged(press_room.made, lambda _: None, force_version="1.6")
    assert made.data.startswith(b"%PDF-1.6")
    assert told_codes(made) == []


def _padded(made: File, length: int) -> File:
    return replace(made, data=made.data + bytes(length - len(made.data)))


def test_a_file_that_print_shops_just_take_passes(press_room: PressRoom) -> None:
    file = PdfReader(io.BytesIO(press_room.made.data))
    assert [*size(subject_of(_padded(press_room.made, LARGEST), file))] == []
    assert [found.code for found in size(subject_of(_padded(press_room.made, LARGEST + 1), file))] == ["PRS-214"]
