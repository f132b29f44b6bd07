"""File stems: how the names of files for a partner begin. Of the organization alone, for a file's name is seen by who must not know the person."""

from __future__ import annotations

import re
import unicodedata

from brochures.load.model.base import DEVICES

LONGEST = 60
"""Letters of a stem: it stands in a path with the folder, the packet's name and a counter."""

NOBODY = "partner"
"""The stem where there is no organization, or none of its letters has one in ASCII."""

_LETTERS = str.maketrans({
    "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "œ": "oe", "\u0131": "i", "ħ": "h", "&": " and ",
})  # fmt: skip
"""Small letters that Unicode does not take apart (NFKD), and the sign that firms are joined by."""


def stem_of(organisation: str) -> str:
    """Return ``organisation`` in small letters of ASCII, figures and hyphens, which every system takes for one and the same name."""
    plain = unicodedata.normalize("NFKD", organisation.casefold().translate(_LETTERS))
    letters = "".join(sign for sign in plain if not unicodedata.combining(sign) and sign not in "'’.")
    stem = re.sub(r"[^a-z0-9]+", "-", letters)[:LONGEST].strip("-")
    return NOBODY if not stem else f"{NOBODY}-{stem}" if DEVICES.fullmatch(stem) else stem


def numbered(stem: str, number: int) -> str:
    """Return the stem of the partner ``number`` (from 1) of one stem: the first has none, so that most names are plain."""
    return stem if number == 1 else f"{stem}-{number}"
