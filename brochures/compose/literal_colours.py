"""The literal colours of one composition: those of the styles, and of the templates that it is made of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from brochures.compose.templates import Templates
from brochures.design.literal_colours import Literal, literals
from brochures.project.paths import component_file
from brochures.resolve.job import Job, ResolvedBlock

_CALLS = re.compile(r"\{%-?\s*(?:extends|from|import|include)\s+[\"']([^\"']+)[\"']")
"""How a template names another one."""


def literal_colours(templates: Templates, job: Job, documents: Iterable[str]) -> tuple[Literal, ...]:
    """Return every colour that is named by itself where ``job`` is set by the templates ``documents`` and those that they call."""
    components = {f"components/{component_file(block.component)}.html" for block in _blocks(job)}
    called = _called(templates, {*documents, *components})
    return (*(one for name in sorted(called) for one in literals(*templates.text(name))), *templates.styles.literals)


def _blocks(job: Job) -> Iterator[ResolvedBlock]:
    for section in job.sections:
        for block in section.blocks:
            yield block
            yield from block.things(ResolvedBlock)


def _called(templates: Templates, names: set[str]) -> set[str]:
    """Return ``names`` and all that the templates of these names call, one after another."""
    found: set[str] = set()
    waiting = names
    while waiting:
        found |= waiting
        waiting = {name for one in waiting for name in _CALLS.findall(templates.text(one)[0])} - found
    return found
