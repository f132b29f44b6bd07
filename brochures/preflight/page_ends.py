"""Page ends: words that lead to others and stand last on a page, in editions whose words flow over pages of their own."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from brochures.findings import Finding, codes
from brochures.findings.check import check
from brochures.layout.checks.subject import Pages, area, shown
from brochures.preflight.finished_file import FinishedFile

LEADS_ON = ":"
"""What the words end with that lead to the next ones."""


@check(
    codes.LEAD_IN_PARTED,
    looks_for="words that lead to a next line and stand last on a page of large print or of a fax",
    source="docs/print.md, Large print",
)
def lead_ins(opened: FinishedFile) -> Iterator[Finding]:
    """Yield each paragraph that ends with a colon and is the last of its page."""
    pages = Pages(opened.composition, opened.made.sheets)
    for (_, fragments), (_, later) in pairwise(pages.sheets.runs()):
        page, lines = fragments[-1]
        if lines[-1].text.rstrip().endswith(LEADS_ON) and later[0][0] > page:
            yield codes.LEAD_IN_PARTED.at(
                pages.place_of(lines[-1]),
                f"'{shown(lines[-1].text)}' stands last on page {page}, and what it leads to on page {later[0][0]}",
                "keep both on one page with break-after: avoid, in the styles of its component for this edition",
            ).on(area(lines[-1].box), page)
