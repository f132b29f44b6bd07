"""Breaks: where lines, paragraphs, rows and headings end. Good typography is what nobody stumbles over."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from brochures.compose.typography import squeezed
from brochures.findings import Finding, codes
from brochures.findings.check import check
from brochures.geometry.pages import Line, Paragraph, Region
from brochures.layout.checks.subject import UNSEEN, Pages, area, shown

SMALL_WORD = 3
"""A line of a headline should not end in a word of so few letters."""

SHORT_LINE = 0.3
"""The last line of a headline should be longer than this share of its longest."""

SHORT = "its last line is very short"

RAGGED = 0.5
"""How far the lines of a better break may differ, as a share of the longest."""

MOST_WORDS = 14
"""A headline of more words is not broken anew."""

_ADDRESS = "the address"

_TOKENS = (
    (
        _ADDRESS,
        re.compile(
            r"(?:https?://|www\.|doi:\s?(?=10\.)|[\w.+%'-]+@|\b(?:\w+(?:-+\w+)*\.)+[a-z]{2,}/)[^\s<>]*[^\s<>.,;)]"
        ),
    ),
    ("the dose", re.compile(r"\d[\d.,]*(?:\s*[\N{EN DASH}-]\s*\d[\d.,]*)?\s*(?:mg/kg|mg|mcg|\N{MICRO SIGN}g|mL|ml)\b")),
    ("the number", re.compile(r"(?<!\d)(?:1[ -])?\(?\d{3}\)?[ -]\d{3}-\d{4}(?!\d)")),
)


@check(
    codes.HEADING_AT_FOOT,
    looks_for="headings that stand last in a panel, column or page",
    source="docs/designers.md, What a page is checked for",
)
def headings(pages: Pages) -> Iterator[Finding]:
    """Yield each heading that stands last in its panel or column, or on a page before the one where its text begins."""
    runs = list(pages.sheets.runs())
    for (paragraph, fragments), (after, later) in zip(runs, [*runs, (None, ())][1:], strict=True):
        page, lines = fragments[-1]
        if not paragraph.is_heading:
            continue
        region = _panel(pages, page, paragraph)
        parted = (
            _is_last(region, lines[-1])
            if region is not None
            else after is not None
            and _section(after) == _section(paragraph)
            and (later[0][0] > page or _in_next_column(lines[0], later[0][1][0]))
        )
        if parted:
            where = f"the panel '{region.name}'" if region else f"page {page}"
            yield codes.HEADING_AT_FOOT.at(
                pages.place_of(lines[-1]),
                f"the heading '{shown(lines[-1].text)}' stands at the foot of {where}, and its text begins elsewhere",
                "cut a line above it, or let its text begin here",
            ).on(area(lines[-1].box), page)


@check(
    codes.LONE_WORD,
    looks_for="paragraphs in a panel that end in a line of a single word",
    source="docs/designers.md, What a page is checked for",
)
def lone_words(pages: Pages) -> Iterator[Finding]:
    """Yield each paragraph in a panel whose last line is a single word."""
    panels = {region.name for region in pages.sheets.panels}
    addresses = [token for token, what in _tokens_of(pages.composition.html).items() if what == _ADDRESS]
    for paragraph, fragments in pages.sheets.runs():
        page, lines = fragments[-1]
        last = lines[-1]
        if (
            paragraph.region in panels
            and not paragraph.is_heading
            and _count(fragments) > 1
            and last.words == 1
            and "/" not in last.text
            and not _ends_an_address(last, addresses)
            and last.ends
        ):
            yield codes.LONE_WORD.at(
                pages.place_of(last),
                f"'{last.text}' stands alone in the last line of its paragraph",
                "cut a word before it, or add one",
            ).on(area(last.box), page)


@check(
    codes.LONE_LINE,
    looks_for="single lines that a page or column parts from their paragraph",
    source="docs/designers.md, What a page is checked for",
)
def lone_lines(pages: Pages) -> Iterator[Finding]:
    """Yield each single line that a page or column parts from its paragraph."""
    for paragraph, fragments in pages.sheets.runs():
        if len(fragments) < 2 or paragraph.is_heading or paragraph.role == "head":  # noqa: PLR2004 it stands in one place
            continue
        for where, (page, lines) in (("foot", fragments[0]), ("top", fragments[-1])):
            if len(lines) == 1:
                yield codes.LONE_LINE.at(
                    pages.place_of(lines[0]),
                    f"'{shown(lines[0].text)}' stands alone at the {where} of its page or column",
                    "let the paragraph break two lines from its end, with orphans and widows, or shorten it",
                ).on(area(lines[0].box), page)


@check(
    codes.SPLIT_ROW,
    looks_for="table rows that are parted by the end of a page",
    source="docs/designers.md, What a page is checked for",
)
def rows(pages: Pages) -> Iterator[Finding]:
    """Yield each page that begins with the rest of a table row."""
    before: frozenset[int] = frozenset()
    for sheet in pages.sheets.pages:
        split = len(before & sheet.rows)
        if split:
            yield codes.SPLIT_ROW.at(
                pages.place_of_block(next((region.block for region in sheet.regions if region.kind == "cell"), "")),
                f"a table row goes on at the top of page {sheet.number}",
                "keep the row together with break-inside: avoid, or shorten it",
            ).on(area(sheet.trim), sheet.number)
        before = sheet.rows


@check(
    codes.BROKEN_TOKEN,
    looks_for="addresses, doses and telephone numbers that are broken over two lines",
    source="docs/designers.md, What a page is checked for",
)
def tokens(pages: Pages) -> Iterator[Finding]:
    """Yield each address, dose or telephone number that stands on two lines although one could hold it.

    Addresses in large print and in a fax are left alone: the words before them are those of every edition.
    """
    wanted = _tokens_of(pages.composition.html)
    edition = pages.composition.edition
    if edition is not None and edition.reflowed:
        wanted = {token: what for token, what in wanted.items() if what != _ADDRESS}
    for paragraph, fragments in pages.sheets.runs():
        lines = [(page, line) for page, part in fragments for line in part]
        if len(lines) < 2:  # noqa: PLR2004 nothing can break
            continue
        widest = max(line.box.width for _, line in lines)
        whole = [squeezed(line.text) for _, line in lines]
        everything = "".join(whole)
        for token, what in wanted.items():
            if token not in everything or len(token) * paragraph.size / 2 > widest:
                continue
            if what == _ADDRESS and (f"//{token}" in everything or f"{token}/" in everything):
                continue  # a part of an address that may be too long for a line
            for (page, line), (first, second) in zip(lines, pairwise(whole), strict=False):
                if token in first + second and token not in first and token not in second:
                    yield codes.BROKEN_TOKEN.at(
                        pages.place_in(line, token),
                        f"{what} '{shown(token)}' is broken at '…{line.text[-16:]}'",
                        "change a word before it so that it stands on one line",
                    ).on(area(line.box), page)


@check(
    codes.HEADLINE_BREAK,
    looks_for="headlines that break after a small word, or that leave a very short last line",
    source="docs/designers.md, What a page is checked for",
)
def headlines(pages: Pages) -> Iterator[Finding]:
    """Yield a note for each headline that still breaks badly after it was balanced, with a better break where there is one."""
    for paragraph, fragments in pages.sheets.runs():
        page, lines = fragments[0]
        words = [word for line in lines for word in line.text.split()]
        if not paragraph.is_heading or len(lines) < 2 or len(words) > MOST_WORDS:  # noqa: PLR2004 one line does not break
            continue
        now = [line.text for line in lines]
        trouble = _trouble(now)
        if trouble:
            better = _better(words, len(lines), max(map(len, now)))
            if not better and trouble != SHORT:
                continue  # a small word may end a line where no other break is better
            mend = f"it would break better as '{' / '.join(better)}'" if better else "write it a word longer or shorter"
            yield codes.HEADLINE_BREAK.at(
                pages.place_of(lines[0]), f"the headline breaks as '{' / '.join(now)}': {trouble}", mend
            ).on(area(lines[-1].box), page)


def _trouble(lines: Sequence[str]) -> str:
    for line in lines[:-1]:
        last = line.split()[-1]
        if len(last) <= SMALL_WORD and last.isalpha():
            return f"a line ends in '{last}'"
    if len(lines[-1].split()) == 1 and len(lines[-1]) < SHORT_LINE * max(map(len, lines)):
        return SHORT
    return ""


def _better(words: Sequence[str], count: int, longest: int) -> list[str]:
    """Return the words in ``count`` lines, none longer than ``longest`` letters, as even as they can be without trouble."""
    found: list[tuple[int, list[str]]] = []
    for cuts in combinations(range(1, len(words)), count - 1):
        edges = (0, *cuts, len(words))
        lines = [" ".join(words[first:last]) for first, last in pairwise(edges)]
        ragged = max(map(len, lines)) - min(map(len, lines))
        if max(map(len, lines)) <= longest and ragged <= longest * RAGGED and not _trouble(lines):
            found.append((ragged, lines))
    return min(found)[1] if found else []


def _tokens_of(html: str) -> dict[str, str]:
    """Return what must not be broken in the composed words, squeezed, with what it is."""
    text = re.sub(r"&nbsp;|&#160;", "\N{NO-BREAK SPACE}", re.sub(r"<[^>]*>", "\n", html)).translate(UNSEEN)
    return {squeezed(match[0]): what for what, pattern in _TOKENS for match in pattern.finditer(text)}


def _ends_an_address(last: Line, addresses: Sequence[str]) -> bool:
    """Whether ``last``, of one word, is an address or the end of one: it is printed as it is, and no word can be cut before it."""
    word = squeezed(last.text)
    return any(address.endswith(word) for address in addresses)


def _panel(pages: Pages, page: int, paragraph: Paragraph) -> Region | None:
    return next(
        (region for region in pages.sheets.panels if region.page == page and region.name == paragraph.region), None
    )


def _is_last(region: Region, line: Line) -> bool:
    below = [other for other in region.lines if other.box.top >= line.box.bottom - 1 and other is not line]
    beside = [other for other in region.lines if other.box.left > line.box.right]
    return (
        not below
        and not beside
        and not any(art.kind == "image" and art.box.top >= line.box.bottom - 1 for art in region.art)
    )


def _section(paragraph: Paragraph) -> str:
    return paragraph.block.partition("-")[0]


def _in_next_column(line: Line, other: Line) -> bool:
    return other.box.bottom < line.box.top and other.box.left > line.box.right


def _count(fragments: Sequence[tuple[int, Sequence[Line]]]) -> int:
    return sum(len(lines) for _, lines in fragments)
