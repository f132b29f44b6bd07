"""What goes with the packets: drafts of e-mail that are never sent, labels for the post room, and the sample list."""

from __future__ import annotations

import csv
import email
import email.policy
import stat
from dataclasses import replace
from datetime import date
from email.message import EmailMessage
from pathlib import Path
from typing import cast

import pytest

from brochures.findings import BrochureError
from brochures.load.catalogue import load
from brochures.load.model.partners import PartnerField
from brochures.load.model.piece import Packet
from brochures.partners import PacketList, Partner
from brochures.partners.drafts import DraftWords, draft
from brochures.partners.kit import delivery_kit
from brochures.partners.mail_list import MAIL_LIST, mail_list
from brochures.partners.sample import sample_csv, sample_workbook
from brochures.project.paths import ROOT, Project
from tests.partners.lists import PACKET, partners_of, told_of
from tests.real import DAY

LABELS = {
    "mail.subject": "{title} from {clinic}", "mail.greeting": "Dear colleague:", "mail.attached": "Attached: {title}, {version} of {date}.",
    "mail.proof": "A proof.", "mail.secure": "No records by mail.", "date.form": "{month} {day}, {year}",
    "date.months": "January February March April May June July August September October November December",
    "contact.phone": "Phone", "contact.fax": "Fax", "contact.email": "E-mail",
}  # fmt: skip
CLINIC = {"name": "A Clinic", "phone": None, "fax": "(217) 555-0100", "email": None}
PDF = b"%PDF-1.7 not really\n" * 50


def _words(clinic: dict[str, str | None] | None = None, *, proof: bool = False) -> DraftWords:
    return DraftWords.of(
        LABELS, clinic or CLINIC, title="Packet", version="1.1", dated=date(2026, 3, 1), lead="What it is.", proof=proof
    )


def _read(data: bytes) -> EmailMessage:
    return email.message_from_bytes(data, policy=email.policy.default)


def test_a_draft_opens_unsent_with_the_packet_attached() -> None:
    one = Partner(name="Zoé Sample", organisation="Example, Inc.", email="zoe@example.org")
    data = draft(one, _words(), "example-inc.pdf", PDF)
    message = _read(data)
    assert (message["X-Unsent"], message["Subject"], message["To"]) == (
        "1",
        "Packet from A Clinic",
        "Zoé Sample <zoe@example.org>",
    )
    assert (message["From"], message["Date"], message["Message-ID"]) == (None, None, None)
    body = message.get_body()
    assert body is not None
    assert body.get_content().replace("\r\n", "\n") == (
        "Dear colleague:\n\nAttached: Packet, 1.1 of March 1, 2026.\n\nWhat it is.\n\nNo records by mail.\n\n"
        "A Clinic\nPhone: [phone]\nFax: (217) 555-0100\nE-mail: [email]\n"
    )
    (attached,) = message.iter_attachments()
    assert (attached.get_filename(), attached.get_content_type(), attached.get_content()) == (
        "example-inc.pdf",
        "application/pdf",
        PDF,
    )
    assert all(len(line) <= 998 and line.isascii() for line in data.split(b"\r\n"))  # RFC 5322, 2.1.1
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert draft(one, _words(), "example-inc.pdf", PDF) == data


def test_a_draft_says_what_the_list_and_the_clinic_say() -> None:
    one = Partner(organisation="Example", email="a@example.org", salutation="Dear Dr. Sample:")
    message = _read(draft(one, _words({**CLINIC, "email": "desk@example.org"}, proof=True), "a.pdf", PDF))
    body = cast("EmailMessage", message.get_body()).get_content()
    assert body.startswith("Dear Dr. Sample:")
    assert "of March 1, 2026. A proof." in body
    assert (message["From"], message["To"]) == ("desk@example.org", "Example <a@example.org>")


def test_nobody_without_an_address_gets_a_draft() -> None:
    with pytest.raises(ValueError, match="gets no draft"):
        draft(Partner(name="A"), _words(), "a.pdf", PDF)


def test_a_label_that_is_missing_is_told() -> None:
    lacking = {name: text for name, text in LABELS.items() if name != "mail.secure"}
    with pytest.raises(BrochureError, match=r"there is no label 'mail\.secure'") as wrong:
        DraftWords.of(lacking, CLINIC, title="P", version="1", dated=DAY, lead="L", proof=False)
    assert wrong.value.findings[0].code == "PKT-303"


def test_the_real_content_has_the_words_of_a_draft(tmp_path: Path) -> None:
    catalogue = load(Project.open(ROOT, tmp_path, DAY))
    labels = {name: entry.thing["en"] for name, entry in catalogue.shelf("label").items()}
    packet = catalogue.pieces["referral-packet"].thing
    clinic = catalogue.clinic
    assert clinic is not None
    facts = clinic.thing.model_dump()
    words = DraftWords.of(labels, facts, title=packet.title, version="1.1", dated=DAY, lead="L", proof=True)
    assert words.subject == "Referral packet from Riverwoods Behavioral Health"
    assert (
        words.paragraphs[0]
        == "Attached: Referral packet, version 1.1 of November 30, 2026. It is a proof, and not for use."
    )
    assert "{" not in "".join(words.paragraphs)


PEOPLE = [
    Partner(name="B", organisation="Second", address=("1 Main St", "Town, IL 62701"), postcode="62701"),
    Partner(
        name="A", credential="MD", organisation="=First", address=("2 Main St", "Town, MA 02134"), postcode="02134"
    ),
    Partner(organisation="Abroad", address=("1", "2", "3", "4", "5")),
    Partner(name="Nowhere"),
    Partner(name="C", organisation="", address=("3 Main St",), postcode="02134"),
]


def _labels(folder: Path, people: list[Partner]) -> list[list[str]]:
    with mail_list(folder) as kept:
        for number, one in enumerate(people):
            kept.add(one, f"{number}.pdf")
    assert kept.without == sum(not one.address for one in people)
    with (folder / MAIL_LIST).open(encoding="utf-8-sig", newline="") as file:
        return [*csv.reader(file)]


def test_the_post_room_gets_labels_by_zip_code(tmp_path: Path) -> None:
    assert _labels(tmp_path, PEOPLE) == [
        ["ZIP Code", "Name", "Organization", "Line 1", "Line 2", "Line 3", "Line 4", "File"],
        ["02134", "C", "", "3 Main St", "", "", "", "4.pdf"],
        ["02134", "A, MD", "'=First", "2 Main St", "Town, MA 02134", "", "", "1.pdf"],
        ["62701", "B", "Second", "1 Main St", "Town, IL 62701", "", "", "0.pdf"],
        ["", "", "Abroad", "1", "2", "3", "4, 5", "2.pdf"],
    ]
    assert stat.S_IMODE((tmp_path / MAIL_LIST).stat().st_mode) == 0o600
    with mail_list(tmp_path) as kept:
        kept.add(PEOPLE[3], "a.pdf")
    assert not (tmp_path / MAIL_LIST).exists()


def test_a_kit_holds_a_draft_for_each_address_and_a_label_for_each_street(tmp_path: Path) -> None:
    mailed = replace(PEOPLE[0], email="b@example.org")
    with delivery_kit(tmp_path, _words()) as kit:
        paths = [kit.add(one, f"{number}.packet.pdf", PDF) for number, one in enumerate([mailed, PEOPLE[1], PEOPLE[3]])]
        kit.add_label(PEOPLE[4], "earlier.pdf")
    assert paths == [tmp_path / "0.packet.eml", None, None]
    assert (kit.labels.count, kit.labels.without) == (3, 1)
    assert {one.name: stat.S_IMODE(one.stat().st_mode) for one in tmp_path.iterdir()} == {
        "0.packet.eml": 0o600, MAIL_LIST: 0o600,
    }  # fmt: skip
    assert (tmp_path / "0.packet.eml").read_bytes() == draft(mailed, _words(), "0.packet.pdf", PDF)


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_sample_list_is_read_without_a_finding_and_names_nobody_real(tmp_path: Path, kind: str) -> None:
    real = cast("Packet", load(Project.open(ROOT, tmp_path, DAY)).pieces["referral-packet"].thing)
    for number, packet in enumerate((PACKET, PacketList.of("referral-packet", real))):
        path = tmp_path / f"{number}.{kind}"
        path.write_bytes(sample_csv(packet) if kind == "csv" else sample_workbook(packet))
        assert told_of(path, packet, lacking=True) == []
        people = partners_of(path, packet)
        assert [one.organisation.endswith("(example)") for one in people] == [True] * 3
        assert {one.postcode for one in people} == {"00000", ""}
        for one in people:
            assert all("555-01" in text for text in (one.fax, one.phone) if text)
            assert not one.email or one.email.endswith("@example.org")


def test_the_sample_follows_the_heads_of_the_packet(tmp_path: Path) -> None:
    packet = replace(PACKET, columns={PartnerField.ORGANISATION: "Practice", PartnerField.ADDRESS: "Where"})
    path = tmp_path / "a.csv"
    path.write_bytes(sample_csv(packet))
    assert path.read_text(encoding="utf-8-sig").splitlines()[:2] == [
        "Practice,Where", 'Sample Practice (example),"1 Example Street, Exampletown"',
    ]  # fmt: skip
