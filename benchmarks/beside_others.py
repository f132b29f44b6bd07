"""One piece from nothing, beside others: all its files with every check, the same unchecked, the ``weasyprint`` command on the same HTML, Typst on the same words.

    .venv/bin/python -m benchmarks.beside_others [ROUNDS]

Prints a table and draws ``docs/speed.svg``. Editions without pages are left out, since the others cannot make them; of a fax only the PDF is theirs, and its two TIFF files
are ours alone. The command is run once for each file, as somebody would who uses it, and so is Typst, which gets plain words: no boxes, styles, pictures, tags, links or inks.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from statistics import median

import pypdfium2

from benchmarks.timing import BUILD, ROOT, run
from brochures.compose.html import Composition, compose
from brochures.compose.templates import Templates
from brochures.editorial import editorial
from brochures.load.catalogue import load
from brochures.project.paths import Project
from brochures.resolve.ticket import resolve

PIECES = ("crisis-card", "program-trifold", "referral-packet")

WAYS = ("ours, every check", "ours, unchecked", "weasyprint command", "Typst, words alone")
"""In the order of the columns and bars."""

UNCHECKED = """
import brochures.layout, brochures.pipeline, brochures.production.stages, brochures.production.workers
brochures.layout.CHECKS = ()
brochures.production.stages.preflight = lambda *_: ()
brochures.pipeline.style_findings = lambda _: ()
brochures.production.workers.ignored_styles = lambda *_: ()
import build
build.main(prog_name="build.py")
"""
"""The same program without its checks of styles, pages and finished bytes. Those of words stay: they decide whether a piece is a proof."""

TYPST = "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2])"

SPECIAL = r"\#$*_`<>@=-+/[]~'" + '"'
"""Signs that mean something to Typst."""


@dataclass(frozen=True)
class Taken:
    """The processor time that each way took for one piece, in seconds, and how many files it made."""

    slug: str
    files: int
    seconds: Mapping[str, float]


def composed(slug: str) -> list[Composition]:
    """Return the files of the piece ``slug`` that have pages."""
    project = Project.open(ROOT)
    job = resolve(project, load(project), slug)
    templates, proof = Templates.read(project), bool(editorial(job, project.today))
    found = [one for edition in job.editions for one in compose(templates, job, edition, proof=proof)]
    return [one for one in found if one.paged]


def ours(start: Sequence[str], slug: str, files: Sequence[Composition], out: Path) -> float:
    """Return what our program takes, which ``start`` begins; its files are then in ``out``."""
    editions = [word for medium in dict.fromkeys(one.medium for one in files) for word in ("--for", medium)]
    return run((*start, slug, *editions, "--force", "--jobs", "1", "--out", str(out))).cpu


def by_command(files: Sequence[Composition], folder: Path) -> float:
    """Return what the ``weasyprint`` command takes for all files, one by one."""
    taken = 0.0
    for one in files:
        html = folder / "page.html"
        html.write_text(one.html, encoding="utf-8")
        variant = ("--pdf-variant", "pdf/ua-1") if one.tagged else ()
        command = (str(Path(sys.executable).with_name("weasyprint")), "--quiet", "--base-url", f"{ROOT.as_uri()}/", "--media-type", one.medium)  # fmt: skip
        styles = ("--stylesheet", str(ROOT / "styles" / "index.css"))
        fonts = {"FONTCONFIG_FILE": str(ROOT / "styles" / "fonts" / "fonts.conf")}
        taken += run((*command, *styles, *variant, str(html), str(folder / "page.pdf")), fonts).cpu
    return taken


def by_typst(made: Sequence[Path], folder: Path) -> float:
    """Return what Typst takes to set the words of the files ``made``, page by page, one file after the other."""
    taken = 0.0
    for path in made:
        document = pypdfium2.PdfDocument(path)
        pages = [page.get_textpage().get_text_range() for page in document]
        words = ["".join(f"\\{sign}" if sign in SPECIAL else sign for sign in page) for page in pages]
        source = folder / "page.typ"
        source.write_text("#set text(size: 9pt)\n" + "\n#pagebreak()\n".join(words), encoding="utf-8")
        taken += run((sys.executable, "-c", TYPST, str(source), str(folder / "page.pdf"))).cpu
    return taken


def measured(slug: str, rounds: int) -> Taken:
    """Return the median of each way over ``rounds``, in turn."""
    files = composed(slug)
    times: dict[str, list[float]] = {way: [] for way in WAYS}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for _ in range(rounds):
            times[WAYS[0]].append(ours((*BUILD, "build"), slug, files, folder / "out"))
            times[WAYS[1]].append(ours((sys.executable, "-c", UNCHECKED, "build"), slug, files, folder / "unchecked"))
            times[WAYS[2]].append(by_command(files, folder))
            times[WAYS[3]].append(by_typst(sorted((folder / "out").rglob("*.pdf")), folder))
    return Taken(slug, len(files), {way: median(found) for way, found in times.items()})


def table(taken: Sequence[Taken]) -> str:
    """Return seconds of each way, and the ratio of ours to the command, as a table in Markdown."""
    heads = ("Piece", *WAYS, "ours to the command, checked and not")
    rows = [
        (f"{one.slug}, {one.files} files", *(f"{one.seconds[way]:.1f} s" for way in WAYS), " and ".join(f"{one.seconds[way] / one.seconds[WAYS[2]]:.2f}" for way in WAYS[:2]))
        for one in taken
    ]  # fmt: skip
    return "\n".join(f"| {' | '.join(row)} |" for row in (heads, ("---",) * len(heads), *rows))


COLOURS = ("#1d3d4f", "#5b8ea6", "#b08a3c", "#9a9a9a")
WIDE, LEFT, BAR, GAP = 760, 190, 18, 26
"""Of the picture, in px: its width, where bars begin, how high one is, and what is between two pieces."""


def chart(taken: Sequence[Taken]) -> str:
    """Return a picture of bars, those of a piece to a scale of its own: the longest fills the width."""
    parts, top = [], 30
    for one in taken:
        longest = max(one.seconds.values())
        parts.append(f'<text x="8" y="{top - 8}" font-weight="bold">{escape(one.slug)}, {one.files} files</text>')
        for way, colour in zip(WAYS, COLOURS, strict=True):
            wide = (WIDE - LEFT - 70) * one.seconds[way] / longest
            parts += [
                f'<text x="{LEFT - 8}" y="{top + 13}" text-anchor="end">{escape(way)}</text>',
                f'<rect x="{LEFT}" y="{top}" width="{wide:.1f}" height="{BAR - 4}" fill="{colour}"/>',
                f'<text x="{LEFT + wide + 6:.1f}" y="{top + 12}">{one.seconds[way]:.1f} s</text>',
            ]
            top += BAR
        top += GAP
    said = "; ".join(f"{one.slug}: {', '.join(f'{way} {one.seconds[way]:.1f} s' for way in WAYS)}" for one in taken)
    head = f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDE}" height="{top}" viewBox="0 0 {WIDE} {top}" font-family="sans-serif" font-size="12">'
    ground = f'<title>Processor time for one piece from nothing</title><desc>{escape(said)}</desc><rect width="{WIDE}" height="{top}" fill="#ffffff"/>'
    return "\n".join([head, ground, *parts, "</svg>", ""])


def main(rounds: int) -> None:
    """Measure, print and draw."""
    taken = [measured(slug, rounds) for slug in PIECES]
    print(table(taken))
    (ROOT / "docs" / "speed.svg").write_text(chart(taken), encoding="utf-8")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3)
