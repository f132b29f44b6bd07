"""The claim that a file keeps PDF/UA-1, which the engine writes into the metadata of each tagged one, and how it is taken back."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pikepdf

from brochures.pdf.file import File

_CLAIM = re.compile(rb"\s*pdfuaid:\w+\s*=\s*(\"[^\"]*\"|'[^']*')|<pdfuaid:(\w+)>[^<]*</pdfuaid:\2>")
"""The property of XMP, as an attribute or as an element (ISO 14289-1, 5)."""


def without_claim(file: File) -> File:
    """Return ``file`` without the claim: an error was found in it. One that cannot be opened at all keeps its bytes, which nobody can read."""
    try:
        with pikepdf.open(io.BytesIO(file.data)) as pdf:
            packet = pdf.Root.get("/Metadata")
            if isinstance(packet, pikepdf.Stream):
                packet.write(_CLAIM.sub(b"", packet.read_bytes()))
            written = io.BytesIO()
            pdf.save(written, deterministic_id=True)
    except pikepdf.PdfError:
        return replace(file, claims_access=False)
    return replace(file, data=written.getvalue(), claims_access=False)
