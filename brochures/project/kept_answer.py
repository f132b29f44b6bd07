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


def keep_answer(project: Project, said: str, told: str, again: Callable[[], tuple[bool, date | None]]) -> None:
    """Keep what this run printed (``said``) and told on standard error.

    Every file is looked at first, and read; then ``again`` says whether the answer is the same once more, and before which day. What is changed after the look has another
    size, time or checksum, so that nobody is told what was true of other words. Where anything is in doubt nothing is kept.
    """
    root, out, program = (str(path) for path in (project.root, project.out, ROOT))
    lines = []
    try:
        for path, found in files(root, out, program):
            lines.append(f"{shown(found)} {hashlib.sha256(Path(path).read_bytes()).hexdigest()}\t{path!a}")
    except (OSError, ValueError):
        return
    same, until = again()
    if same and project.out.is_dir():
        head = (key(sys.argv[1:], program, root, out), f"{project.today} {until or '9999'}")
        text = "\n".join([*head, *lines, ".", told, said])
        with suppress(BrochureError):
            replace(project.out / FILE, text.encode("utf-8", "surrogateescape"))
