"""Text conservation: every word that was composed comes out of the finished file, once, in its place, in order, and to be seen."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from brochures.findings import NOWHERE, Finding, codes
from brochures.findings.check import check
from brochures.geometry.box import Box
from brochures.geometry.passages import count
from brochures.layout.checks.overset import oversets
from brochures.layout.checks.subject import area, counted, shown
from brochures.preflight.expected_text import Said
from brochures.preflight.extracted_text import Run
from brochures.preflight.text_subject import Reading

SEEN = 0.6
"""The share of its ink that a run of words must show; drawn at 72 ppi, good small type shows 0.85 and more."""

DASHES = "-\N{EN DASH}\N{EM DASH} "
"""What stands alone between the numbers of two links, and is too thin to be measured at 72 ppi."""

SLACK = 1.5
"""How far a line may stand above the one before it and still be beside it, in pt."""

OVERLAP = 0.35
"""The share of the smaller of two runs that may lie under the other before one hides the other."""


@check(
    codes.LOST_WORDS,
    looks_for="words of the piece that are missing from the file",
    source="docs/engine.md, Words that fall off a page",
)
def lost(reading: Reading) -> Iterator[Finding]:
    """Yield, for each passage whose composed words the file does not hold, what is missing."""
    missing: dict[tuple[str, str, int], list[tuple[Said, str]]] = {}
    for index, rest in reading.match.missing.items():
        said = reading.printed[index]
        missing.setdefault((said.region, said.block, said.passage), []).append((said, rest))
    for (region, _, _), texts in missing.items():
        letters = sum(len(rest) for _, rest in texts)
        said, rest = texts[0]
        place = reading.place_in(said, count(said.text) - count(rest))
        where = f"the panel '{region}'" if region else "the piece"
        whole = rest == said.text
        yield codes.LOST_WORDS.at(
            place,
            f"{letters} letters of {where} are not in the finished file, from '{shown(said.shown) if whole else rest[:40]}'",
            "look for a style that hides them, or a box that the page cuts off",
        )


@check(
    codes.STRAY_WORDS,
    looks_for="words that do not belong to the piece, stand twice, or stand outside of their own panel",
    source="docs/engine.md, Words that fall off a page",
)
def stray(reading: Reading) -> Iterator[Finding]:
    """Yield words that nobody composed, words that stand twice, and words that stand outside of their own panel."""
    by_page: dict[int, list[Run]] = {}
    for run in reading.match.stray:
        by_page.setdefault(run.page, []).append(run)
    for page, runs in by_page.items():
        yield codes.STRAY_WORDS.at(
            NOWHERE,
            f"{counted(len(runs), 'run')} of words that the piece does not have here, from '{shown(runs[0].shown)}'",
            "compose the words in a template, or declare what makes them",
        ).on(area(runs[0].box), page)
    # A panel that is overset has said so already, with the words to cut.
    panels = {region.name: region for region in reading.pages.sheets.panels if not any(oversets(region))}
    moved: dict[str, list[tuple[Said, Run]]] = {}
    for index, found in reading.match.found.items():
        said = reading.printed[index]
        home = panels.get(said.region)
        for run in found if home else ():
            if home and (run.page != home.page or not run.box.meets(_wider(home.on_sheet))):
                moved.setdefault(said.region, []).append((said, run))
    for region, pairs in moved.items():
        said, run = pairs[0]
        yield codes.STRAY_WORDS.at(
            reading.place_of(run),
            f"{counted(len(pairs), 'run')} of words of the panel '{region}' stand outside of it, from '{shown(run.shown)}'",
            "let the panel hold its words",
        ).on(area(run.box), run.page)


@check(
    codes.HIDDEN_WORDS,
    looks_for="words that nobody can see: cut off, covered, beyond the trim, or in the colour of their ground",
    source="docs/engine.md, Words that fall off a page",
)
def hidden(reading: Reading) -> Iterator[Finding]:
    """Yield words that a reader cannot see: clipped, covered, beyond the trim, in the colour of their ground, under other words."""
    unseen: dict[tuple[int, str], list[Run]] = {}
    for run in reading.runs:
        if run.seen < SEEN and run.text.strip(DASHES):
            said = reading.said_by(run)
            unseen.setdefault((run.page, f"{said.region} {said.block}" if said else ""), []).append(run)
    for runs in unseen.values():
        share = sum(run.seen for run in runs) / len(runs)
        words = shown(" ".join(run.shown for run in runs))
        yield _hidden(reading, runs[0], f"only {share * 100:.0f} % of '{words}' can be seen")
    for page in range(1, len(reading.pages.sheets.pages) + 1):
        for under, over in _overlaps([run for run in reading.runs if run.page == page]):
            yield _hidden(reading, under, f"'{shown(over.shown)}' is printed over '{shown(under.shown)}'")


def _hidden(reading: Reading, run: Run, message: str) -> Finding:
    return codes.HIDDEN_WORDS.at(
        reading.place_of(run),
        message,
        "look for a box that clips or covers it, the edge of the sheet, or a colour too near that of its ground",
    ).on(area(run.box), run.page)


@check(
    codes.WRONG_ORDER,
    looks_for="words that are read aloud, or met down a panel, in the wrong order",
    source="ISO 32000-1, 14.8.2.3; docs/engine.md, Tags",
)
def order(reading: Reading) -> Iterator[Finding]:
    """Yield the first words of each page that come too early: in the structure of a tagged file, else down each panel."""
    told: set[int] = set()
    for finding in _structure_order(reading, reading.ranks) if reading.ranks is not None else _panel_order(reading):
        if finding.page not in told:
            told.add(finding.page)
            yield finding


def _panel_order(reading: Reading) -> Iterator[Finding]:
    panels: dict[str, list[int]] = {}
    for index in reading.match.found:
        if reading.printed[index].region:
            panels.setdefault(reading.printed[index].region, []).append(index)
    for indices in panels.values():
        firsts = [run for index in indices for run in reading.match.found[index][:1]]
        for before, run in pairwise(firsts):
            if before.page == run.page and _is_above(run.box, before.box):
                yield _misplaced(reading, run, f"'{shown(run.shown)}' stands above '{shown(before.shown)}'")


def _structure_order(reading: Reading, ranks: Mapping[tuple[int, int], int]) -> Iterator[Finding]:
    last, before = -1, ""
    for index in reading.match.found:
        # In place of the words of a drawing its alternative text is read, and of the number of a page its label.
        for run in reading.match.found[index] if reading.printed[index].role not in {"drawing", "unread"} else ():
            rank = ranks.get((run.page, run.mark))
            if rank is None:
                yield _misplaced(reading, run, f"'{shown(run.shown)}' is in no place of the structure")
            elif rank < last:
                yield _misplaced(reading, run, f"'{shown(run.shown)}' is read before '{shown(before)}'")
            else:
                last, before = rank, run.shown


def _misplaced(reading: Reading, run: Run, message: str) -> Finding:
    return codes.WRONG_ORDER.at(
        reading.place_of(run),
        f"{message}, although it comes after it",
        "put the words into the template in the order of reading; data-order sets the order of panels",
    ).on(area(run.box), run.page)


def _is_above(box: Box, before: Box) -> bool:
    """Whether ``box`` stands above ``before`` and not beside it or in a column to its right."""
    return box.bottom < before.top - SLACK and box.left < before.right


def _overlaps(runs: Sequence[Run]) -> Iterator[tuple[Run, Run]]:
    """Yield each pair of runs that lie over each other, the one drawn first first. A mark lies over its letter, and is no run by itself."""
    lying = [(number, run) for number, run in enumerate(runs) if not unicodedata.combining(run.text[0])]
    rows = sorted(lying, key=lambda pair: pair[1].box.top)
    for position, (first, one) in enumerate(rows):
        for second, other in rows[position + 1 :]:
            if other.box.top >= one.box.bottom:
                break
            if one.box.meets(other.box) and _shared(one.box, other.box) > OVERLAP:
                yield (one, other) if first < second else (other, one)


def _shared(one: Box, other: Box) -> float:
    width = min(one.right, other.right) - max(one.left, other.left)
    height = min(one.bottom, other.bottom) - max(one.top, other.top)
    smaller = min(one.width * one.height, other.width * other.height)
    return width * height / smaller if smaller else 0.0


def _wider(box: Box) -> Box:
    """Return ``box`` with room for what hangs out of a line: accents, superscripts."""
    return Box(box.left - 2, box.top - 2, box.right + 2, box.bottom + 2)
