"""Findings: what the program has to say about a document, each with its place, its measured fact and its smallest mend.

``check``        a check and its record: what it looks for, and by which source
``codes``        every finding code
``explained``    a code in full, with the checks that may find it
``plain_words``  what an error of Python says, for who is no programmer
``report``       findings as text for people and as JSON for programs
``table_cells``  what a table program would take for a formula
``sarif``        findings for programs that show them beside the files
``annotations``  findings for the log of a GitHub workflow
``suggest``      the known name that a mistyped one probably is

A stage returns ``Finding`` values, or raises ``BrochureError`` with them. This package imports nothing of ours, so that every stage may use it.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum
from typing import Any


class Severity(StrEnum):
    """How much a finding weighs: an error stops the piece, a warning makes it a proof, a note only tells."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, order=True)
class Place:
    """A place in a file: path relative to the project's root, line and column counted from 1 (0: not known)."""

    file: str = ""
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        """Return ``file:line:column``, without the parts that are not known."""
        parts = [self.file, *(str(number) for number in (self.line, self.column) if number)]
        return ":".join(part for part in parts if part)


NOWHERE = Place()


@dataclass(frozen=True)
class Finding:
    """One thing found in one place, in the words of the person who can mend it."""

    code: str
    severity: Severity
    message: str
    help: str = ""
    place: Place = NOWHERE
    piece: str = ""
    edition: str = ""
    page: int = 0
    area: tuple[float, float, float, float] | None = None
    """Where on the page it lies, for a picture of it: left, top, right, bottom in pt from the trim's top left corner."""

    @property
    def is_error(self) -> bool:
        """Whether this finding keeps its piece from being published."""
        return self.severity is Severity.ERROR

    def about(self, piece: str = "", edition: str = "", page: int = 0) -> Finding:
        """Return the same finding with the piece, edition and page (from 1) that it speaks of."""
        return replace(self, piece=piece or self.piece, edition=edition or self.edition, page=page or self.page)

    def on(self, area: tuple[float, float, float, float], page: int) -> Finding:
        """Return the same finding with where it lies on which page (from 1)."""
        return replace(self, area=area, page=page)

    def as_dict(self) -> dict[str, Any]:
        """Return the flat form of the command line's JSON contract; ``area`` is for pictures only and not part of it."""
        place = asdict(self.place)
        return {
            "code": self.code,
            "severity": str(self.severity),
            "message": self.message,
            "help": self.help,
            **place,
            "piece": self.piece,
            "edition": self.edition,
            "page": self.page,
        }

    @classmethod
    def from_dict(cls, flat: dict[str, Any]) -> Finding:
        """Return the finding that ``as_dict`` wrote."""
        return cls(
            code=flat["code"],
            severity=Severity(flat["severity"]),
            message=flat["message"],
            help=flat["help"],
            place=Place(flat["file"], flat["line"], flat["column"]),
            piece=flat["piece"],
            edition=flat["edition"],
            page=flat["page"],
        )


@dataclass(frozen=True)
class Code:
    """The record of a permanent finding code: its name, usual severity, one-line meaning, longer explanation, and how to mend it.

    ``bad`` is an example of what it speaks of and ``good`` the same mended. ``looks_for`` and ``source`` are as those of a ``Check``: of a
    code that checks may find they stand there, and are empty here. ``counted`` names several findings of it in one line ("3 reviews out of
    date"): those that only people can mend. ``build`` counts them, ``check`` lists them; those ``in_full`` are listed by both.
    """

    name: str
    severity: Severity
    title: str
    explanation: str = field(repr=False)
    mend: str = field(default="", repr=False)
    bad: str = field(default="", repr=False)
    good: str = field(default="", repr=False)
    looks_for: str = field(default="", repr=False)
    source: str = field(default="", repr=False)
    counted: str = field(default="", repr=False)
    in_full: bool = field(default=False, repr=False)

    def at(
        self,
        place: Place,
        message: str,
        help: str = "",  # noqa: A002 the contract's word
        *,
        severity: Severity | None = None,
    ) -> Finding:
        """Return a finding of this code at ``place``; ``severity`` overrides the usual one."""
        return Finding(self.name, severity or self.severity, message, help, place)


class BrochureError(Exception):
    """A stage could make no value at all; the findings say why."""

    def __init__(self, *findings: Finding) -> None:
        """Keep the findings; the text of the exception is their messages."""
        super().__init__("; ".join(finding.message for finding in findings))
        self.findings = findings


class UsageError(Exception):
    """Something was asked for that there is not; the text of the exception says what there is instead."""
