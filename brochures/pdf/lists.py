"""Lists and contents as PDF has them (ISO 32000-1, 14.8.4.3.3 and 14.8.4.2): a label and a body in each item, entries in a table of contents.

A template sets numbers and signs of items in elements of their own, which the engine tags as a part of the words: "1Talk with the
patient". ``data-tag="Lbl"`` says that an element is the label of its item, ``sign`` that it is one without words, and ``TOC`` that a table or list is
one of contents.
"""

from __future__ import annotations

from typing import Any

from pikepdf import Dictionary, Name, String

from brochures.pdf.structure_elements import carried, elements, is_element, put

TAG = "data-tag"
"""The attribute of HTML that names what an element is in PDF and not in HTML."""

SIGN = "sign"
LABELS = ("Lbl", SIGN)
"""How ``TAG`` names a number before an item, and a sign that is drawn before it."""

BULLET = "\N{BULLET}"
"""What is read for a sign that is drawn before an item, and described by nothing else."""


def label(document: Any) -> None:
    """Give each item below ``document`` that has a label its ``Lbl``, and each list the way in which it is numbered."""
    for element in [one for one in elements(document) if Name.L == one.S]:
        labels = {found for item in _of_kind(element, Name.LI) if (found := _labelled(item))}
        kind = Name.Decimal if "Lbl" in labels else Name.Disc if labels else Name("/None")
        element.A = Dictionary(O=Name.List, ListNumbering=kind)


def contents(document: Any) -> None:
    """Make a ``TOC`` of each table and list below ``document`` that holds contents, with an entry for each of its rows."""
    for element in [one for one in elements(document) if carried(one).get(TAG) == "TOC"]:
        rows = [one for one in elements(element) if one.S in (Name.TR, Name.LI)]
        element.S = Name.TOC
        if "/A" in element:
            del element.A
        put(element, [_entry(row) for row in rows])


def _labelled(item: Any) -> str:
    """Put the label of ``item`` before its body. Return of which kind it is, empty where there is none."""
    for body in _of_kind(item, Name.LBody):
        for kid in (one for one in body.K if is_element(one)):
            own = carried(kid)
            if own.get(TAG) in LABELS:
                kid.S = Name.Lbl
                if own[TAG] == SIGN:
                    kid.ActualText = String(own.get("aria-label", BULLET))
                put(body, [one for one in body.K if not is_element(one) or one.objgen != kid.objgen])
                put(item, [kid, *item.K])
                return own[TAG]
    return ""


def _of_kind(element: Any, kind: Name) -> list[Any]:
    return [kid for kid in element.K if is_element(kid) and kind == kid.S]


def _entry(row: Any) -> Any:
    """Return ``row`` as an entry: its number is a label, whatever leads to its place a reference."""
    row.S = Name.TOCI
    for cell in (kid for kid in row.K if is_element(kid)):
        for name in ("/A", "/ID"):
            if name in cell:
                del cell[name]
        leads = any(Name.Link == one.S for one in elements(cell))
        cell.S = Name.Reference if leads else Name.Lbl
    return row
