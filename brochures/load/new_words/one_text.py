"""One text: a file with one of its texts written anew. It reads back as the words that were given, and every other byte and value is what it was."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from brochures.findings import BrochureError, Finding, codes
from brochures.load.file_text import file_text
from brochures.load.new_words.scalar_place import ScalarPlace, Style, scalar_place
from brochures.load.new_words.scalar_writing import writings
from brochures.load.normal_form import composed
from brochures.load.yaml_source import Manuscript, Route, manuscript_of

_MARK = b"\xef\xbb\xbf"
"""What some editors write before the first letter of a file (UTF-8)."""


@dataclass(frozen=True)
class NewWords:
    """A file with one text written anew: its bytes, the words before, how the text was written and is now, and as it stands in the file, before and after."""

    data: bytes
    words_before: str
    was: Style
    style: Style
    raw_before: str
    raw: str

    @property
    def note(self) -> str:
        """What changed beside the words; empty where nothing did."""
        if self.was is self.style:
            return ""
        return f"the text was written {self._called(self.was)}, which cannot hold these words; it is now written {self._called(self.style)}"

    @staticmethod
    def _called(style: Style) -> str:
        return "without quotation marks" if style is Style.PLAIN else str(style)


def with_new_words(data: bytes, file: str, route: Route, words: str, raw: str = "") -> NewWords:
    """Return the file ``data``, which findings call ``file``, with ``words`` at ``route``; in the letters ``raw``, where they say them.

    Raise ``BrochureError`` where the file has mistakes, no text is written at ``route``, or nothing can be written there that leaves the
    rest of the file what it is.
    """
    before, told = _sound(data, file)
    place, found = _place(data, before, route), _counted(told)
    wanted = composed(words)
    tries = [(Style.PLAIN, raw)] if raw else []
    for style, written in (*tries, *writings(place, wanted)):
        fresh = _encoded(data, place.instead(written))
        if _holds(before, found, fresh, route, wanted):
            return NewWords(
                fresh, place.value, place.style, place.style if written == raw else style, place.raw, written
            )
    raise BrochureError(
        codes.UNWRITABLE_WORDS.at(
            before.place(route),
            "the words cannot be written here so that they read back as they are and the rest of the file stays what it is",
            "write them into the file itself, at this line",
        )
    )


def _sound(data: bytes, file: str) -> tuple[Manuscript, tuple[Finding, ...]]:
    """Return the file ``data`` as it is written, and what was found in it. Raise ``BrochureError`` where anything in it is an error."""
    text, unreadable = file_text(data, file)
    manuscript, findings = manuscript_of(text, file)
    wrong = [finding for finding in (*unreadable, *findings) if finding.is_error]
    if wrong:
        raise BrochureError(*wrong)
    return manuscript, (*unreadable, *findings)


def _place(data: bytes, manuscript: Manuscript, route: Route) -> ScalarPlace:
    try:
        place = scalar_place(data.decode("utf-8-sig"), manuscript, route)
    except LookupError:
        place = None
    if place is None:
        raise BrochureError(
            codes.UNWRITABLE_WORDS.at(
                manuscript.place(route),
                "no words are written here that could be replaced",
                "write them into the file itself",
            )
        )
    return place


def _encoded(data: bytes, text: str) -> bytes:
    return (_MARK if data.startswith(_MARK) else b"") + text.encode()


def _holds(before: Manuscript, found: Counter[str], fresh: bytes, route: Route, words: str) -> bool:
    """Whether ``fresh`` says ``words`` at ``route``, and all else that ``before`` says, in the same order, with nothing wrong in it but what was ``found``."""
    try:
        text, unreadable = file_text(fresh, before.file)
        after, findings = manuscript_of(text, before.file)
    except BrochureError:
        return False
    return (
        list(after.spots) == list(before.spots)
        and after.data == _with(before.data, route, words)
        and not _counted((*unreadable, *findings)) - found
    )


def _counted(findings: Sequence[Finding]) -> Counter[str]:
    return Counter(finding.code for finding in findings)


def _with(data: Any, route: Route, words: str) -> Any:
    """Return ``data`` with ``words`` at ``route``."""
    if not route:
        return words
    step, *rest = route
    if isinstance(data, Mapping):
        return {**data, step: _with(data[step], tuple(rest), words)}
    return [_with(part, tuple(rest), words) if number == step else part for number, part in enumerate(data)]
