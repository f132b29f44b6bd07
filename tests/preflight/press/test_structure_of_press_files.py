"""The structure of a press file: the true one passes, and for each rule a file that breaks it is told."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String
from pypdf import PdfReader

from brochures.preflight.press import forbidden_content
from brochures.press import unclaimed
from tests.press.damage import Damage, damaged, subject_of, told, told_codes
from tests.press_room import PressRoom


def test_the_true_file_passes(press_room: PressRoom) -> None:
    assert told(press_room.made) == []


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
    "too little bleed": {"PRS-351"},
    "no trim box": {"PRS-202", "PRS-210"},
    "a trim that reaches out": {"PRS-202"},
    "a turned page": {"PRS-210"},
    "pages of two sizes": {"PRS-210", "PRS-404"},
}
"""What else a damage breaks: without a trim there is no bleed around it, and colour ends elsewhere."""


@pytest.mark.parametrize("name", BROKEN)
def test_a_file_that_breaks_the_rule_is_told(press_room: PressRoom, name: str) -> None:
    code, damage, message = BROKEN[name]
    found = told(damaged(press_room.made, damage))
    assert code in [rule for rule, said in found if message in said], found
    assert {rule for rule, _ in found} <= {code, *ALSO.get(name, ())}


def test_a_newer_version_of_pdf_than_the_standard_allows_is_told(press_room: PressRoom) -> None:
    found = told(damaged(press_room.made, lambda _: None, force_version="2.0"))
    assert found == [("PRS-203", "the file is PDF 2.0; PDF/X-4 allows 1.6 at most")]


def test_a_file_without_an_identifier_is_told(press_room: PressRoom) -> None:
    made = replace(press_room.made, data=press_room.made.data.replace(b"/ID [", b"/IX ["))
    assert told_codes(made) == ["PRS-204"]


def test_a_file_whose_name_was_taken_back_claims_nothing_and_passes_the_rest(press_room: PressRoom) -> None:
    plain = unclaimed(press_room.made)
    assert b"GTS_PDFXVersion" not in plain.data.replace(b"/S /GTS_PDFX", b"")
    assert plain.claim is None
    assert told(plain) == []


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


SCREEN_COLOURS: dict[str, tuple[str, Damage]] = {
    "the page paints in DeviceRGB": ("PRS-301", _in_rgb),
    "the page paints in Lab": ("PRS-301", _in_lab),
    "the page, image /Photo paints in DeviceRGB": ("PRS-301", _rgb_image),
    "the page, gradient /Sky paints in DeviceRGB": ("PRS-301", _rgb_gradient),
    "the page, drawing /Out, drawing /In paints in DeviceRGB": ("PRS-301", _deep),
}


@pytest.mark.parametrize("message", SCREEN_COLOURS)
def test_a_colour_of_a_screen_is_told_with_its_object(press_room: PressRoom, message: str) -> None:
    found = told(damaged(press_room.made, SCREEN_COLOURS[message][1]))
    assert [said for code, said in found if code == "PRS-301"] == [f"{message}, which is not ink"]
    # What is painted with it has no plate; a drawing that is there and not used has none to have.
    assert {code for code, _ in found} <= {"PRS-301", "PRS-213", "PRS-303"}


def test_before_the_press_stage_the_same_file_is_full_of_screen_colours(press_room: PressRoom) -> None:
    codes = told_codes(press_room.drawn)
    assert codes.count("PRS-301") >= 2


LARGE = {"a file of more than 100 MB": ("PRS-214", 101 * 2**20)}


def test_a_file_that_shops_may_not_take_is_told(press_room: PressRoom) -> None:
    ((code, bytes_more),) = LARGE.values()
    made = replace(press_room.made, data=press_room.made.data + bytes(bytes_more))
    (finding,) = forbidden_content.size(subject_of(made, PdfReader(io.BytesIO(press_room.made.data))))
    assert (finding.code, finding.message) == (code, "the file has 101 MB; shops take 100")
    assert not [*forbidden_content.size(subject_of(press_room.made))]
