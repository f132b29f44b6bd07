"""Sheets: every style sheet of the project, taken apart into rules and declarations with their places, for what is checked in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import tinycss2

from brochures.findings import Place

WEB = "web"
"""The folder of what goes to browsers as it is: the layout engine, and what is checked for it, never sees these."""

INDEX = "index.css"
"""The table of contents of the styles."""

GROUPS = frozenset({"media", "supports", "layer"})
"""At-rules that hold rules."""


@dataclass(frozen=True)
class Declaration:
    """A property with its value: as ``text`` and as tokens. ``name`` is in small letters, but for a variable (``--name``)."""

    name: str
    value: tuple[Any, ...] = field(hash=False, compare=False)
    important: bool
    place: Place

    @cached_property
    def text(self) -> str:
        """The value as it is written, in one line."""
        return in_one_line(self.value)

    @property
    def is_variable(self) -> bool:
        """Whether it gives a variable its value."""
        return self.name.startswith("--")

    def __str__(self) -> str:
        """Return it as it is written."""
        return f"{self.name}: {self.text}"


@dataclass(frozen=True)
class Rule:
    """A rule: what stands before its brace, and what in it.

    ``keyword`` is that of an at-rule, such as ``page`` (empty: a rule of selectors). ``unread`` are places where no declaration could
    be read, each with what stands there.
    """

    keyword: str
    prelude: tuple[Any, ...]
    place: Place
    declarations: tuple[Declaration, ...] = ()
    unread: tuple[tuple[Place, str], ...] = ()
    rules: tuple[Rule, ...] = ()
    has_block: bool = True

    @property
    def selector(self) -> str:
        """What stands before its brace, in one line."""
        return in_one_line(self.prelude)

    def all(self) -> Iterator[Rule]:
        """Yield the rule and those in it."""
        yield self
        for rule in self.rules:
            yield from rule.all()


@dataclass(frozen=True)
class Sheet:
    """A style sheet: the path that findings name, the same below ``styles/``, its text, its rules. ``wrong``: why it could not be read."""

    file: str
    name: str
    text: str
    rules: tuple[Rule, ...] = ()
    unread: tuple[tuple[Place, str], ...] = ()
    wrong: str = ""

    @property
    def folder(self) -> str:
        """The folder in ``styles/`` in which it lies, empty where in none."""
        return self.name.partition("/")[0] if "/" in self.name else ""

    @property
    def stem(self) -> str:
        """The name of the file without its ending."""
        return Path(self.name).stem

    def all_rules(self) -> Iterator[Rule]:
        """Yield every rule, those in others too."""
        for rule in self.rules:
            yield from rule.all()

    @cached_property
    def declarations(self) -> tuple[Declaration, ...]:
        """Every declaration, those of ``@font-face`` left out: they describe a file and style nothing."""
        return tuple(one for rule in self.all_rules() if rule.keyword != "font-face" for one in rule.declarations)


def read_sheets(folder: Path) -> tuple[Sheet, ...]:
    """Return every style sheet in ``folder`` for the layout engine, by name. One that cannot be read says why, and is empty."""
    return tuple(
        _sheet(folder, path) for path in sorted(folder.rglob("*.css")) if path.relative_to(folder).parts[0] != WEB
    )


def _sheet(folder: Path, path: Path) -> Sheet:
    name = path.relative_to(folder).as_posix()
    try:
        return sheet(path.read_text(encoding="utf-8"), name)
    except UnicodeDecodeError:
        return Sheet(f"styles/{name}", name, "", wrong="this is not UTF-8 text")
    except OSError as wrong:
        return Sheet(f"styles/{name}", name, "", wrong=f"cannot read this file: {wrong.strerror}")


@lru_cache(maxsize=512)
def sheet(text: str, name: str) -> Sheet:
    """Return the style sheet ``text`` that is called ``name`` below ``styles/``."""
    file = f"styles/{name}"
    read = tinycss2.parse_stylesheet(text.removeprefix("\ufeff"), skip_comments=True, skip_whitespace=True)
    return Sheet(file, name, text, tuple(_rules(read, file)), tuple(_unread(read, file)))


@dataclass(frozen=True)
class _Block:
    declarations: list[Declaration] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    unread: list[tuple[Place, str]] = field(default_factory=list)


def _rules(items: Iterable[Any], file: str) -> Iterator[Rule]:
    return (_rule(item, file) for item in items if item.type in {"qualified-rule", "at-rule"})


def _unread(items: Iterable[Any], file: str) -> Iterator[tuple[Place, str]]:
    return ((_place(item, file), str(item.message)) for item in items if item.type == "error")


def _rule(item: Any, file: str) -> Rule:
    keyword = item.lower_at_keyword if item.type == "at-rule" else ""
    place = _place(item, file)
    prelude = tuple(item.prelude)
    if item.content is None:
        return Rule(keyword, prelude, place, has_block=False)
    if keyword in GROUPS:
        inner = tinycss2.parse_rule_list(item.content, skip_comments=True, skip_whitespace=True)
        return Rule(keyword, prelude, place, (), tuple(_unread(inner, file)), tuple(_rules(inner, file)))
    block = _block(item.content, file)
    return Rule(keyword, prelude, place, tuple(block.declarations), tuple(block.unread), tuple(block.rules))


def _block(content: Sequence[Any], file: str) -> _Block:
    block = _Block()
    items = tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True)
    for item in items:
        if item.type == "declaration":
            name = item.name if item.name.startswith("--") else item.lower_name
            block.declarations.append(Declaration(name, tuple(item.value), item.important, _place(item, file)))
    block.rules.extend(_rules(items, file))
    block.unread.extend(_unread(items, file))
    return block


def _place(item: Any, file: str) -> Place:
    return Place(file, item.source_line, item.source_column)


def in_one_line(tokens: Iterable[Any]) -> str:
    """Return ``tokens`` as CSS in one line, without comments."""
    kept = [token for token in tokens if token.type != "comment"]
    return " ".join(tinycss2.serialize(kept).replace("/**/", "").split())


def every(tokens: Iterable[Any]) -> Iterator[Any]:
    """Yield every token, those inside of functions and brackets too."""
    for token in tokens:
        yield token
        inner = getattr(token, "arguments", None)
        if inner is None and token.type.endswith("block"):
            inner = token.content
        if inner:
            yield from every(inner)


def asked(tokens: Iterable[Any]) -> Iterator[tuple[str, Any, bool]]:
    """Yield each variable that ``var()`` asks for: its name, the token, and whether a fallback stands beside it."""
    for token in every(tokens):
        if token.type == "function" and token.lower_name == "var":
            words = [word for word in token.arguments if word.type not in {"whitespace", "comment"}]
            if words and words[0].type == "ident":
                yield words[0].value, token, len(words) > 1
