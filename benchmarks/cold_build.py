"""A build of everything from nothing against bare WeasyPrint on the same HTML, each in a fresh process.

    .venv/bin/python -m benchmarks.cold_build [ROUNDS]

The bare side imports WeasyPrint and writes the same compositions with its public API: same style sheet, same medium, same
variant, same fonts. What it does not do: read the YAML, resolve, compose, measure panels, mend tags, preflight, publish.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Collection
from functools import partial
from pathlib import Path

from benchmarks.timing import BUILD, ROOT, compare, run
from brochures.compose.html import compose
from brochures.compose.templates import Templates
from brochures.editorial import editorial
from brochures.load.catalogue import load
from brochures.project.paths import Project
from brochures.resolve.ticket import resolve

BARE = """
import json, sys
from pathlib import Path
from weasyprint import HTML
for name, job in json.loads(Path(sys.argv[1]).read_bytes()).items():
    HTML(string=job["html"], base_url=sys.argv[2], media_type=job["medium"]).write_pdf(
        Path(sys.argv[1]).with_name(name + ".pdf"), stylesheets=[sys.argv[3]], pdf_variant=job["variant"]
    )
"""


def dump(target: Path, root: Path = ROOT, names: Collection[str] = ()) -> list[str]:
    """Write the HTML of every edition of every piece that has pages, or of those called ``names`` (``fold.desk``), to ``target``. Return their names."""
    project = Project.open(root)
    catalogue = load(project)
    jobs = {}
    for slug in project.slugs():
        job = resolve(project, catalogue, slug)
        proof = bool(editorial(job, project.today))
        for edition in job.editions:
            for one in compose(Templates.read(project), job, edition, proof=proof):
                variant = "pdf/ua-1" if one.tagged else None
                name = f"{slug}.{one.name}"
                if one.paged and (not names or name in names):
                    jobs[name] = {"html": one.html, "medium": edition, "variant": variant}
    target.write_text(json.dumps(jobs), encoding="utf-8")
    return list(jobs)


BEFORE = frozenset({"screen", "desk", "press"})
"""The editions that there were when this was first measured; the others have no pages, or words that flow anew, or dots of a fax."""


def main(rounds: int) -> None:
    """Measure and print: all editions, and those alone that there were before."""
    with tempfile.TemporaryDirectory() as folder:
        html = Path(folder) / "compositions.json"
        names = dump(html)
        for what, chosen, options in (
            ("every edition", names, ()),
            ("screen, desk and press", [name for name in names if _edition(name) in BEFORE], _for(BEFORE)),
        ):
            dump(html, names=chosen)
            print(f"{what}, {len(chosen)} files with pages:")
            styles = ROOT / "styles"
            ours = (*BUILD, "--force", "--jobs", "1", *options, "--out", str(Path(folder) / "out"))
            bare = (sys.executable, "-c", BARE, str(html), ROOT.as_uri() + "/", str(styles / "index.css"))
            fonts = {"FONTCONFIG_FILE": str(styles / "fonts" / "fonts.conf")}
            compare(
                rounds,
                {
                    "build.py --force --jobs 1": partial(run, ours),
                    "bare WeasyPrint, one process": partial(run, bare, fonts),
                },
                1.25,
            )


def _edition(name: str) -> str:
    return name.partition(".")[2].partition("-")[0]


def _for(editions: Collection[str]) -> tuple[str, ...]:
    return tuple(word for edition in sorted(editions) for word in ("--for", edition))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3)
