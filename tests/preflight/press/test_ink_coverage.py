"""What lies on the sheet, measured on the plates: bleed, ink and blank pages. For each rule a file that breaks it."""

from __future__ import annotations

import re

import pikepdf
import pytest
from pikepdf import Dictionary, Name

from brochures.preflight.press.ink_coverage import PPI, fullest
from brochures.separations import separations
from tests.press.damage import Damage, damaged, painted, told, told_codes
from tests.press_room import PressRoom

MM = 72 / 25.4

RICH = "PRS-306"
"""A patch of four inks is also a black that no token names."""


def _patch(size: float, inks: str, x: float = 200, y: float = 300) -> Damage:
    """Return the damage that paints a square of ``size`` mm at ``x`` and ``y`` pt."""
    return painted(f"{inks} k {x} {y} {size * MM:.4f} {size * MM:.4f} re f")


def _clipped(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].contents_add(b"9 9 792 612 re W n", prepend=True)


def _emptied(pdf: pikepdf.Pdf) -> None:
    pdf.pages[1].obj.Contents = pdf.make_stream(b"0 0 0 0 k 0 0 810 630 re f")


def _multiplied(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].Resources.ExtGState.Odd = Dictionary(BM=Name.Multiply)
    pdf.pages[0].contents_add(b"q /Odd gs 0 1 0 0 k 100 100 50 50 re f Q")


BROKEN: dict[str, tuple[str, Damage, str]] = {
    "colour that stops at the trim": ("PRS-210", _clipped, "colour stops at the"),
    "a page without ink": ("PRS-211", _emptied, "there is no ink on this page"),
    "four inks of 80 % over 15 mm": ("PRS-212", _patch(15.5, "0.8 0.8 0.8 0.8"), "320 % of ink, on average over the 15 mm square"),
    "a blend that no plate can be made of": ("PRS-213", _multiplied, "no plates can be made of this file: page 1"),
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_a_file_that_breaks_the_rule_is_told(press_room: PressRoom, name: str) -> None:
    code, damage, message = BROKEN[name]
    found = told(damaged(press_room.made, damage))
    assert code in [rule for rule, said in found if message in said], found
    assert {rule for rule, _ in found} - {RICH} == {code} - {RICH}


def test_colour_that_stops_at_the_trim_is_told_with_its_edge_and_length(press_room: PressRoom) -> None:
    found = told(damaged(press_room.made, _clipped))
    edges = {re.sub(r".* at the (\w+) trim over ([\d.]+) in.*", r"\1 \2", message) for _, message in found}
    assert {edge.split()[0] for edge in edges} == {"top", "right", "bottom", "left"}
    # The flap's ground is as high as the sheet.
    assert any(edge.startswith(("left 8.4", "left 8.5")) for edge in edges)


@pytest.mark.parametrize(
    ("name", "damage"),
    [
        ("a small spot of much ink", _patch(7, "0.9 0.9 0.9 0.9")),
        ("as much as the paper carries", _patch(15.5, "0.75 0.75 0.75 0.75")),
        ("a letter that ends at the trim", painted("0 0 0 1 k 300 610 4 11 re f")),
        ("white", _patch(40, "0 0 0 0")),
    ],
)
def test_a_near_miss_stays_quiet(press_room: PressRoom, name: str, damage: Damage) -> None:
    assert [code for code in told_codes(damaged(press_room.made, damage)) if code != RICH] == [], name


def test_the_square_with_the_most_ink_is_found_where_it_is(press_room: PressRoom) -> None:
    made = damaged(press_room.made, _patch(20, "1 1 0.5 0.9", x=9 + 100 * MM, y=621 - 60 * MM))
    (message,) = (message for code, message in told(made) if code != RICH)
    assert message.startswith("340 % of ink")
    # 100 mm from the left trim; its top is 40 mm from the top trim. The square is 20 mm wide, so 15 mm fit in anywhere in 5 mm.
    left, top = map(int, re.findall(r"(-?\d+) mm from", message))
    assert 100 <= left <= 105
    assert 40 <= top <= 45


def test_less_ink_than_the_limit_is_measured_too(press_room: PressRoom) -> None:
    pages = [*separations(press_room.made.data, PPI, "bleed")]
    cover = max(fullest(plates).ink for plates in pages)
    # The clay of the bridge on the cover: magenta 70, yellow 80, black 38.
    assert cover == pytest.approx(188, abs=1)
