from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from click.testing import Result

from brochures.cli.listing import WIDEST, PieceState, table
from brochures.load import catalogue
from brochures.project.manifest import OnRecord
from tests.miniature import Miniature

Tool = Callable[..., Result]


def _rows(result: Result) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("  ") if cell.strip()] for line in result.stdout.splitlines()]


def _as_json(tool: Tool) -> dict[str, dict[str, Any]]:
    return {one["piece"]: one for one in json.loads(tool("list", "--format", "json").stdout)}


def test_what_was_never_built_says_so(tool: Tool) -> None:
    result = tool("list")
    assert result.exit_code == 0
    assert _rows(result) == [
        ["PIECE", "STATE", "SIGNED", "PAGES", "EDITIONS", "DATED", "TITLE"],
        ["fold", "never built", "yes", "-", "screen desk", "2026-01-02", "A folded piece"],
        ["pack", "never built", "yes", "-", "screen", "2026-01-02", "A packet"],
    ]


def test_what_is_built_and_still_true_is_read_off_the_record_alone(
    tool: Tool, mini: Miniature, monkeypatch: pytest.MonkeyPatch
) -> None:
    mini.sign_but({"program.call": None})
    mini.build()
    before = _as_json(tool)
    monkeypatch.delattr(catalogue, "load")
    after = _as_json(tool)
    assert before == after
    fold = after["fold"]
    assert (fold["state"], fold["up_to_date"], fold["errors"]) == ("proof", True, 0)
    assert (fold["unsigned"], fold["pages"]) == (1, {"desk": 2, "screen": 2})
    assert (fold["title"], fold["version"], fold["dated"]) == ("A folded piece", "1.0", "2026-01-02")


def test_what_is_signed_is_final_and_one_changed_letter_makes_it_old(tool: Tool, mini: Miniature) -> None:
    mini.build()
    assert [row[1:4] for row in _rows(tool("list"))[1:]] == [["final", "yes", "2"], ["final", "yes", "4"]]
    mini.replace("content/brochures/fold.yaml", "title: A folded piece", "title: A folded sheet")
    assert _rows(tool("list"))[1] == ["fold", "final, old", "no, 1", "2", "screen desk", "2026-01-02", "A folded sheet"]


def test_what_is_true_on_record_is_told_as_what_is_looked_at_anew(tool: Tool, mini: Miniature) -> None:
    mini.sign_but({"program.call": None, "program.outpatient": None})
    mini.build()
    kept = _as_json(tool)["fold"]
    mini.path("fold.desk").unlink()
    assert OnRecord.read(mini.project).pieces["fold"]
    anew = _as_json(tool)["fold"]
    assert {**anew, "up_to_date": True} == kept


def test_errors_of_words_are_counted(tool: Tool, mini: Miniature) -> None:
    mini.replace("content/brochures/fold.yaml", "- statement: program.call", "- statement: program.cal")
    found = _as_json(tool)
    assert (found["fold"]["state"], found["fold"]["errors"], found["fold"]["unsigned"]) == ("errors", 1, None)
    assert _rows(tool("list"))[1][:3] == ["fold", "1 error", "?"]


def test_json_stands_alone_on_stdout_where_files_have_mistakes(tool: Tool, mini: Miniature) -> None:
    mini.replace("content/packets/pack.yaml", "title: A packet", "titel: A packet")
    result = tool("list", "--format", "json")
    assert result.exit_code == 1
    assert [one["state"] for one in json.loads(result.stdout)] == ["never built", "errors"]
    assert "LOD-201 error" in result.stderr


@pytest.mark.parametrize(("letters", "end"), [(25, "t"), (26, "…")])
def test_no_line_is_wider_than_the_table_may_be(letters: int, end: str) -> None:
    editions = ("screen", "desk", "press")
    one = PieceState("a" * 20, "t" * letters, "final", 0, 0, editions, {}, "1", "2026-01-01")
    head, row = table([one]).splitlines()
    assert head.startswith("PIECE")
    assert len(row) == WIDEST
    assert row.endswith(end)
