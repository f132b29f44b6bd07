"""Wide pictures of what a page tells: each has its drawing and its words, and takes its room from those of the panel."""

from __future__ import annotations

import re

from brochures.load.model.figures import PanoramaPicture
from brochures.project.paths import ROOT
from tests.documents.test_booklet_and_poster import BOOKLET, FOOT
from tests.real import RealDocuments

GUIDE = "family-guide"
SHOWN = {BOOKLET: {2: "therapy", 3: "ways", 5: "altered"}, GUIDE: {2: "listening"}}
"""Which picture stands on which page of a piece; of two on a side the first."""


def test_every_picture_is_drawn_under_its_name_and_ends_in_its_floor() -> None:
    drawn = (ROOT / "templates" / "panoramas.html").read_text(encoding="utf-8")
    assert re.findall(r'macro (\w+)\(\) %}\n{{ wall\("--[a-z-]+"\) }}', drawn) == list(PanoramaPicture)
    assert drawn.count("{{ ground(") == len(PanoramaPicture)


def test_a_picture_says_what_it_shows(real: RealDocuments) -> None:
    for slug, pages in SHOWN.items():
        labels = real.catalogue.shelf("label")
        alts = [figure.alt for figure in real.facts(f"{slug}.screen").tree.all("Figure")]
        for name in pages.values():
            assert labels[f"panorama.{name}"].thing["en"] in alts


def test_words_at_the_foot_end_above_the_picture_and_words_under_one_begin_below_it(real: RealDocuments) -> None:
    booklet, guide = real.facts(f"{BOOKLET}.screen"), real.facts(f"{GUIDE}.screen")
    for page, last in ((2, "Riverwoods Behavioral Health."), (3, "approved for depression"), (5, "rise for a while")):
        ((_, bottom, _, _),) = booklet.places(page, last)[-1:]
        assert bottom > 150
    for first in ("How you can help", "When to get help"):
        ((_, _, _, top),) = guide.places(2, first)
        assert FOOT - 110 < top < FOOT - 84
