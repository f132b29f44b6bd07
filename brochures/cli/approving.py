"""Approving: what a person is about to sign, shown before it is signed, and how things stand with what is signed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from brochures.editorial.signatures import may_sign
from brochures.editorial.word_difference import difference
from brochures.findings import BrochureError, Finding, UsageError
from brochures.findings.report import as_table
from brochures.findings.suggest import closest
from brochures.load import list_files
from brochures.load.catalogue import Catalogue, load
from brochures.load.model.reviews import NAMES, Signature
from brochures.load.model.roles import SigningRole
from brochures.project.paths import Project
from brochures.resolve.editorial_rules import roles as roles_of
from brochures.resolve.review_states import ReviewState, SignatureState, states
from brochures.resolve.signed_everywhere import all_signed_words
from brochures.resolve.signed_words import SignedWords, is_person

_KEYS = {kind: key for key, kind in NAMES.items()}


@dataclass(frozen=True)
class Signer:
    """Who signs: name and credential, the role by name and as it is defined, on which day, and until when it holds."""

    by: str
    credential: str
    role: str
    may: SigningRole
    day: date
    until: date
    roles: Mapping[str, SigningRole]
    """All roles, by name."""
    chosen: bool
    """Whether that last day was chosen, and is not what the role has."""

    @property
    def called(self) -> str:
        """The name with the credential."""
        return ", ".join(part for part in (self.by, self.credential) if part)


def signer(catalogue: Catalogue, by: str, role: str, until: str, today: date) -> Signer:
    """Return who signs. Raise ``UsageError`` for nobody's name, a role that nobody defined, a day that has gone by or is none."""
    _known_role(role, roles_of(catalogue))
    name, _, credential = (part.strip() for part in by.partition(","))
    if not is_person(name):
        raise UsageError(f"--by '{by}' is no person's name: write first and last name, such as --by \"Ada Reader, MD\"")
    return replace(somebody(catalogue, role, until, today), by=name, credential=credential)


def somebody(catalogue: Catalogue, role: str, until: str, today: date) -> Signer:
    """Return who may sign in ``role``, before it is known who does. Raise ``UsageError`` as ``signer`` does, but for the name."""
    roles = roles_of(catalogue)
    _known_role(role, roles)
    last = _day(until) if until else today + timedelta(roles[role].days)
    if last <= today:
        raise UsageError(f"--until {last} has gone by: today is {today}")
    return Signer("", "", role, roles[role], today, last, roles, bool(until))


def _known_role(role: str, roles: Mapping[str, SigningRole]) -> None:
    if role not in roles:
        close = closest(role, roles)
        there = ", ".join(roles) or "none"
        raise UsageError(
            f"there is no role '{role}'{f': did you mean {close!r}?' if close else '.'} The roles of content/house/roles.yaml are: {there}"
        )


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as wrong:
        raise UsageError(f"--until '{text}' is no day: write it as 2027-11-30") from wrong


def sound(project: Project) -> Catalogue:
    """Return the content of ``project``. Raise ``BrochureError`` where a file has mistakes: nobody can tell what would be signed."""
    catalogue = load(project)
    wrong = [finding for finding in catalogue.findings if finding.is_error]
    if wrong:
        raise BrochureError(*wrong)
    return catalogue


def named(project: Project, catalogue: Catalogue, names: Sequence[str]) -> tuple[SignedWords, ...]:
    """Return what is signed of what ``names`` name: everything in a piece, or one statement, form, help line or study.

    Raise ``UsageError`` for a name that there is not, ``BrochureError`` where a piece cannot be followed.
    """
    found: list[SignedWords] = []
    pieces = [name for name in names if name in catalogue.pieces]
    if pieces:
        found += _whole(*all_signed_words(project, catalogue, pieces))
    others = [name for name in names if name not in pieces]
    everything, findings = all_signed_words(project, catalogue) if others else ((), ())
    known = dict.fromkeys(words.name for words in everything)
    for name in others:
        if name not in known:
            _refuse_unknown(name, catalogue, [*catalogue.pieces, *known], findings)
        found += (words for words in everything if words.name == name)
    return tuple({words.thing: words for words in found}.values())


def _whole(found: tuple[SignedWords, ...], findings: tuple[Finding, ...]) -> tuple[SignedWords, ...]:
    if findings:
        raise BrochureError(*findings)
    return found


def _refuse_unknown(name: str, catalogue: Catalogue, known: Sequence[str], findings: tuple[Finding, ...]) -> None:
    """Refuse a name under which nothing is signed."""
    if findings:  # it may well stand in a piece that cannot be followed
        raise BrochureError(*findings)
    unprinted = [kind for kind in ("form", "help line", "study") if name in catalogue.shelf(kind)]
    if unprinted:
        raise UsageError(f"no piece prints the {unprinted[0]} '{name}': there is nothing to sign yet")
    close = closest(name, known)
    raise UsageError(
        f"there is no piece, statement, form, help line or study '{name}'{f': did you mean {close!r}?' if close else ''}"
    )


@dataclass(frozen=True)
class ToSign:
    """What somebody is about to sign: ``left``; what the role has signed already; and what only others may sign."""

    left: tuple[SignedWords, ...]
    already: tuple[SignedWords, ...]
    others: tuple[SignedWords, ...]


def to_sign(things: Sequence[SignedWords], who: Signer, within: int) -> ToSign:
    """Return what of ``things`` is left to sign for ``who``: also what would hold longer, where its day was chosen or is due ``within`` so many days."""
    last = who.until if who.chosen else min(who.until, who.day + timedelta(within + 1))
    mine = [words for words in things if words.signs_as in who.may.signs]
    held = [words for words in mine if any(_holds(one, who.role, last) for one in words.in_force(who.day))]
    return ToSign(
        tuple(words for words in mine if words not in held),
        tuple(held),
        tuple(words for words in things if words not in mine and not any(words.in_force(who.day))),
    )


def _holds(signature: Signature, role: str, last: date) -> bool:
    """Whether ``signature`` is of ``role`` and falls due on the day ``last`` or later."""
    return signature.role == role and signature.until is not None and signature.until >= last


def shown(wanted: ToSign, who: Signer) -> Iterator[str]:
    """Yield the lines that a person reads before signing: every text whole, with its sources and what was changed in it."""
    for words in wanted.left:
        yield f"{words.called}  {words.at}"
        yield from (f"    {line}" for line in words.words)
        yield from (f"    source: {line}" for line in words.sources)
        for kept in words.signatures:
            before = kept.signature
            if before.role == who.role and (before.words, before.sources) != (words.words, words.sources):
                changed = difference((*before.words, *before.sources), (*words.words, *words.sources))
                yield f"    changed since {before.signer} signed it: {changed}"
        yield ""
    if wanted.already:
        yield f"signed already as '{who.role}', and not changed since: {len(wanted.already)} texts"
    for words in wanted.others:
        yield f"left for {may_sign(words.signs_as, who.roles)}: {words.called}"


def sign(project: Project, things: Sequence[SignedWords], who: Signer) -> None:
    """Write the signatures of ``who`` under ``things``, as they were shown. Raise ``BrochureError`` where the ledger cannot be written."""
    list_files.sign(project, [_signature(words, who) for words in things])


def _signature(words: SignedWords, who: Signer) -> Signature:
    kind, name, audience, language = words.thing
    which = {"audience": audience, "language": language} if audience else {}
    said = {"by": who.by, "credential": who.credential or None, "role": who.role, "signed": who.day, "until": who.until}
    held = {"digest": words.digest, "words": words.words, "sources": words.sources}
    return Signature.model_validate({_KEYS[kind]: name, **which, **said, **held})


_ORDER = (
    SignatureState.VOID,
    SignatureState.FAULTY,
    SignatureState.PAST_DUE,
    SignatureState.DUE,
    SignatureState.UNSIGNED,
    SignatureState.SIGNED,
)


def standing(
    project: Project, catalogue: Catalogue, slugs: Sequence[str], within: int, only: str | None
) -> tuple[list[str], tuple[Finding, ...]]:
    """Return how things stand with each role, or with ``only`` one, as lines; and what could not be followed.

    ``slugs`` are the pieces that are looked at (none: the whole content); what falls due ``within`` so many days is due. Raise
    ``UsageError`` for a role that nobody defined.
    """
    roles = roles_of(catalogue)
    if only is not None:
        _known_role(only, roles)
    things, findings = all_signed_words(project, catalogue, slugs)
    found = [*states(things, roles, project.today, within)]
    chosen = {name: role for name, role in roles.items() if only in {None, name}}
    lines = [line for name, role in chosen.items() for line in _of_role(name, role, found, within)]
    return [*lines, "What is wrong with a signature is told by './build.py check', with its place."], findings


def _of_role(name: str, role: SigningRole, found: Sequence[ReviewState], within: int) -> Iterator[str]:
    """Yield how things stand with one role: a line of numbers, and a table."""
    mine = sorted((one for one in found if one.role == name), key=lambda one: _ORDER.index(one.state))
    counts = [f"{sum(one.state is state for one in mine)} {_called(state, within)}" for state in _ORDER]
    yield f"{role.title} ({name}): {', '.join(counts)}"
    if mine:
        yield as_table([("state", "what", "by", "signed", "until", "where"), *map(_row, mine)])
    yield ""


def _called(state: SignatureState, within: int) -> str:
    return f"due within {within} days" if state is SignatureState.DUE else str(state)


def _row(one: ReviewState) -> tuple[str, ...]:
    signed = one.kept.signature if one.kept else None
    days = [str(day or "") for day in (signed.signed, signed.until)] if signed else ["", ""]
    return str(one.state), one.words.called, signed.signer if signed else "", *days, str(one.words.place)
