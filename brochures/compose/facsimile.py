"""Facsimile: the job of a brochure that stands in a packet as it is, and its pages without what is around them."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from markupsafe import Markup

from brochures.compose.templates import Templates
from brochures.design.copyfit_ladder import Ladder, read_ladder
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


def ladder_of(templates: Templates, job: Job) -> Ladder:
    """Return the ladder of the panels of ``job``: its own, or those of the brochure that a part of it shows as it is."""
    shown = next((section for section in job.sections if section.facsimile), None)
    if shown is not None and shown.facsimile is not None:
        job = embedded(job, shown, shown.facsimile)
    return read_ladder(templates.styles, job.document, job.audience, tuple(panel.name for panel in job.format.panels))
