"""Plain text: the words of a page that flows, in lines of some width, for whoever reads without any picture of it.

Headings have a number sign for each level, lists a dash or their number, links their address behind them, boxes to check ``[ ]``, lines to
write on underscores. A number that words call or write to without saying it stands where their sentence can be read. A table is told row by row, each cell behind the heading of its column.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

BLOCKS = frozenset({
    "header", "main", "section", "article", "div", "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "table", "blockquote", "figure",
    "figcaption", "dl", "dt", "dd", "nav", "footer",
})  # fmt: skip
"""Elements that begin a line."""

LISTS = frozenset({"ul", "ol"})

TO_WRITE = frozenset({
    "blank", "form__room", "form__write-in", "form__entry", "form__identity-blank", "checklist__line", "checklist__blank", "spec__blank", "spec__line",
})  # fmt: skip
"""Elements that are a line, or room, to write on."""

SKIP = "skip"
"""The class of the link that leads past the head of a page, where no page is."""

LONGEST = 10**6
"""Letters of a line that is not broken yet."""

BOX, LINE = "[ ]", "_" * 20

MARK = re.compile(r"\d{1,3}\.?(?:\s|$)")
"""How an item begins that has a number of its own."""

JOINERS = str.maketrans({"\N{WORD JOINER}": "", "\N{ZERO WIDTH SPACE}": "", "\N{SOFT HYPHEN}": ""})
"""Signs that only say where a line may end."""

NUMBER = re.compile("\ue000(.*?)\ue001")
"""A number that is called or written to, behind words that do not say it: kept between signs of no script until their sentence is known."""

SENTENCE_END = re.compile(r"[.!?](?=\s|$)")

CLOSING = ",;:.!?)"
"""Signs behind words that are a whole."""

HARD_SPACES = str.maketrans({"\N{NO-BREAK SPACE}": " ", "\N{NARROW NO-BREAK SPACE}": " "})


@dataclass(frozen=True)
class TextStyle:
    """How the text is set: its width in letters, and the word before what a picture shows."""

    width: int
    picture: str


def plain_text(page: Any, style: TextStyle) -> str:
    """Return the words of ``page``, the tree of a page that flows, as lines."""
    lines = [*_Writer(style).blocks(page.find("body"), "")]
    text = "\n".join(line.translate(HARD_SPACES).rstrip() for line in lines)
    return re.sub(r"\n{3,}", "\n\n", text).strip("\n") + "\n"


class _Writer:
    def __init__(self, style: TextStyle) -> None:
        self.style = style

    def blocks(self, element: Any, indent: str) -> Iterator[str]:
        """Yield the lines of what ``element`` holds, words between blocks as paragraphs."""
        held = [element.text or ""]
        for kid in element:
            if _is_block(kid):
                yield from self._paragraph("".join(held), indent)
                yield from self._block(kid, indent)
                held = [kid.tail or ""]
            else:
                held += [self._inline(kid), kid.tail or ""]
        yield from self._paragraph("".join(held), indent)

    def _block(self, element: Any, indent: str) -> Iterator[str]:
        if element.tag == "table":
            yield from self._table(element, indent)
        elif element.tag in LISTS:
            yield ""
            yield from self._items(element, indent)
            yield ""
        elif element.tag[0] == "h" and element.tag[1:].isdigit():
            yield ""
            yield from self._set(_flat(self._words(element)), indent, f"{'#' * int(element.tag[1:])} ")
            yield ""
        elif element.tag == "div" and _classes(element) & TO_WRITE:
            yield from self._set(LINE, indent, "")
        else:
            yield from self.blocks(element, indent)

    def _items(self, element: Any, indent: str) -> Iterator[str]:
        for number, item in enumerate([kid for kid in element if kid.tag == "li"], 1):
            lines = [line for line in _Writer(replace(self.style, width=LONGEST)).blocks(item, "") if line]
            words = lines[0] if lines else ""
            own = MARK.match(words)
            mark = "" if own or words.startswith(BOX) else f"{number}. " if element.tag == "ol" else "- "
            again = " " * (len(mark) or 3)
            yield from self._set(words, indent, mark, again)
            for line in lines[1:]:
                yield from self._set(line.strip(), indent + again, "")

    def _paragraph(self, words: str, indent: str) -> Iterator[str]:
        flat = _flat(words)
        if flat:
            yield ""
            yield from self._set(flat, indent, "")
            yield ""

    def _set(self, words: str, indent: str, first: str, again: str = "") -> Iterator[str]:
        """Yield ``words`` as lines; the first of them begins with ``first``."""
        yield from textwrap.wrap(
            words, self.style.width, initial_indent=indent + first, subsequent_indent=indent + again,
            break_long_words=False, break_on_hyphens=False,
        )  # fmt: skip

    def _table(self, table: Any, indent: str) -> Iterator[str]:
        """Yield a table row by row: its heading, and below it each cell behind the heading of its column."""
        yield ""
        for caption in table.iter("caption"):
            yield from self._paragraph(self._words(caption), indent)
        for row in table.iter("tr"):
            if row.getparent().tag == "thead":
                continue
            cells = [(cell, _flat(self._words(cell))) for cell in row if cell.tag in {"td", "th"}]
            heads = [words for cell, words in cells if cell.tag == "th" and words]
            inner = indent + "  " if heads else indent
            for words in heads:
                yield from self._set(words, indent, "", "  ")
            for cell, words in cells:
                if cell.tag == "td" and (words or _classes(cell) & TO_WRITE):
                    head = cell.get("data-head") or ""
                    yield from self._set(f"{head}: {words or LINE}" if head else words, inner, "", "  ")
            yield ""

    def _words(self, element: Any) -> str:
        """Return all words in ``element``, a space between blocks."""
        said = [element.text or ""]
        for kid in element:
            inner = f" {self._words(kid)} " if _is_block(kid) else self._inline(kid)
            said += [inner, kid.tail or ""]
        return "".join(said)

    def _inline(self, element: Any) -> str:
        classes = _classes(element) if isinstance(element.tag, str) else frozenset({SKIP})
        if SKIP in classes:
            return ""
        if element.tag in {"svg", "img"}:
            return self._picture(element)
        if classes & TO_WRITE:
            return f" {LINE} "
        if "box" in classes:
            return f" {BOX} "
        return self._said(element, classes)

    def _said(self, element: Any, classes: frozenset[str]) -> str:
        words = self._words(element)
        if "reference-mark" in classes:
            return f"[{_flat(words)}]"
        return words + _address(element, words) if element.tag == "a" else words or (" " if element.tag == "br" else "")

    def _picture(self, element: Any) -> str:
        title = element.get("alt") or next((kid.text for kid in element if kid.tag == "title"), "")
        return f" [{self.style.picture}: {_flat(title)}] " if title and element.get("aria-hidden") != "true" else ""


def _address(link: Any, words: str) -> str:
    """Return where ``link`` leads, behind its words, where these do not say it."""
    href = link.get("href") or ""
    kind, _, rest = href.partition(":")
    if href.startswith("#") or not rest:
        return ""
    said = re.sub(r"[\s\W]", "", words.translate(JOINERS)).casefold()
    wanted = re.sub(r"\W", "", rest).casefold()
    if kind in {"tel", "sms"}:
        return "" if said and wanted.endswith(said) else f"\ue000{rest}\ue001"
    return "" if said in {wanted, re.sub(r"\W", "", href).casefold()} else f" <{href}>"


def _is_block(element: Any) -> bool:
    return isinstance(element.tag, str) and (element.tag in BLOCKS)


def _classes(element: Any) -> frozenset[str]:
    return frozenset((element.get("class") or "").split())


def _flat(words: str) -> str:
    """Return ``words`` in one line, without signs that only say where a line may end."""
    return _with_numbers(" ".join(re.split(r"[ \t\r\n\f]+", words.translate(JOINERS))).strip(" "))


def _with_numbers(line: str) -> str:
    """Return ``line`` with each number of ``NUMBER`` in its place.

    None where it was said before or is in the same sentence, behind the words where these are a whole, else in brackets at the end of the sentence.
    """
    while found := NUMBER.search(line):
        before, after = line[: found.start()], line[found.end() :]
        end = SENTENCE_END.search(after)
        stop = end.start() if end else len(after)
        if re.search(rf"(?<!\d){re.escape(found[1])}(?!\d)", before + after[:stop]):
            line = before + after
        elif not after or after[0] in CLOSING:
            line = f"{before} {found[1]}{after}"
        else:
            line = f"{before}{after[:stop]} ({found[1]}){after[stop:]}"
    return line
