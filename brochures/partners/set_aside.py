"""Set aside: the rows of a list of which nothing is made, in a file of their own with the reasons, to be mended and read again."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import BinaryIO

from brochures.findings.table_cells import defused
from brochures.partners.heads import REASON
from brochures.partners.reading import PartnerRow
from brochures.project.private_files import private_file

_AGAIN = re.compile(r"(?P<list>.+)\.set-aside(?:-(?P<number>\d+))?")


def set_aside_name(path: Path) -> str:
    """Return what the file of rows that are set aside of the list at ``path`` is called: never as the list, which may be such a file, mended."""
    again = _AGAIN.fullmatch(path.stem)
    if again is None:
        return f"{path.stem}.set-aside.csv"
    return f"{again['list']}.set-aside-{int(again['number'] or 1) + 1}.csv"


class SetAside:
    """Rows that are set aside, one by one; ``count`` is how many there are so far."""

    def __init__(self, path: Path, heads: Sequence[str], files: ExitStack) -> None:
        self.path, self.count = path, 0
        self._heads, self._files = [head for head in heads if head != REASON], files
        self._at = [at for at, head in enumerate(heads) if head != REASON]
        self._file: BinaryIO | None = None

    def add(self, row: PartnerRow) -> None:
        """Write ``row`` with why it is set aside. Cells that a table program would work out begin with ``'``."""
        if self._file is None:
            self._file = self._files.enter_context(private_file(self.path))
            self._file.write(csv_line([*self._heads, REASON], mark=True))
        why = "; ".join(f"{finding.code}: {finding.message}" for finding in row.findings)
        known = [row.cells[at] if at < len(row.cells) else "" for at in self._at]
        beyond = row.cells[len(self._heads) + 1 :] if len(row.cells) > len(self._at) + 1 else row.cells[len(known) :]
        self._file.write(csv_line([*known, why, *beyond]))
        self.count += 1


@contextmanager
def set_aside(path: Path, heads: Sequence[str]) -> Iterator[SetAside]:
    """Open the file ``path`` for rows that are set aside; where there is none, the file of an earlier run is removed, for it is true no more.

    Raise ``BrochureError`` where the system refuses. When anything else goes wrong the file stays what it was.
    """
    with ExitStack() as files:
        kept = SetAside(path, heads, files)
        yield kept
        if not kept.count:
            path.unlink(missing_ok=True)


def csv_line(cells: Sequence[str], *, mark: bool = False) -> bytes:
    """Return ``cells`` as one line of CSV (RFC 4180) in UTF-8, each so that no table program works it out; ``mark`` puts a mark of UTF-8 before it."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerow([defused(cell) for cell in cells])
    return text.getvalue().encode("utf-8-sig" if mark else "utf-8", "replace")
