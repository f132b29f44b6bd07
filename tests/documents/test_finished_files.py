"""Facts of the finished files of the miniature project: what the stages promise of every piece, whatever its words."""

from __future__ import annotations

import io
from typing import Any

import pikepdf
import pytest

from tests.facts import Facts, squeezed
from tests.miniature import Miniature

SCREENS = ["fold.screen", "pack.screen"]
ALL = [*SCREENS, "fold.desk", "fold.desk-instructions"]
LETTER = (612.0, 792.0)


@pytest.fixture(scope="session")
def facts(built: Miniature) -> dict[str, Facts]:
    return {name: built.facts(name) for name in ALL}


@pytest.mark.parametrize(
    ("name", "sizes"),
    [
        ("fold.screen", [(792.0, 612.0)] * 2),
        ("fold.desk", [(792.0, 612.0)] * 2),
        ("fold.desk-instructions", [LETTER]),
        ("pack.screen", [LETTER] * 4),
    ],
)
def test_every_page_has_its_size_and_no_box_beside_it(
    facts: dict[str, Facts], name: str, sizes: list[tuple[float, float]]
) -> None:
    assert facts[name].sizes == sizes
    for size, boxes in zip(sizes, facts[name].boxes, strict=True):
        assert boxes["/MediaBox"] == boxes["/TrimBox"] == boxes["/BleedBox"] == (0, 0, *size)


@pytest.mark.parametrize("name", ALL)
def test_every_font_is_ours_and_in_the_file(facts: dict[str, Facts], name: str) -> None:
    fonts = facts[name].fonts
    assert fonts
    assert all(font.startswith("Atkinson-Hyperlegible") for font in fonts)
    assert all(fonts.values())


@pytest.mark.parametrize("name", ALL)
def test_the_title_is_the_piece_s_and_is_shown(facts: dict[str, Facts], name: str) -> None:
    assert facts[name].title == ("A packet" if name == "pack.screen" else "A folded piece")
    assert facts[name].preferences["/DisplayDocTitle"] == True  # noqa: E712 pypdf's own kind of boolean


@pytest.mark.parametrize("name", ALL)
def test_every_date_is_that_of_the_version(facts: dict[str, Facts], name: str) -> None:
    dates = {key: value for key, value in facts[name].information.items() if key.endswith("Date")}
    assert dates == {"/CreationDate": "D:20260102"}


@pytest.mark.parametrize("name", ALL)
def test_nothing_in_the_file_names_this_machine(built: Miniature, name: str) -> None:
    with pikepdf.open(built.path(name)) as file:
        buffer = io.BytesIO()
        file.save(buffer, stream_decode_level=pikepdf.StreamDecodeLevel.all, compress_streams=False)
    for data in (built.path(name).read_bytes(), buffer.getvalue()):
        assert b"file:" not in data
        assert str(built.root).encode() not in data
        assert str(built.root.parent.name).encode() not in data


@pytest.mark.parametrize("name", ALL)
def test_a_second_reader_finds_no_fault(built: Miniature, name: str) -> None:
    with pikepdf.open(built.path(name)) as file:
        assert file.check_pdf_syntax() == []
        assert not file.is_encrypted


@pytest.mark.parametrize("name", SCREENS)
def test_a_screen_edition_is_tagged_in_its_language_and_says_so(facts: dict[str, Facts], name: str) -> None:
    file = facts[name]
    assert file.language == "en"
    assert file.catalog["/MarkInfo"]["/Marked"] == True  # noqa: E712 pypdf's own kind of boolean
    assert file.tree.tag == "Document"
    metadata = file.catalog["/Metadata"].get_data()
    assert b'pdfuaid:part="1"' in metadata or b"<pdfuaid:part>1<" in metadata


def test_a_desk_edition_makes_no_claim_it_does_not_keep(facts: dict[str, Facts]) -> None:
    for name in ("fold.desk", "fold.desk-instructions"):
        assert "/StructTreeRoot" not in facts[name].catalog
        assert b"pdfuaid" not in facts[name].data


def test_a_folded_piece_is_read_from_panel_to_panel_across_its_pages(facts: dict[str, Facts]) -> None:
    panels = [kid for kid in facts["fold.screen"].tree.kids if kid.tag == "Sect"]
    assert [next(panel.all("H2")).text for panel in panels] == [
        "Front",
        "Inside left",
        "Flap",
        "Inside middle",
        "Inside right",
        "Back",
    ]
    assert panels[3].text.startswith("Inside middle You may feel • far away • dizzy")


def test_no_words_and_no_picture_stand_twice_in_the_structure(facts: dict[str, Facts]) -> None:
    for name in SCREENS:
        words = [element.text for element in facts[name].tree.all("P", "H1", "H2", "H3", "LI")]
        assert {text for text in words if words.count(text) > 1} <= {"We offer care in the daytime.", "A packet"}
        alts = [figure.alt for figure in facts[name].tree.all("Figure")]
        assert len(alts) == len(set(alts)) == (3 if name == "pack.screen" else 1)


def test_nothing_of_the_page_is_left_out_of_the_structure(facts: dict[str, Facts]) -> None:
    for name in SCREENS:
        file = facts[name]
        marked = sorted(file._marked)
        assert marked
        for number, page in enumerate(file.file.pages):
            operations = [(str(operator), operands) for operands, operator in _operations(page)]
            open_marks = 0
            for operator, operands in operations:
                if operator in {"BDC", "BMC"}:
                    open_marks += 1
                    assert operands
                elif operator == "EMC":
                    open_marks -= 1
                elif operator in {"Tj", "TJ", "'", '"', "Do"}:
                    assert open_marks == 1, f"{name}, page {number + 1}: {operator} outside of any mark"
            assert open_marks == 0


def _operations(page: Any) -> list[tuple[Any, bytes]]:
    return [(operands, operator.decode()) for operands, operator in page.get_contents().operations]


def test_a_running_head_is_an_artifact_and_not_read_on_every_page(facts: dict[str, Facts]) -> None:
    file = facts["pack.screen"]
    assert all("page" in text for text in file.texts)
    assert "page" not in file.tree.text
    assert file.tree.text.count("A packet") == 2


def test_a_picture_says_what_it_shows_and_where_it_is(facts: dict[str, Facts]) -> None:
    (figure,) = facts["fold.screen"].tree.all("Figure")
    assert figure.alt == "A leaf"
    left, bottom, right, top = map(float, figure.attributes["/BBox"])
    assert (right - left, top - bottom) == (36.0, 36.0)
    assert 21.6 <= left < right <= 265.5
    assert 0 < bottom < top < 612


def test_page_labels_name_the_sides_of_a_sheet_and_number_a_packet(facts: dict[str, Facts]) -> None:
    assert facts["fold.screen"].labels == facts["fold.desk"].labels == ["Outside", "Inside"]
    assert facts["pack.screen"].labels == ["1", "2", "3", "4"]


def test_a_desk_edition_asks_the_printer_for_both_sides_at_full_size(facts: dict[str, Facts]) -> None:
    preferences = facts["fold.desk"].preferences
    assert preferences["/PrintScaling"] == "/None"
    assert preferences["/Duplex"] == "/DuplexFlipShortEdge"
    for name in (*SCREENS, "fold.desk-instructions"):
        assert set(facts[name].preferences) == {"/DisplayDocTitle"}


def test_the_bookmarks_of_a_packet_lead_to_its_parts(facts: dict[str, Facts]) -> None:
    outline = facts["pack.screen"].outline
    assert outline[:3] == [(0, "A packet", 1), (1, "Facts", 2), (1, "Reading form", 3)]
    assert outline[-1] == (1, "References", 4)


def test_the_contents_page_gives_the_real_page_of_each_part(facts: dict[str, Facts]) -> None:
    file = facts["pack.screen"]
    pages = {link.target: link.to_page for link in file.links if link.page == 1}
    assert pages == {"facts": 2, "reading": 3, "references": 4}
    items = [item.text for item in next(file.tree.all("L")).all("LBody")]
    assert items == ["Facts 2", "Reading form 3", "References 4"]


def test_every_page_of_a_packet_says_which_of_how_many_it_is(facts: dict[str, Facts]) -> None:
    texts = facts["pack.screen"].texts
    assert [f"page {number} of 4" in text for number, text in enumerate(texts, 1)] == [True] * 4


def test_a_packet_gives_the_brochure_s_words_in_the_order_of_reading(facts: dict[str, Facts]) -> None:
    reading = facts["pack.screen"].tree.text.split("Reading form")[2].split("References")[0]
    headings = ["Front", "Inside left", "Flap", "Inside middle", "Inside right", "Back"]
    assert sorted(headings, key=reading.index) == headings
    assert "Sources" not in reading


def test_reference_numbers_follow_the_first_mention_of_each_piece(facts: dict[str, Facts]) -> None:
    fold = [item.text for item in facts["fold.screen"].tree.all("LI")]
    assert fold[-2:] == ["1. Miniature label, 2024", "2. Miniature trial, 2020"]
    pack = [item.text for item in facts["pack.screen"].tree.all("LI")]
    assert pack[-2].startswith("1. Small AB. A miniature trial. Journal of Small Things . 2020;1:1-2.")
    assert pack[-1].startswith("2. Miniature Agency.")


def test_a_figure_is_drawn_from_its_record(facts: dict[str, Facts]) -> None:
    assert "In 40 people, odds ratio 0.80" in facts["pack.screen"].texts[1]


@pytest.mark.parametrize("name", SCREENS)
def test_every_link_leads_somewhere_in_the_file_or_to_a_number_or_address(facts: dict[str, Facts], name: str) -> None:
    links = facts[name].links
    assert links
    for link in links:
        assert link.to_page or link.uri.startswith(("https://", "tel:"))


@pytest.mark.parametrize("name", SCREENS)
def test_each_link_is_one_element_with_one_annotation(facts: dict[str, Facts], name: str) -> None:
    file = facts[name]
    annotations = sum(len(page.get("/Annots", ())) for page in file.file.pages)
    assert len(list(file.tree.all("Link"))) == annotations
    assert all(link.text for link in file.tree.all("Link"))


def test_paper_has_no_links(facts: dict[str, Facts]) -> None:
    assert facts["fold.desk"].links == []


def test_a_number_that_may_be_called_is_a_link_on_the_screen(facts: dict[str, Facts]) -> None:
    assert [link.uri for link in facts["fold.screen"].links if link.uri] == ["tel:+18475550200", "tel:911"]


def test_the_same_words_stand_on_paper_and_on_the_screen(facts: dict[str, Facts]) -> None:
    desk, screen = (list(map(squeezed, facts[name].texts)) for name in ("fold.desk", "fold.screen"))
    assert desk == screen


def test_the_page_is_not_blank(facts: dict[str, Facts]) -> None:
    for name in ALL:
        for page in range(1, len(facts[name].sizes) + 1):
            pixels = facts[name].picture(page)
            assert min(pixels) < 80
            assert pixels.count(255) > len(pixels) / 2
