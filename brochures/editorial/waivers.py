"""Waivers: findings that somebody lets pass, with a reason and until a day. What is let pass is told as a note."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from brochures.findings import Finding, Severity, codes
from brochures.resolve.waived import Waived

NEVER = frozenset({"LOD", "RES", "LAW", "STY", "CMP", "PUB", "REL", "WVR"})
"""Families that nobody can let pass: without the value there is nothing to print, the law and styles are everybody's, and only a person can sign."""

PASSED = "let pass until"


def let_pass(findings: Iterable[Finding], waivers: Sequence[Waived], today: date) -> tuple[Finding, ...]:
    """Return ``findings`` with those that a waiver speaks of as notes."""
    valid = [waived for waived in waivers if _is_valid(waived) and today < waived.waiver.expires]
    return tuple(_passed(finding, valid) for finding in findings)


def about_waivers(waivers: Sequence[Waived], today: date) -> Iterator[Finding]:
    """Yield each waiver that has run out, and each that can let nothing pass."""
    for waived in waivers:
        code = waived.waiver.code
        if not _is_valid(waived):
            known = "can never be let pass" if code in codes.ALL else "is no finding's code"
            yield codes.VOID_WAIVER.at(
                waived.place, f"the waiver '{waived.name}' is void: {code} {known}", "take the waiver out"
            )
        elif today >= waived.waiver.expires:
            yield codes.EXPIRED_WAIVER.at(
                waived.place,
                f"the waiver '{waived.name}' ended on {waived.waiver.expires}",
                "mend what it let pass, or have it read again and set a new day",
            )


def unused(findings: Iterable[Finding], waivers: Sequence[Waived], today: date) -> Iterator[Finding]:
    """Yield each waiver in force that let nothing pass in a run that looked at everything."""
    used = {finding.message.rpartition(f"; {PASSED} ")[2] for finding in findings if finding.severity is Severity.NOTE}
    for waived in waivers:
        if _is_valid(waived) and today < waived.waiver.expires and _reason(waived) not in used:
            yield codes.UNUSED_WAIVER.at(
                waived.place,
                f"the waiver '{waived.name}' lets nothing pass: there is no {waived.waiver.code} where it points",
                "take the waiver out",
            )


def _is_valid(waived: Waived) -> bool:
    return waived.waiver.code in codes.ALL and waived.waiver.code[:3] not in NEVER


def _passed(finding: Finding, waivers: Sequence[Waived]) -> Finding:
    for waived in waivers:
        if _is_about(waived, finding):
            return replace(finding, severity=Severity.NOTE, message=f"{finding.message}; {PASSED} {_reason(waived)}")
    return finding


def _reason(waived: Waived) -> str:
    return f"{waived.waiver.expires} ({waived.name}): {waived.waiver.reason}"


def _is_about(waived: Waived, finding: Finding) -> bool:
    waiver = waived.waiver
    if finding.code != waiver.code or (waiver.words is not None and waiver.words not in finding.message):
        return False
    if waiver.thing is not None and waiver.thing == finding.piece and waiver.file in {None, finding.place.file}:
        return True
    in_file = waived.file != "" and waived.file == finding.place.file
    return in_file and (not waived.last or waived.first <= finding.place.line <= waived.last)
