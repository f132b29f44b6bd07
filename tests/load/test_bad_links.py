"""Links that cannot be right, each beside the nearest that can; what links so is not printed until it is mended."""

from __future__ import annotations

import pytest

from tests.miniature import LABEL_LINK, LABEL_SOURCES, TODAY, TRIAL_LINK, Miniature

KETAMINE = "content/ketamine.yaml"
READ = "{{id: mini-label, at: 1, says: Not for this., read: {}}}"
FORM = "forms:\n  referral:\n    title: T\n    intro: I\n    sections: [{{title: S, note: N}}]\n    sources: [{}]\n"
NOTE = (
    "notes:\n  S01:\n    section: A\n    message: M\n    verdict: supported\n    finding: F\n    decision: left out\n"
    "    instead: I\n    sources: [{}]\n"
)


def _linked(mini: Miniature, *links: str) -> list[tuple[str, str, str]]:
    mini.replace(KETAMINE, LABEL_SOURCES, f"sources: [{', '.join(links)}]")
    return mini.mistakes()


def test_one_list_names_a_source_once(mini: Miniature) -> None:
    again = "'mini-label' stands here a second time; the first is on line 9"
    found = _linked(mini, LABEL_LINK, "mini-trial", "mini-label", "mini-label")
    assert [(code, message) for code, _, message in found] == [("LOD-405", again)] * 2
    assert {place.rpartition(":")[0] for _, place, _ in found} == {f"{KETAMINE}:9"}


def test_two_sources_in_one_list_are_two(mini: Miniature) -> None:
    assert _linked(mini, LABEL_LINK, TRIAL_LINK) == []


@pytest.mark.parametrize(
    ("read", "told"),
    [
        (f"here on {TODAY}", ""),
        ("here on 2026-03-02", "it was read on a day that has not come: 'here on 2026-03-02', and today is 2026-03-01"),
        ("here in 2026-03", ""),
        ("here in 2026-04", "it was read on a day that has not come: 'here in 2026-04', and today is 2026-03-01"),
        ("here on 2024-01-01", ""),
        ("here on 2023-12-31", "it was read before it came out: 'here on 2023-12-31', and the record of 'mini-label' has 2024-01-01"),
        ("here in 2023-12", "it was read before it came out: 'here in 2023-12', and the record of 'mini-label' has 2024-01-01"),
    ],
)  # fmt: skip
def test_a_source_was_read_between_its_first_day_and_today(mini: Miniature, read: str, told: str) -> None:
    assert _linked(mini, READ.format(read)) == ([("LOD-405", f"{KETAMINE}:9:66", told)] if told else [])


def test_a_month_in_which_it_came_out_may_be_that_of_the_reading(mini: Miniature) -> None:
    mini.replace("content/sources.yaml", "issued: {year: 2024}", "issued: {year: 2024, month: 5, day: 16}")
    assert _linked(mini, READ.format("here in 2024-05")) == []


def test_a_source_that_comes_out_later_is_told_once(mini: Miniature) -> None:
    mini.replace("content/sources.yaml", "issued: {year: 2024}", "issued: {year: 2027}")
    mini.replace("content/sources.yaml", "label, 2024", "label, 2027")
    assert [code for code, _, _ in mini.mistakes()] == ["LOD-404"]


def test_a_link_to_a_study_is_held_to_the_day_of_the_study(mini: Miniature) -> None:
    found = _linked(mini, READ.format("here in 2019-12").replace("mini-label", "mini-trial"))
    assert [message for _, _, message in found] == [
        "it was read before it came out: 'here in 2019-12', and the record of 'mini-trial' has 2020-01-01"
    ]


def test_links_of_forms_and_notes_are_held_to_the_same(mini: Miniature) -> None:
    for file, text, line in (("forms", FORM, 6), ("editorial-notes", NOTE, 9)):
        mini.write(f"content/{file}.yaml", text.format("mini-label, mini-label"))
        assert [(code, place) for code, place, _ in mini.mistakes()] == [("LOD-405", f"content/{file}.yaml:{line}:27")]
        mini.write(f"content/{file}.yaml", text.format("mini-label, mini-trial"))
        assert mini.mistakes() == []
        mini.remove(f"content/{file}.yaml")


def test_what_links_so_is_not_printed(mini: Miniature) -> None:
    _linked(mini, "mini-label", "mini-label")
    catalogue = mini.load()
    assert ("statement", "ketamine.off-label") in catalogue.spoiled
    assert "ketamine.off-label" not in catalogue.shelf("statement")
    assert "ketamine.effects" in catalogue.shelf("statement")


CARRIES = "issued: {{year: 2024}}\n    does_not_carry: [{{what: W, why: Y, statements: [{}]}}]"


def _carries(mini: Miniature, *names: str) -> list[tuple[str, str, str]]:
    mini.replace("content/sources.yaml", "issued: {year: 2024}", CARRIES.format(", ".join(names)))
    return mini.mistakes()


def test_a_record_speaks_of_statements_that_there_are(mini: Miniature) -> None:
    assert _carries(mini, "ketamine.off-label", "ketamine.effect") == [
        ("LOD-405", "content/sources.yaml:12:73", "there is no statement 'ketamine.effect'")
    ]
    (found,) = mini.load().findings
    assert found.help == "did you mean 'ketamine.effects'?"


def test_a_statement_that_may_be_in_a_file_with_mistakes_is_not_missed(mini: Miniature) -> None:
    mini.replace("content/program.yaml", "kind: advice", "kind: advise")
    assert {code for code, _, _ in _carries(mini, "program.call", "ketamine.off-label")} == {"LOD-204"}


def test_where_a_file_of_statements_cannot_be_read_none_is_missed(mini: Miniature) -> None:
    mini.replace("content/program.yaml", "statements:", "statements: [")
    assert {code for code, _, _ in _carries(mini, "program.cal")} == {"LOD-103"}


def test_a_record_that_does_not_carry_something_says_where_to_look_for_it(mini: Miniature) -> None:
    mini.replace(
        "content/studies.yaml", "    limits: [Small.]", "    limits: [Small.]\n    does_not_carry: [{what: W, why: Y}]"
    )
    ((code, place, message),) = mini.mistakes()
    assert (code, place) == ("LOD-204", "content/studies.yaml:35:22")
    assert message.endswith("neither 'statements' nor 'words' say where to look for it")
