"""What is called, written to or opened when it is touched, and how each link describes itself."""

from __future__ import annotations

import re

import pytest

from brochures.compose.links import Links
from brochures.compose.passage_numbers import Stamped, stamp
from brochures.geometry.passages import Stretch
from tests.facts import squeezed

LABELS = {
    "link.call": "Call {number}", "link.text": "Text {number}", "link.write": "Write to {address}", "link.open": "Open {address}",
    "link.source": "Source {number}: {title}", "link.page": "Go to page {page}: {title}",
}  # fmt: skip
SCREEN, PAPER = Links(LABELS, active=True), Links(LABELS, active=False)
LINK = re.compile(r'<a href="([^"]*)" aria-label="([^"]*)">(.*?)</a>')


def _links(html: str) -> list[tuple[str, str, str]]:
    return [(href, says, squeezed(re.sub("<[^>]*>", "", words))) for href, says, words in LINK.findall(html)]


@pytest.mark.parametrize(
    ("fact", "value", "link"),
    [
        ("phone", "(217) 555-0100, ext. 42", ("tel:+12175550100;ext=42", "Call (217) 555-0100, ext. 42", "(217)555-0100,ext.42")),
        ("after_hours_phone", "217-555-0100 (nurse)", ("tel:+12175550100", "Call 217-555-0100", "217-555-0100")),
        ("tty", "711", ("tel:711", "Call 711", "711")),
        ("email", "front--desk@a-b.org", ("mailto:front--desk@a-b.org", "Write to front--desk@a-b.org", "front--desk@a-b.org")),
        ("website", "https://a-b.org/our clinic", ("https://a-b.org/our%20clinic", "Open a-b.org/our clinic", "a-b.org/ourclinic")),
        ("website", "https://bücher.example/", ("https://xn--bcher-kva.example/", "Open bücher.example/", "bücher.example/")),
    ],
)  # fmt: skip
def test_a_fact_of_the_clinic_can_be_touched(fact: str, value: str, link: tuple[str, str, str]) -> None:
    assert _links(SCREEN.fact(fact, value)) == [link]
    assert "<a" not in PAPER.fact(fact, value)
    printed = value.removeprefix("https://")
    assert squeezed(re.sub("<[^>]*>", "", PAPER.fact(fact, value))) == squeezed(printed)


def test_a_fax_machine_is_not_called() -> None:
    assert SCREEN.fact("fax", "217-555-0100") == '<span class="number">217-555-0100</span>'
    assert _links(SCREEN.fact("privacy_contact", "A. Reader, fax 217-555-0100")) == []


def test_an_extension_may_stand_on_the_next_line() -> None:
    assert (
        PAPER.number("217-555-0100, ext. 4")
        == '<span class="number">217-555-0100,</span> <span class="number">ext. 4</span>'
    )
    assert PAPER.number("(217) 555-0100") == '<span class="number">(217) 555-0100</span>'


def test_a_person_is_reached_by_all_that_is_told() -> None:
    told = SCREEN.fact("privacy_contact", "A. Reader, 217-555-0100 x4, reader@a-b.org, www.a-b.org, at Suite 100")
    assert [(href, says) for href, says, _ in _links(told)] == [
        ("tel:+12175550100;ext=4", "Call 217-555-0100 x4"),
        ("mailto:reader@a-b.org", "Write to reader@a-b.org"),
        ("https://www.a-b.org", "Open www.a-b.org"),
    ]
    assert SCREEN.fact("hours", "Mon–Fri, 9–5") == "Mon–Fri, 9–5"


def test_words_beside_a_link_keep_their_places() -> None:
    value = Stamped.of("A. Reader, reader@a.org", (Stretch(0, 7),))
    html = stamp(f"<p>{SCREEN.fact('privacy_contact', value)}</p>")
    assert html.startswith('<p data-passage="0:7:0 7">')
    assert '<a data-passage="0:7:7 10" href="mailto:reader@a.org"' in html


def test_other_links_say_what_they_do() -> None:
    assert _links(SCREEN.written("Text us", "your ZIP code to 435748")) == [("sms:435748", "Text 435748", "Textus")]
    assert _links(SCREEN.opened("https://a-b.org/x")) == [("https://a-b.org/x", "Open a-b.org/x", "https://a-b.org/x")]
    mark = SCREEN.source(3, "The label, 2024", SCREEN.number("988"))
    assert mark.startswith('<a href="#reference-3" aria-label="Source 3: The label, 2024">')
    assert SCREEN.section("Consent") == "Go to page {page}: Consent"


def test_a_language_without_descriptions_lets_the_words_of_a_link_describe_it() -> None:
    html = Links({}, active=True).number("988")
    assert html == '<a href="tel:988"><span class="number">988</span></a>'


def test_what_is_typed_in_prose_can_be_touched() -> None:
    text = "Look at ClinicalTrials.gov, write to us-all@a-b.org, or call 217-555-0300 (fax 217-555-0400), from 9-5."
    assert [(href, says) for href, says, _ in _links(SCREEN.prose(text))] == [
        ("https://clinicaltrials.gov", "Open ClinicalTrials.gov"),
        ("mailto:us-all@a-b.org", "Write to us-all@a-b.org"),
        ("tel:+12175550300", "Call 217-555-0300"),
    ]
    assert "<a" not in PAPER.prose(text)
    for links in (SCREEN, PAPER):
        assert squeezed(re.sub("<[^>]*>", "", links.prose(text))) == squeezed(text)
    assert PAPER.prose("an off-label use & more") == "an off-\N{WORD JOINER}label use &amp; more".replace(
        "off-", "off\N{WORD JOINER}-"
    )


def test_words_around_what_is_typed_keep_their_places() -> None:
    html = stamp(f"<p>{SCREEN.prose(Stamped.of('See a-b.org now', (Stretch(0, 7),)))}</p>")
    assert html.startswith('<p data-passage="0:7:0 3:7:8 6">See ')
    assert '<a data-passage="0:7:3 5" href="https://a-b.org"' in html
