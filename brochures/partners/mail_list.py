"""The mail list: what the post room prints labels from, sorted by ZIP Code. A row for each packet that goes by mail, and no more of a partner than a label has."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from brochures.partners.partner import Partner
from brochures.partners.set_aside import csv_line
from brochures.project.private_files import private_file

MAIL_LIST = "mail-list.csv"
LINES = 4
"""Lines of an address below name and organization; what is more stands in the last, with a comma between."""

HEADS = ("ZIP Code", "Name", "Organization", *(f"Line {number}" for number in range(1, LINES + 1)), "File")


class MailList:
    """The rows of a mail list, one by one; ``without`` counts partners that have no address."""

    def __init__(self, store: sqlite3.Connection) -> None:
        self._store = store
        self.count = self.without = 0

    def add(self, partner: Partner, file: str) -> None:
        """Add ``partner``, whose packet is called ``file``."""
        if not partner.address:
            self.without += 1
            return
        first, rest = partner.address[: LINES - 1], partner.address[LINES - 1 :]
        lines = (*first, *([", ".join(rest)] if rest else []), *[""] * LINES)[:LINES]
        row = (partner.postcode, partner.addressee if partner.name else "", partner.organisation, *lines, file)
        self._store.execute("INSERT INTO labels VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)
        self.count += 1

    def rows(self) -> Iterator[tuple[str, ...]]:
        """Yield the rows by ZIP Code, then organization and name; those without a code stand last."""
        order = "SELECT * FROM labels ORDER BY postcode = '', postcode, organisation COLLATE NOCASE, name COLLATE NOCASE, file"
        yield from self._store.execute(order)


@contextmanager
def mail_list(folder: Path) -> Iterator[MailList]:
    """Open the mail list of ``folder``; it is written when all are added, and sorted on disk, so that a long one takes no memory.

    Where nobody who was added has an address there is none, and that of an earlier run is removed; where nobody was added it stays. Raise ``BrochureError`` where the system refuses.
    """
    store = sqlite3.connect("", isolation_level=None)  # a name that is empty: a file without one
    try:
        store.execute("PRAGMA cache_size = -8192")
        store.execute("PRAGMA journal_mode = OFF")
        store.execute("PRAGMA synchronous = OFF")
        store.execute("CREATE TABLE labels (postcode, name, organisation, one, two, three, four, file)")
        store.execute("BEGIN")  # one transaction for all: nothing of it is kept
        kept = MailList(store)
        yield kept
        if not kept.count and kept.without:
            (folder / MAIL_LIST).unlink(missing_ok=True)
        if not kept.count:
            return
        with private_file(folder / MAIL_LIST) as file:
            file.write(csv_line(HEADS, mark=True))
            for row in kept.rows():
                file.write(csv_line(row))
    finally:
        store.close()
