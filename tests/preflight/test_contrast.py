"""Contrast on the drawn page: pairs of colours just inside and just outside, each set by the engine and read back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String

from brochures.engine.typesetter import Typesetter
from brochures.preflight import contrast
from brochures.preflight.text_looks import ratio
from tests.preflight.small_file import SmallFile, small_file


@pytest.mark.parametrize(
    ("one", "other", "rate"),
    [((0, 0, 0), (255, 255, 255), 21.0), ((118, 118, 118), (255, 255, 255), 4.54), ((9, 9, 9), (9, 9, 9), 1.0)],
)
def test_contrast_is_that_of_wcag_whichever_is_lighter(
    one: tuple[int, int, int], other: tuple[int, int, int], rate: float
) -> None:
    assert round(ratio(one, other), 2) == rate
    assert ratio(one, other) == ratio(other, one)


BODY = """<h1 style="font-size: 12pt">Contrast</h1>
<p style="color: #767676">Just dark enough.</p> <p style="color: #777777">A little pale.</p>
<p style="font-size: 18pt; color: #949494">Large enough.</p> <p style="font-size: 17.9pt; color: #959595">Not large.</p>
<p style="font-size: 18pt; color: #969696">Large and pale.</p>
<p style="font-weight: 700; font-size: 14pt; color: #939393">Bold enough.</p> <p style="font-weight: 700; font-size: 13.9pt; color: #929292">Bold and small.</p>
<div style="background: #0e4a58; color: #ffffff"><p>White on dark.</p><p style="color: #1b1b1b">Dark on dark.</p></div>
<p style="background: linear-gradient(to right, #ffffff 50%, #777777 50%); width: 200pt; color: #555555">Half of it is on a ground that is too dark for it</p>
"""


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory, typesetter: Typesetter) -> SmallFile:
    return small_file(tmp_path_factory.mktemp("contrast"), typesetter, body=BODY)


def test_words_that_hardly_stand_out_are_told_with_what_they_have_and_need(small: SmallFile) -> None:
    told = small.told(contrast.words)
    assert [one for one in told if "pale" in one and "little" in one] == [
        "'A little pale.' (12 pt) has a contrast of 4.47 to 1 with its ground, and needs 4.5"
    ]
    assert "'Large and pale.' (18 pt) has a contrast of 2.95 to 1 with its ground, and needs 3" in told
    words = " ".join(told)
    assert "Dark on dark" in words
    assert "Half of it" in words
    assert "Bold and small" in words
    for good in ("Just dark enough", "Large enough", "Bold enough", "White on dark"):
        assert good not in words


def _field_at(left: float, low: float) -> Any:
    def surgery(pdf: Pdf) -> None:
        rect = Array([left, low, left + 40, low + 14])
        widget = Dictionary(Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, TU=String("Name"), Rect=rect)
        pdf.pages[0].Annots = Array([pdf.make_indirect(widget)])
        pdf.Root.AcroForm = Dictionary(Fields=pdf.pages[0].Annots)

    return surgery


@pytest.mark.parametrize(
    ("colour", "told"),
    [
        ("#949494", []),
        ("#969696", ["nothing around the field 'Name' stands out more than 2.95 to 1, and its edge needs 3"]),
    ],
)
def test_the_edge_of_a_field_stands_out_three_to_one(
    tmp_path: Path, typesetter: Typesetter, colour: str, told: list[str]
) -> None:
    line = f'<div style="position: absolute; left: 40pt; top: 60pt; width: 100pt; border-bottom: 1pt solid {colour}"></div>'
    small = small_file(tmp_path, typesetter, body=f"<h1>Form</h1>{line}")
    height = float(small.opened().file.pages[0].mediabox[3])
    field = _field_at(90, height - 40 - 60 - 1)
    assert small.told(contrast.edges, field) == told
    far = small.told(contrast.edges, _field_at(90, height - 40 - 60 - 200))
    assert far == ["nothing around the field 'Name' stands out more than 1 to 1, and its edge needs 3"]


def _picture(colour: str, ground: str = "#ffffff", title: str = "A leaf") -> str:
    shapes = f'<rect width="60" height="30" fill="{ground}"/><path d="M9 9h20v9z" fill="{colour}"/>'
    return f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 30" style="width: 60pt; height: 30pt" role="img"
        data-passage="0:0:0"><title>{title}</title>{shapes}</svg>"""


@pytest.mark.parametrize(
    ("picture", "rate"),
    [
        (_picture("#949494"), ""),
        (_picture("#969696"), "2.95"),
        (_picture("#dddddd", ground="#cccccc"), "1.18"),
        (_picture("#ffffff", ground="#0e4a58"), ""),
        (_picture("#ffffff").replace('role="img"', 'aria-hidden="true"').replace("<title>A leaf</title>", ""), ""),
        (
            '<svg xmlns="http://www.w3.org/2000/svg" style="width: 60pt; height: 30pt" role="img"><title>blank</title></svg>',
            "",
        ),
    ],
    ids=["just enough", "a little pale", "pale on pale", "white on dark", "an ornament", "room to write in"],
)
def test_something_of_a_picture_stands_out_three_to_one(
    tmp_path: Path, typesetter: Typesetter, picture: str, rate: str
) -> None:
    small = small_file(tmp_path, typesetter, body=f"<h1>Pictures</h1><p>{picture}</p>")
    said = f"nothing of the picture 'A leaf' stands out more than {rate} to 1, and what it shows needs 3"
    assert small.told(contrast.graphics) == ([said] if rate else [])
    assert all(one.place.line for one in contrast.graphics(small.opened()))
