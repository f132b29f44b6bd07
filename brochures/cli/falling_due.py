"""Falling due: the command stale, one list of signatures, things to look up and waivers. It has no rule of its own: it asks those of the gate."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click

from brochures.cli import requests
from brochures.cli.arguments import ROOT, Command, OneOf, examples
from brochures.cli.signing import WITHIN
from brochures.cli.telling import show
from brochures.findings import Finding
from brochures.findings.report import as_table
from brochures.project.paths import Project

if TYPE_CHECKING:
    from brochures.load.catalogue import Catalogue
    from brochures.resolve.waived import Waived


@dataclass(frozen=True)
class FallingDue:
    """One thing that falls due on ``day``: of which kind, how it stands, what it is, who sees to it, and where it is written."""

    day: date
    kind: str
    state: str
    what: str
    who: str
    place: str


@click.command(cls=Command, epilog=examples("stale", "stale --days 365", "stale --days 0 --format json"))
@click.option(
    "--days", type=click.IntRange(min=0, max=36500), default=WITHIN, metavar="N", help="How far to look ahead (30)."
)
@click.option("--format", "form", type=OneOf(["text", "json"]), default="text", help="A table, or the same as JSON.")
@ROOT
def stale(days: int, form: str, root: Path | None) -> None:
    """List what falls due in the next days, by date.

    Signatures that end, things to look up whose day comes or that nobody has looked up yet, waivers that end. What is due already stands in
    the list, too. Words that nobody has signed yet never fall due: './build.py reviews' lists them.
    """
    from brochures.load.catalogue import load

    project = Project.open(root, None)
    catalogue = load(project)
    found, findings = falling_due(project, catalogue, days)
    left_out = tuple(one for one in (*catalogue.findings, *findings) if one.is_error)
    if form == "json":
        click.echo(json.dumps([{**vars(one), "day": str(one.day)} for one in found], indent=1, ensure_ascii=False))
    elif found:
        rows = [(str(one.day), one.state, one.kind, one.what, one.who, one.place) for one in found]
        click.echo(as_table([("DUE", "STATE", "KIND", "WHAT", "WHO", "PLACE"), *rows]))
    else:
        click.echo(f"nothing falls due until {project.today + timedelta(days)}")
    show(left_out, "text", fold=False, err=form == "json")
    raise click.exceptions.Exit(requests.exit_code(left_out))


def falling_due(
    project: Project, catalogue: Catalogue, days: int
) -> tuple[tuple[FallingDue, ...], tuple[Finding, ...]]:
    """Return what falls due on the day of ``project`` or within so many ``days``, the first day first; and what could not be followed."""
    signatures, findings = _signatures(project, catalogue, days)
    found = [*signatures, *_to_look_up(project, catalogue, days), *_waivers(project, catalogue, days)]
    return tuple(sorted(found, key=lambda one: (one.day, one.kind, one.what))), findings


def _signatures(project: Project, catalogue: Catalogue, days: int) -> tuple[list[FallingDue], tuple[Finding, ...]]:
    from brochures.resolve.editorial_rules import roles
    from brochures.resolve.review_states import SignatureState, states
    from brochures.resolve.signed_everywhere import all_signed_words

    things, findings = all_signed_words(project, catalogue)
    due = {SignatureState.DUE, SignatureState.PAST_DUE}
    found = [
        FallingDue(
            one.kept.signature.until, "signature", str(one.state), one.words.called,
            f"{one.kept.signature.signer} ({one.role})", str(one.words.place),
        )
        for one in states(things, roles(catalogue), project.today, days)
        if one.state in due and one.kept is not None and one.kept.signature.until is not None
    ]  # fmt: skip
    return found, findings


def _to_look_up(project: Project, catalogue: Catalogue, days: int) -> Iterator[FallingDue]:
    for name, entry in catalogue.shelf("thing to look up").items():
        item, place = entry.thing, str(entry.manuscript.place(entry.route, key=True))
        if item.waits(project.today + timedelta(days)):
            never = "never looked up" if item.looked.day is None else ""
            state = never or ("past due" if item.waits(project.today) else "due")
            yield FallingDue(item.by, "to look up", state, str(name), item.looked.by or "-", place)


def _waivers(project: Project, catalogue: Catalogue, days: int) -> Iterator[FallingDue]:
    from brochures.editorial import about_waivers
    from brochures.findings import codes
    from brochures.resolve.editorial_rules import waivers

    def ended(one: Waived, day: date) -> bool:
        return any(finding.code == codes.EXPIRED_WAIVER.name for finding in about_waivers([one], day))

    for one in waivers(catalogue):
        if ended(one, project.today + timedelta(days)):
            state = "past due" if ended(one, project.today) else "due"
            what = f"{one.name} ({one.waiver.code})"
            yield FallingDue(one.waiver.expires, "waiver", state, what, "-", str(one.place))
