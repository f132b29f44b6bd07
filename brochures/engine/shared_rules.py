"""Shared rules: each style sheet is taken apart once a run, whatever number of editions read it.

Editions read the same files, but for the few that are theirs alone, and the engine would take all of them apart for each edition anew.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from brochures.engine.private_api import css_rules, main_module

_LOG = logging.getLogger("weasyprint")


@dataclass(frozen=True)
class Rules:
    """What is known of style sheets: their rules by the bytes of each file, and what the engine took of the declarations of each rule.

    A rule of which the engine said something is not among them: it says so whenever it reads it.
    """

    sheets: dict[bytes, Any] = field(default_factory=dict)
    contents: dict[int, Any] = field(default_factory=dict)
    """By the identity of the list between the braces, which ``sheets`` hold."""
    taken: dict[tuple[Any, int, int], Any] = field(default_factory=dict)
    """By the address of the sheet and the identity of the declarations and of what stands before the brace."""


@contextmanager
def shared(rules: Rules) -> Iterator[None]:
    """Let the engine take from ``rules`` what it knows already of the style sheets that it reads inside the block, and add to them."""
    before = main_module.tinycss2, css_rules.tinycss2, css_rules.preprocess_declarations
    main_module.tinycss2 = _OnceEach(before[0], rules)
    css_rules.tinycss2 = _OnceEach(before[1], rules)
    css_rules.preprocess_declarations = _taking(before[2], rules)
    try:
        yield
    finally:
        main_module.tinycss2, css_rules.tinycss2, css_rules.preprocess_declarations = before


class _OnceEach:
    """The library that takes style sheets apart, as the engine calls it; what it was asked before it knows."""

    def __init__(self, library: Any, rules: Rules) -> None:
        self._library = library
        self._rules = rules

    def __getattr__(self, name: str) -> Any:
        return getattr(self._library, name)

    def parse_stylesheet_bytes(self, css_bytes: bytes, **how: Any) -> Any:
        """Return the rules of a style sheet, and its encoding."""
        if css_bytes not in self._rules.sheets:
            self._rules.sheets[css_bytes] = self._library.parse_stylesheet_bytes(css_bytes, **how)
        return self._rules.sheets[css_bytes]

    def parse_blocks_contents(self, content: Any) -> Any:
        """Return the declarations of a rule."""
        return self._once(content, self._library.parse_blocks_contents)

    def parse_rule_list(self, content: Any) -> Any:
        """Return the rules inside of another one."""
        return self._once(content, self._library.parse_rule_list)

    def _once(self, content: Any, read: Callable[[Any], Any]) -> Any:
        known = self._rules.contents
        if id(content) not in known:
            known[id(content)] = content, read(content)
        return known[id(content)][1]


def _taking(work: Callable[..., Any], rules: Rules) -> Callable[..., Any]:
    """Return ``work``, which says what the engine takes of declarations, and does it once for each rule."""

    def taken(base_url: Any, declarations: Any, prelude: Any = None) -> Any:
        key = base_url, id(declarations), id(prelude)
        if key not in rules.taken:
            with _counted() as said:
                found = list(work(base_url, declarations, prelude))
            if said.count:
                return found
            rules.taken[key] = found
        return rules.taken[key]

    return taken


class _Count(logging.Handler):
    """Counts what is said."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.count = 0

    def emit(self, _: logging.LogRecord) -> None:
        self.count += 1


@contextmanager
def _counted() -> Iterator[_Count]:
    count = _Count()
    _LOG.addHandler(count)
    try:
        yield count
    finally:
        _LOG.removeHandler(count)
