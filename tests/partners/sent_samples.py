"""A run that makes small files for partners, as a real one does: for tests that kill it, and go on with it.

python -m tests.partners.sent_samples ROOT COUNT        makes a file for each of COUNT partners, five at a time
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from brochures.partners import Partner, Sending, SendingRecord, content_digest
from brochures.project.atomic import replace
from brochures.project.lock import locked
from brochures.project.paths import Project

PACKET, DAY = "pack", date(2026, 3, 1)
WORDS = {"statement 'program.offer' (clinician, en)": ["What we offer."], "piece 'pack'": ["A packet"]}
AT_ONCE = 5


def project_at(root: Path) -> Project:
    """Return a project whose finished files and record lie below ``root``."""
    return Project(root, DAY, root / "out")


def partner(number: int, organisation: str = "Example Clinic") -> Partner:
    """Return a partner who cannot be mistaken for a real person."""
    return Partner(name=f"Sample Person {number}", organisation=organisation, language="en")


def bytes_for(one: Partner) -> bytes:
    """Return what stands in the file of ``one``."""
    return (f"for {one.key}\n" * 2000).encode()


def sending(record: SendingRecord, one: Partner, version: str = "1.0") -> Sending:
    """Return what is entered for ``one``."""
    file = f"out/packets/{record.file_stem(one)}.pdf"
    total = hashlib.sha256(bytes_for(one)).hexdigest()
    digest = content_digest(one, version)
    return Sending.to(one, PACKET, version, content=digest, words="", sha256=total, file=file, final=False)


def make(record: SendingRecord, run: str, partners: Sequence[Partner]) -> None:
    """Make the files of ``partners``: entered, put in place, entered as done."""
    entries = [(one, sending(record, one)) for one in partners]
    record.begin(run, [entry for _, entry in entries])
    for one, entry in entries:
        replace(record.path.parents[1] / entry.file, bytes_for(one))
    record.done(run, [one.key for one in partners])


def go_on(root: Path, count: int) -> int:
    """Make what is not made yet, and return how many that were."""
    made = 0
    project = project_at(root)
    with SendingRecord.open(project) as record, locked(project.out, lambda: None):
        run = record.begin_run(PACKET, "1.0", WORDS)
        wanted = [partner(number) for number in range(count)]
        left = [one for one in wanted if not record.already(one.key, PACKET, content_digest(one, "1.0"))]
        for first in range(0, len(left), AT_ONCE):
            make(record, run, left[first : first + AT_ONCE])
            made += len(left[first : first + AT_ONCE])
            sys.stdout.write(".")
            sys.stdout.flush()
    return made


if __name__ == "__main__":
    go_on(Path(sys.argv[1]), int(sys.argv[2]))
