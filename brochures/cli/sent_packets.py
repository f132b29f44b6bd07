"""Sent packets: the command sent. Who has which version, who has an outdated one, and what has changed since."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from brochures.cli.arguments import ROOT, Command, examples
from brochures.cli.telling import refusing
from brochures.findings import BrochureError, report
from brochures.project.paths import Project

if TYPE_CHECKING:
    from brochures.partners import Sending, SendingRecord
    from brochures.partners.record import Words

HEADS = ("organization", "name", "packet", "version", "language", "parts", "kind", "made", "now")
MOST_SHOWN = 500
"""Rows that are printed; --csv writes all."""

MOST_CHANGES = 12
"""Changed things that are told of one old version."""

CURRENT, OUTDATED, UNKNOWN = "current", "outdated", "not known: there is no such packet, or it has errors"


@click.command(
    name="sent", cls=Command, epilog=examples("sent", "sent --outdated", "sent --since 2026-11-01 --csv sent.csv")
)
@click.option(
    "--csv", "target", type=click.Path(dir_okay=False, path_type=Path), help="Write it to this file, for you alone."
)
@click.option(
    "--since", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="All that was made on this day or later."
)
@click.option("--outdated", is_flag=True, help="Only who has another version than today's.")
@ROOT
def sent(target: Path | None, since: datetime | None, outdated: bool, root: Path | None) -> None:
    """List who was sent which packet, and what has changed in it since."""
    gc.enable()  # it may take long
    from brochures.load.catalogue import load
    from brochures.partners import SendingRecord

    project = Project.open(root, None)
    with refusing(), SendingRecord.look(project) as record:
        today = _Today(project, load(project))
        entries = record.since(since.date()) if since else record.latest()
        listed = _Listed()
        with _csv(target) if target else nullcontext(listed.keep) as written:
            for one in entries:
                now = today.state_of(one)
                if now != CURRENT or not outdated:
                    listed.add(one, now)
                    written(_row(one, now))
        changes = [line for one in listed.old.values() for line in _changes(record, today, one)]
    for line in [*listed.lines(target), *changes]:
        click.echo(line)


@contextmanager
def _csv(target: Path) -> Iterator[Any]:
    """Open ``target`` for rows, readable for its owner alone."""
    from brochures.partners.set_aside import csv_line
    from brochures.project.private_files import private_file

    with private_file(target) as file:
        file.write(csv_line(HEADS, mark=True))
        yield lambda row: file.write(csv_line(row))


@dataclass(frozen=True)
class _PacketNow:
    """What a packet says today."""

    version: str
    words: Words
    digest: str


class _Today:
    """What packets say today, each looked up once."""

    def __init__(self, project: Project, catalogue: Any) -> None:
        self._project, self._catalogue = project, catalogue
        self._kept: dict[str, _PacketNow | None] = {}

    def packet(self, slug: str) -> _PacketNow | None:
        """Return what the packet ``slug`` says; None where there is none, or it cannot be followed."""
        if slug not in self._kept:
            self._kept[slug] = self._looked_up(slug) if slug in self._catalogue.pieces else None
        return self._kept[slug]

    def _looked_up(self, slug: str) -> _PacketNow | None:
        from brochures.cli.packet_words import packet_words
        from brochures.partners.record import words_digest

        try:
            version, words = packet_words(self._project, self._catalogue, slug)
        except BrochureError:
            return None
        return _PacketNow(version, words, words_digest(words))

    def state_of(self, one: Sending) -> str:
        """Return whether ``one`` says what its packet says today."""
        now = self.packet(one.packet)
        if now is None:
            return UNKNOWN
        return CURRENT if (one.version, one.words) == (now.version, now.digest) else OUTDATED


class _Listed:
    """What is printed: rows, how many there are, and one sending of each outdated wording."""

    def __init__(self) -> None:
        self.rows: list[tuple[str, ...]] = []
        self.count = self.outdated = 0
        self.old: dict[tuple[str, str], Sending] = {}

    def keep(self, row: tuple[str, ...]) -> None:
        """Keep ``row`` for the table, as far as there is room."""
        if len(self.rows) < MOST_SHOWN:
            self.rows.append(row)

    def add(self, one: Sending, now: str) -> None:
        """Count ``one``."""
        self.count += 1
        if now == OUTDATED:
            self.outdated += 1
            self.old.setdefault((one.packet, one.words), one)

    def lines(self, target: Path | None) -> Iterator[str]:
        """Yield the table, or where it was written, and how many there are."""
        if self.rows:
            yield report.as_table([HEADS, *self.rows])
        if self.count > len(self.rows) and target is None:
            yield f"… and {self.count - len(self.rows):,} more; --csv FILE writes all"
        packets = "1 packet" if self.count == 1 else f"{self.count:,} packets"
        yield f"{f'{target}: ' if target else ''}{packets}, {self.outdated:,} outdated"


def _row(one: Sending, now: str) -> tuple[str, ...]:
    kind, parts = "final" if one.final else "proof", ", ".join(one.parts) or "all"
    return (one.organisation, one.name, one.packet, one.version, one.language, parts, kind, str(one.made), now)


def _changes(record: SendingRecord, today: _Today, one: Sending) -> Iterator[str]:
    """Yield what has changed in the packet since the wording that ``one`` has."""
    now, before = today.packet(one.packet), record.words_of(one.words)
    if now is None:
        return
    changed = [name for name in {**before, **now.words} if [*before.get(name, ())] != [*now.words.get(name, ())]]
    yield ""
    yield f"{one.packet} {one.version} of {one.made}, now {now.version}: {len(changed)} changed"
    for name in changed[:MOST_CHANGES]:
        yield f"  {_change(name, before, now.words)}"
    if len(changed) > MOST_CHANGES:
        yield f"  … and {len(changed) - MOST_CHANGES} more"


def _change(name: str, before: Words, after: Words) -> str:
    from brochures.editorial.word_difference import difference

    if name not in before:
        return f"{name} is new"
    return f"{name}: {difference(before[name], after[name])}" if name in after else f"{name} is gone"
