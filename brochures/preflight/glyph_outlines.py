"""Letters as they are drawn, held against the fonts that the house ships: the 0 of a dose is drawn as a 0.

The engine keeps the numbers of glyphs when it takes out those that a file does not need. So the glyph of a number in the file is that of
the same number in styles/fonts/: drawn alike, as wide, and standing for a character that the font shows by it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from fontTools.ttLib import TTLibError
from pypdf.generic import DictionaryObject, StreamObject

from brochures.design.css import FACES
from brochures.findings import Finding, Place, codes
from brochures.findings.check import check
from brochures.preflight.declared import fillable
from brochures.preflight.face_outlines import FontProgram, shipped_face
from brochures.preflight.finished_file import FinishedFile

ROUNDING = 1.0
"""How far the width of a glyph may be off, in thousandths of the size of type."""

SHOWN = 6
"""So many letters of a font are named in a finding."""

_SECTION = re.compile(rb"beginbf(char|range)(.*?)endbf", re.DOTALL)
_CODE = re.compile(rb"<([0-9A-Fa-f\s]*)>|(\[|\])")

_MEND = "build again with --force; if it stays, put the font of styles/fonts/ back as it was published"

MISSING = codes.MISSING_GLYPH.name
"""What is told of a file that lacks a glyph."""


@check(
    codes.GLYPHS,
    looks_for="letters and figures that are not drawn as in the font that the house ships, or are of another width or for another character",
    source="ISO 32000-1, 9.7 and 9.10; docs/engine.md, Fonts",
)
def outlines(opened: FinishedFile) -> Iterator[Finding]:
    """Yield each font of the file whose glyphs are not those of the font that we ship under its name."""
    faces = opened.shipped.faces
    if faces is None or _lacks_a_glyph(opened):
        return
    for font in opened.dictionaries:
        if font.get("/Type") != "/Font" or "CIDFont" in str(font.get("/Subtype")):
            continue
        name = str(font.get("/BaseFont", "?")).removeprefix("/").rpartition("+")[2]
        if font.get("/Subtype") == "/Type0":
            said = _unlike_all(font, _candidates(name, faces))
        else:
            said = (
                ""
                if fillable(opened.composition)
                else f"is of the kind {font.get('/Subtype')}, of which no outlines can be compared"
            )
        if said:
            yield codes.GLYPHS.at(Place(f"styles/{FACES}"), f"the font '{name}' {said}", _MEND)


def _lacks_a_glyph(opened: FinishedFile) -> bool:
    """Return whether a glyph is missing: that is told, and the engine writes the codes of its font otherwise."""
    return any(one.code == MISSING for one in opened.made.findings)


def _candidates(name: str, faces: Mapping[str, Path]) -> list[Path]:
    """Return the files that a font called ``name`` may be of: its own, or every one of a family that begins alike, where a weight is missing.

    A family whose name ends with a number has a comma behind it. Of another family there are none; that is told with the fonts.
    """
    plain = name.replace(",", "")
    family = plain.partition("-")[0]
    return (
        [faces[plain]] if plain in faces else [path for key, path in faces.items() if key.partition("-")[0] == family]
    )


def _unlike_all(font: DictionaryObject, paths: list[Path]) -> str:
    """Return how ``font`` differs from the last of the faces at ``paths``, empty where it is one of them or there are none."""
    said = ""
    for path in paths:
        said = _unlike(font, path)
        if not said:
            break
    return said


def _unlike(font: DictionaryObject, path: Path) -> str:
    """Return how ``font`` differs from the face at ``path``, empty where it does not."""
    inner: Any = font["/DescendantFonts"][0].get_object()  # type: ignore[index]
    if font.get("/Encoding") != "/Identity-H" or inner.get("/CIDToGIDMap", "/Identity") != "/Identity":
        return "takes its letters by another table than the engine writes"
    program = inner.get("/FontDescriptor", DictionaryObject()).get_object().get("/FontFile2")
    if program is None:
        return "has no outlines in the file"
    try:
        written = FontProgram.of(program.get_object().get_data())
        shipped = shipped_face(path)
    except (TTLibError, OSError) as wrong:
        return f"cannot be read: {wrong}"
    characters = _characters(font.get("/ToUnicode"))
    return (
        _differing(written, shipped, characters) or _astray(shipped, characters) or _misfit(inner, shipped, characters)
    )


def _differing(written: FontProgram, shipped: FontProgram, characters: Mapping[int, str]) -> str:
    """Return which glyphs are not drawn as they are shipped, in words."""
    wrong = [number for number in sorted(characters) if written.outline(number) != shipped.outline(number)]
    if wrong:
        return f"draws {_named(wrong, characters)} otherwise than styles/fonts/ does"
    loose = sorted(written.drawn - written.parts(characters))
    return f"draws {_named(loose, characters)}, of which the file does not say what it is" if loose else ""


def _astray(shipped: FontProgram, characters: Mapping[int, str]) -> str:
    """Return which glyphs are said to be other characters than the font shows by them, in words."""
    odd = [number for number, text in characters.items() if text not in shipped.plain.get(number, ())]
    wrong = [number for number in odd if characters[number] not in shipped.substituted.get(number, ())]
    return f"reads {_named(wrong, characters)} where it draws another character" if wrong else ""


def _misfit(inner: DictionaryObject, shipped: FontProgram, characters: Mapping[int, str]) -> str:
    """Return which glyphs have another width than they are shipped with, in words."""
    widths = dict(_widths(inner.get("/W")))
    wrong = [
        number
        for number in characters
        if abs(widths.get(number, shipped.advance(number)) - shipped.advance(number)) > ROUNDING
    ]
    return f"has {len(wrong)} glyphs of another width than styles/fonts/ gives them" if wrong else ""


def _named(numbers: list[int], characters: Mapping[int, str]) -> str:
    """Return the letters of the glyphs ``numbers`` in words."""
    letters = [f"'{characters[number]}'" if number in characters else f"glyph {number}" for number in numbers[:SHOWN]]
    return ", ".join(letters) + (f" and {len(numbers) - SHOWN} more" if len(numbers) > SHOWN else "")


def _characters(stream: Any) -> dict[int, str]:
    """Return the characters of each code, as the file says (ISO 32000-1, 9.10.3)."""
    held = stream.get_object() if stream is not None else None
    if not isinstance(held, StreamObject):
        return {}
    found: dict[int, str] = {}
    for kind, body in _SECTION.findall(held.get_data()):
        codes_of = [bytes.fromhex(code.decode()) for code, _ in _CODE.findall(body)]
        if kind == b"char":
            pairs = zip(codes_of[::2], codes_of[1::2], strict=False)
            found |= {int.from_bytes(code): text.decode("utf-16-be", "replace") for code, text in pairs}
        else:
            for first, last, text in zip(codes_of[::3], codes_of[1::3], codes_of[2::3], strict=False):
                start = int.from_bytes(text)
                span = range(int.from_bytes(first), min(int.from_bytes(last), int.from_bytes(first) + 0xFFFF) + 1)
                found |= {
                    code: (start + code - span.start).to_bytes(len(text)).decode("utf-16-be", "replace")
                    for code in span
                }
    return found


def _widths(written: Any) -> Iterator[tuple[int, float]]:
    """Yield the width of each code, in thousandths (ISO 32000-1, 9.7.4.3)."""
    items: list[Any] = list(written.get_object()) if written is not None else []
    at = 0
    while at + 1 < len(items):
        first, then = int(items[at]), items[at + 1].get_object()
        if isinstance(then, list):
            yield from ((first + index, float(width)) for index, width in enumerate(then))
            at += 2
        else:
            yield from ((code, float(items[at + 2])) for code in range(first, int(then) + 1))
            at += 3
