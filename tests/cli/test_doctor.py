from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from brochures.cli import doctor, health
from brochures.cli.health import Examination, OtherProgram, of_the_program, of_tools
from brochures.cli.health_of_files import of_files
from brochures.engine import system_libraries
from brochures.project import programs
from brochures.project.exit_codes import ExitCode
from brochures.project.paths import ROOT, Project
from tests.miniature import Miniature

Tool = Callable[..., Result]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A project with one locked package, installed whole."""
    root = tmp_path / "home"
    site = root / ".venv" / "lib" / "python3.11" / "site-packages"
    info = site / "some_package-1.2.dist-info"
    info.mkdir(parents=True)
    (site / "some.py").write_text("12345")
    (info / "RECORD").write_text(
        "some.py,sha256=x,5\n../../../bin/some,sha256=y,9\nsome_package-1.2.dist-info/RECORD,,\n"
    )
    (root / ".venv" / "pyvenv.cfg").write_text("home = here\n")
    lock = (
        "Some.Package==1.2 ; sys_platform != 'plan9' \\\n    --hash=sha256:0\nother==1 ; sys_platform == 'plan9' \\\n"
    )
    for path in (root, root / ".venv"):
        (path / "requirements.lock").write_text(lock)
    (root / "requirements-dev.lock").write_text(lock)
    return root


def _look(what: str, looks: object) -> Examination:
    (found,) = (one for one in looks if one.what == what)  # type: ignore[attr-defined]
    assert isinstance(found, Examination)
    return found


def test_on_this_machine_the_program_can_run_and_that_is_told_within_seconds(tool: Tool) -> None:
    began = time.monotonic()
    result = tool("doctor")
    assert time.monotonic() - began < 10
    assert result.exit_code == 0
    said = [line.split()[:2] for line in result.stdout.splitlines()]
    assert ["ok", "Pango"] in said
    assert ["ok", "environment"] in said
    assert result.stdout.splitlines()[-1].endswith("to note")


def test_packages_are_held_against_the_lock_file_and_their_own_records(home: Path) -> None:
    whole = _look("packages", of_the_program(home))
    assert (whole.state, whole.seen) == ("ok", "1 as requirements.lock has them, every file there")


@pytest.mark.parametrize(
    ("damage", "seen"),
    [
        (lambda site: (site / "some.py").unlink(), "some-package is damaged (some.py is gone)"),
        (lambda site: (site / "some.py").write_text("1234"), "some-package is damaged (some.py was changed)"),
        (lambda site: shutil.rmtree(site / "some_package-1.2.dist-info"), "some-package 1.2 is missing"),
        (
            lambda site: (site / "some_package-1.2.dist-info").rename(site / "some_package-1.3.dist-info"),
            "some-package is 1.3, and 1.2 is wanted",
        ),
        (
            lambda site: (site / "some_package-1.2.dist-info" / "RECORD").unlink(),
            "some-package is damaged (some_package-1.2.dist-info/RECORD cannot be read)",
        ),
    ],
)
def test_a_package_that_is_not_what_the_lock_file_has_is_told_with_its_mend(
    home: Path, damage: Callable[[Path], object], seen: str
) -> None:
    damage(home / ".venv" / "lib" / "python3.11" / "site-packages")
    looks = [*of_the_program(home)]
    needed, tests = _look("packages", looks), _look("packages of tests", looks)
    assert (needed.state, needed.seen, needed.ends) == ("wrong", seen, ExitCode.CANNOT_RUN)
    assert needed.mend == "remove the folder .venv, then: make"
    assert tests.mend == "make check", "there is no copy of that list yet"
    assert (tests.state, tests.ends) == ("note", ExitCode.DONE)


def test_a_library_that_is_missing_is_told_with_the_line_for_this_system(
    monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    monkeypatch.setattr(system_libraries, "missing", lambda: ["pango"])
    monkeypatch.setattr(system_libraries, "versions", lambda: {"harfbuzz": "8.1"})
    monkeypatch.setattr(health, "system", lambda: "Fedora")
    looks = [*of_the_program(home)]
    pango = _look("Pango", looks)
    assert pango.seen == "not found; 1.44 or newer is needed"
    assert pango.mend == "sudo dnf install --assumeyes pango harfbuzz"
    assert _look("HarfBuzz with its subsetter", looks).state == "ok"
    assert doctor.exit_code(looks) == 3


def test_a_library_that_cannot_be_asked_is_told(monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    def broken() -> dict[str, str]:
        raise OSError("invalid ELF header")

    monkeypatch.setattr(system_libraries, "versions", broken)
    assert "invalid ELF header" in _look("Pango, HarfBuzz", of_the_program(home)).seen


@pytest.mark.parametrize(
    ("file", "damage", "what", "seen"),
    [
        ("plain-zero/PlainZero-Bold.ttf", b"x", "fonts", "PlainZero-Bold.ttf is not the one that README.md has"),
        ("plain-zero/PlainZero-Bold.ttf", None, "fonts", "PlainZero-Bold.ttf is missing"),
        ("plain-zero/OFL.txt", None, "licences of fonts", "missing in plain-zero"),
        ("../profiles/TR006_coated.icc", b"x", "colour profiles", "TR006_coated.icc: no whole CMYK profile"),
        ("../profiles/TR006_coated.icc", None, "colour profiles", "TR006_coated.icc is missing"),
    ],
)
def test_a_font_or_profile_that_is_not_the_right_one_is_told(
    mini: Miniature, file: str, damage: bytes | None, what: str, seen: str
) -> None:
    for folder in ("fonts", "profiles"):
        shutil.copytree(ROOT / "styles" / folder, mini.root / "styles" / folder, dirs_exist_ok=True)
    assert _look(what, of_files(mini.project)).state == "ok"
    path = mini.root / "styles" / "fonts" / file
    path.unlink()
    if damage is not None:
        path.write_bytes(damage)
    found = _look(what, of_files(mini.project))
    assert (found.state, found.ends) == ("wrong", ExitCode.ERRORS)
    assert seen in found.seen
    assert found.mend.startswith("restore it from version control")


def test_files_of_the_project_itself_are_those_with_the_checksums() -> None:
    looks = {one.what: one.state for one in of_files(Project.open(ROOT))}
    assert {looks[what] for what in ("fonts", "licences of fonts", "colour profiles", "schema for editors")} == {"ok"}


def test_a_schema_that_is_not_there_is_told_with_the_command_that_writes_it(mini: Miniature) -> None:
    found = _look("schema for editors", of_files(mini.project))
    assert (found.state, found.mend) == ("note", "./build.py schema")
    assert "brochure.schema.json" in found.seen


def test_a_folder_that_cannot_be_written_is_told(mini: Miniature, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(**_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("tempfile.TemporaryFile", refused)
    found = _look("folder for files", of_files(mini.project))
    assert (found.state, found.ends) == ("wrong", ExitCode.ERRORS)
    assert found.seen == f"{mini.out} cannot be written: Permission denied"


def test_looking_leaves_nothing_behind(mini: Miniature) -> None:
    before = sorted(mini.root.rglob("*"))
    assert [*of_files(mini.project)]
    assert sorted(mini.root.rglob("*")) == before


@pytest.mark.parametrize(
    ("free", "state"), [(50 * 2**20 - 1, "wrong"), (50 * 2**20, "note"), (500 * 2**20 - 1, "note"), (500 * 2**20, "ok")]
)
def test_room_on_the_disk(mini: Miniature, monkeypatch: pytest.MonkeyPatch, free: int, state: str) -> None:
    usage = shutil.disk_usage(mini.root)._replace(free=free)
    monkeypatch.setattr("shutil.disk_usage", lambda _: usage)
    assert _look("room on the disk", of_files(mini.project)).state == state


def test_a_program_that_is_not_there_is_a_note_with_its_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(health, "system", lambda: "Debian, Ubuntu")
    nothing = OtherProgram("no-such-program", ("--version",), "tests only", {"Debian, Ubuntu": "nothing"})
    (found,) = of_tools([nothing])
    assert (found.state, found.seen, found.ends) == ("note", "not found; tests only", ExitCode.DONE)
    assert found.mend == "sudo apt-get install --yes nothing"


@pytest.mark.skipif(os.name == "nt", reason="needs programs with a first line that names their interpreter")
@pytest.mark.parametrize(
    ("script", "version"),
    [("echo 'some 7.12.1 of today'", "7.12.1"), ("exit 3", ""), ("echo 1.5; sleep 60", "1.5")],
)
def test_programs_are_asked_for_their_version_and_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, version: str
) -> None:
    program = tmp_path / "asked"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    monkeypatch.setattr(programs, "PATIENCE", 0.5)
    found = programs.installed({"asked": ("--version",), "nobody-has-this": ()})
    assert found == {"asked": programs.Installed(str(program), version), "nobody-has-this": None}


def test_a_program_that_cannot_be_started_has_no_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "asked"
    program.write_bytes(b"\x7fELF damaged")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert programs.installed({"asked": ()}) == {"asked": programs.Installed(str(program), "")}


@pytest.mark.parametrize(
    "arguments", [["--help"], ["--format", "xml"], ["--root"], ["--root", ""], ["--what", "x"], ["page"]]
)
def test_help_and_wrong_usage_are_left_to_the_command_line(arguments: list[str]) -> None:
    assert doctor.at_once(arguments) is None


def test_no_project_is_wrong_usage(tmp_path: Path) -> None:
    ended = doctor.at_once(["--root", str(tmp_path)])
    assert ended is not None
    assert ended[0] == 2
    assert "is not a project" in ended[1]


@pytest.mark.slow
def test_it_runs_where_there_is_no_environment_and_ends_with_3(tmp_path: Path) -> None:
    shutil.copy(ROOT / "build.py", tmp_path)
    shutil.copy(ROOT / "requirements.lock", tmp_path)
    shutil.copytree(ROOT / "brochures", tmp_path / "brochures", ignore=shutil.ignore_patterns("__pycache__"))
    for folder in ("content", "templates", "styles"):
        (tmp_path / folder).mkdir()
    result = subprocess.run(  # noqa: S603 our own program
        [sys.executable, "-S", tmp_path / "build.py", "doctor", "--format=json"],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (result.returncode, result.stderr) == (3, "")
    looks = {one["what"]: one for one in json.loads(result.stdout)}
    assert (looks["environment"]["state"], looks["environment"]["seen"]) == ("wrong", ".venv is missing")
    assert looks["environment"]["mend"] == "Make it with: make"
    assert looks["packages"]["state"] == "wrong"
    assert "click" in looks["packages"]["seen"]


@pytest.mark.slow
def test_a_damaged_library_is_told_in_a_line_and_by_doctor(tmp_path: Path) -> None:
    (tmp_path / "click").mkdir()
    (tmp_path / "click" / "__init__.py").write_text("from .core import nothing\n")

    def run(*order: str) -> subprocess.CompletedProcess[str]:
        ahead = {**os.environ, "PYTHONPATH": str(tmp_path), "BROCHURES_HANDED_OVER_TO": str(ROOT / ".venv")}
        return subprocess.run(  # noqa: S603 our own program
            [sys.executable, ROOT / "build.py", *order],
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
            env=ahead,
        )

    refused = run("list")
    assert (refused.returncode, refused.stdout) == (3, "")
    assert refused.stderr == (
        "build.py: the project's environment is damaged (No module named 'click.core'): remove the folder .venv, "
        "then make it with: make; './build.py doctor' says more\n"
    )
    assert "packages" in run("doctor").stdout
