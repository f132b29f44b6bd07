"""A drawing as a value: its elements with what each is given and inherits, and which of them are painted at all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from xml.etree.ElementTree import Element

from brochures.design.drawing.cascade import Property, Unread, styled
from brochures.design.drawing.source import SVG, XLINK, Markup, NotADrawingError, read

INHERITED = frozenset(
    [
        "clip-rule",
        "color",
        "direction",
        "fill",
        "fill-opacity",
        "fill-rule",
        "font-family",
        "font-size",
        "font-style",
        "font-weight",
        "font",
        "letter-spacing",
        "marker",
        "marker-end",
        "marker-mid",
        "marker-start",
        "paint-order",
        "stroke",
        "stroke-dasharray",
        "stroke-dashoffset",
        "stroke-linecap",
        "stroke-linejoin",
        "stroke-miterlimit",
        "stroke-opacity",
        "stroke-width",
        "text-anchor",
        "visibility",
        "word-spacing",
        "writing-mode",
    ]
)
"""Properties that an element takes from the one around it (SVG 2, property index)."""

NOT_PAINTED = frozenset(
    [
        "defs",
        "symbol",
        "clipPath",
        "mask",
        "pattern",
        "marker",
        "linearGradient",
        "radialGradient",
        "meshgradient",
        "filter",
        "style",
        "title",
        "desc",
        "metadata",
        "view",
        "cursor",
        "font",
        "font-face",
        "color-profile",
    ]
)
"""Elements that are painted only where another one asks for them, or never."""

_ADDRESS = re.compile(r"url\(\s*[\"']?([^\"')]*)[\"']?\s*\)")


@dataclass(frozen=True, eq=False)
class Part:
    """One element. ``tag`` is empty for an element of another language than SVG; ``given`` is what is written for it."""

    tag: str
    element: Element
    given: Mapping[str, Property]
    href: str
    parent: Part | None
    written: Markup = field(repr=False)

    def get(self, name: str, default: str = "") -> str:
        """Return the value of ``name``, from the element around it where it is inherited."""
        if name in self.given and self.given[name].value != "inherit":
            return self.given[name].value
        if self.parent is not None and (name in INHERITED or name in self.given):
            return self.parent.get(name, default)
        return default

    def place(self, name: str = "") -> tuple[int, int]:
        """Return line and column of the element, or of ``name`` where that is written for it."""
        if name in self.given:
            return self.given[name].line, self.given[name].column
        return self.written.place(self.element, name)

    @property
    def around(self) -> Iterator[Part]:
        """The elements around it, the nearest first."""
        part = self.parent
        while part is not None:
            yield part
            part = part.parent

    @property
    def words(self) -> str:
        """All words in it, with single spaces."""
        return " ".join("".join(self.element.itertext()).split())


@dataclass(frozen=True)
class Drawing:
    """All elements in the order of the file, and what the engine does not read of its style sheets."""

    parts: tuple[Part, ...]
    unread: tuple[Unread, ...]

    @classmethod
    def read(cls, data: bytes) -> Drawing:
        """Return the drawing in ``data``. Raise ``NotADrawingError`` where there is none."""
        written = read(data)
        given, unread = styled(written)
        parts: list[Part] = []
        waiting: list[tuple[Element, Part | None]] = [(written.root, None)]
        while waiting:
            element, parent = waiting.pop()
            part = Part(_tag(element), element, given[element], _href(element), parent, written)
            parts.append(part)
            waiting += [(child, part) for child in reversed(element)]
        return cls(tuple(parts), unread)

    @cached_property
    def named(self) -> Mapping[str, Part]:
        """The elements that have an id, by it; the first of two that share one."""
        return {part.element.get("id", ""): part for part in reversed(self.parts) if part.element.get("id")}

    @cached_property
    def children(self) -> Mapping[Part, tuple[Part, ...]]:
        """What stands directly in each element."""
        found: dict[Part, list[Part]] = {part: [] for part in self.parts}
        for part in self.parts:
            if part.parent is not None:
                found[part.parent].append(part)
        return {part: tuple(inside) for part, inside in found.items()}

    def inside(self, part: Part) -> Iterator[Part]:
        """Yield everything in ``part``, in the order of the file."""
        for child in self.children[part]:
            yield child
            yield from self.inside(child)

    def referred(self, part: Part, name: str) -> Part | None:
        """Return the element that the property ``name`` of ``part`` names, or that it refers to itself (``href``)."""
        address = part.href if name == "href" else address_in(part.get(name))
        return self.named.get(address[1:]) if address.startswith("#") else None

    @cached_property
    def painted(self) -> tuple[Part, ...]:
        """What is painted, also because another element asks for it: each once, in the order of the file."""
        found: set[Part] = set()
        waiting = [self.parts[0]]
        while waiting:
            part = waiting.pop()
            if part in found or part.get("display") == "none":
                continue
            found.add(part)
            if part.tag not in {"switch", "foreignObject", ""}:
                waiting += [child for child in self.children[part] if child.tag not in NOT_PAINTED]
            waiting += [one for name in (*part.given, "href") if (one := self.referred(part, name)) is not None]
        return tuple(part for part in self.parts if part in found)

    @property
    def texts(self) -> tuple[Part, ...]:
        """Each ``<text>`` that is painted and has words."""
        return tuple(part for part in self.painted if part.tag == "text" and part.words)


def address_in(value: str) -> str:
    """Return the address in ``url(…)``, empty where there is none."""
    found = _ADDRESS.search(value)
    return found[1].strip() if found else ""


def _tag(element: Element) -> str:
    space, _, name = element.tag.rpartition("}")
    return name if space in {"", "{" + SVG} else ""


def _href(element: Element) -> str:
    return (element.get("href") or element.get(f"{{{XLINK}}}href") or "").strip()


__all__ = ["Drawing", "NotADrawingError", "Part", "address_in"]
