"""Lost text: what YAML takes for a comment, a tag, an anchor or a part of another text, and what whoever typed it meant as words.

Nothing of this is a mistake of YAML, so the parser says nothing: ``address: 100 River Road #210`` is an address without its suite.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import yaml

from brochures.findings import Finding, Place, codes

_COMMENT = re.compile(r"[ \t]+#")
_PLAIN_REMARK = re.compile(r"[ \t]+# +[^\W\d]")
_APART_REMARK = re.compile(r"(?:  |\t)[ \t]*# +[^\W\d]")
"""A remark in words; and one that stands apart from what is before it by two spaces."""

_SWALLOWED = re.compile(r"\s*(?:(?P<dash>- )|(?P<key>[A-Za-z_][\w.-]*):(?!//)\S)")
_SCHEMES = frozenset({"http", "https", "mailto", "tel", "sms", "doi", "urn"})
"""What begins an address: such a word with a colon is no key."""

_TO_THE_KEY = re.compile(r"^\s*(?:- +)*")

_SENTENCE = re.compile(r"[A-Z][a-z]|\S+ ")
"""How words begin, and no key: with a capital, or with a word and a blank."""

LONGEST = 60
"""How many characters of what is lost are shown."""

_QUOTE = "put quotation marks around the whole text"


def lost_text(events: Iterable[Any], lines: Sequence[str], file: str) -> Iterator[Finding]:
    """Yield what of the ``lines`` of ``file`` is in none of the texts that ``events`` of the parser hold."""
    told = list(events)
    used = {event.anchor for event in told if isinstance(event, yaml.AliasEvent)}
    before = None
    for event in told:
        if isinstance(event, yaml.NodeEvent) and not isinstance(event, yaml.AliasEvent):
            yield from _properties(event, lines, file, used)
        if isinstance(event, yaml.ScalarEvent):
            yield from _scalar(event, lines, file)
            yield from _words_as_key(event, before, lines, file)
        before = event


def _properties(event: Any, lines: Sequence[str], file: str, used: set[str | None]) -> Iterator[Finding]:
    """Yield the tag of a value, and its anchor where no alias asks for it: neither is a part of the text."""
    line, column = event.start_mark.line, event.start_mark.column
    if getattr(event, "tag", None) is not None or event.anchor not in {None, *used}:
        word = lines[line][column:].split(maxsplit=1)[0]
        yield _cut(
            file, line, column, f"'{word}', which begins this text, has a meaning of its own and is not printed", _QUOTE
        )


def _scalar(event: Any, lines: Sequence[str], file: str) -> Iterator[Finding]:
    first, last = event.start_mark, event.end_mark
    if event.style in {None, ""}:
        yield from _comment_behind(event, lines, file)
        for number in range(first.line + 1, last.line + 1):
            yield from _swallowed(lines[number], number, file)
    if event.style in {None, "", "|", ">"} and event.value:
        yield from _comment_below(event, lines, file)


def _comment_behind(event: Any, lines: Sequence[str], file: str) -> Iterator[Finding]:
    """Yield the comment that begins behind a text without quotation marks, unless it is plainly a remark."""
    end = event.end_mark
    rest = lines[end.line][end.column :]
    found = _COMMENT.match(rest)
    if not found:
        return
    whole = any(sign.isspace() for sign in event.value)
    remark = _APART_REMARK if whole else _PLAIN_REMARK
    if not remark.match(rest):
        cut = rest[found.end() - 1 :].strip()
        said = f"a comment begins here, in the middle of the text: '{_short(cut)}' is not printed"
        yield _cut(file, end.line, end.column + found.end() - 1, said, f"{_QUOTE}; a comment goes on a line of its own")


def _comment_below(event: Any, lines: Sequence[str], file: str) -> Iterator[Finding]:
    """Yield a line that begins with '#' below a text and is indented deeper than its key: it was meant as a part of the text."""
    plain = event.style in {None, ""}
    if plain and lines[event.end_mark.line][event.end_mark.column :].strip():
        return  # a key, or one text of several in a line
    first = lines[event.start_mark.line]
    key = len(first) - len(_TO_THE_KEY.sub("", first))
    number = event.end_mark.line + plain
    while number < len(lines) and not lines[number].strip():
        number += 1
    line = lines[number] if number < len(lines) else ""
    column = len(line) - len(line.lstrip())
    if line.lstrip().startswith("#") and column > key:
        said = f"this line is a comment, and ends the text above: '{_short(line.strip())}' is not printed"
        mend = "indent it as far as the text above where that begins with '>' or '|'; else put quotation marks around the whole text"
        yield _cut(file, number, column, said, mend)


def _swallowed(line: str, number: int, file: str) -> Iterator[Finding]:
    """Yield that ``line`` goes on with the text above, where it looks like an item of a list or a key."""
    found = _SWALLOWED.match(line)
    if found is None or (found["key"] or "").lower() in _SCHEMES:
        return
    if found["dash"]:
        said, mend = (
            "this line begins with a dash, but is read as part of the text above",
            "begin the list on the line below its key",
        )
    else:
        said = f"there is no blank behind the colon of '{found['key']}', so that this line is read as part of the text above"
        mend = f"write '{found['key']}: …', indented like the key above; if it is part of the text, {_QUOTE}"
    yield _cut(file, number, found.end() - 2 if found["dash"] else found.end() - 1, said, mend)


def _words_as_key(event: Any, before: Any, lines: Sequence[str], file: str) -> Iterator[Finding]:
    """Yield that ``event`` is read as a key, though it looks like a line of the text ``before`` it, which fills several lines."""
    if not isinstance(before, yaml.ScalarEvent) or not _fills_lines(before):
        return
    first, last = event.start_mark, event.end_mark
    if _SENTENCE.match(event.value) and lines[last.line][last.column : last.column + 1] == ":":
        said = f"the colon makes a key of '{_short(event.value)}', and ends the text above"
        yield _cut(file, first.line, first.column, said, "if this line is part of that text, indent it as far")


def _fills_lines(event: Any) -> bool:
    return bool(event.end_mark.line > event.start_mark.line)


def _cut(file: str, line: int, column: int, said: str, mend: str) -> Finding:
    return codes.LOST_TEXT.at(Place(file, line + 1, column + 1), said, mend)


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rstrip()} …"
