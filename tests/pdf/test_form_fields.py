"""Forms that are filled in on a screen: facts of the finished bytes, and of what readers make of them when somebody has filled them in."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import unicodedata
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf.form import Form
from PIL import Image
from pypdf import PdfReader

from brochures.compose import Composition
from brochures.engine.typesetter import Typesetter
from brochures.project.edition import Edition
from tests.facts import Facts
from tests.fillable import (
    Box,
    Viewer,
    composition,
    drawn_by_pdfium,
    filled_by_pypdf,
    ink,
    made,
    real_typesetter,
    values,
    widgets,
)
from tests.real import once

pytestmark = pytest.mark.slow

NAME, BORN, URGENCY, ALCOHOL = (
    "referral.legal-name",
    "referral.date-of-birth",
    "referral.urgency",
    "referral.main-substances.alcohol",
)
SUICIDAL = "referral.suicidal-thoughts-now"
NAMES = ("Nguyễn Thị Ánh", "Łukasz Čapek", "Ørjan Þórðarson", "Zoë Ñáñez-O’Brien", "Şükrü Ağaoğlu", "Ḥasan Ẓāhir")


@pytest.fixture(scope="module")
def setting(shared: Path) -> Typesetter:
    return real_typesetter(shared / "fillable")


@pytest.fixture(scope="module")
def short(shared: Path, setting: Typesetter) -> bytes:
    data: bytes = once(shared / "fillable.pdf", lambda: made(setting, composition(shared / "fillable")).data)
    return data


@pytest.fixture(scope="module")
def composed(shared: Path) -> Composition:
    return composition(shared / "fillable")


@pytest.fixture(scope="module")
def places(short: bytes) -> dict[str, list[tuple[int, Box, str]]]:
    return widgets(short)


@pytest.fixture(scope="module")
def root(short: bytes) -> Any:
    return PdfReader(io.BytesIO(short)).root_object["/AcroForm"]


def _terminal(root: Any, above: str = "") -> dict[str, Any]:
    found: dict[str, Any] = {}
    for reference in root.get("/Fields", root.get("/Kids", ())):
        one = reference.get_object()
        name = f"{above}.{one['/T']}".lstrip(".")
        kids = [kid.get_object() for kid in one.get("/Kids", ())]
        found |= _terminal(one, name) if kids and "/T" in kids[0] else {name: one}
    return found


def test_every_field_is_of_a_form_and_has_a_name_of_its_own(root: Any) -> None:
    fields = _terminal(root)
    assert {name.partition(".")[0] for name in fields} == {"fax-cover", "referral", "medicines", "consent-tpo"}
    assert {
        NAME,
        BORN,
        URGENCY,
        ALCOHOL,
        "medicines.medicines.14.reason",
        "medicines._patient",
        "referral._form",
    } <= set(fields)
    kinds = {name: (field["/FT"], int(field.get("/Ff", 0))) for name, field in fields.items()}
    assert kinds["referral.signature"][0] == "/Sig"
    assert kinds[URGENCY] == ("/Btn", 1 << 15 | 1 << 1)
    assert kinds[ALCOHOL] == ("/Btn", 0)
    assert kinds["referral.reason-for-referral"][1] & (1 << 12)
    assert kinds[NAME][1] & (1 << 1)
    assert not kinds["referral.gender"][1] & (1 << 1)


def test_nothing_acts_and_nothing_is_left_to_the_reader(root: Any, short: bytes) -> None:
    assert root["/NeedAppearances"] == False  # noqa: E712 its value
    assert set(root) == {"/Fields", "/NeedAppearances", "/DA", "/DR"}
    with pikepdf.open(io.BytesIO(short)) as pdf:
        for one in pdf.objects:
            if isinstance(one, pikepdf.Dictionary):
                assert not {"/AA", "/JS", "/XFA"} & set(one.keys())


def test_each_state_of_each_box_has_a_picture_and_none_is_checked(root: Any) -> None:
    for name, field in _terminal(root).items():
        if name.endswith("._form"):
            continue
        for widget in [kid.get_object() for kid in field.get("/Kids", ())] or [field]:
            normal = widget["/AP"]["/N"].get_object()
            if field["/FT"] == "/Btn":
                assert len(normal) == 2
                assert "/Off" in normal
                assert widget["/AS"] == "/Off"
            else:
                assert hasattr(normal, "get_data")
            assert int(widget["/F"]) == 4


def test_words_are_typed_in_an_embedded_face_of_ours(root: Any) -> None:
    for name, field in _terminal(root).items():
        if field["/FT"] == "/Tx":
            font = root["/DR"]["/Font"][field["/DA"].split(" ")[0]]
            descriptor = font["/DescendantFonts"][0]["/FontDescriptor"]
            assert descriptor["/FontName"].endswith("+Source-Serif"), name
            assert descriptor["/FontFile2"].get_data()[:4] == b"\x00\x01\x00\x00"


def test_a_field_says_its_section_label_hint_and_what_is_wanted_of_it(root: Any) -> None:
    fields = _terminal(root)
    assert fields[NAME]["/TU"] == "B. Patient: Legal name; must be filled in"
    assert fields[BORN]["/TU"] == "B. Patient: Date of birth; month/day/year; must be filled in"
    assert fields["referral.emergency-contact-and-relation"]["/TU"].endswith(
        "relation (with consent, or in an emergency)"
    )
    assert fields[SUICIDAL]["/TU"] == (
        "A. Referral: Safety: Suicidal thoughts now (if Yes, call us first); check one; must be filled in"
    )
    boxes = [kid.get_object()["/TU"] for kid in fields[URGENCY]["/Kids"]]
    assert boxes == [
        f"A. Referral: Urgency: {one}; check one; must be filled in" for one in ("Routine", "Soon", "Urgent")
    ]
    assert fields["medicines.medicines.3.reason"]["/TU"] == "Medicines, row 3: Reason"


def test_tabs_follow_the_order_of_reading_and_each_widget_is_a_form_element(short: bytes) -> None:
    facts = Facts(short)
    assert all(page["/Tabs"] == "/S" for page in facts.file.pages)
    tree = facts.catalog["/StructTreeRoot"]
    order: list[int] = []

    def walk(element: Any) -> None:
        kids = element.get("/K", [])
        for kid in kids:
            one = kid.get_object()
            if hasattr(one, "get") and one.get("/Type") == "/OBJR" and one["/Obj"]["/Subtype"] == "/Widget":
                assert element["/S"] == "/Form"
                assert len(kids) == 1
                order.append(one.raw_get("/Obj").idnum)
            elif hasattr(one, "get") and "/S" in one:
                walk(one)

    walk(tree["/K"][0] if isinstance(tree["/K"], list) else tree["/K"])
    on_pages = [
        [reference.idnum for reference in page.get("/Annots", ()) if reference.get_object()["/Subtype"] == "/Widget"]
        for page in facts.file.pages
    ]
    assert sorted(order) == sorted(number for page in on_pages for number in page)
    for page in on_pages:
        assert [number for number in order if number in page] == page


def test_boxes_lie_inside_the_printed_ones_and_do_not_meet(places: dict[str, list[tuple[int, Box, str]]]) -> None:
    flat = [(page, box, name) for name, found in places.items() for page, box, _ in found]
    for number, (page, box, name) in enumerate(flat):
        assert 36 <= box[0] < box[2] <= 576, name
        assert 36 <= box[1] < box[3] <= 760, name
        for other_page, other, other_name in flat[number + 1 :]:
            apart = (
                box[2] <= other[0] + 0.5
                or other[2] <= box[0] + 0.5
                or box[3] <= other[1] + 0.5
                or other[3] <= box[1] + 0.5
            )
            assert page != other_page or apart, (name, other_name)


def test_what_stands_on_the_first_sheet_heads_the_others(places: dict[str, list[tuple[int, Box, str]]]) -> None:
    pages = [page for page, _, _ in places[NAME]]
    assert [pages.count(page) for page in sorted(set(pages))] == [2, 1, 1, 1]
    assert len(places["medicines._patient"]) == 1
    assert [page for page, _, _ in places["consent-tpo.my-name"]] == sorted(
        page for page, _, _ in places["consent-tpo.my-name"]
    )
    assert not [name for name in places if name.startswith("fax-cover.") and name.endswith(("_patient", "_born"))]


def test_as_many_letters_are_taken_as_the_box_has_room_for(root: Any) -> None:
    fields = _terminal(root)
    most = {name: int(field["/MaxLen"]) for name, field in fields.items() if "/MaxLen" in field}
    assert set(most) == {
        name for name, field in fields.items() if field["/FT"] == "/Tx" and not name.endswith("._form")
    }
    assert most[BORN] == 10
    assert 35 <= most[NAME] <= 40
    assert most["referral.reason-for-referral"] > 300
    assert all(int(fields[name]["/Ff"]) & (1 << 23) for name in most)


def test_a_file_says_which_form_it_is_in_which_wording(root: Any, short: bytes) -> None:
    said = json.loads(_terminal(root)["referral._form"]["/V"])
    assert said["form"] == "referral"
    assert said["clinic"] == "Riverwoods Behavioral Health"
    assert len(said["wording"]) == 16
    assert said in json.loads(Facts(short).information["/FilledForms"])


def test_other_editions_have_no_fields(shared: Path) -> None:
    for edition in (Edition.DESK, Edition.PRESS):
        composed = composition(shared / "fillable", edition)
        assert "data-fill" not in composed.html
        assert "data-says" not in composed.html


def test_the_same_bytes_come_out_twice(setting: Typesetter, composed: Composition, short: bytes) -> None:
    assert made(setting, composed).data == short


# ---------------------------------------------------------------------- filled in


@pytest.fixture(scope="module")
def by_pypdf(short: bytes) -> bytes:
    typed = {
        NAME: NAMES[0],
        BORN: "05/31/1980",
        URGENCY: "/soon",
        ALCOHOL: "/yes",
        "referral.reason-for-referral": "one\ntwo",
    }
    return filled_by_pypdf(short, typed)


@pytest.fixture(scope="module")
def by_pdfium(short: bytes) -> bytes:
    viewer = Viewer(short)
    viewer.type(NAME, NAMES[0])
    viewer.type(BORN, "05/31/1980")
    viewer.click(URGENCY, "routine")
    viewer.click(URGENCY, "soon")
    viewer.click(ALCOHOL, "yes")
    return viewer.saved()


@pytest.mark.parametrize("who", ["by_pypdf", "by_pdfium"])
def test_what_is_filled_in_is_saved_and_read_back(who: str, request: pytest.FixtureRequest) -> None:
    found = values(request.getfixturevalue(who))
    assert {found[NAME], found[BORN]} == {NAMES[0], "05/31/1980"}
    assert (found[URGENCY], found[ALCOHOL]) == ("soon", "yes")
    assert found["referral._form"].startswith('{"form": "referral"')


def _drawn(data: bytes, page: int, reader: str, folder: Path) -> Image.Image:
    """Return a picture of ``page`` (from 0) by ``reader``, at 144 pixels to the inch."""
    if reader == "PDFium":
        return drawn_by_pdfium(data, page)
    (folder / "in.pdf").write_bytes(data)
    out, number = folder / f"{reader}.png", str(page + 1)
    command = {
        "poppler": ["pdftoppm", "-r", "144", "-f", number, "-l", number, "-singlefile", "-png", "in.pdf", reader],
        "MuPDF": ["mutool", "draw", "-q", "-r", "144", "-o", out.name, "in.pdf", number],
    }[reader]
    program = shutil.which(command[0])
    assert program, f"{command[0]} is missing: run .ci/setup readers"
    subprocess.run([program, *command[1:]], cwd=folder, check=True, capture_output=True)  # noqa: S603 a fixed program
    return Image.open(out).copy()


@pytest.mark.parametrize("reader", ["PDFium", "poppler", "MuPDF"])
@pytest.mark.parametrize("who", ["by_pypdf", "by_pdfium"])
def test_three_readers_show_what_was_filled_in(
    who: str,
    reader: str,
    *,
    short: bytes,
    places: dict[str, list[tuple[int, Box, str]]],
    tmp_path: Path,
    request: pytest.FixtureRequest,
) -> None:
    filled = request.getfixturevalue(who)
    empty: dict[int, Image.Image] = {}
    shown: dict[int, Image.Image] = {}
    wanted = [(page, box) for name in (NAME, BORN, ALCOHOL) for page, box, _ in places[name]]
    wanted += [(page, box) for page, box, state in places[URGENCY] if state == "soon"]
    others = [(page, box) for page, box, state in places[URGENCY] if state != "soon"]
    for page in {page for page, _ in wanted + others}:
        empty[page] = _drawn(short, page, reader, tmp_path)
        shown[page] = _drawn(filled, page, reader, tmp_path)
    for page, box in wanted:
        assert ink(shown[page], box) > ink(empty[page], box) + 20, (page, box)
    for page, box in others:
        assert ink(shown[page], box) == ink(empty[page], box)


def test_a_radio_group_holds_one_answer_and_a_box_goes_on_and_off(short: bytes) -> None:
    viewer = Viewer(short)
    for answer in ("yes", "no", "unknown"):
        viewer.click(SUICIDAL, answer)
    viewer.click(ALCOHOL, "yes")
    viewer.click(ALCOHOL, "yes")
    saved = viewer.saved()
    assert values(saved)[SUICIDAL] == "unknown"
    assert values(saved).get(ALCOHOL, "Off") == "Off"
    with pikepdf.open(io.BytesIO(saved)) as pdf:
        states = [
            str(kid.AS)
            for field in pdf.acroform.fields
            if field.fully_qualified_name == SUICIDAL
            for kid in field.obj.get("/Kids", [field.obj])
        ]
    assert sorted(set(states)) in (["/Off", "/unknown"], ["/unknown"])


@pytest.mark.parametrize("name", NAMES)
def test_names_of_any_latin_spelling_are_typed_whole(
    name: str, short: bytes, places: dict[str, list[tuple[int, Box, str]]]
) -> None:
    viewer = Viewer(short)
    viewer.type(NAME, name)
    saved = viewer.saved()
    assert values(saved)[NAME] == name
    page, box, _ = places[NAME][1]
    width = _width(drawn_by_pdfium(saved, page), box)
    half = Viewer(short)
    half.type(NAME, name[: len(name) // 2])
    assert width > 1.5 * _width(drawn_by_pdfium(half.saved(), page), box)
    without = Viewer(short)
    without.type(NAME, "".join(sign for sign in name if ord(sign) < 0x100))
    if any(ord(sign) >= 0x100 for sign in name):
        assert width > _width(drawn_by_pdfium(without.saved(), page), box)


def _width(picture: Image.Image, box: Box) -> int:
    """Return how wide the ink inside ``box`` is, in pixels."""
    part = picture.crop(
        (round(box[0] * 2) + 2, round((792 - box[3]) * 2) + 3, round(box[2] * 2) - 2, round((792 - box[1]) * 2) - 3)
    )
    found = part.point(lambda value: 255 if value < 128 else 0).getbbox()
    return found[2] - found[0] if found else 0


def test_marks_that_come_by_themselves_are_composed_by_the_face() -> None:
    from brochures.design.typing_face import typing_face  # noqa: PLC0415 only this test
    from brochures.project.paths import ROOT  # noqa: PLC0415

    face = typing_face(ROOT / "styles")
    for name in NAMES:
        assert face.typed(unicodedata.normalize("NFD", name)) == face.typed(name)
        assert face.glyphs[ord("?")] not in face.typed(name)


def test_a_medicine_with_its_dose_goes_into_a_row_of_the_list_whole(
    short: bytes, places: dict[str, list[tuple[int, Box, str]]]
) -> None:
    typed = {
        "medicine-dose-and-unit": "buprenorphine-naloxone 8/2 mg film",
        "route-and-how-often": "under the tongue, daily",
    }
    viewer = Viewer(short)
    for column, text in typed.items():
        viewer.type(f"medicines.medicines.1.{column}", text)
    saved = viewer.saved()
    for column, text in typed.items():
        name = f"medicines.medicines.1.{column}"
        assert values(saved)[name] == text
        page, (left, low, right, top), _ = places[name][0]
        picture, middle = drawn_by_pdfium(saved, page), (low + top) / 2
        assert ink(picture, (left, middle, right, top)) > 50
        assert ink(picture, (left, low, right, middle)) > 50


def test_no_more_letters_are_taken_than_there_is_room_for(short: bytes, root: Any) -> None:
    viewer = Viewer(short)
    viewer.type(BORN, "05/31/1980 and more")
    viewer.type(NAME, "i" * 99)
    found = values(viewer.saved())
    assert found[BORN] == "05/31/1980"
    assert len(found[NAME]) == int(_terminal(root)[NAME]["/MaxLen"])


def test_pikepdf_fills_it_in_and_another_reader_shows_it(
    short: bytes, places: dict[str, list[tuple[int, Box, str]]], tmp_path: Path
) -> None:
    with pikepdf.open(io.BytesIO(short)) as pdf:
        form = Form(pdf)
        text: Any = form[NAME]
        text.value = NAMES[1]
        box: Any = form[ALCOHOL]
        box.checked = True
        pdf.Root.AcroForm.NeedAppearances = True
        written = io.BytesIO()
        pdf.save(written)
    found = values(written.getvalue())
    assert (found[NAME], found[ALCOHOL]) == (NAMES[1], "yes")
    page, rectangle, _ = places[NAME][1]
    shown, empty = (_drawn(data, page, "poppler", tmp_path) for data in (written.getvalue(), short))
    assert ink(shown, rectangle) > ink(empty, rectangle) + 20


def test_a_flattened_file_keeps_what_was_filled_in(short: bytes, places: dict[str, list[tuple[int, Box, str]]]) -> None:
    viewer = Viewer(short)
    viewer.type(NAME, NAMES[1])
    viewer.click(URGENCY, "soon")
    flat = viewer.saved(flat=True)
    assert not [
        one
        for page in PdfReader(io.BytesIO(flat)).pages
        for one in page.get("/Annots", ())
        if one.get_object()["/Subtype"] == "/Widget"
    ]
    page, box, _ = places[NAME][1]
    assert ink(drawn_by_pdfium(flat, page), box) > ink(drawn_by_pdfium(short, page), box) + 20
    assert NAMES[1] in Facts(flat).texts[page]
