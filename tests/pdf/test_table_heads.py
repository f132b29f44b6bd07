"""Heads of groups of rows: each cell is read out under its own column and its own group."""

from __future__ import annotations

import pytest

from brochures.engine.typesetter import Typesetter
from tests.facts import Element
from tests.pdf.tagged import tree_of
from tests.real import RealDocuments

HEAD = "<table><thead><tr><th>given<th>found</thead>"
GROUP = "<tbody><tr><th scope='rowgroup' colspan='2'>{0}<tr><td>dose {0}<td>result {0}</tbody>"
TITLED = "<tbody><tr><th scope='rowgroup' colspan='2'>apart<tr><th scope='rowgroup' colspan='2'>{0}<tr><td>dose {0}<td>result {0}</tbody>"
END = "</table>"


def _read(table: Element) -> dict[str, tuple[str, ...]]:
    """Return the heads under which each cell is read, by its words."""
    heads = {cell.name: cell.text for cell in table.all("TH")}
    return {
        cell.text: tuple(heads[str(name)] for name in cell.attributes.get("/Headers", ())) for cell in table.all("TD")
    }


def test_a_cell_is_under_its_own_group_and_column_alone(typesetter: Typesetter) -> None:
    tree = tree_of(typesetter, HEAD + GROUP.format("A") + GROUP.format("B") + END)
    assert _read(tree) == {
        "dose A": ("A", "given"), "result A": ("A", "found"), "dose B": ("B", "given"), "result B": ("B", "found"),
    }  # fmt: skip
    assert [(cell.text, cell.attributes["/Scope"]) for cell in tree.all("TH")] == [
        ("given", "/Column"), ("found", "/Column"), ("A", "/Row"), ("B", "/Row"),
    ]  # fmt: skip


def test_the_first_of_two_heads_is_over_all_groups_after_it(typesetter: Typesetter) -> None:
    tree = tree_of(typesetter, HEAD + GROUP.format("A") + TITLED.format("B") + GROUP.format("C") + END)
    assert _read(tree)["result A"] == ("A", "found")
    assert _read(tree)["dose B"] == ("apart", "B", "given")
    assert _read(tree)["result C"] == ("apart", "C", "found")


def test_a_table_that_goes_on_over_a_page_keeps_its_groups(typesetter: Typesetter) -> None:
    groups = "".join(GROUP.format(letter) for letter in "ABCDEFGH")
    tree = tree_of(typesetter, HEAD + groups + END, "td { height: 40pt } tbody { break-inside: avoid }")
    (table,) = tree.all("Table")
    assert {cell: heads[0] for cell, heads in _read(table).items()} == {
        f"{kind} {letter}": letter for letter in "ABCDEFGH" for kind in ("dose", "result")
    }


def test_a_table_without_groups_keeps_what_the_engine_wrote(typesetter: Typesetter) -> None:
    tree = tree_of(typesetter, HEAD + "<tbody><tr><th scope='row'>a<td>1</tbody></table>")
    assert _read(tree) == {"1": ("a", "found")}


@pytest.mark.slow
@pytest.mark.parametrize("slug", ["evidence-brief", "referral-packet"])
def test_every_dose_and_result_is_heard_under_its_own_trial(real: RealDocuments, slug: str) -> None:
    for table in real.facts(f"{slug}.screen").tree.all("Table"):
        groups = [
            body
            for body in table.all("TBody")
            if [cell for cell in body.all("TH") if cell.attributes.get("/ColSpan") == 3]
        ]
        heads = {cell.name: cell for cell in table.all("TH")}
        for body in groups:
            *_, trial = body.all("TH")
            for cell in body.all("TD"):
                under = [heads[str(name)] for name in cell.attributes["/Headers"]]
                assert trial in under
                assert sum(head.attributes.get("/ColSpan", 1) == 3 for head in under) <= 2
                assert sum(head.attributes["/Scope"] == "/Column" for head in under) == 1
