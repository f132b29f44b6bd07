"""Words of a drawing as they would be set, and why some cannot be."""

from __future__ import annotations

import pytest

from brochures.design.drawing.lettering import lettering, unsuited
from tests.drawn import FACES, read

OURS = "font-family='Source Serif'"


def _runs(*body: str) -> list[tuple[str, float | None, float | None, float, float]]:
    drawing = read(*body)
    (text,) = drawing.texts
    assert unsuited(drawing, text, FACES) == ""
    return [(run.text, run.x, run.y, run.dx, run.dy) for run in lettering(drawing, text, FACES)]


def _face(*body: str) -> tuple[str, float]:
    drawing = read(*body)
    (text,) = drawing.texts
    assert unsuited(drawing, text, FACES) == ""
    (run,) = lettering(drawing, text, FACES)
    return run.file.stem, run.size


@pytest.mark.parametrize(
    ("body", "face", "size"),
    [
        (f"<text {OURS}>A</text>", "SourceSerif4-Regular", 16),
        (f"<g {OURS} font-size='9'><text font-weight='600'>A</text></g>", "SourceSerif4-Semibold", 9),
        ("<text font-family='\"Source Serif\", serif' font-size='12pt'>A</text>", "SourceSerif4-Regular", 16),
        ("<text style='font: bold 14px \"Plain Zero\"'>A</text>", "PlainZero-Bold", 14),
        ("<text style='font: 14px/1.2 Source Serif'>A</text>", "SourceSerif4-Regular", 14),
        ("<text style='font: normal 600 9pt Source Serif; font-size: 10px'>A</text>", "SourceSerif4-Semibold", 10),
        ("<style>.t{font-family:Plain Zero}</style><text class='t' font-weight='normal'>A</text>", "PlainZero-Regular", 16),
    ],
)  # fmt: skip
def test_the_face_and_size_are_those_that_are_written(body: str, face: str, size: float) -> None:
    found, height = _face(body)
    assert found == face
    assert height == pytest.approx(size)


def test_words_follow_one_another_or_stand_where_they_say() -> None:
    assert _runs(
        f"<text {OURS} x='1' y='2px'> One\n <tspan dx='3'>two </tspan> three<tspan x='4' dy='-.5'><tspan>f</tspan>our</tspan> </text>"
    ) == [
        ("One ", 1, 2, 0, 0),
        ("two ", None, None, 3, 0),
        ("three", None, None, 0, 0),
        ("f", 4, None, 0, -0.5),
        ("our", None, None, 0, 0),
    ]


def test_what_is_not_shown_is_not_set() -> None:
    assert _runs(f"<text {OURS}>A<tspan display='none'>B</tspan>C</text>") == [
        ("A", None, None, 0, 0),
        ("C", None, None, 0, 0),
    ]


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ("<text>A</text>", "they name no family of type"),
        ("<text font-family='Arial, Source Serif'>A</text>", "no face of the project is 'Arial'"),
        (f"<text {OURS} font-weight='300'>A</text>", "no face of the project is in weight 300"),
        (f"<text {OURS}>A<tspan font-weight='bold'>B</tspan></text>", "no face of the project is in weight 700"),
        (f"<text {OURS} font-weight='bolder'>A</text>", "their size or weight cannot be worked out"),
        (f"<text {OURS} font-size='2em'>A</text>", "their size or weight cannot be worked out"),
        ("<text style='font: caption'>A</text>", "their size or weight cannot be worked out"),
        (f"<text {OURS}><textPath href='#p'>A</textPath></text>", "they hold <textPath>"),
        (f"<text {OURS} font-style='italic'>A</text>", "font-style is not known here"),
        (f"<g text-decoration='underline'><text {OURS}>A</text></g>", "text-decoration is not known here"),
        (f"<text {OURS} letter-spacing='2'>A</text>", "letter-spacing is not known here"),
        (f"<text {OURS} x='1 2 3'>ABC</text>", "the place of each letter is not known here"),
        (f"<text {OURS} x='50%'>A</text>", "the place of each letter is not known here"),
        (f"<text {OURS} fill='url(#g)'>A</text>", "they are painted in a gradient"),
    ],
)
def test_words_that_cannot_be_set_as_they_are_written(body: str, why: str) -> None:
    drawing = read(body)
    (text,) = drawing.texts
    assert unsuited(drawing, text, FACES) == why


@pytest.mark.parametrize("name", ["letter-spacing='normal'", "font-style='normal'", "dominant-baseline='auto'", "text-decoration='none'"])  # fmt: skip
def test_what_says_nothing_new_is_let_be(name: str) -> None:
    assert _runs(f"<text {OURS} {name}>A</text>")
