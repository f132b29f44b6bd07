"""Names of pages, running elements and strings that nothing answers to."""

from __future__ import annotations

from collections.abc import Iterator

from brochures.design.checks.passed_over import MARGIN_BOXES
from brochures.design.checks.subject import StyleSheets
from brochures.design.sheets import Declaration, Rule, Sheet, every
from brochures.findings import Finding, codes
from brochures.findings.check import check
from brochures.findings.suggest import near

OF_NO_PAGE = frozenset({"auto", "inherit", "initial", "unset"})
"""Values of ``page`` that name no page (CSS Paged Media Level 3, Using named pages; CSS Cascading and Inheritance Level 4, Explicit Defaulting)."""


@check(
    codes.PASSED_OVER,
    looks_for="names of pages and of running heads that nothing answers to",
    source="CSS Paged Media Level 3, 5; docs/designers.md, What is checked in the styles",
)
def names(styles: StyleSheets) -> Iterator[Finding]:
    """Find each page, running element or string that is asked for by a name which nothing has."""
    all_declarations = [one for sheet in styles.sheets for one in (*sheet.declarations, *_in_margins(sheet))]
    pages = {name for sheet in styles.sheets for rule in sheet.all_rules() for name in _named(rule)}
    has = {"page": pages, "element": _running(all_declarations), "string": _strings(all_declarations)}
    for one in dict.fromkeys(all_declarations):
        for kind, name in _asked_names(one):
            if name not in has[kind]:
                what = {"page": "@page rule", "element": "running element", "string": "string"}[kind]
                yield codes.PASSED_OVER.at(
                    one.place, f"'{one}': there is no {what} '{name}'", near(name, tuple(has[kind]))
                )


def _named(rule: Rule) -> Iterator[str]:
    """Yield each name that the ``@page`` rule ``rule`` gives: the first word of each of its selectors."""
    begins = rule.keyword == "page"
    for token in (one for one in rule.prelude if one.type not in {"whitespace", "comment"}):
        if begins and token.type == "ident":
            yield str(token.value)
        begins = token.type == "literal" and token.value == ","


def _in_margins(sheet: Sheet) -> Iterator[Declaration]:
    return (one for rule in sheet.all_rules() if rule.keyword in MARGIN_BOXES for one in rule.declarations)


def _asked_names(one: Declaration) -> Iterator[tuple[str, str]]:
    if one.name == "page" and one.text.replace("-", "").isalnum() and one.text.lower() not in OF_NO_PAGE:
        yield "page", one.text
    for token in every(one.value) if one.name == "content" else ():
        if token.type == "function" and token.lower_name in {"element", "string"}:
            first = next((word for word in token.arguments if word.type == "ident"), None)
            if first is not None:
                yield token.lower_name, str(first.value)


def _running(declarations: list[Declaration]) -> set[str]:
    functions = [
        token for one in declarations if one.name == "position" for token in one.value if token.type == "function"
    ]
    return {str(word.value) for token in functions for word in token.arguments if word.type == "ident"}


def _strings(declarations: list[Declaration]) -> set[str]:
    return {
        str(token.value)
        for one in declarations
        if one.name == "string-set"
        for token in one.value
        if token.type == "ident"
    }
