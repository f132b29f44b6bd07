"""Filters: what a template sets words with, each so that the words keep the stamp of the passage that they come from."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from markupsafe import Markup

from brochures.compose.passage_numbers import joined, kept, unsigned
from brochures.compose.typography import JOINER, first_up, keep_end, one_line, typeset, unbroken
from brochures.design.css import points

_MARK = re.compile(rf'{JOINER}?<sup class="reference-mark">.*?</sup>')

set_words = kept(typeset)
"""``typography.typeset``."""

with_whole_end = kept(keep_end)
"""``typography.keep_end``."""

whole = kept(unbroken)
"""``typography.unbroken``."""


def unmarked(html: Markup) -> Markup:
    """Return ``html`` without its reference marks: a page that is faxed travels without the reference list."""
    return Markup(_MARK.sub("", html))  # noqa: S704 taken from what is safe already


FILTERS: Mapping[str, Callable[..., Any]] = {
    "capitalize": kept(str.capitalize),
    "first_up": kept(first_up),
    "joined": joined,
    "keep_end": with_whole_end,
    "one_line": kept(one_line),
    "plain": unsigned,
    "points": points,
    "typeset": set_words,
    "unmarked": unmarked,
}
"""The filters of the templates, by name, beside those of Jinja."""
