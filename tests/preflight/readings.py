"""What a finished file says, made by hand: composed texts, runs of words, and the two held against each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from brochures.compose.html import Composition
from brochures.geometry.box import Box
from brochures.geometry.pages import Line, MeasuredPage, MeasuredPages, Paragraph, Region
from brochures.geometry.passages import Stretch
from brochures.layout.checks.subject import Pages
from brochures.preflight.expected_text import Composed, Said
from brochures.preflight.extracted_text import Run
from brochures.preflight.text_matching import match
from brochures.preflight.text_subject import Reading

ROOM = Box(0, 0, 300, 400)


def said(text: str, region: str = "", *, passage: int = -1, **about: Any) -> Said:
    """Return a composed text; it compares without spaces and capitals."""
    whole: dict[str, Any] = {"block": "", "role": "", "turn": 10**6, "table": -1, "group": 0} | about
    squeezed = "".join(text.split()).casefold()
    stretches = () if passage < 0 else (Stretch(0, passage),)
    return Said(squeezed, text, region, stretches=stretches, **whole)


def run(
    text: str, left: float = 0, top: float = 0, page: int = 1, *, mark: int = -1, seen: float = 1.0, width: float = 0
) -> Run:
    """Return a run of words, 6 pt wide a letter and 10 pt high."""
    squeezed = "".join(text.split()).casefold()
    box = Box(left, top, left + (width or 6 * len(squeezed)), top + 10)
    return Run(page, squeezed, text, box, mark, seen)


def reading(
    composition: Composition,
    texts: Sequence[Said] = (),
    runs: Sequence[Run] = (),
    *,
    pages: int = 1,
    regions: Iterable[Region] = (),
    alternatives: Sequence[str] = (),
    references: Sequence[str] = (),
    margins: Mapping[tuple[int, str], tuple[Run, ...]] | None = None,
    tables: Mapping[int, frozenset[int]] | None = None,
    **about: Any,
) -> Reading:
    """Return a reading of ``pages`` pages on which ``texts`` were composed and ``runs`` came out."""
    held = tuple(regions)
    sheets = MeasuredPages(
        tuple(
            MeasuredPage(
                number, 300, 400, tuple(region for region in held if region.page == number),
                tables=(tables or {}).get(number, frozenset()),
            )
            for number in range(1, pages + 1)
        ),
        {0: Paragraph(0, "p", (), "", 15, 12)},
    )  # fmt: skip
    printed = tuple(text for text in texts if text.role not in {"running", "head"})
    whole: dict[str, Any] = {
        "runs": tuple(runs), "margins": margins or {}, "match": match(printed, runs, sheets.panels), "generated": (), "heads": (),
        "tree": (), "ranks": None, "file": None,
    }  # fmt: skip
    return Reading(
        Pages(composition, sheets),
        Composed(tuple(texts), tuple(alternatives), tuple(references)),
        printed,
        **(whole | about),
    )


def panel(name: str, box: Box = ROOM, page: int = 1, lines: tuple[Line, ...] = ()) -> Region:
    """Return a panel."""
    return Region("panel", name, page, box, "", lines)


def proof(composition: Composition, **labels: str) -> Composition:
    """Return the same piece with other ``labels``."""
    return replace(composition, job=replace(composition.job, labels={**composition.job.labels, **labels}))
