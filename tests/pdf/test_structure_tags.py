"""The mends of the engine's structure tree, each on the smallest page that shows it."""

from __future__ import annotations

import io
from typing import Any

import pikepdf

from brochures.engine.typesetter import Typesetter
from brochures.pdf.structure_elements import CARRIED
from brochures.pdf.structure_tags import mended
from tests.facts import Facts
from tests.pdf.tagged import PAGE, facts_of, tree_of


def _marks(facts: Facts, page: int = 0) -> list[tuple[str, Any]]:
    operations = facts.file.pages[page].get_contents().operations
    return [
        (str(operands[0]), operands[1] if len(operands) > 1 else None)
        for operands, name in operations
        if name in {b"BDC", b"BMC"}
    ]


def test_running_heads_are_artifacts_on_every_page(typesetter: Typesetter) -> None:
    facts = facts_of(typesetter, "<p>one</p><p style='break-before: page'>two</p>")
    assert facts.tree.text == "one two"
    for page in (0, 1):
        artifacts = [mark for mark, _ in _marks(facts, page) if mark == "/Artifact"]
        assert len(artifacts) >= 2
        assert "running head" in facts.texts[page]


def test_a_decorative_drawing_is_an_artifact(typesetter: Typesetter) -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" {} viewBox="0 0 9 9" width="9"><path d="M0 0h9v9z"/></svg>'
    facts = facts_of(typesetter, "<p>a</p>" + svg.format('aria-hidden="true"'))
    assert list(facts.tree.all("Figure")) == []
    image = '<p>a <img src="content/images/leaf.svg" alt="" aria-hidden="true"> b</p>'
    tree = tree_of(typesetter, image, "img { width: 20pt }")
    assert list(tree.all("Figure")) == []
    assert tree.text == "a b"


def test_words_that_only_serve_the_eye_are_printed_and_not_read_out(typesetter: Typesetter) -> None:
    facts = facts_of(typesetter, "<p>a</p><p aria-hidden='true'>7</p><p>b</p>")
    assert facts.tree.text == "a b"
    assert "7" in facts.texts[0]
    assert ("/Artifact", None) in _marks(facts)


def test_a_drawing_that_says_something_is_a_figure_with_its_words(typesetter: Typesetter) -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" width="40" height="40"><title>A line</title><path d="M0 0h9v9z"/></svg>'
    (figure,) = tree_of(typesetter, f"<div>{svg}</div>").all("Figure")
    assert figure.alt == "A line"


def test_the_box_of_a_figure_is_in_points_from_the_foot_of_its_page(typesetter: Typesetter) -> None:
    image = (
        '<img src="content/images/leaf.svg" alt="A leaf" style="display: block; width: 20pt; height: 30pt; margin: {}">'
    )
    tree = tree_of(
        typesetter, image.format("5pt 0 0 7pt") + "<p style='break-before: page; margin: 0'></p>" + image.format("0")
    )
    boxes = [list(map(float, figure.attributes["/BBox"])) for figure in tree.all("Figure")]
    assert boxes == [[47, 225, 67, 255], [40, 230, 60, 260]]


def test_header_cells_say_whether_they_head_a_row_or_a_column(typesetter: Typesetter) -> None:
    table = "<table><thead><tr><th>a<th>b</thead><tbody><tr><th scope='row'>c<td>d<tr><th scope='row'>e<td>f</tbody></table>"
    tree = tree_of(typesetter, table)
    assert [(cell.text, cell.attributes["/Scope"]) for cell in tree.all("TH")] == [
        ("a", "/Column"),
        ("b", "/Column"),
        ("c", "/Row"),
        ("e", "/Row"),
    ]


def test_words_in_another_language_say_which(typesetter: Typesetter) -> None:
    tree = tree_of(typesetter, "<p>Hello <span lang='es'>hola</span></p><p lang='fr'>salut</p>")
    assert [(element.text, element.language) for element in tree.all() if element.language in {"es", "fr"}] == [
        ("hola", "es"),
        ("salut", "fr"),
    ]


def test_a_link_is_one_element_with_one_annotation_whatever_is_inside(typesetter: Typesetter) -> None:
    body = "<p id='x'>a <a href='tel:911'><span><b>911</b></span></a> b <a class='c' href='#x'>c</a></p>"
    facts = facts_of(
        typesetter, body, ".c::after { content: ' ' target-counter(attr(href), page) } b { font-size: 15pt }"
    )
    assert [link.text for link in facts.tree.all("Link")] == ["911", "c 1"]
    assert len(facts.links) == 2


def test_a_link_over_two_lines_keeps_both_parts(typesetter: Typesetter) -> None:
    facts = facts_of(typesetter, "<p><a href='https://example.org/'>one<br>two</a></p>")
    assert [link.uri for link in facts.links] == ["https://example.org/"] * 2


def test_a_link_around_a_block_can_still_be_followed_anywhere(typesetter: Typesetter) -> None:
    facts = facts_of(typesetter, "<a href='https://example.org/'><div>one</div></a>")
    assert {link.uri for link in facts.links} == {"https://example.org/"}


def test_elements_with_a_turn_are_read_in_it_whatever_their_page_and_the_rest_after_them(
    typesetter: Typesetter,
) -> None:
    body = (
        "<div class='sheet'><section data-order='3'><p>three</p></section><section data-order='1'><p>one</p></section></div>"
        "<p>aside</p>"
        "<div style='break-before: page'><section data-order='2'><p>two</p></section></div>"
    )
    tree = tree_of(typesetter, body)
    assert tree.text == "one two three aside"
    assert [kid.tag for kid in tree.kids] == ["Sect", "Sect", "Sect", "P"]


def test_bare_words_and_pictures_beside_blocks_are_read_once(typesetter: Typesetter) -> None:
    body = "<section data-order='2'><p>b</p>c <img src='content/images/leaf.svg' alt='A leaf'></section><section data-order='1'>a</section>"
    tree = tree_of(typesetter, body, "img { width: 20pt }")
    assert tree.text == "a b c"
    assert len(list(tree.all("Figure"))) == 1


def test_without_turns_the_tree_is_in_the_order_of_the_pages(typesetter: Typesetter) -> None:
    tree = tree_of(typesetter, "<h1>one</h1><p style='break-before: page'>two</p>")
    assert [(kid.tag, kid.text) for kid in tree.kids] == [("H1", "one"), ("P", "two")]


def test_every_kid_names_its_parent_and_every_mark_its_element(typesetter: Typesetter) -> None:
    body = "<section data-order='2'><p>b</p></section><section data-order='1'><p>a</p></section>"
    facts = facts_of(typesetter, body)
    root = facts.catalog["/StructTreeRoot"]
    waiting = [(root, kid) for kid in root["/K"]]
    seen = set()
    while waiting:
        parent, reference = waiting.pop()
        element = reference.get_object()
        if hasattr(element, "get") and element.get("/S"):
            assert element["/P"] == parent
            assert element.indirect_reference.idnum not in seen
            seen.add(element.indirect_reference.idnum)
            waiting += [(element, kid) for kid in element.get("/K", ()) if not isinstance(kid, int)]
    in_parents = {kid.idnum for numbers in root["/ParentTree"]["/Nums"][1::2] for kid in numbers}
    assert in_parents <= seen


def test_what_html_said_of_an_element_leaves_the_file_with_the_mends(typesetter: Typesetter) -> None:
    facts = facts_of(typesetter, "<p lang='fr' aria-hidden='false'>a</p><p data-order='1'>b</p>")
    with pikepdf.open(io.BytesIO(facts.data)) as pdf:
        assert not [item for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and CARRIED in item]
    assert [element.tag for element in facts.tree.kids] == ["P", "P"]


def test_marks_are_numbered_without_a_gap_where_some_are_hidden(typesetter: Typesetter) -> None:
    facts = facts_of(typesetter, "<p>a</p><p aria-hidden='true'>b</p><p>c</p>")
    numbers = [int(entry["/MCID"]) for _, entry in _marks(facts) if entry is not None and "/MCID" in entry]
    assert numbers == [0, 1]
    assert facts.tree.text == "a c"


def test_a_running_head_belongs_to_the_page_and_what_is_hidden_does_not(typesetter: Typesetter) -> None:
    facts = facts_of(typesetter, "<p>a</p><p aria-hidden='true'>b</p>")
    told = [entry for mark, entry in _marks(facts) if mark == "/Artifact"]
    assert [dict(entry) for entry in told if entry is not None] == [{"/Type": "/Pagination"}] * 2
    assert None in told


def test_words_in_a_group_of_their_own_keep_their_element(typesetter: Typesetter) -> None:
    facts = facts_of(
        typesetter,
        "<p>a</p><div style='opacity: 0.5'><p>b</p><p aria-hidden='true'>c</p></div><p>d</p>",
    )
    assert [kid.tag for kid in facts.tree.all("P", "Div")] == ["P", "Div", "P", "P"]
    (group,) = facts.file.pages[0]["/Resources"]["/XObject"].values()
    content = group.get_object().get_data()
    assert content.count(b"/MCID") == 1
    assert b"/Artifact BMC" in content


def test_a_file_without_a_tree_stays_as_it_was(typesetter: Typesetter) -> None:
    document, _ = typesetter.set(PAGE.format(body="<p>a</p>", style=""), "screen", tagged=False)
    data, _ = typesetter.write(document, {"labels": [], "preferences": {}}, tagged=False)
    assert mended(data) is data


def test_the_same_file_is_mended_to_the_same_bytes(typesetter: Typesetter) -> None:
    first, second = (facts_of(typesetter, "<p>a</p><p aria-hidden='true'>b</p>").data for _ in range(2))
    assert first == second
