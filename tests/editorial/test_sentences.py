"""Many sentences for patients: ``refused.txt`` and ``dishonest.txt`` must not pass the gate, ``honest.txt`` must not be held up by it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.editorial.gate import PATIENT, codes_of

HERE = Path(__file__).parent
OF_A_PIECE = {"EDT-501", "EDT-503", "EDT-504"}
"""How hard and how long the words are is another matter than what they say."""


def _lines(name: str) -> list[str]:
    return [line for line in (HERE / name).read_text(encoding="utf-8").splitlines() if not line.startswith("#")]


def _said(sentence: str) -> list[str]:
    return [code for code, _ in codes_of(sentence, PATIENT) if code not in OF_A_PIECE]


@pytest.mark.parametrize("line", _lines("refused.txt"))
def test_a_wrong_sentence_is_refused(line: str) -> None:
    code, sentence = line.split(" ", 1)
    assert code in _said(sentence)


@pytest.mark.parametrize("sentence", _lines("dishonest.txt"))
def test_a_sentence_that_contradicts_a_fact_is_told(sentence: str) -> None:
    assert [code for code in _said(sentence) if code.startswith(("EDT-2", "EDT-3"))]


@pytest.mark.parametrize("sentence", _lines("honest.txt"))
def test_an_honest_sentence_is_let_pass(sentence: str) -> None:
    assert _said(sentence) == []


def test_there_are_enough_of_both() -> None:
    assert len(_lines("honest.txt")) > 200
    assert len(_lines("refused.txt")) > 200
    assert len(_lines("dishonest.txt")) > 200
