"""One spelling of file names: words joined by hyphens, and by underscores only where Python wants it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from brochures.load.model.components import Block
from brochures.project.paths import ROOT, component_file, component_key

HYPHENS = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)*")
UNDERSCORES = re.compile(r"(__init__|_?[a-z0-9]+(_[a-z0-9]+)*)\.py")
AS_THEIR_MAKERS_CALL_THEM = (".ttf", ".icc")
AS_EVERYBODY_CALLS_THEM = {"README.md", "OFL.txt", "LICENSE-Zlib.txt", ".npmrc"}
AS_THE_PROGRAM_CALLS_THEM = ROOT / "tests" / "proofs" / "drawn"
"""Pictures that tests compare, under the names that ``proof`` gives them: piece, edition, page and code."""

FOLDERS = ("content", "templates", "styles", "docs", "tests")


def _files(folder: str) -> list[Path]:
    others = {"__pycache__", "node_modules"}
    return [path for path in sorted((ROOT / folder).rglob("*")) if path.is_file() and not others & set(path.parts)]


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_file_is_spelled_with_hyphens(folder: str) -> None:
    files = [
        path.relative_to(ROOT).as_posix()
        for path in _files(folder)
        if path.suffix not in {".py", *AS_THEIR_MAKERS_CALL_THEM} and path.name not in AS_EVERYBODY_CALLS_THEM
        if path.parent != AS_THE_PROGRAM_CALLS_THEM
    ]
    assert files
    assert [file for file in files if not HYPHENS.fullmatch(file.rpartition("/")[2])] == []


@pytest.mark.parametrize("folder", ["content", "templates", "styles", "docs"])
def test_a_folder_is_spelled_with_hyphens(folder: str) -> None:
    folders = {path.parent.relative_to(ROOT) for path in _files(folder)}
    names = {name.removeprefix(".") for path in folders for name in path.parts}
    assert {name for name in names if not HYPHENS.fullmatch(name)} == set()


@pytest.mark.parametrize("folder", ["brochures", "tests", "benchmarks"])
def test_a_module_is_spelled_as_python_wants_it(folder: str) -> None:
    modules = [path.name for path in _files(folder) if path.suffix == ".py"]
    assert modules
    assert [name for name in modules if not UNDERSCORES.fullmatch(name)] == []


@pytest.mark.parametrize("key", sorted(Block.model_fields))
def test_a_component_s_key_and_the_name_of_its_files_lead_to_each_other(key: str) -> None:
    assert HYPHENS.fullmatch(component_file(key))
    assert component_key(component_file(key)) == key


@pytest.mark.parametrize(
    ("key", "file"), [("icon_list", "icon-list"), ("form", "form"), ("three_sides", "three-sides")]
)
def test_a_component_s_files_are_called_by_its_key_with_hyphens(key: str, file: str) -> None:
    assert component_file(key) == file
    assert (ROOT / "templates" / "components" / f"{file}.html").is_file()
