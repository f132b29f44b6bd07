"""Every brand keeps the rules of tokens: colours that can be read and printed, sizes above the floors, faces with their licences."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest

from brochures.design.css import font_files, points
from brochures.design.pattern_book import contrast
from brochures.design.tokens import Tokens
from brochures.project.paths import ROOT
from styles.fonts.make_plain_zero import PUBLISHED
from tests.second_brand.another import BRANDS, tokens_of

VAR = re.compile(r"var\((--[\w-]+)\)")
ASKED = re.compile(r"(?:token\([\"']|var\()(--[\w-]+)")
"""A token that a style or a template asks for."""

READ = 4.5
"""The least contrast of type (WCAG 2.1, 1.4.3)."""

SEEN = 3.0
"""The least contrast of a drawing that says something (WCAG 2.1, 1.4.11)."""

GROUNDS = ("paper", "ground-water", "ground-sand", "ground-flap")
SCENES = ("bridge", "bench", "door", "spring", "bank", "valley")
PAIRS = [
    *((ink, ground, READ) for ink in ("ink", "ink-soft", "ink-strong", "accent") for ground in GROUNDS),
    *(("ink-reversed", ground, READ) for ground in ("layer-near", "ground-call", "ground-danger")),
    ("stream-three", "paper", READ),
    ("stream-two", "paper", SEEN),
    *((ink, f"sky-{scene}", READ) for ink in ("ink", "ink-strong") for scene in SCENES),
    *(("rule-strong", ground, SEEN) for ground in GROUNDS),
]
"""Which role stands on which ground, and the least contrast that it needs there. What only decorates is not listed."""

FLOORS = {
    "full-size": 12, "full-leading-least": 15, "small-size": 10, "small-leading-least": 13, "note-size": 9, "dense-size": 9,
    "plot-size": 8, "card-size": 9, "card-note-size": 6, "poster-size": 24,
}  # fmt: skip
"""The floors of the house style for every brand, in pt."""

OWN = {"banks", "cut", "seat", "stops", "water"}
"""The macros of the house's motif that only it calls."""

SCALE = ("text", "lead", "heading", "part", "title", "display")


@pytest.mark.parametrize("brand", BRANDS)
def test_every_colour_is_given_for_the_screen_and_in_inks_that_can_be_printed(brand: str) -> None:
    palette = Tokens.read(tokens_of(brand)["palette"]).written("palette", "patient")
    colours = {name for name in palette if not name.endswith(("-inks", "-spot"))}
    assert {name for name in palette if name.endswith("-inks")} == {f"{name}-inks" for name in colours}
    for name in colours:
        assert re.fullmatch(r"#[0-9a-f]{6}", palette[name]), name
        inks = [float(ink) for ink in palette[f"{name}-inks"].split()]
        assert len(inks) == 4
        assert all(0 <= ink <= 100 for ink in inks)
        assert sum(inks) <= 240


@pytest.mark.parametrize("brand", BRANDS)
@pytest.mark.parametrize(("role", "ground", "least"), PAIRS)
def test_what_is_read_and_what_is_seen_stands_out_from_its_ground(
    brand: str, role: str, ground: str, least: float
) -> None:
    colours = Tokens.read(*tokens_of(brand).values()).shared
    assert contrast(colours[f"--{role}"], colours[f"--{ground}"]) >= least


@pytest.mark.parametrize("brand", BRANDS)
def test_a_brand_defines_every_token_that_is_asked_for(brand: str) -> None:
    house = Tokens.read(*tokens_of("house").values()).names
    folders = [
        path
        for part in ("styles", "templates")
        for path in (ROOT / part).rglob("*")
        if path.suffix in {".css", ".html"}
    ]
    motif = Path("templates/motif.html")
    folders = [BRANDS[brand] / motif if path == ROOT / motif else path for path in folders]
    asked = {
        name
        for path in folders
        if path.parent.name != "tokens"
        for name in ASKED.findall(path.read_text(encoding="utf-8"))
    }
    assert len(asked & set(house)) > 50
    assert asked & set(house) - set(Tokens.read(*tokens_of(brand).values()).names) == set()


@pytest.mark.parametrize("brand", BRANDS)
@pytest.mark.parametrize("audience", ["patient", "clinician"])
def test_sizes_keep_to_the_floors_and_to_a_scale(brand: str, audience: str) -> None:
    sizes = _sizes(tokens_of(brand)["type"], audience)
    assert {name: sizes[name] for name, least in FLOORS.items() if sizes[name] < least} == {}
    scale = sorted({sizes[f"{name}-size"] for name in SCALE})
    assert [(small, large) for small, large in pairwise(scale) if large < small * 1.2] == []
    if audience == "patient":
        assert sizes["lead-leading"] <= 1.5 * sizes["lead-size"]


def _sizes(path: Path, audience: str) -> dict[str, float]:
    """Return the sizes and leadings of ``path`` in pt, by name without ``--``, as readers of ``audience`` get them."""
    tokens = Tokens.read(path)
    found = {name: tokens.value(name, audience) for name in tokens.names}
    return {name.removeprefix("--"): points(value) for name, value in found.items() if not name.endswith("-face")}


@pytest.mark.parametrize("brand", BRANDS)
def test_a_motif_has_every_macro_and_takes_its_colours_from_tokens(brand: str) -> None:
    motifs = {
        name: (folder / "templates" / "motif.html").read_text(encoding="utf-8") for name, folder in BRANDS.items()
    }
    macros = {name: set(re.findall(r"macro (\w+)\(", motif)) for name, motif in motifs.items()}
    assert macros[brand] >= macros["house"] - OWN
    assert re.findall(r"(?:fill|stroke)=[\"'](?!none|\{\{)[^\"']*", motifs[brand]) == []


@pytest.mark.parametrize("brand", BRANDS)
def test_every_font_has_its_licence_beside_it_and_every_face_its_file(brand: str) -> None:
    fonts = BRANDS[brand] / "styles" / "fonts"
    files = set(fonts.rglob("*.ttf"))
    for path in files:
        assert (path.parent / "OFL.txt").is_file()
        assert path.name in (fonts / "README.md").read_text(encoding="utf-8")
    faces = tokens_of(brand)["faces"]
    named = re.findall(r'url\("([^"]+)"\)', faces.read_text(encoding="utf-8"))
    assert {(faces.parent / name).resolve() for name in named} == files - set(PUBLISHED.glob("*.ttf"))
    assert set(font_files(faces).values()) <= {faces.parent / name for name in named}
