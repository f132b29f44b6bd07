"""The styles keep their own rules: tokens, layers, class names, formats. Read with tinycss2, which the engine brings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import tinycss2
import tinycss2.color4

from brochures.findings import NOWHERE
from brochures.formats import read_format
from brochures.model.blocks import Block
from brochures.shop import HOUSE
from tests.miniature import SHOP

STYLES = HOUSE / "styles"
SHEETS = sorted(STYLES.rglob("*.css"))
COMPONENTS = sorted((STYLES / "components").glob("*.css"))
TEMPLATES = sorted((HOUSE / "templates").rglob("*.html"))
LAYERS = ["tokens", "base", "layout", "components", "documents", "formats", "editions"]
FROM_TEMPLATES = re.compile(r"(--[\w-]+)\s*:")
STYLE_FROM_ELSEWHERE = {"unshown": "specimen"}
"""Components that need no style file, and why."""

STYLE_WITHOUT_COMPONENT = {
    "blank": "runs of words make it",
    "box": "a ballot box of forms and lists",
    "motif": "templates/motif.html draws it",
    "number": "runs of words make it",
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
    asked = set(re.findall(r"token\(['\"](--[\w-]+)", text)) | set(re.findall(r"var\((--[\w-]+)", text))
    assert asked - DEFINED == set()


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


def test_every_colour_is_given_for_the_screen_and_in_inks_that_can_be_printed() -> None:
    palette = {
        declaration.name: "".join(token.serialize() for token in declaration.value).strip()
        for declaration in _all_declarations(STYLES / "tokens" / "palette.css")
    }
    colours = {name for name in palette if not name.endswith("-inks")}
    assert {f"{name}-inks" for name in colours} == set(palette) - colours
    for name in colours:
        assert tinycss2.color4.parse_color(palette[name]), name
        inks = [float(ink) for ink in palette[f"{name}-inks"].split()]
        assert len(inks) == 4
        assert all(0 <= ink <= 100 for ink in inks)
        assert sum(inks) <= 240


@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        (ink, ground)
        for ink in ("ink", "ink-soft", "ink-strong", "accent")
        for ground in ("paper", "ground-water", "ground-sand")
    ]
    + [("ink-reversed", "ground-cover")],
)
def test_type_can_be_read_on_its_ground(ink: str, ground: str) -> None:
    values = {
        declaration.name: "".join(token.serialize() for token in declaration.value).strip()
        for name in ("palette", "roles")
        for declaration in _all_declarations(STYLES / "tokens" / f"{name}.css")
    }

    def luminance(role: str) -> float:
        colour = values[values[f"--{role}"].removeprefix("var(").removesuffix(")")].removeprefix("#")
        channels = [int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    lighter, darker = sorted((luminance(ink), luminance(ground)), reverse=True)
    assert (lighter + 0.05) / (darker + 0.05) >= 4.5


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
    blocks = set(Block.model_fields)
    templates = {path.stem for path in (HOUSE / "templates" / "components").glob("*.html")}
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
    assert sorted(found) == sorted(_name(path) for path in SHEETS if path.name != "index.css")
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


def test_every_font_has_its_licence_beside_it_and_every_face_its_file() -> None:
    fonts = STYLES / "fonts"
    for folder in {path.parent for path in fonts.rglob("*.ttf")}:
        assert (folder / "OFL.txt").is_file()
    named = set(re.findall(r'url\("([^"]+)"\)', (fonts / "fonts.css").read_text(encoding="utf-8")))
    assert named == {path.relative_to(fonts).as_posix() for path in fonts.rglob("*.ttf")}
