"""What somebody lets pass, for how long, and what nobody can."""

from __future__ import annotations

from datetime import date

import pytest

from tests.editorial.gate import found
from tests.miniature import TODAY, Miniature

pytestmark = pytest.mark.slow

CLAIM = "We offer proven care."
DAY = date(2026, 4, 1)


def _waive(mini: Miniature, where: str, code: str = "EDT-301") -> None:
    mini.write("content/waivers.yaml", f"waivers:\n  one: {{code: {code}, {where}, reason: a test, expires: {DAY}}}\n")


def _claim(mini: Miniature) -> None:
    mini.replace("content/program.yaml", "We offer care in the daytime.", CLAIM)


@pytest.mark.parametrize(
    "where",
    [
        "file: content/program.yaml",
        "thing: program.outpatient",
        "thing: fold",
        "thing: program.outpatient, words: proven",
        "file: content/program.yaml, thing: fold",
    ],
)
def test_what_is_waived_is_a_note_until_the_day_on_which_it_ends(mini: Miniature, where: str) -> None:
    _claim(mini)
    _waive(mini, where)
    (one,) = found(mini)
    assert (one.severity, one.message) == (
        "note",
        "'proven' claims more than is known; let pass until 2026-04-01 (one): a test",
    )
    assert [finding.severity for finding in found(mini, today=DAY)] == ["error"]


@pytest.mark.parametrize(
    "where", ["file: content/ketamine.yaml", "thing: program.call", "thing: pack", "thing: fold, words: effective"]
)
def test_a_waiver_speaks_of_its_own_place_only(mini: Miniature, where: str) -> None:
    _claim(mini)
    _waive(mini, where)
    assert [finding.severity for finding in found(mini)] == ["error"]


def test_a_waived_piece_is_published_and_the_manifest_knows_the_day_on_which_that_ends(mini: Miniature) -> None:
    _claim(mini)
    assert mini.build("fold").published == ()
    _waive(mini, "thing: program.outpatient")
    report = mini.build()
    assert [(finding.code, finding.severity) for finding in report.findings] == [("EDT-301", "note")] * 2
    pieces = mini.manifest()["pieces"]
    assert {piece["true_until"] for piece in pieces.values()} == {"2026-04-01"}
    assert not any(output["proof"] for piece in pieces.values() for output in piece["outputs"].values())


def test_a_finding_about_a_finished_page_can_be_waived_and_comes_back(mini: Miniature) -> None:
    mini.replace("content/brochures/fold.yaml", "heading: Front", "heading: Front \U00010348")
    assert "ENG-101" in {finding.code for finding in mini.build("fold").findings if finding.is_error}
    _waive(mini, "thing: fold", "ENG-101")
    report = mini.build("fold")
    assert {(finding.code, finding.severity) for finding in report.findings} == {("ENG-101", "note")}
    assert report.published
    mini.remove("content/waivers.yaml")
    report = mini.build("fold")
    assert {(finding.code, finding.severity) for finding in report.findings} == {("ENG-101", "error")}
    assert report.published == ()


def test_an_unused_waiver_is_told_only_by_a_run_that_looked_at_everything(mini: Miniature) -> None:
    _waive(mini, "thing: program.outpatient")
    assert [finding.code for finding in mini.check()] == ["WVR-102"]
    assert mini.check("fold") == ()
    assert mini.check(editions=("desk",)) == ()
    mini.replace("content/program.yaml", "{call:emergency-911}", "{call:emergency-912}")
    assert [finding.code for finding in mini.check()] == ["RES-103"] * 2


def test_a_run_does_not_forget_an_unused_waiver(mini: Miniature) -> None:
    _waive(mini, "thing: program.outpatient")
    assert [finding.code for finding in mini.build().findings] == ["WVR-102"]
    states = {output["state"] for piece in mini.manifest()["pieces"].values() for output in piece["outputs"].values()}
    assert states == {None}


@pytest.mark.parametrize(
    "code", ["REL-101", "REL-102", "LOD-103", "RES-101", "CMP-101", "PUB-101", "WVR-102", "EDT-999"]
)
def test_nobody_can_waive_a_signature_a_broken_file_or_a_code_that_is_none(mini: Miniature, code: str) -> None:
    _waive(mini, "thing: program.outpatient", code)
    mini.sign_but({"program.outpatient": None})
    assert [finding.code for finding in mini.check() if finding.is_error] == ["WVR-103"]
    assert "REL-102" in {finding.code for finding in mini.check(release=True) if finding.is_error}


def test_a_waiver_without_a_place_is_refused(mini: Miniature) -> None:
    _waive(mini, "words: proven")
    assert [code for code, _, _ in mini.mistakes()] == ["LOD-204"]


def test_a_warning_of_the_gate_is_told_and_makes_no_proof(mini: Miniature) -> None:
    mini.replace("content/program.yaml", "We offer care in the daytime.", "Ask about IKAP.")
    report = mini.build("fold", release=True)
    assert [(finding.code, finding.severity) for finding in report.findings] == [("EDT-506", "warning")]
    assert [one.record["proof"] for one in report.published] == [False, False, False]
    assert mini.today == TODAY
