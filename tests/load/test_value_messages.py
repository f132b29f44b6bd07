"""What numbers and answers should be, in words: no type and no pattern is shown to who writes the YAML."""

from __future__ import annotations

import pytest

from brochures.load.model.clinic import Clinic
from brochures.load.model.forms import FormField
from brochures.load.model.piece import Brochure
from brochures.load.model.sources import Citation, Helpline, Issued
from brochures.load.model.studies import Effect
from brochures.load.model.waivers import Waiver
from brochures.load.model.words import Chances, NumberShape, Phrase, Readability, Typography
from tests.miniature import Miniature

STUDIES, SOURCES, CLINIC, WORDS = (f"content/{name}.yaml" for name in ("studies", "sources", "clinic", "house/words"))


@pytest.mark.parametrize(
    ("edit", "message", "mend"),
    [
        ((STUDIES, "n: 40", "n: forty"), "'n' should be a whole number, but it is 'forty'", "such as 12"),
        ((STUDIES, "n: 40", "n: 40.5"), "'n' should be a whole number, but it is '40.5'", "such as 12"),
        ((STUDIES, "n: 40", "n: 0"), "'n' should be 1 or more, but it is 0", "write 1 or more"),
        ((STUDIES, "year: 2020", "year: 2101"), "'year' should be 2100 or less, but it is 2101", "write 2100 or less"),
        ((STUDIES, "DOI: 10.1000/mini.1", "DOI: https://doi.org/10.1000/mini.1"), "'DOI': 'https://doi.org/10.1000/mini.1' is not a DOI", "write the DOI alone, from its 10. on"),
        ((CLINIC, "phone: 847-555-0200", "phone: 847-555-014"), "'phone': '847-555-014' has 9 digits", "count the digits"),
        ((CLINIC, "website: https://example.edu/clinic", "website: www.example.org"), "'website': 'www.example.org' is not a whole web address", "write the whole address, such as https://www.example.org"),
        ((CLINIC, "website: https://example.edu/clinic", "email: intake.riverwoods-test.example"), "'email': 'intake.riverwoods-test.example' has no @", "desk@example.org"),
        ((CLINIC, "website: https://example.edu/clinic", "privacy_contact: A. Reader, 847-555-014"), "'privacy_contact': '847-555-014' has 9 digits", "count the digits"),
        ((CLINIC, "website: https://example.edu/clinic", "privacy_contact: A. Reader, reader@desk_1.org"), "'privacy_contact': no mail can be sent to", "desk@example.org"),
        ((SOURCES, "call: 911", "call: 998"), "'call': there is no short number '998'", "look it up on its owner's page"),
        ((SOURCES, "call: 911", "call: 911\n    text: write to us"), "'text': there is no number in it", "such as 988"),
        ((WORDS, "grade_limit: {warning: 12, error: 14}", "grade_limit: {warning: twelve, error: 14}"), "'warning' should be a number, but it is 'twelve'", "such as 0.5"),
        ((WORDS, "placeholders: [todo,", "placeholders: ['*todo',"), "'item 1': '*todo' is not a phrase to look for", "begin it with a word"),
        (("content/brochures/fold.yaml", "language: en", "language: english"), "'language': 'english' is not a language", "en, es, es-MX"),
    ],
)  # fmt: skip
def test_a_value_is_refused_in_words(mini: Miniature, edit: tuple[str, str, str], message: str, mend: str) -> None:
    file, old, new = edit
    mini.replace(file, old, new)
    told = [(one.message, one.help) for one in mini.load().findings]
    assert [one for one in told if one[0].startswith(message) and mend in one[1]]
    assert not [text for one in told for text in one if "pattern" in text or "\\" in text or "input" in text]


def test_an_answer_is_true_or_false(mini: Miniature) -> None:
    mini.append("content/sources.yaml", "")
    mini.replace("content/sources.yaml", "sources:\n", "sources:\n  one:\n    may_stand_alone: perhaps\n")
    told = [one.message for one in mini.load().findings]
    assert "'may_stand_alone' should be true or false, but it is 'perhaps'" in told


def test_no_model_leaves_a_pattern_to_be_told() -> None:
    """A pattern of pydantic's own would be shown as it is."""
    for model in (
        Brochure,
        Citation,
        Clinic,
        Effect,
        FormField,
        Helpline,
        Issued,
        Waiver,
        Chances,
        Typography,
        Readability,
    ):
        for field in model.model_fields.values():
            assert not [
                one for one in field.metadata if getattr(one, "pattern", None) and type(one).__name__ != "Shape"
            ]
    assert "Shape" in repr(Phrase) + repr(NumberShape)
