"""A build of everything from nothing against bare WeasyPrint on the same HTML, each in a fresh process.

    .venv/bin/python -m benchmarks.cold_build [ROUNDS]

The bare side imports WeasyPrint and writes the same compositions with its public API: same style sheet, same medium, same
variant, same fonts. What it does not do: read the YAML, resolve, compose, measure panels, mend tags, preflight, publish.
"""

from __future__ import annotations

import json
import sys
import tempfile
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


def dump(target: Path) -> list[str]:
    """Write the HTML of every edition of every piece to ``target`` and return their names."""
    project = Project.open(ROOT)
    catalogue = load(project)
    jobs = {}
    for slug in project.slugs():
        job = resolve(project, catalogue, slug)
        proof = bool(editorial(job, project.today))
        for edition in job.editions:
            for one in compose(Templates.read(project), job, edition, proof=proof):
                variant = "pdf/ua-1" if one.tagged else None
                jobs[f"{slug}.{one.name}"] = {"html": one.html, "medium": edition, "variant": variant}
    target.write_text(json.dumps(jobs), encoding="utf-8")
    return list(jobs)


def main(rounds: int) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        html = Path(folder) / "compositions.json"
        print(f"files: {', '.join(dump(html))}")
        styles = ROOT / "styles"
        ours = (*BUILD, "--force", "--jobs", "1", "--out", str(Path(folder) / "out"))
        bare = (sys.executable, "-c", BARE, str(html), ROOT.as_uri() + "/", str(styles / "index.css"))
        fonts = {"FONTCONFIG_FILE": str(styles / "fonts" / "fonts.conf")}
        compare(
            rounds,
            {
                "build.py --force --jobs 1": partial(run, ours),
                "bare WeasyPrint, one process": partial(run, bare, fonts),
            },
            1.5,
        )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
