"""The subject of the press checks: the finished file, opened, beside what was meant."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pypdf import PdfReader

from brochures.findings import Finding
from brochures.pdf import Pdf
from brochures.print_shop import PrintShop


@dataclass(frozen=True)
class Subject:
    """A file for the press: ``file`` reads its structure, ``made`` has its bytes and what was meant."""

    file: PdfReader
    made: Pdf

    @property
    def print_shop(self) -> PrintShop:
        """Who will print it."""
        print_shop = self.made.composition.job.print_shop
        assert print_shop is not None  # noqa: S101 resolve refuses a press edition without one
        return print_shop

    @property
    def ink_limit(self) -> float:
        """The most ink that its paper carries, in per cent."""
        return self.print_shop.ink_limit(self.made.composition.format)


Check = Callable[[Subject], Iterator[Finding]]
