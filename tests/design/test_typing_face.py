"""The face in which forms are filled in: whole enough for names, small enough to send."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
import uharfbuzz

from brochures.design.typing_face import LEADING, TypingFace, typing_face
from brochures.project.paths import ROOT


@pytest.fixture(scope="module")
def face() -> TypingFace:
    return typing_face(ROOT / "styles")


def test_it_has_what_names_are_spelled_with(face: TypingFace) -> None:
    vietnamese = "ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"
    europe = "àáâãäåæçčćďđðèéêëěęğģíîïıķłľļňńñņòóôõöøőœŕřśšşșßťțþúûüůűųẁẃŵýÿŷžźż"
    for sign in f"{vietnamese}{vietnamese.upper()}{europe}{europe.upper()}‘’“”–—…€°×½":
        for part in unicodedata.normalize("NFC", sign):
            assert ord(part) in face.glyphs, part
    assert all(code in face.glyphs for code in range(0x20, 0x7F))


def test_it_is_a_font_with_as_many_widths_as_glyphs_and_small(face: TypingFace) -> None:
    font = uharfbuzz.Face(face.data)
    assert font.glyph_count == len(face.widths)
    assert max(face.glyphs.values()) < len(face.widths)
    assert len(face.data) < 80_000
    assert set(font.unicodes) == set(face.glyphs)


def test_letters_and_marks_are_one_glyph_and_a_strange_sign_is_a_question_mark(face: TypingFace) -> None:
    assert face.typed("e\u0301") == face.typed("é")
    assert len(face.typed("e\u0301")) == 1
    assert face.typed("漢") == face.typed("?")
    assert face.width("") == 0
    assert face.width("aa") == 2 * face.width("a") > 0


def test_its_name_is_made_of_its_bytes(face: TypingFace) -> None:
    again = typing_face(ROOT / "styles")
    assert (again.data, again.name) == (face.data, face.name)
    letters, _, family = face.name.partition("+")
    assert (len(letters), letters.isupper(), family) == (6, True, "Source-Serif")


ITALIC = '@font-face { font-family: "A"; font-style: italic; src: url("../fonts/a.ttf") }'
MISSING = '@font-face { font-family: "A"; src: url("../fonts/a.ttf") }'


@pytest.mark.parametrize("faces", ["", ITALIC, MISSING])
def test_where_no_upright_face_can_be_read_it_is_an_error_of_the_system(tmp_path: Path, faces: str) -> None:
    tokens = tmp_path / "styles" / "tokens"
    tokens.mkdir(parents=True)
    (tokens / "faces.css").write_text(faces, encoding="utf-8")
    with pytest.raises(FileNotFoundError):
        typing_face(tmp_path / "styles")


def test_another_house_is_typed_in_its_own_face_with_the_most_letters() -> None:
    face = typing_face(ROOT / "tests" / "second_brand" / "styles")
    assert face.family in {"Barlow", "Spectral"}
    assert all(ord(sign) in face.glyphs for sign in "Aazé’–")


def test_two_lines_of_ten_points_go_into_a_row_of_a_list_with_accents_on_capitals(face: TypingFace) -> None:
    assert face.ascent - face.descent == LEADING == 1100
    assert 2 * 10 * LEADING / 1000 <= 24 - 2 * 0.75
    font = uharfbuzz.Font(uharfbuzz.Face(face.data))
    for sign in "ÁÉÑÖŽ":
        extents = font.get_glyph_extents(face.glyphs[ord(sign)])
        assert extents.y_bearing <= face.ascent + 20, sign
