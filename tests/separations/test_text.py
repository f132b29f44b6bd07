"""What is noted of text: size, box, font, missing glyphs, the way it is painted."""

from __future__ import annotations

import pytest
from pikepdf import Array, Dictionary, Name, Object

from brochures.separations import Painted, things
from tests.separations.handmade import Made, advance, typed


def _values(thing: Painted) -> tuple[float, ...]:
    return thing.colour.values if thing.colour else ()


def _text(content: str) -> tuple[Painted, ...]:
    made = Made()
    made.name("Font", "F", made.font())
    made.page(content)
    return things(made.written())


@pytest.mark.parametrize(
    ("content", "size"),
    [
        ("/F 12 Tf 10 10 Td", 12),
        ("/F 1 Tf 9 0 0 9 10 10 Tm", 9),
        ("/F 16 Tf 1 0 0 -1 10 10 Tm", 16),
        ("/F 10 Tf 50 Tz", 10),
    ],
)
def test_type_has_its_effective_size(content: str, size: float) -> None:
    (thing,) = _text(f"BT {content} {typed('Water')} Tj ET")
    (scaled,) = _text(f"1.5 0 0 .5 0 0 cm BT {content} {typed('Water')} Tj ET")
    assert thing.lettering
    assert scaled.lettering
    assert thing.lettering.size == pytest.approx(size)
    assert scaled.lettering.size == pytest.approx(size / 2)


def test_settings_choose_fonts_too() -> None:
    made = Made()
    made.name("ExtGState", "G", Dictionary(Font=Array([made.font(), 14])))
    made.page(f"/G gs BT {typed('a')} Tj ET")
    (thing,) = things(made.written())
    assert thing.lettering
    assert (thing.lettering.face.name, thing.lettering.size) == ("Atkinson", 14)


def test_type_has_the_box_that_its_widths_give() -> None:
    plain, kerned, next_line = _text(
        f"BT /F 20 Tf 14 TL 10 50 Td {typed('Wa')} Tj ET BT 10 50 Td [{typed('W')} 500 {typed('a')}] TJ {typed('W')} ' ET"
    )
    assert plain.box.left == pytest.approx(10)
    assert plain.box.bottom == pytest.approx(100 - 50 + 0.25 * 20)
    assert plain.box.top == pytest.approx(100 - 50 - 0.95 * 20)
    assert plain.box.width == pytest.approx(20 * advance("Wa"), abs=0.02)
    assert plain.box.width - kerned.box.width == pytest.approx(10)
    assert next_line.box.top - kerned.box.top == pytest.approx(14)


def test_spaces_between_letters_and_words_count() -> None:
    plain, wide, stretched = _text(
        f"BT /F 10 Tf {typed('aaa')} Tj ET BT 2 Tc {typed('aaa')} Tj ET BT 0 Tc 200 Tz {typed('aaa')} Tj ET"
    )
    assert wide.box.width - plain.box.width == pytest.approx(6)
    assert stretched.box.width == pytest.approx(2 * plain.box.width)


def _simple(embedded: Object | None = None) -> Dictionary:
    encoding = Dictionary(Differences=Array([65, Name.A, Name("/.notdef")]))
    descriptor = Dictionary(FontName=Name.Plain, Ascent=700, Descent=-200)
    if embedded is not None:
        descriptor.FontFile2 = embedded
    return Dictionary(
        Type=Name.Font, Subtype=Name.TrueType, BaseFont=Name.Plain, FirstChar=32, Widths=[250] + [600] * 40,
        Encoding=encoding, FontDescriptor=descriptor,
    )  # fmt: skip


def test_simple_fonts_have_codes_of_one_byte_and_word_spaces() -> None:
    made = Made()
    made.name("Font", "F", _simple())
    made.name("Font", "G", _simple(made.stream(b"a font")))
    made.page('BT /F 10 Tf 3 Tw (A A) Tj ET BT /G 10 Tf 0 Tw (ABA) Tj ET BT 1 2 (A) " ET')
    spaced, marked, last = things(made.written())
    assert spaced.lettering
    assert marked.lettering
    assert spaced.lettering.codes == (65, 32, 65)
    assert spaced.box.width == pytest.approx(6 + 2.5 + 3 + 6)
    assert spaced.lettering.face.name == "Plain"
    assert (spaced.lettering.face.embedded, marked.lettering.face.embedded) == (False, True)
    assert last.box.width == pytest.approx(6 + 2)


def test_codes_of_composite_fonts_have_two_bytes() -> None:
    (thing,) = _text("BT /F 10 Tf [<00050000> 10 <00000007>] TJ ET")
    assert thing.lettering
    assert thing.lettering.codes == (5, 0, 0, 7)
    assert thing.lettering.face.embedded


@pytest.mark.parametrize(
    ("render", "kinds"),
    [(0, [True]), (1, [False]), (2, [True, False]), (3, []), (4, [True]), (5, [False]), (6, [True, False]), (7, [])],
)
def test_text_is_filled_stroked_or_neither(render: int, kinds: list[bool]) -> None:
    found = _text(f"1 0 0 0 k 0 1 0 0 K 2 w BT /F 20 Tf {render} Tr 10 10 Td {typed('a')} Tj ET")
    assert all(one.kind == "text" and one.lettering and one.lettering.render == render for one in found)
    inked = [one for one in found if one.colour]
    assert [_values(one) == (1, 0, 0, 0) for one in inked] == kinds
    assert [one.shows for one in found] == ([True] * len(kinds) or [False])
    assert [one.width for one in inked] == [None if filled else 2 for filled in kinds]


def test_text_that_clips_bounds_what_follows() -> None:
    letters, fill = _text(f"BT /F 20 Tf 7 Tr 10 10 Td {typed('a')} Tj ET 0 0 200 100 re f")
    assert fill.box == letters.box
