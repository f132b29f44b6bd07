"""What looks like something else than it is, or tells nothing: alternative texts, headings that are paragraphs, tables that only place words, colour alone.

Validators read tags, and these tags are in order. What is wrong is seen beside the page, or beside the words around a picture.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import lxml.html

from brochures.compose.typography import squeezed
from brochures.findings import NOWHERE, Finding, Place, codes
from brochures.findings.check import check
from brochures.layout.checks.subject import area, shown
from brochures.preflight.composed_roles import TAG
from brochures.preflight.finished_file import FinishedFile
from brochures.preflight.structure_tree import TagElement
from brochures.preflight.text_looks import TextLook

NO_HEADING = "P"
"""What a template says of words that look like a heading and are none."""

FEW = 12
"""The most words of a paragraph that an eye may take for a heading."""

LARGER = 1.15
"""How much larger than text words are that look like a heading by their size."""

OF_PAGE = 0.15
"""The share of the letters of a page that is text, and no heading."""

PLOTTED = 3
"""How many marks of each colour make two kinds of things."""

_FILE_NAME = re.compile(
    r"[\w -]*\.(?:svg|png|jpe?g|gif|tiff?|webp|pdf)|(?:image|picture|drawing|figure|img)[ _-]*\d*", re.IGNORECASE
)
_HEADING = re.compile(r"H[1-6]")
_MARKS = {"circle": ("r",), "ellipse": ("rx", "ry"), "rect": ("width", "height"), "use": ("href",)}
"""Shapes that a plot repeats, and what makes two of them one form."""

NEAR = ("p", "li", "td", "th", "figcaption", "caption", "h1", "h2", "h3", "h4")


@check(
    codes.IDLE_ALTERNATIVE,
    looks_for="alternative texts that are a file's name, that say once more what stands in the same block, or that an ornament has",
    source="WCAG 2.2, 1.1.1",
)
def alternatives(opened: FinishedFile) -> Iterator[Finding]:
    """Yield each alternative text that tells nothing, and each that an ornament has."""
    root = lxml.html.document_fromstring(opened.composition.html)
    for one in root.iter("img", "svg"):
        words = one.get("alt") if one.tag == "img" else one.findtext("title")
        if words and one.get("aria-hidden") == "true":
            said = f"an ornament has the alternative text '{shown(words)}', which nobody hears"
            yield codes.IDLE_ALTERNATIVE.at(opened.place_of_element(one), said, "take the text away, or aria-hidden")
    for one, words, near in _pictures(root):
        if _FILE_NAME.fullmatch(words.strip()):
            said = f"a picture says '{shown(words)}', which names a file and shows nothing"
            yield codes.IDLE_ALTERNATIVE.at(opened.place_of_element(one), said, "say what the picture shows")
        elif squeezed(words).casefold().rstrip(".") in near:
            said = f"a picture says '{shown(words)}', which stands beside it in print"
            yield codes.IDLE_ALTERNATIVE.at(
                opened.place_of_element(one), said, "say what it shows beside that, or let it be an ornament"
            )


def _pictures(root: Any) -> Iterator[tuple[Any, str, set[str]]]:
    """Yield each picture and its alternative text with the words of its block, paragraph by paragraph; those of pictures of nothing else are left out."""
    for one in root.iter("img", "svg"):
        words = one.get("alt") if one.tag == "img" else one.findtext("title")
        if words and (one.tag == "img" or len(one) > 1) and one.get("aria-hidden") != "true":
            block = next((around for around in one.iterancestors() if around.get("data-block")), one.getparent())
            yield one, words, {squeezed(_printed(near)).casefold().rstrip(".") for near in block.iter(*NEAR)}


def _printed(element: Any) -> str:
    """Return the words of ``element`` without what its drawings say of themselves."""
    said = [element.text or ""]
    for kid in element:
        said += [_printed(kid) if isinstance(kid.tag, str) and kid.tag != "svg" else "", kid.tail or ""]
    return "".join(said)


@check(
    codes.LOOKS_OTHERWISE,
    looks_for="paragraphs of a few words in the face and size of a heading",
    source="WCAG 2.2, 1.3.1",
)
def headings(opened: FinishedFile) -> Iterator[Finding]:
    """Yield each short paragraph that looks like a heading of the file, unless its template says that it is none."""
    if not opened.is_tagged:
        return
    held: dict[int, list[TextLook]] = {}
    of_marks = {(page, number): _block(one) for page, number, one in opened.tree.marks}
    blocks: dict[int, TagElement] = {}
    for look in opened.looks:
        block = of_marks.get((look.page, look.mark))
        if block is not None:
            held.setdefault(id(block), []).append(look)
            blocks[id(block)] = block
    sizes = _text_sizes([look for key, found in held.items() if blocks[key].role == "P" for look in found])
    like = {
        (look.face, look.size) for key, found in held.items() if _HEADING.fullmatch(blocks[key].role) for look in found
    }
    declared = _declared(opened)
    for key, found in held.items():
        words, text = " ".join(look.shown for look in found), sizes.get(found[0].page, 0.0)
        if blocks[key].role == "P" and _is_like(found, like, text) and squeezed(words).casefold() not in declared:
            said = (
                f"'{shown(words)}' is a paragraph, and looks like a heading ({found[0].size:g} pt, text has {text:g})"
            )
            mend = f'make it a heading, or say {TAG}="{NO_HEADING}" in the template'
            place = opened.place_on(found[0].page, found[0].box)
            yield codes.LOOKS_OTHERWISE.at(place, said, mend).on(area(found[0].box), found[0].page)


def _block(element: TagElement) -> TagElement | None:
    """Return the paragraph or heading around ``element``; None in a table, a list or a link by itself."""
    return next((one for one in reversed(element.path) if one.role == "P" or _HEADING.fullmatch(one.role)), None)


def _text_sizes(found: Sequence[TextLook]) -> Mapping[int, float]:
    """Return the size in pt of the text of each page: the largest that so many of its letters are set in; a page may have text in two sizes."""
    letters: dict[int, Counter[float]] = {}
    for look in found:
        letters.setdefault(look.page, Counter())[look.size] += len(look.shown)
    return {
        page: max(size for size, count in sizes.items() if count >= min(OF_PAGE * sizes.total(), max(sizes.values())))
        for page, sizes in letters.items()
    }


def _is_like(found: Sequence[TextLook], like: set[tuple[str, float]], text: float) -> bool:
    words = " ".join(look.shown for look in found)
    few = len(words.split()) <= FEW and any(sign.isalpha() for sign in words)
    return few and all((look.face, look.size) in like and look.size >= LARGER * text for look in found)


def _declared(opened: FinishedFile) -> set[str]:
    """Return the words of which a template says that they are no heading."""
    root = lxml.html.document_fromstring(opened.composition.html)
    return {squeezed(one.text_content()).casefold() for one in root.iterfind(f".//*[@{TAG}='{NO_HEADING}']")}


@check(
    codes.LOOKS_OTHERWISE,
    looks_for="tables without a heading cell, which only place words",
    source="WCAG 2.2, 1.3.1",
)
def tables(opened: FinishedFile) -> Iterator[Finding]:
    """Yield each table of the tags in which no cell is a heading."""
    cells: dict[int, Counter[str]] = {id(one): Counter() for one in opened.tree.elements if one.role == "Table"}
    places = _table_places(opened) if cells else {}
    for one in opened.tree.elements:
        if one.role in {"TH", "TD"}:
            around = next((outer for outer in reversed(one.path) if outer.role == "Table"), None)
            cells.setdefault(id(around), Counter())[one.role] += 1
    for key, held in cells.items():
        if not held["TH"]:
            count = held["TD"]
            said = f"a table of {count} {'cell' if count == 1 else 'cells'} has no heading cell: it only places words"
            place = places.get(key, NOWHERE)
            yield codes.LOOKS_OTHERWISE.at(place, said, "place words with a grid, or give the table its headings")


def _table_places(opened: FinishedFile) -> Mapping[int, Place]:
    """Return where the first words of each table of the tags are written."""
    boxes = {(look.page, look.mark): look.box for look in reversed(opened.looks)}
    found: dict[int, Place] = {}
    for page, number, element in opened.tree.marks:
        for around in element.path:
            if around.role == "Table" and id(around) not in found and (page, number) in boxes:
                found[id(around)] = opened.place_on(page, boxes[page, number])
    return found


@check(
    codes.COLOUR_ALONE,
    looks_for="marks of a drawing that have one form and size and two colours, and a sign that is beside two words in two colours",
    source="WCAG 2.2, 1.4.1",
)
def colours(opened: FinishedFile) -> Iterator[Finding]:
    """Yield each drawing with two kinds of marks, and each sign of two kinds, that only their colours tell apart."""
    signs: dict[tuple[Any, ...], dict[str, tuple[str, Any]]] = {}
    for drawing in lxml.html.document_fromstring(opened.composition.html).iter("svg"):
        title = drawing.findtext("title") or ""
        for form, fills in _marks(drawing).items():
            kinds = [fill for fill, count in fills.items() if count >= PLOTTED]
            if len(kinds) > 1:
                said = f"the marks '{form[0]}' of the drawing '{shown(title)}' are of one form in {len(kinds)} colours ({', '.join(kinds)})"
                yield codes.COLOUR_ALONE.at(opened.place_of_element(drawing), said, "give each kind a form of its own")
        if drawing.get("aria-hidden") == "true":
            form, fill = _sign(drawing)
            words = " ".join((drawing.tail or "").split()) or " ".join(drawing.getparent().text_content().split())
            if form and fill and words:
                signs.setdefault(form, {}).setdefault(fill, (words, drawing))
    for kept in signs.values():
        beside = [text for text, _ in kept.values()]
        if len(kept) > 1 and len(set(beside)) > 1:
            said = f"one sign stands in {len(kept)} colours beside different words: {', '.join(map(shown, beside))}"
            *_, (_, last) = kept.values()
            yield codes.COLOUR_ALONE.at(opened.place_of_element(last), said, "give each word a sign of its own")


def _marks(drawing: Any) -> Mapping[tuple[str, ...], Counter[str]]:
    """Return how often each form of mark is there in which colour; its edge belongs to the form."""
    found: dict[tuple[str, ...], Counter[str]] = {}
    for one in drawing.iter(*_MARKS):
        form = (
            one.tag,
            *(one.get(key) or "" for key in _MARKS[one.tag]),
            one.get("stroke") or "",
            one.get("stroke-dasharray") or "",
        )
        found.setdefault(form, Counter())[one.get("fill") or ""] += 1
    return found


def _sign(drawing: Any) -> tuple[tuple[Any, ...], str]:
    """Return the form of a small drawing and its one colour; none where it has several."""
    shapes = [one for one in drawing.iter() if one is not drawing and isinstance(one.tag, str)]
    painted = {one.get(key) for one in shapes for key in ("fill", "stroke") if one.get(key) not in {None, "none"}}
    form = tuple(
        (one.tag, *(value for key, value in sorted(one.items()) if key not in {"fill", "stroke"})) for one in shapes
    )
    return (form, painted.pop()) if len(painted) == 1 else ((), "")
