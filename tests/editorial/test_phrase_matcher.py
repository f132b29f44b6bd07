"""How phrases are found, and what the project's own lists are worth."""

from __future__ import annotations

import pytest

from brochures.editorial.phrase_matcher import PhraseBook
from brochures.load.catalogue import load
from brochures.project.paths import ROOT, Project
from tests.editorial.gate import prose
from tests.miniature import Miniature

NUMBERS = {"one": 1, "five": 5, "ten": 10, "eighty": 80, "six": 6, "hundred": 100}


@pytest.mark.parametrize(
    ("phrase", "text", "said"),
    [
        ("safe", "A safe, unsafe, SAFE thing.", ["safe", "SAFE"]),
        ("heal*", "It heals health.", ["heals", "health"]),
        ("how * works", "See how it works; how works.", ["how it works"]),
        ("N of N", "5 of 10, eighty-six of a hundred, five of ten", ["5 of 10", "five of ten"]),
        ("N %", "86%, 5.5 %, eighty-six %", ["86%", "5.5 %", "eighty-six %"]),
        ("NN people", "96 people and six people", ["96 people"]),
        ("in YYYY", "in 2018 and in 96 and in 2.018", ["in 2018"]),
        ("odds ratio ... N", "The odds ratio of it was 5.7.", ["odds ratio of it was 5.7"]),
        ("odds ratio ... N", "The odds ratio. It was 5.7.", []),
        ("ground-breaking", "ground-breaking, ground breaking", ["ground-breaking", "ground breaking"]),
        ("don't", "Don’t and don't.", ["Don’t", "don't"]),
        ("addict", "The addict’s way.", ["addict’s"]),
        ("p < N", "p<0.05", ["p<0.05"]),
        ("mg / kg", "2 mg/kg", ["mg/kg"]),
        ("? ? ?", "Who ???", ["???"]),
        ("___", "Name ____ here", ["___"]),
    ],
)
def test_a_phrase_is_found_as_it_is_read(phrase: str, text: str, said: list[str]) -> None:
    read = prose(text)
    phrases = (phrase,)
    found = PhraseBook([phrases], NUMBERS).scan(read.copy).get(id(phrases), [])
    assert [read.said(*span) for span in found] == said


def test_the_longest_phrase_of_a_list_is_found_once() -> None:
    read = prose("Substance abuse abuse.")
    phrases = ("abuse", "substance abuse")
    found = PhraseBook([phrases], {}).scan(read.copy)[id(phrases)]
    assert [read.said(*span) for span in found] == ["Substance abuse", "abuse"]


@pytest.mark.parametrize("phrase", ["*", "... of", "-"])
def test_a_phrase_that_could_begin_anywhere_is_refused(mini: Miniature, phrase: str) -> None:
    mini.replace("content/house/words.yaml", "placeholders: [todo,", f'placeholders: ["{phrase}",')
    assert {code for code, _, _ in mini.mistakes()} == {"LOD-204"}


def test_word_lists_with_a_mistake_let_no_piece_pass(mini: Miniature) -> None:
    mini.replace("content/house/words.yaml", "praise:", "prays:")
    findings = mini.check()
    assert {finding.code for finding in findings} == {"LOD-201"}
    assert not mini.out.exists()


def test_a_project_without_word_lists_has_is_read_for_nothing_and_told_so(mini: Miniature) -> None:
    mini.remove("content/house/words.yaml")
    mini.remove("content/house/parts.yaml")
    mini.replace("content/program.yaml", "We offer care in the daytime.", "Our care is proven.")
    found = mini.check()
    assert {(finding.code, str(finding.severity)) for finding in found} == {("REL-104", "warning")}
    assert sorted(finding.message for finding in found if finding.piece == "fold") == [
        "nothing says which parts a document of type 'fold' must have",
        "nothing was read in 'en': there are no word lists for it",
    ]


def test_another_language_has_its_own_lists(mini: Miniature) -> None:
    mini.append("content/house/words.yaml", "  es:\n    claims:\n      - {find: [milagro*], instead: quitar}\n")
    mini.replace(
        "content/program.yaml",
        "en: We offer care in the daytime.",
        "en: Un milagro proven.\n      es: Un milagro proven.",
    )
    assert [finding.message for finding in mini.check("fold")] == ["'proven' claims more than is known"]


def test_every_mend_of_the_house_says_what_to_do_and_every_exception_holds_a_refused_word() -> None:
    words = load(Project.open(ROOT)).shelf("word list")["en"].thing
    for entry in (*words.claims, *words.praise, *words.people):
        assert len(entry.instead) > 8
        for phrase in entry.unless:
            read = prose(phrase.replace("*", "x"))
            stems = tuple(find.split(" ")[0].split("-")[0].rstrip("*") for find in entry.find)
            assert any(token.text.startswith(stems) for token in read.tokens), phrase
