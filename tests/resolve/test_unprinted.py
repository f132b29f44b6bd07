"""Wordings that no piece prints: they are read as well, and keep no piece from being made."""

from __future__ import annotations

import pytest

from brochures.resolve.passages import printed
from brochures.resolve.ticket import resolve
from brochures.resolve.unprinted import unprinted_words
from tests.editorial.gate import WORDS
from tests.miniature import Miniature

pytestmark = pytest.mark.slow

NEW = "  program.new:\n    kind: advice\n    patient:\n      en: >-\n        Our care\n        is proven.\n    clinician:\n      en: 'Call 555-0199.'\n"


def _said(mini: Miniature, *slugs: str) -> list[tuple[str, str, str]]:
    return [(one.code, str(one.place), one.piece) for one in mini.check(*slugs)]


def test_words_that_wait_to_be_printed_are_read_in_a_run_over_everything(mini: Miniature) -> None:
    mini.append("content/program.yaml", NEW)
    assert _said(mini) == [
        ("EDT-301", "content/program.yaml:20:12", ""),
        ("EDT-305", "content/program.yaml:22:17", ""),
    ]
    assert _said(mini, "fold") == []


def test_the_wording_for_other_readers_of_a_statement_that_is_printed_is_read_too(mini: Miniature) -> None:
    mini.replace("content/program.yaml", "We offer care in the daytime.", "We offer care.")
    mini.replace("content/packets/pack.yaml", "      - statement: program.outpatient\n", "")
    mini.replace("content/program.yaml", "Outpatient program.", "A proven program.")
    assert _said(mini) == [("EDT-301", "content/program.yaml:8:13", "")]


def test_a_name_that_leads_nowhere_is_told_although_no_piece_prints_it(mini: Miniature) -> None:
    mini.append("content/program.yaml", NEW.replace("is proven", "is {call:emergency-912}"))
    assert _said(mini) == [("RES-103", "content/program.yaml:20:12", "")]


def test_the_pieces_are_made_all_the_same_and_the_next_run_says_it_again(mini: Miniature) -> None:
    mini.append("content/program.yaml", NEW)
    for _ in range(2):
        report = mini.build()
        assert [finding.code for finding in report.findings] == ["EDT-301", "EDT-305"]
        assert mini.path("fold.screen").exists()
    assert "no piece prints it yet" in report.findings[0].message


def test_a_waiver_lets_them_pass(mini: Miniature) -> None:
    mini.append("content/program.yaml", NEW.replace("is proven", "is good"))
    mini.write(
        "content/waivers.yaml",
        "waivers:\n  one: {code: EDT-305, thing: program.new, reason: a test of it, expires: 2030-01-01}\n",
    )
    assert [(one.code, one.severity) for one in mini.check()] == [("EDT-305", "note")]


def test_everything_else_of_a_piece_is_not_asked_of_them(mini: Miniature) -> None:
    mini.append("content/program.yaml", NEW.replace("is proven", "names ABC and ketamine").replace("555-0199", "us"))
    assert mini.check() == ()
    mini.remove(WORDS)
    assert {one.code for one in mini.check()} == {"REL-104"}


def test_each_language_has_a_job_of_its_own_with_what_none_prints(mini: Miniature) -> None:
    mini.append("content/program.yaml", NEW)
    mini.replace("content/packets/pack.yaml", "language: en", "language: es")
    for file, old in (("program", "      en: Outpatient program.\n"), ("ketamine", "      en: In {study")):
        text = (mini.root / f"content/{file}.yaml").read_text(encoding="utf-8")
        mini.write(f"content/{file}.yaml", text.replace(old, old.replace("en:", "es:")))
    mini.replace("content/packets/pack.yaml", "    reading: fold\n", "    blocks: [{heading: Nada}]\n")
    catalogue = mini.load()
    assert catalogue.findings == ()
    jobs = [resolve(mini.project, catalogue, slug) for slug in ("fold", "pack")]
    left, findings = unprinted_words(mini.project, catalogue, jobs)
    assert findings == ()
    assert [job.language for job in left] == ["en"]
    assert [(str(one.role), str(one.audience), one.name, printed(one.words)) for one in left[0].passages][2:] == [
        ("statement", "patient", "program.new", "Our care is proven."),
        ("statement", "clinician", "program.new", "Call 555-0199."),
        ("statement", "clinician", "ketamine.off-label", "Off-label use."),
    ]
    assert (left[0].lead, left[0].labels, left[0].rules.parts, left[0].rules.rule) == ("", {}, {}, None)
    assert left[0].rules.words is not None
    assert [(section.name, section.title) for section in left[0].sections] == [("patient", ""), ("clinician", "")]
