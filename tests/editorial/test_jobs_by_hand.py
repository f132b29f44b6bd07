"""Checks of a whole piece, on jobs made by hand: parts and their places, sources, signatures, waivers, acronyms, banned figures."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from brochures.editorial import editorial, next_change, unprinted
from brochures.editorial.acronyms import acronyms
from brochures.editorial.claims import claims
from brochures.editorial.do_not_print import never_print, unclear_bans
from brochures.editorial.galley import Galley
from brochures.editorial.readability import long_sentences
from brochures.editorial.required_parts import misplaced, missing, out_of_place, small, undeclared, unsaid
from brochures.editorial.risk_wording import denominators
from brochures.editorial.sentences import ParsedText
from brochures.editorial.sign_off import waiting
from brochures.editorial.sources import corrected, no_source, retracted, weak_sources
from brochures.editorial.typed_results import uncited
from brochures.editorial.waivers import about_waivers, let_pass, unused
from brochures.findings import NOWHERE, Finding, Place, Severity
from brochures.load.model.base import Name
from brochures.load.model.parts import DocumentRule, Need, RequiredPart
from brochures.load.model.sources import Citation, Fate, PaperStatus
from brochures.load.model.statements import Kind
from brochures.load.model.waivers import Waiver
from brochures.load.model.words import (
    Acronyms,
    Chances,
    Figures,
    Limit,
    Negation,
    Questions,
    Readability,
    RefusedWords,
    Status,
    WordList,
)
from brochures.load.positions import Writing
from brochures.resolve.editorial_rules import NO_RULES
from brochures.resolve.inline_text import ClinicFact, Figure, Plain, Wording
from brochures.resolve.job import (
    CitedSource,
    HelplineCard,
    Job,
    Passage,
    PrintedStatement,
    ResolvedBlock,
    Role,
    Section,
    Study,
)
from brochures.resolve.signed_words import KeptSignature, SignedWords
from brochures.resolve.waived import Waived
from tests.editorial.gate import CLINICIAN, PATIENT, house_job
from tests.signing import signature

DAY = date(2026, 3, 1)
WORDS = WordList(
    parts={Name("risks"): ("may harm", "is risky")},
    subjects={Name("ketamine"): ("ketamine",)},
    status=Status(corrected=("correct*", "put right"), superseded=("newer",)),
    chances=Chances(good=("about N of N",)),
    figures=Figures(percent=("%",), any_of=("any figure",), same=(("relapse*", "sober"),)),
)
Told = tuple[str, str, str, str, str]


def _told(found: Iterable[Finding]) -> list[Told]:
    return [(one.code, str(one.severity), str(one.place), one.message, one.help) for one in found]


def _statement(name: str, line: int = 1, **about: Any) -> PrintedStatement:
    whole: dict[str, Any] = {"kind": Kind.FACT, "sources": (), "part": None, "audience": PATIENT} | about
    return PrintedStatement(name, wording=Wording((Plain(name),)), place=Place("content/a.yaml", line, 3), **whole)


def _says(text: str, section: int = 0, block: int = 0, name: str = "said", line: int = 1, **about: Any) -> Passage:
    whole: dict[str, Any] = {"role": Role.STATEMENT, "audience": PATIENT, "component": "statement"} | about
    words = whole.pop("words", (Plain(text),))
    writing = Writing(text, text, Place("words", line, 1))
    return Passage(words=words, writing=writing, section=section, block=block, name=name, **whole)


def _signed(name: str) -> SignedWords:
    return SignedWords(("form", name, "", ""), "clinical form", ("Words.",), (), NOWHERE, NOWHERE)


TITLE = _says("A title", -1, -1, "", 9, role=Role.TITLE, component="")


def _block(component: str, *things: Any) -> ResolvedBlock:
    return ResolvedBlock(component, things, "words", ())


def _job(
    *blocks: tuple[ResolvedBlock, ...], said: Iterable[Passage] = (), words: WordList = WORDS, **rules: Any
) -> Job:
    """Return a job with these blocks in its sections ``s1``, ``s2`` …, and these passages after its title."""
    sections = tuple(Section(f"s{number}", "", PATIENT, held) for number, held in enumerate(blocks, 1))
    return replace(
        house_job(),
        slug="fold",
        sections=sections,
        passages=(TITLE, *said),
        rules=replace(NO_RULES, words=words, **rules),
        signed=(),
        clinic={},
        document="fold-type",
    )


def _galley(*blocks: tuple[ResolvedBlock, ...], **about: Any) -> Galley:
    return Galley.of(_job(*blocks, **about))


# ---------------------------------------------------------------- required parts

RISKS = RequiredPart(says="what harm it may do")
GOOD = RequiredPart(says="what good it may do")
CRISIS = RequiredPart.model_validate({"says": "whom to call", "component": "crisis", "lines": ["one", "two"]})


def _need(part: str, **about: Any) -> Need:
    return Need.model_validate({"part": part, **about})


PARTS = {"risks": RISKS, "good": GOOD, "crisis": CRISIS}


def _needs(*needs: Need, **about: Any) -> dict[str, Any]:
    return {"parts": PARTS, "rule": DocumentRule(always=needs, **about)}


def _part(name: str, line: int = 1) -> ResolvedBlock:
    return _block("statement", _statement(f"is-{name}", line, part=name))


def _card(name: str) -> HelplineCard:
    return HelplineCard(name, None, None)  # type: ignore[arg-type]


def test_a_document_of_a_type_that_nobody_declared_is_told_where_parts_are() -> None:
    assert _told(undeclared(_galley(parts=PARTS))) == [
        (
            "EDT-405",
            "error",
            "words:9:1",
            "nothing says which parts a document of type 'fold-type' must have",
            "add 'fold-type:' under 'documents' in content/house/parts.yaml",
        )
    ]
    assert _told(undeclared(_galley(parts=PARTS, rule=DocumentRule()))) == []
    assert _told(undeclared(_galley())) == []


def test_what_a_document_always_needs_is_missed_at_its_title() -> None:
    needs = _needs(_need("risks"), _need("crisis"), _need("unknown"))
    told = [(place, message, mend) for _, _, place, message, mend in _told(missing(_galley((), **needs)))]
    assert told == [
        ("words:9:1", "the piece does not say what harm it may do", "print a statement marked 'part: risks'"),
        ("words:9:1", "the piece does not say whom to call", "add a block 'crisis:' with the lines one, two"),
    ]
    bare = {"parts": {"crisis": RequiredPart(says="whom to call", component="crisis")}}
    ((*_, mend),) = _told(missing(_galley((), **_needs(_need("crisis")) | bare)))
    assert mend == "add a block 'crisis:'"


@pytest.mark.parametrize(
    ("cards", "said"), [(("one", "two"), True), (("two", "three", "one"), True), (("one",), False), ((), False)]
)
def test_a_block_says_a_part_with_all_its_lines(cards: tuple[str, ...], *, said: bool) -> None:
    galley = _galley((_block("crisis", *map(_card, cards)),), **_needs(_need("crisis")))
    assert (_told(missing(galley)) == []) is said
    other = _galley((_block("contact", *map(_card, cards)),), **_needs(_need("crisis")))
    assert _told(missing(other)) != []


@pytest.mark.parametrize(
    ("passage", "needed"),
    [
        (_says("about ketamine"), True),
        (_says("about ketamine", 2, 1), True),
        (_says("about ketamine", -1, -1, role=Role.TITLE), True),
        (_says("about ketamine", -1, -1, role=Role.LABEL), False),
        (_says("about care"), False),
    ],
)
def test_what_a_subject_needs_is_asked_for_where_readers_meet_it(passage: Passage, *, needed: bool) -> None:
    rule = DocumentRule(naming={Name("ketamine"): (_need("risks"),), Name("unlisted"): (_need("good"),)})
    galley = _galley((), said=[passage], parts=PARTS, rule=rule)
    assert [message for *_, message, _ in _told(missing(galley))] == [
        "the piece does not say what harm it may do"
    ] * needed


@pytest.mark.parametrize(("within", "late"), [(1, True), (2, False), (3, False), (None, False)])
def test_a_part_comes_within_so_many_sections_wherever_it_comes_first(within: int | None, *, late: bool) -> None:
    blocks = ((), (_part("risks", 5),), (_part("risks", 2),))
    expected = [
        (
            "EDT-402",
            "error",
            "content/a.yaml:5:3",
            "the piece does not say what harm it may do before 's2', its number 2 in reading order",
            "say it within the first 1",
        )
    ]
    found = _told(misplaced(_galley(*blocks, **_needs(_need("risks", within=within)))))
    assert found == expected * late


def test_a_block_that_says_a_part_may_come_before_a_statement_that_does() -> None:
    crisis = _block("crisis", _card("one"), _card("two"))
    marked = _block("statement", _statement("marked", part="crisis"))
    needs = _needs(_need("crisis", within=1))
    assert _told(misplaced(_galley((crisis,), (marked,), **needs))) == []
    assert len(_told(misplaced(_galley((), (crisis,), (marked,), **needs)))) == 1


@pytest.mark.parametrize(("away", "apart"), [(0, False), (1, False), (2, True)])
def test_a_part_stands_in_the_section_of_what_it_tempers_or_the_next(away: int, *, apart: bool) -> None:
    for risks, good in ((0, away), (away, 0)):
        blocks: list[tuple[ResolvedBlock, ...]] = [(), (), ()]
        blocks[risks] += (_part("risks"),)
        blocks[good] += (_part("good", 7),)
        found = _told(misplaced(_galley(*blocks, **_needs(_need("risks", beside="good")))))
        assert (
            found
            == [
                (
                    "EDT-402",
                    "error",
                    "content/a.yaml:7:3",
                    "the piece says here what good it may do, and not beside it what harm it may do",
                    "print a statement marked 'part: risks' in the same panel or part, or the next",
                )
            ]
            * apart
        )


def test_a_part_that_is_missing_is_not_told_as_misplaced_too() -> None:
    needs = _needs(_need("risks", within=1, beside="good"))
    assert _told(misplaced(_galley((), (_part("good"),), **needs))) == []


def test_a_part_is_not_set_in_small_type() -> None:
    blocks = (_part("risks", 4), _block("notes", _statement("small", 6, part="risks")))
    found = _told(small(_galley(blocks, **_needs(_need("risks", not_in=("notes", "version"))))))
    assert found == [
        (
            "EDT-403",
            "error",
            "content/a.yaml:6:3",
            "the piece says what harm it may do in 'notes', which is set in smaller type",
            "print it as a statement, in a notice or in a list",
        )
    ]


def test_a_mark_is_kept_by_the_words_for_each_reader() -> None:
    statement = _statement("is-risks", part="risks")
    blocks = ((_block("statement", statement),),)
    said = {"patient": _says("it may harm", name="is-risks"), "clinician": _says("fine", name="is-risks", line=2)}
    said["clinician"] = replace(said["clinician"], audience=CLINICIAN)
    expected = (
        "EDT-406",
        "error",
        "words:2:1",
        "'is-risks' is marked 'part: risks' and does not say what harm it may do",
        "say it, with words such as 'may harm', or take the mark from these words and put it where that is said",
    )
    about: dict[str, Any] = {"parts": PARTS, "rule": DocumentRule()}
    both = _told(unsaid(_galley(*blocks, said=said.values(), **about)))
    assert both == [expected]
    assert _told(unsaid(_galley(*blocks, said=[said["patient"]], **about))) == []
    more = [said["clinician"], _says("Is risky.", name="is-risks", line=3, audience=CLINICIAN)]
    assert _told(unsaid(_galley(*blocks, said=more, **about))) == []
    other = [replace(said["clinician"], role=Role.PIECE)]
    assert _told(unsaid(_galley(*blocks, said=other, **about))) == []
    unmarked = (_block("statement", _statement("is-risks", part="good")),)
    assert _told(unsaid(_galley(unmarked, said=said.values(), **about))) == []
    assert _told(unsaid(_galley(*blocks, said=said.values(), parts={"good": GOOD}))) == []


def test_a_document_that_holds_its_parts_only_holds_nothing_else() -> None:
    blocks = ((_part("risks"), _block("heading", "Odd")), (_block("picture", "More"),))
    said = [
        _says("it may harm", 0, 0),
        _says("Odd", 0, 1, "", 4, role=Role.PIECE, component="heading"),
        _says("and again", 0, 1, "", 5, role=Role.PIECE, component="heading"),
        _says("More", 1, 0, "", 6, role=Role.PIECE, component="picture"),
        _says("The section's title", 1, -1, "", 7, role=Role.TITLE),
    ]
    needs = _needs(_need("risks"), only=True)
    found = _told(out_of_place(_galley(*blocks, said=said, **needs)))
    message = "a document of type 'fold-type' holds its required parts only, and no '{}'"
    assert found == [
        ("EDT-404", "error", "words:4:1", message.format("heading"), "take the block out"),
        ("EDT-404", "error", "words:6:1", message.format("picture"), "take the block out"),
    ]
    assert _told(out_of_place(_galley(*blocks, said=said, **_needs(_need("risks"))))) == []
    assert _told(out_of_place(_galley(*blocks, said=said, parts=PARTS))) == []


# ---------------------------------------------------------------- sources


def _source(name: str, **about: Any) -> CitedSource:
    cite = Citation(type="webpage", title="A page")
    return CitedSource(name, name, cite, Place("content/a.yaml", 5, 8), **about)


def _cites(*sources: CitedSource, **about: Any) -> tuple[ResolvedBlock, ...]:
    return (_block("statement", _statement("fact", 2, sources=sources, **about)),)


def test_a_fact_names_a_source_and_advice_need_not() -> None:
    place, mend = "content/a.yaml:2:3", "add 'sources:' with the id of what it rests on"
    assert _told(no_source(_galley(_cites()))) == [("EDT-101", "error", place, "the fact 'fact' has no source", mend)]
    assert _told(no_source(_galley(_cites(kind=Kind.ADVICE)))) == []
    assert _told(no_source(_galley(_cites(_source("a"))))) == []


def test_of_the_sources_of_a_fact_one_may_stand_alone() -> None:
    weak, strong = _source("weak", alone=False), _source("strong")
    found = _told(weak_sources(_galley(_cites(weak, replace(weak, name="other")))))
    assert found == [
        (
            "EDT-102",
            "error",
            "content/a.yaml:5:8",
            "the fact 'fact' rests on 'weak', 'other' only, which may not stand alone",
            "add a source that was read where its owner published it, or leave the fact out",
        )
    ]
    for quiet in (_cites(weak, strong), _cites(), _cites(weak, kind=Kind.ADVICE)):
        assert _told(weak_sources(_galley(quiet))) == []


def test_a_source_that_was_retracted_is_told_at_each_use() -> None:
    fallen = _source("old", status=PaperStatus(kind=Fate.RETRACTED, note="by its authors"))
    found = _told(retracted(_galley(_cites(fallen), _cites(_source("new"), fallen))))
    assert (
        found
        == [
            (
                "EDT-103",
                "error",
                "content/a.yaml:5:8",
                "'old' was retracted: by its authors",
                "take the source out, and the words that rest on it",
            )
        ]
        * 2
    )
    assert _told(corrected(_galley(_cites(fallen)))) == []


@pytest.mark.parametrize(
    ("fate", "limits", "words", "told"),
    [
        (Fate.CORRECTED, "", "A fact.", True),
        (Fate.CORRECTED, "", "A fact, Corrected since.", False),
        (Fate.CORRECTED, "It was put right.", "A fact.", False),
        (Fate.CORRECTED, "", "A newer one is there.", True),
        (Fate.SUPERSEDED, "", "A newer one is there.", False),
        (Fate.SUPERSEDED, "corrected", "A fact.", True),
    ],
)
def test_what_became_of_a_source_is_said(fate: Fate, limits: str, words: str, *, told: bool) -> None:
    fallen = _source("old", status=PaperStatus(kind=fate, note="see there"), limits=limits)
    said = [_says(words, name="fact"), _says("corrected, newer", name="another")]
    found = _told(corrected(_galley(_cites(fallen), said=said)))
    assert (
        found
        == [
            (
                "EDT-104",
                "warning",
                "content/a.yaml:5:8",
                f"'old' was {fate}: see there",
                f"say in the statement, or in the limits of 'old', that it was {fate}",
            )
        ]
        * told
    )
    assert _told(retracted(_galley(_cites(fallen)))) == []


def test_a_figure_is_drawn_from_a_study_that_its_statement_cites() -> None:
    words = (Plain("It was "), Figure("5.7", study="trial"), Plain("."))
    said = [_says("It was {result:trial.a:value|exact}.", name="fact", words=words)]
    found = _told(uncited(_galley(_cites(_source("other")), said=said)))
    assert found == [
        (
            "EDT-105",
            "error",
            "words:1:8",
            "5.7 is drawn from 'trial', which 'fact' does not cite",
            "add 'trial' to its sources",
        )
    ]
    assert _told(uncited(_galley(_cites(_source("other"), _source("trial")), said=said))) == []
    assert _told(uncited(_galley(_cites(_source("other")), said=[replace(said[0], name="unknown")]))) == []
    assert _told(uncited(_galley(_cites(_source("other")), said=[replace(said[0], role=Role.PIECE)]))) == []
    typed = replace(said[0], words=(Figure("5.7"),))
    assert _told(uncited(_galley(_cites(_source("other")), said=[typed]))) == []


# ---------------------------------------------------------------- signatures


def test_a_fact_of_the_clinic_that_is_missing_is_told_once() -> None:
    missing_fact = ClinicFact("after_hours_phone", None, Place("content/clinic.yaml", 3, 1))
    there = ClinicFact("phone", "555-0100", Place("content/clinic.yaml", 4, 1))
    job = _job((_block("contact", missing_fact, there, missing_fact),))
    assert _told(waiting(job, DAY, Severity.ERROR)) == [
        (
            "REL-101",
            "error",
            "content/clinic.yaml:3:1",
            "'after_hours_phone' is empty",
            "write the clinic's after hours phone",
        )
    ]


@pytest.mark.parametrize(
    ("today", "day"),
    [
        (date(2026, 1, 1), date(2026, 1, 2)),
        (date(2026, 1, 2), date(2026, 6, 1)),
        (date(2026, 6, 1), date(2026, 7, 1)),
        (date(2026, 7, 1), date(2027, 1, 2)),
        (date(2027, 1, 2), None),
    ],
)
def test_the_next_day_on_which_findings_change_is_known(today: date, day: date | None) -> None:
    whole = KeptSignature(signature(_signed("thing")).model_copy(update={"until": date(2027, 1, 2)}), NOWHERE, None, {})
    early = KeptSignature(
        whole.signature.model_copy(update={"signed": None, "until": date(2026, 6, 1)}), NOWHERE, None, {}
    )
    signed = (replace(_signed("thing"), signatures=(whole,)), replace(_signed("early"), signatures=(early,)))
    job = replace(_job(waivers=(_waived(expires=date(2026, 7, 1)),)), signed=signed)
    assert next_change(job, today) == day


def test_a_piece_that_waits_is_warned_of_and_refused_for_release() -> None:
    waits = replace(_job(), signed=(_signed("thing"),))
    for release, severity in ((False, "warning"), (True, "error")):
        found = [one for one in editorial(waits, DAY, release=release) if one.code == "REL-102"]
        assert [(str(one.severity), one.piece) for one in found] == [(severity, "fold")]


def test_words_that_no_piece_prints_are_read_and_told_as_such() -> None:
    words = WORDS.model_copy(update={"placeholders": ("todo",)})
    job = _job(said=[_says("todo, and todo")], words=words)
    assert [(one.message, str(one.place), one.piece) for one in unprinted([job, job])] == [
        ("'todo' stands for words that are still to be written (no piece prints it yet)", place, "")
        for place in ("words:1:1", "words:1:11")
    ]


# ---------------------------------------------------------------- waivers


def _waived(code: str = "EDT-301", file: str = "content/a.yaml", first: int = 0, last: int = 0, **about: Any) -> Waived:
    whole: dict[str, Any] = {"file": file, "reason": "a test", "expires": date(2026, 4, 1)} | about
    waiver = Waiver.model_construct(code=code, **{"thing": None, "words": None} | whole)
    return Waived("one", waiver, Place("content/waivers.yaml", 2, 3), file, first, last)


FOUND = Finding("EDT-301", Severity.ERROR, "'safe' claims", "help", Place("content/a.yaml", 5, 1), "fold")


@pytest.mark.parametrize(
    ("waived", "passes"),
    [
        (_waived(), True),
        (_waived(code="EDT-302"), False),
        (_waived(file="content/b.yaml"), False),
        (_waived(first=5, last=5), True),
        (_waived(first=3, last=5), True),
        (_waived(first=5, last=9), True),
        (_waived(first=3, last=4), False),
        (_waived(first=6, last=9), False),
        (_waived(words="safe"), True),
        (_waived(words="sure"), False),
        (replace(_waived(thing="fold", first=8, last=9), file="content/b.yaml"), True),
        (replace(_waived(thing="pack", first=8, last=9), file="content/b.yaml"), False),
        (replace(_waived(thing="fold"), file="content/b.yaml"), True),
        (replace(_waived(thing="fold", file="content/b.yaml"), file="content/b.yaml"), False),
        (_waived(thing="fold", words="sure"), False),
    ],
)
def test_a_waiver_lets_pass_what_it_names(waived: Waived, *, passes: bool) -> None:
    if waived.waiver.thing and waived.waiver.file == "content/a.yaml" and waived.file == "content/b.yaml":
        waived = replace(waived, waiver=waived.waiver.model_copy(update={"file": None}))
    reason = "let pass until 2026-04-01 (one): a test"
    expected = replace(FOUND, severity=Severity.NOTE, message=f"'safe' claims; {reason}") if passes else FOUND
    assert let_pass([FOUND], [waived], DAY) == (expected,)
    assert let_pass([FOUND], [waived], date(2026, 3, 31)) == (expected,)
    assert let_pass([FOUND], [waived], date(2026, 4, 1)) == (FOUND,)
    told = [] if passes else ["the waiver 'one' lets nothing pass: there is no EDT-301 where it points"]
    if waived.waiver.code == "EDT-301":
        assert [one.message for one in unused([expected], [waived], DAY)] == told
        assert list(unused([expected], [waived], date(2026, 4, 1))) == []


@pytest.mark.parametrize(
    ("code", "why"),
    [
        ("LOD-103", "can never be let pass"),
        ("RES-101", "can never be let pass"),
        ("CMP-101", "can never be let pass"),
        ("PUB-101", "can never be let pass"),
        ("REL-101", "can never be let pass"),
        ("WVR-101", "can never be let pass"),
        ("EDT-999", "is no finding's code"),
    ],
)
def test_a_waiver_that_can_let_nothing_pass_is_void(code: str, why: str) -> None:
    waived = _waived(code=code)
    message, mend = f"the waiver 'one' is void: {code} {why}", "take the waiver out"
    assert _told(about_waivers([waived], DAY)) == [("WVR-103", "error", "content/waivers.yaml:2:3", message, mend)]
    found = replace(FOUND, code=code)
    assert let_pass([found], [waived], DAY) == (found,)
    assert list(unused([], [waived], DAY)) == []


def test_a_waiver_ends_on_its_day() -> None:
    waived = _waived()
    assert list(about_waivers([waived], date(2026, 3, 31))) == []
    place, mend = "content/waivers.yaml:2:3", "mend what it let pass, or have it read again and set a new day"
    ended = ("WVR-101", "error", place, "the waiver 'one' ended on 2026-04-01", mend)
    assert _told(about_waivers([waived], date(2026, 4, 1))) == [ended]
    ((code, weight, where, _, mend),) = _told(unused([FOUND], [waived], DAY))
    assert (code, weight, where, mend) == ("WVR-102", "warning", place, "take the waiver out")


# ---------------------------------------------------------------- acronyms and long sentences


def _acronyms(*said: Passage, **rule: Any) -> list[tuple[str, str]]:
    listed = Acronyms(**{"known": ("FDA",), "clinicians": ("ECG",), "plural": "s"} | rule)
    words = WordList(reading=Readability(acronyms=listed), names=("cbt of us",))
    found = acronyms(_galley(said=said, words=words))
    return [(str(one.place), one.message) for one in found]


def _unspelled(written: str, readers: str = "patients", place: str = "words:1:1") -> tuple[str, str]:
    return place, f"'{written}' is not spelled out where {readers} first meet it"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("CBT helps.", "CBT"),
        ("FDA and ECG.", "ECG"),
        ("CBT’s way", "CBT"),
        ("CBT's way", "CBT"),
        ("CBTs", "CBT"),
        ("A B", None),
        ("Cbt", None),
        ("CBT of us", None),
        ("CBT (words)", None),
        ("CBT\u00a0(words)", None),
        ("CBT, words", "CBT"),
        ("(CBT) words", "CBT"),
        ("words (CBT)", None),
        ("words, CBT)", "CBT"),
        ("50 MG20", "MG"),
    ],
)
def test_an_acronym_is_met_with_its_words_beside_it(text: str, written: str | None) -> None:
    at = text.find(written) + 1 if written else 0
    assert _acronyms(_says(text)) == ([_unspelled(written, place=f"words:1:{at}")] if written else [])


def test_an_acronym_is_told_once_to_each_kind_of_reader_in_words_that_are_read() -> None:
    first, again = _says("CBT", line=1), _says("CBT", line=2)
    clinic = _says("CBT and ECG and FDA", line=3, audience=CLINICIAN)
    assert _acronyms(first, again, clinic) == [_unspelled("CBT"), _unspelled("CBT", "clinicians", "words:3:1")]
    assert _acronyms(clinic, clinicians=()) == []
    assert _acronyms(first, clinicians=()) == [_unspelled("CBT")]
    for role, read in (
        (Role.TITLE, True), (Role.STATEMENT, True), (Role.PIECE, True), (Role.FORM, True),
        (Role.STUDY, False), (Role.PLAIN, False), (Role.HELPLINE, False), (Role.PICTURE, False), (Role.LABEL, False), (Role.CLINIC, False),
    ):  # fmt: skip
        assert _acronyms(_says("CBT", role=role)) == [_unspelled("CBT")] * read
    assert list(acronyms(_galley(said=[first], words=WordList()))) == []


def test_an_acronym_that_was_spelled_out_stays_known() -> None:
    assert _acronyms(_says("words (CBT)"), _says("CBT")) == []
    assert _acronyms(_says("CBTs", line=4), plural=None) == []


def test_a_long_sentence_that_begins_in_the_lead_of_a_list_is_told_there() -> None:
    rule = Readability(sentence_limit=Limit(warning=Decimal(3), error=Decimal(6)))
    lead = _says("One two:", line=1, continues=True)
    said = [lead, _says("three four", line=2), _says("five.", line=3)]
    found = _told(long_sentences(_galley(said=said, words=WordList(reading=rule))))
    assert found == [("EDT-503", "warning", "words:1:1", "a sentence of 4 words, above 3", "make two sentences of it")]
    plain = _says("a b c d", line=5, role=Role.PLAIN)
    assert [
        place for _, _, place, *_ in _told(long_sentences(_galley(said=[plain], words=WordList(reading=rule))))
    ] == ["words:5:1"]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Dr. Lee", 1), ("x Dr. Lee", 1), ("x\u00a0Dr. Lee", 1), (" Dr. Lee", 1), ("\u00a0Dr. Lee", 1), ("(Dr. Lee", 1), ("“Dr. Lee", 1), ("aDr. Lee", 2),
        ("Dr.” Lee", 1), ("Go.” Lee", 2), ("Go.) Lee", 2), ("Go.') Lee", 2), ("Go.x Lee", 1), ("Go. lee", 1), ("Go.", 1), ("Go. Lee", 2), ("Go. 5", 2), ("Go! lee", 1),
    ],
)  # fmt: skip
def test_a_full_stop_ends_no_sentence_after_an_abbreviation(text: str, sentences: int) -> None:
    assert len(ParsedText.of(text, frozenset({"Dr."})).sentences) == sentences


# ---------------------------------------------------------------- chances and banned figures


def test_chances_are_compared_within_the_piece_and_not_with_words_outside_of_it() -> None:
    said = [
        _says("about 1 of 20", -1, -1),
        _says("about 5 of 10", 0, 0),
        _says("about 6 of 10", 0, 1),
        _says("about 48 of 100", 1, 0, line=4),
    ]
    found = _told(denominators(_galley(said=said)))
    assert found == [
        (
            "EDT-204",
            "error",
            "words:4:1",
            "'about 48 of 100' is out of 100, the first chance in this piece out of 10",
            "tell every chance in this piece out of 10",
        )
    ]


def _trial(*banned: str, **about: Any) -> Any:
    record = next(iter(house_job().rules.studies.values()))
    return record.model_copy(update={"do_not_print": banned} | about)


def _bans(said: Iterable[Passage], *banned: str, sources: tuple[CitedSource, ...] = (), **about: Any) -> list[Told]:
    galley = _galley(_cites(*sources), said=said, studies={"mini-trial": _trial(*banned, **about)})
    return _told(never_print(galley))


BANNED = "the record of 'mini-trial' says that this must not be printed: "
LEAVE = "leave it out; print what the record has"
CITED = (_source("mini-trial"),)


@pytest.mark.parametrize(
    ("text", "banned", "at"),
    [
        ("So it was 86 % then", "86% abstinent", 11),
        ("So it was 86% then", "86.0 % abstinent", 11),
        ("So it was 87 % then", "86% abstinent", 0),
        ("So it was 86 or so", "86% abstinent", 0),
        ("So 43 of 50 did", "43 of 50 people", 4),
        ("So 43 of the 50 did", "43 of 50 people", 4),
        ("So 43 of all the 50 did", "43 of 50 people", 4),
        ("So 43 of all of the 50 did", "43 of 50 people", 0),
        ("So 86 of 100 did", "86% abstinent", 4),
        ("So 6 of 10 did", "60% abstinent", 4),
        ("So 12 of 20 did", "60% abstinent", 0),
        ("So 2 of 5 did", "43 of 50 people", 0),
        ("It held “Much Less” of it", "never say “much less” of it", 9),
        ('It held "much less" of it', 'never say "much less" of it', 10),
        ("It held less of it", "never say “much less” of it", 0),
    ],
)
def test_what_a_record_forbids_is_told_where_it_is_said(text: str, banned: str, at: int) -> None:
    found = _bans([_says(text, name="fact")], banned, sources=CITED)
    where = text.lower().find("much less") + 1 if "“" in banned or '"' in banned else at
    expected = [("EDT-202", "error", f"words:1:{where}", BANNED + banned, LEAVE)] if at else []
    assert found == expected


def test_a_banned_share_is_of_the_study_where_its_words_name_it() -> None:
    text = "So it was 86 % then"
    assert _bans([_says(text, name="fact")], "86% abstinent") == []
    assert len(_bans([_says(text, name="fact")], "86% sober")) == 0
    assert len(_bans([_says("Sober: 86 % then", name="fact")], "86% sober")) == 1
    assert len(_bans([_says("Relapses: 86 % then", name="fact")], "86% sober")) == 1
    assert len(_bans([_says(text, name="mini-trial")], "86% abstinent")) == 1
    near = [_says(text, name="fact"), _says("Sober days", name="fact", line=2)]
    assert [place for _, _, place, *_ in _bans(near, "86% sober")] == ["words:1:11"]
    far = [_says(text, name="fact"), _says("Sober days", name="other", line=2)]
    assert _bans(far, "86% sober") == []


def test_a_figure_that_two_lines_forbid_is_told_once() -> None:
    found = _bans([_says("86 % and 86 %", name="fact")], "86% abstinent", "about 86% at most", sources=CITED)
    assert [(place, message) for _, _, place, message, _ in found] == [
        ("words:1:1", f"{BANNED}86% abstinent"),
        ("words:1:10", f"{BANNED}86% abstinent"),
    ]


def test_words_that_the_record_itself_prints_are_not_quoted_from_it() -> None:
    said = [_says("much less", name="mini-trial", role=Role.STUDY)]
    assert _bans(said, "never say “much less”") == []


def test_every_figure_of_a_measure_may_be_forbidden() -> None:
    banned = "any figure for a cut in relapse"
    for text, told in (
        ("Relapse in about 5 of 10.", True),
        ("Relapse. It was about 5 of 10.", False),
        ("Health in about 5 of 10.", False),
    ):
        found = _bans([_says(text, name="fact")], banned, sources=CITED)
        assert [(place, message) for _, _, place, message, _ in found] == [
            (f"words:1:{text.find('about') + 1}", BANNED + banned)
        ] * told
    assert _bans([_says("Relapse in about 5 of 10.", name="fact")], banned) == []


def test_a_rate_of_a_printed_record_that_the_record_forbids_is_told_at_the_record() -> None:
    trial = _trial("86% abstinent")
    rate = trial.outcomes[0].rates[0].model_copy(update={"count": None, "of": None, "percent": Decimal(86)})
    outcome = trial.outcomes[0].model_copy(update={"rates": (rate,)})
    study = Study("mini-trial", trial.model_copy(update={"outcomes": (outcome,)}), ())
    block = (_block("study_table", study, study),)
    said = [_says("A design", 0, 0, "other", 2), _says("A design", 0, 0, "mini-trial", 3, role=Role.STUDY)]
    for banned, told in ((("86% abstinent",), True), (("85% abstinent",), False)):
        galley = _galley(block, said=said, studies={"mini-trial": _trial(*banned), "other": _trial("86% so")})
        assert (
            _told(never_print(galley))
            == [("EDT-202", "error", "words:3:1", BANNED + banned[0], "take the rate out of the record's outcomes")]
            * told
        )


@pytest.mark.parametrize(
    ("line", "clear"),
    [
        ("86% abstinent", True),
        ("43 of 50 people", True),
        ("say “much less”", True),
        ("any figure for a cut in relapse", True),
        ("any figure for a cut in weight", False),
        ("a cut in relapse", False),
        ("nothing at all", False),
    ],
)
def test_a_line_in_which_there_is_nothing_to_look_for_is_told_where_the_study_is_cited(
    line: str, *, clear: bool
) -> None:
    about: dict[str, Any] = {"studies": {"mini-trial": _trial(line)}}
    found = _told(unclear_bans(_galley(_cites(*CITED), **about)))
    assert found == [
        (
            "EDT-208",
            "warning",
            "content/a.yaml:5:8",
            f"under 'do_not_print' in the record of 'mini-trial' nothing can be looked for in: {line}",
            "put the words that must not be printed between quotation marks in that line, or their figures",
        )
    ] * (not clear)
    assert _told(unclear_bans(_galley(_cites(), **about))) == []


@pytest.mark.parametrize(
    ("text", "number", "taken"),
    [
        ("5.5 mg", "5.5", 1), ("1,500 mg", "1500", 1), ("six of them", "6", 1), ("eighty-six of them", "86", 2), ("hundred of them", "100", 1),
        ("two hundred five of them", "205", 3), ("a hundred", None, 0), ("of six", None, 0),
    ],
)  # fmt: skip
def test_a_number_is_read_in_figures_and_in_words(text: str, number: str | None, taken: int) -> None:
    words = WordList(numbers={"two": 2, "five": 5, "six": 6, "eighty": 80, "hundred": 100})
    galley = _galley(said=[_says(text)], words=words)
    assert galley.number(galley.prose[1], 0) == ((Decimal(number), taken) if number else None)


def test_what_follows_and_what_stands_beside_words_is_of_their_own_section_and_thing() -> None:
    said = [
        _says("one", 0, 0, "a"), _says("two", 0, 0, "a"), _says("three", 0, 1, "a"), _says("four", 1, 1, "a"),
        _says("five", 0, 0, "b"), _says("six", 0, 0, "a", role=Role.STUDY), _says("seven", 0, 0, ""), _says("eight", 0, 0, ""),
    ]  # fmt: skip
    galley = _galley(said=said)
    _, one, two, three, four, five, six, seven, eight = galley.prose
    assert [galley.following(prose) for prose in (one, two, three, four, eight)] == [two, three, None, None, None]
    assert [list(galley.beside(prose)) for prose in (one, two, three, four)] == [
        [one, two],
        [one, two],
        [three],
        [four],
    ]
    assert [list(galley.beside(prose)) for prose in (five, six, seven, eight)] == [[five], [six], [seven], [eight]]
    assert list(galley.of_roles(Role.STUDY, audience=PATIENT)) == [six]
    assert list(galley.of_roles(Role.STUDY, audience=CLINICIAN)) == []


def test_names_that_are_printed_as_they_are_have_eight_letters() -> None:
    cite = Citation.model_validate(
        {
            "type": "book", "title": "On Relapse", "author": [{"literal": "The Board"}, {"family": "Longfellow"}], "container_title": "Short",
            "publisher": "Eight Le",
        }
    )  # fmt: skip
    source = replace(_source("a"), cite=cite)
    clinic = {
        name: ClinicFact(name, value, Place()) for name, value in (("name", "A Clinic Of Ours"), ("legal_name", None))
    }
    job = replace(_job(_cites(source)), clinic=clinic)
    assert set(Galley.of(job).proper_names) == {"on relapse", "the board", "eight le", "a clinic of ours"}


# ---------------------------------------------------------------- where a claim is let pass

CLAIMS = WordList(
    claims=(RefusedWords(find=("cure*", "heal*"), instead="leave it out"),),
    negation=Negation(
        words=("never", "not"), near=("no",), seeming=("not only",), ends=("but",), goes_on=("but not",), pairs=("and",), joins=("or",),
        asides=("says",), reported=("some say",), clauses=("that",), reach=3, near_reach=2,
    ),
    questions=Questions(leading=("why",), affirming=("yes",)),
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "passes"),
    [
        ("It cures.", False),
        ("It never cures.", True),
        ("Never a b cures.", True),
        ("Never a b c cures.", False),
        ("No a cures.", True),
        ("No a b cures.", False),
        ("Never a b that c d cures.", True),
        ("Not only cures.", False),
        ("Never so but cures.", False),
        ("Never so but not cures.", True),
        ("Never so. It cures.", False),
        ("Never so, cures.", False),
        ("Never so, a or cures.", False),
        ("It never, says she, cures.", True),
        ("It never, so she, cures.", False),
        ("It never heals and cures.", True),
        ("It never sees and cures.", False),
        ("Some say it cures. It does not.", True),
        ("Some say it cures. So. It does not.", False),
        ("It cures, some say, not.", False),
        ("Does it cure?", True),
        ("Why does it cure?", False),
        ("Does it cure? Yes, it does.", False),
        ("Does it cure? Well, yes.", True),
        ("Does it cure. Yes.", False),
    ],
)
def test_a_claim_is_let_pass_where_it_is_denied_or_asked(text: str, *, passes: bool) -> None:
    found = _told(claims(_galley(said=[_says(text)], words=CLAIMS)))
    assert (found == []) is passes
    assert {one[0] for one in found} <= {"EDT-301"}


@pytest.mark.parametrize(
    ("lead", "passes"),
    [("Never:", True), ("It is not:", True), ("It is:", False), ("Not so. It is:", False), ("Not so but it is:", False), ("Not only:", False)],
)  # fmt: skip
def test_the_points_of_a_list_are_denied_by_its_lead(lead: str, *, passes: bool) -> None:
    said = [_says(lead, continues=True), _says("a cure"), _says("So. A cure.", line=2)]
    found = [place for _, _, place, *_ in _told(claims(_galley(said=said, words=CLAIMS)))]
    assert found == ["words:2:7"] if passes else ["words:1:3", "words:2:7"]


def test_a_question_is_answered_in_the_next_words_of_its_section() -> None:
    asked, yes = _says("Does it cure?"), _says("Yes, it does.", line=2)
    assert len(_told(claims(_galley(said=[asked, yes], words=CLAIMS)))) == 1
    for other in (replace(yes, section=1), _says("No."), _says("")):
        assert _told(claims(_galley(said=[asked, other, yes], words=CLAIMS))) == []
