"""The words of statements, to be found in what a finished file says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from brochures.resolve.inline_text import Plain, Run, Words
from brochures.resolve.job import Job, PrintedStatement, Section
from tests.facts import squeezed


def missing(section: Section, job: Job, text: str) -> list[str]:
    """Return the statements of ``section`` whose words do not come out of ``text`` in their order."""
    lost, position = [], 0
    for statement in replace(job, sections=(section,)).things(PrintedStatement):
        for words in _runs(statement):
            found = text.find(words, position)
            if found < 0:
                lost.append(f"{statement.name}: {words}")
            else:
                position = found + len(words)
    return lost


def _runs(statement: PrintedStatement) -> Iterator[str]:
    for words in (statement.wording.lead, *statement.wording.items):
        for chunk in _chunks(words):
            yield squeezed(chunk)


def _chunks(words: Words) -> Iterator[str]:
    """Yield the words between the blanks that a proof leaves for missing facts."""
    text = ""
    for run in words:
        value = _value(run)
        if value is None:
            yield text
            text = ""
        else:
            text += value
    yield text


def _value(run: Run) -> str | None:
    return run.text if isinstance(run, Plain) or not hasattr(run, "value") else run.value
