"""Plates beside those that Ghostscript makes, and letters beside where PDFium finds them: of pages by hand, and of a piece of ours."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Operator, String

from brochures.preflight.extracted_text import read
from brochures.separations import separations, things
from tests.real import RealDocuments
from tests.separations.ghostscript import LEVEL, Plates, difference_off_edges, mean_difference, plates_by_ghostscript
from tests.separations.handmade import Made, jpeg, typed

PPI, FINE_PPI = 100, 300
SIZE = (216, 108)
"""Whole pixels at that fineness."""

Compared = tuple[list[Plates], list[Plates]]

UNDER = "0 .2 .6 0 k 0 0 216 108 re f "
PAGES = {
    "process": ".2 .4 .6 .1 k 18 18 108 54 re f 0 0 0 1 k 54 27 108 63 re f .5 g 27 81 108 18 re f",
    "overprint": "/On gs 0 0 0 1 k 18 18 36 36 re f /Zero gs 81 18 36 36 re f /Off gs 144 18 36 36 re f /On gs 0 g 18 63 36 36 re f",
    "spots": "/Spot cs .7 scn /On gs 18 18 36 72 re f /Off gs 81 18 36 72 re f /On gs .5 0 0 0 k 36 36 90 18 re f 0 g 36 63 90 18 re f",
    "all": "/All cs .7 scn 18 18 36 36 re f /Two cs .3 .6 scn 81 18 36 36 re f /On gs 144 18 36 36 re f",
    "alpha": "/Half gs 1 0 0 0 k 18 18 36 36 re f 0 g 81 18 36 36 re f /On gs 0 0 0 1 k 144 18 36 36 re f",
    "text": f"/On gs 0 0 0 1 k BT /F 24 Tf 10 70 Td {typed('Water')} Tj 1 0 0 .5 k /Off gs 0 -40 Td {typed('Woods')} Tj ET",
    "forms": "1 0 0 0 k /Out Do q 1 0 0 1 117 9 cm /Half gs /Group Do Q",
    "groups": "/Spot cs .7 scn /On gs 0 0 216 54 re f 1 0 0 1 9 9 cm /Over Do /Half gs 1 0 0 1 99 0 cm /Over Do",
    "images": " ".join(
        f"q 36 0 0 36 {9 + 45 * (at % 4)} {63 - 45 * (at // 4)} cm /{name} Do Q"
        for at, name in enumerate(("Cmyk", "Gray", "Bits", "Gold", "Index", "Mask", "Veiled", "Jpeg"))
    ),
    "shadings": "q 0 0 99 27 re W n /Axis sh Q q 0 45 99 63 re W n /Round sh Q /Pattern cs /Slope scn 126 18 72 72 re f",
    "tilings": "/Pattern cs /Tile scn 18 18 72 72 re f /Plain cs 0 .3 0 .9 /Bare scn 126 18 72 72 re f",
    "soft mask": "/Veil gs 1 .5 0 0 k 18 18 180 72 re f",
    "glyphs": "1 0 0 .2 k BT /Drawn 36 Tf 18 18 Td (aba) Tj ET",
    "clips": "q 54 54 m 108 99 l 162 54 l 108 9 l h W n 1 0 0 0 k 0 0 216 63 re f Q 0 1 0 0 K 6 w [10 5] 0 d 9 18 m 99 90 l S",
}


def _resources(made: Made) -> None:
    made.overprints()
    made.name("ExtGState", "Half", Dictionary(ca=0.5, CA=0.5))
    made.name("Font", "F", made.font())
    made.name("ColorSpace", "Spot", made.spot("Gold"))
    made.name("ColorSpace", "All", made.spot("All"))
    tint = made.stream("{0 0 0}", FunctionType=4, Domain=[0, 1] * 2, Range=[0, 1] * 4)
    made.name("ColorSpace", "Two", Array([Name.DeviceN, Array([Name.Cyan, Name.Gold]), Name.DeviceCMYK, tint]))
    group = Dictionary(S=Name.Transparency, CS=Name.DeviceCMYK, I=True)
    made.name(
        "XObject",
        "In",
        made.form("0 1 0 0 k 0 0 54 54 re f 0 0 0 1 K 6 w 9 9 36 36 re S", Matrix=[0.5, 0, 0, 0.5, 9, 9]),
    )
    made.name(
        "XObject", "Out", made.form("0 0 81 81 re f /In Do q 1 0 0 1 36 36 cm /In Do Q", Matrix=[1, 0, 0, 1, 9, 9])
    )
    made.name("XObject", "Group", made.form("1 0 0 0 k 0 0 54 54 re f 0 1 0 0 k 27 27 54 54 re f", Group=group))
    made.name("XObject", "Over", made.form("1 0 0 0 k 0 0 54 54 re f /On gs 0 0 0 1 k 27 27 54 54 re f", Group=group))
    _images(made)
    _patterns(made)
    sloping = Dictionary(FunctionType=2, Domain=[0, 1], C0=[0], C1=[1], N=1)
    made.name(
        "Shading",
        "Veil",
        Dictionary(ShadingType=2, ColorSpace=Name.DeviceGray, Coords=[0, 0, 216, 0], Function=sloping),
    )
    veil = made.form("/Veil sh", (0, 0, *SIZE), Group=Dictionary(S=Name.Transparency, CS=Name.DeviceGray))
    made.name("ExtGState", "Veil", Dictionary(SMask=Dictionary(S=Name.Luminosity, G=veil)))
    square, wedge = "1000 0 0 0 750 750 d1 0 0 750 750 re f", "1000 0 d0 0 1 0 0 k 0 0 m 375 750 l 750 0 l f"
    drawings = Dictionary(a=made.stream(square), b=made.stream(wedge))
    font = Dictionary(
        Type=Name.Font, Subtype=Name.Type3, FontBBox=[0, 0, 1000, 1000], FontMatrix=[0.001, 0, 0, 0.001, 0, 0], FirstChar=97,
        LastChar=98, Widths=[1000, 1000], CharProcs=drawings, Encoding=Dictionary(Differences=Array([97, Name.a, Name.b])),
        Resources=Dictionary(),
    )  # fmt: skip
    made.name("Font", "Drawn", made.pdf.make_indirect(font))


def _images(made: Made) -> None:
    inks = bytes(value for y in range(4) for x in range(4) for value in (x * 60, y * 60, (x + y) % 2 * 255, 40))
    steps = bytes(range(0, 256, 16))
    veil = made.image(bytes([255, 0, 128, 255]), (2, 2), Name.DeviceGray)
    index = Array([Name.Indexed, Name.DeviceCMYK, 1, String(bytes([0, 128, 0, 0, 0, 0, 255, 255]))])
    made.name("XObject", "Cmyk", made.image(inks, (4, 4), Name.DeviceCMYK))
    made.name("XObject", "Veiled", made.image(inks, (4, 4), Name.DeviceCMYK, SMask=veil))
    made.name("XObject", "Gray", made.image(steps, (4, 4), Name.DeviceGray))
    made.name("XObject", "Gold", made.image(steps, (4, 4), made.spot("Gold")))
    made.name("XObject", "Bits", made.image(b"\xa0\x40\xa0\x40", (4, 4), Name.DeviceGray, 1))
    made.name("XObject", "Index", made.image(b"\x40\x80", (2, 2), index, 1))
    made.name("XObject", "Mask", made.image(b"\xa0\x40\xa0\x40", (4, 4), None, 1, ImageMask=True))
    photo = jpeg("CMYK", (8, 8), (51, 102, 0, 153))
    made.name("XObject", "Jpeg", made.image(photo, (8, 8), Name.DeviceCMYK, Filter=Name.DCTDecode, Decode=[1, 0] * 4))


def _patterns(made: Made) -> None:
    one = Dictionary(FunctionType=2, Domain=[0, 1], C0=[1, 0, 0, 0], C1=[0, 0, 1, 0.5], N=1)
    other = Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 1, 0.5], C1=[0, 0.5, 0, 1], N=2)
    both = Dictionary(FunctionType=3, Domain=[0, 1], Functions=Array([one, other]), Bounds=[0.5], Encode=[0, 1, 0, 1])
    axis = Dictionary(
        ShadingType=2, ColorSpace=Name.DeviceCMYK, Coords=[0, 0, 99, 0], Function=both, Extend=[True, True]
    )
    made.name("Shading", "Axis", axis)
    circles = [54, 72, 0, 54, 72, 27]
    made.name("Shading", "Round", Dictionary(ShadingType=3, ColorSpace=Name.DeviceCMYK, Coords=circles, Function=one))
    made.name("Pattern", "Slope", Dictionary(PatternType=2, Shading=axis, Matrix=[0.8, 0.2, 0, 1, 117, 0]))
    tile = {
        "PatternType": 1,
        "TilingType": 1,
        "BBox": [0, 0, 36, 36],
        "XStep": 36,
        "YStep": 36,
        "Resources": Dictionary(),
    }
    made.name(
        "Pattern", "Tile", made.stream("1 0 0 0 k 0 0 18 18 re f 0 1 0 .5 k 18 18 18 18 re f", PaintType=1, **tile)
    )
    made.name("Pattern", "Bare", made.stream("0 0 18 18 re f", PaintType=2, **tile))
    made.name("ColorSpace", "Plain", Array([Name.Pattern, Name.DeviceCMYK]))


@pytest.fixture(scope="module")
def by_hand(tmp_path_factory: pytest.TempPathFactory) -> Compared:
    made = Made(SIZE)
    _resources(made)
    for content in PAGES.values():
        made.page(UNDER + content)
    data = made.written()
    ours = [dict(plates) for plates in separations(data, PPI, "trim")]
    return ours, plates_by_ghostscript(data, PPI, tmp_path_factory.mktemp("plates"))


@pytest.mark.parametrize("page", PAGES)
def test_plates_are_those_of_another_maker(by_hand: Compared, page: str) -> None:
    ours, theirs = (pages[list(PAGES).index(page)] for pages in by_hand)
    for name, plate in ours.items():
        if name != "All":
            assert mean_difference(plate, theirs[name]) < 1.5, name
            assert difference_off_edges(plate, theirs[name]) <= LEVEL, name


@pytest.fixture(scope="module")
def piece(real: RealDocuments) -> bytes:
    """A rack card of ours as a reader gets it on the screen."""
    return real.path("treatment-day-card.screen").read_bytes()


def _in_inks(data: bytes) -> bytes:
    """Return a file with every colour turned round into inks, neutral ones into black alone."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        forms = [one for one in pdf.objects if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Form"]
        for form in forms:
            form.write(_content_in_inks(form))
        for page in pdf.pages:
            page.obj.Contents = pdf.make_stream(_content_in_inks(page.obj))
        out = io.BytesIO()
        pdf.save(out)
    return out.getvalue()


def _content_in_inks(content: pikepdf.Object) -> bytes:
    told: list[object] = []
    for one in pikepdf.parse_content_stream(content):
        operator = {"rg": "k", "RG": "K"}.get(str(one.operator))
        if operator is None:
            told.append(one)
            continue
        red, green, blue = (round(1 - float(value), 4) for value in list(one.operands))
        inks = [0, 0, 0, red] if red == green == blue else [red, green, blue, 0]
        told.append((inks, Operator(operator)))
    return pikepdf.unparse_content_stream(told)  # type: ignore[arg-type]


def test_the_plates_of_a_piece_are_those_of_another_maker(real: RealDocuments, tmp_path: Path) -> None:
    """At a finer resolution: each reader smooths the edges of letters in its own way, and a page of text is full of them."""
    data = _in_inks(real.path("family-guide.screen").read_bytes())
    theirs = plates_by_ghostscript(data, FINE_PPI, tmp_path)
    for ours, others in zip(separations(data, FINE_PPI, "trim"), theirs, strict=True):
        assert any(plate.getextrema() != (0, 0) for plate in ours.values())
        for name, plate in ours.items():
            assert mean_difference(plate, others[name]) < 1.5, name
            assert difference_off_edges(plate, others[name]) <= LEVEL, name


def test_the_letters_of_a_piece_stand_where_another_reader_finds_them(piece: bytes) -> None:
    found = things(piece)
    letters = [one for one in found if one.lettering and one.lettering.codes]
    runs = read(piece, look=False)
    assert len(runs) > 50
    for run in runs:
        around = (one.box for one in letters if one.where.page == run.page)
        assert any(max(run.box.past(box).values()) < 1 for box in around), run.shown
    assert {one.lettering.face.embedded for one in letters if one.lettering} == {True}
    assert all(one.shows for one in letters)


def test_without_the_other_maker_a_comparison_fails_and_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(pytest.fail.Exception, match=r"Ghostscript is missing.*readers"):
        plates_by_ghostscript(b"", PPI, tmp_path)
