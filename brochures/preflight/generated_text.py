"""What pages make by themselves, each by its own rule: running heads, page numbers, contents, table heads, proof lines, alternatives."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from brochures.compose.typography import squeezed
from brochures.findings import NOWHERE, Finding, codes
from brochures.findings.check import check
from brochures.layout.checks.subject import area, shown
from brochures.preflight.text_subject import Reading

_NUMBER = re.compile(r"\d+")


@check(
    codes.WRONG_GENERATED,
    looks_for="running heads, running feet and page numbers that are wrong",
    source="docs/designers.md, Panels and pages",
)
def running(reading: Reading) -> Iterator[Finding]:
    """Yield running heads and feet that are neither of the piece's running texts, nor a heading of it, nor the number of the page.

    The heading of a form may be followed by which of its sheets this is.
    """
    groups: dict[int, list[str]] = {}
    for text in reading.composed.texts:
        if text.role == "running":
            groups.setdefault(text.group, []).append(text.text)
    wanted = {"".join(texts) for texts in groups.values()}
    titles = {text.text for text in reading.composed.texts}
    pages, labels = len(reading.pages.sheets.pages), reading.pages.composition.job.labels
    sheets = _sheets(reading)
    for (page, _), runs in reading.margins.items():
        said = "".join(run.text for run in runs)
        numbers = [int(number) for number in _NUMBER.findall(said)]
        folio = squeezed(f"{labels.get('page', '')}{page}{labels.get('page.of', '')}{pages}").casefold()
        counted = bool(numbers) and numbers == [page, pages][: len(numbers)]
        titled = said.removesuffix(sheets.get(page, "")) in titles
        if said in wanted or titled or said == folio or (counted and "page" not in labels):
            continue
        yield codes.WRONG_GENERATED.at(
            NOWHERE,
            f"the running head or foot '{shown(' '.join(run.shown for run in runs))}' is neither a text of the piece nor page {page} of {pages}",
            "look at the margin boxes in styles/page.css",
        ).on(area(runs[0].box), page)
    found = {"".join(run.text for run in runs) for runs in reading.margins.values()}
    for missing in sorted(wanted - found):
        yield codes.WRONG_GENERATED.at(
            NOWHERE,
            f"the running text '{missing[:40]}' stands on no page",
            "let a margin box of styles/page.css take it with element()",
        )


def _sheets(reading: Reading) -> dict[int, str]:
    """Return, by page, which sheet of its form it is, as its head must say it: pages that follow each other under one title."""
    labels = reading.pages.composition.job.labels
    sheet, of = (squeezed(labels.get(name, "")).casefold() for name in ("form.sheet", "page.of"))
    head = re.compile(rf"(.+),{re.escape(sheet)}\d+{re.escape(of)}\d+")
    heads = ((page, head.fullmatch("".join(run.text for run in runs))) for (page, _), runs in reading.margins.items())
    titles = {page: found[1] for page, found in heads if found}
    counts: dict[int, str] = {}
    for _, group in groupby(sorted(titles), key=titles.__getitem__):
        pages = list(group)
        counts |= {page: f",{sheet}{number}{of}{len(pages)}" for number, page in enumerate(pages, 1)}
    return counts


@check(
    codes.WRONG_GENERATED,
    looks_for="page numbers in a list of contents that are not those of the pages they lead to",
    source="docs/designers.md, Panels and pages",
)
def contents(reading: Reading) -> Iterator[Finding]:
    """Yield page numbers that are not those of the pages that their targets lie on."""
    numbers = [run for run in reading.generated if run.text.isdigit()]
    targets = reading.composed.page_references
    if len(numbers) < len(targets):
        yield codes.WRONG_GENERATED.at(
            NOWHERE, f"{len(targets)} page references have {len(numbers)} numbers", "give each its number with target-counter()"
        )  # fmt: skip
        return
    named = reading.file.named_destinations if targets else {}
    for target, run in zip(targets, numbers, strict=False):
        at = reading.file.get_destination_page_number(named[target]) if target in named else None
        if at is None or at + 1 != int(run.text):
            where = "nowhere in the file" if at is None else f"on page {at + 1}"
            yield codes.WRONG_GENERATED.at(
                NOWHERE,
                f"the page reference to '{target}' says {run.text}, and it lies {where}",
                "let its number come from target-counter() of the same target",
            ).on(area(run.box), run.page)


@check(
    codes.WRONG_GENERATED,
    looks_for="tables that go on over a page without their whole head",
    source="docs/designers.md, Panels and pages",
)
def heads(reading: Reading) -> Iterator[Finding]:
    """Yield each page on which a table goes on without its whole head, and words of a head that its table does not have."""
    wanted: dict[int, str] = {}
    for text in reading.composed.texts:
        if text.role == "head":
            wanted[text.table] = wanted.get(text.table, "") + text.text
    said: dict[int, str] = {}
    for run in reading.heads:
        said[run.page] = said.get(run.page, "") + run.text
    for sheet in reading.pages.sheets.pages:
        expected = "".join(wanted.get(table, "") for table in sorted(sheet.tables))
        if sorted(expected) != sorted(said.get(sheet.number, "")):
            yield codes.WRONG_GENERATED.at(
                NOWHERE,
                f"the heads of the tables on page {sheet.number} say '{shown(said.get(sheet.number, ''))}' and should say '{shown(expected)}'",
                "let the head of a table stand in a thead, and nothing but it",
            ).on(area(sheet.trim), sheet.number)


@check(
    codes.WRONG_GENERATED,
    looks_for="proofs that do not say so on every sheet, and finished pieces that say they are proofs",
    source="docs/staff.md, Proofs and releases",
)
def proof_lines(reading: Reading) -> Iterator[Finding]:
    """Yield each page of a proof that does not say so, and each page that says so and is none."""
    composition = reading.pages.composition
    line = squeezed(composition.job.labels.get("proof.line", "")).casefold()
    if not line:
        return
    said = dict.fromkeys(range(1, len(reading.pages.sheets.pages) + 1), "")
    for run in reading.runs:
        if run.page in said:  # of a page too many there is nothing to say but that it is there
            said[run.page] += run.text
    for page, text in said.items():
        if (line in text) is not composition.proof:
            yield codes.WRONG_GENERATED.at(
                NOWHERE,
                f"page {page} {'does not say that it is a proof' if composition.proof else 'says that it is a proof, and is none'}",
                "print the proof line once on each sheet, where 'proof' is set",
            ).about(page=page)


@check(codes.MISSING_ALT, looks_for="pictures whose alternative text is not in the file", source="ISO 14289-1, 7.3")
def alternatives(reading: Reading) -> Iterator[Finding]:
    """Yield alternative texts of pictures that a tagged file does not hold."""
    if not reading.pages.composition.tagged:
        return
    held = Counter(squeezed(str(element["/Alt"])) for element in reading.tree if "/Alt" in element)
    for text in reading.composed.alternatives:
        key = squeezed(text)
        if held[key] < 1:
            yield codes.MISSING_ALT.at(
                NOWHERE, f"the alternative text '{shown(text)}' is not in the file", "look for a style that hides the picture"
            )  # fmt: skip
        held[key] -= 1
