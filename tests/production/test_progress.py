from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from brochures.production.progress import turns
from tests.miniature import Miniature


def _composition(name: str, letters: int) -> Any:
    return SimpleNamespace(slug="fold", name=name, html="x" * letters)


@pytest.mark.parametrize(("done", "shares"), [(False, [0, 0.1, 0.4]), (True, [0.1, 0.4, 1])])
def test_work_is_measured_by_the_words_of_each_file(shares: list[float], *, done: bool) -> None:
    told = [*turns([_composition("screen", 10), _composition("desk", 30), _composition("press", 60)], done=done)]
    assert told == ["fold (screen)", "fold (desk)", "fold (press)"]
    assert [(one.number, one.total) for one in told] == [(1, 3), (2, 3), (3, 3)]
    assert [one.share for one in told] == shares


def test_files_without_words_are_no_division_by_nothing() -> None:
    assert [one.share for one in turns([_composition("screen", 0)], done=True)] == [0]


def test_a_run_tells_turns_and_how_long_each_file_took(mini: Miniature) -> None:
    report = mini.build("fold", publish=False)
    assert mini.told == ["fold (screen)", "fold (desk)", "fold (desk-instructions)"]
    assert [getattr(one, "total", None) for one in mini.told] == [3, 3, 3]
    assert all(file.seconds > 0 for file in report.files)
