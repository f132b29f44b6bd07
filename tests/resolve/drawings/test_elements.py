"""Elements that the engine leaves out, gives another size, or repeats without end."""

from __future__ import annotations

import pytest

from brochures.resolve.drawings.elements import MOST
from tests.drawn import told, whats


@pytest.mark.parametrize(
    "name", ["foreignObject", "script", "animate", "animateTransform", "set", "hatch", "meshgradient2", "tref", "video"]
)
def test_an_element_that_the_engine_does_not_know_is_told_at_its_place(name: str) -> None:
    assert told(f" <g><{name}/></g>") == [("RES-107", 2, 5, f"the engine leaves <{name}> out of 'a.svg'")]


@pytest.mark.parametrize(
    "body",
    [
        "<a href='https://a.example'><path d='M0 0'/></a>",
        "<filter id='f'><feGaussianBlur/></filter>",
        "<defs><foreignObject/></defs>",
        "<g display='none'><script/></g>",
        "<title>script</title><desc/><metadata><set/></metadata>",
        "<x:namedview xmlns:x='inkscape'><x:script/></x:namedview>",
        "<set2 xmlns='other'/>",
    ],
)
def test_what_is_never_seen_is_no_fault(body: str) -> None:
    assert told(body) == []


def test_a_switch_is_told_once_and_nothing_in_it() -> None:
    assert told("<switch><g systemLanguage='de'/><foreignObject/></switch>") == [
        ("RES-107", 2, 1, "the engine does not draw <switch> in 'a.svg' as it is meant")
    ]
    assert whats("<g systemLanguage='de'/>", "<g requiredExtensions='x'/>", "<g systemLanguage=''/>") == [
        "systemLanguage='de'",
        "requiredExtensions='x'",
    ]


@pytest.mark.parametrize("href", ["data:image/png;base64,AAAA", "leaf.png", "https://a.example/a.png"])
def test_a_bitmap_in_a_drawing_is_told(href: str) -> None:
    assert told(f"<image href='{href}'/>") == [
        ("RES-107", 2, 1, "'a.svg' holds a bitmap (<image>): nobody would check its resolution and colours there")
    ]


def test_what_stands_in_words_is_told_with_them() -> None:
    assert [code for code, *_ in told("<text><animate/>A</text>")] == ["RES-109"]
    assert whats("<text><tref/></text>") == ["<tref>"]


def test_each_fault_is_told_once_and_where_else_it_stands_is_counted() -> None:
    assert [message for *_, message in told("<set/>", "<set/><script/>", "<set/><script/>")] == [
        "the engine leaves <set> out of 'a.svg', here and in 2 other places",
        "the engine leaves <script> out of 'a.svg', here and in 1 other place",
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<svg x='1' viewBox='0 0 1 1'/>", ["an <svg> without width and height"]),
        ("<svg width='1' viewBox='0 0 1 1'/>", ["an <svg> without width and height"]),
        ("<svg width='1' height='1' viewBox='0 0 1 1'/>", []),
        ("<svg/>", []),
        ("<ellipse rx='1'/>", ["an <ellipse> with one radius"]),
        ("<ellipse ry='1'/>", ["an <ellipse> with one radius"]),
        ("<ellipse rx='1' ry='2'/>", []),
        ("<use href='b.svg#x'/>", ["<use> of another file ('b.svg#x')"]),
        ("<use href='#x'/>", ["<use> of something that is not there ('#x')"]),
        ("<symbol id='x' viewBox='0 0 1 1'/><use href='#x'/>", ["<use> of '#x' without width and height"]),
        ("<symbol id='x' viewBox='0 0 1 1'/><use href='#x' width='1' height='2'/>", []),
        ("<symbol id='x'/><use href='#x'/>", []),
        ("<g id='x'/><use href='#x'/>", []),
    ],
)
def test_sizes_that_the_engine_works_out_wrong_are_told(body: str, expected: list[str]) -> None:
    assert whats(body) == expected


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("", ["the size, for want of a viewBox,"]),
        ("width='12'", ["the size, for want of a viewBox,"]),
        ("width='100%' height='10'", ["the size, for want of a viewBox,"]),
        ("width='12mm' height='.5in'", []),
        ("viewBox='0 0 10 10'", []),
        ("viewBox='-1,-2.5 1e2 .5'", []),
        ("viewBox='0 0 10'", ["viewBox='0 0 10'"]),
        ("viewBox='0 0 10 0'", ["viewBox='0 0 10 0'"]),
        ("viewBox='0 0 100% 10'", ["viewBox='0 0 100% 10'"]),
    ],
)
def test_a_drawing_needs_a_size(head: str, expected: list[str]) -> None:
    assert whats(head=head) == expected


def test_what_refers_to_itself_is_told_and_nothing_else() -> None:
    own = "which refers to itself or is repeated too often,"
    assert whats("<g id='a'><use href='#a'/></g><set/>") == [f"<use>, {own}"]
    assert whats("<pattern id='p'><rect fill='url(#p)'/></pattern><rect fill='url(#p)'/>") == [f"<rect>, {own}"]
    assert whats("<linearGradient id='g' href='#g'/><rect fill='url(#g)'/>") == [f"<linearGradient>, {own}"]


def test_a_drawing_may_repeat_a_lot_but_not_more() -> None:
    def bomb(levels: int) -> list[str]:
        uses = [f"<g id='a{n}'>" + f"<use href='#a{n + 1}'/>" * 10 + "</g>" for n in range(levels)]
        return whats("<defs>", *uses, f"<path id='a{levels}' d='M0 0'/></defs>", "<use href='#a0'/>")

    assert bomb(3) == []
    assert bomb(5) == ["<g>, which refers to itself or is repeated too often,"]
    assert MOST == 20_000
