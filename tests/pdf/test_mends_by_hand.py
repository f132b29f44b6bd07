"""The mends of a structure tree, on a small file made by hand as the engine writes it: every number, box, name and parent."""

from __future__ import annotations

import io
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from brochures.pdf.marked_content import renumber
from brochures.pdf.structure_elements import CARRIED
from brochures.pdf.structure_tags import mended
from tests.separations.handmade import Made


class _Written:
    """A file as the engine writes it: pages of 200 x 100 pt with marks, and elements that hold them."""

    def __init__(self, *contents: str) -> None:
        self.made = Made((200, 100))
        for content in contents:
            self.made.page(content)
        self.pdf = self.made.pdf
        self.document = self.element("Document")

    def element(
        self, kind: str, *kids: Any, page: int | None = None, carried: dict[str, str] | None = None, **about: Any
    ) -> Any:
        whole: dict[str, Any] = {"/Type": Name.StructElem, "/S": Name(f"/{kind}"), "/K": Array(list(kids))}
        whole |= {f"/{key}": value for key, value in about.items()}
        if page is not None:
            whole["/Pg"] = self.pdf.pages[page].obj
        if carried is not None:
            whole[CARRIED] = Dictionary({f"/{key}": String(value) for key, value in carried.items()})
        one: Any = self.pdf.make_indirect(Dictionary(whole))
        for kid in kids:
            if isinstance(kid, Dictionary) and "/S" in kid:
                kid.P = one
        return one

    def mended(self, *kids: Any, marks: tuple[int, ...] = (0,)) -> pikepdf.Pdf:
        """Return the file, mended, with ``kids`` in its document; each page has so many ``marks``."""
        self.document.K = Array(list(kids))
        for kid in kids:
            kid.P = self.document
        nums: list[Any] = []
        for number, (page, count) in enumerate(zip(self.pdf.pages, marks, strict=True)):
            page.obj.StructParents = number + 7
            nums += [number + 7, Array([self.document] * count)]
        root = self.pdf.make_indirect(Dictionary(K=Array([self.document]), ParentTree=Dictionary(Nums=Array(nums))))
        self.pdf.Root.StructTreeRoot = root
        return pikepdf.open(io.BytesIO(mended(self.made.written())))


def _outline(element: Any) -> Any:
    """Return tag and kids of an element: marks as numbers."""
    return str(element.S)[1:], [_outline(kid) if isinstance(kid, Dictionary) and "/S" in kid else int(kid) if not isinstance(kid, Dictionary) else "note" for kid in element.K]  # fmt: skip


def _document(pdf: pikepdf.Pdf) -> Any:
    root: Any = pdf.Root.StructTreeRoot
    return root.K[0]


def _content(pdf: pikepdf.Pdf, page: int = 0) -> str:
    return " ".join(pdf.pages[page].Contents.read_bytes().decode().split())


MARKED = "/P <</MCID 0>> BDC EMC /P <</MCID 1>> BDC EMC /P <</MCID 2>> BDC EMC"


def test_where_all_is_read_the_page_stays_as_it_was() -> None:
    written = _Written(MARKED)
    kids = [written.element("P", number, page=0, carried={}) for number in range(3)]
    pdf = written.mended(*kids, marks=(3,))
    assert _outline(_document(pdf)) == ("Document", [("P", [0]), ("P", [1]), ("P", [2])])
    assert _content(pdf) == MARKED
    assert all(CARRIED not in kid for kid in _document(pdf).K)


def test_what_is_hidden_leaves_the_tree_and_the_rest_is_numbered_anew() -> None:
    written = _Written(MARKED + " /P <</MCID 7>> BDC EMC")
    hidden = written.element("Div", written.element("P", 0, page=0), page=0, carried={"aria-hidden": "true"})
    seen = written.element("P", 1, page=0, carried={"aria-hidden": "false"})
    last = written.element("P", 2, page=0)
    pdf = written.mended(hidden, seen, last, marks=(3,))
    assert _outline(_document(pdf)) == ("Document", [("P", [0]), ("P", [1])])
    assert _content(pdf) == (
        "/Artifact BMC EMC /P << /MCID 0 >> BDC EMC /P << /MCID 1 >> BDC EMC /Artifact << /Type /Pagination >> BDC EMC"
    )


def test_marks_in_drawings_are_numbered_once_with_those_of_the_page() -> None:
    written = _Written("/P <</MCID 1>> BDC EMC /X Do /X Do /Other <</Not 1>> BDC EMC")
    form = written.made.form("/P <</MCID 2>> BDC /X Do EMC")
    written.made.name("XObject", "X", form)
    image = written.made.image(b"abc", (1, 1), Name.DeviceRGB)
    written.made.name("XObject", "I", image)
    kids = [written.element("P", 2, page=0), written.element("P", 1, page=0)]
    pdf = written.mended(*kids, marks=(5,))
    assert _content(pdf) == "/P << /MCID 0 >> BDC EMC /X Do /X Do /Other << /Not 1 >> BDC EMC"
    assert _outline(_document(pdf)) == ("Document", [("P", [1]), ("P", [0])])
    drawn: Any = pdf.pages[0].Resources.XObject.X
    assert " ".join(drawn.read_bytes().decode().split()) == "/P << /MCID 1 >> BDC /X Do EMC"


def test_renumbering_tells_the_new_number_of_each_mark_that_is_read() -> None:
    written = _Written(MARKED)
    assert renumber(written.pdf, written.pdf.pages[0], {2, 1}, {0}) == {1: 0, 2: 1}
    assert renumber(written.pdf, written.pdf.pages[0], {1}, set()) == {1: 0}


def test_every_mark_and_note_knows_its_element_and_every_page_its_number() -> None:
    written = _Written(MARKED, MARKED)
    note = written.pdf.make_indirect(Dictionary(Type=Name.Annot))
    link = written.element("Link", 1, Dictionary(Type=Name.OBJR, Obj=note), page=0)
    kids = [written.element("P", 0, page=0), link, written.element("P", 2, page=0)]
    others = [written.element("P", number, page=1) for number in (2, 1, 0)]
    pdf = written.mended(*kids, *others, marks=(3, 3))
    nums: Any = pdf.Root.StructTreeRoot.ParentTree.Nums
    assert [int(nums[index]) for index in (0, 2, 4)] == [0, 1, 2]
    assert [int(page.obj.StructParents) for page in pdf.pages] == [0, 1]
    document = _document(pdf)
    assert [one.objgen for one in nums[1]] == [kid.objgen for kid in list(document.K)[:3]]
    assert [one.objgen for one in nums[3]] == [kid.objgen for kid in reversed(list(document.K)[3:])]
    assert nums[5].objgen == document.K[1].objgen
    assert int(document.K[1].K[1].Obj.StructParent) == 2


@pytest.mark.parametrize(
    ("kind", "carried", "told"),
    [
        ("TH", {"scope": "row"}, "/Row"),
        ("TH", {"scope": "col"}, "/Column"),
        ("TH", {}, "/Column"),
        ("TD", {"scope": "row"}, None),
    ],
)
def test_the_head_of_a_row_or_column_says_so(kind: str, carried: dict[str, str], told: str | None) -> None:
    written = _Written(MARKED)
    cell = written.element(kind, 0, page=0, carried=carried, A=Dictionary(O=Name.Table))
    plain = written.element("TH", 1, page=0, carried=carried)
    pdf = written.mended(cell, plain, marks=(2,))
    first, second = _document(pdf).K
    assert first.A.get("/Scope") == (Name(told) if told else None)
    assert "/A" not in second


def test_the_box_of_a_figure_is_told_in_pt_from_the_foot_of_its_page() -> None:
    written = _Written(MARKED)
    written.pdf.pages[0].obj.TrimBox = Array([0, 0, 200, 90])
    about = Dictionary(O=Name.Layout, BBox=[10, 20, 40, 61.111])
    figure = written.element("Figure", 0, page=0, A=about)
    other = written.element("P", 1, page=0, A=Dictionary(O=Name.Layout, BBox=[10, 20, 40, 60]))
    pdf = written.mended(figure, other, marks=(2,))
    first, second = _document(pdf).K
    assert [float(side) for side in first.A.BBox] == [7.5, 44.17, 30, 75]
    assert [float(side) for side in second.A.BBox] == [10, 20, 40, 60]


def test_an_element_says_its_language() -> None:
    written = _Written(MARKED)
    pdf = written.mended(written.element("P", 0, page=0, carried={"lang": "fr"}), marks=(1,))
    (paragraph,) = _document(pdf).K
    assert str(paragraph.Lang) == "fr"


def test_a_link_that_leads_nowhere_is_words() -> None:
    written = _Written(MARKED)
    note = written.pdf.make_indirect(Dictionary(Type=Name.Annot))
    true = written.element("Link", 0, Dictionary(Type=Name.OBJR, Obj=note), page=0)
    false = written.element("Link", 1, page=0)
    pdf = written.mended(true, false, marks=(2,))
    assert [kind for kind, _ in _outline(_document(pdf))[1]] == ["Link", "Span"]


def test_elements_with_a_turn_come_first_in_that_order_and_wrappers_that_are_empty_go() -> None:
    written = _Written(MARKED)
    third = written.element(
        "Sect", written.element("P", 0, page=0, carried={"data-order": "1"}), carried={"data-order": "3"}
    )
    second = written.element("Sect", written.element("P", 1, page=0), carried={"data-order": "2"})
    wrapper = written.element("Div", written.element("Div", third), second)
    mixed = written.element(
        "Div", written.element("P", 2, page=0), written.element("Sect", carried={"data-order": "10"})
    )
    pdf = written.mended(wrapper, mixed, marks=(3,))
    document = _document(pdf)
    assert _outline(document) == (
        "Document",
        [("Sect", [("P", [1])]), ("Sect", [("P", [0])]), ("Sect", []), ("Div", [("P", [2])])],
    )
    assert all(kid.P.objgen == document.objgen for kid in document.K)


def test_an_empty_element_that_is_not_moved_stays() -> None:
    written = _Written(MARKED)
    turn = written.element("Sect", 0, page=0, carried={"data-order": "1"})
    pdf = written.mended(written.element("Div"), turn, written.element("P", 1, page=0), marks=(2,))
    assert _outline(_document(pdf)) == ("Document", [("Sect", [0]), ("Div", []), ("P", [1])])


def test_a_file_without_a_tree_stays_as_it_was() -> None:
    data = _Written(MARKED).made.written()
    assert mended(data) is data


def test_a_file_is_mended_to_the_same_bytes() -> None:
    written = _Written(MARKED)
    written.mended(*(written.element("P", number, page=0, carried={}) for number in range(3)), marks=(3,))
    data = written.made.written()
    assert mended(data) == mended(data) != data


def test_of_two_elements_with_one_turn_the_first_is_read_first() -> None:
    written = _Written(MARKED)
    turns = ("2", "1", "1")
    kids = [written.element("P", number, page=0, carried={"data-order": turn}) for number, turn in enumerate(turns)]
    assert _outline(_document(written.mended(*kids, marks=(3,)))) == ("Document", [("P", [1]), ("P", [2]), ("P", [0])])
