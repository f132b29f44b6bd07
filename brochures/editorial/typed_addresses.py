"""Addresses and telephone numbers typed where nobody can touch them: on the screen only words of statements and facts of the clinic are links."""

from __future__ import annotations

from collections.abc import Iterator

from brochures.editorial.galley import Galley
from brochures.findings import Finding, codes
from brochures.findings.check import check
from brochures.load.model.addresses import link_of, typed
from brochures.load.model.telephone import in_prose
from brochures.resolve.job import Role

UNLINKED = (Role.TITLE, Role.PIECE, Role.LABEL, Role.STUDY)
"""Words that are set as they are, with no link in them."""


@check(
    codes.OUT_OF_REACH,
    looks_for="web and mail addresses and telephone numbers typed in words that are set without links",
    source="docs/writers.md, Typing",
)
def out_of_reach(galley: Galley) -> Iterator[Finding]:
    """Yield each address and number that is typed where the screen edition has no links."""
    if not any(edition.linked for edition in galley.job.editions):
        return
    for prose in galley.of_roles(*UNLINKED):
        spans = [(one.start, one.end) for one in in_prose(prose.text) if not one.is_fax]
        spans += [(start, end) for start, end in typed(prose.text) if link_of(prose.text[start:end])]
        for start, end in spans:
            yield codes.OUT_OF_REACH.at(
                prose.place(start, end),
                f"'{prose.text[start:end]}' cannot be touched on the screen: these words are set without links",
                "say it in a statement, where it becomes a link, or show it in a block 'contact' or 'qr'",
            )
