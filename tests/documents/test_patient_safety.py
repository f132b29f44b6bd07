"""What patients and relatives must be told, wherever they look: held by the words that each piece prints, without setting a page."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from brochures.load.catalogue import Catalogue, load
from brochures.load.model.statements import Audience
from brochures.project.paths import ROOT, Project
from brochures.resolve.inline_text import Call, ClinicFact, Figure, Plain
from brochures.resolve.job import HelplineCard, Job, PrintedStatement
from brochures.resolve.ticket import resolve
from tests.real import DAY

FOLD, GUIDE, BOOK = "program-trifold", "family-guide", "patient-guide"
BOOKLET, RACK, WALLET, POSTER = "ketamine-facts", "treatment-day-card", "crisis-card", "waiting-room-poster"
PIECES = [FOLD, GUIDE, BOOK, BOOKLET, RACK, WALLET, POSTER]
OVERVIEW = "program-overview"

Printed = Mapping[str, Job]


@pytest.fixture(scope="session")
def jobs(catalogue: Catalogue) -> Printed:
    project = Project(ROOT, DAY, ROOT / "out")
    return {slug: resolve(project, catalogue, slug) for slug in [*PIECES, OVERVIEW]}


def _statements(job: Job) -> dict[str, str]:
    """Return the words of each statement that ``job`` prints, by name, in reading order."""
    return {one.name: _words(one) for one in job.things(PrintedStatement)}


def _words(statement: PrintedStatement) -> str:
    groups = (statement.wording.lead, *statement.wording.items)
    return " ".join("".join(_text(run) for run in words) for words in groups)


def _text(run: object) -> str:
    if isinstance(run, (Plain, Call, Figure)):
        return run.text
    return f"[{run.name}]" if isinstance(run, ClinicFact) else "…"


def _all(job: Job) -> str:
    return " ".join(_statements(job).values())


# ------------------------------------------------------------------ an overdose, and naloxone


@pytest.mark.parametrize("slug", [FOLD, GUIDE, BOOK])
def test_relatives_read_the_signs_of_an_overdose_and_each_step(jobs: Printed, slug: str) -> None:
    words = _all(jobs[slug])
    for sign in ("not wake up", "breathes slowly", "choking or snoring", "lips or nails", "pupils"):
        assert sign in words
    steps = [
        words.index(step) for step in ("Give naloxone and call 911", "awake and breathing", "on one side", "Stay until")
    ]
    assert steps == sorted(steps)
    for fact in ("opioids only", "will not harm", "without a prescription", "Keep it at home"):
        assert fact in words


def test_the_overdose_stands_on_the_flap_and_the_back_of_the_wallet_card(jobs: Printed) -> None:
    flap = next(section for section in jobs[FOLD].sections if section.name == "flap")
    printed = [one.name for block in flap.blocks for one in block.things(PrintedStatement)]
    assert {"overdose.signs", "overdose.act", "naloxone.not-ketamine"} <= set(printed)
    back = next(section for section in jobs[WALLET].sections if section.name == "back")
    words = " ".join(_words(one) for block in back.blocks for one in block.things(PrintedStatement))
    for step in (
        "will not wake up or breathes slowly",
        "naloxone",
        "911",
        "on one side",
        "Stay until",
    ):
        assert step in words


@pytest.mark.parametrize("slug", PIECES)
def test_who_reads_of_ketamine_and_naloxone_reads_that_one_does_not_reverse_the_other(jobs: Printed, slug: str) -> None:
    words = _all(jobs[slug])
    if "aloxone" in words and "etamine" in words:
        assert "not ketamine" in words


# ------------------------------------------------------------------ to come sober, and not to stop suddenly


@pytest.mark.parametrize("slug", PIECES)
def test_nobody_is_told_to_come_sober_without_what_to_do_who_cannot(jobs: Printed, slug: str) -> None:
    for words in _statements(jobs[slug]).values():
        if "sober" in words:
            assert "do not try: call us" in words
            assert "seizures" in words


@pytest.mark.parametrize("slug", [FOLD, BOOKLET, RACK, BOOK])
def test_who_is_told_of_a_visit_reads_that_thought(jobs: Printed, slug: str) -> None:
    assert "visit.sober" in _statements(jobs[slug])


# ------------------------------------------------------------------ one wording for each help line


def test_the_words_for_911_and_988_are_those_of_their_records(jobs: Printed) -> None:
    lines = {line.name: line.record for line in jobs[BOOK].things(HelplineCard)}
    book = _statements(jobs[BOOK])
    assert book["notice.emergency"] == f"Call 911 for {lines['emergency-911'].for_}."
    first = book["notice.suicide"].split(". ")[0]
    assert first == f"Call or text 988 for {lines['lifeline-988'].for_}, {lines['lifeline-988'].hours}"
    for option in ("Veterans: call 988, then press 1, or text to 838255", "Spanish: press 2, or text AYUDA to 988"):
        assert option in str(lines["lifeline-988"].also).replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize("slug", PIECES)
def test_no_piece_has_another_wording_for_911_or_988(jobs: Printed, slug: str) -> None:
    """Those that tell more than to call are these two, or the steps at an overdose; two others say when, in the same words."""
    urged = {"visit.tell-that-day", "risk.not-now-plan"}
    known = {"notice.emergency", "notice.suicide", "overdose.act", "overdose.card", "risk.too-much"}
    for name, words in _statements(jobs[slug]).items():
        if name in urged:
            assert "call or text 988 now" in words
            assert "911" not in words
        elif re.search(r"\b(911|988)\b", words):
            assert name in known


# ------------------------------------------------------------------ what to tell us

TELL = {
    "thoughts of suicide": r"thoughts of suicide|think of suicide",
    "high blood pressure": r"high blood pressure",
    "pregnancy": r"pregnan",
    "breastfeeding": r"breastfeed",
    "morning medicines": r"which medicines to take",
}


@pytest.mark.parametrize("slug", [FOLD, BOOKLET, BOOK])
@pytest.mark.parametrize("topic", TELL)
def test_who_is_told_what_to_tell_us_reads_all_of_it(jobs: Printed, slug: str, topic: str) -> None:
    assert re.search(TELL[topic], _all(jobs[slug]))


@pytest.mark.parametrize("topic", ["thoughts of suicide", "pregnancy", "morning medicines"])
def test_the_card_for_the_day_asks_for_what_may_be_new(jobs: Printed, topic: str) -> None:
    words = _all(jobs[RACK])
    assert re.search(TELL[topic], words)
    assert "feel ill" in words
    assert "You are not in trouble" in words


@pytest.mark.parametrize("slug", [BOOKLET, BOOK])
def test_bladder_signs_craving_and_the_guidelines_warning_stand_beside_the_risks(jobs: Printed, slug: str) -> None:
    words = _all(jobs[slug])
    for warning in ("hurts to pass urine", "blood in it", "Do you crave ketamine", "not to give repeated infusions"):
        assert warning in words


def test_the_fold_has_the_guidelines_warning(jobs: Printed) -> None:
    assert "guideline warns against repeated infusions" in _all(jobs[FOLD])


STOPS = {
    "blood-pressure": "high blood pressure that is not under control",
    "allergy": "earlier bad reaction",
    "psychosis": "psychosis (you or close family)",
    "bipolar": "bipolar disorder",
    "heart": "severe heart",
    "suicidal": "plan to end your life",
    "pregnancy": "breastfeed",
    "liver": "liver",
    "organs": "thyroid, or porphyria",
    "lungs": "sleep apnea",
    "head": "head injury",
    "glaucoma": "glaucoma",
    "theophylline": "theophylline",
}
"""What keeps clinicians from referring (list B), and the words that tell patients with like force."""


@pytest.mark.parametrize("criterion", STOPS)
def test_what_stops_a_referral_stops_a_patient(catalogue: Catalogue, jobs: Printed, criterion: str) -> None:
    assert f"criteria.{criterion}" in catalogue.shelf("statement")
    book = _statements(jobs[BOOK])
    words = " ".join(book[name] for name in ("risk.who-not", "risk.not-now", "risk.not-now-more", "risk.not-now-plan"))
    assert STOPS[criterion] in words


# ------------------------------------------------------------------ truth, and the clinic's own promise


@pytest.mark.parametrize("slug", PIECES)
def test_the_two_main_results_of_kare_stand_together(jobs: Printed, slug: str) -> None:
    for words in _statements(jobs[slug]).values():
        if "more days without alcohol" in words or "went back to drinking" in words:
            assert "more days without alcohol" in words
            assert "could not show that fewer of them went back to drinking" in words


def test_the_fold_tells_in_one_statement_of_every_recent_trial_whatever_it_found(jobs: Printed) -> None:
    told = list(jobs[FOLD].things(PrintedStatement))
    at = [one.name for one in told].index("evidence.two-trials")
    assert [source.name for source in told[at].sources] == [
        "dakwar-2019-cocaine",
        "dakwar-2020-alcohol",
        "grabski-2022-kare",
        "yoon-2025-mdd-aud",
        "terasaki-2022-alcohol",
    ]
    assert _words(told[at]) == (
        "Two small trials saw better results with ketamine plus therapy than with a sedative plus therapy. "
        "Later trials were mixed or saw no difference."
    )
    assert told[at + 1].name == "evidence.unknown", "and at once what nobody knows"
    assert not [one.name for one in told if one.name.startswith("evidence.") and one not in told[at : at + 2]]


def test_the_guide_tells_in_words_each_trial_that_it_draws(jobs: Printed) -> None:
    """Those that favor it stand beside those that do not, and each once."""
    (block,) = [
        block for section in jobs[BOOK].sections for block in section.blocks if block.component == "people_in_trials"
    ]
    asked = [
        statement
        for section in jobs[BOOK].sections
        for block in section.blocks
        if block.component == "question"
        for statement in block.things(PrintedStatement)
    ]
    assert {study.name for study in block.content["studies"]} <= {one.name for told in asked for one in told.sources}
    words = " ".join(map(_words, asked))
    for said in (
        "those given ketamine were more likely to have a day without alcohol",
        "could not show that fewer of them went back to drinking",
        "did no better than a sedative",
        "could not show that fewer of them came back to the hospital",
        "knew what they got",
    ):
        assert words.count(said) == 1, said


def test_the_first_page_of_the_guide_has_both_numbers_and_who_should_not_have_it(jobs: Printed) -> None:
    first = jobs[BOOK].sections[1]
    assert [line.name for block in first.blocks for line in block.things(HelplineCard)] == [
        "lifeline-988",
        "emergency-911",
    ]
    assert "risk.who-not-short" in [one.name for block in first.blocks for one in block.things(PrintedStatement)]


def test_the_cover_of_the_guide_says_what_is_not_approved_and_has_both_numbers(jobs: Printed) -> None:
    cover = jobs[BOOK].sections[0]
    assert cover.on_front
    assert [one.name for block in cover.blocks for one in block.things(PrintedStatement)] == ["ketamine.not-approved"]
    assert [line.name for block in cover.blocks for line in block.things(HelplineCard)] == [
        "lifeline-988",
        "emergency-911",
    ]


def test_the_booklet_shows_every_recent_trial_whatever_it_found(jobs: Printed) -> None:
    (block,) = [
        block for section in jobs[BOOKLET].sections for block in section.blocks if block.component == "people_in_trials"
    ]
    assert {(study.name, study.record.verdict.value) for study in block.content["studies"]} == {
        ("dakwar-2019-cocaine", "better"),
        ("dakwar-2020-alcohol", "better"),
        ("grabski-2022-kare", "mixed"),
        ("terasaki-2022-alcohol", "no-difference"),
        ("yoon-2025-mdd-aud", "no-difference"),
    }


def test_the_fold_says_what_a_first_step_is_and_why_to_call(jobs: Printed) -> None:
    front = next(section for section in jobs[FOLD].sections if section.name == "front")
    facts = [fact.name for block in front.blocks for fact in block.things(ClinicFact)]
    assert "phone" in facts
    words = _statements(jobs[FOLD])
    assert "first step" in words["program.first-step"]
    for promise in (
        "Mental illness and addiction",
        "aftercare",
        "Family",
    ):
        assert promise in " ".join(words.values())
    assert "never give alone" in " ".join(words["ketamine.ikap"].split())


@pytest.mark.parametrize("message", ["S01", "S03", "S04", "S05", "S06", "S10", "S14", "S15", "S16", "S17", "S18", "S20", "S21", "S22", "S23", "S24", "S25", "S26", "S29"])  # fmt: skip
def test_each_message_of_the_program_reaches_more_than_the_long_guide(
    catalogue: Catalogue, jobs: Printed, message: str
) -> None:
    note = catalogue.shelf("note")[message].thing
    short = {name for slug in (FOLD, GUIDE, OVERVIEW) for name in _statements(jobs[slug])}
    assert short & set(note.printed)


@pytest.mark.parametrize("slug", PIECES)
def test_no_piece_prints_what_waits_for_the_clinic(jobs: Printed, slug: str) -> None:
    assert "amino acid" not in _all(jobs[slug])


@pytest.mark.parametrize("slug", [FOLD, GUIDE, BOOK, BOOKLET, RACK])
def test_every_piece_that_is_taken_home_says_where_an_interpreter_is(jobs: Printed, slug: str) -> None:
    assert "interpreter_phone" in [fact.name for fact in jobs[slug].things(ClinicFact)]


HARD = r"\b(drip|dock|docks|calming drug|talk therapy|leaflet|large print)\b|swing the other way|eating and drinking|our name for"


@pytest.mark.parametrize("slug", PIECES)
def test_words_that_have_no_plain_twin_in_spanish_are_not_used(jobs: Printed, slug: str) -> None:
    for passage in jobs[slug].passages:
        if passage.audience is Audience.PATIENT:
            assert not re.search(HARD, passage.writing.text)


@pytest.mark.parametrize("said", ["", "no", "yes"])
def test_amino_acids_are_spoken_of_where_the_clinic_gives_them(tmp_path: Path, said: str) -> None:
    for name in ("content", "templates", "styles"):
        shutil.copytree(ROOT / name, tmp_path / name)
    clinic = tmp_path / "content" / "clinic.yaml"
    clinic.write_text(
        clinic.read_text(encoding="utf-8").replace("gives_amino_acids:", f"gives_amino_acids: {said}"), encoding="utf-8"
    )
    project = Project.open(tmp_path, today=DAY)
    catalogue = load(project)
    for slug in (BOOK, "referral-packet"):
        job = resolve(project, catalogue, slug)
        assert ("program.amino-acids" in _statements(job)) is (said == "yes")
        assert ("gives_amino_acids" in {fact.name for fact in job.undecided}) is (not said)


def test_the_guide_prints_each_statement_for_patients_but_what_short_pieces_say_in_their_own_way(
    catalogue: Catalogue, jobs: Printed
) -> None:
    ours = {name for name, entry in catalogue.shelf("statement").items() if entry.thing.patient}
    waiting = {
        "program.amino-acids",
        "notice.nondiscrimination",
        "notice.language-help",
        "notice.language-help-languages",
    }
    left = ours - set(_statements(jobs[BOOK])) - waiting
    assert left <= {name for slug in PIECES for name in _statements(jobs[slug])} | {"visit.next-day"}
    assert len(set(_statements(jobs[BOOK]))) >= 0.85 * len(ours - waiting)


def test_no_part_of_the_guide_repeats_the_story_of_a_trial(jobs: Printed) -> None:
    told = [one.name for one in jobs[BOOK].things(PrintedStatement)]
    assert len(told) == len(set(told))
    book = _statements(jobs[BOOK])
    assert sum("went back to drinking" in words for words in book.values()) == 1
