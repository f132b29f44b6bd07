"""Progress as it is shown: a bar with the time left on a terminal, plain lines in a pipe; and what was made, as a table."""

from __future__ import annotations

import os
import shutil
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Self

import click

from brochures.findings import Severity
from brochures.findings.report import as_table
from brochures.project.stopwatch import seconds

if TYPE_CHECKING:
    from brochures.pipeline import Report

BAR = 20
"""How many signs the bar has."""

_STDERR = 2
"""The number of standard error (POSIX)."""

BACK = "\r\x1b[K"
"""Takes back what stands on the line of a terminal (ECMA-48, 8.3.41)."""

SURE = 0.02
"""The share of the work behind which the time left is told: before that it would be a guess."""

LATER = 2.0
"""Seconds after which the time left is told, for the same reason."""


EACH = 100
"""Packets after which a pipe is told how far a run is."""


class Teller:
    """Hears of each file. Use it as a context, so that the bar is gone when findings are printed."""

    def __init__(self) -> None:
        """Begin to measure."""
        self.began = seconds()
        self.bar = is_terminal()
        self._shown = False

    def __call__(self, what: str) -> None:
        """Show that it is the turn of ``what``."""
        if not self.bar:
            click.echo(f"set {what}", err=True)
            return
        width = shutil.get_terminal_size().columns - 1
        click.echo(f"{BACK}{line(what, seconds() - self.began)[:width]}", nl=False, err=True)
        self._shown = True

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Take the bar away."""
        if self._shown:
            click.echo(BACK, nl=False, err=True)
            self._shown = False


def is_terminal() -> bool:
    """Whether messages go to a terminal that can take a line back."""
    return os.isatty(_STDERR) and os.environ.get("TERM", "") != "dumb"


def line(what: str, elapsed: float) -> str:
    """Return the bar for the turn of ``what`` after so many seconds; of plain words the words alone."""
    share = getattr(what, "share", None)
    if share is None:
        return f"set {what}"
    number, total = getattr(what, "number", 0), getattr(what, "total", 0)
    full = round(BAR * share)
    left = f", about {lasting(elapsed * (1 - share) / share)} left" if share >= SURE and elapsed >= LATER else ""
    return f"[{'#' * full}{'-' * (BAR - full)}] {number} of {total}{left}: {what}"


def lasting(time: float) -> str:
    """Return ``time`` in seconds as people read it: ``0:07``, ``12:40``, ``1:02:03``."""
    whole = round(time)
    hours, minutes = whole // 3600, whole // 60 % 60
    return f"{hours}:{minutes:02}:{whole % 60:02}" if hours else f"{minutes}:{whole % 60:02}"


class PacketBar:
    """Hears of each packet of ``total``: how many there are, how many a second, and the time left. A pipe hears of each hundredth."""

    def __init__(self, total: int) -> None:
        """Begin to measure."""
        self.total, self.made, self.began, self._bar = total, 0, seconds(), is_terminal()

    def __call__(self) -> None:
        """Count one more packet and show it."""
        self.made += 1
        if self._bar:
            width = shutil.get_terminal_size().columns - 1
            click.echo(f"{BACK}{self.line(seconds() - self.began)[:width]}", nl=self.made == self.total, err=True)
        elif self.made % EACH == 0:
            click.echo(self.line(seconds() - self.began), err=True)

    def line(self, elapsed: float) -> str:
        """Return what is told after so many seconds."""
        share = self.made / max(self.total, 1)
        full, rate = round(BAR * share), self.made / elapsed if elapsed else 0.0
        left = f", about {lasting(elapsed * (1 - share) / share)} left" if share >= SURE and elapsed >= LATER else ""
        return f"[{'#' * full}{'-' * (BAR - full)}] {self.made} of {self.total} packets, {rate:.0f} a second{left}"


HEADS = ("FILE", "PAGES", "SIZE", "TIME", "STATE", "FINDINGS")


def summary(made: Report, out: Any, elapsed: float) -> Iterator[str]:
    """Yield what a run of ``elapsed`` seconds made, as a table with a row for each file, and a line for all."""
    rows = [*_rows(made)]
    if rows:
        yield as_table([HEADS, *rows], frozenset({1, 2, 3}))
    there = {(one.piece, one.name) for one in made.published}
    fresh = sum(one.fresh for one in made.published)
    restored = sum(one.restored for one in made.published)
    kept = len(made.published) - fresh - restored
    lost = sum((one.composition.slug, one.composition.name) not in there for one in made.made)
    parts = [f"{fresh} made"] + [
        f"{count} {word}"
        for count, word in ((restored, "as made before"), (kept, "unchanged"), (lost, "not published"))
        if count
    ]
    yield f"{', '.join(parts)} in {lasting(elapsed)}: {out}"


def _rows(made: Report) -> Iterator[tuple[str, ...]]:
    published = {(one.piece, one.name): one for one in made.published}
    for one in made.made:
        slug, name = one.composition.slug, one.composition.name
        took = getattr(one, "seconds", 0.0)
        there = published.get((slug, name))
        if there is None:
            pages = str(getattr(one, "pages", "")) or "-"
            yield f"{slug}/{slug}.{name}.pdf", pages, "-", _time(took), "not published", counted(one.findings)
            continue
        record = there.record
        state = "proof" if record["proof"] else "final"
        size = f"{record['bytes'] / 1024:.0f} kB"
        more = "" if there.fresh else ", as made before" if there.restored else ", unchanged"
        yield (
            record["path"],
            str(record["pages"]),
            size,
            _time(took if there.fresh else 0),
            f"{state}{more}",
            counted(one.findings),
        )


def _time(took: float) -> str:
    return f"{took:.1f} s" if took else "-"


def counted(findings: Iterable[Any]) -> str:
    """Return how many findings of each weight there are in one file."""
    counts = Counter(finding.severity for finding in findings)
    return ", ".join(f"{counts[one]} {one}{'' if counts[one] == 1 else 's'}" for one in Severity if counts[one]) or "-"
