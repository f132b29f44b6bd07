"""What a finished PDF file says of itself: sizes, fonts, words, structure, ways in. Read with pypdf; words with PDFium."""

from __future__ import annotations

import ctypes
import io
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
import zxingcpp
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NumberObject


def squeezed(text: str) -> str:
    """Return ``text`` as it can be compared: compatible forms made one (NFKC), without spaces and signs that nobody sees."""
    return "".join(sign for sign in unicodedata.normalize("NFKC", text) if unicodedata.category(sign)[0] not in "CZ")


@dataclass(frozen=True)
class Element:
    """One element of the structure tree, with its own and its kids' words in order."""

    tag: str
    content: tuple[Element | str, ...]
    attributes: dict[str, Any] = field(default_factory=dict)
    alt: str = ""
    language: str = ""
    name: str = ""
    """What other elements call it by."""
    actual: str = ""
    """What is read in its place."""

    @property
    def kids(self) -> tuple[Element, ...]:
        """The elements inside it."""
        return tuple(kid for kid in self.content if isinstance(kid, Element))

    @property
    def text(self) -> str:
        """All words inside it, in order."""
        return " ".join(" ".join(kid if isinstance(kid, str) else kid.text for kid in self.content).split())

    def all(self, *tags: str) -> Iterator[Element]:
        """Yield every element inside it (itself included) that has one of ``tags``; without any, every element."""
        if not tags or self.tag in tags:
            yield self
        for kid in self.kids:
            yield from kid.all(*tags)


@dataclass(frozen=True)
class Link:
    """A link: the page it is on (from 1), and the address or the page (from 1) that it leads to."""

    page: int
    uri: str = ""
    target: str = ""
    to_page: int = 0


class Facts:
    """The facts of one finished file."""

    def __init__(self, data: bytes) -> None:
        """Open ``data``."""
        self.data = data
        self.file: Any = PdfReader(io.BytesIO(data), strict=True)
        self.catalog: Any = self.file.root_object
        self.title = self.file.metadata.title if self.file.metadata else None
        self.language = self.catalog.get("/Lang")
        self.labels = list(self.file.page_labels)

    @property
    def information(self) -> dict[str, str]:
        """The document information dictionary."""
        return {key: str(value) for key, value in (self.file.metadata or {}).items()}

    @property
    def preferences(self) -> dict[str, Any]:
        """What the file asks of a viewer."""
        return dict(_plain(self.catalog.get("/ViewerPreferences", {})))

    @property
    def sizes(self) -> list[tuple[float, float]]:
        """Width and height of each trim box, in pt."""
        return [(float(page.trimbox.width), float(page.trimbox.height)) for page in self.file.pages]

    @property
    def boxes(self) -> list[dict[str, tuple[float, ...]]]:
        """The boxes that each page writes down, in pt."""
        return [
            {name: tuple(map(float, page[name])) for name in page if name.endswith("Box")} for page in self.file.pages
        ]

    @property
    def fonts(self) -> dict[str, bool]:
        """Every font, by its name without the subset's prefix, and whether its program is in the file."""
        found = {}
        for item in self._objects():
            if item.get("/Type") == "/FontDescriptor":
                name = str(item["/FontName"]).removeprefix("/").rpartition("+")[2]
                found[name] = any(f"/FontFile{kind}" in item for kind in ("", "2", "3"))
            elif item.get("/Type") == "/Font" and not {"/DescendantFonts", "/FontDescriptor"} & set(item):
                found[str(item.get("/BaseFont"))] = False
        return found

    @cached_property
    def texts(self) -> list[str]:
        """The words of each page in the order in which they are drawn."""
        document = pypdfium2.PdfDocument(self.data)
        try:
            return [" ".join(_hyphens(page.get_textpage().get_text_range()).split()) for page in document]
        finally:
            document.close()

    @cached_property
    def tree(self) -> Element:
        """The structure tree's document element."""
        kids = _list(_plain(self.catalog["/StructTreeRoot"]).get("/K"))
        pages = {
            page.indirect_reference.idnum: number
            for number, page in enumerate(self.file.pages)
            if page.indirect_reference
        }
        return self._element(_plain(kids[0]), self._marked, pages, 0)

    @property
    def outline(self) -> list[tuple[int, str, int]]:
        """The bookmarks: depth, title, page (from 1)."""
        return list(self._bookmarks(self.file.outline, 0))

    @property
    def links(self) -> list[Link]:
        """Every link annotation."""
        named = self.file.named_destinations
        found = []
        for number, page in enumerate(self.file.pages, 1):
            for reference in page.get("/Annots", ()):
                annotation = reference.get_object()
                assert annotation["/Subtype"] in {"/Link", "/Widget"}, annotation
                if annotation["/Subtype"] == "/Widget":
                    continue
                if "/Dest" in annotation:
                    name = str(annotation["/Dest"])
                    to = self.file.get_destination_page_number(named[name]) if name in named else None
                    found.append(Link(number, target=name, to_page=(to or 0) + 1 if to is not None else 0))
                else:
                    action = annotation["/A"].get_object()
                    assert action["/S"] == "/URI", action
                    found.append(Link(number, uri=str(action["/URI"])))
        return found

    @cached_property
    def codes(self) -> dict[str, int]:
        """Where each QR code leads, with its page (from 1): read off the drawn pages at 300 dots an inch, as a camera would."""
        document = pypdfium2.PdfDocument(self.data)
        try:
            pictures = [page.render(scale=300 / 72, grayscale=True).to_pil() for page in document]
        finally:
            document.close()
        return {
            found.text: number for number, drawn in enumerate(pictures, 1) for found in zxingcpp.read_barcodes(drawn)
        }

    def picture(self, page: int, scale: float = 1) -> bytes:
        """Return page number ``page`` (from 1) as grey pixels, row by row."""
        document = pypdfium2.PdfDocument(self.data)
        try:
            return bytes(document[page - 1].render(scale=scale, grayscale=True).buffer)
        finally:
            document.close()

    def places(self, page: int, words: str) -> list[tuple[float, float, float, float]]:
        """Return where ``words`` stand on ``page`` (from 1): left, bottom, right and top of each in pt, down the page."""
        document = pypdfium2.PdfDocument(self.data)
        try:
            text = document[page - 1].get_textpage()
            search, found = text.search(words), []
            while match := search.get_next():
                first, count = match
                boxes = [text.get_charbox(number) for number in range(first, first + count)]
                found.append((boxes[0][0], min(box[1] for box in boxes), boxes[-1][2], max(box[3] for box in boxes)))
        finally:
            document.close()
        return sorted(found, key=lambda box: (-box[3], box[0]))

    def type_sizes(self, page: int) -> list[tuple[str, float]]:
        """Return each run of words on ``page`` (from 1), squeezed, with the size that it is set in, in pt."""
        sizes: list[tuple[str, float]] = []

        def note(text: str, matrix: Any, words: Any, _: Any, size: float) -> None:
            if text.strip():
                sizes.append((squeezed(text), round(abs(size * words[3] * matrix[3]), 1)))

        self.file.pages[page - 1].extract_text(visitor_text=note)
        return sizes

    def _objects(self) -> Iterator[DictionaryObject]:
        for number in range(1, int(self.file.trailer["/Size"])):
            item = self.file.get_object(number)
            if isinstance(item, DictionaryObject):
                yield item

    def _bookmarks(self, items: Any, depth: int) -> Iterator[tuple[int, str, int]]:
        for item in items:
            if isinstance(item, list):
                yield from self._bookmarks(item, depth + 1)
            else:
                yield depth, str(item.title), (self.file.get_destination_page_number(item) or 0) + 1

    @cached_property
    def _marked(self) -> dict[tuple[int, int], str]:
        """The words of each marked piece of content, by page (from 0) and mark."""
        words: dict[tuple[int, int], str] = {}
        document = pypdfium2.PdfDocument(self.data)
        try:
            for number, page in enumerate(document):
                textpage = page.get_textpage()
                for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT], max_depth=4):
                    mark = pdfium.FPDFPageObj_GetMarkedContentID(item)
                    if mark >= 0:
                        words[number, mark] = f"{words.get((number, mark), '')} {_text(item, textpage)}"
        finally:
            document.close()
        return words

    def _element(self, node: Any, marked: dict[tuple[int, int], str], pages: dict[int, int], page: int) -> Element:
        page = _page(node, pages, page)
        content: list[Element | str] = []
        for kid in _list(node.get("/K")):
            item = _plain(kid)
            if isinstance(item, NumberObject):
                content.append(marked.get((page, int(item)), ""))
            elif item.get("/Type") == "/MCR":
                content.append(marked.get((_page(item, pages, page), int(item["/MCID"])), ""))
            elif item.get("/Type") != "/OBJR":
                content.append(self._element(item, marked, pages, page))
        return Element(
            str(node["/S"]).removeprefix("/"),
            tuple(content),
            {key: value for each in _list(node.get("/A")) for key, value in _plain(each).items()},
            str(node.get("/Alt", "")),
            str(node.get("/Lang", "")),
            str(node.get("/ID", "")),
            str(node.get("/ActualText", "")),
        )


def _plain(value: Any) -> Any:
    return value.get_object() if isinstance(value, IndirectObject) else value


def _list(value: Any) -> list[Any]:
    value = _plain(value)
    if value is None:
        return []
    return list(value) if isinstance(value, ArrayObject) else [value]


def _page(node: Any, pages: dict[int, int], default: int) -> int:
    reference = node.raw_get("/Pg") if "/Pg" in node else None
    return pages[reference.idnum] if isinstance(reference, IndirectObject) else default


def _text(item: Any, textpage: Any) -> str:
    size = pdfium.FPDFTextObj_GetText(item, textpage, None, 0)
    buffer = ctypes.create_string_buffer(size)
    pdfium.FPDFTextObj_GetText(item, textpage, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), size)
    return _hyphens(buffer.raw[: size - 2].decode("utf-16-le").replace("\0", ""))


def _hyphens(text: str) -> str:
    """Return ``text`` with the hyphens at line ends as they are printed: PDFium takes each for a word divided and marks it."""
    return text.replace("\ufffe", "-").replace("\x02", "-")
