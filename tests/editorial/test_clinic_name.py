"""The clinic is called as content/clinic.yaml calls it, wherever its name is typed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from brochures.editorial.clinic_name import other_name
from brochures.editorial.galley import Galley
from brochures.findings import Place
from brochures.resolve.inline_text import ClinicFact
from brochures.resolve.job import Role
from tests.editorial.gate import PATIENT, house_job, passage

RENAMED: Mapping[str, str | None] = {"name": "North Shore Recovery", "legal_name": "North Shore Recovery, LLC"}


def _said(text: str, facts: Mapping[str, str | None], role: Role = Role.STATEMENT) -> list[str]:
    job = house_job()
    clinic = {name: ClinicFact(name, value, Place("clinic")) for name, value in facts.items()}
    galley = Galley.of(replace(job, clinic=clinic, passages=(passage(text, PATIENT, role),)))
    return [f"{one.place.column} {one.message}" for one in other_name(galley)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("At Riverwoods you are seen.", ["4 'Riverwoods' is typed here, and the clinic's name is 'North Shore Recovery'"]),
        ("At Riverwoods’s door, at Riverwoods.", ["4 'Riverwoods' is typed here, and the clinic's name is 'North Shore Recovery'"]),
        ("At North Shore Recovery you are seen.", []),
        ("At North Shore Recovery, LLC, you are seen.", []),
        ("North Shore Recovery’s door", []),
        ("At Nort Shore Recovery you are seen.", ["4 'Nort Shore Recovery' is typed here, and the clinic's name is 'North Shore Recovery'"]),
        ("Recovery at the north shore", []),
        ("North Shore Dentistry", []),
        ("Riverwoodsy", []),
    ],
)  # fmt: skip
def test_another_name_is_told_where_it_is_typed(text: str, said: list[str]) -> None:
    assert _said(text, RENAMED) == said


def test_a_short_name_that_is_part_of_the_name_is_let_pass() -> None:
    assert _said("At Riverwoods you are seen.", {"name": "Riverwoods Behavioral Health", "legal_name": None}) == []
    assert _said("At Riverwoods you are seen.", {"name": "RBH", "legal_name": "Riverwoods, Inc."}) == []
    assert _said("At Riverwoods you are seen.", {"name": "Riverwoodsy Care"}) != []


def test_a_fact_itself_is_not_compared_and_a_name_of_one_word_is_never_misspelt() -> None:
    assert _said("Riverwoods", RENAMED, Role.CLINIC) == []
    assert _said("At Norths you are seen.", {"name": "North"}) == []
