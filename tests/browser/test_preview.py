"""The live preview in a browser that the system has: it opens, follows words and styles, tells a mistake, mends, and unfolds."""

from __future__ import annotations

import json
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from brochures.project.paths import ROOT
from tests.miniature import Miniature
from tests.signing import sign_all

pytestmark = pytest.mark.slow

Seen = Mapping[str, Any]


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> Seen:
    """What the browser sees of a preview of the miniature project, and how the preview ended."""
    node, browser = shutil.which("node"), shutil.which("chromium")
    installed = (Path(__file__).parent / "node_modules").is_dir()
    assert node and browser and installed, "these tests need a browser: .ci/setup readers installs it"  # noqa: PT018
    mini = Miniature.copied_to(tmp_path_factory.mktemp("preview") / "project")
    sign_all(mini.project)
    order = [sys.executable, str(ROOT / "build.py"), "preview", "--no-open", "--root", str(mini.root)]
    with subprocess.Popen(order, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as server:  # noqa: S603 a program of ours
        try:
            assert server.stdout is not None
            address = server.stdout.readline().strip()
            ran = subprocess.run(  # noqa: S603 a program of ours
                [node, str(Path(__file__).parent / "preview.mjs"), address, str(mini.root)], text=True, capture_output=True, check=False,
                env={"PATH": "/usr/bin:/bin", "HOME": "/tmp", "BROWSER_FOR_TESTS": browser}, timeout=180,  # noqa: S108 it writes nothing there that stays
            )  # fmt: skip
        finally:
            server.send_signal(signal.SIGINT)
            _, said = server.communicate(timeout=20)
    assert ran.returncode == 0, ran.stderr
    found: dict[str, Any] = json.loads(ran.stdout)
    return {**found, "ended": server.returncode, "errors": said, "wrote": (mini.root / "out").exists()}


def test_it_shows_all_pieces_and_the_sheets_at_true_proportions(seen: Seen) -> None:
    assert seen["pieces"] == ["A folded piece", "A packet"]
    assert len(seen["sheets"]) == 2
    for wide, high in seen["sheets"]:
        assert wide / high == pytest.approx(11 / 8.5, rel=0.01)


def test_the_picture_follows_words_and_styles_and_nothing_moves(seen: Seen) -> None:
    assert seen["followedWords"] < 10_000
    assert seen["followedStyle"] < 20_000
    assert seen["placeAfter"] == seen["placeBefore"]
    assert seen["placeBefore"][1] > 100
    assert "Set in" in seen["status"]


def test_a_mistake_is_told_over_the_last_good_sheet_until_it_is_mended(seen: Seen) -> None:
    assert "titel" in seen["alarm"]
    assert "content/brochures/fold.yaml:2:1" in seen["alarm"]
    assert seen["alarmLink"].startswith("vscode://file/")
    assert seen["stillShown"]
    assert seen["mended"] == "good"


def test_the_sheet_on_folding_is_a_sheet_of_its_own(seen: Seen) -> None:
    called, sheets, lines = seen["beside"]
    assert (called, sheets) == ("How to fold", 1)
    assert lines > 1


def test_a_line_chosen_by_keys_leads_to_its_file(seen: Seen) -> None:
    assert "content/" in seen["word"]


def test_the_piece_unfolds_panel_by_panel(seen: Seen) -> None:
    assert seen["folds"] == ["Shut, as it is handed out", "Opened 1 of 2 times", "Open: the inside"]
    assert seen["wings"] == 3


def test_words_are_found_in_every_piece(seen: Seen) -> None:
    assert seen["hits"] >= 2


def test_axe_finds_nothing_and_nothing_is_too_wide(seen: Seen) -> None:
    assert set(seen["axe"]) == {"wide", "tablet", "words", "broken", "beside", "folded", "help"}
    for name, look in seen["axe"].items():
        assert look["violations"] == [], name
        assert look["wide"] <= 0, name
        assert look["passes"] > 20


def test_it_asks_nobody_else_says_nothing_wrong_and_ends_well(seen: Seen) -> None:
    assert (seen["asked"], seen["said"]) == ([], [])
    assert (seen["ended"], seen["wrote"]) == (0, False)
    assert "Traceback" not in seen["errors"]
