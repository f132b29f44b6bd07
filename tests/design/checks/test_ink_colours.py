"""Inks held against the colour of the screen, and type against its ground."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from brochures.design.checks.ink_colours import PAPER
from brochures.project.paths import ROOT
from tests.design.checks.gate import found


def _colours(root: Path, text: str, *codes: str, profile: bool = True) -> list[tuple[str, str, str]]:
    if profile:
        (root / "styles" / "profiles").mkdir(parents=True)
        shutil.copy(ROOT / "styles" / PAPER, root / "styles" / PAPER)
    return found(root, {"tokens/c.css": f":root {{\n{text}\n}}"}, *codes)


def test_inks_that_were_left_behind_are_told_with_their_distance(tmp_path: Path) -> None:
    text = "--palette-water: #d0207f;\n--palette-water-inks: 66 0 18 40;\n--palette-mist: #c9dfdf;\n--palette-mist-inks: 20 0 10 2;"
    said = "'--palette-water: #d0207f' and its inks '66 0 18 40' are two colours: 92 apart in CIELAB, 6 at most"
    mend = "write the inks of that colour into '--palette-water-inks' (line 3), or the colour of those inks here"
    assert _colours(tmp_path, text, "STY-302") == [("styles/tokens/c.css:2:1", said, mend)]


@pytest.mark.parametrize(("inks", "far"), [("66 0 18 40", False), ("66 0 18 49", False), ("66 0 18 52", True)])
def test_two_colours_that_look_like_one_may_differ_by_six(tmp_path: Path, inks: str, *, far: bool) -> None:
    text = f"--palette-water: #2b7f8c;\n--palette-water-inks: {inks};"
    assert bool(_colours(tmp_path, text, "STY-302")) is far


@pytest.mark.parametrize(
    "text",
    [
        "--palette-a: #000000; --palette-a-inks: 0 0 0 100;",
        "--palette-a: #d0207f; --palette-a-inks: 66 0 18 40; --palette-a-spot: PANTONE 1 C 100;",
        "--palette-a: #d0207f; --palette-a-inks: 66 0 18;",
        "--palette-a: #d0207f; --palette-a-inks: a b c d;",
        "--palette-a: #d0207g; --palette-a-inks: 66 0 18 40;",
        "--a: #d0207f; --a-inks: 66 0 18 40;",
    ],
)
def test_black_alone_a_spot_and_what_is_told_elsewhere_is_not(tmp_path: Path, text: str) -> None:
    assert _colours(tmp_path, text, "STY-302") == []


def test_without_its_paper_nothing_is_compared(tmp_path: Path) -> None:
    text = "--palette-water: #d0207f;\n--palette-water-inks: 66 0 18 40;"
    assert _colours(tmp_path, text, "STY-302", profile=False) == []
    (tmp_path / "styles" / "profiles").mkdir()
    (tmp_path / "styles" / PAPER).write_bytes(b"no profile")
    assert _colours(tmp_path, text, "STY-302", profile=False) == []


def test_type_that_is_too_weak_is_told_once_on_the_ground_where_it_is_weakest(tmp_path: Path) -> None:
    text = "--paper: #ffffff; --ground-sand: #dddddd;\n--ink: #777777; --rule-strong: #949494; --stream-two: #969696;"
    assert _colours(tmp_path, text, "STY-303", profile=False) == [
        ("styles/tokens/c.css:3:1", "'--ink' (#777777) has a contrast of 3.3 to 1 on '--ground-sand' (#dddddd), and needs 4.5", "take a darker colour for one of the two, or a lighter one for the other"),
        ("styles/tokens/c.css:3:41", "'--stream-two' (#969696) has a contrast of 2.96 to 1 on '--paper' (#ffffff), and needs 3", "take a darker colour for one of the two, or a lighter one for the other"),
        ("styles/tokens/c.css:3:17", "'--rule-strong' (#949494) has a contrast of 2.23 to 1 on '--ground-sand' (#dddddd), and needs 3", "take a darker colour for one of the two, or a lighter one for the other"),
    ]  # fmt: skip
