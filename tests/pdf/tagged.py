"""Small pages, set, tagged and mended."""

from __future__ import annotations

from brochures.engine.typesetter import Typesetter
from brochures.pdf.structure_tags import mended
from tests.facts import Element, Facts

PAGE = """<html lang="en"><head><title>t</title><style>
@page {{ size: 400pt 300pt; margin: 40pt; @top-left {{ content: "running head" }} @bottom-right {{ content: counter(page) }} }}
html {{ font: 12pt "Atkinson Hyperlegible" }}
body {{ margin: 0 }}
{style}
</style></head><body>{body}</body></html>"""


def facts_of(typesetter: Typesetter, body: str, style: str = "") -> Facts:
    """Return a page of ``body``, set and mended."""
    document, said = typesetter.set(PAGE.format(body=body, style=style), "screen", tagged=True)
    data, wrote = typesetter.write(document, {"labels": [], "preferences": {"DisplayDocTitle": True}}, tagged=True)
    assert (said, wrote) == ((), ())
    return Facts(mended(data))


def tree_of(typesetter: Typesetter, body: str, style: str = "") -> Element:
    """Return the structure of a page of ``body``."""
    return facts_of(typesetter, body, style).tree
