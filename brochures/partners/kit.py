"""The kit: what goes with the packets of a run. E-mail drafts, a mail list for the post room, and print runs for the clinic's own printer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from brochures.partners.bodies import PartnerBody
from brochures.partners.drafts import ENDING, DraftWords, draft
from brochures.partners.mail_list import MailList, mail_list
from brochures.partners.partner import Partner
from brochures.partners.run import PlacedPacket
from brochures.partners.words import words_of
from brochures.pdf.print_run import PartnerCopy, print_run
from brochures.project.private_files import private_file

DRAFTS = "drafts"
"""The folder of the e-mail drafts, beside the packets."""

AT_A_TIME = 200
"""Packets in one print run: a stack that a printer takes, and a file that a reader opens at once."""


@dataclass(frozen=True)
class KitWords:
    """What the kit says, all of it from the content: every draft, and a separator sheet, with ``{number}`` and ``{count}`` in it."""

    draft: DraftWords
    separator: str


class Kit:
    """The kit of one run, filled as packets are put in place."""

    def __init__(
        self, folder: Path, words: KitWords, printed: Mapping[frozenset[str], PartnerBody], labels: MailList
    ) -> None:
        """Fill ``folder``; ``printed`` are the bodies for paper, by their parts."""
        self._folder, self._words, self._printed, self._labels = folder, words, printed, labels
        self._to_print: dict[frozenset[str], list[Partner]] = {}
        self.drafts = 0

    def add(self, placed: PlacedPacket) -> None:
        """Add what goes with a packet that is in place."""
        partner = placed.partner
        self._labels.add(partner, placed.path.name)
        if frozenset(partner.parts) in self._printed:
            self._to_print.setdefault(frozenset(partner.parts), []).append(partner)
        if partner.email:
            with private_file(self._folder / DRAFTS / f"{placed.path.stem}{ENDING}") as file:
                file.write(draft(partner, self._words.draft, placed.path.name, placed.path.read_bytes()))
            self.drafts += 1

    def print_runs(self) -> Iterator[Path]:
        """Write what goes through the printer in one go, in the order of the mail list, and yield each file; those of an earlier run go."""
        if self._to_print:
            for old in self._folder.glob("print-run-*.pdf"):
                old.unlink()
        number = 0
        for parts, partners in self._to_print.items():
            partners.sort(
                key=lambda one: (not one.postcode, one.postcode, one.organisation.casefold(), one.name.casefold())
            )
            for at in range(0, len(partners), AT_A_TIME):
                number += 1
                path = self._folder / f"print-run-{number}.pdf"
                with private_file(path) as file:
                    file.write(print_run(self._printed[parts].body, self._copies(parts, partners[at : at + AT_A_TIME])))
                yield path

    def _copies(self, parts: frozenset[str], partners: list[Partner]) -> Iterator[PartnerCopy]:
        body = self._printed[parts]
        for number, partner in enumerate(partners, 1):
            words, _ = words_of(body.body, partner, {}, body.salutation)
            said = self._words.separator.format(number=number, count=len(partners))
            yield PartnerCopy(
                words, tuple(filter(None, (partner.organisation or partner.name, *partner.address, said)))
            )


@contextmanager
def kit(folder: Path, words: KitWords, printed: Mapping[frozenset[str], PartnerBody]) -> Iterator[Kit]:
    """Open the kit of ``folder``: its mail list is written when the run has ended."""
    with mail_list(folder) as labels:
        yield Kit(folder, words, printed, labels)
