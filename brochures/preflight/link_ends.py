"""Links of a finished file, one by one: the words that were composed as a link are one in the file, and lead where they were to lead.

The structure tree joins the two. The words of a link stand in an element of the tags, which holds the area that is touched. That area lies
at its words, has their target, and says what was composed. How large it is, and that none covers another, is looked at elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pypdf.generic import DictionaryObject

from brochures.compose.links import LABEL, PAGE
from brochures.findings import Finding, codes
from brochures.findings.check import check
from brochures.geometry.box import Box
from brochures.layout.checks.subject import area, shown
from brochures.preflight.extracted_text import Run
from brochures.preflight.finished_file import Annotation, FinishedFile
from brochures.preflight.links import FILE, places_of, target_in_file, target_of
from brochures.preflight.structure_roles import runs_of_tags
from brochures.preflight.structure_tree import TagElement

NEAR = 6.0
"""How far the area of a link may lie from its words, in pt: half a line."""

_MEND = "build again with --force; if it stays, set the link with 'links' in the template, or report it"


@check(
    codes.LINKS,
    looks_for="words of a link that cannot be touched, lead elsewhere, say something else, or whose area lies beside other words",
    source="ISO 14289-1, 7.18.5; ISO 32000-1, 12.5.6.5",
)
def ends(opened: FinishedFile) -> Iterator[Finding]:
    """Yield, for each link that was composed, what is wrong with the ones that the file has in its place."""
    if not (opened.composition.linked and opened.is_tagged):
        return
    held = _held(opened)
    places = places_of(opened.file)
    elements = {(page, number): element for page, number, element in opened.tree.marks}
    tops = [float(page.trimbox.top) for page in opened.file.pages]
    lefts = [float(page.trimbox.left) for page in opened.file.pages]
    for run, anchor in _linked(opened):
        link = _around(elements.get((run.page, run.mark)))
        if link is None:
            continue  # told by the roles of the tags
        own = [one for one in held.get(id(link), ()) if one.page == run.page]
        said = _wrong(run, anchor, [*own], places, (lefts[run.page - 1], tops[run.page - 1]))
        if said:
            yield codes.LINKS.at(opened.reading.place_of(run), said, _MEND).on(area(run.box), run.page)


@check(
    codes.LINKS,
    looks_for="areas that can be touched and belong to no words of a link",
    source="ISO 14289-1, 7.18.5",
)
def loose(opened: FinishedFile) -> Iterator[Finding]:
    """Yield areas that can be touched and that the tags hold in something that is no link; that they hold one nowhere is told with the tags."""
    if not (opened.composition.linked and opened.is_tagged):
        return
    roles = {key: element.role for key, element in opened.tree.objects}
    for one in opened.annotations:
        if one.kind == "Link" and roles.get(one.key, "Link") != "Link":
            said = f"an area that leads to '{target_in_file(one.raw)}' belongs to no link of the tags"
            yield codes.LINKS.at(opened.composition.job.place, said, _MEND).about(page=one.page)


@check(
    codes.LINKS,
    looks_for="places in the file that are not where what they are named for stands",
    source="ISO 32000-1, 12.3.2",
)
def places(opened: FinishedFile) -> Iterator[Finding]:
    """Yield places that a link leads to and that lie on another page than the words that they are the place of."""
    if not (opened.composition.linked and opened.is_tagged):
        return
    known = places_of(opened.file)
    first: dict[str, Run] = {}
    for run, element in runs_of_tags(opened):
        for one in (element, *element.iterancestors()):
            if one.get("id"):
                first.setdefault(f"#{one.get('id')}", run)
    for name, page in known.items():
        if name in first and first[name].page != page:
            run = first[name]
            said = f"the place '{name}' lies on page {page}, and the words that it is named for on page {run.page}"
            yield codes.LINKS.at(opened.reading.place_of(run), said, _MEND).on(area(run.box), run.page)


def _held(opened: FinishedFile) -> Mapping[int, list[Annotation]]:
    """Return the areas that each element of the tags holds, by its identity."""
    by_key: dict[int, list[Annotation]] = {}
    for one in opened.annotations:
        by_key.setdefault(one.key, []).append(one)
    found: dict[int, list[Annotation]] = {}
    for key, element in opened.tree.objects:
        found.setdefault(id(element), []).extend(by_key.get(key, ()))
    return found


def _linked(opened: FinishedFile) -> Iterator[tuple[Run, Any]]:
    """Yield each run of words of a link that leads somewhere, with its anchor in the composition."""
    for run, element in runs_of_tags(opened):
        around = (element, *element.iterancestors("a"))
        anchor = next((one for one in around if one.tag == "a"), None)
        target = "" if anchor is None else target_of(anchor.get("href") or "")
        if target and not target.startswith(FILE):
            yield run, anchor


def _around(element: TagElement | None) -> TagElement | None:
    """Return the link that ``element`` lies in or is."""
    path = element.path if element is not None else ()
    return next((one for one in reversed(path) if one.role == "Link"), None)


def _wrong(run: Run, anchor: Any, own: list[Annotation], places: Mapping[str, int], corner: tuple[float, float]) -> str:
    """Return what is wrong with the areas that a link has on the page of ``run``, empty where nothing is."""
    target, words = target_of(anchor.get("href")), shown(run.shown)
    if not own:
        return f"'{words}' is a link to '{target}' that cannot be touched: it has no area"
    others = [target_in_file(one.raw) for one in own if target_in_file(one.raw) != target]
    if others:
        return f"'{words}' leads to '{others[0] or 'nowhere'}', and was to lead to '{target}'"
    label = (anchor.get(LABEL) or "").replace(PAGE, str(places.get(target, PAGE)))
    silent = [one for one in own if label and str(one.raw.get("/Contents", "")) != label]
    if silent:
        return f"the link of '{words}' says '{silent[0].raw.get('/Contents', '')}', and was to say '{label}'"
    if not any(_lies_at(run.box, one.raw, corner) for one in own):
        return f"the area that leads to '{target}' does not lie at its words, '{words}'"
    return ""


def _lies_at(box: Box, annotation: DictionaryObject, corner: tuple[float, float]) -> bool:
    """Return whether the area of ``annotation`` lies at ``box``, which is measured from the ``corner`` of the trim at its top left."""
    left, bottom, right, top = (float(side) for side in annotation.get("/Rect", (0, 0, 0, 0)))
    rect = Box(
        min(left, right) - corner[0],
        corner[1] - max(top, bottom),
        max(left, right) - corner[0],
        corner[1] - min(top, bottom),
    )
    middle = (rect.left + rect.right) / 2, (rect.top + rect.bottom) / 2
    near = (
        rect.left <= box.right
        and box.left <= rect.right
        and rect.top <= box.bottom + NEAR
        and box.top - NEAR <= rect.bottom
    )
    return near and rect.left - NEAR <= max(box.left, min(box.right, middle[0])) <= rect.right + NEAR
