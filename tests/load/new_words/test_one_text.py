from __future__ import annotations

from random import Random

import pytest

from brochures.findings import BrochureError
from brochures.load.new_words import NewWords, Style, with_new_words
from tests.random_yaml import RandomFile, holds, words

FILE = """\
# head
statements:
  a.b:   # about it
    plain: Plain words here.  # a remark
    single: 'it''s so'
    double: "say \\u2019no\\u2019"
    folded: >-  # why
      The first line of words that is long enough to be folded
      over several lines, of which each is an own one,
      so that the change is seen.

      A second paragraph.
    # between
    literal: |
      one
        two

    flow: {en: Page, es: [a, "b c"]}
    over: words that
      go on
    kept: >+
      kept

    same: &it twice
    again: *it
    empty:
    last: end
"""


def _new(route: str, said: str, text: str = FILE) -> NewWords:
    steps = tuple(int(step) if step.isdigit() else step for step in route.split("/"))
    data = text.encode()
    made = with_new_words(data, "f.yaml", ("statements", "a.b", *steps), said)
    assert holds(data, made.data, ("statements", "a.b", *steps), said)
    return made


@pytest.mark.parametrize(
    ("route", "said", "raw"),
    [
        ("plain", "New words.", "New words."),
        ("plain", 'It\'s "so"', 'It\'s "so"'),
        ("single", "it's not", "'it''s not'"),
        ("double", 'a "b" \\', '"a \\"b\\" \\\\"'),
        ("double", "two\nlines", '"two\\nlines"'),
        ("folded", "One line.", ">-  # why\n      One line."),
        ("folded", "One.\nTwo.", ">-  # why\n      One.\n\n      Two."),
        ("literal", "one\n  three\n", "|\n      one\n        three"),
        ("literal", "one", "|-\n      one"),
        ("flow/en", "Sheet", "Sheet"),
        ("flow/es/0", "b", "b"),
        ("flow/es/1", "c: d", '"c: d"'),
        ("over", "words", "words"),
        ("kept", "kept\n\n\n", ">+\n      kept\n\n"),
    ],
)
def test_words_are_written_as_the_old_ones_were(route: str, said: str, raw: str) -> None:
    made = _new(route, said)
    assert (made.raw, made.style, made.note) == (raw, made.was, "")


@pytest.mark.parametrize(
    ("route", "said", "raw", "style"),
    [
        ("plain", "a: b", '"a: b"', Style.DOUBLE),
        ("plain", "yes # no", '"yes # no"', Style.DOUBLE),
        ("plain", '"so" he said', "'\"so\" he said'", Style.SINGLE),
        ("plain", "~", '"~"', Style.DOUBLE),
        ("flow/en", "a, b", '"a, b"', Style.DOUBLE),
        ("flow/es/0", "[1]", '"[1]"', Style.DOUBLE),
        ("single", "a\x07", '"a\\x07"', Style.DOUBLE),
        ("folded", "a\n  b", "|-  # why\n      a\n        b", Style.LITERAL),
        ("folded", " a", '" a"  # why', Style.DOUBLE),
        ("literal", " a\n", '" a\\n"', Style.DOUBLE),
    ],
)
def test_what_their_style_cannot_hold_is_written_in_the_next_that_can_and_that_is_told(
    route: str, said: str, raw: str, style: Style
) -> None:
    made = _new(route, said)
    assert (made.raw, made.style) == (raw, style)
    assert made.note.endswith(f"it is now written {style}")


def test_lines_that_did_not_change_stay_where_they_were() -> None:
    before = "The first line of words that is long enough to be folded over several lines, of which each is an own one, so that the change is seen.\nA second paragraph."
    made = _new("folded", before.replace("each is", "each one is"))
    changed = [line for line in made.data.decode().split("\n") if line not in FILE.split("\n")]
    assert changed == ["      over several lines, of which each one is an own one,"]
    assert _new("folded", before).data == FILE.encode()


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["", "\n", "\n\n  \n"])
def test_line_ends_a_mark_before_and_blanks_behind_are_kept(newline: str, mark: str, end: str) -> None:
    text = (mark + "a: >-\n  one\n\n  two \t\nb: 'x'   \nc: last" + end).replace("\n", newline)
    data = text.encode()
    for route, old, new in (("a", "one\n\n  two", "three\n\n  two"), ("b", "'x'", "'y'"), ("c", "last", "next")):
        said = {"a": "three\ntwo \t", "b": "y", "c": "next"}[route]
        expected = text.replace(old.replace("\n", newline), new.replace("\n", newline)).encode()
        assert with_new_words(data, "f.yaml", (route,), said).data == expected


def test_letters_that_are_given_are_taken_where_they_say_the_words() -> None:
    data = b"a: 'x y'\nb: 1\n"
    assert with_new_words(data, "f.yaml", ("a",), "x z", '"x z"').data == b'a: "x z"\nb: 1\n'
    assert with_new_words(data, "f.yaml", ("a",), "x z", '"x"').data == b"a: 'x z'\nb: 1\n"
    assert with_new_words(data, "f.yaml", ("a",), "x z", "x z\nc: 2").data == b"a: 'x z'\nb: 1\n"


def test_words_are_written_in_composed_letters() -> None:
    assert with_new_words(b"a: x\n", "f.yaml", ("a",), "cafe\u0301").data == "a: caf\u00e9\n".encode()


@pytest.mark.parametrize(
    ("route", "said"),
    [
        ("same", "cannot be written here so that they read back as they are and the rest of the file stays what it is"),
        (
            "again",
            "cannot be written here so that they read back as they are and the rest of the file stays what it is",
        ),
        ("empty", "no words are written here"),
        ("flow", "no words are written here"),
        ("nowhere", "no words are written here"),
    ],
    ids=["same", "again", "empty", "flow", "nowhere"],
)
def test_what_cannot_be_written_alone_is_refused(route: str, said: str) -> None:
    with pytest.raises(BrochureError) as refused:
        _new(route, "other")
    (finding,) = refused.value.findings
    assert finding.code == "TOO-230"
    assert said in finding.message
    assert finding.place.line > 1


def test_a_text_that_others_repeat_is_refused() -> None:
    with pytest.raises(BrochureError, match="read back as they are"):
        _new("same", "other")


def test_words_beside_such_places_are_written() -> None:
    assert _new("plain", "other").data == FILE.replace("Plain words here.", "other").encode()


@pytest.mark.parametrize("text", ["a: x\na: y\n", "a: x\n\tb: y\n", "a: Words here. # cut off\n", "a: \ufffe\n"])
def test_a_file_with_mistakes_is_not_written(text: str) -> None:
    with pytest.raises(BrochureError):
        with_new_words(text.encode("utf-8", "surrogatepass"), "f.yaml", ("a",), "z")


@pytest.mark.parametrize("seed", range(12))
def test_random_words_in_random_files_change_nothing_else(seed: int) -> None:
    file, random = RandomFile.made(seed), Random(seed)  # noqa: S311 the same words in every run
    data = file.data
    for route in random.sample(file.routes, 8):
        said = words(random)
        assert holds(data, with_new_words(data, "f.yaml", route, said).data, route, said), (route, said)
