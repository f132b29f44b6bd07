"""Workers: compositions become files, several at a time, each in a process of its own."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing.connection import wait
from threading import Thread
from typing import TYPE_CHECKING, TypeAlias

from brochures.compose.html import Composition
from brochures.compose.templates import Templates
from brochures.findings import BrochureError, Finding
from brochures.pdf.file import File
from brochures.production.ignored_styles import ignored_styles
from brochures.production.known_findings import known_findings
from brochures.production.order_of_work import in_lots
from brochures.production.progress import turns
from brochures.production.results import Refused
from brochures.production.stages import Stages
from brochures.project.kept_copies import KeptCopies
from brochures.project.paths import Project

if TYPE_CHECKING:
    from brochures.engine.typesetter import Typesetter

Start: TypeAlias = "Callable[[Project], Typesetter]"
"""What opens the typesetter for a project."""


class Workers:
    """Make files. The typesetter is opened when the first page needs setting, and not before."""

    def __init__(
        self,
        project: Project,
        templates: Templates,
        start: Start,
        tell: Callable[[str], None],
        *,
        look: bool = False,
        copies: KeptCopies | None = None,
    ) -> None:
        """Work for ``project`` with its ``templates``; ``start`` opens the typesetter, ``tell`` hears of each file (``progress``).

        ``look``: set pages even where the engine leaves out what the styles say, for somebody who wants to see them. ``copies``: what
        earlier runs found in the same styles; None: all is looked for again.
        """
        self.templates = templates
        self._shop = project
        self._start = start
        self._tell = tell
        self._look = look
        self._copies = copies
        self._stages: Stages | None = None

    def ignored_styles(self, told: Collection[Finding] = ()) -> tuple[Finding, ...]:
        """Return what the engine leaves out of the style sheets and ``told`` does not say already."""
        try:
            typesetter = self._opened().typesetter
        except BrochureError as refused:
            files = {finding.place.file for finding in told}
            return tuple(finding for finding in refused.findings if finding.place.file not in files)
        if told:
            return ignored_styles(typesetter, self.templates.sheets, told)
        return known_findings(
            self._copies, self.templates.sheets, "ignored", lambda sheets: ignored_styles(typesetter, sheets, told)
        )

    def make(self, compositions: Sequence[Composition], jobs: int | None = None) -> list[File | Refused]:
        """Return each composition as a judged file, in order; ``jobs`` at a time (None: one for each processor)."""
        if not compositions:
            return []
        try:
            stages = self._opened()
        except BrochureError as refused:
            return [Refused(composition, refused.findings) for composition in compositions]
        ignored = self.ignored_styles()
        if ignored and not self._look:
            return [Refused(composition, ignored) for composition in compositions]
        workers = min(at_a_time(jobs), len(compositions))
        if workers == 1:  # a pool of one only costs
            return list(self._one_by_one(stages, compositions))
        return self._side_by_side(stages, compositions, workers)

    def versions(self) -> Mapping[str, str] | None:
        """Return the versions of the engine, None where nothing was set."""
        return self._stages.typesetter.versions() if self._stages else None

    def _opened(self) -> Stages:
        """Return the stages with an open typesetter. Raise ``BrochureError`` where it cannot be opened."""
        if self._stages is None:
            self._stages = Stages(self._shop, self.templates, self._start(self._shop), copies=self._copies)
        return self._stages

    def _one_by_one(self, stages: Stages, compositions: Sequence[Composition]) -> Iterator[File | Refused]:
        for composition, turn in zip(compositions, turns(compositions, done=False), strict=True):
            self._tell(turn)
            yield stages.make(composition)

    def _side_by_side(self, stages: Stages, compositions: Sequence[Composition], workers: int) -> list[File | Refused]:
        lots = in_lots(compositions, workers)
        told = turns([compositions[place] for lot in lots for place in lot], done=True)
        made: dict[int, File | Refused] = {}
        _inherited.append(stages)
        try:
            with ProcessPoolExecutor(workers, multiprocessing.get_context("fork"), end_with_parent) as pool:
                results = pool.map(_make_in_worker, [[compositions[place] for place in lot] for lot in lots])
                for lot, files in zip(lots, results, strict=True):
                    for place, file in zip(lot, files, strict=True):
                        made[place] = file
                        self._tell(next(told))
        finally:
            _inherited.pop()
        return [made[place] for place in range(len(compositions))]


_inherited: list[Stages] = []
"""What a forked worker finds ready: an open typesetter cannot be sent to it."""


def _make_in_worker(lot: Sequence[Composition]) -> list[File | Refused]:
    return [_inherited[-1].make(composition) for composition in lot]


def end_with_parent() -> None:
    """Let this worker end when the run that it works for is killed: it would wait for work for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        Thread(target=_end_after, args=(parent.sentinel,), daemon=True).start()


def _end_after(sentinel: int) -> None:
    wait([sentinel])
    os.kill(os.getpid(), signal.SIGKILL)


def at_a_time(jobs: int | None = None) -> int:
    """Return how many files may be set at a time: as many as was said, or one for each processor.

    It is one where a process cannot be forked with fonts open (macOS, Windows), whatever was said.
    """
    return jobs or len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1
