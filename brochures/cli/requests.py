"""Requests: an order from the command line held against what there is, and what became of it in words.

Text in, text out, and no heavy import: ``build.py`` reads the arguments, prints and exits.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from brochures.findings import Finding, UsageError
from brochures.findings.explained import Explained
from brochures.project.edition import Edition
from brochures.project.exit_codes import ExitCode
from brochures.project.manifest import OnRecord, nothing_to_do
from brochures.project.paths import Project

if TYPE_CHECKING:
    from brochures.handoff import Handed
    from brochures.pipeline import Report
    from brochures.publish.outputs import Published

PRINTERS = "printers"
"""The folder in ``out/`` that holds a folder for each print shop whose files were asked for."""


def known(project: Project, slugs: Iterable[str]) -> None:
    """Refuse a slug that names no piece of ``project``: raise ``UsageError`` with those that do."""
    there = project.slugs()
    for slug in slugs:
        if slug not in there:
            raise UsageError(f"there is no piece '{slug}'. The pieces are: {', '.join(there)}")


def offered(slugs: Iterable[str], editions: Sequence[str], offers: Mapping[str, Sequence[str]]) -> None:
    """Refuse editions that a piece named in ``slugs`` is not made in; ``offers`` are the editions of each piece."""
    for slug in slugs:
        if editions and slug in offers and not set(editions) & set(offers[slug]):
            raise UsageError(
                f"'{slug}' has no edition {' or '.join(editions)}. Its editions are: {', '.join(offers[slug])}"
            )


def one_proof(project: Project, slug: str | None, sheet: str | None, editions: Sequence[str]) -> None:
    """Refuse a proof that is not either of one piece or of the whole family; ``sheet`` names the file of the latter, if any."""
    if slug is None and sheet is None:
        raise UsageError("name a piece (SLUG), or ask for all of them in one picture with --contact-sheet")
    if slug is not None:
        if sheet is not None:
            raise UsageError("a proof is of one piece (SLUG) or of all of them (--contact-sheet): leave one out")
        known(project, (slug,))
    elif editions:
        raise UsageError("--contact-sheet shows each piece in its screen edition: leave out --for")
    elif sheet and not sheet.lower().endswith(".png"):
        raise UsageError(f"--contact-sheet makes a PNG picture, and '{sheet}' does not end in .png")


def imposes(project: Project, printers: Mapping[str, Any], printer: str) -> Project:
    """Return ``project`` with the folder where files for ``printer`` go. Raise ``UsageError`` where it is none of ``printers`` that imposes.

    Each print shop has a folder and a manifest of its own, since the press edition in ``out/`` is that of the default one.
    """
    good = [name for name, entry in printers.items() if entry.thing.impose is not None]
    if printers and printer not in good:
        there = (
            f"the printer '{printer}' takes single pages" if printer in printers else f"there is no printer '{printer}'"
        )
        known = f"Those with 'impose' in content/printers.yaml: {', '.join(good) or 'none'}"
        raise UsageError(f"{there}. {known}")
    return replace(project, out=project.out / PRINTERS / printer)


def imposed(slug: str, printer: str, made: Report) -> None:
    """Refuse a piece that is no card: raise ``UsageError`` where ``made`` has its pages for ``printer`` and no sheet of copies."""
    names = {one.name for one in made.published if one.piece == slug}
    if names and names == {Edition.PRESS}:
        raise UsageError(
            f"'{slug}' is no card: print shops get its single pages, in reading order, and impose them. They are made for '{printer}'"
        )


def still_true(
    project: Project, on_record: OnRecord, slugs: Sequence[str], editions: Sequence[str], *, release: bool
) -> tuple[Finding, ...] | None:
    """Return the findings on record where nothing that is wanted must be made again; ``None`` where there is work."""
    kept = nothing_to_do(project, on_record, slugs or project.slugs(), editions, release=release)
    if kept is not None:
        offered(slugs, editions, {slug: piece["editions"] for slug, piece in on_record.pieces.items()})
    return kept


def listed(project: Project, published: Iterable[Published]) -> Iterator[str]:
    """Yield a line for each file that is now in ``out/``: path, pages, size, and what it is."""
    for one in published:
        record = one.record
        state = "proof" if record["proof"] else "final"
        fresh = "" if one.fresh else "  (unchanged)"
        yield f"{project.out / record['path']}  {record['pages']} pages  {record['bytes'] / 1024:.0f} kB  {state}{fresh}"


def print_shop(name: str, there: Sequence[str]) -> None:
    """Refuse a print shop that is not in content/printers.yaml; where none is, findings say why."""
    if there and name not in there:
        raise UsageError(f"there is no printer '{name}'. The printers are: {', '.join(there)}")


def handed(made: Handed | None) -> Iterator[str]:
    """Yield a line for each thing that lies ready for a print shop, the proofs among them told apart."""
    if made is not None:
        yield from (str(made.folder / name) for name in made.names)
        yield f"{made.archive}  {'PROOF, not for print' if made.proof else 'final'}"


def explain(name: str, known: Mapping[str, Explained]) -> str:
    """Return what the finding code ``name`` means. Raise ``UsageError`` with all of ``known`` where it is none of them."""
    told = known.get(name.upper())
    if told is None:
        raise UsageError(f"there is no code '{name}'. The codes are: {', '.join(sorted(known))}")
    return told.as_text()


def exit_code(findings: Iterable[Finding]) -> ExitCode:
    """Return how a command ends that found ``findings``."""
    return ExitCode.ERRORS if any(finding.is_error for finding in findings) else ExitCode.DONE
