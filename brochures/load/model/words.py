"""``house/words.yaml``: the words that the gate knows, by language. Nothing about a language is written in the program.

A phrase is written as it is read, in lower case. In it ``*`` ends a word that may go on (``heal*``) or stands for any one word,
``N`` for a number in digits or words, ``NN`` for one in digits, ``N.N`` for a decimal, ``YYYY`` for a year, ``...`` for up to four words.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from brochures.load.model.base import Language, Model, Name, Text
from brochures.load.model.checked_text import Shape
from brochures.load.model.statements import Audience

Phrase = Annotated[
    str,
    Shape(
        r"^[^\s*.-](?:.*\S)?$",
        "a phrase to look for",
        "begin it with a word, a number or a sign, and end it with one, such as: heal*",
    ),
]
"""Words to look for; it begins with a word, a number or a sign."""

Phrases = tuple[Phrase, ...]

NumberShape = Annotated[
    str,
    Shape(
        r"^[19A+(). a-z-]+$",
        "the shape of a telephone number",
        "write 9 for a digit, A for a digit or capital letter, and words in small letters, such as: 999-999-AAAA",
    ),
]
"""How a telephone number is written: 9 stands for a digit, A for a digit or capital letter, small letters for themselves."""


class RefusedWords(Model):
    """Words that are refused, where they are let pass all the same, and what to write in their place.

    ``even_negated``: 'no side effects' promises as much as 'safe' does. ``audience``: refused for these readers only.
    ``true_of``: let pass in a sentence that speaks of these and of nothing that is the house's own (``WordList.own``).
    """

    find: Annotated[Phrases, Field(min_length=1)]
    unless: Phrases = ()
    true_of: Phrases = ()
    instead: Text
    even_negated: Annotated[bool, Field(strict=False)] = False
    audience: Audience | None = None


class Spelling(Model):
    """A word that the house spells otherwise, or has another word for, where it is let pass all the same, and what to write."""

    find: Annotated[Phrases, Field(min_length=1)]
    unless: Phrases = ()
    instead: Text


class Bodies(Model):
    """How names of bodies and laws are known: a run of capitalized words, joined by ``links``, with one of ``marks`` in it."""

    marks: Phrases = ()
    links: Phrases = ()


class Negation(Model):
    """Words that turn a claim into its opposite, and how far they reach.

    ``near`` reach only over the few words of their own phrase ('no proven cure'). ``seeming`` deny nothing ('not only').
    ``ends`` end a clause, unless they stand in ``goes_on``; ``pairs`` do so unless they join two refused words ('not proven and safe');
    ``joins`` make a list of what commas part. ``asides`` open an insertion between two commas, past which the clause goes on.
    ``reported`` tell what others say: it is let pass where it is denied after that.
    """

    words: Phrases = ()
    near: Phrases = ()
    seeming: Phrases = ()
    ends: Phrases = ()
    goes_on: Phrases = ()
    pairs: Phrases = ()
    joins: Phrases = ()
    asides: Phrases = ()
    reported: Phrases = ()
    clauses: Phrases = ()
    """Words that open a clause about what is denied, and from which the reach is counted anew: 'that'."""
    reach: Annotated[int, Field(ge=1, le=20)] = 6
    near_reach: Annotated[int, Field(ge=1, le=20)] = 3


class Questions(Model):
    """Openings of questions that claim what they ask, and of answers that say yes or no."""

    leading: Phrases = ()
    affirming: Phrases = ()
    denying: Phrases = ()


class Figures(Model):
    """What a typed result looks like, and which figures are typed apart: ages, times, doses, limits, laws."""

    results: Phrases = ()
    apart: Phrases = ()
    percent: Phrases = ()
    any_of: Phrases = ()
    """How a line under ``do_not_print`` says that every figure of a measure is meant."""
    same: tuple[Phrases, ...] = ()


class Chances(Model):
    """How chances are told to patients, and what must stand beside them."""

    form: Annotated[
        str,
        Shape(
            r"\{count\}.*\{whole\}",
            "how a share is told",
            "name the count before the whole, such as: {count} of {whole}",
        ),
    ] = "{count}/{whole}"
    """How a share is printed that is drawn from a record with the rounding 'of 10' or 'of 100'."""
    good: Phrases = ()
    refused: Phrases = ()
    about: Phrases = ()
    people: Phrases = ()
    time: Phrases = ()
    relative: Phrases = ()
    doses: Phrases = ()


class Status(Model):
    """Words that tell the reader that a paper was corrected or superseded."""

    corrected: Phrases = ()
    superseded: Phrases = ()


class Uncounted(Model):
    """Words that do not count as hard, and why."""

    words: Annotated[tuple[Text, ...], Field(min_length=1)]
    reason: Text


class Limit(Model):
    """Above ``warning`` it is told, above ``error`` refused."""

    warning: Decimal
    error: Decimal


class Formula(Model):
    """A reading grade as a sum: words a sentence and syllables a word, each times its weight, and a constant."""

    words_per_sentence: Decimal
    syllables_per_word: Decimal
    constant: Decimal


class HardWords(Model):
    """A reading grade from words of three syllables and more (SMOG): weight times their root, for 30 sentences, and a constant."""

    weight: Decimal
    constant: Decimal
    sentences: Annotated[int, Field(ge=1)] = 30


class Passive(Model):
    """How the passive voice is made, and how large its share of the sentences may be, in per cent."""

    be: Phrases
    endings: tuple[Text, ...] = ()
    participles: Phrases = ()
    adjectives: Phrases = ()
    between: Phrases = ()
    share: Annotated[int, Field(ge=0, le=100)]


class Acronyms(Model):
    """Acronyms that readers know by their letters; ``clinicians`` are those that only they know.

    The reasons are for whoever edits the lists: no check reads them, and nothing prints them.
    """

    known: tuple[Text, ...] = ()
    reason: Text | None = None
    clinicians: tuple[Text, ...] = ()
    clinicians_reason: Text | None = None
    plural: Text | None = None
    """The ending of an acronym that stands for several."""


class Readability(Model):
    """How hard words for patients may be, and how that is measured in this language."""

    grade: Formula | None = None
    grade_limit: Limit | None = None
    hard_words: HardWords | None = None
    hard_words_limit: Limit | None = None
    sentence_limit: Limit | None = None
    block_words: Annotated[int, Field(ge=1)] = 100
    block_sentences: Annotated[int, Field(ge=1)] = 5
    list_length: Annotated[int, Field(ge=1)] | None = None
    pronunciations: Literal["cmudict"] | None = None
    syllables: dict[str, Annotated[int, Field(ge=1, le=12)]] = Field(default={})
    uncounted: tuple[Uncounted, ...] = ()
    passive: Passive | None = None
    acronyms: Acronyms | None = None


class Typography(Model):
    """How words are set: quotation marks (outer and inner pair), the dash between clauses, and what is never parted from a number."""

    quotes: Annotated[tuple[Text, ...], Field(min_length=4, max_length=4)] | None = None
    dash: Annotated[str, Shape("^[\u2013\u2014]$", "a dash", "write one dash, \u2013 or \u2014")] | None = None
    spaced_dash: Annotated[bool, Field(strict=False)] = False
    units: tuple[Text, ...] = ()
    """They follow a number: hours, people, a.m."""
    before_numbers: tuple[Text, ...] = ()
    """A number follows them: Part, No., Phase."""
    before_names: tuple[Text, ...] = ()
    """A name follows them: Dr."""
    days: tuple[Text, ...] = ()
    """Days and months, and other words that begin or end a span of time: Mon, March, noon."""
    clock: tuple[Text, ...] = ()
    """They follow an hour: am, p.m."""
    elisions: tuple[Text, ...] = ()
    """Words that have lost their beginning, without the apostrophe that stands for it: tis, n (in rock 'n' roll)."""


class WordList(Model):
    """The word lists of one language."""

    numbers: dict[str, Annotated[int, Field(ge=0)]] = Field(default={})
    abbreviations: tuple[Text, ...] = ()
    possessives: tuple[Text, ...] = ()
    """Endings that do not make another word, with a straight apostrophe."""
    names: Phrases = ()
    foreign: Phrases = ()
    """Words of another language that are printed as they are."""
    bodies: Bodies = Bodies()
    subjects: dict[Name, Phrases] = Field(default={})
    parts: dict[Name, Phrases] = Field(default={})
    """What a statement that is marked as a required part says, in one of these ways."""
    own: Phrases = ()
    """What words may speak of that is the house's own: its drug, its visits, itself."""
    negation: Negation = Negation()
    questions: Questions = Questions()
    claims: tuple[RefusedWords, ...] = ()
    praise: tuple[RefusedWords, ...] = ()
    people: tuple[RefusedWords, ...] = ()
    spellings: tuple[Spelling, ...] = ()
    titles: dict[Name, dict[Audience, tuple[Text, ...]]] = Field(default={})
    """By block and reader: what the block is called in every piece, such as the crisis lines."""
    placeholders: Phrases = ()
    telephone: tuple[NumberShape, ...] = ()
    emergency: tuple[Text, ...] = ()
    """Telephone numbers that need no page to confirm them."""
    figures: Figures = Figures()
    chances: Chances = Chances()
    status: Status = Status()
    typography: Typography = Typography()
    reading: Readability = Readability()


class WordsFile(Model):
    """The word lists, by language."""

    words: dict[Language, WordList]
