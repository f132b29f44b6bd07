"""Codes of the words' gate: sources (1xx) and figures (2xx)."""

from __future__ import annotations

from brochures.findings.codes.registry import ERROR, WARNING, code

NO_SOURCE = code(
    "EDT-101",
    ERROR,
    "a fact without a source",
    "A statement of kind 'fact' must name at least one source or study. Without one it is not printed.",
    mend="Add a source, or change the kind when it is no fact.",
    bad="kind: fact\npatient: {en: The FDA has not approved this use.}",
    good="kind: fact\npatient: {en: The FDA has not approved this use.}\nsources: [ketalar-label]",
)
WEAK_SOURCES = code(
    "EDT-102",
    ERROR,
    "a fact that rests only on sources that may not stand alone",
    "Some sources were read in reprints, copies or not at all ('may_stand_alone: false', or 'verification: unverified'). They may "
    "support a fact, but not carry it.",
    mend="Add a source that may stand alone.",
)
RETRACTED = code(
    "EDT-103",
    ERROR,
    "a source that was retracted",
    "The record says 'status: {kind: retracted}'. Its authors or its journal have taken the paper back: nothing may rest on it.",
    mend="Take the source out; without another one, take the statement out too.",
)
CORRECTED = code(
    "EDT-104",
    WARNING,
    "a source that was corrected or superseded, unsaid",
    "The record says that the paper was corrected, or that a newer one has taken its place. The reader must be able to know: say it in "
    "the statement or in the limits of the record.",
    mend="Say it in the statement or in the limits of the record.",
    bad="One trial has tried this.",
    good="One trial has tried this; a table of its paper was corrected later.",
)
UNCITED_FIGURE = code(
    "EDT-105",
    ERROR,
    "a figure from a study that the statement does not cite",
    "A reader must be able to look a figure up: the study whose record it is drawn from stands among the sources of its statement.",
    mend="Add the study to the statement's sources.",
    bad="patient: {en: 'Of {study:dakwar-2019-cocaine:n} people …'}\nsources: [ketalar-label]",
    good="patient: {en: 'Of {study:dakwar-2019-cocaine:n} people …'}\nsources: [dakwar-2019-cocaine]",
)
TYPED_RESULT = code(
    "EDT-201",
    ERROR,
    "a result that was typed",
    "A study's result is a reference to its record, so that it cannot drift from it: {result:STUDY.OUTCOME:FIELD|FORM}, or {study:NAME:n} "
    "for the number of people. Phones, dates, ages, times, doses, limits and laws are typed; their shapes stand under 'figures: apart' in "
    "content/house/words.yaml.",
    mend="Write a reference to the record.",
    bad="Of 40 people, about 50 of 100 …",
    good="Of {study:dakwar-2019-cocaine:n} people, about {result:dakwar-2019-cocaine.abstinent:value|of 100} …",
)
DO_NOT_PRINT = code(
    "EDT-202",
    ERROR,
    "a result that must never be printed",
    "A study's record lists figures and words under 'do_not_print': they are in circulation, and wrong or unverified. One of them stands "
    "beside words that name that study or what it measured.",
    mend="Leave it out, or print the figure that the record gives instead.",
)
CHANCE_FORM = code(
    "EDT-203",
    ERROR,
    "a chance that is not told as 'about 48 of 100'",
    "People compare chances well only in one form. '1 in 4', '25%' and '3 in 10' side by side mislead; a rounded number says that it is.",
    mend="Write the chance as 'about 48 of 100'.",
    bad="1 in 4 people came back.",
    good="About 25 of 100 people came back.",
)
DENOMINATOR = code(
    "EDT-204",
    ERROR,
    "chances out of different numbers in one piece",
    "'5 of 10' and '48 of 100' cannot be compared at a glance. A piece tells all its chances out of one number.",
    mend="Write every chance of the piece out of the number of the first.",
    bad="About 5 of 10 … about 48 of 100 …",
    good="About 50 of 100 … about 48 of 100 …",
)
BARE_CHANCE = code(
    "EDT-205",
    ERROR,
    "a chance without the people and the time that it is about",
    "'About 5 of 10' means little until it is known of how many people it is, and over what time. Both stand in the same statement.",
    mend="Say in the same statement of how many people, and over what time.",
    bad="About 50 of 100 came back.",
    good="Of 40 people, about 50 of 100 came back within four weeks.",
)
RELATIVE_RISK = code(
    "EDT-206",
    ERROR,
    "a relative risk for patients",
    "'Twice as likely' can mean 2 of 100 instead of 1, or 80 instead of 40. Patients are told both chances, or only the direction.",
    mend="Tell both chances, or only the direction.",
    bad="With a reminder, people were twice as likely to come back.",
    good="With a reminder, about 40 of 100 came back; without one, about 20 of 100.",
)
PATIENT_DOSE = code(
    "EDT-207",
    ERROR,
    "a dose for patients",
    "A dose from a label or a trial is not this clinic's, and may be taken as advice. Words for patients give no amount of medicine.",
    mend="Leave the dose out; the prescriber tells it.",
    bad="You get 10 mg of the medicine.",
    good="The prescriber tells you how much you get.",
)
UNCLEAR_BAN = code(
    "EDT-208",
    WARNING,
    "a line under 'do_not_print' in which nothing can be looked for",
    "The gate looks for the figures of such a line, for every figure of a measure ('any figure for a cut in relapse'), and for words "
    "between quotation marks. A line without any of them guards nothing.",
    mend="Write the figure, 'any figure for …', or the words between quotation marks.",
    bad="do_not_print: [its title as a benefit]",
    good="do_not_print: [any figure for a cut in relapse]",
)
HALF_A_RESULT = code(
    "EDT-209",
    ERROR,
    "one of a trial's main outcomes is told, and another is left out",
    "A trial can be planned for two main outcomes, and find a difference in one of them only. Who tells the good one alone praises the drug, "
    "who tells the other alone belittles it. The record lists under 'together' the outcomes that stand together wherever one of them stands, "
    "with the words that name each: in a statement that cites the trial, in its plain line, and in the title of a plot or table that shows it.",
    mend="Say in the same statement or title what the trial found of the other outcome, or say nothing of either.",
    bad="One trial could not show a difference in relapse.",
    good="One trial found more days without alcohol, and could not show a difference in relapse.",
)
