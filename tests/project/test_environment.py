from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest

from brochures.project import environment
from brochures.project.paths import ROOT


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with an environment that can be used, of another Python than this one."""
    (tmp_path / ".venv").mkdir()
    (tmp_path / ".venv" / "pyvenv.cfg").write_text("home = here\n")
    for folder in (tmp_path, tmp_path / ".venv"):
        (folder / environment.LOCK).write_text("one\n")
    return tmp_path


def _fault(root: Path) -> str:
    return environment.fault(str(root), str(root / ".venv"))


def test_nothing_keeps_a_whole_environment_from_being_used(root: Path) -> None:
    assert _fault(root) == ""


@pytest.mark.parametrize(
    ("lost", "said"),
    [
        (".venv", "is missing"),
        (".venv/pyvenv.cfg", "is only half made (.venv/pyvenv.cfg is missing)"),
        (".venv/requirements.lock", "is only half made (not everything is installed)"),
        ("requirements.lock", "is not what requirements.lock lists"),
    ],
)
def test_what_is_missing_is_told(root: Path, lost: str, said: str) -> None:
    path = root / lost
    shutil.rmtree(path) if path.is_dir() else path.unlink()
    assert _fault(root) == said


def test_an_environment_of_another_list_is_told(root: Path) -> None:
    (root / environment.LOCK).write_text("two\n")
    assert _fault(root) == "is not what requirements.lock lists"


def test_inside_of_it_this_python_is_looked_at(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert environment.is_running(sys.prefix)
    assert not environment.is_running(str(root / ".venv"))
    monkeypatch.setattr(sys, "prefix", str(root / ".venv"))
    assert _fault(root) == ""
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None if name == "click" else name)
    here = "{}.{}".format(*sys.version_info[:2])
    assert _fault(root) == f"holds nothing for Python {here}: it was made for another, or is damaged"
    monkeypatch.setattr(environment, "OLDEST", (99, 1))
    assert _fault(root) == f"has Python {here}, and 99.1 or newer is needed"


def test_the_mend_is_make_and_on_windows_the_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    assert environment.mend("is missing") == "make it with: make"
    assert environment.mend("is not what it was") == "make it anew with: make"
    monkeypatch.setattr(os, "name", "nt")
    told = environment.mend("is missing")
    assert told == "go through 'Set it up on Windows' in docs/staff.md again"
    monkeypatch.undo()
    assert "\n### Set it up on Windows\n" in (ROOT / "docs" / "staff.md").read_text(encoding="utf-8")


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """What was started in place of this Python; the system answers as if nothing had been."""
    calls: list[list[str]] = []

    def call(arguments: list[str]) -> int:
        calls.append(arguments)
        return 1

    monkeypatch.setattr(os, "execv", lambda _, arguments: calls.append(arguments))
    monkeypatch.setattr("subprocess.call", call)
    monkeypatch.setattr(os, "environ", {"PYTHONHOME": "elsewhere", "PYTHONPATH": "elsewhere", "HOME": "home"})
    monkeypatch.setattr(sys, "getfilesystemencoding", lambda: "utf-8")
    return calls


def test_another_python_hands_over_once_and_nothing_of_its_own_goes_along(root: Path, started: list[list[str]]) -> None:
    home = str(root / ".venv")
    environment.entered(str(root), ["build.py", "list"])
    assert started[0] == [f"{home}/bin/python", "build.py", "list"]
    assert (os.environ[environment.HANDED_OVER], os.environ.get("PYTHONHOME"), os.environ.get("PYTHONPATH")) == (
        home,
        None,
        None,
    )
    assert environment.entered(str(root), []) == (
        3,
        "build.py: the project's environment belongs to another Python; make it anew with: make\n",
    )
    assert environment.HANDED_OVER not in os.environ


def test_the_right_python_goes_on_unless_it_knows_no_letters(
    root: Path, started: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "prefix", str(root / ".venv"))
    assert environment.entered(str(root), ["build.py"]) is None
    assert started == []
    monkeypatch.setattr(sys, "getfilesystemencoding", lambda: "ascii")
    environment.entered(str(root), ["build.py"])
    assert started[0][1:] == ["-X", "utf8", "build.py"]
    assert environment.entered(str(root), ["build.py"]) is None


def test_a_python_that_cannot_be_started_is_told(
    root: Path, started: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "execv", refuse)
    python = f"{root}/.venv/bin/python"
    told = f"has no Python that can be started here (Permission denied: {python}); make it anew with: make"
    assert environment.entered(str(root), []) == (3, f"build.py: the project's environment {told}\n")
    (root / environment.LOCK).unlink()
    assert "is not what requirements.lock lists; make it anew" in str(environment.entered(str(root), []))
    assert started == []


def test_on_windows_the_other_python_is_waited_for(
    root: Path, started: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    home = str(root / ".venv")
    monkeypatch.setattr(os, "name", "nt")
    assert environment.entered(str(root), ["build.py"]) == (1, "")
    monkeypatch.undo()
    assert started == [[f"{home}/Scripts/python.exe", "build.py"]]
