"""The commands packets and sent, as the referral desk uses them."""

from __future__ import annotations

import csv
import stat
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from click.testing import CliRunner, Result

import build as program
from brochures.cli.packet_words import packet_words
from brochures.load.catalogue import load
from brochures.partners import PacketOrder, Partner, Sending, SendingRecord, content_digest, planned
from brochures.partners.record import words_digest
from brochures.project.paths import Project
from tests.miniature import TODAY, Miniature

pytestmark = pytest.mark.slow

BLOCK = """\
partners:
  columns: {name: Name, organisation: Organization, zip: ZIP Code, parts: Parts}
"""
LIST = """\
Name,Organization,ZIP Code,Parts
A. Sample,First Clinic,02134,
B. Sample,Second Clinic,2134,
C. Sample,Third Clinic,,facts
"""

Run = Callable[..., Result]


LINES = """\
<h1>{{ job.title }}</h1>
{% if job.addressed %}{% for line in job.addressed.lines.cover %}<p data-region="slot">{{ line }}</p>{% endfor %}{% endif %}
"""
"""Where the packet prints for whom it is."""


@pytest.fixture
def desk(mini: Miniature) -> Miniature:
    mini.append("content/packets/pack.yaml", BLOCK)
    mini.replace("templates/documents/pack.html", "<h1>{{ job.title }}</h1>\n", LINES)
    mini.write("partners.csv", LIST)
    return mini


@pytest.fixture
def run(desk: Miniature, monkeypatch: pytest.MonkeyPatch) -> Run:
    opened = Project.open

    def on_the_day(root: Path | None = None, out: Path | None = None, today: date = TODAY) -> Project:
        return opened(root, out, today)

    monkeypatch.setattr(Project, "open", on_the_day)
    monkeypatch.chdir(desk.root)

    def call(*arguments: str) -> Result:
        return CliRunner().invoke(program.main, [*arguments, "--root", str(desk.root)], prog_name="build.py")

    return call


def _enter(desk: Miniature, *people: Partner, final: bool = False) -> None:
    """Enter in the record that ``people`` were sent today's packet."""
    project = desk.project
    version, words = packet_words(project, load(project), "pack")
    with SendingRecord.open(project) as record:
        run = record.begin_run("pack", version, words)
        digest = words_digest(words)
        for one in people:
            content = content_digest(one, version, digest, "proof")
            entry = Sending.to(
                one, "pack", version, content=content, words=digest, sha256="", file="out/a.pdf", final=final
            )
            record.begin(run, [entry])
        record.done(run, [one.key for one in people])


FIRST = Partner(name="A. Sample", organisation="First Clinic", address=("02134",), language="en", postcode="02134")
THIRD = Partner(name="C. Sample", organisation="Third Clinic", language="en", parts=("facts",))


def test_a_dry_run_shows_what_would_be_made_and_writes_nothing(run: Run, desk: Miniature) -> None:
    before = sorted(desk.root.rglob("*"))
    result = run("packets", "partners.csv", "--dry-run")
    assert result.exit_code == 1
    assert result.stdout == (
        "row  organization  name       language  parts  packet\n"
        "  2  First Clinic  A. Sample  en        all    make (new)\n"
        "  4  Third Clinic  C. Sample  en        facts  make (new)\n"
        "partners.csv:3:3 PKT-208 error: the ZIP Code has 4 digits: a zero in front was probably lost\n"
        "    help: write all digits, and format the column as text\n"
    )
    assert result.stderr == "partners.csv: 2 new, 1 set aside\n"
    assert sorted(desk.root.rglob("*")) == before


def test_what_somebody_has_is_not_made_again(run: Run, desk: Miniature) -> None:
    _enter(desk, FIRST)
    result = run("packets", "partners.csv", "--dry-run")
    assert [line.split("  ")[-1].strip() for line in result.stdout.splitlines()[1:3]] == ["unchanged", "make (new)"]
    desk.replace("content/packets/pack.yaml", "lead: What is in it.", "lead: What is in it now.")
    result = run("packets", "partners.csv", "--dry-run")
    assert "First Clinic  A. Sample  en        all    make (changed)" in result.stdout
    result = run("packets", "partners.csv", "--dry-run", "--only-changed")
    assert ("First Clinic" in result.stdout, "Third Clinic" in result.stdout) == (True, False)


def test_only_some_partners_may_be_meant(run: Run, desk: Miniature) -> None:
    assert "Third" not in run("packets", "partners.csv", "--dry-run", "--only", "first CLINIC").stdout
    assert "First" not in run("packets", "partners.csv", "--dry-run", "--only", "c. sample").stdout
    result = run("packets", "partners.csv", "--dry-run", "--limit", "1")
    assert ("First" in result.stdout, "Third" in result.stdout) == (True, False)
    _enter(desk, FIRST)
    assert "Third" in run("packets", "partners.csv", "--dry-run", "--limit", "1").stdout
    assert "nobody" in run("packets", "partners.csv", "--dry-run", "--only", "nobody at all").stderr.replace(
        "1 set aside", "nobody"
    )


def test_a_limit_counts_what_is_to_be_made(desk: Miniature) -> None:
    _enter(desk, FIRST)
    project = desk.project
    version, words = packet_words(project, load(project), "pack")
    made_of = (version, words_digest(words), "proof")
    with SendingRecord.look(project) as record:
        for limit, wanted in ((None, 3), (2, 3), (1, 2)):
            order = PacketOrder(Path("a.csv"), "pack", Path("to"), limit=limit)
            people = (FIRST, THIRD, Partner(name="D"))
            assert len([*planned(people, order, record, *made_of)]) == wanted


def test_rows_that_are_set_aside_stand_in_a_file_of_their_own(run: Run, desk: Miniature) -> None:
    result = run("packets", "partners.csv", "--to", "there", "--no-kit")
    assert result.exit_code == 1
    path = desk.root / "there" / "partners.set-aside.csv"
    assert f"set aside: {path}" in result.stderr
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert "B. Sample,Second Clinic,2134,,PKT-208: the ZIP Code has 4 digits" in path.read_text(encoding="utf-8")
    desk.write("partners.csv", LIST.replace(",2134,", ",02134,"))
    assert run("packets", "partners.csv", "--to", "there", "--no-kit").exit_code == 0
    assert not path.exists()


def test_a_list_that_cannot_be_read_is_told(run: Run, desk: Miniature) -> None:
    desk.write("odd.csv", b"%PDF-1.7")
    for name, told in (
        ("odd.csv", "odd.csv PKT-101 error: it is a PDF file"),
        ("none.csv", "No such file or directory"),
    ):
        result = run("packets", name, "--dry-run")
        assert (result.exit_code, told in result.stdout) == (1, True)


def test_which_packet_is_meant_can_be_said_and_must_be_where_there_are_several(run: Run, desk: Miniature) -> None:
    wrong = run("packets", "partners.csv", "--packet", "pakc")
    assert (wrong.exit_code, "did you mean 'pack'?" in wrong.stderr) == (2, True)
    assert run("packets", "partners.csv", "--packet", "pack", "--only", "First").exit_code == 1
    other = (desk.root / "content/packets/pack.yaml").read_text(encoding="utf-8")
    desk.write("content/packets/other.yaml", other)
    several = run("packets", "partners.csv")
    assert (several.exit_code, "say which packet with --packet: other, pack" in several.stderr) == (2, True)
    for name in ("other", "pack"):
        desk.write(f"content/packets/{name}.yaml", other.replace(BLOCK, ""))
    none = run("packets", "partners.csv")
    assert (none.exit_code, "no packet in content/packets/ has a 'partners' block" in none.stderr) == (2, True)


@pytest.mark.parametrize("more", [(), ("--xlsx",)])
def test_a_sample_list_is_written_once_and_read_without_a_finding(run: Run, more: tuple[str, ...]) -> None:
    name = "partners.xlsx" if more else "partners.csv"
    result = run("packets", "new", "--to", "fresh", *more)
    assert (result.exit_code, result.stdout) == (0, f"fresh/{name}\n")
    again = run("packets", "new", "--to", "fresh", *more)
    assert (again.exit_code, "is there already" in again.stderr) == (2, True)
    read = run("packets", f"fresh/{name}", "--dry-run")
    assert (read.exit_code, read.stderr) == (0, f"fresh/{name}: 3 new\n")
    assert "help:" not in read.stdout


def test_who_was_sent_what_is_listed_with_what_has_changed_since(run: Run, desk: Miniature) -> None:
    assert run("sent").stdout == "0 packets, 0 outdated\n"
    assert not desk.project.sent.exists()
    _enter(desk, FIRST, final=True)
    _enter(desk, THIRD)
    listed = run("sent").stdout.splitlines()
    assert [" ".join(line.split()) for line in listed[:2]] == [
        "organization name packet version language parts kind made now",
        "First Clinic A. Sample pack 1.0 en all final 2026-03-01 current",
    ]
    assert (len(listed), listed[-1]) == (4, "2 packets, 0 outdated")
    assert run("sent", "--outdated").stdout == "0 packets, 0 outdated\n"
    desk.replace("content/packets/pack.yaml", "lead: What is in it.", "lead: What is in it now.")
    told = run("sent", "--outdated").stdout
    assert "2 packets, 2 outdated" in told
    assert "pack 1.0 of 2026-03-01, now 1.0: 1 changed\n  piece 'pack': " in told
    assert "“What is in it.” is now “What is in it now.”" in told or "“it.” became “it now.”" in told
    assert run("sent", "--since", "2026-03-02").stdout == "0 packets, 0 outdated\n"
    assert run("sent", "--since", "yesterday").exit_code == 2
    assert "2 packets" in run("sent", "--since", "2026-03-01").stdout


def test_the_list_of_what_was_sent_is_for_its_owner_and_no_table_program_works_it_out(
    run: Run, desk: Miniature
) -> None:
    _enter(desk, FIRST, Partner(name="=1+1", organisation="B", language="en"))
    result = run("sent", "--csv", "who.csv")
    assert result.stdout == "who.csv: 2 packets, 0 outdated\n"
    assert stat.S_IMODE((desk.root / "who.csv").stat().st_mode) == 0o600
    with (desk.root / "who.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = [*csv.reader(file)]
    assert [row[1] for row in rows] == ["name", "'=1+1", "A. Sample"]


def test_a_packet_that_is_gone_is_told_as_not_known(run: Run, desk: Miniature) -> None:
    _enter(desk, FIRST)
    (desk.root / "content/packets/pack.yaml").rename(desk.root / "content/packets/other.yaml")
    assert "not known: there is no such packet" in run("sent").stdout


def test_no_command_touches_the_record(run: Run, desk: Miniature) -> None:
    _enter(desk, FIRST)
    before = (desk.project.sent / "sent.sqlite").read_bytes()
    for command in (("clean",), ("list",), ("sent",), ("packets", "partners.csv", "--dry-run")):
        run(*command)
    assert (desk.project.sent / "sent.sqlite").read_bytes() == before


def test_a_damaged_record_is_told_and_left_to_who_may_mend_it(run: Run, desk: Miniature) -> None:
    _enter(desk, FIRST)
    path = desk.project.sent / "sent.sqlite"
    path.write_bytes(b"no database" * 999)
    for command in (("sent",), ("packets", "partners.csv", "--dry-run")):
        result = run(*command)
        assert (result.exit_code, "PKT-302 error" in result.stdout) == (1, True)
    assert path.read_bytes() == b"no database" * 999


def test_of_many_findings_some_of_each_code_are_shown_and_all_are_counted(run: Run, desk: Miniature) -> None:
    rows = [f"Zoe\u0301 {number},B,," for number in range(300)]
    desk.write("partners.csv", "\n".join([LIST.splitlines()[0], *rows, "A,B,213,", ""]))
    result = run("packets", "partners.csv", "--dry-run")
    assert (result.stdout.count("PKT-212 note"), result.stdout.count("PKT-208 error")) == (100, 1)
    assert (result.exit_code, "PKT-212: 200 more" in result.stderr) == (1, True)


def test_packets_go_nowhere_into_the_project_itself(run: Run) -> None:
    for folder in ("content", "sent", "styles/fonts"):
        result = run("packets", "partners.csv", "--to", folder)
        assert (result.exit_code, "Name another folder with --to" in result.stderr) == (2, True)


def test_each_partner_of_the_list_has_a_packet_that_is_listed(run: Run, desk: Miniature) -> None:
    desk.write("partners.csv", LIST.replace(",2134,", ",02134,").replace(",facts", ","))
    result = run("packets", "partners.csv", "--to", "there", "--no-kit")
    assert (result.exit_code, "3 packets made" in result.stderr) == (0, True)
    names = ["first-clinic.pack.pdf", "second-clinic.pack.pdf", "third-clinic.pack.pdf"]
    assert sorted(path.name for path in (desk.root / "there").iterdir()) == names
    for name, whose in zip(names, "ABC", strict=True):
        words = pypdfium2.PdfDocument(desk.root / "there" / name)[0].get_textpage().get_text_range()
        assert f"{whose}. Sample" in words
    again = run("packets", "partners.csv", "--to", "there", "--no-kit")
    assert (again.exit_code, "3 unchanged" in again.stderr) == (0, True)
    assert "3 packets, 0 outdated" in run("sent").stdout


def test_a_template_that_prints_no_place_for_a_name_is_told(run: Run, desk: Miniature) -> None:
    desk.replace("templates/documents/pack.html", LINES, "<h1>{{ job.title }}</h1>\n")
    result = run("packets", "partners.csv", "--to", "there", "--no-kit", "--only", "First")
    assert (result.exit_code, "PKT-405 error" in result.stdout) == (1, True)
    assert not list((desk.root / "there").glob("*.pdf"))


def test_a_name_that_no_face_can_set_is_set_aside_with_the_reason(run: Run, desk: Miniature) -> None:
    desk.write("partners.csv", LIST.replace(",2134,", ",02134,").replace("B. Sample", "אבג").replace(",facts", ","))
    result = run("packets", "partners.csv", "--to", "there", "--no-kit")
    assert (result.exit_code, "PKT-401 error" in result.stdout) == (1, True)
    kept = (desk.root / "there" / "partners.set-aside.csv").read_text(encoding="utf-8")
    assert ("אבג,Second Clinic" in kept, "PKT-401: " in kept, "First" in kept) == (True, True, False)
    assert "2 packets, 0 outdated" in run("sent").stdout
