from __future__ import annotations

from pathlib import Path

import pytest

from brochures.production.style_reach import StyleReach

HTML = '<html data-format="roll"><body class="large"><p class="box box--wide">Words</p></body></html>'

SHEETS = {
    "touches all": "p { margin: 0 }",
    "a class that is there": ".box { margin: 0 }",
    "one of two selectors": ".absent, .box { margin: 0 }",
    "a class that must be absent": ".box:not(.absent) { margin: 0 }",
    "another format denied": ':root:not([data-format="flat"]) p { margin: 0 }',
    "its own format": ':root[data-format="roll"] { --wide: 1in }',
    "inside of a group": "@media press { .box { margin: 0 } }",
    "a page": "@page { margin: 0 }",
    "an import": '@import url("other.css");',
}

STRANGERS = {
    "a class that is not there": ".absent { margin: 0 }",
    "two classes, one of them absent": ".box .absent { margin: 0 }",
    "another format": ':root[data-format="flat"] { --wide: 1in }',
    "a class in a comment": "/* .box { } */ .absent { margin: 0 }",
    "inside of a group": "@media press { .absent { margin: 0 } }",
}


def _changed(folder: Path, text: str, name: str = "a.css", *, web: bool = False) -> bool:
    """Whether a change to a sheet of ``text`` changes the digest of ``HTML``."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    before = StyleReach.of(folder).digest(HTML, web=web)
    path.write_text(f"{text}\n/* changed */", encoding="utf-8")
    return StyleReach.of(folder).digest(HTML, web=web) != before


@pytest.mark.parametrize("text", SHEETS.values(), ids=SHEETS)
def test_a_sheet_that_may_touch_a_text_counts(tmp_path: Path, text: str) -> None:
    assert _changed(tmp_path, text)


@pytest.mark.parametrize("text", STRANGERS.values(), ids=STRANGERS)
def test_a_sheet_that_cannot_touch_it_does_not(tmp_path: Path, text: str) -> None:
    assert not _changed(tmp_path, text)


def test_sheets_for_the_web_count_for_the_web_alone(tmp_path: Path) -> None:
    assert not _changed(tmp_path, "p { margin: 0 }", "web/page.css")
    assert _changed(tmp_path, "p { margin: 0 }", "web/page.css", web=True)


def test_fonts_count_for_everything(tmp_path: Path) -> None:
    assert _changed(tmp_path, "a font", "fonts/face.ttf")


@pytest.mark.parametrize(
    ("text", "balanced"),
    [
        ("p { margin: 0 }", True),
        ("p { margin: 0", False),
        ("p { } }", False),
        ("/* { */ p { }", True),
        ("p { } /* open", False),
    ],
)
def test_a_brace_that_is_missing_is_seen(tmp_path: Path, text: str, balanced: bool) -> None:  # noqa: FBT001
    (tmp_path / "a.css").write_text(text, encoding="utf-8")
    assert StyleReach.of(tmp_path).balanced is balanced
