"""Words that lead to others: on one page with them, and parted from them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from brochures.engine.typesetter import Typesetter
from brochures.preflight import EDITION_CHECKS, page_ends
from brochures.project.edition import Edition
from tests.preflight.small_file import small_file

PARTED = "'Call us:' stands last on page 1, and what it leads to on page 2"


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ('<p>Call us:</p><p style="break-before: page">555</p>', [PARTED]),
        ("<p>Call us:</p><p>555</p>", []),
        ('<p>Call us.</p><p style="break-before: page">555</p>', []),
        ("<p>Call us:</p>", []),
    ],
    ids=["a number on the next page", "a number below it", "a sentence that ends", "the end of the piece"],
)
def test_a_lead_in_keeps_with_what_it_leads_to(
    tmp_path: Path, typesetter: Typesetter, body: str, said: list[str]
) -> None:
    small = small_file(tmp_path, typesetter, lambda piece: replace(piece, edition=Edition.LARGE), body)
    assert small.told(page_ends.lead_ins) == said


def test_it_is_looked_for_in_large_print_and_in_a_fax() -> None:
    assert all(page_ends.lead_ins in EDITION_CHECKS[edition] for edition in ("large", "fax"))
