"""One folder for each finding code: ``fires`` must give exactly that code at exactly that place, ``quiet`` is a near miss.

A case is the miniature project with edits. ``case.yaml``::

    edits:                          # file -> what becomes of it
      content/clinic.yaml: text     #   its whole new text
      content/program.yaml:
        replace: {old: new}         #   each old text stands in it exactly once
        append: text
        hex: efbbbf                 #   its whole new bytes
        copy: path                  #   a file of the project
        delete: true
    today: 2026-03-01               # the day of the run
    release: true                   # as on the command line
    printer: name                   # the print shop that was asked for
    publish: true                   # runs check unless this is set
    pieces: [fold]                  # only these
    lever: name                     # a function of this module, for what no edit can do
    others: [RES-101]               # other errors that cannot be avoided
    expect:                         # every finding of this code, and what must hold of each
      - {file: content/clinic.yaml, line: 1, column: 1, message: part of it, help: part of it}

What no edit of the project can do, such as a broken file for the press, is done by a test of its own, which the case names::

    test: "tests/preflight/press/test_marks.py::test_a_near_miss_stays_quiet[a mark that ends at the bleed]"
"""

from __future__ import annotations

import bz2
import importlib
import re
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from brochures.findings import Finding, codes
from brochures.findings.check import Check
from brochures.layout import Layout
from brochures.pdf.file import File
from brochures.pdf.write import pdf
from brochures.project.paths import ROOT
from tests.miniature import TODAY, Miniature

pytestmark = pytest.mark.slow

HERE = Path(__file__).parent
FOLDERS = sorted(path.name for path in HERE.iterdir() if path.is_dir() and path.name != "__pycache__")
KEYS = {"edits", "today", "release", "printer", "publish", "pieces", "lever", "others", "expect", "test"}


def _cut_short(monkeypatch: pytest.MonkeyPatch) -> None:
    _tamper(monkeypatch, lambda data: data[: len(data) // 2])


def _repacked(monkeypatch: pytest.MonkeyPatch) -> None:
    _tamper(monkeypatch, lambda data: bz2.decompress(bz2.compress(data)))


def _tamper(monkeypatch: pytest.MonkeyPatch, change: Callable[[bytes], bytes]) -> None:
    """Let the pdf stage hand on changed bytes."""

    def changed(typesetter: Any, laid_out: Layout) -> File:
        made = pdf(typesetter, laid_out)
        return replace(made, data=change(made.data))

    monkeypatch.setattr("brochures.production.stages.pdf", changed)


LEVERS: Mapping[str, Callable[[pytest.MonkeyPatch], None]] = {"cut short": _cut_short, "repacked": _repacked}


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Miniature:
    """The miniature project, built: what a case does not change is not set again, and keeps what was found in it."""
    made = Miniature.copied_to(tmp_path_factory.mktemp("finished") / "project")
    made.build()
    return made


def _case(code: str, name: str) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((HERE / code / name / "case.yaml").read_text(encoding="utf-8"))
    assert set(found) <= KEYS
    return found


ELSEWHERE = [code for code in FOLDERS if "test" in _case(code, "fires")]
HERE_ALONE = [code for code in FOLDERS if code not in ELSEWHERE]
"""The codes whose cases are tests of their own, and those that the project is edited for."""


def _findings(
    case: Mapping[str, Any], mini: Miniature, finished: Miniature, monkeypatch: pytest.MonkeyPatch
) -> Sequence[Finding]:
    if "out" not in case.get("edits", {}):
        shutil.copytree(finished.out, mini.out)
    for file, edit in case.get("edits", {}).items():
        _edit(mini, file, edit)
    if "lever" in case:
        LEVERS[case["lever"]](monkeypatch)
    mini.today = case.get("today", TODAY)
    publish = case.get("publish", False)
    order = {"release": case.get("release", False), "printer": case.get("printer", ""), "publish": publish}
    return mini.build(*case.get("pieces", ()), force="lever" in case, **order).findings


def _edit(mini: Miniature, file: str, edit: Any) -> None:
    if isinstance(edit, str):
        mini.write(file, edit)
        return
    assert set(edit) <= {"replace", "append", "hex", "copy", "delete"}
    for old, new in edit.get("replace", {}).items():
        mini.replace(file, old, new)
    if "append" in edit:
        mini.append(file, edit["append"])
    if "hex" in edit:
        mini.write(file, bytes.fromhex(edit["hex"]))
    if "copy" in edit:
        mini.write(file, (ROOT / edit["copy"]).read_bytes())
    if "delete" in edit:
        mini.remove(file)


def _differences(finding: Finding, expected: Mapping[str, Any]) -> dict[str, Any]:
    flat = finding.as_dict()
    within = {"message", "help"}
    return {
        key: flat[key]
        for key, value in expected.items()
        if (str(value) not in flat[key] if key in within else value != flat[key])
    }


def test_every_code_has_its_folder_and_every_folder_its_code() -> None:
    assert sorted(codes.ALL) == FOLDERS


@pytest.mark.parametrize("code", ELSEWHERE)
def test_a_case_that_is_a_test_of_its_own_is_there(code: str) -> None:
    breaks = _entry(_case(code, "fires")["test"])
    assert breaks is None or breaks[0] == code
    keeps = _entry(_case(code, "quiet")["test"])
    assert keeps is None or not isinstance(keeps, tuple) or keeps[0] == code


def _entry(test: str) -> Any:
    """Return what the table of ``test``, ``path::function[entry]``, holds for its entry; None where it is a function without a table."""
    found = re.fullmatch(r"(tests/[\w/]+)\.py::(test_\w+)(?:\[(.+)\])?", test)
    assert found, test
    function = getattr(importlib.import_module(found[1].replace("/", ".")), found[2])
    if found[3] is None:
        return None
    (table,) = (mark.args[1] for mark in function.pytestmark if mark.name == "parametrize")
    return table[found[3]]


def _watched(monkeypatch: pytest.MonkeyPatch) -> Mapping[str, set[str]]:
    """Return by which checks each code is found from now on; a check that finds another code than it declares fails the test."""
    found: dict[str, set[str]] = {}
    call = Check.__call__

    def watched(check: Check[Any], *args: Any, **named: Any) -> Iterator[Finding]:
        for finding in call(check, *args, **named):
            assert finding.code in {declared.name for declared in check.codes}, (
                f"{check.name} does not declare {finding.code}"
            )
            found.setdefault(finding.code, set()).add(check.name)
            yield finding

    monkeypatch.setattr(Check, "__call__", watched)
    return found


@pytest.mark.parametrize("code", HERE_ALONE)
def test_it_fires(code: str, mini: Miniature, finished: Miniature, monkeypatch: pytest.MonkeyPatch) -> None:
    case = _case(code, "fires")
    found = _watched(monkeypatch)
    findings = _findings(case, mini, finished, monkeypatch)
    assert bool(found.get(code)) == (not codes.ALL[code].looks_for), "the record does not stand where the code is found"
    mine = [finding for finding in findings if finding.code == code]
    others = {str(finding): finding for finding in findings if finding.is_error and finding.code != code}
    assert {finding.code for finding in others.values()} == set(case.get("others", ())), "\n".join(others)
    assert len(mine) == len(case["expect"]), "\n".join(map(str, mine))
    for finding, expected in zip(mine, case["expect"], strict=True):
        assert not _differences(finding, expected), f"{finding} is not {expected}"
        assert finding.help


@pytest.mark.parametrize("code", HERE_ALONE)
def test_a_near_miss_stays_quiet(
    code: str, mini: Miniature, finished: Miniature, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = _case(code, "quiet")
    assert "expect" not in case
    findings = _findings(case, mini, finished, monkeypatch)
    assert code not in {finding.code for finding in findings}
    assert {finding.code for finding in findings if finding.is_error} == set(case.get("others", ()))


@pytest.mark.parametrize("code", FOLDERS)
def test_it_is_explained_at_more_length_than_its_title(code: str) -> None:
    known = codes.ALL[code]
    assert known.title[0].islower()
    assert not known.title.endswith(".")
    assert known.explanation.endswith(".")
    assert len(known.explanation) > len(known.title)
