"""Printed record: which words a piece had when it was made as final, kept in ``content/printed.yaml``."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from brochures.findings import BrochureError, Finding
from brochures.load.list_files import record_printed
from brochures.load.model.printed import PrintedVersion
from brochures.project import manifest
from brochures.project.paths import Project
from brochures.resolve.job import Job
from brochures.resolve.signed_things import all_words, printed_digest


def record_final(
    project: Project, jobs: Iterable[Job], final: Collection[str], state: str | None
) -> tuple[Finding, ...]:
    """Keep the words of those of ``jobs`` that are ``final``, by slug. Return why that could not be written.

    ``state`` is the digest of all that the run depended on: what was published then is still true, although the record is new.
    """
    fresh = [_version(job, project) for job in jobs if job.slug in final and job.printed is None]
    if not fresh:
        return ()
    try:
        record_printed(project, fresh)
        if state is not None:
            manifest.carry_over(project, state, manifest.state(manifest.inputs(project), release=True))
    except BrochureError as refused:
        return refused.findings
    return ()


def _version(job: Job, project: Project) -> PrintedVersion:
    return PrintedVersion.model_validate({
        "piece": job.slug, "version": job.version, "day": project.today, "digest": printed_digest(job), "words": all_words(job),
    })  # fmt: skip
