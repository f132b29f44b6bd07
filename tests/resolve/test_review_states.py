from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from brochures.findings import NOWHERE
from brochures.load.model.roles import SigningRole
from brochures.resolve.review_states import states
from brochures.resolve.signed_everywhere import all_signed_words
from brochures.resolve.signed_words import KeptSignature, SignedWords
from tests.miniature import Miniature
from tests.signing import signature

TODAY = date(2026, 3, 1)
WORDS = SignedWords(("form", "a", "", ""), "clinical form", ("One.",), (), NOWHERE, NOWHERE)
ROLES = {
    "director": SigningRole(title="Director", signs=("clinical form",)),
    "counsel": SigningRole(title="Counsel", signs=("clinical form", "consent form")),
    "reading": SigningRole(title="Reading", signs=("piece",)),
}


def _kept(**changes: Any) -> KeptSignature:
    return KeptSignature(signature(WORDS, role="director").model_copy(update=changes), NOWHERE, ROLES["director"], {})


def _states(*kept: KeptSignature, words: SignedWords = WORDS, within: int = 30) -> list[tuple[str, str]]:
    signed = replace(words, signatures=kept)
    return [(one.role, str(one.state)) for one in states([signed], ROLES, TODAY, within)]


@pytest.mark.parametrize(
    ("kept", "state"),
    [
        ([_kept()], "signed"),
        ([_kept(until=date(2026, 3, 31))], "due"),
        ([_kept(until=date(2026, 4, 1))], "signed"),
        ([_kept(until=TODAY)], "past due"),
        ([_kept(words=("Two.",))], "faulty"),
        ([_kept(by="TBD")], "faulty"),
        ([_kept(), _kept()], "faulty"),
    ],
)
def test_how_a_thing_stands_with_a_role(kept: list[KeptSignature], state: str) -> None:
    assert ("director", state) in _states(*kept)


def test_changed_words_are_void() -> None:
    assert ("director", "void") in _states(_kept(), words=replace(WORDS, words=("Two.",)))


def test_what_one_role_has_signed_no_other_must_sign() -> None:
    assert _states(_kept()) == [("director", "signed")]
    assert _states() == [("director", "unsigned"), ("counsel", "unsigned")]
    assert _states(_kept(until=TODAY)) == [("director", "past due"), ("counsel", "unsigned")]


def test_what_is_signed_is_gathered_from_pieces_and_from_statements_that_wait(mini: Miniature) -> None:
    mini.append("content/program.yaml", "  program.draft: {kind: advice, patient: {en: Not yet.}}\n")
    everything, found = all_signed_words(mini.project, mini.load())
    assert found == ()
    assert len({words.thing for words in everything}) == len(everything)
    names = [words.name for words in everything]
    assert {"fold", "pack", "emergency-911", "program.draft"} <= set(names)
    one, _ = all_signed_words(mini.project, mini.load(), ["fold"])
    assert {"pack", "program.draft"} & {words.name for words in one} == set()


def test_a_piece_that_cannot_be_followed_is_told_and_the_others_are_gathered(mini: Miniature) -> None:
    mini.replace("content/brochures/fold.yaml", "- statement: program.call", "- statement: program.cal")
    words, found = all_signed_words(mini.project, mini.load(), ["fold"])
    assert (words, [one.code for one in found]) == ((), ["RES-101"])
