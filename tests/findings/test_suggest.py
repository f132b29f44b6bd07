from __future__ import annotations

import pytest

from brochures.findings.suggest import closest, near

PIECES = ("crisis-card", "program-trifold", "program-overview")


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("crisis-crad", "crisis-card"),
        ("CRISIS-CARD", "crisis-card"),
        ("programtrifold", "program-trifold"),
        ("overview", "program-overview"),
        ("card", "crisis-card"),
        ("program", "program-trifold"),
        ("ca", ""),
        ("ogra", ""),
        ("zzz", ""),
        ("", ""),
    ],
)
def test_the_name_that_is_like_it_or_holds_it_is_meant(word: str, meant: str) -> None:
    assert closest(word, PIECES) == meant


def test_a_hint_names_what_is_meant_or_what_there_is() -> None:
    assert near("Crisis", PIECES) == "did you mean 'crisis-card'?"
    assert near("zzz", PIECES) == "known here: crisis-card, program-overview, program-trifold"
    assert near("zzz", [f"n{number:02}" for number in range(13)]).endswith("n11 …")
    assert near("zzz", ()) == ""
