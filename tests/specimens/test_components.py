"""What is ticked, written on, looked up and asked: how it is read out, and whether a pen finds room."""

from __future__ import annotations

import itertools
import math
import re

import pytest
from pydantic import ValidationError

from brochures.compose.html import compose
from brochures.compose.templates import Templates
from brochures.load.model.components import Checklist, Tone
from brochures.project.edition import Edition
from brochures.project.paths import ROOT
from brochures.resolve.ticket import resolve
from tests.facts import Element
from tests.miniature import Miniature
from tests.specimens.gallery import PLACES, specimens

SHOWN = ("checklist", "definition", "question", "notice")
SPECIMENS = specimens()

HANDWRITING = 18.0
"""The least room between two lines to write on, in pt."""

THINNEST, PALE = 0.5, 160
"""A rule that a photocopier keeps: its thickness in pt, and the lightest of its greys (0 black, 255 white)."""

SCALE, LONG = 8, 150
"""Pixels to a pt when a page is drawn to be measured; how long a rule is at least, in pt (the frame of a proof line is shorter)."""


def _tree(gallery: Miniature, name: str, place: str) -> Element:
    return gallery.facts(f"{SPECIMENS[name].slug(place)}.screen").tree


def _said(gallery: Miniature, statement: str) -> str:
    """What a statement says to patients, as one text."""
    words: str = gallery.load().shelf("statement")[statement].thing.patient["en"]
    return words


def _rules(gallery: Miniature, name: str, place: str) -> list[tuple[float, float]]:
    """Top and foot of every level rule as it is drawn, in pt from the page's head: a run of rows in which ``LONG`` pt on end are dark."""
    facts = gallery.facts(f"{SPECIMENS[name].slug(place)}.screen")
    pixels, long = facts.picture(1, SCALE), bytes(LONG * SCALE)
    width = math.ceil(facts.sizes[0][0] * SCALE)
    drawn = pixels.translate(bytes(shade > PALE for shade in range(256)))
    rows = [long in drawn[start : start + width] for start in range(0, len(drawn), width)]
    found, row = [], 0
    for is_rule, run in itertools.groupby(rows):
        height = len(list(run))
        if is_rule:
            found.append((row / SCALE, (row + height) / SCALE))
        row += height
    return found


@pytest.mark.parametrize("place", PLACES)
def test_a_checklist_is_read_as_a_list_of_its_words_and_nothing_else(gallery: Miniature, place: str) -> None:
    (block,) = SPECIMENS["checklist"].blocks
    tree = _tree(gallery, "checklist", place)
    (items,) = tree.all("L")
    assert [item.text for item in items.all("LI")] == [_said(gallery, one) for one in block["checklist"]["items"]]
    assert list(tree.all("Figure")) == []


@pytest.mark.parametrize("place", PLACES)
def test_a_hand_can_write_on_the_lines_of_a_checklist(gallery: Miniature, place: str) -> None:
    (block,) = SPECIMENS["checklist"].blocks
    content = block["checklist"]
    rules = _rules(gallery, "checklist", place)
    assert len(rules) == len(content["items"]) * int(content["lines"]) + int(content["own"])
    assert all(below[1] - above[1] >= HANDWRITING for above, below in itertools.pairwise(rules))
    assert all(foot - top >= THINNEST for top, foot in rules)


@pytest.mark.parametrize("number", [{"lines": "5"}, {"own": "7"}, {"items": ()}])
def test_a_checklist_has_words_and_no_more_lines_than_a_page_can_use(number: dict[str, object]) -> None:
    assert Checklist.model_validate({"items": ("ask.cost",), "lines": "4", "own": "6"}).own == 6
    with pytest.raises(ValidationError):
        Checklist.model_validate({"items": ("ask.cost",)} | number)


@pytest.mark.parametrize("place", PLACES)
def test_a_word_and_its_meaning_are_read_as_one_item(gallery: Miniature, place: str) -> None:
    (block,) = SPECIMENS["definition"].blocks
    (rows,) = _tree(gallery, "definition", place).all("L")
    read = [re.sub("(?: ?\\b\\d+| ?[,\N{EN DASH}])+$", "", item.text) for item in rows.all("LI")]
    assert read == [f"{row['term']} {_said(gallery, row['statement'])}" for row in block["definition"]["rows"]]


@pytest.mark.parametrize("place", PLACES)
def test_a_question_is_a_heading_above_its_answer(gallery: Miniature, place: str) -> None:
    asked = [block["question"]["ask"] for block in SPECIMENS["question"].blocks if "question" in block]
    tree = _tree(gallery, "question", place)
    assert [heading.text for heading in tree.all("H3")] == asked
    assert len(asked) > 1
    order = [element.tag for element in tree.all("H3", "P")]
    assert all(tag == "P" for heading, tag in itertools.pairwise(order) if heading == "H3")


def test_the_signs_of_the_four_tones_differ_in_form(gallery: Miniature) -> None:
    """In one ink there is paper and there is ink: signs that differ in a colour only would be the same here."""
    job = resolve(gallery.project, gallery.load(), SPECIMENS["notice"].slug("panel"))
    (composition,) = compose(Templates.read(gallery.project), job, Edition.SCREEN, proof=False)
    paper = re.search(r"--palette-paper: (#\w+)", (ROOT / "styles/tokens/palette.css").read_text(encoding="utf-8"))
    assert paper is not None
    signs = re.findall(r'<svg class="notice__sign".*?</svg>', composition.html, re.DOTALL)
    forms = {re.sub(r"#\w+", lambda tone: "paper" if tone[0] == paper[1] else "ink", sign) for sign in signs}
    assert len(forms) == len(signs) == len(Tone)
