"""The kept answer: what a run with nothing to do said, written down so that the next one is quick (``quick_answer``)."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path

from brochures.findings import BrochureError
from brochures.project.atomic import replace
from brochures.project.paths import ROOT, Project
from brochures.project.quick_answer import FILE, files, key, shown


def keep_answer(project: Project, until: date | None, said: str, told: str, again: Callable[[], bool]) -> None:
    """Keep what this run printed (``said``) and told on standard error, true before the day ``until``.

    Every file is looked at first, and read; then ``again`` must give the same answer once more. What is changed after the look has another
    size, time or checksum, so that nobody is told what was true of other words. Where anything is in doubt nothing is kept.
    """
    root, out, program = (str(path) for path in (project.root, project.out, ROOT))
    lines = [key(sys.argv[1:], program, root, out), f"{project.today} {until or '9999'}"]
    try:
        for path, found in files(root, out, program):
            lines.append(f"{shown(found)} {hashlib.sha256(Path(path).read_bytes()).hexdigest()}\t{path!a}")
    except (OSError, ValueError):
        return
    if again() and project.out.is_dir():
        text = "\n".join([*lines, ".", told, said])
        with suppress(BrochureError):
            replace(project.out / FILE, text.encode("utf-8", "surrogateescape"))
