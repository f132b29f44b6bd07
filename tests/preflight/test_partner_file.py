"""A packet for one partner, read back: each way in which it may hold something else than the partner's words is told, and quotes nobody."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from brochures.findings import BrochureError
from brochures.geometry.box import Box
from brochures.partners.bodies import PartnerBody, partner_body
from brochures.partners.making import packet_for
from brochures.partners.partner import Partner
from brochures.pdf.partner_words import Words, appended_words
from brochures.preflight.partner_file import SLACK, partner_file
from brochures.resolve.addressed import Slot, held_place
from tests.addressed import STYLES, addressed_body, addressed_file

pytestmark = pytest.mark.slow

WORDS = Words(
    {held_place(Slot.COVER, 0): "Sample Łukasz", held_place(Slot.ADDRESS, 1): "1 Main Street"},
    {"referral.name": "Sample Łukasz"},
)


@pytest.fixture(scope="module")
def body(shared: Path) -> PartnerBody:
    return addressed_body(shared)


def _told(
    body: PartnerBody, set_so: Words, wanted: Words = WORDS, change: Callable[[bytes], bytes] = lambda data: data
) -> list[str]:
    data = change(body.body.data + appended_words(body.body, set_so))
    page = body.body.fields["referral.name"].page
    return list(partner_file(data, body.body.pages, body.wanted, wanted.lines, {page: wanted.values}))


def test_a_packet_with_the_words_of_its_partner_is_right(body: PartnerBody) -> None:
    assert _told(body, WORDS) == []


@pytest.mark.parametrize(
    "lines",
    [
        {held_place(Slot.COVER, 0): "Sample Lukasz", held_place(Slot.ADDRESS, 1): "1 Main Street"},
        {held_place(Slot.COVER, 0): "Sample Łukasz"},
        {held_place(Slot.COVER, 1): "Sample Łukasz", held_place(Slot.ADDRESS, 1): "1 Main Street"},
        {**WORDS.lines, held_place(Slot.ADDRESS, 2): "Somebody else"},
    ],
    ids=["another letter", "a line is missing", "a line lower", "a line more"],
)
def test_other_words_are_told(body: PartnerBody, lines: dict[str, str]) -> None:
    told = _told(body, Words(lines, WORDS.values))
    assert told
    assert not [one for one in told if "Sample" in one or "Somebody" in one]


def test_words_out_of_their_place_are_told(body: PartnerBody) -> None:
    def moved(by: float) -> list[str]:
        wanted = [replace(one, held={held: _moved(box, by) for held, box in one.held.items()}) for one in body.wanted]
        data = body.body.data + appended_words(body.body, WORDS)
        return list(partner_file(data, body.body.pages, wanted, WORDS.lines, {}))

    assert moved(SLACK - 1) == []
    assert moved(40.0)


def _moved(box: Box, by: float) -> Box:
    return Box(box.left + by, box.top, box.right + by, box.bottom)


def test_a_field_with_another_value_is_told(body: PartnerBody) -> None:
    assert _told(body, Words(WORDS.lines, {"referral.name": "Another"})) == [
        "the field 'referral.name' does not hold what the list says"
    ]


def test_a_file_that_breaks_off_is_told(body: PartnerBody) -> None:
    assert _told(body, WORDS, change=lambda data: data[: len(data) // 3])


def test_a_packet_is_made_and_read_back(body: PartnerBody) -> None:
    packet = packet_for(body, Partner(name="Sample Łukasz", organisation="Sample Practice", address=("1 Main Street",)))
    assert packet.good
    assert packet.findings == ()
    assert len(packet.sha256) == 64


def test_words_without_room_are_told_with_what_was_measured(body: PartnerBody) -> None:
    found = packet_for(body, Partner(organisation="Sample " * 60)).findings
    assert {one.code for one in found if one.is_error} == {"PKT-402"}
    assert "there is room for 3" in found[0].message
    wide = packet_for(body, Partner(organisation="S" * 60)).findings
    assert [one.code for one in wide if one.is_error] == ["PKT-402", "PKT-402"]
    assert not [one for one in (*found, *wide) if "Sample" in one.message or "SS" in one.message]


def test_letters_of_no_face_are_told_by_their_numbers(body: PartnerBody) -> None:
    (found,) = packet_for(body, Partner(name="אב")).findings
    assert found.code == "PKT-401"
    assert "U+05D0, U+05D1" in found.message


def test_a_value_that_is_too_long_leaves_the_field_empty(body: PartnerBody) -> None:
    packet = packet_for(body, Partner(name="Sample", email="a" * 90 + "@example.org"))
    assert packet.good
    assert {one.code for one in packet.findings} == {"PKT-403"}


def test_long_names_take_the_lines_that_there_are(body: PartnerBody) -> None:
    assert packet_for(
        body, Partner(organisation="Sample Associates of the Greater Hill Country for Family Medicine")
    ).good


def test_a_packet_that_says_something_else_is_not_kept(body: PartnerBody) -> None:
    wanted = [replace(one, text=one.text.replace("Referral", "Refernal")) for one in body.wanted]
    packet = packet_for(replace(body, wanted=tuple(wanted)), Partner(name="Sample"))
    assert not packet.good
    assert {one.code for one in packet.findings} == {"PKT-404"}


def test_a_packet_that_holds_no_place_for_a_line_is_no_body(shared: Path) -> None:
    file = addressed_file(shared)
    sheets = replace(file.sheets, pages=tuple(replace(page, regions=()) for page in file.sheets.pages))
    with pytest.raises(BrochureError, match="partner"):
        partner_body(replace(file, sheets=sheets), STYLES)
