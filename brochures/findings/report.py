"""Report: findings as text for people and as JSON for programs. Standard library only, like the manifest."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from brochures.findings import Finding, Severity, codes

WAITING = {code.name: code.counted for code in codes.ALL.values() if code.counted}
"""What findings that many statements share are called when they are counted, by code."""


IN_FULL = frozenset(code.name for code in codes.ALL.values() if code.in_full)
"""Those of ``WAITING`` that are listed and not counted, whoever asks: each is a fault of its own."""

BY_FAMILY = {"STY": 0, "PRE": 2, "PRS": 2, "HND": 3, "PUB": 3}
"""Causes come before what follows from them: styles first, what is seen in a finished file behind what was found on the way (1)."""

Paint = Callable[[str, str], str]


def plain(text: str, _: str) -> str:
    """Return ``text`` without colour."""
    return text


def as_json(findings: Iterable[Finding], encoding: str = "utf-8") -> str:
    """Return the list of findings that the command line's contract promises; letters that ``encoding`` lacks as JSON writes them (RFC 8259, 7)."""
    return as_letters([finding.as_dict() for finding in findings], encoding)


def as_letters(value: object, encoding: str) -> str:
    """Return ``value`` as JSON in the letters of ``encoding``."""
    text = json.dumps(value, indent=1, ensure_ascii=False)
    try:
        text.encode(encoding)
    except (LookupError, UnicodeEncodeError):
        return json.dumps(value, indent=1)
    return text


def as_text(findings: Sequence[Finding], paint: Paint = plain, *, fold: bool = False) -> str:
    """Return findings as lines; with ``fold``, what a piece waits for is counted instead of listed."""
    folded = [
        finding
        for finding in findings
        if fold and finding.severity is Severity.WARNING and finding.code in WAITING and finding.code not in IN_FULL
    ]
    shown = [finding for finding in findings if finding not in folded]
    return "\n".join([*(_lines(finding, paint) for finding in shown), *_counts(folded, paint)])


def _lines(finding: Finding, paint: Paint) -> str:
    where = str(finding.place)
    about = " ".join(
        part for part in (finding.piece, finding.edition, f"page {finding.page}" if finding.page else "") if part
    )
    place = f"{where} ({about})" if where and about else where or about or "build"
    severity = paint(str(finding.severity), finding.severity)
    line = f"{place} {finding.code} {severity}: {finding.message}"
    return f"{line}\n    help: {finding.help}" if finding.help else line


def _counts(findings: Sequence[Finding], paint: Paint) -> list[str]:
    lines = []
    for piece in dict.fromkeys(finding.piece for finding in findings):
        counted = Counter(finding.code for finding in findings if finding.piece == piece)
        what = ", ".join(f"{number} {WAITING[code]} ({code})" for code, number in sorted(counted.items()))
        lines.append(
            f"{piece} {paint('proof', 'warning')}: {what}\n    help: './build.py check {piece}' lists each of them with its place"
        )
    return lines


def as_table(rows: Sequence[Sequence[str]], right: frozenset[int] = frozenset()) -> str:
    """Return ``rows``, the first of them the heads, as lines with aligned columns; those numbered in ``right`` end together."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join(
            cell.rjust(width) if number in right else cell.ljust(width)
            for number, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    )


def sorted_findings(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return ``findings`` without repeats: errors first, causes before what follows from them, then by place."""
    rank = {"error": 0, "warning": 1, "note": 2}
    return tuple(
        sorted(
            dict.fromkeys(findings),
            key=lambda finding: (
                rank[finding.severity],
                BY_FAMILY.get(finding.code[:3], 1),
                finding.place,
                finding.code,
                finding.piece,
            ),
        )
    )


def about_piece(findings: Iterable[Finding], slug: str) -> tuple[Finding, ...]:
    """Return what of ``findings`` is about the piece ``slug`` as a whole, and not about one of its editions."""
    return tuple(finding for finding in findings if finding.piece == slug and not finding.edition)
