"""What the engine takes for a property, and why not."""

from __future__ import annotations

import logging

import pytest

from brochures.engine import private_api
from brochures.engine.style_values import refusal


@pytest.mark.parametrize(
    ("name", "value", "reason"),
    [
        ("margin", "1pt 2pt", None),
        ("font", '700 9pt/calc(12pt * 1.2) "A"', None),
        ("margin", "1pt 2pt 3pt 4pt 5pt", "Expected 1 to 4 tokens, got 5"),
        ("color", "#a64f2", "invalid value"),
        ("width", "calc(1ptt + 2pt)", "invalid value"),
        ("text-wrap", "balance", "unknown property"),
        ("cursor", "pointer", ""),
    ],
)
def test_a_value_that_is_left_out_has_its_reason(name: str, value: str, reason: str | None) -> None:
    assert refusal(name, value) == reason
    assert not any(type(one).__name__ == "_Reasons" for one in logging.getLogger("weasyprint").handlers)


def test_a_value_on_which_the_engine_breaks_down_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(_: str, __: str) -> bool:
        raise AssertionError

    monkeypatch.setattr(private_api, "takes", breaks)
    assert refusal("margin", "1pt") == "the engine breaks down on it: "


def test_every_property_has_its_name_with_hyphens_shorthands_too() -> None:
    assert {"margin", "margin-top", "border-top-left-radius", "string-set", "bookmark-level"} <= set(
        private_api.property_names()
    )
    assert not [name for name in private_api.property_names() if "_" in name]
