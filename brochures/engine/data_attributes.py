"""What the HTML says of the boxes that were made from it: declarations in ``data-`` attributes, and paragraphs by number."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from brochures.engine.private_api import boxes
from brochures.geometry.pages import Paragraph
from brochures.geometry.passages import Stretch, cut, read
from brochures.geometry.units import PX


@dataclass(frozen=True)
class Around:
    """What the elements around a box say of it."""

    block: str = ""
    role: str = ""
    region: str = ""
    crossover: bool = False
    logo: bool = False
    bleed: bool = False
    element: Any = None


_NOTHING = [None] * 5


def around(box: Any, place: Around) -> Around:
    """Return ``place`` with what the element of ``box`` says."""
    element = box.element
    if (
        element is None
        or isinstance(box, boxes.TextBox)
        or not hasattr(element, "get")
        or "::" in (box.element_tag or "")
    ):
        return place
    said = [element.get(f"data-{name}") for name in ("block", "role", "crossover", "logo", "bleed")]
    if said == _NOTHING:
        return place
    block, role, crossover, logo, bleed = said
    return replace(
        place,
        block=block or place.block,
        role=place.role or role or "",
        crossover=place.crossover or crossover is not None,
        logo=place.logo or logo is not None,
        bleed=place.bleed or bleed is not None,
    )


class Numbers:
    """Numbers for elements and their pseudo-elements, the same on every page."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[int, str], int] = {}

    def of(self, box: Any) -> int:
        """Return the number of the element that ``box`` was made from."""
        key = (id(box.element), str(box.element_tag).partition("::")[2])
        return self._numbers.setdefault(key, len(self._numbers))


class Paragraphs:
    """The paragraphs met so far, by number; and the numbers of table rows and of tables with a head."""

    def __init__(self) -> None:
        self._numbers = Numbers()
        self.rows = Numbers()
        self.tables = Numbers()
        self.passages = Passages()
        self.found: dict[int, Paragraph] = {}

    def number(self, box: Any, place: Around) -> int:
        """Return the number of the paragraph ``box``, which stands in ``place``; note it where it is new."""
        number = self._numbers.of(box)
        if number not in self.found:
            style = box.style
            leading = style["line_height"]
            size = style["font_size"] * PX
            self.found[number] = Paragraph(
                number,
                str(box.element_tag),
                tuple((attribute(box, "class") or "").split()),
                place.block,
                _leading(leading, size),
                size,
                place.role,
                place.region,
                place.crossover,
            )
        return number


class Passages:
    """Where the words of each element come from, counted in letters while its boxes are met in the order of the document.

    The engine breaks and shapes an element's text, and copies it where a head is repeated, and never changes the order of its letters.
    """

    def __init__(self) -> None:
        self._told: dict[int, tuple[tuple[Stretch, ...], int]] = {}
        self._done: dict[int, int] = {}
        self.runs: dict[int, tuple[Stretch, ...]] = {}
        """Those of each run of text, by the identity of its box."""

    def of(self, box: Any, length: int) -> tuple[Stretch, ...]:
        """Return where the next ``length`` letters of the element of the text ``box`` come from; pseudo-elements have no passage."""
        element = box.element
        if element is None or "::" in (box.element_tag or ""):
            return ()
        key = id(element)
        if key not in self._told:
            stretches = read(element.get("data-passage") or "")
            self._told[key] = stretches, stretches[-1].at if stretches else 0
        stretches, whole = self._told[key]
        if not stretches:
            return ()
        start = self._done.get(key, 0)
        start = 0 if start >= whole else start
        self._done[key] = start + length
        self.runs[id(box)] = tuple(cut(stretches, start, start + max(length, 1)))
        return self.runs[id(box)]


def _leading(value: Any, size: float) -> float:
    """Return a computed ``line-height`` in pt; ``normal`` counts as 1.2 times the size."""
    if value == "normal":
        return 1.2 * size
    if isinstance(value, int | float):
        return float(value) * size
    return float(value[0]) * size if value[1] is None else float(value[0]) * PX


def is_declared(run: Any) -> bool:
    """Whether a style sheet made the text, and the template declares with ``data-generated`` that it should."""
    return "::" in (run.element_tag or "") and run.element.get("data-generated") is not None


def attribute(box: Any, name: str) -> str | None:
    """Return the attribute ``name`` of the element that ``box`` was made from; pseudo-elements have none."""
    element = box.element
    if element is None or not hasattr(element, "get") or "::" in (box.element_tag or ""):
        return None
    value: str | None = element.get(name)
    return value
