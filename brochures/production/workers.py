"""The bench: where compositions become finished files, several at a time, and where what is still true is left alone."""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from brochures.compose.html import Composition
from brochures.compose.templates import Templates
from brochures.findings import BrochureError, Finding
from brochures.production.made import Made
from brochures.production.stages import _Set, _Setter, _what_decides
from brochures.project import manifest
from brochures.project.paths import Shop

if TYPE_CHECKING:
    from brochures.engine.typesetter import Typesetter


class Bench:
    """Makes compositions into files. The typesetter is opened when the first page needs setting, and not before."""

    def __init__(
        self,
        shop: Shop,
        templates: Templates,
        start: Callable[[Shop], Typesetter],
        tell: Callable[[str], None],
        *,
        house: str = "",
        pieces: Mapping[str, Any] | None = None,
    ) -> None:
        """Work for ``shop`` with its ``templates``; ``house`` is the digest of styles and program, ``pieces`` what is on record."""
        self._shop = shop
        self.templates = templates
        self._house = house
        self._pieces = pieces or {}
        self._start = start
        self._tell = tell
        self._typesetter: Typesetter | None = None

    def make(self, compositions: Sequence[Composition], jobs: int = 0) -> list[Made]:
        """Return each composition made, in order; ``jobs`` at a time (0: one for each processor)."""
        digests = [manifest.digest(*_what_decides(composition), self._house) for composition in compositions]
        made = [self._on_record(composition, digest) for composition, digest in zip(compositions, digests, strict=True)]
        todo = [number for number, one in enumerate(made) if one is None]
        if todo:
            try:
                self._typesetter = self._start(self._shop)
            except BrochureError as refused:
                return [Made(composition, "", refused.findings) for composition in compositions]
        for number, done in zip(todo, self._set([compositions[number] for number in todo], jobs), strict=True):
            composition = replace(compositions[number], fit=done.fit or compositions[number].fit)
            made[number] = Made(
                composition, digests[number], done.findings, done.data, done.pages,
                fill=done.fill, sheets=done.sheets, claim=done.claim, moved=done.moved,
            )  # fmt: skip
        return [one for one in made if one is not None]

    def versions(self) -> dict[str, str]:
        """Return the versions of the engine, empty where nothing was set."""
        return self._typesetter.versions() if self._typesetter else {}

    def _on_record(self, composition: Composition, digest: str) -> Made | None:
        record = self._pieces.get(composition.slug, {}).get("outputs", {}).get(composition.name)
        if record is None or record["digest"] != digest or not manifest.whole(self._shop, record):
            return None
        return Made(
            composition, digest, tuple(map(Finding.from_dict, record["findings"])), pages=record["pages"], record=record
        )

    def _set(self, compositions: Sequence[Composition], jobs: int) -> Iterator[_Set]:
        setter = _Setter(self._shop, self.templates, self._typesetter)
        workers = min(jobs or _processors(), len(compositions))
        if workers < 2:  # noqa: PLR2004 a pool of one only costs
            for composition in compositions:
                self._tell(f"{composition.slug} ({composition.name})")
                yield setter(composition)
            return
        _inherited.append(setter)
        try:
            with ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("fork")) as pool:
                for composition, result in zip(compositions, pool.map(_set_in_worker, compositions), strict=True):
                    self._tell(f"{composition.slug} ({composition.name})")
                    yield result
        finally:
            _inherited.pop()


_inherited: list[_Setter] = []
"""What a forked worker finds ready: an open typesetter cannot be sent to it."""


def _set_in_worker(composition: Composition) -> _Set:
    return _inherited[-1](composition)


def _processors() -> int:
    """Return how many files may be set at a time: one where a process cannot be forked with fonts open (macOS, Windows)."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1
