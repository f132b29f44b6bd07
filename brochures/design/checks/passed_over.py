"""Rules that are passed over: at-rules that the engine skips, selectors that never hold in print."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from itertools import pairwise

from brochures.design.checks.subject import StyleSheets
from brochures.design.checks.table_of_contents import MEDIA
from brochures.design.sheets import Rule, Sheet, every
from brochures.design.tokens import AUDIENCES
from brochures.findings import Finding, codes
from brochures.findings.check import check
from brochures.findings.suggest import near

AT_RULES = ("charset", "counter-style", "font-face", "import", "layer", "media", "page")
"""At-rules that the engine reads and a style here may hold."""

MARGIN_BOXES = (
    *(
        f"{side}-{part}"
        for side in ("top", "bottom")
        for part in ("left-corner", "left", "center", "right", "right-corner")
    ),
    *(f"{side}-{part}" for side in ("left", "right") for part in ("top", "middle", "bottom")),
)
"""The boxes in the margins of a page (CSS Paged Media Level 3, 5)."""

NEVER = (
    "active", "autofill", "checked", "default", "disabled", "enabled", "focus", "focus-visible", "focus-within", "hover", "in-range",
    "indeterminate", "invalid", "modal", "optional", "out-of-range", "placeholder-shown", "read-only", "read-write", "required", "target",
    "user-invalid", "valid", "visited",
)  # fmt: skip
"""Pseudo-classes that hold for somebody at a screen, and never in print."""

ELEMENTS = frozenset(
    [
        "a",
        "abbr",
        "address",
        "article",
        "aside",
        "audio",
        "b",
        "bdi",
        "bdo",
        "blockquote",
        "body",
        "br",
        "button",
        "caption",
        "circle",
        "cite",
        "code",
        "col",
        "colgroup",
        "dd",
        "defs",
        "del",
        "desc",
        "dfn",
        "div",
        "dl",
        "dt",
        "ellipse",
        "em",
        "embed",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "g",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "head",
        "header",
        "hr",
        "html",
        "i",
        "image",
        "img",
        "input",
        "ins",
        "kbd",
        "label",
        "legend",
        "li",
        "line",
        "link",
        "main",
        "mark",
        "mask",
        "meta",
        "nav",
        "object",
        "ol",
        "option",
        "output",
        "p",
        "path",
        "pattern",
        "polygon",
        "polyline",
        "pre",
        "q",
        "rect",
        "s",
        "samp",
        "script",
        "section",
        "select",
        "small",
        "span",
        "stop",
        "strong",
        "style",
        "sub",
        "summary",
        "sup",
        "svg",
        "symbol",
        "table",
        "tbody",
        "td",
        "text",
        "textarea",
        "tfoot",
        "th",
        "thead",
        "time",
        "title",
        "tr",
        "tspan",
        "u",
        "ul",
        "use",
        "var",
        "wbr",
    ]
)
"""Elements of HTML and SVG that a template may write."""

ATTRIBUTES = frozenset(
    {
        "data-fit",
        "data-passage",
        "alt",
        "class",
        "colspan",
        "dir",
        "href",
        "id",
        "lang",
        "role",
        "rowspan",
        "src",
        "start",
        "title",
        "type",
    }
)

_DATA = re.compile(r"(?<![\w-])data-[a-z-]+")


@check(
    codes.PASSED_OVER,
    looks_for="at-rules of the styles that the engine skips, and conditions that hold for no edition",
    source="docs/designers.md, CSS that the engine does not know",
)
def at_rules(styles: StyleSheets) -> Iterator[Finding]:
    """Find each at-rule that is skipped, and each that is for an edition that there is not."""
    for sheet in styles.sheets:
        for rule in sheet.all_rules():
            known = MARGIN_BOXES if rule.keyword in MARGIN_BOXES else AT_RULES
            if rule.keyword and rule.keyword not in known:
                yield codes.PASSED_OVER.at(
                    rule.place, f"'@{rule.keyword}' is no rule that the engine reads, and is left out with all that stands in it",
                    _meant(rule.keyword, (*AT_RULES, *MARGIN_BOXES)),
                )  # fmt: skip
            elif rule.keyword == "media":
                yield from _media(rule)


def _meant(word: str, known: tuple[str, ...]) -> str:
    close = get_close_matches(word, known, n=1, cutoff=0.6)
    return (
        f"did you mean '{close[0]}'?" if close else "leave the rule out (docs/designers.md says what to write instead)"
    )


def _media(rule: Rule) -> Iterator[Finding]:
    words = [token for token in rule.prelude if token.type not in {"whitespace", "comment"}]
    wrong = next((token.serialize() for token in words if token.type not in {"ident", "literal"}), "")
    unknown = next((token.value for token in words if token.type == "ident" and token.lower_value not in MEDIA), wrong)
    if unknown:
        said = f"'@media {rule.selector}' holds for no edition, and is left out with all that stands in it"
        yield codes.PASSED_OVER.at(rule.place, said, near(unknown, MEDIA))


@check(
    codes.PASSED_OVER,
    looks_for="selectors of the styles that hold for nothing that is printed",
    source="docs/designers.md, CSS that the engine does not know",
)
def selectors(styles: StyleSheets) -> Iterator[Finding]:
    """Find each selector that never holds: of what happens at a screen, of an element or an attribute that there is not."""
    data = frozenset(name for text in styles.templates.values() for name in _DATA.findall(text))
    values = _values(styles)
    for sheet in styles.sheets:
        for rule in sheet.all_rules():
            found = None if rule.keyword or _stands_in_page(rule, sheet) else _never_holds(rule, data, values)
            if found:
                what, mend = found
                yield codes.PASSED_OVER.at(rule.place, f"'{rule.selector}': {what}", mend)


def _stands_in_page(rule: Rule, sheet: Sheet) -> bool:
    return any(rule in other.rules for other in sheet.all_rules() if other.keyword == "page")


def _values(styles: StyleSheets) -> dict[str, tuple[str, ...]]:
    """Return the values that an attribute of a whole page may have: readers, document types and formats."""
    folders = {"document": "documents", "format": "formats"}
    stems = {
        f"data-{name}": tuple(sheet.stem for sheet in styles.sheets if sheet.folder == folder)
        for name, folder in folders.items()
    }
    types = tuple(
        path.rpartition("/")[2].removesuffix(".html")
        for path in styles.templates
        if path.startswith("templates/documents/")
    )
    return {
        "data-audience": AUDIENCES,
        "data-format": stems["data-format"],
        "data-document": (*stems["data-document"], *types),
    }


def _never_holds(rule: Rule, data: frozenset[str], values: dict[str, tuple[str, ...]]) -> tuple[str, str] | None:
    tokens = [token for token in every(rule.prelude) if token.type != "comment"]
    for before, token in pairwise([None, *tokens]):
        found = _pseudo_class(before, token) or _element(before, token) or _attribute(token, data, values)
        if found:
            return found
    return None


def _pseudo_class(before: object, token: object) -> tuple[str, str] | None:
    name = getattr(token, "lower_value", "")
    if getattr(before, "value", "") == ":" and name in NEVER:
        return f"':{name}' is of somebody at a screen, and never holds in print", "take it out, or leave the rule out"
    return None


def _element(before: object, token: object) -> tuple[str, str] | None:
    """Return what is wrong with ``token`` where it is the name of an element: what begins a part of a selector."""
    begins = (
        before is None
        or getattr(before, "type", "") == "whitespace"
        or getattr(before, "value", "") in {",", ">", "+", "~"}
    )
    name = str(getattr(token, "lower_value", ""))
    if begins and getattr(token, "type", "") == "ident" and name not in ELEMENTS:
        return f"there is no element '{name}'", _meant(name, tuple(ELEMENTS))
    return None


def _attribute(token: object, data: frozenset[str], values: dict[str, tuple[str, ...]]) -> tuple[str, str] | None:
    if getattr(token, "type", "") != "[] block":
        return None
    words = [word for word in token.content if word.type not in {"whitespace", "comment"}]  # type: ignore[attr-defined]
    name = str(words[0].value) if words else ""
    if data and name not in data | ATTRIBUTES:
        return f"no template writes the attribute '{name}'", _meant(name, tuple(data | ATTRIBUTES))
    value = str(words[2].value) if len(words) > 2 and words[1].value == "=" else ""  # noqa: PLR2004 name, sign, value
    if value and values.get(name) and value not in values[name]:
        return f"there is no '{value}' for '{name}'", near(value, values[name])
    return None
