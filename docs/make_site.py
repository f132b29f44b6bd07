"""Make a site of everything that is written about the program, to read in a browser or to put on a server: ``site/index.html``.

    python -m docs.make_site        writes it anew (``make site`` does)

The pages are the Markdown files as they stand in the project, so that nothing is written twice. Sphinx makes the site without the network, and a
link that leads nowhere ends the run. Its pages load nothing from anywhere.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.errors import SphinxError

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
SITE = ROOT / "site"

CHAPTERS = {
    "Start": ("README.md",),
    "For the clinic": ("docs/staff.md", "docs/writers.md"),
    "For designers": (
        "docs/designers.md",
        "styles/README.md",
        "styles/fonts/README.md",
        "styles/profiles/README.md",
        "styles/citations/README.md",
    ),
    "For developers": (
        "CONTRIBUTING.md",
        "docs/architecture.md",
        "docs/engine.md",
        "docs/print.md",
        "benchmarks/README.md",
    ),
    "Look up": ("docs/codes.md", "CHANGELOG.md"),
}
"""The pages by chapter, in the order in which a newcomer would read them."""

PICTURES = ("png", "svg")

FRONT = "index"
"""The page that opens the site. It is made here: the Markdown files know nothing of the site."""

SETTINGS = {
    "project": "Riverwoods brochures",
    "extensions": ["myst_parser"],
    "html_theme": "furo",
    "html_title": "Riverwoods brochures",
    "html_theme_options": {
        "light_css_variables": {"color-brand-primary": "#0e4a58", "color-brand-content": "#0e4a58"},
        "dark_css_variables": {"color-brand-primary": "#9bc7c8", "color-brand-content": "#9bc7c8"},
    },
    "html_show_sphinx": False,
    "html_use_index": False,
    "root_doc": FRONT,
    "language": "en",
    # as GitHub names the headings of a page in links
    "myst_heading_anchors": 4,
    # examples of what a command prints are no language
    "suppress_warnings": ["misc.highlighting_failure"],
}


def make(site: Path = SITE) -> None:
    """Write the site into the folder ``site``, in place of what is there. Raises ``SphinxError`` for a link that leads nowhere."""
    with tempfile.TemporaryDirectory() as folder:
        source, made = Path(folder, "source"), Path(folder, "made")
        _gather(source)
        read = Path(folder, "read")
        app = Sphinx(source, None, made, read, "html", SETTINGS, status=None, exception_on_warning=True)
        app.build()
        shutil.rmtree(site, ignore_errors=True)
        shutil.copytree(made, site, ignore=shutil.ignore_patterns(".buildinfo", "objects.inv", "_sources"))


def _gather(source: Path) -> None:
    """Lay a copy of every page and picture into ``source``, where it stands in the project, and write the front."""
    pages = [page for chapter in CHAPTERS.values() for page in chapter]
    pictures = [path.relative_to(ROOT).as_posix() for ending in PICTURES for path in HERE.glob(f"*.{ending}")]
    for name in (*pages, *pictures, "LICENSE"):
        (source / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, source / name)
    (source / f"{FRONT}.md").write_text("\n".join(_front()), encoding="utf-8")


def _front() -> Iterator[str]:
    yield from ("# Brochures and referral packets", "", "![All pieces at one scale.](docs/family.png)", "")
    for chapter, pages in CHAPTERS.items():
        yield from ("```{toctree}", f":caption: {chapter}", ":maxdepth: 2", "")
        yield from (page.removesuffix(".md") for page in pages)
        yield from ("```", "")


if __name__ == "__main__":
    try:
        make()
    except SphinxError as error:
        sys.exit(f"docs.make_site: {error}")
