"""The small parts of the press stage, each asked at its limits: profiles, overprint, inks, boxes, names, groups and what is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from brochures.compose.html import Composition
from brochures.design.formats import Room
from brochures.design.imposition import Copy, ParentSheet
from brochures.design.inks import BLACK, Inks, Spot
from brochures.design.literal_colours import Literal
from brochures.findings import BrochureError, Finding, Place, Severity
from brochures.geometry.box import Box
from brochures.geometry.pages import Art, MeasuredPage, MeasuredPages
from brochures.load.model.printers import Standard
from brochures.pdf.file import File
from brochures.press import _untold, label, page_boxes, saved
from brochures.press.flatten_groups import _Laid, ungroup
from brochures.press.image_conversion import Shot, _contents, _space
from brochures.press.ink_spaces import Colours, Stray, eight_bit, entry, is_rgb, is_screen, process
from brochures.press.output_intent import Condition, read_profile
from brochures.press.overprint import KNOCKS_OUT, LINE_OVERPRINTS, OVERPRINTS, THIN, enter, thickness, wanted
from brochures.press.pdfx_claim import Label, write_claim, write_intent
from brochures.press.press_findings import pictures, strays
from brochures.press.step_and_repeat import _drawn, _unmarked
from brochures.separations import Colour, Space, Unreadable, Where
from brochures.separations.colour import CMYK, GRAY, RGB
from brochures.separations.path import Path as Traced
from tests.layout.checks.handmade import composed
from tests.miniature import Miniature
from tests.separations.handmade import Made

PLACE = Place("content/printers.yaml", 3, 4)


def _profile(**changed: Any) -> bytes:
    """Return an output profile that is a header and a table of two tags, with some of it ``changed``."""
    about: dict[str, Any] = {
        "kind": b"prtr",
        "space": b"CMYK",
        "sign": b"acsp",
        "tags": (b"A2B0", b"B2A0"),
        "more": 0,
    } | changed
    tags = b"".join(tag + bytes(8) for tag in about["tags"])
    body: bytes = (
        bytes(8)
        + about["kind"]
        + about["space"]
        + bytes(16)
        + about["sign"]
        + bytes(88)
        + len(about["tags"]).to_bytes(4, "big")
        + tags
    )
    head: bytes = (len(body) + 4 + about["more"]).to_bytes(4, "big")
    return head + body


@pytest.mark.parametrize(
    ("data", "trouble"),
    [
        (_profile(), ""),
        (_profile(sign=b"acsx"), "is not an ICC profile"),
        (b"acsp" * 31 + b"abc", "is not an ICC profile"),
        (b"", "is not an ICC profile"),
        (_profile(more=1), "is broken: its header speaks of 157 bytes, the file has 156"),
        (_profile(space=b"RGB "), "is of the colour space RGB, not CMYK"),
        (_profile(kind=b"mntr"), "is of the class 'mntr', not 'prtr': it can't say how a press prints"),
        (_profile(tags=(b"A2B0",)), "lacks its tables (A2B0 and B2A0), so nothing can be converted by it"),
        (_profile(tags=(b"B2A0",)), "lacks its tables (A2B0 and B2A0), so nothing can be converted by it"),
        (_profile(tags=(b"desc", b"A2B0", b"B2A0")), ""),
    ],
)
def test_a_profile_is_looked_at_before_anything_is_printed_by_it(tmp_path: Path, data: bytes, trouble: str) -> None:
    file = tmp_path / "a.icc"
    file.write_bytes(data)
    if not trouble:
        assert read_profile(file, "a.icc", PLACE) == data
        return
    with pytest.raises(BrochureError) as refused:
        read_profile(file, "a.icc", PLACE)
    mend = "take the CMYK output profile that the print shop names"
    assert refused.value.findings == (
        Finding("PRS-102", Severity.ERROR, f"the profile 'a.icc' {trouble}", mend, PLACE),
    )


def test_a_profile_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(BrochureError) as refused:
        read_profile(tmp_path / "a.icc", "a.icc", PLACE)
    (found,) = refused.value.findings
    assert found.message == "the profile 'a.icc' cannot be read: No such file or directory"
    assert (found.help, found.place) == ("name a file in styles/profiles/, or a whole path", PLACE)


@pytest.mark.parametrize(
    ("operator", "fill", "stroke", "settings"),
    [
        *((operator, 99.0, None, OVERPRINTS) for operator in ("Tj", "TJ", "'", '"')),
        ("Tj", None, 1.0, KNOCKS_OUT),
        ("f", THIN - 0.01, None, OVERPRINTS), ("f", THIN, None, KNOCKS_OUT), ("f", None, None, KNOCKS_OUT),
        ("S", None, THIN - 0.01, OVERPRINTS), ("S", None, THIN, KNOCKS_OUT), ("S", 1.0, None, KNOCKS_OUT), ("f", None, 1.0, KNOCKS_OUT),
        ("B", 1.0, 1.0, OVERPRINTS), ("B", 9.0, 1.0, LINE_OVERPRINTS), ("B", None, 1.0, LINE_OVERPRINTS), ("B", 1.0, 9.0, KNOCKS_OUT),
        ("B", 1.0, None, KNOCKS_OUT), ("n", 1.0, 1.0, KNOCKS_OUT),
    ],
)  # fmt: skip
def test_black_type_and_thin_black_overprint(
    operator: str, fill: float | None, stroke: float | None, settings: Name
) -> None:
    assert wanted(operator, fill, stroke) == settings


def test_the_settings_of_overprint_are_entered_by_name() -> None:
    states = Dictionary()
    enter(states)
    told = {name: (bool(one.OP), bool(one.op), int(one.OPM), str(one.Type)) for name, one in states.items()}
    assert told == {
        "/PressOverprint": (True, True, 1, "/ExtGState"),
        "/PressKnockout": (False, False, 1, "/ExtGState"),
        "/PressOverprintLines": (True, False, 1, "/ExtGState"),
    }


def test_what_has_no_extent_is_as_thick_as_can_be() -> None:
    assert thickness(Traced(), "f") == float("inf")


def _colours() -> Colours:
    inks = Inks({(14, 74, 88): (1.0, 0.0, 0.0, 0.62), (0, 0, 1): Spot("Gold", 0.5, (0.2, 0.4, 0.6, 0.0))}, {})
    return Colours(pikepdf.new(), inks)


def test_a_colour_is_printed_as_its_token_or_told() -> None:
    colours = _colours()
    assert colours.build((14, 74, 88), 2, "the page") == (1.0, 0.0, 0.0, 0.62)
    assert colours.build((51, 51, 51), 2, "the page") == (0, 0, 0, 0.8)
    assert colours.strays == []
    assert colours.build((255, 0, 10), 2, "the page") == BLACK
    assert colours.strays == [Stray("#ff000a", 2, "the page")]


@pytest.mark.parametrize(
    ("space", "values", "build"),
    [
        (RGB, (14 / 255, 74 / 255, 88 / 255), (1.0, 0.0, 0.0, 0.62)),
        (RGB, (1, 0, 0), BLACK),
        (Space("CalRGB", 3), (0, 0, 0), (0, 0, 0, 1)),
        (Space("ICCBased", 3), (1, 1, 1), (0, 0, 0, 0)),
        (Space("ICCBased", 4), (1, 1, 1, 1), None),
        (GRAY, (0.25,), (0, 0, 0, 0.75)),
        (CMYK, (0.1, 0.2, 0.3, 0.4), (0.1, 0.2, 0.3, 0.4)),
        (Space("Lab", 3), (50, 0, 0), BLACK),
        (Space("Separation", 1, ("Gold",)), (1,), None),
    ],
)
def test_a_colour_of_a_page_is_known_by_what_it_is_printed_as(
    space: Space, values: tuple[float, ...], build: Any
) -> None:
    assert _colours().printed(Colour(space, values)) == build


def test_which_spaces_are_those_of_screens() -> None:
    spaces = [RGB, Space("CalRGB", 3), Space("ICCBased", 3), Space("ICCBased", 4), Space("Lab", 3), GRAY, CMYK]
    assert [is_rgb(space) for space in spaces] == [True, True, True, False, False, False, False]
    assert [is_screen(space) for space in spaces] == [True, True, True, False, True, False, False]


def test_a_spot_is_one_space_in_the_file_under_one_name_in_all_resources() -> None:
    colours = _colours()
    first, second = Dictionary(), Dictionary(ColorSpace=Dictionary())
    gold, silver = Spot("Gold", 1, (0.2, 0.4, 0.6, 0)), Spot("Silver", 1, (0, 0, 0, 0.5))
    names = [colours.separation(spot, one) for spot, one in ((gold, first), (silver, first), (gold, second))]
    assert [str(name) for name in names] == ["/PressSpot0", "/PressSpot1", "/PressSpot0"]
    assert first.ColorSpace.PressSpot0.objgen == second.ColorSpace.PressSpot0.objgen
    family, name, base, ramp = first.ColorSpace.PressSpot0
    assert (str(family), str(name), str(base)) == ("/Separation", "/Gold", "/DeviceCMYK")
    assert [float(part) for part in ramp.C1] == [0.2, 0.4, 0.6, 0]
    assert ([float(part) for part in ramp.C0], [float(part) for part in ramp.Domain]) == ([0, 0, 0, 0], [0, 1])
    assert (int(ramp.FunctionType), float(ramp.N)) == (2, 1)


def test_a_step_of_work_is_a_layer_that_the_catalog_names() -> None:
    colours = _colours()
    colours.write_layers()
    assert "/OCProperties" not in colours.pdf.Root
    resources = Dictionary()
    assert [str(colours.step(step, resources)) for step in ("cutting", "folding", "cutting")] == [
        "/PressCutting",
        "/PressFolding",
        "/PressCutting",
    ]
    colours.write_layers()
    layer: Any = resources.Properties.PressCutting
    assert (str(layer.Type), str(layer.Name)) == ("/OCG", "Cutting")
    assert (str(layer.GTS_Metadata.GTS_ProcStepsGroup), str(layer.GTS_Metadata.GTS_ProcStepsType)) == (
        "/Structural",
        "/Cutting",
    )
    told: Any = colours.pdf.Root.OCProperties
    assert (
        [one.objgen for one in told.OCGs]
        == [one.objgen for one in told.D.Order]
        == [one.objgen for one in colours.steps.values()]
    )
    assert (str(told.D.Name), str(told.D.BaseState)) == ("Default", "/ON")


def test_a_spot_in_process_inks_is_its_stand_in_as_much_as_its_tint() -> None:
    assert process(Spot("Gold", 0.3, (0.2, 0.4, 0.6, 1))) == (0.06, 0.12, 0.18, 0.3)
    assert process((0.1, 0.2, 0.3, 0.4)) == (0.1, 0.2, 0.3, 0.4)


def test_colours_of_a_page_are_whole_steps() -> None:
    assert eight_bit((14 / 255, 0.5, 1.5)) == (14, 128, 255)
    assert eight_bit((-1, 0, 0.0019)) == (0, 0, 0)


def test_an_entry_of_resources_is_made_where_there_is_none() -> None:
    resources = Dictionary(Font=Dictionary(F=1))
    assert list(entry(resources, "/Font")) == ["/F"]
    assert list(entry(resources, "/ColorSpace")) == []
    assert "/ColorSpace" in resources


@pytest.mark.parametrize(
    ("settings", "plainly"),
    [
        ({}, True), ({"ca": 1}, True), ({"ca": 0.5}, False), ({"CA": 0.5}, False), ({"ca": 1, "CA": 1}, True),
        ({"BM": Name.Normal}, True), ({"BM": Name.Compatible}, True), ({"BM": Name.Multiply}, False),
        ({"SMask": Name("/None")}, True), ({"SMask": Name("/Some")}, False),
    ],
)  # fmt: skip
def test_a_group_is_laid_plainly_where_nothing_shows_through_it(settings: dict[str, Any], *, plainly: bool) -> None:
    chosen = Dictionary({f"/{key}": value for key, value in settings.items()})
    assert _Laid().under(chosen).plainly is plainly
    faint = _Laid(solid=False, blended=True, masked=True)
    again = faint.under(Dictionary(ca=1, CA=1, BM=Name.Normal, SMask=Name("/None")))
    assert (again, faint.under(Dictionary())) == (_Laid(), faint)


def _pdf(pages: int = 1) -> pikepdf.Pdf:
    made = Made((200, 100), bleed=9)
    for _ in range(pages):
        made.page("0 0 5 5 re f", CropBox=[0, 0, 9, 9], ArtBox=[0, 0, 9, 9], Rotate=90, UserUnit=2, Annots=[])
    return made.pdf


@pytest.mark.parametrize(
    ("room", "media", "bleed", "trim", "before"),
    [
        (Room(9, 0), [0, 0, 218, 118], [0, 0, 218, 118], [9, 9, 209, 109], "q 0 0 218 118 re W n 1 0 0 1 0 0 cm"),
        (Room(9, 27), [0, 0, 272, 172], [27, 27, 245, 145], [36, 36, 236, 136], "q 27 27 218 118 re W n 1 0 0 1 27 27 cm"),
        (Room(8.50394, 0.5), [0, 0, 218.0079, 118.0079], [0.5, 0.5, 217.5079, 117.5079], [9.0039, 9.0039, 209.0039, 109.0039], "q 0.5 0.5 217.0079 117.0079 re W n 1 0 0 1 0.0039 0.0039 cm"),
    ],
)  # fmt: skip
def test_a_page_has_its_boxes_and_all_on_it_moves_along(
    room: Room, media: list[float], bleed: list[float], trim: list[float], before: str
) -> None:
    pdf = _pdf()
    page = pdf.pages[0]
    page_boxes.set_boxes(pdf, page, 200, 100, room)
    boxes = [[float(edge) for edge in page.obj[key]] for key in ("/MediaBox", "/BleedBox", "/TrimBox")]
    assert boxes == [media, bleed, trim]
    assert not {"/CropBox", "/ArtBox", "/Rotate", "/UserUnit", "/Annots"} & set(page.obj.keys())
    lines = [line for line in page.obj.Contents.read_bytes().decode().split("\n") if line]
    assert (lines[0], lines[-1]) == (before, "Q")
    made: Any = page_boxes.group()
    assert (str(made.Type), str(made.S), str(made.CS)) == ("/Group", "/Transparency", "/DeviceCMYK")


LABEL = Label("A & B", "The <clinic>", "1.2", date(2026, 3, 1), "fold", "digest")


@pytest.mark.parametrize(
    ("standard", "claimed", "key"),
    [(Standard.X4, True, None), (Standard.X1A, False, "PDF/X-1a:2003"), (None, False, None)],
)
def test_a_file_is_named_in_its_metadata(standard: Standard | None, key: str | None, *, claimed: bool) -> None:
    pdf = pikepdf.new()
    write_claim(pdf, LABEL, standard)
    info = {name: str(value) for name, value in pdf.trailer.Info.items()}
    day, house = "D:20260301000000Z", "Riverwoods press room"
    assert info == {
        "/Title": "A & B", "/Author": "The <clinic>", "/Creator": house, "/Producer": house, "/CreationDate": day, "/ModDate": day,
        "/Trapped": "/False", **({"/GTS_PDFXVersion": key} if key else {}),
    }  # fmt: skip
    packet = pdf.Root.Metadata.read_bytes().decode()
    assert ("<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>" in packet) is claimed
    for part in (
        '<rdf:li xml:lang="x-default">A &amp; B</rdf:li>', "<rdf:li>The &lt;clinic&gt;</rdf:li>", "<xmp:CreateDate>2026-03-01T00:00:00Z<",
        "<xmpMM:DocumentID>uuid:26fa8b7d-", "<xmpMM:VersionID>1.2<", 'xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/"',
        "<pdf:Trapped>False<", f"<pdf:Producer>{house}<",
    ):  # fmt: skip
        assert part in packet or "DocumentID" in part
    assert (str(pdf.Root.Metadata.Type), str(pdf.Root.Metadata.Subtype)) == ("/Metadata", "/XML")


def test_identifiers_come_from_the_piece_and_its_words() -> None:
    def told(one: Label) -> list[str]:
        pdf = pikepdf.new()
        write_claim(pdf, one, None)
        packet = pdf.Root.Metadata.read_bytes().decode()
        return [packet.partition(f"<xmpMM:{name}>uuid:")[2][:36] for name in ("DocumentID", "InstanceID")]

    first = told(LABEL)
    assert told(LABEL) == first
    assert [len(set(one)) > 5 and one[14] == "5" for one in first] == [True, True]
    for change in ({"version": "1.3"}, {"digest": "other"}):
        other = told(replace(LABEL, **change))  # type: ignore[arg-type]
        assert other[0] == first[0]
        assert other[1] != first[1]
    assert told(replace(LABEL, slug="pack"))[0] != first[0]


def test_a_file_has_one_output_intent_with_its_profile() -> None:
    pdf = pikepdf.new()
    write_intent(pdf, Condition("CGATS", "in words", "coated", 300, b"profile"))
    (intent,) = pdf.Root.OutputIntents
    told = {key: str(value) for key, value in intent.items() if key != "/DestOutputProfile"}
    assert told == {
        "/Type": "/OutputIntent", "/S": "/GTS_PDFX", "/OutputConditionIdentifier": "CGATS", "/OutputCondition": "in words",
        "/RegistryName": "http://www.color.org", "/Info": "coated",
    }  # fmt: skip
    profile = intent.DestOutputProfile
    assert (profile.read_bytes(), int(profile.N), str(profile.Alternate)) == (b"profile", 4, "/DeviceCMYK")


@pytest.mark.parametrize(("standard", "version"), [(Standard.X4, "1.6"), (Standard.X1A, "1.4")])
def test_a_file_is_written_in_the_version_of_its_standard(standard: Standard, version: str) -> None:
    data = saved(_pdf(), standard)
    assert data.startswith(f"%PDF-{version}".encode())
    assert b"\nxref\n" in data
    assert data == saved(_pdf(), standard)
    assert b"/FlateDecode" in data


@pytest.fixture(scope="module")
def piece(tmp_path_factory: pytest.TempPathFactory) -> Composition:
    return composed(Miniature.copied_to(tmp_path_factory.mktemp("hand") / "project"))


def test_the_metadata_are_those_of_the_piece(piece: Composition) -> None:
    job = piece.job
    assert label(piece) == Label(
        str(job.title), str(job.clinic["name"].value or ""), str(job.version), job.dated, "fold", piece.digest
    )
    from brochures.project.edition import FileKind  # noqa: PLC0415 for this test only

    assert label(replace(piece, kind=FileKind.IMPOSED)).slug == f"fold.{FileKind.IMPOSED}"


MEND = "use a token of styles/tokens/, or give this colour one there with its inks"


def test_a_colour_that_no_token_names_is_told_wherever_it_is_written(piece: Composition) -> None:
    style, other = (
        Literal("#ff0000", Place("styles/base.css", 3, 4)),
        Literal("#00ff00", Place("styles/base.css", 5, 6)),
    )
    drawn = Literal("#ff0000", Place("content/images/leaf.svg", 7, 8))
    picture = replace(piece.pictures[0], literals=(drawn,))
    one = replace(piece, literals=(style, other, style), pictures=(picture,))
    art = (Art("image", "img", Box(0, 0, 1, 1), picture=0), Art("image", "img", Box(0, 0, 1, 1)))
    sheets = MeasuredPages((MeasuredPage(1, 9, 9), MeasuredPage(2, 9, 9, art=art)))
    stray = Stray("#ff0000", 2, "the page, drawing /x")
    message = "the page, drawing /x is drawn in #ff0000, which no token names: nobody said in which inks it prints"
    assert [
        (f.code, f.message, f.help, str(f.place), f.piece, f.edition, f.page)
        for f in strays([stray, stray], one, sheets)
    ] == [
        ("PRS-103", message, MEND, place, "fold", "screen", 2)
        for place in ("content/images/leaf.svg:7:8", "styles/base.css:3:4")
    ]
    (plain,) = strays([replace(stray, page=1)], one, sheets)
    assert (str(plain.place), plain.page) == ("styles/base.css:3:4", 1)
    (nowhere,) = strays([replace(stray, colour="a gradient")], one, sheets)
    assert str(nowhere.place) == f"templates/documents/{piece.document}.html"


@pytest.mark.parametrize(
    ("space", "see_through", "said"),
    [
        ("CMYK", False, "is in inks already, of a paper and press that nobody named: it is printed as it is"),
        ("RGB", False, "was in RGB: its colours were converted for CGATS"),
        ("RGB", True, "was in RGB: its colours were converted for CGATS, and what is transparent in it stays so"),
    ],
)
def test_what_became_of_a_picture_is_told_once_for_each_place(
    piece: Composition, space: str, said: str, *, see_through: bool
) -> None:
    picture = piece.pictures[0]
    art = Art("image", "img", Box(0, 0, 1, 1), picture=0, resource="i1")
    sheets = MeasuredPages(
        (
            MeasuredPage(1, 9, 9, art=(art, art)),
            MeasuredPage(2, 9, 9, art=(art, replace(art, resource="i2"), replace(art, picture=-1))),
        )
    )
    made = File(piece, b"", 2, (), sheets=sheets)
    shot = Shot(30, 20, space, see_through, 1, "i1")
    found = list(pictures([shot], made, "CGATS"))
    size = f"a picture of 30 x 20 px, put at {picture.place}, {said}"
    assert [(one.message, str(one.place), one.page, one.piece, one.edition) for one in found] == [
        (size, picture.file, page, "fold", "screen") for page in (1, 2)
    ]
    (elsewhere,) = pictures([replace(shot, resource="i9", page=2)], made, "CGATS")
    assert (elsewhere.message, elsewhere.place, elsewhere.page) == (
        f"a picture of 30 x 20 px {said}",
        piece.job.place,
        2,
    )
    mends = {"CMYK": "put the picture in RGB in its place, and it is converted for the condition that is printed", "RGB": "look at it in the proof: saturated blues, greens and oranges come out duller in ink"}  # fmt: skip
    assert {one.help for one in found} == {mends[space]}
    assert {str(one.severity) for one in found} == {"warning" if space == "CMYK" else "note"}


@pytest.mark.parametrize(
    ("space", "told"),
    [
        (Name.DeviceRGB, "RGB"), (Name.DeviceCMYK, "CMYK"), (Name.DeviceGray, ""), (None, ""),
        (Array([Name.CalRGB, Dictionary()]), "RGB"), (Array([Name.Lab, Dictionary(N=3)]), ""),
        (Array([Name.Indexed, Name.DeviceRGB, 0, b"abc"]), "RGB"),
        *((Array([Name.ICCBased, Dictionary(N=number)]), told) for number, told in ((1, ""), (3, "RGB"), (4, "CMYK"))),
    ],
)  # fmt: skip
def test_the_space_of_an_image_is_that_of_its_colours(space: Any, told: str) -> None:
    assert _space(space) == told


def test_what_decides_how_an_image_looks() -> None:
    made = Made()
    plain: Any = made.image(bytes(6), (2, 1), Name.DeviceRGB)
    assert list(_contents(plain, lossy=False)) == [b"2 1 8 RGB", bytes(6)]
    assert list(_contents(plain, lossy=True)) == [plain.read_raw_bytes()]
    for palette in (pikepdf.String("abc"), made.stream(b"abc")):
        indexed: Any = made.image(b"\0", (1, 1), Array([Name.Indexed, Name.DeviceRGB, 0, palette]))
        assert list(_contents(indexed, lossy=False)) == [b"1 1 8 RGB", b"abc", b"\0"]


PARENT = ParentSheet(300, 200, 100, 50, columns=2, rows=2, gutter=18, bleed=9, upright=True)


@pytest.mark.parametrize(
    ("copy", "drawn"),
    [
        (Copy(41, 41, turned=False), "q 1 0 0 1 32.0000 100.0000 cm /Card Do Q\n"),
        (Copy(159, 109, turned=True), "q -1 0 0 -1 268.0000 100.0000 cm /Card Do Q\n"),
    ],
)
def test_a_copy_is_drawn_in_its_place(copy: Copy, drawn: str) -> None:
    assert _drawn(copy, PARENT, (9.0, 9.0)) == drawn


def test_of_marks_those_of_layers_stay() -> None:
    content = b"/P BMC /OC /L BDC q EMC Q EMC /P <</MCID 0>> BDC /OC /L BDC 1 w EMC EMC EMC"
    pdf = pikepdf.new()
    stream = pdf.make_stream(content)
    kept = [str(one.operator) for one in _unmarked(stream)]
    assert kept == ["BDC", "q", "EMC", "Q", "BDC", "w", "EMC", "EMC"]


@pytest.mark.parametrize(
    ("turned", "place"), [(False, "1 0 0 1 32.0000 102.0000"), (True, "-1 0 0 -1 150.0000 166.0000")]
)
def test_a_copy_is_placed_by_both_sides_of_its_corner(place: str, *, turned: bool) -> None:
    assert _drawn(Copy(41, 41, turned=turned), PARENT, (9.0, 7.0)) == f"q {place} cm /Card Do Q\n"


@pytest.mark.parametrize(("where", "page"), [(Where(2), 2), (None, 0)])
def test_a_page_that_cannot_be_followed_is_told_at_the_piece(
    piece: Composition, where: Where | None, page: int
) -> None:
    wrong = Unreadable("there is no operator", where)
    message = f"it cannot be told what the pages paint: {wrong}"
    mend = "take out the picture that was drawn last; if it stays, report it"
    assert _untold(wrong, piece) == Finding(
        "PRS-302", Severity.ERROR, message, mend, piece.job.place, "fold", "screen", page
    )


@pytest.mark.parametrize(
    ("inner", "stays"), [("", False), ("/I Do", False), ("/M gs", True), ("/M gs /I Do", True), ("/N gs", False)]
)
def test_a_group_stays_where_a_drawing_in_it_blends(inner: str, *, stays: bool) -> None:
    made = Made()
    made.name("ExtGState", "M", Dictionary(BM=Name.Multiply))
    made.name("ExtGState", "N", Dictionary(BM=Name.Normal))
    made.name("XObject", "I", made.image(b"abc", (1, 1), Name.DeviceRGB))
    made.name("XObject", "In", made.form(inner))
    group = made.form("/In Do /I Do", Group=Dictionary(S=Name.Transparency))
    made.name("XObject", "Group", group)
    made.page("/Group Do")
    ungroup(made.pdf)
    assert ("/Group" in group) is stays
