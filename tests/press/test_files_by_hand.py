"""The press stage on small files made by hand: what it takes out, what it writes, and what a sheet with copies keeps of its card."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name
from PIL import Image

from brochures.compose.html import Composition
from brochures.design.imposition import ParentSheet
from brochures.design.inks import Inks, Spot
from brochures.design.styles import Styles
from brochures.findings import BrochureError, Finding, Severity
from brochures.load.model.printers import Standard
from brochures.pdf.file import File
from brochures.press import PressSetup, press, unclaimed
from brochures.press.image_conversion import Darkroom, Shot
from brochures.press.output_intent import Condition, read_profile
from brochures.press.step_and_repeat import impose
from brochures.press.to_inks import Recolourer
from brochures.project.paths import ROOT
from tests.miniature import Miniature
from tests.preflight.press.handmade import press_piece
from tests.separations.handmade import Made

RIVER, DIE = (14, 74, 88), (255, 0, 255)
IN_RIVER = "0.054902 0.290196 0.345098"
IN_DIE = "1 0 1"
INKS = Inks({RIVER: (1.0, 0.0, 0.0, 0.62), DIE: Spot("Die", 1.0, (0.0, 1.0, 0.0, 0.0), "cutting")}, {})
NOTE = Finding("LAY-201", Severity.NOTE, "a note")


@pytest.fixture(scope="module")
def piece(tmp_path_factory: pytest.TempPathFactory) -> Composition:
    return press_piece(Miniature.copied_to(tmp_path_factory.mktemp("files") / "project"))


def _setup(piece: Composition, folder: Path, **wishes: Any) -> PressSetup:
    assert piece.job.print_shop is not None
    printer = piece.job.print_shop.printer.model_copy(update=wishes)
    condition = Condition("CGATS", "in words", "coated", 300, b"a profile")
    return PressSetup(printer, condition, INKS, Darkroom(condition, folder))


def _page(bleed: float = 9) -> Made:
    """Return a file of two pages with all that is for a screen, and a figure in its structure."""
    made = Made((792, 612), bleed=bleed)
    for _ in range(2):
        made.page(f"{IN_RIVER} rg 20 20 50 50 re f")
    root = made.pdf.Root
    for key in ("Names", "Dests", "AA", "AcroForm", "ViewerPreferences"):
        root[f"/{key}"] = Dictionary(HideToolbar=True)
    root.OpenAction = Array([])
    figure = made.pdf.make_indirect(Dictionary(S=Name.Figure, A=Dictionary(BBox=[1, 2, 3, 4]), K=Array()))
    root.StructTreeRoot = Dictionary(Type=Name.StructTreeRoot, K=Array([figure]))
    return made


def _marks(content: str, pages: int = 2) -> bytes:
    marks = Made((810, 630))
    for number in range(1, pages + 1):
        marks.page(f"{content} % {number}")
    return marks.written()


def _pressed(piece: Composition, folder: Path, made: Made, marks: bytes | None = None, **wishes: Any) -> File:
    return press(File(piece, made.written(), 2, (NOTE,)), _setup(piece, folder, **wishes), marks)


def test_what_only_a_screen_knows_is_taken_out(piece: Composition, tmp_path: Path) -> None:
    done = _pressed(piece, tmp_path, _page())
    with pikepdf.open(io.BytesIO(done.data)) as pdf:
        assert not {"/Names", "/Dests", "/OpenAction", "/AA", "/AcroForm"} & set(pdf.Root.keys())
        preferences: Any = pdf.Root.ViewerPreferences
        assert {name: bool(value) for name, value in preferences.items()} == {"/DisplayDocTitle": True}
        assert "/StructTreeRoot" in pdf.Root
    assert (done.findings, done.claim) == ((NOTE,), Standard.X4)
    assert done.builds == {(1.0, 0.0, 0.0, 0.62), (0.0, 1.0, 0.0, 0.0)}


@pytest.mark.parametrize(("standard", "version", "grouped"), [(Standard.X4, "1.6", True), (Standard.X1A, "1.4", False)])
def test_a_file_is_written_as_its_standard_asks(
    piece: Composition, tmp_path: Path, standard: Standard, version: str, *, grouped: bool
) -> None:
    done = _pressed(piece, tmp_path, _page(), standard=standard)
    assert done.claim is standard
    with pikepdf.open(io.BytesIO(done.data)) as pdf:
        assert pdf.pdf_version == version
        assert ["/Group" in page.obj for page in pdf.pages] == [grouped] * 2
        (intent,) = pdf.Root.OutputIntents
        assert str(intent.OutputConditionIdentifier) == "CGATS"
        assert ("/GTS_PDFXVersion" in pdf.trailer.Info) is not grouped
    freed = unclaimed(done)
    assert freed.claim is None
    with pikepdf.open(io.BytesIO(freed.data)) as pdf:
        assert b"GTS_PDFXVersion>" not in pdf.Root.Metadata.read_bytes()
        assert "/GTS_PDFXVersion" not in pdf.trailer.Info


@pytest.mark.parametrize(("bleed", "box"), [(9, [1, 2, 3, 4]), (0, [10, 11, 12, 13])])
def test_the_boxes_of_figures_move_with_the_page(
    piece: Composition, tmp_path: Path, bleed: float, box: list[float]
) -> None:
    done = _pressed(piece, tmp_path, _page(bleed))
    with pikepdf.open(io.BytesIO(done.data)) as pdf:
        assert [float(edge) for edge in pdf.Root.StructTreeRoot.K[0].A.BBox] == box
        assert [float(edge) for edge in pdf.pages[0].trimbox] == [9, 9, 801, 621]


def test_each_page_has_its_own_marks_below_it(piece: Composition, tmp_path: Path) -> None:
    done = _pressed(piece, tmp_path, _page(), _marks(f"{IN_RIVER} RG 1 w 0 0 m 9 9 l S"))
    with pikepdf.open(io.BytesIO(done.data)) as pdf:
        for number, page in enumerate(pdf.pages, 1):
            first, *rest = page.Contents.read_bytes().decode().split("\n")
            assert first == f"/Artifact BMC q /PressMarks{number} Do Q EMC"
            assert any("re" in line for line in rest)
            drawn = page.Resources.XObject[f"/PressMarks{number}"]
            assert "1 0 0 .62 K" in drawn.read_bytes().decode().replace("0.62", ".62")


def test_marks_in_a_colour_that_no_token_names_are_refused(piece: Composition, tmp_path: Path) -> None:
    with pytest.raises(BrochureError) as refused:
        _pressed(piece, tmp_path, _page(), _marks("0 1 0 RG 0 0 m 9 9 l S"))
    assert {one.code for one in refused.value.findings} == {"PRS-103"}


# ---------------------------------------------------------------- how a print shop prints


def _profile(tags: tuple[bytes, ...] = (b"A2B0", b"B2A0"), count: int | None = None) -> bytes:
    body = bytes(8) + b"prtrCMYK" + bytes(16) + b"acsp" + bytes(88)
    body += (len(tags) if count is None else count).to_bytes(4, "big") + b"".join(tag + bytes(8) for tag in tags)
    return (len(body) + 4).to_bytes(4, "big") + body


def test_a_shop_prints_by_its_own_profile_or_by_that_of_its_condition(piece: Composition, tmp_path: Path) -> None:
    mini = Miniature.copied_to(tmp_path / "project")
    shop = piece.job.print_shop
    assert shop is not None
    styles = Styles.read(mini.project.styles)
    form = piece.job.format

    def refused(**wishes: Any) -> str:
        with pytest.raises(BrochureError) as wrong:
            PressSetup.of(replace(shop, printer=shop.printer.model_copy(update=wishes)), form, styles, tmp_path)
        return wrong.value.findings[0].message.partition(" cannot")[0]

    assert refused() == "the profile 'none.icc'"
    assert refused(profile="/nowhere/own.icc") == "the profile '/nowhere/own.icc'"
    mini.write("styles/profiles/none.icc", _profile())
    mini.write("own.icc", _profile((b"A2B0", b"B2A0", b"desc")))
    setup = PressSetup.of(shop, form, styles, tmp_path / "kept")
    assert setup.condition == Condition("CGATS21-2-CRPC6", "GRACoL coated", "coated", 300, _profile())
    assert setup.darkroom == Darkroom(setup.condition, tmp_path / "kept")
    assert setup.printer == shop.printer
    own = shop.printer.model_copy(update={"profile": str(mini.root / "own.icc"), "ink_limit": 240})
    theirs = PressSetup.of(replace(shop, printer=own), form, styles, tmp_path)
    assert theirs.condition.profile == _profile((b"A2B0", b"B2A0", b"desc"))
    assert theirs.condition.ink_limit == 240


@pytest.mark.parametrize(
    ("data", "trouble"),
    [
        (_profile((b"desc",) * 198 + (b"A2B0", b"B2A0")), ""),
        (_profile((b"desc",) * 199 + (b"A2B0", b"B2A0")), "lacks its tables"),
        (_profile((b"A2B0", b"B2A0"), 1), "lacks its tables"),
        (_profile(())[:131], "is not an ICC profile"),
        (_profile(())[:128], "is not an ICC profile"),
        (_profile(()), "lacks its tables"),
    ],
)
def test_a_profile_is_read_as_far_as_its_table_goes(
    piece: Composition, tmp_path: Path, data: bytes, trouble: str
) -> None:
    file = tmp_path / "a.icc"
    file.write_bytes(len(data).to_bytes(4, "big") + data[4:])
    if not trouble:
        assert len(read_profile(file, "a.icc", piece.job.place)) == len(data)
        return
    with pytest.raises(BrochureError, match=trouble):
        read_profile(file, "a.icc", piece.job.place)


# ---------------------------------------------------------------- copies on a sheet

PARENT = ParentSheet(300, 200, 100, 50, columns=2, rows=2, gutter=18, bleed=9, upright=True)


def _card() -> Made:
    """Return a press file of a card whose drawings share the resources of its pages, and so hold each other."""
    made = Made((100, 50), bleed=9)
    marked = "/P <</MCID 0>> BDC 0 0 0 1 k 1 1 5 5 re f EMC"
    group = Dictionary(S=Name.Transparency)
    made.name("XObject", "Inner", made.form(marked, StructParent=4))
    made.name("XObject", "Image", made.image(b"\0", (1, 1), Name.DeviceGray))
    made.name("XObject", "Outer", made.form(f"{marked} /Inner Do", Group=group, StructParents=5))
    tile = made.stream(marked, PatternType=1, PaintType=1, TilingType=1, XStep=5, YStep=5, BBox=[0, 0, 5, 5], Resources=made.resources)  # fmt: skip
    made.name("Pattern", "Tile", tile)
    for number in range(2):
        made.page(f"{marked} /Outer Do /Pattern cs /Tile scn 0 0 9 9 re f", BleedBox=[1, 2, 117, 66], StructParents=number, Group=group)  # fmt: skip
    root = made.pdf.Root
    root.StructTreeRoot, root.MarkInfo = Dictionary(K=Array()), Dictionary(Marked=True)
    root.Outlines, root.PageMode = Dictionary(Count=0), Name.UseOutlines
    return made


@pytest.mark.parametrize(("standard", "grouped"), [(Standard.X4, True), (Standard.X1A, False)])
def test_a_sheet_keeps_of_its_card_what_is_painted(
    piece: Composition, tmp_path: Path, standard: Standard, *, grouped: bool
) -> None:
    card = File(piece, _card().written(), 2, (NOTE,), claim=standard, builds=frozenset({(0.0, 0.0, 0.0, 1.0)}))
    made = impose(card, PARENT, _marks("0 g 0 0 5 5 re f"), _setup(piece, tmp_path, standard=standard))
    assert (made.single, made.parent, made.claim, made.builds) == (card, PARENT, standard, card.builds)
    assert (made.composition, made.pages, made.findings) == (piece, 2, (NOTE,))
    with pikepdf.open(io.BytesIO(made.data)) as pdf:
        assert len(pdf.pages) == 2
        assert not {"/StructTreeRoot", "/MarkInfo", "/Outlines", "/PageMode"} & set(pdf.Root.keys())
        for number, page in enumerate(pdf.pages, 1):
            assert ("/Group" in page.obj) is grouped
            assert [float(edge) for edge in page.obj.MediaBox] == [0, 0, 300, 200]
            assert [float(edge) for edge in page.obj.TrimBox] == [41, 41, 259, 159]
            assert [float(edge) for edge in page.obj.BleedBox] == [32, 32, 268, 168]
            mark, *copies = page.Contents.read_bytes().decode().strip().split("\n")
            assert mark == f"/Artifact BMC q /PressMarks{number} Do Q EMC"
            assert len(copies) == 4
            form = page.Resources.XObject.Card
            assert [float(edge) for edge in form.BBox] == [1, 2, 117, 66]
            inner: Any = form.Resources
            outer = inner.XObject.Outer
            for stream in (form, outer, outer.Resources.XObject.Inner, inner.Pattern.Tile):
                assert not {"/StructParent", "/StructParents"} & set(stream.keys())
                assert b"BDC" not in stream.read_bytes()
                assert b"re" in stream.read_bytes()
            assert "/Group" not in form
            assert "/Group" in outer


# ---------------------------------------------------------------- colours of a page


def _screen(family: Any) -> Any:
    return lambda _: Array([family, Dictionary(WhitePoint=[0.96, 1, 0.82])])


def _worked(content: str, **named: Any) -> tuple[list[str], Made, Recolourer]:
    """Return the lines of a page with ``content`` after the work on it; what it names is made by ``named`` of the file."""
    made = Made()
    for kind, things in named.items():
        for name, thing in things.items():
            made.name(kind, name, thing(made) if callable(thing) else thing)
    made.name("ExtGState", "None", Dictionary())
    made.page(content)
    work = Recolourer(made.pdf, INKS)
    work.pages()
    return _lines(made.pdf.pages[0].obj.Contents), made, work


def _lines(stream: Any) -> list[str]:
    return [
        " ".join([*(str(operand).removeprefix("/") for operand in one.operands), str(one.operator)])
        for one in pikepdf.parse_content_stream(stream)
    ]


SPACES: dict[str, Any] = {
    "Spot": lambda made: made.spot("Gold"),
    "Cal": _screen(Name.CalRGB),
    "Lab": _screen(Name.Lab),
}


@pytest.mark.parametrize(
    ("content", "written"),
    [
        ("0.1 0.2 0.3 0.4 k 0 0 9 9 re f", ["0.1 0.2 0.3 0.4 k"]),
        ("0.1 0.2 0.3 0.4 K 0 0 9 9 re S", ["0.1 0.2 0.3 0.4 K"]),
        ("/Spot cs 0.5 scn 0 0 9 9 re f", ["Spot cs", "0.5 scn"]),
        ("/Spot CS 0.5 SCN 0 0 9 9 re S", ["Spot CS", "0.5 SCN"]),
        ("/Spot cs 0.5 sc 0 0 9 9 re f", ["Spot cs", "0.5 sc"]),
        ("/Spot CS 0.5 SC 0 0 9 9 re S", ["Spot CS", "0.5 SC"]),
        ("/DeviceCMYK cs 0.1 0.2 0.3 0.4 sc 0 0 9 9 re f", ["DeviceCMYK cs", "0.1 0.2 0.3 0.4 sc"]),
        (f"{IN_RIVER} rg 0 0 9 9 re f", ["1 0 0 0.62 k"]),
        (f"{IN_RIVER} RG 0 0 9 9 re S", ["1 0 0 0.62 K"]),
        (f"/DeviceRGB cs {IN_RIVER} sc 0 0 9 9 re f", ["1 0 0 0.62 k"]),
        (f"/DeviceRGB CS {IN_RIVER} SC 0 0 9 9 re S", ["1 0 0 0.62 K"]),
        (f"/Cal cs {IN_RIVER} scn 0 0 9 9 re f", ["1 0 0 0.62 k"]),
        (f"/Cal CS {IN_RIVER} SCN 0 0 9 9 re S", ["1 0 0 0.62 K"]),
        ("0.25 g 0 0 9 9 re f", ["0 0 0 0.75 k"]),
        ("0.25 G 0 0 9 9 re S", ["0 0 0 0.75 K"]),
        (f"{IN_DIE} rg 0 0 9 9 re f", ["PressSpot0 cs", "1 scn"]),
        (f"{IN_DIE} RG 0 0 9 9 re S", ["PressSpot0 CS", "1 SCN"]),
        ("0 0 9 9 re f", ["0 0 0 1 k", "0 0 0 1 K"]),
        ("0 0 9 9 re S", ["0 0 0 1 k", "0 0 0 1 K"]),
    ],
)
def test_each_way_to_choose_a_colour_comes_out_in_inks(content: str, written: list[str]) -> None:
    lines, _, work = _worked(content, ColorSpace=SPACES)
    chosen = {"k", "K", "g", "G", "rg", "RG", "cs", "CS", "sc", "SC", "scn", "SCN"}
    assert [line for line in lines if line.split()[-1] in chosen] == written
    assert work.colours.strays == []


def test_spaces_of_screens_that_nothing_uses_any_more_are_dropped() -> None:
    _, made, _ = _worked("0 g 0 0 9 9 re f", ColorSpace=SPACES)
    assert list(made.resources.ColorSpace) == ["/Spot"]


@pytest.mark.parametrize(
    ("words", "cut"), [(f"{IN_RIVER} rg {IN_DIE} RG", False), (f"{IN_DIE} rg {IN_RIVER} RG", True)]
)
def test_words_are_judged_by_what_fills_them(words: str, *, cut: bool) -> None:
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    lines, _, _ = _worked(f"{words} BT /F 9 Tf (a) Tj ET", Font={"F": font})
    assert ("OC PressCutting BDC" in lines) is cut
    assert ("EMC" in lines) is cut


@pytest.mark.parametrize(
    ("paint", "settings"),
    [
        ("1 0 0 4 0 0 cm 0 G 1 w 0 0 m 9 9 l S", "PressOverprint gs"),
        ("3 0 0 4 0 0 cm 0 G 1 w 0 0 m 9 9 l S", "PressKnockout gs"),
        ("0 G 1.9 w 0 0 m 9 9 l S", "PressOverprint gs"),
        ("0 g 0 0 50 1.9 re f", "PressOverprint gs"),
        ("0 g 0 0 50 1.9 re f*", "PressOverprint gs"),
        ("0 g 1 G 3 w 0 0 50 1.9 re B", "PressKnockout gs"),
        ("1 g 0 G 1 w 0 0 50 50 re B", "PressOverprintLines gs"),
    ],
)
def test_black_that_is_thin_as_it_is_printed_overprints(paint: str, settings: str) -> None:
    lines, _, _ = _worked(paint)
    assert [line for line in lines if line.endswith(" gs")] == [settings]


def test_a_soft_mask_is_set_in_greys_of_the_same_lightness() -> None:
    def mask(made: Made) -> Any:
        group = made.form("1 0.5 0 rg 0 1 0.5 RG 0 0 1 1 k 0 0 9 9 re B", Group=Dictionary(S=Name.Transparency, CS=Name.DeviceRGB))  # fmt: skip
        return Dictionary(SMask=Dictionary(S=Name.Luminosity, G=group))

    _, made, work = _worked("/M gs 0 g 0 0 9 9 re f /M gs", ExtGState={"M": mask, "Unused": mask})
    group: Any = made.resources.ExtGState.M.SMask.G
    assert _lines(group)[:3] == ["0.595 g", "0.645 G", "0 0 1 1 k"]
    assert str(group.Group.CS) == "/DeviceGray"
    untouched: Any = made.resources.ExtGState.Unused.SMask.G
    assert _lines(untouched)[0] == "1 0.5 0 rg"
    assert str(untouched.Group.CS) == "/DeviceRGB"
    assert work.colours.strays == []


def _tile(made: Made) -> Any:
    return made.stream(f"{IN_RIVER} rg 0 1 0 rg 0 0 2 2 re f", PatternType=1, PaintType=1, TilingType=1, XStep=5, YStep=5, BBox=[0, 0, 5, 5], Resources=Dictionary())  # fmt: skip


def _ramp(*ends: list[float], **about: Any) -> Any:
    return Dictionary(FunctionType=2, Domain=[0, 1], N=1, C0=ends[0], C1=ends[1], **about)


def _shading(function: Any, space: Any = Name.DeviceRGB) -> Any:
    return Dictionary(ShadingType=2, ColorSpace=space, Coords=[0, 0, 1, 0], Function=function)


RED, WATER = [1.0, 0.0, 0.0], [14 / 255, 74 / 255, 88 / 255]


def test_patterns_and_gradients_that_a_page_uses_are_set_in_inks_once() -> None:
    patterns = {
        "T": _tile,
        "Unused": _tile,
        "G": lambda made: made.pdf.make_indirect(Dictionary(PatternType=2, Shading=_shading(_ramp(WATER, RED)))),
    }
    content = "/Pattern cs /T scn 0 0 9 9 re f /T scn 0 0 9 9 re f /G scn 0 0 9 9 re f /S sh"
    _, made, work = _worked(content, Pattern=patterns, Shading={"S": _shading(_ramp(WATER, WATER)), "Not": _shading(_ramp(WATER, WATER))})  # fmt: skip
    pattern: Any = made.resources.Pattern
    assert _lines(pattern.T)[0] == "1 0 0 0.62 k"
    assert _lines(pattern.Unused)[0].endswith(" rg")
    assert [float(part) for part in pattern.G.Shading.Function.C0] == [1, 0, 0, 0.62]
    shading: Any = made.resources.Shading
    assert (str(pattern.G.Shading.ColorSpace), str(shading.S.ColorSpace)) == ("/DeviceCMYK", "/DeviceCMYK")
    assert str(shading.Not.ColorSpace) == "/DeviceRGB"
    assert {(one.colour, one.page, one.where) for one in work.colours.strays} == {
        ("#00ff00", 1, "the page, pattern /T"),
        ("#ff0000", 1, "the page, gradient /G"),
    }


@pytest.mark.parametrize(
    ("function", "stray"),
    [
        (_ramp(WATER, RED), "#ff0000"),
        (_ramp(RED, WATER), "#ff0000"),
        (Dictionary(FunctionType=3, Functions=[_ramp(WATER, WATER), _ramp(WATER, RED)], Domain=[0, 1], Bounds=[0.5], Encode=[0, 1, 0, 1]), "#ff0000"),
        (Array([_ramp([0.0], [1.0])] * 3), "a gradient with a function for each colour"),
        (Dictionary(FunctionType=4, Domain=[0, 1]), "a gradient of function type 4"),
        (Dictionary(FunctionType=0, Domain=[0, 1]), "a gradient of function type 0"),
        (_ramp([0.0, 0.0, 0.0, 1.0], WATER), None),
    ],
)  # fmt: skip
def test_the_colours_of_a_gradient_that_no_token_names_are_told(function: Any, stray: str | None) -> None:
    _, _, work = _worked("/S sh", Shading={"S": _shading(function)})
    assert [one.colour for one in work.colours.strays] == ([stray] if stray else [])
    assert {one.where for one in work.colours.strays} <= {"the page, gradient /S"}


def test_a_gradient_in_inks_stays_as_it_is() -> None:
    ramp = _ramp([0.0, 0.0, 0.0, 1.0], [1.0, 0.0, 0.0, 0.0])
    _, made, work = _worked("/S sh", Shading={"S": _shading(ramp, Name.DeviceCMYK)})
    assert [float(part) for part in made.resources.Shading.S.Function.C1] == [1, 0, 0, 0]
    assert work.colours.strays == []


def test_images_and_drawings_that_a_page_draws_are_listed_with_the_first_page_and_their_name() -> None:
    made = Made()
    image = made.image(b"abc", (1, 1), Name.DeviceRGB)
    made.name("XObject", "I", image)
    made.name("XObject", "Not", made.image(b"abc", (1, 1), Name.DeviceRGB))
    made.name("XObject", "D", made.form(f"{IN_RIVER} rg 0 0 9 9 re f", Group=Dictionary(S=Name.Transparency, CS=Name.DeviceRGB)))  # fmt: skip
    made.page("")
    made.page("/I Do /D Do")
    made.page("/I Do /D Do")
    work = Recolourer(made.pdf, INKS)
    work.pages()
    assert [(one.objgen, page, name) for one, page, name in work.images] == [(image.objgen, 2, "I")]
    assert _lines(made.resources.XObject.D)[0] == "1 0 0 0.62 k"
    assert str(made.resources.XObject.D.Group.CS) == "/DeviceCMYK"


def test_a_grey_keeps_four_digits() -> None:
    lines, _, _ = _worked("0.1234 g 0 0 9 9 re f")
    assert "0 0 0 0.8766 k" in lines


# ---------------------------------------------------------------- pictures


@pytest.fixture(scope="module")
def coated() -> Condition:
    profile = (ROOT / "styles" / "profiles" / "TR006_coated.icc").read_bytes()
    return Condition("CGATS", "in words", "coated", 300, profile)


def _stripes(mode: str) -> Image.Image:
    picture = Image.new("RGB", (16, 16), (255, 0, 0))
    for x in range(0, 16, 2):
        picture.paste((0, 0, 255), (x, 0, x + 1, 16))
    return picture.convert(mode)


def test_a_photograph_stays_one_with_all_of_its_colours(coated: Condition, tmp_path: Path) -> None:
    made = Made()
    written = io.BytesIO()
    _stripes("RGB").save(written, "JPEG", quality=95, subsampling=0)
    photo: Any = made.image(written.getvalue(), (16, 16), Name.DeviceRGB, Filter=Name.DCTDecode, Intent=Name.Perceptual)
    shot = Darkroom(coated, tmp_path).convert(photo, 2, "P")
    assert shot == Shot(16, 16, "RGB", see_through=False, page=2, resource="P")
    assert (str(photo.Filter), str(photo.ColorSpace), int(photo.BitsPerComponent)) == ("/DCTDecode", "/DeviceCMYK", 8)
    assert [int(edge) for edge in photo.Decode] == [1, 0] * 4
    assert "/Intent" not in photo
    inked = Image.open(io.BytesIO(photo.read_raw_bytes()))
    assert (inked.mode, inked.size) == ("CMYK", (16, 16))
    assert {(across, down) for _, across, down, _ in inked.layer} == {(1, 1)}  # type: ignore[attr-defined]
    fine = io.BytesIO()
    Image.new("CMYK", (16, 16)).save(fine, "JPEG", quality=92)
    assert inked.quantization == Image.open(fine).quantization  # type: ignore[attr-defined]
    (kept,) = tmp_path.iterdir()
    assert (kept.suffix, kept.read_bytes()) == (".jpg", photo.read_raw_bytes())


def test_any_other_picture_is_stored_without_loss_and_made_once(coated: Condition, tmp_path: Path) -> None:
    made, darkroom = Made(), Darkroom(coated, tmp_path)
    pictures: list[Any] = [
        made.image(_stripes("RGB").tobytes(), (16, 16), Name.DeviceRGB, SMask=made.image(bytes(256), (16, 16), Name.DeviceGray)),
        made.image(_stripes("RGB").tobytes(), (16, 16), Name.DeviceRGB, Decode=[0, 1, 0, 1, 0, 1]),
    ]  # fmt: skip
    shots = [darkroom.convert(one, 1, "P") for one in pictures]
    assert [shot is not None and shot.see_through for shot in shots] == [True, False]
    (kept,) = tmp_path.iterdir()
    assert kept.suffix == ".zlib"
    for one in pictures:
        assert (str(one.Filter), str(one.ColorSpace)) == ("/FlateDecode", "/DeviceCMYK")
        assert "/Decode" not in one
        data = one.read_bytes()
        assert len(data) == 16 * 16 * 4
        blue, red = data[:4], data[4:8]
        assert (blue[0] > 200, red[0] < 60, red[1] > 200, red[2] > 200) == (True, True, True, True)
    assert [darkroom.convert(made.image(b"\0", (1, 1), space), 1, "P") for space in (Name.DeviceGray,)] == [None]
    assert darkroom.convert(made.image(b"\0", (1, 1), None, bits=1, ImageMask=True), 1, "P") is None
    inks: Any = made.image(bytes(4), (1, 1), Name.DeviceCMYK)
    assert darkroom.convert(inks, 3, "P") == Shot(1, 1, "CMYK", see_through=False, page=3, resource="P")
    assert inks.read_bytes() == bytes(4)
    assert len(list(tmp_path.iterdir())) == 1
