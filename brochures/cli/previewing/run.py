"""The run of a preview: what is looked at is set first, then judged; then what else a change touches. One step at a time, each of which may be overtaken."""

from __future__ import annotations

from collections.abc import Callable, Collection
from contextlib import suppress
from dataclasses import replace
from hashlib import sha256
from typing import Any

from brochures.cli.previewing.known import AsRead, KnownFile
from brochures.cli.previewing.messages import (
    FileJudged,
    FileRefused,
    FileSeen,
    FileUntouched,
    LookAt,
    PartSeen,
    PiecesSeen,
    SettingBegun,
    Told,
    Wish,
    WordsSeen,
)
from brochures.cli.previewing.seen_files import pages_of_parts, seen_file, seen_passages, touched_parts
from brochures.cli.previewing.seen_things import printed_words, seen_things
from brochures.cli.previewing.standing import looked_at, unlooked
from brochures.cli.previewing.values import SeenPiece
from brochures.editorial import editorial, let_pass
from brochures.engine import start
from brochures.engine.interruption import asked_between_steps
from brochures.findings import BrochureError, Finding, Place, codes
from brochures.findings.plain_words import in_words
from brochures.findings.report import WAITING, sorted_findings
from brochures.load import load
from brochures.production.preview_files import PreviewFiles, beside
from brochures.project.paths import Project
from brochures.project.stopwatch import seconds
from brochures.resolve import Job, resolve
from brochures.resolve.editorial_rules import waivers

Key = tuple[str, str]
"""A piece and one of its editions."""


class OvertakenError(BaseException):
    """Something newer is wanted: the work is left as it is. No ``Exception``: no stage may take it for a fault."""


class PreviewRun:
    """Sets, judges and tells. ``tell`` hears of everything; ``ask`` raises ``OvertakenError`` where something newer is wanted."""

    def __init__(self, project: Project, tell: Callable[[Told], None], ask: Callable[[], None] = lambda: None) -> None:
        """Begin with everything unread."""
        self.project = project
        self._tell = tell
        self._ask = ask
        self._open = AsRead()
        self._unread: set[str] = {"content", "styles"}
        self._looked: Key | None = None
        self._known: dict[Key, KnownFile] = {}
        self._proof: dict[str, bool] = {}
        self._broken = False

    def wish(self, wish: Wish) -> None:
        """Note what is wanted from now on."""
        self._broken = False
        if isinstance(wish, LookAt):
            self._looked = (wish.slug, wish.edition)
            self._known.setdefault(self._looked, KnownFile())
            return
        self._unread |= wish.rooms
        self._known = {key: replace(known, stale=True) for key, known in self._known.items()}

    def step(self) -> bool:
        """Do the most urgent thing; return whether there was any."""
        if self._broken:
            return False
        for task in (
            self._read,
            self._set_looked,
            self._judge_looked,
            self._state_of_a_piece,
            self._set_another,
            self._judge_styles,
        ):
            if task():
                return True
        return False

    def broke(self, wrong: Exception) -> None:
        """Tell that a step broke down with ``wrong``, a fault of the program; nothing more is done until the next wish."""
        self._broken = True
        if self._looked is not None:
            said = f"the preview broke down: {in_words(wrong)}".replace(f"{self.project.root}/", "")
            finding = codes.ENGINE_BROKE.at(Place(), said, "undo the last change, and save once more")
            self._tell(FileRefused(*self._looked, (finding.about(*self._looked),)))

    def settle(self) -> None:
        """Do all that there is to do."""
        while self.step():
            pass

    def _read(self) -> bool:
        """Read what changed: content, and templates with styles."""
        if not self._unread:
            return False
        if "styles" in self._unread:
            self._reopen()
        if "content" in self._unread:
            self._open.catalogue = load(self.project)
        self._open.states, self._open.words = {}, {}
        self._unread = set()
        self._tell_pieces()
        return True

    def _reopen(self) -> None:
        self._open.styles = None
        try:
            files = self._open.files
            self._open.files = PreviewFiles.open(self.project, start) if files is None else files.reopened()
            self._open.refused = self._open.files.unreadable_styles
        except BrochureError as refused:
            self._open.refused = refused.findings

    def _set_looked(self) -> bool:
        return self._looked is not None and self._known[self._looked].stale and self._set(self._looked)

    def _set_another(self) -> bool:
        """Set what was shown before and is touched, then what was never set and lies not in ``out/`` either."""
        for key, known in self._known.items():
            if known.stale:
                return self._set(key)
        for slug, entry in self._open.catalogue.pieces.items():
            key = (slug, str(entry.thing.editions[0]))
            if key not in self._known and not (self.project.out / slug / f"{slug}.{key[1]}.pdf").is_file():
                return self._set(key)
        return False

    def _set(self, key: Key) -> bool:
        """Set the edition ``key`` where a change touches it, and tell what came of it."""
        began, (slug, edition) = seconds(), key
        known = self._known.setdefault(key, KnownFile())
        try:
            job = self._job(slug)
            self._ask()
            files = self._files()
            if key == self._looked:
                self._set_part(key, known, job)
            composition = files.composed_file(job, edition, proof=self._proof.get(slug, True))
            self._ask()
            if composition is None:
                self._known[key] = replace(known, stale=False, told=True)
                return True
            digest = files.digest(composition)
            if digest == known.digest:
                self._known[key] = replace(known, stale=False, told=False, composition=composition)
                self._tell(FileUntouched(slug, edition, tuple(seen_passages(composition))))
                return True
            self._tell(SettingBegun(slug, edition))
            sketch = known.composition is not None and files.can_be_sketched(composition)
            with asked_between_steps(self._ask):
                file = files.sketched(composition) if sketch else files.set(composition)
            self._known[key] = KnownFile(
                digest, stale=False, file=None if sketch else file, told=False, composition=composition, steps=file.composition.fit.steps,
                job=job, parts=pages_of_parts(file),
            )  # fmt: skip
            self._tell_seen(key, file, seconds() - began)
        except BrochureError as refused:
            self._known[key] = replace(known, stale=False, told=True)
            self._tell(FileRefused(slug, edition, sorted_findings(refused.findings)))
        return True

    def _set_part(self, key: Key, known: KnownFile, job: Job) -> None:
        """Set the first part of a packet alone whose words are others now, so that it is seen long before all of it is set."""
        if known.job is None or not self._files().has_parts(known.composition):
            return
        began, files = seconds(), self._files()
        for number in touched_parts(known.job, job)[:1]:
            with suppress(BrochureError), asked_between_steps(self._ask):
                file = files.sketched(files.part(known.composition, job, number))
                alone = pages_of_parts(file).get(0, ())
                seen = seen_file(files, file, "", 0)
                sheets = tuple(sheet for sheet in seen.sheets if sheet.number in alone)
                version = f"{key[1]}-{sha256(file.data).hexdigest()[:16]}"
                self._tell(PartSeen(*key, version, known.parts.get(number, ()), sheets, file.data, seconds() - began))

    def _tell_seen(self, key: Key, file: Any, took: float) -> None:
        seen = seen_file(self._files(), file, self._known[key].version, took)
        self._tell(FileSeen(seen, self._passed(file.findings)))

    def _files(self) -> PreviewFiles:
        """Return what is open. Raise ``BrochureError`` where templates or styles cannot be read."""
        if self._open.refused or self._open.files is None:
            raise BrochureError(*self._open.refused)
        return self._open.files

    def _job(self, slug: str) -> Job:
        """Return the piece ``slug``. Raise ``BrochureError`` where it cannot be read or followed."""
        if slug not in self._open.catalogue.pieces:
            raise BrochureError(*(one for one in self._open.catalogue.findings if one.is_error))
        return resolve(self.project, self._open.catalogue, slug)

    def _judge_looked(self) -> bool:
        """Judge words and bytes of what is looked at; where it turns out to be no proof, or one, it is set again."""
        if self._looked is None or self._known[self._looked].told:
            return False
        (slug, edition), known = self._looked, self._known[self._looked]
        job = known.composition.job
        words = self._words(job)
        self._ask()
        is_proof = any(one.code in WAITING for one in words)
        if is_proof != self._proof.setdefault(slug, True):
            self._proof[slug] = is_proof
            self._known[self._looked] = replace(known, stale=True, told=True)
            return True
        if known.unjudged:
            known = self._judged(self._looked, known)
            self._known[self._looked] = known
        found = sorted_findings([*words, *self._passed(known.found)])
        passages = seen_passages(known.composition)
        things = tuple(seen_things(self._open.catalogue, job, self._jobs(), passages, self.project.today))
        self._tell(FileJudged(slug, edition, known.version, found, things))
        self._known[self._looked] = replace(known, told=True)
        return True

    def _judged(self, key: Key, known: KnownFile) -> KnownFile:
        """Return ``known`` with what is found in its bytes. What was only sketched is set in full, and shown again where its copyfit is another."""
        began, files, file = seconds(), self._files(), known.file
        if file is None:
            with asked_between_steps(self._ask):
                file = files.set(known.composition)
            if file.composition.fit.steps != known.steps:
                known = replace(known, steps=file.composition.fit.steps)
                self._known[key] = replace(known, file=file)
                self._tell_seen(key, file, seconds() - began)
            self._ask()
        found = files.judged(file).findings
        self._ask()
        return replace(known, file=None, unjudged=False, found=found)

    def _jobs(self) -> list[Job]:
        """Return each piece that can be followed."""
        found = []
        for slug in self._open.catalogue.pieces:
            try:
                found.append(resolve(self.project, self._open.catalogue, slug))
            except BrochureError:
                continue
        return found

    def _state_of_a_piece(self) -> bool:
        """Look at the words of one piece that nobody has looked at since the last change."""
        catalogue = self._open.catalogue
        for slug in catalogue.pieces:
            if slug not in self._open.states:
                self._open.states[slug] = self._state(slug)
                self._tell_pieces()
                return True
        return False

    def _state(self, slug: str) -> SeenPiece:
        try:
            job = self._job(slug)
            self._open.beside[slug] = beside(job)
            self._tell(WordsSeen(slug, tuple(printed_words(job))))
            words = self._words(job)
        except BrochureError as refused:
            return replace(self._unlooked(slug), state="errors", errors=len(refused.findings))
        self._ask()
        return looked_at(self._unlooked(slug), words)

    def _unlooked(self, slug: str) -> SeenPiece:
        return unlooked(self.project, self._open.catalogue, slug, self._open.beside.get(slug, ()))

    def _words(self, job: Job) -> tuple[Finding, ...]:
        if job.slug not in self._open.words:
            self._open.words[job.slug] = self._passed(editorial(job, self.project.today))
        return self._open.words[job.slug]

    def _passed(self, findings: Collection[Finding]) -> tuple[Finding, ...]:
        return let_pass(findings, waivers(self._open.catalogue), self.project.today)

    def _judge_styles(self) -> bool:
        """Ask the engine what it leaves out of the styles."""
        if self._open.styles is not None or self._open.files is None or self._open.refused:
            return False
        with asked_between_steps(self._ask):
            self._open.styles = self._open.files.wrong_styles()
        self._tell_pieces()
        return True

    def _tell_pieces(self) -> None:
        slugs = self.project.slugs()
        pieces = tuple(self._open.states.get(slug) or self._unlooked(slug) for slug in slugs)
        found = [*self._open.catalogue.findings, *self._open.refused, *(self._open.styles or ())]
        self._tell(PiecesSeen(pieces, sorted_findings(found)))
