"""Copyfit ladder: the copyfit ladder of a document type, declared by the designer in ``styles/documents/<document>.css``, and a place on it.

The declaration is two custom properties. Rungs come in the order in which they are tried, each with the designer's own setting, the
furthest it may go, and the step::

    :root[data-document="trifold"] {
      --copyfit: leading var(--full-leading) var(--full-leading-least) 0.5pt, tracking 0em -0.01em 0.005em, space 1 0.5 0.25;
      --copyfit-groups: inside-left inside-middle inside-right, flap, back, front;
    }

The regions of a group share one setting, so that panels that face each other keep one text size. A document type may stand on
several formats, as a booklet of eight pages or of twelve: panels that other formats have are passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from brochures.design.format_files import panels_of_formats
from brochures.design.styles import Styles
from brochures.design.tokens import Tokens
from brochures.findings import BrochureError, Place, codes
from brochures.findings.suggest import near

MOST_STEPS = 16
"""As many as four layouts can search by halves; with the first and the final one a page is laid out six times at most."""

PROPERTIES = {"space": "--fit-space", "leading": "--leading", "tracking": "--fit-tracking", "size": "--text-size"}
"""The rungs, and the custom property that each sets on the regions of a group."""

UNITS = {"space": "", "leading": "pt", "tracking": "em", "size": "pt"}

FLOORS = {
    "patient": {"size": Decimal(12), "leading": Decimal(15)},
    "clinician": {"size": Decimal(10), "leading": Decimal(13)},
}
"""The least size and leading for each kind of reader, in pt (docs/print.md, Type size)."""

TIGHTEST = Decimal("0.01")
"""How far tracking may go either way, in em."""

_NUMBER = re.compile(r"(-?\d+(?:\.\d+)?)(pt|em)?")


@dataclass(frozen=True)
class Rung:
    """One rung: from the designer's own setting down to the furthest it may go, by ``step``."""

    name: str
    start: Decimal
    end: Decimal
    step: Decimal

    @property
    def steps(self) -> int:
        """How many settings there are after the designer's own."""
        return int((self.start - self.end) / self.step)

    @property
    def values(self) -> tuple[Decimal, ...]:
        """Every setting after the designer's own."""
        return tuple(self.start - self.step * number for number in range(1, self.steps + 1))

    def written(self, value: Decimal) -> str:
        """Return ``value`` as CSS writes it."""
        return f"{value.normalize():f}{UNITS[self.name]}"


@dataclass(frozen=True)
class Ladder:
    """The copyfit ladder of a document type: its rungs in order, and the groups of regions that share a setting."""

    rungs: tuple[Rung, ...] = ()
    groups: tuple[tuple[str, ...], ...] = ()

    @property
    def settings(self) -> tuple[Mapping[str, str], ...]:
        """Every setting in order, the designer's own first: custom property and value."""
        found: list[dict[str, str]] = [{}]
        for rung in self.rungs:
            before = found[-1]
            found += [{**before, PROPERTIES[rung.name]: rung.written(value)} for value in rung.values]
        return tuple(found)

    def group(self, region: str) -> int | None:
        """Return the number of the group that ``region`` is in; copies of a card, ``front.1`` and so on, are set alike."""
        name = region.partition(".")[0]
        return next((number for number, group in enumerate(self.groups) if name in group), None)


@dataclass(frozen=True)
class Fit:
    """How far each group of a piece has gone down the ladder: its number and the number of its setting (0: as designed)."""

    ladder: Ladder = field(default_factory=Ladder)
    steps: Mapping[int, int] = field(default_factory=dict)

    def css(self, region: str) -> str:
        """Return the declarations for ``region``, empty where it is set as designed."""
        group = self.ladder.group(region)
        step = 0 if group is None else self.steps.get(group, 0)
        return "; ".join(f"{name}: {value}" for name, value in self.ladder.settings[step].items())

    def used(self) -> Iterator[tuple[tuple[str, ...], Mapping[str, str], int]]:
        """Yield each group that is not set as designed: its regions, its setting, and how many steps that are."""
        for number, step in sorted(self.steps.items()):
            if step:
                yield self.ladder.groups[number], self.ladder.settings[step], step


def read_ladder(styles: Styles, document: str, audience: str, regions: tuple[str, ...]) -> Ladder:
    """Return the ladder of ``document``, empty where it declares none. Raise ``BrochureError`` where it cannot be used."""
    tokens = styles.documents.get(document, Tokens(()))
    place = Place(f"styles/documents/{document}.css")
    try:
        rungs = tuple(_rung(words, audience) for words in _list(_asked(tokens, "--copyfit", audience)))
        groups = tuple(tuple(words.split()) for words in _list(_asked(tokens, "--copyfit-groups", audience)))
        _check(rungs, groups)
        groups = _on_format(groups, regions, styles)
    except ValueError as wrong:
        mend = "write each rung as NAME FROM TO STEP, and each group as panels of the format"
        raise BrochureError(codes.BAD_LADDER.at(place, str(wrong), mend)) from wrong
    return Ladder(rungs, groups)


def _asked(tokens: Tokens, name: str, audience: str) -> str:
    return tokens.value(name, audience) if name in tokens.names else ""


def _list(text: str) -> list[str]:
    return [words.strip() for words in text.split(",") if words.strip()]


def _rung(words: str, audience: str) -> Rung:
    name, *numbers = words.split()
    if name not in PROPERTIES:
        msg = f"there is no rung '{name}'; {near(name, PROPERTIES)}"
        raise ValueError(msg)
    if len(numbers) != 3:  # noqa: PLR2004 from, to, step
        msg = f"the rung '{words}' needs three numbers: from, to and step"
        raise ValueError(msg)
    start, end, step = (_number(name, number) for number in numbers)
    if end > start:
        msg = f"the rung '{words}' goes up; copyfit goes down, from the designer's setting to the tightest"
        raise ValueError(msg)
    if step <= 0 or step > start - end:
        msg = f"the rung '{words}' has no step"
        raise ValueError(msg)
    if (start - end) % step:
        msg = f"the rung '{words}' does not come to {end} in steps of {step}"
        raise ValueError(msg)
    floor = FLOORS[audience].get(name)
    if floor is not None and min(start, end) < floor:
        msg = f"the rung '{words}' goes below the floor of {floor} pt"
        raise ValueError(msg)
    if name == "tracking" and max(abs(start), abs(end)) > TIGHTEST:
        msg = f"the rung '{words}' goes beyond 10/1000 em"
        raise ValueError(msg)
    if name == "space" and end < 0:
        msg = f"the rung '{words}' would lay blocks over each other"
        raise ValueError(msg)
    return Rung(name, start, end, step)


def _number(name: str, text: str) -> Decimal:
    match = _NUMBER.fullmatch(text)
    if (
        match is None
        or (match[2] or "") not in {UNITS[name], ""}
        or (match[2] is None and UNITS[name] and Decimal(match[1]))
    ):
        msg = f"'{text}' is not a number{' in ' + UNITS[name] if UNITS[name] else ' without a unit'}"
        raise ValueError(msg)
    return Decimal(match[1])


def _on_format(
    groups: tuple[tuple[str, ...], ...], regions: tuple[str, ...], styles: Styles
) -> tuple[tuple[str, ...], ...]:
    """Return what of ``groups`` the format has, all of it where it has no panels. Raise ``ValueError`` for a panel that no format has."""
    if not regions:
        return groups
    strange = [region for group in groups for region in group if region not in regions]
    elsewhere = panels_of_formats(styles.folder / "formats") if strange else frozenset()
    for region in strange:
        if region not in elsewhere:
            msg = f"no format has a panel '{region}'; {near(region, regions)}"
            raise ValueError(msg)
    kept = (tuple(region for region in group if region in regions) for group in groups)
    return tuple(group for group in kept if group)


def _check(rungs: tuple[Rung, ...], groups: tuple[tuple[str, ...], ...]) -> None:
    names = [rung.name for rung in rungs]
    for name in names:
        if names.count(name) > 1:
            msg = f"the rung '{name}' stands twice"
            raise ValueError(msg)
    steps = sum(rung.steps for rung in rungs)
    if steps > MOST_STEPS:
        msg = f"the ladder has {steps} steps, more than {MOST_STEPS}"
        raise ValueError(msg)
    if rungs and not groups:
        msg = "the ladder has rungs and no groups of panels that take them"
        raise ValueError(msg)
    grouped = [region for group in groups for region in group]
    for region in grouped:
        if grouped.count(region) > 1:
            twice = "in two groups" if sum(region in group for group in groups) > 1 else "in its group twice"
            msg = f"the panel '{region}' is {twice}"
            raise ValueError(msg)
