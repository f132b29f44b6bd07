"""Comparison: two folders with finished files, piece by piece. What is told of it in a terminal; the page for a browser is ``comparison_page``."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from brochures.findings import UsageError
from brochures.findings.report import as_table
from brochures.project import manifest
from brochures.project.edition import Edition
from brochures.project.paths import Project
from brochures.proofs.file_difference import FileDifference, Format, Hunk, PageDifference, file_difference, form_of

LONGEST = 24
"""Words of a change that are told in a terminal; of a longer one its begin and its end."""


@dataclass(frozen=True)
class PieceDifference:
    """One edition of one piece in two builds. ``gone`` and ``come``: it is in one of them alone. ``found`` is None where both are the same bytes."""

    piece: str
    title: str
    edition: str
    gone: bool = False
    come: bool = False
    found: FileDifference | None = None
    unread: str = ""

    @property
    def same(self) -> bool:
        """Whether nothing that a reader sees is different."""
        return not (self.gone or self.come or self.unread) and (self.found is None or not self.found.changed)

    @property
    def panels(self) -> tuple[str, ...]:
        """The panels that look different."""
        return tuple(dict.fromkeys(panel for page in self.found.changed for panel in page.panels)) if self.found else ()


def compared(
    project: Project, builds: tuple[Path, Path], slugs: Sequence[str], edition: Edition | None
) -> tuple[PieceDifference, ...]:
    """Return each piece of two builds, those of ``slugs`` or all: in ``edition``, or in the first that both have, that for screens before others.

    Raise ``UsageError`` where one of the folders holds no build, or none of ``slugs``.
    """
    before, after = builds
    old, new = _pieces(before), _pieces(after)
    chosen = [slug for slug in dict.fromkeys((*new, *old)) if not slugs or slug in slugs]
    lost = [slug for slug in slugs if slug not in chosen]
    if lost:
        raise UsageError(f"neither build has a piece {' or '.join(lost)}. They have: {', '.join(sorted({*old, *new}))}")
    found = []
    for slug in sorted(chosen):
        one, other = _outputs(old.get(slug)), _outputs(new.get(slug))
        name = _edition(one, other, edition)
        if name:
            record = new.get(slug) or old.get(slug) or {}
            head = (slug, str(record["title"]), name)
            form = form_of(project.styles, record["format"]) if name == Edition.SCREEN else None
            found.append(_piece(head, (before, one.get(name)), (after, other.get(name)), form))
    return tuple(found)


def _pieces(folder: Path) -> Mapping[str, Any]:
    pieces: Mapping[str, Any] = manifest.read(folder / "manifest.json")["pieces"]
    if not pieces:
        raise UsageError(f"{folder} holds no build: there is no manifest.json of ours in it that names a piece")
    return pieces


def _outputs(record: Mapping[str, Any] | None) -> dict[str, Any]:
    return {name: one for name, one in (record or {}).get("outputs", {}).items() if name == one["edition"]}


def _edition(old: Mapping[str, Any], new: Mapping[str, Any], wanted: Edition | None) -> str:
    order = [wanted] if wanted else [*Edition]
    both = [str(name) for name in order if name in old and name in new]
    either = [str(name) for name in order if name in old or name in new]
    return next(iter(both or either), "")


def _piece(
    head: tuple[str, str, str], old: tuple[Path, Any], new: tuple[Path, Any], form: Format | None
) -> PieceDifference:
    if old[1] is None or new[1] is None:
        return PieceDifference(*head, gone=new[1] is None, come=old[1] is None)
    try:
        datas = [(folder / output["path"]).read_bytes() for folder, output in (old, new)]
        if hashlib.sha256(datas[0]).digest() == hashlib.sha256(datas[1]).digest():
            return PieceDifference(*head)
        return PieceDifference(*head, found=file_difference(datas[0], datas[1], form))
    except (OSError, ValueError) as wrong:
        return PieceDifference(*head, unread=str(wrong))


def as_lines(found: Sequence[PieceDifference]) -> Iterator[str]:
    """Yield a table of the pieces that are different, then each change of words, by piece, page and panel."""
    other = [one for one in found if not one.same]
    if other:
        yield as_table(
            [("PIECE", "EDITION", "PAGES", "CHANGED", "WORDS", "PANELS THAT LOOK DIFFERENT"), *map(_row, other)]
        )
    for one in other:
        for page in one.found.changed if one.found else ():
            yield from (f"{one.piece} {line}" for line in page_lines(page))
    same = len(found) - len(other)
    yield (
        f"{len(other)} of {len(found)} {'piece is' if len(found) == 1 else 'pieces are'} different"
        if other
        else f"nothing that is seen is different in {same} {'piece' if same == 1 else 'pieces'}"
    )


def _row(one: PieceDifference) -> tuple[str, ...]:
    if one.gone or one.come:
        return one.piece, one.edition, "only before" if one.gone else "only after", "", "", ""
    if one.found is None:
        return one.piece, one.edition, f"cannot be read: {one.unread}", "", "", ""
    was, now = one.found.pages
    pages = str(now) if was == now else f"{was} to {now}"
    changed = ", ".join(_numbers(page) for page in one.found.changed)
    return one.piece, one.edition, pages, changed, f"+{one.found.come} -{one.found.gone}", ", ".join(one.panels)


def _numbers(page: PageDifference) -> str:
    """Return which page became which."""
    if page.before is None or page.after is None:
        return f"+{page.after}" if page.before is None else f"-{page.before}"
    return str(page.after) if page.before == page.after else f"{page.before}>{page.after}"


def page_lines(page: PageDifference) -> Iterator[str]:
    """Yield a line for each change of words on a page; one for a page that only looks different."""
    where = f"page {page.after or page.before}"
    if page.before is None or page.after is None:
        yield f"{where}: {'a new page' if page.before is None else 'gone'}"
        return
    for hunk in page.hunks:
        yield f"{where}{f', {hunk.panel}' if hunk.panel else ''}: {_told(hunk)}"
    if not page.hunks:
        yield f"{where}: looks different, the words are the same ({page.share:.2%} of it)"


def _told(hunk: Hunk) -> str:
    gone, come = (f'"{_shortened(words)}"' if words else "" for words in (hunk.gone, hunk.come))
    if gone and come:
        return f"{gone} is now {come}"
    return f"{come} came in" if come else f"{gone} is gone"


def _shortened(words: Sequence[str]) -> str:
    half = LONGEST // 2
    return " ".join(words if len(words) <= LONGEST else (*words[:half], "…", *words[-half:]))
