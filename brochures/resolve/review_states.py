"""Review states: how things stand with what each role may sign: signed, void, due, unsigned."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from brochures.load.model.roles import SigningRole
from brochures.resolve.signed_words import KeptSignature, SignedWords, digest_of


class SignatureState(StrEnum):
    """How a thing stands with a role."""

    VOID = "void"
    FAULTY = "faulty"
    PAST_DUE = "past due"
    DUE = "due"
    UNSIGNED = "unsigned"
    SIGNED = "signed"


@dataclass(frozen=True)
class ReviewState:
    """How one thing stands with one role: with the signature of that role, where there is one."""

    role: str
    words: SignedWords
    state: SignatureState
    kept: KeptSignature | None = None


def states(
    things: Iterable[SignedWords], roles: Mapping[str, SigningRole], today: date, within: int
) -> Iterator[ReviewState]:
    """Yield how each of ``things`` stands with each role that may sign it; what falls due ``within`` so many days is due.

    What another role has signed is nothing that a role must sign, too.
    """
    for words in things:
        for name, role in roles.items():
            if words.signs_as in role.signs:
                mine = [kept for kept in words.signatures if kept.signature.role == name]
                if mine:
                    yield ReviewState(name, words, _state(mine, words, today, within), mine[-1])
                elif not any(words.in_force(today)):
                    yield ReviewState(name, words, SignatureState.UNSIGNED)


def _state(kept: list[KeptSignature], words: SignedWords, today: date, within: int) -> SignatureState:
    """Return how ``words`` stand with the role that gave ``kept``."""
    last = kept[-1].signature
    if len(kept) > 1 or last.digest != digest_of(last):
        return SignatureState.FAULTY
    if last.digest != words.digest:
        return SignatureState.VOID
    if last.until is not None and last.until <= today:
        return SignatureState.PAST_DUE
    if last not in [*words.in_force(today)]:
        return SignatureState.FAULTY
    return (
        SignatureState.DUE
        if last.until is not None and last.until <= today + timedelta(within)
        else SignatureState.SIGNED
    )
