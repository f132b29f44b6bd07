"""Tags and pages, held against each other: each mark of a page is one element's, each element knows what it lies in, and both know the way back.

ISO 32000-1, 14.7.4: an element names the marks that it holds, and the parent tree names, for each page, the element of each mark. Programs
use either way. What a page marks is read from its content, as it is written there.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from brochures.findings import NOWHERE, Finding, codes
from brochures.findings.check import check
from brochures.layout.checks.subject import counted, shown
from brochures.preflight.composed_roles import silent_pictures
from brochures.preflight.finished_file import FinishedFile
from brochures.preflight.structure_roles import composed_elements

_MARK = re.compile(rb"/MCID\s+(\d+)[^>]*>>\s*BDC\b")
_BEGIN = re.compile(rb"(?<![\w/(])B(?:DC|MC)\b")
_STEP = re.compile(rb"(?:/MCID\s+(\d+)[^>]*>>\s*)?(?<![\w/(])B(?:DC|MC)\b|(?<![\w/(])EMC\b")
_PAINTS = re.compile(rb"(?<![\w/(])(?:Do|sh|[fFBbSs]\*?|EI|TJ|Tj)(?!\w)")
_END = re.compile(rb"(?<![\w/(])EMC\b")

DEEPEST = 64
"""Nodes inside nodes of a number tree that are followed."""

_MEND = "build again with --force; if it stays, report it"


@check(
    codes.TAG_MARKS,
    looks_for="marks on a page that are in no element of the tags, in two, or that an element names and the page does not have",
    source="ISO 32000-1, 14.7.4; ISO 14289-1, 7.1",
)
def marks(opened: FinishedFile) -> Iterator[Finding]:
    """Yield, page by page, marks that are not in exactly one element, and marks that are not there."""
    if not opened.is_tagged:
        return
    held = Counter((page, number) for page, number, _ in opened.tree.marks)
    named: dict[int, list[int]] = {}
    for page, number in held:
        named.setdefault(page, []).append(number)
    for page, content in enumerate(opened.contents, 1):
        drawn = Counter(int(number) for number in _MARK.findall(content))
        faults = {
            "are in no element of the tags": [number for number in drawn if not held[page, number]],
            "are in two elements of the tags": [number for number in drawn if held[page, number] > 1],
            "stand twice on the page": [number for number, count in drawn.items() if count > 1],
            "are named in the tags and are not on the page": [
                number for number in named.get(page, ()) if number not in drawn
            ],
        }
        for what, numbers in faults.items():
            if numbers:
                said = f"of the marks of the page {len(numbers)} ({_first(numbers)}) {what}"
                yield codes.TAG_MARKS.at(NOWHERE, said, _MEND).about(page=page)
        if len(_BEGIN.findall(content)) != len(_END.findall(content)):
            said = "not every mark that begins on the page ends on it"
            yield codes.TAG_MARKS.at(NOWHERE, said, _MEND).about(page=page)
    lost = sum(1 for page, _, _ in opened.tree.marks if not 1 <= page <= len(opened.contents))
    if lost:
        yield codes.TAG_MARKS.at(NOWHERE, f"of the marks of the tags {lost} are on no page of the file", _MEND)


@check(
    codes.TAG_MARKS,
    looks_for="pictures that are tagged and that the page does not paint",
    source="ISO 14289-1, 7.3",
)
def painted(opened: FinishedFile) -> Iterator[Finding]:
    """Yield pictures whose marks hold nothing that is painted: a reader hears of what nobody sees."""
    if not opened.is_tagged:
        return
    figures = {(page, number): one for page, number, one in opened.tree.marks if one.role == "Figure"}
    silent = silent_pictures(composed_elements(opened))
    pages = {page for page, _ in figures}
    for page, content in enumerate(opened.contents, 1):
        for number, inside in _marked(content) if page in pages else ():
            if (page, number) in figures and _PAINTS.search(inside) is None:
                words = str(figures[page, number].raw.get("/Alt", ""))
                if words in silent:
                    continue
                said = f"the picture '{shown(words)}' is in the tags, and the page paints nothing in its place"
                yield codes.TAG_MARKS.at(NOWHERE, said, "look for a style that hides the picture").about(page=page)


def _marked(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the number of each mark with what it encloses, marks inside of it included."""
    opened: list[tuple[int, int]] = []
    for step in _STEP.finditer(content):
        if step[0] != b"EMC":
            opened.append((int(step[1] or -1), step.end()))
        elif opened:
            number, start = opened.pop()
            if number >= 0:
                yield number, content[start : step.start()]


@check(
    codes.TAG_MARKS,
    looks_for="pages, links and tags that do not name each other both ways: parent tree, parents, and the order of the tab key",
    source="ISO 32000-1, 14.7.4.4; ISO 14289-1, 7.18.3",
)
def parents(opened: FinishedFile) -> Iterator[Finding]:
    """Yield what the parent tree lacks or says otherwise than the elements, elements reached twice, and pages without their order."""
    root: Any = opened.root.get("/StructTreeRoot")
    if not opened.is_tagged:
        return
    for role in opened.tree.again:
        yield codes.TAG_MARKS.at(NOWHERE, f"an element ({role}) stands in two places of the tags", _MEND)
    tree = _numbers(root.get_object().get("/ParentTree"))
    if not tree:
        yield codes.TAG_MARKS.at(NOWHERE, "the tags have no parent tree", _MEND)
        return
    yield from _of_pages(opened, tree)
    yield from _of_annotations(opened, tree)
    wrong = sum(
        1
        for one in opened.tree.elements
        if _key(one.raw, "/P") != (one.parent.key if one.parent else _key(opened.root, "/StructTreeRoot"))
    )
    if wrong:
        said = f"of the elements of the tags {wrong} {'lies' if wrong == 1 else 'lie'} in another one than named"
        yield codes.TAG_MARKS.at(NOWHERE, said, _MEND)


def _of_pages(opened: FinishedFile, tree: Mapping[int, Any]) -> Iterator[Finding]:
    """Yield pages whose entry of the parent tree does not name the elements that hold its marks, and pages without the order of the tags."""
    wanted: dict[int, dict[int, int]] = {}
    for where, mark, element in opened.tree.marks:
        wanted.setdefault(where, {})[mark] = element.key
    for at, page in enumerate(opened.file.pages, 1):
        number: Any = page.get("/StructParents")
        entry = tree.get(int(number)) if number is not None else None
        held = entry.get_object() if entry is not None else None
        named = [*held] if isinstance(held, ArrayObject) else []
        keys = {place: one.idnum for place, one in enumerate(named) if isinstance(one, IndirectObject)}
        if keys != wanted.get(at, {}):
            wrong = len({*keys.items()} ^ {*wanted.get(at, {}).items()})
            said = f"the parent tree does not lead from the page back to its tags ({counted(wrong, 'difference')})"
            yield codes.TAG_MARKS.at(NOWHERE, said, _MEND).about(page=at)
        if "/Annots" in page and page.get("/Tabs") != "/S":
            said = "the tab key does not go through the page in the order of the tags (/Tabs is not /S)"
            yield codes.TAG_MARKS.at(NOWHERE, said, _MEND).about(page=at)


def _of_annotations(opened: FinishedFile, tree: Mapping[int, Any]) -> Iterator[Finding]:
    """Yield links and fields that are not in exactly one element, or whose way back leads elsewhere."""
    held: dict[int, list[int]] = {}
    for key, element in opened.tree.objects:
        held.setdefault(key, []).append(element.key)
    wrong: dict[int, list[int]] = {}
    for one in opened.annotations:
        number: Any = one.raw.get("/StructParent")
        entry = tree.get(int(number)) if number is not None else None
        back = entry.idnum if isinstance(entry, IndirectObject) else 0
        if held.pop(one.key, []) != [back]:
            wrong.setdefault(one.page, []).append(one.number)
    for page, numbers in wrong.items():
        said = f"of the annotations of the page {len(numbers)} ({_first(numbers)}) are not in the one element of the tags that they name"
        yield codes.TAG_MARKS.at(NOWHERE, said, _MEND).about(page=page)
    if held:
        said = f"of the annotations of the tags {len(held)} are on no page"
        yield codes.TAG_MARKS.at(NOWHERE, said, _MEND)


def _numbers(node: Any) -> dict[int, Any]:
    """Return what a number tree says, entries as they are written (ISO 32000-1, 7.9.7)."""
    found: dict[int, Any] = {}
    waiting = [(node, 0)]
    while waiting:
        held, depth = waiting.pop()
        held = held.get_object() if held is not None else None
        if not isinstance(held, DictionaryObject) or depth > DEEPEST:
            continue
        pairs: Any = held.get("/Nums", ArrayObject())
        pairs = list(pairs.get_object())
        found |= {int(key): value for key, value in zip(pairs[::2], pairs[1::2], strict=False)}
        waiting += [(kid, depth + 1) for kid in held.get("/Kids", ())]
    return found


def _key(held: DictionaryObject, name: str) -> int:
    """Return the number of the object that ``name`` of a dictionary refers to; 0 where it refers to none."""
    reference = held.raw_get(name) if name in held else None
    return reference.idnum if isinstance(reference, IndirectObject) else 0


def _first(numbers: Sequence[int]) -> str:
    shown = ", ".join(map(str, numbers[:4]))
    return f"{shown}, …" if len(numbers) > 4 else shown  # noqa: PLR2004 as many as a line shows
