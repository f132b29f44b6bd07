"""Numbers of the interpreter asked one by one: where a curve turns, what a gradient is on one plate, where the next line begins."""

from __future__ import annotations

from collections.abc import Sequence

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from brochures.separations import Unreadable, things
from brochures.separations.path import _roots
from brochures.separations.shadings import _function_on, _samples
from tests.separations.handmade import Made, typed


@pytest.mark.parametrize(
    ("a", "b", "c", "roots"),
    [
        (1, -3, 2, (2, 1)), (2, -8, 6, (3, 1)), (1, -2, 1, (1, 1)), (1, 0, 1, ()), (0, 2, -1, (0.5,)), (1e-13, 2, -1, (0.5,)), (0, 0, 1, ()),
        (-1, 3, -2, (1, 2)), (1, 0, 0, (0, 0)), (4, 0, -1, (0.5, -0.5)),
    ],
)  # fmt: skip
def test_where_a_parabola_is_nothing(a: float, b: float, c: float, roots: tuple[float, ...]) -> None:
    assert _roots(a, b, c) == pytest.approx(roots)


def _dark(values: Sequence[float]) -> float:
    return 1.0 - values[0]


def _ramp(start: float, end: float) -> Dictionary:
    return Dictionary(FunctionType=2, Domain=[0, 1], N=2, C0=[start], C1=[end])


def _numbers(array: object) -> list[float]:
    return [float(number) for number in array]  # type: ignore[attr-defined]


def test_a_ramp_on_a_plate_runs_between_the_lights_of_its_ends() -> None:
    made = _function_on(pikepdf.new(), _ramp(0.2, 0.7), 0, _dark)
    assert [*_numbers(made.C0), *_numbers(made.C1)] == pytest.approx([0.8, 0.3])
    assert (int(made.FunctionType), float(made.N), _numbers(made.Domain)) == (2, 2, [0, 1])


def test_parts_of_a_gradient_keep_their_bounds() -> None:
    whole = Dictionary(
        FunctionType=3, Domain=[0, 2], Functions=[_ramp(0, 1), _ramp(1, 0.5)], Bounds=[0.7], Encode=[0, 1, 1, 0]
    )
    made = _function_on(pikepdf.new(), whole, 0, _dark)
    assert (int(made.FunctionType), _numbers(made.Domain), _numbers(made.Bounds)) == (3, [0, 2], [0.7])
    assert _numbers(made.Encode) == [0, 1, 1, 0]
    assert [_numbers(part.C1) for part in made.Functions.as_list()] == [[0], [0.5]]


@pytest.mark.parametrize("encode", [None, [0, 1]])
def test_a_sampled_gradient_is_sampled_anew_in_sixteen_bits(encode: list[int] | None) -> None:
    pdf = pikepdf.new()
    sampled = pdf.make_stream(
        bytes([0, 51, 255]), FunctionType=0, Domain=[0, 1], Range=[0, 1], Size=[3], BitsPerSample=8
    )
    if encode:
        sampled.Encode = Array(encode)
    made = _function_on(pdf, sampled, 0, _dark)
    assert (int(made.FunctionType), int(made.BitsPerSample), _numbers(made.Size)) == (0, 16, [3])
    assert (_numbers(made.Range), _numbers(made.Domain)) == ([0, 1], [0, 1])
    assert made.read_bytes() == b"\xff\xff\xcc\xcc\x00\x00"
    assert ("/Encode" in made) is (encode is not None)
    assert encode is None or _numbers(made.Encode) == encode


def test_samples_are_read_bit_by_bit_and_spread_over_their_range() -> None:
    pdf = pikepdf.new()
    about = {"FunctionType": 0, "Domain": [0, 1], "Range": [0, 1, 0, 2], "Size": [2], "BitsPerSample": 4}
    assert list(_samples(pdf.make_stream(b"\x0f\x96", **about))) == [pytest.approx((0, 2)), pytest.approx((0.6, 0.8))]
    decoded = pdf.make_stream(b"\x0f\x96", **about, Decode=[1, 0, 0, 1])
    assert list(_samples(decoded)) == [pytest.approx((1, 1)), pytest.approx((0.4, 0.4))]


def test_of_functions_for_each_ink_the_plate_s_own_is_taken() -> None:
    both = Array([_ramp(0, 0.25), _ramp(0, 0.75)])
    assert [_numbers(_function_on(pikepdf.new(), both, index, _dark).C1) for index in (0, 1, None)] == [[0.75], [0.25], [0.75]]  # fmt: skip
    with pytest.raises(Unreadable, match="no plate is made of a function of type 4"):
        _function_on(pikepdf.new(), Dictionary(FunctionType=4), 0, _dark)


def _words(content: str) -> list[tuple[float, float]]:
    """Return left and foot of all that is written in letters of 10 pt on a page 100 pt high."""
    made = Made()
    made.name("Font", "F", made.font())
    made.page(f"BT /F 10 Tf {content} ET")
    return [(round(one.box.left, 1), round(100 - one.box.bottom, 1)) for one in things(made.written())]


@pytest.mark.parametrize(
    ("feed", "right", "down"),
    [
        ("12 TL T*", 0, 12), ("-12 TL T*", 0, -12), ("T*", 0, 0), ("5 -7 Td", 5, 7), ("5 -7 TD", 5, 7), ("5 -7 TD T*", 5, 14), ("0 9 TD T*", 0, -18),
        ("12 TL 5 0 Td T*", 5, 12),
    ],
)  # fmt: skip
def test_the_next_line_begins_where_the_leading_says(feed: str, right: float, down: float) -> None:
    letter = typed("H")
    (x, y), (after, below) = _words(f"20 50 Td {letter} Tj {feed} {letter} Tj")
    assert (round(after - x, 1), round(y - below, 1)) == (right, down)


def test_a_quotation_mark_feeds_a_line_and_shows_words() -> None:
    letter = typed("H")
    (x, y), (after, below) = _words(f"9 TL 20 50 Td {letter} Tj {letter} '")
    assert (round(after - x, 1), round(y - below, 1)) == (0, 9)


def test_a_shading_is_known_by_its_name() -> None:
    made = Made()
    function = Dictionary(FunctionType=2, Domain=[0, 1], N=1, C0=[0, 0, 0, 0], C1=[0, 0, 0, 1])
    made.name("Shading", "Sun", Dictionary(ShadingType=2, ColorSpace=Name.DeviceCMYK, Coords=[0, 0, 9, 0], Function=function))  # fmt: skip
    made.page("/Sun sh")
    (one,) = things(made.written())
    assert one.shading is not None
    assert (one.shading.name, one.shading.type) == ("Sun", 2)
