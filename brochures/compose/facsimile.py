"""Facsimile: the job of a brochure that stands in a packet as it is, and its pages without what is around them."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from markupsafe import Markup

from brochures.resolve.facsimile import Facsimile
from brochures.resolve.job import Job, Section


def embedded(job: Job, section: Section, shown: Facsimile) -> Job:
    """Return the brochure that ``section`` of ``job`` shows, as a job of its own: its panels hold the very blocks of the section."""
    starts = [at for _, at in shown.panels] + [len(section.blocks)]
    panels = tuple(
        Section(name, "", section.audience, section.blocks[start:end])
        for (name, _), (start, end) in zip(shown.panels, pairwise(starts), strict=True)
    )
    return replace(
        job, slug=shown.slug, title=shown.title, document=shown.document, format=shown.format, audience=section.audience,
        pages=shown.format.pages, version=shown.version, dated=shown.dated, lead="", sections=panels,
    )  # fmt: skip


def body(html: str) -> Markup:
    """Return what stands between the tags of the body."""
    return Markup(html.partition("<body>")[2].rpartition("</body>")[0])  # noqa: S704 a template's own, escaped output
