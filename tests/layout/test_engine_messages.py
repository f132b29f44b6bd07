"""Told: a character that no font has is told at each place where it is written, and at no other."""

from __future__ import annotations

import pytest

from brochures.compose.html import Composition
from brochures.compose.passage_numbers import place_of
from brochures.engine.messages import Message
from brochures.findings import NOWHERE, Place, codes
from brochures.geometry.passages import Origin
from brochures.layout.engine_messages import told
from tests.layout.checks.handmade import composed
from tests.miniature import Miniature

pytestmark = pytest.mark.slow

PROGRAM = "content/program.yaml"
FOLD = "content/brochures/fold.yaml"


def _told(mini: Miniature) -> list[str]:
    return [str(one.place) for one in mini.check("fold", editions=("screen",)) if one.code == "ENG-101"]


def test_of_two_equal_words_only_the_one_that_is_drawn_is_told(mini: Miniature) -> None:
    mini.replace(FOLD, "heading: Flap", "heading: Ask \N{BALLOT BOX} us")
    mini.replace(PROGRAM, "Call us at", "Ask \N{BALLOT BOX} us at")
    assert _told(mini) == [f"{FOLD}:20:20", f"{PROGRAM}:13:15"]
    mini.append("styles/base.css", "h2 { display: none }\n")
    assert _told(mini) == [f"{PROGRAM}:13:15"]


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("title: A miniature trial", "title: A \N{BALLOT BOX} miniature trial", "content/studies.yaml:8:16"),
        ("Journal of Small Things", "Journal of \N{BALLOT BOX}", "content/studies.yaml:12:35"),
    ],
)
def test_a_sign_in_a_reference_is_told_in_the_record(mini: Miniature, old: str, new: str, place: str) -> None:
    mini.replace("content/studies.yaml", old, new)
    assert place in {str(one.place) for one in mini.check("pack") if one.code == "ENG-101"}


def test_a_picture_that_cannot_be_drawn_is_told_in_the_drawing_before_the_engine_meets_it(mini: Miniature) -> None:
    mini.write("content/images/leaf.svg", '<svg xmlns="http://www.w3.org/2000/svg"><g></svg>')
    found = mini.check("fold", editions=("screen",))
    assert [(one.code, str(one.place)) for one in found] == [("RES-104", "content/images/leaf.svg:1:46")]


@pytest.mark.parametrize("sign", ["\N{BALLOT BOX}", "\N{CJK UNIFIED IDEOGRAPH-4E2D}"])
def test_a_sign_in_two_texts_that_are_alike_is_told_in_both(mini: Miniature, sign: str) -> None:
    mini.replace(PROGRAM, "Call us at", f"{sign} Bring a list, {sign} please")
    mini.replace(PROGRAM, "We offer care in the daytime.", f"Bring a list, {sign} please.")
    assert _told(mini) == [f"{PROGRAM}:6:25", f"{PROGRAM}:13:11", f"{PROGRAM}:13:27"]


@pytest.mark.parametrize(
    ("file", "old", "new", "place"),
    [
        (FOLD, "title: A folded piece", "title: A folded \N{BALLOT BOX} piece", f"{FOLD}:2:17"),
        (FOLD, "sources: {title: Sources}", "sources: {title: So\N{BALLOT BOX}urces}", f"{FOLD}:30:26"),
    ],
)
def test_a_sign_in_a_title_is_told_there(mini: Miniature, file: str, old: str, new: str, place: str) -> None:
    mini.replace(file, old, new)
    assert _told(mini) == [place]


@pytest.fixture(scope="module")
def composition(tmp_path_factory: pytest.TempPathFactory) -> Composition:
    return composed(Miniature.copied_to(tmp_path_factory.mktemp("told") / "project"))


def _said(composition: Composition, *messages: Message) -> list[tuple[str, str, str, str, str, str]]:
    return [
        (one.code, str(one.place), one.message, one.help, one.piece, one.edition) for one in told(messages, composition)
    ]


GLYPH = codes.MISSING_GLYPH.at(NOWHERE, "as the engine says it", "use another character")
STYLE = codes.IGNORED_STYLE.at(Place("styles/base.css", 2, 3), "Ignored 'a: b'", "write it otherwise")
FILE = codes.MISSING_RESOURCE.at(NOWHERE, "Failed to load", "put the file into the project")


def test_what_has_its_place_already_is_told_there_and_once(composition: Composition) -> None:
    told_once = ("ENG-104", "styles/base.css:2:3", "Ignored 'a: b'", "write it otherwise", "fold", "screen")
    assert _said(composition, Message(STYLE), Message(STYLE)) == [told_once]


def test_a_character_is_named_with_its_number_once_for_each_place(composition: Composition) -> None:
    origins = (Origin(0, 0), Origin(0, 0), Origin(0, 2))
    said = "no font of ours has '\N{BALLOT BOX}' (BALLOT BOX, U+2610)"
    assert _said(composition, Message(GLYPH, "\N{BALLOT BOX}", origins)) == [
        ("ENG-101", place, said, "use another character", "fold", "screen") for place in (f"{FOLD}:2:8", f"{FOLD}:2:11")
    ]


def test_a_character_that_no_passage_has_stands_in_a_template_and_may_have_no_name(composition: Composition) -> None:
    said = "no font of ours has '\x07' (a character without a name, U+0007)"
    assert _said(composition, Message(GLYPH, "\x07")) == [
        ("ENG-101", "templates", said, "use another character", "fold", "screen")
    ]


OTHER = codes.OTHER_FACE.at(NOWHERE, "")
BESIDE = codes.MARK_BESIDE.at(NOWHERE, "")
SAID = {
    "one": "'Serif' stepped in for 'Ọ' (LATIN CAPITAL LETTER O WITH DOT BELOW, U+1ECC): 'Sans' does not have it",
    "two": "'Serif' stepped in for 'ṣ' (LATIN SMALL LETTER S WITH DOT BELOW, U+1E63), 'ạ' (LATIN SMALL LETTER A WITH DOT BELOW, "
    "U+1EA1): 'Sans' does not have them",
    "beside": "the mark stands beside its letter in 'x\u0304' (LATIN SMALL LETTER X, U+0078 with COMBINING MACRON, U+0304), set in 'Sans'",
}
ADD = "set the whole name in a face that has all its letters, or add one"
ASK = "add a face that sets it on its letter, or ask whose name it is how else it may be written"


def test_letters_of_another_face_are_told_once_a_passage_at_the_first_of_them_whatever_the_edition(
    composition: Composition,
) -> None:
    later, first, again = ((Origin(0, number),) for number in (4, 0, 6))
    messages = [
        Message(OTHER, "ṣ", later, face="Serif", wanted="Sans"),
        Message(OTHER, "ạ", first, face="Serif", wanted="Sans"),
        Message(OTHER, "ṣ", again, face="Serif", wanted="Sans"),
        Message(OTHER, "Ọ", (Origin(1, 0),), face="Serif", wanted="Sans"),
        Message(OTHER, "Ọ", face="Serif", wanted="Sans"),
    ]
    places = [str(place_of(origin, composition.passages)) for origin in (Origin(0, 0), Origin(1, 0))]
    assert _said(composition, *messages) == [
        ("ENG-107", places[0], SAID["two"], ADD, "fold", ""),
        ("ENG-107", places[1], SAID["one"], ADD, "fold", ""),
        ("ENG-107", "templates", SAID["one"], ADD, "fold", ""),
    ]


def test_of_many_letters_six_are_named(composition: Composition) -> None:
    letters = "НинаЕлвк"
    (found,) = _said(
        composition, *(Message(OTHER, one, (Origin(0, 0),), face="Serif", wanted="Sans") for one in letters)
    )
    assert "U+0412" not in found[2]
    assert found[2].count("CYRILLIC") == 6
    assert found[2].endswith(" and others: 'Sans' does not have them")
    (six,) = _said(
        composition, *(Message(OTHER, one, (Origin(0, 0),), face="Serif", wanted="Sans") for one in "НинаЕлн")
    )
    assert "others" not in six[2]


def test_a_mark_beside_its_letter_is_an_error_with_the_names_of_both(composition: Composition) -> None:
    (found,) = _said(composition, Message(BESIDE, "x\u0304", (Origin(0, 0),), face="Sans"))
    assert found == ("ENG-108", f"{FOLD}:2:8", SAID["beside"], ASK, "fold", "")


def test_words_from_right_to_left_are_refused_with_the_reason(composition: Composition) -> None:
    for sign in "\N{ARABIC LETTER MEEM}\N{HEBREW LETTER DALET}":
        (found,) = _said(composition, Message(GLYPH, sign))
        assert (
            found[3] == "write the name in Latin letters, as its owner does: words from right to left are not set here"
        )


def test_a_mark_beside_its_letter_stops_a_piece(mini: Miniature) -> None:
    mini.replace(PROGRAM, "Call us at", "Call x\u0304 us at")
    found = [one for one in mini.check("fold", editions=("screen", "desk")) if one.code == "ENG-108"]
    assert [(str(one.place), one.is_error) for one in found] == [(f"{PROGRAM}:13:16", True)]


def test_a_file_that_is_no_picture_of_the_piece_is_its_own_place(composition: Composition) -> None:
    picture = composition.pictures[0]
    files = (picture.file, "styles/fonts/none.otf")
    assert [found[1] for found in _said(composition, *(Message(FILE, resource=file) for file in files))] == [
        str(picture.place),
        "styles/fonts/none.otf",
    ]
