from __future__ import annotations

import hashlib
import json
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from brochures.findings import Finding, Place, Severity
from brochures.project.manifest import Inputs, OnRecord, _program, digest, inputs, nothing_to_do, read, state, whole
from brochures.project.paths import Project

DAY = date(2026, 3, 1)
FOUND = Inputs("words", "program")
NOTE = Finding("EDT-505", Severity.NOTE, "a note", "a help", Place("content/a.yaml", 3, 4), "fold", "desk", 2)
ABOUT_THE_PIECE = Finding("REL-101", Severity.WARNING, "not signed", "sign it", Place("content/a.yaml", 1, 1), "fold")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    for name, text in {
        "content/a.yaml": "a",
        "content/images/leaf.svg": "leaf",
        "templates/t.html": "t",
        "styles/s.css": "s",
        "out/fold.pdf": "pdf",
        "out/desk.pdf": "desk",
    }.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return Project.open(tmp_path, today=DAY)


def _output(edition: str, file: str, data: bytes, findings: tuple[Finding, ...] = ()) -> dict[str, Any]:
    return {
        "edition": edition, "path": file, "sha256": hashlib.sha256(data).hexdigest(), "pages": 2, "bytes": len(data), "proof": False,
        "digest": None, "state": state(FOUND, release=False), "findings": [finding.as_dict() for finding in findings],
    }  # fmt: skip


def _manifest() -> dict[str, Any]:
    return {
        "form": 3,
        "engine": {"version": "70"},
        "pieces": {
            "fold": {
                "title": "A fold",
                "format": "letter",
                "audience": "patient",
                "editions": ["screen", "desk"],
                "true_until": "2026-03-02",
                "findings": [ABOUT_THE_PIECE.as_dict()],
                "outputs": {
                    "screen": _output("screen", "fold.pdf", b"pdf"),
                    "desk": _output("desk", "desk.pdf", b"desk", (NOTE,)),
                },
            }
        },
    }


def _on_record(manifest: dict[str, Any], inputs: Inputs = FOUND) -> OnRecord:
    return OnRecord(inputs, manifest["engine"], manifest["pieces"])


def _left(
    project: Project, manifest: dict[str, Any], *editions: str, release: bool = False
) -> tuple[Finding, ...] | None:
    return nothing_to_do(project, _on_record(manifest), ["fold"], editions, release=release)


def _fold(manifest: dict[str, Any]) -> dict[str, Any]:
    piece: dict[str, Any] = manifest["pieces"]["fold"]
    return piece


def test_where_every_file_is_there_and_true_the_findings_on_record_are_told_again(project: Project) -> None:
    assert _left(project, _manifest()) == (NOTE, ABOUT_THE_PIECE)


def test_of_an_edition_that_was_not_asked_for_nothing_is_told(project: Project) -> None:
    manifest = _manifest()
    _fold(manifest)["outputs"]["desk"]["sha256"] = "another"
    assert _left(project, manifest, "screen") == (ABOUT_THE_PIECE,)
    assert _left(project, manifest, "desk") is None


def test_an_edition_that_the_piece_does_not_have_is_nothing_to_make(project: Project) -> None:
    assert _left(project, _manifest(), "press") == (ABOUT_THE_PIECE,)


def test_of_two_pieces_both_must_be_whole(project: Project) -> None:
    manifest = _manifest()
    assert nothing_to_do(project, _on_record(manifest), ["fold", "pack"], (), release=False) is None
    manifest["pieces"]["pack"] = _fold(_manifest())
    twice = nothing_to_do(project, _on_record(manifest), ["fold", "pack"], (), release=False)
    assert twice == (NOTE, ABOUT_THE_PIECE) * 2


@pytest.mark.parametrize(
    ("until", "true"), [("2026-03-02", True), ("2026-03-01", False), ("2026-02-28", False), (None, True)]
)
def test_a_piece_is_true_until_the_day_before_something_is_due(
    project: Project, until: str | None, *, true: bool
) -> None:
    manifest = _manifest()
    _fold(manifest)["true_until"] = until
    assert (_left(project, manifest) is not None) is true


def test_a_piece_without_one_of_its_files_has_work_left(project: Project) -> None:
    manifest = _manifest()
    del _fold(manifest)["outputs"]["desk"]
    assert _left(project, manifest) is None


def test_a_file_that_was_changed_or_deleted_is_made_again(project: Project) -> None:
    (project.out / "fold.pdf").write_text("changed")
    assert _left(project, _manifest()) is None
    (project.out / "fold.pdf").unlink()
    assert _left(project, _manifest()) is None


def test_a_file_of_other_inputs_or_of_a_proof_is_made_again(project: Project) -> None:
    assert _left(project, _manifest(), release=True) is None
    for other in (Inputs("other", "program"), Inputs("words", "other")):
        assert nothing_to_do(project, _on_record(_manifest(), other), ["fold"], (), release=False) is None


def test_a_file_is_whole_when_it_has_the_bytes_that_were_published(project: Project) -> None:
    output = _output("screen", "fold.pdf", b"pdf")
    assert whole(project, output)
    assert not whole(project, {**output, "path": "nowhere.pdf"})
    assert not whole(project, {**output, "sha256": ""})


def test_the_manifest_is_read_as_it_was_written(tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text(json.dumps(_manifest()))
    assert read(tmp_path / "manifest.json") == {**_manifest(), "left": {}}


@pytest.mark.parametrize(
    "text", ["", "[]", "null", "{", '{"form": 2, "pieces": {"a": 1}}', '{"form": 4}', '{"pieces": {}}']
)
def test_a_manifest_that_is_broken_or_of_another_form_is_an_empty_one(tmp_path: Path, text: str) -> None:
    (tmp_path / "manifest.json").write_text(text)
    assert read(tmp_path / "manifest.json") == {"form": 3, "engine": {}, "pieces": {}, "left": {}}
    assert read(tmp_path / "none.json") == {"form": 3, "engine": {}, "pieces": {}, "left": {}}


def test_a_manifest_may_lack_what_no_piece_needs(tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text('{"form": 3}')
    assert read(tmp_path / "manifest.json") == {"form": 3, "engine": {}, "pieces": {}, "left": {}}


PIECE_KEYS = ("title", "format", "audience", "editions", "true_until", "findings", "outputs")
OUTPUT_KEYS = ("edition", "path", "sha256", "pages", "bytes", "proof", "digest", "state", "findings")


def _reads(tmp_path: Path, manifest: dict[str, Any]) -> bool:
    (tmp_path / "manifest.json").write_text(json.dumps(manifest))
    return "fold" in read(tmp_path / "manifest.json")["pieces"]


@pytest.mark.parametrize("key", PIECE_KEYS)
def test_a_record_of_a_piece_that_lacks_something_is_not_trusted(tmp_path: Path, key: str) -> None:
    manifest = _manifest()
    del _fold(manifest)[key]
    assert not _reads(tmp_path, manifest)


@pytest.mark.parametrize("key", OUTPUT_KEYS)
def test_a_record_of_a_file_that_lacks_something_is_not_trusted(tmp_path: Path, key: str) -> None:
    manifest = _manifest()
    del _fold(manifest)["outputs"]["desk"][key]
    assert not _reads(tmp_path, manifest)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("true_until", "soon"),
        ("true_until", 3),
        ("editions", None),
        ("findings", [{}]),
        ("findings", 3),
        ("findings", ["x"]),
        ("path", "../fold.pdf"),
        ("path", "/etc/fold.pdf"),
        ("path", None),
    ],
)
def test_a_record_that_somebody_edited_is_not_trusted(tmp_path: Path, key: str, value: Any) -> None:
    manifest = _manifest()
    (_fold(manifest)["outputs"]["desk"] if key == "path" else _fold(manifest))[key] = value
    assert not _reads(tmp_path, manifest)


def test_parts_of_another_shape_are_none(tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text(
        '{"form": 3, "engine": [], "pieces": 3, "left": {"a.pdf": 1, "../b": "x", "c": "x"}}'
    )
    assert read(tmp_path / "manifest.json") == {"form": 3, "engine": {}, "pieces": {}, "left": {"c": "x"}}


def test_a_file_that_cannot_be_read_counts_and_stops_nothing(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    before, real = inputs(project), Path.read_bytes

    def locked(path: Path) -> bytes:
        if path.name == "a.yaml":
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(Path, "read_bytes", locked)
    assert inputs(project).words not in {"", before.words}
    assert inputs(project).program == before.program


def test_a_record_of_another_shape_is_not_trusted_and_more_than_is_needed_is_let_be(tmp_path: Path) -> None:
    others: list[Any] = [[], {**_fold(_manifest()), "outputs": []}]
    others += [{**_fold(_manifest()), "outputs": {"desk": "x"}}]
    for other in others:
        assert not _reads(tmp_path, {**_manifest(), "pieces": {"fold": other}})
    more = deepcopy(_manifest())
    _fold(more)["more"] = _fold(more)["outputs"]["desk"]["more"] = 1
    assert _reads(tmp_path, more)


@pytest.mark.parametrize(
    ("file", "words", "program"),
    [
        ("content/a.yaml", True, False),
        ("content/new/b.yaml", True, False),
        ("templates/t.html", True, False),
        ("styles/s.css", False, True),
        ("content/images/leaf.svg", False, True),
        ("out/fold.pdf", False, False),
        ("styles/__pycache__/x.pyc", False, False),
    ],
)
def test_words_and_pictures_are_inputs_of_their_own_kind(
    project: Project, file: str, *, words: bool, program: bool
) -> None:
    before = inputs(project)
    path = project.root / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("changed")
    after = inputs(project)
    assert (after.words != before.words, after.program != before.program) == (words, program)


def test_a_file_that_gets_another_name_is_another_input(project: Project) -> None:
    before = inputs(project)
    (project.styles / "s.css").rename(project.styles / "z.css")
    assert inputs(project).program != before.program


def test_the_program_and_the_date_inside_files_are_inputs(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    before = inputs(project)
    later = Project(project.root, project.today, project.out, date(2026, 1, 1))
    assert (inputs(later).words, inputs(later).program == before.program) == (before.words, False)
    (project.root / "brochures").mkdir()
    (project.root / "requirements.lock").write_text("one==1")
    monkeypatch.setattr("brochures.project.manifest.ROOT", project.root)
    plain = _in_another_process(project).program
    (project.root / "brochures/notes.txt").write_text("no program")
    assert _in_another_process(project).program == plain
    (project.root / "brochures/a.py").write_text("pass")
    assert inputs(project).program == plain, "a process runs what it began with"
    changed = _in_another_process(project).program
    assert changed not in {plain, before.program}
    (project.root / "requirements.lock").write_text("one==2")
    assert _in_another_process(project).program not in {plain, changed}


def _in_another_process(project: Project) -> Inputs:
    _program.cache_clear()
    return inputs(project)


def test_the_same_inputs_have_the_same_digest_on_every_day(project: Project) -> None:
    assert inputs(Project(project.root, date(2030, 1, 1), project.out)) == inputs(project)


def test_parts_of_a_digest_do_not_run_together() -> None:
    assert len({digest("ab", "c"), digest("a", "bc"), digest("abc"), digest("c", "ab")}) == 4
    assert digest("a", "b") == hashlib.sha256(b"a\0b").hexdigest()


def test_a_release_and_a_proof_of_the_same_inputs_are_in_two_states() -> None:
    assert state(FOUND, release=True) == digest("words", "program", "release")
    assert state(FOUND, release=False) == digest("words", "program", "proof")


def test_what_is_on_record_is_read_with_the_inputs_of_this_run(project: Project) -> None:
    project.manifest.write_text(json.dumps(_manifest()))
    record = OnRecord.read(project)
    assert (record.inputs, record.engine, record.pieces) == (inputs(project), {"version": "70"}, _manifest()["pieces"])
    project.manifest.unlink()
    empty = OnRecord.read(project)
    assert (empty.inputs, empty.engine, empty.pieces) == (inputs(project), {}, {})
