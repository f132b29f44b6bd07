"""Damages of finished files for the press, of either standard: all are to be told, but those marked harmless."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pikepdf import Array, Dictionary, Name, Pdf, String

from brochures.project.paths import ROOT
from tests.trials.pdf_surgery import (
    NothingToDamageError,
    Surgery,
    annotation,
    emptied_outline,
    fonts,
    fresh,
    in_catalog,
    moved_point,
    on_page,
    out_of_catalog,
    over,
    program,
    redrawn,
    rewritten,
    script,
    some,
    swapped_outlines,
)

PROFILES = ROOT / "styles" / "profiles"


def _resource(kind: str, name: str, value: Any) -> Surgery:
    """Return the damage that puts a resource on the first page."""

    def surgery(pdf: Pdf) -> None:
        resources = pdf.pages[0].obj.Resources
        held = resources.get(f"/{kind}", Dictionary())
        held[f"/{name}"] = pdf.make_indirect(fresh(value)) if isinstance(value, Dictionary) else fresh(value)
        resources[f"/{kind}"] = held

    return surgery


def _both(*damages: Surgery) -> Surgery:
    return lambda pdf: [damage(pdf) for damage in damages]


def _image(**entries: Any) -> Surgery:
    def surgery(pdf: Pdf) -> None:
        image = pdf.make_stream(bytes(4 * 4 * 4))
        whole = {
            "Type": Name.XObject,
            "Subtype": Name.Image,
            "Width": 4,
            "Height": 4,
            "BitsPerComponent": 8,
            "ColorSpace": Name.DeviceCMYK,
        }
        for key, value in {**whole, **entries}.items():
            image[f"/{key}"] = value
        _resource("XObject", "Odd", image)(pdf)
        over(b"q 40 0 0 40 100 100 cm /Odd Do Q", 0)(pdf)

    return surgery


def _group(**entries: Any) -> Surgery:
    def surgery(pdf: Pdf) -> None:
        form = pdf.make_stream(
            b"0 0 0 1 k 0 0 9 9 re f", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9])
        )
        form.Group = Dictionary(Type=Name.Group, S=Name.Transparency, **entries)
        _resource("XObject", "Odd", form)(pdf)
        over(b"q 1 0 0 1 100 100 cm /Odd Do Q", 0)(pdf)

    return surgery


def _state(**entries: Any) -> Surgery:
    return _both(
        _resource("ExtGState", "Odd", Dictionary(**entries)), over(b"q /Odd gs 0 0 0 1 k 90 90 40 40 re f Q", 0)
    )


def _soft_mask(space: Any) -> Surgery:
    def surgery(pdf: Pdf) -> None:
        form = pdf.make_stream(b"0 0 99 99 re f", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 99, 99]))
        form.Group = Dictionary(Type=Name.Group, S=Name.Transparency, CS=fresh(space))
        _state(SMask=pdf.make_indirect(Dictionary(Type=Name.Mask, S=Name.Luminosity, G=form)))(pdf)

    return surgery


def _intent(key: str, value: Any) -> Surgery:
    return lambda pdf: pdf.Root.OutputIntents[0].__setitem__(key, value)


def _other_profile(pdf: Pdf) -> None:
    pdf.Root.OutputIntents[0].DestOutputProfile.write((PROFILES / "FOGRA39L_coated.icc").read_bytes())


def _profile_byte(pdf: Pdf) -> None:
    profile = pdf.Root.OutputIntents[0].DestOutputProfile
    data = bytearray(profile.read_bytes())
    data[len(data) // 2] ^= 1
    profile.write(bytes(data))


def _cut_profile(pdf: Pdf) -> None:
    profile = pdf.Root.OutputIntents[0].DestOutputProfile
    profile.write(profile.read_bytes()[:-100])


def _intents(number: int) -> Surgery:
    return lambda pdf: pdf.Root.__setitem__("/OutputIntents", Array([pdf.Root.OutputIntents[0]] * number))


def _marked(content: bytes) -> Surgery:
    """Return the damage that is done to files with marks alone."""

    def surgery(pdf: Pdf) -> None:
        if not any("Marks" in str(name) for name in pdf.pages[0].obj.Resources.get("/XObject", {})):
            raise NothingToDamageError
        over(content)(pdf)

    return surgery


def _box(name: str, *moved: float) -> Surgery:
    def surgery(pdf: Pdf) -> None:
        page = pdf.pages[0].obj
        page[name] = Array([float(side) + by for side, by in zip(page[name], moved, strict=True)])

    return surgery


def _spot() -> Surgery:
    space = Array([Name.Separation, Name("/PANTONE 186 C"), Name.DeviceCMYK, Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array([0, 0, 0, 0]), C1=Array([0, 1, 0.8, 0]), N=1)])  # fmt: skip
    return _both(_resource("ColorSpace", "Odd", space), over(b"/Odd cs 1 scn 90 90 40 40 re f", 0))


def _without_program(pdf: Pdf) -> None:
    del some(fonts(pdf))[0].DescendantFonts[0].FontDescriptor.FontFile2


def _programs_exchanged(pdf: Pdf) -> None:
    one, other = some(fonts(pdf), 2)[:2]
    first, second = program(one).read_bytes(), program(other).read_bytes()
    program(one).write(second)
    program(other).write(first)


LAB = Array([Name.Lab, Dictionary(WhitePoint=Array([0.96, 1, 0.82]))])

TOLD: Mapping[str, Surgery] = {
    # colour and ink
    "an area in red, green and blue": over(b"1 0 0 rg 90 90 40 40 re f", 0),
    "a line in red, green and blue": over(b"1 0 0 RG 90 90 m 200 90 l S"),
    "an image in red, green and blue": _image(ColorSpace=Name.DeviceRGB),
    "an area in Lab": _both(_resource("ColorSpace", "Odd", LAB), over(b"/Odd cs 50 20 20 scn 90 90 40 40 re f", 0)),
    "a group in red, green and blue": _group(CS=Name.DeviceRGB),
    "a soft mask in red, green and blue": _soft_mask(Name.DeviceRGB),
    "a spot ink that nobody ordered": _spot(),
    "ink of 400 per cent": over(b"1 1 1 1 k 90 90 90 90 re f"),
    "black of four inks": over(b".6 .5 .5 1 k 90 90 8 8 re f"),
    "a hairline": over(b"0 0 0 1 K .05 w 90 90 m 200 90 l S"),
    "a line without width": over(b"0 0 0 1 K 0 w 90 90 m 200 90 l S"),
    "an area as thin as a line": over(b"0 0 0 .5 k 90 90 90 .05 re f"),
    "white that overprints": _both(_resource("ExtGState", "Odd", Dictionary(op=True, OPM=1)), over(b"/Odd gs 0 0 0 0 k 90 90 40 40 re f", 0)),
    "beyond the bleed": over(b"0 0 0 1 k 0 0 3000 5 re f"),
    # boxes
    "no trim": lambda pdf: pdf.pages[0].obj.__delitem__("/TrimBox"),
    "the trim is moved": _box("/TrimBox", 3, 0, 3, 0),
    "the trim is narrower": _box("/TrimBox", 0, 0, -9, 0),
    "the bleed stops at the trim": lambda pdf: pdf.pages[0].obj.__setitem__("/BleedBox", pdf.pages[0].obj.TrimBox),
    "the media does not begin at zero": _box("/MediaBox", -9, -9, 0, 0),
    "a page is cropped": on_page("/CropBox", Array([50, 50, 300, 300])),
    "a unit of its own": on_page("/UserUnit", 2),
    "a page is turned": on_page("/Rotate", 180),
    "pages are exchanged": lambda pdf: pdf.pages.reverse(),
    "a page is dropped": lambda pdf: pdf.pages.__delitem__(-1),
    "a page stands twice": lambda pdf: pdf.pages.append(pdf.pages[0]),
    # what has no place
    "a note": annotation("Text"),
    "a link": annotation("Link"),
    "a widget": annotation("Widget"),
    "a script": in_catalog("/OpenAction", script()),
    "a script of a page": on_page("/AA", Dictionary(O=script())),
    "a form": in_catalog("/AcroForm", Dictionary()),
    "an attachment": lambda pdf: pdf.attachments.__setitem__("a.txt", b"text"),
    "a layer": in_catalog("/OCProperties", Dictionary(OCGs=Array(), D=Dictionary(AS=Array([Dictionary(Event=Name.Print)])))),
    # what it says of itself
    "no intent": out_of_catalog("/OutputIntents"),
    "two intents": _intents(2),
    "an intent of another kind": _intent("/S", Name.GTS_PDFA1),
    "another condition is named": _intent("/OutputConditionIdentifier", String("FOGRA51")),
    "the profile of another condition": _other_profile,
    "a byte of the profile": _profile_byte,
    "the profile is cut": _cut_profile,
    "no metadata": out_of_catalog("/Metadata"),
    "another title": lambda pdf: pdf.docinfo.__setitem__("/Title", "Other"),
    "trapping is not known": lambda pdf: pdf.docinfo.__setitem__("/Trapped", Name.Unknown),
    # letters, words and marks
    "0 is drawn as 8": redrawn("08", swapped_outlines),
    "a letter is not drawn": redrawn("e", emptied_outline),
    "a point of a letter is moved": redrawn("n", moved_point),
    "two fonts have each other's outlines": _programs_exchanged,
    "a font is not in the file": _without_program,
    "all words are invisible": rewritten(lambda data: b"3 Tr\n" + data),
    "white over everything": over(b"0 0 0 0 k 0 0 3000 3000 re f"),
    "white over the marks": _marked(b"0 0 0 0 k 0 0 3000 20 re f 0 0 20 3000 re f"),
    "white over the marks above": _marked(b"0 0 0 0 k -9 620 3000 300 re f"),
    "no page has its marks": rewritten(lambda data: data.replace(b"Do Q EMC", b"Q EMC", 1)),
}  # fmt: skip
"""What must be told of a file that was good."""

IN_X1A: Mapping[str, Surgery] = {
    "something is seen through": _state(ca=0.5),
    "something is blended": _state(BM=Name.Multiply),
    "a soft mask": _soft_mask(Name.DeviceGray),
    "a group": _group(CS=Name.DeviceCMYK),
}
"""What must be told of a file of PDF/X-1a: it has no transparency."""

HARMLESS: Mapping[str, Surgery] = {
    "written anew": lambda _: None,
    "something gray is seen through": _state(ca=0.5),
}
"""What may stay untold."""
