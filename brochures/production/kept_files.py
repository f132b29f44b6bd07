"""Files of an earlier run that are still true are left alone; those that are true again, after an undo, are taken from what is kept of them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from brochures.compose.html import Composition
from brochures.compose.passage_numbers import unstamped
from brochures.findings import Finding
from brochures.pdf.file import File
from brochures.pdf.packed_packet import packed, unpacked
from brochures.production.results import Kept, Made, Refused
from brochures.production.workers import Workers
from brochures.project import manifest
from brochures.project.kept_copies import KeptCopies
from brochures.project.paths import Project


@dataclass(frozen=True)
class Records:
    """What the manifest has of earlier files, by piece. ``program`` is the digest of styles, pictures and program of this run."""

    project: Project
    program: str
    pieces: Mapping[str, Any]
    copies: KeptCopies | None = None
    """Where files are looked for that ``out/`` has not; None: nowhere."""

    def digest(self, composition: Composition) -> str:
        """Return the digest of all that decides how ``composition`` comes out: its words and marks, who prints it, and the program.

        How many pages are planned and which parts may end early is not printed, and decides what is found in it.
        """
        printer = "" if composition.print_shop is None else repr(composition.print_shop)
        texts = (unstamped(composition.html), unstamped(composition.marks or ""))
        plan = repr((composition.pages, [section.may_end_early for section in composition.job.sections]))
        return manifest.digest(*texts, printer, repr(composition.back_move), plan, self.program)

    def kept(self, composition: Composition) -> Kept | None:
        """Return the file of ``composition`` that is in ``out/``, where it is whole and came out of the same; else None."""
        outputs = self.pieces.get(composition.slug, {}).get("outputs", {})
        digest = self.digest(composition)
        names = (composition.name, *(composition.edition.beside if composition.edition else ()))
        records = {name: outputs[name] for name in names if self._is_true(outputs.get(name), digest)}
        restored: dict[str, bytes] = {}
        if len(records) < len(names):
            found = None if self.copies is None else self.copies.find(*_key(composition.slug, composition.name, digest))
            if found is None:
                return None
            records, restored = _unpacked(found)
        record = records.pop(composition.name)
        return Kept(composition, tuple(map(Finding.from_dict, record["findings"])), digest, record, records, restored)

    def packet(self, composition: Composition) -> File | None:
        """Return the file of ``composition`` where it is a packet with places for a partner's words that an earlier run kept; else None."""
        if composition.job.addressed is None or self.copies is None:
            return None
        digest = self.digest(composition)
        found = self.copies.find("packet", composition.slug, composition.name, digest)
        return None if found is None else unpacked(found, composition, digest)

    def keep_packet(self, file: File) -> None:
        """Keep ``file``, a packet with places for a partner's words, for a later run. Where it cannot be kept it is made anew."""
        if file.digest is not None and self.copies is not None:
            self.copies.keep(
                packed(file), "packet", file.composition.slug, file.composition.name, file.digest, first=True
            )
            self.copies.bound()

    def _is_true(self, record: Mapping[str, Any] | None, digest: str) -> bool:
        """Whether the file of ``record`` is whole and came out of what ``digest`` is of."""
        return record is not None and record["digest"] == digest and manifest.whole(self.project, record)


def make(
    compositions: Sequence[Composition], workers: Workers, records: Records, jobs: int | None = None
) -> tuple[Made, ...]:
    """Return each composition as a judged file, in order: kept where it is still true, else made by the ``workers``.

    They run four stages: ``layout`` with copyfit, ``pdf`` with its backs moved, ``press`` for a print shop, and ``preflight``.
    """
    kept = [records.kept(composition) or records.packet(composition) for composition in compositions]
    todo = [composition for composition, one in zip(compositions, kept, strict=True) if one is None]
    fresh = iter([_recorded(*pair, records) for pair in zip(todo, workers.make(todo, jobs), strict=True)])
    return tuple(next(fresh) if one is None else one for one in kept)


def _recorded(composition: Composition, made: Made, records: Records) -> Made:
    """Return ``made`` with the digest of what it was made from, which is ``composition`` as it was before copyfit.

    The slug line of a press sheet was set from that, too, so that what goes with the sheet names the same content.
    """
    if isinstance(made, Kept | Refused):
        return made
    fitted = replace(composition, fit=made.composition.fit)
    file = replace(made, composition=fitted, digest=records.digest(composition))
    if composition.job.addressed is not None and file.good:
        records.keep_packet(file)
    return file


def keep_copy(copies: KeptCopies, records: Mapping[str, Mapping[str, Any]], files: Mapping[str, bytes]) -> None:
    """Keep the ``files`` of one composition, by name, with the ``records`` that the manifest has of them, the first of which is its own."""
    name, own = next(iter(records.items()))
    slug = own["path"].partition("/")[0]
    sizes = {one: len(data) for one, data in files.items()}
    head = json.dumps({"records": records, "sizes": sizes}, ensure_ascii=False).encode()
    copies.keep(b"\n".join((head, b"".join(files.values()))), *_key(slug, name, own["digest"]))


def _key(slug: str, name: str, digest: str) -> tuple[str, ...]:
    return "file", slug, name, digest


def _unpacked(kept: bytes) -> tuple[dict[str, Any], dict[str, bytes]]:
    """Return records and bytes of the files that ``keep_copy`` kept."""
    head, _, data = kept.partition(b"\n")
    told = json.loads(head)
    files, at = {}, 0
    for name, size in told["sizes"].items():
        files[name] = data[at : at + size]
        at += size
    return told["records"], files
