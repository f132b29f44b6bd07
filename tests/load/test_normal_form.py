from __future__ import annotations

import pytest

from brochures.load.normal_form import composed


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("plain", "plain"),
        ("Nguye\u0302\u0303n", "Nguy\u1ec5n"),
        ("Nguye\u0302\u0303n".replace("\u0302\u0303", "\u0303\u0302"), "Nguy\u1ebd\u0302n"),
        ("O\u0300\u0323", "\u1ecc\u0300"),
        ("x\u0304", "x\u0304"),
        ("\u212b", "\xc5"),
        ("\ufb01", "\ufb01"),
    ],
)
def test_letters_are_composed_and_nothing_else_is_changed(text: str, result: str) -> None:
    assert composed(text) == result
