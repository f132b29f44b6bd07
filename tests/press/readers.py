"""Programs that read a PDF file, and what they say of it: nothing, where it is as it should be. Only tests use them."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

Reader = Callable[[Path], list[str]]


def _program(name: str, *arguments: str) -> Reader:
    """Return a reader that runs ``name`` on a file, ``FILE`` among its arguments, and gives back each line of complaint.

    What a program says of a file without any fault, it says of itself; that is no complaint. It fails the test where it is missing.
    """

    def read(path: Path) -> list[str]:
        program = shutil.which(name)
        if program is None:
            pytest.fail(f"'{name}' is missing, which files are read with: run 'sh .ci/setup readers', or install it")

        def said(file: Path) -> list[str]:
            words = [argument.replace("FILE", file.name).replace("OUT", f"{file.stem}.out") for argument in arguments]
            done = subprocess.run(  # noqa: S603 the program that was just found, with our own file
                [program, *words], cwd=file.parent, capture_output=True, text=True, timeout=120, check=False
            )
            return [*done.stderr.splitlines(), *([f"it ended with {done.returncode}"] if done.returncode else [])]

        blank = path.with_name("blank.pdf")
        if not blank.is_file():
            _write_blank(blank)
        of_itself = set(said(blank))
        return [line for line in said(path) if line not in of_itself]

    return read


def _write_blank(path: Path) -> None:
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(200, 200))
        pdf.save(path)


def _qpdf(path: Path) -> list[str]:
    """Read with qpdf, as ``qpdf --check`` does, by its library."""
    with pikepdf.open(path) as pdf:
        return [*pdf.check_pdf_syntax(), *map(str, pdf.get_warnings())]


def _pdfium(path: Path) -> list[str]:
    """Read with PDFium: every page must be there and draw."""
    with pikepdf.open(path) as pdf:
        pages = len(pdf.pages)
    document = pypdfium2.PdfDocument(io.BytesIO(path.read_bytes()))
    try:
        drawn = [page.render(scale=0.2).width for page in document]
    finally:
        document.close()
    return [] if len(drawn) == pages and all(drawn) else [f"{len(drawn)} of {pages} pages were drawn"]


READERS: Mapping[str, Reader] = {
    "qpdf": _qpdf,
    "poppler": _program("pdftoppm", "-r", "20", "FILE", "OUT"),
    "MuPDF": _program("mutool", "draw", "-q", "-r", "20", "-o", "OUT%d.png", "FILE"),
    "Ghostscript": _program(
        "gs", "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-dPDFSTOPONERROR", "-dPDFSTOPONWARNING", "-sDEVICE=tiffsep1", "-r20",
        "-o", "OUT%d.tif", "FILE",
    ),
    "PDFium": _pdfium,
}  # fmt: skip
"""Five that share no code with each other, each as strict as it can be told to be."""
