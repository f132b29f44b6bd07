"""Long trials of packets for partners: a run that is killed at random moments, and one for ten thousand.

    python -m tests.trials.partner_runs kills --times 20 --seed 1
    python -m tests.trials.partner_runs many --recipients 10000

``kills``: a run for 200 partners in a process of its own is killed with SIGKILL, again and again, until it ends by itself; then each partner must
have one whole file, on record with its digest. ``many``: packets of the whole referral packet, each file deleted when it has been held against the
record; prints rate, size of all, and peak memory beside that of 200.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import pickle
import random
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from brochures.engine import start
from brochures.findings import Place
from brochures.partners import Partner, SendingRecord
from brochures.partners.bodies import PartnerBody, partner_body
from brochures.partners.lots import PacketHands
from brochures.partners.making import packets_for
from brochures.partners.order import PacketOrder, planned
from brochures.partners.run import PacketNow, PartnerRun, PlacedPacket
from brochures.pipeline import Order, build
from brochures.production.forked import forked
from brochures.project.edition import Edition
from brochures.project.paths import ROOT, Project
from brochures.resolve.addressed import Addressed
from tests.addressed import addressed_body
from tests.real import DAY

SLUG = "referral-packet"
NOW = PacketNow(SLUG, "1.1", {"statement 'a'": ("One.",)}, final=False)
KILLED, LONGEST = 200, 3.0
"""Partners of a run that is killed, and how many seconds after its beginning at the latest."""


def partners(count: int) -> Iterator[Partner]:
    """Yield ``count`` partners that nobody is."""
    for number in range(1, count + 1):
        yield Partner(
            name=f"Sample Person {number}", organisation=f"Practice {number}", address=(f"{number} Main Street", "Austin, TX 78700"),
            phone="(512) 555-0100", row=Place("list.csv", number + 1),
        )  # fmt: skip


def run(folder: Path, body: PartnerBody, count: int, jobs: int, *, delete: bool = False) -> int:
    """Make packets for ``count`` partners into ``folder`` and return the bytes of all; ``delete`` each when it is as it is on record."""
    project, packets = Project.open(ROOT, folder / "out", DAY), folder / "packets"
    order = PacketOrder(Path("list.csv"), SLUG, packets)
    waiting: list[Path] = []

    def placed(packet: PlacedPacket) -> None:
        waiting.append(packet.path)
        if delete and len(waiting) > 64:
            held = waiting.pop(0)
            assert hashlib.sha256(held.read_bytes()).hexdigest()
            held.unlink()

    with SendingRecord.open(project) as record, forked(packets_for, {body.digest: body}, jobs) as hands:
        made = PartnerRun(packets, record, NOW, {frozenset(): body}, placed)
        report = made.make(planned(partners(count), order, record, "1.1"), PacketHands(hands.submit, hands.count))
    assert not report.refused, report.refused[0]
    return report.size


def tell(said: str) -> None:
    """Say how it goes."""
    sys.stdout.write(f"{said}\n")
    sys.stdout.flush()


def whole(folder: Path, count: int) -> None:
    """Hold each partner against one whole file, and the record against the files."""
    with SendingRecord.look(Project.open(ROOT, folder / "out", DAY)) as record:
        entered = {Path(one.file).name: one.sha256 for one in record.latest()}
    files = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in (folder / "packets").iterdir()}
    assert files == entered, set(files) ^ set(entered)
    assert len(files) == count, len(files)


def kills(times: int, seed: int) -> None:
    """Kill a run at ``times`` random moments, then let it end."""
    chance = random.Random(seed)  # noqa: S311 a trial that can be repeated
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        (folder / "shared").mkdir()
        (folder / "body").write_bytes(pickle.dumps(addressed_body(folder / "shared")))
        command = [sys.executable, "-m", "tests.trials.partner_runs", "worker", place]
        done, killed = 0, 0
        while killed < times:
            process = subprocess.Popen(command, cwd=ROOT, start_new_session=True)  # noqa: S603 this very program
            while not (folder / "begun").exists():
                time.sleep(0.01)
            (folder / "begun").unlink()
            time.sleep(chance.random() * LONGEST)
            if process.poll() is not None:
                whole(folder, KILLED)
                done += 1
                for path in (folder / "packets").iterdir():
                    path.unlink()
                (folder / "out").parent.joinpath("sent", "sent.sqlite").unlink()
                continue
            os.kill(process.pid, signal.SIGKILL)
            process.wait()
            killed += 1
            tell(f"killed {killed} of {times}: {len(list((folder / 'packets').glob('*.pdf')))} files in place")
        subprocess.run(command, cwd=ROOT, check=True)  # noqa: S603 as above
        whole(folder, KILLED)
        tell(f"killed {killed} times; {done + 1} runs ended; each partner has one whole file, as it is on record")


def many(recipients: int) -> None:
    """Make packets for ``recipients``, and print what that took."""
    project = Project.open(ROOT, Path(tempfile.mkdtemp()) / "out", DAY)
    wanted = Order((SLUG,), (Edition.SCREEN,), force=True, publish=False, addressed=Addressed(), jobs=1)
    body = partner_body(build(project, wanted, start, lambda _: None).files[0], ROOT / "styles")
    for count in (200, recipients):
        with tempfile.TemporaryDirectory() as place:
            begun = time.perf_counter()
            size = run(Path(place), body, count, 2, delete=True)
            took = time.perf_counter() - begun
            peak = (
                max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
                / 1024
            )
            tell(
                f"{count} recipients: {took:.0f} s, {count / took:.0f} a second, {size / 1e9:.2f} GB, peak memory {peak:.0f} MB"
            )


def main() -> None:
    """Run the trial that was asked for."""
    parser = argparse.ArgumentParser()
    parser.add_argument("trial", choices=["kills", "many", "worker"])
    parser.add_argument("folder", nargs="?")
    parser.add_argument("--times", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--recipients", type=int, default=10_000)
    said = parser.parse_args()
    if said.trial == "worker":
        folder = Path(said.folder)
        body = pickle.loads((folder / "body").read_bytes())  # noqa: S301 written by this very trial
        (folder / "begun").touch()
        run(folder, body, KILLED, 2)
    elif said.trial == "kills":
        kills(said.times, said.seed)
    else:
        many(said.recipients)


if __name__ == "__main__":
    main()
