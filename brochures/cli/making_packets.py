"""Making packets: the bodies for the choices of parts in a list, the run over it, and the kit, as the command packets asks for them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from brochures.cli.making import started
from brochures.cli.progress import PacketBar
from brochures.findings import Finding
from brochures.project.edition import Edition
from brochures.project.paths import Project

if TYPE_CHECKING:
    from brochures.partners import PacketOrder, SendingRecord
    from brochures.partners.bodies import PartnerBody
    from brochures.partners.fax_list import FaxList
    from brochures.partners.kit import DeliveryKit
    from brochures.partners.lots import PacketHands
    from brochures.partners.order import PlannedPacket
    from brochures.partners.print_runs import PrintRuns
    from brochures.partners.run import PlacedPacket, RunReport

Parts = frozenset[str]


@dataclass(frozen=True)
class PacketBodies:
    """The packet typeset for each choice of parts, for the screen (or a fax machine) and for paper, and what was found in them."""

    sent: Mapping[Parts, PartnerBody]
    paper: Mapping[Parts, PartnerBody]
    findings: tuple[Finding, ...]
    files: tuple[Any, ...]


def bodies_for(project: Project, order: PacketOrder, choices: Iterable[Parts]) -> PacketBodies:
    """Typeset the packet of ``order`` once for each of ``choices``; one with an error has no body."""
    from brochures.findings import BrochureError
    from brochures.partners.bodies import partner_body
    from brochures.pipeline import Order
    from brochures.resolve.addressed import Addressed

    sent = Edition.FAX if order.faxed else Edition.SCREEN
    editions = (sent, Edition.DESK) if order.kit and not order.faxed else (sent,)
    made: dict[Edition, dict[Parts, PartnerBody]] = {sent: {}, Edition.DESK: {}}
    findings: dict[Finding, None] = {}
    files: list[Any] = []
    for parts in sorted(choices, key=sorted):
        wanted = Order((order.packet,), editions, order.release, force=True, publish=False, addressed=Addressed(parts))
        report = started(partial(_built, project, wanted))
        findings |= dict.fromkeys(report.findings)
        if any(finding.is_error for finding in report.findings):
            continue
        try:
            for file in report.files:
                made[file.composition.edition][parts] = partner_body(file, project.styles)
                files.append(file)
        except BrochureError as refused:
            findings |= dict.fromkeys(refused.findings)
            made[sent].pop(parts, None)
    return PacketBodies(made[sent], made[Edition.DESK], tuple(findings), tuple(files))


def _built(project: Project, wanted: Any, start: Any, tell: Any) -> Any:
    from brochures.pipeline import build

    return build(project, wanted, start, tell)


@contextmanager
def hands_for(order: PacketOrder, bodies: Mapping[Parts, PartnerBody]) -> Iterator[PacketHands]:
    """Open who makes the packets: processes of this machine, or the cluster that ``order`` names."""
    from brochures.partners.lots import PacketHands, cluster
    from brochures.partners.making import packets_for
    from brochures.production.forked import forked

    held = {body.digest: body for body in bodies.values()}
    if order.scheduler:
        with cluster(order.scheduler, held) as hands:
            yield hands
        return
    with forked(packets_for, held, order.jobs) as processes:
        yield PacketHands(processes.submit, processes.count)


def run_packets(
    order: PacketOrder,
    bodies: PacketBodies,
    record: SendingRecord,
    planned: Iterable[PlannedPacket],
    count: int,
    words: tuple[str, Mapping[str, Sequence[str]]],
) -> tuple[RunReport, tuple[str, ...]]:
    """Make what is ``planned``, ``count`` packets, and the kit. Return what became of it, and a line for each thing that lies ready."""
    from brochures.partners.fax_list import fax_list
    from brochures.partners.run import PacketNow, PartnerRun

    version, said = words
    proof = any(body.proof for body in bodies.sent.values())
    with ExitStack() as opened:
        kit, runs = _kit(order, bodies, opened) if not order.faxed else (None, None)
        faxes = opened.enter_context(fax_list(order.to)) if order.faxed else None
        packet = PacketNow(order.packet, version, said, not proof)
        run = PartnerRun(order.to, record, packet, bodies.sent, partial(_placed, (kit, runs, faxes), PacketBar(count)))
        report = run.make(planned, opened.enter_context(hands_for(order, bodies.sent)))
    return report, tuple(_lines(order, runs, report, proof=proof))


def _kit(order: PacketOrder, bodies: PacketBodies, opened: ExitStack) -> tuple[DeliveryKit | None, PrintRuns | None]:
    """Return the kit of the run, which is complete when ``opened`` is closed, and its print runs; none where none is wanted."""
    from brochures.partners.drafts import DraftWords
    from brochures.partners.kit import delivery_kit
    from brochures.partners.print_runs import PrintRuns

    if not order.kit or not bodies.files:
        return None, None
    job, proof = bodies.files[0].composition.job, bodies.files[0].composition.proof
    clinic = {name: fact.value for name, fact in job.clinic.items()}
    words = DraftWords.of(
        job.labels, clinic, title=job.title, version=job.version, dated=job.dated, lead=job.lead, proof=proof
    )
    kit = opened.enter_context(delivery_kit(order.to, words))
    return kit, PrintRuns(order.to, job.labels["mail.separator"], bodies.paper)


def _placed(
    beside: tuple[DeliveryKit | None, PrintRuns | None, FaxList | None], bar: PacketBar, placed: PlacedPacket
) -> None:
    """Add what goes with a packet that is in place."""
    kit, runs, faxes = beside
    if faxes is not None:
        faxes.add(placed.partner, placed.path.name, placed.body.body.pages)
    if kit is not None and runs is not None:
        kit.add(placed.partner, placed.path.name, placed.path.read_bytes())
        runs.add(placed.partner)
    bar()


def _lines(order: PacketOrder, runs: PrintRuns | None, report: RunReport, *, proof: bool) -> Iterator[str]:
    """Yield what lies ready, in words."""
    state = "proof, not for partners" if proof else "final"
    yield f"{order.to}: {report.made} packets made ({report.size / 1e6:.1f} MB, {state}), {report.unchanged} unchanged"
    if order.faxed and report.made:
        yield f"{order.to}: fax-list.csv for the fax machine or service; nothing is sent from here"
    if runs is not None and report.made:
        yield f"{order.to}: drafts (.eml) for partners with an e-mail address, mail-list.csv for the post; nothing is sent from here"
        yield from (f"{path}: for the clinic's own printer, on both sides" for path in runs.write())
