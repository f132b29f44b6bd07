"""Elements of the structure tree and the marks that they hold (ISO 32000-1, 14.7.2 and 14.7.4)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pikepdf import Array, Dictionary, Name

from brochures.pdf.marked_content import ObjGen

CARRIED = "/BrochuresHTML"
"""The entry of an element that holds attributes of its HTML; nothing else of the file says them."""


def is_element(kid: Any) -> bool:
    """Whether ``kid`` is an element of the tree, and no mark or annotation."""
    return type(kid) is not int and isinstance(kid, Dictionary) and "/S" in kid


def carried(element: Any) -> dict[str, str]:
    """Return what ``element`` carries of its HTML, by the name of the attribute."""
    return {name[1:]: str(value) for name, value in element.get(CARRIED, {}).items()}


def elements(element: Any) -> Iterator[Any]:
    """Yield ``element`` and every element inside it, in the order of the tree."""
    waiting = [element]
    while waiting:
        one = waiting.pop()
        yield one
        waiting += [kid for kid in reversed(list(one["/K"])) if is_element(kid)]


def mark(element: Any, kid: Any) -> tuple[ObjGen, int] | None:
    """Return page and number of ``kid`` of ``element`` where it is a mark: a number, or one on another page than the element begins on."""
    if not isinstance(kid, Dictionary):
        return element.Pg.objgen, int(kid)
    return (kid.Pg.objgen, int(kid.MCID)) if "/MCID" in kid else None


def marks_inside(element: Any) -> Iterator[tuple[ObjGen, int]]:
    """Yield page and number of each mark of ``element`` and of what is inside it."""
    for one in elements(element):
        for kid in one.K:
            found = mark(one, kid)
            if found is not None:
                yield found


def on_its_page(kid: Any, part: Any, element: Any) -> Any:
    """Return ``kid`` of ``part`` as ``element`` holds it: with its page where it is the number of a mark on another (14.7.4.2, Table 324)."""
    if isinstance(kid, Dictionary) or part.Pg.objgen == element.Pg.objgen:
        return kid
    return Dictionary(Type=Name.MCR, Pg=part.Pg, MCID=int(kid))


def put(element: Any, kids: list[Any]) -> None:
    """Let ``element`` hold ``kids``, which have it as their parent."""
    for kid in kids:
        if is_element(kid):
            kid.P = element
    element.K = Array(kids)
