"""What the tags of a finished file say of its words, held against the composition: a heading is a heading, a cell a cell, an item an item.

The words join the two. Each run of words that was found in the file has a mark, the mark an element of the tree, and around it others;
the text that it was matched to stands in an element of HTML, and around it others. Both must tell the same, from the outside in.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from brochures.compose.typography import squeezed
from brochures.findings import NOWHERE, Finding, codes
from brochures.findings.check import check
from brochures.layout.checks.subject import area, shown
from brochures.preflight.composed_roles import Node, called, composed_path, in_words, plain_path, signs, title_roles
from brochures.preflight.extracted_text import Run
from brochures.preflight.finished_file import FinishedFile
from brochures.preflight.links import places_of, target_of
from brochures.preflight.structure_tree import NEUTRAL, TagElement

UNREAD = frozenset({"unread", "drawing"})
"""The roles of composed texts that may stand in no element: what is hidden from readers, and words of a drawing, which its own text tells."""

_MEND = "build again with --force; if it stays, look for a style that takes the element apart, or report it"


class _Pairs:
    """Which element of the composition each element of the file is, and the other way round, as the words met so far tell."""

    def __init__(self) -> None:
        self.of_file: dict[int, Any] = {}
        self.of_piece: dict[Any, int] = {}

    def agree(self, written: TagElement, composed: Any) -> bool:
        """Whether the two are one, and were before. A link over several lines is one in the composition, and one for each line in the file."""
        same = self.of_file.setdefault(id(written), composed) == composed
        return same and (written.role == "Link" or self.of_piece.setdefault(composed, id(written)) == id(written))


@check(
    codes.TAG_ROLES,
    looks_for="tags that say of words something else than the composition: a heading, list, table, cell or link that is none in the file, or is another",
    source="ISO 14289-1, 7.1 to 7.5",
)
def roles(opened: FinishedFile) -> Iterator[Finding]:
    """Yield, once for each page and kind of mistake, words whose elements in the file are not those of the composition."""
    if not opened.is_tagged:
        return
    elements = {(page, number): element for page, number, element in opened.tree.marks}
    told: set[tuple[int, str]] = set()
    pairs = _Pairs()
    titles = title_roles(composed_elements(opened))
    places = places_of(opened.file)
    for run, element in runs_of_tags(opened):
        path = composed_path(element, titles, linked=opened.composition.linked)
        composed = tuple(node for node in path if not _leads_nowhere(node, places))
        said = _wrong(elements.get((run.page, run.mark)), composed, pairs)
        if said and (run.page, said) not in told:
            told.add((run.page, said))
            message = f"'{shown(run.shown)}' {said}"
            place = opened.reading.place_of(run)
            yield codes.TAG_ROLES.at(place, message, _MEND).on(area(run.box), run.page)


def composed_elements(opened: FinishedFile) -> list[Any]:
    """Return the elements of the composition that print words, in the order of reading."""
    return [said.element for said in opened.reading.printed if said.element is not None]


def _leads_nowhere(node: Node, places: Mapping[str, int]) -> bool:
    """Return whether ``node`` is a link to a place that the file does not have: the engine makes none of it, and says so."""
    role, element = node
    target = target_of(element.get("href") or "") if role == "Link" else ""
    return target.startswith("#") and target not in places


def runs_of_tags(opened: FinishedFile) -> Iterator[tuple[Run, Any]]:
    """Yield each run of words that must be read, with its element of the composition."""
    reading = opened.reading
    for index, runs in reading.match.found.items():
        said = reading.printed[index]
        if said.element is not None and said.role not in UNREAD:
            yield from ((run, said.element) for run in runs)


def _wrong(written: TagElement | None, composed: tuple[Node, ...], pairs: _Pairs) -> str:
    """Return what is wrong with the elements around a run of words, empty where nothing is."""
    if written is None:
        return "stands in no element of the tags: a screen reader passes it over"
    found = written_path(written)
    if [role for role, _ in found] != [role for role, _ in composed]:
        return f"is {in_words(found)} in the file, and was composed as {in_words(composed)}"
    for (role, one), (_, other) in zip(found, composed, strict=True):
        if not pairs.agree(one, other):
            return f"stands in {called(role)} of the file that is not the one of the piece: two are one there, or one is two"
    return ""


def written_path(element: TagElement) -> tuple[Node, ...]:
    """Return the roles around ``element`` of a file and its own, from the outside in, without those that say nothing."""
    return plain_path([("" if one.role in NEUTRAL else one.role, one) for one in element.path])


@check(
    codes.TAG_ROLES,
    looks_for="alternative texts of pictures that stand at another picture, and pictures that are tagged as none",
    source="ISO 14289-1, 7.3",
)
def pictures(opened: FinishedFile) -> Iterator[Finding]:
    """Yield the first picture whose alternative text is not the one that comes next in the piece."""
    if not opened.is_tagged:
        return
    wanted = opened.reading.composed.pictures
    held = [(one, str(one.raw.get("/Alt", ""))) for one in opened.tree.elements if "/Alt" in one.raw]
    for number, (words, (element, alt)) in enumerate(zip(wanted, held, strict=False), 1):
        if element.role != "Figure":
            said = f"picture {number} ('{shown(words)}') is tagged as {called(element.role)}"
            yield codes.TAG_ROLES.at(NOWHERE, said, _MEND)
        elif squeezed(alt) != squeezed(words):
            said = f"picture {number} says '{shown(alt)}', and was to say '{shown(words)}'"
            yield codes.TAG_ROLES.at(NOWHERE, said, _MEND)
            return
    if len(held) > len(wanted):
        said = f"{len(held)} elements have an alternative text, and the piece has {len(wanted)} pictures that need one"
        yield codes.TAG_ROLES.at(NOWHERE, said, _MEND)


SPEAKS = {"/ActualText": "other words", "/E": "what an abbreviation stands for", "/Phoneme": "a pronunciation"}
"""What an element can hold that is heard in the place of its words (ISO 32000-1, 14.9)."""


@check(
    codes.TAG_ROLES,
    looks_for="elements of the tags that are heard otherwise than they are printed, are taken for other roles, or are in another language",
    source="ISO 32000-1, 14.7.3 and 14.9",
)
def spoken(opened: FinishedFile) -> Iterator[Finding]:
    """Yield words that are heard in the place of those on the page, roles that stand for others, and languages that nobody composed."""
    root: Any = opened.root.get("/StructTreeRoot")
    if not opened.is_tagged:
        return
    for key in ("/RoleMap", "/ClassMap"):
        if root.get_object().get(key):
            yield codes.TAG_ROLES.at(
                NOWHERE, f"the tags have a {key}: what they are called is not what they are", _MEND
            )
    drawn = signs(composed_elements(opened))
    languages = {opened.composition.job.language, *_languages(opened)}
    for element in opened.tree.elements:
        for key, what in SPEAKS.items():
            if key in element.raw and not (element.role == "Lbl" and str(element.raw[key]) in drawn):
                said = f"{called(element.role)} holds {what} ('{shown(str(element.raw[key]))}'), heard in the place of those on the page"
                yield codes.TAG_ROLES.at(NOWHERE, said, _MEND)
        language = element.raw.get("/Lang")
        if language is not None and str(language) not in languages:
            said = f"{called(element.role)} is said to be in the language '{language}', which the piece does not have"
            yield codes.TAG_ROLES.at(NOWHERE, said, _MEND)
    for page, content in enumerate(opened.contents, 1):
        if b"/ActualText" in content:
            said = "a mark on the page holds other words, heard in the place of those that are printed"
            yield codes.TAG_ROLES.at(NOWHERE, said, _MEND).about(page=page)


def _languages(opened: FinishedFile) -> Mapping[str, None]:
    """Return the languages that elements of the composition say of themselves."""
    found: dict[str, None] = {}
    for said in opened.reading.composed.texts:
        if said.element is not None:
            around = (said.element, *said.element.iterancestors())
            found |= dict.fromkeys(one.get("lang") for one in around if one.get("lang"))
    return found
