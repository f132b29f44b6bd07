"""What the engine leaves out of the style sheets is told once, and not what was told of the same line already."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from brochures.compose.templates import Templates
from brochures.engine.messages import Message
from brochures.findings import Code, Finding, Place, codes
from brochures.production.ignored_styles import ignored_styles
from tests.miniature import Miniature
from tests.silent_engine import SilentEngine

SELECTOR = codes.IGNORED_STYLE.at(Place("styles/base.css", 3, 4), "Invalid selector", "write it otherwise")
FILE = codes.MISSING_RESOURCE.at(Place(), "Failed to load", "put it there")


class _Engine(SilentEngine):
    def __init__(self, root: Path, wrong: Exception | None = None) -> None:
        self.root = root
        self.wrong = wrong

    def about_styles(self, medium: str) -> Any:
        if self.wrong and medium == "press":
            raise self.wrong
        return (Message(SELECTOR), Message(FILE, resource="styles/none.css"))


def _ignored(mini: Miniature, engine: Any, *told: Finding) -> tuple[Finding, ...]:
    return ignored_styles(engine, Templates.read(mini.project).sheets, told)


def test_what_is_said_in_each_edition_is_told_once_at_its_place(mini: Miniature) -> None:
    found = _ignored(mini, _Engine(mini.root))
    assert [(str(one.place), one.code) for one in found] == [
        ("styles/base.css:3:4", "ENG-104"),
        ("styles/none.css", "ENG-102"),
    ]


@pytest.mark.parametrize(
    ("told", "left"),
    [
        (codes.UNKNOWN_PROPERTY.at(Place("styles/base.css", 3, 1), "a"), ["ENG-102"]),
        (codes.UNKNOWN_PROPERTY.at(Place("styles/base.css", 4, 4), "a"), ["ENG-104", "ENG-102"]),
        (codes.UNKNOWN_PROPERTY.at(Place("styles/index.css", 3, 4), "there is no styles/none.css"), ["ENG-104"]),
    ],
)
def test_what_was_told_of_the_line_or_of_the_file_is_not_told_again(
    mini: Miniature, told: Finding, left: list[str]
) -> None:
    assert [one.code for one in _ignored(mini, _Engine(mini.root), told)] == left


def test_a_declaration_that_was_told_is_not_asked_for_again(mini: Miniature) -> None:
    last = len((mini.root / "styles" / "base.css").read_text(encoding="utf-8").splitlines())
    mini.append("styles/base.css", "h2 { colour: red }\n")
    found = _ignored(mini, SilentEngine())
    assert [(one.code, str(one.place)) for one in found] == [("STY-103", f"styles/base.css:{last + 1}:6")]
    assert _ignored(mini, SilentEngine(), codes.UNKNOWN_PROPERTY.at(Place("styles/base.css", last + 1, 1), "a")) == ()


def test_an_engine_that_breaks_down_on_the_styles_is_told(mini: Miniature) -> None:
    (found,) = _ignored(mini, _Engine(mini.root, ValueError(f"in {mini.root}/styles/base.css\nfar down")))
    assert (found.code, str(found.place)) == ("ENG-106", "styles/index.css")
    assert (found.message, found.help) == ("ValueError: in styles/base.css", "undo the last change to a style")


def test_without_a_table_of_contents_there_is_nothing_to_read(mini: Miniature) -> None:
    mini.remove("styles/index.css")
    assert _ignored(mini, _Engine(mini.root)) == ()


@pytest.mark.parametrize("told", [codes.ENCODING, codes.UNCLOSED_STYLE, codes.UNREAD_STYLE])
def test_of_style_sheets_that_cannot_be_read_the_engine_is_not_asked(mini: Miniature, told: Code) -> None:
    mini.append("styles/base.css", "h2 { colour: red }\n")
    assert _ignored(mini, _Engine(mini.root), told.at(Place("styles/index.css", 1, 1), "a")) == ()


def test_a_selector_that_the_engine_quotes_without_its_place_is_found(mini: Miniature) -> None:
    quoted = codes.IGNORED_STYLE.at(Place(), "Invalid or unsupported selector, 'h2 > > :lst-child '", "mend")
    other = codes.IGNORED_STYLE.at(Place(), "Invalid or unsupported selector, 'h9 > > p'", "mend")

    class Quoting(SilentEngine):
        def about_styles(self, _: str) -> Any:
            return (Message(quoted), Message(other))

    last = len((mini.root / "styles" / "base.css").read_text(encoding="utf-8").splitlines())
    mini.append("styles/base.css", "@media screen {\n  h2  > > :lst-child { margin: 0 }\n}\n")
    found = _ignored(mini, Quoting())
    assert [(one.code, str(one.place)) for one in found] == [
        ("STY-105", f"styles/base.css:{last + 2}:3"),
        ("ENG-104", ""),
    ]
    assert (found[0].message, found[0].help) == (
        "'h2 > > :lst-child' is no selector that the engine reads: the rule is left out",
        "correct the selector, or leave the rule out",
    )
    told = codes.PASSED_OVER.at(Place("styles/base.css", last + 2, 3), "a")
    assert [one.code for one in _ignored(mini, Quoting(), told)] == ["ENG-104"]
