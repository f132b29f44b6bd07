"""Partner packets: the command packets, for a list of those who get one with their name on it."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from brochures.cli import requests
from brochures.cli.arguments import ROOT, Command, Folder, examples
from brochures.cli.telling import refusing, show
from brochures.findings import Finding, Severity, UsageError, report
from brochures.findings.suggest import closest
from brochures.project.paths import NoPlaceForFilesError, Project

if TYPE_CHECKING:
    from brochures.partners import PacketList, PacketOrder, Partner, PartnerRow

NEW = "new"
"""The word in place of a list that asks for a sample."""

FOLDER = "packets"
"""Where packets for partners go, below ``out/``."""

SET_ASIDE = "set aside"
COUNTED = ("new", "changed", "unchanged", SET_ASIDE)
"""What is counted of a list, in the order in which it is told."""

MOST_SHOWN, MOST_OF_A_CODE = 500, 100
"""Rows, and findings of each code, that are printed; the others are counted, and stand in the file of those that were set aside."""


@click.command(
    name="packets",
    cls=Command,
    epilog=examples(
        "packets new",
        "packets partners.csv --dry-run",
        "packets partners.csv --limit 3 --to sample",
        "packets partners.csv --for fax",
        "packets partners.csv --release",
    ),
)
@click.argument("source", metavar="LIST|new", type=click.Path(path_type=Path))
@click.option("--packet", "slug", metavar="SLUG", help="Which packet, where several have a 'partners' block.")
@click.option("--dry-run", is_flag=True, help="Only show what would be made; nothing is written.")
@click.option("--only", default="", metavar="TEXT", help="Only partners whose name or organization holds this text.")
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="Make at most so many packets.")
@click.option("--only-changed", is_flag=True, help="Only for partners whose packet would be another one now.")
@click.option("--release", is_flag=True, help="Refuse a packet that lacks clinic facts or a signed review.")
@click.option("--to", "target", type=Folder(), help="Where packets go (out/packets in the root).")
@click.option("--jobs", type=click.IntRange(min=1), help="How many files at a time (one for each processor).")
@click.option("--scheduler", default="", metavar="ADDRESS", help="Let the machines of this scheduler make them.")
@click.option(
    "--for", "edition", type=click.Choice(["screen", "fax"]), default="screen",
    help="What it is made for: e-mail and the post, or a fax machine.",
)  # fmt: skip
@click.option("--no-kit", is_flag=True, help="Leave out the drafts and the mail list.")
@click.option("--xlsx", is_flag=True, help="With 'new': a sample workbook in place of CSV.")
@ROOT
def packets(
    source: Path, slug: str | None, dry_run: bool, only: str, limit: int | None, only_changed: bool, release: bool,
    target: Path | None, jobs: int | None, scheduler: str, edition: str, no_kit: bool, xlsx: bool, root: Path | None,
) -> None:  # fmt: skip
    """Make a packet for each partner of a LIST (CSV, XLSX or YAML), with their name on it; 'new' writes a sample list."""
    gc.enable()  # it may take long
    from brochures.load.catalogue import load
    from brochures.partners import PacketOrder

    project = Project.open(root, None)
    with refusing():
        catalogue = load(project)
        known = _packet_lists(catalogue)
        packet = known[_chosen(slug, known)]
        if str(source) == NEW:
            click.echo(str(_sample(target or Path(), packet, workbook=xlsx)))
            return
        where = _place(root, target) if target else project.out / FOLDER
        order = PacketOrder(
            source,
            packet.slug,
            where,
            release,
            only,
            limit,
            only_changed,
            jobs,
            scheduler,
            not no_kit,
            edition == "fax",
        )
        looked = _look(project, catalogue, order, packet, keep=not dry_run)
        ready = () if dry_run else _made(project, catalogue, order, packet, looked)
    if dry_run:
        for line in looked.lines():
            click.echo(line)
    show(looked.findings, "text", fold=not release)
    for line in (*looked.counts(order), *ready):
        click.echo(line, err=True)
    raise click.exceptions.Exit(requests.exit_code(looked.findings))


def _made(project: Project, catalogue: Any, order: PacketOrder, packet: PacketList, looked: _Looked) -> tuple[str, ...]:
    """Make what the list asks for; tell what was found. Return a line for each thing that lies ready."""
    from brochures.cli.making_packets import bodies_for, run_packets
    from brochures.cli.packet_words import packet_words
    from brochures.partners import SendingRecord, partner_list, planned

    if not looked.to_make:
        return ()
    bodies = bodies_for(project, order, looked.choices)
    looked.tell([one for one in bodies.findings if one.severity is not Severity.NOTE])
    words = packet_words(project, catalogue, order.packet)
    with SendingRecord.open(project, _waiting(project)) as record, partner_list(order.list, packet) as found:
        good = (row.partner for row in order.meant(found.rows) if row.partner is not None)
        plan = planned(good, order, record, *_made_of(order, *words))
        report, lines = run_packets(order, bodies, record, plan, looked.to_make, words)
    looked.tell(report.findings)
    refused = {partner.key: findings for partner, findings in report.refused}
    for findings in refused.values():
        looked.tell(findings)
    if refused:
        looked.counted[SET_ASIDE] += len(refused)
        looked.set_aside = _set_aside_again(order, packet, refused)
    return lines


def _waiting(project: Project) -> Callable[[], None]:
    return lambda: click.echo(f"build.py: another run writes into {project.sent}: waiting for it", err=True)


def _made_of(order: PacketOrder, version: str, words: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """Return the digests of all that partners share: another one makes another packet."""
    from brochures.partners.record import words_digest

    return version, words_digest(words), "release" if order.release else "proof", *(("fax",) if order.faxed else ())


def _set_aside_again(order: PacketOrder, packet: PacketList, refused: Mapping[str, tuple[Finding, ...]]) -> str:
    """Write anew the rows that are set aside, with those of partners who were ``refused`` when their packets were set."""
    from brochures.partners import partner_list
    from brochures.partners.set_aside import set_aside, set_aside_name

    with (
        partner_list(order.list, packet) as found,
        set_aside(order.to / set_aside_name(order.list), found.heads) as aside,
    ):
        for row in order.meant(found.rows):
            if row.partner is None:
                aside.add(row)
            elif row.partner.key in refused:
                aside.add(replace(row, findings=refused[row.partner.key]))
        return f"set aside: {aside.path}"


def _place(root: Path | None, target: Path) -> Path:
    """Return where packets go. Raise ``UsageError`` where that is no folder for files of ours."""
    try:
        return Project.open(root, target).out
    except NoPlaceForFilesError as wrong:
        raise UsageError(str(wrong).replace("--out", "--to")) from wrong


def _packet_lists(catalogue: Any) -> dict[str, PacketList]:
    """Return what each packet that has a ``partners`` block says of its list. Raise ``UsageError`` where none has."""
    from brochures.load.model.piece import Packet
    from brochures.partners import PacketList

    things = {slug: entry.thing for slug, entry in catalogue.pieces.items()}
    known = {
        slug: PacketList.of(slug, thing)
        for slug, thing in things.items()
        if isinstance(thing, Packet) and thing.partners is not None
    }
    if not known:
        show(tuple(one for one in catalogue.findings if one.is_error), "text", fold=False)
        raise UsageError("no packet in content/packets/ has a 'partners' block that says how a list is read")
    return known


def _chosen(slug: str | None, known: dict[str, PacketList]) -> str:
    if slug is None and len(known) == 1:
        return next(iter(known))
    if slug is None:
        raise UsageError(f"say which packet with --packet: {', '.join(known)}")
    if slug not in known:
        close = closest(slug, known)
        hint = f"did you mean '{close}'? " if close else ""
        raise UsageError(f"no packet '{slug}' has a 'partners' block: {hint}Those that have one: {', '.join(known)}")
    return slug


def _sample(folder: Path, packet: PacketList, *, workbook: bool) -> Path:
    """Write the sample list into ``folder``; return its path. Raise ``UsageError`` where a file is in its place."""
    from brochures.partners.sample import sample_csv, sample_workbook
    from brochures.project.private_files import private_file

    path = folder / ("partners.xlsx" if workbook else "partners.csv")
    if path.exists():
        raise UsageError(f"{path} is there already: name another folder with --to, or rename it")
    with private_file(path) as file:
        file.write(sample_workbook(packet) if workbook else sample_csv(packet))
    return path


class _Looked:
    """What a list holds: a row of the table for each partner who is meant, what was found, and how many of each there are."""

    def __init__(self) -> None:
        self.rows: list[tuple[str, ...]] = []
        self.findings: list[Finding] = []
        self.told: Counter[str] = Counter()
        self.counted: Counter[str] = Counter()
        self.meant = self.to_make = 0
        self.choices: set[frozenset[str]] = set()
        self.set_aside = ""

    def tell(self, findings: Sequence[Finding]) -> None:
        """Keep as many ``findings`` of each code as are shown, and count the others."""
        for one in findings:
            self.told[one.code] += 1
            if self.told[one.code] <= MOST_OF_A_CODE:
                self.findings.append(one)

    def lines(self) -> Iterator[str]:
        """Yield the table of partners."""
        if self.rows:
            heads = ("row", "organization", "name", "language", "parts", "packet")
            yield report.as_table([heads, *self.rows], frozenset({0}))
        if self.meant > len(self.rows):
            yield f"… and {self.meant - len(self.rows):,} more"

    def counts(self, order: PacketOrder) -> Iterator[str]:
        """Yield how many there are of each."""
        for code, number in sorted(self.told.items()):
            if number > MOST_OF_A_CODE:
                yield f"{code}: {number - MOST_OF_A_CODE:,} more"
        told = ", ".join(f"{self.counted[what]:,} {what}" for what in COUNTED if self.counted[what]) or "nobody"
        yield f"{order.list}: {told}"
        if self.set_aside:
            yield self.set_aside


def _look(project: Project, catalogue: Any, order: PacketOrder, packet: PacketList, *, keep: bool) -> _Looked:
    """Read the list of ``order`` and hold it against the record; with ``keep`` write down the rows that are set aside."""
    from contextlib import ExitStack

    from brochures.cli.packet_words import packet_words
    from brochures.partners import SendingRecord, partner_list, planned
    from brochures.partners.set_aside import SetAside, set_aside, set_aside_name

    words = packet_words(project, catalogue, order.packet)
    looked = _Looked()
    with partner_list(order.list, packet) as found, SendingRecord.look(project) as record, ExitStack() as files:
        looked.tell(found.findings)
        aside: SetAside | None = None
        if keep:
            aside = files.enter_context(set_aside(order.to / set_aside_name(order.list), found.heads))
        for one in planned(_good(order.meant(found.rows), looked, aside), order, record, *_made_of(order, *words)):
            looked.counted[one.status] += 1
            looked.meant += 1
            if one.is_to_make:
                looked.to_make += 1
                looked.choices.add(frozenset(one.partner.parts))
            if len(looked.rows) < MOST_SHOWN:
                looked.rows.append(_row(one.partner, "unchanged" if not one.is_to_make else f"make ({one.status})"))
        if aside is not None and aside.count:
            looked.set_aside = f"set aside: {aside.path}"
    return looked


def _good(rows: Iterable[PartnerRow], looked: _Looked, aside: Any) -> Iterator[Partner]:
    """Yield the partners of a list; tell what was found in each row, and set the bad ones aside."""
    for row in rows:
        looked.tell(row.findings)
        if row.partner is not None:
            yield row.partner
        elif row.cells or any(one.is_error for one in row.findings):
            looked.counted[SET_ASIDE] += 1
            if aside is not None:
                aside.add(row)


def _row(partner: Partner, what: str) -> tuple[str, ...]:
    parts = ", ".join(partner.parts) or "all"
    return (str(partner.row.line), partner.organisation, partner.addressee, partner.language, parts, what)
