"""What may not be in a file for the press at all: what acts, what leads away, what is switched on and off, what old presses cannot read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, StreamObject

from brochures.findings import Finding, Place, codes
from brochures.findings.check import check
from brochures.load.model.printers import Standard
from brochures.preflight.finished_file import dictionaries
from brochures.preflight.press.subject import Subject

BARRED = {"/LZWDecode": "LZW", "/Crypt": "encryption", "/JPXDecode": "JPEG 2000", "/JBIG2Decode": "JBIG2"}
"""Filters that ISO 15930-7, 6.1 forbids, and those that it allows and presses stumble over."""

LARGEST = 100 * 2**20
"""Bytes of a file for the press at most (docs/print.md, Handoff)."""

_MEND = "take it out of the template"


@check(
    codes.PRESS_ACTIVE,
    looks_for="links and comments on the pages",
    source="ISO 15930-7, 6.12; docs/print.md, PDF/X-4 and PDF/X-1a",
)
def links(subject: Subject) -> Iterator[Finding]:
    """Yield links and other notes that lie inside of the bleed."""
    for number, page in enumerate(subject.file.pages, 1):
        for annotation in page.get("/Annots", ()):
            kind = annotation.get_object().get("/Subtype", "an annotation")
            yield codes.PRESS_ACTIVE.at(Place(), f"the page has {kind}, which cannot be printed", _MEND).about(
                page=number
            )


@check(
    codes.PRESS_ACTIVE,
    looks_for="forms, scripts, actions, attachments and encryption",
    source="ISO 15930-7, 6.13 and 6.16; docs/print.md, PDF/X-4 and PDF/X-1a",
)
def active(subject: Subject) -> Iterator[Finding]:
    """Yield forms, scripts, actions, attachments and encryption."""
    root = subject.file.root_object
    held = [name for name in ("/AcroForm", "/OpenAction", "/AA", "/Collection", "/AF") if name in root]
    names = root.get("/Names", DictionaryObject()).get_object()
    held += [name for name in ("/JavaScript", "/EmbeddedFiles") if name in names]
    held += ["/AA"] * any("/AA" in page for page in subject.file.pages)
    held += ["/Encrypt"] * subject.file.is_encrypted
    for name in held:
        yield codes.PRESS_ACTIVE.at(Place(), f"the file holds {name}", _MEND)


@check(
    codes.PRESS_ACTIVE,
    looks_for="layers that may be off when the file is printed",
    source="ISO 15930-7, 6.18; docs/print.md, PDF/X-4 and PDF/X-1a",
)
def optional(subject: Subject) -> Iterator[Finding]:
    """Yield layers that may be off or that switch by themselves."""
    layers = subject.file.root_object.get("/OCProperties")
    if layers is None:
        return
    default = layers.get_object().get("/D", DictionaryObject()).get_object()
    if subject.made.claim == Standard.X1A or "/AS" in default or default.get("/OFF"):
        yield codes.PRESS_ACTIVE.at(Place(), "the file has layers that can be off when it is printed", _MEND)


@check(
    codes.PRESS_FILTER,
    looks_for="data compressed with LZW, JPEG 2000 or JBIG2, or encrypted",
    source="ISO 15930-7, 6.1; docs/print.md, PDF/X-4 and PDF/X-1a",
)
def filters(subject: Subject) -> Iterator[Finding]:
    """Yield streams that are packed in a way that presses may not read."""
    for thing in _streams(subject.file):
        packed = thing.get("/Filter", ())
        for name in packed if isinstance(packed, ArrayObject) else (packed,):
            if str(name) in BARRED:
                yield codes.PRESS_FILTER.at(
                    Place(), f"a stream is packed with {BARRED[str(name)]}", "store it with Flate or JPEG"
                )


@check(
    codes.PRESS_TRANSPARENCY,
    looks_for="transparency that is blended in a colour space other than CMYK or gray; in PDF/X-1a, any transparency",
    source="ISO 15930-7, 6.3; GWG 2022, R0030; docs/print.md, PDF/X-4 and PDF/X-1a",
)
def transparency(subject: Subject) -> Iterator[Finding]:
    """Yield transparency that is mixed in another space than inks, and in PDF/X-1a any."""
    told = set()
    for thing in dictionaries(subject.file.trailer):
        group: Any = thing.get("/Group", DictionaryObject()).get_object()
        grouped = group.get("/S") == "/Transparency"
        if grouped and str(group.get("/CS", "/DeviceCMYK")) not in {"/DeviceCMYK", "/DeviceGray"}:
            told.add((f"transparency is mixed in {group['/CS']}", "let the press stage set the group's space"))
        if subject.made.claim == Standard.X1A:
            told |= {
                (f"{what}, and PDF/X-1a allows no transparency", "use solid tints, or PDF/X-4")
                for what in _seen_through(thing)
            }
            if grouped:
                told.add(
                    (
                        "a drawing or page is a transparency group, and PDF/X-1a allows none",
                        "use solid tints, or PDF/X-4",
                    )
                )
    for message, mend in sorted(told):
        yield codes.PRESS_TRANSPARENCY.at(Place(), message, mend)


@check(
    codes.PRESS_FONT,
    looks_for="fonts that are not embedded, Type 3 fonts, and Courier in the place of a missing font",
    source="ISO 15930-7, 6.5; GWG 2022, R0014; docs/print.md, PDF/X-4 and PDF/X-1a",
)
def fonts(subject: Subject) -> Iterator[Finding]:
    """Yield fonts without their program, of type 3, or called Courier."""
    for thing in dictionaries(subject.file.trailer):
        if thing.get("/Type") != "/Font":
            continue
        name = str(thing.get("/BaseFont", "?")).removeprefix("/")
        if thing.get("/Subtype") == "/Type3":
            yield codes.PRESS_FONT.at(Place(), f"the font '{name}' is of type 3", "use a font of styles/fonts/")
        elif thing.get("/Subtype") != "/Type0":
            descriptor = thing.get("/FontDescriptor")
            found = descriptor.get_object() if descriptor is not None else {}
            if not any(f"/FontFile{kind}" in found for kind in ("", "2", "3")):
                yield codes.PRESS_FONT.at(
                    Place(), f"the font '{name}' is not in the file", "use a font of styles/fonts/"
                )
        if "Courier" in name:
            yield codes.PRESS_FONT.at(
                Place(), f"the font '{name}' is what a press takes when it lacks the right one", "use another font"
            )


@check(codes.PRESS_LARGE, looks_for="a file of more than 100 MB", source="docs/print.md, Handoff")
def size(subject: Subject) -> Iterator[Finding]:
    """Yield a file larger than print shops take through their web pages."""
    if len(subject.made.data) > LARGEST:
        yield codes.PRESS_LARGE.at(
            Place(),
            f"the file has {len(subject.made.data) / 2**20:.0f} MB; shops take {LARGEST // 2**20}",
            "make its pictures smaller: 300 pixels to the inch are enough where they stand",
        )


def _seen_through(thing: DictionaryObject) -> Iterator[str]:
    """Yield how ``thing``, a graphics state or an image, lets what is below it show."""
    for key in ("/ca", "/CA"):
        if _share(thing, key) < 1:
            yield f"something is painted at {_share(thing, key):.0%}"
    if str(thing.get("/BM", "/Normal")) not in {"/Normal", "/Compatible"}:
        yield f"something is blended ({thing['/BM']})"
    if str(thing.get("/SMask", "/None")) != "/None":
        yield "something is seen through a mask"


def _share(thing: DictionaryObject, key: str) -> float:
    value: Any = thing.get(key, 1)
    return float(value)


def _streams(file: PdfReader) -> Iterator[StreamObject]:
    return (thing for thing in dictionaries(file.trailer) if isinstance(thing, StreamObject))
