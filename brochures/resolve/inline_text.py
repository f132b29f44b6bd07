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


@dataclass(frozen=True)
class LawWords:
    """A paragraph of the text of law called ``name``, quoted; empty until ``supplied_by`` brings the words. ``place``: where the text is written."""

    name: str
    text: str
    place: Place
    supplied_by: str = ""


Run = Plain | Call | Figure | ClinicFact | LawWords
Words = tuple[Run, ...]


def is_law(words: Words) -> bool:
    """Return whether ``words`` are a text of law and nothing else."""
    return len(words) == 1 and isinstance(words[0], LawWords)


@dataclass(frozen=True)
class Wording:
    """A statement's words for one audience: a lead, points under it (``numbered`` where they are steps), paragraphs ``after`` them in quoted law."""

    lead: Words
    items: tuple[Words, ...] = ()
    after: tuple[Words, ...] = ()
    numbered: bool = False

    @property
    def is_law(self) -> bool:
        """Whether it is a text of law and nothing else."""
        return is_law(self.lead)

    @property
    def parts(self) -> tuple[Words, ...]:
        """All of it, in reading order."""
        return (self.lead, *self.items, *self.after)
