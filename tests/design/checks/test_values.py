"""What the engine leaves out, with the variables of a value followed: one finding a fault, where it is to be mended."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from brochures.design.checks.values import left_out
from tests.design.checks.gate import sheets, told


class _Engine:
    """Takes lengths in pt for the margin and for each size, and colours in six digits; a border is both."""

    properties = ("margin", "width", "color", "border")

    def __init__(self) -> None:
        self.heard: list[tuple[str, str]] = []

    def refused(self, declarations: Sequence[tuple[str, str]]) -> list[str | None]:
        """Return why each is left out."""
        self.heard += declarations
        return [self._reason(*one) for one in declarations]

    def _reason(self, name: str, value: str) -> str | None:
        words = value.replace("calc(1pt + 2pt)", "3pt").split()
        lengths, colours = all(word.endswith("pt") for word in words), all(word.startswith("#") for word in words)
        good = {"color": colours, "border": words[-1].startswith("#") and words[0].endswith("pt")}
        return None if good.get(name, lengths) else "Expected a length" if name == "width" else "invalid value"


LISTED = "write a value that the property has (docs/designers.md lists what the engine does not know)"
UNIT = "write a value that the property has, and a number with its unit, such as pt (docs/designers.md)"


def _left_out(root: Path, text: str, template: str = "") -> list[tuple[str, str, str]]:
    return told(tuple(left_out(sheets(root, {"a.css": text}, {"templates/a.html": template}), _Engine())))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (".a { colour: #000000 }", [("styles/a.css:1:6", "there is no property 'colour' for print, and 'colour: #000000' is left out", "did you mean 'color'?")]),
        (".a { margin: x }", [("styles/a.css:1:6", "'margin: x' is not taken by the engine: it is left out", LISTED)]),
        (".a { width: 12 }", [("styles/a.css:1:6", "'width: 12' is not taken by the engine (Expected a length): it is left out", UNIT)]),
        (".a { margin: 12ptt }", []),
        (".a { margin: }", []),
        (".a { margin: 1pt /* a */ 2pt; width: calc(1pt + 2pt) }", []),
        (".a { margin: var(--none) }", []),
        (".a { --b: var(--c); --c: var(--b); margin: var(--b) }", []),
        (":root { --b: x; } .a { margin: var(--b) } .c { width: var(--b) }", [("styles/a.css:1:9", "'--b: x' is no value for 'margin: var(--b)' (styles/a.css:1 and 1 more): that is left out", LISTED)]),
        (":root { --b: 1pt; } .a { --b: x } .c { margin: var(--b) }", [("styles/a.css:1:26", "'--b: x' is no value for 'margin: var(--b)' (styles/a.css:1): that is left out", LISTED)]),
        (":root { --b: 1pt; } .a { margin: var(--b) } .c { color: var(--b) }", [("styles/a.css:1:50", "'color: var(--b)', which comes to 'color: 1pt', is not taken by the engine: it is left out", LISTED)]),
        (":root { --b: var(--c); --c: 1pt } .a { margin: var(--c) } .d { color: var(--b) } .e { color: var(--b) }", [("styles/a.css:1:9", "'--b: var(--c)' is no value for 'color: var(--b)' (styles/a.css:1 and 1 more): that is left out", LISTED)]),
        (":root { --b: #000000 } .a { border: 1em var(--b) }", [("styles/a.css:1:29", "'border: 1em var(--b)', which comes to 'border: 1em #000000', is not taken by the engine: it is left out", LISTED)]),
        (":root { --b: #000000; --c: 1pt } .a { border: var(--c) var(--b) } .d { --c: 2pt; --b: #111111 }", []),
    ],
)  # fmt: skip
def test_what_is_left_out_is_told_once_where_it_is_to_be_mended(
    tmp_path: Path, text: str, found: list[tuple[str, str, str]]
) -> None:
    assert _left_out(tmp_path, text) == found


def test_each_value_of_a_variable_is_tried_and_those_of_two_beside_the_first_of_the_other(tmp_path: Path) -> None:
    engine = _Engine()
    text = ":root { --b: 1pt; --c: #000000 } .x { --b: 2pt; --c: #222222 } .a { border: var(--b) solid var(--c) }"
    assert [*left_out(sheets(tmp_path, {"a.css": text}), engine)] == []
    assert engine.heard == [
        ("border", f"{one} solid {other}")
        for one, other in (("1pt", "#000000"), ("2pt", "#000000"), ("1pt", "#222222"))
    ]


def test_styles_in_templates_are_asked_for_too_but_not_what_is_worked_out(tmp_path: Path) -> None:
    template = (
        "<p style=\"widht: {{ x }}pt; margin: {% if a %}3{% endif %}; width: x\" class='b'>\n<p style='margin: y'>"
    )
    assert [(place, message[:24]) for place, message, _ in _left_out(tmp_path, "", template)] == [
        ("templates/a.html:1:11", "there is no property 'wi"),
        ("templates/a.html:1:61", "'width: x' is not taken "),
        ("templates/a.html:2:11", "'margin: y' is not taken"),
    ]
