"""A second decoder of JPEG. The library of pictures guesses what follows a damaged place, and says nothing of it.

The one inside of the library for PDF (libjpeg-turbo in qpdf) refuses a picture in which it has to guess: codes that there are not, markers
in another order, more data or less than the picture takes. It sees about half of the damages in the middle of a photograph; where
other bits are as good a code as the lost ones were, no decoder can tell, and a person has to look (docs/staff.md, A photograph).
"""

from __future__ import annotations


def guesses(data: bytes) -> bool:
    """Return whether a decoder has to guess somewhere in the JPEG ``data``."""
    import pikepdf  # noqa: PLC0415 a tenth of a second, for those runs only that show a photograph

    holder = pikepdf.new()
    stream = pikepdf.Stream(holder, data, Filter=pikepdf.Name.DCTDecode)
    try:
        stream.read_bytes(pikepdf.StreamDecodeLevel.all)
    except (pikepdf.PdfError, pikepdf.DataDecodingError):
        return True
    return False
