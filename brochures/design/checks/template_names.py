"""Template names: the elements and attributes that templates write, in their HTML and in the texts of what they work out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

_NOTE = re.compile(r"\{#.*?#\}|<!--.*?-->", re.DOTALL)
_WORKED_OUT = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_TEXT = re.compile(r""""((?:\\.|[^"\\])*)"|'((?:\\.|[^'\\])*)'""", re.DOTALL)
_TAG = re.compile(r"""<([A-Za-z][\w:-]*)((?:"[^"]*"|'[^']*'|[^"'<>])*)>""")
_VALUE = re.compile(r"""=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+)""")
_NAME = re.compile(r"[A-Za-z_][\w:-]*")
_WITH_VALUE = re.compile(r"(?<![\w-])([A-Za-z_][\w:-]*)\s*=")
_DATA = re.compile(r"(?<![\w-])data-[a-z-]+")


@dataclass(frozen=True)
class TemplateNames:
    """Names of elements and of attributes that templates write, in small letters."""

    elements: frozenset[str]
    attributes: frozenset[str]


def names_in(templates: Iterable[str]) -> TemplateNames:
    """Return the names of the elements and attributes in the texts of ``templates``."""
    elements: set[str] = set()
    attributes: set[str] = set()
    for template in templates:
        text = _NOTE.sub("", template)
        worked_out = [_texts(found[0]) for found in _WORKED_OUT.finditer(text)]
        attributes.update(_DATA.findall(text))
        attributes.update(name for one in worked_out for name in _WITH_VALUE.findall(one))
        for name, inside in _TAG.findall(_WORKED_OUT.sub(lambda found: _texts(found[0]), text)):
            elements.add(name)
            attributes.update(_NAME.findall(_VALUE.sub(" ", inside)))
    return TemplateNames(frozenset(map(str.lower, elements)), frozenset(map(str.lower, attributes)))


def _texts(worked_out: str) -> str:
    """Return the texts in quotation marks that stand in ``worked_out``, without a mark in them that has no fellow: it closes no value."""
    texts = " ".join(one or other for one, other in _TEXT.findall(worked_out))
    for mark in "\"'":
        if texts.count(mark) % 2:
            texts = texts.replace(mark, "")
    return texts
