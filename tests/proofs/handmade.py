"""A proof, a crop and a contact sheet of pages that nothing set: white paper with measured panels and findings made by hand.

    .venv/bin/python -m tests.proofs.handmade

draws the pictures in ``tests/proofs/drawn/`` anew, to be looked at before they are committed.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pikepdf
from PIL import Image

from brochures.findings import Finding, Place, Severity
from brochures.geometry.box import Box
from brochures.geometry.pages import MeasuredPage, MeasuredPages, Region
from brochures.layout.checks.page_plan import Fill
from brochures.pdf.file import File
from brochures.project.edition import Edition
from brochures.project.paths import ROOT
from brochures.proofs import Look, Pictured, draw_contact_sheet, exhibit, proofs, read_look
from tests.layout.checks.handmade import composed
from tests.miniature import Miniature

DRAWN = Path(__file__).parent / "drawn"
PANELS = {"flap": (0, 261), "back": (261, 526.5), "front": (526.5, 792)}
WORDS = "words that say what was measured, how far it is off and what is to be done about it; "


def paper(*sizes: tuple[float, float]) -> bytes:
    """Return a file of white pages."""
    pdf = pikepdf.new()
    for size in sizes:
        pdf.add_blank_page(page_size=size)
    written = io.BytesIO()
    pdf.save(written, deterministic_id=True)
    return written.getvalue()


def _finding(severity: str, area: tuple[float, float, float, float] | None, page: int = 1, repeat: int = 1) -> Finding:
    place = Place("content/program.yaml", 4, 5)
    return Finding("LAY-201", Severity(severity), WORDS * repeat, "mend it", place, "fold", "desk", page, area)


def pictured(mini: Miniature) -> Pictured:
    """Return two sides of a folded piece with findings of every weight, in panels and out of them."""
    composition = composed(mini, Edition.DESK)
    regions = tuple(Region("panel", name, 1, Box(x + 20, 20, end - 20, 592), "") for name, (x, end) in PANELS.items())
    sheets = MeasuredPages((MeasuredPage(1, 792, 612, regions), MeasuredPage(2, 792, 612)))
    fill = (Fill(1, "flap", 120, 61.5), Fill(1, "back", 7, 100.0), Fill(1, "front", 141, 104.2))
    findings = (
        _finding("error", (100, 300, 200, 340)),
        _finding("warning", (100, 310, 240, 330), repeat=2),
        _finding("note", (5, 5, 30, 12)),
        _finding("error", (700, 580, 800, 620)),
        _finding("error", None, 0),
        _finding("note", (300, 100, 500, 200), 2),
    )
    about = tuple(Finding("REL-101", Severity.WARNING, "x", place=Place("a", line)) for line in range(3))
    file = File(composition, paper((792, 612), (792, 612)), 2, findings, sheets=sheets, fill=fill)
    return Pictured(file, about, {"REL-101": "reviews are missing"})


def pictures(root: Path) -> Mapping[str, Image.Image]:
    """Return the pictures by name; the miniature project is copied below ``root``."""
    look = read_look(ROOT / "styles")
    mini = Miniature.copied_to(root / "project")
    both = pictured(mini)
    narrow = replace(
        both.file,
        findings=both.file.findings[:2],
        sheets=MeasuredPages((MeasuredPage(1, 250, 150),)),
        data=paper((250, 150)),
    )
    found = {one.name: Image.open(io.BytesIO(one.data)) for one in proofs(look, both)}
    found |= {f"narrow-{one.name}": Image.open(io.BytesIO(one.data)) for one in proofs(look, Pictured(narrow))}
    return {**found, "contact-sheet.png": _contact_sheet(look)}


def _contact_sheet(look: Look) -> Image.Image:
    exhibits = [
        exhibit("A folded piece with a long title", "letter-roll-fold", "patient", paper((792, 612), (792, 612))),
        exhibit("A poster", "tabloid-poster", "patient", paper((792, 1224))),
        exhibit("A card", "wallet-card", "patient", paper((252, 144), (252, 144))),
        exhibit("A packet", "letter-packet", "clinician", paper(*[(612, 792)] * 9)),
        exhibit("A sheet", "a4-sheet", "clinician", paper((595.28, 841.89))),
    ]
    return draw_contact_sheet(look, exhibits, ["lost", "gone"])


if __name__ == "__main__":
    with TemporaryDirectory() as folder:
        for name, picture in pictures(Path(folder)).items():
            picture.convert("RGB").quantize(64).save(DRAWN / name, optimize=True)
