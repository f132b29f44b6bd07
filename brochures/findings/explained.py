"""Explained: a finding code in full, from its own record and those of the checks that may find it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from brochures.findings import Code, codes
from brochures.findings.check import Check


@dataclass(frozen=True)
class Explained:
    """A code with what is looked for and by which rules: as its own record has it, or where checks stand behind it, theirs."""

    code: Code
    looks_for: tuple[str, ...]
    sources: tuple[str, ...]

    @classmethod
    def of(cls, code: Code, checks: Iterable[Check[Any]]) -> Explained:
        """Return what ``code`` says, and those of ``checks`` that may find it."""
        records: list[Code | Check[Any]] = [code, *(one for one in checks if code in one.codes)]
        sources = (source for record in records for source in record.source.split("; "))
        return cls(code, _once(record.looks_for for record in records), _once(sources))

    @property
    def family(self) -> str:
        """The first letters of its name."""
        return self.code.name[:3]

    def as_text(self) -> str:
        """Return all of it for a terminal."""
        parts = {
            "looks for": self.looks_for,
            "source": self.sources,
            "mend": (self.code.mend,),
            "bad": self.code.bad.splitlines(),
            "good": self.code.good.splitlines(),
        }
        lines = [line for name, told in parts.items() for line in _column(name, told)]
        return "\n".join(
            [f"{self.code.name} ({self.code.severity}): {self.code.title}", "", self.code.explanation, "", *lines]
        )


def explained(checks: Sequence[Check[Any]]) -> dict[str, Explained]:
    """Return every code by its name, family by family, with what ``checks`` say of it."""
    order = [*codes.FAMILIES]
    names = sorted(codes.ALL, key=lambda name: (order.index(name[:3]), name))
    declaring: dict[str, list[Check[Any]]] = {name: [] for name in names}
    for one in checks:
        for name in {code.name for code in one.codes} & declaring.keys():
            declaring[name].append(one)
    return {name: Explained.of(codes.ALL[name], declaring[name]) for name in names}


def _once(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, texts)))


def _column(name: str, told: Iterable[str]) -> Iterator[str]:
    """Yield ``told`` below each other, ``name`` before the first."""
    for number, line in enumerate(told):
        yield f"{'' if number else name + ':':11}{line}"
