"""Small parts of composition, on texts, jobs and templates made by hand: stamps, what is mended and what is not, colours, attributes."""

from __future__ import annotations

import pickle
from dataclasses import replace
from math import ceil
from typing import Any

import pytest
from markupsafe import Markup

from brochures.compose.drawings.forest_plot import NameColumn, _row
from brochures.compose.filters import FILTERS, unmarked
from brochures.compose.html import Composition, _fitted, compose
from brochures.compose.literal_colours import literal_colours
from brochures.compose.passage_numbers import (
    ATTRIBUTE,
    PICTURE,
    ShownPicture,
    Stamped,
    joined,
    passages_of,
    place_of,
    signed,
    stamp,
    unsigned,
    unstamped,
)
from brochures.compose.smarten import smartened
from brochures.compose.templates import Templates
from brochures.compose.typography import JOINER, NEUTRAL
from brochures.design.copyfit_ladder import Fit
from brochures.findings import Place
from brochures.geometry.passages import NONE, Origin, Stretch, count, cut, letters, offset_of, read, written
from brochures.load.model.sources import Citation
from brochures.load.model.words import RefusedWords, Typography, WordList
from brochures.load.positions import Writing
from brochures.project.edition import Edition, FileKind
from brochures.resolve.inline_text import Call, ClinicFact, Figure, Plain
from brochures.resolve.job import CitedSource, Job, PlacedPicture, ResolvedBlock, Section, Study
from brochures.resolve.ticket import resolve
from tests.editorial.gate import house_job
from tests.miniature import Miniature


def _text(words: str, passage: int = 0, offset: int = 0, *, fixed: bool = False) -> Stamped:
    return Stamped.of(words, (Stretch(0, passage, offset, fixed),))


# ---------------------------------------------------------------- stamps


@pytest.mark.parametrize(
    ("html", "stamped"),
    [
        ("<p>{one}</p>", '<p data-passage="0:1:0 3">One</p>'),
        ("<p>{one}{two}</p>", '<p data-passage="0:1:0 3:2:5! 6">Onetwo</p>'),
        ("<p>a {one} b</p>", '<p data-passage="1:1:0 4 5">a One b</p>'),
        ("<p>{sign}</p>", '<p data-passage="0:3:0 0">–</p>'),
        ("<p>{sign}{one}</p>", '<p data-passage="0:1:0 3">–One</p>'),
        ("<p>{one}{sign}</p>", '<p data-passage="0:1:0 3:3:0 3">One–</p>'),
        ("<p>plain &amp; &lt;b&gt; {one}</p>", '<p data-passage="6:1:0 9">plain &amp; &lt;b&gt; One</p>'),
        ("<p><br>{one}<img src='a'>x</p>", "<p data-passage=\"0:1:0 3 4\"><br>One<img src='a'>x</p>"),
        ("<p><b/>{one}</p>", '<p data-passage="0:1:0 3"><b/>One</p>'),
        ("<p><!-- {one} <i> -->{two}</p>", '<p data-passage="0:2:5! 3"><!-- One <i> -->two</p>'),
        ("<ul><li>{one}<li>{two}</ul>", '<ul><li data-passage="0:1:0 3">One<li data-passage="0:2:5! 3">two</ul>'),
        ("</i><p>{one}</p>", '</i><p data-passage="0:1:0 3">One</p>'),
        ('<p title="{one}">x</p>', '<p title="One">x</p>'),
        ('<img src="{file}">', '<img data-picture="4" src="leaf.svg">'),
        ("<p>{file}</p>", "<p>leaf.svg</p>"),
        ("{one}", "One"),
        ("<p>plain</p>", "<p>plain</p>"),
    ],
)
def test_each_element_says_where_its_own_letters_come_from(html: str, stamped: str) -> None:
    parts = {
        "one": _text("One", 1),
        "two": _text("two", 2, 5, fixed=True),
        "sign": _text("–", 3),
        "file": ShownPicture.of("leaf.svg", 4),
    }
    done = stamp(html.format(**{name: signed(part) for name, part in parts.items()}))
    assert done == stamped
    bare = unstamped(done)
    assert (ATTRIBUTE in bare, PICTURE in bare) == (False, False)


def test_what_is_no_stamped_text_is_left_as_it_is() -> None:
    assert signed("a & b") == "a & b"
    assert signed(5) == 5
    assert signed(_text("a & b")) == Markup("\ufdd00:0:0\ufdd1a &amp; b\ufdd2")
    assert signed(ShownPicture.of("a&b.svg", 3)) == Markup("\ufdd33\ufdd1a&amp;b.svg")
    assert unsigned(f"x{signed(_text('a'))}y{signed(ShownPicture.of('b', 1))}") == "xayb"


def test_a_picture_s_number_goes_with_its_file_into_another_process() -> None:
    shown = pickle.loads(pickle.dumps(ShownPicture.of("leaf.svg", 7)))  # noqa: S301 it is our own
    assert (shown, shown.number) == ("leaf.svg", 7)


def test_joined_texts_keep_their_stretches_and_the_joint_has_none() -> None:
    both = joined([_text("One", 1), "2", _text("three", 3, 4)], " or ")
    assert both == "One or 2 or three"
    assert isinstance(both, Stamped)
    assert both.stretches == (
        Stretch(0, 1), Stretch(3), Stretch(5), Stretch(6), Stretch(8, 3, 4), Stretch(13),
    )  # fmt: skip
    assert list(passages_of(both)) == [1, 3]
    assert (list(passages_of("plain")), list(passages_of(None))) == ([], [])
    assert joined([]) == ""


WRITTEN = Writing("We say “no” to it.", "We say “no” to it.", Place("content/a.yaml", 4, 9))


@pytest.mark.parametrize(
    ("offset", "sign", "column"),
    [(0, "", 9), (2, "", 12), (5, "", 17), (5, "“", 16), (7, "”", 19), (7, "", 21), (5, "n", 17), (5, "?", 17), (0, "?", 9), (99, "", 27)],
)  # fmt: skip
def test_a_letter_and_the_sign_before_it_are_found_where_they_are_written(offset: int, sign: str, column: int) -> None:
    assert place_of(Origin(0, offset), [WRITTEN], sign) == Place("content/a.yaml", 4, column)


# ---------------------------------------------------------------- letters that are counted


@pytest.mark.parametrize(
    ("text", "number"),
    [("", 0), ("a b-c, 12", 5), ("“a”—b’s", 3), ("é", 1), ("\N{LATIN SMALL LIGATURE FI}t", 3), ("½", 2), ("\N{BULLET} a\N{NO-BREAK SPACE}b", 2), ("\N{GREEK SMALL LETTER BETA}", 1)],
)  # fmt: skip
def test_letters_and_digits_are_counted(text: str, number: int) -> None:
    assert count(text) == number == len(letters(text))


@pytest.mark.parametrize(("letter", "offset"), [(0, 1), (1, 2), (2, 4), (3, 6), (9, 6)])
def test_a_letter_is_found_in_its_text(letter: int, offset: int) -> None:
    assert offset_of("“ab-c”", letter) == offset


STRETCHES = (Stretch(0, 1, 10), Stretch(4), Stretch(6, 2, 3, fixed=True), Stretch(9))


def test_stretches_are_written_and_read() -> None:
    assert written(STRETCHES) == "0:1:10 4 6:2:3! 9"
    assert read("0:1:10 4 6:2:3! 9") == STRETCHES
    assert read("") == ()


@pytest.mark.parametrize(
    ("start", "end", "found"),
    [
        (0, 9, [Stretch(0, 1, 10), Stretch(4), Stretch(6, 2, 3, fixed=True)]),
        (2, 5, [Stretch(0, 1, 12), Stretch(2)]),
        (4, 6, [Stretch(0)]),
        (7, 9, [Stretch(0, 2, 3, fixed=True)]),
        (3, 3, []),
    ],
)
def test_stretches_are_cut_with_their_text(start: int, end: int, found: list[Stretch]) -> None:
    assert list(cut(STRETCHES, start, end)) == found
    assert list(cut((Stretch(0, 5), Stretch(0)), 0, 0)) == [Stretch(0, 5)]


# ---------------------------------------------------------------- what is mended


RULE = Typography(quotes=("“", "”", "‘", "’"), dash="–")


@pytest.fixture(scope="module")
def job(tmp_path_factory: pytest.TempPathFactory) -> Job:
    mini = Miniature.copied_to(tmp_path_factory.mktemp("compose") / "project")
    found: Job = resolve(mini.project, mini.load(), "fold")
    return replace(found, rules=replace(found.rules, words=WordList(typography=RULE)))


def _set(job: Job, *things: Any, **about: Any) -> tuple[Any, ...]:
    """Return ``things`` as they are set in a block of ``job``."""
    block = ResolvedBlock("a-'b'", things, "file 'x'", ("r'",))
    section = Section("name 'n'", "title 't'", job.audience, (block,))
    done, _, pictures = smartened(replace(job, sections=(section,), **about))
    (held,) = done.sections
    (inner,) = held.blocks
    assert (held.name, held.title) == ("name 'n'", "title ‘t’")
    assert (inner.component, inner.file, inner.route) == ("a-'b'", "file 'x'", ("r'",))
    return (*inner.content, pictures)


def test_words_are_mended_and_what_is_looked_up_or_called_is_not(job: Job) -> None:
    cite = Citation.model_validate({"type": "book", "title": "The 'Big' Book", "author": [{"family": "O'Neil 'x'"}]})
    source = CitedSource("a-'name'", "short 's'", cite, kind="k'", limits="some 'l'")
    record = RefusedWords(find=("'a'", "b"), instead="'so'")
    words, mapping, found, call, figure, number, model, *_ = _set(
        job, "'so'", {"a 'key'": "'v'"}, source, Call("'1'"), Figure("'2'"), 5, record
    )
    assert model == RefusedWords(find=("‘a’", "b"), instead="‘so’")
    assert (words, mapping, number) == ("‘so’", {"a 'key'": "‘v’"}, 5)
    assert (found.name, found.short, found.kind, found.limits) == ("a-'name'", "short ‘s’", "k'", "some ‘l’")
    assert (found.cite.title, found.cite.author[0].family) == ("The 'Big' Book", "O'Neil 'x'")
    assert (call.text, figure.text) == ("'1'", "'2'")


def test_pictures_are_numbered_in_the_order_of_their_places(job: Job) -> None:
    leaf = PlacedPicture("leaf", "content/images/leaf's.svg", "A 'leaf'")
    one, two, pictures = _set(job, leaf, leaf)
    assert [(shown.file, shown.file.number, shown.alt) for shown in (one, two)] == [
        ("content/images/leaf's.svg", 0, "A ‘leaf’"), ("content/images/leaf's.svg", 1, "A ‘leaf’"),
    ]  # fmt: skip
    assert pictures == (leaf, leaf)


@pytest.mark.parametrize("name", ["phone", "after_hours_phone", "fax", "tty", "interpreter_phone"])
def test_numbers_of_the_clinic_are_not_mended(job: Job, name: str) -> None:
    clinic = {
        name: ClinicFact(name, "'5'", Place()),
        "name": ClinicFact("name", "The 'House'", Place()),
        "hours": ClinicFact("hours", None, Place()),
    }
    done, _, _ = smartened(replace(job, clinic=clinic))
    assert {key: fact.value for key, fact in done.clinic.items()} == {name: "'5'", "name": "The ‘House’", "hours": None}


def test_all_that_a_job_says_is_mended(job: Job) -> None:
    done, _, _ = smartened(replace(job, title="'t'", subject="'s'", lead="'l'", labels={"a": "'b'"}))
    assert (done.title, done.subject, done.lead, done.labels) == ("‘t’", "‘s’", "‘l’", {"a": "‘b’"})
    plain, _, _ = smartened(replace(done, rules=replace(job.rules, words=None), title="'t'"))
    assert plain.title == "'t'"
    assert NEUTRAL.quotes is None


# ---------------------------------------------------------------- colours that templates name by themselves


def test_the_colours_of_a_piece_are_those_of_the_templates_that_it_calls(mini: Miniature, job: Job) -> None:
    for file in ("documents/fold.html", "base.html", "components/heading.html"):
        mini.write(f"templates/{file}", "")
    mini.write("templates/documents/other.html", "{%- extends 'a.html' %}<b style='color: red'></b>")
    mini.write("templates/a.html", '{% from "b.html" import x %}{% include "gone.html" %}')
    mini.write("templates/b.html", "<i fill='#010203'></i>")
    mini.write("templates/c.html", "<i fill='#999999'></i>")
    mini.write("templates/components/icon-list.html", "\n<i fill='#0a0b0c'></i>")
    mini.write("templates/components/inner.html", "<i fill='#0d0e0f'></i>")
    mini.write("styles/base.css", "p { color: #aabbcc }")
    inner = ResolvedBlock("inner", (), "", ())
    blocks = (ResolvedBlock("icon_list", (inner,), "", ()),)
    piece = replace(job, sections=(Section("a", "", job.audience, blocks),))
    found = literal_colours(Templates.read(mini.project), piece, ["documents/other.html"])
    assert [(one.colour, one.place.file, one.place.line) for one in found][:4] == [
        ("#010203", "templates/b.html", 1),
        ("#0a0b0c", "templates/components/icon-list.html", 2),
        ("#0d0e0f", "templates/components/inner.html", 1),
        ("#ff0000", "templates/documents/other.html", 1),
    ]
    assert ("#aabbcc", "styles/base.css") in {(one.colour, one.place.file) for one in found[4:]}
    assert "#999999" not in {one.colour for one in found}


# ---------------------------------------------------------------- what a composition is


@pytest.fixture(scope="module")
def piece(tmp_path_factory: pytest.TempPathFactory) -> Composition:
    mini = Miniature.copied_to(tmp_path_factory.mktemp("piece") / "project")
    found: Composition = compose(Templates.read(mini.project), resolve(mini.project, mini.load(), "fold"), Edition.SCREEN, proof=False)[0]  # fmt: skip
    return found


@pytest.mark.parametrize(
    ("edition", "kind", "name", "medium", "tagged", "linked"),
    [
        (Edition.SCREEN, FileKind.PIECE, "screen", "screen", True, True),
        (Edition.DESK, FileKind.PIECE, "desk", "desk", False, False),
        (Edition.PRESS, FileKind.PIECE, "press", "press", Edition.PRESS.tagged, False),
        (Edition.DESK, FileKind.INSTRUCTIONS, str(FileKind.INSTRUCTIONS), "desk", False, False),
        (None, FileKind.SPEC_SHEET, str(FileKind.SPEC_SHEET), "handoff", False, False),
    ],
)
def test_a_file_is_named_tagged_and_linked_by_its_edition(
    piece: Composition, edition: Edition | None, kind: FileKind, name: str, medium: str, *, tagged: bool, linked: bool
) -> None:
    one = replace(piece, edition=edition, kind=kind)
    assert (one.name, one.medium, one.tagged, one.linked) == (name, medium, tagged, linked)
    flowing = replace(one, format=replace(one.format, sides=()))
    assert flowing.tagged is (kind is not FileKind.INSTRUCTIONS)
    shop: Any = object()
    printed = replace(one, job=replace(one.job, print_shop=shop))
    assert printed.print_shop is (shop if edition is Edition.PRESS else None)


def test_a_digest_is_that_of_the_words(piece: Composition) -> None:
    again = replace(piece, html=piece.html.replace(f' {ATTRIBUTE}="', f' {ATTRIBUTE}="9:9:9 '))
    assert again.html != piece.html
    assert again.digest == piece.digest
    assert replace(piece, html=piece.html + "x").digest != piece.digest
    assert len(piece.digest) == 64


def test_a_region_that_is_set_as_designed_has_no_attributes() -> None:
    assert _fitted(Fit(), "front") == Markup("")

    class Tight(Fit):
        def css(self, region: str) -> str:
            return f"--leading: '{region}'"

    assert _fitted(Tight(), "a") == Markup(' data-fit style="--leading: &#39;a&#39;"')


# ---------------------------------------------------------------- filters


def test_filters_have_names_that_templates_call() -> None:
    assert set(FILTERS) == {
        "capitalize", "first_up", "joined", "keep_end", "one_line", "plain", "points", "typeset", "unmarked",
    }  # fmt: skip
    assert FILTERS["one_line"]("Any crisis?") == "Any\N{NO-BREAK SPACE}crisis?"
    assert FILTERS["capitalize"]("two WORDS") == "Two words"
    assert FILTERS["first_up"]("two WORDS") == "Two WORDS"
    assert FILTERS["plain"](signed(_text("a"))) == "a"
    assert FILTERS["points"]("1in") == 72
    assert FILTERS["joined"](["a", "b"], "-") == "a-b"
    assert FILTERS["capitalize"](_text("two", 3)).stretches == (Stretch(0, 3),)


def test_reference_marks_are_taken_out_with_their_joiner() -> None:
    mark = '<sup class="reference-mark"><a href="#r">1,2</a></sup>'
    html = Markup(f"one{JOINER}{mark} two{mark}.")  # noqa: S704 our own
    assert unmarked(html) == Markup("one two.")
    assert unmarked(Markup("<sup>2</sup>")) == Markup("<sup>2</sup>")


def test_the_end_of_a_text_has_no_passage() -> None:
    assert (Stretch(3).passage, NONE) == (-1, -1)
    assert Plain("a").text == "a"


@pytest.mark.parametrize(("letters_", "lines"), [(0, 3), (1, 3), (64, 3), (65, 4), (96, 4), (97, 5)])
def test_a_row_of_a_forest_plot_is_as_high_as_its_words_need(letters_: int, lines: int) -> None:
    record: Any = next(iter(house_job().rules.studies.values()))
    outcome = record.outcomes[0].model_copy(update={"comparison": "a against b", "follow_up": None, "note": None})
    study = Study("a", record.model_copy(update={"short": "x" * letters_}), ())
    assert _row(study, outcome, NameColumn(12)).height == 12 * lines + 6
    noted = outcome.model_copy(update={"note": "x" * 33})
    assert _row(study, noted, NameColumn(12)).height == 12 * max(3, 3 + ceil(letters_ / 32)) + 6
    # beside them stand number, direction, and "n = 40, " with 47 letters: 55, in lines of 18
    late = outcome.model_copy(update={"follow_up": "x" * 47})
    assert _row(study, late, NameColumn(12)).height == 12 * max(6, 1 + ceil(letters_ / 32)) + 6
