"""Files that break the rules end in ``Unreadable`` with page and container, whatever they break."""

from __future__ import annotations

import io
import random

import pytest
from pikepdf import Array, Dictionary, Encryption, Name

from brochures.separations import Unreadable, separations, things
from tests.separations.handmade import Made, painted, typed


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("(abc", "EOF"),
        ("[1 2", "parse error"),
        ("1 w ]", "array close"),
        ("BI /W 2 /H 2 /BPC 8 /CS /G ID ab", "inline image"),
        ("1 2 rg", "operator rg: ValueError: a colour of 3 numbers has 2"),
        ("1 0 0 0 0 k", "operator k"),
        ("null w", "operator w"),
        ("0 0 10 re f", "operator re"),
        ("Q", "operator Q: ValueError: nothing was saved"),
        ("q", "before all is closed"),
        ("/P BMC", "before all is closed"),
        ("BT", "before all is closed"),
        ("EMC", "nothing was marked"),
        ("ET", "no text was begun"),
        ("(x) Tj", "outside of BT and ET"),
        ("BT (x) Tj ET", "no font"),
        ("0 0 l f", "a path begins with a point"),
        ("a", "there is no operator a"),
        ("/X Do", "there is no XObject /X"),
        ("/X gs", "there is no ExtGState /X"),
        ("/X sh", "there is no Shading /X"),
        ("/X cs", "there is no colour space /X"),
        ("BT /X 9 Tf ET", "there is no Font /X"),
        ("/Pattern cs /X scn", "there is no Pattern /X"),
        ("/OC /X BDC EMC", "there is no Properties /X"),
    ],
)
def test_broken_content_is_told_with_its_page_and_what_is_wrong(content: str, said: str) -> None:
    with pytest.raises(Unreadable, match=said) as caught:
        things(painted(content))
    assert str(caught.value).startswith("page 1: ")
    assert caught.value.where
    assert caught.value.where.page == 1


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\nnothing", painted("0 0 9 9 re f")[:200]])
def test_bytes_that_are_no_file_are_told(data: bytes) -> None:
    with pytest.raises(Unreadable, match="the file"):
        things(data)
    with pytest.raises(Unreadable, match="the file"):
        separations(data, 72)


def test_a_locked_file_is_told() -> None:
    made = Made()
    made.page("")
    locked = io.BytesIO()
    made.pdf.save(locked, encryption=Encryption(user="secret", owner="secret"))
    with pytest.raises(Unreadable, match="the file: PasswordError"):
        things(locked.getvalue())


def test_a_container_is_named() -> None:
    made = Made()
    made.name("XObject", "X", made.form("1 2 rg"))
    made.page("")
    made.page("/X Do")
    with pytest.raises(Unreadable, match="page 2, form X: operator rg"):
        things(made.written())


def test_what_is_made_of_itself_ends() -> None:
    made = Made()
    function = made.pdf.make_indirect(Dictionary(FunctionType=3, Domain=[0, 1], Bounds=[], Encode=[0, 1]))
    function.Functions = Array([function])
    made.name(
        "Shading", "S", Dictionary(ShadingType=2, ColorSpace=Name.DeviceGray, Coords=[0, 0, 1, 0], Function=function)
    )
    made.page("/S sh")
    with pytest.raises(Unreadable, match="a function is made of itself"):
        things(made.written())
    made = Made()
    space = made.pdf.make_indirect(Array([Name.Indexed]))
    for part in (space, 0, b"\0"):
        space.append(part)
    made.name("ColorSpace", "C", space)
    made.page("/C cs")
    with pytest.raises(Unreadable, match="a colour space is defined by itself"):
        things(made.written())


def test_a_damaged_file_is_read_or_told_and_never_breaks_the_reader() -> None:
    made = Made((60, 40))
    made.name("Pattern", "P", Dictionary(PatternType=2, Shading=_shading()))
    made.name("XObject", "X", made.form("q 1 0 0 1 2 2 cm 0 0 9 9 re W n 0 0 20 20 re f Q", Matrix=[1, 0, 0, 1, 0, 0]))
    made.name("XObject", "I", made.image(bytes(16), (2, 2), Name.DeviceCMYK))
    made.name("ExtGState", "G", Dictionary(ca=0.5, OP=True, OPM=1))
    made.name("Font", "F", Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
    made.page("/G gs 1 0 0 0 k /X Do BT /F 9 Tf (ab) Tj ET /Pattern cs /P scn 0 0 9 9 re f 9 0 0 9 0 0 cm /I Do")
    whole = made.written(plain=True)
    chance = random.Random(7)  # noqa: S311 a reproducible choice
    ends = set()
    for _ in range(300):
        data = bytearray(whole)
        for _ in range(3):
            data[chance.randrange(len(data))] = chance.choice(b"0123456789 /()[]<>aQqf")
        try:
            things(bytes(data))
            ends.add("read")
        except Unreadable:
            ends.add("told")
    assert ends == {"read", "told"}


def _shading() -> Dictionary:
    function = Dictionary(FunctionType=2, Domain=[0, 1], C0=[1, 0, 0, 0], C1=[0, 0, 0, 1], N=1)
    return Dictionary(ShadingType=2, ColorSpace=Name.DeviceCMYK, Coords=[0, 0, 9, 0], Function=function)


def test_no_plates_are_made_of_what_we_never_write() -> None:
    made = Made()
    made.name("ExtGState", "G", Dictionary(BM=Name.Multiply))
    made.page("/G gs 0 0 9 9 re f")
    with pytest.raises(Unreadable, match="page 1: operator gs: no plate is made of the blend mode Multiply"):
        separations(made.written(), 72)
    made = Made()
    mesh = made.stream(
        b"", ShadingType=4, ColorSpace=Name.DeviceCMYK, BitsPerCoordinate=8, BitsPerComponent=8, BitsPerFlag=8
    )
    made.name("Shading", "S", mesh)
    made.page("/S sh")
    with pytest.raises(Unreadable, match="no plate is made of a shading of type 4"):
        separations(made.written(), 72)


def test_text_of_any_kind_is_read() -> None:
    made = Made()
    made.name("Font", "F", made.font())
    made.page(f"BT /F 9 Tf 12 TL 3 0 0 3 0 0 Tm {typed('a')} Tj T* 0 -5 TD {typed('b')} ' 1 2 {typed('c')} \" ET")
    assert len(things(made.written())) == 3
