"""The styles keep their own rules: tokens, layers, class names, formats. Read with tinycss2, which the engine brings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import tinycss2
import tinycss2.color4

from brochures.design.format_files import read_format
from brochures.design.tokens import Tokens
from brochures.findings import NOWHERE
from brochures.load.model.components import Block
from brochures.project.paths import ROOT, component_file
from tests.miniature import SHOP

STYLES = ROOT / "styles"
SHEETS = sorted(STYLES.rglob("*.css"))
COMPONENTS = sorted((STYLES / "components").glob("*.css"))
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
LAYERS = ["tokens", "base", "layout", "components", "documents", "formats", "editions"]
FROM_TEMPLATES = re.compile(r"(--[\w-]+)\s*:")
ASKED = re.compile(r"(?:token\(['\"]|var\()(--[\w-]+)")
STYLE_FROM_ELSEWHERE = {"unshown": "specimen"}
"""Components that need no style file, and why."""

STYLE_WITHOUT_COMPONENT = {
    "blank": "runs of words make it",
    "box": "a ballot box of forms and lists",
    "motif": "templates/motif.html draws it",
    "number": "runs of words make it",
    "record-table": "the tables of the notes for whoever signs share it",
    "reference-mark": "runs of words make it",
}
"""Styles of things that are no block of the content, and what makes them."""

COLOUR_WORDS = {"black", "white", "red", "green", "blue", "gray", "grey", "silver", "navy", "teal", "orange", "brown"}
COLOUR_FUNCTIONS = {"rgb", "rgba", "hsl", "hsla", "hwb", "lab", "lch", "oklab", "oklch", "color", "device-cmyk"}


def _name(path: Path) -> str:
    return path.relative_to(STYLES).as_posix()


def _rules(path: Path) -> list[Any]:
    return list(tinycss2.parse_stylesheet(path.read_text(encoding="utf-8"), skip_comments=True, skip_whitespace=True))


def _declarations(content: Any) -> Iterator[Any]:
    for item in tinycss2.parse_blocks_contents(content or [], skip_comments=True, skip_whitespace=True):
        if item.type == "declaration":
            yield item
        elif item.type in {"qualified-rule", "at-rule"}:
            yield from _declarations(item.content)


def _all_declarations(path: Path) -> Iterator[Any]:
    for rule in _rules(path):
        if rule.type in {"qualified-rule", "at-rule"} and rule.content is not None:
            if rule.type == "at-rule" and rule.lower_at_keyword in {"media", "layer"}:
                for inner in tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True):
                    yield from _declarations(inner.content)
            else:
                yield from _declarations(rule.content)


def _tokens(values: Any) -> Iterator[Any]:
    """Yield every token of a value, those inside functions and brackets included."""
    for token in values:
        yield token
        inner = getattr(token, "arguments", None) or (token.content if token.type.endswith("block") else None)
        yield from _tokens(inner or [])


def _used(path: Path) -> set[str]:
    """Return the custom properties that ``var()`` asks for."""
    return {
        next(argument.value for argument in token.arguments if argument.type == "ident")
        for declaration in _all_declarations(path)
        for token in _tokens(declaration.value)
        if token.type == "function" and token.lower_name == "var"
    }


def _defined(path: Path) -> set[str]:
    return {declaration.name for declaration in _all_declarations(path) if declaration.name.startswith("--")}


def _selectors(path: Path) -> Iterator[list[Any]]:
    for rule in _rules(path):
        if rule.type == "qualified-rule":
            yield list(_tokens(rule.prelude))
        elif rule.content is not None and rule.lower_at_keyword in {"media", "layer"}:
            for inner in tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True):
                yield list(_tokens(inner.prelude))


def _classes(path: Path) -> set[str]:
    return {
        after.value
        for tokens in _selectors(path)
        for dot, after in pairwise(tokens)
        if dot == "." and after.type == "ident"
    }


DEFINED = {name for path in SHEETS for name in _defined(path)} | {
    name for path in TEMPLATES for name in FROM_TEMPLATES.findall(path.read_text(encoding="utf-8"))
}


@pytest.mark.parametrize("path", SHEETS, ids=_name)
def test_a_style_sheet_has_no_error(path: Path) -> None:
    assert [rule.message for rule in _rules(path) if rule.type == "error"] == []
    assert path.read_text(encoding="utf-8").endswith("\n")


@pytest.mark.parametrize("path", SHEETS, ids=_name)
def test_every_token_that_is_used_is_defined(path: Path) -> None:
    assert _used(path) - DEFINED == set()


@pytest.mark.parametrize("path", [*TEMPLATES], ids=lambda path: path.name)
def test_every_token_that_a_template_asks_for_is_defined(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert set(ASKED.findall(text)) - DEFINED == set()


@pytest.mark.parametrize("path", SHEETS, ids=_name)
def test_nothing_is_important(path: Path) -> None:
    assert [declaration.name for declaration in _all_declarations(path) if declaration.important] == []


@pytest.mark.parametrize("path", [path for path in SHEETS if path.parent.name != "tokens"], ids=_name)
def test_a_colour_is_written_only_in_the_tokens(path: Path) -> None:
    literal = [
        token.serialize()
        for declaration in _all_declarations(path)
        for token in _tokens(declaration.value)
        if token.type == "hash"
        or (token.type == "ident" and token.lower_value in COLOUR_WORDS)
        or (token.type == "function" and token.lower_name in COLOUR_FUNCTIONS)
    ]
    assert literal == []
    assert not {name for name in _used(path) if name.startswith("--palette-")}


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_a_template_has_no_colour_of_its_own(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert (
        re.findall(r"(?:fill|stroke|color|background)\s*[:=]\s*[\"']?(#[0-9a-fA-F]{3,8}|rgb|black|white)", text) == []
    )
    assert "--palette-" not in text


OUTSIDE = [path for path in SHEETS if path.parent.name != "tokens"]
NO_TYPE = {"--qr-size": "how wide a code is printed"}
"""Custom properties that sound like a size of type, and what they are."""


def _is_type(name: str) -> bool:
    """Whether ``name`` says how large type is, or how far its lines lie apart."""
    return name in {"font", "font-size", "line-height"} or (name.endswith(("-size", "leading")) and name not in NO_TYPE)


@pytest.mark.parametrize("path", OUTSIDE, ids=_name)
def test_a_face_is_named_only_in_the_tokens(path: Path) -> None:
    literal = {
        declaration.name: token.serialize()
        for declaration in _all_declarations(path)
        if declaration.name in {"font", "font-family"} or declaration.name.endswith("-face")
        for token in _tokens(declaration.value)
        if token.type == "string" or (token.type == "ident" and not token.value.startswith("--"))
    }
    assert literal == {}


@pytest.mark.parametrize("path", OUTSIDE, ids=_name)
def test_a_size_of_type_and_a_leading_are_tokens_or_shares_of_tokens(path: Path) -> None:
    literal = [
        f"{declaration.name}: {token.serialize()}"
        for declaration in _all_declarations(path)
        if _is_type(declaration.name)
        for token in _tokens(declaration.value)
        if token.type == "dimension" and token.lower_unit != "em"
    ]
    assert literal == []
    ladder = Tokens.read(path).shared.get("--copyfit", "")
    assert re.findall(r"(?:leading|size) \d", ladder) == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_a_template_has_no_face_and_no_size_of_type_of_its_own(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    faces = [said.strip("\"' ") for said in re.findall(r"\bfont(?:-family)?\s*[:=](.{10})", text)]
    assert [said for said in faces if not said.startswith(("var(", "{{"))] == []
    assert re.findall(r"font-size\s*[:=]\s*[\"']?\s*[\d.]+", text) == []
    assert re.findall(r"line-height\s*:\s*[\d.]+[a-z]+", text) == []


@pytest.mark.parametrize("path", COMPONENTS, ids=_name)
def test_a_class_begins_with_the_name_of_its_file(path: Path) -> None:
    form = re.compile(rf"{re.escape(path.stem)}(__[a-z0-9]+(-[a-z0-9]+)*)?(--[a-z0-9]+([-_][a-z0-9]+)*)?")
    others = {other.stem for other in COMPONENTS}
    for tokens in _selectors(path):
        classes = [name.value for dot, name in pairwise(tokens) if dot == "." and name.type == "ident"]
        assert form.fullmatch(classes[0])
        # Another component may be fitted into this one, by its own name and never by its parts.
        assert [name for name in classes if not form.fullmatch(name) and name not in others] == []


def test_every_block_of_the_content_has_its_template_and_its_style() -> None:
    blocks = {component_file(name) for name in Block.model_fields}
    templates = {path.stem for path in (ROOT / "templates" / "components").glob("*.html")}
    styles = {path.stem for path in COMPONENTS}
    assert blocks <= templates
    assert templates - styles - set(STYLE_FROM_ELSEWHERE) == set()
    assert styles - templates == set(STYLE_WITHOUT_COMPONENT)


def test_every_class_that_a_template_uses_has_a_style() -> None:
    styled = {name for path in SHEETS for name in _classes(path)}
    used = {
        name
        for path in TEMPLATES
        for names in re.findall(r'class="([^"{}]*)"', path.read_text(encoding="utf-8"))
        for name in names.split()
    }
    assert {
        name for name in used if name.split("__")[0].split("--")[0] not in {s.split("__")[0] for s in styled}
    } == set()


@cache
def _makers() -> tuple[str, frozenset[str]]:
    """The text of all templates and modules, and the names in it."""
    makers = [*TEMPLATES, *(ROOT / "brochures").rglob("*.py")]
    text = re.sub(r"--(?:' ~|\{)", "--{", "\n".join(maker.read_text(encoding="utf-8") for maker in makers))
    return text, frozenset(re.findall(r"[\w-]+", text))


def _written_somewhere(name: str) -> bool:
    """Whether a template or the program writes the class ``name``, or its first part and then what a key of the content says."""
    text, names = _makers()
    assert re.fullmatch(r"[\w-]+", name)
    return name in names or f"{name.rpartition('--')[0]}--{{" in text


@pytest.mark.parametrize("path", SHEETS, ids=_name)
def test_every_class_that_has_a_style_is_written_by_a_template_or_by_the_program(path: Path) -> None:
    assert {name for name in _classes(path) if not _written_somewhere(name)} == set()


def test_every_token_is_asked_for() -> None:
    """A colour's inks and spot belong to the colour; what lies behind the public roles is asked for by them."""
    styles = "\n".join(path.read_text(encoding="utf-8") for path in (*SHEETS, *TEMPLATES))
    program = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "brochures").rglob("*.py"))
    tokens = {name for path in (STYLES / "tokens").glob("*.css") for name in _defined(path)}
    own = {name for name in tokens if name.startswith("--palette-") and name.endswith(("-inks", "-spot"))}
    asked = (
        set(ASKED.findall(styles))
        | set(re.findall(r"--[a-z][\w-]+", program))
        | set(re.findall(r"[\"'](--[\w-]+)[\"']", styles))
    )
    assert tokens - own - asked == set()


def test_the_index_is_a_table_of_contents_and_nothing_else() -> None:
    rules = _rules(STYLES / "index.css")
    assert [rule.lower_at_keyword for rule in rules] == ["layer", *["import"] * (len(rules) - 1)]
    assert [token.value for token in rules[0].prelude if token.type == "ident"] == LAYERS


def test_the_index_imports_every_sheet_once_in_the_order_of_its_layers() -> None:
    found = []
    for rule in _rules(STYLES / "index.css")[1:]:
        (name,) = (
            token.arguments[0].value if token.type == "function" else token.value
            for token in rule.prelude[:2]
            if token.type in {"url", "string", "function"}
        )
        layers = [
            token.arguments[0].value for token in rule.prelude if token.type == "function" and token.name == "layer"
        ]
        folder = name.split("/")[0]
        if folder in LAYERS:
            assert layers == [folder], name
        else:
            assert layers == [], name
        found.append(name)
    engine_s = [_name(path) for path in SHEETS if path.name != "index.css" and path.parent.name != "web"]
    assert sorted(found) == sorted(engine_s), "the styles of styles/web/ go to browsers, and not to the engine"
    order = [LAYERS.index(name.split("/")[0]) for name in found if name.split("/")[0] in LAYERS]
    assert order == sorted(order)


def test_page_rules_stand_in_one_file() -> None:
    users = {
        _name(path)
        for path in SHEETS
        for rule in _rules(path)
        if rule.type == "at-rule" and rule.lower_at_keyword == "page"
    }
    assert users == {"page.css"}


@pytest.mark.parametrize("path", sorted((STYLES / "editions").glob("*.css")), ids=_name)
def test_an_edition_is_a_short_diff(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 30


@pytest.mark.parametrize(
    "path",
    [*sorted((STYLES / "formats").glob("*.css")), *sorted((SHOP / "styles" / "formats").glob("*.css"))],
    ids=lambda path: path.stem,
)
def test_the_panels_of_a_format_fill_its_sheet_and_back_each_other_up(path: Path) -> None:
    form = read_format(path.parent, path.stem, NOWHERE)
    for side in form.sides:
        assert sum(panel.width for panel in side.panels) == pytest.approx(form.width)
    if len(form.sides) == 2:
        outside, inside = form.sides
        assert [panel.width for panel in outside.panels] == [panel.width for panel in reversed(inside.panels)]
    assert sorted(panel.order for panel in form.panels) == list(range(len(form.panels)))


def test_the_letter_roll_fold_has_the_measures_of_the_trade() -> None:
    form = read_format(STYLES / "formats", "letter-roll-fold", NOWHERE)
    widths = {panel.name: panel.width / 72 for panel in form.panels}
    assert (form.width, form.height) == (792, 612)
    assert widths["flap"] == widths["inside-right"] == 3.625
    assert {widths[name] for name in ("front", "back", "inside-left", "inside-middle")} == {3.6875}
    assert [panel.name for panel in form.panels] == [
        "front", "inside-left", "flap", "inside-middle", "inside-right", "back",
    ]  # fmt: skip


SHAPE = re.compile(r"<(?:path|rect|circle|ellipse|polygon|polyline|line|text)\b[^>]*>")


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_every_shape_says_what_it_is_filled_with(path: Path) -> None:
    """A shape that does not is filled in black, which no token names, even where it is only a line."""
    text = path.read_text(encoding="utf-8")
    shapes = [(text[: found.start()].count("\n") + 1, found[0]) for found in SHAPE.finditer(text)]
    assert [shape for shape in shapes if " fill=" not in shape[1]] == []


LONGEST_LINE = 160


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_a_template_is_read_without_scrolling_sideways(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert [number for number, line in enumerate(lines, 1) if len(line) > LONGEST_LINE] == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_a_template_writes_its_tags_as_tags_and_not_as_text(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert re.findall(r"""\{\{[^}]*["']</?[a-z][^}]*\| safe""", text) == []
