"""Marks in content streams (ISO 32000-1, 14.6): those that the structure tree has no element for become artifacts, the rest are numbered anew."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

import pikepdf
from pikepdf import ContentStreamInstruction, Dictionary, Name, Operator

ObjGen = tuple[int, int]
"""What an indirect object of a file is known by."""

OF_THE_PAGE = Dictionary(Type=Name.Pagination)
"""What an artifact says that belongs to the page and not to the document: a running head, a page number (14.8.2.2.2)."""

_BEGIN, _DRAW = Operator("BDC"), Operator("Do")


@dataclass(frozen=True)
class _Marks:
    """The marks of one page: those that are read, those that are hidden, and the new numbers of the first, filled on the way."""

    read: Collection[int]
    hidden: Collection[int]
    numbers: dict[int, int] = field(default_factory=dict)


def renumber(pdf: pikepdf.Pdf, page: pikepdf.Page, read: Collection[int], hidden: Collection[int]) -> dict[int, int]:
    """Return the new number of each mark of ``page`` that is ``read``, in the order of painting, and write them on the page.

    Marks that are ``hidden`` become artifacts; whatever else is marked stands in the margins, and becomes an artifact of the page.
    """
    marks = _Marks(read, hidden)
    page.obj.Contents = pdf.make_stream(_written(page, page.obj.get("/Resources", Dictionary()), marks, set()))
    return marks.numbers


def _written(owner: Any, resources: Any, marks: _Marks, seen: set[ObjGen]) -> bytes:
    """Return the content of ``owner``, a page or a form, with its marks renumbered, those of the forms that it draws as well."""
    instructions: list[Any] = []
    for one in pikepdf.parse_content_stream(owner):
        operator = one.operator
        if operator == _BEGIN and isinstance(one.operands[1], Dictionary) and "/MCID" in one.operands[1]:
            instructions.append(_marked(one, marks))
            continue
        if operator == _DRAW:
            drawn = resources.XObject[one.operands[0]]
            if drawn.get("/Subtype") == Name.Form and drawn.objgen not in seen:
                seen.add(drawn.objgen)
                content = _written(drawn, drawn.get("/Resources", resources), marks, seen)
                drawn.write(content or b" ")  # MuPDF takes a packed stream of nothing for damaged
        instructions.append(one)
    return pikepdf.unparse_content_stream(instructions)


def _marked(one: Any, marks: _Marks) -> ContentStreamInstruction:
    number = int(one.operands[1].MCID)
    if number in marks.read:
        new = marks.numbers.setdefault(number, len(marks.numbers))
        return ContentStreamInstruction([one.operands[0], Dictionary(MCID=new)], one.operator)
    if number in marks.hidden:
        return ContentStreamInstruction([Name.Artifact], Operator("BMC"))
    return ContentStreamInstruction([Name.Artifact, OF_THE_PAGE], one.operator)
