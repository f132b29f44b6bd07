"""The record of what was sent: nothing is sent twice, nothing is lost by a run that is killed, and nobody else can read it."""

from __future__ import annotations

import errno
import sqlite3
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from brochures.findings import BrochureError, Finding
from brochures.partners import PacketStatus, Partner, SendingRecord, content_digest
from brochures.partners.record import FILE, words_digest
from brochures.partners.record_file import FORM
from brochures.project.paths import ROOT, Project
from tests.partners.sent_samples import DAY, PACKET, WORDS, bytes_for, go_on, make, partner, project_at, sending


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return project_at(tmp_path)


def _refusal(project: Project) -> Finding:
    with pytest.raises(BrochureError) as wrong, SendingRecord.open(project):
        pass
    (finding,) = wrong.value.findings
    return finding


def test_the_same_list_twice_sends_nothing_twice(tmp_path: Path, project: Project) -> None:
    assert (go_on(tmp_path, 12), go_on(tmp_path, 12), go_on(tmp_path, 13)) == (12, 0, 1)
    with SendingRecord.look(project) as record:
        sent = [*record.latest()]
        assert len(sent) == len({one.recipient for one in sent}) == len({one.file for one in sent}) == 13
        assert all(record.is_there(one) for one in sent)
    one = next(entry for entry in sent if entry.name == "Sample Person 3")
    assert (one.packet, one.version, one.language, one.parts, one.final) == (PACKET, "1.0", "en", (), False)
    assert (one.made, str(one.state), one.organisation) == (DAY, "done", "Example Clinic")


def test_what_is_printed_for_a_partner_decides_whether_they_have_it(project: Project) -> None:
    one = partner(1)
    digest = content_digest(one, "body")
    with SendingRecord.open(project) as record:
        assert record.status(one.key, PACKET, digest) is PacketStatus.NEW
        run = record.begin_run(PACKET, "1.0", WORDS)
        record.begin(run, [replace(sending(record, one), content=digest)])
        assert record.status(one.key, PACKET, digest) is PacketStatus.NEW
        record.done(run, [one.key])
        assert record.already(one.key, PACKET, digest)
        assert not record.already(one.key, "another", digest)
        for other in (
            content_digest(one, "other body"), content_digest(replace(one, fax="(217) 555-0100"), "body"),
            content_digest(replace(one, parts=("letter",)), "body"), content_digest(replace(one, language="es"), "body"),
        ):  # fmt: skip
            assert record.status(one.key, PACKET, other) is PacketStatus.CHANGED
        assert content_digest(replace(one, postcode="1"), "body") == digest


def test_of_several_sendings_the_last_counts(project: Project) -> None:
    one = partner(1)
    with SendingRecord.open(project) as record:
        for version in ("1.0", "1.1", "1.0"):
            run = record.begin_run(PACKET, version, WORDS)
            record.begin(run, [sending(record, one, version)])
            record.done(run, [one.key])
        assert record.already(one.key, PACKET, content_digest(one, "1.0"))
        assert not record.already(one.key, PACKET, content_digest(one, "1.1"))
        assert [sent.version for sent in record.since(DAY)] == ["1.0", "1.1", "1.0"]
        assert [sent.version for sent in record.latest()] == ["1.0"]
        assert [*record.since(date(2026, 3, 2))] == []


def test_only_its_owner_can_read_it(project: Project) -> None:
    with SendingRecord.open(project) as record:
        record.begin_run(PACKET, "1.0", WORDS)
        assert stat.S_IMODE(project.sent.stat().st_mode) == 0o700
        assert {stat.S_IMODE(path.stat().st_mode) for path in project.sent.glob("sent.*")} == {0o600}
    project.sent.chmod(0o755)
    (project.sent / FILE).chmod(0o644)
    with SendingRecord.open(project):
        assert stat.S_IMODE(project.sent.stat().st_mode) == 0o700
        assert stat.S_IMODE((project.sent / FILE).stat().st_mode) == 0o600


def test_a_record_that_is_not_there_is_an_empty_one_and_is_not_made_by_looking(project: Project) -> None:
    with SendingRecord.look(project) as record:
        assert [*record.latest()] == []
        assert record.status("0" * 32, PACKET, "") is PacketStatus.NEW
    assert not project.sent.exists()


def test_a_file_that_was_begun_is_settled_by_its_bytes(project: Project) -> None:
    people = [partner(number) for number in range(3)]
    with SendingRecord.open(project) as record:
        run = record.begin_run(PACKET, "1.0", WORDS)
        entries = [sending(record, one) for one in people]
        record.begin(run, entries)
    whole, half = (project.root / entry.file for entry in entries[:2])
    whole.parent.mkdir(parents=True)
    whole.write_bytes(bytes_for(people[0]))
    half.write_bytes(bytes_for(people[1])[:-1])
    with SendingRecord.open(project) as record:
        assert [record.already(one.key, PACKET, entries[0].content) for one in people[:1]] == [True]
        assert [record.last(one.key, PACKET) for one in people[1:]] == [None, None]
        assert record.settle() == (0, 0)


def test_a_transaction_is_kept_whole_or_not_at_all(project: Project) -> None:
    with SendingRecord.open(project) as record:
        run = record.begin_run(PACKET, "1.0", WORDS)
        entries = [sending(record, partner(number)) for number in range(2)]
        with pytest.raises(TypeError):
            record.begin(run, [entries[0], replace(entries[1], parts=(object(),))])  # type: ignore[arg-type]
        assert record.settle() == (0, 0)
        make(record, run, [partner(2)])
        assert [one.name for one in record.latest()] == ["Sample Person 2"]


@contextmanager
def _running(root: Path, count: int) -> Iterator[subprocess.Popen[bytes]]:
    command = [sys.executable, "-m", "tests.partners.sent_samples", str(root), str(count)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as process:  # noqa: S603 our own module
        try:
            yield process
        finally:
            process.kill()


def killed(root: Path, count: int, after: float) -> bool:
    """Kill a run ``after`` seconds from its first files on, then go on with it; return whether each partner has one whole file."""
    with _running(root, count) as process:
        assert process.stdout is not None
        process.stdout.read(1)
        time.sleep(after)
    go_on(root, count)
    files = {path.name: path.read_bytes() for path in (root / "out" / "packets").iterdir()}
    with SendingRecord.look(project_at(root)) as record:
        sent = [*record.latest()]
        double = len([*record.since(DAY)]) - len(sent)
    wanted = {bytes_for(partner(number)) for number in range(count)}
    return len(files) == len(sent) == count and not double and set(files.values()) == wanted


@pytest.mark.slow
@pytest.mark.parametrize("after", [0.0, 0.02, 0.05])
def test_a_run_that_is_killed_goes_on_where_it_stopped(tmp_path: Path, after: float) -> None:
    assert killed(tmp_path, 400, after)


@pytest.mark.slow
def test_the_second_of_two_runs_says_that_it_waits(tmp_path: Path, project: Project) -> None:
    told: list[str] = []
    with _running(tmp_path, 4000) as process:

        def waiting() -> None:
            told.append("waits")
            process.kill()

        assert process.stdout is not None
        process.stdout.read(1)
        with SendingRecord.look(project) as record:
            assert next(record.latest(), None) is not None
        with SendingRecord.open(project, waiting):
            assert told == ["waits"]
    with SendingRecord.open(project, lambda: told.append("again")):
        assert told == ["waits"]


def test_a_record_of_a_newer_program_is_refused_and_stays_as_it_is(project: Project) -> None:
    with SendingRecord.open(project):
        pass
    for form, code in ((FORM + 1, "PKT-301"), (FORM, "")):
        store = sqlite3.connect(project.sent / FILE)
        store.execute(f"PRAGMA user_version = {form}")
        store.close()
        if code:
            before = (project.sent / FILE).read_bytes()
            finding = _refusal(project)
            assert (finding.code, finding.help) == (code, "use the newer program")
            assert f"has the form {form}, and this program knows {FORM}" in finding.message
            assert (project.sent / FILE).read_bytes() == before
            with pytest.raises(BrochureError, match="this program knows"), SendingRecord.look(project):
                pass
    with SendingRecord.open(project):
        pass


def test_a_damaged_record_is_put_aside_and_never_overwritten(tmp_path: Path, project: Project) -> None:
    go_on(tmp_path, 30)
    path = project.sent / FILE
    whole = path.read_bytes()
    damages = (b"no database at all" * 300, whole[:4096] + bytes(4096) + whole[8192:], whole[:-6000])
    for number, data in enumerate(damages, 1):
        path.write_bytes(data)
        with pytest.raises(BrochureError), SendingRecord.look(project) as record:
            [*record.latest()]
        assert path.read_bytes() == data
        finding = _refusal(project)
        assert finding.code == "PKT-302"
        assert f"it is kept as sent.damaged-{number}.sqlite" in finding.message
        assert "backup" in finding.help
        assert (project.sent / f"sent.damaged-{number}.sqlite").read_bytes() == data
        assert not path.exists()
    with SendingRecord.open(project) as record:
        assert [*record.latest()] == []


def test_a_database_of_something_else_is_put_aside_too(project: Project) -> None:
    project.sent.mkdir(parents=True)
    store = sqlite3.connect(project.sent / FILE)
    store.execute("CREATE TABLE recipes (name)")
    store.close()
    assert "it is a database of something else" in _refusal(project).message


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE sendings SET made = '2026-02-30'", "UPDATE sendings SET parts = '['", "UPDATE sendings SET state = 'lost'",
        "UPDATE words SET things = '{'",
    ],
)  # fmt: skip
def test_entries_that_cannot_be_read_back_are_damage_too(tmp_path: Path, project: Project, change: str) -> None:
    go_on(tmp_path, 2)
    store = sqlite3.connect(project.sent / FILE)
    store.execute(change)
    store.commit()
    store.close()
    finding = _refusal(project)
    assert (finding.code, "of its entries hold what nobody entered" in finding.message) == ("PKT-302", True)
    go_on(tmp_path, 2)


def test_a_full_disk_and_a_record_that_cannot_be_written_are_told(tmp_path: Path, project: Project) -> None:
    go_on(tmp_path, 5)
    with SendingRecord.open(project) as record:
        assert record._store is not None
        record._store.execute("PRAGMA max_page_count = 1")
        with pytest.raises(BrochureError, match="the disk is full"):
            record.begin_run(PACKET, "1.0", {"piece": ["word" * 100_000]})
    read_only = sqlite3.connect(f"{(project.sent / FILE).as_uri()}?mode=ro", uri=True, isolation_level=None)
    with pytest.raises(BrochureError, match="writing there is not allowed"):
        SendingRecord(project.sent / FILE, read_only, tmp_path, DAY).begin_run(PACKET, "1.0", WORDS)
    read_only.close()


def test_a_folder_that_cannot_be_made_is_told(
    tmp_path: Path, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "sent").write_text("a file", encoding="utf-8")
    finding = _refusal(project)
    assert (finding.code, "is a file, and should be a folder" in finding.message) == ("PUB-101", True)
    (tmp_path / "sent").unlink()

    def read_only(*_: object, **__: object) -> None:
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr(Path, "mkdir", read_only)
    assert "the disk can only be read" in _refusal(project).message


STEMS = {
    "Example Clinic": "example-clinic", "EXAMPLE  clinic!": "example-clinic-2", "Clínica São Łukasz & Co.": "clinica-sao-lukasz-and-co",
    "CON": "partner-con", "nul": "partner-nul", "": "partner", "診療所": "partner-2", "../../etc": "etc", "a. ": "a", "X" * 300: "x" * 60,
    "St. Mary’s": "st-marys", "Straße": "strasse", "Example Clinic 2": "example-clinic-2-2",
}  # fmt: skip


def test_names_of_files_are_safe_differ_and_stay_the_same(project: Project) -> None:
    people = [Partner(name=f"Secret Person {number}", organisation=name) for number, name in enumerate(STEMS)]
    with SendingRecord.open(project) as record:
        assert {one.organisation: record.file_stem(one) for one in people} == STEMS
    with SendingRecord.open(project) as record:
        assert {one.organisation: record.file_stem(one) for one in reversed(people)} == STEMS
        assert "secret" not in "".join(STEMS.values())


def test_what_was_printed_can_be_held_against_what_is_printed_now(project: Project) -> None:
    with SendingRecord.open(project) as record:
        record.begin_run(PACKET, "1.0", WORDS)
        assert record.words_of(words_digest(WORDS)) == WORDS
        assert record.words_of("") == {}
    assert words_digest(dict(reversed(WORDS.items()))) == words_digest(WORDS)
    assert words_digest({**WORDS, "piece 'pack'": ["Another"]}) != words_digest(WORDS)
