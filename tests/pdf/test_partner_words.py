"""A packet with a partner's name on it: what is appended says the partner's words, in their place, and touches nothing else."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest

from brochures.compose.templates import Templates
from brochures.design.set_line import line_faces
from brochures.pdf.appended import Trailer, appended, stream_object
from brochures.pdf.file import File
from brochures.pdf.partner_words import UnsetError, Words, appended_words, room, width
from brochures.pdf.print_run import PartnerCopy, print_run
from brochures.pdf.slots import Body, SlotsError, body_of
from brochures.preflight import Shipped, preflight
from brochures.project.edition import Edition
from brochures.project.paths import ROOT, Project
from brochures.resolve.addressed import HELD, Slot, held_place
from tests.addressed import STYLES, addressed_body, addressed_file
from tests.fillable import values
from tests.real import DAY

pytestmark = pytest.mark.slow

NAME, FIELD = "Łukasz Čapek, MD", "referral.name"


@pytest.fixture(scope="module")
def file(shared: Path) -> File:
    return addressed_file(shared)


@pytest.fixture(scope="module")
def body(shared: Path) -> Body:
    return addressed_body(shared).body


def _words(*address: str, cover: str = NAME, **fields: str) -> Words:
    lines = {held_place(Slot.COVER, 0): cover, held_place(Slot.SALUTATION, 0): "Dear Dr. Čapek:"}
    lines |= {held_place(Slot.ADDRESS, number): line for number, line in enumerate(address)}
    return Words(lines, {name.replace("__", "."): value for name, value in fields.items()})


def _filled(body: Body, words: Words) -> bytes:
    return body.data + appended_words(body, words)


def _pages(data: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(data)
    try:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]
    finally:
        document.close()


def _in_words(pages: list[str], words: Words) -> list[str]:
    for held in (one for lines in HELD.values() for one in lines):
        pages = [page.replace(held, words.lines.get(held, "")) for page in pages]
    return [" ".join(page.split()) for page in pages]


def test_a_packet_says_the_words_of_its_partner_and_all_others_as_before(file: File, body: Body) -> None:
    words = _words("Łukasz Čapek, MD", "Sample Practice", "1 Main Street", "Austin, TX 78700")
    assert _pages(_filled(body, words)) == _in_words(_pages(file.data), words)


def test_the_body_alone_holds_nobodys_words(body: Body) -> None:
    assert not [page for page in _pages(body.data) if "partner" in page]


@pytest.mark.parametrize("edition", [Edition.SCREEN, Edition.DESK])
def test_every_check_of_a_finished_file_passes(shared: Path, edition: Edition) -> None:
    file, body = addressed_file(shared, edition), addressed_body(shared, edition).body
    words = _words(NAME, "Sample Practice", "1 Main Street")
    html = file.composition.html
    for held in (one for lines in HELD.values() for one in lines):
        html = html.replace(held, words.lines.get(held, ""))
    filled = replace(file, data=_filled(body, words), composition=replace(file.composition, html=html))
    styles = Templates.read(Project.open(ROOT, shared / "addressed", DAY)).styles
    assert list(preflight(filled, styles.families, Shipped.of(styles.folder))) == []


def test_a_line_stands_where_its_place_was_held(file: File, body: Body) -> None:
    before, after = (
        _places(data, text) for data, text in ((file.data, held_place(Slot.COVER, 0)), (_filled(body, _words()), NAME))
    )
    assert before[:2] == pytest.approx(after[:2], abs=1)
    assert before[3] == pytest.approx(after[3], abs=3)  # the mark on its capital


def _places(data: bytes, text: str) -> tuple[float, ...]:
    document = pypdfium2.PdfDocument(data)
    textpage = document[0].get_textpage()
    index, count = textpage.search(text, match_case=True).get_next()
    boxes = [textpage.get_charbox(at) for at in range(index, index + count)]
    return (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )


def test_what_is_printed_on_no_line_is_heard_on_none(body: Body) -> None:
    with pikepdf.open(io.BytesIO(_filled(body, _words("One", "Two")))) as pdf:
        page = pdf.pages[body.slots[-1].page]
        shown = re.findall(rb"\[[^\]]*\] TJ", b"".join(one.read_bytes() for one in [*page.obj.Contents][1::2]))
    assert len(shown) == 3  # two lines of the address, and the salutation


def test_the_same_words_give_the_same_bytes_and_others_others(body: Body) -> None:
    assert appended_words(body, _words("One")) == appended_words(body, _words("One"))
    ids = {bytes(_opened(_filled(body, _words(line))).trailer.ID[1]) for line in ("One", "Two")}
    assert len(ids) == 2


def _opened(data: bytes) -> Any:
    return pikepdf.open(io.BytesIO(data))


def test_nothing_of_a_partner_is_told_about_the_file(body: Body) -> None:
    pdf = _opened(_filled(body, _words("Sample Practice", referral__name="Łukasz")))
    about = " ".join(str(value) for value in pdf.docinfo.values()) + pdf.Root.Metadata.read_bytes().decode()
    assert "Čapek" not in about
    assert "Sample" not in about


def test_fields_hold_what_is_known_and_can_be_changed(body: Body) -> None:
    data = _filled(body, _words(referral__name="Nguyễn Văn Ánh", referral__practice="Sample Practice"))
    assert {name: value for name, value in values(data).items() if name in {FIELD, "referral.practice"}} == {
        FIELD: "Nguyễn Văn Ánh",
        "referral.practice": "Sample Practice",
    }
    document = pypdfium2.PdfDocument(data)
    document.init_forms()
    shown = document[body.fields[FIELD].page].render(scale=2, may_draw_forms=True).to_pil().tobytes()
    empty = pypdfium2.PdfDocument(body.data)
    empty.init_forms()
    assert shown != empty[body.fields[FIELD].page].render(scale=2, may_draw_forms=True).to_pil().tobytes()


def test_a_value_goes_into_a_field_or_stays_out_whole(body: Body) -> None:
    field, face = body.fields[FIELD], body.faces[-1].typed
    longest = max(count for count in range(1, 200) if room(field, "n" * count, face))
    assert room(field, "n" * longest, face) >= 8
    assert FIELD in values(_filled(body, _words(referral__name="n" * longest)))
    assert FIELD not in values(_filled(body, _words(referral__name="n" * (longest + 1))))


def test_letters_that_the_text_face_lacks_are_set_in_the_face_with_more(body: Body) -> None:
    data = _filled(body, _words(cover="Nguyễn Văn Ánh x̌"))
    assert "Nguyễn Văn Ánh x̌" in _pages(data)[0]


def test_a_face_that_the_file_does_not_hold_comes_with_the_name_that_needs_it(shared: Path) -> None:
    body = addressed_body(shared, Edition.DESK).body
    plain, needs = (_filled(body, _words(cover=name)) for name in (NAME, "Nguyễn Văn Ánh"))
    assert "Nguyễn Văn Ánh" in _pages(needs)[0]
    assert len(needs) - len(plain) < 16_000


@pytest.mark.parametrize("name", ["אבג", "😀", "王"])
def test_letters_of_no_face_are_refused(body: Body, name: str) -> None:
    with pytest.raises(UnsetError):
        appended_words(body, _words(cover=name))


def test_letters_and_their_marks_are_one_sign_where_there_is_one(body: Body) -> None:
    assert appended_words(body, _words(cover="Čapek")) == appended_words(body, _words(cover="C\u030capek"))


def test_lines_are_kerned() -> None:
    face = line_faces(STYLES, "Plain-Zero")[0]
    assert face.line("AVA").width < sum(face.line(letter).width for letter in "AVA")
    assert len(face.line("office").glyphs) == len("office")


def test_a_width_is_that_of_what_is_set(body: Body) -> None:
    left, _, right, _ = _places(_filled(body, _words(cover="Sample")), "Sample")
    assert right - left == pytest.approx(width(body, "Sample", 0, body.slots[0].type_size), abs=2)


def test_a_place_that_is_held_twice_or_not_at_all_is_told(file: File) -> None:
    with pikepdf.open(io.BytesIO(file.data)) as pdf:
        pdf.pages[0].obj.Contents = pdf.make_stream(pdf.pages[0].obj.Contents.read_bytes() * 2)
        twice = io.BytesIO()
        pdf.save(twice)
    with pytest.raises(SlotsError, match="partner cover line 1"):
        body_of(twice.getvalue(), file.sheets, STYLES)
    with pikepdf.open(io.BytesIO(file.data)) as pdf:
        operations = [one for one in pikepdf.parse_content_stream(pdf.pages[0]) if str(one.operator) != "TJ"]
        pdf.pages[0].obj.Contents = pdf.make_stream(pikepdf.unparse_content_stream(operations))
        none = io.BytesIO()
        pdf.save(none)
    with pytest.raises(SlotsError):
        body_of(none.getvalue(), file.sheets, STYLES)


def test_what_is_appended_takes_the_place_of_an_object() -> None:
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.docinfo["/Title"] = "before"
        pdf.pages[0].obj.Contents = pdf.make_stream(b"q Q")
        written = io.BytesIO()
        pdf.save(written, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
    data = written.getvalue()
    before = _opened(data)
    number = before.pages[0].obj.Contents.objgen[0]
    after = _opened(data + appended(Trailer.of(data), {number: stream_object(b"0 0 m")}, b"0" * 16))
    assert after.pages[0].obj.Contents.read_bytes() == b"0 0 m"
    assert after.check_pdf_syntax() == []
    assert str(after.docinfo["/Title"]) == "before"


def test_a_run_for_the_printer_holds_each_packet_behind_its_separator(shared: Path) -> None:
    body = addressed_body(shared, Edition.DESK).body
    names = ("First Sample", "Nguyễn Văn Ánh", "Third Sample")
    run = print_run(
        body,
        [
            PartnerCopy(_words(cover=name), (f"Practice {number}", f"{number} of 3"))
            for number, name in enumerate(names, 1)
        ],
    )
    pages = _pages(run)
    assert len(pages) == 3 * (body.pages + 2)
    for number, name in enumerate(names):
        separator, back, front = pages[number * (body.pages + 2) :][:3]
        assert separator == f"Practice {number + 1} {number + 1} of 3"
        assert back == ""
        assert name in front
    one = _pages(_filled(body, _words(cover="First Sample")))
    assert pages[2 : 2 + body.pages] == one
    assert len(run) < 1.3 * len(body.data)


def test_a_run_for_the_printer_has_nothing_that_only_a_screen_has(shared: Path) -> None:
    run = _opened(print_run(addressed_body(shared).body, [PartnerCopy(_words(), ("Practice",))]))
    assert not {"/StructTreeRoot", "/AcroForm", "/Outlines"} & set(run.Root.keys())
    assert not [page for page in run.pages if "/Annots" in page.obj]
