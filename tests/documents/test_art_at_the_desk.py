"""What an office printer puts on paper: no art past the cut of a card, and none where the printer cannot print."""

from __future__ import annotations

import pypdfium2
import pytest
from PIL import ImageChops

from brochures.project.edition import Edition
from tests.real import RealDocuments

REACH = 17.0
"""How near the edge of the sheet an office printer prints, in pt: a quarter of an inch, but for a line that is rounded."""

COLOURED = 24
"""How far apart the lightest and the darkest of red, green and blue lie where something is coloured. Ticks to cut and fold by are grey."""

PIECES = (
    "crisis-card", "treatment-day-card", "program-trifold", "family-guide", "ketamine-facts", "waiting-room-poster", "program-overview",
    "evidence-brief",
)  # fmt: skip


def _allowed(real: RealDocuments, slug: str, side: int, size: tuple[float, float]) -> tuple[float, float, float, float]:
    """Return where on a sheet of the desk ``slug`` may be coloured: what its copies cover, or what the printer reaches."""
    form = real.job(slug).format
    places = form.places(form.sides[side].name) if side < len(form.sides) else ()
    if not places:
        return REACH, REACH, size[0] - REACH, size[1] - REACH
    xs, ys = [x for x, _ in places], [y for _, y in places]
    return min(xs), min(ys), max(xs) + form.width, max(ys) + form.height


@pytest.mark.parametrize("slug", PIECES)
def test_nothing_is_coloured_past_the_cut_or_the_printer_s_reach(real: RealDocuments, slug: str) -> None:
    assert Edition.DESK in real.job(slug).editions
    document = pypdfium2.PdfDocument(real.facts(f"{slug}.desk").data)
    for page, sheet in enumerate(document):
        picture = sheet.render(scale=1).to_pil().convert("RGB")
        left, top, right, foot = (round(edge) for edge in _allowed(real, slug, page, sheet.get_size()))
        picture.paste((255, 255, 255), (left - 1, top - 1, right + 1, foot + 1))
        red, green, blue = picture.split()
        most = ImageChops.lighter(ImageChops.lighter(red, green), blue)
        least = ImageChops.darker(ImageChops.darker(red, green), blue)
        apart = ImageChops.subtract(most, least).point(lambda value: 255 if value > COLOURED else 0)
        assert apart.getbbox() is None, f"page {page + 1}: {apart.getbbox()}"
