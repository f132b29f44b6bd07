"""Text matching: which runs of words in a finished file say which composed text, whatever the order in which they were drawn."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from brochures.geometry.pages import Region
from brochures.preflight.expected_text import Said
from brochures.preflight.extracted_text import Run


@dataclass(frozen=True)
class Match:
    """Which runs of the file say which composed text (by its index), what of each text is missing, and which runs nobody composed."""

    found: Mapping[int, tuple[Run, ...]]
    missing: Mapping[int, str]
    stray: tuple[Run, ...]


def match(texts: Sequence[Said], runs: Sequence[Run], panels: Sequence[Region]) -> Match:
    """Return how ``runs`` and ``texts`` agree: each run must be the next part of a text that is not used up.

    Of several such texts it is the next one in the run's own panel, so ``runs`` should come in the order of reading where that is
    known; where it is not, texts that differ are told apart all the same.
    """
    return _Matcher(texts, panels).take(runs)


class _Matcher:
    """Uses up texts run by run. A text may be drawn in several runs, one a line, and in any order among other texts."""

    def __init__(self, texts: Sequence[Said], panels: Sequence[Region]) -> None:
        self.texts = texts
        self.done = [0] * len(texts)
        self.found: dict[int, list[Run]] = {}
        self.panels = panels
        self.starts: dict[str, list[int]] = {}
        self.open: list[int] = []
        self.last = -1
        for index, said in enumerate(texts):
            self.starts.setdefault(said.text[0], []).append(index)

    def take(self, runs: Sequence[Run]) -> Match:
        stray: list[Run] = []
        for run in runs:
            if not self._used(run):  # letters that were joined may belong to two texts: a raised figure and a full stop
                stray += [letter for letter in run.letters or (run,) if not run.letters or not self._used(letter)]
        missing = {
            index: said.text[self.done[index] :]
            for index, said in enumerate(self.texts)
            if self.done[index] < len(said.text)
        }
        return Match({index: tuple(runs) for index, runs in sorted(self.found.items())}, missing, tuple(stray))

    def _used(self, run: Run) -> bool:
        for index in reversed(self.open):
            length = self._fits(index, run.text)
            if length:
                return self._use(index, length, run)
        found = self._next(run)
        return found is not None and self._use(found, self._fits(found, run.text), run)

    def _next(self, run: Run) -> int | None:
        """Return the first unused text after the last one used, going round, that ``run`` begins: in its own panel, else anywhere."""
        starts = self.starts.get(run.text[0], [])
        at = bisect_right(starts, self.last)
        panels = [panel.name for panel in self.panels if panel.page == run.page and run.box.meets(panel.on_sheet)]
        elsewhere = None
        for index in (*starts[at:], *starts[:at]):
            if not self.done[index] and self._fits(index, run.text):
                region = self.texts[index].region
                if region in panels or (not region and not panels):
                    return index
                elsewhere = index if elsewhere is None else elsewhere
        return elsewhere

    def _fits(self, index: int, text: str) -> int:
        """Return how many letters of the text at ``index`` the run takes; a hyphen at a line's end may be the engine's own."""
        said, at = self.texts[index].text, self.done[index]
        if said.startswith(text, at):
            return len(text)
        if text.endswith("-") and len(text) > 1 and said.startswith(text[:-1], at):
            return len(text) - 1
        return 0

    def _use(self, index: int, length: int, run: Run) -> bool:
        """Let ``run`` use up ``length`` letters of the text at ``index``; true, so that a search can end with it."""
        self.found.setdefault(index, []).append(run)
        self.done[index] += length
        self.last = index
        if index in self.open:
            self.open.remove(index)
        if self.done[index] < len(self.texts[index].text):
            self.open.append(index)
        return True
