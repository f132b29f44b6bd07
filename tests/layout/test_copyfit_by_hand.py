"""The search down the ladder, with an engine that only says from which setting on each group fits: where it stops, and in how many layouts."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from brochures.compose.html import Composition
from brochures.design.copyfit_ladder import Fit, Ladder, Rung
from brochures.geometry.box import Box
from brochures.geometry.pages import Art, MeasuredPages
from brochures.layout import Layout
from brochures.layout import copyfit as module
from brochures.project.kept_copies import KeptCopies
from tests.layout.checks.handmade import composed, panel, sheet
from tests.miniature import Miniature

ROOM = Box(0, 0, 100, 100)
NEVER = 99
GROUPS = (("flap",), ("back", "front"), ("inside",))
PAGES = {"flap": 1, "back": 1, "front": 1, "inside": 2, "loose": 2}


class _Engine:
    """Lays out panels that are overset until their group has gone far enough; the setting from which on it fits is in ``fits``."""

    def __init__(self, fits: Mapping[int, int], *, side: str = "bottom") -> None:
        self.fits = fits
        self.side = side
        self.trials: list[dict[int, int]] = []
        self.pages: list[Sequence[int]] = []
        self.layouts = 0
        self.most = 4

    def set(self, html: str, medium: str, *, tagged: bool, trial: bool) -> tuple[Any, tuple[()]]:
        steps = {int(group): step for group, step in json.loads(html).items()}
        assert (medium, tagged, trial) == ("screen", False, True)
        assert len(self.trials) < self.most, "more trials than a ladder of 16 settings needs"
        self.trials.append(steps)
        return steps, ()

    def sheets(self, steps: Mapping[int, int]) -> MeasuredPages:
        past = {"bottom": Box(0, 0, 50, 110), "right": Box(0, 0, 110, 50)}[self.side]
        pages = []
        for number in (1, 2):
            regions = []
            for name, page in PAGES.items():
                group = next((index for index, names in enumerate(GROUPS) if name in names), None)
                over = group is not None and name != "front" and steps.get(group, 0) < self.fits.get(group, 0)
                art = [Art("box", "ground", past if over else ROOM)]
                if name == "loose":
                    art = [Art("box", "ground", Box(0, 0, 50, 110))]
                regions += [panel(name, ROOM, art=art, page=page)] if page == number else []
            pages.append(sheet(number, regions=regions))
        return MeasuredPages(tuple(pages))


@pytest.fixture(scope="module")
def composition(tmp_path_factory: pytest.TempPathFactory) -> Composition:
    return composed(Miniature.copied_to(tmp_path_factory.mktemp("search") / "project"))


def _ladder(steps: int) -> Ladder:
    """Return a ladder of one rung with so many settings after the designer's own."""
    return Ladder((Rung("leading", Decimal(steps), Decimal(0), Decimal(1)),) if steps else (), GROUPS)


def _fitted(
    composition: Composition,
    monkeypatch: pytest.MonkeyPatch,
    fits: Mapping[int, int],
    steps: int = 16,
    side: str = "bottom",
    *,
    known: Mapping[int, int] | None = None,
    moved: bool = False,
    copies: KeptCopies | None = None,
) -> tuple[_Engine, Layout]:
    engine = _Engine(fits, side=side)
    engine.most += bool(known)

    def again(_: object, one: Composition, fit: Fit, pages: Sequence[int] = ()) -> Composition:
        engine.pages.append(pages)
        return replace(one, fit=fit, html=json.dumps(fit.steps))

    def laid_out(typesetter: Any, one: Composition) -> Layout:
        engine.layouts += 1
        return Layout(one, None, (), typesetter.sheets(one.fit.steps))

    monkeypatch.setattr(module, "compose_again", again)
    monkeypatch.setattr(module, "layout", laid_out)
    ready = replace(composition, fit=Fit(_ladder(steps)))
    anything: Any = engine
    taken = _taken(engine, ready, known, moved=moved)
    return engine, module.copyfit(anything, anything, ready, taken, copies=copies)


def _taken(engine: _Engine, ready: Composition, steps: Mapping[int, int] | None, *, moved: bool) -> module.Taken:
    """Return what another edition took in which the panels held the same, or the same elsewhere."""
    if steps is None:
        return module.NOTHING_TAKEN
    made = Layout(replace(ready, fit=replace(ready.fit, steps=steps)), None, (), engine.sheets(steps))
    taken = module.Taken.by(made)
    return replace(taken, panels=taken.panels[:-1]) if moved else taken


@pytest.mark.parametrize("steps", [1, 2, 3, 5, 8, 15, 16])
def test_the_mildest_setting_that_fits_is_found(
    composition: Composition, monkeypatch: pytest.MonkeyPatch, steps: int
) -> None:
    for fits in range(1, steps + 1):
        engine, made = _fitted(composition, monkeypatch, {0: fits}, steps)
        assert made.composition.fit.steps == {0: fits}
        assert engine.layouts == 2
        assert engine.trials[:1] == ([{0: steps // 2}] if steps > 1 else [])
        assert [finding.code for finding in made.findings] == ["FIT-101"]


def test_what_a_trial_showed_in_an_earlier_run_is_not_tried_again(
    composition: Composition, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "manifest.json").write_bytes(b"{}")
    copies = KeptCopies(tmp_path / ".kept", "program")
    fits = {0: 5, 1: 2}
    engine, made = _fitted(composition, monkeypatch, fits, copies=copies)
    assert engine.trials
    again, same = _fitted(composition, monkeypatch, fits, copies=copies)
    assert (again.trials, again.layouts) == ([], engine.layouts)
    assert same.composition.fit.steps == made.composition.fit.steps == fits
    other, _ = _fitted(composition, monkeypatch, fits, copies=replace(copies, basis="another program"))
    assert other.trials == engine.trials
    anew, _ = _fitted(composition, monkeypatch, fits, copies=replace(copies, anew=True))
    assert anew.trials == engine.trials


def test_a_ladder_that_is_spent_is_left_at_its_last_setting(
    composition: Composition, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine, made = _fitted(composition, monkeypatch, {0: NEVER})
    assert made.composition.fit.steps == {0: 16}
    assert (engine.trials, engine.layouts) == ([{0: 8}, {0: 12}, {0: 14}, {0: 15}], 2)
    assert [finding.code for finding in made.findings] == ["FIT-102"]


def test_each_group_goes_down_by_itself_in_the_same_trials(
    composition: Composition, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine, made = _fitted(composition, monkeypatch, {0: 3, 1: 14, 2: NEVER})
    assert made.composition.fit.steps == {0: 3, 1: 14, 2: 16}
    assert engine.trials[:2] == [{0: 8, 1: 8, 2: 8}, {0: 4, 1: 12, 2: 12}]
    assert [finding.code for finding in made.findings] == ["FIT-101", "FIT-101", "FIT-102"]


@pytest.mark.parametrize(("fits", "pages"), [({0: 3}, [1]), ({2: 3}, [2]), ({1: 3, 2: 2}, [1, 2])])
def test_only_the_pages_of_overset_groups_are_tried_and_all_are_laid_out_at_the_end(
    composition: Composition, monkeypatch: pytest.MonkeyPatch, fits: dict[int, int], pages: list[int]
) -> None:
    engine, _ = _fitted(composition, monkeypatch, fits)
    assert all(list(tried) == pages for tried in engine.pages[:-1])
    assert list(engine.pages[-1]) == []


@pytest.mark.parametrize(
    ("fits", "steps", "side"),
    [
        pytest.param({}, 16, "bottom", id="nothing overset"),
        pytest.param({0: 3}, 0, "bottom", id="no ladder"),
        pytest.param({0: 3}, 16, "right", id="overset at a side that no ladder mends"),
    ],
)
def test_where_a_ladder_cannot_help_there_is_one_layout(
    composition: Composition, monkeypatch: pytest.MonkeyPatch, fits: dict[int, int], steps: int, side: str
) -> None:
    engine, made = _fitted(composition, monkeypatch, fits, steps, side)
    assert (engine.trials, engine.layouts, made.composition.fit.steps, made.findings) == ([], 1, {}, ())


CONFIRMED = [
    pytest.param({0: 5}, {0: 5}, [{0: 4}], id="one group"),
    pytest.param({0: 5, 1: 2}, {0: 5, 1: 2}, [{0: 4, 1: 1}], id="two groups"),
    pytest.param({0: 1}, {0: 1}, [{0: 0}], id="a single step"),
    pytest.param({0: 16}, {0: 16}, [{0: 15}], id="all steps"),
    pytest.param({0: NEVER}, {0: 16}, [{0: 16}], id="spent"),
    pytest.param({0: NEVER, 2: 3}, {0: 16, 2: 3}, [{0: 16, 2: 2}], id="one spent and one not"),
]


@pytest.mark.parametrize(("fits", "known", "trials"), CONFIRMED)
@pytest.mark.parametrize("moved", [False, True])
def test_what_another_edition_took_is_laid_out_once_and_tried_where_the_panels_hold_something_else(
    composition: Composition,
    monkeypatch: pytest.MonkeyPatch,
    fits: dict[int, int],
    known: dict[int, int],
    trials: list[dict[int, int]],
    *,
    moved: bool,
) -> None:
    engine, made = _fitted(composition, monkeypatch, fits, known=known, moved=moved)
    assert (engine.trials, engine.layouts) == (trials if moved else [], 1)
    _, anew = _fitted(composition, monkeypatch, fits)
    assert made.composition.fit == anew.composition.fit
    assert made.findings == anew.findings


@pytest.mark.parametrize("known", [{0: 4}, {0: 6}, {0: 16}, {0: 5, 1: 1}, {1: 5}, {0: 99}])
@pytest.mark.parametrize("fits", [{0: 5}, {0: 5, 2: 7}])
def test_what_another_edition_took_and_does_not_hold_here_is_searched_for_anew(
    composition: Composition, monkeypatch: pytest.MonkeyPatch, known: dict[int, int], fits: dict[int, int]
) -> None:
    _, made = _fitted(composition, monkeypatch, fits, known=known, moved=True)
    assert made.composition.fit.steps == fits
    assert [finding.code for finding in made.findings] == ["FIT-101"] * len(fits)


def test_where_nothing_is_overset_here_nothing_is_fitted(
    composition: Composition, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, made = _fitted(composition, monkeypatch, {}, known={0: 3}, moved=True)
    assert (made.composition.fit.steps, made.findings) == ({}, ())


def test_what_panels_hold_is_told_from_their_corner_to_a_tenth_of_a_pt(composition: Composition) -> None:
    def held(*boxes: Box, edges: Box = ROOM) -> module.Taken:
        art = [Art("box", "ground", box) for box in boxes]
        sheets = MeasuredPages((sheet(1, regions=[panel("flap", edges, art=art), panel("inside", ROOM)]),))
        fitted = replace(composition, fit=Fit(_ladder(16), {0: 3}))
        return module.Taken.by(Layout(fitted, None, (), sheets))

    first = held(Box(0, 0, 50, 50))
    assert first.steps == {0: 3}
    assert [name for name, *_ in first.panels] == ["flap"]
    assert held(Box(0, 0, 50.04, 50)) == held(Box(200, 300, 250, 350), edges=Box(200, 300, 300, 400)) == first
    assert first not in [held(Box(0, 0, 50.2, 50)), held(), held(Box(0, 0, 50, 50), edges=Box(0, 0, 100, 99))]
