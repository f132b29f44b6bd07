"""Pages of a fax taken out of a file and bound into another: every dot and every entry stays, and no page is packed again."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageChops, ImageDraw

from brochures.press.fax_files import bound, taken_apart
from brochures.press.fax_pages import LINE, Raster, drawn_pages, fax_pages
from tests.separations.handmade import Made


def _fax(*heights: int) -> bytes:
    pages = []
    for number, height in enumerate(heights):
        page = Image.new("1", (LINE, height), 255)
        ImageDraw.Draw(page).rectangle((40, 30, 900, 60 + 10 * number), fill=0)
        pages.append(page)
    written = io.BytesIO()
    pages[0].save(
        written,
        "TIFF",
        compression="group4",
        save_all=True,
        append_images=pages[1:],
        dpi=(204, 196),
        tiffinfo={278: 64},
    )
    return written.getvalue()


def _pages(data: bytes) -> list[tuple[Image.Image, object]]:
    with Image.open(io.BytesIO(data)) as file:
        found = []
        for number in range(file.n_frames):  # type: ignore[attr-defined]
            file.seek(number)
            found.append((file.convert("1"), file.info["dpi"]))
        return found


def test_what_is_taken_apart_and_bound_is_the_same_fax() -> None:
    data = _fax(300, 128, 40)
    again = bound(taken_apart(data))
    for (old, dpi), (new, same) in zip(_pages(data), _pages(again), strict=True):
        assert ImageChops.difference(old.convert("L"), new.convert("L")).getbbox() is None
        assert dpi == same
    assert taken_apart(again) == taken_apart(data)
    assert [len(page.strips) for page in taken_apart(again)] == [5, 2, 1]


def test_a_page_of_one_fax_goes_into_another() -> None:
    first, second = taken_apart(_fax(300, 128)), taken_apart(_fax(40))
    assert [page.height for page, _ in _pages(bound((first[0], second[0], first[1])))] == [300, 40, 128]


def test_what_is_no_such_file_is_refused() -> None:
    with pytest.raises(ValueError, match="II"):
        taken_apart(b"MM\0*")


def test_a_page_that_is_drawn_alone_is_as_it_is_among_others() -> None:
    made = Made((612, 792))
    for at in (100, 300, 500):
        made.page(f"0 g 50 {at} 200 9 re f")
    written = io.BytesIO()
    made.pdf.save(written)
    data = written.getvalue()
    whole = [taken_apart(one.data) for one in fax_pages(data)]
    drawn = drawn_pages(data, [2, 0])
    assert list(drawn) == [0, 2]
    assert len(whole) == len(Raster)
    for number, pages in drawn.items():
        assert pages == tuple(raster[number] for raster in whole)
