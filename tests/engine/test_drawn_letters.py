"""Names of the world, set in our own faces: each is set right, or it is told what is not."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from types import SimpleNamespace
from typing import Any

import pytest

from brochures.compose.typography import squeezed
from brochures.engine import drawn_letters, start
from brochures.engine.drawn_letters import Drawn, Foreign, foreign, loose
from brochures.engine.messages import Message
from brochures.engine.private_api import DrawnItem
from brochures.engine.typesetter import Typesetter
from brochures.load.normal_form import composed
from brochures.preflight.extracted_text import read as read_runs
from brochures.project.paths import ROOT
from tests.miniature import Miniature

pytestmark = pytest.mark.slow

NAMES: Mapping[str, tuple[str, str, str]] = {
    # name: letters that another face steps in for, letters whose mark stands beside them, letters that no face has
    "José Núñez": ("", "", ""),
    "Inés Gutiérrez": ("", "", ""),
    "João Conceição": ("", "", ""),
    "Françoise Lefèvre": ("", "", ""),
    "Jürgen Groß": ("", "", ""),
    "Søren Ærø": ("", "", ""),
    "Åsa Öberg": ("", "", ""),
    "Þórdís Guðrún": ("", "", ""),
    "Łukasz Wałęsa": ("", "", ""),
    "Agnieszka Święcicka": ("", "", ""),
    "Żółć": ("", "", ""),
    "Jiří Dvořák": ("", "", ""),
    "Růžena Šťastná": ("", "", ""),
    "Ľubomír Ďurica": ("", "", ""),
    "Đorđe Živković": ("", "", ""),
    "Győző Szűcs": ("", "", ""),
    "Ștefan Țepeș": ("", "", ""),
    "Şükrü Çağlar": ("", "", ""),
    "Gülşen Yıldız": ("", "", ""),
    "Jānis Bērziņš": ("", "", ""),
    "Ķestutis Žemaitė": ("", "", ""),
    "Õnne Tõnisson": ("", "", ""),
    "Ġorġ Ħaż": ("", "", ""),
    "Māori Kahurangi": ("", "", ""),
    "Siobhán Ó Dálaigh": ("", "", ""),
    "Nuñez y Peña": ("", "", ""),
    "İsmail Işık": ("İ", "", ""),
    "Siân Ŵyn": ("Ŵ", "", ""),
    "ʻIolani": ("ʻ", "", ""),
    "Hawaiʻi ʻOhana": ("ʻ", "", ""),
    "Hawai‘i": ("", "", ""),
    "Nguyễn Đức": ("ễứ", "", ""),
    "Trần Thị Hằng": ("ầịằ", "", ""),
    "Phạm Quỳnh": ("ạỳ", "", ""),
    "Ọlade Ṣadé": ("ỌṢ", "", ""),
    "Ẹniọla": ("Ẹọ", "", ""),
    "Ọ̀ṣun": ("Ọṣ", "Ọ̀", ""),
    "Adébáyọ̀": ("ọ", "ọ̀", ""),
    "Ḥassan Ṭāriq": ("ḤṬ", "", ""),
    "Ǫ́la": ("", "", ""),
    "N̈uno": ("", "", ""),
    "x̄ean": ("", "x̄", ""),
    "M̂ato": ("", "M̂", ""),
    "q\u0313ala": ("", "", "\u0313"),
    "Нина Иванова": ("НинаИво", "", ""),
    "Ελένη": ("Ελένη", "", ""),
    "Ɔkofo": ("", "", "Ɔ"),
    "Kɛlɛ": ("", "", "ɛ"),
    "Əliyev": ("Ə", "", ""),
    "Ŋalma": ("Ŋ", "", ""),
    "محمد": ("", "", "محد"),
    "דוד": ("", "", "דו"),
    "王小明": ("", "", "王小明"),
    "さくら": ("", "", "さくら"),
    "김민준": ("", "", "김민준"),
    "राम": ("", "", "राम"),
    "สมชาย": ("", "", "สมชาย"),
    "Գարիկ": ("", "", "Գարիկ"),
    "გიორგი": ("", "", "გიორ"),
    "አበበ": ("", "", "አበ"),
    "Mary-Ann O’Neill": ("", "", ""),
    "Chloë Zoë Noël": ("", "", ""),
    "Beyoncé": ("", "", ""),
}

FACES = """
@font-face { font-family: "Atkinson Hyperlegible"; src: url("fonts/atkinson-hyperlegible/AtkinsonHyperlegible-Regular.ttf") }
@font-face { font-family: "Source Serif"; src: url("fonts/serif.ttf") }
body { font: 10pt "Atkinson Hyperlegible", "Source Serif" }
"""
PAGE = "<html lang='en'><title>t</title><p>ok {}</p>"
CATALOG: Mapping[str, Any] = {"labels": (), "preferences": {}}


@pytest.fixture(scope="module")
def two_faces(tmp_path_factory: pytest.TempPathFactory) -> Typesetter:
    """A typesetter with two faces, of which the first lacks what the second has."""
    mini = Miniature.copied_to(tmp_path_factory.mktemp("faces") / "project")
    mini.write("styles/fonts/serif.ttf", (ROOT / "styles/fonts/source-serif-4/SourceSerif4-Regular.ttf").read_bytes())
    mini.write("styles/index.css", FACES)
    return start(mini.project)


def _written(typesetter: Typesetter, *texts: str) -> tuple[bytes, tuple[Message, ...], tuple[Drawn, ...]]:
    html = PAGE.format("</p><p>ok ".join(escape(text) for text in texts))
    document, _ = typesetter.set(html, "screen", tagged=False)
    seen: list[tuple[Drawn, ...]] = []
    really = drawn_letters.taken

    def taken() -> tuple[Drawn, ...]:
        seen.append(really())
        return seen[-1]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(drawn_letters, "taken", taken)
        data, said = typesetter.write(document, CATALOG, tagged=False)
    return data, said, seen[-1]


@pytest.fixture(scope="module")
def verdicts(two_faces: Typesetter) -> dict[str, tuple[str, str, str]]:
    """What is told of each name, all of them set in one document."""
    _, said, drawn = _written(two_faces, *map(composed, NAMES))
    missing = {one.sign for one in said if one.finding.code == "ENG-101"}
    others, beside = [*foreign(drawn)], [*loose(drawn)]
    found = {}
    for name in NAMES:
        text = composed(name)
        mine = [one.box for one in drawn if getattr(one.box, "text", "") == f"ok {text}"]
        stepped_in = {one.letter for one in others if one.box in mine} - missing
        loose_ones = "".join(
            dict.fromkeys(letters for box, letters, _ in beside if box in mine and not set(letters) & missing)
        )
        found[name] = (_in_order(stepped_in, text), loose_ones, _in_order(missing & set(text), text))
    return found


def _in_order(letters: set[str], text: str) -> str:
    return "".join(dict.fromkeys(letter for letter in text if letter in letters))


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_set_right_or_told_with_what_is_not(verdicts: dict[str, tuple[str, str, str]], name: str) -> None:
    assert verdicts[name] == tuple(map(composed, NAMES[name]))


def test_there_are_sixty_names_or_more() -> None:
    assert len(NAMES) >= 60


def test_what_stepped_in_is_told_with_both_faces_and_nothing_of_a_letter_that_no_face_has(
    two_faces: Typesetter,
) -> None:
    _, said, _ = _written(two_faces, "\u0130smail Ɔ̃ x̄")
    assert [(one.finding.code, one.sign, one.face, one.wanted) for one in said] == [
        ("ENG-101", "Ɔ", "", ""),
        ("ENG-107", "\u0130", "Source Serif", "Atkinson Hyperlegible"),
        ("ENG-108", "x̄", "Atkinson Hyperlegible", ""),
    ]


@pytest.mark.parametrize("name", ["Ǫla", "OǪ", "Ȭ Õ O", "Ǭ"])
def test_a_letter_that_is_drawn_in_parts_is_read_as_itself_and_so_are_its_parts(
    two_faces: Typesetter, name: str
) -> None:
    data, _, _ = _written(two_faces, name)
    read = "".join(run.shown for run in read_runs(data, look=False))
    assert squeezed(read) == squeezed(f"ok{name}")


BOX = object()


def test_the_usual_face_is_that_of_most_plain_letters_of_the_family() -> None:
    drawn = [
        Drawn(BOX, "A", "Serif", "Ọx"),
        Drawn(BOX, "A", "Sans", "abc Ọ"),
        Drawn(None, "B", "Serif", "ab"),
        Drawn(None, "C", "Serif", "Ọ→"),
    ]
    assert [*foreign(drawn)] == [Foreign(BOX, "Ọ", "Serif", "Sans"), Foreign(BOX, "x", "Serif", "Sans")]
    assert [*foreign([Drawn(BOX, "A", "Serif", "→ ™ 5"), Drawn(BOX, "A", "Sans", "abc")])] == []


def _item(line: str, *glyphs: tuple[int, int, bool], start: int = 0) -> DrawnItem:
    return DrawnItem(line, start, line[start:], SimpleNamespace(to_unicode={}, family="F"), glyphs)


@pytest.mark.parametrize(
    ("item", "letters"),
    [
        (_item("ax\u0304b", (1, 0, False), (2, 1, False), (9, 2, False), (3, 3, False)), ["x\u0304"]),
        (_item("ax\u0304b", (1, 0, False), (2, 1, False), (9, 2, True), (3, 3, False)), []),
        (_item("ax\u0304\u0301", (2, 1, False), (9, 2, True), (8, 3, False)), ["x\u0304\u0301"]),
        (_item("x\u0304", (2, 0, False), (9, 1, False)), ["x\u0304"]),
        (_item("Ŵ", (1, 0, False), (9, 0, False)), ["Ŵ"]),
        (_item("Ŵ", (1, 0, False), (9, 0, True)), []),
        (_item("Ŵ", (1, 0, False)), []),
        (_item("ab", (1, 0, False), (2, 0, False)), []),
    ],
)
def test_a_mark_that_was_not_moved_stands_beside_its_letter(item: DrawnItem, letters: list[str]) -> None:
    assert [*drawn_letters._loose(item)] == letters


@pytest.mark.parametrize(
    ("sign", "number", "parts"),
    [
        ("Ǫ", 2, ["O", "\u0328"]),
        ("Ȭ", 2, ["Õ", "\u0304"]),
        ("Ȭ", 3, ["O", "\u0303", "\u0304"]),
        ("x", 2, ["x", ""]),
        ("½", 3, ["½", "", ""]),
        ("a", 1, ["a"]),
    ],
)
def test_a_letter_is_taken_apart_from_its_last_mark_on(sign: str, number: int, parts: list[str]) -> None:
    assert drawn_letters._parts(sign, number) == parts


def test_a_glyph_that_is_known_already_keeps_its_letter() -> None:
    item = _item("OǪ", (1, 0, False), (1, 1, False), (9, 1, True))
    item.font.to_unicode[1] = "0"
    drawn_letters._tell_apart(item)
    assert item.font.to_unicode == {1: "0", 9: "\u0328"}


def test_of_plain_lines_one_is_noted_for_each_family_in_each_document(two_faces: Typesetter) -> None:
    plain = [_written(two_faces, "one – two", "three", "four")[2] for _ in range(2)]
    assert [[one.text for one in drawn] for drawn in plain] == [["ok one – two"]] * 2
    _, _, drawn = _written(two_faces, "one", "zwölf", "three", "Ọ")
    assert [one.text for one in drawn] == ["ok one", "ok zwölf", "ok ", "Ọ"]
