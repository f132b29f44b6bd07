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
from brochures.partners.lots import AT_A_TIME, Lot, PacketHands
from brochures.partners.making import PartnerPacket, fax_files
from brochures.partners.order import PlannedPacket
from brochures.partners.partner import Partner
from brochures.partners.record import SendingRecord, Words, words_digest
from brochures.partners.sending import Sending
from brochures.project.atomic import sweep
from brochures.project.edition import Edition
from brochures.project.private_files import private_file, private_folder


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


@dataclass(frozen=True)
class PacketNow:
    """The packet as it is now, for the record: its name and version, its words thing by thing, and whether it is final."""

    slug: str
    version: str
    words: Words
    final: bool


class PartnerRun:
    """One run: where files go, the record, who works, and who hears of each packet that is in place."""

    def __init__(
        self,
        folder: Path,
        record: SendingRecord,
        packet: PacketNow,
        bodies: Mapping[frozenset[str], PartnerBody],
        placed: Callable[[PlacedPacket], None] = lambda _: None,
    ) -> None:
        """Run into ``folder`` with the body for each choice of parts; ``placed`` hears of each packet when it is in place."""
        self._folder, self._record, self._packet, self._bodies, self._placed = folder, record, packet, bodies, placed
        self._words, self._run = words_digest(packet.words), ""
        self._made = self._unchanged = self._size = 0
        self._findings: list[Finding] = []
        self._refused: list[tuple[Partner, tuple[Finding, ...]]] = []
        self._contents: dict[str, str] = {}

    def make(self, planned: Iterable[PlannedPacket], hands: PacketHands) -> RunReport:
        """Let ``hands`` make what is ``planned``. Raise ``BrochureError`` where the system refuses to write; what is in place stays."""
        private_folder(self._folder)
        sweep(self._folder)
        for body, packets in hands.make(self._lots(planned)):
            self._keep(body, packets)
        return RunReport(self._made, self._unchanged, self._size, tuple(self._findings), tuple(self._refused))

    def _lots(self, planned: Iterable[PlannedPacket]) -> Iterator[Lot]:
        """Yield partners with the body that they get, some at a time, but who has the packet already."""
        waiting: dict[frozenset[str], list[Partner]] = {}
        for one in planned:
            parts = frozenset(one.partner.parts)
            if not one.is_to_make:
                self._unchanged += 1
            elif parts not in self._bodies:
                said = "with these parts the packet has errors, which are told beside this"
                told = codes.NO_PACKET.at(one.partner.row, said, "ask for other parts")
                self._refused.append((one.partner, (told,)))
            else:
                self._contents[one.partner.key] = one.content
                lot = waiting.setdefault(parts, [])
                lot.append(one.partner)
                if len(lot) == AT_A_TIME:
                    yield self._bodies[parts], waiting.pop(parts)
        yield from ((self._bodies[parts], lot) for parts, lot in waiting.items())

    def _keep(self, body: PartnerBody, packets: Sequence[PartnerPacket]) -> None:
        """Put good packets in place: entered as begun, written, entered as done."""
        good = [one for one in packets if one.good]
        self._findings += (finding for one in good for finding in one.findings)
        self._refused += ((one.partner, one.findings) for one in packets if not one.good)
        if not good:
            return
        stems = [self._folder / f"{self._record.file_stem(one.partner)}.{body.slug}" for one in good]
        paths = [stem.with_name(f"{stem.name}{'.fax' if body.faxed else ''}.pdf") for stem in stems]
        self._record.begin(self._id(), [self._sending(one, path) for one, path in zip(good, paths, strict=True)])
        for one, stem, path in zip(good, stems, paths, strict=True):
            for raster, data in zip(Edition.FAX.beside, fax_files(body, one), strict=False):
                with private_file(stem.with_name(f"{stem.name}.{raster}.tif")) as file:
                    file.write(data)
                self._size += len(data)
            with private_file(path) as file:
                file.write(body.body.data)
                file.write(one.appended)
            self._made += 1
            self._size += len(body.body.data) + len(one.appended)
            self._placed(PlacedPacket(one.partner, body, path))
        self._record.done(self._id(), [one.partner.key for one in good])

    def _id(self) -> str:
        """Return the id of the run in the record: a run that makes nothing is not entered."""
        packet = self._packet
        self._run = self._run or self._record.begin_run(packet.slug, packet.version, packet.words)
        return self._run

    def _sending(self, one: PartnerPacket, path: Path) -> Sending:
        packet, content = self._packet, self._contents.pop(one.partner.key)
        return Sending.to(
            one.partner, packet.slug, packet.version, content=content, words=self._words, sha256=one.sha256, file=str(path),
            final=packet.final,
        )  # fmt: skip
