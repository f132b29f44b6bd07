"""What the parser refuses, in the words of the person who writes the YAML: the place of the mistake, and the mend of that very line.

The parser tells where it gave up, which is often a line too late. Each function here knows one mistake: it returns its place (line and
column, from 0), what is said and the mend, or nothing where the mistake is another one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from brochures.findings import Finding, Place, codes

Told = tuple[tuple[int, int], str, str]

_TIGHT = re.compile(r"^(\s*(?:- +)*)([A-Za-z_][\w.-]*):(?!//)(\S.*)$")
"""A key with no blank behind its colon."""

_KEY = re.compile(r"^(\s*(?:- +)*)([^\s#'\"][^:]*):(?:\s|$)")
_LEADING = {
    "@": "a text cannot begin with '@'", "`": "a text cannot begin with '`'", "%": "a text cannot begin with '%'",
    ">": "a text that begins with '>' is read as one that follows in the lines below", "|": "a text that begins with '|' is read as one that follows in the lines below",
    "*": "a text cannot begin with '*', which has a meaning of its own", "&": "a text cannot begin with '&', which has a meaning of its own",
    "?": "a text cannot begin with '? '", "-": "a dash begins an item of a list, and the list must begin in a line of its own",
    ",": "a text cannot begin with ','", "!": "a text cannot begin with '!', which has a meaning of its own",
}  # fmt: skip
_WHOLE = "put quotation marks around the whole text"


@dataclass(frozen=True)
class Refusal:
    """What the parser says: problem and context, each with its place, and the lines of the file."""

    problem: str
    at: tuple[int, int]
    context: str
    since: tuple[int, int]
    lines: Sequence[str]

    @classmethod
    def of(cls, wrong: Any, lines: Sequence[str]) -> Refusal:
        """Return what ``wrong``, an error of the parser with its marks, says of ``lines``."""
        mark = wrong.problem_mark or wrong.context_mark
        at = (mark.line, mark.column) if mark else (0, 0)
        since = (wrong.context_mark.line, wrong.context_mark.column) if wrong.context_mark else at
        return cls(wrong.problem or "", at, wrong.context or "", since, lines)

    def line(self, number: int) -> str:
        """Return the line ``number``, empty where there is none."""
        return self.lines[number] if 0 <= number < len(self.lines) else ""

    def above(self, number: int) -> int:
        """Return the number of the next line above ``number`` that is not blank, -1 where there is none."""
        return next((one for one in range(number - 1, -1, -1) if self.line(one).strip()), -1)


def syntax_finding(wrong: Any, lines: Sequence[str], file: str) -> Finding:
    """Return the finding for ``wrong``, an error of the parser in ``lines`` of ``file``."""
    refusal = Refusal.of(wrong, lines)
    for known in KNOWN:
        told = known(refusal)
        if told is not None:
            (line, column), said, mend = told
            return codes.SYNTAX.at(Place(file, line + 1, column + 1), said, mend)
    line, column = refusal.at
    mend = "check the indent of this line and the one above; quote a text that holds ': ' or begins with a sign"
    return codes.SYNTAX.at(
        Place(file, line + 1, column + 1), "the text cannot be taken apart into keys and values here", mend
    )


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _tab(one: Refusal) -> Told | None:
    for number in (one.at[0], one.at[0] - 1):
        line = one.line(number)
        if "\t" in line[: _indent(line)]:
            return (
                (number, line.index("\t")),
                "a tab indents this line",
                "use two spaces for each step instead of the tab",
            )
    if one.line(one.at[0])[one.at[1] : one.at[1] + 1] == "\t":
        return one.at, "a tab stands where only spaces may", "use spaces instead of the tab"
    return None


def _no_break_space(one: Refusal) -> Told | None:
    for number in dict.fromkeys((one.since[0], one.at[0], one.above(one.since[0]))):
        found = re.search(r"^[ \xa0]*?(\xa0)|:(\xa0)", one.line(number))
        if found:
            said = "a no-break space stands here, where a plain one must"
            return (number, found.start(1 if found[1] else 2)), said, "delete it, and type a plain space"
    return None


def _end_of_the_file(one: Refusal) -> Told | None:
    if "document start" not in one.problem:
        return None
    dots = next((number for number in range(one.at[0], -1, -1) if one.line(number).startswith("...")), one.at[0])
    return (
        (dots, 0),
        "'...' at the beginning of a line ends the file, and words follow",
        "delete the dots, or indent them like the text above",
    )


def _open_quotation(one: Refusal) -> Told | None:
    if "quoted scalar" not in one.context:
        return None
    if "escape" in one.problem:
        said = "a backslash between double quotation marks has a meaning of its own"
        return one.at, said, "put single quotation marks around the text, or write the backslash twice"
    sign = one.line(one.since[0])[one.since[1] : one.since[1] + 1]
    return one.since, f"the quotation mark {sign} that opens here is not closed", f"write {sign} at the end of the text"


def _leading_sign(one: Refusal) -> Told | None:
    found = re.search(r"token|block scalar|alias|anchor|directive|tag|block node", one.context)
    place = one.since if found else one.at
    allowed = found or "keys are not allowed" in one.problem or "sequence entries are not allowed" in one.problem
    sign = one.line(place[0])[place[1] : place[1] + 1]
    if not allowed or sign not in _LEADING:
        return None
    return place, _LEADING[sign], _WHOLE


def _named_twice_or_nowhere(one: Refusal) -> Told | None:
    word = (one.line(one.at[0])[one.at[1] :].split() or [""])[0]
    mend = f"{_WHOLE}, or write it out: a leading '*' or '&' has a meaning of its own in YAML"
    if "undefined alias" in one.problem:
        return one.at, f"'{word}' stands for a text that is named nowhere", mend
    if "duplicate anchor" in one.context:
        return one.at, f"'{word}' names a text, and so does the same word on line {one.since[0] + 1}", mend
    return None


def _text_behind_its_end(one: Refusal) -> Told | None:
    line, column = one.line(one.at[0]), one.at[1]
    before = line[:column].rstrip()
    if "did not find expected" not in one.problem or column <= _indent(line) or not before:
        return None
    name = re.search(r"[:-] +([*&])\S+$", before)
    if name:
        return (one.at[0], name.start(1)), _LEADING[name[1]], _WHOLE
    sign = before[-1]
    if sign == '"':
        return (
            one.at,
            "the text goes on behind its closing quotation mark",
            "put single quotation marks around the whole text",
        )
    if sign == "'":
        mend = "put double quotation marks around the whole text, or write an apostrophe in it twice"
        return one.at, "the text goes on behind its closing quotation mark", mend
    if sign in "}]":
        opened = "{" if sign == "}" else "["
        return one.at, f"a text that begins with '{opened}' goes on behind '{sign}'", _WHOLE
    return None


def _comment_inside(one: Refusal) -> Told | None:
    """Return the comment that ended a text too early: on the line above, or on a line above the one where the text goes on."""
    if not any(what in one.problem for what in ("expected key", "expected ',' or", "could not find")):
        return None
    flow = "flow" in one.context
    for number in range(one.at[0] if flow else one.above(one.at[0]), one.since[0] - 1, -1):
        found = re.search(r"(?:^|\s)#", one.line(number))
        if found and (flow or _indent(one.line(one.at[0])) > _indent_of_key(one, number)):
            mend = f"{_WHOLE}, or put the comment above it"
            return (number, found.end() - 1), "a comment begins here, inside of a text or list", mend
        if not flow and not one.line(number).strip().startswith("#"):
            break
    return None


def _indent_of_key(one: Refusal, number: int) -> int:
    """Return how far the key is indented to whose text the line ``number`` belongs."""
    while number > 0 and not _KEY.match(one.line(number)):
        number -= 1
    return _indent(one.line(number))


def _open_bracket(one: Refusal) -> Told | None:
    if "flow" not in one.context:
        return None
    for number in range(one.since[0], -1, -1):
        end = one.since[1] + 1 if number == one.since[0] else None
        found = re.search(r"[\[{](?!.*[\[{])", one.line(number)[:end])
        if found:
            close = {"[": "]", "{": "}"}[found[0]]
            mend = f"write '{close}' behind the last item, or {_WHOLE}, if it is one"
            return (number, found.start()), f"the '{found[0]}' that opens here is not closed", mend
    return None


def _no_blank(one: Refusal) -> Told | None:
    """Return the key without a blank behind its colon, on the line of the mistake or on that above it."""
    if "could not find expected" not in one.problem and "not allowed in this context" not in one.problem:
        return None
    first = one.since[0]
    for number in dict.fromkeys((first, one.above(first))):
        found = _TIGHT.match(one.line(number))
        if found and (number != first or ": " not in found[3]):
            return (
                (number, found.end(2)),
                f"there is no blank behind the colon of '{found[2]}'",
                f"write '{found[2]}: {found[3][:40]}'",
            )
    return None


def _colon_in_value(one: Refusal) -> Told | None:
    if "values are not allowed" not in one.problem:
        return None
    line, column = one.line(one.at[0]), one.at[1]
    key = _KEY.match(line)
    if key and key.end(2) < column:
        text = line[key.end() :].strip()
        cut = line[key.end() : column].strip()
        mend = f"put quotation marks around the whole text: {key[2]}: {_quoted(text)}"
        return (
            one.at,
            f"the colon with a blank behind it makes a key of '{cut}', inside of the text of '{key[2]}'",
            mend,
        )
    above = one.above(one.at[0])
    if above >= 0 and not _KEY.match(one.line(above)):
        return (
            (above, 0),
            f"there is no colon behind '{one.line(above).strip()[:30]}', nor is it part of a text",
            "write 'key: value'",
        )
    said = "this line has a colon, and is indented like a part of the text above"
    return (
        (one.at[0], _indent(line)),
        said,
        "indent it like the key above; if it is part of that text, put quotation marks around the whole",
    )


def _quoted(text: str) -> str:
    return f"'{text}'" if '"' in text and "'" not in text else '"' + text.replace('"', "”") + '"'


def _lost_indent(one: Refusal) -> Told | None:
    if "could not find expected" not in one.problem:
        return None
    place = (one.since[0], _indent(one.line(one.since[0])))
    said = "this line is neither 'key: value' nor indented like a part of the text above"
    return place, said, "indent it as far as the text that it belongs to"


def _other_indent(one: Refusal) -> Told | None:
    line = one.line(one.at[0])
    if "did not find expected" not in one.problem or one.at[1] != _indent(line) or not line.strip():
        return None
    if line.lstrip().startswith(":"):
        return one.at, "there is no key before the colon", "write 'key: value'"
    if one.at[1] == one.since[1]:
        mend = "indent the list deeper than its key, or write 'key: value'"
        return one.at, "a list and keys stand side by side here", mend
    above = _indent(one.line(one.above(one.at[0])))
    said = f"this line is indented by {one.at[1]}, and the one above it by {above}: no key or list begins so far to the right"
    return one.at, said, "indent it as far as the key or item that it stands beside"


KNOWN: tuple[Callable[[Refusal], Told | None], ...] = (
    _tab, _no_break_space, _end_of_the_file, _open_quotation, _named_twice_or_nowhere, _leading_sign, _text_behind_its_end, _comment_inside, _open_bracket, _no_blank,
    _colon_in_value, _lost_indent, _other_indent,
)  # fmt: skip
"""The mistakes that have words of their own, in the order in which they are looked for."""
