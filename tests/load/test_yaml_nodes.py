"""Nodes of YAML are those that PyYAML's own composer builds, from one run of the parser."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import yaml

from brochures.load.catalogue import load
from brochures.load.checked_files import _checked
from brochures.load.yaml_nodes import TooDeepError, documents, events
from tests.miniature import Miniature

DEEPEST = 5

TEXTS = (
    "", "---\n", "a", "a:\n", "a: 1\nb: [x, 'y', {c: d}]\n", "a: |\n  b\n\n  c\nd: >-\n  e\n  f\n", "- a\n- - b\n  - c\n",
    "a: &x [1, 2]\nb: *x\nc: [*x, *x]\n", "a: &x {b: *x}\n", "? [a]\n: b\n", "!!str a: !x b\n", "a: 1\n---\nb: 2\n",
    "a: &x 1\n---\nb: 2\n",
)  # fmt: skip

WRONG = (
    "a: *x\n", "a: &x 1\nb: &x 2\n", "a: &x 1\n---\nb: *x\n", "a: [\n", "a: b: c\n", "a: 'b\n", "\t- a\n", "a: &x 1\nb: &x 2\nc: [\n",
    "a: 1\n---\nb: *x\n",
)  # fmt: skip


def _documents(text: str, deepest: int) -> list[yaml.Node]:
    return documents(events(text, deepest))


def _flat(node: Any, seen: tuple[Any, ...] = ()) -> Any:
    if any(node is one for one in seen):
        return "itself"
    here = (type(node).__name__, *(_at(mark) for mark in (node.start_mark, node.end_mark)))
    if isinstance(node, yaml.ScalarNode):
        return (*here, node.value, node.style)
    kids = [kid for value in node.value for kid in (value if isinstance(value, tuple) else (value,))]
    return (*here, [_flat(kid, (*seen, node)) for kid in kids])


def _at(mark: Any) -> tuple[int, int] | None:
    return None if mark is None else (mark.line, mark.column)


@pytest.mark.parametrize("text", TEXTS)
def test_nodes_and_their_marks_are_those_of_the_library(text: str) -> None:
    composed = list(yaml.compose_all(text, Loader=yaml.CBaseLoader))
    assert [_flat(node) for node in _documents(text, DEEPEST)] == [_flat(node) for node in composed]


def _refused(compose: Callable[[], object]) -> tuple[Any, ...]:
    with pytest.raises(yaml.MarkedYAMLError) as wrong:
        compose()
    one = wrong.value
    return type(one), one.problem, _at(one.problem_mark), _at(one.context_mark)


@pytest.mark.parametrize("text", WRONG)
def test_mistakes_are_those_of_the_library(text: str) -> None:
    of_the_library = _refused(lambda: list(yaml.compose_all(text, Loader=yaml.CBaseLoader)))
    if text.endswith("c: [\n"):  # what the parser finds is told before what hangs together wrongly, wherever it stands
        of_the_library = _refused(lambda: list(yaml.parse(text, Loader=yaml.CBaseLoader)))
    assert _refused(lambda: _documents(text, DEEPEST)) == of_the_library


def test_levels_are_counted_and_one_too_many_is_told_where_it_begins() -> None:
    assert len(_documents("[" * DEEPEST + "]" * DEEPEST, DEEPEST)) == 1
    with pytest.raises(TooDeepError) as refused:
        _documents("a:\n  " + "[" * DEEPEST + "]" * DEEPEST, DEEPEST)
    assert _at(refused.value.mark) == (1, 2 + DEEPEST - 1)
    assert len(_documents("[[]]" + "\n---\n[[]]" * DEEPEST, 2)) == DEEPEST + 1


def test_no_file_of_a_project_is_parsed_twice(mini: Miniature, monkeypatch: pytest.MonkeyPatch) -> None:
    parsed: list[str] = []
    really = yaml.parse

    def noted(text: str, **how: Any) -> Any:
        parsed.append(text)
        return really(text, **how)

    def refused(*_: object, **__: object) -> None:
        pytest.fail("the text is parsed once more")

    monkeypatch.setattr(yaml, "parse", noted)
    for name in ("compose", "compose_all", "load", "load_all", "scan"):
        monkeypatch.setattr(yaml, name, refused)
    _checked.cache_clear()
    load(mini.project)
    load(mini.project)
    files = [path for path in (mini.root / "content").rglob("*.yaml") if ".schema" not in path.parts]
    assert sorted(parsed) == sorted(path.read_text(encoding="utf-8") for path in files)
