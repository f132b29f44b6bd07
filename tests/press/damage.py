"""What tests do to a press file, and what preflight then tells of it."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name
from pypdf import PdfReader

from brochures.design.print_shop import PrintShop
from brochures.pdf.file import File
from brochures.preflight.press import CHECKS, SINGLE, press_checks
from brochures.preflight.press.ink_coverage import seen
from brochures.preflight.press.subject import Subject

Damage = Callable[[pikepdf.Pdf], None]


def told(made: File) -> list[tuple[str, str]]:
    """Return the code and message of each finding in the bytes of ``made``."""
    file = PdfReader(io.BytesIO(made.data), strict=True)
    return [
        (finding.code, finding.message)
        for check in press_checks(file, made, print_shop_of(made))
        for finding in check.findings
    ]


def subject_of(made: File, file: PdfReader | None = None) -> Subject:
    """Return what the checks of a press file read: ``made``, opened anew or as ``file``."""
    return Subject(file or PdfReader(io.BytesIO(made.data), strict=True), made, print_shop_of(made))


def print_shop_of(made: File) -> PrintShop:
    """Return who prints the press edition of the piece that ``made`` is a file of."""
    print_shop = made.composition.job.print_shop
    assert print_shop is not None
    return print_shop


def told_codes(made: File) -> list[str]:
    """Return the codes alone."""
    return [code for code, _ in told(made)]


def damaged(made: File, damage: Damage, **how: Any) -> File:
    """Return ``made`` with ``damage`` done to it; ``how`` it is saved then."""
    with pikepdf.open(io.BytesIO(made.data)) as pdf:
        damage(pdf)
        written = io.BytesIO()
        pdf.save(written, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none, **how)
    return replace(made, data=written.getvalue())


def painted(code: str, page: int = 0) -> Damage:
    """Return the damage that paints ``code``, operators of a content stream, over a page, in its own coordinates."""
    return lambda pdf: pdf.pages[page].contents_add(f"q {code} Q".encode())


def told_apart_from_plates(made: File) -> list[tuple[str, str, str]]:
    """Return code, severity and message of each finding, but for those that need plates, which take longest to make."""
    subject = subject_of(made)
    found = (finding for check in (*CHECKS, *SINGLE) if check is not seen for finding in check(subject))
    return [(finding.code, str(finding.severity), finding.message) for finding in found]


SETTINGS: dict[str, dict[str, Any]] = {
    "On": {"OP": True, "op": True, "OPM": 1},
    "Zero": {"OP": True, "op": True, "OPM": 0},
    "Off": {"OP": False, "op": False},
    "Half": {"ca": 0.5, "CA": 0.5},
}
"""Graphics states that damages choose by name."""


def laid(content: str, page: int = 0, *, apart: bool = False) -> Damage:
    """Return the damage that paints ``content`` over a page, in pt from the trim's upper left corner, ``y`` upwards; ``F`` is a font.

    It may choose the states of ``SETTINGS`` and the inks of ``INKS``. ``apart``: in an isolated group.
    """

    def damage(pdf: pikepdf.Pdf) -> None:
        one = pdf.pages[page]
        left, _, _, top = (float(edge) for edge in one.trimbox)
        about = Dictionary(Type=Name.XObject, Subtype=Name.Form, BBox=[-999, -999, 999, 999])
        about.Resources = Dictionary(
            ExtGState=Dictionary({f"/{name}": Dictionary(**state) for name, state in SETTINGS.items()}),
            ColorSpace=Dictionary({f"/{name}": _ink(ink) for name, ink in INKS.items()}),
            Font=Dictionary(F=next(iter(one.Resources.Font.values()))),
        )
        if apart:
            about.Group = Dictionary(Type=Name.Group, S=Name.Transparency, I=True, CS=Name.DeviceCMYK)
        name = one.add_resource(pikepdf.Stream(pdf, content.encode(), about), Name.XObject, Name("/Damage"))
        one.contents_add(f"q 1 0 0 1 {left} {top} cm {name} Do Q".encode())

    return damage


INKS = {"Spot": "PANTONE 186 C", "Other": "PANTONE 347 C", "Registration": "All", "Key": "Black"}
"""Names of spaces, and of the inks that they stand for."""


def _ink(name: str) -> Array:
    ramp = Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[0, 1, 0, 0], N=1)
    return Array([Name.Separation, Name(f"/{name}"), Name.DeviceCMYK, ramp])
