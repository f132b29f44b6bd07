"""What an element of the engine's structure tree carries of its HTML, for the mends behind the writer."""

from __future__ import annotations

import io
from typing import Any

import pikepdf
import pytest

from brochures.engine import tag_attributes
from brochures.engine.typesetter import Typesetter
from brochures.pdf import structure_tags as mends

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
    assert f"/{tag_attributes.CARRIED}" == mends.CARRIED


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
