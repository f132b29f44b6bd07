"""Names of authors and titles of works, as a record may write them: initials, suffixes, and the mark-up that citation exports have."""

from __future__ import annotations

import re
from html import unescape
from typing import Annotated

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from brochures.load.model.base import Text

SUFFIXES = ("Jr", "Sr", "II", "III", "IV", "2nd", "3rd", "4th")
"""What stands behind a name and is no initial (AMA Manual of Style, 11th edition, 3.7)."""

MARKS = ("i", "b", "sub", "sup", "scp")
"""The mark-up that a title may hold, as CSL-JSON has it: italic, bold, lower, raised, small capitals."""

TAG = re.compile(rf"</?(?:{'|'.join(MARKS)})>")
"""A tag that is set and not printed."""

_FOREIGN_TAG = re.compile(r"</?[A-Za-z][\w:-]*(?:\s[^<>]*)?/?>")
_ENTITY = re.compile(r"&(?:#\d+|#x[0-9a-fA-F]+|[A-Za-z]+\d*);")
_ENDS_IN_SUFFIX = re.compile(rf"[\s,]+({'|'.join(SUFFIXES)})\.?$")
_INITIALS = re.compile(r"[A-Z]{2,4}")


def _without_suffix(name: str) -> str:
    found = _ENDS_IN_SUFFIX.search(name)
    if found:
        raise PydanticCustomError(
            "suffix",
            "'{suffix}' stands behind a name and is no part of it: give it a key of its own, suffix: {suffix}",
            {"suffix": found[1]},
        )
    return name


def _is_suffix(text: str) -> str:
    if text.rstrip(".") not in SUFFIXES:
        raise PydanticCustomError(
            "suffix",
            "'{text}' is not a suffix of a name: there are {known}",
            {"text": text, "known": ", ".join(SUFFIXES)},
        )
    return text


def _is_set_whole(title: str) -> str:
    """Refuse mark-up that would be printed: tags that nothing sets, tags that do not pair, and signs written as entities."""
    for found in _FOREIGN_TAG.finditer(title):
        if not TAG.fullmatch(found[0]):
            raise PydanticCustomError(
                "title_markup",
                "'{tag}' would be printed as it is: a title may hold <i>, <b>, <sub>, <sup> and <scp> (small capitals)",
                {"tag": found[0]},
            )
    for entity in _ENTITY.findall(title):
        if unescape(entity) != entity:
            raise PydanticCustomError(
                "title_markup", "'{entity}' would be printed as it is: write the sign itself", {"entity": entity}
            )
    open_tags: list[str] = []
    for found in TAG.finditer(title):
        name = found[0].strip("</>")
        if not found[0].startswith("</"):
            open_tags.append(name)
        elif not open_tags or open_tags.pop() != name:
            raise PydanticCustomError("title_markup", "'{tag}' closes nothing that is open", {"tag": found[0]})
    if open_tags:
        raise PydanticCustomError("title_markup", "'<{tag}>' is not closed", {"tag": open_tags[-1]})
    return title


PersonName = Annotated[Text, AfterValidator(_without_suffix)]
"""A family or given name, without a suffix."""

Suffix = Annotated[Text, AfterValidator(_is_suffix)]
"""A suffix of a name, with or without a stop."""

Title = Annotated[Text, AfterValidator(_is_set_whole)]
"""The title of a work; it may hold ``MARKS``."""


def plain(title: str) -> str:
    """Return ``title`` as it is read: without the tags that are set."""
    return TAG.sub("", title)


def initials(given: str) -> str:
    """Return ``given`` so that each initial stands by itself: ``CW``, as PubMed writes two of them, is ``C W``."""
    return " ".join(given) if _INITIALS.fullmatch(given) else given
