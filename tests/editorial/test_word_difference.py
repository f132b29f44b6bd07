from __future__ import annotations

import pytest

from brochures.editorial.word_difference import difference

LONG = [f"w{number}" for number in range(100)]


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (["Go home by car."], ["Go home by cab."], "“Go home by car.” is now “Go home by cab.” (“car.” became “cab.”)"),
        (["Go home."], ["Go right home."], "“Go home.” is now “Go right home.” (“right” was added)"),
        (["Go right home."], ["Go home."], "“Go right home.” is now “Go home.” (“right” was taken out)"),
        (["a"], ["a", "b"], "“a” is now “a / b” (“/ b” was added)"),
        (["a", "b"], ["a b"], "“a / b” is now “a b” (“/” was taken out)"),
        ([], ["a"], "“” is now “a” (“a” was added)"),
        (["a b"], ["a b a b"], "“a b” is now “a b a b” (“a b” was added)"),
        (["a 1 b 2 c 3 d 4"], ["a 5 b 6 c 7 d 8"], "“a 1 b 2 c 3 d 4” is now “a 5 b 6 c 7 d 8” (“1” became “5”; “2” became “6”; “3” became “7”; and 1 more)"),
        (["a 1 b 2 c 3"], ["a 5 b 6 c 7"], "“a 1 b 2 c 3” is now “a 5 b 6 c 7” (“1” became “5”; “2” became “6”; “3” became “7”)"),
    ],
)  # fmt: skip
def test_both_wordings_are_shown_and_which_words_became_which(before: list[str], after: list[str], told: str) -> None:
    assert difference(before, after) == told


def test_of_long_wordings_the_words_around_the_change_are_shown() -> None:
    after = [*LONG[:50], "other", *LONG[51:]]
    told = difference([" ".join(LONG)], [" ".join(after)])
    around = "w44 w45 w46 w47 w48 w49 {} w51 w52 w53 w54 w55 w56"
    assert told == f"“… {around.format('w50')} …” is now “… {around.format('other')} …” (“w50” became “other”)"


def test_of_two_changes_far_apart_the_stretch_between_is_cut() -> None:
    told = difference([" ".join(LONG)], [" ".join(["x", *LONG[1:99], "y"])])
    first, second = told.split(" is now ")
    assert first == f"“{' '.join(LONG[:60])} …”"
    assert second.endswith("… (“w0” became “x”; “w99” became “y”)".replace("… (", "…” ("))
