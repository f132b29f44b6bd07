"""Publish: bytes and findings into files in ``out/`` and the manifest, or a refusal. Nothing is ever half written."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from brochures.findings import BrochureError, Finding
from brochures.production import File, Kept
from brochures.project import manifest
from brochures.project.atomic import replace
from brochures.project.manifest import OnRecord
from brochures.project.paths import Project
from brochures.publish.whole_pieces import WholePiece


@dataclass(frozen=True)
class Published:
    """One file in ``out/`` as the manifest lists it. ``fresh`` is false where the file on record was still true."""

    piece: str
    name: str
    record: Mapping[str, Any]
    fresh: bool


def publish(
    project: Project,
    on_record: OnRecord,
    versions: Mapping[str, str] | None,
    pieces: Sequence[WholePiece],
    state: str | None,
) -> tuple[tuple[Published, ...], tuple[Finding, ...]]:
    """Write every edition of ``pieces`` and the manifest. Return what is there now, and a finding for each refusal.

    ``versions`` are those of the engine, None where nothing was set. ``state`` is the digest of all that the run depends on; None: a
    later run must look at everything again.
    """
    published: list[Published] = []
    findings: list[Finding] = []
    records: dict[str, Any] = {}
    for piece in pieces:
        try:
            written = [one for made in piece.files for one in _publish_one(project, made, state)]
        except BrochureError as refused:
            findings += refused.findings
            continue
        published += written
        outputs = _others(on_record.pieces.get(piece.job.slug, {}), piece)
        outputs |= {one.name: one.record for one in written}
        records[piece.job.slug] = _piece_record(piece, outputs)
    if records:
        try:
            _write_manifest(project, on_record, versions, records)
        except BrochureError as refused:
            findings += refused.findings
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


def _publish_one(project: Project, made: File | Kept, state: str | None) -> Iterator[Published]:
    """Write one edition beside its target and rename it, and what lies beside it; but what is on record and still true."""
    slug, edition, name = made.composition.slug, made.composition.medium, made.composition.name
    findings = [finding.as_dict() for finding in made.findings]
    if isinstance(made, Kept):
        record = {**made.record, "digest": made.digest, "state": state, "findings": findings}
        yield Published(slug, name, record, fresh=False)
        for other, kept in made.beside.items():
            yield Published(slug, other, {**kept, "digest": made.digest, "state": state}, fresh=False)
        return
    files = [
        (name, made.composition.ending, made.data, findings),
        *((one.name, "tif", one.data, []) for one in made.beside),
    ]
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
        yield Published(slug, called, record, fresh=True)


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


def _write_manifest(
    project: Project, on_record: OnRecord, versions: Mapping[str, str] | None, pieces: Mapping[str, Any]
) -> None:
    """Write the manifest: what was on record of other pieces of the project, with ``pieces`` in place of their older records."""
    kept = {slug: piece for slug, piece in on_record.pieces.items() if slug in project.slugs()}
    after = dict(sorted({**kept, **pieces}.items()))
    manifest.write(
        project.manifest,
        {
            "form": manifest.FORM,
            "engine": dict(on_record.engine if versions is None else versions),
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
