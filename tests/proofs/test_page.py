from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from click.testing import CliRunner, Result
from PIL import Image

import build as program
from brochures.findings import Finding, Place, Severity, codes
from brochures.findings.report import WAITING, as_table
from brochures.layout.checks.safe_area import AT_THE_DESK, SAFE
from brochures.pdf.file import File
from brochures.project.paths import ROOT, Project
from brochures.proofs import Pictured, crop, page, proofs, read_look
from brochures.proofs.canvas import wrapped
from brochures.proofs.proof_style import FOLD, ROLES, TRIM
from brochures.publish.layout_report import FILL, FIT, GRID, fill_rows, grid_rows, survey
from brochures.publish.page_pictures import draw_pages
from tests.miniature import TODAY, Miniature

pytestmark = pytest.mark.slow

LETTER = (1210, 935)
"""US Letter, landscape, in px at 110 ppi."""

LONG = "We ask each person, in plain words, who may hear from us. " * 80


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, File]:
    """The files of the miniature's folded piece and its packet, set once."""
    mini = Miniature.copied_to(tmp_path_factory.mktemp("looked") / "project")
    report = mini.build(publish=False, force=True, look=True)
    return {f"{one.composition.slug}.{one.composition.name}": one for one in report.files}


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> None:
    opened = Project.open
    monkeypatch.setattr(Project, "open", lambda root=None, out=None, today=None: opened(root, out, today or TODAY))


def _call(mini: Miniature, *arguments: str) -> Result:
    return CliRunner().invoke(program.main, [*arguments, "--root", str(mini.root)], prog_name="build.py")


def _pictured(one: File, *findings: Finding, about: tuple[Finding, ...] = ()) -> Pictured:
    return Pictured(replace(one, findings=findings), about, WAITING)


def _pictures(pictured: Pictured, styles: Path = ROOT / "styles") -> dict[str, Image.Image]:
    return {one.name: Image.open(io.BytesIO(one.data)).convert("RGB") for one in proofs(read_look(styles), pictured)}


def _found(area: tuple[float, float, float, float] | None, number: int = 1, severity: str = "error") -> Finding:
    finding = codes.OVERSET.at(Place("content/program.yaml", 4), "words " * 60, severity=Severity(severity))
    return replace(finding, area=area, page=number)


def test_a_page_lies_on_its_board_at_110_ppi_with_its_trim_folds_and_panels(made: dict[str, File]) -> None:
    pictured = _pictured(made["fold.desk"])
    pictures = _pictures(pictured)
    assert list(pictures) == ["fold.desk.page-1.png", "fold.desk.page-2.png"]
    board = pictures["fold.desk.page-1.png"]
    assert board.width == LETTER[0] + 2 * page.MARGIN
    assert board.height > page.HEAD + LETTER[1] + page.FOOT + page.MARGIN
    look = read_look(ROOT / "styles")
    left, top = page.MARGIN, page.HEAD
    assert board.getpixel((left - 1, top + 100)) == look[TRIM.role]
    assert board.getpixel((left + LETTER[0], top + 100)) == look[TRIM.role]
    assert board.getpixel((left + 600, top + LETTER[1])) == look[TRIM.role]
    for fold in pictured.folds(1):
        assert board.getpixel((left + round(fold * 110 / 72), top - 10)) == look[FOLD.role]
    for panel in made["fold.desk"].sheets.panels:
        if panel.page == 1:
            x = left + round(panel.on_sheet.left * 110 / 72) - 1
            assert board.getpixel((x, top + 400)) == look["--stream-three"]


def test_the_page_between_the_lines_is_the_page_itself(made: dict[str, File]) -> None:
    one = made["fold.screen"]
    board = _pictures(_pictured(one))["fold.screen.page-1.png"]
    document = pypdfium2.PdfDocument(one.data)
    own = document[0].render(scale=110 / 72 - 1e-9).to_pil().convert("RGB")
    document.close()
    assert own.size == LETTER
    left, top, right, bottom = part = (90, 60, 300, 160)
    shown = (left + page.MARGIN, top + page.HEAD, right + page.MARGIN, bottom + page.HEAD)
    assert board.crop(shown).tobytes() == own.crop(part).tobytes()


def test_the_safe_area_is_that_of_the_edition(made: dict[str, File]) -> None:
    assert _pictured(made["fold.screen"]).reach is SAFE
    assert _pictured(made["fold.desk"]).reach is AT_THE_DESK
    assert _pictured(made["fold.desk-instructions"]).reach is AT_THE_DESK
    assert _pictured(made["fold.desk-instructions"]).folds(1) == ()


def test_a_finding_is_outlined_in_its_place_and_in_a_crop_of_its_own(made: dict[str, File]) -> None:
    findings = [_found((100, 300, 200, 340)), _found((10, 10, 12, 12), 2), _found(None), _found((100, 900, 200, 2000))]
    pictures = _pictures(_pictured(made["fold.screen"], *findings))
    crops = {name: picture.size for name, picture in pictures.items() if "finding" in name}
    assert list(crops) == [f"fold.screen.finding-0{number}-OVR-201.png" for number in (2, 3, 4)]
    assert all(min(size) >= crop.SMALLEST for size in crops.values())
    assert max(max(size) for size in crops.values()) < 2500
    accent = read_look(ROOT / "styles")["--accent"]
    board = pictures["fold.screen.page-1.png"]
    x, y = (page.MARGIN + round(150 * 110 / 72), page.HEAD + round(300 * 110 / 72))
    assert accent in {board.getpixel((x, y - step)) for step in range(8)}
    found = pictures["fold.screen.finding-02-OVR-201.png"]
    assert accent in {found.getpixel((found.width // 2, row)) for row in range(found.height)}
    quiet = _pictures(_pictured(made["fold.screen"]))["fold.screen.page-1.png"]
    assert board.height > quiet.height
    assert not any(colour == accent for _, colour in quiet.getcolors(1 << 24) or ())


def test_lines_can_be_told_apart_in_grey_by_their_form(made: dict[str, File]) -> None:
    forms = {}
    for severity in ("error", "warning", "note"):
        board = _pictures(_pictured(made["fold.screen"], _found((100, 300, 200, 340), 1, severity)))[
            "fold.screen.page-1.png"
        ]
        row = page.HEAD + round(300 * 110 / 72) - 4
        columns = range(page.MARGIN + round(100 * 110 / 72), page.MARGIN + round(200 * 110 / 72))
        forms[severity] = "".join("x" if board.convert("L").getpixel((x, row)) < 150 else " " for x in columns)  # type: ignore[operator]
    assert len({form.count(" x") for form in forms.values()}) == 3
    assert " " not in forms["error"]


def test_the_same_file_gives_the_same_bytes(made: dict[str, File]) -> None:
    pictured, look = _pictured(made["fold.desk"], _found((100, 300, 200, 340))), read_look(ROOT / "styles")
    assert list(proofs(look, pictured)) == list(proofs(look, pictured))


def test_what_lies_on_no_page_stands_under_the_first_and_what_waits_is_counted(made: dict[str, File]) -> None:
    waiting = tuple(
        codes.NOT_REVIEWED.at(Place("content/program.yaml", line), "x", severity=Severity.WARNING) for line in range(40)
    )
    plain = _pictures(_pictured(made["fold.screen"]))
    told = _pictures(_pictured(made["fold.screen"], about=waiting))
    first, second = "fold.screen.page-1.png", "fold.screen.page-2.png"
    assert plain[first].height < told[first].height < plain[first].height + 80
    assert plain[second].size == told[second].size


def test_a_project_without_tokens_and_fonts_gets_a_plain_proof(made: dict[str, File], tmp_path: Path) -> None:
    look = read_look(tmp_path / "styles")
    assert (dict(look.colours), look.text) == (ROLES, None)
    assert len(_pictures(_pictured(made["fold.screen"]), tmp_path / "styles")) == 2


def test_the_house_s_own_faces_and_colours_are_used() -> None:
    look = read_look(ROOT / "styles")
    assert look.text is not None
    assert look.title is not None
    assert look.text.name == "PlainZero-Regular.ttf"
    assert look.title.name.startswith("SourceSerif4Display")
    assert look["--accent"] == (0xA6, 0x4F, 0x2C)


def test_words_wrap_at_the_measure_and_a_word_that_is_too_wide_is_broken() -> None:
    look = read_look(ROOT / "styles")
    lines = wrapped(look, "one two " + "x" * 200, "text", 15, 120)
    assert lines[0] == "one two"
    assert "".join(lines[1:]) == "x" * 200
    assert all(look.font("text", 15).getlength(line) <= 120 for line in lines)


@pytest.mark.usefixtures("run")
def test_proof_writes_every_page_and_names_each_on_stdout(mini: Miniature) -> None:
    stale = mini.write("out/fold/proof/fold.screen.finding-07-OVR-201.png", b"old")
    other = mini.write("out/fold/proof/notes.txt", b"mine")
    result = _call(mini, "proof", "fold")
    assert result.exit_code == 0
    names = [
        "fold.screen.page-1.png",
        "fold.screen.page-2.png",
        "fold.desk.page-1.png",
        "fold.desk.page-2.png",
        "fold.desk-instructions.page-1.png",
    ]
    assert result.stdout.splitlines() == [str(mini.out / "fold/proof" / name) for name in names]
    assert not stale.exists()
    assert other.exists()
    assert {path.name for path in (mini.out / "fold/proof").iterdir()} == {*names, "notes.txt"}
    assert not (mini.out / "manifest.json").exists()
    before = {name: (mini.out / "fold/proof" / name).read_bytes() for name in names}
    _call(mini, "proof", "fold", "--out", str(mini.root / "other"))
    assert before == {name: (mini.root / "other/fold/proof" / name).read_bytes() for name in names}


@pytest.mark.usefixtures("run")
def test_an_overset_piece_has_a_proof_with_a_crop_and_exit_code_1(mini: Miniature) -> None:
    mini.replace("content/ketamine.yaml", "Ketamine is not approved", LONG + "Ketamine is not approved")
    result = _call(mini, "proof", "fold", "--for", "screen")
    assert result.exit_code == 1
    assert "OVR-201 error: the panel 'front' is overset" in result.stdout
    names = {path.name for path in (mini.out / "fold/proof").iterdir()}
    assert {"fold.screen.page-1.png", "fold.screen.page-2.png"} < names
    assert any(name.endswith("-OVR-201.png") for name in names)
    assert not any(".desk" in name for name in names)
    assert not list((mini.out / "fold").glob("*.pdf"))


@pytest.mark.usefixtures("run")
def test_errors_in_the_words_do_not_keep_a_proof_from_being_made(mini: Miniature) -> None:
    mini.replace("content/program.yaml", "Call us at {", "TODO call us at {")
    assert "EDT" in _call(mini, "check", "fold").stdout
    result = _call(mini, "proof", "fold", "--for", "screen")
    assert result.exit_code == 1
    assert (mini.out / "fold/proof/fold.screen.page-1.png").exists()
    assert mini.build("fold", look=True).published == ()


@pytest.mark.usefixtures("run")
def test_without_pages_the_findings_are_told_and_no_old_picture_stays(mini: Miniature) -> None:
    _call(mini, "proof", "fold", "--for", "screen")
    mini.replace("content/brochures/fold.yaml", "- statement: program.call", "- statement: program.cal")
    result = _call(mini, "proof", "fold")
    assert result.exit_code == 1
    assert "RES-101 error" in result.stdout
    assert ".png" not in result.stdout
    assert not list((mini.out / "fold/proof").iterdir())


def test_a_proof_that_cannot_be_written_is_a_finding(mini: Miniature) -> None:
    report = mini.build("fold", publish=False, force=True, editions=("screen",))
    mini.write("out/fold", b"a file stands where the folder should be")
    paths, findings = draw_pages(mini.project, "fold", report.files, report.about("fold"))
    assert paths == ()
    assert [finding.code for finding in findings] == ["PUB-101"]


@pytest.mark.usefixtures("run")
@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["proof"], "SLUG"),
        (["proof", "flod"], "there is no piece 'flod'"),
        (["proof", "pack", "--for", "desk"], "Its editions are: screen"),
        (["check", "--layout", "--format", "json"], "JSON is a list of findings"),
    ],
)
def test_wrong_usage_is_exit_code_2(mini: Miniature, arguments: list[str], words: str) -> None:
    result = _call(mini, *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert words in result.stderr


def test_the_tables_say_what_was_measured(made: dict[str, File]) -> None:
    for one in made.values():
        rows = list(fill_rows(one))
        assert [(int(row[2]), int(row[4]), float(row[5])) for row in rows] == [
            (fill.page, fill.words, fill.percent) for fill in one.fill
        ]
    assert [row[3] for row in fill_rows(made["fold.screen"])] == [fill.region for fill in made["fold.screen"].fill]
    assert {row[3] for row in fill_rows(made["pack.screen"])} == {""}
    assert {row[2] for row in grid_rows(made["fold.screen"])} == {"1", "2"}
    assert all(int(row[4]) >= int(row[5]) for row in grid_rows(made["fold.screen"]))
    assert list(grid_rows(made["pack.screen"])) == []


@pytest.mark.usefixtures("run")
def test_check_layout_ends_with_the_tables(mini: Miniature) -> None:
    result = _call(mini, "check", "fold", "--layout", "--jobs", "2")
    assert result.exit_code == 0
    tables = [table.splitlines() for table in result.stdout.strip().split("\n\n")]
    assert [table[0].split() for table in tables] == [" ".join(head).split() for head in (FILL, GRID, FIT)]
    assert len(tables[0]) == 1 + 6 + 6 + 1
    assert all(line.rstrip() == line for table in tables for line in table)
    assert len({line.index(name) for line, name in ((line, line.split()[1]) for line in tables[0])}) == 1
    assert tables[2][1].endswith("as designed")
    assert not mini.out.exists()


@pytest.mark.usefixtures("run")
def test_check_layout_of_nothing_says_so(mini: Miniature) -> None:
    mini.replace("content/brochures/fold.yaml", "- statement: program.call", "- statement: program.cal")
    result = _call(mini, "check", "fold", "--layout")
    assert result.exit_code == 1
    assert result.stdout.endswith("\nno page was laid out: the findings say why\n")
    assert survey([]) == "no page was laid out: the findings say why"


def test_columns_of_a_table_are_aligned() -> None:
    assert as_table([("a", "bb", "c"), ("dd", "1", "")], frozenset({1})) == "a   bb  c\ndd   1"
