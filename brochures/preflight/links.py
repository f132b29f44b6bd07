"""What the links of a finished file say of themselves, held against the composition: a screen reader says these words and no others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, unquote, urljoin

import lxml.html
from pypdf import PdfReader

from brochures.compose.html import Composition
from brochures.compose.links import DESCRIPTIONS, LABEL, PAGE
from brochures.findings import Finding, Place, codes
from brochures.findings.check import check

FILE = "file:"
"""How an address on the computer itself begins; the engine makes one of each address that is not whole."""

SPACE = " \t\n\f\r"
"""The blanks that HTML has (HTML Standard, 2.3.1, ASCII whitespace), which the engine takes from both ends of an address."""

KEPT = "/:?#[]@!$&'()*+,;=~%"
"""The signs that the engine leaves as they are in an address, beside letters and digits (RFC 3986, 2.2 and 2.3)."""


@dataclass(frozen=True)
class _Link:
    """Where a link leads (``#name``: inside the file; empty: nobody can tell) and what it says of itself."""

    target: str
    words: str
    page: int


@dataclass(frozen=True)
class _Composed:
    """A link as it was composed: where it leads, and what may describe it in the file. A ``mute`` one was given no description, a ``hidden`` one is out of the structure tree."""

    target: str
    words: tuple[str, ...]
    mute: bool = False
    hidden: bool = False


@check(
    codes.LINKS,
    looks_for="links that do not say what they do in the words that were composed, or that are not in the file",
    source="ISO 14289-1, 7.18.5",
)
def descriptions(file: PdfReader, composition: Composition) -> Iterator[Finding]:
    """Yield each link of ``file`` whose words are not those of ``composition``, and each of those that is nowhere in it."""
    if not composition.linked:
        return
    places = places_of(file)
    composed: dict[str, list[_Composed]] = {}
    for one in _composed(composition, places):
        composed.setdefault(one.target, []).append(one)
    found = tuple(dict.fromkeys(_in_file(file)))
    wrong = set()
    for link in found:
        for finding in _about(link, composed.get(link.target, ())):
            wrong.add(link.target)
            yield finding.about(page=link.page)
    described = any(name.startswith(DESCRIPTIONS) for name in composition.job.labels)
    for target, wanted in composed.items():
        if target.startswith("#") and target not in places:
            continue  # it leads nowhere, and the layout engine said so
        said = {link.words for link in found if link.target == target}
        if target not in wrong:
            yield from _lost(target, wanted, said)
        if said and described and any(one.mute for one in wanted):
            mend = f"give it an {LABEL}, or set it with 'links'"
            yield _finding(f"the link to '{target}' does not say what it does", mend)


def _about(link: _Link, composed: Sequence[_Composed]) -> Iterator[Finding]:
    """Yield what is wrong with a ``link`` of the file; ``composed`` are those that lead where it does."""
    seen = [one for one in composed if not one.hidden]
    wanted = " or ".join(f"'{words}'" for words in sorted({one.words[0] for one in seen if not one.mute}))
    if not link.target:
        yield _finding("a link leads nowhere that can be read", "write it in a template, with 'links'")
    elif link.target.startswith(FILE):
        name = unquote(link.target).rstrip("/").rpartition("/")[2]
        said = f"a link leads to '{name}' on the computer that made the file"
        yield _finding(said, "write the whole address, from 'https://' on")
    elif not composed:
        said = f"a link leads to '{link.target}', which no template wrote"
        yield _finding(said, "write it in a template, with 'links'")
    elif any(link.words in one.words for one in seen):
        return
    elif len(seen) < len(composed) and (not seen or link.words == _address(link.target)):
        said = f"the link to '{link.target}' can be touched, and a screen reader is told to pass it over"
        yield _finding(said, "take 'aria-hidden' away, or set its words without a link")
    elif wanted:
        said = f"the link to '{link.target}' says '{link.words}', and was to say {wanted}"
        yield _finding(said, "set it with 'links', which describes it")


def _lost(target: str, composed: Sequence[_Composed], said: set[str]) -> Iterator[Finding]:
    """Yield the links of the composition to ``target`` that are not in the file, whose links to it say what is ``said``."""
    mend = "look for a style that hides its words"
    if not said:
        yield _finding(f"the link to '{target}' is not in the file", mend)
        return
    for words in dict.fromkeys(one.words[0] for one in composed if not one.mute and not one.hidden):
        if words not in said:
            yield _finding(f"the link to '{target}' that says '{words}' is not in the file", mend)


def _finding(said: str, mend: str) -> Finding:
    return codes.LINKS.at(Place(), said, mend)


def places_of(file: PdfReader) -> Mapping[str, int]:
    """Return the page, from 1, of each place of the file that a link can lead to, by its name with a ``#``."""
    return {
        f"#{name}": (file.get_destination_page_number(place) or 0) + 1
        for name, place in file.named_destinations.items()
    }


def _composed(composition: Composition, places: Mapping[str, int]) -> Iterator[_Composed]:
    """Yield each link of the composition that has a whole address, with the page of its target where its words tell that."""
    for anchor in lxml.html.document_fromstring(composition.html).iter("a"):
        target = target_of(anchor.get("href") or "")
        words = anchor.get(LABEL) or ""
        if not target or target.startswith(FILE):
            continue
        if target in places:
            words = words.replace(PAGE, str(places[target]))
        hidden = any(one.get("aria-hidden") == "true" for one in (anchor, *anchor.iterancestors()))
        own = (" ".join(anchor.text_content().split()), _address(target))
        yield _Composed(target, (words,) if words else own, mute=not words and not hidden, hidden=hidden)


def target_of(href: str) -> str:
    """Return the address that the engine writes for ``href``: the name of a place decoded, every other address in ASCII (RFC 3986, RFC 3987)."""
    address = href.strip(SPACE)
    if address.startswith("#"):
        return "#" + unquote(address[1:]) if address[1:] else ""
    if not address or address.startswith("data:"):
        return address
    return quote(urljoin(f"{FILE}///", address), safe=KEPT)


def _address(target: str) -> str:
    """Return what the engine lets a link say that nothing describes: where it leads."""
    return target.removeprefix("#")


def _in_file(file: PdfReader) -> Iterator[_Link]:
    """Yield each link of the file with its page, from 1."""
    for number, page in enumerate(file.pages, 1):
        for reference in page.get("/Annots", ()):
            annotation = reference.get_object()
            if annotation.get("/Subtype") == "/Link":
                yield _Link(target_in_file(annotation), str(annotation.get("/Contents", "")), number)


def target_in_file(annotation: Any) -> str:
    """Return where a link leads, empty where nobody can tell."""
    inside = annotation.get("/Dest")
    if isinstance(inside, str):
        return f"#{inside}"
    action = annotation.get("/A")
    return str(action.get_object().get("/URI", "")) if action is not None else ""
