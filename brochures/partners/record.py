"""The sending record: who was sent which packet, in ``sent/sent.sqlite``. One run writes at a time; one that is killed goes on where it stopped.

A packet is entered twice: as ``begun`` with the digest of its file before that file is put in place, and as ``done`` after. What a run
that was killed left as ``begun`` is settled by its bytes: a whole file is done, any other is made again.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from brochures.partners.file_stems import numbered, stem_of
from brochures.partners.partner import Partner
from brochures.partners.record_file import looked_into, opened, told
from brochures.partners.sending import PacketStatus, Sending, SendingState
from brochures.project.lock import locked
from brochures.project.paths import Project
from brochures.project.private_files import private_folder

FILE = "sent.sqlite"

Words = Mapping[str, Sequence[str]]
"""The words of a packet: the lines of each thing in it, by what it is called."""

_COLUMNS = "recipient, name, organisation, packet, version, language, parts, content, sha256, file, final, words, made, run, state"
_INSERT = f"INSERT INTO sendings ({_COLUMNS}) VALUES ({', '.join('?' * 15)})"  # noqa: S608 names of columns, no text of anybody's
_SINCE = f"SELECT {_COLUMNS} FROM sendings WHERE state = 'done' AND made >= ? ORDER BY number"  # noqa: S608 as above
_LAST = f"""SELECT {_COLUMNS} FROM sendings AS one WHERE state = 'done' AND number = (
    SELECT max(number) FROM sendings WHERE recipient = one.recipient AND packet = one.packet AND state = 'done')"""  # noqa: S608 as above
"""What each recipient was sent last, of each packet."""


class SendingRecord:
    """The record of one project, open. Every method raises ``BrochureError`` where the file cannot be read or written."""

    def __init__(self, path: Path, store: sqlite3.Connection | None, root: Path, today: date) -> None:
        self.path = path
        self._store, self._root, self._today = store, root, today

    @classmethod
    @contextmanager
    def open(cls, project: Project, waiting: Callable[[], None] = lambda: None) -> Iterator[SendingRecord]:
        """Open the record of ``project`` for writing; where another run holds it, call ``waiting`` and wait. What was left begun is settled."""
        private_folder(project.sent)
        with locked(project.sent, waiting):
            store = opened(project.sent / FILE)
            try:
                record = cls(project.sent / FILE, store, project.root, project.today)
                record.settle()
                yield record
            finally:
                store.close()

    @classmethod
    @contextmanager
    def look(cls, project: Project) -> Iterator[SendingRecord]:
        """Open the record of ``project`` for reading alone, while another run may write. Where there is none it is empty."""
        store = looked_into(project.sent / FILE)
        try:
            yield cls(project.sent / FILE, store, project.root, project.today)
        finally:
            if store is not None:
                store.close()

    def begin_run(self, packet: str, version: str, words: Words) -> str:
        """Enter a run that makes ``packet`` with ``words``; return its id."""
        run, digest = uuid.uuid4().hex, words_digest(words)
        things = json.dumps({name: [*lines] for name, lines in words.items()}, ensure_ascii=False)
        with self._writing() as store:
            store.execute("INSERT OR IGNORE INTO words VALUES (?, ?, ?)", (digest, packet, things))
            store.execute("INSERT INTO runs VALUES (?, ?, ?, ?, ?)", (run, packet, version, str(self._today), digest))
        return run

    def begin(self, run: str, sendings: Iterable[Sending]) -> None:
        """Enter ``sendings`` before their files are put in place, all or none."""
        entries = [*sendings]  # whoever makes them may write to the record, too
        with self._writing() as store:
            for one in entries:
                here = replace(one, file=self._kept(one.file), made=self._today, run=run, state=SendingState.BEGUN)
                store.execute(
                    "DELETE FROM sendings WHERE recipient = ? AND packet = ? AND state = 'begun'",
                    (one.recipient, one.packet),
                )
                store.execute(_INSERT, _entry(here))

    def done(self, run: str, recipients: Iterable[str]) -> None:
        """Enter that the files of ``recipients`` (their keys), which ``run`` began, are in place, all or none."""
        with self._writing() as store:
            store.executemany(
                "UPDATE sendings SET state = 'done' WHERE run = ? AND recipient = ? AND state = 'begun'",
                [(run, recipient) for recipient in recipients],
            )

    def settle(self) -> tuple[int, int]:
        """Look at what was begun and not done: a file that is there with the bytes that were entered is done, the others are forgotten.

        Return how many there are of each.
        """
        begun = [*self._select("SELECT number, file, sha256 FROM sendings WHERE state = 'begun'")]
        whole = [number for number, file, sha256 in begun if _sum(self._root / file) == sha256]
        if begun:
            with self._writing() as store:
                store.executemany(
                    "UPDATE sendings SET state = 'done' WHERE number = ?", [(number,) for number in whole]
                )
                store.execute("DELETE FROM sendings WHERE state = 'begun'")
        return len(whole), len(begun) - len(whole)

    def last(self, recipient: str, packet: str) -> Sending | None:
        """Return what the recipient with the key ``recipient`` was sent last of ``packet``."""
        return next(self._sendings(f"{_LAST} AND recipient = ? AND packet = ?", (recipient, packet)), None)

    def already(self, recipient: str, packet: str, content: str) -> bool:
        """Return whether what ``recipient`` was sent last of ``packet`` is the one with the digest ``content``. Its file is not looked at."""
        return self.status(recipient, packet, content) is PacketStatus.UNCHANGED

    def is_there(self, sending: Sending) -> bool:
        """Return whether the file of ``sending`` is still in its place with the bytes that were entered."""
        return _sum(self._root / sending.file) == sending.sha256

    def status(self, recipient: str, packet: str, content: str) -> PacketStatus:
        """Return whether ``recipient`` has no ``packet`` yet, has that with the digest ``content``, or has another one."""
        last = self.last(recipient, packet)
        if last is None:
            return PacketStatus.NEW
        return PacketStatus.UNCHANGED if last.content == content else PacketStatus.CHANGED

    def since(self, day: date) -> Iterator[Sending]:
        """Yield what was made on ``day`` or later, in the order in which it was."""
        yield from self._sendings(_SINCE, (str(day),))

    def latest(self) -> Iterator[Sending]:
        """Yield what each recipient was sent last, of each packet, by organization and name."""
        yield from self._sendings(f"{_LAST} ORDER BY organisation COLLATE NOCASE, name COLLATE NOCASE, packet")

    def words_of(self, digest: str) -> Words:
        """Return the words of the packet whose digest is ``digest``; none where the record does not have them."""
        found = next(self._select("SELECT things FROM words WHERE digest = ?", (digest,)), None)
        return json.loads(found[0]) if found else {}

    def file_stem(self, partner: Partner) -> str:
        """Return how the names of files for ``partner`` begin: made of the organization alone, the same in every run, and another one's never."""
        found = next(self._select("SELECT stem FROM stems WHERE recipient = ?", (partner.key,)), None)
        if found:
            return str(found[0])
        base = stem_of(partner.organisation)
        with self._writing() as store:
            (number,) = store.execute(
                "INSERT INTO counters VALUES (?, 2) ON CONFLICT (base) DO UPDATE SET next = next + 1 RETURNING next - 1",
                (base,),
            ).fetchone()
            while store.execute("SELECT 1 FROM stems WHERE stem = ?", (numbered(base, number),)).fetchone():
                number += 1
            store.execute("UPDATE counters SET next = ? WHERE base = ?", (number + 1, base))
            store.execute("INSERT INTO stems VALUES (?, ?)", (partner.key, numbered(base, number)))
        return numbered(base, number)

    def _kept(self, file: str) -> str:
        """Return the path of a file as it is kept: below the project's folder without that, so that the folder may be moved."""
        path = self._root / file
        return path.relative_to(self._root).as_posix() if path.is_relative_to(self._root) else path.as_posix()

    def _select(self, query: str, values: Sequence[Any] = ()) -> Iterator[Any]:
        if self._store is not None:
            with told(self.path):
                yield from self._store.execute(query, values)

    def _sendings(self, query: str, values: Sequence[Any] = ()) -> Iterator[Sending]:
        for row in self._select(query, values):
            kept = dict(zip(_COLUMNS.split(", "), row, strict=True))
            kept |= {"parts": tuple(json.loads(kept["parts"])), "final": bool(kept["final"])}
            kept |= {"made": date.fromisoformat(kept["made"]), "state": SendingState(kept["state"])}
            yield Sending(**kept)

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """Hold one transaction: what is done in it is kept whole or not at all."""
        store = self._store
        if store is None:
            msg = "a record that was opened for reading is not written"
            raise ValueError(msg)
        with told(self.path):
            store.execute("BEGIN IMMEDIATE")
            try:
                yield store
                store.execute("COMMIT")
            except BaseException:
                if store.in_transaction:
                    store.execute("ROLLBACK")
                raise


def words_digest(words: Words) -> str:
    """Return the digest of the words of a packet."""
    return hashlib.sha256(
        json.dumps({name: [*words[name]] for name in sorted(words)}, ensure_ascii=False).encode()
    ).hexdigest()


def _entry(one: Sending) -> tuple[Any, ...]:
    kept = {
        **vars(one),
        "parts": json.dumps(one.parts),
        "final": int(one.final),
        "made": str(one.made),
        "state": str(one.state),
    }
    return tuple(kept[name] for name in _COLUMNS.split(", "))


def _sum(path: Path) -> str:
    """Return the SHA-256 of the file at ``path``; empty where it cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""
