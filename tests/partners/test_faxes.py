"""Packets that go by fax: whom each goes to stands on its cover sheet, what differs alone is drawn again, and a machine is told whom to dial."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from brochures.findings import NOWHERE, Place
from brochures.partners import Partner, PartnerRow, SendingRecord
from brochures.partners.bodies import PartnerBody, partner_body
from brochures.partners.fax_list import fax_list, number
from brochures.partners.lots import PacketHands
from brochures.partners.making import fax_files, packet_for, packets_for
from brochures.partners.order import PacketOrder, planned
from brochures.partners.run import PacketNow, PartnerRun
from brochures.press.fax_files import taken_apart
from brochures.press.fax_pages import fax_pages
from brochures.production.forked import forked
from brochures.project.edition import Edition
from brochures.project.paths import ROOT, Project
from tests.addressed import STYLES, addressed_file
from tests.fax_reading import PPI, pages, squeezed
from tests.ocr import read
from tests.real import DAY

PARTNER = Partner(
    name="Sample Person One", credential="MD", organisation="Sample Practice", address=("1 Example Street", "Exampletown, ZZ 00000"),
    salutation="Dear Dr. Sample:", fax="(217) 555-0101", row=Place("list.csv", 2),
)  # fmt: skip
ORDER = PacketOrder(Path("list.csv"), "referral-packet", Path("packets"), faxed=True)


@pytest.fixture(scope="module")
def body(shared: Path) -> PartnerBody:
    file = addressed_file(shared, Edition.FAX)
    return partner_body(replace(file, beside=fax_pages(file.data)), STYLES)


@pytest.mark.slow
def test_what_differs_alone_is_drawn_again(body: PartnerBody) -> None:
    made = packet_for(body, PARTNER)
    assert made.findings == ()
    assert set(made.faxed) == {slot.page for slot in body.body.slots}
    for whole, shared_pages in zip(fax_files(body, made), body.faxed, strict=True):
        same = [one == other for one, other in zip(taken_apart(whole), shared_pages, strict=True)]
        assert [at for at, equal in enumerate(same) if not equal] == sorted(made.faxed)


@pytest.mark.slow
def test_whom_it_goes_to_is_read_off_the_cover_sheet_in_both_rasters(body: PartnerBody) -> None:
    for whole in fax_files(body, packet_for(body, PARTNER)):
        seen = squeezed(read(next(pages(whole))[1], PPI))
        for words in (PARTNER.addressee, PARTNER.organisation, PARTNER.fax):
            assert squeezed(words) in seen


@pytest.mark.slow
def test_a_run_of_faxes_is_on_record_with_a_list_beside_it(body: PartnerBody, tmp_path: Path) -> None:
    project, folder = Project.open(ROOT, tmp_path / "out", DAY), tmp_path / "packets"
    order = replace(ORDER, to=folder)
    with (
        SendingRecord.open(project) as record,
        forked(packets_for, {body.digest: body}, 1) as hands,
        fax_list(folder) as faxes,
    ):
        run = PartnerRun(
            folder, record, PacketNow("referral-packet", "1.1", {}, final=False), {frozenset(): body},
            lambda one: faxes.add(one.partner, one.path.name, one.body.body.pages),
        )  # fmt: skip
        report = run.make(planned([PARTNER], order, record), PacketHands(hands.submit, hands.count))
        assert (report.made, report.refused) == (1, ())
        assert [Path(one.file).name for one in record.latest()] == ["sample-practice.referral-packet.fax.pdf"]
    assert {path.stat().st_mode & 0o777 for path in folder.iterdir()} == {0o600}
    (row,) = csv.DictReader(io.StringIO((folder / "fax-list.csv").read_text("utf-8-sig")))
    assert row["Number"] == "12175550101"
    for column in ("Fine", "Standard"):
        with Image.open(folder / row[column]) as fax:
            assert fax.n_frames == int(row["Pages"]) == body.body.pages  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("typed", "dialled"),
    [("(217) 555-0101", "12175550101"), ("+44 20 7946 0958", "011442079460958"), ("1-217-555-0101", "12175550101")],
)
def test_a_number_is_written_as_it_is_dialled(typed: str, dialled: str) -> None:
    assert number(typed) == dialled


def test_who_has_no_fax_number_is_set_aside() -> None:
    rows = [PartnerRow(one, (), (), NOWHERE) for one in (PARTNER, replace(PARTNER, fax=""))]
    good, lacking = ORDER.meant(rows)
    assert good == rows[0]
    assert lacking.partner is None
    assert [one.code for one in lacking.findings] == ["PKT-407"]
    assert [*replace(ORDER, faxed=False).meant(rows)] == rows
