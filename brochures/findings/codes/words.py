"""Codes of words: what the gate says of them, what only people can supply, and what somebody lets pass.

In EDT the first digit says: 1 sources, 2 figures, 3 words, 4 parts, 5 reading.
"""

from __future__ import annotations

from brochures.findings.codes.registry import ERROR, WARNING, code

NO_SOURCE = code(
    "EDT-101",
    ERROR,
    "a fact without a source",
    "A statement of kind 'fact' must name at least one source or study. Without one it is not printed.",
)
WEAK_SOURCES = code(
    "EDT-102",
    ERROR,
    "a fact that rests only on sources that may not stand alone",
    "Some sources were read in reprints, copies or not at all ('may_stand_alone: false', or 'verification: unverified'). They may "
    "support a fact, but not carry it.",
)
UNCITED_FIGURE = code(
    "EDT-105",
    ERROR,
    "a figure from a study that the statement does not cite",
    "A reader must be able to look a figure up: the study whose record it is drawn from stands among the sources of its statement.",
)
RETRACTED = code(
    "EDT-103",
    ERROR,
    "a source that was retracted",
    "The record says 'status: {kind: retracted}'. Its authors or its journal have taken the paper back: nothing may rest on it.",
)
CORRECTED = code(
    "EDT-104",
    WARNING,
    "a source that was corrected or superseded, unsaid",
    "The record says that the paper was corrected, or that a newer one has taken its place. The reader must be able to know: say it in "
    "the statement or in the limits of the record.",
)
TYPED_RESULT = code(
    "EDT-201",
    ERROR,
    "a result that was typed",
    "A study's result is a reference to its record, so that it cannot drift from it: {result:STUDY.OUTCOME:FIELD|FORM}, or {study:NAME:n} "
    "for the number of people. Phones, dates, ages, times, doses, limits and laws are typed; their shapes stand under 'figures: apart' in "
    "content/house/words.yaml.",
)
DO_NOT_PRINT = code(
    "EDT-202",
    ERROR,
    "a result that must never be printed",
    "A study's record lists figures and words under 'do_not_print': they are in circulation, and wrong or unverified. One of them stands "
    "beside words that name that study or what it measured.",
)
CHANCE_FORM = code(
    "EDT-203",
    ERROR,
    "a chance that is not told as 'about 48 of 100'",
    "People compare chances well only in one form. '1 in 4', '25%' and '3 in 10' side by side mislead; a rounded number says that it is.",
)
DENOMINATOR = code(
    "EDT-204",
    ERROR,
    "chances out of different numbers in one piece",
    "'5 of 10' and '48 of 100' cannot be compared at a glance. A piece tells all its chances out of one number.",
)
BARE_CHANCE = code(
    "EDT-205",
    ERROR,
    "a chance without the people and the time that it is about",
    "'About 5 of 10' means little until it is known of how many people it is, and over what time. Both stand in the same statement.",
)
RELATIVE_RISK = code(
    "EDT-206",
    ERROR,
    "a relative risk for patients",
    "'Twice as likely' can mean 2 of 100 instead of 1, or 80 instead of 40. Patients are told both chances, or only the direction.",
)
PATIENT_DOSE = code(
    "EDT-207",
    ERROR,
    "a dose for patients",
    "A dose from a label or a trial is not this clinic's, and may be taken as advice. Words for patients give no amount of medicine.",
)
UNCLEAR_BAN = code(
    "EDT-208",
    WARNING,
    "a line under 'do_not_print' in which nothing can be looked for",
    "The gate looks for the figures of such a line, for every figure of a measure ('any figure for a cut in relapse'), and for words "
    "between quotation marks. A line without any of them guards nothing.",
)
CLAIM = code(
    "EDT-301",
    ERROR,
    "a word that claims more than is known",
    "Words such as 'proven', 'safe' or 'cure' are refused as claims. Let pass are denials ('not proven'), open questions, names and titles, "
    "and lines quoted from a guideline, label or law. The list stands in content/house/words.yaml.",
)
PRAISE = code(
    "EDT-302",
    ERROR,
    "a superlative, a promise or a comparison with others",
    "Nothing in this shop's sources shows that the program is the best, that it will help a reader, or that it is better than another.",
)
STIGMA = code(
    "EDT-303",
    ERROR,
    "a word that puts the illness before the person",
    "After the list of the National Institute on Drug Abuse: a person with an addiction, not an 'addict'; use, not 'abuse'. Names and "
    "titles are printed as they are.",
)
PLACEHOLDER = code(
    "EDT-304",
    ERROR,
    "words that stand in for others",
    "'TODO', 'lorem ipsum', '{{name}}' and their kind are an editor's notes to himself.",
)
TELEPHONE = code(
    "EDT-305",
    ERROR,
    "a telephone number that nobody has verified",
    "Only the numbers of help lines in sources.yaml and of the clinic in clinic.yaml are printed. A wrong digit can cost a life.",
)
UNVERIFIED_LINE = code(
    "EDT-306",
    ERROR,
    "a help line whose number nobody has seen on its owner's page",
    "Its record says 'verification: unverified'. Only numbers that everybody knows need no page; they stand under 'emergency' in "
    "content/house/words.yaml.",
)
MISSING_PART = code(
    "EDT-401",
    ERROR,
    "something that this document must say is not there",
    "content/house/parts.yaml lists what a document of each type must say: that the use is off-label, the risks, what is not known, "
    "help lines … A statement says a part when it is marked with it: 'part: off-label'.",
)
MISPLACED_PART = code(
    "EDT-402",
    ERROR,
    "something that this document must say stands too late or too far away",
    "The off-label line is read first or second, and risks are read where benefits are. content/house/parts.yaml says how near.",
)
SMALL_PART = code(
    "EDT-403",
    ERROR,
    "something that this document must say is set in smaller type",
    "Risks are set in the same size as benefits. content/house/parts.yaml lists the components that are smaller; what is printed is "
    "measured on the page besides.",
)
OUT_OF_PLACE = code(
    "EDT-404",
    ERROR,
    "something that has no place on this document",
    "A crisis card is read in an emergency: it holds its required parts and nothing else.",
)
UNDECLARED_DOCUMENT = code(
    "EDT-405",
    ERROR,
    "a document type of which nobody has said what it must hold",
    "content/house/parts.yaml has no entry for this type, so no part of it would be required. Declare it, if only as empty.",
)
UNSAID_PART = code(
    "EDT-406",
    ERROR,
    "a statement that is marked as a required part and does not say it",
    "'part: off-label' makes the gate count on the words under it. They must say it in one of the ways that stand under 'parts' in "
    "content/house/words.yaml, or the mark is wrong.",
)
READING_GRADE = code(
    "EDT-501",
    WARNING,
    "words for patients that are hard to read",
    "The Flesch-Kincaid grade of a piece for patients, and of each block of 100 words or 5 sentences, aims at 6. Above 6.9 is a warning, "
    "above 8 an error. Words that patients must meet, and names, do not count as hard: content/house/words.yaml lists them with reasons.",
)
HARD_WORDS = code(
    "EDT-502",
    WARNING,
    "too many long words for patients",
    "The SMOG grade of a piece of 30 sentences or more, from its words of three syllables and more. Above 9 is a warning, above 10 an error.",
)
LONG_SENTENCE = code(
    "EDT-503",
    WARNING,
    "a long sentence for patients",
    "Sentences of more than 20 words lose readers; those of more than 25 are refused.",
)
PASSIVE = code(
    "EDT-504",
    WARNING,
    "too much of the passive voice for patients",
    "'You will be given' hides who acts. A little is needed ('is not approved'); the house's limit stands in content/house/words.yaml.",
)
LONG_LIST = code(
    "EDT-505",
    WARNING,
    "a list for patients that is too long",
    "A list of more than seven points is not kept in mind (CDC Clear Communication Index, item 8).",
)
ACRONYM = code(
    "EDT-506",
    WARNING,
    "an acronym that is not spelled out",
    "At its first use an acronym stands in brackets after the words that it is short for. A few are known by their letters; they are "
    "listed in content/house/words.yaml, with more of them for clinicians.",
)
NO_CLINIC_FACT = code(
    "REL-101",
    WARNING,
    "a fact that only the clinic can supply is missing",
    "Nothing is invented: until clinic.yaml has it, the piece is a proof with a ruled blank. With --release this is an error.",
)
NOT_REVIEWED = code(
    "REL-102",
    WARNING,
    "words that nobody has signed",
    "A statement, or a piece's own words, has no reviewer, date or due date. Until then the piece is a proof. With --release this is an error.",
)
REVIEW_DATE = code(
    "REL-103",
    WARNING,
    "a review that is past due or dated in the future",
    "A signature is good from the day of the review until the day it falls due. With --release this is an error.",
)
EXPIRED_WAIVER = code(
    "WVR-101",
    ERROR,
    "a waiver that has run out",
    "A finding is let pass until a day only. From that day on it counts again, until somebody has read it once more.",
)
UNUSED_WAIVER = code(
    "WVR-102",
    WARNING,
    "a waiver that lets nothing pass",
    "What it spoke of is mended, or it points to the wrong place. Left in the file, it would let a new mistake pass unseen.",
)
VOID_WAIVER = code(
    "WVR-103",
    ERROR,
    "a waiver for something that can never be let pass",
    "Nobody can let pass a missing signature or clinic fact (REL), nor a file, name or template that gives nothing to print "
    "(LOD, RES, CMP, PUB), nor a waiver (WVR).",
)
