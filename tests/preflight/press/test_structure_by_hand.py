"""What a press file says of itself, on small files made by hand: whole findings for each thing that is wrong, and none for what just is not."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import pytest
from pikepdf import Array, Dictionary, Encryption, Name, Pdf, String

from brochures.compose.html import Composition
from brochures.design.imposition import ParentSheet
from brochures.load.model.printers import Standard
from brochures.pdf.file import File, Imposed
from brochures.preflight import examine
from brochures.preflight.press import forbidden_content, page_boxes, pdfx_claims
from brochures.project.edition import Edition
from tests.miniature import Miniature
from tests.preflight.press.handmade import XMP, Damage, opened, press_piece, profile, told, true_file
from tests.separations.handmade import Made

CHECKS: tuple[Any, ...] = (
    page_boxes.boxes, page_boxes.bleed_box, page_boxes.same_size,
    pdfx_claims.named, pdfx_claims.information, pdfx_claims.identified, pdfx_claims.intent,
    forbidden_content.links, forbidden_content.active, forbidden_content.optional, forbidden_content.filters,
    forbidden_content.transparency, forbidden_content.fonts, forbidden_content.size,
)  # fmt: skip
BOXES = "let the press stage write the boxes"
METADATA = "let the press stage write the metadata"
TEMPLATE = "take it out of the template"
FONT = "use a font of styles/fonts/"
SOLID = "use solid tints, or PDF/X-4"


@pytest.fixture(scope="module")
def piece(tmp_path_factory: pytest.TempPathFactory) -> Composition:
    return press_piece(Miniature.copied_to(tmp_path_factory.mktemp("structure") / "project"))


def _found(
    piece: Composition, damage: Damage | None = None, claim: Standard | None = Standard.X4, **how: Any
) -> list[tuple[str, str, str]]:
    subject = opened(piece, true_file(damage, **how), claim=claim)
    found = told(finding for check in CHECKS for finding in check(subject))
    assert {place for *_, place in found} <= {""}
    return [(code, message, mend) for code, message, mend, _ in found]


def _page(key: str, value: Any, page: int = 0) -> Damage:
    return lambda pdf: pdf.pages[page].obj.__setitem__(key, value)


def _no_page(key: str) -> Damage:
    return lambda pdf: pdf.pages[0].obj.__delitem__(key)


def _root(key: str, value: Any) -> Damage:
    return lambda pdf: pdf.Root.__setitem__(key, value)


def _xmp(old: str, new: str) -> Damage:
    assert old in XMP
    return lambda pdf: pdf.Root.Metadata.write(XMP.replace(old, new).encode())


def _info(key: str, value: Any) -> Damage:
    return lambda pdf: pdf.docinfo.__setitem__(key, value)


def _no_info(key: str) -> Damage:
    return lambda pdf: pdf.docinfo.__delitem__(key)


def _intent(key: str, value: Any) -> Damage:
    return lambda pdf: pdf.Root.OutputIntents[0].__setitem__(key, value)


def _no_intent(key: str) -> Damage:
    return lambda pdf: pdf.Root.OutputIntents[0].__delitem__(key)


def _profile(number: int = 4, **about: Any) -> Damage:
    def damage(pdf: Pdf) -> None:
        pdf.Root.OutputIntents[0].DestOutputProfile = pdf.make_stream(profile(**about), N=number)

    return damage


def _more(*names: str) -> Damage:
    def damage(pdf: Pdf) -> None:
        for name in names:
            pdf.Root.OutputIntents.append(Dictionary(Type=Name.OutputIntent, S=Name(f"/{name}")))

    return damage


def _odd(**about: Any) -> Damage:
    return lambda pdf: pdf.Root.__setitem__("/Odd", Dictionary(**about))


def _packed(packed: Any, data: bytes = b"") -> Damage:
    def damage(pdf: Pdf) -> None:
        pdf.Root.Odd = pdf.make_stream(b"")
        pdf.Root.Odd.write(data, filter=packed)

    return damage


def _font(**about: Any) -> Damage:
    return _odd(Type=Name.Font, **about)


def _fine_font(pdf: Pdf) -> None:
    for number, kind in enumerate(("FontFile", "FontFile2", "FontFile3")):
        stream: Any = pdf.make_stream(b"")
        descriptor = pdf.make_indirect(Dictionary(Type=Name.FontDescriptor, **{kind: stream}))
        pdf.Root[f"/F{number}"] = Dictionary(
            Type=Name.Font, Subtype=Name.TrueType, BaseFont=Name.A, FontDescriptor=descriptor
        )
    pdf.Root.Whole = Dictionary(Type=Name.Font, Subtype=Name.Type0, BaseFont=Name.B)


def _not_an_output_profile(kind: str, space: str) -> tuple[str, str, str]:
    return (
        "PRS-205 error 0",
        f"the profile is of class b'{kind}' and space b'{space}', not an output profile in CMYK",
        "name another profile",
    )


def _lacks(what: str) -> list[tuple[str, str, str]]:
    return [("PRS-204 error 0", f"the metadata lack {what}", METADATA)]


def _differs(what: str, one: str, other: str) -> list[tuple[str, str, str]]:
    return [("PRS-204 error 0", f"the {what} is '{one}' in one place and '{other}' in another", METADATA)]


def _boxes(message: str, page: int = 1) -> list[tuple[str, str, str]]:
    return [(f"PRS-201 error {page}", message, BOXES)]


def _active(message: str, page: int = 0) -> list[tuple[str, str, str]]:
    return [(f"PRS-206 error {page}", message, TEMPLATE)]


CASES: dict[str, tuple[Damage | None, list[tuple[str, str, str]]]] = {
    "a true file": (None, []),
    "no trim of its own": (_no_page("/TrimBox"), [*_boxes("the page does not say its /TrimBox itself"), ("PRS-202 error 1", "the bleed is 0.00 pt, 9 pt are wanted", BOXES), ("PRS-201 error 2", "this page is 792 x 612 pt, the first is 810 x 630 pt", "make two files of it")]),
    "no bleed of its own": (_no_page("/BleedBox"), _boxes("the page does not say its /BleedBox itself")),
    "a medium from elsewhere": (_page("/MediaBox", Array([-0.02, 0, 810, 630])), _boxes("the media box begins at -0.02, 0 instead of zero")),
    "a medium from elsewhere, below": (_page("/MediaBox", Array([0, -0.02, 810, 630])), _boxes("the media box begins at 0, -0.02 instead of zero")),
    "a medium from nearly zero": (_page("/MediaBox", Array([-0.01, -0.01, 810, 630])), []),
    "a bleed beyond the medium, left": (_page("/BleedBox", Array([-0.02, 0, 810, 630])), _boxes("the bleed box reaches out of the box around it")),
    "a bleed beyond the medium, below": (_page("/BleedBox", Array([0, -0.02, 810, 630])), _boxes("the bleed box reaches out of the box around it")),
    "a bleed beyond the medium, right": (_page("/BleedBox", Array([0, 0, 810.02, 630])), _boxes("the bleed box reaches out of the box around it")),
    "a bleed beyond the medium, above": (_page("/BleedBox", Array([0, 0, 810, 630.02])), _boxes("the bleed box reaches out of the box around it")),
    "a bleed beyond the medium by rounding": (_page("/BleedBox", Array([-0.005, -0.005, 810.005, 630.005])), []),
    "a trim beyond the bleed": (_page("/TrimBox", Array([9, 9, 801, 631])), [*_boxes("the trim box reaches out of the box around it"), ("PRS-202 error 1", "the bleed is -1.00 pt, 9 pt are wanted", BOXES), ("PRS-201 error 2", "this page is 792 x 612 pt, the first is 792 x 622 pt", "make two files of it")]),
    "a crop box": (_page("/CropBox", Array([0, 0, 810, 630])), _boxes("the page has a /CropBox")),
    "an art box": (_page("/ArtBox", Array([0, 0, 810, 630])), _boxes("the page has a /ArtBox")),
    "a turned page": (_page("/Rotate", 90, 1), _boxes("the page has a /Rotate", 2)),
    "a unit of its own": (_page("/UserUnit", 2), _boxes("the page has a /UserUnit")),
    "too little bleed": (_page("/BleedBox", Array([0, 0.02, 810, 630]), 1), [("PRS-202 error 2", "the bleed is 8.98 pt, 9 pt are wanted", BOXES)]),
    "too little bleed on the right": (_page("/BleedBox", Array([0, 0, 809.98, 630])), [("PRS-202 error 1", "the bleed is 8.98 pt, 9 pt are wanted", BOXES)]),
    "too little bleed on the left": (_page("/BleedBox", Array([0.02, 0, 810, 630])), [("PRS-202 error 1", "the bleed is 8.98 pt, 9 pt are wanted", BOXES)]),
    "too little bleed above": (_page("/BleedBox", Array([0, 0, 810, 629])), [("PRS-202 error 1", "the bleed is 8.00 pt, 9 pt are wanted", BOXES)]),
    "just enough bleed": (_page("/BleedBox", Array([0.01, 0.01, 809.99, 629.99])), []),
    "a page of another width": (_page("/TrimBox", Array([9, 9, 800.9, 621]), 1), [("PRS-201 error 2", "this page is 791.9 x 612 pt, the first is 792 x 612 pt", "make two files of it")]),
    "a page of another height": (_page("/TrimBox", Array([9, 9, 801, 620.9]), 1), [("PRS-201 error 2", "this page is 792 x 611.9 pt, the first is 792 x 612 pt", "make two files of it")]),
    "a page of nearly the same height": (_page("/TrimBox", Array([9, 9, 801, 620.96]), 1), []),
    "a page of nearly the same size": (_page("/TrimBox", Array([9, 9, 800.96, 621]), 1), []),
    "no claim": (_xmp("<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>", ""), [("PRS-203 error 0", "the file says it is '', and not 'PDF/X-4'", METADATA)]),
    "another claim": (_xmp("PDF/X-4", "PDF/X-4p"), [("PRS-203 error 0", "the file says it is 'PDF/X-4p', and not 'PDF/X-4'", METADATA)]),
    "an old claim too": (_info("/GTS_PDFXVersion", "PDF/X-1a:2003"), []),
    "an old claim only": (lambda pdf: (_xmp("<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>", "")(pdf), _info("/GTS_PDFXVersion", "PDF/X-1a:2003")(pdf)), [("PRS-203 error 0", "the file says it is 'PDF/X-1a:2003', and not 'PDF/X-4'", METADATA)]),
    "no metadata": (lambda pdf: pdf.Root.__delitem__("/Metadata"), [("PRS-203 error 0", "the file says it is '', and not 'PDF/X-4'", METADATA), *_lacks("CreateDate, ModifyDate, MetadataDate, DocumentID, VersionID, RenditionClass")]),
    "metadata that cannot be read": (lambda pdf: pdf.Root.Metadata.write(b"<broken"), [("PRS-203 error 0", "the file says it is '', and not 'PDF/X-4'", METADATA), *_lacks("CreateDate, ModifyDate, MetadataDate, DocumentID, VersionID, RenditionClass")]),
    "no day of creation": (_xmp("xmp:CreateDate", "xmp:CreateDay"), _lacks("CreateDate")),
    "no day of a change": (_xmp("xmp:ModifyDate", "xmp:ModifyDay"), _lacks("ModifyDate")),
    "no day of the metadata": (_xmp("xmp:MetadataDate", "xmp:MetadataDay"), _lacks("MetadataDate")),
    "no identifier": (_xmp("xmpMM:DocumentID", "xmpMM:DocumentNo"), _lacks("DocumentID")),
    "no version": (_xmp("xmpMM:VersionID", "xmpMM:VersionNo"), _lacks("VersionID")),
    "no class": (_xmp("xmpMM:RenditionClass", "xmpMM:RenditionKind"), _lacks("RenditionClass")),
    "no title": (_no_info("/Title"), _lacks("/Title")),
    "no days": (lambda pdf: (_no_info("/CreationDate")(pdf), _no_info("/ModDate")(pdf)), _lacks("/CreationDate, /ModDate")),
    "no word on trapping": (_no_info("/Trapped"), _lacks("/Trapped")),
    "two titles": (_info("/Title", "A pack"), _differs("title", "A pack", "A fold")),
    "no title in the metadata": (_xmp("dc:title", "dc:name"), _differs("title", "A fold", "None")),
    "two days of creation": (_info("/CreationDate", "D:20260401000000Z"), _differs("day of creation", "2026-04-01", "2026-03-01")),
    "two days of a change": (_info("/ModDate", "D:20251231000000Z"), _differs("day of the last change", "2025-12-31", "2026-03-02")),
    "trapped and not": (_info("/Trapped", Name("/True")), _differs("trapping", "True", "False")),
    "trapping unknown": (lambda pdf: (_info("/Trapped", Name("/Unknown"))(pdf), _xmp("Trapped>False<", "Trapped>Unknown<")(pdf)), [("PRS-204 error 0", "trapping is said to be /Unknown", "write /True or /False")]),
    "trapped": (lambda pdf: (_info("/Trapped", Name("/True"))(pdf), _xmp("Trapped>False<", "Trapped>True<")(pdf)), []),
    "two intents": (_more("GTS_PDFX"), [("PRS-205 error 0", "the file has 2 output intents for the press instead of one", METADATA)]),
    "an intent of an archive": (_more("GTS_PDFA1"), []),
    "no intent": (lambda pdf: pdf.Root.__delitem__("/OutputIntents"), [("PRS-205 error 0", "the file has 0 output intents for the press instead of one", METADATA)]),
    "no condition": (_no_intent("/OutputConditionIdentifier"), [("PRS-205 error 0", "the output intent has no /OutputConditionIdentifier", "fill in the condition in content/printers.yaml")]),
    "no registry": (_no_intent("/RegistryName"), [("PRS-205 error 0", "the output intent has no /RegistryName", "fill in the condition in content/printers.yaml")]),
    "no words": (_intent("/Info", ""), [("PRS-205 error 0", "the output intent has no /Info", "fill in the condition in content/printers.yaml")]),
    "no profile": (_no_intent("/DestOutputProfile"), [("PRS-205 error 0", "the output intent has no profile in the file", METADATA)]),
    "a profile that is no stream": (_intent("/DestOutputProfile", Dictionary()), [("PRS-205 error 0", "the output intent has no profile in the file", METADATA)]),
    "a profile of a screen": (_profile(kind=b"mntr"), [_not_an_output_profile("mntr", "CMYK")]),
    "a profile in RGB": (_profile(space=b"RGB "), [_not_an_output_profile("prtr", "RGB ")]),
    "a profile of three": (_profile(3), [_not_an_output_profile("prtr", "CMYK")]),
    "a profile that is cut off": (_profile(told=41), [_not_an_output_profile("prtr", "CMYK")]),
    "a link": (_page("/Annots", Array([Dictionary(Subtype=Name.Link)]), 1), _active("the page has /Link, which cannot be printed", 2)),
    "a note of no kind": (_page("/Annots", Array([Dictionary()])), _active("the page has an annotation, which cannot be printed", 1)),
    "a form": (_root("/AcroForm", Dictionary()), _active("the file holds /AcroForm")),
    "an action": (_root("/OpenAction", Dictionary()), _active("the file holds /OpenAction")),
    "actions": (_root("/AA", Dictionary()), _active("the file holds /AA")),
    "a collection": (_root("/Collection", Dictionary()), _active("the file holds /Collection")),
    "associated files": (_root("/AF", Array()), _active("the file holds /AF")),
    "a script": (_root("/Names", Dictionary(JavaScript=Dictionary())), _active("the file holds /JavaScript")),
    "an attachment": (_root("/Names", Dictionary(EmbeddedFiles=Dictionary())), _active("the file holds /EmbeddedFiles")),
    "names of places": (_root("/Names", Dictionary(Dests=Dictionary())), []),
    "a page that acts": (_page("/AA", Dictionary(), 1), _active("the file holds /AA")),
    "layers that switch": (_root("/OCProperties", Dictionary(D=Dictionary(AS=[]))), _active("the file has layers that can be off when it is printed")),
    "layers that are off": (_root("/OCProperties", Dictionary(D=Dictionary(OFF=[Dictionary()]))), _active("the file has layers that can be off when it is printed")),
    "layers that are on": (_root("/OCProperties", Dictionary(D=Dictionary(OFF=[]))), []),
    "LZW": (_packed(Name.LZWDecode, b"\x80\x0b\x60\x50\x22\x0c\x0c\x85\x01"), [("PRS-207 error 0", "a stream is packed with LZW", "store it with Flate or JPEG")]),
    "JPEG 2000": (_packed(Array([Name.JPXDecode])), [("PRS-207 error 0", "a stream is packed with JPEG 2000", "store it with Flate or JPEG")]),
    "JBIG2": (_packed(Name.JBIG2Decode), [("PRS-207 error 0", "a stream is packed with JBIG2", "store it with Flate or JPEG")]),
    "JPEG": (_packed(Name.DCTDecode), []),
    "a group in RGB": (_odd(Group=Dictionary(S=Name.Transparency, CS=Name.DeviceRGB)), [("PRS-208 error 0", "transparency is mixed in /DeviceRGB", "let the press stage set the group's space")]),
    "a group in CMYK": (_odd(Group=Dictionary(S=Name.Transparency, CS=Name.DeviceCMYK)), []),
    "a group in gray": (_odd(Group=Dictionary(S=Name.Transparency, CS=Name.DeviceGray)), []),
    "a group in no space": (_odd(Group=Dictionary(S=Name.Transparency)), []),
    "a group of another kind": (_odd(Group=Dictionary(S=Name.Other, CS=Name.DeviceRGB)), []),
    "a font of type 3": (_font(Subtype=Name.Type3), [("PRS-209 error 0", "the font '?' is of type 3", FONT)]),
    "a font without its program": (_font(Subtype=Name.Type1, BaseFont=Name.Times), [("PRS-209 error 0", "the font 'Times' is not in the file", FONT)]),
    "a font with half of a descriptor": (_font(Subtype=Name.Type1, BaseFont=Name.Times, FontDescriptor=Dictionary()), [("PRS-209 error 0", "the font 'Times' is not in the file", FONT)]),
    "Courier": (_font(Subtype=Name.Type0, BaseFont=Name("/ABCDEF+CourierNew")), [("PRS-209 error 0", "the font 'ABCDEF+CourierNew' is what a press takes when it lacks the right one", "use another font")]),
    "fonts with their programs": (_fine_font, []),
    "half of a colour": (_odd(ca=0.5, CA=0.5, BM=Name.Multiply, SMask=Dictionary()), []),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_what_a_file_says_of_itself_is_held_to_the_standard(piece: Composition, name: str) -> None:
    damage, expected = CASES[name]
    assert _found(piece, damage) == expected


def _see_through(message: str) -> list[tuple[str, str, str]]:
    return [("PRS-208 error 0", message, SOLID)]


X1A: dict[str, tuple[Damage, list[tuple[str, str, str]]]] = {
    "half of a colour": (_odd(ca=0.5), _see_through("something is painted at 50%, and PDF/X-1a allows no transparency")),
    "half of a line": (_odd(CA=0.25), _see_through("something is painted at 25%, and PDF/X-1a allows no transparency")),
    "all of a colour": (_odd(ca=1, CA=1), []),
    "a blend": (_odd(BM=Name.Multiply), _see_through("something is blended (/Multiply), and PDF/X-1a allows no transparency")),
    "no blend": (_odd(BM=Name.Normal), []),
    "an old name of no blend": (_odd(BM=Name.Compatible), []),
    "a mask": (_odd(SMask=Dictionary()), _see_through("something is seen through a mask, and PDF/X-1a allows no transparency")),
    "no mask": (_odd(SMask=Name("/None")), []),
    "a group": (_odd(Group=Dictionary(S=Name.Transparency, CS=Name.DeviceCMYK)), _see_through("a drawing or page is a transparency group, and PDF/X-1a allows none")),
    "layers that are on": (_root("/OCProperties", Dictionary(D=Dictionary())), _active("the file has layers that can be off when it is printed")),
}  # fmt: skip


def _old(pdf: Pdf) -> None:
    pdf.Root.Metadata.write(XMP.replace("<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>", "").encode())
    pdf.docinfo["/GTS_PDFXVersion"] = String("PDF/X-1a:2003")


@pytest.mark.parametrize("name", X1A)
def test_the_older_standard_allows_nothing_that_is_seen_through(piece: Composition, name: str) -> None:
    damage, expected = X1A[name]

    def both(pdf: Pdf) -> None:
        _old(pdf)
        damage(pdf)

    assert _found(piece, both, claim=Standard.X1A, force_version="1.4") == expected


@pytest.mark.parametrize(
    ("claim", "damage", "version", "newest"),
    [
        (Standard.X4, None, "1.6", ""),
        (Standard.X4, None, "1.7", "the file is PDF 1.7; PDF/X-4 allows 1.6 at most"),
        (Standard.X1A, _old, "1.4", ""),
        (Standard.X1A, _old, "1.5", "the file is PDF 1.5; PDF/X-1a:2003 allows 1.4 at most"),
    ],
)
def test_each_standard_has_a_newest_version_of_pdf(
    piece: Composition, claim: Standard, damage: Damage | None, version: str, newest: str
) -> None:
    data = true_file(damage).replace(b"%PDF-1.6", f"%PDF-{version}".encode(), 1)
    expected = [("PRS-203 error 0", newest, METADATA, "")] if newest else []
    assert told(pdfx_claims.named(opened(piece, data, claim=claim))) == expected


def test_a_file_that_was_to_claim_nothing_says_so(piece: Composition) -> None:
    assert _found(piece, claim=None) == [("PRS-203 error 0", "the file says it is 'PDF/X-4', and not ''", METADATA)]


def test_a_file_has_an_identifier_in_its_trailer(piece: Composition) -> None:
    subject = opened(piece, true_file().replace(b"/ID [", b"/IX ["))
    message = "the file has no identifier in its trailer"
    assert told(pdfx_claims.identified(subject)) == [("PRS-204 error 0", message, METADATA, "")]


def test_a_locked_file_is_told(piece: Composition) -> None:
    written = io.BytesIO()
    with Pdf.open(io.BytesIO(true_file())) as pdf:
        pdf.save(written, encryption=Encryption(owner="a", user="", R=3, aes=False, metadata=False))
    found = told(forbidden_content.active(opened(piece, written.getvalue())))
    assert found == [("PRS-206 error 0", "the file holds /Encrypt", TEMPLATE, "")]


@pytest.mark.parametrize(("more", "megabytes"), [(0, ""), (1, "100"), (2**20, "101")])
def test_a_file_of_more_than_a_hundred_megabytes_is_too_large(piece: Composition, more: int, megabytes: str) -> None:
    subject = opened(piece, true_file())
    object.__setattr__(subject.made, "data", bytes(forbidden_content.LARGEST + more))
    mend = "make its pictures smaller: 300 pixels to the inch are enough where they stand"
    message = f"the file has {megabytes} MB; shops take 100"
    assert told(forbidden_content.size(subject)) == ([("PRS-214 warning 0", message, mend, "")] if megabytes else [])


EVERY = (
    "page_boxes.boxes", "page_boxes.bleed_box", "page_boxes.same_size",
    "pdfx_claims.named", "pdfx_claims.information", "pdfx_claims.intent", "output_intents.ordered",
    "pdfx_claims.identified",
    "forbidden_content.links", "forbidden_content.active", "forbidden_content.optional", "forbidden_content.filters",
    "forbidden_content.transparency", "forbidden_content.fonts", "forbidden_content.size",
    "colour_spaces.inks_only", "ink.told_at_all", "ink.painted_in_inks", "ink.dark_text", "ink_coverage.seen",
    "image_resolution.contone", "image_resolution.line_art",
    "overprint.white", "overprint.black", "overprint.apart", "overprint.gray", "type_size.small", "type_size.reversed_or_mixed", "hairlines.hairlines",
    "ink.spots", "ink.registration", "ink.rich_text", "ink.rich_areas",
)  # fmt: skip
SINGLE = ("type_size.safe", "marks.outside", "marks.inside", "marks.counted", "marks.covered")
OPENED = (
    "file_structure.frame", "active_content.actions", "active_content.notes", "active_content.entries", "own_claims.claimed",
    "bookmarks.bookmarks", "glyph_outlines.outlines",
)  # fmt: skip
SHEET_OPENED = ("active_content.actions", "glyph_outlines.outlines")
SHEET = ("imposed_sheet.planned", "imposed_sheet.untagged", "imposed_sheet.marked", "imposed_sheet.copies")


def test_every_check_of_a_press_file_is_examined_in_the_order_of_its_report(piece: Composition) -> None:
    piece = replace(piece, edition=Edition.PRESS)
    pages = Made((792, 612), bleed=9)
    for _ in range(2):
        pages.page("0 0 0 1 k 50 50 9 9 re f")
    made = File(piece, pages.written(), 2, (), claim=Standard.X4)
    ran = [one.name for one in examine(made, frozenset())]
    files = [f"file_structure.{name}" for name in ("page_size", "tags", "navigation", "active", "fonts")]
    press = [f"press.{name}" for name in (*EVERY, *SINGLE)]
    assert ran[:-19] == [
        *files[:-1],
        "links.descriptions",
        "form_fields.fields",
        "attached_files.attached_files",
        files[-1],
        *OPENED,
        *press,
    ]
    assert {name.partition(".")[0] for name in ran[-19:-10]} == {"text_conservation", "generated_text"}
    assert {name.partition("_")[0] for name in ran[-10:]} == {"structure", "link"}
    parent = ParentSheet(810, 630, 200, 100, columns=2, rows=2, gutter=18, bleed=9, upright=True)
    sheet = Imposed(piece, made.data, 2, (), claim=Standard.X4, single=made, parent=parent)
    assert [one.name for one in examine(sheet, frozenset())] == [
        *files[2:],
        *SHEET_OPENED,
        *(f"press.{name}" for name in (*EVERY, *SHEET)),
    ]
