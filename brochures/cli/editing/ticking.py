"""Ticking: what a role may sign in a piece, shown text by text; what somebody has ticked is signed by the rules of the ledger, as ``approve`` does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from brochures.cli import approving
from brochures.cli.approving import Signer
from brochures.cli.editing.writing_alone import writer
from brochures.cli.signing import WITHIN
from brochures.editorial.signatures import may_sign
from brochures.editorial.word_difference import difference
from brochures.findings import BrochureError, Finding, Place, codes
from brochures.load.catalogue import Catalogue, load
from brochures.project.paths import Project
from brochures.resolve.editorial_rules import roles
from brochures.resolve.signed_words import SignedWords, Thing


@dataclass(frozen=True)
class TextToTick:
    """A text that wants a signature: every word of it, its sources, what was changed since the role signed it, and the digest that is signed."""

    key: str
    called: str
    place: Place
    words: tuple[str, ...]
    sources: tuple[str, ...]
    changed: str
    digest: str


@dataclass(frozen=True)
class TickList:
    """What a role has before it in a piece: what is left to sign, how much is signed already, and what only others may sign."""

    piece: str
    role: str
    title: str
    until: date
    texts: tuple[TextToTick, ...]
    already: int
    others: tuple[str, ...]


@dataclass(frozen=True)
class SignedTicks:
    """What was signed: by whom, as what, until when, and how many texts."""

    by: str
    title: str
    until: date
    called: tuple[str, ...]

    @property
    def said(self) -> str:
        """It in one sentence."""
        texts = "1 text" if len(self.called) == 1 else f"{len(self.called)} texts"
        return f"Signed {texts} as {self.by} ({self.title}), until {self.until}: content/reviews.yaml"


def signing_roles(project: Project) -> Mapping[str, str]:
    """Return the title of each role that may sign, by its name."""
    return {name: role.title for name, role in roles(load(project)).items()}


def tick_list(project: Project, slug: str, role: str, until: str = "") -> TickList:
    """Return what ``role`` has before it in the piece ``slug``. Raise ``UsageError`` for what there is not, ``BrochureError`` where a file has mistakes."""
    catalogue = approving.sound(project)
    who = approving.somebody(catalogue, role, until, project.today)
    wanted = _wanted(project, catalogue, slug, who)
    others = tuple(f"{words.called}: {may_sign(words.signs_as, who.roles)}" for words in wanted.others)
    texts = tuple(_to_tick(words, role) for words in wanted.left)
    return TickList(slug, role, who.may.title, who.until, texts, len(wanted.already), others)


def sign_ticked(
    project: Project, slug: str, ticked: Mapping[str, str], by: str, role: str, until: str = ""
) -> SignedTicks:
    """Sign what was ``ticked`` (the digest of each text as it was shown, by its key) as it stands on disk now.

    Raise ``UsageError`` for nobody's name and what there is not, ``BrochureError`` where one of the texts is not as it was shown, is not for
    this role or signed already, where another program writes, and where the ledger cannot be written: then nothing is signed.
    """
    with writer(project, "somebody who signs in the preview page"):
        catalogue = approving.sound(project)
        who = approving.signer(catalogue, by, role, until, project.today)
        left = {_key(words.thing): words for words in _wanted(project, catalogue, slug, who).left}
        wrong = [*_not_shown(left, ticked)]
        if wrong:
            raise BrochureError(*wrong)
        chosen = [left[key] for key in ticked]
        approving.sign(project, chosen, who)
    return SignedTicks(who.called, who.may.title, who.until, tuple(words.called for words in chosen))


def _wanted(project: Project, catalogue: Catalogue, slug: str, who: Signer) -> approving.ToSign:
    return approving.to_sign(approving.named(project, catalogue, (slug,)), who, WITHIN)


def _not_shown(left: Mapping[str, SignedWords], ticked: Mapping[str, str]) -> Iterator[Finding]:
    """Yield what of ``ticked`` is not ``left`` to sign, or not as it was shown; that nothing was ticked."""
    if not ticked:
        yield codes.NOT_SHOWN.at(
            Place("content/reviews.yaml"), "nothing was ticked; nothing was signed", "tick each text that you have read"
        )
    for key, digest in ticked.items():
        if key not in left:
            yield codes.NOT_SHOWN.at(
                Place("content/reviews.yaml"),
                f"'{key}' is not left for this role to sign; nothing was signed",
                "read the list as it is now, and tick again",
            )
        elif left[key].digest != digest:
            yield codes.NOT_SHOWN.at(
                left[key].at,
                f"{left[key].called} was changed after it was shown; nothing was signed",
                "read it as it is now, and tick it again",
            )


def _key(thing: Thing) -> str:
    return "/".join(filter(None, thing))


def _to_tick(words: SignedWords, role: str) -> TextToTick:
    changes = [
        difference((*before.words, *before.sources), (*words.words, *words.sources))
        for before in (kept.signature for kept in words.signatures)
        if before.role == role and (before.words, before.sources) != (words.words, words.sources)
    ]
    return TextToTick(
        _key(words.thing), words.called, words.at, words.words, words.sources, "; ".join(changes), words.digest
    )
