"""A run: each partner has one whole file, entered on record, whatever befalls the run; and who has the packet gets no second one."""

from __future__ import annotations

import errno
import hashlib
import pickle
import subprocess
import sys
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from brochures.findings import BrochureError, Place, UsageError
from brochures.partners import Partner, SendingRecord
from brochures.partners.bodies import PartnerBody
from brochures.partners.lots import PacketHands, cluster, with_executor
from brochures.partners.making import packets_for
from brochures.partners.order import PacketOrder, planned
from brochures.partners.print_runs import PrintRuns
from brochures.partners.run import PacketNow, PartnerRun, RunReport
from brochures.production.forked import forked
from brochures.project.edition import Edition
from brochures.project.paths import ROOT, Project
from tests.addressed import addressed_body
from tests.real import DAY

pytestmark = pytest.mark.slow

SLUG, ALL = "referral-packet", frozenset[str]()
NOW = PacketNow(SLUG, "1.1", {"statement 'a'": ("One.",)}, final=False)


@pytest.fixture(scope="module")
def body(shared: Path) -> PartnerBody:
    return addressed_body(shared)


class Office:
    """A clinic's folder with a list, a record and packets."""

    def __init__(self, folder: Path, body: PartnerBody) -> None:
        self.project = Project.open(ROOT, folder / "out", DAY)
        self.folder = folder / "packets"
        self.body = body

    def run(
        self, partners: Sequence[Partner], *, jobs: int = 1, packet: PacketNow = NOW, placed: Any = lambda _: None
    ) -> RunReport:
        order = PacketOrder(Path("list.csv"), SLUG, self.folder)
        with (
            SendingRecord.open(self.project) as record,
            forked(packets_for, {self.body.digest: self.body}, jobs) as hands,
        ):
            run = PartnerRun(self.folder, record, packet, {ALL: self.body}, placed)
            return run.make(planned(partners, order, record, packet.version), PacketHands(hands.submit, hands.count))

    def files(self) -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in sorted(self.folder.iterdir())}

    def entered(self) -> dict[str, str]:
        with SendingRecord.look(self.project) as record:
            return {Path(one.file).name: one.sha256 for one in record.latest()}


@pytest.fixture
def office(tmp_path: Path, body: PartnerBody) -> Office:
    return Office(tmp_path, body)


def sample_partners(count: int, **more: Any) -> list[Partner]:
    """Return ``count`` partners that nobody is."""
    return [
        Partner(
            name=f"Sample Person {number}", organisation=f"Practice {number}", row=Place("list.csv", number + 1), **more
        )
        for number in range(1, count + 1)
    ]


def _is_whole(office: Office, partners: Iterable[Partner]) -> None:
    """Hold each partner against one file that says their name, and the record against the files."""
    files = office.files()
    assert len(files) == len(list(partners))
    assert {name: hashlib.sha256(data).hexdigest() for name, data in files.items()} == office.entered()
    for partner in partners:
        data = files[f"practice-{partner.organisation.split()[1]}.{SLUG}.pdf"]
        assert partner.name in " ".join(pypdfium2.PdfDocument(data)[0].get_textpage().get_text_range().split())


def test_each_partner_has_one_whole_file(office: Office) -> None:
    partners = sample_partners(5)
    report = office.run(partners)
    assert (report.made, report.unchanged, report.refused) == (5, 0, ())
    assert report.size == sum(len(data) for data in office.files().values())
    _is_whole(office, partners)


def test_nobody_else_may_read_them(office: Office) -> None:
    office.run(sample_partners(1))
    assert office.folder.stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o777 for path in office.folder.iterdir()} == {0o600}


def test_the_same_list_twice_makes_nothing_twice(office: Office) -> None:
    partners = sample_partners(3)
    office.run(partners)
    before = {path: path.stat().st_mtime_ns for path in office.folder.iterdir()}
    report = office.run(partners)
    assert (report.made, report.unchanged) == (0, 3)
    assert {path: path.stat().st_mtime_ns for path in office.folder.iterdir()} == before


def test_who_has_another_version_gets_the_new_one_in_the_same_place(office: Office) -> None:
    partners = sample_partners(2)
    office.run(partners)
    moved = [replace(partners[0], address=("2 New Street",)), partners[1]]
    report = office.run(moved)
    assert (report.made, report.unchanged) == (1, 1)
    _is_whole(office, moved)


def test_a_row_that_cannot_be_set_is_told_and_the_others_go_on(office: Office) -> None:
    partners = sample_partners(3)
    bad = replace(partners[1], name="אבג")
    report = office.run([partners[0], bad, partners[2]])
    assert report.made == 2
    ((refused, findings),) = report.refused
    assert (refused, findings[0].code, findings[0].place.line) == (bad, "PKT-401", 3)
    _is_whole(office, [partners[0], partners[2]])


def test_parts_with_which_the_packet_has_errors_are_told(office: Office) -> None:
    ((_, findings),) = office.run(sample_partners(1, parts=("letter",))).refused
    assert [one.code for one in findings] == ["PKT-406"]


def test_two_processes_make_the_same_as_one(office: Office, tmp_path: Path, body: PartnerBody) -> None:
    partners = sample_partners(40)
    office.run(partners)
    two = Office(tmp_path / "two", body)
    two.run(partners, jobs=2)
    assert two.files() == office.files()


def test_any_executor_will_do(office: Office) -> None:
    partners = sample_partners(3)
    order = PacketOrder(Path("list.csv"), SLUG, office.folder)
    with SendingRecord.open(office.project) as record, ThreadPoolExecutor(1) as pool:
        run = PartnerRun(office.folder, record, NOW, {ALL: office.body})
        run.make(
            planned(partners, order, record, NOW.version), with_executor(pool, 1, {office.body.digest: office.body})
        )
    _is_whole(office, partners)


class _Killed(BaseException):
    """The run ends here, as if it had been killed: nothing after it is done."""


@pytest.mark.parametrize("at", [1, 7, 16, 17, 33])
def test_a_run_that_ends_anywhere_goes_on_where_it_stopped(office: Office, at: int) -> None:
    partners = sample_partners(34)
    left = [at]

    def placed(_: Any) -> None:
        left[0] -= 1
        if not left[0]:
            raise _Killed

    with pytest.raises(_Killed):
        office.run(partners, placed=placed)
    report = office.run(partners)
    assert report.made + report.unchanged == len(partners)
    assert report.unchanged == at
    _is_whole(office, partners)


def test_a_full_disk_is_told_and_what_is_in_place_stays(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    partners = sample_partners(4)
    office.run(partners[:2])
    with monkeypatch.context() as patch:

        def full(*_: Any, **__: Any) -> int:
            raise OSError(errno.ENOSPC, "No space left on device")

        patch.setattr("brochures.project.private_files.os.open", full)
        with pytest.raises(BrochureError):
            office.run(partners)
    _is_whole(office, partners[:2])
    office.run(partners)
    _is_whole(office, partners)


def test_what_a_killed_run_left_half_written_goes(office: Office) -> None:
    office.run(sample_partners(1))
    (office.folder / ".abc.unfinished").write_bytes(b"half")
    office.run(sample_partners(1))
    assert len(office.files()) == 1


def test_print_runs_hold_each_packet_in_the_order_of_the_post(office: Office, shared: Path) -> None:
    runs = PrintRuns(office.folder, "Packet {number} of {count}", {ALL: addressed_body(shared, Edition.DESK)})
    office.folder.mkdir()
    (office.folder / "print-run-7.pdf").write_bytes(b"of an earlier run")
    first, second, third = sample_partners(3)
    for partner in (replace(first, postcode="78702"), replace(second, postcode=""), replace(third, postcode="02134")):
        runs.add(partner)
    (path,) = runs.write()
    assert [one.name for one in office.folder.iterdir()] == ["print-run-1.pdf"]
    document = pypdfium2.PdfDocument(path)
    texts = [" ".join(page.get_textpage().get_text_range().split()) for page in document]
    separators = [text for text in texts if "of 3" in text and text.startswith("Practice")]
    assert separators == ["Practice 3 Packet 1 of 3", "Practice 1 Packet 2 of 3", "Practice 2 Packet 3 of 3"]


def test_where_nothing_was_made_the_print_runs_of_before_stay(office: Office) -> None:
    office.folder.mkdir()
    (office.folder / "print-run-1.pdf").write_bytes(b"of an earlier run")
    assert list(PrintRuns(office.folder, "", {}).write()) == []
    assert (office.folder / "print-run-1.pdf").exists()


def test_a_cluster_makes_them_too_and_one_of_its_workers_may_be_lost(
    office: Office, tmp_path: Path, body: PartnerBody
) -> None:
    pytest.importorskip("distributed")
    (tmp_path / "body").write_bytes(pickle.dumps(body))
    command = [sys.executable, "-m", "tests.partners.on_a_cluster", str(tmp_path), str(tmp_path / "body"), "60"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603 our own program
    assert (done.returncode, done.stdout) == (0, "60 made, 0 refused, 1 workers lost\n"), done.stderr[-2000:]
    _is_whole(office, sample_partners(60))


def test_a_scheduler_that_does_not_answer_is_told() -> None:
    with pytest.raises(UsageError, match="no scheduler answers"), cluster("nowhere", {}):
        pass
