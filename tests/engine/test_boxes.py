"""Words are never lost in silence: whatever reaches past a panel is measured."""

from __future__ import annotations

import pytest

from brochures.engine.typesetter import Typesetter
from brochures.layout.overset import Overset, oversets
from brochures.sheets import Sheets

SHEET = """<html lang="en"><title>t</title><style>
@page {{ size: 400pt 300pt; margin: 0 0 -3000mm 0 }}
body {{ margin: 0; font: 10pt/12pt "Atkinson Hyperlegible" }}
p, ul, table {{ margin: 0; padding: 0 }}
.panel {{ position: absolute; left: 50pt; top: 50pt; width: 100pt; height: 60pt; box-sizing: border-box; {panel} }}
</style><div style="position: relative; height: 300pt"><div class="panel" data-panel="one">{words}</div></div>"""

LINES = "<br>".join(["word"] * 8)


def _sheets(typesetter: Typesetter, html: str) -> Sheets:
    document, said = typesetter.set(html, "screen", tagged=False)
    assert said == ()
    return typesetter.sheets(document)


def _oversets(typesetter: Typesetter, words: str, panel: str = "") -> list[Overset]:
    sheets = _sheets(typesetter, SHEET.format(words=words, panel=panel))
    assert len(sheets.pages) == 1
    return [over for region in sheets.panels for over in oversets(region)]


def _sides(typesetter: Typesetter, words: str, panel: str = "") -> dict[str, float]:
    return {over.side: over.by for over in _oversets(typesetter, words, panel)}


@pytest.mark.parametrize(
    ("words", "panel", "expected"),
    [
        pytest.param(f"<p>{LINES}</p>", "", {"bottom": 36.0}, id="block"),
        pytest.param(f"<p>{LINES}</p>", "padding: 6pt", {"bottom": 48.0}, id="block in padding"),
        pytest.param(f"<p>{LINES}</p>", "overflow: hidden", {"bottom": 36.0}, id="block that would be clipped"),
        pytest.param(f"<div><div><p>{LINES}</p></div></div>", "", {"bottom": 36.0}, id="nested"),
        pytest.param(f"<div style='height: 20pt'><p>{LINES}</p></div>", "", {"bottom": 36.0}, id="nested fixed height"),
        pytest.param("<p style='position: absolute; top: 55pt'>word</p>", "", {"bottom": 7.0}, id="absolute"),
        pytest.param("<p style='position: absolute; left: -9pt'>word</p>", "", {"left": 9.0}, id="absolute left"),
        pytest.param("<p style='position: absolute; top: -5pt'>word</p>", "", {"top": 5.0}, id="absolute top"),
        pytest.param(f"<p style='float: left'>{LINES}</p>", "", {"bottom": 36.0}, id="float"),
        pytest.param(f"<p style='display: inline-block'>{LINES}</p>", "", {"bottom": 36.0}, id="inline block"),
        pytest.param(f"<ul style='padding-left: 20pt'><li>{LINES}</li></ul>", "", {"bottom": 36.0}, id="list"),
        pytest.param(
            f"<table style='border-spacing: 0'><tr><td style='padding: 0'>{LINES}</table>",
            "",
            {"bottom": 36.0},
            id="table",
        ),
        pytest.param(f"<p>{LINES}</p>", "display: flex; flex-direction: column", {"bottom": 36.0}, id="flex column"),
        pytest.param(f"<div style='display: flex'><p>{LINES}</p><p>b</p></div>", "", {"bottom": 36.0}, id="flex row"),
        pytest.param(f"<div style='display: grid'><p>{LINES}</p></div>", "", {"bottom": 36.0}, id="grid"),
        pytest.param(
            "<p>one two</p><img src='content/images/leaf.svg' style='width: 40pt; height: 60pt'>",
            "",
            {"bottom": None},
            id="image",
        ),
        pytest.param("<p style='margin-left: -8pt'>word</p>", "", {"left": 8.0}, id="negative margin"),
    ],
)
def test_what_reaches_past_a_panel_is_measured(
    typesetter: Typesetter, words: str, panel: str, expected: dict[str, float | None]
) -> None:
    found = _sides(typesetter, words, panel)
    assert set(found) == set(expected)
    for side, by in expected.items():
        assert by is None or found[side] == pytest.approx(by, abs=0.3)


def test_a_word_that_is_too_long_reaches_out_at_the_right(typesetter: Typesetter) -> None:
    (over,) = _oversets(typesetter, "<p>Pneumonoultramicroscopicsilicovolcanoconiosis</p>")
    assert over.side == "right"
    assert over.by > 50
    assert [line.text for line in over.lines] == ["Pneumonoultramicroscopicsilicovolcanoconiosis"]


@pytest.mark.parametrize(
    ("words", "panel"),
    [
        pytest.param("<p>" + "<br>".join(["word"] * 5) + "</p>", "", id="down to the last line"),
        pytest.param("<p>" + "<br>".join(["word"] * 5) + "</p>", "line-height: 11.9pt", id="with tight leading"),
        pytest.param("<p></p>", "", id="empty"),
        pytest.param(
            "<div data-bleed style='position: absolute; left: -9pt; top: -9pt; width: 200pt; height: 200pt'>art</div>",
            "",
            id="declared bleed",
        ),
        pytest.param("<p style='padding-bottom: 200pt'>word</p>", "", id="empty room below"),
    ],
)
def test_what_fits_is_left_alone(typesetter: Typesetter, words: str, panel: str) -> None:
    assert _oversets(typesetter, words, panel) == []


def test_the_overset_names_page_panel_and_last_words(typesetter: Typesetter) -> None:
    html = SHEET.format(panel="", words="<p>fits</p>") + (
        '<div style="break-before: page; position: relative; height: 300pt">'
        f'<div class="panel" data-panel="two"><p>{LINES}</p><p>the very end</p></div></div>'
    )
    (over,) = (over for region in _sheets(typesetter, html).panels for over in oversets(region))
    assert (over.region.page, over.region.name, over.lines[-1].text, over.words) == (2, "two", "the very end", 6)


def test_a_panel_in_a_panel_is_measured_too(typesetter: Typesetter) -> None:
    inner = f'<div data-panel="two" style="height: 24pt"><p>{"<br>".join(["word"] * 3)}</p></div>'
    assert [(over.region.name, over.by) for over in _oversets(typesetter, inner)] == [("two", 12.0)]
