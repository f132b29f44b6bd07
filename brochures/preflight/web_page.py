"""A finished page of the edition ``web``, read back: it loads and sends nothing, says the words of the piece, leads somewhere, can be followed."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Any

import lxml.html

from brochures.compose.html import Composition
from brochures.compose.typography import squeezed
from brochures.findings import NOWHERE, Finding, codes
from brochures.findings.check import check
from brochures.layout.checks.subject import shown
from brochures.pdf.file import File
from brochures.preflight.expected_text import Said, composed

RUNS = frozenset({"script", "iframe", "frame", "object", "embed", "applet", "form", "input", "button", "select", "textarea", "audio", "video", "base", "link", "template"})  # fmt: skip
"""Elements that run, load or send something, or let something be typed."""

LOADS = frozenset({"src", "srcset", "poster", "data", "background", "action", "formaction", "ping", "manifest"})
"""Attributes that name what is loaded or where something is sent."""

SCHEMES = frozenset({"https", "http", "tel", "sms", "mailto"})
"""What a link may begin with."""

POLICY = re.compile(
    r"default-src 'none'; style-src 'sha256-([\w+/=]+)'; font-src data:; img-src data:; base-uri 'none'; form-action 'none'"
)

NOT_READ = dict.fromkeys(map(ord, "\N{WORD JOINER}\N{ZERO WIDTH SPACE}\N{SOFT HYPHEN}"))

OF_PAGE = frozenset({"skip", "proof"})
"""Classes of what the page says by itself: the link past its head, and the line of a proof, which it says once."""

_OUTSIDE = re.compile(r"url\((?!\s*[\"']?data:)|@import|image-set\(")
_REFRESH = ("refresh", "set-cookie")
_HEADING = re.compile(r"h([1-6])")


@dataclass(frozen=True)
class WebPage:
    """A finished page beside what was composed."""

    made: File

    @property
    def composition(self) -> Composition:
        """What was composed."""
        return self.made.composition

    @cached_property
    def root(self) -> Any:
        """The tree of the page."""
        return lxml.html.document_fromstring(self.made.data.decode("utf-8"))

    @cached_property
    def style(self) -> str:
        """The text of its styles."""
        return "".join(one.text or "" for one in self.root.iter("style"))

    @cached_property
    def wanted(self) -> tuple[Said, ...]:
        """The composed texts that are read, in the order of reading."""
        texts = [one for one in composed(self.composition.html).texts if one.role not in {"running", "unread"}]
        return tuple(sorted((one for one in texts if not _is_of_page(one.element)), key=lambda one: one.turn))


def _is_of_page(element: Any) -> bool:
    return any(OF_PAGE.intersection((one.get("class") or "").split()) for one in (element, *element.iterancestors()))


@check(
    codes.WEB_ACTIVE,
    looks_for="scripts, fields, frames, whatever a page loads or sends, and a page that does not forbid them",
    source="Content Security Policy Level 3, 6; docs/architecture.md, Stages",
)
def active(page: WebPage) -> Iterator[Finding]:
    """Yield each thing of the page that runs, loads or sends, and that its policy is not the strict one."""
    for element in page.root.iter():
        for said in _acts(element) if isinstance(element.tag, str) else ():
            yield codes.WEB_ACTIVE.at(NOWHERE, f"the page has {said}", "take it out of the template")
    outside = _OUTSIDE.search(page.style)
    if outside:
        said = f"a style of the page loads something: '{page.style[outside.start() : outside.start() + 40]}'"
        yield codes.WEB_ACTIVE.at(NOWHERE, said, "let the page hold it, as 'data:'")
    yield from _policy(page)


def _acts(element: Any) -> Iterator[str]:
    if element.tag in RUNS:
        yield f"an element '{element.tag}'"
    if element.tag == "meta" and (element.get("http-equiv") or "").lower() in _REFRESH:
        yield f"a '{element.get('http-equiv')}'"
    for name, value in element.attrib.items():
        if name.startswith("on") or name == "style":
            yield f"an attribute '{name}'"
        elif name in LOADS and not value.startswith("data:"):
            yield f"something to load: {name}='{value[:60]}'"
        elif name.rpartition(":")[2] == "href" and not _may_lead(element, value):
            yield f"a reference that is no link of a reader: '{value[:60]}'"


def _may_lead(element: Any, value: str) -> bool:
    return value.startswith("#") or (element.tag == "a" and value.partition(":")[0] in SCHEMES)


def _policy(page: WebPage) -> Iterator[Finding]:
    """Yield what is wrong with the policy: it must be the first thing that acts, and name the sum of the one style."""
    held = [one for one in page.root.iter("meta") if (one.get("http-equiv") or "").lower() == "content-security-policy"]
    said = [one.get("content") or "" for one in held]
    found = POLICY.fullmatch(said[0]) if len(said) == 1 else None
    total = base64.b64encode(hashlib.sha256(page.style.encode()).digest()).decode()
    if found is None:
        yield codes.WEB_ACTIVE.at(
            NOWHERE, "the page does not forbid all that it does not need", "build again with --force"
        )
    elif found[1] != total:
        said_now = "the policy of the page names another style than the one it holds: a browser shows none"
        yield codes.WEB_ACTIVE.at(NOWHERE, said_now, "build again with --force; if it stays, report it")


@check(
    codes.WEB_WORDS,
    looks_for="words that the page lacks, has besides those of the piece, or reads in another order",
    source="WCAG 2.2, 1.3.2",
)
def words(page: WebPage) -> Iterator[Finding]:
    """Yield the first word that differs: both sides are letters without spaces, in the order of reading."""
    wanted = [one for one in page.wanted if one.role != "drawing" and one.text.translate(NOT_READ)]
    found = "".join(_read(page.root.find("body")))
    at = 0
    for one in wanted:
        text = one.text.translate(NOT_READ)
        if not found.startswith(text, at):
            there = found[at : at + 40]
            said = (
                f"'{shown(one.shown)}' was composed, and the page says '{there}' in its place"
                if there
                else f"'{shown(one.shown)}' is missing"
            )
            yield codes.WEB_WORDS.at(NOWHERE, said, "report it")
            return
        at += len(text)
    if at < len(found):
        yield codes.WEB_WORDS.at(
            NOWHERE, f"the page ends with words that nobody composed: '{found[at : at + 40]}'", "report it"
        )
    proofs = sum("proof" in (one.get("class") or "").split() for one in page.root.iter("p"))
    if proofs != int(page.composition.proof):
        said = (
            f"the page says {proofs} times that it is a proof"
            if page.composition.proof
            else "the page says that it is a proof, and is none"
        )
        yield codes.WEB_WORDS.at(NOWHERE, said, "build again with --force")


def _read(element: Any) -> Iterator[str]:
    """Yield the words below ``element`` that are read, as they compare: those of drawings are told by their titles."""
    yield from _letters(element.text)
    for kid in element:
        if isinstance(kid.tag, str) and kid.tag != "svg" and not OF_PAGE.intersection((kid.get("class") or "").split()):
            yield from _read(kid)
        yield from _letters(kid.tail)


def _letters(text: str | None) -> Iterator[str]:
    yield squeezed(text or "").casefold().translate(NOT_READ)


@check(
    codes.WEB_LINKS,
    looks_for="names that are there twice, links within the page to a name that is not there, links to elsewhere that nobody composed, links without words",
    source="HTML Standard, 3.2.6; WCAG 2.2, 2.4.4 and 4.1.2",
)
def links(page: WebPage) -> Iterator[Finding]:
    """Yield each name that is there twice and each link that leads nowhere, elsewhere, or says nothing."""
    names = Counter(one.get("id") for one in page.root.iter() if isinstance(one.tag, str) and one.get("id"))
    for name, count in names.items():
        if count > 1:
            yield codes.WEB_LINKS.at(NOWHERE, f"the name '{name}' is there {count} times", "name one of them otherwise")
    meant = {one.get("href") for one in lxml.html.document_fromstring(page.composition.html).iter("a")}
    for link in page.root.iter("a"):
        href = link.get("href") or ""
        if href.startswith("#") and href[1:] not in names:
            yield codes.WEB_LINKS.at(NOWHERE, f"a link leads to '{href}', which the page does not have", "correct it")
        elif not href.startswith("#") and href not in meant:
            yield codes.WEB_LINKS.at(NOWHERE, f"a link leads to '{href}', which no template wrote", "report it")
        if not " ".join(link.text_content().split()):
            yield codes.WEB_LINKS.at(NOWHERE, f"the link to '{href}' has no words", "give it words")
    lost = meant - {None, ""} - {link.get("href") for link in page.root.iter("a")}
    for href in sorted(lost - {f"#{name}" for name in names}):
        if not href.startswith("#"):
            yield codes.WEB_LINKS.at(NOWHERE, f"the link to '{href}' is not on the page", "report it")


@check(
    codes.WEB_ROLES,
    looks_for="a page without language, title or main part, headings that skip a level, pictures without words, cells without headings",
    source="WCAG 2.2, 1.1.1, 1.3.1, 2.4.2 and 3.1.1",
)
def roles(page: WebPage) -> Iterator[Finding]:
    """Yield what somebody who does not see the page is not told."""
    for said in (*_frame(page), *_headings(page.root), *_pictures(page.root), *_tables(page.root)):
        yield codes.WEB_ROLES.at(NOWHERE, said, "mend the template")


def _frame(page: WebPage) -> Iterator[str]:
    root, job = page.root, page.composition.job
    if root.get("lang") != job.language:
        yield f"the page is said to be in '{root.get('lang') or 'no language'}', and is in '{job.language}'"
    if not (root.findtext("head/title") or "").strip():
        yield "the page has no title"
    if len([*root.iter("main")]) != 1:
        yield f"the page has {len([*root.iter('main')])} main parts"


def _headings(root: Any) -> Iterator[str]:
    found = [one for one in root.iter() if isinstance(one.tag, str) and _HEADING.fullmatch(one.tag)]
    if not found or found[0].tag != "h1":
        yield "the page does not begin with a heading of the first level"
    for before, one in pairwise(found):
        if int(one.tag[1]) > int(before.tag[1]) + 1:
            yield f"the heading '{shown(one.text_content())}' is of level {one.tag[1]}, below one of level {before.tag[1]}"


def _pictures(root: Any) -> Iterator[str]:
    for one in root.iter("img"):
        if one.get("alt") is None:
            yield "a picture has no alternative text"
    for one in root.iter("svg"):
        titled = one.findtext("title") or one.get("aria-label")
        hidden = any(around.get("aria-hidden") == "true" for around in (one, *one.iterancestors()))
        if not hidden and not (one.get("role") == "img" and (titled or "").strip()):
            yield "a drawing says neither what it shows nor that it is an ornament"


def _tables(root: Any) -> Iterator[str]:
    for table in root.iter("table"):
        heads = [*table.iter("th")]
        if not heads:
            yield f"the table that begins with '{shown(table.text_content())}' has no heading cell"
        for one in heads:
            if not one.get("scope"):
                yield f"the heading cell '{shown(one.text_content())}' does not say whether it heads a row or a column"


@check(
    codes.WEB_STYLE,
    looks_for="variables that a style of the page asks for and nothing defines",
    source="CSS Custom Properties for Cascading Variables Module Level 1, 3",
)
def style(page: WebPage) -> Iterator[Finding]:
    """Yield each variable that is asked for and is not there."""
    defined = set(re.findall(r"(?<![\w-])(--[\w-]+)\s*:", page.style))
    for name in dict.fromkeys(re.findall(r"var\((--[\w-]+)", page.style)):
        if name not in defined:
            yield codes.WEB_STYLE.at(NOWHERE, f"a style asks for '{name}', which is no token", "correct its name")


CHECKS = (active, words, links, roles, style)
"""The checks of a page for the web."""
