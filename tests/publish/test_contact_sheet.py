from __future__ import annotations

import io
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest
from click.testing import CliRunner, Result
from PIL import Image, ImageChops

import build as program
from brochures.project.paths import ROOT, Project
from brochures.proofs import draw_contact_sheet, exhibit, read_look
from brochures.proofs.canvas import Board
from brochures.proofs.contact_sheet_layout import CAPTION, GAP, MARGIN, WIDTH, Exhibit, ShelfKind, shelves
from brochures.proofs.subject import measured
from brochures.publish.contact_sheet import contact_sheet
from tests.miniature import TODAY, Miniature

pytestmark = pytest.mark.slow

LOOK = read_look(ROOT / "styles")

BY = "\N{MULTIPLICATION SIGN}"

Colour = tuple[int, int, int]

RED, GREEN, BLUE, VIOLET = (214, 30, 40), (20, 160, 60), (40, 60, 220), (150, 30, 170)


def _paper(colour: Colour, width: float, height: float, pages: int = 1) -> bytes:
    """Return a file whose pages, in inches, are printed all over in ``colour``; pages after the fourth are of no other."""
    file = pikepdf.new()
    red, green, blue = (part / 255 for part in colour)
    for _ in range(pages):
        page = file.add_blank_page(page_size=(width * 72, height * 72))
        page.Contents = file.make_stream(
            f"{red:.4f} {green:.4f} {blue:.4f} rg 0 0 {width * 72} {height * 72} re f".encode()
        )
    written = io.BytesIO()
    file.save(written)
    return written.getvalue()


def _exhibit(width: float, height: float, pages: int, audience: str = "patient", title: str = "A piece") -> Exhibit:
    return Exhibit(title, "a-format", audience, b"", ((width * 72, height * 72),) * pages)


def _opened(path: Path) -> Image.Image:
    return Image.open(io.BytesIO(path.read_bytes()))


def _drawn(picture: Image.Image, colour: Colour) -> tuple[int, int, int, int]:
    """Return the box of what is printed in ``colour``."""
    far = ImageChops.difference(picture.convert("RGB"), Image.new("RGB", picture.size, colour))
    near = far.convert("L").point(lambda value: 255 if value < 12 else 0)
    box = near.getbbox()
    assert box is not None
    return box


FAMILY = [
    _exhibit(11, 8.5, 2, title="A fold"),
    _exhibit(3.5, 2, 2, title="A card"),
    _exhibit(8.5, 11, 16, title="A guide"),
    _exhibit(5.5, 8.5, 12, title="A booklet"),
    _exhibit(11, 17, 1, title="A poster"),
    _exhibit(8.5, 11, 35, "clinician", "A packet"),
    _exhibit(17, 11, 2, "clinician", "A large fold"),
]


def test_papers_are_drawn_at_one_scale() -> None:
    papers = {RED: (11, 17), GREEN: (3.5, 2), BLUE: (8.5, 11), VIOLET: (4, 9)}
    picture = draw_contact_sheet(
        LOOK, [exhibit("A paper", "a-format", "patient", _paper(colour, *size)) for colour, size in papers.items()]
    )
    boxes = {colour: _drawn(picture, colour) for colour in papers}
    scale = (boxes[RED][3] - boxes[RED][1]) / 17
    for colour, (width, height) in papers.items():
        left, top, right, bottom = boxes[colour]
        assert right - left == pytest.approx(width * scale, abs=3), colour  # a hairline lies on each edge
        assert bottom - top == pytest.approx(height * scale, abs=3), colour
    assert len({box[3] for box in boxes.values()}) == 1, "they stand on one shelf"


def test_every_page_of_a_family_has_one_scale_and_a_place_of_its_own() -> None:
    scale, found = shelves(FAMILY)
    assert {piece.exhibit for shelf in found for piece in shelf.pieces} == set(FAMILY)
    for shelf in found:
        boxes = [box for piece in shelf.pieces for box in piece.boxes(1000)]
        sizes = [one.exhibit.pages[number] for one in shelf.pieces for number in range(len(one.spots))]
        for (left, top, right, bottom), (width, height) in zip(boxes, sizes, strict=True):
            assert (right - left, bottom - top) == (round(width * scale), round(height * scale))
            assert MARGIN <= left < right <= WIDTH - MARGIN
            assert 1000 - shelf.height <= top < bottom <= 1000
        for number, one in enumerate(boxes):
            for other in boxes[:number]:
                assert one[0] >= other[2] or one[1] >= other[3] or other[1] >= one[3]
        for before, after in pairwise(shelf.pieces):
            assert after.left == before.left + max(before.width, CAPTION) + GAP, "captions keep apart"


def test_rows_hold_one_kind_each_and_say_it_once() -> None:
    _, found = shelves(FAMILY)
    assert [shelf.heading for shelf in found if shelf.heading] == list(ShelfKind)
    titles = {
        kind: [one.exhibit.title for shelf in found for one in shelf.pieces if shelf.kind is kind] for kind in ShelfKind
    }
    assert titles == {
        ShelfKind.TAKE: ["A fold", "A card", "A guide", "A booklet"],
        ShelfKind.PUT_UP: ["A poster"],
        ShelfKind.CLINICIANS: ["A large fold", "A packet"],
    }


def test_short_pieces_are_shown_whole_and_long_ones_by_as_many_pages_as_there_is_room_for() -> None:
    for family in (FAMILY, [_exhibit(8.5, 11, 35)], [_exhibit(3, 2, 6)]):
        _, found = shelves(family)
        for shelf in found:
            for one in shelf.pieces:
                count = len(one.exhibit.pages)
                assert len(one.spots) == count if count <= 4 else 2 <= len(one.spots) <= count
            room = WIDTH - MARGIN - max(box[2] for one in shelf.pieces for box in one.boxes(0))
            growing = [one for one in shelf.pieces if len(one.spots) < len(one.exhibit.pages)]
            assert not growing or room < max(one.spots[0].width for one in growing) + GAP


def test_the_sides_of_a_fold_hang_below_each_other_in_the_order_of_the_file() -> None:
    _, (shelf,) = shelves([_exhibit(11, 8.5, 2)])
    outside, inside = shelf.pieces[0].boxes(1000)
    assert outside[3] < inside[1]
    assert inside[3] == 1000


def test_a_page_that_is_wider_than_the_sheet_makes_everything_smaller() -> None:
    banner, card = _exhibit(90, 20, 1), _exhibit(9, 2, 2, "clinician")
    _, found = shelves([banner, card])
    boxes = {shelf.kind: shelf.pieces[0].boxes(0) for shelf in found}
    (banner_box,) = boxes[ShelfKind.PUT_UP]
    assert banner_box[2] <= WIDTH - MARGIN
    card_box = boxes[ShelfKind.CLINICIANS][0]
    assert banner_box[2] - banner_box[0] == pytest.approx(10 * (card_box[2] - card_box[0]), abs=10)


def test_a_piece_s_caption_names_it_its_format_its_paper_and_how_much_of_it_is_shown(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    said: list[str] = []
    write = Board.write

    def listening(
        board: Board, x: int, y: int, words: str, face: str = "text", *, size: int = 15, role: str = ""
    ) -> int:
        said.append(words.replace(BY, "x"))
        return write(board, x, y, words, face, size=size, role=role)

    monkeypatch.setattr(Board, "write", listening)
    draw_contact_sheet(
        LOOK,
        [
            exhibit("A large poster", "tabloid-poster", "patient", _paper(RED, 11, 17)),
            exhibit("A thick packet", "letter-packet", "clinician", _paper(BLUE, 8.5, 11, 35)),
        ],
        ["fold"],
    )
    assert said == [
        "The family in print", "2 pieces, all at one scale", "10 in",
        "For everyone, to put up", "A large poster", "Tabloid poster, 11 x 17 in", "one side",
        "For clinicians", "A thick packet", "Letter packet, 8.5 x 11 in", "first 6 of 35 pages",
        "Not shown, because of errors: fold",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("width", "height", "words"),
    [
        (11 * 72, 8.5 * 72, "11 x 8.5 in"),
        (3.5 * 72, 2 * 72, "3.5 x 2 in"),
        (3.6875 * 72, 8.5 * 72, "3.6875 x 8.5 in"),
        (297 / 25.4 * 72, 210 / 25.4 * 72, "297 x 210 mm"),
        (85 / 25.4 * 72, 55 / 25.4 * 72, "85 x 55 mm"),
    ],
)
def test_a_paper_is_measured_as_its_trade_does(width: float, height: float, words: str) -> None:
    assert measured(width, height).replace(BY, "x") == words


def test_a_project_without_tokens_and_fonts_gets_a_plain_sheet(tmp_path: Path) -> None:
    shown = [exhibit("A fold", "mini-roll", "patient", _paper(RED, 11, 8.5, 2))]
    assert draw_contact_sheet(read_look(tmp_path / "styles"), shown).width == WIDTH


@dataclass
class Counter:
    """The command line at a miniature project, on a day that never changes."""

    mini: Miniature

    def __call__(self, *arguments: str) -> Result:
        return CliRunner().invoke(
            program.main, ["proof", *arguments, "--root", str(self.mini.root)], prog_name="build.py"
        )

    @property
    def sheet(self) -> Path:
        return self.mini.out / "contact-sheet.png"


@pytest.fixture
def proof(mini: Miniature, monkeypatch: pytest.MonkeyPatch) -> Counter:
    opened = Project.open
    monkeypatch.setattr(Project, "open", lambda root=None, out=None, today=None: opened(root, out, today or TODAY))
    return Counter(mini)


def test_the_contact_sheet_is_built_first_then_drawn_and_its_path_printed(proof: Counter) -> None:
    first = proof("--contact-sheet")
    assert (first.exit_code, first.stdout) == (0, f"{proof.sheet}\n")
    assert first.stderr.splitlines() == ["set pack (screen)", "set fold (screen)", "set fold (desk)", "set fold (desk-instructions)"]  # fmt: skip
    picture = proof.sheet.read_bytes()
    assert _opened(proof.sheet).width == WIDTH
    assert len(picture) < 400_000
    again = proof("--contact-sheet")
    assert (again.exit_code, again.stdout, again.stderr) == (0, f"{proof.sheet}\n", "")
    assert proof.sheet.read_bytes() == picture


def test_it_goes_where_somebody_says_and_is_the_same_everywhere(
    proof: Counter, built: Miniature, tmp_path: Path
) -> None:
    here, there = tmp_path / "pictures" / "family.png", tmp_path / "other"
    assert proof("--contact-sheet", str(here)).stdout == f"{here}\n"
    assert not proof.sheet.exists()
    assert proof("--contact-sheet", "--out", str(there)).stdout == f"{there / 'contact-sheet.png'}\n"
    elsewhere = tmp_path / "elsewhere.png"
    assert contact_sheet(built.project, elsewhere, built.project.slugs()) == ((elsewhere,), ())
    assert here.read_bytes() == (there / "contact-sheet.png").read_bytes() == elsewhere.read_bytes()


def test_a_piece_with_errors_is_missing_and_said_to_be(proof: Counter) -> None:
    proof("--contact-sheet")
    whole = _opened(proof.sheet)
    proof.mini.replace("content/program.yaml", "Call us at {", "TODO call us at {")
    proof.mini.replace("content/packets/pack.yaml", "reading: fold", "blocks: [{statement: program.outpatient}]")
    result = proof("--contact-sheet")
    assert result.exit_code == 1
    assert "EDT-304 error" in result.stdout
    assert result.stdout.endswith(f"\n{proof.sheet}\n")
    rest = _opened(proof.sheet)
    assert rest.height < whole.height
    foot = rest.convert("RGB").crop((0, rest.height - 60, rest.width, rest.height))
    _drawn(foot, read_look(proof.mini.project.styles)["--accent"])


def test_without_a_single_whole_piece_there_is_no_picture(proof: Counter) -> None:
    proof.mini.append("content/clinic.yaml", "phon: 847-555-0101\n")
    result = proof("--contact-sheet")
    assert result.exit_code == 1
    assert "LOD-201 error" in result.stdout
    assert ".png" not in result.stdout
    assert not proof.mini.out.exists()


def test_a_file_that_was_changed_since_is_not_shown(built: Miniature, tmp_path: Path) -> None:
    project = Project.open(built.root, tmp_path / "out", TODAY)
    project.out.mkdir()
    (project.out / "manifest.json").write_bytes((built.out / "manifest.json").read_bytes())
    assert contact_sheet(project, tmp_path / "family.png", project.slugs()) == ((), ())


def test_a_picture_that_cannot_be_written_is_a_finding(built: Miniature, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"a file stands where the folder should be")
    paths, findings = contact_sheet(built.project, tmp_path / "file" / "family.png", built.project.slugs())
    assert paths == ()
    assert [finding.code for finding in findings] == ["PUB-101"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "name a piece (SLUG), or ask for all of them in one picture with --contact-sheet"),
        (["fold", "--contact-sheet"], "leave one out"),
        (["--contact-sheet", "fold"], "'fold' does not end in .png"),
        (["--contact-sheet", "--for", "screen"], "leave out --for"),
    ],
)
def test_a_proof_of_neither_or_both_is_wrong_usage(proof: Counter, arguments: list[str], words: str) -> None:
    result = proof(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert words in result.stderr
    assert not proof.mini.out.exists()


def test_the_readme_shows_the_family_to_those_who_see_it_and_those_who_do_not() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    words, _, rest = readme.partition("](docs/family.png)")
    assert rest
    assert len(words.rpartition("![")[2].split()) > 20
    assert "./build.py proof --contact-sheet docs/family.png" in rest
    picture = ROOT / "docs" / "family.png"
    assert _opened(picture).width == WIDTH
    assert picture.stat().st_size < 400_000
