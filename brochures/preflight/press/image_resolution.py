"""Image resolution: as many pixels to the inch as their place on the page needs (docs/print.md, Pictures)."""

from __future__ import annotations

from collections.abc import Iterator

from brochures.findings import NOWHERE, Code, Finding, Severity, codes
from brochures.findings.check import check
from brochures.preflight.press.subject import Subject
from brochures.preflight.press.wording import Fault, told
from brochures.separations import PaintedImage

FEW = 16
"""Images that have no more pixels than this either way hold no detail (GWG 2022, R0031)."""


@check(
    codes.PRESS_COARSE,
    looks_for="photographs and other pictures in tones with too low a resolution where they stand",
    source="GWG 2022, R0031; docs/print.md, Pictures",
)
def contone(subject: Subject) -> Iterator[Finding]:
    """Yield photographs and other pictures in tones that are too coarse."""
    wanted = subject.printer.resolution
    return _coarse(subject, codes.PRESS_COARSE, wanted.least, wanted.wanted, line_art=False)


@check(
    codes.PRESS_COARSE_LINES,
    looks_for="line art of one bit with too low a resolution where it stands",
    source="GWG 2022, R0032; docs/print.md, Pictures",
)
def line_art(subject: Subject) -> Iterator[Finding]:
    """Yield pictures of black or nothing that are too coarse."""
    wanted = subject.printer.resolution
    return _coarse(subject, codes.PRESS_COARSE_LINES, wanted.line_art_least, wanted.line_art_wanted, line_art=True)


def _coarse(subject: Subject, code: Code, least: int, wanted: int, *, line_art: bool) -> Iterator[Finding]:
    faults = []
    for thing in subject.visible:
        picture = thing.picture
        if picture is None or _is_line_art(picture) != line_art or max(picture.width, picture.height) <= FEW:
            continue
        ppi = round(picture.ppi)
        if ppi <= wanted:
            place, use = subject.picture_at(thing)
            put = f", put at {use}," if use != NOWHERE else ""
            fact = f"an image of {picture.width} x {picture.height} pixels{put} has {ppi} to the inch here, not more than {least if ppi <= least else wanted}"
            mend = f"give it {wanted / picture.ppi:.1f} times as many pixels, or print it smaller"
            faults.append(Fault(thing, fact, mend, None if ppi <= least else Severity.WARNING, place))
    return told(subject, code, faults)


def _is_line_art(picture: PaintedImage) -> bool:
    return picture.bits == 1
