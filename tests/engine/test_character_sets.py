"""The reader of HTML makes each pattern of characters once, and reads what it read before."""

from __future__ import annotations

import re

import pytest

from brochures.engine import character_sets
from brochures.engine.private_api import html_input


@pytest.mark.parametrize(
    ("asked", "read"), [((frozenset("<&"), False), "a-]b^"), ((frozenset("a-]b^"), True), "a-]b^")]
)
def test_a_pattern_reads_up_to_its_characters_or_only_them(asked: tuple[frozenset[str], bool], read: str) -> None:
    character_sets.install()
    found = html_input.characters_until_regex[asked].match("a-]b^<&")
    assert found is not None
    assert found.group() == read


def test_a_pattern_is_made_once_however_often_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    character_sets.install()
    made: list[str] = []
    compiled = re.compile

    def counted(text: str) -> re.Pattern[str]:
        made.append(text)
        return compiled(text)

    monkeypatch.setattr(re, "compile", counted)
    for _ in range(3):
        stream = html_input.HTMLUnicodeInputStream("ordinary\u2021words")
        assert stream.chars_until(frozenset("\u2020\u2021")) == "ordinary"
    assert len(made) == 1
    before = html_input.characters_until_regex
    character_sets.install()
    assert html_input.characters_until_regex is before
