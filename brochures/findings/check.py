"""Check: a function that looks for one kind of mistake, and beside it what people read of it in reports and in the list of codes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Generic, ParamSpec

from brochures.findings import Code, Finding

P = ParamSpec("P")


@dataclass(frozen=True)
class Check(Generic[P]):
    """A check, called like its ``function``.

    ``codes`` are all that it may find. ``looks_for`` names it for a print shop, a designer or a writer, as it stands in a list. ``source``
    is the rule that it holds to: a standard's clause or a page of ``docs/`` with its heading; several stand between semicolons.
    """

    function: Callable[P, Iterator[Finding]]
    codes: tuple[Code, ...]
    looks_for: str
    source: str

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> Iterator[Finding]:
        """Return what the check finds."""
        return self.function(*args, **kwargs)

    @property
    def name(self) -> str:
        """Where it stands: room, module and function, such as ``preflight.press.hairlines.hairlines``."""
        return f"{self.function.__module__}.{self.function.__name__}".partition(".")[2]


def check(*codes: Code, looks_for: str, source: str) -> Callable[[Callable[P, Iterator[Finding]]], Check[P]]:
    """Return what makes a ``Check`` of the function below it."""

    def recorded(function: Callable[P, Iterator[Finding]]) -> Check[P]:
        return Check(function, codes, looks_for, source)

    return recorded
