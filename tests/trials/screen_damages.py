"""Damages of finished files for reading, each a thing that a program or a person may do to one: all are to be told, but those marked harmless."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from pikepdf import Array, Dictionary, Name, OutlineItem, Pdf, String

from tests.trials.pdf_surgery import (
    NothingToDamageError,
    Surgery,
    annotation,
    each_link,
    elements,
    emptied_outline,
    exchanged,
    first_made,
    fonts,
    glyph_of,
    in_catalog,
    links,
    made,
    mapped,
    moved_point,
    on_link,
    on_page,
    one_link,
    out_of_catalog,
    outline_items,
    over,
    program,
    redrawn,
    rewritten,
    script,
    some,
    swapped_outlines,
    with_glyph,
)

WHITE = b"1 1 1 rg 0 0 3000 3000 re f"
FILE = Dictionary(Type=Name.Filespec, F=String("a.txt"))


def _pages(order: str) -> Surgery:
    def surgery(pdf: Pdf) -> None:
        if order == "dropped":
            del pdf.pages[-1]
        elif order == "twice":
            pdf.pages.append(pdf.pages[0])
        else:
            pages = list(pdf.pages)
            pdf.pages[0], pdf.pages[1] = pages[1], pages[0]

    return surgery


def _without_program(pdf: Pdf) -> None:
    del fonts(pdf)[0].DescendantFonts[0].FontDescriptor.FontFile2


def _layer_off(pdf: Pdf) -> None:
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("words")))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=Array([layer]), Order=Array([layer])))
    pdf.pages[0].obj.Resources.Properties = Dictionary(L=layer)
    rewritten(lambda data: b"/OC /L BDC\n" + data + b"\nEMC", 0)(pdf)


def _attachment(pdf: Pdf) -> None:
    pdf.attachments["a.txt"] = b"text"


def _reversed(pdf: Pdf) -> None:
    document = elements(pdf, "Document")[0]
    document.K = Array(list(reversed(list(document.K))))


def _paragraphs_exchanged(pdf: Pdf) -> None:
    one, *_, other = some(elements(pdf, "P"), 2)
    one.K, other.K = Array(list(other.K)), Array(list(one.K))


def _emptied(role: str) -> Surgery:
    return lambda pdf: some([one for one in elements(pdf, role) if len(one.K)])[0].__setitem__("/K", Array())


def _figure(change: str | None) -> Surgery:
    def surgery(pdf: Pdf) -> None:
        figure = some(elements(pdf, "Figure"))[0]
        if change is None:
            del figure.Alt
        else:
            figure.Alt = String(change)

    return surgery


def _without_scopes(pdf: Pdf) -> None:
    for one in some(elements(pdf, "TH", "TD")):
        for key in ("/Scope", "/Headers"):
            if key in one.get("/A", {}):
                del one.A[key]


def _cell(role: str, key: str, value: Any) -> Surgery:
    return lambda pdf: some(elements(pdf, role))[-1].A.__setitem__(key, value)


def _other_heading(pdf: Pdf) -> None:
    cell = some([one for one in elements(pdf, "TD") if len(one.A.get("/Headers", ())) > 1])[0]
    column = [one.ID for one in elements(pdf, "TH") if one.A.get("/Scope") == Name.Column and "/ID" in one]
    cell.A.Headers = Array([some([one for one in column[:6] if one not in list(cell.A.Headers)])[-1]])


def _no_links(pdf: Pdf) -> None:
    some(links(pdf))
    for page in pdf.pages:
        if "/Annots" in page.obj:
            del page.obj.Annots


def _link_removed(pdf: Pdf) -> None:
    link = some(links(pdf))[-1]
    for page in pdf.pages:
        page.obj.Annots = Array([one for one in page.obj.get("/Annots", Array()) if one.objgen != link.objgen])


def _link_and_tag_removed(pdf: Pdf) -> None:
    link = some(links(pdf))[-1]
    _link_removed(pdf)
    for one in elements(pdf, "Link"):
        one.K = Array(
            [kid for kid in one.K if not (isinstance(kid, Dictionary) and kid.get("/Obj", link).objgen == link.objgen)]
        )


def _moved(link: Any) -> None:
    link.Rect = Array([float(side) + 40 for side in link.Rect])


def _to_first(pdf: Pdf) -> None:
    inside = some(links(pdf, "#"), 2)
    for one in inside:
        one.Dest = inside[0].Dest


def _to_first_with_words(pdf: Pdf) -> None:
    inside = some(links(pdf, "#"), 2)
    for one in inside:
        one.Dest, one.Contents = inside[0].Dest, inside[0].Contents


def _dests(pdf: Pdf) -> list[Any]:
    """Return the pairs of the name tree of places, as one list."""
    return list(pdf.Root.Names.Dests.Names)


def _places_on_one_page(pdf: Pdf) -> None:
    if len(pdf.pages) == 1:
        raise NothingToDamageError
    pairs = _dests(pdf)
    for place in pairs[1::2]:
        place[0] = pdf.pages[0].obj if place[0].objgen != pdf.pages[0].obj.objgen else pdf.pages[-1].obj


def _titled(pdf: Pdf) -> None:
    some(list(outline_items(pdf)))[0].Title = String("Other")


def _bookmark_elsewhere(pdf: Pdf) -> None:
    item = some(list(outline_items(pdf)))[0]
    item.Dest[0] = next(page.obj for page in pdf.pages if page.obj.objgen != item.Dest[0].objgen)


def _bookmark_acts(pdf: Pdf) -> None:
    some(list(outline_items(pdf)))[0].A = Dictionary(S=Name.URI, URI=String("https://evil.example/"))


def _bookmark_more(pdf: Pdf) -> None:
    with pdf.open_outline() as outline:
        outline.root.append(OutlineItem("More", 0))


def _xmp(old: bytes, new: bytes) -> Surgery:
    def surgery(pdf: Pdf) -> None:
        data = pdf.Root.Metadata.read_bytes()
        if old not in data:
            raise NothingToDamageError
        pdf.Root.Metadata.write(data.replace(old, new))

    return surgery


def _xmp_title(pdf: Pdf) -> None:
    title = str(pdf.docinfo["/Title"]).encode()
    _xmp(title, b"Another title")(pdf)


def _parent_tree(change: str) -> Surgery:
    def surgery(pdf: Pdf) -> None:
        root = pdf.Root.StructTreeRoot
        numbers = root.ParentTree.Nums
        if change == "gone":
            del root.ParentTree
        elif change == "marks":
            marks = numbers[1]
            marks[0], marks[len(marks) - 1] = marks[len(marks) - 1], marks[0]
        elif change == "links":
            numbers[len(numbers) - 1] = numbers[1][0]
        else:
            numbers[1] = Array(list(numbers[1])[:-1])

    return surgery


def _pages_numbered_otherwise(pdf: Pdf) -> None:
    one, other = pdf.pages[0].obj, pdf.pages[1].obj
    one.StructParents, other.StructParents = int(other.StructParents), int(one.StructParents)


def _mark(change: str) -> Surgery:
    def surgery(pdf: Pdf) -> None:
        held = some([one for one in elements(pdf, "Span") if len(one.K) and not isinstance(one.K[0], Dictionary)], 2)
        if change == "twice":
            held[0].K = Array([held[0].K[0], held[1].K[0]])
        elif change == "gone":
            held[0].K = Array()
        else:
            held[0].K = Array([9999])

    return surgery


def _artifact(data: bytes) -> bytes:
    """Return a content whose first marked piece is an artifact."""
    start = data.index(b"/MCID")
    begin, end = data.rindex(b"\n", 0, start), data.index(b"BDC", start)
    return data[:begin] + b"\n/Artifact BMC" + data[end + 3 :]


def _other_words(data: bytes) -> bytes:
    return data.replace(b"/MCID", b"/ActualText (Call 911) /MCID", 1)


def _tagged(key: str, value: Any, role: str = "P") -> Surgery:
    return lambda pdf: some(elements(pdf, role))[0].__setitem__(key, value)


def _merged_lists(pdf: Pdf) -> None:
    one, *others = some([one for one in elements(pdf, "L") if len(one.K) > 1], 2)
    for item in others[0].K:
        item.P = one
    one.K = Array([*one.K, *others[0].K])
    others[0].K = Array()


def _merged_items(pdf: Pdf) -> None:
    of = some([one for one in elements(pdf, "L") if len(one.K) > 1])[0]
    first, second, *rest = list(of.K)
    for kid in second.K:
        kid.P = first
    first.K = Array([*first.K, *second.K])
    of.K = Array([first, *rest])


def _split_table(pdf: Pdf) -> None:
    row = some([one for one in elements(pdf, "TR") if len(one.K) > 1])[0]
    row.K = Array(list(row.K)[:-1])


def _wrong_parent(pdf: Pdf) -> None:
    one, *_, other = some(elements(pdf, "P"), 2)
    one.P = other


def _programs_exchanged(pdf: Pdf) -> None:
    one, other = some(fonts(pdf), 2)[:2]
    first, second = program(one).read_bytes(), program(other).read_bytes()
    program(one).write(second)
    program(other).write(first)


def _codes_exchanged(pdf: Pdf) -> None:
    font = with_glyph(pdf, "08")
    zero, eight = (b"<%04x> <%04x>" % (glyph_of(font, one), ord(one)) for one in "08")
    swapped = (b"<%04x> <%04x>" % (glyph_of(font, one), ord(other)) for one, other in ("08", "80"))
    new_zero, new_eight = swapped
    mapped(font, lambda data: data.replace(zero, b"@").replace(eight, new_eight).replace(b"@", new_zero))


def _glyphs_mapped(pdf: Pdf) -> None:
    font = with_glyph(pdf, "08")
    size = max(glyph_of(font, one) for one in "08") + 200
    table = [number.to_bytes(2) for number in range(size)]
    zero, eight = glyph_of(font, "0"), glyph_of(font, "8")
    table[zero], table[eight] = table[eight], table[zero]
    font.DescendantFonts[0].CIDToGIDMap = pdf.make_stream(b"".join(table))


def _narrower(pdf: Pdf) -> None:
    widths = fonts(pdf)[0].DescendantFonts[0].W
    widths[1] = Array([float(width) * 0.5 for width in widths[1]])


def _typed_otherwise(pdf: Pdf) -> None:
    """Show an 8 wherever the words have a 0."""
    font = with_glyph(pdf, "08")
    zero, eight = b"%04x" % glyph_of(font, "0"), b"%04x" % glyph_of(font, "8")
    rewritten(lambda data: data.replace(zero, eight).replace(zero.upper(), eight.upper()))(pdf)


def _without_drawings(pdf: Pdf) -> None:
    figure = some([one for one in elements(pdf, "Figure") if not isinstance(one.K[0], Dictionary)])[0]
    page = next(number for number, one in enumerate(pdf.pages) if one.obj.objgen == figure.Pg.objgen)

    def change(data: bytes) -> bytes:
        start = data.index(b"BDC", re.search(rb"/MCID %d\b" % int(figure.K[0]), data).start()) + 3  # type: ignore[union-attr]
        return data[:start] + b"\n" + data[data.index(b"EMC", start) :]

    rewritten(change, page)(pdf)


def _scripts_by_name(pdf: Pdf) -> None:
    names = pdf.Root.get("/Names", Dictionary())
    names.JavaScript = Dictionary(Names=Array([String("a"), script()]))
    pdf.Root.Names = names


def _form_field(pdf: Pdf) -> None:
    annotation("Widget", FT=Name.Tx, T=String("name"))(pdf)
    pdf.Root.AcroForm = Dictionary(Fields=Array([pdf.pages[0].obj.Annots[-1]]))


TOLD: Mapping[str, Surgery] = {
    # the pages
    "a page is turned": on_page("/Rotate", 90),
    "pages are exchanged": _pages("exchanged"),
    "a page is dropped": _pages("dropped"),
    "a page stands twice": _pages("twice"),
    "a unit of its own": on_page("/UserUnit", 2),
    "a page is cropped": on_page("/CropBox", Array([100, 100, 400, 400])),
    "a page shows more than the sheet": on_page("/MediaBox", Array([-72, -72, 1296, 1296])),
    "all words are invisible": rewritten(lambda data: b"3 Tr\n" + data),
    "white over everything": over(WHITE),
    "white over one side": over(b"1 1 1 rg 0 0 400 3000 re f"),
    "words are pale": rewritten(lambda data: data.replace(b" rg\n", b" rg 0.93 g\n")),
    "a layer that is off": _layer_off,
    "a layer that nobody asked for": in_catalog("/OCProperties", Dictionary(OCGs=Array(), D=Dictionary())),
    "a page moves when it is shown": on_page("/Trans", Dictionary(S=Name.Dissolve)),
    "data of another program": on_page("/PieceInfo", Dictionary(A=Dictionary(Private=1))),
    "no page labels": out_of_catalog("/PageLabels"),
    "addresses begin elsewhere": in_catalog("/URI", Dictionary(Base=String("https://evil.example/"))),
    # fonts
    "a font is not in the file": _without_program,
    "a font does not say its characters": lambda pdf: fonts(pdf)[0].__delitem__("/ToUnicode"),
    "0 is drawn as 8": redrawn("08", swapped_outlines),
    "a letter is drawn as another": redrawn("ae", swapped_outlines),
    "a letter is not drawn": redrawn("e", emptied_outline),
    "a point of a letter is moved": redrawn("n", moved_point),
    "two fonts have each other's outlines": _programs_exchanged,
    "0 is read as 8": _codes_exchanged,
    "glyphs by another table": _glyphs_mapped,
    "letters are narrower": _narrower,
    "8 stands where 0 was typed": _typed_otherwise,
    # the tags
    "tags in reverse": _reversed,
    "two paragraphs are exchanged": _paragraphs_exchanged,
    "a paragraph is emptied": _emptied("P"),
    "a picture has no text": _figure(None),
    "a picture has an empty text": _figure(""),
    "a picture is called picture": _figure("picture"),
    "two pictures have each other's texts": lambda pdf: exchanged(elements(pdf, "Figure"), "/Alt"),
    "a picture is no picture": made("Figure", into="Span"),
    "no language": out_of_catalog("/Lang"),
    "another language": in_catalog("/Lang", String("de")),
    "a paragraph in another language": _tagged("/Lang", String("fr")),
    "not marked as tagged": out_of_catalog("/MarkInfo"),
    "the title is not shown": in_catalog("/ViewerPreferences", Dictionary()),
    "no tags": out_of_catalog("/StructTreeRoot"),
    "the first heading is of level 4": lambda pdf: some(elements(pdf, "H2"))[0].__setitem__("/S", Name.H4),
    "headings of level 2 are paragraphs": made("H2", into="P"),
    "headings of level 2 are of level 1": made("H2", into="H1"),
    "the last heading of level 2 is a paragraph": first_made("H2", "P"),
    "the title is of level 2": made("H1", into="H2"),
    "a paragraph is a heading": first_made("P", "H2"),
    "lists are divisions": lambda pdf: [made(role, into="Div")(pdf) for role in ("L", "LI", "LBody")],
    "lists are spans": made("L", into="Span"),
    "an item is a division": first_made("LI", "Div"),
    "two lists are one": _merged_lists,
    "two items are one": _merged_items,
    "tables are divisions": lambda pdf: [made(role, into="Div")(pdf) for role in ("Table", "THead", "TR", "TH", "TD")],
    "heading cells are cells": made("TH", into="TD"),
    "one heading cell is a cell": first_made("TH", "TD"),
    "cells are heading cells": made("TD", into="TH"),
    "rows are divisions": made("TR", into="Div"),
    "the head of a table is a body": made("THead", into="TBody"),
    "a caption is a paragraph": made("Caption", into="P"),
    "headings head nothing": _without_scopes,
    "a heading of a row is a column's": lambda pdf: some([one for one in elements(pdf, "TH") if one.A.get("/Scope") == Name.Row])[0].A.__setitem__("/Scope", Name.Column),
    "a cell spans two columns": _cell("TD", "/ColSpan", 2),
    "a cell names no heading": lambda pdf: some([one for one in elements(pdf, "TD") if len(one.A.get("/Headers", ()))])[0].A.__setitem__("/Headers", Array()),
    "a cell names a heading of another column": _other_heading,
    "a row lacks its last cell": _split_table,
    "links are spans": made("Link", into="Span"),
    "one link is a span": first_made("Link", "Span"),
    "roles stand for others": lambda pdf: pdf.Root.StructTreeRoot.__setitem__("/RoleMap", Dictionary(H1=Name.P)),
    "a paragraph is heard otherwise": _tagged("/ActualText", String("Call 911")),
    "a mark is heard otherwise": rewritten(_other_words, 0),
    "an abbreviation is heard otherwise": _tagged("/E", String("something else")),
    "words are an artifact": rewritten(_artifact, 0),
    "an element names another as its parent": _wrong_parent,
    # tags and pages
    "no parent tree": _parent_tree("gone"),
    "two marks have each other's parents": _parent_tree("marks"),
    "a link has another parent": _parent_tree("links"),
    "a mark has no parent": _parent_tree("short"),
    "pages have each other's numbers": _pages_numbered_otherwise,
    "a mark is in two elements": _mark("twice"),
    "a mark is in no element": _mark("gone"),
    "a mark that no page has": _mark("far"),
    "no order for the tab key": lambda pdf: some([one.obj for one in pdf.pages if "/Tabs" in one.obj])[0].__delitem__("/Tabs"),
    "drawings are not painted": _without_drawings,
    # links
    "no links": _no_links,
    "one link is gone": _link_removed,
    "one link is gone from page and tags": _link_and_tag_removed,
    "links lie elsewhere": each_link(_moved),
    "one link lies elsewhere": one_link(_moved),
    "two links have each other's areas": lambda pdf: exchanged(links(pdf), "/Rect"),
    "another digit is called": one_link(lambda link: link.A.__setitem__("/URI", String("tel:998")), "tel:"),
    "another help line of the page is called": lambda pdf: exchanged([one.A for one in links(pdf, "tel:")], "/URI"),
    "another site is opened": one_link(lambda link: link.A.__setitem__("/URI", String("https://evil.example/")), "https:"),
    "a site is opened without encryption": one_link(lambda link: link.A.__setitem__("/URI", String(str(link.A.URI).replace("https:", "http:"))), "https:"),
    "links lead to the first source": _to_first,
    "links lead to the first source and say so": _to_first_with_words,
    "links lead nowhere": each_link(lambda link: link.__setitem__("/Dest", String("nowhere")), "#"),
    "places lie on other pages": _places_on_one_page,
    "links do not say what they do": each_link(lambda link: link.__delitem__("/Contents")),
    "one link says something else": one_link(lambda link: link.__setitem__("/Contents", String("Call 912"))),
    # what acts
    "a script when the file opens": in_catalog("/OpenAction", script()),
    "scripts by name": _scripts_by_name,
    "a script at an event of the file": in_catalog("/AA", Dictionary(WC=script())),
    "a script at an event of a page": on_page("/AA", Dictionary(O=script())),
    "a script in a link": on_link(A=script()),
    "a script at an event of a link": on_link(AA=Dictionary(U=script())),
    "a script before a link opens": on_link(PA=script()),
    "a script after a link opened": one_link(lambda link: link.A.__setitem__("/Next", script()), "tel:"),
    "a link starts a program": on_link(A=Dictionary(S=Name.Launch, F=String("a.exe"))),
    "a link opens another file": on_link(A=Dictionary(S=Name.GoToR, F=String("a.pdf"), D=Array([0, Name.Fit]))),
    "a link sends a form": on_link(A=Dictionary(S=Name.SubmitForm, F=String("https://evil.example/"))),
    "a link takes in data": on_link(A=Dictionary(S=Name.ImportData, F=String("a.fdf"))),
    "a link hides something": on_link(A=Dictionary(S=Name.Hide, T=String("a"))),
    "a link shows a rendition": on_link(A=Dictionary(S=Name.Rendition, OP=0)),
    "a link is hidden": on_link(F=2),
    "a link is not shown on screens": on_link(F=32),
    "a link lies on a layer": on_link(OC=Dictionary(Type=Name.OCG, Name=String("a"))),
    "a note": annotation("Text", Contents=String("Call 911 instead")),
    "a hidden note": annotation("Text", Contents=String("x"), F=2),
    "a stamp": annotation("Stamp", Name=Name.Approved),
    "words in a note on the page": annotation("FreeText", Contents=String("not approved"), DA=String("0 g")),
    "media": annotation("RichMedia", RichMediaContent=Dictionary()),
    "a screen for media": annotation("Screen"),
    "a sound": annotation("Sound", Sound=Dictionary()),
    "a movie": annotation("Movie", Movie=Dictionary(F=String("a.mov"))),
    "a form field": _form_field,
    "an attachment": _attachment,
    "an attachment on the page": annotation("FileAttachment", FS=FILE),
    "an associated file": in_catalog("/AF", Array([FILE])),
    "a portfolio": in_catalog("/Collection", Dictionary()),
    # what it says of itself
    "no metadata": out_of_catalog("/Metadata"),
    "metadata that cannot be read": lambda pdf: pdf.Root.Metadata.write(b"<x"),
    "no claim of PDF/UA": _xmp(b'pdfuaid:part="1"', b""),
    "a claim of PDF/UA-2": _xmp(b'pdfuaid:part="1"', b'pdfuaid:part="2"'),
    "another title in the metadata": _xmp_title,
    "another title": lambda pdf: pdf.docinfo.__setitem__("/Title", "Other"),
    # bookmarks
    "no bookmarks": out_of_catalog("/Outlines"),
    "a bookmark is called otherwise": _titled,
    "a bookmark leads to another page": _bookmark_elsewhere,
    "a bookmark opens a site": _bookmark_acts,
    "a bookmark more": _bookmark_more,
}  # fmt: skip
"""What must be told of a file that was good."""

HARMLESS: Mapping[str, Surgery] = {
    "the page at 99 per cent": rewritten(lambda data: b".99 0 0 .99 0 0 cm\n" + data),
    "written anew": lambda _: None,
    "who wrote it": lambda pdf: pdf.docinfo.__setitem__("/Producer", "Another program"),
}
"""What may stay untold: a reader sees and hears the same."""

ELSEWHERE: Mapping[str, Surgery] = {
    "links have no height": each_link(
        lambda link: link.__setitem__("/Rect", Array([link.Rect[0], link.Rect[1], link.Rect[2], link.Rect[1]]))
    )
}
"""What the check of areas looks at."""
