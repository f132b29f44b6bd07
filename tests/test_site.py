"""The site of what is written: made once, and looked at as a browser would load it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from sphinx.errors import SphinxError

from brochures.project.paths import ROOT
from docs import make_site

pytestmark = [
    pytest.mark.slow,
    pytest.mark.filterwarnings("ignore:.*Sphinx API modifications"),  # myst_parser still asks in an older way
]

LOADED = re.compile(
    r"""(?:<(?:script|img|iframe|source|object)\b[^>]*?\b(?:src|data)=|<link\b[^>]*?\bhref=|url\()["']?((?:https?:)?//[^"')\s>]+)"""
)
"""An address that a page or a style sheet loads something from, without being asked."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    make_site.make(folder / "site")
    return folder / "site"


def test_every_page_of_the_project_is_in_it(site: Path) -> None:
    written = [
        *ROOT.glob("*.md"),
        *(ROOT / "docs").glob("*.md"),
        *(ROOT / "styles").rglob("*.md"),
        *(ROOT / "benchmarks").glob("*.md"),
    ]
    for path in written:
        assert (site / path.relative_to(ROOT).with_suffix(".html")).is_file(), path.name
        assert path.relative_to(ROOT).with_suffix(".html").as_posix() in (site / "index.html").read_text(
            encoding="utf-8"
        )


def test_nothing_is_loaded_from_elsewhere(site: Path) -> None:
    for path in (one for one in site.rglob("*") if one.suffix in {".html", ".css"}):
        assert LOADED.findall(path.read_text(encoding="utf-8")) == [], path.name
    assert LOADED.findall(
        '<script async src="https://example.org/count.js"></script> <link rel="icon" href="//a.example">'
    )


def test_links_lead_to_headings_and_pictures_are_there(site: Path) -> None:
    readme = (site / "README.html").read_text(encoding="utf-8")
    (place,) = re.findall(r'href="docs/staff\.html#(a-photograph)"', readme)
    assert f'id="{place}"' in (site / "docs" / "staff.html").read_text(encoding="utf-8")
    for name in re.findall(r'src="([^"]+\.(?:png|svg))"', readme):
        assert (site / name).is_file()


@pytest.mark.parametrize("link", ["staff.md", "README.md#no-such-heading", "missing.png"])
def test_a_link_that_leads_nowhere_ends_the_run_and_leaves_the_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, link: str
) -> None:
    (tmp_path / "README.md").write_text(f"# Read\n\n{'!' * link.endswith('png')}[this]({link})\n", encoding="utf-8")
    (tmp_path / "LICENSE").write_text("MIT")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "family.png").write_bytes((ROOT / "docs" / "family.png").read_bytes())
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "old.html").write_text("old")
    monkeypatch.setattr(make_site, "ROOT", tmp_path)
    monkeypatch.setattr(make_site, "HERE", tmp_path / "docs")
    monkeypatch.setattr(make_site, "CHAPTERS", {"Start": ("README.md",)})
    with pytest.raises(SphinxError):
        make_site.make(tmp_path / "site")
    assert [path.name for path in (tmp_path / "site").iterdir()] == ["old.html"]
