"""Told: a picture at its file and where it is put, a colour where it is written, whatever else looks the same."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from brochures.findings import Finding
from brochures.project.paths import ROOT
from tests.miniature import Miniature

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("styles_are_not_looked_at")]

FOLD = "content/brochures/fold.yaml"
GREEN = "#28c85a"
SVG = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20">\n <rect width="9" height="9" fill="{GREEN}"/>\n</svg>'


@pytest.fixture
def mini(mini: Miniature) -> Miniature:
    """Return the project with a print shop for its folded piece."""
    mini.write("content/printers.yaml", (ROOT / "content" / "printers.yaml").read_bytes())
    for profile in (ROOT / "styles" / "profiles").glob("*.icc"):
        mini.write(f"styles/profiles/{profile.name}", profile.read_bytes())
    mini.replace(FOLD, "editions: [screen, desk]", "editions: [press]")
    return mini


def _png(mode: str = "RGB", size: tuple[int, int] = (300, 200), kind: str = "PNG") -> bytes:
    image = Image.linear_gradient("L").resize(size).convert("RGB")
    written = io.BytesIO()
    Image.blend(image, Image.new("RGB", size, (40, 200, 90)), 0.5).convert(mode).save(written, kind)
    return written.getvalue()


def _two_pictures(mini: Miniature, second: str, **data: bytes) -> None:
    """Put the picture ``one`` on page 2, and ``second`` below it; ``data`` are their files, by name and kind."""
    for name, bytes_ in data.items():
        mini.write(f"content/images/{name.replace('_', '.')}", bytes_)
    entries = "".join(
        f"  {name.split('_')[0]}: {{file: {name.replace('_', '.')}, alt: {{en: A leaf}}, rights: drawn for these tests}}\n"
        for name in data
    )
    mini.append("content/images/images.yaml", entries)
    mini.replace(
        FOLD, "    - picture: {image: leaf}\n", f"    - picture: {{image: one}}\n    - picture: {{image: {second}}}\n"
    )


def _of(code: str, mini: Miniature) -> list[Finding]:
    return [finding for finding in mini.check("fold") if finding.code == code]


def test_two_pictures_of_one_size_are_told_apart(mini: Miniature) -> None:
    _two_pictures(mini, "two", one_jpg=_png("RGB", kind="JPEG"), two_jpg=_png("CMYK", kind="JPEG"))
    (converted,), (foreign,) = _of("PRS-104", mini), _of("PRS-105", mini)
    assert (str(converted.place), str(foreign.place)) == ("content/images/one.jpg", "content/images/two.jpg")
    assert f"put at {FOLD}:18:24," in converted.message
    assert f"put at {FOLD}:19:24," in foreign.message


def test_two_pngs_of_one_size_are_told_each_at_its_own_file(mini: Miniature) -> None:
    _two_pictures(mini, "two", one_png=_png(), two_png=_png())
    told = [(str(one.place), one.page) for one in _of("PRS-104", mini)]
    assert told == [("content/images/one.png", 2), ("content/images/two.png", 2)]


def test_two_uses_of_one_picture_are_told_each_where_it_is_put(mini: Miniature) -> None:
    _two_pictures(mini, "one", one_png=_png())
    first, second = _of("PRS-104", mini)
    assert str(first.place) == str(second.place) == "content/images/one.png"
    assert f"put at {FOLD}:18:24," in first.message
    assert f"put at {FOLD}:19:24," in second.message


def test_a_coarse_picture_is_told_and_not_the_fine_one_of_the_same_size(mini: Miniature) -> None:
    """Both have as many pixels; the second is printed eight times as large."""
    _two_pictures(mini, "two", one_png=_png(), two_png=_png())
    mini.append("styles/base.css", 'img { width: 0.25in; height: auto } img[src$="two.png"] { width: 2in }\n')
    (coarse,) = _of("PRS-501", mini)
    assert str(coarse.place) == "content/images/two.png"
    assert f"put at {FOLD}:19:24," in coarse.message


@pytest.mark.parametrize(
    ("file", "old", "new", "place"),
    [
        ("styles/documents/fold.css", "", f"\n\n.panel {{\n  /* #28c85a */ color: {GREEN};\n}}\n", ":4:24"),
        ("templates/documents/fold.html", "<h1>", f'<h1 style="color: {GREEN}">', ":8:44"),
        ("styles/base.css", "", "h2 { color: rgb(40, 200, 90) }\n", ":1:13"),
    ],
)
def test_a_colour_is_told_where_a_style_or_template_writes_it(
    mini: Miniature, file: str, old: str, new: str, place: str
) -> None:
    text = (mini.root / file).read_text(encoding="utf-8")
    before = 0 if old else text.count("\n")
    mini.write(file, text.replace(old, new) if old else text + new)
    line, column = map(int, place[1:].split(":"))
    assert {str(one.place) for one in _of("PRS-103", mini)} == {f"{file}:{before + line}:{column}"}


def test_a_colour_of_a_drawing_is_told_in_the_drawing_that_is_on_the_page(mini: Miniature) -> None:
    mini.write("content/images/leaf.svg", SVG)
    mini.write("content/images/other.svg", SVG)
    mini.append(
        "content/images/images.yaml", "  other: {file: other.svg, alt: {en: A leaf}, rights: drawn for these tests}\n"
    )
    assert [(str(one.place), one.page) for one in _of("PRS-103", mini)] == [("content/images/leaf.svg:2:35", 2)]


def test_one_colour_in_a_style_and_in_a_drawing_is_told_at_both(mini: Miniature) -> None:
    mini.write("content/images/leaf.svg", SVG)
    mini.append("styles/documents/fold.css", f"h2 {{ color: {GREEN} }}\n")
    lines = (mini.root / "styles/documents/fold.css").read_text(encoding="utf-8").count("\n")
    told = {str(one.place) for one in _of("PRS-103", mini) if one.page == 2}
    assert told == {"content/images/leaf.svg:2:35", f"styles/documents/fold.css:{lines}:13"}


def test_a_colour_in_a_template_of_another_document_is_not_told(mini: Miniature) -> None:
    mini.append("styles/documents/fold.css", f"h2 {{ color: {GREEN} }}\n")
    mini.append("templates/documents/pack.html", f'<p style="color: {GREEN}">')
    assert {one.place.file for one in _of("PRS-103", mini)} == {"styles/documents/fold.css"}
