"""A brochure that stands in a packet as it is: its own panels and numbers, on pages of its own size, set as its own file sets them."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest

from brochures.compose.facsimile import body, embedded
from brochures.compose.html import compose
from brochures.compose.templates import Templates
from brochures.project.edition import Edition
from brochures.resolve.job import Job
from brochures.resolve.ticket import resolve
from tests.miniature import Miniature

PACK = "content/packets/pack.yaml"


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Miniature:
    """Return the miniature project whose packet shows the folded piece as it is, on paper that is laid on its side."""
    mini = Miniature.copied_to(tmp_path_factory.mktemp("facsimile") / "project")
    mini.replace(PACK, "    reading: fold", "    facsimile: fold")
    mini.replace(PACK, "pages: 4", "pages: 5")
    mini.replace("styles/base.css", "@page sheet {", "@page sheet {\n  size: 11in 8.5in;")
    return mini


def _job(mini: Miniature, slug: str = "pack") -> Job:
    return resolve(mini.project, mini.load(), slug)


def _html(mini: Miniature, slug: str, edition: Edition = Edition.SCREEN) -> str:
    return compose(Templates.read(mini.project), _job(mini, slug), edition, proof=False)[0].html


def test_it_holds_every_block_of_every_panel_in_the_order_of_reading(shown: Miniature) -> None:
    fold, pack = _job(shown, "fold"), _job(shown)
    section = pack.sections[1]
    assert section.facsimile is not None
    whole = [block.component for panel in fold.sections for block in panel.blocks]
    assert [block.component for block in section.blocks] == whole
    inner = embedded(pack, section, section.facsimile)
    assert [(one.name, len(one.blocks)) for one in inner.sections] == [
        (one.name, len(one.blocks)) for one in fold.sections
    ]
    assert [block for one in inner.sections for block in one.blocks] == [*section.blocks]
    assert (inner.title, inner.version, inner.dated, inner.format) == (
        fold.title,
        fold.version,
        fold.dated,
        fold.format,
    )


def test_its_panels_say_what_the_brochure_says_with_its_own_reference_numbers(shown: Miniature) -> None:
    def panels(html: str) -> list[str]:
        bare = re.sub(r' data-(?:passage|block|picture)="[^"]*"|</?a\b[^>]*>| id="[^"]*"', "", html)
        starts = [found.start() for found in re.finditer(r'<div class="sheet|<section|$', bare)]
        return [
            re.sub(r"<[^>]+>|\s+", " ", bare[start:end])
            for start, end in pairwise(starts)
            if "panel" in bare[start:end]
        ]

    alone, inside = panels(body(_html(shown, "fold"))), panels(_html(shown, "pack"))
    assert alone
    assert [text.split() for text in alone] == [text.split() for text in inside[: len(alone)]]


def test_its_words_are_known_by_their_block_in_the_packet_and_lead_nowhere(shown: Miniature) -> None:
    html = _html(shown, "pack")
    section = html.partition('id="reading"')[2].partition('id="references"')[0]
    blocks = [int(number) for number in re.findall(r'data-block="1-(\d+)"', section)]
    assert sorted(set(blocks)) == list(range(len(_job(shown).sections[1].blocks)))
    assert "#reference-" not in section
    assert "#reference-" in html


def test_its_title_is_a_passage_of_the_packet_written_in_the_brochure(shown: Miniature) -> None:
    found = [one for one in _job(shown).passages if one.section == 1 and one.block < 0]
    assert [one.writing.place(0).file for one in found] == [PACK, "content/brochures/fold.yaml"]


def test_the_packet_is_made_with_pages_of_two_sizes(shown: Miniature) -> None:
    assert shown.build("pack", force=True).findings == ()


def test_a_piece_that_cannot_be_shown_is_told_with_those_that_can(tmp_path: Path) -> None:
    mini = Miniature.copied_to(tmp_path / "project")
    mini.replace(PACK, "    reading: fold", "    facsimile: fol")
    (found,) = mini.build("pack").findings
    assert (found.place.file, found.place.line) == (PACK, 20)
    assert "did you mean 'fold'?" in found.help
