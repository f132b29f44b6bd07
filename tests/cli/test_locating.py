from __future__ import annotations

from collections.abc import Callable

import pytest
from click.testing import Result

from brochures.cli.locating import ranges
from tests.miniature import Miniature

Tool = Callable[..., Result]


def _words(result: Result) -> list[str]:
    return [" ".join(line.split()) for line in result.stdout.splitlines() if line.strip()]


def test_where_a_statement_is_printed_named_and_signed(tool: Tool) -> None:
    result = tool("where", "program.outpatient")
    assert result.exit_code == 0
    assert _words(result) == [
        "statement 'program.outpatient' content/program.yaml:3:3",
        "printed in 2 pieces (as the content is now; --pages tells the pages, too)",
        "piece panel or part",
        "fold inside-left",
        "fold inside-right",
        "pack Facts",
        "pack Reading form",
        "named in 3 places",
        "in name place",
        "piece fold content/brochures/fold.yaml:17:18",
        "piece fold content/brochures/fold.yaml:27:18",
        "piece pack content/packets/pack.yaml:17:20",
        "signed",
        "what by until",
        "statement 'program.outpatient' (patient, en) B. Writer (medical-director) 2027-01-02",
        "statement 'program.outpatient' (clinician, en) B. Writer (medical-director) 2027-01-02",
    ]


def test_what_nobody_signed_and_what_is_printed_nowhere_says_so(tool: Tool, mini: Miniature) -> None:
    mini.replace(
        "content/program.yaml",
        "  program.call:",
        "  program.new:\n    kind: advice\n    patient: {en: New.}\n  program.call:",
    )
    said = _words(tool("where", "program.new"))
    assert said[1:3] == ["printed in no piece", "named nowhere in the content"]
    assert said[-1] == "statement 'program.new' (patient, en) nobody -"


@pytest.mark.slow
def test_pages_are_those_of_a_layout_made_now_and_nothing_is_published(tool: Tool, mini: Miniature) -> None:
    result = tool("where", "program.outpatient", "--pages")
    said = _words(result)
    assert said[1] == "printed in 2 pieces (pages as they were set just now)"
    assert said[3:7] == [
        "fold inside-left screen 2",
        "fold inside-right screen 2",
        "pack Facts screen 2",
        "pack Reading form screen 3",
    ]
    assert not mini.out.exists()
    assert "set fold (screen)" in result.stderr


@pytest.mark.parametrize(
    ("name", "kind", "piece", "naming"),
    [
        ("mini-trial", "study", "fold inside-middle", "statement ketamine.effects content/ketamine.yaml:20:11"),
        ("leaf", "image", "fold inside-left", "piece fold content/brochures/fold.yaml:18:24"),
        ("emergency-911", "help line", "fold flap", "statement program.call content/program.yaml:13:11"),
    ],
)
def test_other_things_are_found_too(tool: Tool, name: str, kind: str, piece: str, naming: str) -> None:
    said = _words(tool("where", name))
    assert said[0].startswith(f"{kind} '{name}' content/")
    assert piece in said
    assert naming in said


def test_a_result_inside_of_words_leads_to_its_own_study_only(tool: Tool, mini: Miniature) -> None:
    mini.replace("content/program.yaml", "Outpatient program.", "Outpatient program, {study:mini-trial:n}.")
    assert "statement program.outpatient content/program.yaml:8:11" in _words(tool("where", "mini-trial"))
    mini.replace("content/program.yaml", "{study:mini-trial:n}", "{study:mini-trial-2:n}")
    assert "statement program.outpatient content/program.yaml:8:11" not in _words(tool("where", "mini-trial"))


def test_an_unknown_name_is_wrong_usage_and_says_what_was_meant(tool: Tool) -> None:
    result = tool("where", "program.outpatien")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "did you mean 'program.outpatient'?" in " ".join(result.stderr.split())


def test_a_piece_that_cannot_be_followed_is_told_beside_the_rest(tool: Tool, mini: Miniature) -> None:
    mini.replace("content/packets/pack.yaml", "- statement: ketamine.effects", "- statement: ketamine.effect")
    result = tool("where", "program.outpatient")
    assert result.exit_code == 1
    assert "RES-101 error" in result.stdout
    assert "fold inside-left" in _words(result)
    assert "what is told above is not all" in result.stderr


def test_a_name_in_a_file_with_mistakes_is_not_said_to_be_unknown(tool: Tool, mini: Miniature) -> None:
    mini.append("content/program.yaml", "  program.more: {kid: advice}\n")
    result = tool("where", "program.call")
    assert result.exit_code == 2
    assert "may be in a file with mistakes" in result.stderr


def test_pages_in_a_row_are_told_as_one() -> None:
    assert ranges([7, 3, 5, 6, 5]) == "3, 5-7"
    assert ranges([]) == ""
