"""Foreign contents: what somebody else's PDF holds beside what is painted, and what of its painting cannot be taken over as it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Operator, Stream

ObjGen = tuple[int, int]
"""What an indirect object of a file is known by."""

MARKING = frozenset({"BMC", "BDC", "EMC", "MP", "DP"})
"""The operators of marked content (ISO 32000-1, 14.6): they belong to tags, or to layers, which stay behind."""

NOT_PAINTED = (
    "/PieceInfo", "/StructParent", "/StructParents", "/Metadata", "/OC", "/AF", "/OPI", "/Alternates", "/LastModified", "/AA", "/Ref",
)  # fmt: skip
"""Entries of forms and pictures that paint nothing."""

SIMPLE = frozenset({"/Type1", "/MMType1", "/TrueType"})
"""Kinds of fonts that hold their outlines in a file of their own; a Type 3 font draws its letters itself (9.6.5)."""


def left_behind(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Yield in words what ``pdf`` holds that is not placed."""
    root, names = pdf.Root, pdf.Root.get("/Names", Dictionary())
    notes = [note for page in pdf.pages for note in page.obj.get("/Annots", ()) if isinstance(note, Dictionary)]
    if _acts(root, names, pdf, notes):
        yield "what runs in it (scripts, actions)"
    files = sum(note.get("/Subtype") == Name.FileAttachment for note in notes)
    if files or "/EmbeddedFiles" in names or "/AF" in root:
        yield "the files that are attached to it"
    fields = sum(note.get("/Subtype") == Name.Widget for note in notes)
    if fields or "/AcroForm" in root:
        yield f"its form: {_counted(fields, 'field')}, printed and not filled in on the screen"
    links = sum(note.get("/Subtype") == Name.Link for note in notes)
    if links:
        yield f"{_counted(links, 'link')}: nothing on its pages can be touched"


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _acts(root: Any, names: Any, pdf: pikepdf.Pdf, notes: list[Any]) -> bool:
    """Whether something in the file does something but open an address or go to a page when a link is touched."""
    opened = root.get("/OpenAction")
    runs = isinstance(opened, Dictionary) and opened.get("/S") != Name.GoTo
    if runs or "/AA" in root or "/JavaScript" in names or any("/AA" in page.obj for page in pdf.pages):
        return True
    actions = [note.get("/A", Dictionary()) for note in notes]
    return any("/AA" in note for note in notes) or any(
        one.get("/S", Name.URI) not in {Name.URI, Name.GoTo} for one in actions
    )


def layers_told(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Yield the names of layers of ``pdf`` that are switched off (8.11): what is on them would be printed."""
    held = pdf.Root.get("/OCProperties", Dictionary())
    default = held.get("/D", Dictionary())
    off = {one.objgen for one in default.get("/OFF", ())}
    shown = {one.objgen for one in default.get("/ON", ())}
    for layer in held.get("/OCGs", ()):
        if layer.objgen in off or (default.get("/BaseState") == Name.OFF and layer.objgen not in shown):
            yield str(layer.get("/Name", "without a name"))


def cleaned(form: Any, seen: set[ObjGen]) -> None:
    """Take marks and entries that paint nothing out of ``form`` and whatever it draws, but for what was ``seen`` before, and note that.

    Raise ``pikepdf.PdfError`` where it cannot be read.
    """
    for one in _reached(form, seen):
        for key in NOT_PAINTED:
            if key in one:
                del one[key]
        if isinstance(one, Stream) and (one.get("/Subtype") == Name.Form or one.get("/PatternType") == 1):
            parts = [*pikepdf.parse_content_stream(one)]
            content = [part for part in parts if part.operator not in _MARKING]
            if len(content) < len(parts) or not parts:
                one.write(
                    pikepdf.unparse_content_stream(content) or b" "
                )  # MuPDF takes a packed stream of nothing for damaged


_MARKING = [Operator(name) for name in sorted(MARKING)]


def faces_told(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Yield each font of ``pdf`` with what it lacks: its outlines, or what its letters are."""
    told: dict[str, None] = {}
    seen: set[ObjGen] = set()
    for page in pdf.pages:
        for one in _reached(page.obj.Resources, seen):
            lacks = _lacks(one)
            if lacks:
                told[f"{str(one.get('/BaseFont', '/a font')).removeprefix('/')} ({lacks})"] = None
    yield from told


def _lacks(font: Any) -> str:
    kind = str(font.get("/Subtype", ""))
    if kind in SIMPLE:
        return "" if _embedded(font) else "not embedded"
    if kind != "/Type0":
        return ""
    if not all(_embedded(one) for one in font.get("/DescendantFonts", ())):
        return "not embedded"
    named = str(font.get("/Encoding", "")) not in {"/Identity-H", "/Identity-V"}
    return "" if "/ToUnicode" in font or named else "does not say which letters it sets"


def _embedded(font: Any) -> bool:
    return any(name in font.get("/FontDescriptor", Dictionary()) for name in ("/FontFile", "/FontFile2", "/FontFile3"))


def _reached(thing: Any, seen: set[ObjGen]) -> Iterator[Any]:
    """Yield every dictionary and stream that ``thing`` leads to, itself included, but for those ``seen``; no page that something points back to."""
    waiting = [thing]
    while waiting:
        one = waiting.pop()
        if isinstance(one, Array):
            waiting += [part for part in one if isinstance(part, Array | Dictionary | Stream)]
            continue
        if one.is_indirect:
            if one.objgen in seen:
                continue
            seen.add(one.objgen)
        if one.get("/Type") in {Name.Page, Name.Pages, Name.Catalog}:
            continue
        yield one
        waiting += [
            part for key, part in one.items() if key != "/Parent" and isinstance(part, Array | Dictionary | Stream)
        ]
