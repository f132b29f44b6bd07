"""Variables of the styles: asked for and not there, there and not asked for, asking for one another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import cache

from brochures.design.checks.subject import StyleSheets
from brochures.design.inks import PRIVATE
from brochures.design.sheets import Rule, asked
from brochures.findings import Finding, Place, Severity, codes
from brochures.findings.check import check
from brochures.findings.suggest import near

CLOSE = 0.8
"""How like two names must be for one to be a slip of the other (the ratio of ``difflib``)."""

_ASKED_IN_TEMPLATE = re.compile(r"var\(\s*(--[\w-]+)\s*([,)])")
_NAMED = re.compile(r"(?<![\w-])--[a-z][\w-]*", re.IGNORECASE)
_ROOT = re.compile(r"(?::root|html)?(?:\[data-[^\]]*\])*")

COMPANIONS = ("-inks", "-spot", "-step")
"""What stands beside a private colour and is read by the program."""

BY_PROGRAM = frozenset({
    "--bound", "--back", "--copyfit", "--copyfit-groups", "--desk-sheet", "--fit-space", "--fit-tracking", "--front", "--inside",
    "--heard", "--last-line-words", "--outside", "--reading-order", "--sheet-height", "--sheet-width", "--text-size", "--leading",
})  # fmt: skip
"""What the program reads itself: formats, copyfit, the last lines of paragraphs."""


BY_PROOFS = frozenset({
    "--accent", "--ground-sand", "--ground-water", "--ink", "--ink-soft", "--ink-strong", "--paper", "--rule", "--rule-sand",
    "--rule-soft", "--stream-one", "--stream-three", "--text-face", "--title-face",
})  # fmt: skip
"""What annotated pictures and the contact sheet are drawn in."""


@check(
    codes.UNDEFINED_VARIABLE,
    looks_for="variables that styles or templates ask for and nothing defines",
    source="docs/designers.md, What is checked in the styles",
)
def undefined(styles: StyleSheets) -> Iterator[Finding]:
    """Find each variable that is asked for and not there, once, at the first place that asks for it."""
    places: dict[str, list[tuple[Place, str]]] = {}
    for name, place, by in _all_asked(styles):
        if name not in styles.variables and name not in styles.given:
            places.setdefault(name, []).append((place, by))
    known = tuple({**styles.variables, **dict.fromkeys(styles.given)})
    for name, found in places.items():
        (place, by), more = found[0], len(found) - 1
        elsewhere = f", and {more} more place{'s' if more > 1 else ''} ask for it" if more else ""
        yield codes.UNDEFINED_VARIABLE.at(
            place, f"{by} asks for '{name}', and nothing defines that{elsewhere}", near(name, known)
        )


def _all_asked(styles: StyleSheets) -> Iterator[tuple[str, Place, str]]:
    """Yield each variable that is asked for without a fallback, with its place and what asks for it."""
    for sheet in styles.sheets:
        for one in sheet.declarations:
            for name, _, has_fallback in asked(one.value):
                if not has_fallback:
                    yield name, one.place, f"'{one.name}'"
    for file, text in styles.templates.items():
        for found in _ASKED_IN_TEMPLATE.finditer(text):
            if found[2] == ")":
                line, start = text.count("\n", 0, found.start()) + 1, text.rfind("\n", 0, found.start())
                yield found[1], Place(file, line, found.start() - start), "a template"


@check(
    codes.CIRCLE,
    looks_for="variables of the styles whose values lead back to themselves",
    source="CSS Custom Properties Level 1, 2.3; docs/designers.md, What is checked in the styles",
)
def circles(styles: StyleSheets) -> Iterator[Finding]:
    """Find each circle of variables on one element, once, at the first of its declarations."""
    told: set[frozenset[str]] = set()
    for scope, arrows in _scopes(styles).items():
        for name in arrows:
            circle = _circle(name, arrows)
            if circle and frozenset(circle) not in told:
                told.add(frozenset(circle))
                place = min(arrows[one][1] for one in circle)
                way = " asks for ".join(f"'{one}'" for one in (*circle, circle[0]))
                where = "" if scope == ":root" else f" (in '{scope}')"
                yield codes.CIRCLE.at(
                    place, f"{way}: none of them has a value{where}", f"give '{circle[0]}' a value of its own"
                )


def _scopes(styles: StyleSheets) -> Mapping[str, dict[str, tuple[frozenset[str], Place]]]:
    """Return what each variable asks for and where, by the selector that it is declared for; those of a whole page are one."""
    found: dict[str, dict[str, tuple[frozenset[str], Place]]] = {}
    for sheet in styles.sheets:
        for rule in sheet.all_rules():
            for scope in _selectors(rule):
                for one in rule.declarations:
                    if one.is_variable:
                        names = frozenset(name for name, _, _ in asked(one.value))
                        before, place = found.setdefault(scope, {}).get(one.name, (frozenset(), one.place))
                        found[scope][one.name] = (before | names, place)
    return found


def _selectors(rule: Rule) -> set[str]:
    parts = (part.strip() for part in rule.selector.split(","))
    return {":root" if _ROOT.fullmatch(part) else part for part in parts}


def _circle(start: str, arrows: Mapping[str, tuple[frozenset[str], Place]]) -> tuple[str, ...]:
    """Return the way from ``start`` back to it, empty where there is none."""

    @cache
    def way(name: str, seen: frozenset[str]) -> tuple[str, ...]:
        for other in sorted(arrows[name][0]):
            if other == start:
                return (name,)
            if other in arrows and other not in seen:
                rest = way(other, seen | {other})
                if rest:
                    return (name, *rest)
        return ()

    return way(start, frozenset({start}))


@check(
    codes.UNUSED_VARIABLE,
    looks_for="variables of the styles that nothing asks for",
    source="docs/designers.md, What is checked in the styles",
)
def unused(styles: StyleSheets) -> Iterator[Finding]:
    """Find each variable that nothing asks for: a slip where its name is nearly that of one that is asked for, else only told."""
    used = {name for sheet in styles.sheets for one in sheet.declarations for name, _, _ in asked(one.value)}
    used |= {name for text in styles.templates.values() for name in _NAMED.findall(text)}
    lost = used - set(styles.variables) - styles.given
    used |= BY_PROGRAM | BY_PROOFS
    for name, places in styles.variables.items():
        if lost and name.startswith(PRIVATE):
            continue  # what asked for it is told to be lost
        if name not in used and not name.endswith(COMPANIONS) and not get_close_matches(name, lost, n=1, cutoff=0.6):
            yield _unused(name, places[0].place, used)


def _unused(name: str, place: Place, used: set[str]) -> Finding:
    close = [] if name.startswith(PRIVATE) else get_close_matches(name, sorted(used), n=1, cutoff=CLOSE)
    said = f"nothing asks for '{name}'"
    if close:
        return codes.UNUSED_VARIABLE.at(place, said, f"did you mean '{close[0]}'?", severity=Severity.ERROR)
    return codes.UNUSED_VARIABLE.at(place, said, "take it out, or use it")
