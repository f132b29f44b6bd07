"""The long pieces as they are composed: what belongs together stands on one page of the referral packet and of the patient guide."""

from __future__ import annotations

import pytest

from brochures.resolve.own_words import own_words
from tests.facts import squeezed
from tests.real import RealDocuments

PACKET, GUIDE = "referral-packet", "patient-guide"
PAGES = {PACKET: 40, GUIDE: 16}
"""How many pages each has: more is a fault, and fewer are welcome."""

TOGETHER = {
    "the six steps and whom to call before the contents": ("Refer in six steps", "do not send a form", "988", "911", "Contents", "Medicine list", "Fax cover sheet", "Sources"),
    "the program at a glance": ("The program at a glance", "Who it is for", "Who it is not for", "How to refer", "What comes back to you"),
    "every plot": ("Relapse, abstinence and days", "Confirmed relapse", "Terasaki 2022", "Yoon 2025", "Nothing is pooled."),
    "the three grades": ("Medicines and interactions", "Can stop breathing and kill", "Do not give together", "Flag on the medicine list", "Ask a pharmacist", "Disulfiram"),
    "the three lists": ("A. Usual starting points", "B. Do not refer for infusion", "C. Talk to us first", "Dementia"),
}  # fmt: skip


@pytest.mark.parametrize("what", TOGETHER)
def test_what_a_clinician_looks_at_together_stands_on_one_page(real: RealDocuments, what: str) -> None:
    words = [squeezed(one) for one in TOGETHER[what]]
    pages = [squeezed(text) for text in real.facts(f"{PACKET}.screen").texts]
    assert [number for number, text in enumerate(pages) if all(word in text for word in words)] != []


@pytest.mark.parametrize("slug", PAGES)
def test_a_long_piece_has_no_more_pages_than_it_was_composed_for(real: RealDocuments, slug: str) -> None:
    assert real.job(slug).pages == PAGES[slug]
    assert len(real.facts(f"{slug}.screen").sizes) <= PAGES[slug]


def test_each_list_says_which_answer_is_enough_and_the_piece_is_signed_with_it(real: RealDocuments) -> None:
    """A Yes is wanted in list A and not in the others: the title says so, and the column that is marked."""
    job = real.job(PACKET)
    lists = [block.content for one in job.sections for block in one.blocks if block.component == "screen"]
    assert [(one["title"][:2], one["decides"]) for one in lists] == [("A.", "no"), ("B.", "yes"), ("C.", "yes")]
    assert all(f"one {one['decides'].capitalize()}" in one["title"] for one in lists)
    assert [words for words in own_words(job) if words.startswith("[screen.decides")] == [
        f"[screen.decides: {one['decides']}]" for one in lists
    ]


def test_the_packet_does_not_send_its_readers_to_the_packet(real: RealDocuments) -> None:
    assert all(
        squeezed("packet has the whole lists") not in squeezed(text) for text in real.facts(f"{PACKET}.screen").texts
    )


def test_the_guide_asks_for_a_danger_to_life_first_where_it_tells_of_risks(real: RealDocuments) -> None:
    (risks,) = [one for one in real.job(GUIDE).sections if one.name == "risks"]
    (path,) = [one.content for one in risks.blocks if one.component == "call_path"]
    assert [step["line"].name for step in path["steps"]] == ["emergency-911", "lifeline-988"]
    facts = real.facts(f"{GUIDE}.screen")
    (page,) = [number for number, text in enumerate(facts.texts, 1) if squeezed(path["title"]) in squeezed(text)]
    assert squeezed("Can kill") in squeezed(facts.texts[page - 1])
    danger, crisis = (max(facts.places(page, number), key=lambda box: box[3] - box[1]) for number in ("911", "988"))
    assert danger[1] > crisis[3], "911 stands above 988"
    heard = squeezed(facts.tree.text).partition(squeezed(path["title"]))[2]
    assert heard.index("911") < heard.index("988")


def test_what_to_expect_of_988_is_a_code_on_the_page_that_has_the_number_largest(real: RealDocuments) -> None:
    assert [one.name for one in real.job(GUIDE).sections for block in one.blocks if block.component == "qr"] == ["help"]
