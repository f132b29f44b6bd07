from __future__ import annotations

import logging

import pytest

from brochures.engine.interruption import STEPS, asked_between_steps
from brochures.engine.typesetter import Typesetter


class _NewerError(BaseException):
    pass


def test_the_engine_asks_before_each_page_and_can_be_stopped_there(typesetter: Typesetter) -> None:
    html = "<p>One.<p style='break-before: page'>Two.<p style='break-before: page'>Three."
    asked: list[int] = []
    with asked_between_steps(lambda: asked.append(1)):
        typesetter.set(html, "screen", tagged=False)
    assert len(asked) > 4

    def stop() -> None:
        asked.append(1)
        if len(asked) == 3:
            raise _NewerError

    asked.clear()
    with pytest.raises(_NewerError), asked_between_steps(stop):
        typesetter.set(html, "screen", tagged=False)
    assert len(asked) == 3


def test_the_log_is_as_it_was_behind_it(typesetter: Typesetter) -> None:
    logger = logging.getLogger(STEPS)
    before = (logger.level, list(logger.filters))
    with asked_between_steps(lambda: None):
        assert logger.level == logging.INFO
    assert (logger.level, list(logger.filters)) == before
    document, _ = typesetter.set("<p>One.", "screen", tagged=False)
    assert len(document.pages) == 1
