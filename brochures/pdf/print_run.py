"""A print run: the packets of many partners as one file for the clinic's own printer, a separator sheet before each.

What the packets share is in the file once: fonts, pictures and pages. It is for paper alone: without tags, bookmarks and fields.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

from brochures.design.set_line import LineFace
from brochures.geometry.units import INCH
from brochures.pdf.field_font import FLAGS, SANS, embedded
from brochures.pdf.partner_words import Words, face_for, shown_line
from brochures.pdf.slots import Body, font_name

SHEET = 20.0
"""How large is typed what stands on a separator sheet, in pt."""

BRANCH = 100
"""How many pages a branch of the page tree holds."""

FOR_READERS = (
    "/StructTreeRoot",
    "/Outlines",
    "/AcroForm",
    "/PageLabels",
    "/Dests",
    "/Names",
    "/MarkInfo",
    "/OpenAction",
)
"""Entries of the catalog that are of no use on paper."""


@dataclass(frozen=True)
class PartnerCopy:
    """One packet of a run: the words of its partner, and the lines of the separator sheet before it."""

    words: Words
    separator: tuple[str, ...]


def print_run(body: Body, copies: Iterable[PartnerCopy]) -> bytes:
    """Return the packets of ``copies``, made from ``body``, as one file; each begins on a front, and so do the sheets between them.

    Raise ``UnsetError`` for letters that cannot be set.
    """
    with pikepdf.open(io.BytesIO(body.data)) as pdf:
        for entry in FOR_READERS:
            if entry in pdf.Root:
                del pdf.Root[entry]
        for page in pdf.pages:
            page.obj.Annots = Array()
        run = _Run(pdf, body)
        run.bind([page for one in copies for page in (*run.separator(one), *run.packet(one.words))])
        written = io.BytesIO()
        pdf.save(written, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return written.getvalue()


class _Run:
    """The pages of one run, made anew for each copy around what is shared."""

    def __init__(self, pdf: pikepdf.Pdf, body: Body) -> None:
        self._pdf, self._body = pdf, body
        self._pages = [_for_paper(page.obj) for page in pdf.pages]
        first, last = body.faces[0], body.faces[-1]
        self._fonts = Dictionary({font_name(0): embedded(pdf, first.typed, SANS)})
        if len(body.faces) > 1:
            self._fonts[font_name(1)] = embedded(pdf, last.typed, FLAGS)
        self._slots: dict[int, list[Any]] = {}
        for slot in body.slots:
            self._slots.setdefault(slot.page, []).append(slot)

    def bind(self, pages: Sequence[Any]) -> None:
        """Make ``pages`` those of the file, in a tree with one branch for each hundred: a reader need not go through all (7.7.3)."""
        top = self._pdf.make_indirect(Dictionary(Type=Name.Pages, Count=len(pages)))
        branches = []
        for at in range(0, len(pages), BRANCH):
            here = pages[at : at + BRANCH]
            branch = self._pdf.make_indirect(Dictionary(Type=Name.Pages, Parent=top, Count=len(here), Kids=Array(here)))
            for page in here:
                page.Parent = branch
            branches.append(branch)
        top.Kids = Array(branches)
        self._pdf.Root.Pages = top

    def packet(self, words: Words) -> list[Any]:
        """Return the pages of a packet with ``words``."""
        place = face_for(self._body, words)
        return [self._page(number, page, words, place) for number, page in enumerate(self._pages)]

    def _page(self, number: int, page: Any, words: Words, place: int) -> Any:
        own = Dictionary(page)
        if number in self._slots:
            content = list(page.Contents)
            for at, slot in zip(range(1, len(content), 2), self._slots[number], strict=True):
                text = words.lines.get(slot.holds, "")
                content[at] = self._pdf.make_stream(shown_line(self._body.faces[place], place, text, slot.size))
            own.Contents = Array(content)
            own.Resources = self._resources(page)
        return self._pdf.make_indirect(own)

    def _resources(self, page: Any) -> Any:
        held = Dictionary(page.Resources)
        held.Font = Dictionary({**dict(page.Resources.Font.items()), **dict(self._fonts.items())})
        return held

    def separator(self, one: PartnerCopy) -> list[Any]:
        """Return the sheet before a copy, front and back: a printer that prints both sides begins the packet on a front."""
        first = self._pages[0]
        box = [float(edge) for edge in first.MediaBox]
        lines = self._lines(one.separator, self._body.faces, box)
        front = Dictionary(
            Type=Name.Page, MediaBox=first.MediaBox, Resources=Dictionary(Font=self._fonts), Contents=self._pdf.make_stream(lines)
        )  # fmt: skip
        back = Dictionary(
            Type=Name.Page, MediaBox=first.MediaBox, Resources=Dictionary(), Contents=self._pdf.make_stream(b"")
        )
        return [self._pdf.make_indirect(page) for page in (front, back)]

    def _lines(self, texts: Sequence[str], faces: Sequence[LineFace], box: Sequence[float]) -> bytes:
        parts, top = [], box[3] - 2 * INCH
        for number, text in enumerate(texts):
            place = next((at for at, face in enumerate(faces) if not face.lacks(text)), 0)
            parts.append(
                b"BT 1 0 0 1 %g %g Tm\n%s\nET" % (box[0] + INCH, top - number * SHEET * 1.5, shown_line(faces[place], place, text, SHEET))
            )  # fmt: skip
        return b"\n".join(parts)


def _for_paper(page: Any) -> Any:
    """Return what of ``page`` is printed: without its place in a structure tree, and without fields and links."""
    left_out = {"/Parent", "/Annots", "/StructParents", "/Tabs"}
    return Dictionary({key: value for key, value in page.items() if key not in left_out})
