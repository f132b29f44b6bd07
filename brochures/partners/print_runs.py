"""Print runs: the packets of a run as files for the clinic's own printer, in the order of the mail list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from brochures.partners.bodies import PartnerBody
from brochures.partners.partner import Partner
from brochures.partners.words import words_of
from brochures.pdf.print_run import PartnerCopy, print_run
from brochures.project.private_files import private_file

AT_A_TIME = 200
"""Packets in one file: a stack that a printer takes, and a file that a reader opens at once."""

FILES = "print-run-*.pdf"


class PrintRuns:
    """Partners whose packets are printed together."""

    def __init__(self, folder: Path, separator: str, printed: Mapping[frozenset[str], PartnerBody]) -> None:
        """Print into ``folder`` from the bodies ``printed``, by their parts; ``separator`` says ``{number}`` and ``{count}`` on the sheets between."""
        self._folder, self._separator, self._printed = folder, separator, printed
        self._partners: dict[frozenset[str], list[Partner]] = {}

    def add(self, partner: Partner) -> None:
        """Add ``partner``, where there is a body for paper with their parts."""
        parts = frozenset(partner.parts)
        if parts in self._printed:
            self._partners.setdefault(parts, []).append(partner)

    def write(self) -> Iterator[Path]:
        """Write the files, and yield each; those of an earlier run go. Raise ``BrochureError`` where the system refuses."""
        for old in self._folder.glob(FILES) if self._partners else ():
            old.unlink()
        number = 0
        for parts, partners in self._partners.items():
            partners.sort(key=_by_post)
            for at in range(0, len(partners), AT_A_TIME):
                number += 1
                path = self._folder / FILES.replace("*", str(number))
                with private_file(path) as file:
                    file.write(print_run(self._printed[parts].body, self._copies(parts, partners[at : at + AT_A_TIME])))
                yield path

    def _copies(self, parts: frozenset[str], partners: list[Partner]) -> Iterator[PartnerCopy]:
        body = self._printed[parts]
        for number, partner in enumerate(partners, 1):
            words, _ = words_of(body.body, partner, {}, body.salutation)
            said = self._separator.format(number=number, count=len(partners))
            yield PartnerCopy(
                words, tuple(filter(None, (partner.organisation or partner.name, *partner.address, said)))
            )


def _by_post(partner: Partner) -> tuple[bool, str, str, str]:
    """Return what packets are sorted by, as the mail list is: ZIP Code, organization, name; those without a code last."""
    return not partner.postcode, partner.postcode, partner.organisation.casefold(), partner.name.casefold()
