"""Judged files into ``out/`` and the manifest: what is written, what is kept, and what a refusal leaves."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from brochures.compose.html import Composition, compose
from brochures.compose.templates import Templates
from brochures.findings import Finding, Severity
from brochures.production import File, Kept
from brochures.project.edition import Edition
from brochures.project.manifest import Inputs, OnRecord
from brochures.publish.outputs import publish
from brochures.publish.whole_pieces import WholePiece
from brochures.resolve.job import Job
from brochures.resolve.ticket import resolve
from tests.miniature import Miniature

UNTIL = date(2027, 1, 2)
NOTE = Finding("EDT-505", Severity.NOTE, "a note", piece="fold")
WAITS = Finding("REL-101", Severity.WARNING, "not signed", piece="fold")
EMPTY: dict[str, Any] = {"form": 3, "engine": {}, "pieces": {}}


@pytest.fixture
def job(mini: Miniature) -> Job:
    return resolve(mini.project, mini.load(), "fold")


def _composed(mini: Miniature, job: Job, edition: Edition) -> Composition:
    return compose(Templates.read(mini.project), job, edition, proof=False)[0]


def _made(mini: Miniature, job: Job, edition: Edition, data: bytes = b"pdf") -> File:
    return File(_composed(mini, job, edition), data, 2, (NOTE,), digest="digest")


def _on_record(record: dict[str, Any]) -> OnRecord:
    return OnRecord(Inputs("words", "house"), record["engine"], record["pieces"], record.get("left", {}))


def _publish(
    mini: Miniature, job: Job, *made: File | Kept, record: dict[str, Any] | None = None, until: date | None = UNTIL
) -> Any:
    versions = {"weasyprint": "70"}
    return publish(
        mini.project, _on_record(record or EMPTY), versions, [WholePiece(job, (WAITS,), until, made)], "state"
    )


def test_a_file_is_written_and_its_record_says_all_of_it(mini: Miniature, job: Job) -> None:
    (one,), findings = _publish(mini, job, _made(mini, job, Edition.SCREEN))
    assert findings == ()
    assert (mini.out / "fold/fold.screen.pdf").read_bytes() == b"pdf"
    assert (one.piece, one.name, one.fresh) == ("fold", "screen", True)
    assert one.record == {
        "edition": "screen", "path": "fold/fold.screen.pdf", "sha256": hashlib.sha256(b"pdf").hexdigest(), "pages": 2, "bytes": 3,
        "proof": False, "digest": "digest", "state": "state", "findings": [NOTE.as_dict()],
    }  # fmt: skip


def test_the_manifest_says_what_there_is(mini: Miniature, job: Job) -> None:
    (screen, desk), _ = _publish(mini, job, _made(mini, job, Edition.SCREEN), _made(mini, job, Edition.DESK))
    assert mini.manifest() == {
        "form": 3,
        "engine": {"weasyprint": "70"},
        "pieces": {
            "fold": {
                "title": "A folded piece", "format": "mini-roll", "audience": "patient", "version": "1.0", "dated": "2026-01-02",
                "editions": ["screen", "desk"], "true_until": "2027-01-02", "findings": [WAITS.as_dict()],
                "outputs": {"desk": desk.record, "screen": screen.record},
            }
        },
    }  # fmt: skip
    text = (mini.out / "manifest.json").read_text(encoding="utf-8")
    assert text.startswith('{\n "form": 3,\n')
    assert text.endswith("}\n")
    assert list(json.loads(text)["pieces"]["fold"]["outputs"]) == ["desk", "screen"]


def test_a_file_on_record_that_is_still_true_is_not_written_again(mini: Miniature, job: Job) -> None:
    record = {"edition": "screen", "path": "fold/fold.screen.pdf", "digest": "digest", "state": "older"}
    kept = Kept(_composed(mini, job, Edition.SCREEN), (NOTE,), "digest", record)
    (one,), _ = _publish(mini, job, kept)
    assert (one.fresh, one.record) == (False, {**record, "state": "state", "findings": [NOTE.as_dict()]})
    assert not (mini.out / "fold").exists()


def _record(mini: Miniature, job: Job) -> dict[str, Any]:
    _publish(mini, job, _made(mini, job, Edition.SCREEN), _made(mini, job, Edition.DESK))
    return mini.manifest()


@pytest.mark.parametrize(("until", "state"), [(UNTIL, "state"), (date(2027, 1, 3), None), (None, None)])
def test_the_other_editions_stay_on_record_and_are_true_as_long_as_they_were(
    mini: Miniature, job: Job, until: date | None, state: str | None
) -> None:
    record = _record(mini, job)
    _publish(mini, job, _made(mini, job, Edition.SCREEN), record=record, until=until)
    piece = mini.manifest()["pieces"]["fold"]
    assert piece["outputs"]["desk"] == {**record["pieces"]["fold"]["outputs"]["desk"], "state": state}
    assert piece["outputs"]["screen"]["state"] == "state"
    assert piece["true_until"] == (until.isoformat() if until else None)


def test_an_edition_that_the_piece_no_longer_has_goes_from_the_record(mini: Miniature, job: Job) -> None:
    record = _record(mini, job)
    fewer = replace(job, editions=(Edition.SCREEN,))
    _publish(mini, fewer, _made(mini, job, Edition.SCREEN), record=record)
    assert set(mini.manifest()["pieces"]["fold"]["outputs"]) == {"screen"}


def test_records_of_other_pieces_stay_as_long_as_the_project_has_them(mini: Miniature, job: Job) -> None:
    record = {
        **EMPTY,
        "engine": {"weasyprint": "69"},
        "pieces": {"pack": {"title": "A packet"}, "gone": {"title": "Gone"}},
    }
    _publish(mini, job, _made(mini, job, Edition.SCREEN), record=record)
    assert list(mini.manifest()["pieces"]) == ["fold", "pack"]
    assert mini.manifest()["pieces"]["pack"] == {"title": "A packet"}
    piece = WholePiece(job, (), None, (_made(mini, job, Edition.SCREEN),))
    publish(mini.project, _on_record(record), None, [piece], "state")
    assert mini.manifest()["engine"] == {"weasyprint": "69"}


def test_a_manifest_that_says_the_same_is_not_written_again(mini: Miniature, job: Job) -> None:
    record = _record(mini, job)
    path = mini.out / "manifest.json"
    before = path.stat().st_ino
    _publish(mini, job, _made(mini, job, Edition.SCREEN), _made(mini, job, Edition.DESK), record=record)
    assert path.stat().st_ino == before
    _publish(mini, job, _made(mini, job, Edition.SCREEN, b"other"), record=record)
    assert path.stat().st_ino != before


def test_a_piece_that_cannot_be_written_is_told_and_the_next_one_is_published(mini: Miniature, job: Job) -> None:
    other = resolve(mini.project, mini.load(), "pack")
    mini.write("out/fold", "a file, and no folder")
    pieces = [WholePiece(one, (), None, (_made(mini, one, Edition.SCREEN),)) for one in (job, other)]
    published, findings = publish(mini.project, _on_record(EMPTY), None, pieces, "state")
    assert [(one.code, one.piece, one.edition) for one in findings] == [("PUB-101", "fold", "screen")]
    assert [one.piece for one in published] == ["pack"]
    assert list(mini.manifest()["pieces"]) == ["pack"]


def test_a_manifest_that_cannot_be_written_is_told(mini: Miniature, job: Job) -> None:
    (mini.out / "manifest.json").mkdir(parents=True)
    published, findings = _publish(mini, job, _made(mini, job, Edition.SCREEN))
    assert [one.code for one in findings] == ["PUB-101"]
    assert len(published) == 1


def test_of_nothing_there_is_no_manifest(mini: Miniature) -> None:
    assert publish(mini.project, _on_record(EMPTY), None, (), "state") == ((), ())
    assert not mini.out.exists()


def test_what_is_made_no_more_is_remembered_while_it_is_there(mini: Miniature, job: Job) -> None:
    record = _record(mini, job)
    (mini.out / "fold" / "fold.desk.pdf").write_bytes(b"pdf")
    fewer = replace(job, editions=(Edition.SCREEN,))
    _publish(mini, fewer, _made(mini, job, Edition.SCREEN), record=record)
    left = {"fold/fold.desk.pdf": hashlib.sha256(b"pdf").hexdigest()}
    assert mini.manifest()["left"] == left
    _publish(mini, fewer, _made(mini, job, Edition.SCREEN), record={**mini.manifest()})
    assert mini.manifest()["left"] == left
    _publish(mini, job, _made(mini, job, Edition.SCREEN), _made(mini, job, Edition.DESK), record=mini.manifest())
    assert "left" not in mini.manifest()


def test_a_file_beside_an_edition_that_is_made_without_it_goes_from_the_record(mini: Miniature, job: Job) -> None:
    record = _record(mini, job)
    outputs = record["pieces"]["fold"]["outputs"]
    outputs["desk-instructions"] = {**outputs["desk"], "path": "fold/fold.desk-instructions.pdf"}
    (mini.out / "fold" / "fold.desk-instructions.pdf").write_bytes(b"pdf")
    _publish(mini, job, _made(mini, job, Edition.DESK), record=record)
    manifest = mini.manifest()
    assert set(manifest["pieces"]["fold"]["outputs"]) == {"screen", "desk"}
    assert set(manifest["left"]) == {"fold/fold.desk-instructions.pdf"}
