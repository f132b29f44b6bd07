"""The inks of the tokens: what the designer wrote is what the press gets, and what cannot be printed is told at its line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, product
from math import dist
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageCms

from brochures.design.inks import BLACK, PAPER, Spot, read_inks
from brochures.design.tokens import Tokens
from brochures.findings import BrochureError
from brochures.project.paths import ROOT

RIVER = "--palette-river: #0e4a58;"


def _styles(tmp_path: Path, *lines: str) -> Path:
    folder = tmp_path / "styles" / "tokens"
    folder.mkdir(parents=True)
    (folder / "palette.css").write_text(":root {\n" + "\n".join(lines) + "\n}\n", encoding="utf-8")
    return tmp_path / "styles"


def test_every_colour_of_the_house_has_its_inks() -> None:
    inks = read_inks(Tokens.of(ROOT / "styles"), 300)
    assert inks.build((0x0E, 0x4A, 0x58)) == (0.64, 0.0, 0.0, 0.76)
    assert inks.build((0x1B, 0x1B, 0x1B)) == (0.0, 0.0, 0.0, 1.0)
    assert inks.tokens[0x0E, 0x4A, 0x58] == "--palette-river"


def test_a_grey_that_no_token_names_is_black_alone_and_a_colour_is_nothing() -> None:
    inks = read_inks(Tokens.of(ROOT / "styles"), 300)
    assert inks.build((0, 0, 0)) == (0.0, 0.0, 0.0, 1.0)
    assert inks.build((255, 255, 255)) == (0.0, 0.0, 0.0, 0.0)
    assert inks.build((128, 128, 128)) == (0.0, 0.0, 0.0, 0.498)
    assert inks.build((0x0E, 0x4A, 0x59)) is None


def test_a_spot_has_its_name_its_tint_and_a_stand_in(tmp_path: Path) -> None:
    styles = _styles(
        tmp_path, RIVER, "--palette-river-inks: 100 0 0 62;", "--palette-river-spot: PANTONE 3165 C 40;",
        "--palette-die: #ff00ff;", "--palette-die-inks: 0 100 0 0;", "--palette-die-spot: Die 100;", "--palette-die-step: cutting;",
    )  # fmt: skip
    inks = read_inks(Tokens.of(styles), 300)
    assert inks.build((0x0E, 0x4A, 0x58)) == Spot("PANTONE 3165 C", 0.4, (1.0, 0.0, 0.0, 0.62))
    assert inks.build((255, 0, 255)) == Spot("Die", 1.0, (0.0, 1.0, 0.0, 0.0), "cutting")


REGISTRATION = ("--palette-registration-inks: 0 0 0 100;", "--palette-registration-spot: All 100;")


def test_a_grey_that_would_print_on_every_plate_is_refused(tmp_path: Path) -> None:
    styles = _styles(tmp_path, "--palette-registration: #010101;", *REGISTRATION)
    with pytest.raises(BrochureError) as refused:
        read_inks(Tokens.of(styles), 300)
    (found,) = refused.value.findings
    assert (found.code, found.place.line) == ("PRS-101", 3)
    assert found.message.startswith("'--palette-registration' prints on every plate and is a grey")
    assert found.help == "give it a colour that nothing else has, such as #010203"


def test_a_colour_that_prints_on_every_plate_leaves_the_blacks_beside_it_alone(tmp_path: Path) -> None:
    inks = read_inks(Tokens.of(_styles(tmp_path, "--palette-registration: #010102;", *REGISTRATION)), 300)
    assert inks.build((1, 1, 2)) == Spot("All", 1.0, (0.0, 0.0, 0.0, 1.0))
    assert [inks.build((part,) * 3) for part in (0, 1, 2)] == [(0, 0, 0, 1), (0, 0, 0, 0.9961), (0, 0, 0, 0.9922)]


def test_a_grey_may_be_an_ink_of_its_own(tmp_path: Path) -> None:
    styles = _styles(
        tmp_path, "--palette-die: #010101;", "--palette-die-inks: 0 0 0 100;", "--palette-die-spot: Black 6 C 100;"
    )
    assert read_inks(Tokens.of(styles), 300).build((1, 1, 1)) == Spot("Black 6 C", 1.0, (0.0, 0.0, 0.0, 1.0))


@pytest.mark.parametrize(
    ("lines", "line", "message"),
    [
        ([RIVER, "--palette-river-inks: 100 80 80 80;"], 3, "takes 340 % of ink, more than the 300 %"),
        ([RIVER, "--palette-river-inks: 100 0 0;"], 3, "is not four amounts of ink"),
        ([RIVER, "--palette-river-inks: 120 0 0 0;"], 3, "is not four amounts of ink"),
        ([RIVER, "--palette-river-inks: a b c d;"], 3, "'--palette-river-inks: a b c d' is not four amounts"),
        ([RIVER], 2, "'--palette-river' has no inks"),
        ([RIVER, "--palette-river-inks: 100 0 0 62;", "--palette-river-spot: Die 100;", "--palette-river-step: tearing;"], 3, "is none of cutting"),
        ([RIVER, "--palette-river-inks: 100 0 0 62;", "--palette-river-spot: PANTONE 3165 C;"], 3, "is not the name of an ink"),
        ([RIVER, "--palette-river-inks: 100 0 0 62;", "--palette-lake: #0e4a58;", "--palette-lake-inks: 90 0 0 62;"], 5, "look alike on the screen"),
    ],
)  # fmt: skip
def test_a_token_that_cannot_be_printed_is_told_at_its_line(
    tmp_path: Path, lines: list[str], line: int, message: str
) -> None:
    with pytest.raises(BrochureError) as refused:
        read_inks(Tokens.of(_styles(tmp_path, *lines)), 300)
    (finding,) = refused.value.findings
    assert (finding.code, finding.place.file, finding.place.line) == ("PRS-101", "styles/tokens/palette.css", line)
    assert message in finding.message


COATED = ROOT / "styles" / "profiles" / "TR006_coated.icc"

NEAR = 6.0
"""How far apart in CIELAB (1976) a printed colour and the one on the screen may lie: two of them side by side look like one."""


def _lab(mode: str, colours: Sequence[tuple[int, ...]], profile: Any) -> list[tuple[float, ...]]:
    """Return the lightness and the two hues of each colour on paper (its white is white)."""
    transform = ImageCms.buildTransform(
        profile, ImageCms.createProfile("LAB"), mode, "LAB", renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
        flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )  # fmt: skip
    image = Image.new(mode, (len(colours), 1))
    image.putdata(colours)
    turned = ImageCms.applyTransform(image, transform)
    assert turned is not None
    data = turned.tobytes()
    pixels = (data[at : at + 3] for at in range(0, len(data), 3))
    return [(light / 2.55, *(hue - 256 if hue > 127 else hue for hue in hues)) for light, *hues in pixels]


def _on_coated_paper(builds: Sequence[tuple[float, ...]]) -> list[tuple[float, ...]]:
    colours = [tuple(round(amount * 255) for amount in build) for build in builds]
    return _lab("CMYK", colours, ImageCms.getOpenProfile(str(COATED)))


def _on_the_screen(*colours: tuple[int, ...]) -> list[tuple[float, ...]]:
    return _lab("RGB", colours, ImageCms.createProfile("sRGB"))


def test_every_colour_looks_on_coated_paper_as_on_the_screen() -> None:
    inks = read_inks(Tokens.of(ROOT / "styles"), 300)
    for shown, token in inks.tokens.items():
        build = inks.builds[shown]
        if isinstance(build, Spot) or (shown, tuple(build)) == ((0, 0, 0), (0, 0, 0, 1)):
            continue  # black alone is as black as it can be
        assert dist(*_on_coated_paper([build]), *_on_the_screen(shown)) <= NEAR, token


def _pairs_of_inks() -> Iterator[tuple[float, ...]]:
    """Yield all builds of two inks, in steps of 4 per cent."""
    for one, other in combinations(range(4), 2):
        for first, second in product(range(0, 101, 4), repeat=2):
            amounts = {one: first / 100, other: second / 100}
            yield tuple(amounts.get(ink, 0.0) for ink in range(4))


def test_a_colour_is_built_of_two_inks_and_of_three_only_where_no_two_come_near_it() -> None:
    inks = read_inks(Tokens.of(ROOT / "styles"), 300)
    pairs = _on_coated_paper([*_pairs_of_inks()])
    more = {}
    for shown, token in inks.tokens.items():
        build = inks.builds[shown]
        if not isinstance(build, Spot) and (used := sum(amount > 0 for amount in build)) > 2:
            more[token] = used
            (seen,) = _on_the_screen(shown)
            assert min(dist(seen, printed) for printed in pairs) > NEAR, token
    assert more == dict.fromkeys(["--palette-water", "--palette-shoal", "--palette-clay"], 3)


def test_the_colours_of_small_type_are_built_of_two_inks_at_most() -> None:
    properties = Tokens.of(ROOT / "styles").shared
    inks = read_inks(Tokens.of(ROOT / "styles"), 300)
    for role in ("--ink", "--ink-soft", "--ink-strong"):
        shown = properties[role].removeprefix("#")
        build = inks.build((int(shown[:2], 16), int(shown[2:4], 16), int(shown[4:], 16)))
        assert build is not None
        assert not isinstance(build, Spot)
        assert sum(amount > 0 for amount in build) <= 2, role


def test_paper_has_no_ink_and_black_is_one() -> None:
    assert (PAPER, BLACK) == ((0, 0, 0, 0), (0, 0, 0, 1))
