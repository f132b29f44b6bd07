"""Preflight report: what preflight looked for in the file that is handed over, by which thresholds, and what it found."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from datetime import date
from itertools import groupby
from typing import Any

from brochures.compose.html import Told
from brochures.design.css import points
from brochures.findings import Finding
from brochures.findings.report import WAITING
from brochures.handoff.spec_sheet import Spec
from brochures.preflight.check import Examined
from brochures.preflight.press.measurements import Measured
from brochures.preflight.press.output_intents import HeldIntent, held_intent
from brochures.production import File

FOR_READERS = ("structure_", "link", "form_fields", "bookmarks", "own_claims", "active_content", "attached_files")
"""How the modules of checks are called that look at what a screen reader or a finger meets, and at what acts or is attached."""


@dataclass(frozen=True)
class PreflightReport(Told):
    """One file of ``size`` bytes as preflight judged it. ``findings`` are those in the file, ``waiting`` counts what only people can supply, by code."""

    spec: Spec
    slug: str
    title: str
    version: str
    dated: date
    sha256: str
    size: int
    pages: tuple[Measured, ...]
    checks: tuple[Examined, ...]
    findings: tuple[Finding, ...]
    waiting: tuple[tuple[str, int], ...]
    intent: HeldIntent
    """For which press the file says its inks are meant, read off the file itself."""

    @classmethod
    def of(
        cls,
        spec: Spec,
        made: File,
        pages: tuple[Measured, ...],
        checks: tuple[Examined, ...],
        about: tuple[Finding, ...],
    ) -> PreflightReport:
        """Return the verdict on ``made``; ``about`` is what was found in the piece as a whole."""
        job = made.composition.job
        counts = {code: sum(finding.code == code for finding in about) for code in WAITING}
        return cls(
            spec, job.slug, job.title, job.version, job.dated, hashlib.sha256(made.data).hexdigest(), len(made.data), pages,
            checks, made.findings, tuple((code, count) for code, count in counts.items() if count),
            held_intent(made.data),
        )  # fmt: skip

    @property
    def keeps_its_claim(self) -> bool:
        """Whether the file says of itself that it keeps the standard that the print shop wants; it may only where no check found an error."""
        return self.spec.claim == self.spec.printer.standard

    @property
    def passed(self) -> int:
        """How many checks found nothing."""
        return sum(not check.findings for check in self.checks)

    def looked_for(self, *, found: bool) -> tuple[str, ...]:
        """Return what the checks that found something looked for, one each; of those that did not, one line for all that stand together.

        What only readers on a screen meet is counted in ``for_readers`` instead.
        """
        told = [check for check in self.checks if bool(check.findings) == found and (found or not _for_readers(check))]
        together = groupby(told, key=lambda check: check.name if found else check.name.rpartition(".")[0])
        return tuple("; ".join(check.looks_for for check in checks) for _, checks in together)

    @property
    def for_readers(self) -> int:
        """How many checks that found nothing looked at tags, links, fields, bookmarks and attachments, which no press sees."""
        return sum(not check.findings and _for_readers(check) for check in self.checks)

    def what(self, code: str) -> str:
        """Return what the findings ``code`` in ``waiting`` are called."""
        return WAITING[code]

    def as_json(self) -> bytes:
        """Return the whole of it for programs, lengths in pt."""
        return (json.dumps(self._flat(), indent=1, ensure_ascii=False) + "\n").encode()

    def _flat(self) -> dict[str, Any]:
        spec, printer = self.spec, self.spec.printer
        return {
            "file": spec.file,
            "sha256": self.sha256,
            "bytes": self.size,
            "state": "proof, not for print" if spec.proof else "final",
            "piece": self.slug,
            "title": self.title,
            "version": self.version,
            "dated": self.dated.isoformat(),
            "printer": printer.title,
            "claim": {"wanted": str(printer.standard), "in_the_file": spec.claim or "", "kept": self.keeps_its_claim},
            "thresholds": {
                "bleed": spec.bleed,
                "safe": spec.safe,
                "ink_limit_percent": spec.ink_limit,
                "resolution_ppi": printer.resolution.model_dump(),
                "smallest_reversed": points(printer.smallest_reversed),
                "condition": spec.condition.identifier,
                "profile": spec.profile,
            },
            "output_intent": asdict(self.intent),
            "measured": [asdict(page) for page in self.pages],
            "checks": [
                {
                    "check": check.name,
                    "codes": check.codes,
                    "looks_for": check.looks_for,
                    "source": check.source,
                    "result": "found" if check.findings else "passed",
                    "findings": [finding.as_dict() for finding in check.findings],
                }
                for check in self.checks
            ],
            "findings": [finding.as_dict() for finding in self.findings],
            "waiting": [{"code": code, "what": WAITING[code], "count": count} for code, count in self.waiting],
        }


def _for_readers(check: Examined) -> bool:
    return check.name.startswith(FOR_READERS)
