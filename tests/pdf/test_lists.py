"""Lists and contents in the finished file: numbers parted from words, lists that say how they are numbered, entries that lead to parts."""

from __future__ import annotations

import pytest

from brochures.engine.typesetter import Typesetter
from tests.pdf.tagged import facts_of, tree_of
from tests.real import RealDocuments

NUMBERED = "<ol style='list-style: none'>{}</ol>"
ITEM = "<li><span data-tag='Lbl'>{0}</span> step {0}</li>"


def test_a_number_is_the_label_of_its_item_and_no_part_of_its_words(typesetter: Typesetter) -> None:
    (numbered,) = tree_of(typesetter, NUMBERED.format(ITEM.format(1) + ITEM.format(2))).all("L")
    assert [[(part.tag, part.text) for part in item.kids] for item in numbered.kids] == [
        [("Lbl", str(number)), ("LBody", f"step {number}")] for number in (1, 2)
    ]
    assert numbered.attributes == {"/O": "/List", "/ListNumbering": "/Decimal"}


def test_a_sign_that_is_drawn_is_a_label_too(typesetter: Typesetter) -> None:
    drawn = "<ul style='list-style: none'><li><span data-tag='sign' style='position: absolute; width: 4pt; height: 4pt'></span>a</li></ul>"
    (listed,) = tree_of(typesetter, drawn).all("L")
    assert [(part.tag, part.text, part.actual) for part in listed.kids[0].kids] == [
        ("Lbl", "", "•"),
        ("LBody", "a", ""),
    ]
    assert listed.attributes["/ListNumbering"] == "/Disc"


def test_so_is_a_hidden_picture(typesetter: Typesetter) -> None:
    picture = "<svg aria-hidden='true' viewBox='0 0 9 9' style='width: 9pt; height: 9pt'><path d='M0 0h9v9z'/></svg>"
    listed = tree_of(typesetter, f"<ul style='list-style: none'><li><span data-tag='sign'>{picture}</span>a</li></ul>")
    assert [one.attributes["/ListNumbering"] for one in listed.all("L")] == ["/Disc"]


def test_a_list_without_labels_says_so(typesetter: Typesetter) -> None:
    (listed,) = tree_of(typesetter, "<ul style='list-style: none'><li>a</li></ul>").all("L")
    assert [part.tag for part in listed.kids[0].kids] == ["LBody"]
    assert listed.attributes["/ListNumbering"] == "/None"


def test_a_list_that_goes_on_over_pages_keeps_its_labels(typesetter: Typesetter) -> None:
    items = "".join(ITEM.format(number) for number in range(1, 9))
    (numbered,) = tree_of(typesetter, NUMBERED.format(items), "li { height: 60pt }").all("L")
    assert [item.kids[0].text for item in numbered.kids] == [str(number) for number in range(1, 9)]


def test_rows_of_contents_are_entries(typesetter: Typesetter) -> None:
    row = "<tr><td>1</td><td><a href='#one'>One</a></td><td><a href='#one'>2</a></td></tr>"
    tree = facts_of(typesetter, f"<table data-tag='TOC'>{row}</table><h1 id='one'>One</h1>").tree
    (contents,) = tree.all("TOC")
    assert [[(part.tag, part.text) for part in entry.kids] for entry in contents.kids] == [
        [("Lbl", "1"), ("Reference", "One"), ("Reference", "2")]
    ]
    assert {element.tag for element in tree.all()}.isdisjoint({"Table", "TR", "TD"})


def test_so_are_items_of_a_list_of_contents(typesetter: Typesetter) -> None:
    item = "<li><a href='#one'>One</a></li>"
    (contents,) = tree_of(
        typesetter, f"<ul style='list-style: none' data-tag='TOC'>{item}</ul><h1 id='one'>One</h1>"
    ).all("TOC")
    assert [(entry.tag, [part.tag for part in entry.kids]) for entry in contents.kids] == [("TOCI", ["Reference"])]


@pytest.mark.slow
@pytest.mark.parametrize("slug", ["program-trifold", "evidence-brief", "referral-packet", "patient-guide"])
def test_every_number_and_sign_of_a_real_list_is_a_label(real: RealDocuments, slug: str) -> None:
    tree = real.facts(f"{slug}.screen").tree
    for listed in tree.all("L"):
        labels = [item.kids[0] for item in listed.kids if item.kids[0].tag == "Lbl"]
        assert listed.attributes["/ListNumbering"] == (
            "/None" if not labels else "/Decimal" if labels[0].text else "/Disc"
        )
        assert {kid.tag for kid in listed.kids} == {"LI"}
    if slug == "program-trifold":
        return
    references = max(tree.all("L"), key=lambda one: len(one.kids))
    assert [item.kids[0].text for item in references.kids] == [
        f"{number}." for number in range(1, len(references.kids) + 1)
    ]


@pytest.mark.slow
@pytest.mark.parametrize(("slug", "entries"), [("patient-guide", 10), ("referral-packet", 22)])
def test_real_contents_are_contents(real: RealDocuments, slug: str, entries: int) -> None:
    found = [entry for contents in real.facts(f"{slug}.screen").tree.all("TOC") for entry in contents.kids]
    assert len(found) >= entries
    assert all(entry.tag == "TOCI" and list(entry.all("Link")) for entry in found)
