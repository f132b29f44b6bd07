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
from brochures.resolve.inline import Call, ClinicFact, Figure, Plain
from brochures.resolve.job import Statement
from brochures.resolve.references import _rounded
from brochures.resolve.ticket import resolve
from tests.miniature import TODAY, Miniature


def _statement(mini: Miniature, slug: str, name: str) -> Statement:
    job = resolve(mini.shop, mini.load(), slug)
    found: Statement = next(statement for statement in job.things(Statement) if statement.name == name)
    return found


def test_words_keep_what_stands_between_their_references(mini: Miniature) -> None:
    assert _statement(mini, "fold", "program.call").wording.lead == (
        Plain("Call us at "),
        Call("555-0100"),
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
    mini.replace("content/clinic.yaml", "phone: 555-0100", "phone:")
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


@pytest.mark.parametrize(
    ("reference", "message"),
    [
        ("{}", "there is no reference of kind ''"),
        ("{cal:emergency-911}", "there is no reference of kind 'cal'"),
        ("{call:emergency}", "there is no help line 'emergency'"),
        ("{study:mini:n}", "there is no trial 'mini'"),
        ("{study:mini-trial:arms}", "a study has no field 'arms' to print"),
        ("{result:mini-trial.death:value|0}", "'mini-trial' has no outcome 'death'"),
        ("{result:mini-trial.relapse:value}", "'' is not a declared rounding"),
        ("{result:mini-trial.relapse:value|2}", "'2' is not a declared rounding"),
        ("{result:mini-trial.relapse:median|0}", "'relapse' has no field 'median'"),
        ("{result:mini-trial.relapse:rate:placebo|0}", "'relapse' has no field 'rate:placebo'"),
        ("{result:mini-trial.relapse:value|of 10}", "'of 10' needs a share of a group"),
    ],
)
def test_a_reference_that_cannot_be_followed_is_told_at_its_own_place(
    mini: Miniature, reference: str, message: str
) -> None:
    mini.replace("content/program.yaml", "Outpatient program.", f'"See {reference}."')
    found = [finding for finding in mini.check("pack") if finding.code == "RES-103"]
    assert [(str(finding.place), finding.message) for finding in found] == [
        ("content/program.yaml:8:16", f"{reference}: {message}")
    ]
    assert found[0].help


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
    mini.replace("content/program.yaml", "We offer care in the daytime.", '"<b>We</b> & you <script>"')
    mini.replace("content/brochures/fold.yaml", "heading: Front", 'heading: "<i>Front</i>"')
    mini.replace("content/sources.yaml", "title: Miniature label", 'title: "A <b> & c"')
    assert mini.build().findings == ()
    text = " ".join(mini.facts("fold.screen").texts)
    assert "<b>We</b> & you <script>" in text
    assert "<i>Front</i>" in text
    assert "A <b> & C" in " ".join(mini.facts("pack.screen").texts)


def test_references_are_numbered_by_first_mention_and_listed_once(mini: Miniature) -> None:
    shop = mini.shop
    job = resolve(shop, mini.load(), "pack")
    from brochures.compose.citations import number_sources  # noqa: PLC0415 beside its use

    listed = references(number_sources(job), Styles.read(shop.styles))
    assert [(one.number, one.name) for one in listed] == [(1, "mini-trial"), (2, "mini-label")]
    assert '<a href="https://doi.org/10.1000/mini.1">doi:' in listed[0].linked
    assert "<a " not in listed[0].html
    assert references({}, Styles.read(shop.styles)) == ()


def test_runs_of_three_reference_numbers_are_joined(mini: Miniature) -> None:
    for letter in "abc":
        mini.replace(
            "content/sources.yaml",
            "helplines:",
            f"  source-{letter}:\n    kind: law\n    short: {letter}\n    cite: {{type: legislation, title: {letter}}}\n    verification: primary\nhelplines:",
        )
    mini.replace(
        "content/ketamine.yaml",
        "sources: [mini-label]",
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
    job = resolve(mini.shop, mini.load(), "fold")
    assert {finding.code for finding in editorial(job, today)} == ({code} if code else set())
    assert next_change(job, today) == until


def test_a_statement_that_is_printed_twice_is_told_once(mini: Miniature) -> None:
    mini.replace(
        "content/program.yaml", "review: {reviewed_by: B. Writer, reviewed_on: 2026-01-02, review_due: 2027-01-02}", ""
    )
    job = resolve(mini.shop, mini.load(), "fold")
    assert [finding.message for finding in editorial(job, TODAY)] == [
        "'program.outpatient' has no reviewed_by, reviewed_on, review_due"
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
