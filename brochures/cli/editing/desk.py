"""The desk: words are saved and put back there, by one program at a time. What is refused is told, and nothing is lost or half written."""

from __future__ import annotations

from dataclasses import dataclass
from threading import Lock, Timer

from brochures.cli.editing import last_versions
from brochures.cli.editing.last_versions import LastVersion
from brochures.cli.editing.state import ContentOnDisk, ContentState
from brochures.cli.editing.texts import EditableText, text_of
from brochures.cli.editing.trials import BesideWords, SignatureChange, WordsTrial, beside_words, tried, wanted_words
from brochures.cli.editing.writing_alone import writer
from brochures.findings import BrochureError, codes
from brochures.load.file_text import file_bytes
from brochures.load.new_words import save, unsaved, with_new_words
from brochures.project.one_at_a_time import HeldPath, take
from brochures.project.paths import Project

EDITOR = ".editor"
"""Who has a form open."""

IDLE = 900.0
"""After so many seconds in which nobody opened, tried or saved words others may edit; whoever saves later holds them again."""


class ChangedMeanwhileError(BrochureError):
    """Somebody saved other words after these were read: ``theirs`` stand in the file, ``yours`` were to be saved."""

    def __init__(self, theirs: EditableText, yours: str) -> None:
        """Say both."""
        said = f"these words were changed after you began: there stands now “{theirs.words}”, and you wrote “{yours}”; nothing was saved"
        super().__init__(
            codes.CHANGED_MEANWHILE.at(theirs.place, said, "compare the two, and save again what shall stand")
        )
        self.theirs, self.yours = theirs, yours


class RefusedWordsError(BrochureError):
    """The gate refuses new words; ``trial`` says why."""

    def __init__(self, trial: WordsTrial) -> None:
        """Tell what it refuses."""
        super().__init__(*(one.finding for one in trial.gate if one.refuses))
        self.trial = trial


@dataclass(frozen=True)
class SavedWords:
    """Words that were saved: the text as it is now, the words before, which signatures that voided or made good again, how it is written."""

    text: EditableText
    before: str
    voids: tuple[SignatureChange, ...]
    revives: tuple[SignatureChange, ...]
    note: str

    @property
    def said(self) -> str:
        """It in one sentence or two."""
        parts = [f"Saved: {self.text.called} in {self.text.place}."]
        parts += [f"This voids the signature of {one.by} ({one.role}) under {one.called}." for one in self.voids]
        parts += [f"The signature of {one.by} ({one.role}) under {one.called} holds again." for one in self.revives]
        if not self.voids and not self.revives:
            parts.append("No signature is void by it.")
        return " ".join([*parts, *([f"In the file {self.note}."] if self.note else [])])


class WordsDesk:
    """One program's desk for the words of a project. It is held while a form is open and somebody works in it."""

    def __init__(self, project: Project, called: str) -> None:
        """Work on ``project``; ``called`` is what others are told who want to save: "the preview at 127.0.0.1:8000"."""
        self.project = project
        self._called = called
        self._content = ContentOnDisk(project)
        self._held: HeldPath | None = None
        self._forms: set[str] = set()
        self._idle: Timer | None = None
        self._one = Lock()

    def content(self) -> ContentState:
        """Return the content as it is on disk now."""
        return self._content.read()

    def open(self, form: str = "") -> None:
        """Hold the words of the project for this program, in which ``form`` is open. Raise ``BrochureError`` with who does where another program holds them."""
        with self._one:
            if self._held is None:
                self._held = take(self.project.before / EDITOR, self._called)
            self._forms.add(form)
            self._wait()

    def worked(self) -> None:
        """Hold what is held for a while longer: somebody is at work."""
        with self._one:
            if self._held is not None:
                self._wait()

    def close_form(self, form: str) -> None:
        """Let other programs edit where ``form`` was the last that was open."""
        with self._one:
            self._forms -= {form, ""}
            if not self._forms:
                self._let_go()

    def close(self) -> None:
        """Let other programs edit, whatever is open."""
        with self._one:
            self._forms.clear()
            self._let_go()

    def _wait(self) -> None:
        if self._idle is not None:
            self._idle.cancel()
        self._idle = Timer(IDLE, self.close)
        self._idle.daemon = True
        self._idle.start()

    def _let_go(self) -> None:
        if self._idle is not None:
            self._idle.cancel()
            self._idle = None
        if self._held is not None:
            self._held.release()
            self._held = None

    def text(self, key: str) -> EditableText:
        """Return the text that ``key`` names, as it is on disk now. Raise ``UsageError`` where there is none."""
        return text_of(self.content().catalogue, key)

    def beside(self, text: EditableText) -> BesideWords:
        """Return what stands beside the words of ``text`` as they are."""
        return beside_words(self.content(), text)

    def try_words(self, key: str, words: str, only: str = "") -> WordsTrial:
        """Return what ``words`` would do, in all pieces that print them or in ``only`` one. Raise ``BrochureError`` where they cannot be written."""
        return tried(self.content(), key, words, only)

    def written(self, key: str, words: str) -> tuple[EditableText, bytes]:
        """Return a text, and its file with ``words`` in it, with nothing written. Raise ``BrochureError`` where they cannot be."""
        text = self.text(key)
        read = file_bytes(self.project.root / text.file, text.file)
        return text, with_new_words(read, text.file, text.route, wanted_words(text, words)).data

    def save(self, key: str, words: str, digest: str) -> SavedWords:
        """Save ``words`` in the place of those with ``digest``.

        Raise ``ChangedMeanwhileError`` where others stand there now, ``RefusedWordsError`` where the gate refuses them, ``BrochureError``
        where another program holds the words, and where they cannot be written: then nothing is.
        """
        self.open()
        with self._one, writer(self.project, self._called):
            text = self.text(key)
            if text.digest != digest:
                raise ChangedMeanwhileError(text, words)
            trial = self.try_words(key, words)
            if trial.refused:
                raise RefusedWordsError(trial)
            return self._write(trial, "")

    def last(self, key: str) -> LastVersion | None:
        """Return the last version of the text that ``key`` names; None where none is kept."""
        return last_versions.last_version(self.project, self.text(key))

    def put_back(self, key: str, digest: str) -> SavedWords:
        """Put the last version of a text back, letter for letter as its file had it. Those that stand there now, which have ``digest``, are kept in turn.

        Raise what ``save`` does, but the gate is not asked: the words stood there.
        """
        self.open()
        with self._one, writer(self.project, self._called):
            text = self.text(key)
            version = last_versions.last_version(self.project, text)
            if version is None:
                raise BrochureError(
                    codes.NO_LAST_VERSION.at(
                        text.place,
                        f"no last version of {text.called} is kept",
                        "restore the words from version control",
                    )
                )
            if text.digest != digest:
                raise ChangedMeanwhileError(text, version.words.strip())
            return self._write(self.try_words(key, version.words), version.raw)

    def _write(self, trial: WordsTrial, raw: str) -> SavedWords:
        """Save the words of ``trial``, as ``raw`` where the file can hold that, and keep those that stand there."""
        text = trial.text
        fresh = with_new_words(trial.read, text.file, text.route, trial.words, raw) if raw else trial.written
        if fresh.data == trial.read:
            return SavedWords(text, text.words, (), (), "")
        try:
            last_versions.keep(self.project, text, fresh.raw_before, trial.words)
        except BrochureError as refused:
            raise unsaved(refused, text.file) from refused
        try:
            save(self.project.root / text.file, text.file, trial.read, fresh.data)
        except BrochureError:
            last_versions.forget_newest(self.project)
            raise
        return SavedWords(self.text(text.key), text.words, trial.voids, trial.revives, fresh.note)
