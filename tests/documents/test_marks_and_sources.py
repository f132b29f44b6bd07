"""A number beside words has its source on the sheet, and a source that has a number has its mark: nobody looks for one that is not there."""

from __future__ import annotations

import re

import pytest

from brochures.compose.html import compose
from brochures.compose.templates import Templates
from brochures.load.catalogue import Catalogue
from brochures.project.edition import Edition
from brochures.project.paths import ROOT, Project
from brochures.resolve.ticket import resolve
from tests.real import DAY

PIECES = ["program-trifold", "family-guide", "treatment-day-card", "waiting-room-poster", "ketamine-facts"]


def _numbers(words: str) -> set[int]:
    """Return each number of a mark such as 4,9–12."""
    found: set[int] = set()
    for part in re.split(r"[,\s]+", re.sub(r"<[^>]+>", "", words).replace("\N{WORD JOINER}", "")):
        first, _, last = part.partition("–")
        if first:
            found |= set(range(int(first), int(last or first) + 1))
    return found


@pytest.mark.parametrize("slug", PIECES)
def test_every_mark_has_its_source_and_every_numbered_source_its_mark(slug: str, catalogue: Catalogue) -> None:
    project = Project(ROOT, DAY, ROOT / "out")
    (composition, *_) = compose(Templates.read(project), resolve(project, catalogue, slug), Edition.SCREEN, proof=False)
    html = composition.html
    marks = re.findall(r'<sup class="reference-mark">(.*?)</sup>', html, re.DOTALL)
    listed = re.findall(r'class="sources__item"[^>]*>\s*<b\b[^>]*>(.*?)</b>', html, re.DOTALL)
    cited = set().union(*map(_numbers, marks))
    assert cited == set().union(*map(_numbers, listed))
    assert cited or slug == "waiting-room-poster"
