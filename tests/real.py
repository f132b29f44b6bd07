"""The real documents, each built once in a run of the tests, however many tests and processes look at it."""

from __future__ import annotations

import fcntl
import pickle
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from brochures.engine import start
from brochures.findings import Finding
from brochures.geometry.pages import MeasuredPages
from brochures.load.catalogue import Catalogue, load
from brochures.pipeline import Order, build
from brochures.project.edition import Edition
from brochures.project.paths import ROOT, Project
from brochures.resolve.job import Job
from brochures.resolve.ticket import resolve
from tests.facts import Facts

DAY = date(2026, 11, 30)
"""The day on which the real documents are built: not before a day on which the content says that a source was read."""


BUILT = tuple(edition for edition in Edition if not edition.faxed)
"""The editions that are built for these tests. The fax of the packet takes as long as all else of it: its own tests set what they look at."""


@dataclass
class RealDocuments:
    """The real content with its finished files below ``folder``, which all processes of a run share. Nobody writes there but this.

    A piece is built when a test first asks for it, in every edition but the fax, by one process; the others wait.
    """

    folder: Path
    _findings: dict[str, tuple[Finding, ...]] = field(default_factory=dict)
    _jobs: dict[str, Job] = field(default_factory=dict)
    _facts: dict[str, Facts] = field(default_factory=dict)
    _catalogue: Catalogue | None = None

    @property
    def project(self) -> Project:
        """The project with the real content, on the day of these tests, and a folder of its own for whatever is built besides."""
        return Project.open(ROOT, self.folder / "out", DAY)

    @property
    def catalogue(self) -> Catalogue:
        """The real content, loaded."""
        self._catalogue = self._catalogue or load(self.project)
        return self._catalogue

    def findings(self, slug: str) -> tuple[Finding, ...]:
        """Return what was found when ``slug`` was built."""
        if slug not in self._findings:
            self._findings[slug] = once(self.folder / f"{slug}.findings", lambda: self._build(slug))
        return self._findings[slug]

    def job(self, slug: str) -> Job:
        """Return the job of ``slug``."""
        if slug not in self._jobs:
            self._jobs[slug] = resolve(self.project, self.catalogue, slug)
        return self._jobs[slug]

    def path(self, name: str) -> Path:
        """Return the path of a finished file, such as ``program-trifold.desk``."""
        slug = name.split(".", maxsplit=1)[0]
        self.findings(slug)
        return self.folder / slug / slug / f"{name}.{'html' if name.endswith('.web') else 'pdf'}"

    def facts(self, name: str) -> Facts:
        """Open a finished file, such as ``program-trifold.desk``."""
        if name not in self._facts:
            self._facts[name] = Facts(self.path(name).read_bytes())
        return self._facts[name]

    def measured(self, slug: str) -> MeasuredPages:
        """Return the pages of the screen edition of ``slug``, as they were laid out."""
        self.findings(slug)
        pages: MeasuredPages = pickle.loads((self.folder / f"{slug}.pages").read_bytes())  # noqa: S301 as below
        return pages

    def _build(self, slug: str) -> tuple[Finding, ...]:
        project = Project.open(ROOT, self.folder / slug, DAY)
        report = build(project, Order((slug,), BUILT, jobs=1), start, lambda _: None)
        for file in report.files:
            if file.composition.name == "screen":
                (self.folder / f"{slug}.pages").write_bytes(pickle.dumps(file.sheets))
        return report.findings


def once(done: Path, make: Callable[[], Any]) -> Any:
    """Return what ``make`` returns, called in one process of a run only and kept in the file ``done``; the others wait for it."""
    with done.with_suffix(".lock").open("w", encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.is_file():
            done.write_bytes(pickle.dumps(make()))
        return pickle.loads(done.read_bytes())  # noqa: S301 written by a process of this very run
