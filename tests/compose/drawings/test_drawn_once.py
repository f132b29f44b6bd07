"""A scene, a figure and a strip are drawn once a run: what one edition of a piece drew, the others take."""

from __future__ import annotations

import pytest

from brochures.compose.drawings.people import figure
from brochures.compose.drawings.scenes import landscape
from brochures.compose.drawings.strips import frieze, mark, rising_bank
from brochures.compose.html import compose
from brochures.compose.templates import Templates
from brochures.project.edition import Edition
from brochures.resolve.ticket import resolve
from tests.real import RealDocuments

DRAWINGS = (figure, frieze, landscape, mark, rising_bank)


@pytest.mark.parametrize("slug", ["family-guide", "ketamine-facts"])
def test_what_one_edition_drew_the_others_take(real: RealDocuments, slug: str) -> None:
    templates, job = Templates.read(real.project), resolve(real.project, real.catalogue, slug)
    compose(templates, job, Edition.SCREEN, proof=True)
    drawn = [drawing.cache_info() for drawing in DRAWINGS]
    for edition in (Edition.DESK, Edition.PRESS):
        compose(templates, job, edition, proof=True)
    again = [drawing.cache_info() for drawing in DRAWINGS]
    assert [info.misses for info in again] == [info.misses for info in drawn]
    assert sum(info.hits for info in again) > sum(info.hits for info in drawn)
