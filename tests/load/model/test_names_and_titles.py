"""Names and titles in records: a suffix has its own key, mark-up pairs, and nothing is printed that only a program reads."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from brochures.load.model.names_and_titles import SUFFIXES, initials, plain
from brochures.load.model.sources import Author, Citation


def _refused(model: Any, **data: Any) -> str:
    with pytest.raises(ValidationError) as wrong:
        model.model_validate(data)
    (error,) = wrong.value.errors()
    return str(error["msg"])


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("form", ["{} {}", "{}, {}", "{} {}."])
def test_a_suffix_in_a_name_is_refused_with_its_key(suffix: str, form: str) -> None:
    said = f"'{suffix}' stands behind a name and is no part of it: give it a key of its own, suffix: {suffix}"
    assert _refused(Author, family=form.format("Zarate", suffix), given="Carlos A.") == said
    assert _refused(Author, family="Zarate", given=form.format("Carlos A.", suffix)) == said


@pytest.mark.parametrize("name", ["Ivanov", "Juniper", "Carlos V", "Jr", "Maria II-Chan", "Srini", "Ali"])
def test_a_name_that_only_looks_like_it_is_taken(name: str) -> None:
    assert Author.model_validate({"family": name, "given": name}).family == name


@pytest.mark.parametrize("suffix", [*SUFFIXES, "Jr.", "Sr."])
def test_a_suffix_has_a_key_of_its_own(suffix: str) -> None:
    assert Author.model_validate({"family": "Zarate", "given": "C", "suffix": suffix}).suffix == suffix


def test_what_is_no_suffix_is_refused() -> None:
    assert _refused(Author, family="Zarate", suffix="MD") == (
        "'MD' is not a suffix of a name: there are Jr, Sr, II, III, IV, 2nd, 3rd, 4th"
    )


@pytest.mark.parametrize(
    "author",
    [
        {},
        {"given": "Jane"},
        {"family": "A", "literal": "B"},
        {"literal": "B", "given": "A"},
        {"literal": "B", "suffix": "Jr"},
    ],
)
def test_an_author_is_a_person_or_a_group(author: dict[str, str]) -> None:
    assert _refused(Author, **author) == "an author is a person with a 'family' name, or a group with a 'literal' one"


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("a <em>b</em>", "'<em>' would be printed as it is: a title may hold <i>, <b>, <sub>, <sup> and <scp> (small capitals)"),
        ('<span class="nocase">a</span>', "'<span class=\"nocase\">' would be printed as it is: a title may hold <i>, <b>, <sub>, <sup> and <scp> (small capitals)"),
        ("<jats:italic>a</jats:italic>", "'<jats:italic>' would be printed as it is: a title may hold <i>, <b>, <sub>, <sup> and <scp> (small capitals)"),
        ("a<br/>b", "'<br/>' would be printed as it is: a title may hold <i>, <b>, <sub>, <sup> and <scp> (small capitals)"),
        ("a &amp; b", "'&amp;' would be printed as it is: write the sign itself"),
        ("a &#8211; b", "'&#8211;' would be printed as it is: write the sign itself"),
        ("a <i>b", "'<i>' is not closed"),
        ("a b</i>", "'</i>' closes nothing that is open"),
        ("<i>a <b>b</i></b>", "'</i>' closes nothing that is open"),
    ],
)  # fmt: skip
def test_mark_up_that_would_be_printed_is_refused(title: str, said: str) -> None:
    assert _refused(Citation, type="report", title=title) == said


@pytest.mark.parametrize(
    ("title", "read"),
    [
        ("a < b and c > d", "a < b and c > d"),
        ("R&D; AT&T", "R&D; AT&T"),
        ("<i><b>a</b></i> CO<sub>2</sub>", "a CO2"),
        ("<scp>D</scp>-serine <sup>13</sup>C", "D-serine 13C"),
    ],
)
def test_a_title_is_read_without_its_tags(title: str, read: str) -> None:
    assert plain(Citation.model_validate({"type": "report", "title": title}).title or "") == read


@pytest.mark.parametrize(
    ("given", "apart"), [("CW", "C W"), ("ABCD", "A B C D"), ("C", "C"), ("Carlos", "Carlos"), ("C.W.", "C.W."), ("ABCDE", "ABCDE"), ("Cw", "Cw")]
)  # fmt: skip
def test_initials_without_stops_stand_each_by_itself(given: str, apart: str) -> None:
    assert initials(given) == apart
