"""Legal forms and degrees behind a name are part of it; elsewhere they are letters that a reader may not know."""

from __future__ import annotations

import pytest

from brochures.editorial.name_endings import name_endings
from tests.editorial.gate import CLINICIAN, PATIENT, codes_of, galley, passage


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Riverwoods Behavioral Health, LLC, runs it.", []),
        ("Riverwoods PLLC runs it.", []),
        ("Lake Clinic, P.C. runs it, and so does Shore, Inc. today.", []),
        ("Lake & Shore LLP, PLLC", []),
        ("Ask Ann Lee, MD, FASAM.", []),
        ("Ask Dr. Ann Lee MD.", []),
        ("Ask Ann J. Lee Jr., MD.", []),
        ("Ask Ann Lee III, MD.", []),
        ("Ask Ann Lee, APRN, PMHNP-BC, OTR/L, or Jo Ray, LCSW.", []),
        ("Ann Lee, PharmD, PhD, PsyD, PA-C", []),
        ("Ask your MD.", ["MD"]),
        ("Your MD knows.", ["MD"]),
        ("The MD knows. The LLC does not.", ["MD", "LLC"]),
        ("We are an LLC.", ["LLC"]),
        ("Ask, then call. MD or not.", ["MD"]),
        ("Ask a nurse, RN or not.", ["RN"]),
        ("Ask CBT, MD.", ["CBT", "MD"]),
        ("LLC", ["LLC"]),
        ("LCSW and MD", ["LCSW", "MD"]),
        ("Ask Ann Lee, XYZ.", ["XYZ"]),
    ],
)
def test_an_ending_counts_behind_a_name_only(text: str, told: list[str]) -> None:
    assert [word for code, word in codes_of(text, PATIENT) if code == "EDT-506"] == told


def test_each_part_of_an_ending_is_one_of_the_name() -> None:
    laid_out = galley(passage("Ann Lee, PMHNP-BC, knows."))
    prose = laid_out.prose[-1]
    assert sorted(prose.said(at, at) for at in name_endings(laid_out, prose)) == ["BC", "PMHNP"]


def test_a_full_stop_of_an_ending_ends_no_sentence() -> None:
    assert len(galley(passage("Lake Clinic, P.C. Health care. Yes.")).prose[-1].sentences) == 2


def test_clinicians_know_more_letters_and_no_legal_form_alone() -> None:
    assert [word for code, word in codes_of("The MD and the LLC.", CLINICIAN) if code == "EDT-506"] == ["LLC"]
