"""Packets for partners: what one more recipient takes, against a packet that is typeset whole for them, by the engine and by Typst.

    .venv/bin/python -m benchmarks.partner_packets [RECIPIENTS]

Each figure is processor time of this process, the body made before. Files go to a temporary folder and are deleted as they are measured.
Typst sets the words of the packet, page by page, without pictures, tags, fields and links.
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future
from pathlib import Path
from typing import Any

import pypdfium2
import typst

from benchmarks.timing import ROOT
from brochures.engine import start
from brochures.partners import Partner
from brochures.partners.bodies import PartnerBody, partner_body
from brochures.partners.lots import AT_A_TIME
from brochures.partners.making import packet_for, packets_for
from brochures.partners.words import words_of
from brochures.pdf.file import File
from brochures.pdf.partner_words import appended_words
from brochures.pdf.print_run import PartnerCopy, print_run
from brochures.pipeline import Order, build
from brochures.production.forked import forked
from brochures.project.edition import Edition
from brochures.project.paths import Project
from brochures.resolve.addressed import HELD, Addressed, Slot

SLUG = "referral-packet"
GOALS = {Edition.DESK: 25.0, Edition.SCREEN: 40.0}
"""Processor time for one more recipient, in ms: without fields, and tagged with fields."""


def partners(count: int) -> Iterator[Partner]:
    """Yield ``count`` partners that nobody is; each ninth has letters that only the second face has."""
    for number in range(1, count + 1):
        name = f"Nguyễn Văn {number}" if number % 9 == 0 else f"Sample Person {number}"
        yield Partner(
            name=name, credential="MD", organisation=f"Sample Practice {number}", address=(f"{number} Main Street", "Austin, TX 78700"),
            phone="(512) 555-0100", fax="(512) 555-0101", email=f"person{number}@example.org",
        )  # fmt: skip


def made(project: Project, edition: Edition, addressed: Addressed) -> tuple[File, float]:
    """Return the packet, judged, and the seconds of processor time that it took."""
    begun = time.process_time()
    report = build(
        project,
        Order((SLUG,), (edition,), force=True, publish=False, addressed=addressed, jobs=1),
        start,
        lambda _: None,
    )
    return report.files[0], time.process_time() - begun


def each(work: Callable[[Partner], Any], count: int) -> float:
    """Return the milliseconds of processor time that ``work`` takes for one of ``count`` partners."""
    whole = [*partners(count)]
    begun = time.process_time()
    for one in whole:
        work(one)
    return (time.process_time() - begun) / count * 1000


def one_more(body: PartnerBody, edition: Edition, count: int, alone: File) -> None:
    """Print what one more recipient takes, the checks of each file apart, and how large each file is."""

    def make(partner: Partner) -> None:
        words, _ = words_of(body.body, partner, body.fields, body.salutation)
        appended_words(body.body, words)

    with tempfile.TemporaryDirectory() as folder:
        sizes: list[int] = []

        def write(partner: Partner) -> None:
            words, _ = words_of(body.body, partner, body.fields, body.salutation)
            data = body.body.data + appended_words(body.body, words)
            path = Path(folder) / "one.pdf"
            path.write_bytes(data)
            sizes.append(path.stat().st_size)

        making, writing = each(make, count), each(write, count)
    checked = each(lambda partner: packet_for(body, partner), count)
    print(
        f"{edition}: made {making:.1f} ms, written {writing:.1f} ms (goal: {GOALS[edition]:g}), checks {checked - making:.1f} ms more"
    )
    print(f"{edition}: largest file {max(sizes) / len(alone.data):.3f} of one that is typeset alone (goal: 1.05)")


def by_typst(file: File, count: int) -> float:
    """Return the milliseconds that Typst takes to set the words of ``file`` whole for each of ``count`` partners."""
    document = pypdfium2.PdfDocument(file.data)
    pages = [page.get_textpage().get_text_range() for page in document]
    held = [line for lines in HELD.values() for line in lines]
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "packet.typ"
        body = "\n#pagebreak()\n".join(_typst(page, held) for page in pages)
        source.write_text(
            f'#set page(paper: "us-letter", margin: 0.75in)\n#set text(size: 9pt)\n{body}\n', encoding="utf-8"
        )
        compiler = typst.Compiler(source)
        return each(lambda one: compiler.compile(sys_inputs={"name": one.name}), count)


def _typst(page: str, held: Sequence[str]) -> str:
    """Return the words of a page as Typst takes them, the partner's name where words held its place."""
    said = "".join(f"\\{sign}" if sign in r"\#$*_`<>@=-+/[]~'\"" else sign for sign in page)
    for words in held:
        said = said.replace(words, "#sys.inputs.name")
    return said


def wall(body: PartnerBody, count: int, jobs: int) -> float:
    """Return the seconds on the clock that ``jobs`` processes take for ``count`` packets, checked."""
    whole = [*partners(count)]
    lots = [whole[at : at + AT_A_TIME] for at in range(0, count, AT_A_TIME)]
    begun = time.perf_counter()
    with forked(packets_for, {body.digest: body}, jobs) as hands:
        waiting: list[Future[Any]] = [hands.submit(body.digest, lot) for lot in lots]
        for one in waiting:
            one.result()
    return time.perf_counter() - begun


def main() -> None:
    """Compare."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    lines: Mapping[Slot, tuple[str, ...]] = {
        Slot.COVER: ("Sample Person 1, MD", "Sample Practice 1"),
        Slot.ADDRESS: ("Sample Person 1, MD", "Sample Practice 1", "1 Main Street", "Austin, TX 78700"),
        Slot.SALUTATION: ("Dear colleague:",),
    }
    with tempfile.TemporaryDirectory() as folder:
        project = Project.open(ROOT, Path(folder) / "out")
        for edition in (Edition.DESK, Edition.SCREEN):
            file, took = made(project, edition, Addressed())
            alone, took_alone = made(project, edition, Addressed(lines=lines))
            body = partner_body(file, ROOT / "styles")
            print(
                f"{edition}: body {took:.1f} s, {body.body.pages} pages; a packet typeset whole for one partner {took_alone:.1f} s"
            )
            one_more(body, edition, count, alone)
            if edition is Edition.DESK:
                copies = [
                    PartnerCopy(words_of(body.body, one, {}, body.salutation)[0], (one.organisation,))
                    for one in partners(count)
                ]
                joined = sum(len(body.body.data) + len(appended_words(body.body, one.words)) for one in copies)
                print(
                    f"print run of {count}: {len(print_run(body.body, copies)) / joined:.4f} of the joined files (goal: 0.02)"
                )
            else:
                print(f"Typst, the same words whole for each partner: {by_typst(file, min(count, 50)):.1f} ms")
                one, two = wall(body, count, 1), wall(body, count, 2)
                print(f"two processes: {one / two:.2f} times as fast as one (goal: 1.7)")
    print(f"peak memory of this process: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
