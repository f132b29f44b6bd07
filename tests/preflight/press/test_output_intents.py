"""The output intent of a press file: what it holds, against what the print shop ordered."""

from __future__ import annotations

import hashlib
import io
from typing import Any

import pytest
from pikepdf import Pdf, String
from pypdf import PdfReader

from brochures.preflight import Shipped
from brochures.preflight.press.output_intents import described, held_intent, ordered
from brochures.preflight.press.subject import Subject
from brochures.project.paths import ROOT
from tests.press.damage import damaged, print_shop_of
from tests.press_room import PressRoom

PROFILES = ROOT / "styles" / "profiles"
TR006 = (PROFILES / "TR006_coated.icc").read_bytes()


def _told(press_room: PressRoom, damage: Any = None, shipped: Shipped | None = None) -> list[str]:
    made = press_room.made if damage is None else damaged(press_room.made, damage)
    file = PdfReader(io.BytesIO(made.data), strict=True)
    return [
        one.message for one in ordered(Subject(file, made, print_shop_of(made), shipped or Shipped.of(ROOT / "styles")))
    ]


def test_the_true_file_holds_what_was_ordered(press_room: PressRoom) -> None:
    held = held_intent(press_room.made.data)
    assert (held.identifier, held.profile) == ("CGATS TR 006", "CMYK coated, from CGATS TR 006")
    assert held.sha256 == hashlib.sha256(TR006).hexdigest()
    assert _told(press_room) == []


def test_another_name_is_told(press_room: PressRoom) -> None:
    def named(pdf: Pdf) -> None:
        pdf.Root.OutputIntents[0].OutputConditionIdentifier = String("FOGRA51")

    assert _told(press_room, named) == ["the output intent names 'FOGRA51', and the print shop ordered 'CGATS TR 006'"]
    assert held_intent(damaged(press_room.made, named).data).identifier == "FOGRA51"


@pytest.mark.parametrize("change", ["another", "a byte"])
def test_another_profile_is_told(press_room: PressRoom, change: str) -> None:
    other = (
        (PROFILES / "FOGRA39L_coated.icc").read_bytes() if change == "another" else TR006[:-1] + bytes([TR006[-1] ^ 1])
    )

    def put(pdf: Pdf) -> None:
        pdf.Root.OutputIntents[0].DestOutputProfile.write(other)

    name = "CMYK coated, from FOGRA39L" if change == "another" else "CMYK coated, from CGATS TR 006"
    said = f"the profile in the file ('{name}') is not, byte by byte, 'TR006_coated.icc', which the print shop ordered"
    assert _told(press_room, put) == [said]
    assert _told(press_room, put, Shipped()) == []


def test_a_file_without_an_intent_holds_nothing(press_room: PressRoom) -> None:
    held = held_intent(damaged(press_room.made, lambda pdf: pdf.Root.__delitem__("/OutputIntents")).data)
    assert (held.identifier, held.profile, held.sha256) == ("", "", "")


def test_a_profile_says_its_name_in_either_version() -> None:
    assert described(b"") == described(bytes(200)) == ""
    words = "Own paper".encode("utf-16-be")
    tag = (
        b"mluc"
        + bytes(4)
        + (1).to_bytes(4)
        + (12).to_bytes(4)
        + b"enUS"
        + len(words).to_bytes(4)
        + (28).to_bytes(4)
        + words
    )
    table = (1).to_bytes(4) + b"desc" + (144).to_bytes(4) + len(tag).to_bytes(4)
    assert described(bytes(128) + table + tag) == "Own paper"
