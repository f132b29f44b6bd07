"""Rules that are passed over: at-rules that the engine skips, selectors that never hold in print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from typing import Any

from brochures.design.checks.subject import StyleSheets
from brochures.design.checks.table_of_contents import MEDIA
from brochures.design.checks.template_names import TemplateNames
from brochures.design.sheets import Rule, Sheet
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

AREAS = ("footnote", "note-area")
"""The other areas of a page that a rule in ``@page`` may style (CSS Generated Content for Paged Media, Footnotes)."""

NEVER = (
    "active", "autofill", "checked", "default", "disabled", "enabled", "focus", "focus-visible", "focus-within", "hover", "in-range",
    "indeterminate", "invalid", "modal", "optional", "out-of-range", "placeholder-shown", "read-only", "read-write", "required", "target",
    "user-invalid", "valid", "visited",
)  # fmt: skip
"""Pseudo-classes that hold for somebody at a screen, and never in print."""

ELEMENTS = frozenset((
    "a", "abbr", "address", "area", "article", "aside", "audio", "b", "base", "bdi", "bdo", "blockquote", "body", "br", "button",
    "canvas", "caption", "circle", "cite", "clippath", "code", "col", "colgroup", "data", "datalist", "dd", "defs", "del", "desc",
    "details", "dfn", "dialog", "div", "dl", "dt", "ellipse", "em", "embed", "fieldset", "figcaption", "figure", "filter", "footer",
    "foreignobject", "form", "g", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hgroup", "hr", "html", "i", "iframe",
    "image", "img", "input", "ins", "kbd", "label", "legend", "li", "line", "lineargradient", "link", "main", "map", "mark", "marker",
    "mask", "menu", "meta", "meter", "nav", "noscript", "object", "ol", "optgroup", "option", "output", "p", "path", "pattern",
    "picture", "polygon", "polyline", "pre", "progress", "q", "radialgradient", "rect", "rp", "rt", "ruby", "s", "samp", "script",
    "search", "section", "select", "small", "source", "span", "stop", "strong", "style", "sub", "summary", "sup", "svg", "switch",
    "symbol", "table", "tbody", "td", "template", "text", "textarea", "textpath", "tfoot", "th", "thead", "time", "title", "tr",
    "track", "tspan", "u", "ul", "use", "var", "video", "wbr",
))  # fmt: skip
"""Elements of HTML and SVG that a template may write, in small letters; those that one does write count too."""

ATTRIBUTES = frozenset({"aria-label", "class", "data-block", "data-fit", "data-passage", "href", "style"})
"""Attributes that the program itself writes; the others stand in the templates."""

OF_SELECTORS = frozenset({"has", "is", "not", "where"})
"""Functions that hold selectors (Selectors Level 4, 4)."""


@check(
    codes.PASSED_OVER,
    looks_for="at-rules of the styles that the engine skips, and conditions that hold for no edition",
    source="docs/designers.md, CSS that the engine does not know",
)
def at_rules(styles: StyleSheets) -> Iterator[Finding]:
    """Find each at-rule that is skipped, and each that is for an edition that there is not."""
    for sheet in styles.sheets:
        for rule in sheet.all_rules():
            if rule.keyword and rule.keyword not in {*AT_RULES, *MARGIN_BOXES, *AREAS}:
                yield codes.PASSED_OVER.at(
                    rule.place, f"'@{rule.keyword}' is no rule that the engine reads, and is left out with all that stands in it",
                    _meant(rule.keyword, (*AT_RULES, *MARGIN_BOXES, *AREAS)),
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
    written, values = styles.written, _values(styles)
    for sheet in styles.sheets:
        for rule in sheet.all_rules():
            found = None if rule.keyword or _stands_in_page(rule, sheet) else _never_holds(rule, written, values)
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


def _never_holds(rule: Rule, written: TemplateNames, values: dict[str, tuple[str, ...]]) -> tuple[str, str] | None:
    for before, token, denied in _parts(rule.prelude):
        found = (
            (None if denied else _pseudo_class(before, token))
            or _element(before, token, written.elements)
            or _attribute(token, written.attributes, values)
        )
        if found:
            return found
    return None


def _parts(tokens: Iterable[Any], *, denied: bool = False) -> Iterator[tuple[Any, Any, bool]]:
    """Yield each token of a selector with that before it, and whether ``:not()`` denies it; those of selectors in functions too."""
    before = None
    for token in (one for one in tokens if one.type != "comment"):
        yield before, token, denied
        if token.type == "function":
            yield from _parts(_selectors_in(token), denied=denied != (token.lower_name == "not"))
        before = token


def _selectors_in(function: Any) -> Sequence[Any]:
    """Return the selectors that stand in ``function``: all that does, or, where it counts, what stands behind its 'of'."""
    if function.lower_name in OF_SELECTORS:
        return list(function.arguments)
    if not function.lower_name.startswith("nth-"):
        return ()
    words = [getattr(token, "lower_value", "") for token in function.arguments]
    return function.arguments[words.index("of") + 1 :] if "of" in words else ()


def _pseudo_class(before: object, token: object) -> tuple[str, str] | None:
    name = getattr(token, "lower_value", "")
    if getattr(before, "value", "") == ":" and name in NEVER:
        return f"':{name}' is of somebody at a screen, and never holds in print", "take it out, or leave the rule out"
    return None


def _element(before: object, token: object, elements: frozenset[str]) -> tuple[str, str] | None:
    """Return what is wrong with ``token`` where it is the name of an element: what begins a part of a selector."""
    begins = (
        before is None
        or getattr(before, "type", "") == "whitespace"
        or getattr(before, "value", "") in {",", ">", "+", "~"}
    )
    name = str(getattr(token, "lower_value", ""))
    if begins and getattr(token, "type", "") == "ident" and name not in ELEMENTS | elements:
        return f"there is no element '{name}'", _meant(name, tuple(ELEMENTS | elements))
    return None


def _attribute(token: Any, written: frozenset[str], values: dict[str, tuple[str, ...]]) -> tuple[str, str] | None:
    if token.type != "[] block":
        return None
    words = [word for word in token.content if word.type not in {"whitespace", "comment"}]
    name = str(words[0].value) if words else ""
    if written and name.lower() not in written | ATTRIBUTES:
        return f"no template writes the attribute '{name}'", _meant(name, tuple(written | ATTRIBUTES))
    value = str(words[2].value) if len(words) > 2 and words[1].value == "=" else ""  # noqa: PLR2004 name, sign, value
    if value and values.get(name) and value not in values[name]:
        return f"there is no '{value}' for '{name}'", near(value, values[name])
    return None
