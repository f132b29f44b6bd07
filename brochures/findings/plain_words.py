"""Plain words: what an error of Python says, for somebody who wrote a template or a style and no program."""

from __future__ import annotations

import re

_PLAIN = tuple(
    (re.compile(pattern), words)
    for pattern, words in (
        (r"'(?:brochures|jinja2|weasyprint)\.[\w.]+ object'|'[\w.]+' object(?= has no)", "this value"),
        (r"'NoneType' object", "nothing"),
        (r"'(\w+)' object", r"this \1"),
        (r"has no attribute", "has no field"),
        (r"[\w.<>]*?(\w+)\(\) missing \d+ required (?:positional|keyword-only) arguments?: ", r"\1() lacks "),
        (r"[\w.<>]*?(\w+)\(\) got an unexpected keyword argument ", r"\1() takes no "),
        (r"[\w.<>]*?(\w+)\(\) takes (?:from \d+ to )?(\d+) positional arguments? but (\d+) (?:was|were) given", r"\1() takes \2 values, and \3 are given"),
        (r"unsupported operand type\(s\) for ([^:]+): .*", r"\1 cannot be done with these values"),
        (r"can only concatenate .*", "+ cannot be done with these values"),
        (r"invalid literal for int\(\) with base \d+: ", "not a whole number: "),
        (r"could not convert string to float: ", "not a number: "),
        (r"is not callable", "cannot be called"),
        (r"is not iterable", "cannot be gone through"),
        (r"is not subscriptable", "has no parts"),
        (r"not enough values to unpack .*|too many values to unpack .*", "another number of values is needed here"),
        (r"(?:list|tuple|string) index out of range", "there are fewer things than that"),
        (r"maximum recursion depth exceeded.*", "it leads back to itself without end"),
        (r"\b[A-Z]\w*(?:Error|Exception|Warning)\b:? ?", ""),
        (r" \(<\w+>, line \d+\)$", ""),
        (r"<class '[\w.]*?(\w+)'>", r"\1"),
        (r"<([\w.]+) object at 0x[0-9a-f]+>", "this value"),
    )
)  # fmt: skip
"""What Python says, and how a person would."""


def in_words(wrong: BaseException) -> str:
    """Return the first line of what ``wrong`` says, without the names that only programs use."""
    if isinstance(wrong, KeyError):
        return f"there is no field {wrong}"
    lines = str(wrong).splitlines()
    return plain(lines[0] if lines else "").strip() or "something here cannot be done"


def plain(said: str) -> str:
    """Return ``said`` without the names that only programs use."""
    for pattern, words in _PLAIN:
        said = pattern.sub(words, said)
    return said
