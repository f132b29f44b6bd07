"""How near the trim and the folds words may come: each limit just kept and just broken, at every edge."""

from __future__ import annotations

from dataclasses import replace

import pytest

from brochures.findings import Finding
from brochures.geometry.box import Box
from brochures.geometry.pages import Art, MeasuredPages
from brochures.layout.checks.safe_area import moved_off, near_fold, near_trim, unprintable
from brochures.layout.checks.subject import Pages
from brochures.project.edition import Edition
from tests.layout.checks.handmade import FOLD, HEIGHT, WIDTH, Desk, composed, line, sheet
from tests.miniature import Miniature


@pytest.fixture(scope="module")
def mini(tmp_path_factory: pytest.TempPathFactory) -> Miniature:
    return Miniature.copied_to(tmp_path_factory.mktemp("safe-area") / "project")


@pytest.fixture(scope="module")
def screen(mini: Miniature) -> Desk:
    return Desk(composed(mini))


@pytest.fixture(scope="module")
def office(mini: Miniature) -> Desk:
    return Desk(composed(mini, Edition.DESK))


def _from(edge: str, distance: float) -> Box:
    """Return a box of 40 by 10 pt that lies ``distance`` pt from one edge of the sheet and far from the others."""
    left = {"left": distance, "right": WIDTH - distance - 40}.get(edge, 400)
    top = {"top": distance, "bottom": HEIGHT - distance - 10}.get(edge, 300)
    return Box(left, top, left + 40, top + 10)


def _weights(found: list[Finding]) -> list[str]:
    return [str(finding.severity) for finding in found]


@pytest.mark.parametrize("edge", ["left", "right", "top", "bottom"])
@pytest.mark.parametrize(
    ("distance", "weight"),
    [
        pytest.param(18.0, [], id="0.25 in, as is wanted"),
        pytest.param(17.9, ["warning"], id="a hair less than is wanted"),
        pytest.param(9.0, ["warning"], id="0.125 in, as is needed"),
        pytest.param(8.9, ["error"], id="a hair less than is needed"),
        pytest.param(-1.0, ["error"], id="past the edge"),
    ],
)
def test_words_keep_away_from_the_trim(screen: Desk, edge: str, distance: float, weight: list[str]) -> None:
    assert _weights(screen.found(near_trim, sheet(lines=[line(_from(edge, distance))]))) == weight


@pytest.mark.parametrize(
    ("high", "distance", "weight"),
    [
        pytest.param(180.0, 10.8, [], id="0.15 in on a card of 2.5 in, as is wanted"),
        pytest.param(180.0, 10.7, ["warning"], id="a hair less than is wanted on a card"),
        pytest.param(180.0, 9.0, ["warning"], id="0.125 in, as is needed"),
        pytest.param(180.0, 8.9, ["error"], id="a hair less than is needed"),
        pytest.param(180.1, 10.8, ["warning"], id="a hair higher than a card for the wallet"),
    ],
)
def test_words_of_a_card_for_the_wallet_come_nearer_to_its_trim(
    screen: Desk, high: float, distance: float, weight: list[str]
) -> None:
    card = replace(screen.composition.format, height=high)
    desk = Desk(replace(screen.composition, format=card))
    assert _weights(desk.found(near_trim, sheet(lines=[line(_from("left", distance))]))) == weight


@pytest.mark.parametrize("edge", ["left", "right", "top", "bottom"])
@pytest.mark.parametrize(
    ("distance", "weight"),
    [
        pytest.param(21.6, [], id="0.3 in, as is wanted"),
        pytest.param(21.5, ["warning"], id="a hair less than is wanted"),
        pytest.param(18.0, ["warning"], id="0.25 in, as is needed"),
        pytest.param(17.9, ["error"], id="a hair less than is needed"),
    ],
)
def test_words_keep_further_away_where_an_office_printer_prints(
    office: Desk, edge: str, distance: float, weight: list[str]
) -> None:
    assert _weights(office.found(near_trim, sheet(lines=[line(_from(edge, distance))]))) == weight


@pytest.mark.parametrize(
    ("distance", "said", "limit"),
    [
        (9.0, "0.125 in from", "0.25 in is wanted"),
        (7.2, "0.100 in from", "0.125 in is needed"),
        (-7.2, "0.100 in past", "0.125 in is needed"),
        (0.0, "0.000 in from", "0.125 in is needed"),
    ],
)
def test_the_distance_from_the_trim_is_told_in_inches(screen: Desk, distance: float, said: str, limit: str) -> None:
    (found,) = screen.found(near_trim, sheet(2, lines=[line(_from("left", distance), "Some words")]))
    assert found.code == "LAY-201"
    assert found.message == f"'Some words' lies {said} the edge of the sheet; at least {limit}"
    assert found.help == "give the panel or page more room at that edge"
    assert (found.page, found.area) == (2, (distance, 300, distance + 40, 310))


def test_of_a_block_the_line_that_lies_nearest_is_told_with_the_number_of_the_others(screen: Desk) -> None:
    lines = [line(_from("left", distance), f"at {distance}") for distance in (17, 12, 15)]
    (found,) = screen.found(near_trim, sheet(lines=lines))
    assert "'at 12' lies 0.167 in from the edge of the sheet, and 2 more lines of the same block; " in found.message
    (found,) = screen.found(near_trim, sheet(lines=lines[:2]))
    assert "and 1 more line of the same block; " in found.message


def test_each_block_and_each_weight_is_told_by_itself(screen: Desk) -> None:
    lines = [line(_from("left", distance), paragraph=paragraph) for distance, paragraph in [(17, 1), (8, 1), (17, 2)]]
    assert _weights(screen.found(near_trim, sheet(lines=lines))) == ["warning", "error", "warning"]
    assert _weights(screen.found(near_trim, sheet(lines=lines), block="0-0")) == ["warning", "error"]


@pytest.mark.parametrize(("logo", "weight"), [(True, ["error"]), (False, [])])
def test_a_logo_keeps_the_distance_of_words_and_other_art_need_not(
    screen: Desk, *, logo: bool, weight: list[str]
) -> None:
    art = Art("image", "sign", _from("top", 5), logo=logo)
    found = screen.found(near_trim, sheet(art=[art]))
    assert _weights(found) == weight
    assert all(finding.message.startswith("a logo lies 0.069 in from the edge") for finding in found)


def test_each_logo_is_told_by_itself(screen: Desk) -> None:
    art = [Art("image", name, _from("top", 5), logo=True) for name in "ab"]
    assert len(screen.found(near_trim, sheet(art=art))) == 2


@pytest.mark.parametrize(
    ("left", "right", "told"),
    [
        pytest.param(FOLD - 49, FOLD - 9, False, id="0.125 in left of it"),
        pytest.param(FOLD - 48.9, FOLD - 8.9, True, id="a hair nearer from the left"),
        pytest.param(FOLD + 9, FOLD + 49, False, id="0.125 in right of it"),
        pytest.param(FOLD + 8.9, FOLD + 48.9, True, id="a hair nearer from the right"),
        pytest.param(FOLD - 20, FOLD + 20, True, id="across it"),
    ],
)
def test_words_keep_away_from_a_fold(screen: Desk, left: float, right: float, *, told: bool) -> None:
    words = line(Box(left, 300, right, 310))
    assert [finding.code for finding in screen.found(near_fold, sheet(lines=[words]), sheet(2))] == ["LAY-202"] * told
    assert screen.found(near_fold, sheet(lines=[words]), sheet(2), crossover=True) == []


def test_how_near_the_fold_words_lie_is_told_in_inches(screen: Desk) -> None:
    near, across = line(Box(FOLD + 3.6, 300, 400, 310), "near"), line(Box(FOLD - 20, 320, 400, 330), "across")
    pages = sheet(lines=[near]), sheet(2)
    (found,) = screen.found(near_fold, *pages)
    assert (
        found.message == "'near' lies 0.050 in from the fold 3.625 in from the left edge; at least 0.125 in is needed"
    )
    assert found.help == "keep the panel's padding free, or declare a crossover with data-crossover in the template"
    assert (found.page, found.area) == (1, (FOLD + 3.6, 300, 400, 310))
    (found,) = screen.found(near_fold, sheet(lines=[near, across]), sheet(2))
    assert found.message.startswith(
        "'across' lies on the fold 3.625 in from the left edge, and 1 more line of the same"
    )


@pytest.mark.parametrize(("crossover", "number"), [(True, 0), (False, 1)])
def test_a_logo_lies_on_a_fold_where_that_is_declared(screen: Desk, *, crossover: bool, number: int) -> None:
    art = Art("image", "sign", Box(FOLD - 5, 300, FOLD + 5, 310), logo=True, crossover=crossover)
    assert len(screen.found(near_fold, sheet(art=[art]), sheet(2))) == number


def test_where_pages_are_missing_no_fold_is_known(screen: Desk) -> None:
    assert screen.found(near_fold, sheet(lines=[line(Box(FOLD - 5, 300, FOLD + 5, 310))])) == []


@pytest.mark.parametrize("edge", ["left", "right", "top", "bottom"])
@pytest.mark.parametrize(("distance", "told"), [(18.0, False), (17.9, True), (-1.0, True)])
def test_art_of_the_office_keeps_out_of_what_its_printer_leaves_white(
    office: Desk, screen: Desk, edge: str, distance: float, *, told: bool
) -> None:
    page = sheet(art=[Art("box", "ground", _from(edge, distance))])
    assert [finding.code for finding in office.found(unprintable, page)] == ["LAY-203"] * told
    assert screen.found(unprintable, page) == []


def test_what_an_office_printer_leaves_white_is_told_in_inches(office: Desk) -> None:
    box = _from("top", 9)
    logo = Art("image", "sign", box, logo=True)
    (found,) = office.found(unprintable, sheet(2, art=[Art("box", "ground", box), logo]))
    assert (
        found.message
        == "art (ground) 0.125 in from the edge of the sheet, where an office printer leaves 0.25 in white"
    )
    assert found.help == "use --inset for its distance in styles/editions/desk.css"
    assert (found.page, found.area) == (2, (box.left, box.top, box.right, box.bottom))


MOVES = {"left": (-4.0, 0.0), "right": (4.0, 0.0), "top": (0.0, 4.0), "bottom": (0.0, -4.0)}
"""To which edge backs are moved, in pt to the right and up."""

LASER = 0.166 * 72


@pytest.mark.parametrize("edge", MOVES)
@pytest.mark.parametrize(("beyond", "told"), [(0.0, False), (-0.1, True)])
def test_backs_are_not_moved_to_where_a_printer_cannot_print(
    office: Desk, edge: str, beyond: float, *, told: bool
) -> None:
    words = line(_from(edge, LASER + 4 + beyond))
    pages = sheet(lines=[words]), sheet(2, lines=[words])
    found = office.moved(*MOVES[edge]).found(moved_off, *pages)
    assert [(finding.code, finding.page) for finding in found] == [("LAY-204", 2)] * told
    assert office.moved(0, 0).found(moved_off, *pages) == []


@pytest.mark.parametrize("edge", MOVES)
def test_backs_may_be_moved_away_from_an_edge(office: Desk, edge: str) -> None:
    right, up = MOVES[edge]
    words = line(_from(edge, LASER))
    assert office.moved(-right, -up).found(moved_off, sheet(), sheet(2, lines=[words])) == []


def test_of_moved_backs_the_word_that_comes_nearest_is_told_for_each_page(office: Desk) -> None:
    lines = [line(_from("right", distance), f"at {distance}") for distance in (14, 11.2, 13)]
    pages = sheet(), sheet(2, lines=lines), sheet(3), sheet(4), sheet(5), sheet(6, lines=lines[:1])
    first, second = office.moved(4, 0).found(moved_off, *pages)
    assert first.message == (
        "moved into register, 'at 11.2' lies 0.100 in from the edge of the sheet; a printer needs 0.166 in"
    )
    assert first.help == "let a technician set the printer right, then measure again with './build.py calibrate'"
    assert (first.page, second.page) == (2, 6)
    assert first.area == (WIDTH - 51.2, 300, WIDTH - 11.2, 310)


@pytest.mark.parametrize(("distance", "weight"), [(18 - 0.01, []), (9 - 0.01, ["warning"]), (9 - 0.011, ["error"])])
def test_a_hundredth_of_a_pt_is_rounding(screen: Desk, distance: float, weight: list[str]) -> None:
    assert _weights(screen.found(near_trim, sheet(lines=[line(_from("left", distance))]))) == weight
    beside = Box(FOLD + 9 - 0.01, 300, FOLD + 40, 310)
    assert screen.found(near_fold, sheet(lines=[line(beside)]), sheet(2)) == []


def test_a_logo_is_told_at_the_place_of_its_block(screen: Desk, office: Desk) -> None:
    block = next(f"{one.section}-{one.block}" for one in screen.composition.job.passages if one.block >= 0)
    place = Pages(screen.composition, MeasuredPages()).place_of_block(block)
    assert place.line
    logo = Art("image", "sign", _from("left", 5), block=block, logo=True)
    assert [one.place for one in screen.found(near_trim, sheet(art=[logo]))] == [place]
    ground = Art("box", "ground", _from("left", 5), block=block)
    assert [one.place for one in office.found(unprintable, sheet(art=[ground]))] == [place]
    words = line(_from("left", 5))
    assert [one.place for one in screen.found(near_trim, sheet(lines=[words]), block=block)] == [place]


@pytest.mark.parametrize(
    ("distance", "said"),
    [(-0.01, "0.000 in from"), (-0.011, "0.000 in past"), (0.0, "0.000 in from"), (0.011, "0.000 in from")],
)
def test_what_lies_on_the_edge_but_for_rounding_is_not_past_it(screen: Desk, distance: float, said: str) -> None:
    (found,) = screen.found(near_trim, sheet(lines=[line(_from("left", distance))]))
    assert f"lies {said} the edge of the sheet; " in found.message
