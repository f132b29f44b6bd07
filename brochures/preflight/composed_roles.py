"""What a screen reader must be told of each composed element: its role in the structure tree (ISO 32000-1, 14.8.4), by its name in HTML."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

ROLES: Mapping[str, str] = {
    **{f"h{level}": f"H{level}" for level in range(1, 7)},
    "p": "P", "blockquote": "BlockQuote", "ul": "L", "ol": "L", "dl": "L", "li": "LI", "dt": "LI", "dd": "LI",
    "table": "Table", "thead": "THead", "tfoot": "TFoot", "tr": "TR", "th": "TH", "td": "TD",
    "caption": "Caption", "figcaption": "Caption", "img": "Figure", "svg": "Figure",
}  # fmt: skip
"""The roles of elements that say what their words are; an ``a`` is a link where it leads somewhere."""

CALLED = {
    "P": "a paragraph", "BlockQuote": "a quotation", "L": "a list", "LI": "an item", "Table": "a table", "THead": "the head of a table",
    "TFoot": "the foot of a table", "TR": "a row", "TH": "a heading cell", "TD": "a cell", "Caption": "a caption", "Figure": "a picture", "Link": "a link",
    **{f"H{level}": f"a heading of level {level}" for level in range(1, 7)},
}  # fmt: skip
"""What a role is called in a finding."""

Node = tuple[str, Any]
"""A role and what has it: an element of the composition or of the file."""


def role_of(element: Any) -> str:
    """Return the role that ``element`` of the composition must have in the file; empty where it needs none."""
    tag = element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
    if tag == "a":
        return "Link" if (element.get("href") or "").strip() else ""
    return ROLES.get(tag, "")


def composed_path(element: Any) -> tuple[Node, ...]:
    """Return the roles around the words of ``element``, from the outside in."""
    around = [element, *element.iterancestors()]
    return plain_path([(role_of(one), one) for one in reversed(around)])


def plain_path(nodes: Sequence[Node]) -> tuple[Node, ...]:
    """Return ``nodes`` without those that have no role.

    Of boxes that the engine puts into one another for one element the outermost counts. A list inside of an item of another belongs to
    that list in a file, and to the item in HTML: the item is left out.
    """
    kept: list[Node] = []
    for role, what in nodes:
        if role == "L" and kept and kept[-1][0] == "LI":
            kept.pop()
        if role and not (kept and kept[-1][0] == role and role != "L"):
            kept.append((role, what))
    return tuple(kept)


def called(role: str) -> str:
    """Return what ``role`` is called in a finding, also one that no composition has."""
    return CALLED.get(role, f"'{role}'")


def in_words(path: Sequence[Node]) -> str:
    """Return ``path`` in words, from the inside out: ``a cell in a row in a table``."""
    return " in ".join(called(role) for role, _ in reversed(path)) or "nothing in particular"
