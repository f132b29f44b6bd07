"""What a screen reader must be told of each composed element: its role in the structure tree (ISO 32000-1, 14.8.4), by its name in HTML."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
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
    "TOC": "a table of contents", "TOCI": "an entry of contents", "Reference": "a reference",
    **{f"H{level}": f"a heading of level {level}" for level in range(1, 7)},
}  # fmt: skip
"""What a role is called in a finding."""

Node = tuple[str, Any]
"""A role and what has it: an element of the composition or of the file."""


TAG = "data-tag"
"""The attribute of HTML that names what an element is in a file and not in HTML: ``H``, ``TOC``, ``Lbl``, ``sign``, or ``P`` for what looks like a heading and is none."""

TITLE, CONTENTS, SIGN = "H", "TOC", "sign"

LOWEST_TITLE = 3
"""The lowest level of the title of a notice."""

BULLET = "\N{BULLET}"
"""What is heard for a sign that is drawn before an item, and described by nothing else."""

_HEADING = re.compile(r"h([1-6])")


def role_of(element: Any, titles: Mapping[Any, str]) -> str:
    """Return the role that ``element`` of the composition must have in the file; empty where it needs none."""
    tag = element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
    own = element.get(TAG)
    if own == TITLE:
        return titles.get(element, "P")
    if own == CONTENTS or any(one.get(TAG) == CONTENTS for one in element.iterancestors()):
        return _of_contents(element, tag)
    if tag == "a":
        return "Link" if (element.get("href") or "").strip() else ""
    return ROLES.get(tag, "")


def _of_contents(element: Any, tag: str) -> str:
    """Return the role of a part of a table of contents (ISO 32000-1, 14.8.4.2): an entry is a row or an item."""
    if element.get(TAG) == CONTENTS:
        return "TOC"
    if tag == "a":
        return "Link" if (element.get("href") or "").strip() else ""
    return {"tr": "TOCI", "li": "TOCI", "td": "Reference" if _leads(element) else ""}.get(tag, ROLES.get(tag, ""))


def _leads(element: Any) -> bool:
    """Return whether words in ``element`` lead to another place."""
    return element.find(".//a[@href]") is not None


def is_heading(element: Any) -> bool:
    """Return whether ``element`` of the composition stands in a heading, or in the title of a notice."""
    around = (element, *element.iterancestors())
    return any(one.get(TAG) == TITLE or _HEADING.fullmatch(str(one.tag)) for one in around)


def title_roles(elements: Iterable[Any]) -> Mapping[Any, str]:
    """Return the role of each title of a notice around ``elements``, which come in the order of reading.

    It is a heading one level below the one before it, and no lower than ``LOWEST_TITLE``; before any heading it is a paragraph.
    """
    level, found, passed = 0, {}, set()
    for element in elements:
        for one in reversed([element, *element.iterancestors()]):
            heading = _HEADING.fullmatch(one.tag) if isinstance(one.tag, str) else None
            if one.get(TAG) == TITLE and one not in found:
                found[one] = f"H{min(level + 1, LOWEST_TITLE)}" if level else "P"
            elif heading and one not in passed:
                passed.add(one)
                level = int(heading[1])
    return found


def signs(elements: Iterable[Any]) -> frozenset[str]:
    """Return what is heard for the signs before items in the document of ``elements``."""
    root = next((one.getroottree() for one in elements), None)
    drawn = [] if root is None else root.iterfind(f".//*[@{TAG}='{SIGN}']")
    return frozenset(one.get("aria-label") or BULLET for one in drawn)


def silent_pictures(elements: Iterable[Any]) -> frozenset[str]:
    """Return the texts of pictures that were composed of nothing else, to say to a listener what a rule or an empty place says."""
    root = next((one.getroottree() for one in elements), None)
    drawn = [] if root is None else root.iterfind(".//svg")
    return frozenset(one[0].text or "" for one in drawn if [child.tag for child in one] == ["title"])


def composed_path(element: Any, titles: Mapping[Any, str], *, linked: bool = True) -> tuple[Node, ...]:
    """Return the roles around the words of ``element``, from the outside in; ``titles`` are those of notices.

    ``linked``: links of the composition are links of the file, too; on paper they are not.
    """
    nodes: list[Node] = []
    for one in reversed([element, *element.iterancestors()]):
        role = role_of(one, titles)
        if role != "Link" or linked:
            nodes.append((role, one))
        if role == "TOCI" and one.tag == "li" and _leads(one):
            nodes.append(("Reference", (one, "Reference")))
    return plain_path(nodes)


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
