"""Write ``docs/codes.md``: every finding code, from the records of the codes and of the checks.

python -m docs.make_codes        writes it anew (``make docs`` does)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from brochures.findings.codes import FAMILIES
from brochures.findings.explained import Explained
from brochures.pipeline import explained

PAGE = Path(__file__).resolve().parent / "codes.md"

HEAD = """# Finding codes

Everything that the program finds has a code. An **error** stops the piece, a **warning** makes it a proof or should be looked at, a **note** only
tells. `./build.py explain CODE` prints what stands here. For each code a folder of its name in `tests/findings/` has a case that it speaks of
(`fires`) and one that it just does not (`quiet`).

This page is made by `docs/make_codes.py` from the records in `brochures/findings/codes/` and beside the checks: change those, then run `make docs`.
"""


def page() -> str:
    """Return the page."""
    told = [*explained().values()]
    return "\n".join([HEAD, *_list(told), *_families(told), ""])


def _list(told: Sequence[Explained]) -> Iterator[str]:
    yield "| Code | Severity | Title |\n|---|---|---|"
    for one in told:
        yield f"| [{one.code.name}](#{anchor(one.code.name)}) | {one.code.severity} | {one.code.title} |"


def _families(told: Sequence[Explained]) -> Iterator[str]:
    for family, members in groupby(told, lambda one: one.family):
        yield f"\n## {family}: {FAMILIES[family]}"
        for one in members:
            yield from _entry(one)


def _entry(one: Explained) -> Iterator[str]:
    code = one.code
    yield f"\n### {code.name}\n"
    yield f"**{code.title[0].upper()}{code.title[1:]}** ({code.severity}). {code.explanation}\n"
    yield f"- Looks for: {'; '.join(one.looks_for)}."
    yield f"- Source: {'; '.join(map(_linked, one.sources))}."
    yield f"- Mend: {code.mend}"
    if code.bad:
        bad, good = (
            [f"{sign} {line}" for line in text.splitlines()] for sign, text in (("-", code.bad), ("+", code.good))
        )
        yield "\n".join(["", "```diff", *bad, *good, "```"])


def _linked(source: str) -> str:
    """Return ``source`` with a link where it is a page of ``docs/``: ``docs/print.md, Lines``."""
    file, _, heading = source.partition(", ")
    if not file.startswith("docs/"):
        return source
    return f"[{source}]({file.removeprefix('docs/')}#{anchor(heading)})"


def anchor(heading: str) -> str:
    """Return what a heading is called in a link: ``PDF/X-4 and PDF/X-1a`` is ``pdfx-4-and-pdfx-1a``."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
