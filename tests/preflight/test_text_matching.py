"""Which runs of words say which composed text: in any order, over line ends, and in their own panel first."""

from __future__ import annotations

from dataclasses import replace

import pytest

from brochures.geometry.box import Box
from brochures.preflight.extracted_text import Run
from brochures.preflight.text_matching import match
from tests.preflight.readings import panel, run, said


def _joined(*letters: Run) -> Run:
    """Return letters that were drawn one by one, joined."""
    whole = "".join(letter.text for letter in letters)
    return replace(letters[0], text=whole, shown=whole, letters=letters)


@pytest.mark.parametrize(
    ("texts", "runs", "found", "missing", "stray"),
    [
        pytest.param(["one two"], ["one two"], {0: [0]}, {}, [], id="in one run"),
        pytest.param(["one two"], ["one", "two"], {0: [0, 1]}, {}, [], id="in two"),
        pytest.param(["one two"], ["one"], {0: [0]}, {0: "two"}, [], id="half of it"),
        pytest.param(["one two"], [], {}, {0: "onetwo"}, [], id="nothing of it"),
        pytest.param(["one"], ["one", "one"], {0: [0]}, {}, [1], id="twice"),
        pytest.param(["one", "one"], ["one", "one"], {0: [0], 1: [1]}, {}, [], id="two that are alike"),
        pytest.param(["one"], ["two"], {}, {0: "one"}, [0], id="another word"),
        pytest.param(["a one", "b two"], ["a", "b", "two", "one"], {0: [0, 3], 1: [1, 2]}, {}, [], id="between each other"),
        pytest.param(["ab", "ac"], ["a", "a", "c", "b"], {0: [0, 3], 1: [1, 2]}, {}, [], id="the one begun last goes on first"),
        pytest.param(["long-term"], ["long-", "term"], {0: [0, 1]}, {}, [], id="a hyphen of its own"),
        pytest.param(["longterm"], ["long-", "term"], {0: [0, 1]}, {}, [], id="a hyphen of the engine"),
        pytest.param(["ab"], ["-", "ab"], {0: [1]}, {}, [0], id="a hyphen alone"),
        pytest.param(["b", "a", "b"], ["a", "b", "b"], {0: [2], 1: [0], 2: [1]}, {}, [], id="the next one, going round"),
    ],
)  # fmt: skip
def test_each_run_is_the_next_part_of_a_text(
    texts: list[str], runs: list[str], found: dict[int, list[int]], missing: dict[int, str], stray: list[int]
) -> None:
    drawn = [run(text, top=20 * number) for number, text in enumerate(runs)]
    agreed = match([said(text) for text in texts], drawn, ())
    assert {index: [drawn.index(one) for one in used] for index, used in agreed.found.items()} == found
    assert list(agreed.found) == sorted(found)
    assert dict(agreed.missing) == missing
    assert [drawn.index(one) for one in agreed.stray] == stray


def test_of_texts_that_are_alike_the_one_in_the_run_s_own_panel_is_taken() -> None:
    panels = [
        panel("one", Box(0, 0, 100, 100)),
        panel("two", Box(200, 0, 300, 100)),
        panel("two", Box(0, 0, 90, 90), page=2),
    ]
    texts = [said("here", "one"), said("here", "two"), said("here")]
    for left, page, expected in ((0, 1, 0), (210, 1, 1), (0, 2, 1), (130, 1, 2)):
        one = run("here", left, page=page)
        assert list(match(texts, [one], panels).found) == [expected]
    assert list(match(texts[:2], [run("here", 130)], panels).found) == [0]
    assert list(match([*texts[1:2], said("here", "three")], [run("here", 0)], panels).found) == [0]


def test_in_a_panel_that_was_turned_its_place_on_the_sheet_counts() -> None:
    turned = replace(panel("two", Box(0, 0, 90, 90)), frame=Box(200, 0, 290, 90))
    texts = [said("here", "one"), said("here", "two")]
    assert list(match(texts, [run("here", 210)], [turned]).found) == [1]
    assert list(match(texts, [run("here", 0)], [turned]).found) == [0]


def test_letters_that_were_joined_may_belong_to_two_texts() -> None:
    one, two, three = run("2"), run(".", 6), run("x", 12)
    agreed = match([said("2"), said(".")], [_joined(one, two, three)], ())
    assert {index: [used.text for used in runs] for index, runs in agreed.found.items()} == {0: ["2"], 1: ["."]}
    assert [stray.text for stray in agreed.stray] == ["x"]
    whole = _joined(one, two)
    agreed = match([said("2.")], [whole], ())
    assert agreed.found == {0: (whole,)}
