"""What is a typed result, what is typed apart, what may never be printed, and how patients are told chances."""

from __future__ import annotations

import pytest

from brochures.findings import Place
from brochures.load.model.statements import Audience
from brochures.load.positions import Writing
from brochures.resolve.inline_text import Figure, Plain
from brochures.resolve.job import Passage, Role
from tests.editorial.gate import CLINICIAN, PATIENT, codes_of, found, passage, said_of, with_house_words
from tests.miniature import Miniature

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    "text",
    [
        "48.2% were abstinent.", "48 percent were abstinent.", "Half of people have both.", "One in ten relapsed.", "9 of 10 people.", "Forty-eight of a hundred were so: 48 of 100.",
        "Twice as many.", "The odds ratio was 5.7.", "OR = 5.7", "p < 0.05", "p = 0.03", "(n = 96)", "95% CI 1.3 to 25.1", "In 96 people.", "12/27 against none.",
        "Three times as many.", "A 10 percentage point difference.", "Relapse fell by half.", "HR 0.47 (0.24 to 0.92)", "Two-thirds stayed sober.", "¾ of the group.", "More than half did.", "48 per 100.", "The ratio was .47.", "p = .03",
    ],
)  # fmt: skip
def test_a_result_is_not_typed(text: str) -> None:
    assert "EDT-201" in {code for code, _ in codes_of(text, CLINICIAN)}


@pytest.mark.parametrize(
    "text",
    [
        "For 24 hours, do not drive.", "One trial took people aged 18 to 60, another 21 to 65.", "Call 911.", "On July 31, 2026.", "In 2018 a review came out.", "0.5 mg/kg over 40 minutes.",
        "Six weeks of therapy, in three to five sessions.", "42 CFR Part 2 and 18 U.S.C. 220.", "Liver tests above three times normal.", "A score over 20.", "Blood pressure over 140/90 mm Hg.",
        "Fill in section 2 of 5.", "One of our nurses will call.", "Two small trials and seven studies.", "Open 24/7.", "The 95% CI is wide.", "Take it three times a day.", "Print it at 100%.",
        "Body mass index under 16 or over 35.", "Schedule III since 1999.", "2.0 mg/kg led to more than 0.2 mg/kg.", "1 to 4.5 mg/kg by vein.", "The notice of 42 CFR 2.32.", "A line of 25.4 mm.",
    ],
)  # fmt: skip
def test_ages_times_doses_limits_laws_and_steps_are_typed(text: str) -> None:
    assert [code for code, _ in codes_of(text, CLINICIAN, family="EDT-2")] == []


def test_a_figure_that_is_drawn_from_its_record_is_not_typed() -> None:
    written = "{result:mini-trial.relapse:rate:ketamine|exact}% in {study:mini-trial:n} people"
    drawn = Passage(
        Role.STATEMENT, (Figure("40"), Plain("% in "), Figure("40"), Plain(" people")),
        Writing(written, written, Place("words", 1, 1)), CLINICIAN,
    )  # fmt: skip
    assert said_of(drawn) == []


def test_the_mend_is_the_very_reference_where_a_cited_record_has_the_number(mini: Miniature) -> None:
    with_house_words(mini)
    mini.replace("content/ketamine.yaml", "{study:mini-trial:n}", "40")
    (one,) = [finding for finding in found(mini, "pack") if finding.code == "EDT-201"]
    assert (str(one.place), one.help) == (
        "content/ketamine.yaml:20:14",
        "write {study:mini-trial:n} in the place of 40",
    )


def test_a_result_in_folded_text_is_told_at_its_own_line_and_column(mini: Miniature) -> None:
    with_house_words(mini)
    mini.replace("content/program.yaml", "kind: program", "kind: fact")
    mini.replace(
        "content/program.yaml",
        "en: Outpatient program.\n",
        "en: >-\n        Some did well in {study:mini-trial:n} people,\n        but only\n        48%   of them, and it is\n        proven.\n    sources: [{id: mini-trial, at: abstract, says: No difference., read: here in 2026-01}]\n",
    )
    said = [(one.code, str(one.place)) for one in found(mini, "pack") if one.place.file == "content/program.yaml"]
    assert said == [("EDT-201", "content/program.yaml:11:9"), ("EDT-301", "content/program.yaml:12:9")]


# ---------------------------------------------------------------- what may never be printed

BANNED = 'do_not_print: ["86% abstinent", "from 2% to 86%", "162 of 180 days", "90% abstinence", "any figure for a cut in relapse"]\n    limits: [Small.]'


@pytest.mark.parametrize(
    ("text", "fires"),
    [
        ("In the trial 86% were abstinent.", True),
        ("Eighty-six percent stayed sober.", True),
        ("They were sober on 162 of 180 days.", True),
        ("They were dry on 162 of the 180 days.", True),
        ("Nine of ten stopped drinking.", True),
        ("About 86 of 100 were without alcohol.", True),
        ("Small found 86%.", True),
        ("Print it at 86%.", False),
        ("It takes 86 minutes, for people without alcohol.", False),
        ("Abstinence was 10.7% in another trial.", False),
    ],
)
def test_a_banned_figure_is_known_by_what_it_speaks_of(mini: Miniature, text: str, fires: bool) -> None:  # noqa: FBT001
    with_house_words(mini)
    mini.replace("content/studies.yaml", "limits: [Small.]", BANNED)
    mini.replace("content/program.yaml", "Outpatient program.", text)
    assert ("EDT-202" in {one.code for one in found(mini, "pack")}) is fires


def test_a_banned_figure_needs_no_such_word_where_the_statement_cites_the_study(mini: Miniature) -> None:
    with_house_words(mini)
    mini.replace("content/studies.yaml", "limits: [Small.]", BANNED)
    mini.replace("content/ketamine.yaml", "In {study:mini-trial:n} people, odds", "So 86%, odds")
    said = [(one.code, str(one.place)) for one in found(mini, "pack")]
    assert ("EDT-202", "content/ketamine.yaml:20:14") in said


def test_a_rate_in_the_record_itself_is_refused_where_a_table_prints_it(mini: Miniature) -> None:
    with_house_words(mini)
    mini.replace("content/studies.yaml", "limits: [Small.]", BANNED)
    mini.replace("content/studies.yaml", "{arm: ketamine, count: 8, of: 20}", "{arm: ketamine, percent: 86}")
    mini.replace(
        "content/packets/pack.yaml",
        "- statement: program.outpatient",
        "- study_table: {caption: Trials, studies: [mini-trial]}",
    )
    assert "EDT-202" in {one.code for one in found(mini, "pack")}


# ---------------------------------------------------------------- chances for patients


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("1 in 4 people relapsed.", "EDT-203"),
        ("One in four people relapsed.", "EDT-203"),
        ("25% relapsed.", "EDT-203"),
        ("3 out of 10 relapsed.", "EDT-203"),
        ("In 40 people, 5 of 10 relapsed in six weeks.", "EDT-203"),
        ("About 5 of 10 people relapsed.", "EDT-205"),
        ("About 5 of 10 relapsed in six weeks.", "EDT-205"),
        ("It is twice as likely.", "EDT-206"),
        ("It cut the risk by half.", "EDT-206"),
        ("It was 47% lower.", "EDT-206"),
        ("The odds ratio was small.", "EDT-206"),
        ("They got 0.5 mg/kg.", "EDT-207"),
        ("They got 0.5 milligrams per kilogram.", "EDT-207"),
    ],
)
def test_patients_are_told_chances_in_one_form(text: str, code: str) -> None:
    assert code in {one for one, _ in codes_of(text, PATIENT)}
    assert code not in {one for one, _ in codes_of(text, CLINICIAN)}


@pytest.mark.parametrize(
    "text",
    [
        "People were more likely to be free of alcohol on any one day.",
        "One of the two will call you.",
        "Take one or two, in 24 hours.",
    ],
)
def test_a_chance_with_its_people_and_time_is_let_pass(text: str) -> None:
    assert [code for code, _ in codes_of(text, PATIENT, family="EDT-2") if code != "EDT-201"] == []


def test_chances_in_one_piece_are_out_of_one_number() -> None:
    first, second = (
        passage("Of 40 people, about 5 of 10, in a week."),
        passage("Of 40 people, about 48 of 100, in a week."),
    )
    said = [one.message for one in said_of(first, second) if one.code == "EDT-204"]
    assert said == ["'48 of 100' is out of 100, the first chance in this piece out of 10"]


def test_words_of_a_record_may_hold_figures() -> None:
    text = "Randomized; 58 had at least one infusion, 12/27 later, 48%."
    assert codes_of(text, Audience.CLINICIAN, Role.STUDY) == []


def test_any_figure_of_a_measure_may_be_banned_and_so_may_words(mini: Miniature) -> None:
    with_house_words(mini)
    banned = 'do_not_print: [any figure for a cut in relapse, "“less relapse” as a benefit"]\n    limits: [Small.]'
    mini.replace("content/studies.yaml", "limits: [Small.]", banned)
    line = "In {study:mini-trial:n} people, odds ratio {result:mini-trial.relapse:value|exact}."
    for text, fires in [
        (line, False),
        (f"{line} Relapse fell from 40% to 20%.", True),
        (f"{line} It was 40%. Relapse was rare.", False),
        ("We saw less relapse.", True),
        ("We saw relapse.", False),
    ]:
        mini.write("content/ketamine.yaml", mini_text(mini).replace(line, text))
        assert ("EDT-202" in {one.code for one in found(mini, "pack")}) is fires, text
        mini.write("content/ketamine.yaml", mini_text(mini).replace(text, line))


def mini_text(mini: Miniature) -> str:
    return (mini.root / "content/ketamine.yaml").read_text(encoding="utf-8")


def test_the_people_of_a_chance_are_the_real_number_and_not_its_denominator(mini: Miniature) -> None:
    with_house_words(mini)
    chance = "about {result:mini-trial.relapse:rate:ketamine|of 10}"
    for text, missing in [
        (f"In 4 weeks {chance} people came.", True),
        (f"Of 40 people, {chance} came in 4 weeks.", True),
        (f"Of {{study:mini-trial:n}} people, {chance} came in 4 weeks.", False),
    ]:
        mini.write("content/program.yaml", PROGRAM.format(text))
        assert ("EDT-205" in {one.code for one in found(mini)}) is missing, text


PROGRAM = """statements:
  program.outpatient: {{kind: fact, patient: {{en: "{}"}}, clinician: {{en: Words.}}, sources: [mini-trial]}}
  program.call: {{kind: advice, patient: {{en: Call us.}}}}
"""
