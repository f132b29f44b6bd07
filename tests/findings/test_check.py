"""A check is one record beside its function; reports and the list of codes are made of it."""

from __future__ import annotations

import ast
import importlib
import json
import pkgutil
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import brochures
from brochures import editorial, layout, preflight
from brochures.design import checks as styles
from brochures.findings import Code, Place, Severity, codes
from brochures.findings.check import Check, check
from brochures.findings.codes.registry import code
from brochures.project.paths import ROOT

pytestmark = pytest.mark.slow

LISTED: tuple[Check[Any], ...] = (*styles.ALL, *editorial.CHECKS, *layout.CHECKS, *preflight.CHECKS)


def _written() -> Iterator[Check[Any]]:
    """Yield every check in the program, from the module of its function."""
    for module in pkgutil.walk_packages(brochures.__path__, "brochures."):
        for value in vars(importlib.import_module(module.name)).values():
            if isinstance(value, Check) and value.function.__module__ == module.name:
                yield value


def test_every_check_that_is_written_runs_in_its_stage() -> None:
    assert sorted(one.name for one in _written()) == sorted(one.name for one in LISTED)


def test_no_two_checks_share_a_name_or_what_they_look_for() -> None:
    assert len({one.name for one in LISTED}) == len(LISTED)
    assert len({one.looks_for for one in LISTED}) == len(LISTED)


@pytest.mark.parametrize("one", LISTED, ids=lambda one: one.name)
def test_a_record_is_complete_and_reads_as_a_line_of_a_list(one: Check[Any]) -> None:
    assert one.codes
    assert all(codes.ALL[found.name] is found for found in one.codes)
    assert re.fullmatch(r"[a-z].{15,}[^.]", one.looks_for), one.looks_for
    assert not one.looks_for.startswith("yield")


def test_a_check_is_called_like_its_function_and_says_where_it_stands() -> None:
    spoken = Code("XXX-101", Severity.NOTE, "a word", "It was said.")

    @check(spoken, looks_for="words that were said", source="nobody")
    def said(word: str, *, times: int = 1) -> Iterator[Any]:
        yield from times * [spoken.at(Place("a.yaml"), word)]

    assert [finding.message for finding in said("oh", times=2)] == ["oh", "oh"]
    assert said.codes == (spoken,)
    assert said.name.endswith("findings.test_check.said")


def test_a_code_is_entered_once() -> None:
    with pytest.raises(ValueError, match="LOD-101 is entered twice"):
        code("LOD-101", Severity.ERROR, "a title", "An explanation.")


@pytest.mark.parametrize("one", LISTED, ids=lambda one: one.name)
def test_a_check_declares_the_codes_that_its_function_names(one: Check[Any]) -> None:
    source = Path(str(sys.modules[one.function.__module__].__file__)).read_text(encoding="utf-8")
    functions = {node.name: node for node in ast.parse(source).body if isinstance(node, ast.FunctionDef)}
    named, left = set(), {one.function.__name__}
    seen: set[str] = set()
    while left:
        name = left.pop()
        seen.add(name)
        body = [inner for node in functions[name].body for inner in ast.walk(node)]
        named |= {ast.unparse(node) for node in body if isinstance(node, ast.Attribute)}
        called = {ast.unparse(node.func) for node in body if isinstance(node, ast.Call)}
        left |= called & set(functions) - seen
    mentioned = {getattr(codes, name.partition(".")[2]) for name in named if re.fullmatch(r"codes\.[A-Z_]+", name)}
    assert set(one.codes) == mentioned


def test_every_module_of_codes_is_handed_on() -> None:
    package = ROOT / "brochures" / "findings" / "codes"
    text = (package / "__init__.py").read_text(encoding="utf-8")
    modules = {path.stem for path in package.glob("*.py")} - {"__init__"}
    assert modules == set(re.findall(r"^from brochures\.findings\.codes\.(\w+) import \*$", text, re.MULTILINE))


def test_the_records_are_the_same_without_docstrings() -> None:
    told = "import json; from brochures.preflight import CHECKS; print(json.dumps([(c.name, c.looks_for, c.source) for c in CHECKS]))"
    bare = subprocess.run([sys.executable, "-OO", "-c", told], cwd=ROOT, capture_output=True, check=True, text=True)  # noqa: S603 our own Python
    assert json.loads(bare.stdout) == [[one.name, one.looks_for, one.source] for one in preflight.CHECKS]
