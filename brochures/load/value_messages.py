"""What a number or an answer should be, in words: the messages of pydantic speak of types and parsing, which nobody knows who writes YAML."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_WHOLE = ("a whole number", "such as 12, without a point, a sign of a currency or a word")
_NUMBER = ("a number", "such as 0.5, with a point and not a comma, and without a unit")
_ANSWER = ("true or false", "without quotation marks or another word")

_KINDS = {"int": _WHOLE, "decimal": _NUMBER, "float": _NUMBER, "finite": _NUMBER, "bool": _ANSWER}
"""What is meant, by the beginning of the type of pydantic's error, and how it is written."""

_BOUNDS = {
    "greater_than_equal": ("ge", "{} or more"),
    "less_than_equal": ("le", "{} or less"),
    "greater_than": ("gt", "more than {}"),
    "less_than": ("lt", "less than {}"),
}


def value_message(error: Mapping[str, Any]) -> tuple[str, str] | None:
    """Return what is wrong with a number or an answer, and its mend; None where ``error`` is about something else."""
    kind, value = str(error["type"]), error["input"]
    if kind in _BOUNDS:
        key, form = _BOUNDS[kind]
        bound = form.format(error["ctx"][key])
        return f"should be {bound}, but it is {value}", f"write {bound}"
    meant = _KINDS.get(kind.partition("_")[0])
    if meant is None:
        return None
    what, how = meant
    return f"should be {what}, but it is '{value}'", f"write {what}, {how}"
