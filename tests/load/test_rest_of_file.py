"""What else is wrong in a file in which some entries cannot be read: told in the same run, and nothing that follows from them."""

from __future__ import annotations

import pytest

from tests.miniature import Miniature

BROKEN = """statements:
  program.outpatient:
    kind: program
    patient:
      en: "We offer care
    review: x
  program.call:
    kind: advise
    patent:
      en: See us.
    patient:
      en: Don\u00e2\u20ac\u2122t wait.
  program.call:
    kind: advice
"""


def _told(mini: Miniature, file: str) -> list[tuple[str, str]]:
    return [(one.code, str(one.place).partition(":")[2]) for one in mini.load().findings if one.place.file == file]


def test_a_key_that_stands_twice_beside_a_mistake_is_told(mini: Miniature) -> None:
    mini.write("content/program.yaml", BROKEN)
    assert {("LOD-103", "5:11"), ("LOD-104", "13:3"), ("LOD-302", "12:14")} <= {*_told(mini, "content/program.yaml")}


def test_keys_values_and_letters_are_judged(mini: Miniature) -> None:
    mini.write("content/program.yaml", BROKEN.partition("  program.call:\n    kind: advice")[0])
    assert sorted(_told(mini, "content/program.yaml")) == [
        ("LOD-103", "5:11"),
        ("LOD-201", "9:5"),
        ("LOD-204", "8:11"),
        ("LOD-302", "12:14"),
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("name: [Mini\nphone: 847-555-0200\n", [("LOD-103", "1:7")]),
        ("name: [Mini\n", [("LOD-103", "1:7")]),
        ("phone: 847-555-020\nname: [Mini\nfaxx: 1\n", [("LOD-103", "2:7"), ("LOD-204", "1:8"), ("LOD-201", "3:1")]),
        ("phone: 847-555-0200\nname: [Mini\nhours: x: y\n", [("LOD-103", "2:7"), ("LOD-103", "3:9")]),
        ("name: Mini\nphone: 847-555-020\n", [("LOD-204", "2:8")]),
    ],
)
def test_what_is_missing_or_empty_beside_a_mistake_is_not_told(
    mini: Miniature, text: str, told: list[tuple[str, str]]
) -> None:
    mini.write("content/clinic.yaml", text)
    assert _told(mini, "content/clinic.yaml") == told
