"""A page reference names the page on which its target lies when all pages are set, however often the target moved before."""

from __future__ import annotations

import re

import pytest

from brochures.engine import page_references, private_api
from brochures.engine.typesetter import Typesetter

pytestmark = pytest.mark.slow

STYLE = """@page { size: 200pt 100pt; margin: 0 }
body { margin: 0; font: 10pt/20pt "Atkinson Hyperlegible" }
p { margin: 0 } .next { break-before: page }
a::after { content: target-counter(attr(href), page) }
.narrow { width: 8pt; overflow-wrap: anywhere }"""

PAGES = 12


def _document(references: str) -> str:
    """Return pages of five lines. On the second, a number of two figures takes one line more than none: all that follows moves on."""
    second = "<p class='next narrow'><a href='#end'></a></p>" + "<p>word</p>" * 4
    between = "<p class='next'>word</p>" * (PAGES - 3)
    return f"<html lang='en'><title>t</title><style>{STYLE}</style>{references}{second}{between}<p class='next' id='end'>end</p>"


def _numbers(typesetter: Typesetter, html: str) -> tuple[list[str], int]:
    """Return the numbers on the first page, and the page on which the end lies."""
    document, said = typesetter.set(html, "screen", tagged=False)
    assert said == ()
    texts = [[line.text for line in page.lines] for page in typesetter.sheets(document).pages]
    (end,) = [number for number, lines in enumerate(texts, 1) if "end" in lines]
    return re.findall(r"\d+", " ".join(texts[0])), end


def test_a_target_that_moves_late_is_named_right_on_the_pages_before(typesetter: Typesetter) -> None:
    numbers, end = _numbers(typesetter, _document("<p><a href='#end'>see </a></p>"))
    assert end == PAGES + 1
    assert numbers == [str(end)]


def test_two_references_of_one_page_follow_one_target(typesetter: Typesetter) -> None:
    numbers, end = _numbers(typesetter, _document("<p><a href='#end'>see </a></p><p><a href='#end'>and </a></p>"))
    assert numbers == [str(end)] * 2


def test_an_address_outside_of_the_document_is_no_target(typesetter: Typesetter) -> None:
    style = STYLE.replace("a::after", "a.page::after")
    html = f"<html lang='en'><title>t</title><style>{style}</style><a href='https://example.org/'>out</a><p><a class='page' href='#end'>in </a></p><p id='end'>end</p>"
    assert _numbers(typesetter, html) == (["1"], 1)


@pytest.mark.usefixtures("typesetter")
def test_to_name_references_twice_changes_nothing() -> None:
    before = private_api.target_collector.collect_missing_counters
    page_references.install()
    assert private_api.target_collector.collect_missing_counters is before is page_references._with_names


def test_a_trial_is_laid_out_once_whatever_its_numbers_say(
    typesetter: Typesetter, monkeypatch: pytest.MonkeyPatch
) -> None:
    rounds: list[int] = []
    laid_out = private_api.documents.layout_document.__globals__["_layout"]

    def counted(html: object, root: object, context: object, max_loops: int = 8) -> object:
        rounds.append(max_loops)
        return laid_out(html, root, context, max_loops=max_loops)

    monkeypatch.setitem(private_api.documents.layout_document.__globals__, "_layout", counted)
    html = _document("<p><a href='#end'>see </a></p>")
    pages = [len(typesetter.set(html, "screen", tagged=False, trial=trial)[0].pages) for trial in (True, False)]
    assert rounds == [1, 8]
    assert pages == [PAGES, PAGES + 1]
