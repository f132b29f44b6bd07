"""What links say of themselves in finished bytes: words, never an address or the name of a place in the file."""

from __future__ import annotations

import io

import pikepdf

from brochures.engine.typesetter import Typesetter
from brochures.pdf.structure_tags import mended

PAGE = (
    '<html lang="en"><head><title>t</title><style>@page {{ size: 300pt 200pt }} p {{ font: 12pt "Atkinson Hyperlegible" }}'
    ".next {{ break-before: page }}</style></head><body>{}</body></html>"
)


def _said(typesetter: Typesetter, body: str) -> list[str]:
    document, _ = typesetter.set(PAGE.format(body), "screen", tagged=True)
    data, _ = typesetter.write(document, {"labels": [], "preferences": {}}, tagged=True)
    with pikepdf.open(io.BytesIO(mended(data))) as pdf:
        return [str(annotation.Contents) for page in pdf.pages for annotation in page.get("/Annots", ())]


def test_a_link_says_what_its_html_says(typesetter: Typesetter) -> None:
    body = "<p><a href='tel:988' aria-label='Call “988”'><b>988</b></a>, <a href='https://example.org/'>our <i>page</i></a></p>"
    assert _said(typesetter, body) == ["Call “988”", "our page"]


def test_a_link_over_two_lines_says_so_twice(typesetter: Typesetter) -> None:
    assert _said(typesetter, "<p><a href='https://a.org/' aria-label='Open it'>a<br>b</a></p>") == ["Open it"] * 2


def test_a_link_inside_the_file_says_its_page(typesetter: Typesetter) -> None:
    body = (
        "<p><a href='#b' aria-label='Go to page {page}'>b</a> <a href='#a' aria-label='Go to page {page}'>a</a></p>"
        "<p class='next' id='b'>b <a href='#a' aria-label='Back'>a</a></p><p class='next' id='a'>a</p>"
    )
    assert _said(typesetter, body) == ["Go to page 2", "Go to page 3", "Back"]
