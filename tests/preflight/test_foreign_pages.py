"""Pages of somebody else in the finished file: there, whole, once, in order, in their frame; and each way in which they may not be is told."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pikepdf
import pytest
from pikepdf import Dictionary, Name

from brochures.pdf.file import File
from brochures.pipeline import Report
from brochures.preflight import examine
from brochures.project.edition import Edition
from tests.facts import Facts
from tests.foreign import PACK, PACK_OF_NOTICE, foreign_pdf, with_part
from tests.miniature import Miniature, codes_of, errors_of

pytestmark = pytest.mark.slow

LINES = [
    ["Notice of", "practices."],
    [f"Line {number} of page two." for number in range(1, 30)],
    ["The last page."],
    [],
]
FAMILIES = frozenset({"Atkinson Hyperlegible"})


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> tuple[Miniature, Report]:
    """Return the miniature project whose packet holds four pages of somebody else, the last without words, built once."""
    mini = Miniature.copied_to(tmp_path_factory.mktemp("foreign") / "project")
    with_part(mini, foreign_pdf(*LINES), more="    says: [A page with nothing on it.]\n", pages=8)
    mini.replace(PACK, "editions: [screen]", "editions: [screen, desk]")
    return mini, mini.build("pack")


def _made(shown: tuple[Miniature, Report], edition: Edition = Edition.SCREEN) -> File:
    made = [one for one in shown[1].made if isinstance(one, File)]
    return next(one for one in made if one.composition.edition is edition)


def _told(made: File) -> list[tuple[str, int, str]]:
    found = [finding for one in examine(made, FAMILIES) for finding in one.findings]
    return [(one.code, one.page, one.message) for one in found if one.code.startswith("PRE-14")]


def test_a_packet_with_them_is_made_and_only_notes_are_told(shown: tuple[Miniature, Report]) -> None:
    mini, report = shown
    head = "LAY-201"  # the miniature's own head is too near the edge for an office printer
    assert errors_of(report.findings) == []
    assert sorted(set(codes_of(report.findings)) - {head}) == ["RES-705", "RES-709"]
    for edition in ("screen", "desk"):
        assert len(mini.facts(f"pack.{edition}").sizes) == 8


def test_each_page_is_one_figure_that_says_its_words_under_the_title_of_the_part(
    shown: tuple[Miniature, Report],
) -> None:
    facts = shown[0].facts("pack.screen")
    said = [figure.alt for figure in facts.tree.all("Figure") if "age" in figure.alt or "practices" in figure.alt]
    assert (said[0], said[2:]) == ("Notice of practices.", ["The last page.", "A page with nothing on it."])
    assert said[1].startswith("Line 1 of page two. Line 2 of page two.")
    assert ("Their notice", 3) in [(title, page) for _, title, page in facts.outline]


@pytest.mark.parametrize("edition", [Edition.SCREEN, Edition.DESK])
def test_what_was_placed_passes(shown: tuple[Miniature, Report], edition: Edition) -> None:
    assert _told(_made(shown, edition)) == []


def _changed(made: File, change: Callable[[pikepdf.Pdf], None]) -> File:
    with pikepdf.open(io.BytesIO(made.data)) as pdf:
        change(pdf)
        written = io.BytesIO()
        pdf.save(written, deterministic_id=True)
    return replace(made, data=written.getvalue())


def _form(pdf: pikepdf.Pdf, turn: int) -> tuple[pikepdf.Page, Any]:
    name = f"/Foreign{turn}"
    page = next(page for page in pdf.pages if name in page.obj.Resources.get("/XObject", Dictionary()))
    return page, page.obj.Resources.XObject[name]


def _inner(pdf: pikepdf.Pdf, turn: int) -> Any:
    return _form(pdf, turn)[1].Resources.XObject["/Page"]


def _in_content(turn: int, old: bytes, new: bytes) -> Callable[[pikepdf.Pdf], None]:
    def change(pdf: pikepdf.Pdf) -> None:
        page, _ = _form(pdf, turn)
        page.contents_coalesce()
        data = page.Contents.read_bytes()
        assert data.count(old) == 1
        page.Contents = pdf.make_stream(data.replace(old, new))

    return change


def _swapped(pdf: pikepdf.Pdf) -> None:
    (one, first), (other, second) = _form(pdf, 1), _form(pdf, 2)
    one.obj.Resources.XObject["/Foreign1"], other.obj.Resources.XObject["/Foreign2"] = second, first


def _words_gone(pdf: pikepdf.Pdf) -> None:
    inner = _inner(pdf, 2)
    inner.write(inner.read_bytes().replace(b"Line 7 of", b"Line 8 of"))


def _painted_over(pdf: pikepdf.Pdf) -> None:
    inner = _inner(pdf, 3)
    inner.write(inner.read_bytes() + b"\n0.5 g 100 100 200 200 re f")


def _moved(pdf: pikepdf.Pdf) -> None:
    inner = _form(pdf, 1)[1]
    inner.Matrix = pikepdf.Array([1, 0, 0, 1, 0, 0])
    page, _ = _form(pdf, 1)
    page.contents_add(b"q 1 0 0 1 0 40 cm", prepend=True)
    page.contents_add(b"Q")
    page.contents_coalesce()


def _acts(pdf: pikepdf.Pdf) -> None:
    _inner(pdf, 1).AA = Dictionary()


def _bare_font(pdf: pikepdf.Pdf) -> None:
    del _inner(pdf, 1).Resources.Font.F.FontDescriptor.FontFile2


def _layer(pdf: pikepdf.Pdf) -> None:
    _inner(pdf, 1).OC = Dictionary(Type=Name.OCG)


HARMED: dict[str, tuple[Callable[[pikepdf.Pdf], None], list[tuple[str, int]]]] = {
    "a page that is not there": (_in_content(2, b"/Foreign2 Do", b""), [("PRE-140", 0)]),
    "a page twice": (_in_content(2, b"/Foreign2 Do", b"/Foreign2 Do /Foreign2 Do"), [("PRE-140", 0), ("PRE-140", 4)]),
    "another order": (_swapped, [("PRE-140", 3), ("PRE-140", 4), ("PRE-141", 3), ("PRE-141", 4)]),
    "other words": (_words_gone, [("PRE-141", 4)]),
    "something painted over it": (_painted_over, [("PRE-140", 5)]),
    "a page that was moved": (_moved, [("PRE-142", 3)]),
    "what acts": (_acts, [("PRE-143", 3)]),
    "a layer": (_layer, [("PRE-143", 3)]),
    "a font that is not embedded": (_bare_font, [("PRE-143", 3), ("PRE-143", 4), ("PRE-143", 5)]),
}


@pytest.mark.parametrize(("change", "wanted"), HARMED.values(), ids=HARMED)
def test_each_other_is_refused(
    shown: tuple[Miniature, Report], change: Callable[[pikepdf.Pdf], None], wanted: list[tuple[str, int]]
) -> None:
    told = [(code, page) for code, page, _ in _told(_changed(_made(shown), change))]
    assert set(wanted) <= set(told)


EDGES: dict[str, tuple[int, bytes, str]] = {
    "a little lower": (1, b"1 0 0 1 0 -0.9 cm", ""),
    "lower": (1, b"1 0 0 1 0 -1.4 cm", "PRE-142"),
    "a little smaller": (1, b".995 0 0 .995 0 0 cm", ""),
    "smaller": (1, b".992 0 0 .992 0 0 cm", "PRE-142"),
    "a little gray": (4, b"q .93 g 100 200 200 200 re f Q", ""),
    "gray": (4, b"q .88 g 100 200 200 200 re f Q", "PRE-140"),
}


@pytest.mark.parametrize(("turn", "painted", "code"), EDGES.values(), ids=EDGES)
def test_each_number_has_a_page_just_inside_and_one_just_outside(
    shown: tuple[Miniature, Report], turn: int, painted: bytes, code: str
) -> None:
    name = b"/Foreign%d Do" % turn
    made = _changed(_made(shown), _in_content(turn, name, painted + b" " + name))
    told = {one for one, _, _ in _told(made)} & ({"PRE-142"} if turn == 1 else {"PRE-140"})
    assert told == ({code} if code else set())


def test_a_page_that_is_stretched_is_refused(shown: tuple[Miniature, Report]) -> None:
    def stretched(pdf: pikepdf.Pdf) -> None:
        _, form = _form(pdf, 1)
        page, _ = _form(pdf, 1)
        assert form.BBox
        page.contents_coalesce()
        data = page.Contents.read_bytes()
        page.Contents = pdf.make_stream(data.replace(b"/Foreign1 Do", b"1 0 0 .98 0 0 cm /Foreign1 Do"))

    assert ("PRE-142", 3, "page 1 of 'notice.pdf' is turned or stretched") in _told(_changed(_made(shown), stretched))


def test_words_beside_them_are_read_as_ever(shown: tuple[Miniature, Report]) -> None:
    """What is put onto a page of ours, and into no placed page, is a stray word."""

    def stray(pdf: pikepdf.Pdf) -> None:
        page, _ = _form(pdf, 1)
        page.obj.Resources.Font["/Theirs"] = _inner(pdf, 1).Resources.Font.F
        page.contents_add(b"Q Q Q BT /Theirs 12 Tf 1 0 0 1 400 715 Tm (stray) Tj ET")

    made = _changed(_made(shown), stray)
    found = [finding.code for one in examine(made, FAMILIES) for finding in one.findings]
    assert "PRE-202" in found


def test_another_file_makes_the_packet_anew(tmp_path_factory: pytest.TempPathFactory) -> None:
    mini = Miniature.copied_to(tmp_path_factory.mktemp("anew") / "project")
    with_part(mini, foreign_pdf(["One page."]))
    assert errors_of(mini.build("pack").findings) == []
    assert mini.told == ["pack (screen)"]
    mini.build("pack")
    assert mini.told == []
    mini.write(PACK_OF_NOTICE, foreign_pdf(["One page. "]))
    mini.build("pack")
    assert mini.told == ["pack (screen)"]
    assert isinstance(mini.facts("pack.screen"), Facts)
