"""What an element of the engine's structure tree carries of its HTML, for the mends behind the writer."""

from __future__ import annotations

import io
from types import SimpleNamespace
from typing import Any

import pikepdf
import pytest

from brochures.engine import tag_attributes
from brochures.engine.typesetter import Typesetter
from brochures.pdf.structure_elements import CARRIED

PAGE = "<html lang='en'><head><title>t</title></head><body>{}</body></html>"


def _carried(typesetter: Typesetter, body: str) -> list[tuple[str, dict[str, str]]]:
    """Return the tag of each element that carries anything, and what it carries, in no order."""
    document, said = typesetter.set(PAGE.format(body), "screen", tagged=True)
    data, wrote = typesetter.write(document, {"labels": [], "preferences": {}}, tagged=True)
    assert (said, wrote) == ((), ())
    name = f"/{tag_attributes.CARRIED}"
    with pikepdf.open(io.BytesIO(data)) as pdf:
        items: list[Any] = [item for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and name in item]
        return [(str(one.S)[1:], {key[1:]: str(value) for key, value in one[name].items()}) for one in items]


def test_both_rooms_call_what_is_carried_alike() -> None:
    assert f"/{tag_attributes.CARRIED}" == CARRIED


@pytest.mark.parametrize(
    ("body", "carried"),
    [
        ("<p>a</p>", []),
        ("<p lang='fr'>a</p>", [("P", {"lang": "fr"})]),
        ("<section data-order='2'><p>a</p></section>", [("Sect", {"data-order": "2"})]),
        ("<p aria-hidden='false'>a</p>", [("P", {"aria-hidden": "false"})]),
        ("<table><tr><th scope='row'>a<td>b</table>", [("TH", {"scope": "row"})]),
    ],
)
def test_an_element_carries_the_attributes_that_the_mends_go_by(
    typesetter: Typesetter, body: str, carried: list[tuple[str, dict[str, str]]]
) -> None:
    assert _carried(typesetter, body) == carried


def test_whatever_is_made_of_what_is_hidden_says_so(typesetter: Typesetter) -> None:
    carried = _carried(typesetter, "<ul style='list-style: none'><li aria-hidden='true' lang='fr'>a</ul>")
    assert carried
    assert all(told == {"aria-hidden": "true"} for _, told in carried)


def test_a_hidden_picture_needs_no_words(typesetter: Typesetter) -> None:
    image = "<p>a <img src='content/images/leaf.svg' alt='' aria-hidden='true'></p>"
    assert _carried(typesetter, image) == [("Figure", {"aria-hidden": "true"})]


def test_setting_up_the_wrapper_twice_changes_nothing(typesetter: Typesetter) -> None:
    before = _carried(typesetter, "<p lang='fr'>a</p>")
    Typesetter(typesetter.root, typesetter.root / "styles" / "index.css")
    assert _carried(typesetter, "<p lang='fr'>a</p>") == before


def _link(left: float, top: float, right: float, bottom: float, *, own: bool, to: str = "#a") -> tuple[Any, ...]:
    return "internal", to, (left, top, right, bottom), SimpleNamespace(link=own)


@pytest.mark.parametrize(
    ("inner", "kept"),
    [
        (_link(10, 10, 20, 30, own=False), False),
        (_link(5, 10, 20, 30, own=False), False),
        (_link(4.9, 10, 20, 30, own=False), True),
        (_link(10, 5.1, 20, 24.9, own=False), False),
        (_link(10, 4.9, 20, 24.9, own=False), True),
        (_link(10, 10, 55, 30, own=False), False),
        (_link(10, 10, 55.1, 30, own=False), True),
        (_link(10, 25, 20, 45, own=False), False),
        (_link(10, 25.1, 20, 45.1, own=False), True),
        (_link(10, 10, 20, 30, own=False, to="#b"), True),
        (_link(10, 10, 20, 30, own=True), True),
    ],
)
def test_a_link_inside_a_link_of_its_own_has_no_annotation_more(inner: tuple[Any, ...], *, kept: bool) -> None:
    outer = _link(10, 10, 50, 40, own=True)
    page = SimpleNamespace(links=[outer, inner])
    tag_attributes.one_link_each(SimpleNamespace(pages=[page]))
    assert page.links == ([outer, inner] if kept else [outer])


def test_links_of_one_page_say_nothing_of_another() -> None:
    outer, inner = _link(10, 10, 50, 40, own=True), _link(10, 10, 20, 30, own=False)
    pages = [SimpleNamespace(links=[outer]), SimpleNamespace(links=[inner])]
    tag_attributes.one_link_each(SimpleNamespace(pages=pages))
    assert [page.links for page in pages] == [[outer], [inner]]


class _Html(dict[str, str]):
    """An element of HTML."""

    tag = "p"

    def set(self, name: str, value: str) -> None:
        self[name] = value


ALL = {"aria-hidden": "false", "data-order": "2", "lang": "fr", "scope": "row", "class": "x"}


@pytest.mark.parametrize(
    ("element", "tag", "carried"),
    [
        (_Html(ALL), "p", {"aria-hidden": "false", "data-order": "2", "lang": "fr", "scope": "row"}),
        (_Html(ALL), "p::before", {}),
        (_Html(ALL), "html", {}),
        (_Html(ALL), "body", {}),
        (_Html(), "p", {}),
        (_Html({**ALL, "aria-hidden": "true"}), "p", {"aria-hidden": "true"}),
        (_Html({**ALL, "aria-hidden": "true"}), "p::before", {"aria-hidden": "true"}),
        (None, "p", {}),
    ],
)
def test_of_what_is_hidden_and_of_parts_nothing_else_is_carried(
    element: _Html | None, tag: str, carried: dict[str, str]
) -> None:
    assert tag_attributes._attributes(SimpleNamespace(element=element, element_tag=tag)) == carried


def test_a_hidden_picture_is_given_words_unless_it_has_any() -> None:
    bare, told = _Html({"aria-hidden": "true"}), _Html({"aria-hidden": "true", "alt": "A leaf"})
    for one in (bare, told):
        tag_attributes._attributes(SimpleNamespace(element=one, element_tag="img"))
    assert (bare["alt"], told["alt"]) == ("hidden", "A leaf")
