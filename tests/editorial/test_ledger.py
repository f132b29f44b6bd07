from __future__ import annotations

from brochures.editorial.ledger import about_ledger, under_nothing
from brochures.resolve.signed_things import statements_of
from brochures.resolve.ticket import resolve
from tests.miniature import TODAY, Miniature

GOOD = "by: A. B., role: medical-director, signed: 2026-01-02, until: 2027-01-02, digest: 0"
LEDGER = f"""signatures:
  - {{statement: program.cal, audience: patient, language: en, {GOOD}}}
  - {{statement: program.call, audience: clinician, language: en, {GOOD}}}
  - {{statement: program.call, audience: patient, language: es, {GOOD}}}
  - {{piece: foled, {GOOD}}}
  - {{helpline: emergency-119, {GOOD}}}
  - {{study: mini-trail, {GOOD}}}
  - {{form: referral, {GOOD}}}
"""


def test_signatures_under_nothing_are_told_all_at_once_with_what_was_meant(mini: Miniature) -> None:
    mini.write("content/reviews.yaml", LEDGER)
    found = [(one.code, one.place.line, one.place.column, one.message, one.help) for one in under_nothing(mini.load())]
    wording = "correct 'audience' or 'language', or take the signature out"
    assert found == [
        ("RES-101", 2, 17, "there is no statement 'program.cal'", "did you mean 'program.call'?"),
        (
            "RES-101",
            3,
            62,
            "there is no statement 'program.call' (clinician, en): it has no wording of that kind",
            wording,
        ),
        (
            "RES-101",
            4,
            60,
            "there is no statement 'program.call' (patient, es): it has no wording of that kind",
            wording,
        ),
        ("RES-101", 5, 13, "there is no piece 'foled'", "did you mean 'fold'?"),
        ("RES-101", 6, 16, "there is no help line 'emergency-119'", "did you mean 'emergency-911'?"),
        ("RES-101", 7, 13, "there is no study 'mini-trail'", "did you mean 'mini-trial'?"),
        ("RES-101", 8, 12, "there is no form 'referral'", ""),
    ]


def _codes(mini: Miniature, *slugs: str, whole: bool = True, release: bool = False) -> list[tuple[str, str]]:
    catalogue = mini.load()
    jobs = [resolve(mini.project, catalogue, slug) for slug in slugs]
    others = statements_of(mini.project, catalogue) if whole else None
    return [(one.code, str(one.severity)) for one in about_ledger(catalogue, jobs, others, TODAY, release=release)]


def test_signatures_under_what_no_piece_prints_are_looked_at_in_a_run_over_everything(mini: Miniature) -> None:
    mini.sign_but({"program.call": {"digest": "0"}, "emergency-911": {"by": "TBD"}, "fold": {"until": TODAY}})
    assert _codes(mini, "fold", "pack") == []
    assert sorted(_codes(mini)) == [("REL-108", "warning"), ("REL-109", "warning")]
    assert ("REL-109", "error") in _codes(mini, release=True)
    assert _codes(mini, whole=False) == []


def test_what_is_under_nothing_is_told_once(mini: Miniature) -> None:
    mini.write("content/reviews.yaml", LEDGER.replace("digest: 0", "digest: ").replace("by: A. B.,", "by: ,"))
    assert {code for code, _ in _codes(mini)} == {"RES-101"}


def test_of_things_whose_file_has_mistakes_nothing_is_told(mini: Miniature) -> None:
    mini.write("content/reviews.yaml", LEDGER)
    mini.append("content/program.yaml", "  program.cal: {kind: rumour}\n")
    assert "there is no statement 'program.cal'" not in [one.message for one in under_nothing(mini.load())]
