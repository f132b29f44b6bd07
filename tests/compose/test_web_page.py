from __future__ import annotations

from typing import Any

from brochures.compose.web_page import flowing_page, serialized


def _page(body: str) -> Any:
    return flowing_page(f'<html lang="en" style="--a: 1pt"><body>{body}</body></html>', "Skip")


def _words(body: str) -> str:
    return " ".join(_page(body).find("body/main").text_content().split())


def test_panels_stand_in_the_order_in_which_they_are_read_and_the_rest_after_them() -> None:
    panels = '<div><p>last</p><section data-order="2">two</section><section data-order="1">one</section></div>'
    assert [*_page(panels).find("body/main").itertext()] == ["one", "two", "last"]


def test_what_only_paper_has_is_gone() -> None:
    running = '<p data-role="running">running</p><p aria-hidden="true">2</p><a data-generated="page" href="#a"></a>'
    assert _words(f"{running}<p>words</p><div data-bleed><svg aria-hidden=true></svg></div>") == "words"
    page = serialized(_page('<p style="left: 1pt" data-passage="1" data-block="2-0">a</p>'))
    assert "style" not in page
    assert "data-" not in page


def test_the_line_of_a_proof_stands_once_before_all() -> None:
    line = '<p class="proof">PROOF</p>'
    page = _page(f"<section data-order=1>{line}one</section><section data-order=2>{line}two</section>")
    assert [one.tag for one in page.find("body")] == ["a", "header", "main"]
    assert page.find("body/header").text_content() == "PROOF"
    assert "PROOF" not in page.find("body/main").text_content()


def test_the_title_of_a_notice_is_a_heading_one_level_below_the_one_before_it() -> None:
    title = '<p data-tag="H">title</p>'
    page = _page(f"<div>{title}<h1>one</h1>{title}<h3>three</h3>{title}</div>")
    assert [one.tag for one in page.iter("p", "h1", "h2", "h3", "h4")] == ["p", "h1", "h2", "h3", "h3"]


def test_contents_are_a_list_without_the_numbers_of_pages() -> None:
    row = '<tr><td>1</td><td><a href="#one">One</a></td><td><a data-generated="page" href="#one"></a></td></tr>'
    page = _page(f'<table data-tag="TOC">{row}</table>')
    assert [one.tag for one in page.find("body/main/ul")] == ["li"]
    assert _words(f'<table data-tag="TOC">{row}</table>') == "1 One"


def test_a_cell_knows_the_heading_of_its_column_and_every_part_its_role() -> None:
    head = '<thead><tr><th scope="col">Trial<th scope="col" colspan="2">Both<th scope="col">Last</tr></thead>'
    page = _page(f'<table>{head}<tbody><tr><th scope="row">A<td>1<td>2<td>3</table>')
    assert [one.get("data-head") for one in page.iter("td")] == ["Both", "Both", "Last"]
    roles = [one.get("role") for one in page.iter("table", "thead", "tr", "th", "td")]
    assert roles == ["table", "rowgroup", "row", *["columnheader"] * 3, "row", "rowheader", *["cell"] * 3]


def test_a_drawing_has_its_size_in_css_px_and_a_scene_that_of_its_page() -> None:
    drawing, scene = _page('<svg style="width: 12pt; height: 9pt"></svg><svg style="height: 9pt"></svg>').iter("svg")
    assert (drawing.get("width"), drawing.get("height")) == ("16", "12")
    assert scene.get("height") is None
