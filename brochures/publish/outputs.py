"""Publish: bytes and findings into files in ``out/`` and the manifest, or a refusal. Nothing is ever half written."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from brochures.findings import BrochureError, Finding
from brochures.production import File, Kept
from brochures.production.kept_files import keep_copy
from brochures.project import manifest
from brochures.project.atomic import replace
from brochures.project.kept_copies import KeptCopies
from brochures.project.manifest import OnRecord
from brochures.project.paths import Project
from brochures.publish.whole_pieces import WholePiece


@dataclass(frozen=True)
class Published:
    """One file in ``out/`` as the manifest lists it. ``fresh`` is false where the file on record was still true, or is ``restored``."""

    piece: str
    name: str
    record: Mapping[str, Any]
    fresh: bool
    restored: bool = False
    """Whether an earlier run made it, and it was put in its place again."""


def publish(
    project: Project,
    on_record: OnRecord,
    versions: Mapping[str, str] | None,
    pieces: Sequence[WholePiece],
    state: str | None,
    *,
    copies: KeptCopies | None = None,
) -> tuple[tuple[Published, ...], tuple[Finding, ...]]:
    """Write every edition of ``pieces`` and the manifest. Return what is there now, and a finding for each refusal.

    ``versions`` are those of the engine, None where nothing was set. ``state`` is the digest of all that the run depends on; None: a
    later run must look at everything again. ``copies``: where fresh files are kept for runs that would make the same.
    """
    published: list[Published] = []
    findings: list[Finding] = []
    records: dict[str, Any] = {}
    for piece in pieces:
        try:
            written = [one for made in piece.files for one in _publish_one(project, made, state, copies)]
        except BrochureError as refused:
            findings += refused.findings
            continue
        published += written
        outputs = _others(on_record.pieces.get(piece.job.slug, {}), piece)
        outputs |= {one.name: one.record for one in written}
        records[piece.job.slug] = _piece_record(piece, outputs)
    if records:
        try:
            _write_manifest(project, on_record, _engine(on_record, versions, copies), records)
        except BrochureError as refused:
            findings += refused.findings
    if copies is not None:
        copies.bound()
    return tuple(published), tuple(findings)


def _others(before: Mapping[str, Any], piece: WholePiece) -> dict[str, Any]:
    """Return what is on record of the piece's editions that were not made now; when a review has fallen due since, they are not taken as true."""
    made = {one.composition.edition for one in piece.files}
    same = before.get("true_until") == _day(piece.true_until)
    return {
        name: output if same else {**output, "state": None}
        for name, output in before.get("outputs", {}).items()
        if output["edition"] in piece.job.editions and output["edition"] not in made
    }


def _publish_one(
    project: Project, made: File | Kept, state: str | None, copies: KeptCopies | None
) -> Iterator[Published]:
    """Write one edition beside its target and rename it, and what lies beside it; but what is on record and still true."""
    slug, edition, name = made.composition.slug, made.composition.medium, made.composition.name
    findings = [finding.as_dict() for finding in made.findings]
    if isinstance(made, Kept):
        for other, old in {name: {**made.record, "findings": findings}, **made.beside}.items():
            record = {**old, "digest": made.digest, "state": state}
            if other in made.restored:
                replace(project.out / record["path"], made.restored[other], slug, edition)
            yield Published(slug, other, record, fresh=False, restored=other in made.restored)
        return
    files = [
        (name, made.composition.ending, made.data, findings),
        *((one.name, "tif", one.data, []) for one in made.beside),
    ]
    records: dict[str, Mapping[str, Any]] = {}
    for called, ending, data, found in files:
        path = project.out / slug / f"{slug}.{called}.{ending}"
        replace(path, data, slug, edition)
        record = {
            "edition": edition,
            "path": path.relative_to(project.out).as_posix(),
            "sha256": hashlib.sha256(data).hexdigest(),
            "pages": made.pages,
            "bytes": len(data),
            "proof": made.composition.proof,
            "digest": made.digest,
            "state": state,
            "findings": found,
        }
        records[called] = record
        yield Published(slug, called, record, fresh=True)
    if copies is not None and made.digest is not None:
        keep_copy(copies, records, {called: data for called, _, data, _ in files})


def _piece_record(piece: WholePiece, outputs: Mapping[str, Any]) -> dict[str, Any]:
    job = piece.job
    return {
        "title": job.title,
        "format": job.format.name,
        "audience": str(job.audience),
        "version": job.version,
        "dated": job.dated.isoformat(),
        "editions": list(job.editions),
        "true_until": _day(piece.true_until),
        "findings": [finding.as_dict() for finding in piece.waiting],
        "outputs": dict(sorted(outputs.items())),
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _engine(on_record: OnRecord, versions: Mapping[str, str] | None, copies: KeptCopies | None) -> Mapping[str, str]:
    """Return the versions that set the files: those of this run, or of the one that set what was restored now that the manifest is lost."""
    if versions is not None:
        if copies is not None:
            copies.keep(json.dumps(versions).encode(), "engine")
        return versions
    kept = None if copies is None or on_record.engine else copies.find("engine")
    return on_record.engine if kept is None else json.loads(kept)


def _write_manifest(
    project: Project, on_record: OnRecord, engine: Mapping[str, str], pieces: Mapping[str, Any]
) -> None:
    """Write the manifest: what was on record of other pieces of the project, with ``pieces`` in place of their older records."""
    kept = {slug: piece for slug, piece in on_record.pieces.items() if slug in project.slugs()}
    after = dict(sorted({**kept, **pieces}.items()))
    manifest.write(
        project.manifest,
        {
            "form": manifest.FORM,
            "engine": dict(engine),
            "pieces": after,
            "left": _left(project, on_record, after),
        },
    )


def _left(project: Project, on_record: OnRecord, after: Mapping[str, Any]) -> dict[str, str]:
    """Return the files that were on record, are there and are made no more, each with its sum."""
    before = {**on_record.left, **{output["path"]: output["sha256"] for output in _files(on_record.pieces)}}
    made = {output["path"] for output in _files(after)}
    return {
        path: total for path, total in sorted(before.items()) if path not in made and (project.out / path).is_file()
    }


def _files(pieces: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    return (output for piece in pieces.values() for output in piece.get("outputs", {}).values())
