"""Scenes: layers that darken towards the reader, trunks as thick as their layer, a river that widens, people on ground."""

from __future__ import annotations

import re
from itertools import pairwise
from math import dist

import pytest

from brochures.compose.drawings.bird_view import valley_places, valley_river
from brochures.compose.drawings.landscape import FULL, LAYERS, THICK, Grove, SceneBox
from brochures.compose.drawings.people import figure
from brochures.compose.drawings.ribbon import LANES, NARROW, ribbon
from brochures.compose.drawings.scenes import SCENES, landscape
from brochures.compose.drawings.strips import frieze, mark, rising_bank
from brochures.compose.html import compose
from brochures.compose.templates import Templates
from brochures.design.tokens import Tokens
from brochures.load.catalogue import load
from brochures.load.model.scenes import GROUND, MARGIN, SceneKind
from brochures.project.edition import Edition
from brochures.project.paths import ROOT, Project
from brochures.resolve.ticket import resolve
from tests.real import DAY
from tests.second_brand.another import BRANDS, tokens_of

SIZES = [(274.5, 412.0), (405.0, 250.0), (810.0, 549.0)]
DARK_SKIES = {SceneKind.DOOR, SceneKind.SPRING}


def _points(path: str) -> list[tuple[float, float]]:
    """Return the points of ``path`` that are written as pairs."""
    return [(float(x), float(y)) for x, y in re.findall(r"(-?[\d.]+) (-?[\d.]+)(?=[CLMVHAZ ]|$)", path)]


@pytest.mark.parametrize("kind", SceneKind)
@pytest.mark.parametrize(("width", "height"), SIZES)
def test_the_same_measures_give_the_same_scene_of_a_few_shapes(kind: SceneKind, width: float, height: float) -> None:
    once, again = SCENES[kind](width, height), SCENES[kind](width, height)
    assert (once.behind, once.before, once.adult) == (again.behind, again.before, again.adult)
    assert landscape(kind, width, height) is landscape(kind, width, height)
    shapes = (*once.behind, *once.before)
    assert len(shapes) < 20
    assert sum(len(shape.path) for shape in shapes) < 60_000
    assert not re.search(r"e-|nan|-0[ CL]", "".join(shape.path for shape in shapes))
    assert sum(shape.tone == "accent" for shape in shapes) <= 1


@pytest.mark.parametrize("kind", SceneKind)
def test_layers_follow_one_another_from_the_horizon_to_the_reader(kind: SceneKind) -> None:
    """The near bank may lie in front of what stands in the scene: over the legs of a bench, over the ends of a bridge."""
    scene = SCENES[kind](400, 400)
    tones = [shape.tone for shape in (*scene.behind, *scene.before) if shape.tone in LAYERS]
    assert tones == sorted(tones, key=LAYERS.index)
    assert set(tones) == set(LAYERS)


@pytest.mark.parametrize("brand", BRANDS)
@pytest.mark.parametrize("kind", SceneKind)
def test_each_layer_is_darker_than_the_one_behind_it_and_all_than_the_sky(brand: str, kind: SceneKind) -> None:
    colours = Tokens.read(*tokens_of(brand).values()).shared
    far = "--layer-far-deep" if kind in DARK_SKIES and "--layer-far-deep" in colours else "--layer-far"
    steps = [_grey(colours[name]) for name in (f"--sky-{kind}", far, "--layer-second", "--layer-third", "--layer-near")]
    assert all(before - after > 6 for before, after in pairwise(steps)), steps


def _grey(colour: str) -> float:
    """Return how light ``colour`` is on a copier, from 0 to 255 (ITU-R BT.601)."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return 0.299 * red + 0.587 * green + 0.114 * blue


def _light(colour: str) -> float:
    """Return the relative luminance of ``colour`` (WCAG 2.2), from 0 to 1."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    low, high = sorted((_light(one), _light(other)))
    return (high + 0.05) / (low + 0.05)


COATS = ("accent", "dark", "middle", "light", "warm")
TOLD_APART = 1.5
"""From this contrast on a shape is told from its ground on a copier. Clay on water has 1.2: measured, both are one grey."""


@pytest.mark.parametrize("brand", BRANDS)
@pytest.mark.parametrize("ground", ["--layer-second", "--layer-third", "--layer-near"])
@pytest.mark.parametrize("coat", COATS)
def test_everybody_is_told_from_the_ground_on_a_copier_by_the_coat_or_by_its_edge(
    brand: str, ground: str, coat: str
) -> None:
    colours = Tokens.read(*tokens_of(brand).values()).shared
    shape, behind, edge = colours[f"--coat-{coat}"], colours[ground], colours["--paper"]
    by_edge = min(_contrast(edge, behind), max(_contrast(edge, shape), _contrast(shape, behind)))
    assert max(_contrast(shape, behind), by_edge) >= TOLD_APART


def test_people_and_what_is_in_clay_have_an_edge_of_paper_in_every_scene() -> None:
    """The edge is drawn first, around the same shape."""
    project = Project(ROOT, DAY, ROOT / "out")
    catalogue = load(project)
    for slug in ("program-trifold", "waiting-room-poster", "family-guide"):
        job = resolve(project, catalogue, slug)
        (composition, *_) = compose(Templates.read(project), job, Edition.SCREEN, proof=False)
        scene = re.search(r'<svg class="motif motif--scene".*?</svg>', composition.html, re.DOTALL)
        assert scene
        clay = Templates.read(project).styles.tokens.shared["--accent"]
        paths = re.findall(r'<path d="([^"]+)" fill="([^"]+)"([^>]*)>', scene[0])
        edges = [path for path, _, more in paths if "stroke=" in more]
        found = [path for path, fill, _ in paths if fill == clay]
        assert found
        assert all(any(path in edge for edge in edges) for path in found)


@pytest.mark.parametrize("tone", LAYERS)
def test_trunks_are_as_thick_as_their_layer_and_stand_in_their_bank(tone: str) -> None:
    box = SceneBox(300, FULL)
    ground = box.layer(tone, 0.6, 0.02, 0.3)
    found = box.trees(tone, Grove((0, 1), 12, (0.4, 0.5), 0.2), ground.crest)
    thin, thick = THICK[tone]
    assert len(found) == 9
    for tree in found:
        assert thin <= tree.width <= thick
        assert tree.foot[1] > ground.crest(tree.foot[0]) > tree.top[1]
        assert 0.4 * FULL <= ground.crest(tree.foot[0]) - tree.top[1] <= 0.5 * FULL
    assert len({round(tree.top[1]) for tree in found}) > 6


def test_the_river_comes_from_a_thread_and_holds_three_streams() -> None:
    river = ribbon((100, 50), (80, 400), 200, sway=30)
    widths = [river.at(step / 20)[2] for step in range(21)]
    assert widths[0] == NARROW
    assert widths[-1] == 200
    assert widths == sorted(widths)
    assert len(river.streams) == len(LANES) == 3
    ys = [y for _, y in _points(river.path)]
    assert (min(ys), max(ys)) == (50, 400)


@pytest.mark.parametrize("kind", GROUND)
@pytest.mark.parametrize(("width", "height"), SIZES)
def test_whoever_may_be_there_stands_on_ground_within_the_picture(kind: SceneKind, width: float, height: float) -> None:
    scene = SCENES[kind](width, height)
    left, right = GROUND[kind]
    for at in (left + MARGIN, (left + right) / 2, right - MARGIN):
        x, y = scene.stand(at)
        assert x == pytest.approx(at * width)
        somebody = figure(x, y, scene.adult, pose="arm-round" if kind is SceneKind.BENCH else "standing")
        assert somebody.top >= 0
        assert somebody.bottom <= height
        assert 0.1 * height < scene.adult < 0.4 * height


def test_the_places_of_the_valley_lie_on_its_river_one_below_the_other() -> None:
    places = valley_places(9, 504, 330)
    river = valley_river(504, 330)
    assert len(places) == 9
    assert [y for _, y in places] == sorted(y for _, y in places)
    assert all(20 < x < 484 and 20 < y < 325 for x, y in places)
    assert max(y for _, y in places) + 10 < 330 * 0.97
    apart = [dist(here, there) for here, there in pairwise(places)]
    assert max(apart) - min(apart) < 1
    assert min(apart) > 20
    for x, y in places:
        share = (y - 330 * 0.2) / (330 * 0.82)
        assert river.at(share)[0] == pytest.approx(x, abs=0.5)
    assert valley_places(1, 504, 330) == places[:1]


def test_woods_in_small_stay_in_their_strip() -> None:
    for shapes, width, height in ((rising_bank(567, 40), 567, 40), (frieze(810, 30), 810, 30)):
        points = [point for shape in shapes for point in _points(shape.path)]
        assert min(y for _, y in points) >= 0
        assert max(x for x, _ in points) <= width + height
    assert min(x for shape in rising_bank(567, 40) for x, _ in _points(shape.path)) > 567 * 0.3


@pytest.mark.parametrize("width", [810.0, 859.89])
def test_no_tree_of_the_wood_at_the_head_of_a_sheet_stands_where_it_is_cut(width: float) -> None:
    woods = [_points(shape.path) for shape in frieze(width, 30)[::2]]
    assert all(woods)
    assert min(x for points in woods for x, _ in points) > 9 + 1 / 32 * 72
    assert max(x for points in woods for x, _ in points) < width - 9 - 1 / 32 * 72


@pytest.mark.parametrize("size", [16, 48])
def test_the_sign_of_the_house_fills_its_square(size: int) -> None:
    sign = mark(size)
    points = [point for path in (sign.trunks, *sign.streams) for point in _points(path)]
    assert len(sign.streams) == 3
    assert min(min(point) for point in points) >= 0
    assert max(max(point) for point in points) <= size
    assert sign.weight >= 0.5
