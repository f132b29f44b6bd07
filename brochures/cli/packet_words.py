"""Packet words: what a packet says now, thing by thing, to hold against what somebody was sent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from brochures.project.paths import Project


def packet_words(project: Project, catalogue: Any, slug: str) -> tuple[str, Mapping[str, Sequence[str]]]:
    """Return the version of the packet ``slug``, and the lines of each thing in it by what it is called, references included.

    Raise ``BrochureError`` with every name in it that leads nowhere.
    """
    from brochures.resolve import resolve
    from brochures.resolve.job import CitedSource
    from brochures.resolve.signed_words import record_lines

    job = resolve(project, catalogue, slug)
    words: dict[str, Sequence[str]] = {one.called: one.words for one in job.signed}
    for source in job.things(CitedSource):
        words[f"reference '{source.name}'"] = tuple(record_lines(source.cite))
    return job.version, words
