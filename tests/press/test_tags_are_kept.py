"""A press file keeps its tags: whoever hears the file instead of seeing it hears every word, and no tag leads to what is no more."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from tests.facts import Facts
from tests.press_room import PressRoom

PIECES = ("program-trifold", "ketamine-facts")


def _leaves(element: Any, page: Any = None) -> Iterator[tuple[str, Any, Any]]:
    """Yield what the tree of tags ends in: a kind, the page, and the number of marked content or the object."""
    if isinstance(element, Array):
        for kid in element:
            yield from _leaves(kid, page)
    elif isinstance(element, Dictionary):
        page = element.get("/Pg", page)
        if element.get("/Type") == Name.OBJR:
            yield "object", page, element.get("/Obj")
        elif "/MCID" in element:
            yield "words", page, int(element.MCID)
        elif "/K" in element:
            yield from _leaves(element.K, page)
    else:
        yield "words", page, int(element)


@pytest.mark.parametrize("slug", PIECES)
def test_every_tag_leads_to_words_that_are_painted_and_none_to_a_link(press_room: PressRoom, slug: str) -> None:
    with pikepdf.open(io.BytesIO(press_room.made_by(slug).data)) as pdf:
        leaves = [*_leaves(pdf.Root.StructTreeRoot.K)]
        assert {kind for kind, _, _ in leaves} == {"words"}
        for page in pdf.pages:
            said = {number for _, on, number in leaves if on is not None and on.objgen == page.obj.objgen}
            assert said == _marked(page)
            assert "/Annots" not in page.obj
        held = pdf.Root.StructTreeRoot.ParentTree
        assert "/Link" not in {str(one.get("/S")) for one in pdf.objects if isinstance(one, Dictionary)}
        assert len(held.Nums) == 2 * len(pdf.pages)


def _marked(page: pikepdf.Page) -> set[int]:
    """Return the numbers of the marked content that the page paints and that is no artifact."""
    return {
        int(one.operands[1].MCID)
        for one in pikepdf.parse_content_stream(page)
        if str(one.operator) == "BDC" and isinstance(one.operands[1], Dictionary) and "/MCID" in one.operands[1]
    }


@pytest.mark.parametrize("slug", PIECES)
def test_the_tags_say_the_same_as_on_the_screen(press_room: PressRoom, slug: str) -> None:
    drawn, _, _ = press_room.set(slug)
    tagged = Facts(press_room.made_by(slug).data).tree
    assert tagged.text == Facts(drawn.data).tree.text
    assert tagged.text
