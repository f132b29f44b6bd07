"""Fields that are filled in on a screen, written into the finished bytes where the pages have the boxes for them (ISO 32000-1, 12.7).

The engine's own forms are not used: their radio groups have no parent, their boxes no state ``Off``, and their text is set in fonts
that the file does not hold. A field is known by its whole name, and the same name in two places is one field with two widgets: what is
typed on the first sheet stands at the head of the others. There is no script. How each field is named: ``resolve/form_fields.py``.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from brochures.compose.fill_in import VERSION, FieldKind
from brochures.design.typing_face import TypingFace
from brochures.geometry.pages import FillBox, MeasuredPages
from brochures.geometry.pdf_box import PdfBox
from brochures.pdf.field_font import TYPED, embedded
from brochures.pdf.field_tags import StampedTree
from brochures.pdf.field_widgets import READ_ONLY, SIZE, Painter, flags, most_letters, place_of, typed_in

ABOUT = "/FilledForms"
"""The entry of the document information that says which forms are in the file, in case its fields are lost."""


@dataclass(frozen=True)
class _Held:
    """One widget of a field, the box that it lies on, and how many letters go into it."""

    box: FillBox
    widget: Any
    most: int


def with_fields(data: bytes, sheets: MeasuredPages, forms: Mapping[str, str], face: TypingFace) -> bytes:
    """Return ``data``, a tagged file as the engine wrote it, with a field for each box of ``sheets`` that is filled in.

    ``forms`` is what each form says of itself, by its name. What is typed is set in ``face``. Raise ``LookupError`` where the structure
    tree has no element for a box.
    """
    with pikepdf.open(io.BytesIO(data)) as pdf:
        font = embedded(pdf, face)
        said = {f"{name}.{VERSION}": text for name, text in forms.items()}
        fields = _fields(pdf, sheets, Painter(pdf, font))
        roots = _tree(
            pdf,
            {name: _made(one) for name, one in fields.items()} | {name: _hidden(text) for name, text in said.items()},
        )
        pdf.Root.AcroForm = pdf.make_indirect(
            Dictionary(
                Fields=Array(roots), NeedAppearances=False, DA=typed_in(SIZE),
                DR=Dictionary(Font=Dictionary({f"/{TYPED}": font})),
            )
        )  # fmt: skip
        pdf.docinfo[ABOUT] = String(f"[{', '.join(said.values())}]")
        written = io.BytesIO()
        pdf.save(written, deterministic_id=True)
    return written.getvalue()


def _fields(pdf: pikepdf.Pdf, sheets: MeasuredPages, painter: Painter) -> Mapping[str, list[_Held]]:
    """Return every field by its name, as its widgets, which are on their pages and in the structure tree."""
    fields: dict[str, list[_Held]] = {}
    tree = StampedTree(pdf)
    for page, sheet in zip(pdf.pages, sheets.pages, strict=True):
        if not sheet.to_fill:
            continue
        held = [*_widgets(painter, page, sheet.to_fill)]
        for one in held:
            fields.setdefault(one.box.name, []).append(one)
            if not one.box.head:
                tree.hold(one.box, one.widget, page.obj)
        if heads := [one.widget for one in held if one.box.head]:
            tree.hold_at_head(heads, page.obj)
    return fields


def _widgets(painter: Painter, page: pikepdf.Page, boxes: Sequence[FillBox]) -> Iterator[_Held]:
    """Yield each of ``boxes`` with its widget, which is put on ``page``."""
    trim = PdfBox.of(page.trimbox)
    annotations = page.obj.get("/Annots", Array())
    for box in boxes:
        place = place_of(box, trim)
        widget = painter.widget(box, place, page.obj)
        annotations.append(widget)
        yield _Held(box, widget, most_letters(FieldKind(box.kind), place, head=box.head))
    page.obj.Annots = annotations
    page.obj.Tabs = Name.S


def _made(held: Sequence[_Held]) -> Any:
    """Return the dictionary of a field without its name; its one widget is it, several are its kids."""
    box = next((one.box for one in held if not one.box.head), held[0].box)
    kind = FieldKind(box.kind)
    field = Dictionary(TU=String(box.asks or box.says), Ff=flags(kind, required=box.required))
    if kind.is_typed:
        field.FT, field.DA, field.MaxLen = Name.Tx, typed_in(SIZE), min(one.most for one in held)
    elif kind is FieldKind.SIGNATURE:
        field.FT = Name.Sig
    else:
        field.FT, field.V = Name.Btn, Name.Off
    if len(held) > 1 or kind is FieldKind.RADIO:
        field.Kids = Array([one.widget for one in held])
        return field
    for key, value in field.items():
        held[0].widget[key] = value
    return held[0].widget


def _hidden(text: str) -> Any:
    """Return a field that nobody sees and nobody changes, and that is saved with the others."""
    return Dictionary(FT=Name.Tx, Ff=READ_ONLY, V=String(text), DA=typed_in(SIZE))


def _tree(pdf: pikepdf.Pdf, fields: Mapping[str, Any]) -> list[Any]:
    """Return the outermost fields: each part of a name but the last is a field that holds others (12.7.3.2)."""
    nodes: dict[str, Any] = {}
    for name, made in fields.items():
        nodes[name] = made if made.is_indirect else pdf.make_indirect(made)
        for kid in nodes[name].get("/Kids", ()):
            kid.Parent = nodes[name]
        _hang(pdf, name, nodes)
    return [node for name, node in nodes.items() if "." not in name]


def _hang(pdf: pikepdf.Pdf, name: str, nodes: dict[str, Any]) -> None:
    """Give the field ``name`` of ``nodes`` its own part of the name, and to the field that holds it, which is made where there is none."""
    above, _, last = name.rpartition(".")
    nodes[name].T = String(last)
    if not above:
        return
    if above not in nodes:
        nodes[above] = pdf.make_indirect(Dictionary(Kids=Array()))
        _hang(pdf, above, nodes)
    nodes[name].Parent = nodes[above]
    nodes[above].Kids.append(nodes[name])
