"""The operators of content streams beside those of the graphics state: paths, text, images, shadings, marked content (ISO 32000-1, A.2)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from pikepdf import Array, Dictionary, Name, Object, Stream, String

from brochures.geometry.pdf_box import PdfBox
from brochures.separations.layers import layer_name
from brochures.separations.objects import Step
from brochures.separations.path import Path
from brochures.separations.text import UNMEASURED, Cursor
from brochures.separations.transforms import read_matrix
from brochures.separations.walker import MarkedContent, NamedImage, Walk

FILLED, STROKED = frozenset({0, 2, 4, 6}), frozenset({1, 2, 5, 6})
"""The text rendering modes that fill letters, and those that stroke them (ISO 32000-1, 9.3.6)."""

HIDES = 3
FIRST_CLIP = 4
"""The text rendering modes from this one on clip what follows."""

BUILDS = frozenset(("m", "l", "c", "v", "y", "h", "re", "W", "W*"))
"""The operators that build a path: nothing else may stand between them and the one that ends it (ISO 32000-1, 8.2, figure 9)."""

PATH_ENDS: Mapping[str, tuple[bool, bool]] = {
    **dict.fromkeys(("f", "F", "f*"), (True, False)),
    **dict.fromkeys(("S", "s"), (False, True)),
    **dict.fromkeys(("B", "B*", "b", "b*"), (True, True)),
    "n": (False, False),
}
"""The operators that end a path: whether each fills it, and whether it strokes it."""

PAINTS = frozenset((*PATH_ENDS, "Tj", "TJ", "'", '"', "Do", "sh", "INLINE IMAGE"))
"""The operators of which a watcher hears by what they paint."""

Operator = Callable[[Walk, Sequence[Any]], None]


def _nothing(_: Walk, __: Sequence[Any]) -> None:
    pass


def _save(walk: Walk, _: Sequence[Any]) -> None:
    walk.saved.append(walk.state)


def _restore(walk: Walk, _: Sequence[Any]) -> None:
    if not walk.saved:
        raise ValueError("nothing was saved")
    walk.state = walk.saved.pop()


def _open_mark(walk: Walk, operands: Sequence[Any]) -> None:
    tag, *more = operands
    written = more[0] if more else Dictionary()
    if isinstance(written, Name):
        written = walk.resources.find("Properties", str(written))
    number = written.get("/MCID")
    if tag == Name.OC and more:
        walk.marks.append(_layered(walk, written))
    else:
        walk.marks.append(walk.mark if number is None else replace(walk.mark, number=int(number)))


def _layered(walk: Walk, content: Object) -> MarkedContent:
    hidden = walk.mark.hidden or not walk.resources.file.layers.shows(content)
    return replace(walk.mark, layer=layer_name(content), hidden=hidden)


def _close_mark(walk: Walk, _: Sequence[Any]) -> None:
    if len(walk.marks) == 1:
        raise ValueError("nothing was marked")
    walk.marks.pop()


def _move(walk: Walk, operands: Sequence[Any]) -> None:
    walk.path.move(walk.at(*operands))


def _line(walk: Walk, operands: Sequence[Any]) -> None:
    walk.path.line(walk.at(*operands))


def _curve(walk: Walk, operands: Sequence[Any]) -> None:
    a, b, c, d, e, f = operands
    walk.path.curve(walk.at(a, b), walk.at(c, d), walk.at(e, f))


def _curve_from_here(walk: Walk, operands: Sequence[Any]) -> None:
    c, d, e, f = operands
    walk.path.curve(walk.path.here, walk.at(c, d), walk.at(e, f))


def _curve_to_end(walk: Walk, operands: Sequence[Any]) -> None:
    a, b, e, f = operands
    walk.path.curve(walk.at(a, b), walk.at(e, f), walk.at(e, f))


def _close_path(walk: Walk, _: Sequence[Any]) -> None:
    walk.path.close()


def _rectangle(walk: Walk, operands: Sequence[Any]) -> None:
    x, y, width, height = map(float, operands)
    walk.path.move(walk.at(x, y))
    for corner in ((x + width, y), (x + width, y + height), (x, y + height)):
        walk.path.line(walk.at(*corner))
    walk.path.close()


def _clip(walk: Walk, _: Sequence[Any]) -> None:
    walk.clips = True


def _end_path(walk: Walk, _: Sequence[Any]) -> None:
    walk.watcher.path(walk, walk.path, walk.operator)
    if walk.clips:
        clip = walk.state.clip
        around = walk.path.bounds or PdfBox(clip.left, clip.bottom, clip.left, clip.bottom)
        walk.state = walk.state._replace(clip=around.shared(clip))
    walk.path, walk.clips = Path(), False


def _begin_text(walk: Walk, _: Sequence[Any]) -> None:
    walk.text = Cursor()


def _end_text(walk: Walk, _: Sequence[Any]) -> None:
    if walk.text is None:
        raise ValueError("no text was begun")
    walk.text = None
    if walk.lettered:
        around = PdfBox.around(corner for box in walk.lettered for corner in (box[:2], box[2:]))
        walk.state = walk.state._replace(clip=around.shared(walk.state.clip))
        walk.lettered = []


def _put(walk: Walk, operands: Sequence[Any]) -> None:
    walk.cursor.put(read_matrix(operands))


def _next_line(walk: Walk, operands: Sequence[Any]) -> None:
    x, y = operands
    walk.cursor.next_line(float(x), float(y))


def _next_line_leading(walk: Walk, operands: Sequence[Any]) -> None:
    x, y = operands
    walk.state = walk.state._replace(leading=-float(y))
    walk.cursor.next_line(float(x), float(y))


def _feed(walk: Walk, _: Sequence[Any]) -> None:
    walk.cursor.next_line(0.0, -walk.state.leading)


def _show(walk: Walk, operands: Sequence[Any]) -> None:
    (written,) = operands
    cursor = walk.cursor
    if not walk.watcher.measures:
        walk.watcher.text(walk, UNMEASURED)
        return
    items = written.as_list() if isinstance(written, Array) else [written]
    shown = cursor.show(walk.state, [bytes(one) if isinstance(one, String) else float(one) for one in items])
    if walk.state.render >= FIRST_CLIP:
        walk.lettered.append(shown.bounds)
    walk.watcher.text(walk, shown)


def _feed_and_show(walk: Walk, operands: Sequence[Any]) -> None:
    _feed(walk, ())
    _show(walk, operands)


def _space_and_show(walk: Walk, operands: Sequence[Any]) -> None:
    word, letter, written = operands
    walk.state = walk.state._replace(word_space=float(word), letter_space=float(letter))
    _feed_and_show(walk, (written,))


def _do(walk: Walk, operands: Sequence[Any]) -> None:
    (name,) = operands
    found = walk.resources.find("XObject", str(name))
    mark = _layered(walk, found.OC) if "/OC" in found else walk.mark
    walk.marks.append(mark)
    if found.Subtype == Name.Form:
        walk.watcher.form(walk, Step("form", str(name)[1:]), found)
    elif found.Subtype == Name.Image:
        walk.watcher.image(walk, NamedImage(str(name)[1:], found, inline=False))
    else:
        raise ValueError(f"{name} is a program")
    walk.marks.pop()


def _inline_image(walk: Walk, operands: Sequence[Any]) -> None:
    (written,) = operands
    about = Dictionary({**dict(written.obj.items()), "/Type": Name.XObject, "/Subtype": Name.Image})
    stream = Stream(walk.resources.file.pdf, written.read_raw_bytes(), about)
    walk.watcher.image(walk, NamedImage("", stream, inline=True))


def _shade(walk: Walk, operands: Sequence[Any]) -> None:
    (name,) = operands
    walk.watcher.shading(walk, str(name)[1:], walk.resources.find("Shading", str(name)))


def _fix_colours(walk: Walk, _: Sequence[Any]) -> None:
    walk.state = walk.state._replace(fixed=True)


OPERATORS: Mapping[str, Operator] = {
    "q": _save, "Q": _restore, "BMC": _open_mark, "BDC": _open_mark, "EMC": _close_mark,
    "m": _move, "l": _line, "c": _curve, "v": _curve_from_here, "y": _curve_to_end, "h": _close_path, "re": _rectangle,
    "W": _clip, "W*": _clip, **dict.fromkeys(PATH_ENDS, _end_path),
    "BT": _begin_text, "ET": _end_text, "Tm": _put, "Td": _next_line, "TD": _next_line_leading, "T*": _feed,
    "Tj": _show, "TJ": _show, "'": _feed_and_show, '"': _space_and_show,
    "Do": _do, "INLINE IMAGE": _inline_image, "sh": _shade, "d1": _fix_colours,
    **dict.fromkeys(("d0", "i", "ri", "j", "J", "M", "d", "MP", "DP", "BX", "EX"), _nothing),
}  # fmt: skip
"""What each operator does that does not only change the graphics state."""
