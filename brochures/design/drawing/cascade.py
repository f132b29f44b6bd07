"""Which declaration holds for an element of a drawing: its attributes, then the rules of ``<style>``, then its own ``style``.

What the layout engine passes over in a style sheet is passed over here, too, and told: rules for a medium, other files, selectors that
it cannot read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element

import cssselect2
import tinycss2
from tinycss2.color5 import parse_color

from brochures.design.drawing.source import SVG, Markup

_HARMLESS = frozenset({"charset", "namespace", "keyframes", "-webkit-keyframes"})


@dataclass(frozen=True)
class Property:
    """The value of a property, and the line and column (from 1) where it is written."""

    value: str
    line: int
    column: int


@dataclass(frozen=True)
class Unread:
    """Something in a style sheet that the engine does not read: what it is, and where it stands."""

    what: str
    line: int
    column: int


def styled(written: Markup) -> tuple[Mapping[Element, Mapping[str, Property]], tuple[Unread, ...]]:
    """Return the properties that each element of ``written`` is given, nothing inherited, and what was not read."""
    reader = _Sheets(written)
    given = {
        wrapper.etree_element: reader.properties(wrapper)
        for wrapper in cssselect2.ElementWrapper.from_xml_root(written.root).iter_subtree()
    }
    return given, tuple(reader.unread)


class _Sheets:
    def __init__(self, written: Markup) -> None:
        self.written = written
        self.unread: list[Unread] = []
        self.normal, self.important = cssselect2.Matcher(), cssselect2.Matcher()
        for element in written.root.iter():
            if element.tag in {"style", f"{{{SVG}}}style"} and element.text:
                self._sheet(element)

    def _sheet(self, element: Element) -> None:
        if element.get("media", "all").strip() not in {"", "all", "print"}:
            self.unread.append(Unread("the medium of <style>", *self.written.place(element, "media")))
        if not element.tag.startswith("{"):
            self.unread.append(Unread("<style> of a drawing without xmlns", *self.written.place(element)))
            return
        if element.get("type", "text/css") != "text/css":
            return
        start = self.written.words[element]
        for rule in tinycss2.parse_stylesheet(element.text, skip_comments=True, skip_whitespace=True):
            if rule.type != "qualified-rule":
                self._other(rule, start)
            elif not self._rule(rule, start):
                return

    def _other(self, rule: Any, start: tuple[int, int]) -> None:
        if rule.type == "error":
            self.unread.append(Unread("a style that cannot be read", *_at(rule, start)))
        elif rule.lower_at_keyword not in _HARMLESS:
            self.unread.append(Unread(f"@{rule.lower_at_keyword}", *_at(rule, start)))

    def _rule(self, rule: Any, start: tuple[int, int]) -> bool:
        """Keep what ``rule`` says, and return whether the engine reads on behind it."""
        written = " ".join(tinycss2.serialize(rule.prelude).split())
        try:
            selectors = cssselect2.compile_selector_list(rule.prelude)
        except cssselect2.SelectorError:
            self.unread.append(Unread(f"the rule '{written}' and all behind it", *_at(rule, start)))
            return False
        normal: dict[str, Property] = {}
        important: dict[str, Property] = {}
        for item in tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True):
            if item.type == "declaration":
                value = tinycss2.serialize(item.value).strip()
                (important if item.important else normal)[item.lower_name] = Property(value, *_at(item, start))
            else:
                self.unread.append(Unread("a style that cannot be read", *_at(item, start)))
        for selector in selectors:
            if selector.pseudo_element is None:
                self.normal.add_selector(selector, normal)
                self.important.add_selector(selector, important)
        return True

    def properties(self, wrapper: cssselect2.ElementWrapper) -> dict[str, Property]:
        """Return what is written for one element, the strongest last."""
        element = wrapper.etree_element
        found = {
            name: Property(value.strip(), *self.written.place(element, name))
            for name, value in element.attrib.items()
            if not name.startswith("{") and name != "style"
        }
        own: dict[str, Property] = {}
        strong: dict[str, Property] = {}
        for name, property_, important in self._own(element):
            (strong if important else own)[name] = property_
        for matcher, style in ((self.normal, own), (self.important, strong)):
            for *_, declarations in matcher.match(wrapper):
                found |= declarations
            found |= style
        return found

    def _own(self, element: Element) -> Iterator[tuple[str, Property, bool]]:
        style = element.get("style", "")
        for item in tinycss2.parse_blocks_contents(style, skip_comments=True, skip_whitespace=True):
            if item.type == "declaration":
                place = self.written.place(element, item.name, styled=True)
                yield item.lower_name, Property(tinycss2.serialize(item.value).strip(), *place), item.important
            else:
                self.unread.append(Unread("a style that cannot be read", *self.written.place(element, "style")))


def _at(item: Any, start: tuple[int, int]) -> tuple[int, int]:
    """Return line and column in the file of ``item``, which tinycss2 counts from the ``start`` of its style sheet."""
    line, column = start
    return line + item.source_line - 1, item.source_column + (column - 1 if item.source_line == 1 else 0)


def opacity_of(value: str) -> float:
    """Return how much of the colour ``value`` is not seen through, from 0 to 1; 1 where it is no colour by itself."""
    colour = parse_color(value.strip())
    return 1 if colour is None or isinstance(colour, str) else float(colour.alpha)


def is_colour(value: str) -> bool:
    """Whether ``value`` is a colour that the engine can paint, or one that stands for another: it paints anything else black."""
    plain = value.strip().lower()
    return plain in {"", "none", "inherit", "currentcolor", "context-fill", "context-stroke"} or not isinstance(
        parse_color(plain), str | None
    )
