"""Thumbnails: bars that stand for what a panel holds, in its order, inside of its margins."""

from __future__ import annotations

import itertools

from brochures.compose.drawings.thumbnail import GAP, LAST, LINE, SIDE, TOP, thumbnail
from brochures.findings import Place
from brochures.load.model.statements import Audience
from brochures.load.positions import Writing
from brochures.resolve.inline_text import Plain
from brochures.resolve.job import Passage, Role

WIDTH, HEIGHT = 262.0, 612.0


def _said(component: str, block: int, letters: int, section: int = 0) -> Passage:
    text = "x" * letters
    writing = Writing(text, text, Place("words", 1, 1))
    return Passage(Role.PIECE, (Plain(text),), writing, Audience.PATIENT, section, block, component)


def test_a_block_is_as_many_lines_as_its_letters_fill_and_its_last_is_shorter() -> None:
    bars = thumbnail([_said("statement", 0, 80), _said("statement", 1, 10, section=1)], 0, WIDTH, HEIGHT)
    measure = WIDTH - 2 * SIDE
    assert [(bar.kind, bar.x, bar.y, bar.width) for bar in bars] == [
        ("text", SIDE, TOP, measure),
        ("text", SIDE, TOP + LINE, measure),
        ("text", SIDE, TOP + 2 * LINE, round(measure * LAST, 2)),
    ]


def test_each_kind_of_component_has_its_bar_in_the_order_of_the_panel() -> None:
    said = [_said("cover", 0, 20), _said("heading", 1, 12), _said("notice", 2, 60), _said("statement", 3, 5)]
    bars = thumbnail(said, 0, WIDTH, HEIGHT)
    assert [bar.kind for bar in bars] == ["ground", "heading", "box", "text"]
    assert all(round(after.y - before.y - before.height, 2) == GAP for before, after in itertools.pairwise(bars))


def test_more_than_a_panel_holds_is_drawn_closer_together() -> None:
    bars = thumbnail([_said("statement", block, 400) for block in range(9)], 0, WIDTH, HEIGHT)
    assert max(bar.y + bar.height for bar in bars) <= HEIGHT - TOP + 0.1
    assert thumbnail([], 0, WIDTH, HEIGHT) == ()


def test_larger_type_takes_more_of_a_poster() -> None:
    (small,) = thumbnail([_said("statement", 0, 10)], 0, 792, 1224)
    (large,) = thumbnail([_said("statement", 0, 10)], 0, 792, 1224, 2)
    assert (large.x, large.y, large.height) == (small.x * 2, small.y * 2, small.height * 2)
