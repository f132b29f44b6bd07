"""Faulty artwork, as people bring it: each is a finding that names the piece, the page, the place and the mend, and no file comes out.

What may be printed after all (a photograph in RGB, one with transparency, one in inks already) comes out with a word about it.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass

import pikepdf
import pytest
from PIL import Image

from brochures.findings import Severity
from brochures.pipeline import Report
from brochures.project.paths import ROOT
from tests.miniature import Miniature

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("styles_are_not_looked_at")]

GREEN = (40, 200, 90)
ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE


@dataclass(frozen=True)
class Bad:
    """One bad thing: what brings it in, and the finding that must come of it: code, severity, file, page, parts of message and mend."""

    bring: Callable[[Miniature], None]
    code: str
    severity: Severity
    file: str
    page: int
    message: str
    mend: str


def _picture(name: str, data: bytes) -> Callable[[Miniature], None]:
    """Put ``data`` in the place of the picture that stands on page 2, half an inch wide."""

    def bring(mini: Miniature) -> None:
        mini.write(f"content/images/{name}", data)
        mini.replace("content/images/images.yaml", "leaf.svg", name)

    return bring


def _raster(kind: str, mode: str, size: int, **how: int) -> bytes:
    image = Image.linear_gradient("L").resize((size, size)).convert("RGB")
    image = Image.blend(image, Image.new("RGB", image.size, GREEN), 0.5)
    if mode == "RGBA":
        image.putalpha(Image.radial_gradient("L").resize((size, size)))
    written = io.BytesIO()
    (image if mode == "RGBA" else image.convert(mode)).save(written, kind, **how)
    return written.getvalue()


def _drawing(inside: str) -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20">\n{inside}\n</svg>'.encode()


def _style(css: str) -> Callable[[Miniature], None]:
    return lambda mini: mini.append("styles/base.css", css)


def _profile(change: Callable[[bytes], bytes]) -> Callable[[Miniature], None]:
    def bring(mini: Miniature) -> None:
        path = mini.root / "styles/profiles/TR006_coated.icc"
        path.write_bytes(change(path.read_bytes()))

    return bring


def _literal(mini: Miniature) -> None:
    mini.replace("templates/documents/fold.html", "<h1>", '<h1 style="color: #28c85a">')


def _no_profile(mini: Miniature) -> None:
    mini.remove("styles/profiles/TR006_coated.icc")


def _much_ink(mini: Miniature) -> None:
    mini.replace("styles/tokens/colour.css", "0 0 0 100", "90 90 80 80")


GRADIENT = _drawing(
    '<defs><linearGradient id="g"><stop offset="0" stop-color="#28c85a"/><stop offset="1" stop-color="#000"/></linearGradient></defs>'
    '\n<rect width="20" height="20" fill="url(#g)"/>'
)
FILTER = _drawing(
    '<defs><filter id="f"><feGaussianBlur stdDeviation="2"/></filter></defs>\n<rect width="20" height="20" fill="#000" filter="url(#f)"/>'
)
LOGO = b"%PDF-1.4\n%a logo\n"

PRINTERS, TOKENS = "content/printers.yaml", "styles/tokens/colour.css"

BAD: dict[str, Bad] = {
    "a photograph in RGB": Bad(
        _picture("leaf.jpg", _raster("JPEG", "RGB", 300)), "PRS-104", NOTE, "content/images/leaf.jpg", 2,
        "was in RGB: its colours were converted for CGATS TR 006", "look at it in the proof",
    ),
    "a photograph of 72 ppi": Bad(
        _picture("leaf.jpg", _raster("JPEG", "L", 36)), "PRS-501", ERROR, "content/images/leaf.jpg", 2, "has 72 to the inch", "3.1 times as many pixels",
    ),
    "a picture with transparency": Bad(
        _picture("leaf.png", _raster("PNG", "RGBA", 300)), "PRS-104", NOTE, "content/images/leaf.png", 2,
        "what is transparent in it stays so", "look at it in the proof",
    ),
    "a photograph in inks": Bad(
        _picture("leaf.jpg", _raster("JPEG", "CMYK", 300)), "PRS-105", WARNING, "content/images/leaf.jpg", 2,
        "is in inks already", "put the picture in RGB in its place",
    ),
    "a drawing with a gradient": Bad(
        _picture("leaf.svg", GRADIENT), "PRS-103", ERROR, "content/images/leaf.svg", 2, "is drawn in #28c85a, which no token names", "use a token",
    ),
    "a drawing with a filter": Bad(
        _picture("leaf.svg", FILTER), "RES-107", ERROR, "content/images/leaf.svg", 0, "the engine leaves filter url(#f) out of 'leaf.svg'", "flatten it",
    ),
    "a logo as PDF": Bad(
        _picture("leaf.pdf", LOGO), "LOD-204", ERROR, "content/images/images.yaml", 0, "'leaf.pdf' cannot be printed as a picture", "",
    ),
    "a colour typed in a template": Bad(
        _literal, "PRS-103", ERROR, "templates/documents/fold.html", 1, "is drawn in #28c85a, which no token names", "use a token",
    ),
    "a profile that is not there": Bad(
        _no_profile, "PRS-102", ERROR, PRINTERS, 0, "the profile 'TR006_coated.icc' cannot be read: No such file or directory", "name a file",
    ),
    "a profile of a screen": Bad(
        _profile(lambda data: data[:12] + b"mntrRGB " + data[20:]), "PRS-102", ERROR, PRINTERS, 0, "is of the colour space RGB, not CMYK", "take the CMYK",
    ),
    "a profile that is cut short": Bad(
        _profile(lambda data: data[:50000]), "PRS-102", ERROR, PRINTERS, 0, "is broken: its header speaks of 155496 bytes, the file has 50000", "take the CMYK",
    ),
    "a token of 340 % of ink": Bad(
        _much_ink, "PRS-101", ERROR, TOKENS, 0, "takes 340 % of ink, more than the 300 % that the printing condition carries", "100 0 0 62",
    ),
    "an area that stops at the trim": Bad(
        _style(".panel::before { content: ''; position: absolute; left: 0; top: 0; width: 100%; height: 0.2in; background: #7f7f7f }"),
        "PRS-210", ERROR, "content/brochures/fold.yaml", 1, "colour stops at the top trim over 11.00 in", "run over the trim by var(--bleed)",
    ),
    "a line of 0.1 pt": Bad(
        _style("h2 { border-bottom: 0.1pt solid var(--ink) }"), "PRS-403", ERROR, "", 1, "0.1 pt", "",
    ),
}  # fmt: skip
"""White that is set to overprint cannot be written in a style or template; a file that has it is among those of ``test_painted_objects``."""


def _brought(mini: Miniature, bad: Bad) -> Report:
    mini.write("content/printers.yaml", (ROOT / "content" / "printers.yaml").read_bytes())
    for profile in (ROOT / "styles" / "profiles").glob("*.icc"):
        mini.write(f"styles/profiles/{profile.name}", profile.read_bytes())
    mini.replace("content/brochures/fold.yaml", "editions: [screen, desk]", "editions: [press]")
    bad.bring(mini)
    return mini.build("fold")


@pytest.mark.parametrize("name", BAD)
def test_it_is_told_where_it_is_and_how_it_is_mended(mini: Miniature, name: str) -> None:
    bad = BAD[name]
    found = _brought(mini, bad).findings
    mine = [one for one in found if one.code == bad.code and bad.message in one.message]
    assert mine, "\n".join(map(str, found))
    first = mine[0]
    assert (first.severity, first.place.file, first.page) == (bad.severity, bad.file, bad.page)
    assert bad.mend in first.help
    assert first.help
    assert first.piece == "fold" or not first.page


@pytest.mark.parametrize("name", [name for name, bad in BAD.items() if bad.severity is ERROR])
def test_what_is_wrong_is_not_printed(mini: Miniature, name: str) -> None:
    assert not _brought(mini, BAD[name]).published
    assert not mini.path("fold.press").exists()


@pytest.mark.parametrize("name", [name for name, bad in BAD.items() if bad.severity is not ERROR])
def test_what_may_be_printed_is_in_inks(mini: Miniature, name: str) -> None:
    report = _brought(mini, BAD[name])
    assert not [one for one in report.findings if one.is_error]
    with pikepdf.open(mini.path("fold.press")) as pdf:
        images = [one for one in pdf.objects if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Image"]
        spaces = sorted(str(image.ColorSpace) for image in images)
        assert spaces in (["/DeviceCMYK"], ["/DeviceCMYK", "/DeviceGray"])
        assert (len(spaces) == 2) == ("transparency" in name)
