"""Requests: an order from the command line held against what there is, and what became of it in words.

Text in, text out, and no heavy import: ``build.py`` reads the arguments, prints and exits.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from brochures.findings import Finding, UsageError, codes
from brochures.findings.suggest import closest
from brochures.project.edition import Edition
from brochures.project.exit_codes import ExitCode
from brochures.project.leftovers import FAXES, PRINTERS, Leftover, MadeOf, leftovers, told
from brochures.project.manifest import OnRecord, nothing_to_do
from brochures.project.paths import Project

if TYPE_CHECKING:
    from brochures.findings.explained import Explained
    from brochures.pipeline import Report

_CODE = re.compile(r"([A-Za-z]{3})[\s_-]*(\d{3})")


def known(project: Project, slugs: Iterable[str], commands: Iterable[str] = ()) -> None:
    """Refuse a slug that names no piece of ``project``: raise ``UsageError`` with those that do, and what was probably meant.

    ``commands`` are those whose name may have been mistyped.
    """
    there = project.slugs()
    for slug in slugs:
        if slug not in there:
            file = project.misnamed(slug)
            unread = f": {file} is not read; it belongs into content/brochures/ or content/packets/ as '{slug}.yaml'."
            meant = unread if file else _meant(slug, there, commands) or "."
            raise UsageError(f"there is no piece '{slug}'{meant} The pieces are: {', '.join(there)}")


def _meant(word: str, slugs: Sequence[str], commands: Iterable[str]) -> str:
    """Return a question that names the piece or command that ``word`` probably means, nothing where none is like it."""
    bare = word.replace("\\", "/").rstrip("/").rpartition("/")[2].partition(".")[0]
    if bare in slugs:
        return f": say '{bare}', without folder and ending."
    commands = [*commands]
    close = closest(bare, [*slugs, *commands])
    return f": did you mean {'the command ' if close in commands else ''}'{close}'?" if close else ""


def _listed(what: str, name: str, there: Sequence[str], known: str) -> UsageError:
    """Return the refusal of ``name``, which is none of ``there``: what it probably means, and after ``known`` all of them."""
    close = closest(name, there)
    hint = f": did you mean '{close}'?" if close else "."
    return UsageError(f"there is no {what} '{name}'{hint} {known}: {', '.join(there) or 'none'}")


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
    if Edition.WEB in editions:
        raise UsageError("a proof shows pages, and the edition 'web' has none: open its file in a browser")
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
    known = "Those with 'impose' in content/printers.yaml"
    if printer in printers and printer not in good:
        raise UsageError(f"the printer '{printer}' takes single pages. {known}: {', '.join(good) or 'none'}")
    if printers and printer not in good:
        raise _listed("printer", printer, good, known)
    return replace(project, out=project.out / PRINTERS / printer)


def faxes(project: Project, catalogue: Any, slug: str, forms: Sequence[str]) -> Project:
    """Return ``project`` with the folder where the fax of ``forms`` alone goes. Raise ``UsageError`` where ``slug`` has no such form.

    It has a folder and a manifest of its own, since the fax edition in ``out/`` is that of the whole piece.
    """
    entry = catalogue.pieces.get(slug)
    parts = getattr(entry.thing, "parts", ()) if entry else ()
    there = [block.form for part in parts for block in part.blocks if getattr(block, "form", None)]
    for name in forms:
        if entry and name not in there:
            raise _listed("form", name, there, f"The forms of '{slug}' are")
    return replace(project, out=project.out / FAXES / "+".join(forms))


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
    """Return the findings on record where nothing that is wanted must be made again; ``None`` where there is work.

    A look at all pieces tells of leftovers, too.
    """
    kept = nothing_to_do(project, on_record, slugs or project.slugs(), editions, release=release)
    if kept is None:
        return None
    offered(slugs, editions, {slug: piece["editions"] for slug, piece in on_record.pieces.items()})
    return kept if slugs else (*kept, *told(project, leftovers(project, MadeOf())))


def listed(project: Project, made: Report) -> Iterator[str]:
    """Yield a line for each file that is now in ``out/``: path, pages, size, and what it is."""
    for one in made.published:
        record = one.record
        state = "proof" if record["proof"] else "final"
        fresh = "" if one.fresh else "  (unchanged)"
        pages = f"  {record['pages']} pages" if record["path"].endswith(".pdf") else ""
        yield f"{project.out / record['path']}{pages}  {record['bytes'] / 1024:.0f} kB  {state}{fresh}"


def links(count: int, waiting: int) -> Iterator[str]:
    """Yield how many links to sources there are and how many of them are ``waiting``, where there are any: a plain count, and no goal."""
    if count:
        yield f"links to sources in statements and forms: {count}; waiting for somebody who reads the source: {waiting}"


def left_over(left: Sequence[Leftover], *, dry_run: bool) -> Iterator[str]:
    """Yield a line for each leftover: what is removed, or would be, and what is left alone."""
    for one in left:
        if one.ours:
            yield f"{'would remove' if dry_run else 'removed'} {one.path}"
        else:
            yield f"left alone {one.path}: it is not what was made here, remove it yourself if nobody needs it"
    if not left:
        yield "nothing to remove: each file that was made here is still made"


def print_shop(name: str, there: Sequence[str]) -> None:
    """Refuse a print shop that is not in content/printers.yaml; where none is, findings say why."""
    if there and name not in there:
        raise _listed("printer", name, there, "The printers are")


def language(name: str, labels: Mapping[str, Any]) -> None:
    """Refuse a language that none of ``labels`` is written in; where there are no labels, findings say so."""
    there = sorted({code for label in labels.values() for code in label.thing})
    if there and name not in there:
        raise _listed("language", name, there, "The languages of content/labels.yaml are")


def handed(made: Report) -> Iterator[str]:
    """Yield a line for each thing that lies ready for a print shop, the proofs among them told apart."""
    if made.handed is not None:
        yield from (str(made.handed.folder / name) for name in made.handed.names)
        yield f"{made.handed.archive}  {'PROOF, not for print' if made.handed.proof else 'final'}"


def explain(name: str, known: Mapping[str, Explained]) -> str:
    """Return what the finding code ``name`` means. Raise ``UsageError`` with what a code looks like where ``known`` has none of that name."""
    parts = _CODE.fullmatch(name.strip())
    told = known.get(f"{parts[1]}-{parts[2]}".upper() if parts else name)
    if told is not None:
        return told.as_text()
    family = [code for code in known if code[:3] == name[:3].upper()]
    if family:
        raise UsageError(f"there is no code '{name}'. Those of its kind are: {', '.join(family)}")
    kinds = ", ".join(f"{letters} ({what})" for letters, what in codes.FAMILIES.items())
    raise UsageError(
        f"there is no code '{name}'. A code looks like LOD-104 and stands in each finding; docs/codes.md lists all. They begin with {kinds}"
    )


def exit_code(findings: Iterable[Finding]) -> ExitCode:
    """Return how a command ends that found ``findings``."""
    return ExitCode.ERRORS if any(finding.is_error for finding in findings) else ExitCode.DONE
