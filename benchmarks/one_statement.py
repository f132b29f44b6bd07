"""One changed statement: which files are set again, and what that takes beside a build of everything and beside bare WeasyPrint setting the same files.

.venv/bin/python -m benchmarks.one_statement [ROUNDS]

The last line of each is an undo: the words are what they were, and the files are taken from what is kept.
"""

from __future__ import annotations

import re
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from benchmarks.cold_build import BARE, dump
from benchmarks.timing import BUILD, ROOT, run

SET = re.compile(r"set (\S+) \((\S+)\)")
SIGN = re.compile(r"[.!](?=\"?$)", re.MULTILINE)
NEXT = re.compile(r"^  (?=[\w#])", re.MULTILINE)
"""Where the next statement or remark begins."""

STATEMENTS = {
    "only the packet prints it": "clinician.questions",
    "both documents print it": "ketamine.off-label",
    "no piece prints it": "",
}


def change(project: Path, name: str, number: int) -> None:
    """Change a sign in the wording of the statement called ``name`` (none: add a statement that no piece prints)."""
    for path in sorted(project.glob("content/*.yaml")):
        text = path.read_text(encoding="utf-8")
        if not name and path.name == "program.yaml":
            text += f"  benchmark.{number}:\n    kind: advice\n    patient: {{en: Printed nowhere.}}\n"
        elif name:
            before, key, after = text.partition(f"\n  {name}:\n")
            end = found.start() if (found := NEXT.search(after)) else len(after)
            text = before + key + SIGN.sub(".!"[number % 2], after[:end]) + after[end:]
        path.write_text(text, encoding="utf-8")


def bare(project: Path, names: Sequence[str], folder: Path) -> float:
    """Return the processor time that bare WeasyPrint takes to set the files called ``names`` (``fold.desk``) of ``project``."""
    if not names:
        return 0.0
    html = folder / "compositions.json"
    dump(html, project, names)
    styles = project / "styles"
    return run(
        (sys.executable, "-c", BARE, str(html), project.as_uri() + "/", str(styles / "index.css")),
        {"FONTCONFIG_FILE": str(styles / "fonts" / "fonts.conf")},
    ).cpu


def main(rounds: int) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder) / "project"
        for name in ("content", "templates", "styles"):
            shutil.copytree(ROOT / name, project / name)
        command = (*BUILD, "--root", str(project), "--jobs", "1")
        whole = median(run((*command, "--force")).cpu for _ in range(rounds))
        print(f"{'everything, from nothing':28} {whole:7.3f} s CPU (median of {rounds})")
        for what, name in STATEMENTS.items():
            taken, beside, said = [], [], ""
            before = {path: path.read_bytes() for path in project.glob("content/*.yaml")}
            for number in range(1, rounds + 1):
                change(project, name, number)
                took = run(command)
                taken.append(took.cpu)
                said = took.said
                rebuilt = [SET.sub(r"\1.\2", line) for line in said.splitlines() if line.startswith("set ")]
                beside.append(bare(project, rebuilt, Path(folder)))
            seconds, same = median(taken), median(beside)
            ratio = f", {seconds / same:4.2f} of bare WeasyPrint" if same else ""
            print(
                f"{what:28} {seconds:7.3f} s CPU, {seconds / whole:4.2f} of it{ratio}; set: {', '.join(rebuilt) or 'none'}"
            )
            for path, data in before.items():
                path.write_bytes(data)
            print(f"{'  undone':28} {run(command).cpu:7.3f} s CPU")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3)
