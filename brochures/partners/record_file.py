"""The file of the record: opened, made, and put aside where it is damaged. What SQLite refuses is told in the house's words."""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from brochures.findings import BrochureError, Place, codes
from brochures.project.atomic import refused
from brochures.project.private_files import OWNER_FILE

FORM = 1
"""The form of the record, ``PRAGMA user_version``; a program knows its own and those before it."""

_TABLES = """
CREATE TABLE runs (
    id TEXT PRIMARY KEY, packet TEXT NOT NULL, version TEXT NOT NULL, begun TEXT NOT NULL, words TEXT NOT NULL
);
CREATE TABLE words (digest TEXT PRIMARY KEY, packet TEXT NOT NULL, things TEXT NOT NULL);
CREATE TABLE sendings (
    number INTEGER PRIMARY KEY,
    recipient TEXT NOT NULL, name TEXT NOT NULL, organisation TEXT NOT NULL, packet TEXT NOT NULL, version TEXT NOT NULL,
    language TEXT NOT NULL, parts TEXT NOT NULL, content TEXT NOT NULL, sha256 TEXT NOT NULL, file TEXT NOT NULL,
    final INTEGER NOT NULL, words TEXT NOT NULL, made TEXT NOT NULL, run TEXT NOT NULL, state TEXT NOT NULL
);
CREATE INDEX by_recipient ON sendings (recipient, packet, number);
CREATE INDEX by_state ON sendings (state) WHERE state = 'begun';
CREATE TABLE stems (recipient TEXT PRIMARY KEY, stem TEXT NOT NULL UNIQUE);
CREATE TABLE counters (base TEXT PRIMARY KEY, next INTEGER NOT NULL);
"""

_OURS = frozenset({"runs", "words", "sendings", "stems", "counters"})

_ODD = """
SELECT (SELECT count(*) FROM sendings WHERE date(made, '+0 days') IS NOT made OR NOT json_valid(parts) OR state NOT IN ('begun', 'done'))
     + (SELECT count(*) FROM words WHERE NOT json_valid(things))
"""
"""Counts entries that cannot be read back."""

_NUMBERS = {
    sqlite3.SQLITE_FULL: errno.ENOSPC,
    sqlite3.SQLITE_READONLY: errno.EACCES,
    sqlite3.SQLITE_CANTOPEN: errno.EACCES,
    sqlite3.SQLITE_PERM: errno.EACCES,
    sqlite3.SQLITE_IOERR: errno.EIO,
    sqlite3.SQLITE_BUSY: errno.EBUSY,
    sqlite3.SQLITE_LOCKED: errno.EBUSY,
}
"""What SQLite answers, as the system would."""

_DAMAGE = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
_PRIMARY = 0xFF
"""An extended answer holds the plain one in its last eight bits (sqlite.org, Result and Error Codes)."""


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Raise ``BrochureError`` in place of what SQLite refuses about the record at ``path``."""
    try:
        yield
    except sqlite3.Error as wrong:
        answer = (getattr(wrong, "sqlite_errorcode", None) or 0) & _PRIMARY
        if answer in _NUMBERS:
            number = _NUMBERS[answer]
            raise refused(path, OSError(number, os.strerror(number))) from wrong
        raise damaged(path, "it cannot be read" if answer in _DAMAGE else str(wrong)) from wrong


def damaged(path: Path, why: str, kept: Path | None = None) -> BrochureError:
    """Return that the record at ``path`` is damaged; ``kept``: where it was put aside."""
    place = f"; it is kept as {kept.name}, and the next run begins a new one" if kept else ""
    mend = "put a copy from your backup in its place; without one every packet counts as not yet sent"
    return BrochureError(
        codes.DAMAGED_RECORD.at(Place(path.name), f"{path}: the record of what was sent is damaged: {why}{place}", mend)
    )


def opened(path: Path) -> sqlite3.Connection:
    """Return the record at ``path`` for writing, made where there is none. Raise ``BrochureError`` where it is newer, damaged or refused.

    A damaged one is put aside first, so that nothing ever overwrites it.
    """
    with told(path):
        _own(path)
        store = sqlite3.connect(path, isolation_level=None)
        try:
            fault = _fault(store)
            if not fault:
                _refuse_newer(store, path)
                _make(store)
                return store
        except BaseException:
            store.close()
            raise
        store.close()
        raise damaged(path, fault, _put_aside(path))


def looked_into(path: Path) -> sqlite3.Connection | None:
    """Return the record at ``path`` for reading alone; None where there is none. Raise ``BrochureError`` as ``opened``, and leave it as it is."""
    if not path.is_file() or not path.stat().st_size:
        return None
    with told(path):
        store = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, isolation_level=None)
        try:
            fault = _fault(store)
            if not fault:
                _refuse_newer(store, path)
                if _form(store):
                    return store
        except BaseException:
            store.close()
            raise
        store.close()
        if fault:
            raise damaged(path, fault)
        return None  # begun, and never finished: nobody was sent anything


def _own(path: Path) -> None:
    """Make the file where it is not there, readable for its owner alone from the first byte on. SQLite gives its helpers the same rights."""
    try:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, OWNER_FILE))
        if path.stat().st_mode & 0o777 != OWNER_FILE:
            path.chmod(OWNER_FILE)
    except OSError as wrong:
        raise refused(path, wrong) from wrong


def _fault(store: sqlite3.Connection) -> str:
    """Return why the record cannot be trusted; empty where it can."""
    try:
        (answer,) = store.execute("PRAGMA quick_check(1)").fetchone()
        if answer != "ok":
            return "its pages contradict each other"
        tables = {name for (name,) in store.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
        if not tables or _form(store) > FORM:
            return ""
        if not tables >= _OURS:
            return "it is a database of something else"
        (odd,) = store.execute(_ODD).fetchone()
    except UnicodeDecodeError:  # of what SQLite says of names that are no text any more
        return "its tables are not what they were"
    except sqlite3.DatabaseError as wrong:
        if (getattr(wrong, "sqlite_errorcode", None) or 0) & _PRIMARY in {*_DAMAGE, sqlite3.SQLITE_ERROR}:
            return "its bytes are no database, or not the one that was written"
        raise
    return f"{odd} of its entries hold what nobody entered" if odd else ""


def _form(store: sqlite3.Connection) -> int:
    return int(store.execute("PRAGMA user_version").fetchone()[0])


def _refuse_newer(store: sqlite3.Connection, path: Path) -> None:
    if _form(store) > FORM:
        said = f"{path}: the record of what was sent has the form {_form(store)}, and this program knows {FORM}"
        raise BrochureError(codes.NEWER_RECORD.at(Place(path.name), said, "use the newer program"))


def _make(store: sqlite3.Connection) -> None:
    """Make the tables in one transaction, where there are none, and let readers read while a run writes."""
    store.execute("PRAGMA journal_mode = WAL")
    store.execute("PRAGMA synchronous = NORMAL")
    if _form(store) == 0:
        store.executescript(f"BEGIN IMMEDIATE; {_TABLES} PRAGMA user_version = {FORM}; COMMIT;")


def _put_aside(path: Path) -> Path:
    """Rename the record, and what belongs to it, to a name that is free; return it."""
    number = 1
    while (kept := path.with_name(f"{path.stem}.damaged-{number}{path.suffix}")).exists():
        number += 1
    try:
        path.replace(kept)
        for more in ("-wal", "-shm"):
            with suppress(FileNotFoundError):
                path.with_name(path.name + more).replace(kept.with_name(kept.name + more))
    except OSError as wrong:
        raise refused(path, wrong) from wrong
    return kept
