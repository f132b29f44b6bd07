"""Filters, blending and transformations."""

from __future__ import annotations

import pytest

from tests.drawn import told, whats


@pytest.mark.parametrize(
    ("body", "column", "what"),
    [
        ("<g filter='url(#f)'/>", 4, "filter url(#f)"),
        ('<g style="filter: blur(2px)"/>', 11, "filter blur"),
        ("<g filter = 'url(#f)' />", 4, "filter url(#f)"),
        ("<style>g{filter:drop-shadow(1px 1px)}</style><g/>", 10, "filter drop-shadow"),
        ("<g style='mix-blend-mode:multiply'/>", 11, "mix-blend-mode: multiply"),
        ("<g style='scale:2'/>", 11, "scale: 2"),
        ("<g style='translate:1px'/>", 11, "translate: 1px"),
        ("<g style='rotate:3deg'/>", 11, "rotate: 3deg"),
    ],
)
def test_effects_that_are_left_out_are_told_where_they_are_used(body: str, column: int, what: str) -> None:
    assert told(body) == [("RES-107", 2, column, f"the engine leaves {what} out of 'a.svg'")]


@pytest.mark.parametrize(
    "body",
    [
        "<filter id='f'/><g class='filter' fill='red'/>",
        "<g filter='none' style='mix-blend-mode: normal; isolation: isolate'/>",
        "<g transform='translate(1 2) rotate(3, 4, 5) skewX(2) scale(.5) matrix(1 0 0 1 0 0)'/>",
        "<g style='transform: translateX(2px) rotate(45deg)'/>",
        "<g transform='scale(0.5, 2)' transform-origin='1 2px'/>",
        "<g transform='none' transform-origin='center'/>",
        "<g transform-origin='center' style='transform-box:fill-box'/>",
    ],
)
def test_what_is_drawn_right_is_let_be(body: str) -> None:
    assert told(body) == []


@pytest.mark.parametrize(
    ("body", "what"),
    [
        ("<g style='transform: rotate3d(1,1,1,4deg)'/>", "transform: rotate3d(1,1,1,4deg)"),
        ("<g transform='turn'/>", "transform: turn"),
        ("<g transform='scale(0)'/>", "transform: scale(0)"),
        ("<g transform='scale(1 2) scale(0.0, 1)'/>", "transform: scale(1 2) scale(0.0, 1)"),
        ("<g transform='rotate(4)' transform-origin='center'/>", "transform-origin: center"),
        ("<g transform='rotate(4)' transform-origin='50% 50%'/>", "transform-origin: 50% 50%"),
        ("<g transform='rotate(4)' style='transform-box:fill-box'/>", "transform-box: fill-box"),
    ],
)
def test_transformations_that_the_engine_does_not_know(body: str, what: str) -> None:
    assert whats(body) == [what]
