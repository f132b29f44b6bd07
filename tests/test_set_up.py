"""Set-up, before there is an environment: ``.ci/setup`` against a ``python3`` of the test's own, which makes what the test says."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tomllib
from dataclasses import dataclass
from pathlib import Path

import pytest

from brochures.project import environment
from brochures.project.paths import ROOT

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no sh")

PYTHON = """#!/bin/sh
echo "$(basename "$0") $1 $2" >>"$LOG"
case "$1 $2 $3" in
    '-m venv --clear') mkdir -p .venv/bin .venv/lib && echo home >.venv/pyvenv.cfg && cp "$FAKE" .venv/bin/python ;;
    '-m pip install') [ -e "$PIP" ] || exit 0; cat "$PIP" >&2; exit 1 ;;
    '--version  ') echo 'Python 3.12.9' ;;
    *) [ "$(basename "$0")" = python3 ] || [ ! -e "$FAULT" ] || cat "$FAULT" ;;
esac
"""


@dataclass
class Machine:
    """A folder with the set-up of the project and a Python; ``set_up`` runs it."""

    root: Path
    tools: Path

    @classmethod
    def at(cls, folder: Path) -> Machine:
        root, tools = folder / "project", folder / "tools"
        (root / ".ci").mkdir(parents=True)
        tools.mkdir()
        shutil.copy(ROOT / ".ci" / "setup", root / ".ci")
        (root / "requirements.lock").write_text("one\n")
        (root / "requirements-dev.lock").write_text("one\ntwo\n")
        (tools / "python3").write_text(PYTHON)
        (tools / "python3").chmod(0o755)
        return cls(root, tools)

    def set_up(self, *arguments: str, path: str | None = None) -> subprocess.CompletedProcess[str]:
        named = {"LOG": "log", "FAKE": "python3", "PIP": "pip", "FAULT": "fault"}
        return subprocess.run(  # noqa: S603 our own script
            ["/bin/sh", ".ci/setup", "environment", *arguments],
            capture_output=True,
            text=True,
            check=False,
            timeout=20,
            cwd=self.root,
            env={
                "PATH": path or f"{self.tools}:/usr/bin:/bin",
                **{key: str(self.tools / name) for key, name in named.items()},
            },
        )

    def venvs(self) -> int:
        """How often an environment was made."""
        return (self.tools / "log").read_text().count("-m venv")


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine.at(tmp_path)


def test_what_is_missing_is_made_once_and_a_second_run_does_nothing(machine: Machine) -> None:
    first = machine.set_up("requirements.lock")
    assert (first.returncode, first.stdout) == (0, "")
    assert first.stderr == ("setup: making .venv with Python 3.12.9\nsetup: installing what requirements.lock lists\n")
    assert (machine.root / ".venv" / "requirements.lock").read_text() == "one\n"
    second = machine.set_up("requirements.lock")
    assert (second.returncode, second.stderr) == (0, "")
    assert machine.venvs() == 1


def test_the_lock_of_developers_is_marked_beside_the_other(machine: Machine) -> None:
    assert machine.set_up("requirements-dev.lock").returncode == 0
    marks = {path.name: path.read_text() for path in (machine.root / ".venv").glob("*.lock")}
    assert marks == {"requirements.lock": "one\n", "requirements-dev.lock": "one\ntwo\n"}
    (machine.root / "requirements.lock").write_text("new\n")
    assert "installing what requirements-dev.lock lists" in machine.set_up("requirements-dev.lock").stderr


@pytest.mark.parametrize(
    "fault", ["has Python 3.9, and 3.11 or newer is needed", "belongs to another Python", "has no pip"]
)
def test_an_environment_whose_python_finds_fault_with_it_is_made_anew(machine: Machine, fault: str) -> None:
    machine.set_up()
    (machine.tools / "fault").write_text(fault)
    result = machine.set_up()
    assert (result.returncode, machine.venvs()) == (0, 2)
    assert result.stderr.splitlines()[0] == f"setup: .venv {fault}: making it anew"


@pytest.mark.parametrize(
    ("lost", "said"),
    [("pyvenv.cfg", "is only half made"), ("bin/python", "its Python is gone")],
)
def test_a_half_made_environment_is_made_anew(machine: Machine, lost: str, said: str) -> None:
    machine.set_up()
    (machine.root / ".venv" / lost).unlink()
    result = machine.set_up()
    assert (result.returncode, machine.venvs()) == (0, 2)
    assert said in result.stderr


def test_a_python_that_cannot_be_started_is_made_anew(machine: Machine) -> None:
    machine.set_up()
    (machine.root / ".venv" / "bin" / "python").write_text("#!/nonexistent/python\n")
    result = machine.set_up()
    assert (result.returncode, machine.venvs()) == (0, 2)
    assert "setup: .venv holds a Python that cannot be started here: making it anew" in result.stderr


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("ERROR: Could not find a version that satisfies the requirement click==8 (from versions: none)", "needs the network"),
        ("WARNING: Retrying after connection broken by 'NewConnectionError'", "needs the network"),
        ("ERROR: [Errno 28] No space left on device", "the disk is full"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE", "a package is not the one that requirements.lock names"),
    ],
)  # fmt: skip
def test_what_keeps_packages_away_is_one_line_that_says_what_to_do(machine: Machine, said: str, told: str) -> None:
    (machine.tools / "pip").write_text(said)
    result = machine.set_up("requirements.lock")
    assert (result.returncode, machine.venvs()) == (3, 1)
    assert told in result.stderr.splitlines()[-1]
    assert not (machine.root / ".venv" / "requirements.lock").exists()


def test_what_a_broken_off_run_left_is_cleared_once(machine: Machine) -> None:
    (machine.tools / "pip").write_text("ERROR: Cannot uninstall click, RECORD file not found")
    result = machine.set_up("requirements.lock")
    assert (result.returncode, machine.venvs()) == (3, 2)
    assert "making .venv anew, and once more" in result.stderr
    assert result.stderr.splitlines()[-1] == "setup: the packages could not be installed: see above"


def test_a_link_is_never_cleared_and_a_file_is_told(machine: Machine) -> None:
    (machine.root / ".venv").symlink_to(machine.root / "nowhere")
    result = machine.set_up()
    assert result.returncode == 3
    assert f"setup: .venv is a link to {machine.root / 'nowhere'}: mend what it leads to" in result.stderr
    (machine.root / ".venv").unlink()
    (machine.root / ".venv").write_text("")
    result = machine.set_up()
    assert (result.returncode, result.stderr) == (3, "setup: .venv is a file, and should be a folder: remove it\n")


@pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() == 0, reason="the system lets root write anywhere")
def test_a_folder_that_cannot_be_written_is_told(machine: Machine) -> None:
    machine.root.chmod(0o555)
    result = machine.set_up()
    machine.root.chmod(0o755)
    assert result.returncode == 3
    assert "cannot be written: copy the project to a folder of your own" in result.stderr


def test_without_a_python_that_is_new_enough_the_one_that_is_there_is_named(machine: Machine) -> None:
    (machine.tools / "python3").write_text('#!/bin/sh\n[ "$1" = --version ] && echo Python 3.9.18\n')
    for tool in ("dirname", "awk", "ls"):
        (machine.tools / tool).symlink_to(shutil.which(tool) or "")
    result = machine.set_up(path=str(machine.tools))
    assert result.returncode == 3
    assert "Python 3.11 or newer is needed" in result.stderr
    assert "there is Python 3.9.18: get one from" in result.stderr


def test_the_oldest_python_is_the_same_everywhere() -> None:
    oldest = "{}.{}".format(*environment.OLDEST)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["requires-python"] == f">={oldest}"
    script = (ROOT / ".ci" / "setup").read_text(encoding="utf-8")
    assert f"sys.version_info < ({', '.join(map(str, environment.OLDEST))})" in script


READERS = ("gs", "pdftoppm", "mutool", "tesseract", "chromium", "node", "npm")


@pytest.mark.parametrize(
    ("there", "asked"),
    [
        ((), "ghostscript poppler-utils mupdf-tools tesseract-ocr chromium nodejs npm"),
        (("node", "npm"), "ghostscript poppler-utils mupdf-tools tesseract-ocr chromium"),
        (tuple(reader for reader in READERS if reader != "mutool"), "mupdf-tools"),
        (READERS, None),
    ],
)
def test_only_readers_that_are_missing_are_asked_for(tmp_path: Path, there: tuple[str, ...], asked: str | None) -> None:
    """Node.js of another maker brings npm along, and Debian's npm refuses to stand beside it: asked for all, apt installs none."""
    tools, log = tmp_path / "tools", tmp_path / "log"
    (tmp_path / ".ci").mkdir()
    tools.mkdir()
    shutil.copy(ROOT / ".ci" / "setup", tmp_path / ".ci")
    for name in ("sh", "dirname", "awk", "paste", "cmp", "env", "cp"):
        (tools / name).symlink_to(str(shutil.which(name)))
    for name in there:
        tool(tools / name, "exit 1")
    tool(tools / "id", "echo 0")
    tool(tools / "apt-get", f'echo "$@" >>{log}')
    (tmp_path / "tests" / "browser" / "node_modules").mkdir(parents=True)
    for folder in ("", "node_modules/"):
        (tmp_path / "tests" / "browser" / folder / "package-lock.json").write_text("{}")
    done = subprocess.run(  # noqa: S603 our own script
        [str(tools / "sh"), ".ci/setup", "readers"],
        capture_output=True,
        text=True,
        check=False,
        timeout=20,
        cwd=tmp_path,
        env={"PATH": str(tools)},
    )
    lines = log.read_text().splitlines() if log.exists() else []
    assert lines == ([] if asked is None else ["update", f"install --yes {asked}"])
    told = re.findall(r"^setup: (\w+) is missing: .*apt-get install ([\w-]+)$", done.stderr, re.MULTILINE)
    assert [name for name, _ in told] == [name for name in READERS if name not in there]
    assert [package for _, package in told] == (asked or "").split()


def tool(path: Path, body: str) -> None:
    path.write_text(f"#!/bin/sh\n{body}\n")
    path.chmod(0o755)
