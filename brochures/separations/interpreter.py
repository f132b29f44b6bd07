"""The interpreter: it follows content streams operator by operator, into whatever they contain, and tells a watcher."""

from __future__ import annotations

from pikepdf import Array, Dictionary, Matrix, Object, Page, Stream

from brochures.geometry.pdf_box import PdfBox
from brochures.separations.errors import WRONG, Unreadable, reading
from brochures.separations.graphics_state import CHANGES, State
from brochures.separations.objects import Step, Where
from brochures.separations.operators import BUILDS, OPERATORS, PAINTS
from brochures.separations.resources import Instruction, OpenFile
from brochures.separations.transforms import own_matrix, placed
from brochures.separations.walker import MarkedContent, Walk, Watcher

HIDDEN, PRINTED = 2, 4
"""Flags of an annotation (ISO 32000-1, 12.5.3)."""


def read(walk: Walk, stream: Object) -> None:
    """Follow a content stream to its end. Raise ``Unreadable`` when it breaks the rules."""
    with reading("its content", walk.where):
        instructions = walk.resources.file.instructions(stream)
    for one in instructions:
        _follow(walk, one)
    if walk.saved or len(walk.marks) > 1 or walk.text is not None:
        raise Unreadable("its content ends before all is closed (Q, EMC, ET)", walk.where)


def _follow(walk: Walk, one: Instruction) -> None:
    operator = walk.operator = one.operator
    walk.instruction = one.written
    if operator not in CHANGES and operator not in OPERATORS:
        raise Unreadable(f"there is no operator {operator}", walk.where)
    if operator in BUILDS and not walk.watcher.measures:
        walk.watcher.passed(walk, operator)
        return
    try:
        change = CHANGES.get(operator)
        if change is not None:
            walk.state = change(walk.state, one.operands, walk.resources)
        else:
            OPERATORS[operator](walk, one.operands)
        if operator not in PAINTS:
            walk.watcher.passed(walk, operator)
        if operator == "gs":
            _mask(walk, str(one.operands[0]))
    except Unreadable as wrong:
        if wrong.where is None:
            raise Unreadable(f"operator {operator}: {wrong}", walk.where) from wrong
        raise
    except WRONG as wrong:
        raise Unreadable(f"operator {operator}: {type(wrong).__name__}: {wrong}", walk.where) from wrong


def _mask(walk: Walk, name: str) -> None:
    mask = walk.resources.find("ExtGState", name).get("/SMask")
    if isinstance(mask, Dictionary):
        walk.watcher.mask(walk, name[1:], mask.G)


def read_page(file: OpenFile, number: int, page: Page, watcher: Watcher) -> None:
    """Follow a page, and the annotations that lie on it; ``number`` counts from 1."""
    where = Where(number)
    file.begin_page()
    with reading("the page", where):
        state = State(clip=PdfBox.of(page.mediabox))
        resources, annotations = file.page_resources(page), page.obj.get("/Annots", Array()).as_list()
    walk = Walk(watcher, resources, state, where=where, mark=MarkedContent())
    if "/Contents" in page.obj:
        read(walk, page.obj)
    for annotation in annotations:
        with reading("an annotation", where):
            _annotation(walk, annotation)


def _annotation(walk: Walk, annotation: Object) -> None:
    """Follow what an annotation looks like, if it looks like anything (12.5.5)."""
    form = annotation.get("/AP", Dictionary()).get("/N")
    if isinstance(form, Dictionary):
        form = form.get(str(annotation.get("/AS", "/Off")))
    if not isinstance(form, Stream):
        return
    drawn, rect = placed(own_matrix(form), PdfBox.of(form.BBox)), PdfBox.of(annotation.Rect)
    wide = rect.width / drawn.width if drawn.width else 1.0
    high = rect.height / drawn.height if drawn.height else 1.0
    place = Matrix(wide, 0, 0, high, rect.left - drawn.left * wide, rect.bottom - drawn.bottom * high)
    flags = int(annotation.get("/F", 0))
    walk.marks.append(MarkedContent(hidden=bool(flags & HIDDEN) or not flags & PRINTED))
    walk.state = walk.state._replace(ctm=place)
    walk.watcher.form(walk, Step("annotation", str(annotation.Subtype)[1:]), form)
    walk.marks.pop()
