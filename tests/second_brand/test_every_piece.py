"""Another brand: the whole family, built with other tokens, other faces and another motif, and nothing else changed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest

from brochures.design.tokens import Tokens
from brochures.findings import Severity
from brochures.findings.report import WAITING
from brochures.project.edition import Edition
from tests.facts import Facts
from tests.miniature import Miniature
from tests.real import DAY
from tests.second_brand.another import dressed, tokens_of

NOTES = ("EDT-201", "FIT-101", "LAY-104", "LAY-105", "LAY-401")
"""What may be told as a note, and never as a warning: a share in the words that a waiver lets pass (EDT-201); that the words of a full panel
were drawn together, on rungs that its document allows (FIT-101), and which lines left the grid for it (LAY-401): of the house, too; and that
a page of a long piece is 40 to 65 % full (LAY-104), or one that may end early is full (LAY-105): parts are composed for the house's faces,
and in others a page ends elsewhere."""


LONE_WORD = ("LAY-302", "program-overview")
"""The overview's sources run over two columns, where lines are not balanced; in this brand's face one word is left for the last."""

SCREENS_AND_PRESS = (Edition.SCREEN, Edition.PRESS, Edition.WEB)
"""What every piece is built in that has it."""

AT_THE_DESK = (
    "crisis-card", "family-guide", "ketamine-facts", "patient-guide", "program-trifold", "treatment-day-card", "waiting-room-poster",
)  # fmt: skip
"""One piece of each way to print at the desk: cards of both sizes, a half fold, a booklet, a packet, a roll fold, a poster.

The others are laid out there as on the screen, and the brief on folded sheets as the booklet is.
"""

IN_LARGE_PRINT = ("crisis-card", "family-guide")
"""Two pieces stand for all: their words flow through the same styles."""


@pytest.fixture(scope="module")
def family(tmp_path_factory: pytest.TempPathFactory) -> Miniature:
    """Every piece for screens and the press, one of each kind at the desk and two in large print, built once in the other brand."""
    project = Miniature(dressed(tmp_path_factory.mktemp("meadow") / "project", "meadow"), DAY)
    found = [*project.build(jobs=0, editions=SCREENS_AND_PRESS).findings]
    found += project.build(*AT_THE_DESK, editions=(Edition.DESK,)).findings
    found += project.build(*IN_LARGE_PRINT, editions=(Edition.LARGE,)).findings
    told = [one for one in found if one.code not in WAITING and (one.code, one.piece) != LONE_WORD]
    assert [one for one in told if one.severity is not Severity.NOTE or one.code not in NOTES] == []
    return project


def _files(family: Miniature) -> list[Path]:
    return sorted(family.out.glob("*/*.pdf"))


def _colours(brand: str) -> set[tuple[int, ...]]:
    values = Tokens.read(*tokens_of(brand).values()).shared.values()
    return {
        tuple(int(value[at : at + 2], 16) for at in (1, 3, 5))
        for value in values
        if re.fullmatch("#[0-9a-f]{6}", value)
    }


def _painted(path: Path) -> Iterator[tuple[int, ...]]:
    with pikepdf.open(path) as pdf:
        for page in pdf.pages:
            for instruction in pikepdf.parse_content_stream(page):
                if str(instruction.operator) in {"rg", "RG"}:
                    yield tuple(round(float(part) * 255) for part in instruction.operands)


def test_every_piece_comes_out_in_every_edition(family: Miniature) -> None:
    slugs = family.project.slugs()
    assert len(slugs) == 12
    names = {path.name for path in _files(family)}
    assert {f"{slug}.screen.pdf" for slug in slugs} <= names
    assert {f"{slug}.desk.pdf" for slug in AT_THE_DESK} <= names
    assert len([name for name in names if name.endswith(".press.pdf")]) == 8
    assert len([*family.out.glob("*/*.web.html")]) == 7
    assert {f"{slug}.large.pdf" for slug in IN_LARGE_PRINT} <= names


def test_every_font_in_the_files_is_the_brand_s_own(family: Miniature) -> None:
    for path in _files(family):
        for name, embedded in Facts(path.read_bytes()).fonts.items():
            assert embedded
            assert name.startswith(("Barlow", "Spectral")), f"{path.name}: {name}"


def test_nothing_is_painted_in_a_colour_that_is_not_the_brand_s(family: Miniature) -> None:
    own, house = _colours("meadow"), _colours("house")
    assert len(house - own) > 5
    for path in _files(family):
        assert set(_painted(path)) - own == set(), path.name
