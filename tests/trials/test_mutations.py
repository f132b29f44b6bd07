"""The mistakes that the trial of mutants makes: which, where, and what it leaves alone."""

from __future__ import annotations

import pytest

from tests.trials.mutant import Mutant
from tests.trials.mutations import mutants
from tests.trials.rooms import Watched


def _texts(code: str) -> list[str]:
    source = code.encode()
    found = mutants("a.py", source)
    assert all(one.compiles(source) for one in found)
    return [one.applied(source).decode() for one in found]


@pytest.mark.parametrize(
    ("code", "mistakes"),
    [
        ("x = 3", ["x = 4", "x = 2"]),
        ("x = 0.5", ["x = 0.55", "x = 0.45"]),
        ("x = a < b", ["x = (a <= b)", "x = (a >= b)"]),
        ("x = a == b", ["x = (a != b)"]),
        ("x = a in b", ["x = (a not in b)"]),
        ("x = a and b", ["x = (a or b)"]),
        ("x = not a", ["x = a"]),
        ("x = True", ["x = False"]),
        ("x = a + b", ["x = (a - b)"]),
        ("x = 'name'", ["x = 'namex'"]),
        ("x = max(a, b)", ["x = min(a, b)"]),
        ("f(a, b)", ["pass", "f(b, a)"]),
        ("if a:\n    b()", ["if (not a):\n    b()", "if a:\n    pass"]),
        ("x = [a for a in b if c]", ["x = [a for a in b if (not c)]"]),
        ("x = f'{a + b}'", ["x = f'{a - b}'"]),
        ("x.y = z", ["pass"]),
        ("def f() -> tuple[int, ...]:\n    return x", ["def f() -> tuple[int, ...]:\n    return ()"]),
        ("def f() -> int:\n    return x", ["def f() -> int:\n    return None"]),
    ],
)
def test_a_mistake_is_made_in_each_part_of_a_line(code: str, mistakes: list[str]) -> None:
    assert sorted(_texts(code)) == sorted(mistakes)


@pytest.mark.parametrize(
    "code",
    [
        '"""A docstring."""',
        "__all__ = ['a']",
        "from a import b",
        "x: int",
        "Side = Literal['left', 'right']",
        "@dataclass(frozen=True)\nclass A:\n    pass",
        "x = 'words for people'",
        "log.warning('a', 1)",
        "def f(x: Annotated[int, 3]) -> None:\n    pass",
    ],
)
def test_what_nothing_depends_on_is_left_alone(code: str) -> None:
    assert _texts(code) == []


def test_a_mutant_is_told_by_its_line_and_what_differs() -> None:
    source = b"a = b\nc = 3  # three\n"
    one = Mutant("brochures/a.py", (2, 2), "number", 10, 11, "4")
    assert (one.place, one.diff(source)) == ("brochures/a.py:2", "-c = 3  # three\n+c = 4  # three")
    assert not Mutant("a.py", (1, 1), "x", 0, 1, "1").compiles(source)


def test_tests_that_run_the_line_come_first_and_those_that_cannot_tell_not_at_all() -> None:
    line = frozenset({("a.py", 5)})
    watched = Watched(
        lines={"slow": line, "fast": line, "calls": frozenset(), "other": frozenset({("b.py", 5)}), "fails": line, "starts": frozenset()},
        bodies={"slow": frozenset(), "fast": frozenset(), "calls": frozenset({("a.py", 3, 9)}), "other": frozenset(), "fails": frozenset(), "starts": frozenset()},
        seconds={"slow": 2, "fast": 1, "calls": 0.1, "other": 0, "fails": 0, "starts": 0},
        imported=frozenset({("a.py", 1)}),
        outside=frozenset({"starts"}),
        failed=frozenset({"fails"}),
    )  # fmt: skip
    assert watched.order("a.py", (5, 6)) == ["fast", "slow", "calls", "starts"]
    assert watched.order("a.py", (1, 1)) == ["calls", "other", "fast", "slow", "starts"]
    assert watched.order("c.py", (5, 5)) == ["starts"]
