"""What is not handed over, and what is said then."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

import build as program
from brochures.pdf.file import File
from brochures.press import press
from brochures.project.paths import Project
from tests.handoff.conftest import Hand, handed_over, opened
from tests.real import DAY

pytestmark = pytest.mark.slow


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setattr(Project, "open", lambda root=None, out=None, _open=Project.open: _open(root, out, DAY))

    def call(*arguments: str) -> Any:
        return CliRunner().invoke(
            program.main, ["handoff", *arguments, "--out", str(tmp_path / "out")], prog_name="build.py"
        )

    return call


def test_a_slug_or_printer_that_is_not_there_is_wrong_usage_and_names_those_that_are(run: Any, tmp_path: Path) -> None:
    piece = run("trifold", "--printer", "online-us")
    assert (piece.exit_code, "there is no piece 'trifold'" in piece.stderr, "program-trifold" in piece.stderr) == (
        2,
        True,
        True,
    )
    printer = run("crisis-card", "--printer", "nobody")
    assert printer.exit_code == 2
    assert "there is no printer 'nobody'. The printers are: office, online-us, offset-coated" in printer.stderr
    assert run("crisis-card").exit_code == 2
    assert not (tmp_path / "out" / "crisis-card").exists()


def test_a_piece_without_a_press_edition_is_a_finding(run: Any, tmp_path: Path) -> None:
    result = run("patient-guide", "--printer", "online-us")
    assert result.exit_code == 1
    assert "content/packets/patient-guide.yaml:13" in result.stdout
    assert "HND-101 error: this piece is made for screen, desk, web, large only" in result.stdout
    assert not (tmp_path / "out").exists()


def test_release_refuses_a_piece_that_waits(run: Any, tmp_path: Path) -> None:
    result = run("crisis-card", "--printer", "online-us", "--release")
    assert result.exit_code == 1
    assert "REL-102 error" in result.stdout
    assert "set crisis-card" not in result.stderr
    assert not (tmp_path / "out").exists()


def test_the_command_lists_what_lies_ready_and_says_that_it_is_a_proof(run: Any, tmp_path: Path) -> None:
    result = run("crisis-card", "--printer", "online-us")
    assert result.exit_code == 0, result.output
    folder = tmp_path / "out" / "crisis-card" / "handoff"
    assert str(folder / "online-us" / "SHA256SUMS") in result.stdout.splitlines()
    assert f"{folder / 'crisis-card_online-us_PROOF-not-for-print.zip'}  PROOF, not for print" in result.stdout
    assert "1 clinic facts missing (REL-101)" in result.stdout


def test_an_error_of_preflight_leaves_the_old_job_as_it_was(hand: Hand, monkeypatch: pytest.MonkeyPatch) -> None:
    job = hand("treatment-day-card", "offset-coated")
    before = {path: path.read_bytes() for path in sorted(job.handed.folder.parent.rglob("*")) if path.is_file()}

    def without_bleed(made: File, *rest: Any) -> File:
        done = press(made, *rest)
        return replace(done, data=done.data.replace(b"/BleedBox", b"/BlexdBox"))

    monkeypatch.setattr("brochures.production.stages.press", without_bleed)
    report, handed = handed_over(job.project, "treatment-day-card", "offset-coated")
    assert handed is None
    assert "PRS-201" in {finding.code for finding in report.findings if finding.is_error}
    assert {path: path.read_bytes() for path in sorted(job.handed.folder.parent.rglob("*")) if path.is_file()} == before


def test_the_zip_of_an_older_proof_goes_when_a_job_is_made_anew(tmp_path: Path) -> None:
    project = opened(tmp_path)
    stale = tmp_path / "crisis-card" / "handoff" / "crisis-card_office.zip"
    other = stale.with_name("crisis-card_office-two.zip")
    stale.parent.mkdir(parents=True)
    stale.write_bytes(b"old")
    other.write_bytes(b"of another printer")
    _, handed = handed_over(project, "crisis-card", "office")
    assert handed is not None
    assert not stale.exists()
    assert other.read_bytes() == b"of another printer"
