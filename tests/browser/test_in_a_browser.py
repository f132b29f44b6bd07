"""The real web pages in a browser that the system has, opened as files, with no network: what a reader sees, and what axe-core tells."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from tests.browser.pieces import SLUGS
from tests.real import RealDocuments, once

NARROW = 320
"""CSS px: what a page of 1280 px has at 400 per cent (WCAG 2.2, 1.4.10)."""

TARGET = 24
"""CSS px (WCAG 2.2, 2.5.8)."""

LOOKS: Mapping[str, Mapping[str, Any]] = {
    "wide": {"width": 1280, "axe": True},
    "narrow and dark": {"width": NARROW, "dark": True, "axe": True},
    "narrow and large": {"width": NARROW, "fontSize": "200%"},
    "at 400 per cent": {"width": NARROW, "height": 225, "scale": 4},
}

Seen = Mapping[str, Mapping[str, Any]]


def looked(jobs: Sequence[Mapping[str, Any]]) -> list[Any]:
    """Return what the browser sees of each of ``jobs``."""
    node, browser = shutil.which("node"), shutil.which("chromium")
    installed = (Path(__file__).parent / "node_modules").is_dir()
    assert node and browser and installed, "these tests need a browser: .ci/setup readers installs it"  # noqa: PT018
    ran = subprocess.run(  # noqa: S603 a program of ours
        [node, str(Path(__file__).parent / "look.mjs")], input=json.dumps(jobs), text=True, capture_output=True, check=False,
        env={"PATH": "/usr/bin:/bin", "HOME": "/tmp", "BROWSER_FOR_TESTS": browser}, timeout=240,  # noqa: S108 it writes nothing there that stays
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    found: list[Any] = json.loads(ran.stdout)
    return found


@pytest.fixture(scope="module")
def seen(real: RealDocuments) -> Mapping[str, Seen]:
    """What is seen of each page, by its piece and the look at it."""
    jobs = [{**look, "file": str(real.path(f"{slug}.web"))} for slug in SLUGS for look in LOOKS.values()]
    found = iter(once(real.folder / "in-a-browser", lambda: looked(jobs)))
    return {slug: {name: next(found) for name in LOOKS} for slug in SLUGS}


@pytest.mark.parametrize("slug", SLUGS)
def test_axe_finds_nothing(seen: Mapping[str, Seen], slug: str) -> None:
    for name in ("wide", "narrow and dark"):
        assert seen[slug][name]["violations"] == [], name
        assert seen[slug][name]["passes"] > 20


@pytest.mark.parametrize("slug", SLUGS)
def test_no_page_is_wider_than_its_window_however_narrow_that_is_and_large_its_letters(
    seen: Mapping[str, Seen], slug: str
) -> None:
    for name, look in seen[slug].items():
        assert look["scrollWidth"] <= look["clientWidth"], (name, look["wide"])


@pytest.mark.parametrize("slug", SLUGS)
def test_it_asks_for_nothing_and_breaks_no_rule_of_its_own(seen: Mapping[str, Seen], slug: str) -> None:
    for look in seen[slug].values():
        assert look["asked"] == 1, "the page itself, and nothing more"
        assert look["said"] == []
        assert all(face.endswith(" loaded") for face in look["faces"])
        assert any(face.startswith("Plain Zero 400") for face in look["faces"])


@pytest.mark.parametrize("slug", SLUGS)
def test_numbers_to_call_are_found_by_a_finger(seen: Mapping[str, Seen], slug: str) -> None:
    for name in ("wide", "narrow and dark", "narrow and large", "at 400 per cent"):
        calls = seen[slug][name]["calls"]
        assert {"tel:988", "tel:911"} <= {address for address, _, _ in calls}
        assert [one for one in calls if min(one[1:]) < TARGET] == []


@pytest.mark.parametrize("slug", SLUGS)
def test_at_400_per_cent_every_word_is_there_and_nothing_is_covered(seen: Mapping[str, Seen], slug: str) -> None:
    zoomed, narrow = seen[slug]["at 400 per cent"], seen[slug]["narrow and dark"]
    assert zoomed["words"] == narrow["words"]
    assert zoomed["stuck"] == [], "what stays in the window takes room from the words"


def test_a_reader_s_own_size_of_letters_and_dark_mode_count(seen: Mapping[str, Seen]) -> None:
    one = seen["program-trifold"]
    assert (one["wide"]["size"], one["narrow and large"]["size"]) == ("18px", "36px")
    assert (one["wide"]["ground"], one["narrow and dark"]["ground"]) == ("rgb(255, 255, 255)", "rgb(27, 27, 27)")


def test_it_can_be_printed(real: RealDocuments, tmp_path: Path) -> None:
    target = tmp_path / "printed.pdf"
    looked([{"file": str(real.path("program-trifold.web")), "pdf": str(target), "dark": True}])
    pages = PdfReader(target).pages
    words = " ".join(" ".join(page.extract_text() for page in pages).split())
    assert 3 <= len(pages) <= 8
    assert "Thinking of suicide?" in words
    assert "Go to the words" not in words
    assert [round(float(edge)) for edge in pages[0].mediabox[2:]] == [612, 792]
