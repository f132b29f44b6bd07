"""Reference marks behind a statement: numbers in their order, runs of three and more joined (AMA Manual of Style, 3.6)."""

from __future__ import annotations

import re

import pytest

from brochures.compose.html import Composition, compose
from brochures.compose.links import THROUGH
from brochures.compose.passage_numbers import unstamped
from brochures.compose.templates import Templates
from brochures.project.edition import Edition
from brochures.resolve.ticket import resolve
from tests.miniature import BOTH_SOURCES, LABEL_SOURCES, Miniature

MARK = re.compile(r'<sup class="reference-mark">(.*?)</sup>')


def _shop(mini: Miniature, sources: str) -> Miniature:
    """Return the project with six sources, ``s1`` to ``s6``, of which the statement on the front of the brochure names some."""
    for number in range(1, 7):
        mini.replace(
            "content/sources.yaml",
            "helplines:",
            f"  s{number}:\n    kind: law\n    short: S{number}\n    cite: {{type: legislation, title: Law {number}}}\n    verification: primary\nhelplines:",
        )
    mini.replace("content/ketamine.yaml", LABEL_SOURCES, "sources: [s1, s2, s3, s4, s5, s6]")
    mini.replace("content/ketamine.yaml", BOTH_SOURCES, f"sources: [{sources}]")
    return mini


def _composed(mini: Miniature, edition: Edition, slug: str = "fold") -> Composition:
    composition: Composition = compose(
        Templates.read(mini.project), resolve(mini.project, mini.load(), slug), edition, proof=False
    )[0]
    return composition


@pytest.mark.parametrize(
    ("sources", "marks"),
    [
        ("s1", "1"),
        ("s1, s2", "1,2"),
        ("s2, s1", "1,2"),
        ("s1, s2, s3", "1\N{EN DASH}3"),
        ("s1, s2, s4", "1,2,4"),
        ("s1, s2, s3, s4", "1\N{EN DASH}4"),
        ("s1, s3, s4, s5", "1,3\N{EN DASH}5"),
        ("s6, s1, s2, s4, s5", "1,2,4\N{EN DASH}6"),
        ("s1, s3, s5", "1,3,5"),
    ],
)
def test_three_numbers_that_follow_each_other_are_joined_and_two_are_not(
    mini: Miniature, sources: str, marks: str
) -> None:
    html = unstamped(_composed(_shop(mini, sources), Edition.DESK).html)
    assert [re.sub("<.*?>", "", one) for one in MARK.findall(html)] == ["1\N{EN DASH}6", marks]


def test_on_a_screen_each_number_leads_to_its_source_and_a_dash_to_those_between(mini: Miniature) -> None:
    _shop(mini, "s5, s3, s4")
    linked = MARK.findall(unstamped(_composed(mini, Edition.SCREEN).html))
    assert [re.findall(r'href="#reference-(\d)".*?>(.)</a>', mark) for mark in linked] == [
        [("1", "1"), ("2", "\N{EN DASH}"), ("6", "6")],
        [("3", "3"), ("4", "\N{EN DASH}"), ("5", "5")],
    ]
    assert MARK.findall(unstamped(_composed(mini, Edition.DESK).html)) == ["1\N{EN DASH}6", "3\N{EN DASH}5"]


def test_the_first_place_that_cites_a_source_can_be_found_from_the_list(mini: Miniature) -> None:
    html = unstamped(_composed(_shop(mini, "s5, s3, s4"), Edition.SCREEN).html)
    assert re.findall(r'id="(cited-\d)" href="#reference-(\d)"', html) == [
        ("cited-1", "1"),
        ("cited-2", "2"),
        ("cited-6", "6"),
    ]
    assert THROUGH not in html


def test_a_statement_without_sources_has_no_mark(mini: Miniature) -> None:
    html = unstamped(_composed(mini, Edition.DESK).html)
    assert len(MARK.findall(html)) == 2
    assert "daytime.<sup" not in html


def test_no_line_begins_with_a_mark(mini: Miniature) -> None:
    html = unstamped(_composed(mini, Edition.DESK).html)
    assert 'called “off\N{WORD JOINER}-\N{WORD JOINER}label”.\N{WORD JOINER}<sup class="reference-mark">1</sup>' in html


def test_a_telephone_number_is_linked_on_a_screen_only_and_a_missing_fact_is_a_blank(mini: Miniature) -> None:
    number = '<span class="number">847-555-0200</span>'
    assert f'<a href="tel:+18475550200">{number}</a>' in unstamped(_composed(mini, Edition.SCREEN).html)
    desk = unstamped(_composed(mini, Edition.DESK).html)
    assert number in desk
    assert "tel:" not in desk
    mini.replace("content/clinic.yaml", "phone: 847-555-0200\n", "")
    assert '<span class="blank blank--phone"></span>' in unstamped(_composed(mini, Edition.DESK).html)
