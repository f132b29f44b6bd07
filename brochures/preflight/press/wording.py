"""Wording: what is wrong with painted objects, in words, once for each page, rule and measured value, with the place of the first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from brochures.findings import NOWHERE, Code, Finding, Place, Severity
from brochures.geometry.box import Box
from brochures.geometry.units import INCH, MM
from brochures.preflight.press.subject import Subject
from brochures.separations import Colour, Painted


@dataclass(frozen=True)
class Fault:
    """One object that breaks a rule: the measured fact, which names the object, and the smallest mend. ``severity`` None: the code's own."""

    thing: Painted
    fact: str
    mend: str
    severity: Severity | None = None
    place: Place = NOWHERE
    """What in the shop it is made from, where that is known."""


def told(subject: Subject, code: Code, faults: Iterable[Fault]) -> Iterator[Finding]:
    """Yield ``faults`` as findings of ``code``: those of one page that say the same together, with how many they are."""
    alike: dict[tuple[int, str, str, Severity | None, Place], list[Box]] = {}
    for fault in faults:
        same = (fault.thing.where.page, fault.fact, fault.mend, fault.severity, fault.place)
        alike.setdefault(same, []).append(fault.thing.box)
    for (page, fact, mend, severity, written), (first, *others) in alike.items():
        more = f"; {len(others)} more on this page" if others else ""
        finding = code.at(written, f"{fact}, {place(first, metric=subject.metric)}{more}", mend, severity=severity)
        yield finding.on((first.left, first.top, first.right, first.bottom), page)


def place(box: Box, *, metric: bool) -> str:
    """Return where the top left corner of ``box`` lies, measured from the trim's left and top edges, in words."""
    return (
        f"{_distance(box.left, 'left', metric=metric)} and {_distance(box.top, 'top', metric=metric)} edge of the trim"
    )


def _distance(length: float, edge: str, *, metric: bool) -> str:
    amount = f"{abs(length) / MM:.1f} mm" if metric else f"{abs(length) / INCH:.2f} in"
    return (
        f"{amount} beyond the {edge}"
        if float(amount.split(maxsplit=1)[0]) and length < 0
        else f"{amount} from the {edge}"
    )


def built(colour: Colour) -> str:
    """Return the inks of a colour in words, those of nothing left out: ``100 % cyan and 62 % black``."""
    parts = [f"{round(amount * 100, 1):g} % {_called(name)}" for name, amount in (colour.inks or {}).items() if amount]
    return " and ".join(filter(None, (", ".join(parts[:-1]), *parts[-1:]))) or "no ink"


def _called(ink: str) -> str:
    return ink.lower() if ink in {"Cyan", "Magenta", "Yellow", "Black"} else f"'{ink}'"


def lettered(thing: Painted) -> str:
    """Return what text is called in a finding: by its size in pt."""
    return f"text of {thing.lettering.size:.4g} pt" if thing.lettering else "text"


def called(thing: Painted) -> str:
    """Return what an object is called in a finding."""
    return lettered(thing) if thing.lettering is not None else _KINDS[thing.kind]


_KINDS = {
    "text": "text",
    "fill": "an area",
    "stroke": "a line",
    "image": "an image",
    "image mask": "an image",
    "shading": "a gradient",
}
