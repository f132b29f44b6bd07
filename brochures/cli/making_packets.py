"""Making packets: the bodies for the choices of parts in a list, the run over it, and the kit, as the command packets asks for them."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

import click

from brochures.cli.making import started
from brochures.findings import Finding
from brochures.project.edition import Edition
from brochures.project.paths import Project

if TYPE_CHECKING:
    from brochures.partners import PacketOrder, SendingRecord
    from brochures.partners.bodies import PartnerBody
    from brochures.partners.kit import Kit
    from brochures.partners.lots import PacketHands
    from brochures.partners.order import PlannedPacket
    from brochures.partners.run import RunReport

Parts = frozenset[str]


@dataclass(frozen=True)
class PacketBodies:
    """The packet typeset for each choice of parts, for the screen and for paper, and what was found in them."""

    screen: Mapping[Parts, PartnerBody]
    paper: Mapping[Parts, PartnerBody]
    findings: tuple[Finding, ...]
    files: tuple[Any, ...]


def bodies_for(project: Project, order: PacketOrder, choices: Iterable[Parts]) -> PacketBodies:
    """Typeset the packet of ``order`` once for each of ``choices``; one with an error has no body."""
    from brochures.findings import BrochureError
    from brochures.partners.bodies import partner_body
    from brochures.pipeline import Order
    from brochures.resolve.addressed import Addressed

    editions = (Edition.SCREEN, Edition.DESK) if order.kit else (Edition.SCREEN,)
    made: dict[Edition, dict[Parts, PartnerBody]] = {Edition.SCREEN: {}, Edition.DESK: {}}
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
            made[Edition.SCREEN].pop(parts, None)
    return PacketBodies(made[Edition.SCREEN], made[Edition.DESK], tuple(findings), tuple(files))


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
    from brochures.partners.run import PacketNow, PartnerRun

    version, said = words
    proof = any(body.proof for body in bodies.screen.values())
    with ExitStack() as open_things:
        kit = open_things.enter_context(_kit(order, bodies))
        bar: Any = open_things.enter_context(
            click.progressbar(length=count, label="packets", show_pos=True, file=sys.stderr)
        )
        run = PartnerRun(
            order.to, record, PacketNow(order.packet, version, said, not proof), bodies.screen, _placed(kit, bar)
        )
        report = run.make(planned, open_things.enter_context(hands_for(order, bodies.screen)))
        lines = tuple(_lines(order, kit, report, proof=proof))
    return report, lines


def _kit(order: PacketOrder, bodies: PacketBodies) -> AbstractContextManager[Kit | None]:
    from brochures.partners.drafts import DraftWords
    from brochures.partners.kit import KitWords, kit

    if not order.kit or not bodies.files:
        return nullcontext()
    job = bodies.files[0].composition.job
    clinic = {name: fact.value for name, fact in job.clinic.items()}
    proof = bodies.files[0].composition.proof
    words = DraftWords.of(
        job.labels, clinic, title=job.title, version=job.version, dated=job.dated, lead=job.lead, proof=proof
    )
    return kit(order.to, KitWords(words, job.labels["mail.separator"]), bodies.paper)


def _placed(kit: Kit | None, bar: Any) -> Callable[[Any], None]:
    def placed(packet: Any) -> None:
        if kit is not None:
            kit.add(packet)
        bar.update(1)

    return placed


def _lines(order: PacketOrder, kit: Kit | None, report: RunReport, *, proof: bool) -> Iterator[str]:
    """Yield what lies ready, in words."""
    state = "proof, not for partners" if proof else "final"
    yield f"{order.to}: {report.made} packets made ({report.size / 1e6:.1f} MB, {state}), {report.unchanged} unchanged"
    if kit is not None:
        if kit.drafts:
            yield f"{order.to / 'drafts'}: {kit.drafts} e-mail drafts; nothing is sent before you open and send them"
        for path in kit.print_runs():
            yield f"{path}: for the clinic's own printer, on both sides"
