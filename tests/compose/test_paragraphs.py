"""Paragraphs: statements that are read in one go, with their marks at the end."""

from __future__ import annotations

from brochures.compose.paragraphs import MOST_WORDS, together
from brochures.findings import NOWHERE
from brochures.load.model.sources import Citation
from brochures.load.model.statements import Audience, Kind
from brochures.resolve.inline_text import ClinicFact, Plain, Wording
from brochures.resolve.job import CitedSource, PrintedStatement
from brochures.resolve.passages import printed


def _statement(words: str, *sources: str, items: tuple[str, ...] = ()) -> PrintedStatement:
    wording = Wording((Plain(words),), tuple((Plain(item),) for item in items))
    cited = tuple(CitedSource(name, name, Citation(type="webpage", title=name)) for name in sources)
    return PrintedStatement(words, Kind.FACT, wording, cited, None, Audience.PATIENT, NOWHERE)


def _read(statements: tuple[PrintedStatement, ...]) -> list[tuple[str, str]]:
    """Return the words of each paragraph and the names of what it cites."""
    return [(printed(one.wording.lead), " ".join(cited.name for cited in one.sources)) for one in together(statements)]


def test_statements_are_one_paragraph_that_cites_each_source_once() -> None:
    found = _read((_statement("One.", "a", "b"), _statement("Two.", "b"), _statement("Three.", "c")))
    assert found == [("One. Two. Three.", "a b c")]


def test_a_list_ends_its_paragraph_and_keeps_its_points() -> None:
    with_list = _statement("You can:", "b", items=("listen", "ask"))
    paragraphs = together((_statement("One.", "a"), with_list, _statement("Three.", "c")))
    assert [printed(one.wording.lead) for one in paragraphs] == ["One. You can:", "Three."]
    assert [printed(item) for item in paragraphs[0].wording.items] == ["listen", "ask"]
    assert [cited.name for cited in paragraphs[0].sources] == ["a", "b"]


def test_a_paragraph_ends_where_the_next_statement_would_make_it_too_long() -> None:
    half = " ".join(["word"] * (MOST_WORDS // 2))
    assert len(_read((_statement(half), _statement(half)))) == 1
    assert len(_read((_statement(half), _statement(half), _statement("one word more")))) == 2


def test_one_long_statement_stays_whole_and_nothing_is_lost() -> None:
    long = " ".join(["word"] * (MOST_WORDS + 1))
    assert _read((_statement(long, "a"), _statement("Next.", "b"))) == [(long, "a"), ("Next.", "b")]
    assert together(()) == ()


def test_a_fact_that_is_missing_stays_a_fact_among_the_words() -> None:
    blank = ClinicFact("phone", None, NOWHERE)
    one = PrintedStatement("x", Kind.PROGRAM, Wording((Plain("Call "), blank)), (), None, Audience.PATIENT, NOWHERE)
    (whole,) = together((one, _statement("Two.")))
    assert blank in whole.wording.lead
