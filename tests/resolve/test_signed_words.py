from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from brochures.findings import NOWHERE
from brochures.load.model.roles import SigningRole
from brochures.load.model.sources import Citation, Helpline, Verification
from brochures.resolve.inline_text import Call, ClinicFact, Plain
from brochures.resolve.signed_words import (
    KeptSignature,
    SignedWords,
    called,
    digest,
    digest_of,
    is_person,
    is_whole,
    record_lines,
    signatures_of,
    text_of,
)
from tests.miniature import Miniature
from tests.signing import signature

WORDS = SignedWords(("form", "referral", "", ""), "clinical form", ("One.", "Two."), ("label; 5.1",), NOWHERE, NOWHERE)
ROLE = SigningRole(title="Director", signs=("clinical form",))
ON, UNTIL = date(2026, 1, 2), date(2027, 1, 2)


def _kept(role: SigningRole | None = ROLE, **changes: Any) -> KeptSignature:
    return KeptSignature(signature(WORDS).model_copy(update=changes), NOWHERE, role, {})


def _holds(today: date, kept: KeptSignature) -> bool:
    return bool([*SignedWords(**{**vars(WORDS), "signatures": (kept,)}).in_force(today)])


def test_a_digest_is_of_words_and_sources_and_of_nothing_else() -> None:
    assert digest(("a", "b"), ()) == digest(["a", "b"], [])
    assert len({digest(("a", "b"), ()), digest(("a",), ("b",)), digest(("ab",), ()), digest(("b", "a"), ())}) == 4
    assert WORDS.digest == digest(WORDS.words, WORDS.sources) == digest_of(_kept().signature)


@pytest.mark.parametrize(
    ("today", "holds"), [(date(2026, 1, 1), False), (ON, True), (date(2027, 1, 1), True), (UNTIL, False)]
)
def test_a_signature_holds_from_its_day_until_it_falls_due(today: date, *, holds: bool) -> None:
    assert _holds(today, _kept()) is holds


@pytest.mark.parametrize(
    "kept",
    [
        _kept(None),
        _kept(SigningRole(title="Other", signs=("consent form",))),
        _kept(by=None),
        _kept(by="Ada"),
        _kept(role=None),
        _kept(signed=None),
        _kept(until=None),
        _kept(digest=None),
        _kept(digest="0"),
        _kept(words=("One.",)),
        _kept(words=("One.",), digest=digest(("One.",), WORDS.sources)),
        _kept(sources=(), digest=digest(WORDS.words, ())),
    ],
)
def test_a_signature_that_lacks_anything_or_is_under_other_words_does_not_hold(kept: KeptSignature) -> None:
    assert not _holds(ON, kept)


@pytest.mark.parametrize("key", ["by", "role", "signed", "until", "digest"])
def test_a_whole_signature_says_who_as_what_when_and_what(key: str) -> None:
    assert is_whole(signature(WORDS))
    assert not is_whole(signature(WORDS).model_copy(update={key: None}))


@pytest.mark.parametrize(("name", "person"), [("Ada Reader", True), ("B. Writer", True), ("Ada", False), ("TBD", False), ("- -", False), ("", False), (None, False)])  # fmt: skip
def test_a_person_has_a_first_and_a_last_name(name: str | None, *, person: bool) -> None:
    assert is_person(name) is person


def test_things_are_called_by_kind_and_name_and_a_statement_by_its_wording_too() -> None:
    assert called(("statement", "a.b", "patient", "es")) == "statement 'a.b' (patient, es)"
    assert WORDS.called == "form 'referral'"


def test_words_are_those_that_are_printed_and_a_missing_fact_is_named() -> None:
    runs = (
        Plain(" Call "),
        Call("911"),
        Plain(" or "),
        ClinicFact("phone", None, NOWHERE),
        ClinicFact("fax", "12", NOWHERE),
    )
    assert text_of(runs) == "Call 911 or [phone]12"


def test_every_field_of_a_record_is_a_line_but_how_it_was_seen() -> None:
    cite = Citation.model_validate(
        {"type": "webpage", "title": "T", "author": [{"literal": "A"}, {"literal": "B"}], "accessed": {"year": 2026}}
    )
    line = Helpline.model_validate(
        {"name": "N", "call": "988", "text": "988", "for": "F", "cite": cite, "verification": Verification.PRIMARY}
    )
    assert [*record_lines(line)] == [
        "name: N", "call: 988", "text: 988", "for: F", "cite.type: webpage", "cite.title: T", "cite.author.1.literal: A",
        "cite.author.2.literal: B",
    ]  # fmt: skip


def test_a_nought_is_a_figure_and_what_is_missing_or_not_so_is_none() -> None:
    record = {"deaths": 0, "rate": 0.0, "note": None, "blind": False, "open": True, "arms": ({"n": 0},)}
    assert [*record_lines(record)] == ["deaths: 0", "rate: 0.0", "open: True", "arms.1.n: 0"]


def test_of_the_ledger_only_what_is_asked_for_is_looked_at(mini: Miniature) -> None:
    catalogue, call = mini.load(), ("statement", "program.call", "patient", "en")
    assert [*signatures_of(catalogue, {call, ("form", "none", "", "")})] == [call]
    assert len(signatures_of(catalogue)) == len(catalogue.shelf("signature"))
    assert signatures_of(catalogue)[call] == signatures_of(catalogue, {call})[call]
