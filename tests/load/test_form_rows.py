"""Forms whose rows cannot be set as they are written are told, and not printed."""

from __future__ import annotations

import pytest

from tests.miniature import Miniature

FORM = """\
forms:
  referral:
    title: A referral
    intro: Fill it in.
    sections:
      - title: Who
        fields:
          - {label: Suicidal thoughts now, type: yes/no/unknown, critical: true}
          - {label: Housing, type: yes/no/unknown, answers: ["yes", "no"]}
"""


def _told(mini: Miniature, text: str) -> list[tuple[str, str, str]]:
    mini.write("content/forms.yaml", text)
    catalogue = mini.load()
    told = [(one.code, str(one.place), one.message) for one in catalogue.findings]
    assert ("referral" in catalogue.shelf("form")) is not bool(told)
    return told


def test_fewer_answers_than_columns_are_let_be(mini: Miniature) -> None:
    assert _told(mini, FORM) == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('"yes", "no"', '"yes", "no", "unknown", "refused"', ("LOD-407", "9:61", "'Housing' has 4 answers, and its grid has 3 columns: yes, no, unknown")),
        ('"yes", "no"', '"yes", "never"', ("LOD-407", "9:61", "'Housing' has the answer 'never', and its grid has 3 columns: yes, no, unknown")),
        (', answers: ["yes", "no"]', ", critical: true", ()),
        (", critical: true", "", ()),
        (', answers: ["yes", "no"]}', "}\n          - {label: Allergies, type: text, critical: true}", ("LOD-408", "10:21", "'Allergies' is critical and stands below 'Housing', which is not")),
    ],
)  # fmt: skip
def test_a_row_that_cannot_be_set_is_told_at_its_line(
    mini: Miniature, old: str, new: str, told: tuple[str, ...]
) -> None:
    wanted = [(told[0], f"content/forms.yaml:{told[1]}", told[2])] if told else []
    assert _told(mini, FORM.replace(old, new)) == wanted
