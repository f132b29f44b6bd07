"""A file of an earlier run stays where everything that decides how it comes out is the same."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from brochures import production
from brochures.compose.html import Composition, compose
from brochures.compose.templates import Templates
from brochures.findings import Finding, Severity
from brochures.pdf.file import File
from brochures.production.kept_files import Records, keep_copy
from brochures.production.results import Kept, Refused
from brochures.project.edition import Edition
from brochures.project.kept_copies import KeptCopies
from brochures.resolve.ticket import resolve
from tests.miniature import Miniature

NOTE = Finding("EDT-505", Severity.NOTE, "a note")
WRONG = Finding("OVR-201", Severity.ERROR, "overset")


@pytest.fixture
def piece(mini: Miniature) -> Composition:
    composition: Composition = compose(
        Templates.read(mini.project), resolve(mini.project, mini.load(), "fold"), Edition.DESK, proof=False
    )[0]
    return composition


def _record(mini: Miniature, piece: Composition, **changes: Any) -> dict[str, Any]:
    mini.write("out/fold/fold.desk.pdf", b"pdf")
    return {
        "path": "fold/fold.desk.pdf", "sha256": hashlib.sha256(b"pdf").hexdigest(), "findings": [NOTE.as_dict()],
        "digest": Records(mini.project, "house", {}).digest(piece), **changes,
    }  # fmt: skip


def _records(mini: Miniature, **outputs: Any) -> Records:
    return Records(mini.project, "house", {"fold": {"outputs": outputs}})


def test_a_file_that_is_whole_and_came_out_of_the_same_is_kept(mini: Miniature, piece: Composition) -> None:
    record = _record(mini, piece)
    kept = _records(mini, desk=record).kept(piece)
    assert kept == Kept(piece, (NOTE,), record["digest"], record)
    assert kept.good


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"digest": "another"}, id="of other words"),
        pytest.param({"sha256": "another"}, id="changed since"),
        pytest.param({"path": "fold/none.pdf"}, id="gone"),
    ],
)
def test_any_other_file_is_made_anew(mini: Miniature, piece: Composition, change: dict[str, str]) -> None:
    assert _records(mini, desk=_record(mini, piece, **change)).kept(piece) is None


def test_a_file_of_another_name_or_piece_is_none_of_it(mini: Miniature, piece: Composition) -> None:
    record = _record(mini, piece)
    assert _records(mini, screen=record).kept(piece) is None
    assert Records(mini.project, "house", {"pack": {"outputs": {"desk": record}}}).kept(piece) is None
    assert Records(mini.project, "house", {}).kept(piece) is None


def test_words_marks_moves_plan_and_house_decide_how_a_file_comes_out(mini: Miniature, piece: Composition) -> None:
    records = Records(mini.project, "house", {})
    first, *rest = piece.job.sections
    others = [
        replace(piece, html=piece.html + "."),
        replace(piece, marks="marks"),
        replace(piece, back_move=(1.0, 0.0)),
        replace(piece, pages=piece.pages + 1),
        replace(piece, job=replace(piece.job, sections=(replace(first, may_end_early="Few words."), *rest))),
        replace(piece, edition=Edition.PRESS, job=replace(piece.job, print_shop="a project")),  # type: ignore[arg-type]
    ]
    digests = {records.digest(one) for one in (piece, *others)} | {Records(mini.project, "other", {}).digest(piece)}
    assert len(digests) == len(others) + 2


def test_who_prints_a_press_edition_decides_nothing_of_the_others(mini: Miniature, piece: Composition) -> None:
    records = Records(mini.project, "house", {})
    other = replace(piece, job=replace(piece.job, print_shop="a project"))  # type: ignore[arg-type]
    assert records.digest(other) == records.digest(piece)
    assert records.digest(replace(piece, marks="")) == records.digest(piece)


class _Workers:
    """Makes a file of every composition but those of the packet."""

    def __init__(self) -> None:
        self.asked: list[tuple[list[str], int | None]] = []

    def make(self, compositions: Sequence[Composition], jobs: int | None = None) -> list[File | Refused]:
        self.asked.append(([one.slug for one in compositions], jobs))
        return [
            Refused(one, (WRONG,)) if one.slug == "pack" else File(replace(one, html="copyfitted"), b"new", 2, ())
            for one in compositions
        ]


def test_kept_and_fresh_files_come_in_the_order_of_their_compositions(mini: Miniature, piece: Composition) -> None:
    pack, other = replace(piece, slug="pack"), replace(piece, slug="other")
    workers = _Workers()
    records = _records(mini, desk=_record(mini, piece))
    made = production.make([other, piece, pack], workers, records, 3)  # type: ignore[arg-type]
    assert workers.asked == [(["other", "pack"], 3)]
    assert [type(one) for one in made] == [File, Kept, Refused]
    assert [one.composition.slug for one in made] == ["other", "fold", "pack"]
    first, _, last = made
    assert isinstance(first, File)
    assert first.digest == records.digest(other)
    assert first.composition == other
    assert (last.findings, last.good, first.good) == ((WRONG,), False, True)


def test_a_file_that_is_true_again_is_taken_from_what_is_kept(mini: Miniature, piece: Composition) -> None:
    record = _record(mini, piece)
    copies = KeptCopies(mini.out / ".kept", "machine")
    keep_copy(
        copies, {"desk": record, "beside": {**record, "path": "fold/b.tif"}}, {"desk": b"pdf", "beside": b"ti\nff"}
    )
    records = replace(_records(mini, desk={**record, "digest": "of other words"}), copies=copies)
    kept = records.kept(piece)
    assert kept is not None
    assert (kept.record, kept.findings, dict(kept.restored)) == (record, (NOTE,), {"desk": b"pdf", "beside": b"ti\nff"})
    assert list(kept.beside) == ["beside"]
    other = replace(piece, html=piece.html.replace("</p>", "!</p>", 1))
    assert records.kept(other) is None
    assert replace(records, copies=replace(copies, basis="another machine")).kept(piece) is None
