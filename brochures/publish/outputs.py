"""Publish: bytes and findings into files in ``out/`` and the manifest, or a refusal. Nothing is ever half written."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from brochures.findings import BrochureError, Finding
from brochures.production.made import Made
from brochures.project.atomic import replace
from brochures.project.manifest import FORM
from brochures.project.paths import Shop
from brochures.resolve.job import Job


@dataclass(frozen=True)
class Published:
    """One file in ``out/`` as the manifest lists it. ``fresh`` is false where the file on record was still true."""

    piece: str
    name: str
    record: Mapping[str, Any]
    fresh: bool


Whole = tuple[Job, tuple[Finding, ...], date | None, Sequence[Made]]
"""A piece without errors: its job, what people must still supply, until when that is true, and its editions."""


def publish(
    shop: Shop, record: Mapping[str, Any], versions: Mapping[str, str], pieces: Sequence[Whole], state: str
) -> tuple[tuple[Published, ...], tuple[Finding, ...]]:
    """Write every edition of ``pieces`` and the manifest. Return what is there now, and a finding for each refusal."""
    published: list[Published] = []
    findings: list[Finding] = []
    records: dict[str, Any] = {}
    for job, waiting, until, editions in pieces:
        try:
            written = [_publish_one(shop, made, state) for made in editions]
        except BrochureError as refused:
            findings += refused.findings
            continue
        published += written
        outputs = _others(record["pieces"].get(job.slug, {}), job, until)
        outputs |= {one.name: one.record for one in written}
        records[job.slug] = _piece_record(job, waiting, until, outputs)
    if records:
        try:
            _write_manifest(shop, record, versions, records)
        except BrochureError as refused:
            findings += refused.findings
    return tuple(published), tuple(findings)


def _others(before: Mapping[str, Any], job: Job, until: date | None) -> dict[str, Any]:
    """Return what is on record of the piece's other editions; when a review has fallen due since, they are not taken as true."""
    same = before.get("true_until") == (until.isoformat() if until else None)
    return {
        name: output if same else {**output, "state": ""}
        for name, output in before.get("outputs", {}).items()
        if output["edition"] in job.editions
    }


def _publish_one(shop: Shop, made: Made, state: str) -> Published:
    """Write one edition beside its target and rename it, unless the file on record is still true."""
    slug, edition, name = made.composition.slug, made.composition.medium, made.composition.name
    if made.record is not None:
        return Published(slug, name, {**made.record, "state": state}, fresh=False)
    path = shop.out / slug / f"{slug}.{name}.pdf"
    replace(path, made.data, slug, edition)
    record = {
        "edition": edition,
        "path": path.relative_to(shop.out).as_posix(),
        "sha256": hashlib.sha256(made.data).hexdigest(),
        "pages": made.pages,
        "bytes": len(made.data),
        "proof": made.composition.proof,
        "digest": made.digest,
        "state": state,
        "findings": [finding.as_dict() for finding in made.findings],
    }
    return Published(slug, name, record, fresh=True)


def _piece_record(
    job: Job, waiting: Sequence[Finding], until: date | None, outputs: Mapping[str, Any]
) -> dict[str, Any]:
    return {
        "title": job.title,
        "format": job.format.name,
        "audience": str(job.audience),
        "version": job.version,
        "dated": job.dated.isoformat(),
        "editions": list(job.editions),
        "true_until": until.isoformat() if until else None,
        "findings": [finding.as_dict() for finding in waiting],
        "outputs": dict(sorted(outputs.items())),
    }


def _write_manifest(
    shop: Shop, record: Mapping[str, Any], versions: Mapping[str, str], pieces: Mapping[str, Any]
) -> None:
    """Write the manifest: what was on record of other pieces of the shop, with ``pieces`` in place of their older records."""
    kept = {slug: piece for slug, piece in record["pieces"].items() if slug in shop.slugs()}
    manifest = {
        "form": FORM,
        "engine": dict(versions or record["engine"]),
        "pieces": dict(sorted({**kept, **pieces}.items())),
    }
    data = (json.dumps(manifest, indent=1, ensure_ascii=False) + "\n").encode()
    if not shop.manifest.is_file() or shop.manifest.read_bytes() != data:
        replace(shop.manifest, data)
