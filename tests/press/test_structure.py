"""The structure of a press file: the true one passes, and for each rule a file that breaks it is told."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String
from pypdf import PdfReader

from brochures.pdf import Pdf
from brochures.preflight.press import press_findings
from brochures.press import unclaimed
from tests.press.conftest import PressRoom

Damage = Callable[[pikepdf.Pdf], None]


def _told(made: Pdf) -> list[tuple[str, str]]:
    file = PdfReader(io.BytesIO(made.data), strict=True)
    return [(finding.code, finding.message) for finding in press_findings(file, made)]


def _damaged(made: Pdf, damage: Damage, **how: Any) -> Pdf:
    with pikepdf.open(io.BytesIO(made.data)) as pdf:
        damage(pdf)
        written = io.BytesIO()
        pdf.save(written, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none, **how)
    return replace(made, data=written.getvalue())


def test_the_true_file_passes(press_room: PressRoom) -> None:
    assert _told(press_room.made) == []


def _set(key: str, value: Any) -> Damage:
    return lambda pdf: pdf.pages[0].obj.__setitem__(key, value)


def _drop(key: str) -> Damage:
    return lambda pdf: pdf.pages[0].obj.__delitem__(key)


def _root(key: str, value: Any) -> Damage:
    return lambda pdf: pdf.Root.__setitem__(key, value)


def _xmp(old: bytes, new: bytes) -> Damage:
    def damage(pdf: pikepdf.Pdf) -> None:
        packet = pdf.Root.Metadata.read_bytes()
        assert old in packet
        pdf.Root.Metadata.write(packet.replace(old, new))

    return damage


def _profile(old: bytes, new: bytes) -> Damage:
    def damage(pdf: pikepdf.Pdf) -> None:
        profile = pdf.Root.OutputIntents[0].DestOutputProfile
        profile.write(profile.read_bytes().replace(old, new, 1))

    return damage


def _lzw(pdf: pikepdf.Pdf) -> None:
    stream = pdf.make_stream(b"")
    stream.write(b"\x80\x0b\x60\x50\x22\x0c\x0c\x85\x01", filter=Name.LZWDecode)
    pdf.Root.Odd = stream


def _courier(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].Resources.Font.Odd = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Courier)


def _type3(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].Resources.Font.Odd = Dictionary(Type=Name.Font, Subtype=Name.Type3, FontBBox=[0, 0, 1, 1])


def _second_intent(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OutputIntents.append(pdf.Root.OutputIntents[0])


def _layers(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OCProperties = Dictionary(OCGs=[], D=Dictionary(AS=[Dictionary(Event=Name.Print)]))


def _link(pdf: pikepdf.Pdf) -> None:
    pdf.pages[1].obj.Annots = Array([Dictionary(Subtype=Name.Link, Rect=[9, 9, 20, 20])])


BROKEN: dict[str, tuple[str, Damage, str]] = {
    "a crop box": ("PRS-201", _set("/CropBox", Array([0, 0, 100, 100])), "/CropBox"),
    "a turned page": ("PRS-201", _set("/Rotate", 90), "/Rotate"),
    "a unit of its own": ("PRS-201", _set("/UserUnit", 2), "/UserUnit"),
    "no trim box": ("PRS-201", _drop("/TrimBox"), "does not say its /TrimBox itself"),
    "a trim that reaches out": ("PRS-201", _set("/TrimBox", Array([9, 9, 801, 640])), "the trim box reaches out"),
    "media not from zero": ("PRS-201", _set("/MediaBox", Array([-9, 0, 810, 630])), "begins at -9, 0"),
    "pages of two sizes": ("PRS-201", _set("/TrimBox", Array([9, 9, 700, 621])), "this page is 792 x 612 pt, the first is 691 x 612 pt"),
    "too little bleed": ("PRS-202", _set("/BleedBox", Array([4, 0, 810, 630])), "the bleed is 5.00 pt, 9 pt are wanted"),
    "no claim": ("PRS-203", _xmp(b"<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>", b""), "the file says it is ''"),
    "another claim": ("PRS-203", _xmp(b">PDF/X-4<", b">PDF/X-4p<"), "'PDF/X-4p'"),
    "two titles": ("PRS-204", _xmp(b'x-default">Care', b'x-default">Cure'), "the title is"),
    "two days": ("PRS-204", _xmp(b"CreateDate>2026", b"CreateDate>2025"), "the day of creation is"),
    "no version identifier": ("PRS-204", _xmp(b"VersionID", b"VersionNo"), "the metadata lack VersionID"),
    "trapping unknown": ("PRS-204", lambda pdf: pdf.docinfo.__setitem__("/Trapped", Name.Unknown), "/Unknown"),
    "two intents": ("PRS-205", _second_intent, "2 output intents"),
    "no intent": ("PRS-205", lambda pdf: pdf.Root.__delitem__("/OutputIntents"), "0 output intents"),
    "an RGB profile": ("PRS-205", _profile(b"CMYK", b"RGB "), "b'RGB '"),
    "a screen's profile": ("PRS-205", _profile(b"prtr", b"mntr"), "b'mntr'"),
    "a broken profile": ("PRS-205", lambda pdf: pdf.Root.OutputIntents[0].DestOutputProfile.write(b"broken" * 40), "not an output profile"),
    "no profile": ("PRS-205", lambda pdf: pdf.Root.OutputIntents[0].__delitem__("/DestOutputProfile"), "no profile in the file"),
    "no registry": ("PRS-205", lambda pdf: pdf.Root.OutputIntents[0].__delitem__("/RegistryName"), "/RegistryName"),
    "a link": ("PRS-206", _link, "/Link"),
    "a form": ("PRS-206", _root("/AcroForm", Dictionary(Fields=[])), "/AcroForm"),
    "an action": ("PRS-206", _root("/OpenAction", Dictionary(S=Name.JavaScript, JS=String("1"))), "/OpenAction"),
    "an attachment": ("PRS-206", _root("/Names", Dictionary(EmbeddedFiles=Dictionary(Names=[]))), "/EmbeddedFiles"),
    "layers that switch": ("PRS-206", _layers, "layers"),
    "LZW": ("PRS-207", _lzw, "LZW"),
    "transparency in RGB": ("PRS-208", lambda pdf: pdf.pages[0].obj.Group.__setitem__("/CS", Name.DeviceRGB), "/DeviceRGB"),
    "Courier": ("PRS-209", _courier, "Courier"),
    "a font of type 3": ("PRS-209", _type3, "type 3"),
}  # fmt: skip


ALSO = {
    "no trim box": {"PRS-202", "PRS-210"},
    "a trim that reaches out": {"PRS-202"},
    "a turned page": {"PRS-210"},
    "pages of two sizes": {"PRS-210"},
}
"""What else a damage breaks: without a trim there is no bleed around it, and colour ends elsewhere."""


@pytest.mark.parametrize("name", BROKEN)
def test_a_file_that_breaks_the_rule_is_told(press_room: PressRoom, name: str) -> None:
    code, damage, message = BROKEN[name]
    told = _told(_damaged(press_room.made, damage))
    assert code in [found for found, said in told if message in said], told
    assert {found for found, _ in told} <= {code, *ALSO.get(name, ())}


def test_a_newer_version_of_pdf_than_the_standard_allows_is_told(press_room: PressRoom) -> None:
    told = _told(_damaged(press_room.made, lambda _: None, force_version="2.0"))
    assert told == [("PRS-203", "the file is PDF 2.0; PDF/X-4 allows 1.6 at most")]


def test_a_file_without_an_identifier_is_told(press_room: PressRoom) -> None:
    made = replace(press_room.made, data=press_room.made.data.replace(b"/ID [", b"/IX ["))
    assert told_codes(made) == ["PRS-204"]


def told_codes(made: Pdf) -> list[str]:
    return [code for code, _ in _told(made)]


def test_a_file_whose_name_was_taken_back_claims_nothing_and_passes_the_rest(press_room: PressRoom) -> None:
    plain = unclaimed(press_room.made)
    assert b"GTS_PDFXVersion" not in plain.data.replace(b"/S /GTS_PDFX", b"")
    assert plain.claim == ""
    assert _told(plain) == []


def _in_rgb(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].contents_add(b"1 0 0 rg 0 0 9 9 re f")


def _in_lab(pdf: pikepdf.Pdf) -> None:
    space = Array([Name.Lab, Dictionary(WhitePoint=[0.96, 1, 0.82])])
    pdf.pages[0].Resources.ColorSpace = Dictionary(L=space)
    pdf.pages[0].contents_add(b"/L cs 50 0 0 scn 0 0 9 9 re f")


def _rgb_image(pdf: pikepdf.Pdf) -> None:
    image = pdf.make_stream(b"abc", Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1, BitsPerComponent=8)
    image.ColorSpace = Array([Name.Indexed, Name.DeviceRGB, 0, String("abc")])
    pdf.pages[0].add_resource(image, Name.XObject, Name("/Photo"))


def _rgb_gradient(pdf: pikepdf.Pdf) -> None:
    shading = Dictionary(ShadingType=2, ColorSpace=Name.DeviceRGB, Coords=[0, 0, 1, 1])
    pdf.pages[1].Resources.Shading = Dictionary(Sky=shading)


def _deep(pdf: pikepdf.Pdf) -> None:
    inner = pdf.make_stream(
        b"0 1 0 RG", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 9, 9], Resources=Dictionary()
    )
    outer = pdf.make_stream(b"/In Do", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 9, 9])
    outer.Resources = Dictionary(XObject=Dictionary(In=inner))
    pdf.pages[0].add_resource(outer, Name.XObject, Name("/Out"))


@pytest.mark.parametrize(
    ("damage", "message"),
    [
        (_in_rgb, "the page paints in DeviceRGB"),
        (_in_lab, "the page paints in Lab"),
        (_rgb_image, "the page, image /Photo paints in DeviceRGB"),
        (_rgb_gradient, "the page, gradient /Sky paints in DeviceRGB"),
        (_deep, "the page, drawing /Out, drawing /In paints in DeviceRGB"),
    ],
)
def test_a_colour_of_a_screen_is_told_with_its_object(press_room: PressRoom, damage: Damage, message: str) -> None:
    told = _told(_damaged(press_room.made, damage))
    assert [(code, said.partition(",which")[0].removesuffix(", which is not ink")) for code, said in told] == [
        ("PRS-301", message)
    ]


def test_before_the_press_stage_the_same_file_is_full_of_screen_colours(press_room: PressRoom) -> None:
    codes = [code for code, _ in _told(press_room.drawn)]
    assert codes.count("PRS-301") >= 2


def _clipped(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].contents_add(b"9 9 792 612 re W n", prepend=True)


def _emptied(pdf: pikepdf.Pdf) -> None:
    pdf.pages[1].obj.Contents = pdf.make_stream(b"0 0 0 0 k 0 0 810 630 re f")


def test_colour_that_stops_at_the_trim_is_told_with_its_edge_and_length(press_room: PressRoom) -> None:
    told = _told(_damaged(press_room.made, _clipped))
    assert {code for code, _ in told} == {"PRS-210"}
    edges = {re.sub(r".* at the (\w+) trim over ([\d.]+) in.*", r"\1 \2", message) for _, message in told}
    assert {edge.split()[0] for edge in edges} == {"top", "right", "bottom", "left"}
    # The flap's ground is as high as the sheet.
    assert any(edge.startswith(("left 8.4", "left 8.5")) for edge in edges)


def test_a_page_without_ink_is_told(press_room: PressRoom) -> None:
    assert ("PRS-211", "there is no ink on this page") in _told(_damaged(press_room.made, _emptied))


def test_every_rule_of_the_structure_has_a_file_that_breaks_it() -> None:
    assert {code for code, _, _ in BROKEN.values()} == {f"PRS-20{number}" for number in range(1, 10)}
