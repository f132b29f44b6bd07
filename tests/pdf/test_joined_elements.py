"""What a page break or a column divides is one element of the structure tree, as a reader is to hear it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from brochures.engine.typesetter import Typesetter
from brochures.pdf.structure_tags import mended
from tests.facts import Element, Facts

PAGE = """<html lang="en"><head><title>t</title><style>
@page {{ size: 300pt 120pt; margin: 20pt }}
html {{ font: 12pt/20pt "Atkinson Hyperlegible"; orphans: 1; widows: 1 }}
* {{ margin: 0; padding: 0 }}
{style}
</style></head><body>{body}</body></html>"""
"""A page of four lines."""

Read = Callable[..., Facts]


@pytest.fixture
def read(typesetter: Typesetter) -> Read:
    def read(body: str, style: str = "") -> Facts:
        document, _ = typesetter.set(PAGE.format(body=body, style=style), "screen", tagged=True)
        data, _ = typesetter.write(document, {"labels": [], "preferences": {"DisplayDocTitle": True}}, tagged=True)
        return Facts(mended(data))

    return read


def _shape(element: Element) -> Any:
    """Return the tags below ``element`` with their words, without the wrappers that say nothing."""
    return [(kid.tag, kid.text) for kid in element.kids]


def _lines(first: int, last: int, form: str) -> str:
    return "".join(form.format(number) for number in range(first, last + 1))


def test_a_list_that_goes_on_is_one_list(read: Read) -> None:
    facts = read(f"<ul>{_lines(1, 9, '<li>item {0}</li>')}</ul>")
    assert len(facts.texts) == 3
    (one,) = facts.tree.all("L")
    assert [kid.tag for kid in one.kids] == ["LI"] * 9
    assert [number for number in range(1, 10) if f"item {number}" in one.text] == list(range(1, 10))
    assert one.text.index("item 4") < one.text.index("item 5") < one.text.index("item 9")


def test_two_lists_stay_two(read: Read) -> None:
    facts = read("<ul><li>one</li><li>two</li></ul><ul style='break-before: page'><li>three</li></ul>")
    assert [len(found.kids) for found in facts.tree.all("L")] == [2, 1]


def test_an_item_over_two_pages_is_one_item_with_one_body(read: Read) -> None:
    facts = read("<ul><li>" + "<br>".join(f"line{number}" for number in range(1, 7)) + "</li></ul>")
    (item,) = facts.tree.all("LI")
    assert [kid.tag for kid in item.kids] == ["Lbl", "LBody"]
    assert item.kids[1].text == "line1 line2 line3 line4 line5 line6"


def test_a_paragraph_over_three_pages_is_one_paragraph(read: Read) -> None:
    words = [f"line{number}" for number in range(1, 11)]
    facts = read(f"<p>{'<br>'.join(words)}</p><p>after</p>")
    assert _shape(facts.tree) == [("P", " ".join(words)), ("P", "after")]


def test_a_paragraph_over_several_lines_of_another_block_is_one_paragraph(read: Read) -> None:
    facts = read("<div><p style='display: inline'>one<br>two<br>three</p> <p style='display: inline'>four</p></div>")
    assert [kid.text for kid in facts.tree.all("P")] == ["one two three", "four"]


def test_words_between_blocks_keep_their_order_when_the_block_is_broken(read: Read) -> None:
    body = f"<div>before<p>{'<br>'.join(f'line{number}' for number in range(1, 6))}</p>after</div>"
    (div,) = [kid for kid in read(body).tree.kids if kid.tag == "Div"]
    assert div.text == "before line1 line2 line3 line4 line5 after"
    assert [kid.text for kid in div.kids if kid.tag == "P"] == ["line1 line2 line3 line4 line5"]


TABLE = "<table><caption>c</caption><thead><tr><th>a<th>b</thead><tbody>{rows}</tbody></table>"


def test_a_table_that_goes_on_is_one_table_and_its_head_is_read_once(read: Read) -> None:
    facts = read(TABLE.format(rows=_lines(1, 6, "<tr><td>x{0}<td>y{0}")))
    assert len(facts.texts) > 1
    assert all("a b" in text for text in facts.texts)
    (table,) = facts.tree.all("Table")
    assert [kid.tag for kid in table.kids] == ["Caption", "THead", "TBody"]
    assert table.text == "c a b " + " ".join(f"x{number} y{number}" for number in range(1, 7))
    assert [head.text for head in facts.tree.all("TH")] == ["a", "b"]


def test_each_cell_of_a_table_that_goes_on_names_a_head_that_is_there(read: Read) -> None:
    facts = read(TABLE.format(rows=_lines(1, 6, "<tr><th scope='row'>r{0}<td>y{0}")))
    ids: dict[bytes, str] = {}
    named: list[list[bytes]] = []

    def walk(node: Any) -> None:
        if "/ID" in node:
            ids[node["/ID"].original_bytes] = str(node["/A"].get("/Scope"))
        if node["/S"] == "/TD":
            named.append([head.original_bytes for head in node["/A"]["/Headers"]])
        for kid in node.get("/K", ()):
            item = kid.get_object() if hasattr(kid, "get_object") else kid
            if hasattr(item, "get") and "/S" in item:
                walk(item)

    walk(facts.catalog["/StructTreeRoot"]["/K"][0].get_object())
    assert len(named) == 6
    assert all([ids[head] for head in heads] == ["/Row", "/Column"] for heads in named)
    assert len({heads[1] for heads in named}) == 1


def test_the_foot_of_a_table_is_read_once_after_its_rows(read: Read) -> None:
    table = "<table><thead><tr><th>a</thead><tbody>{rows}</tbody><tfoot><tr><td>f</tfoot></table>"
    facts = read(table.format(rows=_lines(1, 5, "<tr><td>x{0}")))
    assert len(facts.texts) > 1
    (found,) = facts.tree.all("Table")
    assert found.text == "a x1 x2 x3 x4 x5 f"


def test_the_cells_of_a_row_over_two_pages_go_on_side_by_side(read: Read) -> None:
    tall = "<br>".join("{0}" + str(number) for number in range(1, 7))
    facts = read(f"<table><tr><td>{tall.format('l')}<td>{tall.format('r')}</table>")
    assert len(facts.texts) == 2
    (row,) = facts.tree.all("TR")
    assert [cell.text for cell in row.kids] == ["l1 l2 l3 l4 l5 l6", "r1 r2 r3 r4 r5 r6"]


def test_a_list_in_columns_is_one_list_over_columns_and_pages(read: Read) -> None:
    facts = read(
        f"<ol>{_lines(1, 11, '<li>item{0}</li>')}</ol>", "ol { columns: 2; padding-left: 20pt; column-gap: 30pt }"
    )
    assert len(facts.texts) == 2
    (one,) = facts.tree.all("L")
    assert [kid.tag for kid in one.kids] == ["LI"] * 11
    words = one.text.split()
    assert [word for word in words if word.startswith("item")] == [f"item{number}" for number in range(1, 12)]


def test_a_paragraph_that_is_divided_by_columns_is_one(read: Read) -> None:
    words = [f"line{number}" for number in range(1, 7)]
    facts = read(f"<div><p>{'<br>'.join(words)}</p><p>end</p></div>", "div { columns: 2 }")
    assert [(kid.tag, kid.text) for kid in facts.tree.all("P")] == [("P", " ".join(words)), ("P", "end")]


def test_every_mark_of_a_page_is_known_to_the_element_that_holds_it(read: Read) -> None:
    facts = read(TABLE.format(rows=_lines(1, 6, "<tr><td>x{0}<td>y{0}")) + f"<ul>{_lines(1, 6, '<li>i{0}</li>')}</ul>")
    root = facts.catalog["/StructTreeRoot"]
    parents = root["/ParentTree"]["/Nums"]
    for number, page in enumerate(facts.file.pages):
        content = page.get_contents()
        marks = [
            int(operands[1]["/MCID"])
            for operands, name in (content.operations if content is not None else ())
            if name == b"BDC" and hasattr(operands[1], "get") and "/MCID" in operands[1]
        ]
        assert marks == list(range(len(parents[2 * number + 1])))
