"""Runs: words in pieces, each as it was written, drawn from a record, or given by the clinic."""

from __future__ import annotations

from dataclasses import dataclass, field

from brochures.findings import Place


@dataclass(frozen=True)
class Plain:
    """A run of words as they were written."""

    text: str


@dataclass(frozen=True)
class Call:
    """A telephone number that was verified or that the clinic gave. ``line`` is the help line that it is of."""

    text: str
    line: str = field(default="", compare=False)


@dataclass(frozen=True)
class Figure:
    """A number drawn from the record of ``study``."""

    text: str
    study: str = field(default="", compare=False)


@dataclass(frozen=True)
class ClinicFact:
    """A fact from ``clinic.yaml``; ``value`` is ``None`` until the clinic supplies it."""

    name: str
    value: str | None
    place: Place


Run = Plain | Call | Figure | ClinicFact
Words = tuple[Run, ...]
