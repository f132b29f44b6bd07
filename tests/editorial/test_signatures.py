from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from brochures.editorial.signatures import about_signatures, faults_alone
from brochures.findings import Finding, Place, Severity
from brochures.load.model.roles import SigningRole
from brochures.resolve.signed_words import KeptSignature, SignedWords, digest
from tests.signing import signature

TODAY = date(2026, 3, 1)
THING, AT, LEDGER = Place("content/a.yaml", 4, 3), Place("content/a.yaml", 7, 11), Place("content/reviews.yaml", 9, 5)
WORDS = SignedWords(("statement", "a", "patient", "en"), "fact", ("Go home by car.",), ("label; 5.1",), THING, AT)
ROLES = {
    "director": SigningRole(title="Director", signs=("fact", "piece")),
    "reading": SigningRole(title="Reading", signs=("piece",)),
}
KEYS = ("by", "role", "signed", "until", "digest")
PLACES = {key: Place("content/reviews.yaml", 20 + number, 9) for number, key in enumerate(KEYS)}
AGAIN = "have it read and signed again: './build.py approve a'"


def _kept(role: str | None = "director", place: Place = LEDGER, **changes: Any) -> KeptSignature:
    signed = signature(WORDS).model_copy(update={"role": role, **changes})
    return KeptSignature(signed, place, ROLES.get(signed.role or ""), PLACES)


def _about(*kept: KeptSignature, words: SignedWords = WORDS, severity: Severity = Severity.WARNING) -> list[Finding]:
    return [*about_signatures(replace(words, signatures=kept), ROLES, TODAY, severity)]


def _told(found: list[Finding]) -> list[tuple[str, str, str]]:
    return [(one.code, str(one.place), one.message) for one in found]


@pytest.mark.parametrize("severity", [Severity.WARNING, Severity.ERROR])
def test_words_that_nobody_has_signed_say_who_may(severity: Severity) -> None:
    (found,) = _about(severity=severity)
    assert (found.code, found.place, found.severity) == ("REL-102", THING, severity)
    assert found.message == "nobody has signed statement 'a' (patient, en)"
    assert found.help == "have it read and signed by director: './build.py approve a'; never sign for somebody else"
    (piece,) = _about(words=replace(WORDS, signs_as="piece"))
    assert "signed by director or reading:" in piece.help
    (consent,) = _about(words=replace(WORDS, signs_as="consent form"))
    assert "somebody in a role that may sign 'consent form': content/house/roles.yaml has none" in consent.help


def test_a_good_signature_is_not_spoken_of() -> None:
    assert _about(_kept()) == []
    assert _about(_kept(signed=TODAY)) == []


def test_changed_words_void_the_signature_and_both_wordings_are_shown() -> None:
    changed = replace(WORDS, words=("Go home by cab.",))
    (found,) = _about(_kept(credential="MD"), words=changed, severity=Severity.ERROR)
    assert (found.code, found.place, found.severity) == ("REL-105", AT, Severity.ERROR)
    assert found.message == (
        "statement 'a' (patient, en) was changed after B. Writer, MD signed it on 2026-01-02 (content/reviews.yaml:9:5): “Go home by car. / source: "
        "label; …” is now “Go home by cab. / source: label; …” (“car.” became “cab.”)"
    ).replace("label; …", "label; 5.1")
    assert (
        found.help
        == "put back the words that were signed, or have the new ones read and signed: './build.py approve a'"
    )


def test_another_place_in_a_source_voids_the_signature() -> None:
    (found,) = _about(_kept(), words=replace(WORDS, sources=("label; 5.2",)))
    assert found.code == "REL-105"
    assert found.message.endswith(" (“5.1” became “5.2”)")


def test_a_signature_that_fell_due_is_told_where_the_words_stand() -> None:
    (found,) = _about(_kept(until=TODAY))
    assert _told([found]) == [
        ("REL-103", str(THING), "the signature of B. Writer under statement 'a' (patient, en) fell due on 2026-03-01")
    ]
    assert found.help == AGAIN
    assert _about(_kept(until=date(2026, 3, 2))) == []


@pytest.mark.parametrize(
    ("changes", "code", "place", "message"),
    [
        ({"signed": date(2026, 3, 2)}, "REL-103", "signed", "statement 'a' (patient, en) is signed for 2026-03-02, which is not yet"),
        ({"role": "director2"}, "REL-106", "role", "there is no role 'director2' that B. Writer could have signed as"),
        ({"role": "reading"}, "REL-107", "role", "B. Writer signed statement 'a' (patient, en) as 'reading', and that role may not sign what is 'fact'"),
        ({"by": None}, "REL-108", "by", "statement 'a' (patient, en) is signed by nobody: it says nobody's name"),
        ({"by": "staff"}, "REL-108", "by", "statement 'a' (patient, en) is signed by nobody: 'staff' is no person's name"),
        ({"signed": None}, "REL-108", "", "the signature under statement 'a' (patient, en) has no signed"),
        ({"until": None}, "REL-108", "", "the signature under statement 'a' (patient, en) has no until"),
        ({"digest": "0"}, "REL-109", "digest", "the digest under statement 'a' (patient, en) fits no wording: it is not that of the words kept beside it"),
        ({"words": ("Go.",)}, "REL-109", "digest", "the digest under statement 'a' (patient, en) fits no wording: it is not that of the words kept beside it"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_signature_is_told_in_the_ledger(
    changes: dict[str, Any], code: str, place: str, message: str
) -> None:
    found = _about(_kept(**changes))
    assert _told(found) == [(code, str(PLACES[place] if place else LEDGER), message)]
    if code != "REL-107":
        assert [(one.code, one.message) for one in faults_alone(_kept(**changes), ROLES, TODAY)] == [(code, message)]


def test_everything_that_a_signature_lacks_is_told_at_once() -> None:
    found = _about(_kept(by=None, role=None, signed=None, until=None, digest=None))
    assert [one.message for one in found] == [
        "statement 'a' (patient, en) is signed by nobody: it says nobody's name",
        "the signature under statement 'a' (patient, en) has no role, signed, until, digest",
    ]


def test_of_two_signatures_of_one_role_nobody_can_tell_which_holds() -> None:
    other = ("Go home by cab.",)
    second = _kept(
        place=Place("content/reviews.yaml", 40, 5), by="C. Other", words=other, digest=digest(other, WORDS.sources)
    )
    (found,) = _about(_kept(), second)
    assert (found.code, str(found.place)) == ("REL-110", "content/reviews.yaml:40:5")
    assert found.message.startswith(
        "statement 'a' (patient, en) has two signatures of one role, 'director': by B. Writer at content/reviews.yaml:9:5, and here by C. Other: “Go home by car."
    )
    (same,) = _about(_kept(), _kept())
    assert same.message.endswith("and here by B. Writer: the same words")


def test_two_roles_may_sign_and_each_signature_is_looked_at_by_itself() -> None:
    piece = replace(WORDS, signs_as="piece")
    assert _about(_kept(), _kept("reading"), words=piece) == []
    old = ("Go.",)
    void = _kept("reading", words=old, digest=digest(old, WORDS.sources))
    assert [one.code for one in _about(_kept(), void, words=piece)] == ["REL-105"]


def test_a_role_that_was_mistyped_is_asked_after() -> None:
    (found,) = _about(_kept(role="directer"))
    assert found.help == "did you mean 'director'?"
