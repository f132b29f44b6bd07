"""Health: what the program needs of this machine, looked at one by one. Standard library only: it tells most where something is missing or broken."""

from __future__ import annotations

import csv
import os
import platform
import re
import shutil
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from brochures.engine import system_libraries
from brochures.project import environment
from brochures.project.exit_codes import ExitCode
from brochures.project.programs import Installed, installed

OK, WRONG, NOTE = "ok", "wrong", "note"
"""How a look ends: well; with what keeps the program from its work; with what only tests or one command need."""


@dataclass(frozen=True)
class Examination:
    """One look: at what, how it ended, what was seen, the line that mends it on this system, and how a command would end for it."""

    what: str
    state: str
    seen: str
    mend: str = ""
    ends: ExitCode = ExitCode.DONE


def wrong(what: str, seen: str, mend: str, ends: ExitCode = ExitCode.CANNOT_RUN) -> Examination:
    """Return a look at what keeps the program from its work."""
    return Examination(what, WRONG, seen, mend, ends)


def of_the_program(root: Path) -> Iterator[Examination]:
    """Yield the looks at Python, its environment, the packages in it, and the libraries of the system, for the program at ``root``."""
    yield _python(root)
    home = root / ".venv"
    fault = environment.fault(str(root), str(home))
    mend = environment.mend(fault)[0].upper() + environment.mend(fault)[1:]
    yield (
        wrong("environment", f".venv {fault}", mend)
        if fault
        else Examination("environment", OK, ".venv is as requirements.lock has it")
    )
    yield from _packages(root, home)
    yield from _libraries()


def _python(root: Path) -> Examination:
    own = environment.is_running(str(root / ".venv"))
    seen = f"{platform.python_version()} ({sys.executable}{'' if own else ', not that of .venv'})"
    if sys.version_info[:2] < environment.OLDEST:
        needed = ".".join(map(str, environment.OLDEST))
        return wrong(
            "Python",
            f"{seen}; {needed} or newer is needed",
            "install one from https://www.python.org/downloads/, then: make",
        )
    return Examination("Python", OK, seen)


_LOCKED = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)(?: ; ([^\\]+))?", re.MULTILINE)
_MARKER = re.compile(r"(\w+) (==|!=|<) '([^']*)'")
_DIST_INFO = re.compile(r"(.+?)-([^-]+)\.dist-info")


def _packages(root: Path, home: Path) -> Iterator[Examination]:
    """Yield how the packages in the environment ``home`` stand against both lock files: one look each, a line for each package that is wrong."""
    folders = sorted([*home.glob("lib/python3*/site-packages"), *home.glob("Lib/site-packages")])
    there = _installed_packages(folders[0]) if folders else {}
    for lock, needed in (("requirements.lock", True), ("requirements-dev.lock", False)):
        locked = _locked(root / lock)
        faults = [f"{name} {fault}" for name, version in locked.items() if (fault := _fault(there.get(name), version))]
        ends = ExitCode.CANNOT_RUN if needed else ExitCode.DONE
        what = "packages" if needed else "packages of tests"
        if faults or not locked:
            seen = "; ".join(faults) if locked else f"{lock} is missing or empty"
            mend = _anew(root, home, lock, "make" if needed else "make check") if locked else f"git checkout -- {lock}"
            yield Examination(what, WRONG if needed else NOTE, seen, mend, ends)
        else:
            yield Examination(what, OK, f"{len(locked)} as {lock} has them, every file there")


def _anew(root: Path, home: Path, lock: str, order: str) -> str:
    """Return what installs the packages of ``lock``: set-up takes an environment that has a copy of the list for whole, so it must go first."""
    if os.name == "nt":
        return environment.mend("")
    copy = home / lock
    whole = copy.is_file() and (root / lock).is_file() and copy.read_bytes() == (root / lock).read_bytes()
    return f"remove the folder .venv, then: {order}" if whole else order


def _locked(lock: Path) -> dict[str, str]:
    """Return the version of each package that ``lock`` names for this system."""
    try:
        text = lock.read_text(encoding="utf-8")
    except OSError:
        return {}
    return {_plain(name): version for name, version, marker in _LOCKED.findall(text) if _is_for_here(marker)}


def _is_for_here(marker: str) -> bool:
    """Whether a marker of a lock file speaks of this system (PEP 508, those forms that ours have); one that cannot be read does not."""
    if not marker.strip():
        return True
    here = {
        "platform_python_implementation": platform.python_implementation(),
        "implementation_name": sys.implementation.name,
        "sys_platform": sys.platform,
        "python_full_version": platform.python_version(),
    }
    found = _MARKER.fullmatch(marker.strip())
    if found is None or found[1] not in here:
        return False
    mine, sign, other = here[found[1]], found[2], found[3]
    return {"==": mine == other, "!=": mine != other, "<": _numbers(mine) < _numbers(other)}[sign]


def _numbers(version: str) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", version)]


def _plain(name: str) -> str:
    """Return the name of a package as all spellings of it are (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def _installed_packages(folder: Path) -> dict[str, Path]:
    found = ((_DIST_INFO.fullmatch(path.name), path) for path in sorted(folder.glob("*.dist-info")))
    return {_plain(name[1]): path for name, path in found if name}


def _fault(info: Path | None, version: str) -> str:
    """Return what is wrong with the package whose record is ``info``; nothing where it is ``version`` and whole."""
    if info is None:
        return f"{version} is missing"
    found = _DIST_INFO.fullmatch(info.name)
    if found is None or found[2] != version:
        return f"is {found[2] if found else 'unknown'}, and {version} is wanted"
    lost = next(_lost(info), "")
    return f"is damaged ({lost})" if lost else ""


def _lost(info: Path) -> Iterator[str]:
    """Yield the files of a package that are gone or have another size than its record says."""
    try:
        with (info / "RECORD").open(encoding="utf-8", newline="") as file:
            rows = [row for row in csv.reader(file) if len(row) == 3 and row[2] and not row[0].startswith("..")]  # noqa: PLR2004 path, hash, size
    except (OSError, ValueError):
        yield f"{info.name}/RECORD cannot be read"
        return
    base = f"{info.parent}{os.sep}"
    for name, _, size in rows:
        try:
            if os.stat(base + name).st_size != int(size):  # noqa: PTH116 thousands of files within a second
                yield f"{name} was changed"
        except (OSError, ValueError):
            yield f"{name} is gone"


def system() -> str:
    """Return the system as ``install_lines()`` calls it; empty for one that it does not know."""
    if os.name == "nt":
        return "Windows"
    if sys.platform == "darwin":
        return "macOS"
    tools = {"apt-get": "Debian, Ubuntu", "dnf": "Fedora"}
    return next((name for tool, name in tools.items() if shutil.which(tool)), "")


def _here(lines: Mapping[str, str]) -> str:
    """Return the line for this system, or where it is not known all of them."""
    return lines.get(system()) or "; ".join(f"{name}: {line}" for name, line in lines.items())


def _libraries() -> Iterator[Examination]:
    mend = _here(system_libraries.install_lines())
    try:
        gaps, versions = system_libraries.missing(), system_libraries.versions()
    except (OSError, AttributeError, ValueError) as damaged:
        yield wrong("Pango, HarfBuzz", f"cannot be asked ({damaged})", mend)
        return
    least = {"pango": system_libraries.PANGO_AT_LEAST, "harfbuzz": system_libraries.HARFBUZZ_AT_LEAST}
    for name, library in (("pango", "pango"), ("harfbuzz", "harfbuzz-subset")):
        needed = ".".join(map(str, least[name]))
        seen = versions.get(name) or "not found"
        called = {"pango": "Pango", "harfbuzz": "HarfBuzz with its subsetter"}[name]
        yield (
            wrong(called, f"{seen}; {needed} or newer is needed", mend)
            if library in gaps
            else Examination(called, OK, seen)
        )


@dataclass(frozen=True)
class OtherProgram:
    """A program that is not needed to build: what makes it tell its version, who needs it, and its package by system."""

    name: str
    asks: tuple[str, ...]
    needed_by: str
    packages: Mapping[str, str]


def _packaged(debian: str, fedora: str, brew: str) -> dict[str, str]:
    return {"Debian, Ubuntu": debian, "Fedora": fedora, "macOS": brew}


TOOLS = (
    OtherProgram("git", ("--version",), "'diff' of revisions", _packaged("git", "git", "git")),
    OtherProgram("gs", ("--version",), "tests only", _packaged("ghostscript", "ghostscript", "ghostscript")),
    OtherProgram("pdftoppm", ("-v",), "tests only", _packaged("poppler-utils", "poppler-utils", "poppler")),
    OtherProgram("mutool", ("-v",), "tests only", _packaged("mupdf-tools", "mupdf", "mupdf-tools")),
    OtherProgram("tesseract", ("--version",), "tests only", _packaged("tesseract-ocr", "tesseract", "tesseract")),
    OtherProgram("node", ("--version",), "tests of pages in a browser only", _packaged("nodejs", "nodejs", "node")),
    OtherProgram(
        "chromium", ("--version",), "tests of pages in a browser only", _packaged("chromium", "chromium", "chromium")
    ),
)
_INSTALL = {
    "Debian, Ubuntu": "sudo apt-get install --yes",
    "Fedora": "sudo dnf install --assumeyes",
    "macOS": "brew install",
}


def of_tools(tools: Iterable[OtherProgram] = TOOLS) -> Iterator[Examination]:
    """Yield a look at each program that tests or one command need."""
    asked = {tool.name: tool.asks for tool in tools}
    found = installed(asked)
    yield from (_tool(tool, found[tool.name]) for tool in tools)


def _tool(tool: OtherProgram, found: Installed | None) -> Examination:
    if found is None:
        mend = _here({name: f"{_INSTALL[name]} {package}" for name, package in tool.packages.items()})
        return Examination(tool.name, NOTE, f"not found; {tool.needed_by}", mend)
    return Examination(tool.name, OK, f"{found.version or 'does not tell its version'} ({tool.needed_by})")
