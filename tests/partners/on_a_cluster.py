"""A run of packets on a cluster of this machine, one of whose workers is killed while it works.

    python -m tests.partners.on_a_cluster FOLDER BODY RECIPIENTS

A process of its own: a cluster needs the loopback, which no other test may use. Prints how many packets are in place, and how many workers were lost.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from distributed import LocalCluster

from brochures.partners.lots import cluster
from brochures.partners.order import PacketOrder, planned
from brochures.partners.record import SendingRecord
from brochures.partners.run import PartnerRun, PlacedPacket
from brochures.project.paths import ROOT, Project
from tests.partners.test_run import ALL, NOW, SLUG, sample_partners
from tests.real import DAY


def main(folder: Path, body_file: Path, count: int) -> None:
    """Run for ``count`` partners; when the first packets are in place, kill a worker."""
    body = pickle.loads(body_file.read_bytes())  # noqa: S301 written by the test
    project = Project.open(ROOT, folder / "out", DAY)
    order = PacketOrder(Path("list.csv"), SLUG, folder / "packets")
    made: Callable[..., Any] = LocalCluster
    with made(n_workers=2, threads_per_worker=1, dashboard_address=None) as machines:
        victims = [worker.process.pid for worker in machines.workers.values()]
        lost: list[int] = []

        def placed(_: PlacedPacket) -> None:
            if not lost:
                lost.append(victims[0])
                os.kill(victims[0], signal.SIGKILL)

        with SendingRecord.open(project) as record, cluster(machines.scheduler_address, {body.digest: body}) as hands:
            run = PartnerRun(folder / "packets", record, NOW, {ALL: body}, placed)
            report = run.make(planned(sample_partners(count), order, record, NOW.version), hands)
    sys.stdout.write(f"{report.made} made, {len(report.refused)} refused, {len(lost)} workers lost\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
