"""The house's style: one spelling for each word, and one title for each block that recurs from piece to piece."""

from __future__ import annotations

from collections.abc import Iterator

from brochures.editorial.galley import Galley
from brochures.editorial.negation import named
from brochures.findings import Finding, codes
from brochures.findings.check import check
from brochures.resolve.job import Role

OURS = frozenset({Role.TITLE, Role.STATEMENT, Role.PIECE, Role.PLAIN, Role.FORM, Role.PICTURE, Role.LABEL})
"""What this house writes. A record keeps the words of its paper, a help line and a law those of their owner."""


@check(
    codes.OTHER_SPELLING,
    looks_for="words in another spelling than the house's",
    source="docs/writers.md, One spelling, one title",
)
def spelling(galley: Galley) -> Iterator[Finding]:
    """Yield each word that the house spells otherwise, or has another word for."""
    by_list = {id(entry.find): entry for entry in galley.words.spellings}
    for prose in galley.of_roles(*OURS):
        for name in galley.lists_in(prose):
            entry = by_list.get(name)
            if entry is None:
                continue
            for span in galley.spans(prose, entry.find):
                if not span.within([*galley.spans(prose, entry.unless), *named(galley, prose)]):
                    yield codes.OTHER_SPELLING.at(
                        prose.place_of(*span),
                        f"'{prose.said(*span)}' is not how this house writes it",
                        entry.instead,
                    )


@check(
    codes.OTHER_TITLE,
    looks_for="blocks that recur under another title than the house's",
    source="docs/writers.md, One spelling, one title",
)
def titles(galley: Galley) -> Iterator[Finding]:
    """Yield the title of each block that has another one in other pieces for the same readers."""
    by_block = {str(block): readers for block, readers in galley.words.titles.items()}
    for prose in galley.of_roles(Role.PIECE):
        readers = by_block.get(prose.passage.component)
        allowed = readers.get(prose.passage.audience, ()) if readers else ()
        if allowed and prose.text not in allowed:
            yield codes.OTHER_TITLE.at(
                prose.place(),
                f"this block is called '{prose.text}' here, and in the other pieces of this house '{allowed[0]}'",
                f"write {allowed[0]!r}" if len(allowed) == 1 else f"write one of: {'; '.join(allowed)}",
            )
