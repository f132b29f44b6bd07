"""A short file of real forms that are filled in on a screen, and what a test does with it: fill it, save it, look at it."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image
from pypdf import PdfReader, PdfWriter

from brochures.compose import Composition, compose
from brochures.compose.templates import Templates
from brochures.engine import start
from brochures.engine.typesetter import Typesetter
from brochures.layout import layout
from brochures.load.catalogue import load
from brochures.pdf import File, pdf
from brochures.project.edition import Edition
from brochures.project.paths import ROOT, Project
from brochures.resolve.ticket import resolve
from tests.real import DAY

FORMS = ("fax-cover", "referral", "medicines", "consent-tpo")
"""One without a head, one whose head repeats its own fields, one with a list, one with an answer to write in."""

Box = tuple[float, float, float, float]


def composition(folder: Path, edition: Edition = Edition.SCREEN) -> Composition:
    """Return the referral packet with no other parts than its ``FORMS``."""
    project = Project.open(ROOT, folder, DAY)
    job = resolve(project, load(project), "referral-packet")
    kept = [section for section in job.sections if getattr(section.blocks[0].content, "name", "") in FORMS]
    job = replace(job, sections=tuple(kept))
    return compose(Templates.read(project), job, edition, proof=True)[0]


def real_typesetter(folder: Path) -> Typesetter:
    """Return a typesetter with the real styles and fonts."""
    return start(Project.open(ROOT, folder, DAY))


def made(typesetter: Typesetter, composed: Composition) -> File:
    """Return the file of ``composed``."""
    return pdf(typesetter, layout(typesetter, composed))


def widgets(data: bytes) -> dict[str, list[tuple[int, Box, str]]]:
    """Return the widgets of each field by its whole name: page from 0, rectangle, and the answer that the widget stands for."""
    found: dict[str, list[tuple[int, Box, str]]] = {}
    for number, page in enumerate(PdfReader(io.BytesIO(data)).pages):
        for reference in page.get("/Annots", ()):
            one: Any = reference.get_object()
            if one["/Subtype"] == "/Widget":
                normal = one["/AP"]["/N"]
                states = [] if hasattr(normal, "get_data") else [name[1:] for name in normal if name != "/Off"]
                edges = [float(edge) for edge in one["/Rect"]]
                box = (edges[0], edges[1], edges[2], edges[3])
                found.setdefault(whole_name(one), []).append((number, box, states[0] if states else ""))
    return found


def whole_name(field: Any) -> str:
    """Return the name of a field with those of the fields that hold it before it."""
    parts = []
    while field is not None:
        parts.append(field.get("/T"))
        field = field["/Parent"].get_object() if "/Parent" in field else None
    return ".".join(reversed([str(part) for part in parts if part]))


def values(data: bytes) -> dict[str, str]:
    """Return the value of each field that has one, as pypdf reads it."""
    fields = PdfReader(io.BytesIO(data)).get_fields() or {}
    return {
        name: str(field["/V"]).removeprefix("/") for name, field in fields.items() if field.get("/V") not in {None, ""}
    }


def filled_by_pypdf(data: bytes, typed: Mapping[str, str], **how: Any) -> bytes:
    """Return ``data`` filled in and saved by pypdf."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    places = widgets(data)
    for page in {page for name in typed for page, _, _ in places[name]}:
        here = {name: value for name, value in typed.items() if any(page == one[0] for one in places[name])}
        writer.update_page_form_field_values(writer.pages[page], here, auto_regenerate=False, **how)
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


class Viewer:
    """PDFium with its forms at work, as in a browser: somebody clicks and types."""

    def __init__(self, data: bytes) -> None:
        """Open ``data``."""
        self._places = widgets(data)
        self._file = pypdfium2.PdfDocument(data)
        self._file.init_forms()
        self._pages = [self._file[number] for number in range(len(self._file))]

    def click(self, name: str, answer: str = "") -> Any:
        """Click into the field ``name``, on the box of ``answer`` where it has several; return its page."""
        number, box, _ = next(one for one in self._places[name] if one[2] == answer)
        page, forms = self._pages[number], self._file.formenv
        x, y = min(box[0] + 6, (box[0] + box[2]) / 2), (box[1] + box[3]) / 2
        pdfium.FORM_OnMouseMove(forms, page, 0, x, y)
        pdfium.FORM_OnLButtonDown(forms, page, 0, x, y)
        pdfium.FORM_OnLButtonUp(forms, page, 0, x, y)
        return page

    def type(self, name: str, text: str) -> None:
        """Type ``text`` into the field ``name`` and leave it."""
        page = self.click(name)
        for sign in text:
            pdfium.FORM_OnChar(self._file.formenv, page, ord(sign), 0)
        pdfium.FORM_ForceToKillFocus(self._file.formenv)

    def saved(self, *, flat: bool = False) -> bytes:
        """Return the file as it is saved; ``flat``: without fields, what was filled in a part of the pages."""
        if flat:
            for page in self._pages:
                pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY)
        written = io.BytesIO()
        self._file.save(written)
        return written.getvalue()


def drawn_by_pdfium(data: bytes, page: int) -> Image.Image:
    """Return a picture of ``page`` (from 0) with its fields, at 144 pixels to the inch, in grey."""
    file = pypdfium2.PdfDocument(data)
    file.init_forms()
    picture: Image.Image = file[page].render(scale=2, grayscale=True, may_draw_forms=True).to_pil()
    return picture


def ink(picture: Image.Image, box: Box, inset: float = 2.0) -> int:
    """Return how many dark pixels of ``picture``, a page of 792 pt at 144 to the inch, lie inside ``box`` but its edges."""
    left, low, right, top = box
    part = picture.convert("L").crop(
        (
            round((left + inset) * 2),
            round((792 - top + inset) * 2),
            round((right - inset) * 2),
            round((792 - low - inset) * 2),
        )
    )
    return sum(part.histogram()[:128])
