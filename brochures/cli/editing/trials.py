"""Trials: what new words would do, with nothing written: what the gate says, how they read, which signatures they void."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from brochures.cli.editing.gate_words import GateSays, ReadingGrade, findings_about, grade_of, mended, printing, said
from brochures.cli.editing.state import ContentState, followed
from brochures.cli.editing.texts import LABEL, EditableText, SourceBeside, sources_beside, text_of
from brochures.editorial.signatures import may_sign
from brochures.findings import BrochureError, codes
from brochures.load.file_text import file_bytes
from brochures.load.new_words import NewWords, with_new_words
from brochures.load.normal_form import composed
from brochures.resolve.editorial_rules import roles
from brochures.resolve.job import Job
from brochures.resolve.signed_things import statements_of
from brochures.resolve.signed_words import KeptSignature, SignedWords, Thing
from brochures.resolve.unprinted import unprinted_words


@dataclass(frozen=True)
class SignatureChange:
    """A signature that new words void, or that is good again under them: who signed what, as what, until when."""

    called: str
    by: str
    role: str
    until: str

    @classmethod
    def of(cls, words: SignedWords, kept: KeptSignature) -> SignatureChange:
        """Return it of the signature ``kept`` under ``words``."""
        signed = kept.signature
        return cls(
            words.called, signed.signer, kept.role.title if kept.role else signed.role or "", str(signed.until or "")
        )


@dataclass(frozen=True)
class BesideWords:
    """What stands beside the words of a text as they are: its sources, the signatures in force under them, who may sign where there is none, and the pieces that print them."""

    sources: tuple[SourceBeside, ...]
    signed: tuple[SignatureChange, ...]
    wants: str
    pieces: tuple[str, ...]


@dataclass(frozen=True)
class WordsTrial:
    """What new words would do. ``after`` is the content with them in it; ``written`` the file as it would be saved."""

    text: EditableText
    words: str
    """The new words with the blanks around them, as they are saved."""
    read: bytes
    """The file as it is on disk."""
    written: NewWords
    gate: tuple[GateSays, ...]
    mended: tuple[GateSays, ...]
    grade_before: ReadingGrade | None
    grade: ReadingGrade | None
    voids: tuple[SignatureChange, ...]
    revives: tuple[SignatureChange, ...]
    sources: tuple[SourceBeside, ...]
    pieces: tuple[str, ...]
    """The pieces that print the text."""
    looked_at: tuple[str, ...]
    """Those of them that the gate has read with the new words."""
    after: ContentState

    @property
    def refused(self) -> bool:
        """Whether the words are not saved: the gate finds something in them that was not there before, and refuses it."""
        return any(one.refuses for one in self.gate)


def beside_words(state: ContentState, text: EditableText) -> BesideWords:
    """Return what stands beside the words of ``text``; a label is under no signature."""
    sources = sources_beside(state.catalogue, text)
    thing = (text.kind, text.name, text.audience, text.language)
    mine = [one for one in statements_of(state.project, state.catalogue) if one.thing == thing]
    held = tuple(
        SignatureChange.of(one, kept)
        for one in mine
        for in_force in [[*one.in_force(state.project.today)]]
        for kept in one.signatures
        if kept.signature in in_force
    )
    wants = "" if held or not mine else may_sign(mine[0].signs_as, roles(state.catalogue))
    return BesideWords(sources, held, wants, printing(state.jobs, text))


def wanted_words(text: EditableText, words: str) -> str:
    """Return ``words`` as they are saved: with the blanks around them that the file has. Raise ``BrochureError`` for none, and for several paragraphs."""
    typed = composed(words.replace("\r\n", "\n").replace("\r", "\n").strip())
    if not typed:
        raise BrochureError(
            codes.NOT_FOR_THE_FORM.at(
                text.place,
                "there are no words",
                f"write some; to take {text.called} out, edit its file and what prints it",
            )
        )
    if "\n" in typed and "\n" not in text.words:
        raise BrochureError(
            codes.NOT_FOR_THE_FORM.at(
                text.place,
                "these are several paragraphs, and the words of one statement are one",
                "write them on one line; points are added in the file",
            )
        )
    if typed == text.words:
        return text.written
    ahead = text.written[: len(text.written) - len(text.written.lstrip())]
    return f"{ahead}{typed}{text.written[len(text.written.rstrip()) :]}"


def tried(before: ContentState, key: str, words: str, only: str = "") -> WordsTrial:
    """Return what ``words`` would do in the place of those that ``key`` names; of the pieces that print them the gate reads all, or ``only`` one.

    Raise ``BrochureError`` where they cannot be written there, ``UsageError`` where there is no such text.
    """
    project = before.project
    text = text_of(before.catalogue, key)
    wanted = wanted_words(text, words)
    name = text.file.removeprefix("content/")
    read = file_bytes(project.root / text.file, text.file)
    written = with_new_words(read, text.file, text.route, wanted)
    if written.words_before != text.written:  # the file was written after the content was read
        said_now = f"there stands now “{written.words_before.strip()}”; nothing was saved"
        raise BrochureError(
            codes.CHANGED_MEANWHILE.at(text.place, said_now, "read it, and save again what shall stand")
        )
    after = before.with_file(name, written.data)
    pieces = printing(before.jobs, text)
    looked_at = (only,) if only in pieces else pieces
    old_jobs = {slug: before.jobs[slug] for slug in looked_at}
    new_jobs, lost = followed(project, after.catalogue, looked_at)
    everything = () if pieces else tuple(before.jobs.values())
    old = findings_about(before, old_jobs, text, everything)
    new = (*findings_about(after, new_jobs, text, everything), *lost)
    voids, revives = _signatures(before, old_jobs, after, new_jobs)
    return WordsTrial(
        text, wanted, read, written, said(before, old, after, new, text), mended(old, new),
        _grade(before, old_jobs, text, everything), _grade(after, new_jobs, text, everything),
        voids, revives, sources_beside(before.catalogue, text), pieces, looked_at, after,
    )  # fmt: skip


def _grade(
    state: ContentState, jobs: Mapping[str, Job], text: EditableText, everything: Sequence[Job]
) -> ReadingGrade | None:
    if text.kind == LABEL:
        return None
    among: Iterable[Job] = jobs.values() or unprinted_words(state.project, state.catalogue, everything)[0]
    found = (grade_of(job, text) for job in among if job.language == text.language)
    return next((one for one in found if one is not None), None)


def _signatures(
    before: ContentState, old_jobs: Mapping[str, Job], after: ContentState, new_jobs: Mapping[str, Job]
) -> tuple[tuple[SignatureChange, ...], tuple[SignatureChange, ...]]:
    """Return the signatures that were under the very words before and are not now, and the other way round."""
    old = _signed(before, old_jobs.values())
    new = _signed(after, new_jobs.values())
    return (tuple(_lost(old, new)), tuple(_lost(new, old)))


def _signed(state: ContentState, jobs: Iterable[Job]) -> dict[Thing, SignedWords]:
    return {
        one.thing: one
        for one in (*chain(*(job.signed for job in jobs)), *statements_of(state.project, state.catalogue))
    }


def _lost(old: Mapping[Thing, SignedWords], new: Mapping[Thing, SignedWords]) -> Iterator[SignatureChange]:
    for thing, words in old.items():
        if thing in new and new[thing].digest != words.digest:
            for kept in words.signatures:
                if kept.signature.digest == words.digest:
                    yield SignatureChange.of(words, kept)
