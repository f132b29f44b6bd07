"""What the engine's structure tree must be told of its elements, so that the finished file can be mended behind the writer.

The tree is mended in the finished bytes (``pdf/structure_tags.py``). One thing cannot be done from there: the writer throws away
the attributes of HTML that the mends go by. So each element of the tree is given those of the element of HTML that it was made of,
under ``CARRIED``, a name that no reader of PDF knows and that no finished file keeps.

One function of the engine is wrapped for that, ``pdf.tags._build_box_tree``, and of it is relied on that its first argument is a box
and that it yields what it made of it. It is the part of WeasyPrint that changes most of all that we rely on: since November 2024
``pdf/tags.py`` has been changed 45 times, 13 of those in how this function is defined or called (the targets of our mends of layout,
``iter_line_boxes`` and ``float_layout``, not once). So the wrapper names no other argument and knows nothing of how a tree is
built.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pydyf

from brochures.engine.fill_boxes import NAMED
from brochures.engine.private_api import boxes, custom_property, real, tags
from brochures.engine.split_elements import COLUMNS, PART, is_anonymous

CARRIED = "BrochuresHTML"
"""The entry of an element of the tree that holds attributes of its HTML."""

LABEL = "aria-label"
"""The attribute that describes a link; where there is none its own words do."""

ATTRIBUTES = ("aria-hidden", LABEL, "data-foreign", "data-order", "data-tag", "lang", "scope", PART, COLUMNS, *NAMED)
"""The attributes that the mends go by."""

HEARD = "--heard"
"""The property of a box in the margins of a page that says whether it is read out where the page begins."""

BOOKMARK = "bookmark"
"""Under which name an element carries the level of its bookmark and, after a space, its words."""

MARGIN = "margin"
"""Under which name an element carries from which box in the margins it is."""

_build = tags._build_box_tree


def install() -> None:
    """Put the wrapper in the engine's place. Doing so twice changes nothing."""
    tags._build_box_tree = _carrying


def one_link_each(document: Any) -> None:
    """Take away the second and third annotation that the engine gives a link for each box inside it."""
    for page in document.pages:
        own = [link for link in page.links if link[3].link]
        page.links[:] = [link for link in page.links if link[3].link or not any(_covers(one, link) for one in own)]


def _covers(outer: Any, inner: Any) -> bool:
    (x0, y0, x1, y1), (left, top, right, bottom) = outer[2], inner[2]
    slack = (bottom - top) / 4
    within = x0 - slack <= left and right <= x1 + slack and y0 - slack <= top and bottom <= y1 + slack
    return bool(outer[:2] == inner[:2] and within)


def _carrying(box: Any, *rest: Any, **named: Any) -> Iterator[Any]:
    """Yield what the engine makes of ``box``, with the attributes of its element."""
    margin = real(box)
    if isinstance(margin, boxes.MarginBox):
        _hear(margin, rest, named)
        return
    carried = _attributes(margin)
    for element in _build(box, *rest, **named):
        if carried:
            element[CARRIED] = pydyf.Dictionary({name: pydyf.String(value) for name, value in carried.items()})
        yield element


def _hear(margin: Any, rest: tuple[Any, ...], named: dict[str, Any]) -> None:
    """Let the engine make elements of a box in the margins, which it leaves outside of the tree; mark them where they are to be read."""
    heard = custom_property(margin, HEARD) == "yes"
    for child in margin.children:
        for element in tags._build_box_tree(child, *rest, **named):
            if heard:
                element[CARRIED] = pydyf.Dictionary({MARGIN: pydyf.String(margin.at_keyword)})


def _attributes(box: Any) -> dict[str, str]:
    """Return the attributes of the element that ``box`` is of, no more than whether it is hidden where it is one of several boxes."""
    source = box.element
    if source is None or not hasattr(source, "get") or box.element_tag in {"html", "body"}:
        return {}
    if source.get("aria-hidden") == "true":
        if not source.get("alt"):
            source.set("alt", "hidden")  # the writer asks it of every picture; this one's leaves the tree with it
        return {"aria-hidden": "true"}
    if box.element_tag != source.tag:
        return {}
    carried = {name: source.get(name) for name in ATTRIBUTES if source.get(name)}
    if source.tag == "a" and LABEL not in carried:
        carried[LABEL] = " ".join("".join(source.itertext()).split())
    if getattr(box, "bookmark_label", "") and box.style["bookmark_level"] != "none":
        carried[BOOKMARK] = f"{box.style['bookmark_level']} {box.bookmark_label}"
    return carried | {"anonymous": "true"} if PART in carried and is_anonymous(box) else carried
