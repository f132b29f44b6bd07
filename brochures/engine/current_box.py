"""What the engine is at work on while it says something: its messages name a character, but not its text; a line, but not its file.

Parts of the engine's own that are replaced, each by a function that calls it and notes its argument: ``draw.draw_text``,
``draw.draw_replacedbox`` (a drawing may have words in it) and ``preprocess_stylesheet``, which reads one style sheet.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from brochures.engine.private_api import draw, main_module

_draw_text = draw.draw_text
_draw_replaced = draw.draw_replacedbox
_read_sheet = main_module.preprocess_stylesheet

_boxes: list[Any] = []
_sheets: list[str] = []
"""What is being drawn and read, the innermost last."""


def install() -> None:
    """Let the engine note what it is at work on. Doing so twice changes nothing."""
    draw.draw_text = _noting(_draw_text, _boxes)
    draw.draw_replacedbox = _noting(_draw_replaced, _boxes)
    main_module.preprocess_stylesheet = _noting(_read_sheet, _sheets)


def box() -> Any:
    """Return the box that is being drawn, None where none is."""
    return _boxes[-1] if _boxes else None


def sheet() -> str:
    """Return the address of the style sheet that is being read, empty where none is."""
    return str(_sheets[-1] or "") if _sheets else ""


def _noting(work: Callable[..., Any], noted: list[Any]) -> Callable[..., Any]:
    """Return ``work``, which notes its second argument while it lasts."""

    def at_work(first: Any, second: Any, *others: Any, **named: Any) -> Any:
        noted.append(second)
        try:
            return work(first, second, *others, **named)
        finally:
            noted.pop()

    return at_work
