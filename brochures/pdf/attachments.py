"""Attachments: the citation files of a piece within its screen edition, each with what it is to the document and with the digest of its bytes.

Associated files as ISO 32000-2, 14.13, has them; F and UF both, as PDF/UA-1, 7.11, wants it.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Sequence
from datetime import date

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from brochures.compose.citation_files import CitationFile


def with_attachments(data: bytes, files: Sequence[CitationFile], dated: date) -> bytes:
    """Return ``data`` with ``files`` attached to the document as a whole, as they were on the day ``dated``."""
    if not files:
        return data
    with pikepdf.open(io.BytesIO(data)) as pdf:
        held = [_specification(pdf, one, dated) for one in sorted(files, key=lambda one: one.name)]
        pairs = [part for one in held for part in (one.UF, one)]
        names = pdf.Root.get("/Names", Dictionary())
        names.EmbeddedFiles = pdf.make_indirect(Dictionary(Names=Array(pairs)))
        pdf.Root.Names = names
        pdf.Root.AF = Array(held)
        written = io.BytesIO()
        pdf.save(written, deterministic_id=True)
    return written.getvalue()


def _specification(pdf: pikepdf.Pdf, one: CitationFile, dated: date) -> pikepdf.Object:
    day = String(f"D:{dated:%Y%m%d}000000Z")
    stream = pdf.make_stream(one.data)
    stream.Type, stream.Subtype = Name.EmbeddedFile, Name(f"/{one.media_type}")
    digest = hashlib.md5(one.data, usedforsecurity=False).digest()  # the standard's own choice (7.11.4, Table 46)
    stream.Params = Dictionary(Size=len(one.data), ModDate=day, CheckSum=String(digest))
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Filespec, F=String(one.name), UF=String(one.name), Desc=String(one.says), AFRelationship=Name.Supplement,
            EF=Dictionary(F=stream, UF=stream),
        )
    )  # fmt: skip
