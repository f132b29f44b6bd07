"""Web fonts: faces of the house with the characters of one page and no others, packed as WOFF2 (W3C, WOFF File Format 2.0)."""

from __future__ import annotations

import base64
import io
from collections.abc import Iterable, Iterator
from pathlib import Path

import uharfbuzz
from fontTools.ttLib import TTFont

from brochures.design.css import FaceFile

FEATURES = ("kern", "liga", "mark", "mkmk", "ccmp", "locl", "tnum")
"""The features of OpenType that are kept."""

NAMES = (1, 2, 13)
"""Of the names in a face: family, style, licence (OpenType, name table)."""


def font_rules(faces: Iterable[FaceFile], characters: str) -> Iterator[str]:
    """Yield a rule for each of ``faces``, which holds the face itself with ``characters``."""
    for face in faces:
        data = base64.b64encode(packed(face.path, characters)).decode()
        style = "italic" if face.italic else "normal"
        yield (
            f'@font-face {{ font-family: "{face.family}"; font-style: {style}; font-weight: {face.weight}; font-display: swap; '
            f'src: url("data:font/woff2;base64,{data}") format("woff2"); }}'
        )


def packed(path: Path, characters: str) -> bytes:
    """Return the font at ``path`` with ``characters`` alone, as WOFF2. The same font and characters give the same bytes."""
    wanted = uharfbuzz.SubsetInput()
    wanted.unicode_set.clear()
    wanted.unicode_set.update(set(map(ord, characters)))
    wanted.layout_feature_tag_set.clear()
    wanted.layout_feature_tag_set.update(int.from_bytes(tag.encode()) for tag in FEATURES)
    wanted.name_id_set.clear()
    wanted.name_id_set.update(NAMES)
    wanted.flags |= uharfbuzz.SubsetFlags.NO_HINTING
    chosen = uharfbuzz.subset(uharfbuzz.Face(path.read_bytes()), wanted)
    font = TTFont(io.BytesIO(chosen.blob.data), recalcTimestamp=False)
    font.flavor = "woff2"
    written = io.BytesIO()
    font.save(written, reorderTables=False)
    return written.getvalue()
