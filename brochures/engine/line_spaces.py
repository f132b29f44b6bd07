"""The space at the end of a line, which the engine throws away: whoever reads by the structure tree would read "body,mind".

Where a line ends at a space, the space is drawn behind its last word, in the same marked piece of content: no ink, and no place on the
page. It is an object of its own, so that whoever measures words measures words. Only what is read on a screen has them.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from brochures.engine.private_api import boxes, children, drawn_items, fonts_of, inline_layout

_remove = inline_layout.remove_last_whitespace
_split = inline_layout.split_text_box
_skip = inline_layout.skip_first_whitespace
_wanted: list[bool] = [False]
_last: list[Any] = []
"""The last words of the line before, where it is one of the same paragraph."""

_left_out: list[bool] = []
"""Whether the line that is being filled ended at a space of which no box is left."""

ENDED = "brochures_line_end"
"""The name under which a box of words keeps that a space followed it at the end of its line."""


def install() -> None:
    """Put the wrappers in the engine's place. Doing so twice changes nothing."""
    inline_layout.split_text_box = _noting_break
    inline_layout.remove_last_whitespace = _noting_end
    inline_layout.skip_first_whitespace = _noting_begin


@contextmanager
def kept(*, wanted: bool) -> Iterator[None]:
    """Let the lines that are laid out in here keep that a space ended them, where that is ``wanted``."""
    before, _wanted[0] = _wanted[0], wanted
    try:
        yield
    finally:
        _wanted[0] = before


def show(stream: Any, textbox: Any) -> None:
    """Draw the space after the line of ``textbox``, which has just been drawn to ``stream``, where it ended at one and any face has drawn one."""
    if not getattr(textbox, ENDED, False) or not textbox.text.strip():
        return
    *_, last = drawn_items(stream, textbox)
    for font in (last.font, *fonts_of(stream)):
        glyph = next((number for number, text in font.to_unicode.items() if text == " "), None)
        if glyph is not None:
            stream.set_font_size(font.hash, textbox.style["font_size"])
            stream.show_text(f"<{glyph:04x}>")
            return


def _noting_break(context: Any, box: Any, *rest: Any, **named: Any) -> Any:
    """Split ``box`` as the engine does; a part that ends at a space keeps that."""
    part, resume, at_break = _split(context, box, *rest, **named)
    if _wanted[0] and resume is not None and box.text.encode()[:resume].endswith(b" "):
        if part is not None:
            setattr(part, ENDED, True)
        else:
            _left_out[:] = [True]
    return part, resume, at_break


def _noting_end(context: Any, line: Any) -> None:
    """Remove the space that is left at the end of ``line``; the words before it keep that it was there."""
    words = [*_words(line)] if _wanted[0] else []
    ends = bool(words) and (words[-1].text.endswith(" ") or getattr(words[-1], ENDED, False) or bool(_left_out))
    _remove(context, line)
    left = [box for box in words if box.text]
    if ends and left:
        setattr(left[-1], ENDED, True)
    _last[:] = left[-1:]


def _noting_begin(box: Any, skipped: Any) -> Any:
    """Skip the space before the first word of a line; the words before it keep that it was there."""
    if _wanted[0]:
        if isinstance(box, boxes.LineBox):
            _left_out.clear()
        if isinstance(box, boxes.LineBox) and skipped is None:
            _last.clear()
        elif isinstance(box, boxes.TextBox) and box.text.encode()[next(iter(skipped or {0: None})) :].startswith(b" "):
            for words in _last:
                setattr(words, ENDED, True)
    return _skip(box, skipped)


def _words(box: Any) -> Iterator[Any]:
    for child in children(box) if isinstance(box, boxes.ParentBox) else ():
        if isinstance(child, boxes.TextBox):
            yield child
        elif isinstance(child, boxes.InlineBox):
            yield from _words(child)
