"""The search down the ladder, with an engine that only says from which setting on each group fits: where it stops, and in how many layouts."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from brochures.compose.html import Composition
from brochures.design.copyfit_ladder import Fit, Ladder, Rung
from brochures.geometry.box import Box
from brochures.geometry.pages import Art, MeasuredPages
from brochures.layout import Layout
from brochures.layout import copyfit as module
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

    def set(self, html: str, medium: str, *, tagged: bool) -> tuple[Any, tuple[()]]:
        steps = {int(group): step for group, step in json.loads(html).items()}
        assert (medium, tagged) == ("screen", False)
        assert len(self.trials) < 5, "more trials than a ladder of 16 settings needs"
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
) -> tuple[_Engine, Layout]:
    engine = _Engine(fits, side=side)

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
    return engine, module.copyfit(anything, anything, ready)


@pytest.mark.parametrize("steps", [1, 2, 3, 5, 8, 15, 16])
def test_the_mildest_setting_that_fits_is_found(
    composition: Composition, monkeypatch: pytest.MonkeyPatch, steps: int
) -> None:
    for fits in range(1, steps + 1):
        engine, made = _fitted(composition, monkeypatch, {0: fits}, steps)
        assert made.composition.fit.steps == {0: fits}
        assert engine.layouts == 2
        assert engine.trials[0] == {0: steps}
        assert [finding.code for finding in made.findings] == ["FIT-101"]


def test_a_ladder_that_is_spent_is_left_at_its_last_setting_after_one_trial(
    composition: Composition, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine, made = _fitted(composition, monkeypatch, {0: NEVER})
    assert made.composition.fit.steps == {0: 16}
    assert (engine.trials, engine.layouts) == ([{0: 16}], 2)
    assert [finding.code for finding in made.findings] == ["FIT-102"]


def test_each_group_goes_down_by_itself_in_the_same_trials(
    composition: Composition, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine, made = _fitted(composition, monkeypatch, {0: 3, 1: 14, 2: NEVER})
    assert made.composition.fit.steps == {0: 3, 1: 14, 2: 16}
    assert all(trial[2] == 16 for trial in engine.trials)
    assert engine.trials[1] == {0: 8, 1: 8, 2: 16}
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
