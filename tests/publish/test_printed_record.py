from __future__ import annotations

import json

from brochures.load.model.printed import PrintedVersion
from brochures.project import manifest
from brochures.publish import record_final
from brochures.resolve.job import Job
from brochures.resolve.signed_things import all_words, printed_digest
from brochures.resolve.ticket import resolve
from tests.miniature import Miniature


def _job(mini: Miniature, slug: str = "fold") -> Job:
    return resolve(mini.project, mini.load(), slug)


def test_the_words_of_what_is_final_are_kept_once(mini: Miniature) -> None:
    jobs = [_job(mini), _job(mini, "pack")]
    assert record_final(mini.project, jobs, {"fold"}, None) == ()
    kept = _job(mini).printed
    assert kept == PrintedVersion.model_validate({
        "piece": "fold", "version": "1.0", "day": mini.today, "digest": printed_digest(jobs[0]), "words": all_words(jobs[0]),
    })  # fmt: skip
    assert _job(mini, "pack").printed is None
    before = (mini.root / "content/printed.yaml").read_bytes()
    assert record_final(mini.project, [_job(mini)], {"fold"}, None) == ()
    assert (mini.root / "content/printed.yaml").read_bytes() == before


def test_another_version_is_another_entry(mini: Miniature) -> None:
    record_final(mini.project, [_job(mini)], {"fold"}, None)
    mini.replace("content/brochures/fold.yaml", "number: 1.0", "number: 1.1")
    assert _job(mini).printed is None


def test_a_record_that_cannot_be_written_is_told(mini: Miniature) -> None:
    job = _job(mini)
    mini.write("content/printed.yaml", "printed: [")
    (found,) = record_final(mini.project, [job], {"fold"}, None)
    assert (found.is_error, found.place.file) == (True, "content/printed.yaml")
    assert (mini.root / "content/printed.yaml").read_text(encoding="utf-8") == "printed: ["


def test_what_was_published_stays_true_although_the_record_is_new(mini: Miniature) -> None:
    output = {
        "edition": "screen",
        "path": "fold/a.pdf",
        "sha256": "0",
        "pages": 1,
        "bytes": 1,
        "proof": False,
        "digest": None,
        "findings": [],
    }
    piece = {
        "title": "T",
        "format": "f",
        "audience": "patient",
        "editions": ["screen"],
        "true_until": None,
        "findings": [],
    }
    outputs = {"screen": {**output, "state": "old"}, "desk": {**output, "state": "other"}}
    found = {"form": manifest.FORM, "engine": {}, "pieces": {"fold": {**piece, "outputs": outputs}}, "left": {}}
    mini.write("out/manifest.json", json.dumps(found))
    record_final(mini.project, [_job(mini)], {"fold"}, "old")
    states = {name: one["state"] for name, one in mini.manifest()["pieces"]["fold"]["outputs"].items()}
    assert states == {"screen": manifest.state(manifest.inputs(mini.project), release=True), "desk": "other"}
