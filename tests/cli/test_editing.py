from __future__ import annotations

import errno
import json
import multiprocessing
import shutil
import stat
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from brochures.cli.editing import last_versions
from brochures.cli.editing.desk import ChangedMeanwhileError, RefusedWordsError, WordsDesk
from brochures.cli.editing.texts import all_texts, found_by, text_at
from brochures.cli.editing.trials import tried
from brochures.findings import BrochureError, Place, UsageError
from brochures.load.catalogue import load
from brochures.project.atomic import refused as refused_by_system
from brochures.project.paths import ROOT, Project
from brochures.resolve.signed_everywhere import all_signed_words
from tests.miniature import TODAY, Miniature
from tests.signing import sign_all

OFF_LABEL = "statement/ketamine.off-label/patient/en"
CALL = "statement/program.call/patient/en"
HONEST = "Ketamine is not approved for addiction. To use it so is called “off-label”."


@pytest.fixture
def desk(mini: Miniature) -> Iterator[WordsDesk]:
    sign_all(mini.project)
    one = WordsDesk(mini.project, "the preview")
    yield one
    one.close()


def _files(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and "before" not in path.parts
    }


def test_every_statement_and_label_can_be_edited_and_nothing_else(mini: Miniature) -> None:
    texts = [*all_texts(mini.load())]
    assert [one.key for one in texts][:4] == [
        "statement/program.outpatient/patient/en",
        "statement/program.outpatient/clinician/en",
        CALL,
        OFF_LABEL,
    ]
    assert {one.kind for one in texts} == {"statement"}
    assert "statement/ketamine.effects/patient/en/lead" in {one.key for one in texts}
    assert [one.words for one in texts if one.key.endswith("effects/patient/en/2")] == ["dizzy"]
    assert [one.called for one in texts if one.part == "2"] == ["statement 'ketamine.effects' (patient, en), point 2"]


def test_a_text_is_found_by_its_words_its_name_and_its_place(mini: Miniature) -> None:
    catalogue = mini.load()
    assert [one.key for one in found_by(catalogue, "CALLED off")] == [OFF_LABEL]
    assert [one.key for one in found_by(catalogue, "program.call")] == [CALL]
    assert found_by(catalogue, " ") == ()
    assert text_at(catalogue, found_by(catalogue, "program.call")[0].place).key == CALL
    with pytest.raises(BrochureError) as refused:
        text_at(catalogue, Place("content/brochures/fold.yaml", 2, 8))
    assert [(one.code, one.help) for one in refused.value.findings] == [
        ("TOO-233", "edit it in its file: content/brochures/fold.yaml:2:8")
    ]


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("statement/program.cal/patient/en", "did you mean 'program.call'?"),
        ("statement/program.call/patient/es", "there are no words"),
        ("study/mini-trial/name", "there are no words"),
        ("", "there are no words"),
    ],
)
def test_what_there_is_not_is_told(desk: WordsDesk, key: str, said: str) -> None:
    with pytest.raises(UsageError, match=said.replace("?", r"\?")):
        desk.text(key)


def test_a_trial_writes_nothing_and_tells_grade_signature_sources_and_pieces(desk: WordsDesk, mini: Miniature) -> None:
    before = _files(mini.root)
    trial = desk.try_words(OFF_LABEL, HONEST)
    assert _files(mini.root) == before
    assert not trial.refused
    assert trial.gate == ()
    assert trial.pieces == ("fold", "pack")
    assert [(one.called, one.by, one.role) for one in trial.voids] == [
        ("statement 'ketamine.off-label' (patient, en)", "B. Writer", "Medical director")
    ]
    assert [(one.name, one.at, one.says, one.waits) for one in trial.sources] == [
        ("mini-label", "1", "Not for this.", "")
    ]
    assert desk.try_words(OFF_LABEL, desk.text(OFF_LABEL).words).voids == ()


def test_the_gate_tells_what_new_words_bring_and_what_was_there_before(desk: WordsDesk, mini: Miniature) -> None:
    trial = desk.try_words(OFF_LABEL, f"{HONEST} It works.")
    (claim,) = (one for one in trial.gate if one.is_new)
    assert (claim.finding.code, claim.refuses, claim.pieces) == ("EDT-301", True, ("fold", "pack"))
    assert claim.finding.place.file == "content/ketamine.yaml"
    mini.replace("content/ketamine.yaml", "for addiction. Using", "for addiction, and works. Using")
    again = desk.try_words(OFF_LABEL, f"{HONEST} It works.")
    assert [(one.finding.code, one.is_new) for one in again.gate] == [("EDT-301", False)]
    assert not again.refused
    mended = desk.try_words(OFF_LABEL, HONEST)
    assert (mended.gate, [one.finding.code for one in mended.mended]) == ((), ["EDT-301"])


def test_one_piece_may_be_looked_at_alone(desk: WordsDesk) -> None:
    trial = desk.try_words(OFF_LABEL, f"{HONEST} It works.", "fold")
    assert (trial.pieces, trial.looked_at) == (("fold", "pack"), ("fold",))
    assert [one.pieces for one in trial.gate] == [("fold",)]


def test_words_that_no_piece_prints_are_read_alone(desk: WordsDesk) -> None:
    trial = desk.try_words("statement/ketamine.off-label/clinician/en", "Off-label use. It works.")
    assert trial.pieces == ()
    assert [(one.finding.code, one.is_new) for one in trial.gate] == [("EDT-301", True)]
    assert [one.called for one in trial.voids] == ["statement 'ketamine.off-label' (clinician, en)"]


@pytest.mark.parametrize("words", ["", " \n ", "one\n\ntwo"])
def test_no_words_and_several_paragraphs_are_refused(desk: WordsDesk, words: str) -> None:
    with pytest.raises(BrochureError) as refused:
        desk.try_words(OFF_LABEL, words)
    assert [one.code for one in refused.value.findings] == ["TOO-233"]


def test_a_reference_that_leads_nowhere_is_refused(desk: WordsDesk, mini: Miniature) -> None:
    before = _files(mini.root)
    with pytest.raises(RefusedWordsError) as refused:
        desk.save(CALL, "Call us at {clinic:phon}, or {call:emergency-911}.", desk.text(CALL).digest)
    assert refused.value.findings[0].is_error
    assert _files(mini.root) == before


def test_saving_changes_one_scalar_voids_one_signature_and_says_so(desk: WordsDesk, mini: Miniature) -> None:
    before, path = _files(mini.root), mini.root / "content/ketamine.yaml"
    signed = _in_force(mini.project)
    path.chmod(0o640)
    saved = desk.save(OFF_LABEL, HONEST, desk.text(OFF_LABEL).digest)
    old = "Ketamine is not approved for addiction. Using it this way is called “off-label”."
    after = _files(mini.root)
    assert after.pop("content/ketamine.yaml") == before.pop("content/ketamine.yaml").replace(
        old.encode(), HONEST.encode()
    )
    assert after == before
    assert path.stat().st_mode & 0o777 == 0o640
    assert saved.said == (
        "Saved: statement 'ketamine.off-label' (patient, en) in content/ketamine.yaml:6:11. "
        "This voids the signature of B. Writer (Medical director) under statement 'ketamine.off-label' (patient, en)."
    )
    assert signed - _in_force(mini.project) == {("statement", "ketamine.off-label", "patient", "en")}


def test_the_last_version_is_kept_for_its_owner_alone_and_put_back_letter_for_letter(
    desk: WordsDesk, mini: Miniature
) -> None:
    before, signed = _files(mini.root), _in_force(mini.project)
    desk.save(OFF_LABEL, f"{HONEST} See: it.", desk.text(OFF_LABEL).digest)
    kept = sorted((mini.root / "before").glob("*.json"))
    assert [path.name for path in kept] == [f"000001.{OFF_LABEL.replace('/', '.')}.json"]
    assert stat.S_IMODE(kept[0].stat().st_mode) == 0o600
    assert json.loads(kept[0].read_text(encoding="utf-8"))["words"].startswith(
        "Ketamine is not approved for addiction. Using"
    )
    assert (mini.root / "before/README.txt").read_text(encoding="utf-8").startswith("Words as they were before")
    assert desk.last(OFF_LABEL).words.startswith("Ketamine is not approved for addiction. Using")  # type: ignore[union-attr]
    saved = desk.put_back(OFF_LABEL, desk.text(OFF_LABEL).digest)
    assert (
        "The signature of B. Writer (Medical director) under statement 'ketamine.off-label' (patient, en) holds again."
        in saved.said
    )
    assert _files(mini.root) == before
    assert _in_force(mini.project) == signed
    desk.put_back(OFF_LABEL, desk.text(OFF_LABEL).digest)
    assert desk.text(OFF_LABEL).words == f"{HONEST} See: it."


def test_so_many_last_versions_are_kept_and_what_was_never_saved_has_none(
    desk: WordsDesk, mini: Miniature, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(last_versions, "MOST", 2)
    for number in range(4):
        desk.save(OFF_LABEL, f"{HONEST} {number}.", desk.text(OFF_LABEL).digest)
    assert [path.name[:6] for path in sorted((mini.root / "before").glob("*.json"))] == ["000003", "000004"]
    with pytest.raises(BrochureError) as refused:
        desk.put_back(CALL, desk.text(CALL).digest)
    assert [one.code for one in refused.value.findings] == ["TOO-236"]


def test_nothing_is_kept_of_what_could_not_be_saved(desk: WordsDesk, mini: Miniature) -> None:
    (mini.root / "content/ketamine.yaml").chmod(0o440)
    with pytest.raises(BrochureError) as refused:
        desk.save(OFF_LABEL, HONEST, desk.text(OFF_LABEL).digest)
    assert [one.code for one in refused.value.findings] == ["TOO-234"]
    assert desk.last(OFF_LABEL) is None


def test_nothing_is_saved_where_the_last_version_cannot_be_kept(
    desk: WordsDesk, mini: Miniature, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = _files(mini.root)

    def full(*_: object) -> None:
        raise refused_by_system(mini.root / "before/x.json", OSError(errno.ENOSPC, "No space left on device"))

    monkeypatch.setattr(last_versions, "private_file", full)
    with pytest.raises(BrochureError) as refused:
        desk.save(OFF_LABEL, HONEST, desk.text(OFF_LABEL).digest)
    (finding,) = refused.value.findings
    assert (finding.code, finding.place.file, finding.help) == ("TOO-234", "content/ketamine.yaml", "free some space")
    assert _files(mini.root) == before


def test_kept_versions_are_no_content(desk: WordsDesk, mini: Miniature) -> None:
    desk.save(OFF_LABEL, HONEST, desk.text(OFF_LABEL).digest)
    assert mini.mistakes() == []
    with pytest.raises(UsageError, match="a part of the project, before/"):
        Project.open(mini.root, mini.root / "before")


def test_words_that_were_changed_meanwhile_are_shown_and_kept(desk: WordsDesk) -> None:
    first = second = desk.text(OFF_LABEL).digest
    desk.save(OFF_LABEL, HONEST, first)
    with pytest.raises(ChangedMeanwhileError) as refused:
        desk.save(OFF_LABEL, "Other words, not approved, “off-label”.", second)
    assert (refused.value.theirs.words, refused.value.yours) == (HONEST, "Other words, not approved, “off-label”.")
    assert refused.value.findings[0].code == "TOO-231"
    with pytest.raises(ChangedMeanwhileError):
        desk.put_back(OFF_LABEL, second)
    assert desk.text(OFF_LABEL).words == HONEST


def test_words_that_are_written_while_others_are_read_are_seen(desk: WordsDesk, mini: Miniature) -> None:
    read = desk.content()
    mini.replace("content/ketamine.yaml", "Using it this way", "Using it so")
    with pytest.raises(BrochureError) as refused:
        tried(read, OFF_LABEL, HONEST)
    (finding,) = refused.value.findings
    assert finding.code == "TOO-231"
    assert "Using it so" in finding.message


def test_words_beside_those_that_were_changed_meanwhile_are_saved(desk: WordsDesk, mini: Miniature) -> None:
    digest = desk.text(OFF_LABEL).digest
    mini.replace("content/ketamine.yaml", "- far away", "- far from here")
    desk.save(OFF_LABEL, HONEST, digest)
    assert "- far from here" in (mini.root / "content/ketamine.yaml").read_text(encoding="utf-8")


def _hold(root: Path, begun: Any, done: Any) -> None:
    other = WordsDesk(Project.open(root, today=TODAY), "the preview at 127.0.0.1:1")
    other.open()
    begun.set()
    done.wait()


def test_a_second_preview_is_told_who_edits_since_when(desk: WordsDesk, mini: Miniature) -> None:
    context = multiprocessing.get_context("fork")
    begun, done = context.Event(), context.Event()
    other = context.Process(target=_hold, args=(mini.root, begun, done))
    other.start()
    begun.wait()
    before = _files(mini.root)
    try:
        with pytest.raises(BrochureError) as refused:
            desk.save(OFF_LABEL, HONEST, desk.text(OFF_LABEL).digest)
    finally:
        done.set()
        other.join()
    (finding,) = refused.value.findings
    assert finding.code == "TOO-232"
    assert finding.message.startswith(f"the preview at 127.0.0.1:1 (process {other.pid}), since 2")
    assert _files(mini.root) == before
    desk.save(OFF_LABEL, HONEST, desk.text(OFF_LABEL).digest)


def _in_force(project: Project) -> set[tuple[str, str, str, str]]:
    words, _ = all_signed_words(project, load(project))
    return {one.thing for one in words if any(one.in_force(project.today))}


@pytest.mark.slow
def test_in_the_real_content_exactly_the_signatures_under_the_statement_are_void(tmp_path: Path) -> None:
    for name in ("content", "templates", "styles"):
        shutil.copytree(ROOT / name, tmp_path / name)
    project = Project.open(tmp_path, today=date(2026, 12, 1))
    sign_all(project)
    desk = WordsDesk(project, "the preview")
    signed = _in_force(project)
    assert len(signed) > 300
    texts = [*all_texts(desk.content().catalogue)]
    printed = next(one for one in texts if one.name == "ketamine.off-label")
    trial = desk.try_words(printed.key, printed.words.replace("a", "e", 1), "program-trifold")
    (project.root / printed.file).write_bytes(trial.written.data)
    assert signed - _in_force(project) == {("statement", "ketamine.off-label", "patient", "en")}
    (project.root / printed.file).write_bytes(trial.read)
    assert {one.called for one in trial.voids} == {"statement 'ketamine.off-label' (patient, en)"}
    label = desk.try_words("label/contact.phone/en", "Telephone", "crisis-card")
    assert (label.voids, label.refused, label.looked_at) == ((), False, ("crisis-card",))
    assert len(label.pieces) > 5
