"""As many pages as were planned, none of them blank, and how full each is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from brochures.findings import Place
from brochures.geometry.box import Box
from brochures.geometry.pages import Art, MeasuredPages, Paragraph, Region
from brochures.layout.checks.page_plan import Fill, blank, fill, planned
from brochures.layout.checks.subject import Pages
from brochures.project.edition import Edition
from tests.layout.checks.handmade import Desk, composed, line, panel, sheet
from tests.miniature import Miniature

ROOM = Box(100, 100, 300, 300)
WORDS = line(Box(110, 130, 200, 150), "three words here")


@pytest.fixture(scope="module")
def mini(tmp_path_factory: pytest.TempPathFactory) -> Miniature:
    return Miniature.copied_to(tmp_path_factory.mktemp("plan") / "project")


@pytest.fixture(scope="module")
def folded(mini: Miniature) -> Desk:
    return Desk(composed(mini))


@pytest.fixture(scope="module")
def flowing(mini: Miniature) -> Desk:
    return Desk(replace(composed(mini, slug="pack"), pages=3, planned_at=Place("content/packets/pack.yaml", 7, 8)))


@pytest.mark.parametrize(("pages", "weight"), [(2, "warning"), (3, None), (4, "error")])
def test_a_packet_has_as_many_pages_as_its_ticket_says(flowing: Desk, pages: int, weight: str | None) -> None:
    found = flowing.found(planned, *map(sheet, range(pages)))
    assert [(one.code, str(one.severity), one.message, one.help, str(one.place)) for one in found] == (
        [
            (
                "LAY-101",
                weight,
                f"{pages} pages instead of 3",
                f"cut words, or write 'pages: {pages}' in the ticket",
                "content/packets/pack.yaml:7:8",
            )
        ]
        if weight
        else []
    )
    assert Desk(replace(flowing.composition, pages=0)).found(planned, *map(sheet, range(pages))) == []


@pytest.mark.parametrize(("pages", "told"), [(1, True), (2, False), (3, True)])
def test_a_folded_piece_has_a_page_for_each_side(folded: Desk, pages: int, *, told: bool) -> None:
    found = folded.found(planned, *map(sheet, range(pages)))
    assert [(str(one.severity), one.message, one.help, one.place) for one in found] == [
        ("error", f"{pages} pages instead of 2", "look for a sheet that breaks over to the next page", Place())
    ] * told


IMAGE, GROUND = Art("image", "leaf", ROOM), Art("box", "ground", ROOM)


def test_a_page_without_words_and_pictures_is_blank(folded: Desk) -> None:
    spaces = line(ROOM, "\u00a0 \u200b")
    pages = [sheet(1, lines=[WORDS]), sheet(2, art=[IMAGE]), sheet(3, lines=[spaces], art=[GROUND]), sheet(4)]
    assert [(one.code, one.message, one.help, one.page, one.area) for one in folded.found(blank, *pages)] == [
        (
            "LAY-102",
            f"page {number} is blank",
            "take out the break that makes it, or give it its words",
            number,
            (0, 0, 792, 612),
        )
        for number in (3, 4)
    ]


def test_words_of_a_running_head_do_not_fill_a_page(folded: Desk) -> None:
    assert len(folded.found(blank, sheet(1, lines=[WORDS]), role="margin")) == 1


def test_a_panel_without_words_and_pictures_is_blank(folded: Desk) -> None:
    regions = [
        panel("a", ROOM, [WORDS]),
        panel("b", ROOM, art=[IMAGE]),
        panel("c", ROOM, art=[GROUND]),
        replace(panel("d", ROOM), frame=Box(1, 2, 3, 4)),
        Region("field", "e", 1, ROOM, ""),
    ]
    found = folded.found(blank, sheet(1, regions=regions))
    assert [(one.message, one.area, one.page) for one in found] == [
        ("the panel 'c' is blank: nothing in it can be seen", (100, 100, 300, 300), 1),
        ("the panel 'd' is blank: nothing in it can be seen", (1, 2, 3, 4), 1),
    ]
    assert {(one.code, str(one.place), one.help) for one in found} == {
        (
            "LAY-102",
            str(folded.composition.job.place),
            "give it words or a picture; what was written for it may hold spaces only",
        )
    }


def _filled(desk: Desk, *regions: Region) -> list[Fill]:
    paragraphs = {1: Paragraph(1, "p", (), "", 15, 12)}
    return list(fill(Pages(desk.composition, MeasuredPages((sheet(1, regions=regions),), paragraphs))))


@pytest.mark.parametrize(("bottom", "percent"), [(150, 25.0), (200.5, 50.2), (300, 100.0), (310, 105.0)])
def test_a_panel_is_as_full_as_its_lowest_word_lies_deep(folded: Desk, bottom: float, percent: float) -> None:
    low = line(Box(110, 110, 200, bottom), "two words")
    assert _filled(folded, panel("a", ROOM, [WORDS, low])) == [Fill(1, "a", 5, max(percent, 25.0))]
    assert _filled(folded, panel("a", ROOM, [WORDS], [Art("image", "x", low.box)])) == [Fill(1, "a", 3, percent)]


def test_an_empty_panel_and_one_of_no_height_hold_nothing(folded: Desk) -> None:
    flat = panel("flat", Box(0, 0, 10, 0), [WORDS])
    assert _filled(folded, panel("a", ROOM), flat) == [Fill(1, "a", 0, 0.0), Fill(1, "flat", 3, 0.0)]


def test_a_page_is_counted_where_it_has_no_panels(folded: Desk) -> None:
    page = Region("page", "page", 1, ROOM, "", (WORDS,))
    assert _filled(folded, page) == [Fill(1, "page", 3, 25.0)]
    assert _filled(folded, page, panel("a", ROOM, [WORDS])) == [Fill(1, "a", 3, 25.0)]


def test_a_back_that_is_left_blank_at_the_desk_is_no_page_of_the_plan_and_no_mistake(flowing: Desk) -> None:
    pages = [sheet(0, lines=[WORDS]), replace(sheet(1), left_blank=True), *(sheet(at, lines=[WORDS]) for at in (2, 3))]
    desk = Desk(replace(flowing.composition, edition=Edition.DESK))
    assert [*desk.found(planned, *pages), *desk.found(blank, *pages)] == []
    assert [one.code for one in (*flowing.found(planned, *pages), *flowing.found(blank, *pages))] == [
        "LAY-101",
        "LAY-102",
    ]
