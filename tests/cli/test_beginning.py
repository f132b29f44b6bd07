from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from tests.load.test_citation_exports import RIS, xml
from tests.miniature import Miniature

Tool = Callable[..., Result]


def _text(mini: Miniature, file: str) -> bytes:
    return (mini.root / file).read_bytes()


@pytest.fixture
def ris(tmp_path: Path) -> str:
    path = tmp_path / "one.ris"
    path.write_text(RIS, encoding="utf-8")
    return str(path)


@pytest.mark.parametrize("change", ["", "CRLF", "no last line end", "mark"])
def test_a_statement_is_added_and_every_byte_before_it_stays(tool: Tool, mini: Miniature, change: str) -> None:
    file = "content/program.yaml"
    before = _text(mini, file)
    before = before.replace(b"\n", b"\r\n") if change == "CRLF" else before
    before = before.removesuffix(b"\n") if change == "no last line end" else before
    before = b"\xef\xbb\xbf" + before if change == "mark" else before
    mini.write(file, before)
    result = tool("new", "statement", "program.parking", "--words", "Park: behind the “house”.")
    assert (result.exit_code, result.stdout) == (0, "content/program.yaml:16:3\n")
    after = _text(mini, file)
    assert after.startswith(before)
    assert (b"\r\n" in after[len(before) :]) == (change == "CRLF")
    assert mini.load().shelf("statement")["program.parking"].thing.patient == {"en": "Park: behind the “house”."}
    assert mini.mistakes() == []


def test_a_statement_without_words_waits_for_them_and_is_no_mistake(tool: Tool, mini: Miniature) -> None:
    assert tool("new", "statement", "ketamine.new", "--kind", "fact", "--for", "clinician").exit_code == 0
    assert mini.mistakes() == []
    text = _text(mini, "content/ketamine.yaml").decode()
    assert "  ketamine.new:\n    kind: fact\n    # clinician:\n    #   en: …" in text
    assert "# sources:" in text
    assert mini.check() == ()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["statement", "program.call"], "there is a statement 'program.call' already, at content/program.yaml:10:3"),
        (["statement", "Program call"], "'Program call' is no name"),
        (["statement", "program.x", "--kind", "fakt"], "did you mean 'fact'?"),
        (["brochure", "pack", "--like", "fold"], "there is a piece 'pack' already: nothing is overwritten"),
        (["brochure", "list", "--like", "fold"], "'list' cannot be the name of a piece"),
        (["brochure", "../x", "--like", "fold"], "'../x' is no name"),
        (["brochure", "new-one", "--like", "flod"], "did you mean 'fold'?"),
        (["study"], "name one file: --pubmed-xml FILE or --ris FILE"),
        (["study", "--ris", "nowhere.ris"], "nowhere.ris"),
    ],
)
def test_what_cannot_be_begun_is_wrong_usage_and_changes_nothing(
    tool: Tool, mini: Miniature, arguments: list[str], said: str
) -> None:
    before = {path: path.read_bytes() for path in mini.root.rglob("*") if path.is_file()}
    result = tool("new", *arguments)
    assert result.exit_code == 2, result.output
    assert said in " ".join(result.stderr.split())
    assert {path: path.read_bytes() for path in mini.root.rglob("*") if path.is_file()} == before


def test_a_file_with_something_behind_its_statements_is_left_alone(tool: Tool, mini: Miniature) -> None:
    mini.append("content/program.yaml", "...\n")
    before = _text(mini, "content/program.yaml")
    result = tool("new", "statement", "program.parking")
    assert result.exit_code == 1
    assert " error: " in result.stdout
    assert _text(mini, "content/program.yaml") == before


def test_a_brochure_is_begun_as_a_whole_copy_that_builds_at_once(tool: Tool, mini: Miniature) -> None:
    result = tool("new", "brochure", "folded", "--like", "fold")
    assert (result.exit_code, result.stdout) == (0, "content/brochures/folded.yaml\n")
    before = _text(mini, "content/brochures/fold.yaml").decode().splitlines()
    after = _text(mini, "content/brochures/folded.yaml").decode().splitlines()
    assert after[0] == before[0]
    assert after[1].startswith("# Begun on 2026-03-01 as a copy of 'fold'")
    changed = [(old, new) for old, new in zip(before[1:], after[2:], strict=True) if old != new]
    assert changed == [("version: {number: 1.0, date: 2026-01-02}", 'version: {number: "0.1", date: 2026-03-01}')]
    assert mini.mistakes() == []


@pytest.mark.slow
def test_a_begun_brochure_builds_as_a_proof(tool: Tool, mini: Miniature) -> None:
    tool("new", "brochure", "folded", "--like", "fold")
    mini.sign_again = False
    found = mini.build("folded").findings
    assert {(one.code, str(one.severity)) for one in found} == {("REL-102", "warning")}
    assert mini.path("folded.screen").is_file()


def test_a_packet_is_begun_beside_packets(tool: Tool, mini: Miniature) -> None:
    assert tool("new", "brochure", "second-pack", "--like", "pack").stdout == "content/packets/second-pack.yaml\n"
    assert mini.mistakes() == []


def test_a_study_is_added_from_an_export_and_a_check_has_nothing_to_say(tool: Tool, mini: Miniature, ris: str) -> None:
    before = _text(mini, "content/studies.yaml")
    result = tool("new", "study", "--ris", ris)
    assert result.exit_code == 0
    assert _text(mini, "content/studies.yaml").startswith(before)
    record = mini.load().shelf("study")["lee-2023"].thing
    assert (record.verification, record.cite.working_title) == ("unverified", "Sleep and rest")
    assert mini.check() == ()


def test_a_study_from_pubmed_may_have_a_name_of_its_own(tool: Tool, mini: Miniature, tmp_path: Path) -> None:
    (tmp_path / "one.xml").write_bytes(xml())
    assert tool("new", "study", "--pubmed-xml", str(tmp_path / "one.xml"), "--id", "lee-2024-rest").exit_code == 0
    assert "lee-2024-rest" in mini.load().shelf("study")


def test_a_paper_that_is_there_already_is_not_added_again(tool: Tool, ris: str) -> None:
    tool("new", "study", "--ris", ris)
    again = tool("new", "study", "--ris", ris, "--id", "other-2023")
    assert again.exit_code == 2
    assert "the paper is there already as the study 'lee-2023'" in " ".join(again.stderr.split())


def test_a_bad_export_is_a_finding(tool: Tool, mini: Miniature, tmp_path: Path) -> None:
    (tmp_path / "bad.ris").write_bytes(b"no citation at all")
    before = _text(mini, "content/studies.yaml")
    result = tool("new", "study", "--ris", str(tmp_path / "bad.ris"))
    assert result.exit_code == 1
    assert "bad.ris TOO-102 error: it holds no whole citations" in result.stdout
    assert _text(mini, "content/studies.yaml") == before


def test_an_export_with_a_broken_field_is_told_at_the_line_where_it_would_stand(
    tool: Tool, mini: Miniature, tmp_path: Path
) -> None:
    (tmp_path / "bad.xml").write_bytes(xml().replace(b">12345678<", b">none<"))
    before = _text(mini, "content/studies.yaml")
    result = tool("new", "study", "--pubmed-xml", str(tmp_path / "bad.xml"))
    assert result.exit_code == 1
    assert "'none' is not a PMID" in result.stdout
    assert _text(mini, "content/studies.yaml") == before
