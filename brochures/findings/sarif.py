"""SARIF: findings for programs that show results of checks beside the files (OASIS, SARIF 2.1.0). Standard library only, like the report."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from typing import Any
from urllib.parse import quote

from brochures.findings import Finding, codes
from brochures.findings.report import as_letters

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"

ROOT = "%SRCROOT%"
"""What paths are relative to: the top of the project, wherever a reader has it."""


def as_sarif(findings: Sequence[Finding], encoding: str = "utf-8") -> str:
    """Return ``findings`` as one run of SARIF 2.1.0; letters that ``encoding`` lacks as JSON writes them."""
    names = sorted({finding.code for finding in findings})
    run = {
        "tool": {"driver": {"name": "build.py", "rules": [_rule(name) for name in names]}},
        "invocations": [{"executionSuccessful": True}],
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {
            ROOT: {"description": {"text": "The folder that holds content/, templates/ and styles/."}}
        },
        "results": [_result(finding, names.index(finding.code)) for finding in findings],
    }
    return as_letters({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, encoding)


def _rule(name: str) -> dict[str, Any]:
    known = codes.ALL.get(name)
    if known is None:
        return {"id": name}
    return {
        "id": name,
        "shortDescription": {"text": known.title},
        "fullDescription": {"text": known.explanation},
        "help": {"text": known.mend or known.explanation},
        "defaultConfiguration": {"level": str(known.severity)},
    }


def _result(finding: Finding, rule: int) -> dict[str, Any]:
    about = {"piece": finding.piece, "edition": finding.edition, "page": finding.page}
    said = f"{finding.message}\nhelp: {finding.help}" if finding.help else finding.message
    return {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": str(finding.severity),
        "message": {"text": said},
        "locations": [*_locations(finding)],
        "partialFingerprints": {"finding/v1": _fingerprint(finding)},
        "properties": {key: value for key, value in about.items() if value},
    }


def _locations(finding: Finding) -> Iterable[dict[str, Any]]:
    """Return where a finding is: in which file, and where it has none in which piece."""
    place = finding.place
    found: dict[str, Any] = {}
    if place.file:
        absolute = place.file.startswith("/")
        at = {"uri": f"file://{quote(place.file)}"} if absolute else {"uri": quote(place.file), "uriBaseId": ROOT}
        region = {"startLine": place.line, "startColumn": place.column} if place.line else {}
        known = {key: number for key, number in region.items() if number}
        found["physicalLocation"] = {"artifactLocation": at, **({"region": known} if known else {})}
    if finding.piece:
        found["logicalLocations"] = [{"name": finding.piece, "kind": "module"}]
    return [found] if found else []


def _fingerprint(finding: Finding) -> str:
    """Return what stays the same for a finding while lines above it come and go."""
    parts = (finding.code, finding.place.file, finding.message, finding.piece, finding.edition)
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32]
