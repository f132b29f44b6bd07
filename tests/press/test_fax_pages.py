"""Pages as a fax machine sends them: both rasters of ITU-T T.4, one bit a dot, packed as G4, white as TIFF-F has it."""

from __future__ import annotations

import io

import pytest
from PIL import Image
from weasyprint import HTML

from brochures.press.fax_pages import BLACK_BELOW, FINER, LINE, Raster, dots, fax_pages

LETTER = "<style>@page { size: 8.5in 11in; margin: 1in } body { margin: 0 } div { height: 1in; background: #000 } p { break-before: page }</style>"


@pytest.fixture(scope="module")
def pages() -> bytes:
    data: bytes = HTML(string=f"{LETTER}<div></div><p>Two</p>").write_pdf()
    return data


def test_both_rasters_have_every_page_at_its_fineness(pages: bytes) -> None:
    fine, standard = fax_pages(pages)
    assert (fine.name, standard.name) == ("fax-fine", "fax-standard")
    for one, down, high in ((fine, 196, 2156), (standard, 98, 1078)):
        with Image.open(io.BytesIO(one.data)) as file:
            assert (file.format, getattr(file, "n_frames", 1), file.mode, file.size) == ("TIFF", 2, "1", (LINE, high))
            assert file.info["compression"] == "group4"
            assert file.info["dpi"] == (204, down)
            assert file.tag_v2[262] == 0  # type: ignore[attr-defined]
            assert file.tag_v2[278] == high  # type: ignore[attr-defined]
            black = file.convert("L").crop((205, down + 2, 205 + 100, 2 * down - 2)).getextrema()
            white = file.convert("L").crop((0, 0, LINE, down - 2)).getextrema()
            assert (black, white) == ((0, 0), (255, 255))
        assert len(one.sizes) == 2
        assert sum(one.sizes) < len(one.data)


def test_the_same_file_gives_the_same_bytes(pages: bytes) -> None:
    assert fax_pages(pages) == fax_pages(pages)


@pytest.mark.parametrize(("level", "dot"), [(BLACK_BELOW - 1, 0), (BLACK_BELOW, 255)])
def test_a_dot_is_black_below_one_level_and_white_from_it_on(level: int, dot: int) -> None:
    page = Image.new("L", (1734, 204 * FINER), level)
    assert dots(page, Raster.STANDARD).getpixel((800, 50)) == dot


def test_narrower_paper_lies_in_the_middle_of_the_line() -> None:
    page = Image.new("L", (1000, 204 * FINER), 0)
    line = dots(page, Raster.FINE)
    assert [line.getpixel((x, 100)) for x in (363, 364, 1363, 1364)] == [255, 0, 0, 255]
