"""Style sheets that several editions read: taken apart once, and read as if each edition had read them alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from weasyprint import CSS

from brochures.engine.private_api import css_rules, main_module
from brochures.engine.shared_rules import Rules, shared

SHEET = """
@import "more.css";
p { color: #123456; margin: 1pt 2pt }
@media screen { p { color: #654321 } }
@page { size: 5in 5in; @top-left { content: "x" } }
p { colour: red }
"""


@pytest.fixture
def sheet(tmp_path: Path) -> str:
    (tmp_path / "more.css").write_text("b { background: url(a.png) }")
    path = tmp_path / "sheet.css"
    path.write_text(SHEET)
    return str(path)


def read(sheet: str, medium: str) -> Any:
    """Return what the engine knows after it read ``sheet`` for ``medium``: rules of selectors and of pages."""
    css = CSS(filename=sheet, media_type=medium)
    rules = [(name, [one[1:] for one in found]) for name, found in css.matcher.lower_local_name_selectors.items()]
    return repr(rules), repr([(selectors, declarations) for _, selectors, declarations in css.page_rules])


def test_an_edition_that_reads_what_another_read_knows_the_same(sheet: str) -> None:
    alone = [read(sheet, medium) for medium in ("screen", "press", "screen")]
    rules = Rules()
    together = []
    for medium in ("screen", "press", "screen"):
        with shared(rules):
            together.append(read(sheet, medium))
    assert together == alone
    assert alone[0] != alone[1]


def test_each_file_is_taken_apart_once(sheet: str, monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[bytes] = []
    parse = main_module.tinycss2.parse_stylesheet_bytes

    def counted(css_bytes: bytes, **how: Any) -> Any:
        taken.append(css_bytes)
        return parse(css_bytes, **how)

    monkeypatch.setattr(main_module.tinycss2, "parse_stylesheet_bytes", counted)
    rules = Rules()
    for medium in ("screen", "press"):
        with shared(rules):
            read(sheet, medium)
    assert len(taken) == 2


def test_what_the_engine_leaves_out_it_says_for_each_edition(sheet: str, caplog: pytest.LogCaptureFixture) -> None:
    rules = Rules()
    for medium in ("screen", "press"):
        caplog.clear()
        with shared(rules):
            read(sheet, medium)
        assert [one for one in caplog.messages if "colour" in one], medium


def test_the_engine_is_as_it_was_afterwards(sheet: str) -> None:
    before = main_module.tinycss2, css_rules.tinycss2, css_rules.preprocess_declarations
    with shared(Rules()):
        read(sheet, "screen")
    assert before == (main_module.tinycss2, css_rules.tinycss2, css_rules.preprocess_declarations)
