"""What the engine needs of the system: which libraries are missing, and the line that installs them."""

from __future__ import annotations

import ctypes
import ctypes.util
import os
import sys
from collections.abc import Collection
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from brochures import engine
from brochures.engine import EngineMissingError, start, system_libraries
from brochures.findings import BrochureError, Finding, Place, Severity
from tests.miniature import Miniature

ALL = ("gobject-2.0", "pango-1.0", "pangoft2-1.0", "fontconfig", "harfbuzz", "harfbuzz-subset")


class _System:
    """A system that has some libraries of some versions, each found by the last of its names."""

    def __init__(self, has: Collection[str], pango: int = 14400, harfbuzz: tuple[int, int, int] = (4, 1, 0)) -> None:
        self.has = has
        self.pango = pango
        self.harfbuzz = harfbuzz
        self.tried: list[str] = []

    def load(self, name: str) -> Any:
        self.tried.append(name)
        if name not in {f"/lib/{one}" for one in self.has}:
            raise OSError(name)
        return SimpleNamespace(
            pango_version=lambda: self.pango, hb_version_atleast=lambda *version: int(self.harfbuzz >= version)
        )

    def find(self, name: str) -> str | None:
        return f"/lib/{name}" if name in self.has else None


def _missing(monkeypatch: pytest.MonkeyPatch, system: _System) -> list[str]:
    monkeypatch.setattr(ctypes, "CDLL", system.load)
    monkeypatch.setattr(ctypes.util, "find_library", system.find)
    return system_libraries.missing()


def test_the_search_is_widened_before_anything_is_looked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    system = _System(ALL)
    monkeypatch.setattr(system_libraries, "widen_the_search", lambda: system.tried.append("widened"))
    _missing(monkeypatch, system)
    assert system.tried[0] == "widened"
    assert "widened" not in system.tried[1:]


def test_where_all_is_there_nothing_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _missing(monkeypatch, _System(ALL)) == []


@pytest.mark.parametrize(
    ("without", "missing"),
    [
        ("gobject-2.0", ["pango"]), ("pango-1.0", ["pango"]), ("pangoft2-1.0", ["pango"]), ("fontconfig", ["pango"]),
        ("harfbuzz", ["pango", "harfbuzz-subset"]), ("harfbuzz-subset", ["harfbuzz-subset"]),
    ],
)  # fmt: skip
def test_each_library_is_needed(monkeypatch: pytest.MonkeyPatch, without: str, missing: list[str]) -> None:
    assert _missing(monkeypatch, _System(set(ALL) - {without})) == missing


@pytest.mark.parametrize(("version", "missing"), [(14400, []), (15004, []), (14399, ["pango"]), (14303, ["pango"])])
def test_pango_is_of_1_44_at_least(monkeypatch: pytest.MonkeyPatch, version: int, missing: list[str]) -> None:
    assert _missing(monkeypatch, _System(ALL, pango=version)) == missing


@pytest.mark.parametrize(("version", "missing"), [((4, 1, 0), []), ((9, 0, 0), []), ((4, 0, 9), ["harfbuzz-subset"])])
def test_harfbuzz_is_of_4_1_at_least(
    monkeypatch: pytest.MonkeyPatch, version: tuple[int, int, int], missing: list[str]
) -> None:
    assert _missing(monkeypatch, _System(ALL, harfbuzz=version)) == missing


def test_a_library_is_looked_for_under_the_names_that_the_engine_tries(monkeypatch: pytest.MonkeyPatch) -> None:
    system = _System(())
    _missing(monkeypatch, system)
    tried = set(system.tried)
    assert {"libpango-1.0.so.0", "libpango-1.0.dylib", "libpango-1.0-0.dll", "pango-1.0"} <= tried
    assert {"libharfbuzz.so.0", "libharfbuzz.0.dylib", "libharfbuzz-0.dll", "harfbuzz"} <= tried
    every = {name: getattr(system_libraries, f"_{name}") for name in ("GOBJECT", "PANGO", "PANGOFT2", "FONTCONFIG", "HARFBUZZ", "HARFBUZZ_SUBSET")}  # fmt: skip
    assert every == {
        "GOBJECT": ("libgobject-2.0.so.0", "libgobject-2.0.0.dylib", "libgobject-2.0-0.dll", "gobject-2.0"),
        "PANGO": ("libpango-1.0.so.0", "libpango-1.0.dylib", "libpango-1.0-0.dll", "pango-1.0"),
        "PANGOFT2": ("libpangoft2-1.0.so.0", "libpangoft2-1.0.dylib", "libpangoft2-1.0-0.dll", "pangoft2-1.0"),
        "FONTCONFIG": ("libfontconfig.so.1", "libfontconfig.1.dylib", "libfontconfig-1.dll", "fontconfig"),
        "HARFBUZZ": ("libharfbuzz.so.0", "libharfbuzz.0.dylib", "libharfbuzz-0.dll", "harfbuzz"),
        "HARFBUZZ_SUBSET": ("libharfbuzz-subset.so.0", "libharfbuzz-subset.0.dylib", "libharfbuzz-subset-0.dll", "harfbuzz-subset"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("platform", "path"),
    [("darwin", "/opt/homebrew/lib:/usr/local/lib:/opt/local/lib:/usr/lib"), ("linux", None), ("win32", None)],
)
def test_the_search_is_widened_where_the_system_s_own_is_too_narrow(
    monkeypatch: pytest.MonkeyPatch, platform: str, path: str | None
) -> None:
    added: list[str] = []
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(os, "add_dll_directory", added.append, raising=False)
    monkeypatch.setenv("DYLD_FALLBACK_LIBRARY_PATH", "x")
    monkeypatch.delenv("DYLD_FALLBACK_LIBRARY_PATH")
    system_libraries.widen_the_search()
    assert os.environ.get("DYLD_FALLBACK_LIBRARY_PATH") == path
    assert added == (["C:\\msys64\\ucrt64\\bin"] if platform == "win32" else [])


def _main(monkeypatch: pytest.MonkeyPatch, missing: list[str], *arguments: str) -> int:
    monkeypatch.setattr(system_libraries, "missing", lambda: missing)
    return system_libraries._main(list(arguments))


SYSTEMS = ("Debian, Ubuntu", "Fedora", "macOS", "Windows")


def test_run_by_itself_it_says_what_is_missing_and_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _main(monkeypatch, []) == 0
    assert capsys.readouterr() == ("", "")
    assert _main(monkeypatch, ["pango", "harfbuzz-subset"]) == 3
    said = capsys.readouterr()
    lines = system_libraries.install_lines()
    assert tuple(lines) == SYSTEMS
    told = "missing: pango, harfbuzz-subset. Install with:\n" + "".join(
        f"  {name}: {line}\n" for name, line in lines.items()
    )
    assert (said.out, said.err) == ("", told)


@pytest.mark.parametrize("system", SYSTEMS)
def test_it_gives_the_line_of_one_system(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], system: str
) -> None:
    assert _main(monkeypatch, ["pango"], "--line", system) == 0
    assert capsys.readouterr().out == system_libraries.install_lines()[system] + "\n"


@pytest.mark.parametrize(
    "arguments", [("--line",), ("--line", "OS/2"), ("--lines", "Fedora"), ("--line", "Fedora", "x"), ("x",)]
)
def test_whatever_else_is_asked_of_it_is_wrong(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]
) -> None:
    assert _main(monkeypatch, [], *arguments) == 2
    said = capsys.readouterr()
    assert (said.out, said.err) == (
        "",
        "system_libraries.py: nothing, or --line with one of: Debian, Ubuntu; Fedora; macOS; Windows\n",
    )


def test_without_a_library_the_engine_does_not_start_and_says_what_installs_it(
    mini: Miniature, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine.system_libraries, "missing", lambda: ["pango"])
    with pytest.raises(EngineMissingError) as stopped:
        start(mini.project)
    lines = "".join(f"\n  {system}: {line}" for system, line in system_libraries.install_lines().items())
    assert str(stopped.value) == f"missing system libraries: pango. Install them with:{lines}"
    assert stopped.value.missing == ["pango"]


def test_without_the_file_that_isolates_the_fonts_the_engine_does_not_start(mini: Miniature) -> None:
    mini.remove("styles/fonts/fonts.conf")
    with pytest.raises(BrochureError) as stopped:
        start(mini.project)
    assert stopped.value.findings == (
        Finding(
            "ENG-102", Severity.ERROR, "without this file the engine would use the fonts of the machine",
            "restore it from version control", Place("styles/fonts/fonts.conf"),
        ),
    )  # fmt: skip


def test_the_engine_sees_the_fonts_of_the_project_alone(mini: Miniature, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FONTCONFIG_FILE", "/elsewhere")
    typesetter = start(mini.project)
    assert os.environ["FONTCONFIG_FILE"] == str(mini.root / "styles" / "fonts" / "fonts.conf")
    assert (typesetter.root, typesetter._manifest) == (mini.root, Path(mini.root / "styles" / "index.css"))


@pytest.mark.parametrize(
    ("text", "line"),
    [("", 1), ("<fontconfig>\n<dir>\n</fontconfig>", 3), ("<fontconfig/>\n&x;", 2), ("\0", 1), ("<a/><b/>", 1)],
)
def test_a_list_of_fonts_that_is_broken_is_told_at_its_line(mini: Miniature, text: str, line: int) -> None:
    mini.write("styles/fonts/fonts.conf", text)
    with pytest.raises(BrochureError) as refused:
        start(mini.project)
    (finding,) = refused.value.findings
    assert (finding.code, finding.place.file, finding.place.line) == ("ENG-102", "styles/fonts/fonts.conf", line)
    assert finding.message.startswith("the list of fonts cannot be read: ")


@pytest.mark.skipif(sys.platform != "linux", reason="where the loader finds them by name")
def test_no_compiler_is_asked_for_a_library_that_the_loader_finds_by_its_name() -> None:
    search = ctypes.util.find_library
    with system_libraries.found_by_name():
        assert ctypes.util.find_library("harfbuzz") is None
    assert ctypes.util.find_library is search


def test_where_the_loader_does_not_find_them_they_are_searched_for(monkeypatch: pytest.MonkeyPatch) -> None:
    def nothing(name: str) -> None:
        raise OSError(name)

    monkeypatch.setattr(ctypes, "CDLL", nothing)
    search = ctypes.util.find_library
    with system_libraries.found_by_name():
        assert ctypes.util.find_library is search
