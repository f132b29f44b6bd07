"""The run: a packet for each partner of a list, in place whole or not at all, and entered in the sending record.

A run that is killed at any moment goes on where it stopped: what was entered as begun is settled by its bytes when the record is opened,
and who has the packet already gets none. Files are written by the process that holds the record, whoever made them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from brochures.findings import Finding, codes
from brochures.partners.bodies import PartnerBody
from brochures.partners.lots import AT_A_TIME, PacketHands
from brochures.partners.making import PartnerPacket
from brochures.partners.partner import Partner
from brochures.partners.record import SendingRecord, words_digest
from brochures.partners.sending import Sending, content_digest
from brochures.project.atomic import sweep
from brochures.project.private_files import private_file, private_folder

BodyFor = Callable[[frozenset[str]], PartnerBody | None]
"""Returns the body for a choice of parts; None where it has errors, which are told elsewhere."""


@dataclass(frozen=True)
class PlacedPacket:
    """A packet that is in place: for whom, of which body, in which file."""

    partner: Partner
    body: PartnerBody
    path: Path


@dataclass(frozen=True)
class RunReport:
    """What became of a run: how many packets were made and how many partners had theirs, how many bytes, and what was found in packets.

    ``refused`` are the partners who got none, each with why.
    """

    made: int
    unchanged: int
    size: int
    findings: tuple[Finding, ...]
    refused: tuple[tuple[Partner, tuple[Finding, ...]], ...]


class PartnerRun:
    """One run: where files go, the record, who works, and who hears of each packet that is in place."""

    def __init__(
        self,
        folder: Path,
        record: SendingRecord,
        hands: PacketHands,
        body_for: BodyFor,
        placed: Callable[[PlacedPacket], None] = lambda _: None,
    ) -> None:
        """Run into ``folder``, with the packets of ``body_for``; ``placed`` hears of each when it is in place."""
        self._folder, self._record, self._hands, self._body_for, self._placed = folder, record, hands, body_for, placed
        self._runs: dict[str, str] = {}
        self._made = self._unchanged = self._size = 0
        self._findings: list[Finding] = []
        self._refused: list[tuple[Partner, tuple[Finding, ...]]] = []

    def make(self, partners: Iterable[Partner]) -> RunReport:
        """Make what ``partners`` do not have yet. Raise ``BrochureError`` where the system refuses to write; what is in place stays."""
        private_folder(self._folder)
        sweep(self._folder)
        for body, packets in self._hands.make(self._lots(partners)):
            self._keep(body, packets)
        return RunReport(self._made, self._unchanged, self._size, tuple(self._findings), tuple(self._refused))

    def _lots(self, partners: Iterable[Partner]) -> Iterator[tuple[PartnerBody, Sequence[Partner]]]:
        """Yield partners with the body that they get, some at a time, but who has the packet already."""
        waiting: dict[frozenset[str], list[Partner]] = {}
        for partner in partners:
            parts = frozenset(partner.parts)
            body = self._body_for(parts)
            if body is None:
                said = "with these parts the packet has errors, which are told beside this"
                self._refused.append((partner, (codes.NO_PACKET.at(partner.row, said, "ask for other parts"),)))
            elif self._has(partner, body):
                self._unchanged += 1
            else:
                lot = waiting.setdefault(parts, [])
                lot.append(partner)
                if len(lot) == AT_A_TIME:
                    yield body, waiting.pop(parts)
        for parts, lot in waiting.items():
            body = self._body_for(parts)
            if body is not None:
                yield body, lot

    def _has(self, partner: Partner, body: PartnerBody) -> bool:
        """Return whether ``partner`` was sent this very packet, and its file is still there."""
        last = self._record.last(partner.key, body.slug)
        return last is not None and last.content == content_digest(partner, body.digest) and self._record.is_there(last)

    def _keep(self, body: PartnerBody, packets: Sequence[PartnerPacket]) -> None:
        """Put good packets in place: entered as begun, written, entered as done."""
        good = [one for one in packets if one.good]
        for one in packets:
            if one.good:
                self._findings += one.findings
            else:
                self._refused.append((one.partner, one.findings))
        run = self._run_of(body)
        paths = [self._folder / f"{self._record.file_stem(one.partner)}.{body.slug}.pdf" for one in good]
        self._record.begin(run, [self._sending(body, one, path) for one, path in zip(good, paths, strict=True)])
        for one, path in zip(good, paths, strict=True):
            with private_file(path) as file:
                file.write(body.body.data)
                file.write(one.appended)
            self._made += 1
            self._size += len(body.body.data) + len(one.appended)
            self._placed(PlacedPacket(one.partner, body, path))
        self._record.done(run, [one.partner.key for one in good])

    def _run_of(self, body: PartnerBody) -> str:
        """Return the id of the run in the record, entered once for each body."""
        if body.digest not in self._runs:
            self._runs[body.digest] = self._record.begin_run(body.slug, body.version, _words(body))
        return self._runs[body.digest]

    def _sending(self, body: PartnerBody, one: PartnerPacket, path: Path) -> Sending:
        content, words = content_digest(one.partner, body.digest), words_digest(_words(body))
        return Sending.to(
            one.partner, body.slug, body.version, content=content, words=words, sha256=one.sha256, file=str(path), final=not body.proof
        )  # fmt: skip


def _words(body: PartnerBody) -> Mapping[str, Sequence[str]]:
    return {name: (digest,) for name, digest in body.words.items()}
