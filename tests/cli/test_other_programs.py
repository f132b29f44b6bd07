"""What other programs read of the command line: SARIF, annotations of a workflow, words for the tab key."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner, Result

import build as program
from brochures.findings import Finding, Place, Severity, codes
from brochures.findings.annotations import as_annotations
from brochures.findings.sarif import as_sarif
from brochures.project.paths import ROOT
from tests.miniature import Miniature

Tool = Callable[..., Result]
SCHEMA = json.loads((Path(__file__).parent / "sarif" / "sarif-2-1-0.json").read_text(encoding="utf-8"))
FINDINGS = (
    Finding(
        "LOD-201", Severity.ERROR, "unknown key 'sorces'", "did you mean 'sources'?", Place("content/a b/ü.yaml", 42, 7)
    ),
    Finding("REL-102", Severity.WARNING, "nobody has signed", "", Place("content/program.yaml"), "fold", "desk", 2),
    Finding("OVR-201", Severity.NOTE, "100 %\nof, it: all", "cut", Place(), "fold"),
    Finding("TOO-101", Severity.ERROR, "no XML", "", Place("/home/one.xml", 3)),
    Finding("XXX-999", Severity.ERROR, "nothing is known of it"),
)


def test_sarif_is_what_its_schema_says() -> None:
    for findings in ((), FINDINGS):
        jsonschema.Draft4Validator(SCHEMA).validate(json.loads(as_sarif(findings)))


def test_the_schema_refuses_what_is_none() -> None:
    broken = json.loads(as_sarif(FINDINGS))
    broken["runs"][0]["results"][0]["level"] = "fatal"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft4Validator(SCHEMA).validate(broken)


def test_sarif_holds_every_finding_with_its_place_and_rule() -> None:
    (run,) = json.loads(as_sarif(FINDINGS))["runs"]
    rules, results = run["tool"]["driver"]["rules"], run["results"]
    assert [rules[one["ruleIndex"]]["id"] for one in results] == [one.code for one in FINDINGS]
    assert [one["level"] for one in results] == [str(one.severity) for one in FINDINGS]
    assert results[0]["message"]["text"] == "unknown key 'sorces'\nhelp: did you mean 'sources'?"
    assert results[0]["locations"] == [{
        "physicalLocation": {
            "artifactLocation": {"uri": "content/a%20b/%C3%BC.yaml", "uriBaseId": "%SRCROOT%"},
            "region": {"startLine": 42, "startColumn": 7},
        }
    }]  # fmt: skip
    assert "region" not in results[1]["locations"][0]["physicalLocation"]
    assert results[1]["properties"] == {"piece": "fold", "edition": "desk", "page": 2}
    assert results[2]["locations"] == [{"logicalLocations": [{"name": "fold", "kind": "module"}]}]
    assert results[3]["locations"][0]["physicalLocation"]["artifactLocation"] == {"uri": "file:///home/one.xml"}
    assert results[4]["locations"] == []
    assert rules[results[0]["ruleIndex"]]["shortDescription"]["text"] == codes.ALL["LOD-201"].title


def test_a_finding_keeps_its_fingerprint_when_lines_above_it_come_and_go() -> None:
    def prints(line: int, message: str) -> str:
        moved = Finding("LOD-201", Severity.ERROR, message, "", Place("content/a.yaml", line, 1))
        (run,) = json.loads(as_sarif([moved]))["runs"]
        return str(run["results"][0]["partialFingerprints"])

    assert prints(1, "one") == prints(2, "one") != prints(1, "two")


def test_sarif_is_written_in_the_letters_of_its_reader() -> None:
    text = as_sarif([Finding("LOD-201", Severity.ERROR, "ễ")], "cp1252")
    assert text.isascii()
    assert "ễ" in json.loads(text)["runs"][0]["results"][0]["message"]["text"]


def test_annotations_are_escaped_as_a_workflow_reads_them() -> None:
    lines = as_annotations(FINDINGS).split("\n")
    assert lines == [
        "::error file=content/a b/ü.yaml,line=42,col=7,title=LOD-201::unknown key 'sorces'%0Ahelp: did you mean 'sources'?",
        "::warning file=content/program.yaml,title=REL-102 fold desk page 2::nobody has signed",
        "::notice title=OVR-201 fold::100 %25%0Aof, it: all%0Ahelp: cut",
        "::error file=/home/one.xml,line=3,title=TOO-101::no XML",
        "::error title=XXX-999::nothing is known of it",
    ]


@pytest.mark.parametrize("text", ["a,b:c%d\r\ne", "100%25", "::error::x"])
def test_what_is_escaped_can_be_read_back(text: str) -> None:
    (line,) = as_annotations([Finding("LOD-201", Severity.ERROR, text, "", Place(text, 1, 1))]).split("\n")
    found = re.fullmatch(r"::error file=([^,:]*),line=1,col=1,title=LOD-201::([^\r\n]*)", line)
    assert found
    back = [*found.groups()]
    for sign, number in ((",", "%2C"), (":", "%3A"), ("\n", "%0A"), ("\r", "%0D"), ("%", "%25")):
        back = [part.replace(number, sign) for part in back]
    assert back == [text, text]


@pytest.mark.slow
@pytest.mark.parametrize("form", ["sarif", "github"])
def test_check_writes_both_and_nothing_else_on_stdout(tool: Tool, mini: Miniature, form: str) -> None:
    mini.append("content/clinic.yaml", "phon: 847-555-0101\n")
    result = tool("check", "--format", form)
    assert result.exit_code == 1
    if form == "sarif":
        found = json.loads(result.stdout)
        jsonschema.Draft4Validator(SCHEMA).validate(found)
        assert {one["ruleId"] for one in found["runs"][0]["results"]} == {"LOD-201"}
    else:
        assert result.stdout == (
            "::error file=content/clinic.yaml,line=5,col=1,title=LOD-201::unknown key 'phon'%0Ahelp: did you mean 'phone'?\n"
        )


def test_layout_is_for_people_only(tool: Tool) -> None:
    result = tool("check", "--layout", "--format", "sarif")
    assert result.exit_code == 2
    assert "SARIF is a list of findings" in " ".join(result.stderr.split())


TYPED = {
    "check f": ["fold"],
    "list --format j": ["json"],
    "build --for s": ["screen"],
    "explain rel-10": [f"REL-10{number}" for number in range(1, 10)],
    "where program.o": ["program.outpatient"],
    "approve fold --role med": ["medical-director"],
    "new stu": ["study"],
}


def _completed(shell: str, typed: str, root: Path) -> tuple[list[str], list[str]]:
    """Return what a shell is answered for the last of the words ``typed``, and which heavy libraries were loaded for it."""
    first, *others = typed.split()
    words = ["build.py", first, "--root", str(root), *others] if first != "new" else ["build.py", *typed.split()]
    watch = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r}); import build\n"
        "try:\n    build.main(prog_name='build.py')\n"
        "finally:\n"
        "    heavy = {'weasyprint', 'yaml', 'pydantic', 'jinja2', 'pypdf', 'pikepdf', 'PIL', 'pypdfium2'}\n"
        "    sys.stderr.write(' '.join(sorted(heavy & set(sys.modules))))\n"
    )
    asked = {
        "_BUILD_PY_COMPLETE": f"{shell}_complete",
        "COMP_WORDS": " ".join(words),
        "COMP_CWORD": words[-1] if shell == "fish" else str(len(words) - 1),
    }
    result = subprocess.run(  # noqa: S603 our own program
        [sys.executable, "-c", watch],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        env={**os.environ, **asked},
    )
    return result.stdout.splitlines(), result.stderr.split()


@pytest.mark.parametrize("typed", TYPED)
def test_the_tab_key_completes_words_without_loading_the_pipeline(mini: Miniature, typed: str) -> None:
    found, loaded = _completed("bash", typed, mini.root)
    assert found == [f"plain,{value}" for value in TYPED[typed]]
    assert loaded == []


@pytest.mark.parametrize(("shell", "answer"), [("zsh", ["plain", "fold", "_"]), ("fish", ["plain,fold"])])
def test_other_shells_are_answered_in_their_own_form(mini: Miniature, shell: str, answer: list[str]) -> None:
    found, loaded = _completed(shell, "check f", mini.root)
    assert found[: len(answer)] == answer
    assert loaded == []


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_is_given_the_lines_that_ask(shell: str) -> None:
    result = CliRunner().invoke(program.main, [], prog_name="build.py", env={"_BUILD_PY_COMPLETE": f"{shell}_source"})
    assert "_BUILD_PY_COMPLETE" in result.output
    assert f"{shell}_complete" in result.output


def test_every_command_has_an_example_of_itself_in_its_help() -> None:
    for name, command in program.main.commands.items():
        said = CliRunner().invoke(program.main, [name, "--help"], prog_name="build.py").output
        assert name == "new" or f"./build.py {name}" in said, name
        assert command.help


def test_a_command_is_imported_when_it_is_asked_for() -> None:
    watch = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r}); import build\n"
        "loaded = {name for name in sys.modules if name.startswith('brochures.cli.')}\n"
        "assert len(build.main.commands) == len(set(build.main.commands)) > 15\n"
        "homes = {f'brochures.cli.{home.partition(\":\")[0]}' for home in build.ELSEWHERE.values()}\n"
        "assert not loaded & homes, loaded & homes\n"
        "assert build.main.commands['list'].name == 'list'\n"
        "assert 'brochures.cli.listing' in sys.modules and 'brochures.cli.locating' not in sys.modules\n"
    )
    result = subprocess.run([sys.executable, "-c", watch], capture_output=True, text=True, check=False, timeout=60)  # noqa: S603
    assert (result.returncode, result.stderr) == (0, "")


def test_every_command_that_lives_elsewhere_is_there_under_its_name() -> None:
    for name in program.ELSEWHERE:
        assert program.main.commands[name].name == name
