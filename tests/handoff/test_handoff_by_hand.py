"""What is handed over and how it lies in its folder and zip: with sheets, pictures and verdicts made by hand, nothing is set."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from brochures import handoff as module
from brochures.compose.html import Composition
from brochures.design.formats import Format, Imposition, Panel, Side
from brochures.design.imposition import ParentSheet
from brochures.findings import BrochureError, Finding, Place, Severity
from brochures.handoff import Handed, PressJob, _measured, _sheets, _written, handoff
from brochures.handoff.package import Parcel
from brochures.handoff.spec_sheet import Spec
from brochures.pdf.file import File, Imposed
from brochures.preflight import Shipped
from brochures.preflight.press.measurements import Measured
from brochures.production import Refused
from brochures.project.edition import Edition
from brochures.project.paths import ROOT, Project
from brochures.proofs import ProofPicture
from tests.miniature import Miniature
from tests.preflight.press.handmade import press_piece
from tests.separations.handmade import Made

NOTE = Finding("LAY-201", Severity.NOTE, "a note")
WARNING = Finding("REL-102", Severity.WARNING, "a warning", piece="fold")
WRONG = Finding("ENG-102", Severity.ERROR, "it broke")
PARENT = ParentSheet(300, 200, 100, 50, columns=2, rows=2, gutter=18, bleed=9, upright=True)


@pytest.fixture(scope="module")
def piece(tmp_path_factory: pytest.TempPathFactory) -> Composition:
    found = press_piece(
        Miniature.copied_to(tmp_path_factory.mktemp("handoff") / "project"), file_name="{slug}_{printer}"
    )
    return replace(found, edition=Edition.PRESS)


def _file(piece: Composition, data: bytes = b"press", *findings: Finding) -> File:
    return File(piece, data, 2, findings)


def test_the_job_of_a_piece_is_its_press_file_with_the_imposed_one(piece: Composition) -> None:
    press = _file(piece)
    screen = _file(replace(piece, edition=Edition.SCREEN))
    sheet = Imposed(piece, b"sheets", 2, (), single=press, parent=PARENT)
    about = (WARNING, replace(WARNING, piece="pack"), replace(NOTE, piece="fold", edition="press"))
    assert PressJob.of([screen], about) is None
    assert PressJob.of([], about) is None
    for files in ([screen, press], [press, screen]):
        assert PressJob.of(files, about) == PressJob(press, press.composition.print_shop, None, (WARNING,))  # type: ignore[arg-type]
    for files in ([sheet, press], [press, screen, sheet]):
        job = PressJob.of(files, about)
        assert job is not None
        assert (job.file, job.imposed) == (press, sheet)


def _parcel(*, proof: bool = False, dated: date = date(2026, 1, 2)) -> Parcel:
    return Parcel("stem", "fold_shop", dated, proof)


def _project(root: Path) -> Project:
    return Miniature.copied_to(root / "project").project


@pytest.mark.parametrize("proof", [True, False])
def test_a_job_lies_in_a_folder_and_in_one_zip(piece: Composition, tmp_path: Path, *, proof: bool) -> None:
    project = _project(tmp_path)
    parcel, shop = _parcel(proof=proof), piece.job.print_shop
    assert shop is not None
    home = project.out / "fold" / "handoff"
    home.mkdir(parents=True)
    for name in (*parcel.archives, "fold_other.zip", "fold_shop_old.zip"):
        (home / name).write_bytes(b"old")
    (home / shop.name).mkdir()
    (home / shop.name / "stale.pdf").write_bytes(b"old")
    handed = _written(project, "fold", shop, parcel, {"b.pdf": b"b", "a.pdf": b"a"})
    names = ("a.pdf", "b.pdf", "SHA256SUMS")
    assert handed == Handed(home / shop.name, names, home / parcel.archive, proof)
    assert sorted(path.name for path in handed.folder.iterdir()) == sorted(names)
    assert (handed.folder / "a.pdf").read_bytes() == b"a"
    assert sorted(path.name for path in home.glob("*.zip")) == sorted(
        [parcel.archive, "fold_other.zip", "fold_shop_old.zip"]
    )
    with zipfile.ZipFile(handed.archive) as archive:
        mark = "_PROOF-not-for-print" if proof else ""
        assert archive.namelist() == [f"stem{mark}/{name}" for name in names]


def test_a_folder_that_cannot_be_written_is_told_of_the_press_edition(piece: Composition, tmp_path: Path) -> None:
    project, shop = _project(tmp_path), piece.job.print_shop
    assert shop is not None
    (project.out / "fold").mkdir(parents=True)
    (project.out / "fold" / "handoff").write_bytes(b"a file")
    with pytest.raises(BrochureError) as refused:
        _written(project, "fold", shop, _parcel(), {"a.pdf": b"a"})
    assert [(one.code, one.piece, one.edition) for one in refused.value.findings] == [("PUB-101", "fold", "press")]


@pytest.mark.parametrize(("dated", "told"), [(date(2026, 1, 2), (2026, 1, 2)), (date(1979, 12, 31), (1980, 1, 1)), (date(1980, 1, 2), (1980, 1, 2))])  # fmt: skip
def test_a_zip_holds_plain_files_of_the_day_of_the_piece(dated: date, told: tuple[int, int, int]) -> None:
    data = _parcel(dated=dated).zipped({"b.pdf": b"b" * 99, "a.png": b"a"})
    assert data == _parcel(dated=dated).zipped({"b.pdf": b"b" * 99, "a.png": b"a"})
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries = archive.infolist()
        assert [one.filename for one in entries] == ["stem/b.pdf", "stem/a.png"]
        assert {one.date_time for one in entries} == {(*told, 0, 0, 0)}
        assert {(one.create_system, one.external_attr >> 16, one.compress_type) for one in entries} == {
            (3, 0o100644, zipfile.ZIP_STORED)
        }
        assert archive.read("stem/b.pdf") == b"b" * 99


def test_a_file_that_no_plates_can_be_made_of_is_not_handed_over(piece: Composition) -> None:
    with pytest.raises(BrochureError) as refused:
        _measured(_file(piece, b"no pdf"))
    (found,) = refused.value.findings
    assert (found.code, found.severity, found.help) == (
        "PRE-106", "error", "build again with --force; if it stays, report it",
    )  # fmt: skip
    assert (found.place, found.piece, found.edition) == (Place(), "fold", "press")
    made = Made((200, 100), bleed=9)
    made.page("0 0 0 1 k 50 50 9 9 re f")
    assert [page.number for page in _measured(_file(piece, made.written()))] == [1]


class _Workers:
    """Answers with what it was given."""

    def __init__(self, *made: File | Refused) -> None:
        self.made = made
        self.templates = _Templates()

    def make(self, _: Any, __: int) -> list[File | Refused]:
        return list(self.made)


class _Templates:
    class styles:  # noqa: N801 as templates call it
        tokens, fonts, families = "tokens", "fonts", frozenset({"Atkinson"})
        folder = ROOT / "styles"


@pytest.fixture
def _plain(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "sheet", lambda _templates, _printed, kind, _told, pages=1: (kind, pages))


@pytest.mark.usefixtures("_plain")
def test_sheets_with_an_error_are_not_handed_over_and_others_are(piece: Composition) -> None:
    fine, noted = File(piece, b"1", 1, (NOTE,)), File(piece, b"2", 1, (WARNING,))
    nothing: Any = None
    found = _sheets(_file(piece), _Workers(fine, noted), nothing, nothing)  # type: ignore[arg-type]
    assert found == (fine, noted)
    for made in ((File(piece, b"", 1, (WRONG,)), fine), (fine, Refused(piece, (NOTE, WRONG)))):
        with pytest.raises(BrochureError) as refused:
            _sheets(_file(piece), _Workers(*made), nothing, nothing)  # type: ignore[arg-type]
        assert refused.value.findings == (WRONG,)


@pytest.mark.parametrize("imposed", [False, True])
def test_a_job_has_its_file_its_sheets_its_pictures_and_its_verdict(
    piece: Composition, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, imposed: bool
) -> None:
    asked: dict[str, Any] = {}

    def pictures(look: Any, shown: Any) -> list[ProofPicture]:
        asked["look"], asked["shown"] = look, shown
        return [ProofPicture("x", b"page 1"), ProofPicture("y", b"page 2")]

    def sheets(_: File, __: Any, spec: Spec, verdict: Any) -> tuple[File, File]:
        asked["spec"], asked["verdict"] = spec, verdict
        return File(piece, b"spec", 1, ()), File(piece, b"report", 1, ())

    def looked(file: File, families: frozenset[str], _: Shipped) -> tuple[()]:
        asked["examined"] = file, families
        return ()

    monkeypatch.setattr(module, "examine", looked)
    monkeypatch.setattr(module, "look_of", lambda tokens, fonts: (tokens, fonts))
    monkeypatch.setattr(module, "proofs", pictures)
    monkeypatch.setattr(module, "_sheets", sheets)
    made = Made((792, 612), bleed=9)
    for _ in range(2):
        made.page("0 0 0 1 k 50 50 9 9 re f")
    file = _file(piece, made.written(), NOTE)
    sheet = Imposed(piece, b"sheets", 2, (), single=file, parent=PARENT) if imposed else None
    shop = piece.job.print_shop
    assert shop is not None
    project = _project(tmp_path)
    handed = handoff(project, PressJob(file, shop, sheet, (WARNING,)), _Workers())  # type: ignore[arg-type]
    mark = "_PROOF-not-for-print" if piece.proof else ""
    stem = f"fold_{shop.name}"
    names = {
        f"{stem}{mark}.pdf": file.data,
        f"{stem}_spec-sheet{mark}.pdf": b"spec",
        f"{stem}_page-1{mark}.png": b"page 1",
    }
    names |= {f"{stem}_page-2{mark}.png": b"page 2", f"{stem}_preflight{mark}.pdf": b"report"}
    names |= {f"{stem}_imposed{mark}.pdf": b"sheets"} if imposed else {}
    assert set(handed.names) == {*names, f"{stem}_preflight{mark}.json", "SHA256SUMS"}
    assert {name: (handed.folder / name).read_bytes() for name in names} == names
    assert (asked["spec"].imposed, asked["spec"].parent) == (
        (f"{stem}_imposed{mark}.pdf", PARENT) if imposed else (None, None)
    )
    assert asked["spec"].file == f"{stem}{mark}.pdf"
    assert asked["verdict"].waiting == (("REL-102", 1),)
    assert (asked["look"], asked["examined"]) == (("tokens", "fonts"), (file, frozenset({"Atkinson"})))
    assert (asked["shown"].file.findings, asked["shown"].file.fill, asked["shown"].about) == ((), (), ())
    assert (handed.folder / f"{stem}_preflight{mark}.json").read_bytes() == asked["verdict"].as_json()


def _form(*names: str, width: float = 400, height: float = 300, panels: int = 1, bound: bool = False) -> Format:
    wide = width / panels
    sides = tuple(Side(name, tuple(Panel(f"{name}-{n}", n * wide, wide, n) for n in range(panels))) for name in names)
    return Format("a-form", width, height, sides, Imposition(800, 600, 2, 1) if bound else None, bound)


@pytest.mark.parametrize(
    ("form", "pages", "sheets", "long_edge", "folded"),
    [
        (_form("outside", "inside"), ("outside", "inside"), 1, False, False),
        (_form("outside", "inside", panels=2), ("outside", "inside"), 1, False, True),
        (_form("front", "back", width=300, height=300), ("front", "back"), 1, False, False),
        (_form("front", "back", width=200), ("front", "back"), 1, True, False),
        (_form(*(f"p{n}" for n in range(8)), width=200, bound=True), tuple(f"p{n}" for n in range(8)), 2, False, False),
        (_form(*(f"p{n}" for n in range(4)), width=140, bound=True), tuple(f"p{n}" for n in range(4)), 1, True, False),
        (_form(), ("1", "2"), 1, False, False),
    ],
)
def test_a_shop_is_told_of_pages_sheets_turns_and_folds(
    piece: Composition, form: Format, pages: tuple[str, ...], sheets: int, *, long_edge: bool, folded: bool
) -> None:
    shop = piece.job.print_shop
    assert shop is not None
    measured = [Measured(n, (1, 1), (2, 2), 9, ("Black",), 1, None, None) for n in range(1, len(pages) + 1)]
    spec = Spec.of(_file(replace(piece, format=form)), shop, measured, "a.pdf")
    assert (spec.pages, spec.sheets, spec.turns_on_long_edge, spec.folded) == (pages, sheets, long_edge, folded)
