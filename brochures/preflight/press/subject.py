"""The subject of the press checks: the finished file, opened, beside what was meant."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pypdf import PdfReader

from brochures.findings import Finding
from brochures.pdf import Pdf


@dataclass(frozen=True)
class Subject:
    """A file for the press: ``file`` reads its structure, ``made`` has its bytes and what was meant."""

    file: PdfReader
    made: Pdf


Check = Callable[[Subject], Iterator[Finding]]
