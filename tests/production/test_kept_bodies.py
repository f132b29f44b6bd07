"""Bodies of packets for partners: what an earlier run set is used again where nothing has changed, and never where it is not whole."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from brochures.partners.bodies import partner_body
from brochures.pdf.file import Beside, File
from brochures.production import kept_bodies
from brochures.production.kept_bodies import KeptBodies
from tests.addressed import STYLES, addressed_file

pytestmark = pytest.mark.slow

DIGEST = "a" * 64


@pytest.fixture(scope="module")
def file(shared: Path) -> File:
    return addressed_file(shared)


def test_what_was_kept_makes_the_same_body(file: File, tmp_path: Path) -> None:
    faxed = replace(file, beside=(Beside("fax-fine", b"II*", (3,)),))
    bodies = KeptBodies(tmp_path)
    bodies.keep(faxed, DIGEST)
    kept = bodies.kept(file.composition, DIGEST)
    assert kept is not None
    assert (kept.data, kept.beside, kept.digest) == (file.data, faxed.beside, DIGEST)
    assert [one.as_dict() for one in kept.findings] == [one.as_dict() for one in file.findings]
    ours, theirs = (partner_body(replace(one, beside=()), STYLES) for one in (file, kept))
    assert (ours.body.data, ours.body.slots, ours.wanted) == (theirs.body.data, theirs.body.slots, theirs.wanted)


def test_what_is_not_whole_or_of_something_else_is_not_used(file: File, tmp_path: Path) -> None:
    bodies = KeptBodies(tmp_path)
    bodies.keep(file, DIGEST)
    assert bodies.kept(file.composition, "b" * 64) is None
    (here,) = tmp_path.iterdir()
    for name, data in (("pages.pdf", b"%PDF"), ("about.json", b"[]"), ("about.json", b"{")):
        bodies.keep(file, DIGEST)
        (here / name).write_bytes(data)
        assert bodies.kept(file.composition, DIGEST) is None


def test_no_more_are_kept_than_are_used(file: File, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_bodies, "MOST", 2)
    bodies = KeptBodies(tmp_path)
    small = replace(file, data=b"%PDF")
    for letter in "abc":
        bodies.keep(small, letter * 64)
    assert [bodies.kept(file.composition, letter * 64) is not None for letter in "abc"] == [False, True, True]


def test_where_nothing_can_be_written_nothing_is_kept_and_nobody_hears_of_it(file: File, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    KeptBodies(tmp_path / "file").keep(file, DIGEST)
