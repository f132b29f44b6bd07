"""The overview for clinicians who refer: two sides that answer four questions, with what must be said of ketamine."""

from __future__ import annotations

import ctypes

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from tests.facts import Facts, squeezed
from tests.real import RealDocuments

OVERVIEW = "program-overview"
FRONT, BACK = 1, 2
COLUMNS = (54, 318)
"""Where the two columns begin, in pt from the left edge."""

LABEL_OF_A_PROOF = 60
"""How high from the foot of the sheet the proof line reaches, in pt."""


@pytest.fixture(scope="module")
def facts(real: RealDocuments) -> Facts:
    return real.facts(f"{OVERVIEW}.screen")


def _runs(facts: Facts, page: int) -> list[tuple[str, float, float, float]]:
    """Return the words, size, left edge and foot in pt of every run of text on ``page``."""
    document = pypdfium2.PdfDocument(facts.data)
    try:
        textpage, size, found = document[page - 1].get_textpage(), ctypes.c_float(), []
        for item in document[page - 1].get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT], max_depth=6):
            pdfium.FPDFTextObj_GetFontSize(item, ctypes.byref(size))
            left, bottom, right, top = item.get_bounds()
            words = textpage.get_text_bounded(left, bottom, right, top)
            found.append((words.strip(), round(size.value * abs(item.get_matrix().d), 1), left, bottom))
        return found
    finally:
        document.close()


def test_it_waits_for_people_only(real: RealDocuments) -> None:
    told = [finding for finding in real.findings(OVERVIEW) if not finding.code.startswith("REL-")]
    assert {finding.code for finding in told} <= {"FIT-101"}, "its back is full, and copyfit says so"


def test_it_answers_in_order_who_what_how_and_what_comes_back(facts: Facts) -> None:
    headings = [heading.text for heading in facts.tree.all("H1", "H2")]
    assert headings[0] == "The program at a glance"
    asked = [
        "What happens", "Who it is for", "What we treat, and who treats", "Who it is not for", "How to refer", "What comes back to you",
    ]  # fmt: skip
    assert [heading for heading in headings if heading in asked] == asked


def test_the_front_says_that_the_use_is_off_label_in_larger_type_than_the_text(facts: Facts) -> None:
    sizes = {size for words, size, _, _ in _runs(facts, FRONT) if "off-label" in words and "option" not in words}
    assert sizes == {14.0}


def test_the_back_has_risks_and_what_is_not_known_beside_what_is_known(facts: Facts) -> None:
    heads = {words: (left, bottom) for words, _, left, bottom in _runs(facts, BACK)}
    known, risks = heads["What is approved, what is known"], heads["Risks, and what is not known"]
    assert known[1] == pytest.approx(risks[1], abs=3), "on one line, but for a comma"
    words = squeezed(facts.texts[BACK - 1])
    for said in ("Small trials are mixed", "raised blood pressure, respiratory depression", "has been little studied"):
        assert squeezed(said) in words


def test_text_is_of_ten_points_and_notes_are_of_nine(facts: Facts) -> None:
    for page in (FRONT, BACK):
        sizes = [size for words, size, _, bottom in _runs(facts, page) if words and bottom > LABEL_OF_A_PROOF]
        assert min(size for size in sizes if size > 8) >= 9, "smaller are reference marks only"
        assert max(set(sizes), key=sizes.count) == 10


def test_every_heading_begins_one_of_two_columns(facts: Facts) -> None:
    for page in (FRONT, BACK):
        lefts = [
            left for words, size, left, _ in _runs(facts, page) if size == 14 and words and "ketamine for" not in words
        ]
        for left in lefts:
            assert min(abs(left - column) for column in COLUMNS) < 2


def test_what_comes_back_is_what_the_reply_form_answers(facts: Facts) -> None:
    words = facts.texts[BACK - 1].lower()
    for answer in ("received", "accepted", "not suitable", "waiting list", "first appointment", "what comes next"):
        assert answer in words


def test_the_steps_ask_for_consent_and_clearance_before_anything_is_sent(facts: Facts) -> None:
    words = squeezed(facts.texts[BACK - 1])
    places = [words.index(squeezed(part)) for part in ("sign the consent", "medical clearance", "Attach the medicine list", "Send the form by fax")]  # fmt: skip
    assert places == sorted(places)
