"""People in trials: as many circles stand on the finished page as the records have people, all alike, whatever the trial found."""

from __future__ import annotations

import re

import pytest

from brochures.compose.html import compose
from brochures.compose.templates import Templates
from brochures.load.catalogue import Catalogue
from brochures.load.model.figures import Icon
from brochures.load.model.studies import Trial
from brochures.project.edition import Edition
from brochures.resolve.ticket import resolve
from tests.miniature import Miniature
from tests.plots import SVG, circles, drawings
from tests.specimens.gallery import specimens

SPECIMENS = specimens()
PICTURES = [(name, place) for name in ("people_in_trials", "trial_strip") for place in SPECIMENS[name].places]


@pytest.fixture(scope="module")
def catalogue(gallery: Miniature) -> Catalogue:
    return gallery.load()


def _trials(catalogue: Catalogue, name: str) -> list[Trial]:
    """The trials of a specimen, in the order in which it names them."""
    (block,) = SPECIMENS[name].blocks
    named = [*block[name]["studies"], *block[name].get("apart", {}).get("studies", ())]
    return [catalogue.shelf("study")[one].thing for one in named]


def _html(gallery: Miniature, catalogue: Catalogue, name: str, place: str) -> str:
    job = resolve(gallery.project, catalogue, SPECIMENS[name].slug(place))
    (composition,) = compose(Templates.read(gallery.project), job, Edition.SCREEN, proof=False)
    return composition.html


@pytest.mark.parametrize(("name", "place"), PICTURES)
def test_so_many_circles_are_printed_as_people_took_part_all_alike(
    gallery: Miniature, catalogue: Catalogue, name: str, place: str
) -> None:
    found = circles(gallery.path(f"{SPECIMENS[name].slug(place)}.screen").read_bytes(), 1)
    assert len(found) == sum(trial.n for trial in _trials(catalogue, name)) > 200
    assert len({tone for *_, tone in found}) == 1
    assert all(abs(wide - high) <= 0.1 and abs(wide - found[0][0]) <= 0.1 for wide, high, _ in found)


@pytest.mark.parametrize(("name", "place"), PICTURES)
def test_each_trial_has_its_circles_its_number_and_its_alternative_text(
    gallery: Miniature, catalogue: Catalogue, name: str, place: str
) -> None:
    html = _html(gallery, catalogue, name, place)
    pictures = [one for one in drawings(html) if one.get("role") == "img"]
    trials = _trials(catalogue, name)
    assert [len(list(one.iter(f"{SVG}circle"))) for one in pictures] == [trial.n for trial in trials]
    for picture, trial in zip(pictures, trials, strict=True):
        said = picture.findtext(f"{SVG}title") or ""
        assert said.startswith(f"{trial.n} circles, one for each person who took part.")
        assert (trial.in_short["en"].name if name == "people_in_trials" else trial.short) in said


@pytest.mark.parametrize("place", SPECIMENS["people_in_trials"].places)
def test_the_sum_is_that_of_the_records_and_every_result_has_a_word_and_a_sign(
    gallery: Miniature, catalogue: Catalogue, place: str
) -> None:
    html = _html(gallery, catalogue, "people_in_trials", place)
    words = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", html.replace("\N{NO-BREAK SPACE}", " ")))
    trials = _trials(catalogue, "people_in_trials")
    assert (
        f"{sum(trial.n for trial in trials)} people. That is everyone in the five recent trials that we found." in words
    )
    assert "better or not, with ketamine or not" in words
    for trial in trials:
        word = {"better": "Better", "mixed": "Mixed:", "no-difference": "No difference shown"}[trial.verdict]
        assert f"{word} {trial.in_short['en'].found}" in words
    signs = re.findall(r'<svg class="verdict".*?</svg>', html, re.DOTALL)
    assert len(signs) == len(trials)
    forms = {re.sub(r"#\w+", "", sign) for sign in signs}
    assert len(forms) == len({trial.verdict for trial in trials}), "each verdict has a form of its own"


def test_the_recent_trials_point_where_their_main_outcomes_do(catalogue: Catalogue) -> None:
    recent = {
        name: entry.thing for name, entry in catalogue.shelf("study").items() if getattr(entry.thing, "recent", False)
    }
    assert {name: trial.verdict.value for name, trial in recent.items()} == {
        "dakwar-2019-cocaine": "better",
        "dakwar-2020-alcohol": "better",
        "grabski-2022-kare": "mixed",
        "terasaki-2022-alcohol": "no-difference",
        "yoon-2025-mdd-aud": "no-difference",
    }


@pytest.mark.parametrize("place", SPECIMENS["risk_steps"].places)
def test_risks_stand_in_three_steps_the_gravest_first_on_a_page_each_with_its_signs(
    gallery: Miniature, catalogue: Catalogue, place: str
) -> None:
    html = _html(gallery, catalogue, "risk_steps", place)
    assert re.findall(r'risk-steps__band">([^<]+)<', html) == ["Can kill", "Serious", "Common"]
    (block,) = SPECIMENS["risk_steps"].blocks
    rows = [row for step in ("can_kill", "serious", "common") for row in block["risk_steps"][step]]
    shown = re.findall(r'<span class="risk-steps__signs">(.*?)</span>', html, re.DOTALL)
    drawn = [form for one in shown for form in re.findall(r'<path d="([^"]+)"', one)]
    signs = {sign for row in rows for sign in row["signs"]} if place == "page" else set()
    assert len(drawn) == len(set(drawn)) == len(signs), "each sign once, beside its words; in a narrow panel none"
    assert {sign for row in rows for sign in row["signs"]} <= set(Icon)
    words = gallery.facts(f"{SPECIMENS['risk_steps'].slug(place)}.screen").tree.text
    places = [words.index(catalogue.shelf("statement")[row["statement"]].thing.patient["en"][:40]) for row in rows]
    assert places == sorted(places)
