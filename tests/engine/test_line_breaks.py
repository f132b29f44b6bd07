"""What decides where lines break: which texts break alike, and what one trial says of the measures below it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from weasyprint import HTML

from brochures.engine import balanced_lines, start
from brochures.engine.line_breaks import EPSILON, Trials, breaks_by_width, signature
from brochures.engine.private_api import boxes, children, page_boxes
from tests.miniature import Miniature

STYLE = "p { hyphens: manual } img { width: 3pt; height: 3pt }"


def _texts(*paragraphs: str) -> list[Any]:
    """Return the whole text of each of ``paragraphs`` as the engine has it, each short enough for one line."""
    document = HTML(string=f"<style>{STYLE}</style>{''.join(paragraphs)}").render()

    def lines(box: Any) -> Iterator[Any]:
        if isinstance(box, boxes.LineBox):
            yield box
        else:
            for child in children(box):
                yield from lines(child)

    return [line for _, root in page_boxes(document) for line in lines(root)]


@pytest.mark.parametrize(
    ("paragraph", "alike"),
    [
        pytest.param("<p>Some <b>words</b> here", True, id="the same"),
        pytest.param("<p class=other>Some <b>words</b> here", True, id="of another name"),
        pytest.param(
            "<p style='color: red; line-height: 3'>Some <b>words</b> here", True, id="in another color and leading"
        ),
        pytest.param("<p>Some <b>word</b>s here", False, id="parted elsewhere"),
        pytest.param("<p>Some words here", False, id="without its box"),
        pytest.param("<p style='letter-spacing: 0.01em'>Some <b>words</b> here", False, id="tracked"),
        pytest.param("<p style='font-size: 11.9pt'>Some <b>words</b> here", False, id="smaller"),
        pytest.param(
            "<p style='font-variant-numeric: tabular-nums'>Some <b>words</b> here", False, id="in other figures"
        ),
        pytest.param("<p style='text-indent: 1pt'>Some <b>words</b> here", False, id="indented"),
        pytest.param("<p lang=de>Some <b>words</b> here", False, id="in another language"),
        pytest.param("<p>Some <b style='padding-left: 1pt'>words</b> here", False, id="with room before a word"),
        pytest.param("<p>Some <b style='word-spacing: 1pt'>words</b> here", False, id="spaced inside a box"),
        pytest.param("<p>Some <b style='hyphens: auto'>words</b> here", False, id="hyphenated"),
    ],
)
def test_texts_break_alike_that_have_the_same_letters_in_the_same_styles(paragraph: str, *, alike: bool) -> None:
    one, other = (signature(line) for line in _texts("<p>Some <b>words</b> here", paragraph))
    assert one is not None
    assert (one == other) is alike


def test_a_text_with_something_in_it_that_is_not_text_is_like_no_other() -> None:
    inside = "<span style='display: inline-block'>words</span>"
    found = _texts(f"<p>Some {inside} here", f"<p>Some <b>more {inside}</b> here")
    assert [signature(line) for line in found if line.element.tag == "p"] == [None, None]


@pytest.mark.parametrize(
    ("paragraph", "by_width"),
    [
        ("<p>Some words", True),
        ("<p style='hyphens: auto'>Some words", False),
        ("<p style='text-indent: 0.1pt'>Some words", False),
        ("<p style='text-indent: -8pt'>Some words", False),
        ("<p>Some <b>words</b>", False),
        ("<p><b>Some words</b>", False),
    ],
)
def test_widths_alone_decide_in_one_text_that_is_neither_hyphenated_nor_indented(
    paragraph: str, *, by_width: bool
) -> None:
    (line,) = _texts(paragraph)
    assert breaks_by_width(line) is by_width


Lay = Callable[[float, int], list[tuple[int, float]]]


def _laid(text: str, asked: list[tuple[float, int]]) -> Lay:
    """Return what lays ``text`` in a measure of so many letters, and notes what it was asked."""

    def lay(measure: float, most: int) -> list[tuple[int, float]]:
        asked.append((measure, most))
        lines: list[str] = []
        for word in text.split():
            if lines and len(f"{lines[-1]} {word}") <= measure:
                lines[-1] += f" {word}"
            else:
                lines.append(word)
        return [(len(line.split()), float(len(line))) for line in lines][: most + 1]

    return lay


def test_a_measure_in_which_the_lines_still_fit_needs_no_trial_of_its_own() -> None:
    asked: list[tuple[float, int]] = []
    trials = Trials(_laid("aaaa bbbb cccc dddd eee", asked), by_width=True)
    first = trials.at(16, 9)
    assert (first.words, first.widest) == ((3, 2), 14)
    assert trials.at(14 + EPSILON, 9) == trials.at(15, 9) == trials.at(16, 1) == first
    assert asked == [(16, 9)]
    assert trials.at(14 + EPSILON / 2, 9).words == (3, 2)
    assert trials.at(13.9, 9).words == (2, 3)
    assert len(asked) == 3


def test_what_is_known_of_the_first_lines_is_not_said_of_all() -> None:
    asked: list[tuple[float, int]] = []
    trials = Trials(_laid("aaaa bbbb cccc dddd eee", asked), by_width=True)
    assert trials.at(5, 1).words == trials.at(4.5, 1).words == (1, 1)
    assert asked == [(5, 1)]
    assert trials.at(5, 9).words == trials.at(5, 2).words == (1, 1, 1, 1, 1)
    assert asked == [(5, 1), (5, 9)]


def test_where_more_than_the_widths_decides_each_measure_has_a_trial() -> None:
    asked: list[tuple[float, int]] = []
    trials = Trials(_laid("aaaa bbbb cccc dddd eee", asked), by_width=False)
    assert trials.at(16, 9).words == trials.at(15, 9).words == trials.at(16, 9).words == (3, 2)
    assert asked == [(16, 9), (15, 9)]


@pytest.mark.slow
def test_the_second_edition_of_a_piece_is_measured_no_more_and_is_set_alike(
    mini: Miniature, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[float] = []
    really = balanced_lines._measure

    def counted(lines: Any, width: float, ends: int) -> float:
        asked.append(width)
        return really(lines, width, ends)

    monkeypatch.setattr(balanced_lines, "_measure", counted)
    words = (
        "Words that are long enough to take more than one line of a narrow column, and end in one word more than that. "
    )
    html = f"<html lang=en><title>x</title><style>p {{ --last-line-words: 3; width: 150pt }}</style><p>{words * 2}<p>{words}"
    typesetter = start(mini.project)
    pages = [typesetter.sheets(typesetter.set(html, "screen", tagged=False)[0]) for _ in range(2)]
    assert pages[0] == pages[1]
    assert len(asked) == 2
