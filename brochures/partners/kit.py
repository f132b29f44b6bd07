"""The delivery kit: what goes with the packets of a run. A draft for each partner with an e-mail address, and one list of labels. Nothing is sent."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from brochures.partners.drafts import ENDING, DraftWords, draft
from brochures.partners.mail_list import MailList, mail_list
from brochures.partners.partner import Partner
from brochures.project.private_files import private_file


class DeliveryKit:
    """What goes with packets in one folder, partner by partner; ``labels`` counts how many labels there are, and partners without an address."""

    def __init__(self, folder: Path, words: DraftWords, labels: MailList) -> None:
        self.labels = labels
        self._folder, self._words = folder, words

    def add(self, partner: Partner, file: str, packet: bytes) -> Path | None:
        """Write the draft for ``partner``, to whom ``packet`` goes as ``file``, and add their label. Return the draft's path; None without e-mail.

        Raise ``BrochureError`` where the system refuses.
        """
        self.add_label(partner, file)
        if not partner.email:
            return None
        path = (self._folder / file).with_suffix(ENDING)
        with private_file(path) as opened:
            opened.write(draft(partner, self._words, file, packet))
        return path

    def add_label(self, partner: Partner, file: str) -> None:
        """Add the label alone: for who has their packet from an earlier run that broke off, and still waits for the post."""
        self.labels.add(partner, file)


@contextmanager
def delivery_kit(folder: Path, words: DraftWords) -> Iterator[DeliveryKit]:
    """Open the kit of ``folder``; its list of labels is written when all are added. Raise ``BrochureError`` where the system refuses."""
    with mail_list(folder) as labels:
        yield DeliveryKit(folder, words, labels)
