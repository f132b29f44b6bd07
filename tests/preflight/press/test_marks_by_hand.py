"""Marks around the trim, made by hand: each just in its place and just out of it, with whole findings."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from brochures.compose.html import Composition
from brochures.geometry.box import Box
from brochures.preflight.press import marks
from brochures.separations import Painted, Step, Where
from tests.miniature import Miniature
from tests.preflight.press.handmade import BLACK, WHITE, cmyk, line, press_piece, subject, text, thing, told

WIDTH, HEIGHT, BLEED = 792.0, 612.0, 9.0
FOLDS = (261.0, 526.5)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Miniature:
    return Miniature.copied_to(tmp_path_factory.mktemp("marks") / "project")


@pytest.fixture(scope="module")
def piece(project: Miniature) -> Composition:
    return press_piece(project, marks={"crop": True, "fold": True})


@pytest.fixture(scope="module")
def bare(project: Miniature) -> Composition:
    return press_piece(project)


def _mark(box: Box, page: int = 1, kind: str = "stroke") -> Painted:
    where = Where(page, (Step("form", "PressMarks1"),))
    return replace(line(0.25, box=box), where=where, kind=kind)  # type: ignore[arg-type]


def _upright(x: float, *, above: bool, near: float = BLEED + 3) -> Box:
    return (
        Box(x - 0.125, -near - 18, x + 0.125, -near)
        if above
        else Box(x - 0.125, HEIGHT + near, x + 0.125, HEIGHT + near + 18)
    )


def _level(y: float, *, left: bool, near: float = BLEED + 3) -> Box:
    return (
        Box(-near - 18, y - 0.125, -near, y + 0.125)
        if left
        else Box(WIDTH + near, y - 0.125, WIDTH + near + 18, y + 0.125)
    )


CROPS = {
    "above the left edge": _upright(0, above=True), "below the left edge": _upright(0, above=False),
    "above the right edge": _upright(WIDTH, above=True), "below the right edge": _upright(WIDTH, above=False),
    "left of the top edge": _level(0, left=True), "right of the top edge": _level(0, left=False),
    "left of the bottom edge": _level(HEIGHT, left=True), "right of the bottom edge": _level(HEIGHT, left=False),
}  # fmt: skip


def _folds(piece: Composition, page: int) -> dict[str, Box]:
    found: dict[str, Box] = {}
    for number, x in enumerate(piece.format.sides[page - 1].folds, 1):
        found |= {f"above fold {number}": _upright(x, above=True), f"below fold {number}": _upright(x, above=False)}
    return found


def _all(piece: Composition, page: int, **changed: Box | None) -> list[Painted]:
    """Return all marks of a page, with some ``changed`` by name (``_`` for a space) or left out."""
    boxes = CROPS | _folds(piece, page) | {name.replace("_", " "): box for name, box in changed.items()}
    return [_mark(box, page) for box in boxes.values() if box is not None]


def _wrong(piece: Composition, *painted: Painted) -> list[tuple[str, str]]:
    found = told(marks.counted(subject(piece, *painted)))
    assert {(mend, place) for _, _, mend, place in found} <= {
        ("draw it in templates/marks.html, once for each edge or fold", "")
    }
    return [(code, message) for code, message, *_ in found]


def test_all_marks_in_their_places_are_right(piece: Composition) -> None:
    assert len(_folds(piece, 1)) == 4
    assert _wrong(piece, *_all(piece, 1), *_all(piece, 2)) == []


@pytest.mark.parametrize("name", CROPS)
def test_each_crop_mark_is_wanted_once(piece: Composition, name: str) -> None:
    key = name.replace(" ", "_")
    rest = _all(piece, 2)
    for marks_of_page, count in (
        (_all(piece, 1, **{key: None}), 7),
        ([*_all(piece, 1), _mark(CROPS[name])], 9),
    ):
        assert _wrong(piece, *marks_of_page, *rest) == [
            ("PRS-352 error 1", f"the page has {count} crop marks, 8 are wanted; wrong: {name}")
        ]


def test_each_fold_mark_is_wanted_once(piece: Composition) -> None:
    assert _wrong(piece, *_all(piece, 1, above_fold_2=None, below_fold_1=None), *_all(piece, 2)) == [
        ("PRS-352 error 1", "the page has 2 fold marks, 4 are wanted; wrong: below fold 1, above fold 2")
    ]


def test_crop_and_fold_marks_are_told_apart_and_page_by_page(piece: Composition, project: Miniature) -> None:
    assert _wrong(piece) == [
        (f"PRS-352 error {page}", f"the page has 0 {kind} marks, {wanted} are wanted; wrong: {', '.join(names)}")
        for page in (1, 2)
        for kind, wanted, names in (("crop", 8, CROPS), ("fold", 4, _folds(piece, page)))
    ]
    crop_only = press_piece(project, marks={"crop": True})
    assert [message[:29] for _, message in _wrong(crop_only)] == ["the page has 0 crop marks, 8 "] * 2
    fold_only = press_piece(project, marks={"fold": True})
    assert [message[:29] for _, message in _wrong(fold_only)] == ["the page has 0 fold marks, 4 "] * 2
    assert _wrong(press_piece(project, marks={"slug": True})) == []


def test_a_third_page_has_no_folds(piece: Composition) -> None:
    painted = [*_all(piece, 1), *_all(piece, 2), *(_mark(box, 3) for box in CROPS.values())]
    assert [*marks.counted(subject(piece, *painted, pages=3))] == []


@pytest.mark.parametrize(("off", "right"), [(0.49, True), (-0.49, True), (0.5, False), (-0.5, False)])
def test_a_mark_stands_within_half_a_pt_of_its_edge(piece: Composition, off: float, *, right: bool) -> None:
    upright, level = _upright(off, above=True), _level(HEIGHT + off, left=False)
    painted = _all(piece, 1, above_the_left_edge=upright, right_of_the_bottom_edge=level)
    found = _wrong(piece, *painted, *_all(piece, 2))
    wrong = "the page has 6 crop marks, 8 are wanted; wrong: above the left edge, right of the bottom edge"
    assert found == ([] if right else [("PRS-352 error 1", wrong)])


@pytest.mark.parametrize(("near", "right"), [(BLEED, True), (BLEED - 0.049, True), (BLEED - 0.051, False)])
@pytest.mark.parametrize("side", ["above", "below", "left", "right"])
def test_a_mark_stands_beyond_the_bleed(piece: Composition, side: str, near: float, *, right: bool) -> None:
    name, box = {
        "above": ("above the right edge", _upright(WIDTH, above=True, near=near)),
        "below": ("below the right edge", _upright(WIDTH, above=False, near=near)),
        "left": ("left of the bottom edge", _level(HEIGHT, left=True, near=near)),
        "right": ("right of the bottom edge", _level(HEIGHT, left=False, near=near)),
    }[side]
    painted = [*_all(piece, 1, **{name.replace(" ", "_"): box}), *_all(piece, 2)]
    assert bool(_wrong(piece, *painted)) is not right
    inside = [message.partition(",")[0] for _, message, *_ in told(marks.inside(subject(piece, *painted)))]
    assert inside == ([] if right else ["a mark (a line) lies inside of the bleed"])


def test_only_a_line_that_is_longer_than_wide_is_a_mark(piece: Composition) -> None:
    long = CROPS["above the left edge"]
    square = Box(-0.1, -20, 0.1, -19.8)
    for other in (_mark(long, kind="fill"), line(0.25, box=long), _mark(square)):
        painted = [*_all(piece, 1, above_the_left_edge=None), other, *_all(piece, 2)]
        assert len(_wrong(piece, *painted)) == 1
    deep = replace(_mark(long), where=Where(1, (Step("form", "/Art"), Step("form", "PressMarks1"))))
    assert not marks.is_mark(deep)
    assert not marks.is_mark(replace(_mark(long), where=Where(1, (Step("pattern", "PressMarks1"),))))
    assert marks.is_mark(_mark(long))


def test_a_mark_inside_of_the_bleed_is_told_in_full(piece: Composition) -> None:
    inside = _mark(Box(36, 72, 40, 90), page=2)
    found = list(marks.inside(subject(piece, inside, line(1), replace(inside, colour=WHITE))))
    assert told(found) == [
        (
            "PRS-353 error 2",
            "a mark (a line) lies inside of the bleed, 0.50 in from the left and 1.00 in from the top edge of the trim",
            "draw it further out in templates/marks.html",
            "",
        )
    ]
    assert found[0].area == (36, 72, 40, 90)


@pytest.mark.parametrize(
    ("box", "beyond"),
    [
        (Box(-9.049, 0, 10, 10), ""),
        (Box(-9.06, 0, 10, 10), "0.00"),
        (Box(-16.2, 0, 10, 10), "0.10"),
        (Box(0, -12.6, 10, 10), "0.05"),
        (Box(0, 0, 808.2, 10), "0.10"),
        (Box(0, 0, 10, 635.4), "0.20"),
    ],
)
def test_what_reaches_beyond_the_bleed_is_told_with_how_far(
    piece: Composition, bare: Composition, box: Box, beyond: str
) -> None:
    for composition, weight in ((piece, "warning"), (bare, "error")):
        found = list(marks.outside(subject(composition, thing(box=box), thing(colour=WHITE, box=Box(-50, -50, 0, 0)))))
        assert [(code, message.partition(",")[0], mend) for code, message, mend, _ in told(found)] == (
            [
                (
                    f"PRS-351 {weight} 1",
                    f"an area reaches {beyond} in beyond the bleed",
                    "let the press stage clip the page",
                )
            ]
            if beyond
            else []
        )


def test_marks_are_beyond_the_bleed_where_none_are_wanted(piece: Composition, bare: Composition) -> None:
    mark = _mark(CROPS["above the left edge"])
    assert [*marks.outside(subject(piece, mark))] == []
    (found,) = told(marks.outside(subject(bare, mark)))
    assert found[1].startswith(
        "a line reaches 0.29 in beyond the bleed, 0.00 in from the left and 0.42 in beyond the top"
    )


def test_a_page_that_cannot_be_followed_has_no_marks_to_count(piece: Composition) -> None:
    file = subject(piece)
    file.__dict__["_read"] = (), ValueError("broken")
    assert [*marks.counted(file)] == []


def test_in_a_metric_format_the_reach_is_told_in_mm(bare: Composition, tmp_path: Path) -> None:
    assert tmp_path.is_dir()
    metric = replace(bare, format=replace(bare.format, metric=True))
    (found,) = told(
        marks.outside(
            subject(metric, text(9, BLACK, Box(-37.35, 0, 1, 1)), thing("text", cmyk(0, 0, 0, 0), Box(-99, 0, 1, 1)))
        )
    )
    assert (
        found[1]
        == "text of 9 pt reaches 10.0 mm beyond the bleed, 13.2 mm beyond the left and 0.0 mm from the top edge of the trim"
    )
