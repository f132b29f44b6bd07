"""The ``partners`` block of a packet: each mistake in it is told, with the smallest mend."""

from __future__ import annotations

import pytest

from brochures.load.model.partners import VARIANTS, plain_head
from tests.miniature import Miniature

PIECE = "content/packets/pack.yaml"

MISTAKES = {
    "{columns: {nmae: Name}}": ("'nmae' is not one of name, credential", "did you mean 'name'?"),
    "{columns: {name: Name, organisation: 'NAME '}}": ("two columns have the head 'Name'", "give 'name' a head of its own"),
    "{columns: {zip: ZIP}}": ("'columns' has neither 'name' nor 'organisation'", "add one of the two"),
    "{columns: {}}": ("should have at least 1", "write at least 1"),
    "{colums: {name: Name}}": ("the key 'columns' is missing", ""),
    "{columns: {name: Name}, defaults: {parts: [fact]}}": ("names the part 'fact'", "name one of its parts: facts, reading, references"),
    "{columns: {name: Name}, defaults: {language: es}}": ("names the language 'es', and the packet is in 'en'", "write en"),
}  # fmt: skip

GOOD = [
    "{columns: {name: Name}}",
    "{columns: {organisation: Practice, zip: ZIP}, defaults: {parts: [facts], language: en, salutation: 'Dear friend:'}}",
]


@pytest.mark.parametrize("block", MISTAKES)
def test_a_mistake_in_the_block_is_told_with_its_mend(mini: Miniature, block: str) -> None:
    mini.append(PIECE, f"partners: {block}\n")
    found = mini.load().findings
    message, mend = MISTAKES[block]
    assert message in found[0].message
    assert mend in found[0].help
    assert found[0].place.file == PIECE


@pytest.mark.parametrize("block", GOOD)
def test_a_block_that_holds_what_there_is_is_read(mini: Miniature, block: str) -> None:
    mini.append(PIECE, f"partners: {block}\n")
    assert mini.mistakes() == []


def test_heads_compare_whatever_their_capitals_spaces_and_signs() -> None:
    assert {plain_head(head) for head in ("E-mail", "e mail", " EMAIL ", "E_Mail:", "\uff25mail")} == {"email"}


def test_no_usual_head_means_two_things() -> None:
    heads = [plain_head(head) for names in VARIANTS.values() for head in set(map(plain_head, names))]
    assert len(heads) == len(set(heads))
