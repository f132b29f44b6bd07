"""The space at the end of a line: in the words that are read by the structure tree, and nowhere on the page."""

from __future__ import annotations

import io

import pikepdf
import pypdfium2
import pytest

from brochures.engine.typesetter import Typesetter

PAGE = """<html lang='en'><head><title>t</title><style>@page {{ size: 200px 200px; margin: 20px }} body {{ margin: 0 }}
p {{ margin: 0; font: 16px/20px "Atkinson Hyperlegible"; width: 100px }}</style></head><body>{}</body></html>"""


def _set(typesetter: Typesetter, body: str, medium: str = "screen", *, tagged: bool = True) -> bytes:
    document, said = typesetter.set(PAGE.format(body), medium, tagged=tagged)
    data, wrote = typesetter.write(document, {"labels": [], "preferences": {}}, tagged=tagged)
    assert (said, wrote) == ((), ())
    return data


def _said(data: bytes) -> str:
    """Return the words of the marked pieces of the first page, each with what it ends in, and nothing between them."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        page = pdf.pages[0]
        fonts = {name: _letters(font) for name, font in page.Resources.Font.items()}
        text, face = "", {}
        for instruction in pikepdf.parse_content_stream(page):
            operands, operator = instruction.operands, instruction.operator
            if str(operator) == "Tf":
                face = fonts[str(operands[0])]
            if str(operator) in {"Tj", "TJ"}:
                shown = operands[0] if str(operator) == "TJ" else [operands[0]]
                for one in shown:
                    if isinstance(one, pikepdf.String):
                        codes = bytes(one)
                        text += "".join(face[codes[at : at + 2]] for at in range(0, len(codes), 2))
        return text


def _letters(font: pikepdf.Object) -> dict[bytes, str]:
    lines = font.ToUnicode.read_bytes().decode().splitlines()
    pairs = [line.split() for line in lines if line.startswith("<") and len(line.split()) == 2]
    return {
        bytes.fromhex(code[1:-1]): bytes.fromhex(text[1:-1]).decode("utf-16-be")
        for code, text in pairs
        if len(code) == 6
    }


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("<p>Care for body, mind and daily life</p>", "Care for body, mind and daily life"),
        ("<p>Care for <b>all your bodies</b> now and here</p>", "Care for all your bodies now and here"),
        ("<p>one two</p><p>three four</p>", "one twothree four"),
        ("<p>a well-mannered-person-indeed</p>", "a well-mannered-person-indeed"),
        ("<p>one two<br>three</p>", "one twothree"),
    ],
)
def test_a_line_that_ends_at_a_space_says_it_and_no_other_does(typesetter: Typesetter, body: str, said: str) -> None:
    assert _said(_set(typesetter, body)) == said


def test_words_stand_where_they_stood(typesetter: Typesetter) -> None:
    body = "<p>Care for body, mind and daily life</p>"
    pictures = [
        next(iter(pypdfium2.PdfDocument(_set(typesetter, body, tagged=tagged)))).render(scale=2).to_pil().tobytes()
        for tagged in (True, False)
    ]
    assert pictures[0] == pictures[1]


@pytest.mark.parametrize(("medium", "tagged"), [("press", True), ("desk", True), ("screen", False)])
def test_paper_needs_none(typesetter: Typesetter, medium: str, *, tagged: bool) -> None:
    assert (
        _said(_set(typesetter, "<p>Care for body, mind and daily life</p>", medium, tagged=tagged))
        == "Care for body,mind anddaily life"
    )
