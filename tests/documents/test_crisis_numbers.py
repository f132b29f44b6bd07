"""Numbers to call in a crisis, as they stand in the finished files: one order, one face, large, and touched where they are seen."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

from tests.facts import Facts
from tests.real import RealDocuments

CARD = "crisis-card"
BACKS = {"program-trifold": 1, "family-guide": 1, "ketamine-facts": -1, "treatment-day-card": 2}
"""The pieces with a back for a crisis, and the page of the screen file that it is on; -1: the last."""

NUMERALS = {"988", "911"}
SIZES, PANEL = {CARD: (64.0, 64.0), "program-trifold": (46.0, 46.0), "treatment-day-card": (54.0, 54.0)}, (40.0, 40.0)
"""How high the type of 988 and of 911 is, in pt: in pieces with sizes of their own, and on any other back."""

TEXT, ROW = 12.0, 15.0
"""How high words and the numbers of a row are at least, in pt."""

SHARED = 2.0
"""What the area of a number leaves to that of the words right below it, which it does not lie over, in pt: its figures are lower than its type."""

WHITE = 0.25
"""How much the white at the left of one letter of 9 pt differs at most from that of another, in pt: what is drawn begins behind it."""

SENTENCE = 14.0
"""What is smaller than this, in pt, stands in a sentence."""


def _facts(real: RealDocuments, slug: str) -> tuple[Facts, int]:
    facts = real.facts(f"{slug}.screen")
    page = BACKS.get(slug, 1)
    return facts, page if page > 0 else len(facts.sizes)


def _numerals(facts: Facts, page: int) -> list[tuple[str, float, str]]:
    """Return 988 and 911 as they are drawn on ``page``, each with its size in pt and its face."""
    found: list[tuple[str, float, str]] = []

    def note(text: str, matrix: Any, words: Any, font: Any, size: float) -> None:
        if text.strip() in NUMERALS:
            face = str(font["/BaseFont"]).partition("+")[2]
            found.append((text.strip(), round(abs(size * words[3] * matrix[3]), 1), face))

    facts.file.pages[page - 1].extract_text(visitor_text=note)
    return found


@pytest.mark.parametrize("slug", [CARD, *BACKS])
def test_988_stands_left_of_911_and_both_are_large(real: RealDocuments, slug: str) -> None:
    facts, page = _facts(real, slug)
    large = [(number, size) for number, size, _ in _numerals(facts, page) if size > SENTENCE]
    assert large == [("988", SIZES.get(slug, PANEL)[0]), ("911", SIZES.get(slug, PANEL)[1])]
    assert facts.places(page, "988")[0][0] < facts.places(page, "911")[0][0]


@pytest.mark.parametrize("slug", BACKS)
def test_988_and_911_stand_level_and_head_their_rows(real: RealDocuments, slug: str) -> None:
    facts, page = _facts(real, slug)
    assert facts.places(page, "988")[0][1] == pytest.approx(facts.places(page, "911")[0][1], abs=0.1)
    words = " ".join(facts.texts[page - 1].split())
    assert "988 Suicide & Crisis Lifeline. Veterans" in words
    assert "911 Emergency. Call for an overdose" in words


@pytest.mark.parametrize("slug", [CARD, *BACKS])
def test_a_number_that_stands_alone_has_one_face(real: RealDocuments, slug: str) -> None:
    facts = real.facts(f"{slug}.screen")
    numerals = [one for page in range(1, len(facts.sizes) + 1) for one in _numerals(facts, page)]
    assert {face for _, size, face in numerals if size > SENTENCE} == {"Source-Serif-Semi-Bold"}


@pytest.mark.parametrize("slug", [CARD, *BACKS])
def test_a_number_is_touched_where_it_is_seen(real: RealDocuments, slug: str) -> None:
    facts, page = _facts(real, slug)
    reached: dict[str, list[float]] = {}
    for reference in facts.file.pages[page - 1]["/Annots"]:
        annotation = reference.get_object()
        _, top, _, bottom = map(float, annotation["/Rect"])
        if "/A" in annotation:
            reached.setdefault(str(annotation["/A"]["/URI"]), []).append(round(abs(top - bottom), 1))
    assert {"tel:988", "sms:988", "tel:911"} <= set(reached)
    for number, size in zip(("tel:988", "tel:911"), SIZES.get(slug, PANEL), strict=True):
        assert max(reached[number]) >= size - SHARED
    assert max(reached["sms:988"]) >= TEXT
    for helpline in ("tel:+18006624357", "tel:+18002221222"):
        assert slug == CARD or max(reached[helpline]) >= ROW


@pytest.mark.parametrize("slug", [CARD, *BACKS])
def test_veterans_read_where_a_text_goes_and_can_send_it_with_a_touch(real: RealDocuments, slug: str) -> None:
    facts = real.facts(f"{slug}.screen")
    assert "text to 838255" in " ".join(" ".join(facts.texts).split())
    assert "sms:838255" in {link.uri for link in facts.links}


def test_the_two_grounds_differ_in_grey_and_paper_lies_between_them(real: RealDocuments) -> None:
    facts, _ = _facts(real, CARD)
    row = facts.picture(1, 4)[4 * 20 * 4 * 252 :][: 4 * 252]
    water, clay = row[4 * 4], row[-4 * 4]
    assert clay - water >= 20
    assert max(row[4 * 126 : 4 * 142]) >= 250


def test_the_back_of_the_card_begins_with_911_on_its_colour_beside_what_to_do(real: RealDocuments) -> None:
    facts = real.facts(f"{CARD}.screen")
    assert [number for number, size, _ in _numerals(facts, 2) if size > SENTENCE] == ["911", "988"]
    alone, sentence = sorted(facts.places(2, "911"))[:2]
    assert alone[2] < sentence[0], "left of the words that say when to call it"
    assert facts.places(2, "Riverwoods")[0][1] > alone[1] > facts.places(2, "988")[0][1]
    steps = [facts.places(2, step)[0] for step in ("Give naloxone", "Lay the person", "Stay until")]
    assert [foot for _, foot, *_ in steps] == sorted((foot for _, foot, *_ in steps), reverse=True)
    assert max(left for left, *_ in steps) - min(left for left, *_ in steps) < WHITE, "one edge"
    rows = [facts.places(2, number)[0] for number in ("988", "1-800-662-4357", "1-800-222-1222")]
    assert all(above[1] - below[3] >= -1 for above, below in pairwise(rows)), "no row touches the next"
    assert all(row[3] - row[1] < alone[3] - alone[1] for row in rows[1:]), "help lines are smaller than 911"


def test_the_numbers_on_the_front_of_the_card_are_level(real: RealDocuments) -> None:
    facts = real.facts(f"{CARD}.screen")
    assert facts.places(1, "988")[0][1] == pytest.approx(facts.places(1, "911")[0][1], abs=0.1)


@pytest.mark.parametrize(("slug", "page"), [("program-overview", 2), ("evidence-brief", 4)])
def test_clinicians_find_four_numbers_in_one_strip(real: RealDocuments, slug: str, page: int) -> None:
    facts = real.facts(f"{slug}.screen")
    places = [facts.places(page, number)[-1] for number in ("988", "911", "1-800-662-4357", "1-800-222-1222")]
    assert [left for left, *_ in places] == sorted(left for left, *_ in places)
    assert [foot for _, foot, *_ in places] == pytest.approx([places[0][1]] * 4, abs=1)
