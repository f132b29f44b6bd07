"""Foreign pages: those of somebody else's PDF are drawn where the layout left their places free, as forms (ISO 32000-1, 8.10).

A place is a figure of the structure tree that carries ``data-foreign`` of its HTML: the digest of the file and the number of the page.
What is drawn stands inside of the figure's own mark, so that its alternative text is read in place of it. The tree is mended behind this,
where the figure still carries what its HTML said.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pikepdf
from pikepdf import Array, ContentStreamInstruction, Dictionary, Matrix, Name, Operator

from brochures.compose.foreign_pages import FORM_IN_FILE, ForeignPlace
from brochures.geometry.pdf_box import PdfBox
from brochures.geometry.units import PX
from brochures.pdf.structure_elements import carried, elements, mark

PLACE = "data-foreign"
"""The attribute that says which page stands in a place."""

FORM = "/Foreign"
"""What the name of the form of such a page begins with; its turn in the file follows, from 1."""


@dataclass(frozen=True)
class _FreePlace:
    """Where a page is to stand: its page of ours, the number of the mark, its box in pt from the lower left corner, and what stands there."""

    page: Any
    mark: int
    box: PdfBox
    digest: str
    number: int


def with_foreign_pages(data: bytes, wanted: Sequence[ForeignPlace]) -> bytes:
    """Return ``data``, a file as the engine wrote it, with the pages that are ``wanted`` in their places; without any as it was."""
    if not wanted:
        return data
    with pikepdf.open(io.BytesIO(data)) as pdf:
        forms = _forms(pdf, wanted)
        pages = {page.obj.objgen: page for page in pdf.pages}
        for turn, place in enumerate(_places(pdf, pages), 1):
            form, width = forms[place.digest, place.number]
            _draw(pdf, place, f"{FORM}{turn}", form, width)
        written = io.BytesIO()
        pdf.save(written, deterministic_id=True)
    return written.getvalue()


def _forms(pdf: pikepdf.Pdf, wanted: Sequence[ForeignPlace]) -> dict[tuple[str, int], tuple[Any, float]]:
    """Return each page that is ``wanted`` as a form of ``pdf`` that begins at its own corner, with how wide it is in pt."""
    forms = {}
    for digest, data in {one.digest: one.data for one in wanted}.items():
        with pikepdf.open(io.BytesIO(data)) as source:
            for one in {one.number: one for one in wanted if one.digest == digest}.values():
                page = source.pages[one.number - 1]
                whole = source.make_stream(page.Contents.read_bytes())
                whole.Type, whole.Subtype = Name.XObject, Name.Form
                whole.BBox = Array([0, 0, one.width, one.height])
                whole.Resources = Dictionary(XObject=Dictionary({FORM_IN_FILE: page.Resources.XObject[FORM_IN_FILE]}))
                forms[digest, one.number] = pdf.copy_foreign(whole), one.width
    return forms


def _places(pdf: pikepdf.Pdf, pages: Mapping[tuple[int, int], pikepdf.Page]) -> Iterator[_FreePlace]:
    for element in elements(pdf.Root.StructTreeRoot.K[0]):
        named = carried(element).get(PLACE)
        if named and Name.Figure == element.S:
            digest, _, number = named.partition(" ")
            found = [one for one in (mark(element, kid) for kid in element.K) if one is not None]
            key, own = found[0]
            page = pages[key]
            left, top, right, bottom = (float(edge) * PX for edge in element.A.BBox)
            corner, high = float(page.trimbox[0]), float(page.trimbox[3])
            yield _FreePlace(
                page, own, PdfBox(corner + left, high - bottom, corner + right, high - top), digest, int(number)
            )


def _draw(pdf: pikepdf.Pdf, place: _FreePlace, name: str, form: Any, width: float) -> None:
    """Draw ``form``, ``width`` pt wide, in its ``place``."""
    page = place.page
    scale = place.box.width / width
    wanted = Matrix(scale, 0, 0, scale, place.box.left, place.box.bottom)
    page.obj.Resources = _own(page.obj.Resources)
    page.obj.Resources.XObject[name] = form
    content: list[Any] = []
    seen, above = Matrix(), []
    for one in pikepdf.parse_content_stream(page):
        content.append(one)
        operator = str(one.operator)
        if operator == "q":
            above.append(seen)
        elif operator == "Q":
            seen = above.pop() if above else Matrix()
        elif operator == "cm":
            seen = Matrix(*map(float, one.operands)) @ seen
        elif (
            operator == "BDC"
            and isinstance(one.operands[1], Dictionary)
            and int(one.operands[1].get("/MCID", -1)) == place.mark
        ):
            content += _drawn(wanted @ seen.inverse(), name)
    page.obj.Contents = pdf.make_stream(pikepdf.unparse_content_stream(content))


def _drawn(matrix: Matrix, name: str) -> list[Any]:
    moved = [round(part, 6) for part in matrix.shorthand]
    return [
        ContentStreamInstruction([], Operator("q")),
        ContentStreamInstruction(moved, Operator("cm")),
        ContentStreamInstruction([Name(name)], Operator("Do")),
        ContentStreamInstruction([], Operator("Q")),
    ]


def _own(resources: Any) -> Any:
    """Return ``resources`` of a page for itself: the engine's pages share theirs."""
    own = Dictionary(dict(resources.items()))
    own.XObject = Dictionary(dict(resources.get("/XObject", Dictionary()).items()))
    return own
