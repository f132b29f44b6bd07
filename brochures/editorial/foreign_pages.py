"""Foreign pages: what is to be told of somebody else's PDF that a packet prints, although nothing keeps it from being printed."""

from __future__ import annotations

from collections.abc import Iterator

from brochures.findings import Finding
from brochures.resolve.foreign_file import ForeignFile
from brochures.resolve.job import Job


def foreign_pages(job: Job) -> Iterator[Finding]:
    """Yield what was found in each such file of ``job`` when it was read: repairs, what stays behind, how small it is, how it is read out."""
    for file in job.things(ForeignFile):
        yield from file.said
