"""Letters of a drawing's words that are not what was typed."""

from __future__ import annotations

import pytest

from tests.drawn import told

OURS = "font-family='Source Serif'"


@pytest.mark.parametrize(
    ("lines", "places"),
    [
        ([f"<text {OURS}>x\nCafÃ©</text>"], [(3, 4)]),
        ([f"<text {OURS}>A <tspan>CafÃ©</tspan> bÃ©</text>"], [(2, 46), (2, 36)]),
        (["<title>CafÃ©</title>", "<desc>a\u200bb</desc>"], [(2, 11), (3, 8)]),
        (["<g display='none'><text>CafÃ©</text></g>"], []),
        ([f"<text {OURS}>Café</text><metadata>CafÃ©</metadata>"], []),
    ],
)  # fmt: skip
def test_a_letter_is_told_at_its_place_in_what_is_read(lines: list[str], places: list[tuple[int, int]]) -> None:
    found = [one for one in told(*lines) if one[0] == "RES-116"]
    assert sorted((line, column) for _, line, column, _ in found) == sorted(places)
    assert all(message.startswith("'a.svg': ") for *_, message in found)
