"""Words are edited in the page of the preview, in a real browser: refused, mended, saved, put back; a second tab is told."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from brochures.project.paths import ROOT
from tests.miniature import Miniature
from tests.signing import sign_all

pytestmark = pytest.mark.slow

OLD = "Ketamine is not approved for addiction. Using it this way is called “off-label”."
RISKY = "Ketamine is not approved for addiction. It works. To use it so is called “off-label”."
HONEST = "Ketamine is not approved for addiction. To use it so is called “off-label”."
OTHER = "Ketamine is not approved for addiction. Such use is called “off-label”."
SIGNATURE = "the signature of B. Writer (Medical director) under statement 'ketamine.off-label' (patient, en)"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Miniature:
    mini = Miniature.copied_to(tmp_path_factory.mktemp("editing") / "project")
    sign_all(mini.project)
    return mini


@pytest.fixture(scope="module")
def address(project: Miniature) -> Iterator[str]:
    """Where the preview of the project is served, in a process of its own."""
    with subprocess.Popen(  # noqa: S603 the program itself
        [sys.executable, str(ROOT / "build.py"), "preview", "--no-open", "--root", str(project.root)],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    ) as run:  # fmt: skip
        assert run.stdout is not None
        yield run.stdout.readline().strip()
        run.terminate()


@pytest.fixture(scope="module")
def seen(project: Miniature, address: str) -> dict[str, Any]:
    """What somebody saw who edited words."""
    node, browser = shutil.which("node"), shutil.which("chromium")
    assert node and browser, "this test needs a browser: .ci/setup readers installs it"  # noqa: PT018
    file = project.root / "content/ketamine.yaml"
    job = {
        "address": address,
        "file": str(file),
        "editor": str(project.project.before / ".editor"),
        "line": "approved for",
        "risky": RISKY,
        "honest": HONEST,
        "other": OTHER,
    }
    ran = subprocess.run(  # noqa: S603 a program of ours
        [node, str(Path(__file__).parent / "edit-words.mjs")], input=json.dumps(job), text=True, capture_output=True, check=False,
        env={"PATH": "/usr/bin:/bin", "HOME": "/tmp", "BROWSER_FOR_TESTS": browser}, timeout=240,  # noqa: S108 it writes nothing there that stays
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    found: dict[str, Any] = json.loads(ran.stdout)
    return found


def test_the_form_shows_the_words_and_their_source(seen: dict[str, Any]) -> None:
    assert seen["words"] == OLD
    assert "Read there: here in 2026-01." in seen["sources"]
    assert seen["wrong"] == []


def test_a_risky_word_is_refused_with_its_mend_and_nothing_is_written(seen: dict[str, Any]) -> None:
    refused = seen["refused"]
    assert "The gate refuses 1 thing: these words are not saved." in refused["sum"]
    assert "'works' claims more than is known." in refused["gate"]
    assert "Mend: say what was found." in refused["gate"]
    assert refused["off"]
    assert OLD in refused["file"]


def test_saving_changes_one_text_and_says_which_signature_is_void(seen: dict[str, Any]) -> None:
    assert seen["voids"] == f"This voids {SIGNATURE}."
    assert f"This voids {SIGNATURE}." in seen["saved"]["told"]
    assert seen["saved"]["file"] == seen["refused"]["file"].replace(OLD, HONEST)


def test_a_second_tab_is_told_and_saves_nothing_over_it(seen: dict[str, Any]) -> None:
    told = seen["second"]["told"]
    assert told.startswith("Somebody changed these words after you began.")
    assert HONEST in told
    assert OTHER in told
    assert seen["second"]["file"] == seen["saved"]["file"]


def test_the_last_version_is_put_back_and_its_signature_holds(seen: dict[str, Any]) -> None:
    assert f"The {SIGNATURE.removeprefix('the ')} holds again." in seen["back"]["told"]
    assert seen["back"]["file"] == seen["refused"]["file"]


def test_no_role_and_no_name_is_filled_in_for_who_signs(seen: dict[str, Any]) -> None:
    assert (seen["role"], seen["name"]) == ("", "")


def test_a_tab_that_is_shut_with_its_form_open_lets_others_edit(seen: dict[str, Any]) -> None:
    assert (seen["held"], seen["left"]) == (True, False)


def test_the_forms_keep_the_rules_for_access(seen: dict[str, Any]) -> None:
    assert seen["axe"] == {"wide": [], "narrow": [], "two wordings": [], "signing": []}
