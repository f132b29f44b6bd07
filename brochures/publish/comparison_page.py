"""The page of a comparison: one HTML file that needs no other, with the pages of two builds side by side and the words that changed."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Sequence
from html import escape

from brochures.proofs.file_difference import Hunk
from brochures.publish.comparison import PieceDifference

STYLE = """
body { max-width: 90rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif; color: #1f2933; background: #f7f7f5 }
table { border-collapse: collapse } th, td { padding: .25rem .75rem; border-bottom: 1px solid #c9ced3; text-align: left; vertical-align: top }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; align-items: start } figure { margin: 0 } figcaption { color: #52606d }
img { max-width: 100%; height: auto; border: 1px solid #c9ced3; background: #fff } del { background: #fbe3db } ins { background: #dcefe0 }
section { margin-top: 3rem } .none { padding: 2rem; border: 1px dashed #7b8794 }
""".strip()


def comparison_page(found: Sequence[PieceDifference], before: str, after: str) -> str:
    """Return the page; ``before`` and ``after`` are what the two builds are called."""
    title = f"{escape(before)} and {escape(after)}"
    other = [one for one in found if not one.same]
    said = "What looks different is tinted in the picture at the right."
    parts = [
        '<!doctype html>\n<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
        f"<title>Difference: {title}</title><style>{STYLE}</style>",
        f"<h1>Difference of two builds</h1><p>Before: <b>{escape(before)}</b>. After: <b>{escape(after)}</b>. {said}</p>",
        _overview(other) if other else "<p>Nothing that is seen is different.</p>",
        *(part for one in other for part in _piece(one)),
        "</html>",
    ]
    return "\n".join(parts) + "\n"


def _overview(other: Sequence[PieceDifference]) -> str:
    rows = "".join(
        f'<tr><td><a href="#{escape(one.piece)}">{escape(one.title)}</a><td>{escape(one.edition)}<td>{_pages(one)}'
        f"<td>{f'+{one.found.come} -{one.found.gone}' if one.found else ''}<td>{escape(', '.join(one.panels))}"
        for one in other
    )
    return f"<table><tr><th>Piece<th>Edition<th>Pages<th>Words<th>Panels that look different{rows}</table>"


def _pages(one: PieceDifference) -> str:
    if one.found is None:
        return "only before" if one.gone else "only after" if one.come else f"cannot be read: {escape(one.unread)}"
    was, now = one.found.pages
    return str(now) if was == now else f"{was} to {now}"


def _piece(one: PieceDifference) -> Iterator[str]:
    yield f'<section id="{escape(one.piece)}"><h2>{escape(one.title)} ({escape(one.piece)}, {escape(one.edition)})</h2>'
    if one.found is None:
        yield f"<p>{_pages(one)}</p>"
    for page in one.found.changed if one.found else ():
        yield f"<h3>Page {page.after or page.before}</h3>"
        if page.hunks:
            yield "<ul>" + "".join(f"<li>{_hunk(hunk)}" for hunk in page.hunks) + "</ul>"
        else:
            yield "<p>The words are the same.</p>"
        yield f'<div class="pair">{_figure("Before", page.before, page.old)}{_figure("After", page.after, page.new)}</div>'
    yield "</section>"


def _hunk(hunk: Hunk) -> str:
    panel = f"{escape(hunk.panel)}: " if hunk.panel else ""
    gone = f"<del>{escape(' '.join(hunk.gone))}</del>" if hunk.gone else ""
    come = f"<ins>{escape(' '.join(hunk.come))}</ins>" if hunk.come else ""
    return panel + " ".join(filter(None, (gone, come)))


def _figure(when: str, number: int | None, data: bytes) -> str:
    if number is None:
        return f'<p class="none">{when}: no such page</p>'
    picture = b64encode(data).decode()
    alt = f"{when}: page {number} as it is printed; its changed words stand above"
    return f'<figure><figcaption>{when}: page {number}</figcaption><img alt="{alt}" src="data:image/png;base64,{picture}"></figure>'
