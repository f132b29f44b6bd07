"""State: the content as it is on disk, with what every piece prints of it; loaded when a file changed, and not before."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from brochures.editorial import editorial
from brochures.findings import BrochureError, Finding
from brochures.load.catalogue import Catalogue, load
from brochures.project.paths import Project
from brochures.resolve.job import Job
from brochures.resolve.ticket import resolve

Stamp = tuple[tuple[str, int, int, int], ...]


@dataclass(frozen=True)
class ContentState:
    """The content at one moment, or with other words tried in one file."""

    project: Project
    catalogue: Catalogue

    def with_file(self, name: str, data: bytes) -> ContentState:
        """Return the content with ``data`` in the place of the file ``name`` below ``content/``."""
        return ContentState(self.project, load(self.project, {name: data}))

    @cached_property
    def jobs(self) -> dict[str, Job]:
        """Every piece that can be followed, by its slug."""
        return followed(self.project, self.catalogue, tuple(self.catalogue.pieces))[0]

    @cached_property
    def _said(self) -> dict[str, tuple[Finding, ...]]:
        return {}

    def said_of(self, job: Job) -> tuple[Finding, ...]:
        """Return what the gate says of the piece ``job`` of this content; it is asked once."""
        if job.slug not in self._said:
            self._said[job.slug] = editorial(job, self.project.today)
        return self._said[job.slug]


def followed(
    project: Project, catalogue: Catalogue, slugs: tuple[str, ...]
) -> tuple[dict[str, Job], tuple[Finding, ...]]:
    """Return those of the pieces ``slugs`` that can be followed, by slug, and why others cannot."""
    jobs: dict[str, Job] = {}
    findings: list[Finding] = []
    for slug in slugs:
        try:
            jobs[slug] = resolve(project, catalogue, slug)
        except BrochureError as refused:
            findings += (finding.about(slug) for finding in refused.findings)
    return jobs, tuple(findings)


class ContentOnDisk:
    """Loads the content of a project once for each state of its files."""

    def __init__(self, project: Project) -> None:
        """Look at ``project``."""
        self.project = project
        self._stamp: Stamp | None = None
        self._state: ContentState | None = None

    def read(self) -> ContentState:
        """Return the content as it is now."""
        stamp = _stamp(self.project.content)
        if self._state is None or stamp != self._stamp:
            self._state, self._stamp = ContentState(self.project, load(self.project)), stamp
        return self._state


def _stamp(folder: Path) -> Stamp:
    """Return name, number, size and time of each file in ``folder``: what changes when one is written."""
    found = []
    for path in sorted(folder.rglob("*")):
        try:
            seen = path.stat()
        except OSError:  # it went away meanwhile
            continue
        found.append((str(path), seen.st_ino, seen.st_mtime_ns, seen.st_size))
    return tuple(found)
