from __future__ import annotations

import pytest

from brochures.cli.previewing.messages import Changed, FileRefused, LookAt, PiecesSeen, Told
from brochures.cli.previewing.run import OvertakenError, PreviewRun
from tests.miniature import Miniature


def test_a_step_that_breaks_down_is_told_and_nothing_is_tried_again_until_the_next_wish(
    mini: Miniature, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[Told] = []
    run = PreviewRun(mini.project, told.append)
    run.wish(LookAt("fold", "screen"))

    def breaks(*_: object) -> None:
        raise RuntimeError("out of order")

    with monkeypatch.context() as broken:
        broken.setattr("brochures.cli.previewing.run.load", breaks)
        with pytest.raises(RuntimeError) as wrong:
            run.step()
        run.broke(wrong.value)
        assert run.step() is False
    (refused,) = told
    assert isinstance(refused, FileRefused)
    assert "out of order" in refused.findings[0].message
    run.wish(Changed())
    assert run.step() is True
    assert isinstance(told[-1], PiecesSeen)


def test_a_step_that_is_overtaken_is_taken_up_again(mini: Miniature) -> None:
    told: list[Told] = []
    newer = [True]

    def ask() -> None:
        if newer:
            newer.pop()
            raise OvertakenError

    run = PreviewRun(mini.project, told.append, ask)
    run.wish(LookAt("none", "screen"))
    assert run.step() is True
    with pytest.raises(OvertakenError):
        run.settle()
    before = len(told)
    assert run.step() is True
    assert len(told) > before
