"""How words become print: references inside them, rounding, no-break spaces, reference marks."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from brochures.compose.citations import references
from brochures.compose.typography import JOINER, NO_BREAK, signed, typeset
from brochures.design.css import points
from brochures.design.styles import Styles
from brochures.editorial import editorial, next_change
from brochures.findings import BrochureError, Place
from brochures.load.law_words import digest
from brochures.resolve.inline_text import Call, ClinicFact, Figure, LawWords, Plain
from brochures.resolve.job import PrintedStatement
from brochures.resolve.references import _rounded
from brochures.resolve.ticket import resolve
from tests.miniature import LABEL_SOURCES, TODAY, Miniature

pytestmark = pytest.mark.slow


def _statement(mini: Miniature, slug: str, name: str) -> PrintedStatement:
    job = resolve(mini.project, mini.load(), slug)
    found: PrintedStatement = next(statement for statement in job.things(PrintedStatement) if statement.name == name)
    return found


def test_words_keep_what_stands_between_their_references(mini: Miniature) -> None:
    assert _statement(mini, "fold", "program.call").wording.lead == (
        Plain("Call us at "),
        Call("847-555-0200"),
        Plain(", or "),
        Call("911"),
        Plain("."),
    )
    assert _statement(mini, "pack", "ketamine.effects").wording.lead == (
        Plain("In "),
        Figure("40"),
        Plain(" people, odds ratio "),
        Figure("0.80"),
        Plain("."),
    )


def test_a_missing_clinic_fact_stays_missing_with_its_place(mini: Miniature) -> None:
    mini.replace("content/clinic.yaml", "phone: 847-555-0200", "phone:")
    fact = _statement(mini, "fold", "program.call").wording.lead[1]
    assert isinstance(fact, ClinicFact)
    assert (fact.name, fact.value, str(fact.place)) == ("phone", None, "content/clinic.yaml:3:1")


@pytest.mark.parametrize(
    ("reference", "printed"),
    [
        ("{study:mini-trial:n}", "40"),
        ("{result:mini-trial.relapse:value|exact}", "0.80"),
        ("{result:mini-trial.relapse:value|1}", "0.8"),
        ("{result:mini-trial.relapse:high|0}", "2"),
        ("{result:mini-trial.relapse:count:ketamine|exact}", "8"),
        ("{result:mini-trial.relapse:rate:ketamine|0}", "40"),
        ("{result:mini-trial.relapse:rate:ketamine|of 10}", "4 of 10"),
        ("{result:mini-trial.relapse:rate:ketamine|of 100}", "40 of 100"),
    ],
)
def test_a_figure_is_drawn_from_its_record_with_its_declared_rounding(
    mini: Miniature, reference: str, printed: str
) -> None:
    mini.replace("content/program.yaml", "Outpatient program.", f'"{reference}"')
    assert _statement(mini, "pack", "program.outpatient").wording.lead == (Figure(printed),)


ROUND = "write one of |exact, |0, |1, |of 10, |of 100 before the brace"


@pytest.mark.parametrize(
    ("reference", "message", "mend"),
    [
        ("{}", "there is no reference of kind ''", "known here: call, clinic, law, result, study"),
        ("{cal:emergency-911}", "there is no reference of kind 'cal'", "did you mean 'call'?"),
        ("{call:emergency}", "there is no help line 'emergency'", "did you mean 'emergency-911'?"),
        ("{study:mini:n}", "there is no trial 'mini'", "did you mean 'mini-trial'?"),
        ("{study:mini-trial:arms}", "a study has no field 'arms' to print", "write {study:NAME:n}"),
        ("{result:mini-trial.death:value|0}", "'mini-trial' has no outcome 'death'", "known here: relapse"),
        ("{result:mini-trial.relapse:value}", "'' is not a declared rounding", ROUND),
        ("{result:mini-trial.relapse:value|2}", "'2' is not a declared rounding", ROUND),
        (
            "{result:mini-trial.relapse:median|0}",
            "'relapse' has no field 'median'",
            "known here: count:ketamine, high, low, rate:ketamine, value",
        ),
        (
            "{result:mini-trial.relapse:rate:placebo|0}",
            "'relapse' has no field 'rate:placebo'",
            "known here: count:ketamine, high, low, rate:ketamine, value",
        ),
        (
            "{result:mini-trial.relapse:share:ketamine|0}",
            "'relapse' has no field 'share:ketamine'",
            "did you mean 'rate:ketamine'?",
        ),
        (
            "{result:mini-trial.relapse:value|of 10}",
            "'of 10' needs a share of a group",
            "use |exact, |0 or |1 here",
        ),
        (
            "{result:mini-trial.relapse:count:ketamine|of 10}",
            "'of 10' needs a share of a group",
            "use |exact, |0 or |1 here",
        ),
    ],
)
def test_a_reference_that_cannot_be_followed_is_told_at_its_own_place(
    mini: Miniature, reference: str, message: str, mend: str
) -> None:
    mini.replace("content/program.yaml", "Outpatient program.", f'"See {reference}."')
    assert _told(mini) == [("RES-103", "content/program.yaml:8:16", f"{reference}: {message}", mend)]


def _told(mini: Miniature, slug: str = "pack") -> list[tuple[str, str, str, str]]:
    with pytest.raises(BrochureError) as refused:
        resolve(mini.project, mini.load(), slug)
    return [(one.code, str(one.place), one.message, one.help) for one in refused.value.findings]


@pytest.mark.parametrize(
    ("old", "new", "field", "message", "mend"),
    [
        pytest.param(
            ", low: 0.31, high: 2.10", "", "low", "the record of 'relapse' has no 'low'",
            "print what the record has, or only the direction", id="no interval",
        ),
        pytest.param(
            "count: 8, of: 20", "of: 20", "count:ketamine", "the record of 'relapse' has no count for 'ketamine'",
            "print what the record has", id="no count",
        ),
        pytest.param(
            "count: 8, of: 20", "count: 8", "rate:ketamine", "the record of 'relapse' has no rate for 'ketamine'",
            "print what the record has", id="no rate",
        ),
    ],
)  # fmt: skip
def test_a_figure_that_the_record_does_not_have_is_told(
    mini: Miniature, *, old: str, new: str, field: str, message: str, mend: str
) -> None:
    mini.replace("content/studies.yaml", old, new)
    reference = f"{{result:mini-trial.relapse:{field}|0}}"
    mini.replace("content/program.yaml", "Outpatient program.", f'"{reference}"')
    assert _told(mini) == [("RES-103", "content/program.yaml:8:12", f"{reference}: {message}", mend)]


@pytest.mark.parametrize(
    ("record", "field", "printed"),
    [
        ("percent: 37.5", "rate:ketamine|1", "37.5"),
        ("percent: 37.5", "rate:ketamine|of 10", "4 of 10"),
        ("percent: 37.5", "rate:ketamine|of 100", "38 of 100"),
        ("percent: 37.5", "count:ketamine|0", "38"),
        ("count: 8, of: 19, percent: 42", "rate:ketamine|1", "42.0"),
        ("count: 8, of: 19, percent: 42", "count:ketamine|0", "8"),
        ("count: 1, of: 3", "rate:ketamine|1", "33.3"),
    ],
)
def test_a_share_is_printed_as_the_trial_prints_it_or_else_worked_out(
    mini: Miniature, record: str, field: str, printed: str
) -> None:
    mini.replace("content/studies.yaml", "count: 8, of: 20", record)
    mini.replace("content/program.yaml", "Outpatient program.", f'"{{result:mini-trial.relapse:{field}}}"')
    assert _statement(mini, "pack", "program.outpatient").wording.lead == (Figure(printed),)


@pytest.mark.parametrize(
    ("text", "column", "message", "mend"),
    [
        (
            "We give {care in the day.",
            20,
            "a lone '{' at 'We give {care in the day'",
            "close the brace, or leave it out",
        ),
        ("Some more words before a } b.", 37, "a lone '}' at 'ds before a } b.'", "close the brace, or leave it out"),
    ],
)
def test_a_lone_brace_is_told_with_the_words_around_it(
    mini: Miniature, text: str, column: int, message: str, mend: str
) -> None:
    mini.replace("content/program.yaml", "Outpatient program.", f'"{text}"')
    ((code, place, said, help_),) = _told(mini)
    assert (code, place, help_) == ("RES-103", f"content/program.yaml:8:{column}", mend)
    assert said == message


def test_a_point_of_a_list_is_told_at_its_own_line(mini: Miniature) -> None:
    mini.replace("content/ketamine.yaml", "          - far away\n", "          - far {call:x}\n")
    mini.replace("content/ketamine.yaml", "        lead: You may feel\n", "        lead: You {call:y}\n")
    found = [(place, message) for _, place, message, _ in _told(mini, "fold")]
    assert found == [
        ("content/ketamine.yaml:17:17", "{call:x}: there is no help line 'x'"),
        ("content/ketamine.yaml:15:19", "{call:y}: there is no help line 'y'"),
    ]


@pytest.mark.parametrize(
    ("fact", "printed"),
    [
        ("phone: 847-555-0200", Call("847-555-0200")),
        ("after_hours_phone: 847-555-0101", Call("847-555-0101")),
        ("fax: 847-555-0102", None),
        ("tty: 711", Call("711")),
        ("interpreter_phone: 847-555-0103", Call("847-555-0103")),
        ("hours: 8 to 17", None),
    ],
)
def test_only_numbers_to_call_become_calls(mini: Miniature, fact: str, printed: Call | None) -> None:
    name, _, value = fact.partition(": ")
    mini.replace("content/clinic.yaml", "phone: 847-555-0200", fact)
    mini.replace("content/program.yaml", "{clinic:phone}", f"{{clinic:{name}}}")
    run = _statement(mini, "fold", "program.call").wording.lead[1]
    assert run == printed or (isinstance(run, ClinicFact) and printed is None and run.value == value)


@pytest.mark.parametrize(
    ("number", "form", "printed"),
    [
        ("0.5", "0", "1"),
        ("1.5", "0", "2"),
        ("2.5", "0", "3"),
        ("-0.25", "1", "\N{MINUS SIGN}0.3"),
        ("3.10", "exact", "3.10"),
        ("-3.10", "exact", "\N{MINUS SIGN}3.10"),
    ],
)
def test_rounding_is_away_from_zero_at_the_half_and_exact_is_as_printed(number: str, form: str, printed: str) -> None:
    assert _rounded(Decimal(number), False, form) == printed  # noqa: FBT003 the two halves of one value


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("0.5 mg/kg", f"0.5{NO_BREAK}mg/{JOINER}kg"),
        ("off-label", f"off{JOINER}-{JOINER}label"),
        ("self-help", "self-help"),
        ("plain words", "plain words"),
    ],
)
def test_numbers_keep_their_units_and_short_prefixes_their_words(written: str, printed: str) -> None:
    assert typeset(written) == printed
    assert typeset(printed) == printed


def test_a_negative_number_has_a_true_minus_sign() -> None:
    assert signed(Decimal("-1.5")) == "\N{MINUS SIGN}1.5"


def test_what_a_writer_types_cannot_become_html(mini: Miniature) -> None:
    mini.replace("content/program.yaml", "We offer care in the daytime.", '"<b We</b & you <script"')
    mini.replace("content/brochures/fold.yaml", "heading: Front", 'heading: "<i Front</i"')
    mini.replace("content/sources.yaml", "title: Miniature label", 'title: "A < b & c"')
    assert mini.build().findings == ()
    text = " ".join(mini.facts("fold.screen").texts)
    assert "<b We</b & you <script" in text
    assert "<i Front</i" in text
    assert "A < B & C" in " ".join(mini.facts("pack.screen").texts)


def test_references_are_numbered_by_first_mention_and_listed_once(mini: Miniature) -> None:
    project = mini.project
    job = resolve(project, mini.load(), "pack")
    from brochures.compose.citations import number_sources  # noqa: PLC0415 beside its use

    listed = references(number_sources(job), Styles.read(project.styles))
    assert [(one.number, one.name) for one in listed] == [(1, "mini-trial"), (2, "mini-label")]
    assert '<a href="https://doi.org/10.1000/mini.1">doi:' in listed[0].linked
    assert "<a " not in listed[0].html
    assert references({}, Styles.read(project.styles)) == ()


def test_runs_of_three_reference_numbers_are_joined(mini: Miniature) -> None:
    for letter in "abc":
        mini.replace(
            "content/sources.yaml",
            "helplines:",
            f"  source-{letter}:\n    kind: law\n    short: {letter}\n    cite: {{type: legislation, title: {letter}}}\n    verification: primary\nhelplines:",
        )
    mini.replace(
        "content/ketamine.yaml",
        LABEL_SOURCES,
        "sources: [source-a, source-b, source-c, mini-label, mini-trial]",
    )
    mini.build("fold")
    assert "“off-label”.1\N{EN DASH}5" in mini.facts("fold.desk").texts[0]


@pytest.mark.parametrize(
    ("today", "code", "until"),
    [
        (date(2026, 1, 1), "REL-103", date(2026, 1, 2)),
        (date(2026, 1, 2), None, date(2027, 1, 2)),
        (TODAY, None, date(2027, 1, 2)),
        (date(2027, 1, 1), None, date(2027, 1, 2)),
        (date(2027, 1, 2), "REL-103", date(2027, 2, 3)),
        (date(2027, 12, 31), "REL-103", None),
    ],
)
def test_a_signature_is_good_from_its_day_until_the_day_it_falls_due(
    mini: Miniature, today: date, code: str | None, until: date | None
) -> None:
    job = resolve(mini.project, mini.load(), "fold")
    assert {finding.code for finding in editorial(job, today)} == ({code} if code else set())
    assert next_change(job, today) == until


def test_a_statement_that_is_printed_twice_is_told_once(mini: Miniature) -> None:
    mini.sign_but({"program.outpatient": None})
    job = resolve(mini.project, mini.load(), "fold")
    assert [finding.message for finding in editorial(job, TODAY)] == [
        "nobody has signed statement 'program.outpatient' (patient, en)"
    ]


@pytest.mark.parametrize(
    ("length", "in_points"),
    [("1in", 72), ("25.4mm", 72), ("2.54cm", 72), ("10pt", 10), ("1pc", 12), ("4px", 3), ("-1in", -72)],
)
def test_a_length_is_read_in_points(length: str, in_points: float) -> None:
    assert points(length) == pytest.approx(in_points)


@pytest.mark.parametrize("length", ["", "10", "in", "1 in", "1em", "calc(1in)", "1e3in"])
def test_what_is_no_length_is_refused(length: str) -> None:
    with pytest.raises(ValueError, match="is not a length with a unit"):
        points(length)


PARAGRAPHS = ("It holds if:", "(i) One asks;", "(ii) Or two.", "So it ends.")
LAW = f"""texts:
  1-abc-2:
    citation: 1 ABC 2
    dated: 2026-01-02
    read: [{{at: "https://example.org/law", day: 2026-01-02}}]
    words: {[*PARAGRAPHS]}
    digest: {[[digest(one)] for one in PARAGRAPHS]}
  1-abc-3:
    citation: 1 ABC 3
    supplied_by: counsel
"""


def _quoting(mini: Miniature, words: str) -> Miniature:
    mini.write("content/law/abc.yaml", LAW)
    mini.replace("content/program.yaml", "en: Outpatient program.", f'en: "{words}"')
    return mini


def test_a_text_of_law_is_quoted_whole_with_its_points_and_what_follows(mini: Miniature) -> None:
    found = _statement(_quoting(mini, "{law:1-abc-2}"), "pack", "program.outpatient").wording
    assert [[getattr(run, "text", "") for run in words] for words in found.parts] == [
        [one] for one in ("It holds if:", "(i) One asks;", "(ii) Or two.", "So it ends.")
    ]
    assert (len(found.items), len(found.after), found.is_law) == (2, 1, True)
    awaited = _statement(mini, "fold", "program.outpatient").wording
    assert not awaited.is_law
    page = mini.build("pack")
    assert not [one for one in page.findings if one.is_error], page.findings


def test_an_awaited_text_of_law_is_empty_and_says_who_brings_it(mini: Miniature) -> None:
    (run,) = _statement(_quoting(mini, "{law:1-abc-3}"), "pack", "program.outpatient").wording.lead
    assert run == LawWords("1-abc-3", "", Place("content/law/abc.yaml", 8, 3), "counsel")


@pytest.mark.parametrize(
    ("words", "said", "mend"),
    [
        ("{law:1-abc-4}", "there is no text of law '1-abc-4'", "did you mean '1-abc-3'"),
        ("As said: {law:1-abc-2}", "this text of law has 4 paragraphs", "nothing before or after it"),
    ],
)
def test_a_text_of_law_is_not_quoted_in_part(mini: Miniature, words: str, said: str, mend: str) -> None:
    (found,) = (one for one in _quoting(mini, words).check("pack") if one.code == "RES-103")
    assert said in found.message
    assert mend in found.help
