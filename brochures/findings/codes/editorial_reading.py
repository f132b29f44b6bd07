"""Codes of the words' gate: how easily words are read (5xx)."""

from __future__ import annotations

from brochures.findings.codes.registry import WARNING, code

READING_GRADE = code(
    "EDT-501",
    WARNING,
    "words for patients that are hard to read",
    "The Flesch-Kincaid grade of a piece for patients, and of each block of 100 words or 5 sentences, aims at 6. Above 6.9 is a warning, "
    "above 8 an error. Words that patients must meet, and names, do not count as hard: content/house/words.yaml lists them with reasons.",
    mend="Write shorter sentences and words; the finding names the longest.",
    bad="Medication administration necessitates supervision.",
    good="A nurse stays with you while you get the medicine.",
)
HARD_WORDS = code(
    "EDT-502",
    WARNING,
    "too many long words for patients",
    "The SMOG grade of a piece of 30 sentences or more, from its words of three syllables and more. Above 9 is a warning, above 10 an error.",
    mend="Write a shorter word for those that the finding names.",
    bad="transportation arrangements",
    good="a ride home",
)
LONG_SENTENCE = code(
    "EDT-503",
    WARNING,
    "a long sentence for patients",
    "Sentences of more than 20 words lose readers; those of more than 25 are refused.",
    mend="Make two sentences of it.",
    bad="Come at nine, bring a list of what you take, and let a friend drive you home, for you must not drive that day.",
    good="Come at nine. Bring a list of what you take. You must not drive that day, so let a friend take you home.",
)
PASSIVE = code(
    "EDT-504",
    WARNING,
    "too much of the passive voice for patients",
    "'You will be given' hides who acts. A little is needed ('is not approved'); the house's limit stands in content/house/words.yaml.",
    mend="Say who does it.",
    bad="You will be given a gown.",
    good="A nurse gives you a gown.",
)
LONG_LIST = code(
    "EDT-505",
    WARNING,
    "a list for patients that is too long",
    "A list of more than seven points is not kept in mind (CDC Clear Communication Index, item 8).",
    mend="Make two lists of it, each under a heading of its own.",
)
ACRONYM = code(
    "EDT-506",
    WARNING,
    "an acronym that is not spelled out",
    "At its first use an acronym stands in brackets after the words that it is short for. A few are known by their letters; they are "
    "listed in content/house/words.yaml, with more of them for clinicians.",
    mend="Write the words in full, with the acronym in brackets.",
    bad="Ask about IV care.",
    good="Ask about intravenous (IV) care.",
)
FOREIGN_WORDS = code(
    "EDT-507",
    WARNING,
    "words of another language than the piece's",
    "A heading or the words of a help line stayed in another language when the piece was translated. Languages are told apart by their small "
    "words, which stand in content/house/languages.yaml. Names and what stands between quotation marks are left alone.",
    mend="Write the words in the language of the piece, or list them under 'foreign' in content/house/words.yaml.",
    bad="language: es\n…\n- heading: Know the risks",
    good="language: es\n…\n- heading: Conozca los riesgos",
)
