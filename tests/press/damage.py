"""What tests do to a press file, and what preflight then tells of it."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pikepdf
from pypdf import PdfReader

from brochures.pdf import Pdf
from brochures.preflight.press import press_findings

Damage = Callable[[pikepdf.Pdf], None]


def told(made: Pdf) -> list[tuple[str, str]]:
    """Return the code and message of each finding in the bytes of ``made``."""
    file = PdfReader(io.BytesIO(made.data), strict=True)
    return [(finding.code, finding.message) for finding in press_findings(file, made)]


def told_codes(made: Pdf) -> list[str]:
    """Return the codes alone."""
    return [code for code, _ in told(made)]


def damaged(made: Pdf, damage: Damage, **how: Any) -> Pdf:
    """Return ``made`` with ``damage`` done to it; ``how`` it is saved then."""
    with pikepdf.open(io.BytesIO(made.data)) as pdf:
        damage(pdf)
        written = io.BytesIO()
        pdf.save(written, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none, **how)
    return replace(made, data=written.getvalue())


def painted(code: str, page: int = 0) -> Damage:
    """Return the damage that paints ``code``, operators of a content stream, over a page, in its own coordinates."""
    return lambda pdf: pdf.pages[page].contents_add(f"q {code} Q".encode())
