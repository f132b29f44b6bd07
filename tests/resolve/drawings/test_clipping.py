"""Masks and clip paths that the engine draws otherwise than they are meant, and those that it draws right."""

from __future__ import annotations

import pytest

from tests.drawn import told, whats

USER = "maskUnits='userSpaceOnUse' x='0' y='0' width='9' height='9'"


@pytest.mark.parametrize(
    ("mask", "shape", "expected"),
    [
        ("<mask id='m'/>", "<path mask='url(#m)'/>", 1),
        (f"<mask id='m' {USER}/>", "<path mask='url(#m)'/>", 0),
        (f"<mask id='m' {USER}/>", "<g mask='url(#m)'/>", 1),
        (f"<mask id='m' {USER} maskContentUnits='objectBoundingBox'/>", "<path style='mask:url(#m)'/>", 1),
        (f"<mask id='m' {USER} style='mask-type:alpha'/>", "<path mask='url(#m)'/>", 1),
        ("", "<path mask='url(#m)'/>", 0),
        ("<path id='m'/>", "<path mask='url(#m)'/>", 0),
        ("<mask id='m'/><style>.c{mask:url(#m)}</style>", "<path class='c'/><path class='c'/>", 1),
    ],
)
def test_masks(mask: str, shape: str, expected: int) -> None:
    assert whats(mask, shape) in ([], ["the mask url(#m)"], ["the mask url(#m), here and in 1 other place"])
    assert len(whats(mask, shape)) == expected


def test_a_mask_is_told_where_it_is_used() -> None:
    assert told("<mask id='m'/>", "<path d='M0 0' mask='url(#m)'/>") == [
        ("RES-107", 3, 16, "the engine does not draw the mask url(#m) in 'a.svg' as it is meant")
    ]


@pytest.mark.parametrize(
    ("clip", "expected"),
    [
        ("<rect/>", []),
        ("<rect/><circle/><ellipse/>", []),
        ("<path d='M0 0'/>", []),
        ("<rect/><path d='M0 0'/>", ["the clip path 'c' of several shapes"]),
        ("<path display='none'/><path d='M0 0'/>", []),
        ("<path clip-rule='evenodd'/>", []),
        ("<path display='none'/><path style='clip-rule:evenodd'/>", []),
        ("<rect/><rect clip-rule='evenodd'/>", ["the hole that clip-rule: evenodd cuts"]),
        ("<g><path/></g>", ["<g> in the clip path 'c'"]),
        ("<path clip-rule='nonzero'/>", []),
        ("<use href='#odd'/>", []),
        ("<rect/><use href='#odd'/>", ["the hole that clip-rule: evenodd cuts"]),
        ("<use href='#group'/>", ["<g> in the clip path 'c'"]),
        ("<text>A</text>", ["'a.svg' has words that are no outlines: 'A'; they name no family of type"]),
    ],
)
def test_clip_paths(clip: str, expected: list[str]) -> None:
    body = f"<defs><path id='odd' clip-rule='evenodd'/><g id='group'/></defs><clipPath id='c'>{clip}</clipPath>"
    assert whats(body, "<g clip-path='url(#c)'/>") == expected
    assert whats(body, "<g/>") == []


@pytest.mark.parametrize(
    ("shape", "expected"),
    [
        ("<rect width='1' height='1' clip-path='url(#c)'/>", 0),
        ("<rect width='1' clip-path='url(#c)'/>", 1),
        ("<circle r='1' clip-path='url(#c)'/>", 1),
    ],
)
def test_a_clip_path_in_units_of_the_shape_is_right_on_a_rectangle_only(shape: str, expected: int) -> None:
    body = "<clipPath id='c' clipPathUnits='objectBoundingBox'><rect/></clipPath>"
    assert whats(body, shape) == ["the clip path url(#c) in units of the shape (clipPathUnits)"] * expected


def test_shapes_of_css_do_not_clip_and_a_clip_path_that_is_not_there_neither() -> None:
    assert told("<path style='clip-path: circle(3px)'/>") == [
        ("RES-107", 2, 14, "the engine leaves clip-path: circle(3px) out of 'a.svg'")
    ]
    assert whats("<path clip-path='none'/><path clip-path='url(#no)'/>") == []
