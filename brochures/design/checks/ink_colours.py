"""What the inks of a token look like on paper, held against what the screen shows; and type against its ground."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from math import dist
from pathlib import Path
from typing import Any

from PIL import Image, ImageCms

from brochures.design.checks.subject import StyleSheets
from brochures.design.inks import PRIVATE, read_inks
from brochures.design.pattern_book import contrast
from brochures.findings import BrochureError, Finding, Place, codes
from brochures.findings.check import check

_HEX = re.compile(r"#[0-9a-f]{6}", re.IGNORECASE)

NEAR = 6.0
"""How far apart in CIELAB (1976) a printed colour and the one on the screen may lie: two of them side by side look like one."""

PAPER = Path("profiles") / "TR006_coated.icc"
"""The coated paper for which inks are chosen (styles/tokens/palette.css); without its profile nothing is compared."""

ALL_INKS = 400.0
"""Four full inks, in per cent: what a printing condition carries is asked for where its file is made."""

PLAIN_BLACK = ("#000000", ["0", "0", "0", "100"])
"""The darkest that a screen shows, printed in one ink: on paper it is lighter, and sharper than four inks."""

READ, SEEN = 4.5, 3.0
"""The least contrast of type, and of a drawing that says something (WCAG 2.1, 1.4.3 and 1.4.11)."""

GROUNDS = ("--paper", "--ground-water", "--ground-sand", "--ground-flap")
SCENES = ("bridge", "bench", "door", "spring", "bank", "valley")
PAIRS = (
    *((ink, ground, READ) for ink in ("--ink", "--ink-soft", "--ink-strong", "--accent") for ground in GROUNDS),
    ("--ink-reversed", "--layer-near", READ),
    ("--stream-three", "--paper", READ),
    ("--stream-two", "--paper", SEEN),
    *((ink, f"--sky-{scene}", READ) for ink in ("--ink", "--ink-strong") for scene in SCENES),
    *(("--rule-strong", ground, SEEN) for ground in GROUNDS),
)
"""Which role stands on which ground, and the least contrast that it needs there. What only decorates is not listed."""


def inks(styles: StyleSheets) -> Iterator[Finding]:
    """Find each private colour whose inks are missing, or are not four amounts: whatever a print shop can carry."""
    try:
        read_inks(styles.styles.tokens, ALL_INKS)
    except BrochureError as wrong:
        yield from wrong.findings


@check(
    codes.FAR_INKS,
    looks_for="inks of the tokens that print another colour than the screen shows",
    source="docs/designers.md, Colours and inks",
)
def far_inks(styles: StyleSheets) -> Iterator[Finding]:
    """Find each private colour whose inks look otherwise on coated paper. Those of a spot of its own only stand in for it."""
    profile = styles.styles.folder / PAPER
    found = {name: pair for name, pair in _colours(styles) if f"{name}-spot" not in styles.variables}
    if not profile.is_file() or not found:
        return
    shown = _lab("RGB", [colour for colour, _ in found.values()], ImageCms.createProfile("sRGB"))
    try:
        printed = _lab("CMYK", [inks for _, inks in found.values()], ImageCms.getOpenProfile(str(profile)))
    except (ImageCms.PyCMSError, OSError):
        return  # the press tells of a profile that cannot be read
    for name, seen, on_paper in zip(found, shown, printed, strict=True):
        apart = dist(seen, on_paper)
        if apart > NEAR:
            yield _far(name, apart, styles)


def _far(name: str, apart: float, styles: StyleSheets) -> Finding:
    (colour, *_), (inks, *_) = styles.variables[name], styles.variables[f"{name}-inks"]
    said = f"'{colour}' and its inks '{inks.text}' are two colours: {apart:.0f} apart in CIELAB, {NEAR:.0f} at most"
    return codes.FAR_INKS.at(
        colour.place,
        said,
        f"write the inks of that colour into '{name}-inks' (line {inks.place.line}), or the colour of those inks here",
    )


def _colours(styles: StyleSheets) -> Iterator[tuple[str, tuple[tuple[int, ...], tuple[int, ...]]]]:
    """Yield each private colour with what a screen shows and what is printed, each part from 0 to 255."""
    tokens = styles.styles.tokens.shared
    for name in styles.variables:
        colour, inks = tokens.get(name, ""), tokens.get(f"{name}-inks", "").split()
        if (colour, inks) == PLAIN_BLACK:
            continue  # black alone, as much of it as there is
        if name.startswith(PRIVATE) and len(colour) == len("#rrggbb") and len(inks) == len("CMYK"):
            try:
                shown = tuple(bytes.fromhex(colour.removeprefix("#")))
                yield name, (shown, tuple(round(min(100.0, max(0.0, float(ink))) * 2.55) for ink in inks))
            except ValueError:
                continue  # what is no colour, or no amount of ink, is told by its own check


def _lab(mode: str, colours: list[tuple[int, ...]], profile: Any) -> list[tuple[float, ...]]:
    """Return the lightness and the two hues of each colour on paper (its white is white)."""
    transform = ImageCms.buildTransform(
        profile, ImageCms.createProfile("LAB"), mode, "LAB", renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
        flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )  # fmt: skip
    image = Image.new(mode, (len(colours), 1))
    image.putdata(colours)
    turned = ImageCms.applyTransform(image, transform)
    data = b"" if turned is None else turned.tobytes()
    pixels = (data[at : at + 3] for at in range(0, len(data), 3))
    return [(light / 2.55, *(hue - 256 if hue > 127 else hue for hue in hues)) for light, *hues in pixels]  # noqa: PLR2004


@check(
    codes.WEAK_COLOUR,
    looks_for="type and drawings that do not stand out from their ground",
    source="WCAG 2.1, 1.4.3; WCAG 2.1, 1.4.11; docs/designers.md, Colours and inks",
)
def weak(styles: StyleSheets) -> Iterator[Finding]:
    """Find each role of type or drawing that is too weak on a ground, once, with the ground on which it is weakest."""
    tokens: Mapping[str, str] = styles.styles.tokens.shared
    worst: dict[str, tuple[float, str, float]] = {}
    for role, ground, least in PAIRS:
        if all(_HEX.fullmatch(tokens.get(name, "")) for name in (role, ground)):
            ratio = contrast(tokens[role], tokens[ground])
            if ratio < least:
                worst[role] = min(worst.get(role, (ratio, ground, least)), (ratio, ground, least))
    for role, (ratio, ground, least) in worst.items():
        place: Place = styles.styles.tokens.place(role)
        said = f"'{role}' ({tokens[role]}) has a contrast of {ratio:g} to 1 on '{ground}' ({tokens[ground]}), and needs {least:g}"
        yield codes.WEAK_COLOUR.at(
            place, said, "take a darker colour for one of the two, or a lighter one for the other"
        )
