"""A font file of the house, read: outlines, widths, characters, and which glyphs stand for one by a substitution."""

from __future__ import annotations

import pytest

from brochures.design.css import FACES, face_files
from brochures.preflight.face_outlines import EMPTY, FontProgram, shipped_face
from brochures.project.paths import ROOT

FILES = face_files(ROOT / "styles" / FACES)


@pytest.fixture(scope="module")
def serif() -> FontProgram:
    return shipped_face(FILES["Source-Serif"])


def _number(font: FontProgram, name: str) -> int:
    return font.order.index(name)


def test_faces_are_named_as_in_a_finished_file() -> None:
    assert {
        "Plain-Zero",
        "Plain-Zero-Bold",
        "Plain-Zero-Italic",
        "Plain-Zero-Bold-Italic",
        "Source-Serif-Semi-Bold",
    } <= set(FILES)
    assert all(path.is_file() for path in FILES.values())


def test_a_glyph_has_its_outline_width_and_characters(serif: FontProgram) -> None:
    a, space = _number(serif, "A"), _number(serif, "space")
    points, ends, on_curve = serif.outline(a)
    assert len(points) == len(on_curve) == ends[-1] + 1
    assert serif.outline(a) != serif.outline(_number(serif, "B"))
    assert serif.outline(space) == serif.outline(10**6) == EMPTY
    assert 600 < serif.advance(a) < 800
    assert serif.plain[a] == {"A"}


def test_a_glyph_put_together_of_others_names_them() -> None:
    plain = shipped_face(FILES["Plain-Zero"])
    whole, letter = _number(plain, "Adieresis"), _number(plain, "A")
    assert plain.parts([whole]) > {0, whole, letter}
    assert plain.parts([letter]) == {0, letter}
    assert plain.parts([]) == {0}


def test_a_glyph_that_comes_by_a_substitution_stands_for_what_was_typed(serif: FontProgram) -> None:
    by_name = {name: serif.substituted.get(number, frozenset()) for number, name in enumerate(serif.order)}
    assert any("fi" in texts for texts in by_name.values())
    assert any("1" in texts and number not in serif.plain for number, texts in serif.substituted.items())


def test_a_face_is_opened_once() -> None:
    assert shipped_face(FILES["Plain-Zero"]) is shipped_face(FILES["Plain-Zero"])
