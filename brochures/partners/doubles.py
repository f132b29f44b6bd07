"""Doubles: which recipient was seen in which row. Kept in a file of the system's that has no name, so that a long list takes no memory."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from brochures.findings import Place

_CACHE = "PRAGMA cache_size = -8192"
"""At most 8 MiB are kept in memory; the rest lies on disk (sqlite.org, Temporary Files, 2.7)."""


class SeenRows:
    """The first row of each recipient so far."""

    def __init__(self, store: sqlite3.Connection) -> None:
        self._store = store

    def first(self, key: str, row: Place) -> int:
        """Return the line on which the recipient ``key`` stood before; 0 where ``row`` is the first."""
        added = self._store.execute("INSERT OR IGNORE INTO seen VALUES (?, ?)", (bytes.fromhex(key), row.line))
        if added.rowcount:
            return 0
        (line,) = self._store.execute("SELECT line FROM seen WHERE key = ?", (bytes.fromhex(key),)).fetchone()
        return int(line)


@contextmanager
def seen_rows() -> Iterator[SeenRows]:
    """Open a memory of rows, which is gone when it is closed."""
    store = sqlite3.connect("", isolation_level=None)  # a name that is empty: a file without one
    try:
        store.execute(_CACHE)
        store.execute("PRAGMA journal_mode = OFF")
        store.execute("PRAGMA synchronous = OFF")
        store.execute("CREATE TABLE seen (key BLOB PRIMARY KEY, line INTEGER) WITHOUT ROWID")
        store.execute("BEGIN")  # one transaction for all: nothing of it is kept
        yield SeenRows(store)
    finally:
        store.close()
