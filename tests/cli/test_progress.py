from __future__ import annotations

import io
import sys
from types import SimpleNamespace
from typing import Any

import pytest

from brochures.cli import progress
from brochures.cli.progress import BAR, Teller, counted, lasting, line, summary
from brochures.findings import Finding, Severity
from brochures.production.progress import FileTurn


def _turn(share: float) -> FileTurn:
    turn = FileTurn("fold (desk)")
    turn.number, turn.total, turn.share = 2, 4, share
    return turn


TURN = _turn(0.25)


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("time", "said"),
    [(0, "0:00"), (59.4, "0:59"), (59.6, "1:00"), (760, "12:40"), (3599.4, "59:59"), (3723, "1:02:03")],
)
def test_time_is_told_as_people_read_it(time: float, said: str) -> None:
    assert lasting(time) == said


@pytest.mark.parametrize(
    ("elapsed", "said"),
    [(10, f"[#####{'-' * 15}] 2 of 4, about 0:30 left: fold (desk)"), (1.9, f"[#####{'-' * 15}] 2 of 4: fold (desk)")],
)
def test_the_time_left_is_told_when_it_is_no_guess_any_more(elapsed: float, said: str) -> None:
    assert line(TURN, elapsed) == said
    assert line("page 1", elapsed) == "set page 1"


@pytest.mark.parametrize(("share", "told"), [(0.0, False), (0.0199, False), (0.02, True), (1.0, True)])
def test_nothing_is_divided_by_nothing(share: float, *, told: bool) -> None:
    assert ("left" in line(_turn(share), 60)) == told
    assert line(_turn(share), 60).count("#") == round(BAR * share)


def test_a_pipe_gets_plain_lines(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    with Teller() as tell:
        tell(TURN)
    assert capsys.readouterr().err == "set fold (desk)\n"
    monkeypatch.setattr("os.isatty", lambda number: number == 2)
    monkeypatch.setenv("TERM", "xterm")
    assert progress.is_terminal()
    monkeypatch.setenv("TERM", "dumb")
    assert not progress.is_terminal()


def test_a_terminal_gets_one_line_that_is_gone_at_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = _Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setattr("os.isatty", lambda number: number == 2)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "24")

    def broken_off() -> None:
        with Teller() as tell:
            tell(TURN)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        broken_off()
    first, rest = screen.getvalue().removeprefix("\r\x1b[K").split("\r")
    assert len(first) == 23
    assert rest == "\x1b[K"
    assert "\n" not in screen.getvalue()


def test_what_was_made_is_told_as_a_table() -> None:
    note = Finding("FIT-101", Severity.NOTE, "used")
    wrong = Finding("OVR-201", Severity.ERROR, "overset")
    composition: Any = SimpleNamespace
    made: Any = SimpleNamespace(
        made=[
            SimpleNamespace(composition=composition(slug="a", name="screen"), seconds=1.26, pages=2, findings=(note,)),
            SimpleNamespace(composition=composition(slug="a", name="desk"), record={}, findings=()),
            SimpleNamespace(composition=composition(slug="a", name="large"), record={}, findings=()),
            SimpleNamespace(composition=composition(slug="b", name="press"), seconds=2.0, pages=1, findings=(wrong, wrong)),
            SimpleNamespace(composition=composition(slug="c", name="press"), findings=(wrong,)),
        ],
        published=[
            SimpleNamespace(piece="a", name="screen", fresh=True, restored=False, record={"path": "a/a.screen.pdf", "pages": 2, "bytes": 2600, "proof": True}),
            SimpleNamespace(piece="a", name="desk", fresh=False, restored=False, record={"path": "a/a.desk.pdf", "pages": 3, "bytes": 1024, "proof": False}),
            SimpleNamespace(piece="a", name="large", fresh=False, restored=True, record={"path": "a/a.large.pdf", "pages": 9, "bytes": 2048, "proof": False}),
        ],
    )  # fmt: skip
    table, last = summary(made, "out", 62)
    assert [" ".join(row.split()) for row in table.splitlines()] == [
        "FILE PAGES SIZE TIME STATE FINDINGS",
        "a/a.screen.pdf 2 3 kB 1.3 s proof 1 note",
        "a/a.desk.pdf 3 1 kB - final, unchanged -",
        "a/a.large.pdf 9 2 kB - final, as made before -",
        "b/b.press.pdf 1 - 2.0 s not published 2 errors",
        "c/c.press.pdf - - - not published 1 error",
    ]
    assert last == "1 made, 1 as made before, 1 unchanged, 2 not published in 1:02: out"


def test_findings_are_counted_by_weight() -> None:
    found = [
        Finding("A", weight, "m") for weight in (Severity.NOTE, Severity.ERROR, Severity.WARNING, Severity.WARNING)
    ]
    assert counted(found) == "1 error, 2 warnings, 1 note"
    assert counted([]) == "-"
