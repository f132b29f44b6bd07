"""What is built again, what is left alone, and what a refusal leaves behind."""

from __future__ import annotations

import gc
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from brochures.compose.html import Composition
from brochures.engine import EngineMissingError, start, system_libraries
from brochures.findings import BrochureError, Finding, Place, Severity, codes
from brochures.pdf.file import File
from brochures.pipeline import Order, Report, build, explained
from brochures.project import manifest
from brochures.project.edition import Edition
from brochures.project.kept_copies import FOLDER
from brochures.project.paths import ROOT
from tests.facts import squeezed
from tests.miniature import Miniature, codes_of, errors_of
from tests.signing import sign_all
from tests.silent_engine import SilentEngine

pytestmark = pytest.mark.slow

FOLD = ["fold (screen)", "fold (desk)", "fold (desk-instructions)"]
ALL = [*FOLD, "pack (screen)"]
PROOF = "PROOF"


def _files(mini: Miniature) -> dict[str, bytes]:
    """Return what is in ``out/``, but for what is kept there to spare work."""
    found = (path for path in mini.out.rglob("*") if path.is_file() and FOLDER not in path.parts)
    return {path.relative_to(mini.out).as_posix(): path.read_bytes() for path in found}


def _nothing_to_do(mini: Miniature, *slugs: str, editions: tuple[str, ...] = (), release: bool = False) -> bool:
    project = mini.project
    kept = manifest.nothing_to_do(
        project,
        manifest.OnRecord.read(project),
        slugs or project.slugs(),
        editions,
        release=release,
    )
    return kept is not None


def _unsigned(mini: Miniature) -> None:
    mini.sign_but({"program.call": None})


def test_a_build_writes_each_edition_and_a_manifest_and_nothing_else(built: Miniature) -> None:
    assert sorted(_files(built)) == [
        "fold/fold.desk-instructions.pdf",
        "fold/fold.desk.pdf",
        "fold/fold.screen.pdf",
        "manifest.json",
        "pack/pack.screen.pdf",
    ]


def test_two_builds_in_different_folders_give_the_same_bytes(built: Miniature, tmp_path: Path) -> None:
    other = Miniature.copied_to(tmp_path / "quite" / "another folder")
    other.build()
    assert _files(other) == _files(built)


def test_the_number_of_files_set_at_a_time_changes_no_byte(built: Miniature, mini: Miniature) -> None:
    mini.build(jobs=2)
    assert sorted(mini.told) == sorted(ALL)  # the largest are handed out first
    assert _files(mini) == _files(built)


def test_a_forced_build_on_another_day_changes_no_byte(built: Miniature, mini: Miniature) -> None:
    mini.today = date(2026, 12, 24)
    mini.build(force=True)
    assert _files(mini) == _files(built)


def test_the_build_date_of_reproducible_builds_stands_above_the_version_s(
    mini: Miniature, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert mini.build("pack").findings == ()
    assert mini.facts("pack.screen").information["/CreationDate"].startswith("D:20260102")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert not _nothing_to_do(mini, "pack")
    mini.build("pack")
    assert mini.told == ["pack (screen)"]
    assert mini.facts("pack.screen").information["/CreationDate"].startswith("D:20231114")


def test_a_second_build_has_nothing_to_do(mini: Miniature) -> None:
    assert not _nothing_to_do(mini)
    mini.build()
    assert _nothing_to_do(mini)
    before = _files(mini)
    report = mini.build()
    assert mini.told == []
    assert [one.fresh for one in report.published] == [False] * 4
    assert _files(mini) == before


def test_a_forced_build_sets_everything_again(mini: Miniature) -> None:
    mini.build()
    mini.build(force=True)
    assert mini.told == ALL


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("Outpatient program.", "Out-patient program.", ["pack (screen)"]),
        ("We offer care in the daytime.", "We offer care by day.", ["fold (screen)", "fold (desk)", "pack (screen)"]),
        ("kind: advice", "kind: notice", []),
    ],
)
def test_one_changed_statement_rebuilds_only_the_pieces_that_print_it(
    mini: Miniature, old: str, new: str, told: list[str]
) -> None:
    mini.build()
    mini.replace("content/program.yaml", old, new)
    assert not _nothing_to_do(mini)
    mini.build()
    assert mini.told == told
    assert _nothing_to_do(mini)


def test_a_changed_piece_rebuilds_itself_alone(mini: Miniature) -> None:
    mini.build()
    mini.replace("content/packets/pack.yaml", "title: A packet", "title: The packet")
    mini.build()
    assert mini.told == ["pack (screen)"]
    assert mini.facts("pack.screen").title == "The packet"


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("styles/base.css", "12pt/16pt", "12pt/18pt"),
        ("styles/tokens/colour.css", "#000000", "#000001"),
        ("content/images/leaf.svg", "M2 18", "M3 18"),
    ],
)
def test_a_changed_style_or_picture_rebuilds_all(mini: Miniature, file: str, old: str, new: str) -> None:
    mini.build()
    mini.replace(file, old, new)
    mini.build()
    assert mini.told == ALL


def test_a_changed_template_rebuilds_what_is_set_with_it(mini: Miniature) -> None:
    mini.build()
    mini.replace("templates/documents/pack.html", "<h1>", '<h1 class="title">')
    mini.build()
    assert mini.told == ["pack (screen)"]


@pytest.mark.parametrize("kept", [True, False])
@pytest.mark.parametrize("harm", ["deleted", "altered", "empty"])
def test_a_file_that_is_no_longer_what_was_published_is_put_back_or_made_again(
    mini: Miniature, harm: str, *, kept: bool
) -> None:
    mini.build()
    path = mini.path("fold.desk")
    good = path.read_bytes()
    if harm == "deleted":
        path.unlink()
    else:
        path.write_bytes(b"" if harm == "empty" else good[:-1] + b"x")
    assert not _nothing_to_do(mini)
    if not kept:
        shutil.rmtree(mini.out / FOLDER)
    report = mini.build()
    assert mini.told == ([] if kept else ["fold (desk)"])
    assert [one.name for one in report.published if one.restored] == (["desk"] if kept else [])
    assert path.read_bytes() == good
    assert _nothing_to_do(mini)


def test_an_undo_finds_the_files_as_they_were_made_before(mini: Miniature) -> None:
    mini.build()
    before, record = _files(mini), mini.manifest()
    mini.replace("content/program.yaml", "Call us at", "Do call us at")
    mini.build()
    assert _files(mini) != before
    mini.replace("content/program.yaml", "Do call us at", "Call us at")
    mini.build()
    assert mini.told == []
    assert (_files(mini), mini.manifest()) == (before, record)


@pytest.mark.parametrize("text", ["", "{", "[]", "7", '{"form": 0}', '{"form": 3}', '{"form": 3, "pieces": {}}'])
def test_a_manifest_that_cannot_be_read_makes_work_and_no_trouble(mini: Miniature, text: str) -> None:
    mini.build("pack")
    good = mini.manifest()
    mini.write("out/manifest.json", text)
    assert not _nothing_to_do(mini)
    mini.build("pack")
    assert mini.manifest() == good


def test_a_piece_with_errors_leaves_its_last_good_files_and_record(mini: Miniature) -> None:
    mini.build()
    before, record = _files(mini), mini.manifest()["pieces"]["fold"]
    mini.replace("content/program.yaml", "Call us at", "☐ Call us at")
    mini.replace("content/packets/pack.yaml", "lead: What is in it.", "lead: All that is in it.")
    mini.replace("content/packets/pack.yaml", "    reading: fold\n", "    blocks: [{heading: Instead}]\n")
    report = mini.build()
    assert errors_of(report.findings) == ["ENG-101", "ENG-101"]
    after = _files(mini)
    assert {name for name in before if after[name] != before[name]} == {"pack/pack.screen.pdf", "manifest.json"}
    assert mini.manifest()["pieces"]["fold"] == record
    assert not _nothing_to_do(mini, "fold")
    assert _nothing_to_do(mini, "pack")


def test_an_edition_with_errors_holds_back_the_whole_piece(mini: Miniature) -> None:
    mini.build()
    before = _files(mini)
    mini.replace(
        "templates/documents/fold.html",
        '<div class="sheet">',
        '<div class="sheet">{% if edition == \'desk\' %}<p style="padding: 0.5in">☐</p>{% endif %}',
    )
    mini.replace("content/program.yaml", "Call us at", "Please call us at")
    mini.replace("content/packets/pack.yaml", "    reading: fold\n", "    blocks: [{heading: Instead}]\n")
    assert set(errors_of(mini.build("fold").findings)) == {"ENG-101", "PRE-203"}
    assert _files(mini) == before


def test_mistakes_in_content_that_no_piece_prints_are_told_on_every_run(mini: Miniature) -> None:
    mini.write("content/forms.yaml", "frms: {}\n")
    first = mini.build()
    assert len(first.published) == 4
    assert not _nothing_to_do(mini)
    second = mini.build()
    assert first.findings == second.findings
    assert mini.told == []
    assert set(errors_of(second.findings)) == {"LOD-201", "LOD-202"}


@pytest.mark.parametrize(
    ("file", "more", "code"),
    [
        ("content/clinic.yaml", "name: Another Clinic\n", "LOD-104"),
        ("content/program.yaml", "  ketamine.off-label: {kind: notice, patient: {en: Twice.}}\n", "LOD-205"),
    ],
)
def test_a_thing_said_twice_is_not_printed_at_all(mini: Miniature, file: str, more: str, code: str) -> None:
    mini.build()
    before = _files(mini)
    mini.append(file, more)
    assert codes_of(mini.build().findings) == [code]
    assert mini.told == []
    assert _files(mini) == before


def test_nothing_is_left_beside_the_files_when_writing_fails(mini: Miniature, monkeypatch: pytest.MonkeyPatch) -> None:
    mini.build()
    before = _files(mini)
    mini.replace("content/program.yaml", "Outpatient program.", "Out-patient program.")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    report = mini.build()
    assert [(found.code, found.message) for found in report.findings] == [
        ("PUB-101", f"cannot write {mini.out / 'manifest.json'}: the disk is full"),
        ("PUB-101", f"cannot write {mini.path('pack.screen')}: the disk is full"),
    ]
    assert _files(mini) == before


def test_a_folder_in_the_place_of_a_file_is_a_finding(mini: Miniature) -> None:
    (mini.out / "manifest.json").mkdir(parents=True)
    assert codes_of(mini.build("pack").findings) == ["PUB-101"]


def test_the_other_edition_keeps_its_file_and_record(mini: Miniature) -> None:
    mini.build()
    desk, record = mini.path("fold.desk").read_bytes(), mini.manifest()["pieces"]["fold"]["outputs"]
    mini.replace("content/program.yaml", "Call us at", "Please call us at")
    mini.build("fold", editions=("screen",))
    assert mini.told == ["fold (screen)"]
    assert mini.path("fold.desk").read_bytes() == desk
    for name in ("desk", "desk-instructions"):
        assert mini.manifest()["pieces"]["fold"]["outputs"][name] == record[name]
    assert _nothing_to_do(mini, "fold", editions=("screen",))
    assert not _nothing_to_do(mini, "fold")


def test_a_review_that_falls_due_makes_work_again(mini: Miniature) -> None:
    assert mini.build().findings == ()
    assert mini.manifest()["pieces"]["fold"]["true_until"] == "2027-01-02"
    mini.today = date(2027, 1, 1)
    assert _nothing_to_do(mini)
    mini.today = date(2027, 1, 2)
    assert not _nothing_to_do(mini)
    assert set(codes_of(mini.build().findings)) == {"REL-103"}
    assert mini.told == ["fold (screen)", "fold (desk)", "pack (screen)"]
    assert mini.manifest()["pieces"]["fold"]["true_until"] == "2027-02-03"
    assert mini.manifest()["pieces"]["fold"]["outputs"]["screen"]["proof"] is True


def test_a_review_dated_in_the_future_makes_work_when_its_day_comes(mini: Miniature) -> None:
    mini.sign_but({"program.call": {"signed": date(2026, 4, 5)}})
    assert set(codes_of(mini.build("fold").findings)) == {"REL-103"}
    assert mini.manifest()["pieces"]["fold"]["true_until"] == "2026-04-05"
    mini.today = date(2026, 4, 5)
    assert mini.build("fold").findings == ()


def test_one_edition_made_after_a_review_fell_due_does_not_hide_that_of_the_other(mini: Miniature) -> None:
    mini.build()
    mini.today = date(2027, 1, 2)
    mini.build("fold", editions=("screen",))
    assert not _nothing_to_do(mini, "fold")
    mini.build("fold")
    assert mini.told == ["fold (desk)"]
    assert mini.manifest()["pieces"]["fold"]["outputs"]["desk"]["proof"] is True


def test_a_run_with_nothing_to_do_gives_the_findings_of_the_run_that_built(mini: Miniature) -> None:
    _unsigned(mini)
    made = mini.build()
    project = mini.project
    kept = manifest.nothing_to_do(project, manifest.OnRecord.read(project), project.slugs(), (), release=False)
    assert codes_of(made.findings) == ["REL-102", "REL-102"]
    assert kept is not None
    assert set(kept) == set(made.findings)


def test_a_proof_says_so_on_every_sheet_and_a_finished_piece_nowhere(mini: Miniature, built: Miniature) -> None:
    _unsigned(mini)
    mini.build()
    for name in ("fold.screen", "fold.desk", "pack.screen"):
        assert all(PROOF in text for text in mini.facts(name).texts)
        assert not any(PROOF in text for text in built.facts(name).texts)


def test_a_release_of_a_complete_signed_piece_is_the_same_file(mini: Miniature, built: Miniature) -> None:
    assert mini.build(release=True).findings == ()
    assert {name: data for name, data in _files(mini).items() if name.endswith(".pdf")} == {
        name: data for name, data in _files(built).items() if name.endswith(".pdf")
    }
    assert {
        output["proof"] for piece in mini.manifest()["pieces"].values() for output in piece["outputs"].values()
    } == {False}
    assert _nothing_to_do(mini, release=True)
    assert not _nothing_to_do(mini)


def test_a_release_is_refused_with_the_list_of_what_is_missing_and_writes_nothing(mini: Miniature) -> None:
    mini.replace("content/clinic.yaml", "phone: 847-555-0200", "phone:")
    _unsigned(mini)
    report = mini.build("fold", release=True)
    assert [(found.code, str(found.severity), str(found.place)) for found in report.findings] == [
        ("REL-101", "error", "content/clinic.yaml:3:1"),
        ("REL-102", "error", "content/program.yaml:10:3"),
    ]
    assert report.published == ()
    assert not mini.out.exists()


def test_a_refused_release_leaves_the_proof_as_it_was(mini: Miniature) -> None:
    _unsigned(mini)
    mini.build()
    before = _files(mini)
    assert not _nothing_to_do(mini, release=True)
    assert errors_of(mini.build(release=True).findings) == ["REL-102", "REL-102"]
    assert _files(mini) == before
    assert _nothing_to_do(mini)


def test_a_missing_clinic_fact_is_a_ruled_blank_and_not_an_invention(mini: Miniature) -> None:
    mini.replace("content/clinic.yaml", "phone: 847-555-0200", "phone:")
    mini.build("fold")
    (text,) = (text for text in mini.facts("fold.screen").texts if "Call us at" in text)
    assert squeezed("Call us at , or 911.") in squeezed(text)
    assert [link.uri for link in mini.facts("fold.screen").links if link.uri] == ["tel:911"]


def test_check_sets_every_page_and_publishes_nothing(mini: Miniature) -> None:
    assert mini.check() == ()
    assert mini.told == ALL
    assert not mini.out.exists()


def test_a_piece_that_is_gone_leaves_the_manifest(mini: Miniature) -> None:
    mini.build()
    mini.remove("content/packets/pack.yaml")
    mini.replace("content/program.yaml", "Call us at", "Please call us at")
    mini.build()
    assert list(mini.manifest()["pieces"]) == ["fold"]


def test_only_the_pieces_that_are_asked_for_are_made(mini: Miniature) -> None:
    mini.build("pack")
    assert mini.told == ["pack (screen)"]
    assert list(mini.manifest()["pieces"]) == ["pack"]
    mini.build("fold")
    assert list(mini.manifest()["pieces"]) == ["fold", "pack"]


def test_the_manifest_says_what_a_piece_is_and_names_no_place_of_this_machine(built: Miniature) -> None:
    text = (built.out / "manifest.json").read_text(encoding="utf-8")
    assert str(built.root) not in text
    manifest_of_all = built.manifest()
    assert set(manifest_of_all) == {"form", "engine", "pieces"}
    assert set(manifest_of_all["engine"]) >= {"weasyprint", "pydyf", "pango"}
    for piece in manifest_of_all["pieces"].values():
        assert set(piece) == {
            "title",
            "format",
            "audience",
            "version",
            "dated",
            "editions",
            "true_until",
            "findings",
            "outputs",
        }
        for output in piece["outputs"].values():
            assert set(output) == {
                "edition",
                "path",
                "sha256",
                "pages",
                "bytes",
                "proof",
                "digest",
                "state",
                "findings",
            }


def test_findings_come_errors_first_and_none_twice(mini: Miniature) -> None:
    _unsigned(mini)
    mini.replace("content/program.yaml", "Call us at", "☐ Call us at")
    findings = mini.build("fold").findings
    assert codes_of(findings) == ["ENG-101", "ENG-101", "REL-102"]
    assert len(set(findings)) == len(findings)


def test_without_pango_nothing_is_set(mini: Miniature, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_libraries, "missing", lambda: ["pango"])
    with pytest.raises(EngineMissingError, match="pango") as missing:
        mini.build()
    said = str(missing.value).splitlines()
    assert [line.split(":")[0].strip() for line in said[1:]] == ["Debian, Ubuntu", "Fedora", "macOS", "Windows"]


def test_a_build_in_another_out_folder_is_complete(mini: Miniature, tmp_path: Path) -> None:
    project = replace(mini.project, out=tmp_path / "elsewhere")
    report = build(project, Order(jobs=1), start, mini.told.append)
    assert [(project.out / one.record["path"]).is_file() for one in report.published] == [True] * 4
    assert not mini.out.exists()


def test_garbage_is_looked_for_again_after_each_file(mini: Miniature, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[bool] = []

    def judged(*_: object) -> tuple[()]:
        seen.append(gc.isenabled())
        if len(seen) > 3:
            raise BrochureError
        return ()

    monkeypatch.setattr("brochures.production.stages.preflight", judged)
    mini.build("fold")
    assert seen == [False] * 3
    assert gc.isenabled()
    mini.build("fold", force=True)
    assert seen == [False] * 6
    assert gc.isenabled()


@pytest.fixture
def quick(mini: Miniature, monkeypatch: pytest.MonkeyPatch) -> Quick:
    """The miniature project whose files are made in no time: nothing is set, and what is found in a file is what a test says."""
    return Quick(mini, monkeypatch)


class Quick:
    """Runs the pipeline with files of a few bytes."""

    def __init__(self, mini: Miniature, monkeypatch: pytest.MonkeyPatch) -> None:
        self.mini = mini
        self.found: dict[str, tuple[Finding, ...]] = {}
        """What is found in each file, by piece and name: ``fold.desk``."""
        monkeypatch.setattr("brochures.production.stages.Stages.make", lambda _, one: self._made(one))

    def _made(self, composition: Composition) -> File:
        name = f"{composition.slug}.{composition.name}"
        return File(composition, name.encode(), 1, self.found.get(name, ()))

    def run(self, *slugs: str, **order: Any) -> Report:
        if self.mini.sign_again:
            sign_all(self.mini.project)
        return build(self.mini.project, Order(slugs, jobs=1, **order), lambda _: SilentEngine(), self.mini.told.append)  # type: ignore[arg-type, return-value]

    def states(self) -> set[str | None]:
        return {
            output["state"] for piece in self.mini.manifest()["pieces"].values() for output in piece["outputs"].values()
        }


WRONG = Finding("OVR-201", Severity.ERROR, "overset", "cut", Place("content/program.yaml", 6, 11), "fold", "desk", 1)
WAIVER = "waivers:\n  one: {code: OVR-201, thing: program.outpatient, reason: a test, expires: 2030-01-01}\n"
PROVEN = ("content/program.yaml", "We offer care in the daytime.", "Our care is proven.")


def _names(report: Report) -> list[str]:
    return [f"{one.composition.slug}.{one.composition.name}" for one in report.made]


def _published(report: Report) -> list[str]:
    return [f"{one.piece}.{one.name}" for one in report.published]


EVERYTHING = ["fold.screen", "fold.desk", "fold.desk-instructions", "pack.screen"]


def test_every_edition_of_every_piece_is_made_and_published(quick: Quick) -> None:
    report = quick.run()
    assert _names(report) == _published(report) == EVERYTHING
    assert (report.findings, report.handed, report.printers) == ((), None, ())
    assert report.editions == {"fold": ("screen", "desk"), "pack": ("screen",)}
    assert [one.data for one in report.files] == [name.encode() for name in EVERYTHING]
    assert quick.states() == {manifest.state(manifest.OnRecord.read(quick.mini.project).inputs, release=False)}


def test_files_that_are_still_true_are_kept_unless_they_are_forced(quick: Quick) -> None:
    quick.run()
    again = quick.run()
    assert (_names(again), again.files) == (EVERYTHING, ())
    assert not any(one.fresh for one in again.published)
    forced = quick.run(force=True)
    assert len(forced.files) == 4
    assert all(one.fresh for one in forced.published)


@pytest.mark.parametrize(
    ("slugs", "editions", "names"),
    [
        (("pack",), (), ["pack.screen"]),
        (("pack", "fold"), (), ["pack.screen", *EVERYTHING[:3]]),
        ((), (Edition.DESK,), ["fold.desk", "fold.desk-instructions"]),
        (("fold",), (Edition.SCREEN,), ["fold.screen"]),
        (("pack",), (Edition.DESK,), []),
        (("nothing",), (), []),
    ],
)
def test_what_is_asked_for_is_made(
    quick: Quick, slugs: tuple[str, ...], editions: tuple[Edition, ...], names: list[str]
) -> None:
    report = quick.run(*slugs, editions=editions)
    assert _names(report) == _published(report) == names


def test_a_piece_with_errors_in_its_words_is_made_only_to_be_looked_at(quick: Quick) -> None:
    quick.mini.replace(*PROVEN)
    assert _names(quick.run("fold")) == []
    report = quick.run("fold", look=True)
    assert _names(report) == EVERYTHING[:3]
    assert report.published == ()
    assert {one.code for one in report.about("fold")} == {"EDT-301"}
    assert report.about("pack") == ()


def test_a_piece_is_published_whole_or_not_at_all(quick: Quick) -> None:
    quick.found["fold.desk"] = (WRONG,)
    report = quick.run()
    assert _names(report) == EVERYTHING
    assert _published(report) == ["pack.screen"]
    assert report.findings == (WRONG,)
    assert list(quick.mini.manifest()["pieces"]) == ["pack"]


def test_a_warning_in_a_file_keeps_it_from_nothing(quick: Quick) -> None:
    quick.found["fold.desk"] = (replace(WRONG, severity=Severity.WARNING),)
    assert _published(quick.run()) == EVERYTHING


def test_a_waiver_makes_a_note_of_what_is_found_in_a_file_which_is_then_made_anew(quick: Quick) -> None:
    quick.found["fold.desk"] = (WRONG,)
    quick.mini.write("content/waivers.yaml", WAIVER)
    report = quick.run()
    assert _published(report) == EVERYTHING
    assert [str(one.severity) for one in report.findings] == ["note"]
    assert [f"{one.composition.slug}.{one.composition.name}" for one in quick.run().files] == ["fold.desk"]


@pytest.mark.parametrize(
    ("slugs", "editions", "told"),
    [((), (), True), (("fold", "pack"), (), True), (("fold",), (), False), ((), (Edition.SCREEN,), False)],
)
def test_a_waiver_that_lets_nothing_pass_is_told_by_a_look_at_everything(
    quick: Quick, slugs: tuple[str, ...], editions: tuple[Edition, ...], *, told: bool
) -> None:
    quick.mini.write("content/waivers.yaml", WAIVER)
    report = quick.run(*slugs, editions=editions)
    assert [one.code for one in report.findings] == ["WVR-102"] * told
    assert (quick.states() == {None}) is told


def test_words_that_no_piece_prints_are_read_by_a_look_at_everything_and_leave_work(quick: Quick) -> None:
    quick.mini.append("content/program.yaml", "  program.new:\n    kind: advice\n    patient: {en: It is proven.}\n")
    assert codes_of(quick.run("fold", "pack").findings) == []
    report = quick.run(force=True)
    assert codes_of(report.findings) == ["EDT-301"]
    assert _published(report) == EVERYTHING
    assert quick.states() == {None}


def test_a_mistake_in_content_that_no_piece_prints_leaves_work(quick: Quick) -> None:
    quick.mini.write("content/forms.yaml", "forms: {a: {title: x}}\n")
    report = quick.run()
    assert _published(report) == EVERYTHING
    assert {one.code for one in report.findings} == {"LOD-202"}
    assert quick.states() == {None}


def test_what_is_only_odd_in_the_content_is_told_in_every_run(quick: Quick) -> None:
    outpatient = "      - statement: program.outpatient\n"
    quick.mini.replace("content/packets/pack.yaml", outpatient, outpatient * 2)
    report = quick.run()
    assert _published(report) == EVERYTHING
    assert codes_of(report.findings) == ["LOD-403"]
    assert quick.states() == {None}


def test_a_piece_that_waits_for_a_signature_is_a_proof_and_its_instructions_are_none(quick: Quick) -> None:
    quick.mini.sign_but({"program.call": None})
    report = quick.run()
    proofs = dict(zip(_names(report), [one.composition.proof for one in report.made], strict=True))
    assert proofs == {"fold.screen": True, "fold.desk": True, "fold.desk-instructions": False, "pack.screen": True}
    assert {one.record["proof"] for one in report.published if one.piece == "fold" and one.name == "screen"} == {True}
    assert _published(quick.run("fold", release=True)) == []


def test_a_run_that_only_looks_publishes_nothing(quick: Quick) -> None:
    report = quick.run(publish=False)
    assert (_names(report), report.published, quick.mini.out.exists()) == (EVERYTHING, (), False)


def test_a_template_or_style_that_cannot_be_read_ends_the_run_with_all_that_is_known(quick: Quick) -> None:
    quick.mini.append("content/clinic.yaml", "nam: x\n")
    quick.mini.write("styles/tokens/faces.css", b"\xff")
    report = quick.run()
    assert set(codes_of(report.findings)) == {"LOD-102", "LOD-201"}
    assert (report.made, report.published) == ((), ())


def test_what_cannot_be_resolved_or_composed_is_told_beside_what_can(quick: Quick) -> None:
    quick.mini.replace("content/packets/pack.yaml", "statement: program.outpatient", "statement: program.outpatien")
    quick.mini.replace("templates/documents/fold.html", "<h1>", "{{ label('nothing') }}<h1>")
    report = quick.run()
    assert set(codes_of(report.findings)) == {"RES-101", "CMP-102"}
    assert report.made == ()


def test_a_job_is_handed_over_where_nothing_speaks_against_it(quick: Quick, monkeypatch: pytest.MonkeyPatch) -> None:
    handed: list[Any] = []

    def hand(_shop: object, job: object, _workers: object) -> str:
        handed.append(job)
        return "handed"

    monkeypatch.setattr("brochures.pipeline.handoff", hand)
    monkeypatch.setattr("brochures.pipeline.PressJob.of", lambda files, found: (len(files), found) if files else None)
    note = replace(WRONG, severity=Severity.NOTE)
    quick.found["fold.desk"] = (note,)
    assert str(quick.run("fold", handoff=True).handed) == "handed"
    assert quick.run("fold").handed is None
    quick.found["fold.desk"] = (WRONG,)
    assert quick.run("fold", handoff=True, force=True).handed is None
    assert quick.run("nothing", handoff=True).handed is None
    assert handed == [(3, (note,))]


def test_a_job_that_cannot_be_handed_over_is_told(quick: Quick, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise BrochureError(WRONG)

    monkeypatch.setattr("brochures.pipeline.handoff", refuse)
    monkeypatch.setattr("brochures.pipeline.PressJob.of", lambda files, _: files)
    report = quick.run("fold", handoff=True)
    assert (report.handed, report.findings) == (None, (WRONG,))


def test_an_order_for_a_print_shop_makes_one_press_edition_anew_and_publishes_nothing() -> None:
    assert Order.for_print_shop("fold", "us", release=True) == Order(
        ("fold",), (Edition.PRESS,), release=True, force=True, publish=False, printer="us", handoff=True
    )


def test_every_code_is_explained_with_the_checks_that_find_it() -> None:
    known = explained()
    assert set(known) == set(codes.ALL)
    assert known["LAY-201"].looks_for
    assert known["EDT-301"].looks_for
    assert known["PRE-101"].looks_for


UNDEFINED = ("styles/base.css", "h2 { margin: var(--none) }\n", "STY-201")
LITERAL = ("styles/base.css", "h2 { color: #ff0000 }\n", "STY-301")


@pytest.mark.parametrize(("file", "text", "code"), [UNDEFINED, LITERAL])
def test_with_an_error_in_the_styles_nothing_is_published_or_handed_over(
    quick: Quick, file: str, text: str, code: str
) -> None:
    quick.mini.append(file, text)
    report = quick.run()
    assert codes_of(report.findings) == [code]
    assert report.findings[0].piece == ""
    assert (report.published, quick.mini.out.exists()) == ((), False)
    assert _names(report) == ([] if code == UNDEFINED[2] else EVERYTHING)
    assert _names(quick.run(look=True)) == EVERYTHING


def test_a_job_for_a_print_shop_waits_for_the_styles(quick: Quick) -> None:
    quick.mini.write("content/printers.yaml", (ROOT / "content/printers.yaml").read_bytes())
    quick.mini.replace("content/brochures/fold.yaml", "editions: [screen, desk]", "editions: [press]")
    quick.mini.append(*LITERAL[:2])
    report = quick.run("fold", handoff=True)
    assert (errors_of(report.findings), report.handed) == (["STY-301"], None)


def test_what_a_style_tells_is_not_told_again_by_a_file(quick: Quick) -> None:
    quick.mini.append(*LITERAL[:2])
    again = codes.NO_INKS.at(Place("styles/base.css", 29, 13), "no inks", "use a token")
    other = codes.NO_INKS.at(Place("content/images/leaf.svg", 28, 13), "no inks", "use a token")
    quick.found["fold.desk"] = (again, other)
    assert codes_of(quick.run().findings) == ["STY-301", "PRS-103"]


def test_a_warning_about_styles_is_told_by_every_run_and_stops_nothing(quick: Quick) -> None:
    quick.mini.append("styles/base.css", ":root { --lonely: 1pt }\n")
    report = quick.run()
    assert codes_of(report.findings) == ["STY-203"]
    assert _published(report) == EVERYTHING
    assert not _nothing_to_do(quick.mini)
