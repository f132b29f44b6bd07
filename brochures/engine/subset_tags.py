"""Subset tags: the six letters before a font's name, made of the subset itself (ISO 32000-1, 9.6.4).

The engine makes them of the face, so that subsets of one face have one name in all our files, whichever letters they hold. A print shop
that binds or gangs up files merges fonts by name, and one subset takes the place of the other: letters are lost. Made of the bytes of the
subset, the name is the same where the letters are the same, and only there.

One function of the engine is wrapped, ``pdf.build_fonts_dictionary``: of it is relied on that it is given the file and its fonts, that it
cuts down the first of the fonts with one ``hash``, and that it adds their dictionaries to the file's objects.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

from brochures.engine.private_api import pdf_writer

_build = pdf_writer.build_fonts_dictionary


def install() -> None:
    """Put the wrapper in the engine's place. Doing so twice changes nothing."""
    pdf_writer.build_fonts_dictionary = _tagging


def tag(subset: bytes) -> str:
    """Return the tag of a subset: six capital letters, which its bytes decide."""
    return "".join(chr(ord("A") + byte % 26) for byte in hashlib.sha256(subset).digest()[:6])


def _tagging(pdf: Any, fonts: Mapping[Any, Any], *rest: Any, **named: Any) -> Any:
    """Return what the engine makes of ``fonts``, with each named by its subset."""
    before = len(pdf.objects)
    made = _build(pdf, fonts, *rest, **named)
    subsets: dict[str, bytes] = {}
    for font in fonts.values():
        subsets.setdefault(font.hash, font.file_content)
    names = {font.name: _named(font.name, subsets[font.hash]) for font in fonts.values()}
    for thing in pdf.objects[before:]:
        for key in ("BaseFont", "FontName"):
            if isinstance(thing, dict) and thing.get(key) in names:
                thing[key] = names[thing[key]]
    return made


def _named(name: bytes, subset: bytes) -> bytes:
    return b"/" + tag(subset).encode() + b"+" + name.partition(b"+")[2]
