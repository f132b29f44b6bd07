"""What a fax machine can send: each limit with a file just inside and one just outside of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from brochures.engine.typesetter import Typesetter
from brochures.findings.check import Check
from brochures.pdf.file import Beside
from brochures.preflight import faxed_file
from brochures.preflight.finished_file import FinishedFile
from brochures.press.fax_pages import fax_pages
from brochures.project.edition import Edition
from tests.preflight.small_file import SmallFile, small_file

UPRIGHT = "<style>@page { size: 612pt 792pt }</style>"
"""A fax machine takes no wider paper."""

BLACK = "color: #000; background: #fff"


def _faxed(tmp_path: Path, typesetter: Typesetter, body: str) -> SmallFile:
    small = small_file(tmp_path, typesetter, lambda piece: replace(piece, edition=Edition.FAX), UPRIGHT + body)
    return SmallFile(replace(small.made, beside=fax_pages(small.made.data)), small.shipped)


@pytest.mark.parametrize(
    ("check", "body", "said"),
    [
        (faxed_file.tints, f'<p style="{BLACK}">Black.</p>', []),
        (faxed_file.tints, '<p style="color: #010101">Nearly.</p>', ["text is painted in 0.00392 0.00392 0.00392, which is neither black nor white"]),
        (faxed_file.tints, '<p style="color: #f00">Red.</p>', ["text is painted in 1 0 0, which is neither black nor white"]),
        (faxed_file.tints, f'<p style="{BLACK}">Black.</p><div style="height: 9pt; background: #00000080"></div>',
         ["fill is painted in a colour that is 50% solid, which is neither black nor white"]),
        (faxed_file.tints, '<p>B</p><div style="height: 9pt; background: linear-gradient(#000, #fff)"></div>',
         ["shading is painted in a gradient, which is neither black nor white"]),
        (faxed_file.small, '<p style="font-size: 12pt">Enough.</p>', []),
        (faxed_file.small, '<p style="font-size: 11.9pt">Little.</p>', ["type of 11.9 pt is smaller than 12 pt"]),
        (faxed_file.thin, '<p>A</p><div style="border-top: 1.5pt solid #000"></div>', []),
        (faxed_file.thin, '<p>A</p><div style="border-top: 1.4pt solid #000"></div>', ["a line of 1.4 pt is thinner than 1.5 pt"]),
        (faxed_file.thin, '<p>A</p><div style="border-top: 0.5pt solid #fff"></div>', []),
        (faxed_file.thin, '<p>A</p><svg viewBox="0 0 20 20"><path d="M0 9h20" stroke="#000" stroke-width="1"/></svg>', ["a line of 1 pt is thinner than 1.5 pt"]),
    ],
    ids=["black", "nearly black", "red", "seen through", "a gradient", "12 pt", "a tenth less", "1.5 pt", "thinner", "white", "drawn"],
)  # fmt: skip
def test_a_fax_is_black_white_large_and_heavy_of_line(
    tmp_path: Path, typesetter: Typesetter, check: Check[Any], body: str, said: list[str]
) -> None:
    assert _faxed(tmp_path, typesetter, body).told(check) == said


def _opened(small: SmallFile, **changed: Any) -> FinishedFile:
    return replace(small.opened(), made=replace(small.made, **changed))


def test_a_page_may_take_100_kb_and_no_more(tmp_path: Path, typesetter: Typesetter) -> None:
    small = _faxed(tmp_path, typesetter, "<p>One</p>")
    beside = (Beside("fax-fine", b"", (100_000,)), Beside("fax-standard", b"", (5,)))
    assert [*faxed_file.heavy(_opened(small, beside=beside))] == []
    beside = (Beside("fax-fine", b"", (5,)), Beside("fax-standard", b"", (100_001,)))
    assert [one.message for one in faxed_file.heavy(_opened(small, beside=beside))] == [
        "page 1 takes 100 kB, more than 100"
    ]


@pytest.mark.parametrize(
    ("fill", "said"),
    [
        ("#000", ["of the picture (svg) nothing but black is left in one bit"]),
        ("#fff", ["of the picture (svg) nothing is left in one bit"]),
        ("#bbb", ["of the picture (svg) nothing is left in one bit"]),
    ],
)
def test_a_picture_of_which_one_bit_leaves_an_even_area_is_told(
    tmp_path: Path, typesetter: Typesetter, fill: str, said: list[str]
) -> None:
    drawing = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9h-9z" fill="{fill}"/></svg>'
    assert _faxed(tmp_path, typesetter, f"<p>A</p>{drawing}").told(faxed_file.empty) == said


def test_a_picture_of_lines_is_left(tmp_path: Path, typesetter: Typesetter) -> None:
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h5v9h-5z" fill="#000"/></svg>'
    assert _faxed(tmp_path, typesetter, f"<p>A</p>{drawing}").told(faxed_file.empty) == []


def test_a_page_without_sender_or_number_is_told_and_a_fax_without_a_cover(
    tmp_path: Path, typesetter: Typesetter
) -> None:
    small = _faxed(tmp_path, typesetter, "<p>One</p>")
    assert small.told(faxed_file.unsigned) == [
        "page 1 does not name its sender nor its number",
        "nothing stands before it that says whom it is for, and what to do when it reaches somebody else",
    ]


def test_a_page_that_names_both_is_not_told(tmp_path: Path, typesetter: Typesetter) -> None:
    heads = '<style>@page { @top-left { content: "The clinic" } @top-right { content: counter(page) " " counter(pages) } }</style>'

    def named(piece: Any) -> Any:
        clinic = {**piece.job.clinic, "name": replace(piece.job.clinic["name"], value="The clinic")}
        return replace(piece, edition=Edition.FAX, job=replace(piece.job, clinic=clinic))

    small = small_file(tmp_path, typesetter, named, f"{heads}<p>One</p>")
    assert [one for one in small.told(faxed_file.unsigned) if one.startswith("page")] == []
