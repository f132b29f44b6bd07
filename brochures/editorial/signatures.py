"""Signatures: what is wrong with those that the ledger has under words. A signature is good under the very words that were signed, and no others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from brochures.editorial.word_difference import difference
from brochures.findings import Finding, Severity, codes
from brochures.findings.suggest import near
from brochures.load.model.roles import SigningRole
from brochures.resolve.signed_words import KeptSignature, SignedWords, called, digest_of, is_person

AGAIN = "never sign for somebody else"


def about_signatures(
    words: SignedWords, roles: Mapping[str, SigningRole], today: date, severity: Severity
) -> Iterator[Finding]:
    """Yield that ``words`` lack a signature, or what is wrong with those that they have, on the day ``today``."""
    told = [finding for kept in _each_role(words.signatures) for finding in _faults(kept, words, roles, today)]
    if not told and not any(words.in_force(today)):
        told = [_unsigned(words, roles)]
    yield from (_weighed(finding, severity) for finding in told)


def faults_alone(kept: KeptSignature, roles: Mapping[str, SigningRole], today: date) -> Iterator[Finding]:
    """Yield what is wrong with a signature in itself, whatever the words are now."""
    signed = kept.signature
    yield from _incomplete(kept)
    if signed.role and kept.role is None:
        yield codes.UNKNOWN_ROLE.at(
            kept.places["role"],
            f"there is no role '{signed.role}' that {_who(kept)} could have signed as",
            near(signed.role, roles),
        )
    if signed.signed is not None and signed.signed > today:
        yield codes.REVIEW_DATE.at(
            kept.places["signed"],
            f"{called(signed.thing)} is signed for {signed.signed}, which is not yet",
            "correct 'signed'; or set the clock of this computer right",
        )
    if signed.digest and signed.digest != digest_of(signed):
        yield codes.BAD_DIGEST.at(
            kept.places["digest"],
            f"the digest under {called(signed.thing)} fits no wording: it is not that of the words kept beside it",
            f"take the signature out and let {_who(kept)} sign the words as they are now: './build.py approve {signed.name}'",
        )


def _each_role(signatures: Sequence[KeptSignature]) -> Iterator[tuple[KeptSignature, ...]]:
    """Yield the signatures of each role together."""
    for role in dict.fromkeys(kept.signature.role for kept in signatures):
        yield tuple(kept for kept in signatures if kept.signature.role == role)


def _faults(
    same_role: tuple[KeptSignature, ...], words: SignedWords, roles: Mapping[str, SigningRole], today: date
) -> Iterator[Finding]:
    """Yield what is wrong with what one role has signed; of several signatures nobody can tell which one holds."""
    first, last = same_role[0], same_role[-1]
    if first is not last:
        yield _twice(first, last)
        return
    alone = [*faults_alone(last, roles, today)]
    yield from alone
    signed = last.signature
    if last.role is not None and not words.may_be_signed_by(last):
        yield codes.MAY_NOT_SIGN.at(
            last.places["role"],
            f"{_who(last)} signed {words.called} as '{signed.role}', and that role may not sign what is '{words.signs_as}'",
            f"have it signed by {may_sign(words.signs_as, roles)}; {AGAIN}",
        )
    if signed.digest == digest_of(signed) != words.digest:
        yield _void(last, words)
    elif signed.until is not None and signed.until <= today:
        yield codes.REVIEW_DATE.at(
            words.place,
            f"the signature of {_who(last)} under {words.called} fell due on {signed.until}",
            f"have it read and signed again: './build.py approve {words.name}'",
        )


def _incomplete(kept: KeptSignature) -> Iterator[Finding]:
    """Yield that a signature is by nobody, or does not say as what, when, until when or what."""
    signed = kept.signature
    if not is_person(signed.by):
        whom = f"'{signed.by}' is no person's name" if signed.by else "it says nobody's name"
        yield codes.INCOMPLETE_SIGNATURE.at(
            kept.places["by"],
            f"{called(signed.thing)} is signed by nobody: {whom}",
            "write the first and last name of who read the words, or take the signature out",
        )
    missing = [key for key in ("role", "signed", "until", "digest") if not getattr(signed, key)]
    if missing:
        yield codes.INCOMPLETE_SIGNATURE.at(
            kept.place,
            f"the signature under {called(signed.thing)} has no {', '.join(missing)}",
            f"take it out, and sign with './build.py approve {signed.name}'",
        )


def _twice(first: KeptSignature, last: KeptSignature) -> Finding:
    one, other = first.signature, last.signature
    alike = (one.words, one.sources) == (other.words, other.sources)
    what = "the same words" if alike else difference((*one.words, *one.sources), (*other.words, *other.sources))
    return codes.SIGNED_TWICE.at(
        last.place,
        f"{called(other.thing)} has two signatures of one role, '{other.role}': by {_who(first)} at {first.place}, and here by {_who(last)}: {what}",
        "keep the one that holds, and take the other out",
    )


def _void(kept: KeptSignature, words: SignedWords) -> Finding:
    signed = kept.signature
    said = difference(_lines(signed.words, signed.sources), _lines(words.words, words.sources))
    return codes.VOID_SIGNATURE.at(
        words.at,
        f"{words.called} was changed after {_who(kept)} signed it{f' on {signed.signed}' if signed.signed else ''} ({kept.place}): {said}",
        f"put back the words that were signed, or have the new ones read and signed: './build.py approve {words.name}'",
    )


def _lines(words: Sequence[str], sources: Sequence[str]) -> tuple[str, ...]:
    return (*words, *(f"source: {source}" for source in sources))


def _unsigned(words: SignedWords, roles: Mapping[str, SigningRole]) -> Finding:
    return codes.NOT_REVIEWED.at(
        words.place,
        f"nobody has signed {words.called}",
        f"have it read and signed by {may_sign(words.signs_as, roles)}: './build.py approve {words.name}'; {AGAIN}",
    )


def may_sign(kind: str, roles: Mapping[str, SigningRole]) -> str:
    """Return the names of the ``roles`` that may sign what is ``kind``, in words."""
    names = [name for name, role in roles.items() if kind in role.signs]
    return " or ".join(names) or f"somebody in a role that may sign '{kind}': content/house/roles.yaml has none"


def _who(kept: KeptSignature) -> str:
    return kept.signature.signer or "nobody"


def _weighed(finding: Finding, severity: Severity) -> Finding:
    """Return ``finding`` with the weight of what only people can supply."""
    return Finding(finding.code, severity, finding.message, finding.help, finding.place)
