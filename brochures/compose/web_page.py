"""The web page: one composed text, made for paper, as a page that flows, in the order in which it is read.

Words, headings, lists, tables, drawings and links stay what they are; what only paper has is taken out: sheets and grounds, page numbers,
running heads, marks, and sizes in pt. Which part is which is said in HTML alone, so that nobody needs a style to read it.
"""

from __future__ import annotations

import re
from typing import Any

import lxml.html

MAIN = "main"
"""The name of the main part, which the first link leads to."""

LAST = 10**6
"""The turn of what names none: after all that does."""

LOWEST_TITLE = 3
"""The lowest level of the title of a notice, as in tagged files."""

PX = 96 / 72
"""CSS px in a pt."""

COVER = "cover__art"
"""A scene without words, of which a page shows as much as it has room for."""

ART = frozenset({COVER, "panorama"})
"""What runs off the paper and is a picture all the same."""

PAPER_ONLY = ("data-passage", "data-order", "data-balance", "data-fit", "data-block", "data-panel", "data-bleed", "data-tag", "data-region", "data-field",
    "data-through", "data-format", "data-role", "style")  # fmt: skip
"""Attributes that speak to the layout of paper or to its checks."""

ROLES = {"table": "table", "thead": "rowgroup", "tbody": "rowgroup", "tfoot": "rowgroup", "tr": "row", "td": "cell"}
"""The roles of parts of a table: said once more, for a narrow page sets them as blocks, and some browsers then forget what they are."""

_SIZE = re.compile(r"(?<![\w-])(width|height):\s*([\d.]+)pt")
_HEADING = re.compile(r"h([1-6])")


def flowing_page(html: str, skip: str) -> Any:
    """Return ``html``, one composed text, as the tree of a page that flows. ``skip`` is what the link says that leads to its main part."""
    root = lxml.html.document_fromstring(html)
    body = root.find("body")
    proof = _taken_proof(body)
    _take_paper_out(body)
    _name_titles(body)
    _lists_for_contents(body)
    _lists_for_sources(body)
    for table in [*body.iter("table")]:
        _tell_table(table)
    for drawing in body.iter("svg"):
        _size(drawing)
    _put_in_order(body, proof, skip)
    for element in root.iter():
        if isinstance(element.tag, str):
            _plain(element)
    return root


def _taken_proof(body: Any) -> Any:
    """Return the line of a proof, which stands in many places of a piece, and take all of them out; None where it is none."""
    lines = [one for one in body.iter("p") if "proof" in one.get("class", "").split()]
    for one in lines:
        _remove(one)
    return lines[0] if lines else None


def _take_paper_out(body: Any) -> None:
    for one in [*body.iter()]:
        if isinstance(one.tag, str) and _is_paper(one):
            _remove(one)


def _is_paper(one: Any) -> bool:
    """Whether only paper has ``one``: grounds, running heads, numbers of pages, words that are printed and not read."""
    if one.tag == "svg":
        return False
    if one.get("data-bleed") is not None:
        return not any(ART.intersection(inner.get("class", "").split()) for inner in one.iter() if _is_element(inner))
    marks = ("aria-hidden", "true"), ("data-role", "running"), ("data-generated", "page")
    return any(one.get(key) == value for key, value in marks)


def _is_element(one: Any) -> bool:
    return isinstance(one.tag, str)


def _name_titles(body: Any) -> None:
    """Make a heading of the title of each notice: one level below the one before it, and no lower than ``LOWEST_TITLE``."""
    level = 0
    for one in _in_turn(body):
        heading = _HEADING.fullmatch(one.tag)
        if heading:
            level = int(heading[1])
        elif one.get("data-tag") == "H" and level:
            one.tag = f"h{min(level + 1, LOWEST_TITLE)}"
            level = int(one.tag[1])
        elif one.get("data-tag") == "sign" and one.get("aria-label"):
            one.set("role", "img")


def _in_turn(body: Any) -> list[Any]:
    """Return all elements in the order of reading."""
    found: list[tuple[int, Any]] = []
    waiting = [(body, LAST)]
    while waiting:
        one, turn = waiting.pop()
        turn = int(one.get("data-order") or turn)
        found.append((turn, one))
        waiting += [(kid, turn) for kid in reversed(one) if _is_element(kid)]
    return [one for _, one in sorted(found, key=lambda pair: pair[0])]


def _lists_for_contents(body: Any) -> None:
    """Make a list of each table of contents: without the numbers of pages it has no columns."""
    for table in [one for one in body.iter("table") if one.get("data-tag") == "TOC"]:
        table.tag = "ul"
        rows = [*table.iter("tr")]
        for kid in [*table]:
            table.remove(kid)
        for row in rows:
            row.tag = "li"
            table.append(row)
            for cell in [*row.iter("td")]:
                cell.tag = "span"
                cell.tail = " "
                if not len(cell) and not (cell.text or "").strip():
                    _remove(cell)


def _lists_for_sources(body: Any) -> None:
    """Make a list of the sources that a panel prints one behind the other, to save room."""
    for one in [one for one in body.iter("p") if "sources" in one.get("class", "").split()]:
        one.tag = "ol"
        for item in one:
            item.tag, item.tail = "li", "\n"


def _tell_table(table: Any) -> None:
    """Give each part of ``table`` its role, and each cell the words of the heading of its column, for a narrow page."""
    heads: dict[int, str] = {}
    for one in table.iter():
        role = ROLES.get(one.tag) if _is_element(one) else None
        if one.tag == "th":
            role = "rowheader" if (one.get("scope") or "").startswith("row") else "columnheader"
        if role and one is not table:
            one.set("role", role)
    table.set("role", "table")
    for row in table.iter("tr"):
        at = 0
        for cell in row:
            wide = int(cell.get("colspan") or 1)
            if row.getparent().tag == "thead":
                heads |= dict.fromkeys(range(at, at + wide), " ".join(cell.text_content().split()))
            elif cell.tag == "td" and heads.get(at):
                cell.set("data-head", heads[at])
            at += wide


def _size(drawing: Any) -> None:
    """Give a drawing its size in CSS px, which a style may change; a scene has that of its page, and is cut where it is higher."""
    sizes = dict(_SIZE.findall(drawing.get("style") or ""))
    for key, points in sizes.items() if len(sizes) > 1 else ():
        drawing.set(key, f"{float(points) * PX:.4g}")
    if any(COVER in around.get("class", "").split() for around in drawing.iterancestors()):
        drawing.set("preserveaspectratio", "xMidYMax slice")


def _put_in_order(body: Any, proof: Any, skip: str) -> None:
    """Put what has a turn into the main part by it, what has none after it; before it the link that leads there and the line of a proof."""
    ordered = [one for one in body.iter() if _is_element(one) and one.get("data-order")]
    outer = [one for one in ordered if not any(above in ordered for above in one.iterancestors())]
    for one in outer:
        _remove(one)
    main = lxml.html.Element("main", id=MAIN, tabindex="-1")
    main.extend(sorted(outer, key=lambda one: int(one.get("data-order"))))
    main.extend([one for one in body if _is_element(one) and _says_anything(one)])
    for kid in [*body]:
        body.remove(kid)
    first = lxml.html.Element("a", href=f"#{MAIN}")
    first.set("class", "skip")
    first.text = skip
    body.text = None
    body.append(first)
    if proof is not None:
        head = lxml.html.Element("header")
        head.append(proof)
        body.append(head)
    body.append(main)


def _says_anything(one: Any) -> bool:
    return bool(one.text_content().strip()) or next(one.iter("svg", "img"), None) is not None


def _plain(element: Any) -> None:
    """Take from ``element`` what speaks to paper."""
    for key in PAPER_ONLY:
        element.attrib.pop(key, None)
    href = element.get("href") or ""
    if href.startswith(("http:", "https:")):
        element.set("rel", "noopener noreferrer")


def _remove(element: Any) -> None:
    """Take ``element`` out and leave the words behind it where they are."""
    element.drop_tree()
    element.tail = None


def serialized(root: Any) -> str:
    """Return a tree as HTML."""
    html: str = lxml.html.tostring(root, encoding="unicode", doctype="<!doctype html>")
    return html
