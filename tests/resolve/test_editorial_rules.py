"""What the project has laid down for a piece: numbers that were verified, rules by piece or type, waivers with their lines."""

from __future__ import annotations

from datetime import date

import pytest

from brochures.findings import Place
from brochures.resolve.editorial_rules import bare, editorial_rules, waivers
from brochures.resolve.job import EditorialRules
from brochures.resolve.ticket import resolve
from tests.miniature import Miniature


def _house(mini: Miniature, slug: str = "fold") -> EditorialRules:
    catalogue = mini.load()
    assert catalogue.findings == ()
    return editorial_rules(catalogue, resolve(mini.project, catalogue, slug))


@pytest.mark.parametrize(
    ("written", "digits"),
    [
        ("847-555-0200", "8475550200"),
        ("(312) 555-0100", "3125550100"),
        ("1-800-555-0100", "8005550100"),
        ("1 800 555 0100", "8005550100"),
        ("+1 800 662 HELP", "800662HELP"),
        ("2-800-555-0100", "28005550100"),
        ("1-555-0100", "15550100"),
        ("1-800-555-01000", "180055501000"),
        ("911", "911"),
        ("ext. 5", "5"),
    ],
)
def test_a_number_is_compared_without_its_signs_and_a_leading_1(written: str, digits: str) -> None:
    assert bare(written) == digits


@pytest.mark.parametrize(
    ("fact", "text", "numbers"),
    [
        ("phone", "847-555-0200", {"8475550200"}),
        ("after_hours_phone", "1-800-662-4357 (nights)", {"8006624357"}),
        ("fax", "(312) 555-0111", {"3125550111"}),
        ("tty", "7-1-1", {"711"}),
        ("interpreter_phone", "+1 (800) 555-0122", {"8005550122"}),
        ("intake_contact", "A. Reader, 847-555-0133 or 847-555-0134", {"8475550133", "8475550134"}),
        ("privacy_contact", "1-800-662-HELP", {"800662HELP"}),
        ("address", "12 Oak Street", set()),
        ("hours", "8 to 17", set()),
        ("legal_name", "Clinic 24", set()),
    ],
)
def test_numbers_of_the_clinic_are_verified_where_it_gives_them_as_telephone_numbers(
    mini: Miniature, fact: str, text: str, numbers: set[str]
) -> None:
    mini.replace("content/clinic.yaml", "phone: 847-555-0200\n", "")
    mini.append("content/clinic.yaml", f"{fact}: '{text}'\n")
    assert _house(mini).numbers == numbers | {"911"}


def test_all_numbers_of_a_help_line_are_verified_and_those_that_nobody_saw_are_marked(mini: Miniature) -> None:
    mini.append(
        "content/sources.yaml",
        "    also: 1-800-555-0101\n"
        "  seen: {name: Seen, call: 988, text: 847-555-0103, tty: 847-555-0104, for: all, verification: secondary}\n"
        "  both: {name: Both, call: 988, also: 847-555-0105, for: all, verification: unverified}\n",
    )
    found = _house(mini)
    assert found.numbers == {"8475550200", "911", "8005550101", "988", "8475550103", "8475550104", "8475550105"}
    assert found.unverified == {"911", "8005550101", "8475550105"}


def test_a_piece_has_the_rule_of_its_own_name_before_that_of_its_type(mini: Miniature) -> None:
    assert _house(mini).rule is not None
    mini.replace("content/house/parts.yaml", "  pack: {}\n", "  fold-out: {}\n")
    assert _house(mini, "pack").rule is None
    mini.replace("content/house/parts.yaml", "  fold: {}\n", "  fold: {only: true}\n  pack: {only: true}\n")
    mini.replace("content/packets/pack.yaml", "document: pack", "document: fold")
    rule = _house(mini, "pack").rule
    assert rule is not None
    assert rule.only
    mini.replace("content/house/parts.yaml", "  pack: {only: true}\n", "")
    assert _house(mini, "pack").rule == _house(mini, "fold").rule


def test_lists_parts_and_studies_are_those_of_the_project(mini: Miniature) -> None:
    found = _house(mini)
    assert found.words is not None
    assert found.words.emergency == ("911",)
    assert set(found.parts) == {"off-label", "benefits", "risks", "sources"}
    assert set(found.studies) == {"mini-trial"}
    mini.remove("content/house/words.yaml")
    assert _house(mini).words is None


WAIVERS = """\
waivers:
  of-a-thing: {code: EDT-101, thing: program.outpatient, reason: a test, expires: 2030-01-01}
  of-a-study: {code: EDT-101, thing: mini-trial, file: content/x.yaml, reason: a test, expires: 2030-01-01}
  of-a-file: {code: EDT-101, file: content/program.yaml, words: care, reason: a test, expires: 2030-01-01}
  of-nothing: {code: EDT-101, thing: nothing, file: content/x.yaml, reason: a test, expires: 2030-01-01}
  of-a-piece: {code: EDT-101, thing: fold, reason: a test, expires: 2030-01-01}
  of-a-part: {code: EDT-101, thing: off-label, reason: a test, expires: 2030-01-01}
"""


def test_a_waiver_is_about_the_lines_of_its_thing_or_about_a_whole_file(mini: Miniature) -> None:
    mini.write("content/waivers.yaml", WAIVERS)
    found = {one.name: one for one in waivers(mini.load())}
    assert {name: (one.file, one.first, one.last, one.place) for name, one in found.items()} == {
        "of-a-thing": ("content/program.yaml", 3, 10, Place("content/waivers.yaml", 2, 3)),
        "of-a-study": ("content/studies.yaml", 3, 35, Place("content/waivers.yaml", 3, 3)),
        "of-a-file": ("content/program.yaml", 0, 0, Place("content/waivers.yaml", 4, 3)),
        "of-nothing": ("", 0, 0, Place("content/waivers.yaml", 5, 3)),
        "of-a-piece": ("", 0, 0, Place("content/waivers.yaml", 6, 3)),
        "of-a-part": ("", 0, 0, Place("content/waivers.yaml", 7, 3)),
    }
    assert found["of-a-file"].waiver.words == "care"
    assert {one.waiver.expires for one in found.values()} == {date(2030, 1, 1)}
