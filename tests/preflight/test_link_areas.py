"""Where the links of finished files are touched: files made by hand, with numbers just inside and just outside."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from pikepdf import Array, Dictionary, Name, String
from pypdf import PdfReader

from brochures.compose.html import Composition
from brochures.preflight.link_areas import areas
from brochures.preflight.text_subject import elements
from brochures.project.edition import Edition
from tests.layout.checks.handmade import composed
from tests.miniature import Miniature
from tests.preflight.readings import reading, run
from tests.separations.handmade import Made

PAGE = (300, 400)
Edges = tuple[float, float, float, float]
"""Left, top, right, bottom in pt from the top left corner of the page."""

LARGE: Edges = (20, 30, 38, 48)
SMALL: Edges = (100, 100, 117.8, 118)
"""A little narrower than 18 pt; its middle is at 108.9, 109."""


@pytest.fixture(scope="module")
def piece(tmp_path_factory: pytest.TempPathFactory) -> Composition:
    return composed(Miniature.copied_to(tmp_path_factory.mktemp("areas") / "project"))


def _file(links: tuple[Edges, ...], *, beside_words: bool = False, to: str = "", within: Name = Name.Span) -> PdfReader:
    """Return a file with ``links`` by their areas: link n leads to ``n`` or all ``to`` one place, and holds mark n; each stands in a paragraph of its own."""
    made = Made(PAGE)
    notes = [
        made.pdf.make_indirect(
            Dictionary(Subtype=Name.Link, Rect=[left, 400 - top, right, 400 - bottom], Dest=String(to or str(number)))
        )
        for number, (left, top, right, bottom) in enumerate(links)
    ]
    made.page("", Annots=notes)
    page, document = made.pdf.pages[0].obj, made.pdf.make_indirect(Dictionary(S=Name.Document))
    words = Array([99] if beside_words else [])
    parents = [made.pdf.make_indirect(Dictionary(S=Name.P, P=document, Pg=page, K=words)) for _ in links]
    for number, note in enumerate(notes):
        parent = parents[number]
        holds = Array([number, Dictionary(Type=Name.OBJR, Obj=note)])
        inner = made.pdf.make_indirect(Dictionary(S=within, P=parent, K=Array([])))
        inner.K.append(made.pdf.make_indirect(Dictionary(S=Name.Link, P=inner, Pg=page, K=holds)))
        parent.K.append(inner)
    document.K = Array(parents)
    made.pdf.Root.StructTreeRoot = Dictionary(K=Array([document]))
    written = io.BytesIO()
    made.pdf.save(written)
    return PdfReader(written)


def _told(
    piece: Composition,
    *links: Edges,
    words: tuple[Edges, ...] = (),
    beside_words: bool = False,
    to: str = "",
    within: Name = Name.Span,
) -> list[str]:
    """Return what is told of ``links``; ``words`` are those of the first ones, where they stand."""
    file = _file(links, beside_words=beside_words, to=to, within=within)
    runs = [
        run(f"words {mark}", left, top, mark=mark, width=right - left)
        for mark, (left, top, right, _) in enumerate(words)
    ]
    held = reading(piece, runs=runs, file=file, tree=tuple(elements(file.root_object["/StructTreeRoot"])))
    found = list(areas(held))
    assert {(one.code, one.page) for one in found} <= {("PRE-108", 1)}
    return [one.message for one in found]


def test_links_that_can_be_touched_are_good(piece: Composition) -> None:
    assert _told(piece, LARGE, (38, 30, 56, 48), SMALL, words=((25, 34, 33, 44), (40, 34, 50, 44))) == []


def test_an_area_that_misses_its_words_is_told(piece: Composition) -> None:
    assert _told(piece, (20, 30, 38, 30), words=((20, 34, 38, 44),))[0] == (
        "'words 0' is a link, and its area is 18.0 x 0.0 pt, elsewhere"
    )


def test_words_without_any_area_on_their_page_are_told(piece: Composition) -> None:
    file = _file((LARGE,))
    tree = tuple(elements(file.root_object["/StructTreeRoot"]))
    del file.pages[0]["/Annots"]
    held = reading(piece, runs=[run("word", 25, 34, mark=0)], file=file, tree=tree)
    assert [one.message for one in areas(held)] == ["'word' is a link, and it has no area on this page"]


@pytest.mark.parametrize(
    ("height", "told"), [(8.1, []), (7.8, ["'words 0' is a link, 18.0 x 10.0 pt, and its area only 18.0 x 7.8 pt"])]
)
def test_an_area_is_as_high_as_its_words(piece: Composition, height: float, told: list[str]) -> None:
    """The words are 10 pt high: ink may hang out by one pt at each side."""
    low = (20.0, 39 - height / 2, 38.0, 39 + height / 2)
    assert _told(piece, low, words=((20, 34, 38, 44),)) == told


@pytest.mark.parametrize(
    ("left", "told"), [(37.95, []), (37.8, ["the link to '#1' lies over that to '#0', by 0.2 x 18.0 pt"])]
)
def test_no_area_lies_over_another(piece: Composition, left: float, told: list[str]) -> None:
    assert _told(piece, LARGE, (left, 30, left + 20, 48)) == told


@pytest.mark.parametrize(("left", "told"), [(117.85, 0), (117.75, 1)])
def test_a_small_link_has_room_to_a_large_one(piece: Composition, left: float, told: int) -> None:
    """A circle of 18 pt around its middle reaches to 117.9, but for what is lost in rounding."""
    found = _told(piece, SMALL, (left, 100, left + 40, 118))
    assert found == ["the link to '#0' is 17.8 x 18.0 pt, and its middle 8.8 pt from the link to '#1'"][:told]


@pytest.mark.parametrize(("apart", "told"), [(17.95, 0), (17.8, 2)])
def test_the_circles_of_two_small_links_do_not_meet(piece: Composition, apart: float, told: int) -> None:
    first, second = (100, 100, 104, 110), (100 + apart, 100, 104 + apart, 110)
    found = _told(piece, first, second)
    assert len(found) == told
    assert all(f"its middle {apart:.1f} pt from the middle of the link" in one for one in found)


def test_links_in_sentences_stand_as_close_as_their_words(piece: Composition) -> None:
    narrow = ((100, 100, 104, 118), (104, 100, 108, 118))
    assert len(_told(piece, *narrow)) == 2
    assert _told(piece, *narrow, beside_words=True) == []


def test_so_do_the_numbers_of_items_with_words(piece: Composition) -> None:
    lines = ((20, 100, 38, 112), (20, 112, 38, 124))
    assert len(_told(piece, *lines)) == 2
    assert _told(piece, *lines, beside_words=True, within=Name.Lbl) == []


def test_links_to_one_place_may_be_close(piece: Composition) -> None:
    assert _told(piece, (100, 100, 104, 118), (104, 100, 108, 118), to="one") == []


def test_paper_has_none(piece: Composition) -> None:
    assert _told(replace(piece, edition=Edition.DESK), (20, 30, 38, 30), words=((20, 34, 38, 44),)) == []
