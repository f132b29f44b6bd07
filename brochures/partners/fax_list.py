"""The fax list: what a fax machine or service is given, a row for each fax: the number to dial, the files, and how many pages they have."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import copyfileobj
from tempfile import TemporaryFile
from typing import BinaryIO

from brochures.load.model.telephone import telephones
from brochures.partners.partner import Partner
from brochures.partners.set_aside import csv_line
from brochures.project.edition import Edition
from brochures.project.private_files import private_file

FAX_LIST = "fax-list.csv"
HEADS = ("Number", "PDF", "Fine", "Standard", "Pages")

OUR_COUNTRY, ABROAD = "+1", "011"
"""How numbers of the North American Numbering Plan begin, and what is dialled from there before any other country's."""


class FaxList:
    """The rows of a fax list, one by one; ``count`` is how many there are."""

    def __init__(self, file: BinaryIO) -> None:
        self.count = 0
        self._file = file

    def add(self, partner: Partner, file: str, pages: int) -> None:
        """Add ``partner``, whose fax has so many ``pages`` and the PDF ``file``."""
        stem = file.removesuffix(f".{Edition.FAX}.pdf")
        self._file.write(
            csv_line((number(partner.fax), file, *(f"{stem}.{one}.tif" for one in Edition.FAX.beside), str(pages)))
        )
        self.count += 1


@contextmanager
def fax_list(folder: Path) -> Iterator[FaxList]:
    """Open the fax list of ``folder``; it is written when all are added, and kept on disk until then, so that a long one takes no memory.

    Where nobody was added that of an earlier run stays. Raise ``BrochureError`` where the system refuses.
    """
    with TemporaryFile() as waiting:
        kept = FaxList(waiting)
        yield kept
        if kept.count:
            waiting.seek(0)
            with private_file(folder / FAX_LIST) as file:
                file.write(csv_line(HEADS, mark=True))
                copyfileobj(waiting, file)


def number(fax: str) -> str:
    """Return ``fax`` as it is dialled, digits alone: no table program works it out, and none takes it for a formula."""
    dialled = telephones(fax)[0].dialled
    if dialled.startswith(OUR_COUNTRY):
        return dialled.removeprefix("+")
    return f"{ABROAD}{dialled[1:]}" if dialled.startswith("+") else dialled
