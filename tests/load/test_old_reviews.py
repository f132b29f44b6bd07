from __future__ import annotations

import pytest

from brochures.load.old_reviews import without_reviews
from brochures.load.yaml_source import manuscript_of

FILLED = "{reviewed_by: 'A. Reader, MD', reviewed_on: 2026-01-02, review_due: 2027-01-02}"


@pytest.mark.parametrize(
    ("text", "thing", "place"),
    [
        ("statements:\n  a:\n    kind: fact\n    review: {}\n", "a", "f.yaml:4:5"),
        ("forms:\n  b:\n    review: {}\n", "b", "f.yaml:3:5"),
        ("title: T\nreview: {}\n", "fold", "f.yaml:2:1"),
    ],
)
def test_a_review_is_told_at_its_key_and_taken_out_of_what_is_read(text: str, thing: str, place: str) -> None:
    for review, said, mend in (
        (FILLED, f"'{thing}' has a signature here (reviewed_by A. Reader, MD, reviewed_on 2026-01-02, review_due 2027-01-02)", f"'./build.py approve {thing} --by \"A. Reader, MD\" --role ROLE --until 2027-01-02'"),
        ("{reviewed_on: 2026-01-02}", f"'{thing}' has a signature here (reviewed_on 2026-01-02)", f"'./build.py approve {thing} --by \"Name, MD\" --role ROLE'"),
        ("Ada Reader", f"'{thing}' has a signature here (reviewed_by Ada Reader)", "let Ada Reader read"),
        ("{reviewed_by: , reviewed_on: , review_due: }", f"'{thing}' has an empty 'review'", "take out 'review' and the empty lines under it"),
        ("", f"'{thing}' has an empty 'review'", "take out 'review' and the empty lines under it"),
    ):  # fmt: skip
        manuscript, _ = manuscript_of(text.replace("{}", review), "f.yaml")
        without, (found,) = without_reviews(manuscript, "fold")
        assert (found.code, str(found.place)) == ("REL-111", place)
        assert found.message.startswith(said)
        assert mend in found.help
        assert "review" not in str(without.data)
        assert "review" in str(manuscript.data)


def test_all_of_a_file_are_told_and_the_rest_is_left_alone() -> None:
    text = f"title: T\nreview: {FILLED}\nstatements:\n  a: {{kind: fact, review: {FILLED}}}\n  review: {{kind: advice}}\n  c: word\nforms: [a]\n"
    manuscript, _ = manuscript_of(text, "f.yaml")
    without, found = without_reviews(manuscript, "fold")
    assert len(found) == 2
    assert without.data == {
        "title": "T",
        "statements": {"a": {"kind": "fact"}, "review": {"kind": "advice"}, "c": "word"},
        "forms": ["a"],
    }


def test_a_file_that_is_no_mapping_or_has_none_is_what_it_was() -> None:
    for text in ("- a\n", "title: T\n"):
        manuscript, _ = manuscript_of(text, "f.yaml")
        assert without_reviews(manuscript, "fold") == (manuscript, ())
