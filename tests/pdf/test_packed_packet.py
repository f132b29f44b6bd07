"""Packets with places for partners' words, packed for a later run: what comes out makes the same packets, or nothing is used."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from brochures.partners.bodies import partner_body
from brochures.pdf.file import Beside, File
from brochures.pdf.packed_packet import packed, unpacked
from brochures.production import Records
from brochures.project.kept_copies import KeptCopies
from tests.addressed import STYLES, addressed_file
from tests.real import RealDocuments

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def file(shared: Path) -> File:
    return addressed_file(shared)


def test_what_was_packed_makes_the_same_body(file: File) -> None:
    faxed = replace(file, beside=(Beside("fax-fine", b"II*\n", (3, 1)), Beside("fax-standard", b"II", (2,))))
    again = unpacked(packed(faxed), file.composition, "digest")
    assert (again.data, again.beside, again.digest) == (file.data, faxed.beside, "digest")
    assert [one.as_dict() for one in again.findings] == [one.as_dict() for one in file.findings]
    ours, theirs = (partner_body(replace(one, beside=()), STYLES) for one in (file, again))
    assert (ours.body.data, ours.body.slots, ours.wanted) == (theirs.body.data, theirs.body.slots, theirs.wanted)


def test_a_later_run_takes_it_where_nothing_was_changed(file: File, real: RealDocuments, tmp_path: Path) -> None:
    copies = KeptCopies(tmp_path / "out" / ".kept", "machine")
    records = Records(real.project, "program", {}, copies)
    assert records.packet(file.composition) is None
    records.keep_packet(replace(file, digest=records.digest(file.composition)))
    again = records.packet(file.composition)
    assert again is not None
    assert again.data == file.data
    assert Records(real.project, "another program", {}, copies).packet(file.composition) is None
    (path,) = (tmp_path / "out" / ".kept").iterdir()
    path.write_bytes(path.read_bytes()[:-1])
    assert records.packet(file.composition) is None
