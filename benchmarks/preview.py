"""From the key to the picture: a file is saved, and the live preview has drawn the first sheet anew; against bare WeasyPrint on the same HTML.

    .venv/bin/python -m benchmarks.preview [ROUNDS]

Both are measured by the clock, in turn, in fresh processes that have imported all they need and set the piece once: the preview waits for the
change, hears of it, reads, composes, sets, writes, draws the sheet and hands it over; the bare side sets and writes the HTML as it is, and draws
nothing.
"""

from __future__ import annotations

import json
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from statistics import median
from time import perf_counter
from urllib.parse import urlsplit

from benchmarks.timing import BUILD, ROOT
from brochures.compose.html import compose
from brochures.compose.templates import Templates
from brochures.load.catalogue import load
from brochures.project.edition import Edition
from brochures.project.paths import Project
from brochures.resolve.ticket import resolve

BARE = """
import sys
from pathlib import Path
from time import perf_counter
from weasyprint import HTML
for _ in range(2):
    began = perf_counter()
    HTML(string=Path(sys.argv[1]).read_text(), base_url=sys.argv[2], media_type="screen").write_pdf(
        sys.argv[1] + ".pdf", stylesheets=[sys.argv[3]], pdf_variant="pdf/ua-1"
    )
print(perf_counter() - began)
"""

GOAL, MORE = 1.3, 0.15
"""At most so many times the bare render, and so many seconds more."""

CHANGES = {
    "trifold, a heading": (
        "program-trifold", "content/brochures/program-trifold.yaml", ("title: A fact about ketamine", "title: A fact on ketamine"),
    ),
    "trifold, a style": ("program-trifold", "styles/base/text.css", ("", "\n/* changed */\n")),
    "card, a style": ("crisis-card", "styles/documents/card.css", ("", "\n/* changed */\n")),
}  # fmt: skip
"""What is saved: the piece that is looked at, the file, and what is put in the place of what (nothing: at the end)."""


class Page:
    """A page that looks at one piece."""

    def __init__(self, address: str, slug: str) -> None:
        """Begin to listen, and to look."""
        parts = urlsplit(address)
        self.host, self.base, self.slug = parts.netloc, parts.path, slug
        self.events = HTTPConnection(self.host, timeout=120)
        self.events.request("GET", f"{self.base}events")
        self.stream = self.events.getresponse()

    def get(self, path: str) -> bytes:
        """Return what is answered at ``path``."""
        asked = HTTPConnection(self.host, timeout=60)
        asked.request("GET", self.base + path)
        return asked.getresponse().read()

    def wait(self, *wanted: str) -> str:
        """Return the version of the next of the events ``wanted`` that is about the piece."""
        while True:
            line = self.stream.readline().decode()
            event = json.loads(line.removeprefix("data: ")) if line.startswith("data: ") else {}
            if event.get("event") in wanted and event.get("slug", self.slug) == self.slug:
                return str(event.get("version", ""))


@contextmanager
def preview(root: Path) -> Iterator[str]:
    """Run a preview of the project at ``root``; yield its address."""
    with subprocess.Popen(  # noqa: S603 our own program
        (*BUILD, "preview", "--no-open", "--root", str(root)), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, cwd=ROOT
    ) as server:  # fmt: skip
        try:
            yield "" if server.stdout is None else server.stdout.readline().strip()
        finally:
            server.send_signal(signal.SIGINT)


def followed(root: Path, slug: str, file: str, change: tuple[str, str]) -> float:
    """Return how long it takes from saving ``file`` to the bytes of the first sheet."""
    path, (old, new) = root / file, change
    text = path.read_text(encoding="utf-8")
    with preview(root) as address:
        page = Page(address, slug)
        page.wait("pieces")
        page.get(f"files/{slug}/screen?look")
        page.wait("judged")
        try:
            began = perf_counter()
            path.write_text(text.replace(old, new, 1) if old else text + new, encoding="utf-8")
            version = page.wait("seen")
            page.get(f"files/{slug}/screen/sheets/1.png?ppi=110&v={version}")
            return perf_counter() - began
        finally:
            path.write_text(text, encoding="utf-8")


def bare(folder: Path, root: Path, slug: str) -> float:
    """Return how long bare WeasyPrint takes for the same piece."""
    project = Project.open(root)
    job = resolve(project, load(project), slug)
    html = folder / "piece.html"
    html.write_text(compose(Templates.read(project), job, Edition.SCREEN, proof=True)[0].html, encoding="utf-8")
    said = subprocess.run(  # noqa: S603 our own program
        (sys.executable, "-c", BARE, str(html), root.as_uri() + "/", str(root / "styles" / "index.css")),
        capture_output=True, text=True, check=True, env={"FONTCONFIG_FILE": str(root / "styles" / "fonts" / "fonts.conf")},
    ).stdout  # fmt: skip
    return float(said)


def main(rounds: int) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        root = folder / "project"
        for part in ("content", "templates", "styles"):
            shutil.copytree(ROOT / part, root / part)
        for what, (slug, file, change) in CHANGES.items():
            ours, theirs = [], []
            for _ in range(rounds):
                ours.append(followed(root, slug, file, change))
                theirs.append(bare(folder, root, slug))
            least, most = median(theirs), GOAL * median(theirs) + MORE
            print(
                f"{what:20} {median(ours):6.2f} s from key to picture; bare {least:6.2f} s; "
                f"ratio {(median(ours) - MORE) / least:5.2f} without {MORE * 1000:.0f} ms (goal {GOAL}, at most {most:.2f} s)"
            )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3)
