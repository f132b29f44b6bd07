"""Private API: every part of WeasyPrint that we rely on and that it does not promise. Nothing else here imports such a part.

WeasyPrint promises ``HTML``, ``CSS``, ``Document``, ``Page``, ``FontConfiguration`` and ``URLFetcher`` (its docs, "API reference").
What is below has been stable for years (docs/engine.md, Private parts), but an upgrade may change it: ``tests/engine/test_private_api.py`` holds one
case for each way to set a page, so that an upgrade that breaks one says which.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import tinycss2
import weasyprint as main_module
from weasyprint import Document, Page, draw, images, svg
from weasyprint import css as css_rules
from weasyprint import document as documents
from weasyprint import pdf as pdf_writer
from weasyprint.css.properties import INITIAL_VALUES
from weasyprint.css.targets import TargetCollector as target_collector  # noqa: N813 a part of the engine like the modules here
from weasyprint.css.validation import preprocess_declarations
from weasyprint.css.validation.expanders import EXPANDERS
from weasyprint.draw import text as text_drawing
from weasyprint.formatting_structure import boxes
from weasyprint.layout import block
from weasyprint.layout import inline as inline_layout
from weasyprint.layout.absolute import AbsolutePlaceholder
from weasyprint.pdf import tags
from weasyprint.text.ffi import ffi, pango
from weasyprint.text.fonts import FontConfiguration

__all__ = ["block", "boxes", "children", "css_rules", "custom_property", "documents", "draw", "fonts_folder", "fonts_of", "html_input", "image_resource", "images", "inline_layout", "main_module", "page_boxes", "pango_version", "pdf_writer", "property_names", "real", "svg", "tags", "takes", "target_collector", "target_name", "text_drawing"]  # fmt: skip

html_input = main_module.tinyhtml5.inputstream
"""What reads the signs of an HTML text, one after the other."""


def real(box: Any) -> Any:
    """Return the box that an absolute box's placeholder stands for, and any other box itself."""
    return box._box if isinstance(box, AbsolutePlaceholder) else box


def children(box: Any) -> Iterator[Any]:
    """Yield everything directly inside ``box``, boxes out of the flow and the margin boxes of a page included."""
    for child in box.all_children():
        if child is not None:
            yield real(child)


def custom_property(box: Any, name: str) -> str:
    """Return the value of the custom property ``name`` (with its ``--``) for ``box``, empty where it has none."""
    value = box.style["__" + name.removeprefix("--").replace("-", "_")]
    return "" if isinstance(value, str) or value is None else str(tinycss2.serialize(value)).strip()


def page_boxes(document: Document) -> Iterator[tuple[Page, Any]]:
    """Yield each page of ``document`` with the box at the root of its tree."""
    for page in document.pages:
        yield page, page._page_box


def target_name(box: Any, token: tuple[str, tuple[str, str, Any]]) -> str:
    """Return the name of the element to which the attribute of ``box`` leads that ``token`` of its content names, empty for none."""
    attribute, _, _ = token[1]
    return str(box.element.get(attribute, "")).removeprefix("#")


def image_resource(box: Any) -> str:
    """Return the name under which the file keeps the image that ``box`` is replaced by, empty for a drawing and for other boxes."""
    image = getattr(getattr(box, "replacement", None), "id", "")
    return f"i{image}{int(box.style['image_rendering'] == 'auto')}" if image else ""


def property_names() -> tuple[str, ...]:
    """Return the name of every property that the engine knows."""
    return tuple(sorted({name.replace("_", "-") for name in INITIAL_VALUES} | set(EXPANDERS)))


def takes(name: str, value: str) -> bool:
    """Return whether the engine takes ``value`` for the property ``name``; why not, it only logs."""
    declarations = tinycss2.parse_blocks_contents(f"{name}: {value}")
    return bool([*preprocess_declarations("", declarations)])


def fonts_folder(fonts: FontConfiguration, folder: Path) -> None:
    """Let ``fonts`` keep its copies of font files in ``folder``."""
    fonts._folder = folder


@dataclass(frozen=True)
class DrawnItem:
    """Letters of one line that were drawn in one face. ``start`` is where they begin in ``line``, in characters.

    ``font`` is what the engine knows of the face. ``glyphs`` are, one by one: number, the character of the line that it begins to draw,
    and whether it was moved from where it would stand by itself.
    """

    line: str
    start: int
    text: str
    font: Any
    glyphs: tuple[tuple[int, int, bool], ...]


def drawn_items(stream: Any, textbox: Any) -> Iterator[DrawnItem]:
    """Yield what the line of ``textbox``, which is being drawn to ``stream``, consists of."""
    layout = textbox.pango_layout
    data = layout.text.encode()
    run = layout.get_first_line()[0].runs[0]
    while run != ffi.NULL:
        item, string = run.data.item, run.data.glyphs
        run = run.next
        start, end = item.offset, item.offset + item.length
        glyphs = tuple(
            (
                glyph.glyph,
                len(data[: start + string.log_clusters[number]].decode()),
                bool(glyph.geometry.x_offset or glyph.geometry.y_offset),
            )
            for number, glyph in enumerate(string.glyphs[0 : string.num_glyphs])
        )
        font = stream.add_font(item.analysis.font)[0]
        yield DrawnItem(layout.text, len(data[:start].decode()), data[start:end].decode(), font, glyphs)


def fonts_of(stream: Any) -> Iterator[Any]:
    """Yield every face in which the file of ``stream`` has drawn letters, in the order of their first use."""
    yield from stream._fonts.values()


def pango_version() -> str:
    """Return the version of Pango that the engine found."""
    number = pango.pango_version()
    return f"{number // 10000}.{number // 100 % 100}.{number % 100}"
