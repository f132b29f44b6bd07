"""Small PDF files made by hand, for tests of what they paint."""

from __future__ import annotations

import io
from functools import cache
from typing import Any

from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name, Object, Page, Pdf, Stream
from PIL import Image

from brochures.project.paths import ROOT

FONT = ROOT / "styles" / "fonts" / "atkinson-hyperlegible" / "AtkinsonHyperlegible-Regular.ttf"


class Made:
    """A file under construction: one page after the other, all with the same resources."""

    def __init__(self, size: tuple[float, float] = (200, 100), bleed: float = 0) -> None:
        self.pdf = Pdf.new()
        self.resources: Object = self.pdf.make_indirect(Dictionary())
        self._size = size
        self._bleed = bleed

    def name(self, kind: str, name: str, thing: Any) -> None:
        """Put a thing of a kind among the resources."""
        if f"/{kind}" not in self.resources:
            self.resources[f"/{kind}"] = Dictionary()
        self.resources[f"/{kind}"][f"/{name}"] = thing

    def spot(self, name: str) -> Object:
        """Return the colour space of an ink."""
        tint = Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[1, 0, 0.86, 0.03], N=1)
        return self.pdf.make_indirect(Array([Name.Separation, Name(f"/{name}"), Name.DeviceCMYK, tint]))

    def overprints(self) -> None:
        """Name settings: ``On`` (mode 1), ``Zero`` (mode 0) and ``Off``."""
        self.name("ExtGState", "On", Dictionary(OP=True, op=True, OPM=1))
        self.name("ExtGState", "Zero", Dictionary(OP=True, op=True, OPM=0))
        self.name("ExtGState", "Off", Dictionary(OP=False, op=False))

    def stream(self, content: str | bytes, **about: Any) -> Object:
        """Return a stream with resources as the page has them."""
        data = content.encode("latin-1") if isinstance(content, str) else content
        return self.pdf.make_indirect(Stream(self.pdf, data, Dictionary(**about)))

    def form(self, content: str, box: tuple[float, ...] = (0, 0, 200, 100), **about: Any) -> Object:
        """Return a form with resources as the page has them."""
        return self.stream(
            content, Type=Name.XObject, Subtype=Name.Form, BBox=Array(box), Resources=self.resources, **about
        )

    def image(self, data: bytes, size: tuple[int, int], space: Any, bits: int = 8, **about: Any) -> Object:
        """Return an image of these pixels."""
        width, height = size
        whole = {"Width": width, "Height": height, "BitsPerComponent": bits, **about}
        if space is not None:
            whole["ColorSpace"] = space
        return self.stream(data, Type=Name.XObject, Subtype=Name.Image, **whole)

    def font(self) -> Object:
        """Return the project's text font, whole, in which codes are the numbers of its characters (Identity-H)."""
        font = _font()
        units, widths = font["head"].unitsPerEm, font["hmtx"]
        file = self.stream(FONT.read_bytes(), Length1=FONT.stat().st_size)
        descriptor = Dictionary(
            Type=Name.FontDescriptor, FontName=Name("/Atkinson"), Flags=4, FontBBox=[0, -250, 1000, 950], ItalicAngle=0,
            Ascent=950, Descent=-250, CapHeight=700, StemV=80, FontFile2=file,
        )  # fmt: skip
        inner = Dictionary(
            Type=Name.Font, Subtype=Name.CIDFontType2, BaseFont=Name("/Atkinson"), FontDescriptor=descriptor,
            CIDSystemInfo=Dictionary(Registry="Adobe", Ordering="Identity", Supplement=0),
            CIDToGIDMap=Name.Identity, DW=500,
            W=Array([0, Array([round(widths[name][0] * 1000 / units) for name in font.getGlyphOrder()])]),
        )  # fmt: skip
        return self.pdf.make_indirect(
            Dictionary(
                Type=Name.Font, Subtype=Name.Type0, BaseFont=Name("/Atkinson"), Encoding=Name("/Identity-H"),
                DescendantFonts=Array([self.pdf.make_indirect(inner)]),
            )
        )  # fmt: skip

    def page(self, content: str | bytes, **about: Any) -> None:
        """Add a page, with bleed around its trim."""
        width, height = self._size
        out = self._bleed
        page = Dictionary(
            Type=Name.Page,
            MediaBox=[0, 0, width + 2 * out, height + 2 * out],
            TrimBox=[out, out, width + out, height + out],
            Resources=self.resources,
            Contents=self.stream(content),
            **about,
        )
        self.pdf.pages.append(Page(self.pdf.make_indirect(page)))

    def written(self, *, plain: bool = False) -> bytes:
        """Return the bytes of the file; ``plain``: none of them compressed."""
        out = io.BytesIO()
        self.pdf.save(out, compress_streams=not plain)
        return out.getvalue()


@cache
def _font() -> Any:
    return TTFont(FONT)


def typed(words: str) -> str:
    """Return words as a string of a content stream in the font that ``Made.font`` gives."""
    characters, number = _font().getBestCmap(), _font().getGlyphID
    return "<" + "".join(f"{number(characters[ord(letter)]):04x}" for letter in words) + ">"


def advance(words: str) -> float:
    """Return how far words go on in that font, in parts of its size."""
    font, characters = _font(), _font().getBestCmap()
    return float(sum(font["hmtx"][characters[ord(letter)]][0] for letter in words) / font["head"].unitsPerEm)


def jpeg(mode: str, size: tuple[int, int], colour: int | tuple[int, ...]) -> bytes:
    """Return the bytes of a JPEG image of one colour."""
    out = io.BytesIO()
    Image.new(mode, size, colour).save(out, "JPEG", quality=95)
    return out.getvalue()


def painted(content: str | bytes, size: tuple[float, float] = (200, 100)) -> bytes:
    """Return a file of one page that needs no resources."""
    made = Made(size)
    made.page(content)
    return made.written()
