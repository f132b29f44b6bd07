"""What is wrong with the facts of the house themselves is told where it is written."""

from __future__ import annotations

from brochures.editorial import about_facts
from brochures.load import load
from brochures.project.paths import ROOT, Project
from tests.miniature import Miniature

FACTS = "content/house/facts.yaml"


def _told(mini: Miniature) -> list[tuple[str, int, str]]:
    catalogue = mini.load()
    assert catalogue.findings == ()
    return [(one.code, one.place.line, one.message) for one in about_facts(catalogue)]


def test_facts_that_guard_and_rest_on_something_are_not_told(mini: Miniature) -> None:
    assert _told(mini) == []


def test_a_source_that_is_not_there_is_told(mini: Miniature) -> None:
    mini.replace(FACTS, "[mini-label]", "[mini-label, ketamine.effects, mini-lable]")
    assert _told(mini) == [("RES-101", 12, "there is no source, study or statement 'mini-lable'")]


def test_a_source_in_a_file_with_mistakes_is_not_told_twice(mini: Miniature) -> None:
    mini.replace("content/sources.yaml", "kind: label", "kind: nonsense")
    assert list(about_facts(mini.load())) == []


def test_a_way_that_its_own_exceptions_always_let_pass_is_told(mini: Miniature) -> None:
    mini.replace(FACTS, "later: [next day]", "later: [drive, driving]")
    said = "no sentence can contradict 'driving' in this way: all words of 'driving' are let pass by 'unless'"
    assert _told(mini) == [("EDT-310", 14, said)]
    mini.replace(FACTS, "later: [drive, driving]", "later: [drive]")
    assert _told(mini) == []


def test_a_list_under_unless_that_is_not_there_is_told(mini: Miniature) -> None:
    mini.replace(FACTS, "unless: [later]", "unless: [late]")
    assert [line for _, line, _ in _told(mini)] == [14, 8]


def test_without_any_word_lists_only_their_absence_is_told(mini: Miniature) -> None:
    (mini.root / "content/house/words.yaml").unlink()
    assert _told(mini) == []


def test_the_facts_of_this_house_are_whole() -> None:
    assert list(about_facts(load(Project.open(ROOT)))) == []
