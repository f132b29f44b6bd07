from __future__ import annotations

import pytest
from pypdf.generic import DictionaryObject, NameObject, NumberObject, TextStringObject

from brochures.geometry.box import Box
from brochures.preflight.extracted_text import Run
from brochures.preflight.spoken_order import spoken
from brochures.preflight.spoken_things import Widget, link_in_words
from brochures.preflight.spoken_words import between, joined


def _run(shown: str, left: float, right: float, top: float = 0.0, *, spaced: tuple[bool, bool] = (False, False)) -> Run:
    return Run(1, shown.casefold(), shown, Box(left, top, right, top + 10), 0, 1.0, spaced=spaced)


@pytest.mark.parametrize(
    ("left", "words"),
    [(21.1, "onetwo"), (21.3, "one two"), (8.0, "one two")],
    ids=["a hair apart", "a space apart", "back to the left"],
)
def test_a_space_of_the_page_is_a_space(left: float, words: str) -> None:
    assert joined([_run("one", 0, 20), _run("two", left, left + 20)]) == words


def test_a_line_that_ends_is_a_space_but_behind_a_hyphen() -> None:
    assert joined([_run("one", 0, 20), _run("two", 0, 20, top=14)]) == "one two"
    assert joined([_run("follow-", 0, 20), _run("up", 0, 20, top=14)]) == "follow-up"


def test_a_space_that_is_written_is_one_and_none_is_before_a_full_stop() -> None:
    assert between(_run("Over time.", 0, 20, spaced=(False, True)), _run("More", 20, 40)) == " "
    assert between(_run("911", 0, 20, spaced=(False, True)), _run(".", 22, 24)) == ""


def test_what_is_no_pdf_file_is_said_to_be_none() -> None:
    assert spoken(b"no file") is None
    assert spoken(b"%PDF-1.7\n%%EOF") is None


def _dictionary(**entries: object) -> DictionaryObject:
    made = DictionaryObject()
    for key, value in entries.items():
        made[NameObject(f"/{key}")] = value
    return made


def test_a_box_says_whether_it_is_checked() -> None:
    box = _dictionary(FT=NameObject("/Btn"), TU=TextStringObject("Agree"), AS=NameObject("/Yes"), Ff=NumberObject(2))
    assert str(Widget.of(box)) == "check box 'Agree', required, checked"
    box[NameObject("/AS")] = NameObject("/Off")
    assert str(Widget.of(box)) == "check box 'Agree', required, not checked"


def test_a_field_takes_from_the_one_around_it_what_it_does_not_say() -> None:
    around = _dictionary(FT=NameObject("/Tx"), V=TextStringObject("Ada"), TU=TextStringObject("Name"))
    assert str(Widget.of(_dictionary(Parent=around))) == "text 'Name', holds 'Ada'"
    assert str(Widget.of(_dictionary(FT=NameObject("/Tx")))) == "text without a name, empty"


def test_fields_in_a_circle_end() -> None:
    field = _dictionary()
    field[NameObject("/Parent")] = field
    assert str(Widget.of(field)) == "unknown without a name"


def test_a_link_says_where_it_leads() -> None:
    action = _dictionary(URI=TextStringObject("tel:988"))
    assert link_in_words("988", [_dictionary(A=action)]) == "'988', to tel:988"
    assert link_in_words("", []) == "without words, to nowhere"
