"""Normal form: a text in composed letters, whichever way its file writes them.

macOS and some forms write a letter and its marks apart (NFD), most keyboards as one sign (NFC). Both are the same text (Unicode 15, 3.7
and Standard Annex 15), and everything here compares, counts and sets the composed form.
"""

from __future__ import annotations

import unicodedata


def composed(text: str) -> str:
    """Return ``text`` in composed letters (NFC)."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)
