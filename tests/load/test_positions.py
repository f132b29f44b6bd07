"""The exact place of a character, however its text is folded, quoted or escaped; and which words a piece is made of."""

from __future__ import annotations

import pytest

from brochures.editorial.galley import Galley
from brochures.findings import Place
from brochures.load.catalogue import load
from brochures.load.yaml_source import read
from brochures.project.paths import ROOT, Project
from brochures.resolve.job import Role
from brochures.resolve.passages import printed
from brochures.resolve.ticket import resolve
from tests.miniature import Miniature
from tests.real import DAY


@pytest.mark.parametrize(
    ("yaml", "needle", "place"),
    [
        ("a: one two three", "three", (1, 12)),
        ("a: 'it''s two'", "two", (1, 11)),
        ('a: "one \\"two\\" \\u0033 four"', "four", (1, 24)),
        ('a: "\\U00000033 four"', "four", (1, 16)),
        ('a: "\\x33 four"', "four", (1, 10)),
        ('a: "\\e four"', "four", (1, 8)),
        ('a: "one\\ttwo"', "two", (1, 10)),
        ('a: "\\t one\\N\\_\\x20two"', "two", (1, 19)),
        ('a: "one \\u2003 two"', "two", (1, 16)),
        ('a: "one\\ \\\n  two"', "two", (2, 3)),
        ('a: "one\\\r\n  two"', "two", (2, 3)),
        ("a: &name one two", "two", (1, 14)),
        ("a: !!str 'it''s two'", "two", (1, 17)),
        ("a: &name  # a remark\n  'it''s two'", "two", (2, 10)),
        ("a: |2-  # a remark\n  one\n  two", "two", (3, 3)),
        ("a: 'it''s '' two'", "two", (1, 14)),
        ('a: "one\\\n  two three"', "three", (2, 7)),
        ('a: "one \\\n\n  two three"', "three", (3, 7)),
        ("a: '\n  one\n\n  two'", "two", (4, 3)),
        ('a: "one\n  two"', "two", (2, 3)),
        ("a: one\n  two\n   three", "three", (3, 4)),
        ("a: >-\n  one\n  two  three\n", "three", (3, 8)),
        ("a: >-\n\n  one\n\n  two\n", "two", (5, 3)),
        ("a: |\n  one\n  two\n", "two", (3, 3)),
        ("a:   one", "one", (1, 6)),
        ("a: {b: c, d: one two}", None, (1, 4)),
        ("a: Nguye\u0302\u0303n two", "two", (1, 13)),
        ("a: Nguye\u0303\u0302n two", "two", (1, 13)),
        ("a: x\u0304 O\u0323\u0300sun two", "sun", (1, 10)),
        ("a: O\u0323\u0300 two", "\u0300", (1, 5)),
        ("a: Ngu\u1ec5n two", "two", (1, 10)),
        ("a: \u0958\u0958 two", "two", (1, 7)),
        ('a: "e\\u0302\\u0303 two"', "two", (1, 19)),
        ('a: "\\xe9\\U00001ec5 two"', "two", (1, 20)),
        ("a: 'e\u0301''s two'", "two", (1, 11)),
        ("a: >-\n  ae\u0301\n  two\n", "two", (3, 3)),
    ],
)
def test_a_character_of_a_text_is_found_where_it_is_written(
    mini: Miniature, yaml: str, needle: str | None, place: tuple[int, int]
) -> None:
    manuscript, _ = read(mini.write("content/x.yaml", yaml), "x.yaml")
    route = ("a",) if needle else ("a", "d")
    writing = manuscript.writing(route)
    if needle is None:
        assert writing.place(writing.text.index("two")) == Place("x.yaml", 1, 18)
        return
    assert writing.place(writing.text.index(needle)) == Place("x.yaml", *place)


@pytest.mark.slow
@pytest.mark.parametrize("slug", Project.open(ROOT).slugs())
def test_every_character_of_every_real_word_is_found_where_it_is_written(slug: str) -> None:
    project = Project.open(ROOT, today=DAY)
    job = resolve(project, load(project), slug)
    lines = {
        file: (ROOT / file).read_text(encoding="utf-8").split("\n")
        for file in {passage.writing.start.file for passage in job.passages}
    }
    for passage in job.passages:
        text = passage.writing.text
        for offset in range(0, len(text), 5):
            place = passage.writing.place(offset)
            if not text[offset].isspace():
                assert lines[place.file][place.line - 1][place.column - 1] == text[offset], place


def test_words_after_a_reference_are_found_behind_it(mini: Miniature) -> None:
    job = resolve(mini.project, mini.load(), "pack")
    galley = Galley.of(job)
    (one,) = [prose for prose in galley.prose if prose.text.startswith("In 40 people")][:1]
    assert str(one.place(one.text.index("people"))) == "content/ketamine.yaml:20:35"
    assert str(one.place(one.text.index("0.80"))) == "content/ketamine.yaml:20:54"
    assert one.typed(one.text.index("people"))
    assert not one.typed(one.text.index("0.80"))


def test_a_clinic_fact_that_is_missing_leaves_no_word_and_no_wrong_place(mini: Miniature) -> None:
    mini.replace("content/clinic.yaml", "phone: 847-555-0200", "phone:")
    galley = Galley.of(resolve(mini.project, mini.load(), "fold"))
    (one,) = [prose for prose in galley.prose if prose.text.startswith("Call us")]
    assert one.text == "Call us at , or 911."
    assert str(one.place(one.text.index("or"))) == "content/program.yaml:13:38"


def test_a_piece_is_read_whole(mini: Miniature) -> None:
    mini.write("content/labels.yaml", "labels:\n  page: {en: Page}\n")
    mini.replace("content/studies.yaml", "limits: [Small.]", "limits: [Small.]\n    plain: {en: It had people.}")
    job = resolve(mini.project, mini.load(), "fold")
    said = [(passage.role, printed(passage.words)) for passage in job.passages]
    assert said == [
        (Role.TITLE, "A folded piece"), (Role.TITLE, "What a folded piece is"),
        (Role.PIECE, "Front"), (Role.STATEMENT, "Ketamine is not approved for addiction. Using it this way is called “off-label”."),
        (Role.PIECE, "Inside left"), (Role.STATEMENT, "We offer care in the daytime."), (Role.PICTURE, "A leaf"),
        (Role.PIECE, "Flap"), (Role.STATEMENT, "Call us at 847-555-0200, or 911."),
        (Role.PIECE, "Inside middle"), (Role.STATEMENT, "You may feel"), (Role.STATEMENT, "far away"), (Role.STATEMENT, "dizzy"),
        (Role.PIECE, "Inside right"), (Role.STATEMENT, "We offer care in the daytime."),
        (Role.PIECE, "Back"), (Role.PIECE, "Sources"),
        (Role.PLAIN, "It had people."), (Role.LABEL, "Page"),
    ]  # fmt: skip


def test_a_form_a_table_and_help_lines_are_read(mini: Miniature) -> None:
    mini.write(
        "content/forms.yaml",
        "forms:\n  ask:\n    title: Ask us\n    intro: Fill it in.\n    sections:\n      - title: You\n        note: 'Or call {clinic:phone}.'\n"
        "        fields:\n          - {label: Your name, type: text, hint: in full}\n          - {label: One, type: choice, options: [Red, Blue]}\n",
    )
    mini.replace(
        "content/packets/pack.yaml",
        "      - statement: program.outpatient",
        "      - form: ask\n      - study_table: {caption: Trials, studies: [mini-trial]}\n      - crisis: {title: Help, lines: [emergency-911]}",
    )
    job = resolve(mini.project, mini.load(), "pack")
    said = {(str(passage.role), printed(passage.words)) for passage in job.passages}
    assert said >= {
        ("form", "Ask us"), ("form", "Fill it in."), ("form", "You"), ("form", "Or call 847-555-0200."), ("form", "Your name"), ("form", "in full"), ("form", "Red"), ("form", "Blue"),
        ("piece", "Trials"), ("study", "Randomised"), ("study", "Small."), ("study", "ketamine against placebo"), ("study", "0.5 mg/kg"),
        ("piece", "Help"), ("help line", "Emergency"), ("help line", "danger to life"),
    }  # fmt: skip
