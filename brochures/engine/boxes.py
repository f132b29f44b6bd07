"""The engine's box tree, read once and measured in pt: lines, images, painted boxes, and the regions that must hold them.

A region is declared with ``data-panel`` (a panel of the format, by name) or ``data-region`` (any other box of fixed size, by kind);
table cells, margin boxes and the area of a page that flows are regions by nature. Art that is meant to run over carries
``data-bleed``, a crossover ``data-crossover``, a logo ``data-logo``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from weasyprint import Document

from brochures.engine.box_edges import border_edges, content_edges, framed, is_kept, paints, turned
from brochures.engine.data_attributes import Around, Paragraphs, around, attribute, is_declared
from brochures.engine.fill_boxes import fill_box, in_order
from brochures.engine.private_api import boxes, children, image_resource, page_boxes
from brochures.geometry.pages import Art, Bookmark, FillBox, Line, MeasuredPage, MeasuredPages, Region, UnbreakableBlock
from brochures.geometry.passages import NONE, Stretch, count
from brochures.geometry.units import PX

ENDLESS = -1000.0
"""A page whose margin is below this, in px, is a fixed sheet that lets nothing break over (docs/engine.md, Words that fall off a page)."""


def sheets(document: Document) -> MeasuredPages:
    """Return every page of ``document``, measured."""
    paragraphs = Paragraphs()
    marked = ((number, mark) for number, page in enumerate(document.pages, 1) for mark in page.bookmarks)
    bookmarks = tuple(Bookmark(level, words, number, (x * PX, y * PX)) for number, (level, words, (x, y), _) in marked)
    return MeasuredPages(tuple(_sheets(document, paragraphs)), paragraphs.found, bookmarks)


def runs_of(document: Document) -> Mapping[int, tuple[Stretch, ...]]:
    """Return where the letters of each run of text come from, by the identity of its box."""
    paragraphs = Paragraphs()
    list(_sheets(document, paragraphs))
    return paragraphs.passages.runs


def _sheets(document: Document, paragraphs: Paragraphs) -> Iterator[MeasuredPage]:
    for number, (page, root) in enumerate(page_boxes(document), 1):
        yield _PageReader(number, page, root, paragraphs).sheet()


class _Frame:
    """A region that is being filled: everything met below it, in its own frame."""

    def __init__(self, kind: str, name: str, box: Any, block: str = "", matrix: Any = None) -> None:
        self.kind = kind
        self.name = name
        self.box = turned(content_edges(box)) if box is not None else None
        self.on_sheet = turned(content_edges(box), matrix) if box is not None else None
        self.block = block
        self.matrix = matrix
        self.lines: list[Line] = []
        self.art: list[Art] = []
        self.kept: list[UnbreakableBlock] = []

    def region(self, page: int) -> Region:
        assert self.box is not None  # noqa: S101 only the sheet's own frame has none, and it is no region
        frame = self.on_sheet if self.on_sheet != self.box else None
        return Region(
            self.kind, self.name, page, self.box, self.block, tuple(self.lines), tuple(self.art), tuple(self.kept), frame
        )  # fmt: skip


class _PageReader:
    """Reads one page."""

    def __init__(self, number: int, page: Any, root: Any, paragraphs: Paragraphs) -> None:
        self.number = number
        self.page = page
        self.root = root
        self.paragraphs = paragraphs
        self.rows: set[int] = set()
        self.tables: set[int] = set()
        self.to_fill: dict[tuple[str, str, bool], FillBox] = {}
        self.frames: list[_Frame] = []
        self.open: list[_Frame] = []

    def sheet(self) -> MeasuredPage:
        everything = _Frame("sheet", "", None)
        self.open.append(everything)
        flows = self.root.margin_bottom > ENDLESS
        for child in children(self.root):
            area = None
            if isinstance(child, boxes.MarginBox):
                area = _Frame("margin", child.at_keyword, child)
            elif flows:
                area = _Frame("page", str(self.number), self.root)
            self.open += [area] if area else []
            self._box(child, Around(role="margin" if isinstance(child, boxes.MarginBox) else ""), None)
            if area is not None:
                self.frames.append(self.open.pop())
        return MeasuredPage(
            self.number, self.page.width * PX, self.page.height * PX,
            tuple(frame.region(self.number) for frame in self.frames),
            tuple(everything.lines), tuple(everything.art), frozenset(self.rows), frozenset(self.tables), flows,
            self.root.page_type.blank, in_order(self.to_fill.values()),
        )  # fmt: skip

    def _box(self, box: Any, place: Around, matrix: Any) -> None:
        """Read ``box`` and all below it; ``matrix`` is what the boxes around it turn and move it by."""
        if box.transformation_matrix is not None:
            matrix = box.transformation_matrix @ matrix if matrix is not None else box.transformation_matrix
        place = self._table(box, around(box, place))
        filled = fill_box(box, matrix, head=place.role == "margin")
        if filled is not None:
            self.to_fill.setdefault((filled.name, filled.state, filled.head), filled)
        opened = self._opened(box, place, matrix)
        if opened is not None:
            if opened.kind != "panel" and paints(box):
                self._art(
                    "box", box, place, matrix
                )  # for the regions around it; a panel's ground may reach the sheet's edge
            self.open.append(opened)
            place = replace(place, region="" if opened.kind == "cell" else opened.name, element=box.element)
            self._contents(box, place, matrix, region=True)
            self.frames.append(self.open.pop())
        elif place.bleed:
            self._bleed(box, place, matrix)
        else:
            self._contents(box, place, matrix, region=False)

    def _contents(self, box: Any, place: Around, matrix: Any, *, region: bool) -> None:
        """Read what ``box`` prints itself, and what is inside it."""
        if isinstance(box, boxes.ReplacedBox):
            if box.style["visibility"] == "visible":
                self._art("image", box, place, matrix)
            return
        if not region and not isinstance(box, boxes.InlineBox | boxes.PageBox) and paints(box):
            self._art("box", box, place, matrix)
        if is_kept(box):
            self._add_kept(box, place, matrix)
        self._inside(box, place, matrix)

    def _table(self, box: Any, place: Around) -> Around:
        """Note the rows of this page and the tables with a head; return ``place``, in a head marked as one."""
        if isinstance(box, boxes.TableBox) and box.element is not None and box.element.find("thead") is not None:
            self.tables.add(self.paragraphs.tables.of(box))
        if isinstance(box, boxes.TableRowGroupBox) and box.is_header:
            return replace(place, role=place.role or "head")
        if isinstance(box, boxes.TableRowBox) and place.role != "head":
            self.rows.add(self.paragraphs.rows.of(box))
        return place

    def _bleed(self, box: Any, place: Around, matrix: Any) -> None:
        """Read declared bleed art: it may reach past the regions, so only the sheet hears of it, and of words that lie in it."""
        if attribute(box, "data-bleed") is not None and not isinstance(box, boxes.InlineBox):
            self.open[0].art.append(
                Art("box", "bleed", framed(border_edges(box), matrix, None), place.block, bleed=True)
            )
        kept, self.open = self.open, self.open[:1]
        self._inside(box, place, matrix)
        self.open = kept

    def _inside(self, box: Any, place: Around, matrix: Any) -> None:
        for child in children(box):
            if isinstance(child, boxes.LineBox):
                self._line(child, self.paragraphs.number(box, place), place, matrix)
            else:
                self._box(child, place, matrix)

    def _line(self, line: Any, paragraph: int, place: Around, matrix: Any) -> None:
        runs: list[Any] = []
        others: list[Any] = []
        _sort(line, runs, others)
        if runs:
            top, bottom = line.position_y, line.position_y + line.height
            edges = [
                (run.position_x, max(run.position_y, top), run.position_x + run.width, min(run.position_y + run.height, bottom))
                for run in runs
            ]  # fmt: skip
            box = (
                min(edge[0] for edge in edges), min(edge[1] for edge in edges),
                max(edge[2] for edge in edges), max(edge[3] for edge in edges),
            )  # fmt: skip
            text = " ".join("".join(run.text for run in runs).split())
            largest = max(runs, key=lambda run: run.style["font_size"])
            size = largest.style["font_size"] * PX
            baseline = largest.position_y + largest.baseline
            ends = getattr(line, "resume_at", None) is None
            made = "\n".join(run.text for run in runs if is_declared(run))
            stretches = tuple(self._stretches(runs))
            for frame in self.open:
                where = framed(box, matrix, frame.matrix)
                low = where.bottom - (box[3] - baseline) * PX
                frame.lines.append(Line(paragraph, where, low, size, text, ends, made, stretches))
        for other in others:
            self._box(other, place, matrix)

    def _stretches(self, runs: list[Any]) -> Iterator[Stretch]:
        """Yield where the letters of a line come from, run by run."""
        at = 0
        for run in runs:
            length = count(run.text)
            told = self.paragraphs.passages.of(run, length)
            yield from (Stretch(at + one.at, one.passage, one.offset, one.fixed) for one in told) if at else told
            at += length

    def _art(self, kind: Any, box: Any, place: Around, matrix: Any) -> None:
        edges = border_edges(box)
        name = str(box.element_tag or "").rsplit("}", 1)[-1]
        picture = int(attribute(box, "data-picture") or NONE)
        resource = image_resource(box) if kind == "image" else ""
        for frame in self.open:
            where = framed(edges, matrix, frame.matrix)
            frame.art.append(
                Art(kind, name, where, place.block, place.logo, place.crossover, picture=picture, resource=resource)
            )

    def _add_kept(self, box: Any, place: Around, matrix: Any) -> None:
        edges = border_edges(box)
        for frame in self.open:
            frame.kept.append(UnbreakableBlock(framed(edges, matrix, frame.matrix), place.block))

    def _opened(self, box: Any, place: Around, matrix: Any) -> _Frame | None:
        """Return the frame of the region that begins with ``box``, if one does. Anonymous boxes share their parent's element."""
        if isinstance(box, boxes.InlineBox | boxes.TextBox | boxes.LineBox) or box.element is place.element:
            return None
        name, kind = attribute(box, "data-panel"), attribute(box, "data-region")
        if name:
            kind = "panel"
        elif kind:
            name = attribute(box, "id") or kind
        elif isinstance(box, boxes.TableCellBox):
            kind, name = "cell", ""
        else:
            return None
        return _Frame(kind, name or "", box, place.block, matrix)


def _sort(line: Any, runs: list[Any], others: list[Any]) -> None:
    """Sort what is in a line: runs of text that print, and boxes of their own. A ``::first-line`` is a line in the line."""
    for child in children(line):
        if isinstance(child, boxes.TextBox):
            if child.text.strip() and child.style["visibility"] == "visible":
                runs.append(child)
        elif isinstance(child, boxes.LineBox) or (isinstance(child, boxes.InlineBox) and child.is_in_normal_flow()):
            _sort(child, runs, others)
        else:
            others.append(child)
