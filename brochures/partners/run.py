"""The run: a packet for each partner of a list, in place whole or not at all, and entered in the sending record.

A run that is killed at any moment goes on where it stopped: what was entered as begun is settled by its bytes when the record is opened,
and who has the packet already gets none. Files are written by the process that holds the record, whoever made them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from brochures.findings import Finding, codes
from brochures.partners.bodies import PartnerBody
from brochures.partners.hands import AT_A_TIME, Hands
from brochures.partners.making import PartnerPacket
from brochures.partners.partner import Partner
from brochures.partners.record import SendingRecord, words_digest
from brochures.partners.sending import Sending, content_digest
from brochures.project.atomic import sweep
from brochures.project.private_files import private_file, private_folder

BodyFor = Callable[[frozenset[str]], PartnerBody | None]
"""Returns the body for a choice of parts; None where it has errors, which are told elsewhere."""


@dataclass
class RunReport:
    """What became of a run: how many packets of each kind, what was found, and the partners whose rows are set aside, with why."""

    made: int = 0
    unchanged: int = 0
    bytes: int = 0
    findings: list[Finding] = field(default_factory=list)
    refused: list[tuple[Partner, tuple[Finding, ...]]] = field(default_factory=list)
    choices: Counter[frozenset[str]] = field(default_factory=Counter)


@dataclass
class Run:
    """One run: where files go, the record, who works, and who hears of each packet that is in place."""

    folder: Path
    record: SendingRecord
    hands: Hands
    body_for: BodyFor
    placed: Callable[[Partner, PartnerBody, PartnerPacket, Path], None] = lambda *_: None
    tell: Callable[[int], None] = lambda _: None
    _runs: dict[str, str] = field(default_factory=dict)

    def make(self, partners: Iterable[Partner]) -> RunReport:
        """Make what ``partners`` do not have yet. Raise ``BrochureError`` where the system refuses to write; what is in place stays."""
        report = RunReport()
        private_folder(self.folder)
        sweep(self.folder)
        for body, packets in self.hands.make(self._lots(partners, report)):
            self._keep(body, packets, report)
            self.tell(report.made)
        return report

    def _lots(self, partners: Iterable[Partner], report: RunReport) -> Iterator[tuple[PartnerBody, Sequence[Partner]]]:
        """Yield partners with the body that they get, some at a time, but who has the packet already."""
        waiting: dict[frozenset[str], list[Partner]] = {}
        for partner in partners:
            parts = frozenset(partner.parts)
            body = self.body_for(parts)
            if body is None:
                said = "with these parts the packet has errors, which are told beside this"
                report.refused.append((partner, (codes.NO_PACKET.at(partner.row, said, "ask for other parts"),)))
            elif self._has(partner, body):
                report.unchanged += 1
            else:
                lot = waiting.setdefault(parts, [])
                lot.append(partner)
                if len(lot) == AT_A_TIME:
                    yield body, waiting.pop(parts)
        for parts, lot in waiting.items():
            body = self.body_for(parts)
            if body is not None:
                yield body, lot

    def _has(self, partner: Partner, body: PartnerBody) -> bool:
        """Return whether ``partner`` was sent this very packet, and its file is still there."""
        last = self.record.last(partner.key, body.slug)
        return last is not None and last.content == content_digest(partner, body.digest) and self.record.is_there(last)

    def _keep(self, body: PartnerBody, packets: Sequence[PartnerPacket], report: RunReport) -> None:
        """Put good packets in place: entered as begun, written, entered as done."""
        good = [one for one in packets if one.good]
        for one in packets:
            if one.good:
                report.findings += one.findings
            else:
                report.refused.append((one.partner, one.findings))
        run = self._run_of(body)
        paths = [self.folder / f"{self.record.file_stem(one.partner)}.{body.slug}.pdf" for one in good]
        self.record.begin(run, [self._sending(body, one, path) for one, path in zip(good, paths, strict=True)])
        for one, path in zip(good, paths, strict=True):
            with private_file(path) as file:
                file.write(body.body.data)
                file.write(one.appended)
            report.made += 1
            report.bytes += len(body.body.data) + len(one.appended)
            report.choices[frozenset(one.partner.parts)] += 1
            self.placed(one.partner, body, one, path)
        self.record.done(run, [one.partner.key for one in good])

    def _run_of(self, body: PartnerBody) -> str:
        """Return the id of the run in the record, entered once for each body."""
        if body.digest not in self._runs:
            self._runs[body.digest] = self.record.begin_run(body.slug, body.version, _words(body))
        return self._runs[body.digest]

    def _sending(self, body: PartnerBody, one: PartnerPacket, path: Path) -> Sending:
        content, words = content_digest(one.partner, body.digest), words_digest(_words(body))
        return Sending.to(
            one.partner, body.slug, body.version, content=content, words=words, sha256=one.sha256, file=str(path), final=not body.proof
        )  # fmt: skip


def _words(body: PartnerBody) -> Mapping[str, Sequence[str]]:
    return {name: (digest,) for name, digest in body.words.items()}
