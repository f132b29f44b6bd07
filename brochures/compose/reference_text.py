"""What the citation processor leaves to be done in the text of a reference: stops, groups among authors, and the mark-up of titles.

The rules are those of the AMA Manual of Style, 11th edition; docs/writers.md, References, says where each of them was read.
"""

from __future__ import annotations

import re
from typing import Any

from markupsafe import Markup, escape

from brochures.compose.passage_numbers import Stamped, signed
from brochures.geometry.passages import count, cut
from brochures.load.model.names_and_titles import MARKS, TAG, initials
from brochures.load.model.sources import Author, Citation

_GROUP = "\ue003"
"""Stands before a group that follows persons, until the reference is set. It goes behind the last of them: the processor counts it as no author."""

_BEFORE_GROUP = re.compile(rf" ?{_GROUP}")

_MOST = 6
"""So many authors are all named; of more, the first ``_FIRST``."""
_FIRST = 3

_SECOND_STOP = re.compile(r"([?!][”’\"']?(?:</\w+>)*)\.(?=\s|$)")
_ESCAPED_TAG = re.compile(rf"&lt;(/?)({'|'.join(MARKS)})&gt;")
_ELEMENT = {"i": "i", "b": "b", "sub": "sub", "sup": "sup", "scp": 'span class="references__small-capitals"'}


def authors(cite: Citation) -> list[dict[str, str]]:
    """Return the authors of ``cite`` as the processor takes them: persons, "et al" where they are too many, and groups behind a semicolon."""
    persons = [one for one in cite.author if one.literal is None]
    follows = bool(persons) and cite.author[0].literal is None
    groups = [one.literal for one in cite.author if one.literal is not None] if follows else []
    if not groups:
        return [_author(one) for one in cite.author] + [{"literal": "et al"}] * cite.et_al
    named = persons[:_FIRST] if len(persons) > _MOST else persons
    found = [_author(one) for one in named] + [{"literal": "et al"}] * (cite.et_al or named != persons)
    last = found[-1]
    key = "literal" if "literal" in last else "suffix"
    last[key] = last.get(key, "") + "".join(f"{_GROUP}{group}" for group in groups)
    return found


def mended(entry: str) -> str:
    """Return ``entry``, as the processor wrote it, with no stop after a question or exclamation mark and a semicolon before a group."""
    return _SECOND_STOP.sub(r"\1", _BEFORE_GROUP.sub("; ", entry))


def set_tags(html: str) -> str:
    """Return ``html``, escaped words, with the tags of titles as elements."""
    return _ESCAPED_TAG.sub(lambda tag: _element(tag[2], closes=bool(tag[1])), html)


def signed_title(title: Stamped) -> Markup:
    """Return ``title`` as HTML with its passages, its tags as elements."""
    parts: list[Any] = []
    at = end = 0
    for tag in [*TAG.finditer(title), None]:
        words = title[end : tag.start() if tag else len(title)]
        if words:
            parts.append(signed(Stamped.of(words, cut(title.stretches, at, at + count(words)))))
            at += count(words)
        if tag:
            parts.append(Markup(_element(tag[0].strip("</>"), closes=tag[0].startswith("</"))))  # noqa: S704 one of our own
            at += count(tag[0])
            end = tag.end()
    return Markup("").join(parts)


def shown(title: str) -> str:
    """Return ``title`` as it stands in the HTML of a reference."""
    return set_tags(str(escape(str(title))))


def _element(name: str, *, closes: bool) -> str:
    return f"</{_ELEMENT[name].split()[0]}>" if closes else f"<{_ELEMENT[name]}>"


def _author(one: Author) -> dict[str, str]:
    data = one.model_dump(exclude_none=True)
    if one.given:
        data["given"] = initials(one.given)
    if one.suffix:
        data["suffix"] = one.suffix.rstrip(".")
    return data
