"""Forty damages of the five hundred and more that ``tests/trials/damages.py`` draws: each is answered in words."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.trials.damages import answered

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("number", range(40))
def test_a_damage_is_answered_in_words(tmp_path: Path, number: int) -> None:
    answer = answered(f"suite {number}", tmp_path / "project")
    assert answer.fault == "", f"{answer.damage.what}\n{answer.raised or answer.said}"
