"""Foreign reading: the bytes of somebody else's PDF into pages that can be placed, and in words whatever speaks against that.

Each page becomes one form (ISO 32000-1, 8.10) that paints what is seen of it, upright. What acts in the file stays behind: of a page only
its content is taken, with what its form fields and stamps show. Tags stay behind, too, for they would be those of another document.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import pikepdf
import pypdfium2
from pikepdf import Array, Dictionary

from brochures.resolve.foreign_contents import ObjGen, cleaned, faces_told, layers_told, left_behind
from brochures.resolve.foreign_file import PAGE, ForeignPage


class UnreadableError(ValueError):
    """The file cannot be placed; the text says why, ``mend`` what is to be done."""

    def __init__(self, why: str, mend: str) -> None:
        """Keep both."""
        super().__init__(why)
        self.mend = mend


SAVED = "open it in the program that made it, and save it as PDF once more"
FREED = "ask whoever made it for a copy without password and restrictions"


@dataclass(frozen=True)
class ForeignReading:
    """What was read: ``pages`` as they are seen, ``data`` with a form for each, and what is to be told, in words.

    ``repaired`` is how often the reader had to guess; ``left`` what stays behind; ``turned`` the pages that are stored turned; ``faces``
    and ``layers`` what cannot be printed as it is seen; ``tagged`` whether the file had tags.
    """

    pages: tuple[ForeignPage, ...]
    data: bytes = field(repr=False)
    repaired: int
    left: tuple[str, ...]
    turned: tuple[int, ...]
    faces: tuple[str, ...]
    layers: tuple[str, ...]
    tagged: bool


def read_foreign(data: bytes) -> ForeignReading:
    """Return what ``data`` holds. Raise ``UnreadableError`` where there are no pages in it that could be placed."""
    if b"%PDF-" not in data[:1024]:
        raise UnreadableError("is no PDF file: it does not begin as one", SAVED)
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            return _read(pdf)
    except pikepdf.PasswordError as wrong:
        raise UnreadableError("is encrypted: it opens with a password only", FREED) from wrong
    except (pikepdf.PdfError, pypdfium2.PdfiumError, ValueError, KeyError, TypeError, AttributeError) as wrong:
        if isinstance(wrong, UnreadableError):
            raise
        raise UnreadableError("is damaged, and cannot be repaired", SAVED) from wrong


def _read(pdf: pikepdf.Pdf) -> ForeignReading:
    if pdf.is_encrypted:
        raise UnreadableError("is encrypted: who made it does not want it copied or changed", FREED)
    if not len(pdf.pages):
        raise UnreadableError("has no pages", SAVED)
    left, tagged = tuple(left_behind(pdf)), "/StructTreeRoot" in pdf.Root
    turned = tuple(number for number, page in enumerate(pdf.pages, 1) if int(page.obj.get("/Rotate", 0)) % 360)
    layers = tuple(layers_told(pdf))
    if "/AcroForm" in pdf.Root and _unshown(pdf):
        pdf.Root.AcroForm.NeedAppearances = True
        pdf.generate_appearance_streams()
    pdf.flatten_annotations("print")
    placed, sizes = _upright(pdf)
    repaired = len(pdf.get_warnings())
    faces = tuple(faces_told(placed))
    written = io.BytesIO()
    placed.save(written, deterministic_id=True)
    whole = written.getvalue()
    pages = tuple(
        ForeignPage(number, *size, words)
        for number, (size, words) in enumerate(zip(sizes, words_of(whole), strict=True), 1)
    )
    return ForeignReading(pages, whole, repaired, left, turned, faces, layers, tagged)


def _unshown(pdf: pikepdf.Pdf) -> bool:
    """Whether a field of ``pdf`` has a value and does not say how that looks: programs then set it by themselves."""
    notes = [note for page in pdf.pages for note in page.obj.get("/Annots", ())]
    asked = pdf.Root.AcroForm.get("/NeedAppearances", False)
    return bool(asked) or any("/V" in note and "/AP" not in note for note in notes if isinstance(note, Dictionary))


def _upright(pdf: pikepdf.Pdf) -> tuple[pikepdf.Pdf, Sequence[tuple[float, float]]]:
    """Return a new file with what is seen of each page of ``pdf`` as a form, and how wide and high each is in pt."""
    placed, sizes, seen = pikepdf.new(), [], set[ObjGen]()
    for page in pdf.pages:
        form = placed.copy_foreign(pdf.make_indirect(page.as_form_xobject()))
        cleaned(form, seen)
        left, bottom, right, top = _seen(form)
        if right - left < 1 or top - bottom < 1:
            raise UnreadableError("has a page without area", SAVED)
        size = round(right - left, 3), round(top - bottom, 3)
        own = placed.add_blank_page(page_size=size)
        own.obj.Resources = Dictionary(XObject=Dictionary({PAGE: form}))
        moved = f"q 1 0 0 1 {-left:.4f} {-bottom:.4f} cm {PAGE} Do Q"
        own.obj.Contents = placed.make_stream(moved.encode())
        sizes.append(size)
    return placed, sizes


def _seen(form: Any) -> tuple[float, float, float, float]:
    """Return where ``form`` paints, left, bottom, right and top in pt: its box, turned and scaled as its matrix wants it."""
    xs, ys = (sorted(float(edge) for edge in pair) for pair in (list(form.BBox)[0::2], list(form.BBox)[1::2]))
    form.BBox = Array([xs[0], ys[0], xs[1], ys[1]])
    matrix = pikepdf.Matrix(form.get("/Matrix", Array([1, 0, 0, 1, 0, 0])))
    corners = [matrix.transform((x, y)) for x in xs for y in ys]
    across, up = zip(*corners, strict=True)
    return min(across), min(up), max(across), max(up)


def words_of(data: bytes) -> Iterator[str]:
    """Yield what PDFium reads on each page of ``data``, in its order, one space between words."""
    document = pypdfium2.PdfDocument(data)
    try:
        for page in document:
            width, height = page.get_size()
            yield spoken(page.get_textpage().get_text_bounded(0, 0, width, height))
    finally:
        document.close()


HYPHENS = ("\x02", "\ufffe", "\N{SOFT HYPHEN}")
"""What PDFium returns for a dash at the end of a line, whichever it is: it takes it for a word that was parted."""


def spoken(text: str) -> str:
    """Return ``text`` as it can be read out, without signs that nobody sees.

    A dash at the end of a line stays one: nobody knows whether it parts a word or stands between two numbers, and "5-10" must not become "510".
    """
    for hyphen in HYPHENS:
        text = text.replace(f"{hyphen}\r\n", "-").replace(hyphen, "-")
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
