"""The folder and the zip of a job: what is in them, what they are called, and that they are the same each time."""

from __future__ import annotations

import hashlib
import io
import re
import shutil
import stat
import subprocess
import zipfile
from datetime import date
from pathlib import Path

import pytest
from PIL import Image

from brochures.findings import BrochureError
from brochures.handoff.package import SUMS, Parcel, _plain
from brochures.project import atomic as files
from tests.facts import Facts
from tests.handoff.conftest import Hand, handed_over, opened, version

pytestmark = pytest.mark.slow

FOLD = "program-trifold"
SHA256SUM = shutil.which("sha256sum")
STEM = f"{FOLD}_{version(FOLD).number}_online-us"


def test_a_folder_holds_what_a_print_shop_needs_and_nothing_else(hand: Hand) -> None:
    job = hand(FOLD, "online-us")
    wanted = ["", "_page-1", "_page-2", "_preflight", "_preflight", "_spec-sheet"]
    kinds = ["pdf", "png", "png", "json", "pdf", "pdf"]
    names = [f"{STEM}{what}_PROOF-not-for-print.{kind}" for what, kind in zip(wanted, kinds, strict=True)]
    assert sorted(path.name for path in job.handed.folder.iterdir()) == sorted([*names, SUMS])
    assert sorted(job.handed.names) == sorted([*names, SUMS])
    assert [path.name for path in sorted(job.handed.folder.parent.iterdir())] == [
        "online-us",
        f"{FOLD}_online-us_PROOF-not-for-print.zip",
    ]


def test_the_press_file_in_it_is_for_the_press(hand: Hand) -> None:
    facts = Facts(hand(FOLD, "online-us").file("online-us.pdf"))
    assert facts.sizes == [(792.0, 612.0)] * 2
    assert facts.boxes[0]["/BleedBox"] == (0.0, 0.0, 810.0, 630.0)
    assert "GTS_PDFXVersion>PDF/X-4" in facts.catalog["/Metadata"].get_object().get_data().decode()


def test_its_sums_are_taken_by_the_program_that_reads_them(hand: Hand) -> None:
    assert SHA256SUM is not None, "'sha256sum' is missing, which reads the sums: install the coreutils of the system"
    folder = hand(FOLD, "online-us").handed.folder
    done = subprocess.run(  # noqa: S603 a program of the system, our own arguments
        [SHA256SUM, "--strict", "-c", SUMS], cwd=folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout
    assert done.stdout.count(": OK") == len(list(folder.iterdir())) - 1


def test_its_sums_are_those_of_its_files(hand: Hand) -> None:
    folder = hand(FOLD, "online-us").handed.folder
    lines = (folder / SUMS).read_text(encoding="ascii").splitlines()
    for line in lines:
        digest, name = line.split("  ")
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest
    assert len(lines) == len(list(folder.iterdir())) - 1


def test_the_zip_holds_the_folder_with_its_day_and_rights(hand: Hand) -> None:
    handed = hand(FOLD, "online-us").handed
    with zipfile.ZipFile(handed.archive) as archive:
        assert archive.testzip() is None
        entries = archive.infolist()
        assert [Path(entry.filename).parts for entry in entries] == [
            (f"{STEM}_PROOF-not-for-print", name) for name in handed.names
        ]
        for entry in entries:
            assert archive.read(entry) == (handed.folder / Path(entry.filename).name).read_bytes()
            assert entry.date_time == (*version(FOLD).date.timetuple()[:3], 0, 0, 0)
            assert stat.S_IMODE(entry.external_attr >> 16) == 0o644


def test_another_folder_and_another_run_give_the_same_bytes(hand: Hand, tmp_path: Path) -> None:
    first = hand(FOLD, "online-us").handed
    project = opened(tmp_path / "elsewhere")
    _, again = handed_over(project, FOLD, "online-us")
    assert again is not None
    assert again.archive.read_bytes() == first.archive.read_bytes()
    assert sorted(path.name for path in again.folder.parent.iterdir()) == sorted(
        [first.folder.name, first.archive.name]
    )


def test_pictures_show_each_page_with_its_trim(hand: Hand) -> None:
    for number in (1, 2):
        picture = Image.open(io.BytesIO(hand(FOLD, "online-us").file(f"_page-{number}.png")))
        assert picture.format == "PNG"
        assert picture.width >= 11 * 110


def test_marks_and_slug_line_stand_around_the_pages_of_a_shop_that_wants_them(hand: Hand) -> None:
    job = hand("treatment-day-card", "offset-coated")
    facts = Facts(job.file("offset-coated.pdf"))
    assert facts.boxes[0]["/TrimBox"] == (36.0, 36.0, 324.0, 684.0)
    assert "treatment-day-card · front · 1/2" in facts.texts[0]
    assert "treatment-day-card · back · 2/2" in facts.texts[1]
    # What the slug line calls the content, the sheets beside the file call it, too.
    (content,) = {match[1] for match in re.finditer(r"content ([0-9a-f]{8})", " ".join(facts.texts))}
    for sheet in ("_spec-sheet.pdf", "_preflight.pdf"):
        assert f"content {content}" in Facts(job.file(sheet)).texts[0]


def _parcel(*, proof: bool, dated: date = date(2026, 11, 23)) -> Parcel:
    return Parcel("job_1.0", "job_shop", dated, proof)


def test_only_a_proof_is_called_one() -> None:
    assert (_parcel(proof=False).name("pdf"), _parcel(proof=False).archive) == ("job_1.0.pdf", "job_shop.zip")
    assert _parcel(proof=True).name("pdf", "spec-sheet") == "job_1.0_spec-sheet_PROOF-not-for-print.pdf"


def test_a_day_before_zips_began_is_taken_for_their_first() -> None:
    with zipfile.ZipFile(io.BytesIO(_parcel(proof=False, dated=date(1970, 1, 1)).zipped({"a": b"a"}))) as archive:
        assert archive.infolist()[0].date_time[:3] == (1980, 1, 1)


def test_a_zip_says_that_its_rights_are_those_of_unix_on_whatever_system_it_is_made() -> None:
    with zipfile.ZipFile(io.BytesIO(_parcel(proof=False).zipped({"a": b"a"}))) as archive:
        (entry,) = archive.infolist()
    assert (entry.create_system, oct(entry.external_attr >> 16)) == (3, "0o100644")


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Con", "job-Con"),
        ("aux.1", "job-aux.1"),
        ("console", "console"),
        ("Ä b/c\\d", "b-c-d"),
        ("...", "job"),
        ("ab" * 70, "ab" * 60),
    ],
)
def test_a_name_is_one_that_every_system_makes_a_file_of(title: str, name: str) -> None:
    assert _plain(title) == name


def test_a_folder_is_replaced_whole(tmp_path: Path) -> None:
    folder = tmp_path / "job"
    files.replace_folder(folder, {"old": b"1", "both": b"1"})
    files.replace_folder(folder, {"both": b"2", "new": b"2"})
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == {"both": b"2", "new": b"2"}
    assert list(tmp_path.iterdir()) == [folder]


def test_a_folder_that_cannot_be_written_stays_as_it_was(tmp_path: Path) -> None:
    folder = tmp_path / "job"
    files.replace_folder(folder, {"old": b"1"})
    with pytest.raises(BrochureError) as refused:
        files.replace_folder(folder, {"new": b"2", "no/such/folder": b"2"})
    assert [finding.code for finding in refused.value.findings] == ["PUB-101"]
    assert [path.name for path in folder.iterdir()] == ["old"]
    assert list(tmp_path.iterdir()) == [folder]
